#!/usr/bin/env bash
# Makes etcd forget every revision but the last: compact.sh RUN_DIR
# A continued list, or a watch that etcd must answer, then gets 410 Gone for anything older. The API server answers
# most watches from its own cache, though, and that still knows them: start the cluster with --no-watch-cache, or
# restart the API server (apiserver.sh stop, start), whose new cache begins at the present.
# etcd's own tool is not built for one call: the server speaks JSON over HTTP as well.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
open_run "$@"

etcd() {
  curl --silent --show-error --fail --max-time 30 -X POST "http://127.0.0.1:$etcd_port/v3/$1" -d "$2"
}

revision=$(etcd maintenance/status '{}' | sed -n 's/.*"revision":"\([0-9]*\)".*/\1/p')
[ -n "$revision" ] || fail "etcd did not tell its revision"
etcd kv/compaction "{\"revision\":\"$revision\",\"physical\":true}" >/dev/null
echo "$revision"
