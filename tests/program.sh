#!/bin/sh
# SPDX-License-Identifier: MIT
# program.sh SUITE PASSED WRONG: builds tests/SUITE/*.c on the drop-in library under gcc and clang, runs it, and counts the
# lines of its output that match PASSED and WRONG. Called by the run.sh of the suite.
set -u
cd "$(dirname "$0")/.."
suite=$1
strict="-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion -Wshadow -Werror -g -O1"
out=build/test/$suite
passed=0 failed=0
mkdir -p "$out"
for compiler in gcc clang; do
  # shellcheck disable=SC2086 # the flags are words
  if ! $compiler $strict -Igenerated/include generated/dxgmap.c tests/"$suite"/*.c -rdynamic -pthread -o "$out/$compiler"; then
    failed=$((failed + 1))
    continue
  fi
  "$out/$compiler" >"$out/$compiler.log" 2>&1
  code=$?
  cat "$out/$compiler.log"
  passed=$((passed + $(grep -c "$2" "$out/$compiler.log")))
  wrong=$(grep -c "$3" "$out/$compiler.log")
  test "$code" -eq 0 || test "$wrong" -gt 0 || wrong=1
  failed=$((failed + wrong))
done
echo "$passed passed, $failed failed"
test "$failed" -eq 0
