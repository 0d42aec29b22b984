#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The harness itself: of tests that go wrong it says what it should, as they are and under the sanitizers (broken.c);
# and suite.sh finds a failure in whatever a program leaves behind. --quick: without sanitizers.
source "$(dirname "$0")/suite.sh"

build() { # compiler, output, flags
  "$1" "${strict[@]}" -g -O1 "${@:3}" tests/harness/broken.c "$harness" -pthread -o "$2"
}

# Runs a way, and compares: the exit code, and each line that the program itself has said. A sanitizer's own words are
# left out, of which every line of ours is told by its beginning. "*" as exit code is any but 0.
ours='tests/harness|FAIL|CRASH|TIMEOUT|KILLED|EXIT|STUCK|What comes|mended|the |what comes|[0-9]+ passed'
says() { # way, exit code, lines
  local way=$1 code=0 expected=$2 seen seconds=60
  shift 2
  case $way in
    hang | spin | thread-stays) seconds=3 ;;
  esac
  HARNESS_SECONDS=$seconds "$broken" "$way" >"$out/seen" 2>&1 || code=$?
  seen=$(grep -E "^($ours)" "$out/seen" || true)
  [ "$expected" != "*" ] || [ "$code" -eq 0 ] || expected=$code
  if [ "$seen" = "$(printf '%s\n' "$@")" ] && [ "$code" = "$expected" ]; then
    return
  fi
  echo "$broken $way: expected exit code $expected, and:"
  printf '  %s\n' "$@"
  echo "seen exit code $code, and:"
  cat "$out/seen"
  return 1
}

line_of() { grep -nF "$1" tests/harness/broken.c | head -n 1 | cut -d : -f 1; }
at=tests/harness/broken.c

# A check that fails ends its test, the next one begins afresh, and the failure is said with its place.
fails() { # way, what is said
  check "$name, $1" says "$1" 1 "$2" mended "FAIL $1" "2 passed, 1 failed"
}

# What ends the program: the test is the last, and has failed.
ends() { # way, exit code, what is said
  check "$name, $1" says "$1" "$2" "$3" "What comes after it has not run." "1 passed, 1 failed"
}

all_ways() { # of each build
  local two="expected 1 (0x1), seen 2 (0x2)"
  check "$name, good" says good 0 "3 passed, 0 failed"
  check "$name, nothing" says nothing 1 "0 passed, 0 failed"
  fails integers "$at:$(line_of 'line of integers'): 6 * 9: expected 42 (0x2a), seen 54 (0x36); seed 7, step 3"
  fails conditions "$at:$(line_of '== 5)'): strlen(\"four\") == 5: expected 1 (0x1), seen 0 (0x0)"
  fails texts "$at:$(line_of '"that"'): \"that\": expected \"this\", seen \"that\""
  fails words "$at:$(line_of 'page of a slot'): page of a slot (12): $two"
  fails sentences "$at:$(line_of 'neither'): neither 1 nor 2"
  fails helper "$at:$(line_of 'EXPECT("value"'): value: $two; last step at $at:$(line_of "the helper's call")"
  check "$name, before" says before 1 "$at:$(line_of 'CHECK(false)'): false: expected 1 (0x1), seen 0 (0x0)" mended \
    "FAIL good_after_all" "0 passed, 1 failed"

  local thread
  thread="$at:$(($(line_of 'it is told once') - 1)): 2: $two"
  check "$name, thread" says thread 1 "$thread" "the thread goes on" mended "FAIL thread" "2 passed, 1 failed"
  check "$name, own-thread" says own-thread 1 "$thread" "the thread goes on" "the test goes on to its end" \
    "FAIL own-thread" "2 passed, 1 failed"
  check "$name, thread-left" says thread-left 1 \
    "$at:$(($(line_of 'static void *for_ever') - 3)): 2: $two" mended "the thread ends" "FAIL thread-left" \
    "2 passed, 1 failed"
  ends thread-stays 1 "STUCK thread-stays: a thread of it does not end"
  check "$name, child" says child 1 "$at:$(($(line_of '_exit(0)') - 1)): 2: $two" \
    "$at:$(line_of 'CHECK_EQ(0, WEXITSTATUS'): WEXITSTATUS(status): expected 0 (0x0), seen 99 (0x63)" mended \
    "FAIL child" "2 passed, 1 failed"
  check "$name, callback" says callback 1 "$at:$(($(line_of 'the callback returns') - 1)): 2: $two" \
    "the callback returns" "$at:$(line_of 'CHECK_EQ(3, 4)'): 4: expected 3 (0x3), seen 4 (0x4)" mended "FAIL callback" \
    "2 passed, 1 failed"

  ends segv "*" "CRASH segv: $segv; seed 7, step 4"
  ends null "*" "CRASH null: $segv"
  ends crash-on-a-thread "*" "CRASH crash-on-a-thread: $segv; seed 8, step 6"
  ends abort "*" "CRASH abort: SIGABRT"
  ends hang "*" "TIMEOUT hang: it takes too long; seed 7, step 5"
  ends exit 1 "EXIT exit: the program ends inside"
  ends killed "*" "KILLED killed: SIGTERM"
  ends between "*" "CRASH (between two tests): SIGABRT"
}

names=(gcc clang-address clang-thread)
[ -z "$quick" ] || names=(gcc)
for name in "${names[@]}"; do
  segv="a sanitizer has said why"
  case $name in
    gcc) compiler=gcc flags=() segv=SIGSEGV ;;
    clang-address) compiler=clang flags=(-fsanitize=address,undefined -fno-sanitize-recover=undefined) ;;
    clang-thread) compiler=clang flags=(-fsanitize=thread) ;;
  esac
  harness=$(harness "$compiler" -g -O1 "${flags[@]}")
  broken=$out/$name
  builds "$name" build "$compiler" "$broken" "${flags[@]}" || continue
  all_ways
  case $name in
    gcc) ends spin "*" "TIMEOUT spin: it takes too long" ;;
    clang-address) ends used-after-free "*" "CRASH used-after-free: a sanitizer has said why" ;;
  esac
done

# ---- Which tests are run ----

broken=$out/gcc
check "HARNESS_ONLY" env HARNESS_ONLY=good bash -c '[ "$("$0" integers)" = "2 passed, 0 failed" ]' "$broken"
check "HARNESS_FIRST" env HARNESS_FIRST=yes bash -c '[ "$("$0" integers | tail -n 1)" = "1 passed, 1 failed" ]' \
  "$broken"

# ---- What suite.sh makes of a program ----

counts() { # passed, failed, and a script that is the program
  [ "$(passed=0 failed=0 && program counted bash -c "$3" >&2 && echo "$passed $failed")" = "$1 $2" ]
}
check "a count" counts 3 0 'echo 3 passed, 0 failed'
check "failures" counts 3 2 'echo 3 passed, 2 failed; exit 1'
check "an exit code without a failure" counts 3 1 'echo 3 passed, 0 failed; exit 66'
check "words after the count, and an exit code" counts 3 1 'echo 3 passed, 0 failed; echo leak; exit 23'
check "no count" counts 0 1 'echo nothing'
check "no count, and an exit code" counts 0 1 'exit 3'
check "no test" counts 0 1 'echo 0 passed, 0 failed'
limit=1
check "no end" counts 0 1 'exec sleep 60'

conclude
