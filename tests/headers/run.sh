#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# .ci/headers on copies of the model, as it is and with includes planted that it must refuse.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

result() { # what, whether it is so
  if "$2"; then
    passed=$((passed + 1))
  else
    echo "FAILED: $1"
    cat "$work/out"
    failed=$((failed + 1))
  fi
}

cp -r model "$work"
if .ci/headers "$work" >"$work/out" 2>&1; then result "the model as it is" true; else result "the model as it is" false; fi

# A line in front of a file: refused, by the name of the file and for the reason.
refused() { # file, line, reason
  sed -i "1i $2" "$work/model/$1"
  if .ci/headers "$work" >"$work/out" 2>&1; then
    result "$2 in $1: not seen" false
  elif grep -qF "model/$1:1:" "$work/out" && grep -qF "$3" "$work/out"; then
    result "$2 in $1" true
  else
    result "$2 in $1: refused, but not by its name for \`$3\`" false
  fi
  cp "model/$1" "$work/model/$1"
}

system="includes a header of the system"
above="knows nothing of the host above it"
more="more of the C library than C has"
refused host/frames/physical.c '#include <sys/mman.h>' "$system"
refused host/windows/view.c '  #  include <pthread.h>' "$system"
refused host/threads/readers.h '#include <sched.h> /* to yield */' "$system"
refused host/reports/text.c '%: include <unistd.h>' "$system"
refused host/base/memory.c '/* for Windows */ #include <windows.h>' "$system"
refused host/base/random.c '#include DXGMAP_TIME' "$system"
refused host/os/os.h '#include <stdlib.h> <signal.h>' "$system"
refused ddi/call/call.c '#include <errno.h>' "$system"
refused core/state/state.h '#include <sys/types.h>' "$system"
refused host/os/os_linux_thread.c '#include "host/threads/readers.h"' "$above"
refused host/os/os.h '#include "host/interface/result.h"' "$above"
refused host/base/table.c '#define _GNU_SOURCE' "$more"

rm -r "$work/model/host/os"
if .ci/headers "$work" >"$work/out" 2>&1; then result "no os at all: not seen" false; else result "no os at all" true; fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
