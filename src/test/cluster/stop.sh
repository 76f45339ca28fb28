#!/usr/bin/env bash
# Ends every part of one running cluster: stop.sh RUN_DIR
# Safe to call twice. The folder with logs and data stays unless start.sh made it itself.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
open_run "$@"

# The guardian first, or it would take the end of the others for its own work; unless it is this very process.
parts=(guardian kwok kube-scheduler kube-controller-manager kube-apiserver etcd)
for part in "${parts[@]}"; do
  [ "$(cat "$run/pid/$part" 2>/dev/null)" = "$$" ] || end_part "$part"
done
if [ "${own_folder:-no}" = yes ] && [ "${FAULTLINE_CLUSTER_KEEP:-no}" = no ]; then
  rm -rf "$run"
fi
