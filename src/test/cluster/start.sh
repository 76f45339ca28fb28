#!/usr/bin/env bash
# Starts a Kubernetes control plane with fake nodes, on free loopback ports: start.sh [OPTION...] [RUN_DIR]
# Prints the path of its kubeconfig (in RUN_DIR, a new temporary folder unless one is given) when all of it is ready.
#   --while PID        ends the cluster when that process ends, however it ends; else it runs until stop.sh
#   --no-watch-cache   the API server answers every read from etcd, so that compact.sh is felt at once
# Exit codes: 0 ready; 1 a part did not start (its last log lines are on standard error); 3 as build.sh.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

watch_cache=true watched='' run=''
while [ $# -gt 0 ]; do
  case $1 in
    --while) watched=${2:?--while needs a process number}; shift ;;
    --no-watch-cache) watch_cache=false ;;
    -*) fail "there is no option $1" ;;
    *) run=$1 ;;
  esac
  shift
done
for tool in curl flock openssl setsid; do
  command -v "$tool" >/dev/null || fail "$tool is needed and not installed"
done
"$here/build.sh"

# shellcheck disable=SC2034 # Read by stop.sh, through the env file.
own_folder=no
# shellcheck disable=SC2034
if [ -z "$run" ]; then
  run=$(mktemp -d "${TMPDIR:-/tmp}/faultline-cluster.XXXXXX")
  own_folder=yes
fi
mkdir -p "$run"
run=$(cd "$run" && pwd)
[ -z "$(ls -A "$run")" ] || fail "$run is not empty"
mkdir "$run"/{etcd,log,pid,pki,stages}
chmod 700 "$run" "$run/pki"

# Ten ports, below those that the system hands out by itself. The lock is held by every process of the cluster
# (they inherit the open file), so it ends with the last of them and needs no cleaning up.
claim_ports() {
  local locks=${TMPDIR:-/tmp}/faultline-cluster-ports-$UID base port
  mkdir -p "$locks"
  for base in $(seq 21000 10 30990 | shuf); do
    exec 8>"$locks/$base"
    flock -n 8 || continue
    for port in "$base" $((base + 1)) $((base + 2)) $((base + 3)); do
      if (exec 7<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue 2; fi
    done
    etcd_port=$base etcd_peer_port=$((base + 1)) api_port=$((base + 2)) kwok_port=$((base + 3))
    return
  done
  fail "no free ports between 21000 and 31000"
}

random() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

write_credentials() {
  openssl genrsa -out "$run/pki/service-accounts.key" 2048 2>/dev/null
  local user
  : >"$run/pki/tokens.csv"
  for user in administrator viewer namespaced nobody noconfig; do
    local groups=faultline:testers
    [ $user != administrator ] || groups=system:masters
    echo "$(random),$user,$user,$groups" >>"$run/pki/tokens.csv"
  done
  admin_token=$(token_of administrator)
}

token_of() { awk -F, -v user="$1" '$2 == user { print $1 }' "$run/pki/tokens.csv"; }

# One context a user. The certificate is the one the API server made for itself.
write_kubeconfig() {
  local user users
  mapfile -t users < <(cut -d, -f2 "$run/pki/tokens.csv")
  {
    echo "apiVersion: v1"
    echo "kind: Config"
    echo "current-context: administrator"
    echo "clusters:"
    echo "- name: faultline"
    echo "  cluster: {server: 'https://127.0.0.1:$api_port', certificate-authority-data: $(base64 -w 0 "$run/pki/apiserver.crt")}"
    echo "users:"
    for user in "${users[@]}"; do
      echo "- {name: $user, user: {token: $(token_of "$user")}}"
    done
    echo "contexts:"
    for user in "${users[@]}"; do
      local namespace=default
      [ "$user" != namespaced ] || namespace=shop
      echo "- {name: $user, context: {cluster: faultline, user: $user, namespace: $namespace}}"
    done
  } >"$run/kubeconfig"
  chmod 600 "$run/kubeconfig"
}

# The files kwok reads: what nodes, pods and logs do. Paths in them are those of this run.
write_stages() {
  local file now
  for file in "$here"/stages/*.yaml; do
    sed "s|@RUN@|$run|g" "$file" >"$run/stages/${file##*/}"
  done
  now=$(date -u +%Y-%m-%dT%H:%M:%S.%NZ)
  for file in "$here"/config/*.log; do
    # The format of container runtimes: time, stream, F for a full line, text.
    sed "s/^/$now stdout F /" "$file" >"$run/log/container-${file##*/}"
  done
}

