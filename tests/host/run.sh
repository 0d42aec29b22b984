#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Tests of the host, each program under gcc and clang, plain and with AddressSanitizer and UBSan; --quick: gcc plain and
# clang sanitized.
source "$(dirname "$0")/../harness/suite.sh"

build() { # compiler, folder, test, flags
  "$1" "${strict[@]}" "${@:4}" -Imodel -Imodel/host -Itests/harness "tests/host/$3.c" "$host" "$harness" -pthread \
    -o "$2/$3"
}

# Modules of the test of stacks: without frame pointers, with them, with larger frames, without unwind tables.
modules() { # compiler, folder
  local bare=(-fno-asynchronous-unwind-tables -fno-unwind-tables -fno-exceptions)
  module "$1" "$2/omit.so" -fomit-frame-pointer &&
    module "$1" "$2/keep.so" -fno-omit-frame-pointer &&
    module "$1" "$2/wide.so" -fomit-frame-pointer -DFRAME_BYTES=4000 &&
    module "$1" "$2/bare.so" -fomit-frame-pointer "${bare[@]}"
}

module() { "$1" "${strict[@]}" -g -O1 -fPIC -shared "${@:3}" tests/host/module/frames.c -o "$2"; }

run() { # name, compiler, flags
  local name=$1 compiler=$2 host harness test source
  shift 2
  host=$(library host "$compiler" "$@")
  harness=$(harness "$compiler" "$@")
  mkdir -p "$out/$name"
  builds "$name/modules" modules "$compiler" "$out/$name" || true
  for source in tests/host/*_test.c; do
    test=$(basename "$source" .c)
    builds "$name/$test" build "$compiler" "$out/$name" "$test" "$@" || continue
    program "$name/$test" "$out/$name/$test"
  done
}

plain=(-g -O1)
sanitized=(-g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined)
run gcc gcc "${plain[@]}"
[ -n "$quick" ] || run gcc-sanitized gcc "${sanitized[@]}"
[ -n "$quick" ] || run clang clang "${plain[@]}"
run clang-sanitized clang "${sanitized[@]}"
conclude
