#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The abstract machine as a program: build extracts and compiles proofs/machine/run.mlw, machine.h calls it. Here traces
# of the core, small profile, are replayed by it. Then planted differences, in the machine and in the trace, each of
# which it must find. --quick: one trace. To judge one seed again, without the rest of tests/fuzz:
# build/test/judge/random_ops SEED STEPS TRACE; build/test/judge/replay TRACE
source "$(dirname "$0")/../harness/suite.sh"

built=(-O2 -g -DDXGMAP_PROFILE_SMALL)
core=$(library core gcc "${built[@]}")
harness=$(harness gcc "${built[@]}")
judge=$(machine) || conclude
builds "the fuzzer" gcc "${strict[@]}" "${built[@]}" -Imodel/core -Ispec -Itests/fuzz -Itests/harness tests/fuzz/*.c \
  "$core" "$harness" "$judge" "${of_machine[@]}" -pthread -o "$out/random_ops" || conclude
builds "the replay" gcc "${strict[@]}" "${built[@]}" -Imodel/core -Ispec -Itests/fuzz -Itests/judge -c \
  tests/judge/replay.c -o "$out/replay.o" || conclude
builds "the replay" gcc "$out/replay.o" "$judge" "${of_machine[@]}" -o "$out/replay" || conclude

seeds=(1 2)
[ -z "$quick" ] || seeds=(1)
for seed in "${seeds[@]}"; do
  trace=$out/trace-$seed
  check "the steps of seed $seed" "$out/random_ops" "$seed" 20000 "$trace"
  program "replay-$seed" "$out/replay" "$trace"
done
program planted python3 -B tests/judge/planted.py "$out/trace-1" "$out/replay.o" "$out"

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
