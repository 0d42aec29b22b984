#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Random steps of the core, small profile, judged by the abstract machine of spec/machine, whose text judge.py runs.
# Then planted differences, in the machine and in the trace, each of which it must find. --quick: fewer steps.
# To judge one seed: build/test/judge/random_ops SEED STEPS TRACE; python3 -B tests/judge/judge.py TRACE
source "$(dirname "$0")/../harness/suite.sh"

built=(-O2 -g -DDXGMAP_PROFILE_SMALL)
steps=12000
[ -z "$quick" ] || steps=6000 # fewer do not show all that is planted
core=$(library core gcc "${built[@]}")
harness=$(harness gcc "${built[@]}")
builds "the fuzzer" gcc "${strict[@]}" "${built[@]}" -Imodel/core -Ispec -Itests/fuzz -Itests/harness tests/fuzz/*.c \
  "$core" "$harness" -pthread -o "$out/random_ops" || conclude

for seed in 1 2; do
  trace=$out/trace-$seed
  check "the steps of seed $seed" "$out/random_ops" $seed $steps "$trace"
  program "judge-$seed" python3 -B tests/judge/judge.py "$trace"
done
program planted python3 -B tests/judge/planted.py "$out/trace-1"

# What Why3 would believe: none of it may stand in the theories.
believes() { # a line of WhyML, at the end of module State
  mkdir -p "$out/believing"
  awk -v line="  $1" '/^end$/ && !done { print line; done = 1 } { print }' spec/machine/machine.mlw \
    >"$out/believing/machine.mlw"
  refuses "without a proof" -- python3 -B proofs/machine/prove.py --sources --machine "$out/believing"
}
check "the theories believe nothing" python3 -B proofs/machine/prove.py --sources
for line in "axiom all: false" "constant free: int" "function f (x: int) : int" "predicate p (s: state)" \
  "val ghost v (x: int) : int ensures { false }" "type hidden" "let ghost g () ensures { false } diverges = g ()" \
  "let ghost h () ensures { false } = assume { false }"; do
  check "a theory that believes: $line" believes "$line"
done
conclude
