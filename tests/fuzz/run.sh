#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A million random steps of the small profile, in both modes, judged by the abstract machine that runs (tests/judge),
# under AddressSanitizer and UBSan, built by gcc and by clang. Each log ends with how often every operation succeeded
# and every cause occurred; one that never did fails the run. --quick: one seed, by gcc; --whole: a hundred seeds of a
# million steps, without sanitizers, half an hour on two processors. To run one seed again:
# build/test/fuzz/random_ops-gcc SEED STEPS
source "$(dirname "$0")/../harness/suite.sh"

sanitized=(-O2 -g -fsanitize=address,undefined -fno-sanitize-recover=all -DDXGMAP_PROFILE_SMALL) # as tests/unit has it
steps=200000
export HARNESS_SECONDS=$limit # all the steps of a seed are one test

build() { # compiler
  "$1" "${strict[@]}" "${how[@]}" -Imodel/core -Ispec -Itests/fuzz -Itests/harness tests/fuzz/*.c "$core" \
    "$harness" "$judge" "${of_machine[@]}" -pthread -o "$out/random_ops-$1"
}

judge=$(machine) || conclude

if [ "${1-}" = --whole ]; then
  how=(-O2 -g -DDXGMAP_PROFILE_SMALL)
  core=$(library core gcc "${how[@]}")
  harness=$(harness gcc "${how[@]}")
  builds "the fuzzer" build gcc || conclude
  one() { # seed: a failure leaves its log, and the count says that one is missing
    local log=$out/whole-$1.log
    HARNESS_SECONDS=3600 "$out/random_ops-gcc" "$1" 1000000 >"$log" 2>&1 || tail -n 30 "$log"
    echo "seed $1: $(tail -n 1 "$log")"
  }
  export -f one
  export out
  seq 100 | xargs -P "$(nproc)" -I{} bash -c 'one {}' | tee "$out/whole.log"
  passed=$(grep -c '^seed [0-9]*: 2 passed, 0 failed$' "$out/whole.log" || true)
  failed=$((100 - passed))
  conclude
  exit
fi

how=("${sanitized[@]}")
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
