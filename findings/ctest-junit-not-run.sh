#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# CTest 3.25.1 (Debian 12, cmake 3.25.1-1).
#
# `ctest --output-junit FILE` writes the results that a CI shows. One would guess that a run of which CTest says "1
# tests failed out of 1" has a failure in that file. A test that could not start, as its program was not built, a file
# that it requires is missing, or the set-up that it depends upon failed, is among "The following tests FAILED", with
# "(Not Run)" and an exit status of 8. In the file it is skipped, like one that asked to be, and failures="0". Who
# judges by the file takes a suite of which nothing was built for one of tests that do not apply.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
command -v ctest >/dev/null || { echo 'needs ctest of Debian 12: apt-get install cmake' >&2; exit 2; }
same 'version' 'ctest version 3.25.1' "$(ctest --version | head -1)"

cat >CTestTestfile.cmake <<'TESTS'
add_test(wrong false)
add_test(absent /nonexistent/program)
add_test(input true)
set_tests_properties(input PROPERTIES REQUIRED_FILES /nonexistent/input)
add_test(setup false)
set_tests_properties(setup PROPERTIES FIXTURES_SETUP base)
add_test(based true)
set_tests_properties(based PROPERTIES FIXTURES_REQUIRED base)
add_test(declines sh -c "exit 77")
set_tests_properties(declines PROPERTIES SKIP_RETURN_CODE 77)
TESTS
# run TEST: the exit status, how many tests failed, and what the file counts.
run() {
  local code=0
  ctest -R "^$1\$" --output-junit "$work/report.xml" >log 2>&1 || code=$?
  echo "exit $code, $(grep -o '[0-9]* tests failed' log);" \
    "$(grep -o -e 'failures="[0-9]*"' -e 'skipped="[0-9]*"' report.xml | paste -sd ' ')"
}
same 'a test that fails' 'exit 8, 1 tests failed; failures="1" skipped="0"' "$(run wrong)"
same 'its program is not there' 'exit 8, 1 tests failed; failures="0" skipped="1"' "$(run absent)"
same 'a file that it requires is not' 'exit 8, 1 tests failed; failures="0" skipped="1"' "$(run input)"
same 'its set-up fails, which counts' 'exit 8, 2 tests failed; failures="1" skipped="1"' "$(run based)"
same 'a test that asked to be skipped' 'exit 0, 0 tests failed; failures="0" skipped="1"' "$(run declines)"
verdict
