#!/usr/bin/env bash
# Measures Faultline beside its baselines, in turn, and prints medians: bench.sh RUN_DIR APPLICATION [ROUNDS]
# RUN_DIR is a running cluster, best filled by "scale.sh RUN_DIR 1000 3"; APPLICATION is target/faultline/faultline
# as "mvn package" leaves it. Ten rounds unless said otherwise, and one before them that does not count.
# Needed besides the cluster: curl and GNU time (/usr/bin/time).
# A machine that does other things meanwhile makes all figures worse, ratios less so: the load is printed too.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
open_run "${1:-}"
application=${2:?the start script of Faultline}
rounds=${3:-10}
[ -x "$application" ] || fail "there is no program $application: run \"mvn package -DskipTests\" first"
[ -x /usr/bin/time ] || fail "GNU time is needed (/usr/bin/time)"

# A home of its own: neither the caches nor the journal of whoever measures play a part.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work KUBECONFIG=$run/kubeconfig
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME

# measure NAME COMMAND...: appends seconds, processor seconds and peak memory in KB to the figures of that name.
measure() {
  local name=$1
  shift
  /usr/bin/time -a -o "$work/$name" -f '%e %U %S %M' "$@" >/dev/null 2>"$work/err" ||
    fail "$*: $(tail -n 3 "$work/err")"
}

# Drops the round that only warmed up.
forget() {
  rm -f "$work/$1"
}

# median NAME COLUMN
median() {
  sort -n -k "$2,$2" "$work/$1" | awk -v column="$2" '{ v[NR] = $column }
    END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# line NAME LABEL: the medians of one command.
line() {
  local user system
  user=$(median "$1" 2) system=$(median "$1" 3)
  printf '%-44s %6.2f s   %5.2f s processor   %4d MB\n' "$2" "$(median "$1" 1)" \
    "$(awk "BEGIN { print $user + $system }")" $(($(median "$1" 4 | cut -d. -f1) / 1024))
}

ratio() {
  awk -v a="$(median "$1" 1)" -v b="$(median "$2" 1)" -v what="$3" 'BEGIN { printf "%-44s %6.2f\n", what, a / b }'
}

load() { cut -d ' ' -f 1 /proc/loadavg; }

echo "$(nproc) cores, load $(load) before, $rounds rounds, medians"

# 1. The list of all services, against kubectl's tables of what it is made from; and help, against a bare JVM.
services() {
  measure kubectl "$bin/kubectl" get deploy,svc,rs,pods,cm -A
  measure services "$application" services
  measure limited env JDK_JAVA_OPTIONS=-Xmx256m "$application" services
  measure help "$application" --help
}
services
for name in kubectl services limited help; do forget $name; done
for ((round = 0; round < rounds; round++)); do services; done
line kubectl 'kubectl get deploy,svc,rs,pods,cm -A'
line services 'faultline services'
line limited 'faultline services, heap of 256 MB'
line help 'faultline --help'
ratio services kubectl 'services / kubectl'

# 2. A rollback, from its start to the server's yes. Each starts from version 2 and goes back to version 1.
namespace=bench-$$
kubectl create namespace "$namespace" >/dev/null
trap 'kubectl delete namespace "$namespace" --wait=false >/dev/null 2>&1; rm -rf "$work"' EXIT
for name in ours undo bare; do
  kubectl create deployment "$name" -n "$namespace" --image=bench/app:1.0.0 >/dev/null
  kubectl rollout status deployment "$name" -n "$namespace" >/dev/null
done

release() {
  kubectl set image -n "$namespace" "deployment/$1" app=bench/app:2.0.0 >/dev/null
  kubectl rollout status deployment "$1" -n "$namespace" >/dev/null
}

# What a client has to do at the least: read the Deployment, and patch it under its resourceVersion.
bare() {
  local url=https://127.0.0.1:$api_port/apis/apps/v1/namespaces/$namespace/deployments/bare
  local with=(--silent --show-error --fail --cacert "$run/pki/apiserver.crt" -H "Authorization: Bearer $admin_token")
  local begun=$EPOCHREALTIME version
  version=$(curl "${with[@]}" "$url" | sed -n 's/.*"resourceVersion": *"\([0-9]*\)".*/\1/p' | head -n 1)
  curl "${with[@]}" -X PATCH -H 'Content-Type: application/json-patch+json' "$url" -o "$work/answer" -d "[
    {\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"$version\"},
    {\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"bench/app:1.0.0\"}]"
  awk "BEGIN { print $EPOCHREALTIME - $begun }" >>"$work/bare"
}

# From the moment at which the intent goes into the journal, to the one at which the server's yes is written there.
ours() {
  "$application" rollback "$namespace/ours" --to 1.0.0 --reason bench --yes --settle 0s >"$work/out" 2>&1 ||
    fail "the rollback failed: $(tail -n 3 "$work/out")"
  awk -F '"time":"' '
    function seconds(text) { split(substr(text, 12), part, /[:Z"]/); return part[1] * 3600 + part[2] * 60 + part[3] }
    /"what":"intent"/ { intent = seconds($2) }
    /"what":"applied"/ { applied = seconds($2) }
    END { print applied - intent }' "$work/.local/share/faultline/journal.jsonl" >>"$work/ours"
}

patch() {
  release bare
  bare
  release undo
  measure undo "$bin/kubectl" rollout undo deployment undo -n "$namespace"
  release ours
  ours
}
patch
for name in bare undo ours; do forget $name; done
for ((round = 0; round < rounds; round++)); do patch; done
printf '%-44s %6.3f s\n' 'GET and PATCH by curl' "$(median bare 1)" \
  'kubectl rollout undo' "$(median undo 1)" 'faultline: patch accepted' "$(median ours 1)"
ratio ours bare 'ours / curl'
ratio ours undo 'ours / kubectl rollout undo'
echo "load $(load) after"
