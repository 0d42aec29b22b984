#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A harness that runs long: pairs of every acquiring call, over many lives of the machine, with what the process has
# taken from the system bounded. run.sh takes some seconds; `make soak` runs ten million pairs (soak PAIRS LIVES).
source "$(dirname "$0")/../harness/suite.sh"

build() {
  gcc "${strict[@]}" -g -O2 -Igenerated/include -Iframes -Itests/harness tests/soak/soak.c "$dropin" "$harness" \
    -rdynamic -pthread -o "$out/soak"
}

dropin=$(library dropin gcc -g -O2)
harness=$(harness gcc -g -O2)
if builds soak build; then
  limit=${SOAK_LIMIT:-900}
  export HARNESS_SECONDS=$limit
  program soak "$out/soak" "${SOAK_PAIRS:-100000}" "${SOAK_LIVES:-30}"
fi
conclude
