#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run_bench.sh [OPTION...]: builds the benchmark, runs it with the options that bench.c has, and shows the report; what
# `make bench` does. Under build/bench it leaves results.jsonl, bench.json and bench.html.
#   BENCH_CC, BENCH_CFLAGS: the compiler and its flags, gcc and -O3
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$PWD/build/bench
mkdir -p "$out"
# shellcheck disable=SC2086 # the flags are words
tests/bench/build.sh "$out/bench" "${BENCH_CC:-gcc}" ${BENCH_CFLAGS:--O3}
# The peers' memory in huge pages as ours is; DPDK's directory not among the machine's.
case " $* " in *" --small-pages "*) ;; *) export GLIBC_TUNABLES=glibc.malloc.hugetlb=1 ;; esac
RUNTIME_DIRECTORY=$out "$out/bench" "$@" >"$out/results.jsonl"
python3 -B tests/bench/report.py "$out/results.jsonl" "$out"
