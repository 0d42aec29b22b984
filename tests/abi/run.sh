#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The Windows headers alone: they compile in C and C++ under gcc and clang, each by itself and in any order, beside the
# system's own headers and for every interface version; every row of spec/sources/abi.md holds and is asserted in them;
# and a header with one wrong offset or value does not compile. --quick: not each pair of headers, nor each wrong value.
source "$(dirname "$0")/../harness/suite.sh"

headers=${HEADERS:-model/ddi/include}
public=(wdm.h ntddk.h d3dkmddi.h dispmprt.h video.h ntddvdeo.h miniport.h ntdef.h ntstatus.h devioctl.h dderror.h
        d3dukmdt.h)
more=(d3dkmdt.h guiddef.h initguid.h winerror.h windef.h ioaccess.h ntintsafe.h ntstrsafe.h)
warnings=(-Wall -Wextra -Wconversion -Wshadow -Wpedantic -Werror)
compilers=("gcc -std=c11 -x c" "clang -std=c11 -x c" "g++ -std=c++17 -x c++" "clang++ -std=c++17 -x c++")
rm -rf "$out"
mkdir -p "$out"

compiles() { # compiler source [options]: whether it compiles without a warning
  # shellcheck disable=SC2086
  $1 "${warnings[@]}" "${@:3}" -I"${use:-$headers}" -fsyntax-only "$2"
}
must_compile() { # what compiler source [options]
  check "$1: ${*:2}" compiles "${@:2}"
}
unit() { # includes...: a source that includes them in this order
  printf '#include <%s>\n' "$@" > "$out/unit"
  echo 'typedef int dxgmap_unit_is_not_empty;' >> "$out/unit"
}

for path in "$headers"/*.h; do
  [[ $path = */pshpack?.h || $path = */poppack.h ]] && continue # not alone: below
  unit "$(basename "$path")"
  for compiler in "${compilers[@]}"; do must_compile "$(basename "$path") alone" "$compiler" "$out/unit"; done
done

for first in "${public[@]}"; do
  for second in "${public[@]}"; do
    [ -n "$quick" ] || [ "$first" = "$second" ] && continue
    unit "$first" "$second"
    must_compile "$first, then $second" "gcc -std=c11 -x c" "$out/unit"
    must_compile "$first, then $second" "clang++ -std=c++17 -x c++" "$out/unit"
  done
done

c_library=(limits.h unistd.h signal.h sys/mman.h sys/param.h sys/user.h pthread.h stdio.h stdlib.h string.h)
cxx_library=(algorithm atomic functional iostream map memory string thread vector sys/user.h sys/mman.h)
for compiler in "${compilers[@]}"; do
  if [[ $compiler = *++* ]]; then library=("${cxx_library[@]}"); else library=("${c_library[@]}"); fi
  unit "${library[@]}" "${public[@]}" "${more[@]}"
  must_compile "after the system's headers" "$compiler" "$out/unit"
  unit "${more[@]}" "${public[@]}" "${library[@]}"
  must_compile "before the system's headers" "$compiler" "$out/unit"
done

for bytes in 1 2 4 8; do
  { printf '#include <wdm.h>\n#include <pshpack%s.h>\nstruct packed { char head; long long value; };\n' $bytes
    printf '#include <poppack.h>\nstruct plain { char head; long long value; };\n'
    printf 'DXGMAP_STATIC_ASSERT(sizeof(struct packed) == 8 + %s && sizeof(struct plain) == 16, "packing");\n' $bytes
  } > "$out/unit"
  for compiler in "${compilers[@]}"; do must_compile "pshpack$bytes.h" "$compiler" "$out/unit" -Wno-pragma-pack; done
done

for compiler in "${compilers[@]}"; do
  # A macro of an older version is known to newer drivers, and NT_PROCESSOR_GROUPS moves nothing.
  printf '#include <dispmprt.h>\n%s\n#error newer\n#endif\n' \
    '#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM3_2' > "$out/unit"
  must_compile "WDDM 3.2 is newer" "$compiler" "$out/unit"
  must_compile "processor groups" "$compiler" "$out/unit" -DNT_PROCESSOR_GROUPS
  # The entry point is the driver's to declare.
  for entry in 'ULONG DriverEntry(PVOID first, PVOID second)' \
    'NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)'; do
    printf '#include <wdm.h>\n#include <video.h>\nDXGMAP_EXTERN_C_BEGIN\n%s;\nDXGMAP_EXTERN_C_END\n' "$entry" \
      > "$out/unit"
    must_compile "$entry" "$compiler" "$out/unit"
  done
  # The annotations of older drivers, which C++ has to ask for.
  printf '#include "video.h"\nvoid f(__in int *a, __inout int *b, _In_ int *c, _Out_opt_ int *d);\n' > "$out/unit"
  must_compile annotations "$compiler" "$out/unit" -DDXGMAP_OLD_ANNOTATIONS
  must_compile prototypes "$compiler" tests/abi/prototypes.c
  while read -r version size; do
    printf '#include "dispmprt.h"\nDXGMAP_STATIC_ASSERT(sizeof(DXGKRNL_INTERFACE) == %s, "length");\n' "$size" \
      > "$out/unit"
    must_compile "DXGKRNL_INTERFACE of $version" "$compiler" "$out/unit" \
      "-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_$version"
    must_compile "prototypes of $version" "$compiler" tests/abi/prototypes.c \
      "-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_$version"
  done << 'LENGTHS'
