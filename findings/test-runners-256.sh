#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Meson 1.0.1 and CppUTest 4.0 (Debian 12: meson 1.0.1-5, libcpputest-dev 4.0-2).
#
# One would guess that a test run with failures does not exit with 0. Both exit with the number of failures, of which a
# process keeps the last eight bits: with 256 failures `meson test` exits with 0, and so does a program of CppUTest
# whose main returns CommandLineTestRunner::RunAllTests, as its manual has it. A whole suite that breaks at once, in
# tests that are made by a loop, is where such numbers come from.
source "$(dirname "$0")/common.sh"
debs meson=1.0.1-5 ninja-build libcpputest-dev=4.0-2
export PYTHONPATH=$work/root/usr/lib/python3/dist-packages

meson_fails() {
  rm -rf build
  cat >meson.build <<BUILD
project('many')
no = find_program('false')
foreach i : range($1)
  test('test @0@'.format(i), no)
endforeach
BUILD
  meson setup build >/dev/null
  local code=0
  meson test -C build >log 2>&1 || code=$?
  echo "$(awk '$1 == "Fail:" { print $2 }' log) failed, exit $code"
}
same 'meson test, 255 tests that fail' '255 failed, exit 255' "$(meson_fails 255)"
same 'meson test, 256 tests that fail' '256 failed, exit 0' "$(meson_fails 256)"

cpputest_fails() {
  {
    printf '#include "CppUTest/TestHarness.h"\n#include "CppUTest/CommandLineTestRunner.h"\nTEST_GROUP(many) {};\n'
    seq "$1" | sed 's/.*/TEST(many, t&) { FAIL("no"); }/'
    printf 'int main(int count, char **words) { return CommandLineTestRunner::RunAllTests(count, words); }\n'
  } >many.cpp
  g++ -w -Iroot/usr/include many.cpp -o many root/usr/lib/x86_64-linux-gnu/libCppUTest.a
  local code=0
  ./many >log || code=$?
  echo "$(grep -o '[0-9]* failures' log), exit $code"
}
same 'CppUTest, 255 tests that fail' '255 failures, exit 255' "$(cpputest_fails 255)"
same 'CppUTest, 256 tests that fail' '256 failures, exit 0' "$(cpputest_fails 256)"
verdict
