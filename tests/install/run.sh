#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What `make install` leaves: programs link against it, and it exports what its headers declare and nothing else.
source "$(dirname "$0")/../harness/suite.sh"

rm -rf "$out"
mkdir -p "$out"

root=$out/root
export PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_PATH=$root/opt/dxgmap/lib/pkgconfig
check "make install" make --no-print-directory install DESTDIR="$root" PREFIX=/opt/dxgmap

flags() { pkg-config "$@" dxgmap; }
source=tests/install/linked.c
warnings=(-std=c11 -Wall -Wextra -Werror)

for compiler in gcc clang; do
  check "$compiler, shared" "$compiler" "${warnings[@]}" $(flags --cflags) $source $(flags --libs) \
    -o "$out/$compiler-shared"
  check "$compiler, shared, runs" env LD_LIBRARY_PATH="$root/opt/dxgmap/lib" "$out/$compiler-shared"
  check "$compiler, static" "$compiler" "${warnings[@]}" -static $(flags --cflags) $source $(flags --libs --static) \
    -o "$out/$compiler-static"
  check "$compiler, static, runs" "$out/$compiler-static"
done

# Where the compiler has libbacktrace, reports say lines, and nobody has to link it.
lines() { # program
  { "$1" unpins 2>&1 || true; } | grep '#0 unpin.*tests/options/driver.c:' >/dev/null
}
if [ -s build/backtrace ]; then
  check "a report by the archive" gcc -g -static $(flags --cflags) tests/options/driver.c $(flags --libs --static) \
    -o "$out/lines"
  check "has lines" lines "$out/lines"
  check "a report by the shared library" gcc -g $(flags --cflags) tests/options/driver.c $(flags --libs) \
    -Wl,-rpath,"$root/opt/dxgmap/lib" -o "$out/lines-shared"
  check "has lines, too" lines "$out/lines-shared"
fi
check "dxgmap-fail is installed" "$root/opt/dxgmap/bin/dxgmap-fail" --help
check "the schema of reports is installed" test -s "$root/opt/dxgmap/share/dxgmap/report.schema.json"

# What `make verify-receipt` reads in a binary.
sum=$(sha256sum generated/dxgmap.c)
for library in so a; do
  check "libdxgmap.$library tells what it was compiled from" \
    grep -q "built from: sha256 ${sum%% *}" "$root/opt/dxgmap/lib/libdxgmap.$library"
done

block() { awk -v wanted="$1" '/^```c$/ { i++; inside = i == wanted; next } /^```$/ { inside = 0 } inside' README.md; }
block 1 >"$out/readme.c"
# The second block: its first line stands before the start, the rest where the driver runs.
block 2 | tail -n +2 >"$out/driver.c"
sed -e "/if (dxgmap_open/i $(block 2 | head -n 1)" -e "/Give &dxgkrnl/r $out/driver.c" "$out/readme.c" \
  >"$out/remapping.c"
for example in readme remapping; do
  check "the $example example of README.md compiles" gcc "${warnings[@]}" $(flags --cflags) "$out/$example.c" \
    $(flags --libs --static) -static -o "$out/$example"
  check "the $example example of README.md runs" "$out/$example"
done

# What the installed headers declare, as the compiler sees it, without what they say the driver or its loader defines.
elsewhere='DxgkInitialize|VideoPort(Initialize|GetAccessRanges|VerifyAccessRanges)'
find "$root/opt/dxgmap/include" -name '*.h' ! -name 'pshpack?.h' ! -name poppack.h \
  -printf '#include "%p"\n' >"$out/headers.c"
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

conclude
