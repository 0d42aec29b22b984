#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Each unit of the core by itself: <unit>_test.c runs on the small profile under AddressSanitizer and UBSan, with gcc and
# clang. A test ends with its own `N passed, N failed`. Then a measurement on the default profile, whose table is printed;
# for more calls: build/test/unit/fragmentation-gcc 1000000
set -euo pipefail
cd "$(dirname "$0")/../.."

out=build/test/unit
mkdir -p "$out"
flags=(-std=c11 -Wall -Wextra -Wconversion -Wshadow -Werror -O1 -g -fsanitize=address,undefined
  -fno-sanitize-recover=all -DDXGMAP_PROFILE_SMALL -Imodel/core -Ispec)
plain=(-std=c11 -Wall -Wextra -Wconversion -Wshadow -Werror -O2 -g -Imodel/core -Ispec)
calls=200000 # of each measurement
passed=0
failed=0

broken() {
  echo "FAILED: $1"
  failed=$((failed + 1))
}

# Runs a program with its arguments, and adds up what it says.
run() {
  local code=0 p=0 f=0
  "$@" >"$1.log" 2>&1 || code=$?
  read -r p _ f _ <<<"$(grep -xE '[0-9]+ passed, [0-9]+ failed' "$1.log" | tail -n 1)"
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  [ "$code" -eq 0 ] || cat "$1.log"
  [ "${p:-0}${f:-0}" != 00 ] && [ "$((code != 0))" -eq "$((${f:-0} != 0))" ] || broken "$1: exit code $code"
}

for compiler in gcc clang; do
  mkdir -p "$out/$compiler"
  for unit in model/core/*/*.c; do
    "$compiler" "${flags[@]}" -c "$unit" -o "$out/$compiler/$(basename "$unit" .c).o" || broken "$compiler $unit"
  done
  for source in tests/unit/*_test.c; do
    name=$(basename "$source" .c)
    if ! "$compiler" "${flags[@]}" "$source" "$out/$compiler"/*.o -o "$out/$name-$compiler"; then
      broken "$compiler $source"
      continue
    fi
    run "$out/$name-$compiler"
  done
  if "$compiler" "${plain[@]}" tests/unit/fragmentation.c model/core/structures/{heap,ranges,quarantine}.c \
    -o "$out/fragmentation-$compiler"; then
    run "$out/fragmentation-$compiler" "$calls"
  else
    broken "$compiler tests/unit/fragmentation.c"
  fi
done
grep -vxE '[0-9]+ passed, [0-9]+ failed' "$out/fragmentation-gcc.log" || true

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
