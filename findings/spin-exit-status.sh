#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Spin 6.5.2 (Debian 12, spin 6.5.2+dfsg-1).
#
# One would guess that an exit status of 0 says that a model is in order. It does not:
# - `spin MODEL` (a simulation) exits with the number of its errors modulo 256. A model whose run truncates 255
#   assignments exits with 255, one with 256 exits with 0, after as many lines that say "Error".
# - `spin -search MODEL` (a verification) exits with 0 when it has found an assertion violated.
# - With a depth that does not suffice (-m) it says "max search depth too small" and then "errors: 0", and exits with 0,
#   though the violation is there, beyond that depth.
# So the output decides, not the status: "errors: 0", and no word of a depth or of memory.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs spin=6.5.2+dfsg-1

loop() {
  cat >loop.pml <<MODEL
byte b = 0;
int i = 0;
active proctype p() { do :: i < $1 -> i++; b = 256 :: else -> break od }
MODEL
  local code=0
  spin loop.pml >log 2>&1 || code=$?
  echo "$(grep -c Error log) errors, exit $code"
}
same 'a simulation with 255 errors' '255 errors, exit 255' "$(loop 255)"
same 'a simulation with 256 errors' '256 errors, exit 0' "$(loop 256)"
same 'a simulation with 257 errors' '257 errors, exit 1' "$(loop 257)"

cat >count.pml <<'MODEL'
byte x = 0;
active proctype p() { do :: x < 200 -> x++ :: x == 200 -> break od; assert(x != 200) }
MODEL
search() {
  local code=0
  spin -search "$@" count.pml >log 2>&1 || code=$?
  echo "$(grep -o 'max search depth too small' log || echo whole), $(grep -o 'errors: [0-9]*' log), exit $code"
}
same 'a verification of a model that is wrong' 'whole, errors: 1, exit 0' "$(search -m1000)"
same 'the same, to a depth of 50' 'max search depth too small, errors: 0, exit 0' "$(search -m50)"
verdict
