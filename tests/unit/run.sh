#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Each unit of the core by itself: <unit>_test.c runs on the small profile under AddressSanitizer and UBSan, with gcc
# and clang. Then on the default profile how many long runs wait, and a measurement, whose table is printed; for more
# calls:
# build/test/unit/fragmentation-gcc 1000000. --quick: with gcc.
source "$(dirname "$0")/../harness/suite.sh"

paths=(-Imodel/core -Ispec -Itests/harness)
sanitized=(-O2 -g -fsanitize=address,undefined -fno-sanitize-recover=all -DDXGMAP_PROFILE_SMALL)
calls=200000 # of each measurement

unit() { # compiler, name: a test with all of the core
  "$1" "${strict[@]}" "${sanitized[@]}" -O1 "${paths[@]}" "tests/unit/$2.c" "$core" "$harness" -pthread -o "$out/$2-$1"
}

on_default() { # compiler, name: of the ranges alone
  "$1" "${strict[@]}" -O2 -g "${paths[@]}" "tests/unit/$2.c" model/core/structures/{heap,ranges,quarantine}.c \
    "$(harness "$1" -O2 -g)" -pthread -o "$out/$2-$1"
}

compilers=(gcc clang)
[ -z "$quick" ] || compilers=(gcc)
for compiler in "${compilers[@]}"; do
  core=$(library core "$compiler" "${sanitized[@]}")
  harness=$(harness "$compiler" "${sanitized[@]}")
  for source in tests/unit/*_test.c; do
    name=$(basename "$source" .c)
    builds "$name by $compiler" unit "$compiler" "$name" || continue
    program "$name-$compiler" "$out/$name-$compiler"
  done
  for name in long_runs fragmentation; do
    builds "$name by $compiler" on_default "$compiler" "$name" || continue
    arguments=()
    [ "$name" != fragmentation ] || arguments=("$calls")
    program "$name-$compiler" "$out/$name-$compiler" "${arguments[@]}"
  done
done
[ ! -e "$out/fragmentation-gcc.log" ] || sed '$d' "$out/fragmentation-gcc.log"
conclude
