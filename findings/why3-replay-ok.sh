#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Why3 1.5.1 with Z3 4.8.12 (Debian 12).
#
# `why3 replay` is what a CI runs over a stored session. One would guess that "replay OK" and exit status 0 mean that
# every goal of the file is proved. They mean that each recorded attempt ended as it is recorded: a goal that is false,
# whose one recorded attempt is "unknown", is replayed as well as any other. The count before the words (1/2) is the
# only sign. `why3 prove` of the same file exits with 2.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
command -v why3 >/dev/null && command -v z3 >/dev/null ||
  { echo 'needs why3 and z3 of Debian 12: apt-get install why3 z3' >&2; exit 2; }
export HOME=$work
same 'versions' 'Why3 platform, version 1.5.1, Z3 version 4.8.12' "$(why3 --version), $(z3 --version | cut -d' ' -f1-3)"
why3 config detect >/dev/null 2>&1

cat >sums.mlw <<'THEORY'
theory Sums
  use int.Int
  goal right: 1 + 1 = 2
  goal wrong: 1 + 1 = 3
end
THEORY
mkdir sums
cat >sums/why3session.xml <<'SESSION'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE why3session PUBLIC "-//Why3//proof session v5//EN" "https://www.why3.org/why3session.dtd">
<why3session shape_version="6">
<prover id="0" name="Z3" version="4.8.12" timelimit="5" steplimit="0" memlimit="1000"/>
<file format="whyml">
<path name=".."/><path name="sums.mlw"/>
<theory name="Sums">
 <goal name="right" proved="true"><proof prover="0"><result status="valid" time="0.01" steps="1"/></proof></goal>
 <goal name="wrong"><proof prover="0"><result status="unknown" time="0.01" steps="1"/></proof></goal>
</theory>
</file>
</why3session>
SESSION

code=0
why3 replay sums >log 2>/dev/null || code=$?
same 'why3 replay, one goal of two false' '1/2 (replay OK), exit 0' \
  "$(grep -o '[0-9]*/[0-9]* (replay OK' log)), exit $code"
code=0
why3 prove -P z3 sums.mlw >log 2>&1 || code=$?
same 'why3 prove of the same' 'exit 2' "exit $code"
verdict
