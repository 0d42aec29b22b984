#!/bin/bash
# SPDX-License-Identifier: MIT
# Two Windows drivers, unmodified, against the headers: a video miniport that calls VideoPortMapMemory and a display
# miniport that calls DxgkCbMapMemory compile in C and in C++ under gcc and clang without a warning, in debug and release,
# and what they leave undefined is the library's functions and the few unrelated ones of externals.c, nothing else.
set -u
cd "$(dirname "$0")" || exit 1
headers=${HEADERS:-../../model/ddi/include}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
# Drivers write pool tags as character constants of four characters; that alone is not warned of.
strict=(-Wall -Wextra -Wconversion -Wshadow -Wpedantic -Wstrict-aliasing=1 -Werror -Wno-multichar)
compilers=("gcc -std=c11 -x c" "clang -std=c11 -x c" "g++ -std=c++17 -x c++" "clang++ -std=c++17 -x c++")
video="VideoPortMapMemory VideoPortReadRegisterUlong VideoPortUnmapMemory VideoPortWritePortUchar VideoPortWriteRegisterUlong"
display="READ_PORT_UCHAR READ_REGISTER_ULONG WRITE_REGISTER_ULONG"
memory="memcpy memmove memset"

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $1"; [ ! -s "$work/out" ] || head -5 "$work/out"; }
build() { # what compiler optimisation [options]: $work/$1.o
  # shellcheck disable=SC2086
  if $2 "${strict[@]}" "$3" "${@:4}" -I"$headers" -c "$1.c" -o "$work/$1.o" > "$work/out" 2>&1; then pass
  else fail "$1.c: $2 $*"; fi
}
undefined() { nm -u "$work/$1.o" | awk '{ print $NF }' | grep -v -e '^_GLOBAL_OFFSET' | sort; }
calls() { # what names...: its undefined symbols are these, those of externals.c and the memory functions, and it uses all
  local external name
  external=$(nm --defined-only "$work/externals.o" | awk '{ print $NF }')
  undefined "$1" > "$work/undefined"
  : > "$work/out"
  while read -r name; do
    [[ " ${*:2} $memory $external " =~ [[:space:]]$name[[:space:]] ]] || echo "undefined: $name" >> "$work/out"
  done < "$work/undefined"
  for name in "${@:2}"; do grep -qx "$name" "$work/undefined" || echo "never called: $name" >> "$work/out"; done
  if [ -s "$work/out" ]; then fail "symbols of $1"; else pass; fi
}

for compiler in "${compilers[@]}"; do
  for optimise in -O0 -O2; do
    build externals "$compiler" "$optimise"
    build video_miniport "$compiler" "$optimise"
    build display_miniport "$compiler" "$optimise"
    # shellcheck disable=SC2086
    { calls video_miniport $video; calls display_miniport $display; }
    for version in VISTA_SP1 WIN8 WDDM2_0 WDDM2_4 WDDM2_9; do
      build display_miniport "$compiler" "$optimise" "-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_$version"
    done
  done
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
