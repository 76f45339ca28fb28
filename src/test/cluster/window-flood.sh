#!/usr/bin/env bash
# Shows a thousand changes a second in the window, and prints how long its frames take: window-flood.sh APPLICATION [SECONDS]
# APPLICATION is target/faultline/faultline as "mvn package" leaves it, with the compiled tests in target/test-classes
# beside it. Half a minute unless said otherwise. The cluster is a stand-in of the tests. Needed besides: Xvfb.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
application=${1:?the start script of Faultline}
seconds=${2:-30}
home=$(cd "$(dirname "$application")" && pwd)
tests=$home/../test-classes
[ -d "$tests" ] || fail "there are no compiled tests in $tests: run \"mvn package -DskipTests\" first"
read -r java_home <"$home/lib/jdk"

work=$(mktemp -d)
cleanup() {
  exec 4>&- || true
  kill "${display:-}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 >/dev/null 2>&1 &
display=$!
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(tr -d '[:space:]' <"$work/display")
export DISPLAY HOME=$work KUBECONFIG=$work/kubeconfig
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME

mkfifo "$work/end"
"$java_home/bin/java" -XX:+UseSerialGC -Dbasedir="$here/../../.." -cp "$home/lib/faultline.jar:$tests" \
  dev.faultline.benchmark.FloodServer "$work" <"$work/end" &
exec 4>"$work/end"
until [ -s "$work/kubeconfig" ]; do sleep 0.1; done

echo "$(nproc) cores, load $(cut -d ' ' -f 1 /proc/loadavg) before"
"$java_home/bin/java" -Dstarted="$((${EPOCHREALTIME/[^0-9]/} / 1000))" -Dhesitation=2000 "@$home/lib/window.options" \
  -XX:AOTCache="$home/lib/window.aot" -cp "$home/lib/faultline.jar:$tests" dev.faultline.app.WindowBench "$seconds" |
  grep '^frames\|^heap\|^peak\|^complete'
