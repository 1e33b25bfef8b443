#!/bin/sh
# Opens a catalog in Poedit on a virtual display, saves it as a translator does, and closes the program.
# Usage: xvfb-run -a save_in_poedit.sh <catalog> <folder for its settings>
set -eu
catalog=$1
export HOME="$2" XDG_CONFIG_HOME="$2" NO_AT_BRIDGE=1 GDK_BACKEND=x11
before=$(cksum <"$catalog")
poedit "$catalog" &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

# Without a window manager the only window with a title of this form is that of the catalog.
turns=0
until xdotool search --onlyvisible --name ' - Poedit$' >/dev/null 2>&1; do
  turns=$((turns + 1))
  [ "$turns" -lt 1200 ] || { echo 'Poedit shows no catalog' >&2; exit 1; }
  sleep 0.25
done
# A key that comes before the window listens is lost, so it is pressed until the file is another one.
turns=0
until [ "$(cksum <"$catalog")" != "$before" ]; do
  turns=$((turns + 1))
  [ "$turns" -lt 240 ] || { echo 'Poedit does not save' >&2; exit 1; }
  xdotool key --clearmodifiers ctrl+s
  sleep 1
done
xdotool key --clearmodifiers ctrl+q
wait "$program"
echo 'saved'
