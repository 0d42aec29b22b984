# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What the scripts here share; each sources it first. A temporary folder is the current one, and goes at the end.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
changed=0

# debs NAME=VERSION...: Debian's packages, unpacked here, in the reach of this shell.
debs() {
  apt-get download -qq "$@" 2>/dev/null || {
    echo "cannot download $*: is this Debian 12, and has apt-get update run?" >&2
    exit 2
  }
  for deb in ./*.deb; do
    dpkg-deb -x "$deb" root
  done
  rm -f ./*.deb
  export PATH=$work/root/usr/bin:$PATH
  export LD_LIBRARY_PATH=$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu
}

# packages NAME@VERSION...: of npm.
packages() {
  npm install --prefix "$work" --silent --no-audit --no-fund "$@" >/dev/null || {
    echo "cannot install $* with npm: is there a network?" >&2
    exit 2
  }
}

# same WHAT EXPECTED SEEN
same() {
  if [ "$2" = "$3" ]; then
    printf 'as seen before: %s: %s\n' "$1" "$3"
  else
    printf 'CHANGED: %s\n  expected %s\n  seen     %s\n' "$1" "$2" "$3"
    changed=1
  fi
}

# The last line of a script.
verdict() {
  exit "$changed"
}
