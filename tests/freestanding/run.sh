#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The core without the host layer: it needs nothing from anyone, and runs where there is no C library. --quick: at -O2.
source "$(dirname "$0")/../harness/suite.sh"

core=(-std=c11 -Wall -Wextra -Wconversion -Wshadow -Werror -ffreestanding -DDXGMAP_HOST=0 -Igenerated/include)

needs_nothing() {
  local names
  names=$(nm --undefined-only "$1") || return 1
  [ -z "$names" ] || { echo "undefined in $1: $names" && return 1; }
}

begin_with() {
  local names
  names=$(nm --extern-only --defined-only --format=posix "$2" | cut -d ' ' -f 1) || return 1
  [ -n "$names" ] && ! grep -v "^$1" <<<"$names"
}

levels=(-O0 -O2 -O3)
[ -z "$quick" ] || levels=(-O2)
for compiler in gcc clang; do
  for level in "${levels[@]}"; do
    for profile in '' -DDXGMAP_PROFILE_SMALL -DDXGMAP_PROFILE_LARGE; do
      name=$compiler$level$profile
      check "$name compiles" "$compiler" "${core[@]}" $profile "$level" -c generated/dxgmap.c -o "$out/$name.o"
      check "$name has no undefined symbol" needs_nothing "$out/$name.o"
    done
    small=$compiler$level-DDXGMAP_PROFILE_SMALL
    check "$small links without a library" "$compiler" "${core[@]}" -DDXGMAP_PROFILE_SMALL "$level" \
      -nostdlib -static -fno-stack-protector tests/freestanding/pin.c "$out/$small.o" -o "$out/$small"
    check "$small pins and unpins" "$out/$small"
  done
done

check "compiles with a prefix" gcc "${core[@]}" -DDXGMAP_PREFIX=acme_ -c generated/dxgmap.c -o "$out/prefix.o"
check "every name has the prefix" begin_with acme_ "$out/prefix.o"

conclude
