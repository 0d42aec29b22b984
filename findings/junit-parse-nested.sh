#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# test-results-parser 0.4.6 of npm.
#
# Of a JUnit file it reads the cases that stand right in the outermost suites. One would guess that a suite within a
# suite is read or refused. It is left out without a word, its failed test with it: where the outer suite counts its own
# cases, the run has PASSed. And the counts of a suite, which a file need not have, are not made from its cases: without
# them all numbers are NaN and the status is SKIP.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
packages test-results-parser@0.4.6

cat >run.js <<'SCRIPT'
const { parse } = require("test-results-parser");
const run = parse({ type: "junit", files: [process.argv[2]] });
const cases = run.suites.flatMap((suite) => suite.cases.map((one) => one.name));
console.log(`${run.status}, total ${run.total}, failed ${run.failed}, cases ${cases}`);
SCRIPT
suites() {
  cat >file.xml <<XML
<testsuites $1>
  <testsuite name="outer" $1>
    <testcase name="plain"/>
    <testsuite name="inner" tests="1" failures="1">
      <testcase name="nested"><failure message="broken"/></testcase>
    </testsuite>
  </testsuite>
</testsuites>
XML
  node run.js file.xml
}
same 'counts of each suite' 'PASS, total 1, failed 0, cases plain' \
  "$(suites 'tests="1" failures="0" errors="0" skipped="0"')"
same 'no counts' 'SKIP, total NaN, failed NaN, cases plain' "$(suites '')"
verdict
