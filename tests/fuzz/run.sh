#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A million random steps of the small profile, in both modes, against the oracle, under AddressSanitizer and UBSan, built by
# gcc and by clang. Each log ends with how often every operation succeeded and every cause occurred; one that never did fails
# the run. To run one seed again: build/test/fuzz/random_ops-gcc SEED STEPS
set -euo pipefail
cd "$(dirname "$0")/../.."

out=build/test/fuzz
mkdir -p "$out"
flags=(-std=c11 -Wall -Wextra -Wconversion -Wshadow -Werror -O2 -g -fsanitize=address,undefined
  -fno-sanitize-recover=all -DDXGMAP_PROFILE_SMALL -Imodel/core -Ispec -Itests/fuzz)
steps=200000
passed=0
failed=0

for build in gcc:1:2:3 clang:4:5; do
  IFS=: read -r compiler seeds <<<"$build"
  program=$out/random_ops-$compiler
  if ! "$compiler" "${flags[@]}" tests/fuzz/*.c model/core/*/*.c -o "$program"; then
    echo "FAILED: $compiler does not build the fuzzer"
    failed=$((failed + 1))
    continue
  fi
  for seed in ${seeds//:/ }; do
    if "$program" "$seed" "$steps" >"$program-$seed.log" 2>&1; then
      passed=$((passed + 1))
    else
      cat "$program-$seed.log"
      echo "FAILED: $program $seed $steps"
      failed=$((failed + 1))
    fi
  done
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
