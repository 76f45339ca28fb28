# shellcheck shell=bash disable=SC2154
# What the scripts of the test cluster share; sourced, never run. Linux only: it relies on /proc, flock and setsid.
# The variables that are not set here (ports, tokens) come from the env file of a run.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=${FAULTLINE_CLUSTER_BIN:-$here/bin}
# Seconds any one part may take to become ready. Ten times what two idle cores need.
patience=${FAULTLINE_CLUSTER_PATIENCE:-90}

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# Leaves the folder of a run in $run and its ports and tokens in the environment.
open_run() {
  [ -f "${1:-}/env" ] || fail "give the folder of a running cluster, the one its kubeconfig lies in"
  run=$(cd "$1" && pwd)
  # shellcheck disable=SC1091
  . "$run/env"
}

# launch NAME COMMAND...: starts a part in a session of its own, so that a Ctrl-C or a closed terminal
# does not take it away half-way; its output goes to log/NAME.log. It inherits the lock on the run's ports.
launch() {
  local name=$1
  shift
  setsid "$@" </dev/null >>"$run/log/$name.log" 2>&1 &
  # Disowned, so that the shell says nothing when it is killed.
  disown
  echo $! >"$run/pid/$name"
}

# The process of a part, if it lives. A process number alone may have been given to a stranger since:
# every part names the folder of its run on its command line.
pid_of() {
  local pid
  pid=$(cat "$run/pid/$1" 2>/dev/null) || return 1
  [ -r "/proc/$pid/cmdline" ] && tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$run" || return 1
  echo "$pid"
}

# Ends a part and all it started, at once: each leads a process group of its own. Nothing of a test run needs to
# be saved, and a frozen process hears no other signal.
end_part() {
  local pid
  if pid=$(pid_of "$1"); then
    kill -KILL -- "-$pid" 2>/dev/null || true
    # Its ports are free once it is dead; that init has collected it may take seconds longer, and matters to nobody.
    while pid_of "$1" >/dev/null; do sleep 0.02; done
  fi
  rm -f "$run/pid/$1"
}

# await NAME CHECK...: until the check succeeds, the part dies or patience ends.
await() {
  local name=$1 deadline=$((SECONDS + patience))
  shift
  until "$@" >/dev/null 2>&1; do
    if [ -f "$run/pid/$name" ] && ! pid_of "$name" >/dev/null; then
      explain "$name" "ended by itself"
      return 1
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      explain "$name" "was not ready after $patience seconds"
      return 1
    fi
    sleep 0.1
  done
}

explain() {
  echo "${0##*/}: $1 $2. The end of $run/log/$1.log:" >&2
  tail -n 20 "$run/log/$1.log" >&2 2>/dev/null || true
}

# Asks the API server as the administrator.
kubectl() {
  "$bin/kubectl" --kubeconfig "$run/kubeconfig" --context administrator "$@"
}

launch_apiserver() {
  launch kube-apiserver "$bin/kube-apiserver" \
    --etcd-servers="http://127.0.0.1:$etcd_port" \
    --bind-address=127.0.0.1 --advertise-address=127.0.0.1 --secure-port="$api_port" \
    --cert-dir="$run/pki" \
    --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file="$run/pki/service-accounts.key" \
    --service-account-signing-key-file="$run/pki/service-accounts.key" \
    --token-auth-file="$run/pki/tokens.csv" --authorization-mode=Node,RBAC \
    --service-cluster-ip-range=10.96.0.0/16 --endpoint-reconciler-type=none --allow-privileged=true \
    --kubelet-preferred-address-types=InternalIP \
    --watch-cache="$watch_cache"
}

apiserver_ready() {
  curl --silent --fail --insecure --max-time 5 -H "Authorization: Bearer $admin_token" \
    "https://127.0.0.1:$api_port/readyz"
}