launch_etcd() {
  launch etcd "$bin/etcd" --name=faultline --data-dir="$run/etcd" --unsafe-no-fsync --log-level=warn \
    --listen-client-urls="http://127.0.0.1:$etcd_port" --advertise-client-urls="http://127.0.0.1:$etcd_port" \
    --listen-peer-urls="http://127.0.0.1:$etcd_peer_port" \
    --initial-advertise-peer-urls="http://127.0.0.1:$etcd_peer_port" \
    --initial-cluster="faultline=http://127.0.0.1:$etcd_peer_port"
}

launch_controllers() {
  launch kube-controller-manager "$bin/kube-controller-manager" --kubeconfig="$run/kubeconfig" \
    --service-account-private-key-file="$run/pki/service-accounts.key" --root-ca-file="$run/pki/apiserver.crt" \
    --use-service-account-credentials=false --leader-elect=false --secure-port=0 \
    --kube-api-qps=1000 --kube-api-burst=2000 \
    --concurrent-deployment-syncs=20 --concurrent-replicaset-syncs=20
  cat >"$run/scheduler.yaml" <<END
apiVersion: kubescheduler.config.k8s.io/v1
kind: KubeSchedulerConfiguration
clientConnection: {kubeconfig: $run/kubeconfig, qps: 1000, burst: 2000}
leaderElection: {leaderElect: false}
END
  launch kube-scheduler "$bin/kube-scheduler" --config="$run/scheduler.yaml" --secure-port=0
}

launch_kwok() {
  local file stages=()
  for file in "$run"/stages/*.yaml; do stages+=(--config "$file"); done
  # An address of its own for its server: by default it listens on all.
  launch kwok "$bin/kwok" --kubeconfig="$run/kubeconfig" \
    --manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake \
    --node-ip=127.0.0.1 --node-port="$kwok_port" --server-address="127.0.0.1:$kwok_port" --cidr=10.32.0.0/16 \
    --enable-crds=Logs "${stages[@]}"
}

nodes_ready() { kubectl wait --for=condition=Ready node --all --timeout=1s; }
logs_served() { kubectl wait --for=condition=Established crd/logs.kwok.x-k8s.io --timeout=1s; }

claim_ports
write_credentials
for name in etcd_port api_port kwok_port watch_cache own_folder admin_token; do
  printf '%s=%q\n' "$name" "${!name}"
done >"$run/env"
# From here on there may be processes: whatever ends this script early ends them too.
trap '[ $? -eq 0 ] || FAULTLINE_CLUSTER_KEEP=yes "$here/stop.sh" "$run"' EXIT
trap 'exit 130' INT TERM HUP
if [ -n "$watched" ]; then
  # shellcheck disable=SC2016 # The inner shell expands them.
  launch guardian bash -c 'tail --pid="$1" -s 0.5 -f /dev/null; exec "$2" "$3"' \
    guardian "$watched" "$here/stop.sh" "$run"
fi

launch_etcd
await etcd curl --silent --fail "http://127.0.0.1:$etcd_port/health"
launch_apiserver
await kube-apiserver apiserver_ready
write_kubeconfig
write_stages
launch_controllers
kubectl apply --server-side --validate=false -f "$here/config" >/dev/null
await kube-apiserver logs_served
launch_kwok
await kwok nodes_ready
echo "$run/kubeconfig"
