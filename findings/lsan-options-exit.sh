#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# AddressSanitizer of gcc 12.2 and clang 14.0.6 (Debian 12).
#
# `LSAN_OPTIONS=exitcode=0` is how one lets a test pass that leaks. One would guess that it is about leaks. In a program
# with AddressSanitizer the options of the leak checker are read after ASan's own, into the same place: a heap overflow
# is reported, and the program exits with 0, whatever ASAN_OPTIONS says. A test runner that goes by the exit status sees
# a pass. log_path in LSAN_OPTIONS takes ASan's report away likewise. With clang, UBSAN_OPTIONS does the same to a
# program that has both sanitizers; with gcc it does not.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
for need in gcc-12 clang-14; do
  command -v $need >/dev/null || { echo "needs $need of Debian 12: apt-get install gcc-12 clang-14" >&2; exit 2; }
done

cat >over.c <<'C'
#include <stdlib.h>
int main(int count, char **words) {
  (void)words;
  char *four = malloc(4);
  four[3 + count] = 1;
  free(four);
  return 0;
}
C
# status OPTIONS...: the exit status, and how many reports of ASan stood on stderr.
status() {
  local code=0
  env "$@" ./over 2>log || code=$?
  echo "exit $code, reports $(grep -c 'ERROR: AddressSanitizer: heap-buffer-overflow' log || true)"
}
for compiler in gcc-12 clang-14; do
  "$compiler" -g -fsanitize=address over.c -o over
  same "$compiler, no options" 'exit 1, reports 1' "$(status -u ASAN_OPTIONS -u LSAN_OPTIONS)"
  same "$compiler, ASan's exitcode" 'exit 7, reports 1' "$(status ASAN_OPTIONS=exitcode=7)"
  same "$compiler, LSan's exitcode" 'exit 0, reports 1' "$(status LSAN_OPTIONS=exitcode=0)"
  same "$compiler, both" 'exit 0, reports 1' "$(status ASAN_OPTIONS=exitcode=7 LSAN_OPTIONS=exitcode=0)"
  same "$compiler, LSan's log_path" 'exit 1, reports 0' "$(status LSAN_OPTIONS=log_path="$work/leaks")"
  "$compiler" -g -fsanitize=address,undefined over.c -o over
  [ "$compiler" = gcc-12 ] && expected='exit 1, reports 1' || expected='exit 0, reports 1'
  same "$compiler, UBSan too, UBSan's exitcode" "$expected" "$(status UBSAN_OPTIONS=exitcode=0)"
done
verdict
