#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Random driver programs through the Windows callbacks, with calls that fail on purpose: such as are correct by
# construction, whose adapters' drivers take turns (alone) or have a thread each (threads), and such with one mistake
# (wrong). By gcc under AddressSanitizer and UBSan; those with threads by clang under ThreadSanitizer too. run.sh takes
# some seconds; `make programs` runs ten thousand. --quick: a tenth, by gcc alone. To run one seed again:
# build/test/programs/gcc SORT SEED 1
source "$(dirname "$0")/../harness/suite.sh"

build() { # name, compiler, flags
  local name=$1 compiler=$2 dropin harness
  shift 2
  dropin=$(library dropin "$compiler" -g -O1 "$@")
  harness=$(harness "$compiler" -g -O1 "$@")
  "$compiler" "${strict[@]}" -g -O1 "$@" -Igenerated/include -Itests/harness tests/programs/*.c "$dropin" "$harness" \
    -rdynamic -pthread -o "$out/$name"
}

all=${PROGRAMS:-${quick:+80}}
all=${all:-800}
first=${PROGRAMS_FIRST:-1}
limit=${PROGRAMS_LIMIT:-900}
if builds "the programs by gcc" build gcc gcc -fsanitize=address,undefined -fno-sanitize-recover=all; then
  program alone "$out/gcc" alone "$first" $((all * 3 / 8))
  program threads "$out/gcc" threads "$first" $((all / 4))
  program wrong "$out/gcc" wrong "$first" $((all * 3 / 8))
fi
if [ -z "$quick" ] && builds "the programs by clang" build clang clang -fsanitize=thread; then
  program threads-thread-sanitizer "$out/clang" threads "$first" $((all / 20))
fi
conclude
