#!/usr/bin/env bash
# Fills a running cluster for measurements: scale.sh RUN_DIR N_DEPLOYMENTS REPLICAS
# Each Deployment has a Service and a ConfigMap and calls two others by address; a hundred of them make a namespace
# (scale-0, scale-1, ...). Returns when all pods run. Called again with more, it adds what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
open_run "${1:-}"
deployments=${2:?how many Deployments} replicas=${3:?how many pods each}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The services call each other as a tree of ten branches with some cross links, so that a graph of them has a shape.
address() {
  echo "http://service-$1.scale-$(($1 / 100)):8080"
}

deployment() {
  local i=$1 name=service-$1
  cat <<END
---
apiVersion: v1
kind: ConfigMap
metadata: {name: $name, labels: {app: $name}}
data: {LOG_LEVEL: info, CROSS_URL: $(address $((i * 7 % deployments)))}
---
apiVersion: v1
kind: Service
metadata: {name: $name, labels: {app: $name}}
spec: {selector: {app: $name}, ports: [{name: http, port: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: $name, labels: {app: $name, version: 1.0.0}}
spec:
  replicas: $replicas
  selector: {matchLabels: {app: $name}}
  template:
    metadata: {labels: {app: $name, version: 1.0.0, faultline.dev/scale: "yes"}}
    spec:
      terminationGracePeriodSeconds: 1
      containers:
      - name: app
        image: scale/service:1.0.0
        ports: [{name: http, containerPort: 8080}]
        envFrom: [{configMapRef: {name: $name}}]
        env: [{name: PARENT_ADDR, value: "$(address $((i / 10)))"}]
END
}

# A file for fifty Deployments: large enough that starting kubectl costs little, small enough to share the work out.
for ((from = 0; from < deployments; from += 50)); do
  to=$((from + 50 < deployments ? from + 50 : deployments))
  for ((i = from; i < to; i++)); do deployment "$i"; done >"$work/$from.scale-$((from / 100)).yaml"
done
for ((n = 0; n <= (deployments - 1) / 100; n++)); do
  kubectl create namespace "scale-$n" --dry-run=client -o yaml
  echo ---
done | kubectl apply --validate=false -f - >/dev/null

create() {
  local file=$1 namespace=${1%.yaml}
  # What is there already stays as it is.
  kubectl create --validate=false -n "${namespace##*.}" -f "$file" 2>&1 >/dev/null | grep -v AlreadyExists >&2 || true
}
export -f create kubectl
export bin run
# shellcheck disable=SC2016 # The inner shell expands it.
printf '%s\0' "$work"/*.yaml | xargs -0 -n 1 -P 4 bash -c 'create "$1"' create

selected='labelSelector=faultline.dev/scale'
# Listing thousands of pods over and over would slow their start down: first ask for a single one that does not run.
all_run() {
  kubectl get --raw "/api/v1/pods?$selected&fieldSelector=status.phase!=Running&limit=1" | grep -q '"items":\[\]' &&
    [ "$(running)" -ge $((deployments * replicas)) ]
}
running() {
  kubectl get pods -A -l faultline.dev/scale --field-selector=status.phase=Running -o name | wc -l
}
deadline=$((SECONDS + 600))
until all_run; do
  [ "$SECONDS" -lt "$deadline" ] || fail "only $(running) of $((deployments * replicas)) pods run after ten minutes"
  sleep 1
done
