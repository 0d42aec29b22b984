#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tap-xunit 2.4.1, tap-junit 5.0.4 and tap-parser 18.3.4 of npm, and Meson 1.0.1 (Debian 12, meson 1.0.1-5).
#
# TAP has two ways to say that a run did not get to its end: "Bail out!", and a plan (1..3) that has more tests than
# follow. One would guess that who reads TAP knows both, as prove does, which fails.
# - tap-xunit writes a JUnit file of the tests that came, with failures="0" errors="0", and exits with 0, in both cases.
# - tap-junit exits with 0 of a failed test too, so its file is what counts. After "Bail out!" its file has
#   failures="0". Where tests are missing it says failures="1" and has no <failure>, so who counts those finds none.
# - Meson takes a test that bails out before its first line, with exit status 0, for skipped, and so one that prints
#   nothing at all. `meson test` exits with 0. (Meson's issue 13535.)
# - tap-parser, on which others build, exits with 0 where neither a plan nor a test came: of a program that is not
#   there, or died, in a pipe.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
packages tap-xunit@2.4.1 tap-junit@5.0.4 tap-parser@18.3.4
debs meson=1.0.1-5 ninja-build
export PYTHONPATH=$work/root/usr/lib/python3/dist-packages PATH=$work/node_modules/.bin:$PATH

failed='1..2\nok 1 - first\nnot ok 2 - second\n'
bailed='1..3\nok 1 - first\nBail out! no disk\n'
missing='1..3\nok 1 - first\nok 2 - second\n'
# read_by TOOL TAP: its exit status, the failures of its first suite, and how many <failure> there are.
read_by() {
  local code=0
  # shellcheck disable=SC2059
  printf "$2" | "$1" >file.xml 2>log || code=$?
  echo "exit $code, $(grep -o '<testsuite [^>]*>' file.xml | grep -o 'failures="[0-9]*"')," \
    "found $(grep -c '<failure' file.xml || true)"
}
proves() {
  # shellcheck disable=SC2059
  printf "$1" >file.tap
  prove -e cat file.tap >log 2>&1 && echo passes || echo fails
}
same 'prove, a run that bailed out' fails "$(proves "$bailed")"
same 'prove, a run that lacks a test' fails "$(proves "$missing")"
same 'tap-xunit, a test that failed' 'exit 1, failures="1", found 1' "$(read_by tap-xunit "$failed")"
same 'tap-xunit, a run that bailed out' 'exit 0, failures="0", found 0' "$(read_by tap-xunit "$bailed")"
same 'tap-xunit, a run that lacks a test' 'exit 0, failures="0", found 0' "$(read_by tap-xunit "$missing")"
same 'tap-junit, a test that failed' 'exit 0, failures="1", found 1' "$(read_by tap-junit "$failed")"
same 'tap-junit, a run that bailed out' 'exit 0, failures="0", found 0' "$(read_by tap-junit "$bailed")"
same 'tap-junit, a run that lacks a test' 'exit 0, failures="1", found 0' "$(read_by tap-junit "$missing")"

parses() {
  # shellcheck disable=SC2059
  printf "$1" | tap-parser >log 2>&1 && echo passes || echo fails
}
same 'tap-parser, a run that lacks a test' fails "$(parses "$missing")"
same 'tap-parser, nothing' passes "$(parses '')"
same 'tap-parser, no TAP' passes "$(parses 'no such program\n')"
same 'prove, nothing' fails "$(proves '')"

printf '#!/bin/sh\nprintf "Bail out! no disk\\n"\n' >first.sh
printf '#!/bin/sh\nprintf "1..3\\nok 1\\nBail out! no disk\\n"\n' >later.sh
printf '#!/bin/sh\n' >silent.sh
chmod +x first.sh later.sh silent.sh
{
  echo "project('tap')"
  for test in first later silent; do
    echo "test('$test', find_program('./$test.sh'), protocol: 'tap')"
  done
} >meson.build
meson setup build >log
# judged TEST: Meson's word for it, and its exit status.
judged() {
  local code=0
  meson test -C build "$1" >log 2>&1 || code=$?
  echo "$(awk '$2 == name { print $3 }' name="$1" log), exit $code"
}
same 'Meson, bailed out later' 'ERROR, exit 1' "$(judged later)"
same 'Meson, bailed out at once' 'SKIP, exit 0' "$(judged first)"
same 'Meson, nothing printed' 'SKIP, exit 0' "$(judged silent)"
verdict
