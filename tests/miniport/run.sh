#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Two Windows drivers, unmodified, against the headers: a video miniport that calls VideoPortMapMemory and a display
# miniport that calls DxgkCbMapMemory compile in C and in C++ under gcc and clang without a warning, in debug and
# release, and what they leave undefined is the library's functions and the few unrelated ones of externals.c, nothing
# else.
source "$(dirname "$0")/../harness/suite.sh"

headers=${HEADERS:-model/ddi/include}
# Drivers write pool tags as character constants of four characters; that alone is not warned of.
warnings=(-Wall -Wextra -Wconversion -Wshadow -Wpedantic -Wstrict-aliasing=1 -Werror -Wno-multichar)
compilers=("gcc -std=c11 -x c" "clang -std=c11 -x c" "g++ -std=c++17 -x c++" "clang++ -std=c++17 -x c++")
video=(VideoPortMapMemory VideoPortReadRegisterUlong VideoPortUnmapMemory VideoPortWritePortUchar
  VideoPortWriteRegisterUlong)
display=(READ_PORT_UCHAR READ_REGISTER_ULONG WRITE_REGISTER_ULONG)
memory="memcpy memmove memset"

build() { # what, compiler, flags: $out/WHAT.o
  # shellcheck disable=SC2086 # the compiler is words
  check "$1.c: ${*:2}" $2 "${warnings[@]}" "${@:3}" -I"$headers" -c "tests/miniport/$1.c" -o "$out/$1.o"
}
undefined() { nm -u "$out/$1.o" | awk '{ print $NF }' | grep -v -e '^_GLOBAL_OFFSET' | sort; }
calls() { # what, names...: its undefined symbols are these, those of externals.c and the memory functions; it uses all
  local external name bad=0
  external=$(nm --defined-only "$out/externals.o" | awk '{ print $NF }' | xargs)
  undefined "$1" >"$out/undefined"
  while read -r name; do
    [[ " ${*:2} $memory $external " == *" $name "* ]] || { echo "undefined: $name" && bad=1; }
  done <"$out/undefined"
  for name in "${@:2}"; do
    grep -qx "$name" "$out/undefined" || { echo "never called: $name" && bad=1; }
  done
  [ "$bad" -eq 0 ]
}

for compiler in "${compilers[@]}"; do
  for optimise in -O0 -O2; do
    build externals "$compiler" "$optimise"
    build video_miniport "$compiler" "$optimise"
    build display_miniport "$compiler" "$optimise"
    check "symbols of video_miniport: $compiler $optimise" calls video_miniport "${video[@]}"
    check "symbols of display_miniport: $compiler $optimise" calls display_miniport "${display[@]}"
    for version in VISTA_SP1 WIN8 WDDM2_0 WDDM2_4 WDDM2_9; do
      build display_miniport "$compiler" "$optimise" "-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_$version"
    done
  done
done
conclude
