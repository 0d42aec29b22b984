#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A recorded run, and dxgmap-trace on it: the tour of bad drivers is judged, shrunk, replayed and shown; files that are
# no traces are refused at their line; the example of a shim writes what `check` judges.
source "$(dirname "$0")/../harness/suite.sh"

dropin=$(library dropin gcc -g -O2)
harness=$(harness gcc -g -O2)
core=$(library core gcc -O2 -DDXGMAP_PROFILE_LARGE)
tool=model/tools/trace

# As in the archive: the public names alone are global, so that the core of the program is another.
only_public() {
  sed -n 's/^    \([A-Za-z_]*[A-Za-z0-9_]*\);$/\1/p' generated/dxgmap.map >"$out/exports"
  objcopy --keep-global-symbols="$out/exports" "$dropin" "$out/face.o"
}
build_tool() {
  only_public && gcc "${strict[@]}" -g -O2 -DDXGMAP_PROFILE_LARGE -Imodel/ddi/include -Imodel -Imodel/core -Ispec \
    "$tool"/*.c "$core" "$out/face.o" -lcjson -lm -pthread -o "$out/dxgmap-trace"
}
build_tour() {
  gcc "${strict[@]}" -g -O2 -Igenerated/include -Itests/harness tests/tour/*.c "$dropin" "$harness" -rdynamic -pthread \
    -o "$out/tour"
}
build_shim() {
  gcc "${strict[@]}" -g -O2 -Igenerated/include -I"$tool/shim" tests/trace/shim_test.c "$tool/shim/shim.c" "$dropin" \
    -pthread -o "$out/shim"
}
build_driver() { # name
  gcc "${strict[@]}" -g -O2 -Igenerated/include "tests/trace/$1_test.c" "$dropin" -pthread -o "$out/$1"
}

builds dxgmap-trace build_tool && builds "the tour" build_tour && builds "the shim" build_shim &&
  builds "a start" build_driver start && builds "a full file" build_driver full &&
  program trace python3 -B tests/trace/test_trace.py "$out"
conclude
