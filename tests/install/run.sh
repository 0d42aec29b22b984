#!/usr/bin/env bash
# What `make install` leaves: programs link against it, and it exports what its headers declare and nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$PWD/build/test/install
rm -rf "$out"
mkdir -p "$out"
passed=0
failed=0

check() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    echo "FAILED: $what"
    failed=$((failed + 1))
  fi
}

root=$out/root
export PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_PATH=$root/opt/dxgmap/lib/pkgconfig
check "make install" make --no-print-directory install DESTDIR="$root" PREFIX=/opt/dxgmap

flags() { pkg-config "$@" dxgmap; }
source=tests/install/linked.c
strict=(-std=c11 -Wall -Wextra -Werror)

for compiler in gcc clang; do
  check "$compiler, shared" "$compiler" "${strict[@]}" $(flags --cflags) $source $(flags --libs) -o "$out/$compiler-shared"
  check "$compiler, shared, runs" env LD_LIBRARY_PATH="$root/opt/dxgmap/lib" "$out/$compiler-shared"
  check "$compiler, static" "$compiler" "${strict[@]}" -static $(flags --cflags) $source $(flags --libs --static) \
    -o "$out/$compiler-static"
  check "$compiler, static, runs" "$out/$compiler-static"
done

sed -n '/^```c$/,/^```$/p' README.md | grep -v '^```' >"$out/readme.c"
check "the example of README.md compiles" gcc "${strict[@]}" $(flags --cflags) "$out/readme.c" $(flags --libs --static) \
  -static -o "$out/readme"
check "the example of README.md runs" "$out/readme"

# What the installed headers declare, as the compiler sees it, without what they say the driver or its loader defines.
elsewhere='DriverEntry|DxgkInitialize|ExAllocatePool2|ExFreePoolWithTag|VideoPort(Initialize|GetAccessRanges|VerifyAccessRanges)'
find "$root/opt/dxgmap/include" -name '*.h' -printf '#include "%p"\n' >"$out/headers.c"
gcc -std=c11 $(flags --cflags) -fsyntax-only -aux-info "$out/declared.txt" "$out/headers.c"
grep -F "$root/" "$out/declared.txt" | sed -n 's/^[^(]* extern [^(]*[ *]\(\w*\) (.*$/\1/p' |
  grep -vxE "$elsewhere" | sort -u >"$out/documented"
# The node of the version script is a name too, of no address.
nm --dynamic --defined-only --format=posix "$root/opt/dxgmap/lib/libdxgmap.so" | awk '$2 != "A" { print $1 }' |
  sed 's/@.*//' | sort -u >"$out/shared"
nm --extern-only --defined-only --format=posix "$root/opt/dxgmap/lib/libdxgmap.a" | awk 'NF > 1 { print $1 }' |
  sort -u >"$out/static"
check "some names are documented" test -s "$out/documented"
check "the shared library exports the documented names" diff "$out/documented" "$out/shared"
check "the archive exports the documented names" diff "$out/documented" "$out/static"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
