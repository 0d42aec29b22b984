#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run_bench.sh [OPTION...]: builds the benchmark, runs it with the options that bench.c has, and shows the report; what
# `make bench` does. Under build/bench it leaves results.jsonl, bench.json and bench.html.
#   BENCH_CC, BENCH_CFLAGS: the compiler and its flags, gcc and -O3
#   BENCH_BASE: a revision; this benchmark is built on its library too, and run before, and the report compares the two
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$PWD/build/bench
mkdir -p "$out"
# The peers' memory in huge pages as ours is; DPDK's directory not among the machine's.
case " $* " in *" --small-pages "*) ;; *) export GLIBC_TUNABLES=glibc.malloc.hugetlb=1 ;; esac
export RUNTIME_DIRECTORY=$out

measured() { # program, results, options
  # shellcheck disable=SC2086 # the flags are words
  tests/bench/build.sh "$1" "${BENCH_CC:-gcc}" ${BENCH_CFLAGS:--O3}
  "$1" "${@:3}" >"$2"
}

beside=()
if [ -n "${BENCH_BASE-}" ]; then
  rm -rf "$out/base"
  mkdir -p "$out/base"
  git archive "$BENCH_BASE" generated | tar -x -C "$out/base"
  BENCH_LIBRARY=$out/base/generated measured "$out/bench-base" "$out/base.jsonl" "$@"
  beside=(--base "$out/base.jsonl")
fi
measured "$out/bench" "$out/results.jsonl" "$@"
python3 -B tests/bench/report.py "${beside[@]}" "$out/results.jsonl" "$out"
