#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The frames: the guards and the GoogleTest adapter (gtest_test.cpp), the CTest adapter on programs that print reports,
# the soak runner on lives that grow, and each header alone, in C and C++.
source "$(dirname "$0")/../harness/suite.sh"

dropin=$(library dropin gcc -g -O2)
flags=(-Wall -Wextra -Wshadow -Wconversion -Werror -Wno-unused-function -g -O0 -Igenerated/include -Iframes)

for header in frames/*; do
  case $header in
    *.h) check "${header##*/} alone, in C" clang -std=c11 "${flags[@]}" -fsyntax-only -x c "$header" ;&
    *.hpp) check "${header##*/} alone, in C++" clang++ -std=c++17 -Wno-pragma-once-outside-header "${flags[@]}" \
      -fsyntax-only -x c++ "$header" ;;
  esac
done

gtest() { # its count, as the others give theirs
  "$out/gtest" --gtest_brief=1
}
if builds gtest g++ -std=c++17 "${flags[@]}" -Wno-multichar tests/frames/gtest_test.cpp "$dropin" -lgtest_main -lgtest \
  -rdynamic -pthread -o "$out/gtest"; then
  check "guards and GoogleTest" gtest
fi

# A program that prints reports, and what is expected of it.
reports() { # exit code, cause and function...
  local code=$1
  shift
  {
    echo 'echo "a line of its own" >&2'
    while [ $# -gt 0 ]; do
      printf 'echo "%s" >&2\n' 'dxgmap: DxgkCbUnmapMemory: it is [not]; so' "  cause:     $1" "    #0 $2+0x1 (toy)"
      shift 2
    done
    echo "exit $code"
  } >"$out/toy"
}
judge() { cmake "-DEXPECTED=$1" -P frames/cmake/dxgmap-judge.cmake -- sh "$out/toy"; }

reports 0
check "no report, none expected" judge ""
check "none, one expected" refuses "never reported: DXGMAP_PINNED in Pin" -- judge DXGMAP_PINNED@Pin
reports 3
check "none, but the program fails" refuses "exit code 0, seen: 3" -- judge ""
reports 1 DXGMAP_PINNED PinTwice
check "the one that is expected" judge DXGMAP_PINNED@PinTwice
check "at any site" judge DXGMAP_PINNED@
check "unexpected" refuses "unexpected reports: 1" "#0 PinTwice" -- judge ""
check "another cause" refuses "unexpected reports: 1" "never reported: DXGMAP_LEAK" -- judge DXGMAP_LEAK@PinTwice
check "another site" refuses "unexpected reports: 1" "never reported: DXGMAP_PINNED in Start" -- \
  judge DXGMAP_PINNED@Start
reports 1 DXGMAP_PINNED PinTwice DXGMAP_LEAK Start
check "two that are expected" judge DXGMAP_LEAK@Start,DXGMAP_PINNED@PinTwice
check "one of two" refuses "unexpected reports: 1" -- judge DXGMAP_LEAK@Start
echo 'kill -SEGV $$' >"$out/toy"
check "a crash is none that is expected" refuses "never reported" "ended by" -- judge DXGMAP_LEAK@Start

# A table of dxgmap-fail, and what is expected of it.
table() { # exit code, lines
  local code=$1
  shift
  {
    printf '%s\n' '#!/bin/sh' 'echo "  n  outcome   exit      what failed    where"'
    printf "echo '%s'\n" "$@"
    echo "exit $code"
  } >"$out/table"
  chmod +x "$out/table"
}
judge_table() { cmake "-DEXPECTED=$1" "-DFAIL=$out/table" -P frames/cmake/dxgmap-judge.cmake -- toy; }
leak=('    2  leak      1         DxgkCbMapMemory   Start toy.c:2'
  '       DXGMAP_LEAK: a [view]; so, by Map toy.c:1 < Start')

table 0 '    1  clean     0         DxgkCbMapMemory   Start toy.c:2'
check "each failure clean" judge_table ""
check "clean, a leak expected" refuses "never reported: DXGMAP_LEAK in Map" -- judge_table DXGMAP_LEAK@Map
table 1 "${leak[@]}"
check "the leak that is expected" judge_table DXGMAP_LEAK@Map
check "in the caller" judge_table DXGMAP_LEAK@Start
check "one that is not" refuses "unexpected reports: 1" "exit code 0, seen: 1" -- judge_table ""
check "of something else" refuses "unexpected reports: 1" "never reported: DXGMAP_LEAK in Pin" -- \
  judge_table DXGMAP_LEAK@Pin
table 1 "${leak[@]}" '    3  crash     SIGSEGV   DxgkCbMapMemory   Start toy.c:2'
check "a crash beside it" refuses "with failure 3: crash" -- judge_table DXGMAP_LEAK@Map
table 2 'dxgmap-fail: the program acquires nothing, so nothing can fail'
check "runs that cannot be made" refuses "could not make the runs" -- judge_table DXGMAP_LEAK@Map

cat >"$out/soak.c" <<'C'
#include <dxgmap_soak.h>
#include <stdlib.h>
#include <string.h>
static bool life(uint64_t number, void *context)
{
  const char *how = context;
  if (strcmp(how, "files") == 0 && fopen("/dev/null", "r") == NULL) {
    return false;
  }
  if (strcmp(how, "memory") == 0) {
    memset(malloc(1 << 20), 1, 1 << 20);
  }
  return strcmp(how, "fails") != 0 || number < 7;
}
int main(int count, char **words)
{
  return count == 2 && dxgmap_soak(life, words[1], 20) ? 0 : 1;
}
C
if builds soak gcc -std=c11 "${flags[@]}" "$out/soak.c" -o "$out/soak"; then
  check "a life that is bounded" "$out/soak" bounded
  check "one that keeps files" refuses "open files: expected at most" -- "$out/soak" files
  check "one that keeps memory" refuses "resident pages: expected at most" -- "$out/soak" memory
  check "one that fails" refuses "life 7 of 20 failed" -- "$out/soak" fails
fi
conclude
