#!/bin/sh
# SPDX-License-Identifier: MIT
# Tests of the host, each program under gcc and clang, plain and with AddressSanitizer and UBSan.
# Prints each program's failures, then `N passed, N failed`.
set -u
cd "$(dirname "$0")/../.."
strict="-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion -Wshadow -Werror -g -O1 -Imodel -Imodel/host -pthread"
out=build/test/host
passed=0 failed=0

build() { # compiler, folder, flags: every file of the host, then every test; false if one does not compile
  for source in $(find model/host -name '*.c') tests/host/*_test.c; do
    # shellcheck disable=SC2086 # the flags are words
    $1 $strict $3 -c "$source" -o "$2/$(basename "$source" .c).o" || return 1
  done
}

run() { # compiler, folder, flags, test
  # shellcheck disable=SC2086
  $1 $3 -pthread "$2/$4.o" $(ls "$2"/*.o | grep -v '_test\.o$') -o "$2/$4" || return 1
  "$2/$4" >"$2/$4.log" 2>&1
  code=$?
  sed '$d' "$2/$4.log"
  line=$(tail -n 1 "$2/$4.log")
  case $line in
  *" passed, "*" failed") ;;
  *) echo "$2/$4: ended with $code: $line"; return 1 ;;
  esac
  passed=$((passed + ${line%% *}))
  line=${line#*, }
  failed=$((failed + ${line%% *}))
  test "$code" -eq 0 || test "${line%% *}" -ne 0
}

for compiler in gcc clang; do
  for flags in "" "-fsanitize=address,undefined -fno-sanitize-recover=undefined"; do
    folder=$out/$compiler${flags:+-sanitized}
    mkdir -p "$folder"
    rm -f "$folder"/*
    if ! build "$compiler" "$folder" "$flags"; then
      echo "$folder: does not compile"
      failed=$((failed + 1))
      continue
    fi
    for test in tests/host/*_test.c; do
      run "$compiler" "$folder" "$flags" "$(basename "$test" .c)" || failed=$((failed + 1))
    done
  done
done
echo "$passed passed, $failed failed"
test "$failed" -eq 0