WIN7 0xb8
WIN8 0x100
WDDM1_3 0x108
WDDM2_0 0x138
WDDM2_1 0x148
WDDM2_2 0x168
WDDM2_3 0x170
WDDM2_4 0x1c8
WDDM2_5 0x1d0
WDDM2_6 0x1e0
WDDM2_7 0x1e0
WDDM2_8 0x1e8
WDDM2_9 0x238
WDDM3_0 0x238
WDDM3_1 0x240
LENGTHS
done

rows() { # what, more lines than this: $out/rows-WHAT
  python3 tests/abi/rows.py "$1" "$headers" > "$out/rows-$1" && [ "$(wc -l < "$out/rows-$1")" -gt "$2" ]
}
check "no row of spec/sources/abi.md is lost on the way" rows check 403
for compiler in "${compilers[@]}"; do must_compile "rows of spec/sources/abi.md" "$compiler" "$out/rows-check"; done

no_rows() { rows "$1" -1 && cat "$out/rows-$1" && [ ! -s "$out/rows-$1" ]; }
check "every row is asserted in the headers" no_rows missing

facts() { # more lines than this: $out/facts
  python3 tests/abi/mingw.py check > "$out/facts" && [ "$(grep -c STATIC_ASSERT "$out/facts")" -gt "$1" ]
}
check "no fact of mingw.txt is lost on the way" facts 800
for compiler in "${compilers[@]}"; do must_compile "facts of mingw.txt" "$compiler" "$out/facts" -Wno-sign-compare; done

test_program() { # source compiler optimisation headers output [options]: with the harness, whose object is of C
  local c=gcc
  [[ $2 != clang* ]] || c=clang
  # shellcheck disable=SC2086
  $2 "${@:6}" "$3" -g -I"$4" -Itests/harness "tests/abi/$1.c" -x none "$(harness "$c" -g -O2)" -pthread -o "$5"
}
for compiler in "${compilers[@]}"; do
  for optimise in -O0 -O2; do
    for source in bits inlines; do
      name=$source-${compiler%% *}$optimise
      builds "$name" test_program "$source" "$compiler" "$optimise" "$headers" "$out/$name" "${warnings[@]}" || continue
      program "$name" "$out/$name"
    done
  done
done

# Lists are walked alike at each optimisation; with the array of one that Windows declares, gcc sees one descriptor.
for compiler in "${compilers[@]}"; do
  for optimise in -O0 -O1 -O2 -O3; do
    name=walk-${compiler%% *}$optimise
    builds "$name" test_program walk "$compiler" "$optimise" "$headers" "$out/$name" "${warnings[@]}" || continue
    program "$name" "$out/$name"
  done
done
cp -r "$headers" "$out/bounded"
sed -i 's/DXGMAP_ANYSIZE(\(\w*\), \(\w*\))/\1 \2[ANYSIZE_ARRAY]/' "$out/bounded"/dxgmap_resource.h
walks_bounded() { test_program walk "$1" "$2" "$out/bounded" "$out/walk-bounded" -w && "$out/walk-bounded"; }
for compiler in "gcc -std=c11 -x c" "g++ -std=c++17 -x c++"; do
  check "walk over a bounded array: $compiler -O0" walks_bounded "$compiler" -O0
  check "walk over a bounded array: $compiler -O1" refuses \
    'found by index in a list of one: expected 4 (0x4), seen 1 (0x1)' -- walks_bounded "$compiler" -O1
done
check "no nested array has a bound" no_rows bounded

# The planted faults. The headers are copied once; each fault is put in, must not compile, and is taken out again.
cp -r "$headers" "$out/planted"
printf '#include "%s"\n' dispmprt.h ntddvdeo.h video.h > "$out/unit"
use=$out/planted
must_compile "the copied headers" "gcc -std=c11 -x c" "$out/unit"
check "no fault is lost on the way" rows plant 180
while [ -z "$quick" ] && IFS=$'\t' read -r file line text; do
  { head -n $((line - 1)) "$headers/$file"; echo "$text"; tail -n +$((line + 1)) "$headers/$file"; } \
    > "$out/planted/$file"
  check "planted: $file:$line: $text" refuses 'static assertion failed' -- compiles "gcc -std=c11 -x c" "$out/unit"
  cp "$headers/$file" "$out/planted/$file"
done < "$out/rows-plant"

conclude
