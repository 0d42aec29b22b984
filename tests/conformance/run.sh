#!/bin/sh
# SPDX-License-Identifier: MIT
# Conformance tests of the Windows face: gcc and clang, each in the default and the small profile; gcc in the large one;
# clang sanitized.
# Prints each program's failures, then `N passed, N failed`.
set -u
cd "$(dirname "$0")/../.."
strict="-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion -Wshadow -Werror -g -O1"
paths="-Imodel -Imodel/core -Ispec -Imodel/ddi/include -Itests/conformance"
out=build/test/conformance
passed=0 failed=0

# One unit for the library, as in its drop-in form: sixty would take several times as long to compile.
build() { # compiler, folder, flags: false if something does not compile
  printf '#include "%s"\n' $(find model/core model/host model/ddi -name '*.c' | sort) >"$2/library.c"
  # shellcheck disable=SC2086 # the flags are words
  $1 $strict $3 -I. $paths "$2/library.c" tests/conformance/*.c -rdynamic -pthread -o "$2/conformance"
}

run() { # compiler, name, flags
  folder=$out/$2
  mkdir -p "$folder"
  rm -f "$folder"/*
  if ! build "$1" "$folder" "$3"; then
    echo "$2: does not compile"
    failed=$((failed + 1))
    return
  fi
  "$folder/conformance" >"$folder/log" 2>&1
  code=$?
  line=$(tail -n 1 "$folder/log")
  case $line in
  *" passed, "*" failed")
    sed '$d' "$folder/log" | sed "s|^|$2: |"
    passed=$((passed + ${line%% *}))
    line=${line#*, }
    failed=$((failed + ${line%% *}))
    ;;
  *)
    tail -n 20 "$folder/log"
    echo "$2: ended with $code"
    failed=$((failed + 1))
    ;;
  esac
}

for compiler in gcc clang; do
  run "$compiler" "$compiler" ""
  run "$compiler" "$compiler-small" -DDXGMAP_PROFILE_SMALL
done
run gcc gcc-large -DDXGMAP_PROFILE_LARGE
run clang clang-sanitized "-fsanitize=address,undefined -fno-sanitize-recover=undefined"
echo "$passed passed, $failed failed"
test "$failed" -eq 0
