#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A small pass of the benchmark, for what it checks and not for its speed: with every peer that the machine has and with
# none, built by gcc and by clang, each answer is checked against the truth and the report takes the results. Then the
# report is given what no benchmark writes.
source "$(dirname "$0")/../harness/suite.sh"

measure() { RUNTIME_DIRECTORY=$out "$1" --smoke >"$1.jsonl" 2>"$1.log" || { cat "$1.log" && return 1; }; }

report() { python3 -B tests/bench/report.py "$1" "$2" >"$2.report"; }

# The table fits a terminal, and says of each target whether it was met.
table_fits() {
  ! grep -v "$out" "$1" | grep '.\{121\}' && grep -q 'Targets' "$1" && grep -qE '[0-9]+ met, [0-9]+ MISSED' "$1"
}

written() {
  python3 -c 'import json, sys; json.load(open(sys.argv[1]))["targets"]' "$1/bench.json" &&
    grep -q '<svg' "$1/bench.html"
}

# Each bound is measured: that of F5 only where the system lets its calls be counted.
bounds_are_there() { # results, report's folder
  grep -q '"calls"' "$1" || return 0
  python3 - "$2/bench.json" <<'PYTHON' && [ "$(grep -o 'bound here [0-9]' "$2/bench.html" | wc -l)" -eq 6 ]
import json, sys
bounds = [t["bound"] for t in json.load(open(sys.argv[1]))["targets"] if t["bound"]]
assert len(bounds) == 6 and all(b["value"] > 0 for b in bounds), bounds
PYTHON
}

# Throughput by threads has plots of its own, where there is more than one CPU.
plots_by_threads() {
  [ "$(nproc)" -lt 2 ] && return 0
  for name in 'W8 N readers' 'F8 MDL pairs, N threads' 'F8 ADL pairs, N threads'; do
    grep -q "<h3>$name</h3>" "$1/bench.html" || return 1
  done
}

# The results, but of F5 other figures: the library's, and its bound's if there is one.
with_life() { # ours, bound
  python3 -c '
import json, sys
for line in sys.stdin:
    row = json.loads(line)
    if row["row"] == "end":
        for who, ns in zip(("face", "calls + pages"), sys.argv[1:]):
            print(json.dumps({"row": "result", "workload": "F5", "case": "open, start, stop, close", "contender": who,
                              "unit": "ns", "suites": [[float(ns)]]}))
    if row.get("workload") != "F5":
        print(line, end="")' "$@"
}

# The bound stands below the target, which is missed all the same; one that was not measured is a dash.
bound_is_said() { # what is expected of it, ours, bound
  with_life "${@:2}" <"$good" >"$out/bound.jsonl" && report "$out/bound.jsonl" "$out/bound" &&
    grep -A 1 -E '^ +MISSED +F5 .* 61\.0 us +<= 50\.0 us$' "$out/bound.report" |
    grep -qE "^ +bound here +$1  [a-z]"
}

# Refused with one line that names the file and has the words.
refused() {
  local code=0
  python3 -B tests/bench/report.py "$1" "$out/refused" >"$out/refused.out" 2>"$out/refused.err" || code=$?
  [ "$code" -eq 1 ] && [ ! -s "$out/refused.out" ] && [ "$(wc -l <"$out/refused.err")" -eq 1 ] &&
    grep -qF "$1: " "$out/refused.err" && grep -qF "$2" "$out/refused.err" && [ ! -e "$out/refused" ]
}

# Beside the results of another revision each of our figures is shown twice; those of a run that did not end are none.
beside_base() {
  python3 -B tests/bench/report.py --base "$1" "$2" "$3" >"$3.report" &&
    grep -qE '^Beside the base .* now +base +x$' "$3.report" &&
    grep -qE '^F1 MDL pair, n = 1 +face .* 1\.00$' "$3.report" &&
    python3 -c 'import json, sys; assert len(json.load(open(sys.argv[1]))["base"]) > 50' "$3/bench.json" &&
    grep -q 'Beside the base' "$3/bench.html"
}

for build in gcc clang alone; do
  program=$out/$build
  case $build in
    alone) check "builds without peers" env BENCH_PEERS= tests/bench/build.sh "$program" gcc -O1 -g ;;
    *) check "$build builds it" tests/bench/build.sh "$program" "$build" -O1 -g ;;
  esac
  check "$build: every answer is right" measure "$program"
  check "$build: the report takes the results" report "$program.jsonl" "$out/$build-report"
  check "$build: the table fits" table_fits "$out/$build-report.report"
  check "$build: JSON and page" written "$out/$build-report"
  check "$build: the bounds" bounds_are_there "$program.jsonl" "$out/$build-report"
  check "$build: plots by threads" plots_by_threads "$out/$build-report"
done

good=$out/alone.jsonl
check "beside a base" beside_base "$good" "$good" "$out/base-report"
check "a bound below a target that is missed" bound_is_said '52\.0 us' 61000 52000
check "a bound that was not measured" bound_is_said - 61000
rm -rf "$out/refused"
sed '5s/$/,/' "$good" >"$out/broken.jsonl"
check "a line that is not JSON" refused "$out/broken.jsonl" "line 5: not JSON"
sed '$d' "$good" >"$out/short.jsonl"
check "a run that did not end" refused "$out/short.jsonl" "did not come to its end"
sed 's/"suites": \[\[/"suites": [["fast", /' "$good" >"$out/words.jsonl"
check "a sample that is no number" refused "$out/words.jsonl" "not a row of the benchmark"
: >"$out/empty.jsonl"
base_is_refused() { ! python3 -B tests/bench/report.py --base "$1" "$good" "$out/refused" && [ ! -e "$out/refused" ]; }
check "a base that did not end" base_is_refused "$out/short.jsonl"
check "no results" refused "$out/empty.jsonl" "there are no results"
check "no file" refused "$out/nowhere.jsonl" "No such file"

conclude
