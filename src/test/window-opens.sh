#!/usr/bin/env bash
# Starts Faultline as its user would, on a display of its own, and waits until its window is there.
#   window-opens.sh COMMAND...
set -euo pipefail

home=$(mktemp -d)
cleanup() {
  kill "${window:-}" "${display:-}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$home"
}
trap cleanup EXIT

exec 3<>"$home/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 >/dev/null 2>&1 &
display=$!
for _ in $(seq 100); do
  [ -s "$home/display" ] && break
  sleep 0.1
done
DISPLAY=:$(tr -d '[:space:]' < "$home/display")
export DISPLAY

HOME=$home "$@" &
window=$!
for _ in $(seq 600); do
  if [ -n "$(xdotool search --onlyvisible --name '^Faultline$' 2>/dev/null)" ]; then
    echo "Its window is there."
    exit 0
  fi
  kill -0 "$window" 2>/dev/null || { echo "It ended before its window was there." >&2; exit 1; }
  sleep 0.1
done
echo "No window within 60 s." >&2
exit 1
