#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# libFuzzer of clang 14.0.6 (Debian 12, clang-14 and libclang-rt-14-dev 1:14.0.6-12).
#
# `./fuzzer -runs=0 FOLDER` is how a CI runs a corpus through once. One would guess that each file is given to the
# target, as `./fuzzer FOLDER/*` does. Files beyond 1 MiB are cut there, and the target sees the first 1048576 bytes:
# an input that is known to break it passes, with exit status 0. What is printed is that libFuzzer "will not generate
# inputs larger than" that, which says nothing of those that it reads; its help says that the limit is guessed from the
# corpus. And `-merge=1`, which is to keep one file for each thing covered, drops the input. With a large enough
# -max_len=N both see it whole.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
command -v clang-14 >/dev/null ||
  { echo 'needs clang-14 of Debian 12: apt-get install clang-14 libclang-rt-14-dev' >&2; exit 2; }

cat >target.c <<'C'
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  (void)bytes;
  if (count > 1048576) {
    exit(3);
  }
  return 0;
}
C
clang-14 -fsanitize=fuzzer target.c -o fuzzer
mkdir corpus merged
echo small >corpus/small
head -c 1048576 /dev/zero >corpus/limit
head -c 1048577 /dev/zero >corpus/large

# status WORDS...: of the fuzzer.
status() {
  local code=0
  ./fuzzer "$@" >log 2>&1 || code=$?
  [ "$code" = 0 ] && echo passes || echo fails
}
same 'the file' fails "$(status corpus/large)"
same 'the folder that has it' passes "$(status -runs=0 corpus)"
same 'the same with a limit' fails "$(status -runs=0 -max_len=2000000 corpus)"
status -merge=1 merged corpus >/dev/null
same 'large files after a merge' 0 "$(find merged -size +1024k | wc -l)"
verdict
