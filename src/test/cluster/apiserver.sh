#!/usr/bin/env bash
# Takes only the API server away and brings it back on the same port, with the same certificate and tokens:
#   apiserver.sh stop RUN_DIR     kills it: connections are refused
#   apiserver.sh start RUN_DIR    starts it and waits until it is ready
#   apiserver.sh freeze RUN_DIR   stops its process: connections hang, as with a lost network
#   apiserver.sh thaw RUN_DIR     lets it go on
# A server that was started anew knows no change from before its start: a watch from an older resourceVersion
# is answered 410 Gone.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
verb=${1:-}
shift || true
open_run "$@"

signal() {
  local pid
  pid=$(pid_of kube-apiserver) || fail "the API server of $run does not run"
  kill "-$1" "$pid"
}

case $verb in
  stop) end_part kube-apiserver ;;
  start)
    if ! pid_of kube-apiserver >/dev/null; then
      launch_apiserver
    fi
    await kube-apiserver apiserver_ready
    ;;
  freeze) signal STOP ;;
  thaw) signal CONT ;;
  *) fail "say stop, start, freeze or thaw" ;;
esac
