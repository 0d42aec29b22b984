#!/bin/bash
# SPDX-License-Identifier: MIT
# The Windows headers alone: they compile in C and C++ under gcc and clang, each by itself and in any order, beside the
# system's own headers and for every interface version; every row of spec/sources/abi.md holds and is asserted in them;
# and a header with one wrong offset or value does not compile.
set -u
cd "$(dirname "$0")" || exit 1
headers=${HEADERS:-../../model/ddi/include}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
public=(wdm.h ntddk.h d3dkmddi.h dispmprt.h video.h ntddvdeo.h miniport.h ntdef.h ntstatus.h devioctl.h dderror.h
        d3dukmdt.h)
more=(d3dkmdt.h guiddef.h initguid.h winerror.h windef.h ioaccess.h ntintsafe.h ntstrsafe.h)
strict=(-Wall -Wextra -Wconversion -Wshadow -Wpedantic -Werror)
compilers=("gcc -std=c11 -x c" "clang -std=c11 -x c" "g++ -std=c++17 -x c++" "clang++ -std=c++17 -x c++")

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $1"; [ ! -s "$work/out" ] || head -5 "$work/out"; }
compiles() { # compiler source [options]: whether it compiles without a warning
  # shellcheck disable=SC2086
  $1 "${strict[@]}" "${@:3}" -I"${use:-$headers}" -fsyntax-only "$2" > "$work/out" 2>&1
}
must_compile() { # what compiler source [options]
  if compiles "${@:2}"; then pass; else fail "$1: $2"; fi
}
unit() { # includes...: a source that includes them in this order
  printf '#include <%s>\n' "$@" > "$work/unit"
  echo 'typedef int dxgmap_unit_is_not_empty;' >> "$work/unit"
}

for path in "$headers"/*.h; do
  [[ $path = */pshpack?.h || $path = */poppack.h ]] && continue # not alone: below
  unit "$(basename "$path")"
  for compiler in "${compilers[@]}"; do must_compile "$(basename "$path") alone" "$compiler" "$work/unit"; done
done

for first in "${public[@]}"; do
  for second in "${public[@]}"; do
    [ "$first" = "$second" ] && continue
    unit "$first" "$second"
    must_compile "$first, then $second" "gcc -std=c11 -x c" "$work/unit"
    must_compile "$first, then $second" "clang++ -std=c++17 -x c++" "$work/unit"
  done
done

c_library=(limits.h unistd.h signal.h sys/mman.h sys/param.h sys/user.h pthread.h stdio.h stdlib.h string.h)
cxx_library=(algorithm atomic functional iostream map memory string thread vector sys/user.h sys/mman.h)
for compiler in "${compilers[@]}"; do
  if [[ $compiler = *++* ]]; then library=("${cxx_library[@]}"); else library=("${c_library[@]}"); fi
  unit "${library[@]}" "${public[@]}" "${more[@]}"
  must_compile "after the system's headers" "$compiler" "$work/unit"
  unit "${more[@]}" "${public[@]}" "${library[@]}"
  must_compile "before the system's headers" "$compiler" "$work/unit"
done

for bytes in 1 2 4 8; do
  { printf '#include <wdm.h>\n#include <pshpack%s.h>\nstruct packed { char head; long long value; };\n' $bytes
    printf '#include <poppack.h>\nstruct plain { char head; long long value; };\n'
    printf 'DXGMAP_STATIC_ASSERT(sizeof(struct packed) == 8 + %s && sizeof(struct plain) == 16, "packing");\n' $bytes
  } > "$work/unit"
  for compiler in "${compilers[@]}"; do must_compile "pshpack$bytes.h" "$compiler" "$work/unit" -Wno-pragma-pack; done
done

for compiler in "${compilers[@]}"; do
  # A macro of an older version is known to newer drivers, and NT_PROCESSOR_GROUPS moves nothing.
  printf '#include <dispmprt.h>\n%s\n#error newer\n#endif\n' \
    '#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM3_2' > "$work/unit"
  must_compile "WDDM 3.2 is newer" "$compiler" "$work/unit"
  must_compile "processor groups" "$compiler" "$work/unit" -DNT_PROCESSOR_GROUPS
  # The entry point is the driver's to declare.
  for entry in 'ULONG DriverEntry(PVOID first, PVOID second)' \
    'NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)'; do
    printf '#include <wdm.h>\n#include <video.h>\nDXGMAP_EXTERN_C_BEGIN\n%s;\nDXGMAP_EXTERN_C_END\n' "$entry" > "$work/unit"
    must_compile "$entry" "$compiler" "$work/unit"
  done
  # The annotations of older drivers, which C++ has to ask for.
  printf '#include "video.h"\nvoid f(__in int *a, __inout int *b, _In_ int *c, _Out_opt_ int *d);\n' > "$work/unit"
  must_compile annotations "$compiler" "$work/unit" -DDXGMAP_OLD_ANNOTATIONS
  must_compile prototypes "$compiler" prototypes.c
  while read -r version size; do
    printf '#include "dispmprt.h"\nDXGMAP_STATIC_ASSERT(sizeof(DXGKRNL_INTERFACE) == %s, "length");\n' "$size" \
      > "$work/unit"
    must_compile "DXGKRNL_INTERFACE of $version" "$compiler" "$work/unit" \
      "-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_$version"
    must_compile "prototypes of $version" "$compiler" prototypes.c \
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

