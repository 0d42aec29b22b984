#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A million random steps of the small profile, in both modes, judged by the abstract machine that runs (tests/judge),
# under AddressSanitizer and UBSan, built by gcc and by clang. Each log ends with how often every operation succeeded
# and every cause occurred; one that never did fails the run. --quick: one seed, by gcc. To run one seed again:
# build/test/fuzz/random_ops-gcc SEED STEPS
source "$(dirname "$0")/../harness/suite.sh"

sanitized=(-O2 -g -fsanitize=address,undefined -fno-sanitize-recover=all -DDXGMAP_PROFILE_SMALL) # as tests/unit has it
steps=200000
export HARNESS_SECONDS=$limit # all the steps of a seed are one test

build() { # compiler
  "$1" "${strict[@]}" "${sanitized[@]}" -Imodel/core -Ispec -Itests/fuzz -Itests/harness tests/fuzz/*.c "$core" \
    "$harness" "$judge" "${of_machine[@]}" -pthread -o "$out/random_ops-$1"
}

judge=$(machine) || conclude
runs=(gcc:1:2:3 clang:4:5)
[ -z "$quick" ] || runs=(gcc:1)
for run in "${runs[@]}"; do
  IFS=: read -r compiler seeds <<<"$run"
  core=$(library core "$compiler" "${sanitized[@]}")
  harness=$(harness "$compiler" "${sanitized[@]}")
  builds "the fuzzer by $compiler" build "$compiler" || continue
  for seed in ${seeds//:/ }; do
    program "random_ops-$compiler-$seed" "$out/random_ops-$compiler" "$seed" "$steps"
  done
done
conclude
