#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# `make doctor` and `make setup` on machines that are made up: a PATH where a tool is missing, too old, or all is there.
source "$(dirname "$0")/../harness/suite.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A PATH with all that this machine has, and an apt-get that only says that it was called.
machine() {
  rm -rf "$work/bin"
  mkdir "$work/bin"
  local folder
  for folder in /usr/sbin /usr/bin; do ln -sf "$folder"/* "$work/bin"; done
  rm -f "$work/bin/apt-get" "$work/bin/sudo" "$work/called"
  fake apt-get "echo \"\$@\" >>$work/called"
}
fake() {
  rm -f "$work/bin/$1"
  printf '#!/bin/bash\n%s\n' "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}
tools() {
  local code=0
  PATH=$work/bin bash .ci/tools "$1" >"$work/out" 2>&1 || code=$?
  cat "$work/out"
  return "$code"
}
fails() { ! "$@"; }
says() { grep -qE "$1" "$work/out" || { cat "$work/out" && return 1; }; }
asked() { grep -qE "$1" "$work/called" 2>/dev/null; }

machine
check "all is there" tools doctor
check "setup has nothing to do" tools setup
check "and says nothing" fails test -s "$work/out"
check "and leaves the package manager alone" fails test -e "$work/called"

machine
rm "$work/bin/cvc4"
check "a missing tool" fails tools doctor
check "is named with its package" says 'MISSING +cvc4 .*1\.8.* package cvc4$'
check "and nothing else is" test "$(grep -cE 'MISSING|TOO OLD' "$work/out")" -eq 1
check "doctor installs nothing" fails test -e "$work/called"
tools setup >/dev/null || true
check "setup asks for the package" asked '^install .*--no-install-recommends cvc4$'

machine
fake frama-c 'echo "24.0 (Chromium)"'
check "an old tool" fails tools doctor
check "is named with both versions" says 'TOO OLD +frama-c .*24\.0.*25\.0.* package frama-c-base$'

machine
fake why3 'echo "Why3 platform, version 1.10.0"'
check "1.10 is newer than 1.5" tools doctor

machine
check "doctor says up to which version a tool is known to work" tools doctor
check "of one where a newer one was tried" says '^  ok +python3 +3\.[0-9.]+ +known to work: 3\.11 to 3\.[0-9]+$'
check "and of one where none was" says '^  ok +cvc4 +1\.8 +known to work: 1\.8$'

machine
fake z3 'echo "Z3 version 99.1.0 - 64 bit"'
check "a newer tool than is known to work is no fault" tools doctor
check "and is named with what is known" says '^  NEWER +z3 +99\.1\.0 +known to work: 4\.8\.12'
check "and it is said where to look" says 'no fault; what was tried: proofs/CI.md'
check "and setup does not replace it" tools setup
check "and leaves the package manager alone" fails test -e "$work/called"

machine
fake cvc4 'echo "This is CVC4 version 1.8.7"'
check "what a known version does not say is no newer version" tools doctor
check "and is not called one" fails says NEWER

machine
rm "$work/bin/z3"
fake apt-get 'echo "no network"; exit 100'
check "a failing apt-get fails setup" fails tools setup
check "with what it said" says 'no network'

machine
rm "$work/bin/z3"
fake id 'echo 1000'
check "neither root nor sudo fails setup" fails tools setup
check "with the command for root" says 'As root: apt-get install .* z3$'
fake sudo 'echo through sudo >>'"$work/called"'; "$@"'
tools setup >/dev/null || true
check "sudo is used when it is there" asked 'through sudo'

conclude
