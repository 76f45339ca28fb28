#!/usr/bin/env bash
# Builds the programs of the test cluster, each only if it is missing: build.sh [NAME...]
# Names: etcd kube-apiserver kube-controller-manager kube-scheduler kubectl kwok (all of these without arguments),
# and on request kubelet and kube-proxy. The first build takes about eight minutes on two cores, later ones a second.
# They go to FAULTLINE_CLUSTER_BIN, else to the folder bin beside this script.
# Exit codes: 0 all are there; 3 Go is needed and not installed (or too old); else the build failed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=${FAULTLINE_CLUSTER_BIN:-$here/bin}
[ $# -gt 0 ] || set -- etcd kube-apiserver kube-controller-manager kube-scheduler kubectl kwok

missing() {
  local name
  for name in "$@"; do
    [ -x "$bin/$name" ] || echo "$name"
  done
}

# Prints the folder of the module and the package a program is built from.
source_of() {
  case $1 in
    etcd) echo kubernetes go.etcd.io/etcd/server/v3 ;;
    kube-apiserver | kube-controller-manager | kube-scheduler | kube-proxy | kubectl | kubelet)
      echo kubernetes "k8s.io/kubernetes/cmd/$1" ;;
    kwok) echo kwok sigs.k8s.io/kwok/cmd/kwok ;;
    *) echo "build.sh: there is no program $1 in this kit." >&2; return 2 ;;
  esac
}

# The version Kubernetes reports is set when it is linked; without it the server calls itself v0.0.0.
version_flags() {
  local version minor
  version=$(awk '$1 == "k8s.io/kubernetes" { print $2 } $2 == "k8s.io/kubernetes" && $1 == "require" { print $3 }' \
    "$here/kubernetes/go.mod" | head -n 1)
  minor=${version#v1.}
  local at=k8s.io/component-base/version
  echo "-s -w -X $at.gitVersion=$version -X $at.gitMajor=1 -X $at.gitMinor=${minor%%.*}"
}

build() {
  local name=$1 module package from
  from=$(source_of "$name")
  read -r module package <<<"$from"
  echo "build.sh: building $name" >&2
  # Built beside and moved, so that an interrupted build leaves no half program behind.
  (cd "$here/$module" &&
    GOTOOLCHAIN=local GOFLAGS=-mod=readonly CGO_ENABLED=0 \
      go build -trimpath -buildvcs=false -ldflags "$(version_flags)" -o "$bin/.$name.new" "$package")
  mv "$bin/.$name.new" "$bin/$name"
}

[ -n "$(missing "$@")" ] || exit 0
if ! command -v go >/dev/null; then
  echo "The test cluster is built with Go 1.26 or later, and there is no go command on the PATH." >&2
  exit 3
fi

mkdir -p "$bin"
# Two builds at once would only compile everything twice: the second waits, then finds the programs there.
exec 9>"$bin/.lock"
flock 9
for name in $(missing "$@"); do
  build "$name"
done
