#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# patchelf 0.14.3 and chrpath 0.16 (Debian 12: patchelf 0.14.3-1+b1, chrpath 0.16-2+b1), libraries by binutils 2.40.
#
# Both change where a program looks for its libraries, and nothing else, one would guess. But the linker keeps equal
# ends of strings once: a symbol whose name is the end of the search path (a library built in a folder that is named
# like its function) lies in the path's last bytes. `patchelf --set-rpath` fills the old path with X, and so does
# `--shrink-rpath`; `chrpath -r` writes the new one over it. The function is called XXXXX then, or nothing at all. Both
# exit with 0 and print no warning; the program that calls it fails when it starts, or later, with lazy binding.
# Removing the path (`chrpath -d`, `patchelf --remove-rpath`) leaves the name alone. patchelf's issue 162 is open since
# 2019; the manual of neither says a word.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs patchelf=0.14.3-1+b1 chrpath=0.16-2+b1

echo 'int parse(void) { return 42; }' >parse.c
gcc -shared -fPIC parse.c -o built.so -Wl,-rpath,/build/lib/parse

# after COMMAND...: the exit status, the one function the library exports, and the search path.
after() {
  local code=0
  cp built.so changed.so
  "$@" changed.so >log 2>&1 || code=$?
  echo "exit $code, '$(nm -D --defined-only changed.so | cut -d' ' -f3)'," \
    "$(readelf -d changed.so | grep -o 'path: .*' || echo none)"
}
same 'as built' "exit 0, 'parse', path: [/build/lib/parse]" "$(after true)"
same 'patchelf --set-rpath' "exit 0, 'XXXXX', path: [/usr/lib]" "$(after patchelf --set-rpath /usr/lib)"
same 'patchelf --shrink-rpath' "exit 0, 'XXXXX', path: []" "$(after patchelf --shrink-rpath)"
same 'patchelf --remove-rpath' "exit 0, 'parse', none" "$(after patchelf --remove-rpath)"
same 'chrpath -r' "exit 0, '', path: [/usr/lib]" "$(after chrpath -r /usr/lib)"
same 'chrpath -d' "exit 0, 'parse', none" "$(after chrpath -d)"
verdict
