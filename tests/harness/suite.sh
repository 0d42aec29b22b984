# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# What the run.sh of every suite shares; it sources this file first, and is at the root of the tree then.
#   $out                           the suite's folder in build/
#   $quick                         not empty: `run.sh --quick`; a suite may leave out what its first lines name
#   check WHAT COMMAND...          one test: the command succeeds; what it prints is shown if it does not
#   refuses WORDS... -- COMMAND... for check: the command fails, and prints each of the words
#   builds WHAT COMMAND...         a step without which tests cannot run: false, and a failure, if the command fails
#   program WHAT PROGRAM ARG...    runs a program whose last line is `N passed, N failed`, and adds that up
#   on_the_dropin                  builds the suite's own C on the drop-in library, by gcc and by clang, and runs it
#   library WHAT COMPILER FLAG...  prints the path of an object: WHAT (core, host, model, dropin) compiled as one unit.
#                                  Each is compiled once, whichever suite comes first
#   harness COMPILER FLAG...       the same of the C harness
#   object NAME SOURCES COMPILER FLAG...     the same of any sources, as one unit
#   machine                        prints the path of the abstract machine that runs, as an object of C (tests/judge)
#   conclude                       prints `N passed, N failed`; the exit code
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

suite=$(basename "$(dirname "$(realpath "$0")")")
out=$PWD/build/test/$suite
mkdir -p "$out"
quick=
if [ "${1-}" = --quick ]; then
  quick=yes
  shift
fi
passed=0
failed=0
strict=(-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion -Wshadow -Werror)
limit=900 # seconds of a program; the harness says earlier which of its tests does not end

check() {
  local what=$1
  shift
  if "$@" >"$out/check.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    tail -n 30 "$out/check.log"
  fi
}

refuses() {
  local words=() said word bad=0
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  shift
  if said=$("$@" 2>&1); then
    echo "expected: a refusal, seen: none"
    return 1
  fi
  for word in "${words[@]}"; do
    [[ $said == *"$word"* ]] || { echo "expected: $word" && bad=1; }
  done
  [ "$bad" -eq 0 ] || printf 'seen: %s\n' "$said"
  return "$bad"
}

builds() {
  local what=$1
  shift
  "$@" >"$out/build.log" 2>&1 && return
  failed=$((failed + 1))
  echo "FAILED: $what does not compile"
  grep -m 10 -E 'error:|undefined|multiple definition' "$out/build.log" || tail -n 10 "$out/build.log"
  return 1
}

program() {
  local what=$1 log=$out/$1.log code=0 p=0 f=0
  shift
  timeout -k 10 "$limit" "$@" >"$log" 2>&1 || code=$?
  read -r p _ f _ <<<"$(grep -xE '[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)"
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  if [ "${f:-0}" -eq 0 ] && { [ "$code" -ne 0 ] || [ "${p:-0}" -eq 0 ]; }; then
    failed=$((failed + 1)) # it has not come to its count, or something went wrong behind it
    f=1
  fi
  if [ "${f:-0}" -ne 0 ]; then
    echo "FAILED: $what, exit code $code: $*"
    tail -n 60 "$log" | sed "s|^|  |"
  fi
}

conclude() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# ---- Objects that suites share: by what they are made of, and how ----

hash_of() { sha256sum | cut -c 1-12; }

# The text of everything that an object may be made of.
texts=$(find model spec generated tests/harness -name '*.[ch]' -print0 | sort -z | xargs -0 sha256sum | hash_of)

object() { # name, sources (words), compiler, flags: as one unit, because sixty take several times as long
  local name=$1 sources=$2 compiler=$3 made with folder=build/test/objects
  shift 3
  with=$({ "$compiler" --version | head -n 1 && echo "$sources $*"; } | hash_of)
  name=$folder/$name-$compiler-$with
  made=$name-$texts.o
  mkdir -p "$folder"
  (
    flock 9
    if [ ! -e "$made" ]; then
      rm -f "$name"-*.o
      # shellcheck disable=SC2086 # the sources are words
      printf '#include "%s"\n' $sources >"$name.c"
      "$compiler" "${strict[@]}" -I. "$@" -c "$name.c" -o "$name.new" && mv "$name.new" "$made"
    fi
  ) 9>"$name.lock" || return 1
  echo "$PWD/$made"
}

of_model=(-Imodel -Imodel/core -Imodel/host -Imodel/ddi -Imodel/ddi/include -Ispec)

sources() { find "$@" -name '*.c' | sort | xargs; }

library() { # what, compiler, flags
  local what=$1 compiler=$2
  shift 2
  case $what in
    core) object core "$(sources model/core)" "$compiler" "${of_model[@]}" "$@" ;;
    host) object host "$(sources model/host)" "$compiler" "${of_model[@]}" "$@" ;;
    model) object model "$(sources model/core model/host model/ddi)" "$compiler" "${of_model[@]}" "$@" ;;
    dropin) object dropin generated/dxgmap.c "$compiler" -Igenerated/include "$@" ;;
  esac
}

harness() { object harness "tests/harness/harness.c tests/harness/last_words.c" "$@"; }

of_machine=(-Itests/judge -lgmp -lm -ldl)

machine() {
  local made=$PWD/build/test/objects/machine
  made=$made-$(cat spec/machine/machine.mlw proofs/machine/run.mlw tests/judge/{build,judge.ml,stubs.c,machine.h} |
    hash_of).o
  mkdir -p build/test/objects
  (
    flock 9
    if [ ! -e "$made" ]; then
      rm -f build/test/objects/machine-*.o
      tests/judge/build "$made"
    fi
  ) 9>build/test/objects/machine.lock >&2 || return 1
  echo "$made"
}

on_the_dropin() {
  local compiler made=(-g -O2) dropin harness
  for compiler in gcc clang; do
    dropin=$(library dropin "$compiler" "${made[@]}")
    harness=$(harness "$compiler" "${made[@]}")
    builds "$suite by $compiler" "$compiler" "${strict[@]}" "${made[@]}" -Igenerated/include -Itests/harness \
      "tests/$suite"/*.c "$dropin" "$harness" -rdynamic -pthread -o "$out/$compiler" || continue
    program "$suite-$compiler" "$out/$compiler"
  done
}
