#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What others get: the archives of the source are the same bytes each time, manual pages are there for everything and
# well formed, the interface of the shared library is the recorded one, and Debian packages build, without a word from
# lintian. --quick: without the Debian packages.
source "$(dirname "$0")/../harness/suite.sh"

rm -rf "$out"
mkdir -p "$out"
version=$(cat VERSION)
soversion=${version%%.*}

# ---- Archives ----

same() { cmp "$out/$1/SHA256SUMS" "$out/$2/SHA256SUMS"; }
check "make dist" packaging/dist "$out/first"
check "its hashes hold" sh -c "cd '$out/first' && sha256sum --check --strict SHA256SUMS"
packs_again() { (umask 077 && touch README.md && TZ=Asia/Tokyo LC_ALL=C.UTF-8 packaging/dist "$out/second"); }
check "again" packs_again
check "the same bytes" same first second
mkdir "$out/unpacked"
check "it unpacks into one folder" tar -C "$out/unpacked" -xf "$out/first/dxgmap-$version.tar.gz"
packs_unpacked() { (cd "$out/unpacked/dxgmap-$version" && packaging/dist "$out/third"); }
check "what is unpacked can be packed" packs_unpacked
check "to the same bytes" same first third
tar -C "$out/unpacked" -xf "$out/first/dxgmap-$version-dropin.tar.gz"
check "the drop-in is whole" gcc -std=c11 -fsyntax-only -I"$out/unpacked/dxgmap-$version-dropin/generated/include" \
  "$out/unpacked/dxgmap-$version-dropin/generated/dxgmap.c"

# ---- The library, and its interface ----

prefix=$out/prefix
library=$out/library/lib/libdxgmap.so
check "make install" make --no-print-directory install BUILD="$out/library" CFLAGS='-O0 -g' PREFIX="$prefix"
soname() { readelf --dynamic "$1" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p'; }
check "the soname has the first number of the version" test "$(soname "$library")" = "libdxgmap.so.$soversion"
unversioned() { nm --dynamic --defined-only "$library" | grep -v -e "@@DXGMAP_$soversion\$" -e " A DXGMAP_$soversion"; }
check "every name is of the soname's version" refuses -- unversioned

record=packaging/abi/libdxgmap.so.$soversion.abi
interface() { # record: additions are well
  abidiff --no-added-syms "$1" "$library" && return
  echo "The interface is not the recorded one. Before a release: make abi. After it a new soname too: VERSION."
  return 1
}
check "the interface is the recorded one" interface "$record"
planted() { # what, expression of sed, words
  sed "$2" "$record" >"$out/planted.abi"
  check "planted: $1" test "$(cmp -s "$record" "$out/planted.abi"; echo $?)" -eq 1
  check "planted: $1 is told" refuses "${@:3}" -- interface "$out/planted.abi"
}
planted "a function that is gone" 's/dxgmap_open\b/dxgmap_opened/' 'dxgmap_opened'
planted "a member that has moved" \
  "/<class-decl name='dxgmap_failure'/,/class-decl>/s/layout-offset-in-bits='128'/layout-offset-in-bits='192'/" \
  'dxgmap_failure' 'offset changed'
added() {
  sed -e "/<elf-symbol name='dxgmap_receipt'/d" -e "/<function-decl name='dxgmap_receipt'/,/<\/function-decl>/d" \
    "$record" >"$out/added.abi" && ! grep -q dxgmap_receipt "$out/added.abi" && interface "$out/added.abi"
}
check "a function more is none of its business" added

# ---- Manual pages ----

formatted() { # without a warning of groff's
  local said
  said=$(MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null)
  [ -z "$said" ] || { echo "$said" && false; }
}
for page in packaging/man/*.[1-9]; do
  check "mandoc: ${page##*/}" mandoc -Tlint -W warning "$page"
  check "man: ${page##*/}" formatted "$page"
done
in_pages() { # every function of the library's own is in a page
  local name bad=0
  for name in $(sed -n 's/^    \(dxgmap_[a-z_0-9]*\);$/\1/p' generated/dxgmap.map); do
    grep -qwr "$name" packaging/man || { echo "in no page: $name" && bad=1; }
  done
  return "$bad"
}
check "every function is in a page" in_pages
programs() { # every program that is installed has a page
  local program bad=0
  for program in "$prefix"/bin/*; do
    [ ! -e "$program" ] || [ -e "packaging/man/${program##*/}.1" ] || { echo "no page: $program" && bad=1; }
  done
  return "$bad"
}
check "every program has a page" programs
check "a page is found by each of its names" man --where --manpath="$prefix/share/man" dxgmap_fail_each
headers() { # every header that stands for itself is in the page of the frames, or in dxgmap(3)
  local header bad=0
  for header in frames/*.h frames/*.hpp; do
    grep -q "${header##*/}" packaging/man/dxgmap_frames.7 || { echo "in no page: $header" && bad=1; }
  done
  return "$bad"
}
check "every frame is in a page" headers

# ---- Debian packages ----

if [ -z "$quick" ]; then
  export DEB_BUILD_OPTIONS=noopt
  check "make deb" packaging/deb "$out/deb"
  has() { # package, file
    dpkg-deb --contents "$out/deb/$1_$version-1~local1_amd64.deb" >"$out/contents" &&
      { grep -qE " \./usr/$2( |\$)" "$out/contents" || { cat "$out/contents" && false; }; }
  }
  of=lib/x86_64-linux-gnu
  check "libdxgmap has the library" has "libdxgmap$soversion" "$of/libdxgmap.so.$version"
  for file in include/dxgmap/dxgmap.h include/dxgmap/dxgmap_gtest.hpp "$of/libdxgmap.a" "$of/pkgconfig/dxgmap.pc" \
    "$of/cmake/dxgmap/dxgmap-config.cmake" share/man/man3/dxgmap.3.gz \
    share/doc/libdxgmap-dev/examples/driver/driver.c; do
    check "libdxgmap-dev has $file" has libdxgmap-dev "$file"
  done
  for file in bin/dxgmap-trace share/man/man1/dxgmap-trace.1.gz share/doc/dxgmap-tools/FORMAT.md.gz; do
    check "dxgmap-tools has $file" has dxgmap-tools "$file"
  done
  check "what it has can run" dpkg-deb --extract "$out/deb/dxgmap-tools_$version-1~local1_amd64.deb" "$out/tools"
  check "and judges" "$out/tools/usr/bin/dxgmap-trace" check --output /dev/null \
    - <<<'{"dxgmap_trace":1,"by":"a test"}'
fi
conclude
