#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every sequence of calls of a tiny profile, to depth 4, by the core and the abstract machine; --whole: to depth 6,
# which takes a minute or two. Its figures are in README.md. Then the same with a machine that differs.
source "$(dirname "$0")/../harness/suite.sh"

built=(-O2 -g -DDXGMAP_PROFILE_SMALL)
core=$(library core gcc "${built[@]}")
harness=$(harness gcc "${built[@]}")
judge=$(machine) || conclude
depth=4
[ "${1-}" != --whole ] || depth=6
export HARNESS_SECONDS=$limit

build() { # machine, program
  gcc "${strict[@]}" "${built[@]}" -Imodel/core -Ispec -Itests/fuzz -Itests/harness tests/explore/*.c \
    tests/fuzz/{perform,numbers,coverage}.c "$core" "$harness" "$1" "${of_machine[@]}" -pthread -o "$2"
}

figures() { # of the README, as far as this depth
  local line bad=0
  while read -r line; do
    grep -qxF "$line" "$out/explore.log" || { echo "expected: $line" && bad=1; }
  done < <(sed -n 's/^    \(depth [0-9].*\)/\1/p' tests/explore/README.md | head -n "$depth")
  [ "$bad" -eq 0 ] || { echo "seen:" && grep '^depth' "$out/explore.log"; }
  return "$bad"
}

builds "the exploration" build "$judge" "$out/explore" || conclude
program explore "$out/explore" $depth
[ "$depth" -eq 4 ] || grep -v '^not met' "$out/explore.log"
check "the figures of README.md" figures

mkdir -p "$out/planted"
sed 's/if some_live b (fun m -> kind_of m Adl h) then InUse else Ok/Ok/' proofs/machine/run.mlw >"$out/planted/run.mlw"
check "a machine that differs" tests/judge/build "$out/planted/machine.o" "$out/planted/run.mlw"
builds "the exploration with it" build "$out/planted/machine.o" "$out/planted/explore" || conclude
check "it is found" refuses "close: adapter" "status: expected 0" -- "$out/planted/explore" 5
conclude
