#!/usr/bin/env bash
# Builds Jaeger for the tests of the profile "traffic", if it is missing: build.sh
# The first build takes about five minutes on two cores, later ones a second.
# It goes to FAULTLINE_TRAFFIC_BIN, else to the folder bin beside this script.
# Exit codes: 0 it is there; 3 Go is needed and not installed (or too old); else the build failed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=${FAULTLINE_TRAFFIC_BIN:-$here/bin}

[ ! -x "$bin/jaeger" ] || exit 0
if ! command -v go >/dev/null; then
  echo "Jaeger is built with Go 1.26 or later, and there is no go command on the PATH." >&2
  exit 3
fi

mkdir -p "$bin"
exec 9>"$bin/.lock"
flock 9
[ ! -x "$bin/jaeger" ] || exit 0
echo "build.sh: building jaeger" >&2
# Built beside and moved, so that an interrupted build leaves no half program behind.
(cd "$here/jaeger" &&
  GOTOOLCHAIN=local GOFLAGS=-mod=readonly CGO_ENABLED=0 \
    go build -trimpath -buildvcs=false -ldflags "-s -w" -o "$bin/.jaeger.new" github.com/jaegertracing/jaeger/cmd/jaeger)
mv "$bin/.jaeger.new" "$bin/jaeger"
