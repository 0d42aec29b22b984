#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# clang-tidy 14.0.6 (Debian 12, clang-tidy-14 1:14.0.6-12) with the analyser's checks of va_list.
#
# clang-tidy takes several files, and one would guess that what it says of a file does not depend on those before it.
# It does: behind a file that calls some function, va_start counts for nothing. A va_list that is started, used and
# ended as it should be is "uninitialized", and one that is never ended, which alone is told, is not told any more. So a
# lint that gives its files in groups reports what is right, and misses what is wrong, by the order of their names.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
command -v clang-tidy >/dev/null || { echo "needs clang-tidy of Debian 12: apt-get install clang-tidy" >&2; exit 2; }
same 'version' 'version 14.0.6' "$(clang-tidy --version | grep -o 'version 14.*')"

cat >first.c <<'C'
#include <string.h>
unsigned long first(const char *text) { return strlen(text); }
C
cat >ended.c <<'C'
#include <stdarg.h>
#include <stdio.h>
int say(char *to, unsigned long size, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int length = vsnprintf(to, size, format, list);
  va_end(list);
  return length;
}
C
sed '/va_end/d' ended.c >left.c
# said FILE ...: the checks that complain.
said() {
  clang-tidy --quiet -checks='-*,clang-analyzer-valist.*' "$@" -- 2>/dev/null | grep -o 'valist\.[A-Z][a-z]*' |
    paste -sd' ' || true
}
same 'one that is ended' '' "$(said ended.c)"
same 'the same, behind another file' 'valist.Uninitialized' "$(said first.c ended.c)"
same 'one that is never ended' 'valist.Unterminated' "$(said left.c)"
same 'the same, behind another file' 'valist.Uninitialized' "$(said first.c left.c)"
verdict
