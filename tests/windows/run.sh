#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# .ci/windows on copies of the model with faults planted that it must refuse; `make lint` asks it of the model as it is.
source "$(dirname "$0")/../harness/suite.sh"

tree=$out/tree
rm -rf "$tree"
mkdir -p "$tree/tests"
cp -r model spec "$tree"
cp -r tests/abi "$tree/tests"

# A line behind the includes of a file: refused, in these words.
refused() { # what, file, line, words...
  echo "$3" >>"$tree/model/$2"
  check "$1, in $2" refuses "$2" "${@:4}" -- .ci/windows "$tree"
  cp "model/$2" "$tree/model/$2"
}

# Where long has 32 bits.
refused "a long of eight bytes" host/base/random.c '_Static_assert(sizeof(long) == 8, "planted");' planted
refused "another length" ddi/callbacks/pool.c 'uint64_t dxgmap_planted(uint64_t x);
uint64_t dxgmap_planted(uint64_t x) { unsigned long y = x; return y; }' shorten-64-to-32
refused "no such function" core/base/outcome.c 'int dxgmap_planted(void); int dxgmap_planted(void) { return fork(); }' \
  fork
refused "what Microsoft lays out otherwise" ddi/include/wdm.h 'typedef struct { char a[0]; } DXGMAP_PLANTED;
DXGMAP_STATIC_ASSERT(sizeof(DXGMAP_PLANTED) == 0, "planted");' planted

sed -i 's/^NO_ERROR == 0x0$/NO_ERROR == 0x1/' "$tree/tests/abi/mingw.txt"
check "a constant of another value" refuses NO_ERROR -- .ci/windows "$tree"
check "no headers of mingw" refuses mingw-w64-common -- env MINGW_INCLUDE="$out" .ci/windows
conclude