python3 rows.py check "$headers" > "$work/rows" || fail "spec/sources/abi.md cannot be read"
[ "$(grep -c STATIC_ASSERT "$work/rows")" -gt 400 ] && pass || fail "rows are lost on the way"
for compiler in "${compilers[@]}"; do must_compile "rows of spec/sources/abi.md" "$compiler" "$work/rows"; done
python3 rows.py missing "$headers" > "$work/out" 2>&1 && [ ! -s "$work/out" ] && pass || fail "rows without an assertion"

python3 mingw.py check > "$work/facts" || fail "mingw.txt cannot be read"
[ "$(grep -c STATIC_ASSERT "$work/facts")" -gt 800 ] && pass || fail "facts are lost on the way"
for compiler in "${compilers[@]}"; do must_compile "facts of mingw.txt" "$compiler" "$work/facts" -Wno-sign-compare; done

for compiler in "${compilers[@]}"; do
  for optimise in -O0 -O2; do
    for program in bits inlines; do
      # shellcheck disable=SC2086
      if $compiler "${strict[@]}" $optimise -I"$headers" $program.c -o "$work/$program" > "$work/out" 2>&1 &&
        "$work/$program" > "$work/out" 2>&1; then
        passed=$((passed + $(awk 'END { print $1 }' "$work/out")))
      else fail "$program: $compiler $optimise"; fi
    done
  done
done

# Lists are walked alike at each optimisation; with the array of one that Windows declares, gcc sees one descriptor.
walks() { # compiler optimisation headers
  # shellcheck disable=SC2086
  $1 "$2" -I"$3" "${@:4}" walk.c -o "$work/walk" > "$work/out" 2>&1 && "$work/walk" > "$work/out" 2>&1
}
for compiler in "${compilers[@]}"; do
  for optimise in -O0 -O1 -O2 -O3; do
    if walks "$compiler" "$optimise" "$headers" "${strict[@]}"; then
      passed=$((passed + $(awk 'END { print $1 }' "$work/out")))
    else fail "walk: $compiler $optimise"; fi
  done
done
cp -r "$headers" "$work/bounded"
sed -i 's/DXGMAP_ANYSIZE(\(\w*\), \(\w*\))/\1 \2[ANYSIZE_ARRAY]/' "$work/bounded"/dxgmap_resource.h
for compiler in "gcc -std=c11 -x c" "g++ -std=c++17 -x c++"; do
  if walks "$compiler" -O0 "$work/bounded" -w; then pass; else fail "walk over a bounded array: $compiler -O0"; fi
  if walks "$compiler" -O1 "$work/bounded" -w; then fail "walk over a bounded array is seen right: $compiler"
  elif grep -q 'FAIL a list of one, by index: expected 4, seen 1' "$work/out"; then pass
  else fail "walk over a bounded array fails otherwise: $compiler"; fi
done
python3 rows.py bounded "$headers" > "$work/out" 2>&1 && [ ! -s "$work/out" ] && pass || fail "a nested array has a bound"

# The planted faults. The headers are copied once; each fault is put in, must not compile, and is taken out again.
cp -r "$headers" "$work/planted"
printf '#include "%s"\n' dispmprt.h ntddvdeo.h video.h > "$work/unit"
use=$work/planted
must_compile "the copied headers" "gcc -std=c11 -x c" "$work/unit"
python3 rows.py plant "$headers" > "$work/faults"
[ "$(wc -l < "$work/faults")" -gt 180 ] && pass || fail "faults are lost on the way"
while IFS=$'\t' read -r file line text; do
  { head -n $((line - 1)) "$headers/$file"; echo "$text"; tail -n +$((line + 1)) "$headers/$file"; } \
    > "$work/planted/$file"
  : > "$work/out"
  if compiles "gcc -std=c11 -x c" "$work/unit"; then fail "planted fault compiles: $file:$line: $text"
  elif grep -q 'static assertion failed' "$work/out"; then pass
  else fail "planted fault is not caught by an assertion: $file:$line: $text"; fi
  cp "$headers/$file" "$work/planted/$file"
done < "$work/faults"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
