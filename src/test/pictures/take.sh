#!/usr/bin/env bash
# take.sh [MAVEN ARGUMENTS]   pictures of every screen, in both themes and three sizes, into screenshots/
# Needs Xvfb (Debian: apt install xvfb). Takes a display of its own and gives it back.
set -euo pipefail
cd "$(dirname "$0")/../../.."
command -v Xvfb >/dev/null || { echo "Xvfb is not installed; on Debian: apt install xvfb" >&2; exit 1; }
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$number" 2>/dev/null &
display=$!
trap 'kill "$display" 2>/dev/null || true; rm -f "$number"' EXIT
for _ in $(seq 100); do
  [ -s "$number" ] && break
  kill -0 "$display" 2>/dev/null || { echo "Xvfb did not start" >&2; exit 1; }
  sleep 0.1
done
export DISPLAY=":$(cat "$number")"
mvn -B -Ppictures test "$@"
