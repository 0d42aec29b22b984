#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# junit-report-merger 9.0.4 of npm.
#
# It joins the JUnit files of the parts of a run. Suites of one name become one, and the numbers at the top are made
# anew. One would guess that they are the sums of those of the files. They are those of the outermost suites alone: a
# test that failed in a suite within a suite, which its own file counts at the top, is not counted any more, and the
# merged file says failures="0" above it. The time is that of the longest suite, not a sum.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
packages junit-report-merger@9.0.4

mkdir parts
cat >parts/a.xml <<'XML'
<testsuites tests="2" failures="1" time="2.5">
  <testsuite name="unit" tests="1" failures="0" time="1.5">
    <testcase name="plain" time="1.5"/>
    <testsuite name="deep" tests="1" failures="1" time="1">
      <testcase name="nested" time="1"><failure message="broken"/></testcase>
    </testsuite>
  </testsuite>
</testsuites>
XML
cat >parts/b.xml <<'XML'
<testsuites tests="1" failures="0" time="2">
  <testsuite name="unit" tests="1" failures="0" time="2"><testcase name="other" time="2"/></testsuite>
</testsuites>
XML
node_modules/.bin/jrm merged.xml 'parts/*.xml' >/dev/null
same 'tests that failed, in the merged file' 1 "$(grep -c '<failure' merged.xml)"
same 'what its top says' '<testsuites tests="2" failures="0" time="2">' "$(grep '<testsuites' merged.xml)"
verdict
