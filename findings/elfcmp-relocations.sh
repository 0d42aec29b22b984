#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# eu-elfcmp of elfutils 0.188 (Debian 12, elfutils 0.188-2.1), objects by gcc 12.2.
#
# eu-elfcmp compares "relevant parts of two ELF files for equality", for which one uses it to see whether a build made
# the same again. One would guess that what decides what a program does is relevant. Of object files it compares the
# sections that are loaded, and not the relocations and symbols by which they are linked: objects that call another
# function, take the address of another variable, read another element of an array, or define a function that is weak
# or hidden, are the same to it, with exit status 0 and without a word, also with -l, which is to tell all differences.
# The programs that are linked of them differ, which it sees.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs elfutils=0.188-2.1 libelf1=0.188-2.1 libdw1=0.188-2.1 libasm1=0.188-2.1

cat >main.c <<'C'
#include <stdio.h>
int f(void);
int main(void) { printf("%d\n", f()); }
C
echo 'int up(void) { return 1; } int down(void) { return 2; } int list[2] = {3, 4};' >other.c
gcc -c main.c other.c

# compared FIRST SECOND WITH...: what eu-elfcmp says of the objects, and what programs of them print.
compared() {
  local first=$1 second=$2 code=0
  shift 2
  gcc -c -x c -o first.o - <<<"$first"
  gcc -c -x c -o second.o - <<<"$second"
  eu-elfcmp -l first.o second.o >log 2>&1 || code=$?
  gcc -o first first.o "$@" && gcc -o second second.o "$@"
  echo "exit $code, lines $(wc -l <log); $(./first) and $(./second)"
}
declared='extern int list[2]; int up(void); int down(void);'
same 'for comparison: another number' 'exit 1, lines 1; 1 and 2' \
  "$(compared 'int f(void) { return 1; }' 'int f(void) { return 2; }' main.o)"
same 'another function called' 'exit 0, lines 0; 1 and 2' \
  "$(compared "$declared int f(void) { return up(); }" "$declared int f(void) { return down(); }" main.o other.o)"
same 'another element read' 'exit 0, lines 0; 3 and 4' \
  "$(compared "$declared int f(void) { return list[0]; }" "$declared int f(void) { return list[1]; }" main.o other.o)"
same 'another address taken' 'exit 0, lines 0; 1 and 2' \
  "$(compared "$declared int (*to)(void) = up; int f(void) { return to(); }" \
              "$declared int (*to)(void) = down; int f(void) { return to(); }" main.o other.o)"

code=0
eu-elfcmp --ignore-build-id first second >log 2>&1 || code=$?
same 'the two programs' 1 "$code"
gcc -c -x c -o first.o - <<<'int f(void) { return 6; }'
for attribute in weak 'visibility("hidden")'; do
  gcc -c -x c -o second.o - <<<"__attribute__(($attribute)) int f(void) { return 6; }"
  code=0
  eu-elfcmp -l first.o second.o >log 2>&1 || code=$?
  same "the same function, $attribute" 'exit 0, lines 0' "exit $code, lines $(wc -l <log)"
done
verdict
