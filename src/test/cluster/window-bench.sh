#!/usr/bin/env bash
# Measures the window beside its baseline, in turn, and prints medians: window-bench.sh RUN_DIR APPLICATION [ROUNDS]
# RUN_DIR is a running cluster, best filled by "scale.sh RUN_DIR 1000 3"; APPLICATION is target/faultline/faultline
# as "mvn package" leaves it, with the compiled tests in target/test-classes beside it. Five rounds unless said otherwise,
# and one before them that does not count. Needed besides the cluster: Xvfb.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
open_run "${1:-}"
application=${2:?the start script of Faultline}
rounds=${3:-5}
[ -x "$application" ] || fail "there is no program $application: run \"mvn package -DskipTests\" first"
home=$(cd "$(dirname "$application")" && pwd)
tests=$home/../test-classes
[ -d "$tests" ] || fail "there are no compiled tests in $tests: run \"mvn package -DskipTests\" first"

work=$(mktemp -d)
cleanup() {
  kill "${display:-}" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 >/dev/null 2>&1 &
display=$!
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(tr -d '[:space:]' <"$work/display")
export DISPLAY KUBECONFIG=$run/kubeconfig
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME

read -r java_home <"$home/lib/jdk"

milliseconds() { echo $((${EPOCHREALTIME/[^0-9]/} / 1000)); }

# The same JVM, options, cache and class path as the start script's. The argument: how many milliseconds after the start
# of the process a person clicks on "link", at the earliest once the button is there.
window() {
  HOME=$(mktemp -d -p "$work") "$java_home/bin/java" -Dstarted="$(milliseconds)" -Dhesitation="$1" "@$home/lib/window.options" \
    -XX:AOTCache="$home/lib/window.aot" -cp "$home/lib/faultline.jar:$tests" dev.faultline.app.WindowBench
}

tables() {
  local begun
  begun=$(milliseconds)
  "$bin/kubectl" get deploy,svc,rs,pods,cm -A >/dev/null
  echo "kubectl $(($(milliseconds) - begun)) ms"
}

# median NAME: of all rounds.
median() {
  awk -v name="$1" '$1 == name { print $2 }' "$work/figures" | sort -n |
    awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

load() { cut -d ' ' -f 1 /proc/loadavg; }

echo "$(nproc) cores, load $(load) before, $rounds rounds, medians"
# Once as a person does, who looks before the click; once as fast as can be, for the time from the start of the process.
all() {
  tables >>"$work/figures"
  window 3500 | grep -v '^start-to' >>"$work/figures"
  window 0 | grep '^start-to\|^peak\|^window' >>"$work/figures"
}
all
rm "$work/figures"
for ((round = 0; round < rounds; round++)); do all; done
printf '%-44s %6.0f ms\n' \
  'kubectl get deploy,svc,rs,pods,cm -A' "$(median kubectl)" \
  'process start to first picture' "$(median window)" \
  'click on link to first names' "$(median first-names)" \
  'click on link to complete map' "$(median complete-map)" \
  'process start to complete map' "$(median start-to-complete-map)"
printf '%-44s %6.0f MB\n' 'peak resident memory' "$(median peak-memory)"
awk -v a="$(median complete-map)" -v b="$(median kubectl)" 'BEGIN { printf "%-44s %6.2f\n", "complete map / kubectl", a / b }'
awk -v a="$(median first-names)" -v b="$(median kubectl)" 'BEGIN { printf "%-44s %6.2f\n", "first names / kubectl", a / b }'
echo "load $(load) after"
