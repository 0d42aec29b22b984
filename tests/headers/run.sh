#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# .ci/headers on copies of the model, as it is and with includes planted that it must refuse.
source "$(dirname "$0")/../harness/suite.sh"

tree=$out/tree
rm -rf "$tree"
mkdir "$tree"
cp -r model "$tree"
check "the model as it is" .ci/headers "$tree"

# A line in front of a file: refused, by the name of the file and for the reason.
refused() { # file, line, reason
  sed -i "1i $2" "$tree/model/$1"
  check "$2 in $1" refuses "model/$1:1:" "$3" -- .ci/headers "$tree"
  cp "model/$1" "$tree/model/$1"
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

rm -r "$tree/model/host/os"
check "no os at all" refuses -- .ci/headers "$tree"

conclude
