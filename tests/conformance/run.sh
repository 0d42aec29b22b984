#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Conformance tests of the Windows face: gcc and clang, each in the default and the small profile; gcc in the large one;
# clang sanitized. --quick: gcc in the small profile, where the whole state is looked at.
source "$(dirname "$0")/../harness/suite.sh"

paths=(-Imodel -Imodel/core -Ispec -Imodel/ddi/include -Itests/conformance -Itests/harness)

compile() { # compiler, folder, flags: each test
  local source
  for source in tests/conformance/*.c; do
    "$1" "${strict[@]}" "${@:3}" "${paths[@]}" -c "$source" -o "$2/$(basename "$source" .c).o" || return 1
  done
  "$1" "${@:3}" "$2"/*.o "$model" "$harness" -rdynamic -pthread -o "$2/conformance"
}

run() { # name, compiler, flags
  local name=$1 compiler=$2 model harness
  shift 2
  model=$(library model "$compiler" -g -O1 "$@")
  harness=$(harness "$compiler" -g -O1 "$@")
  rm -rf "${out:?}/$name"
  mkdir -p "$out/$name"
  builds "$name" compile "$compiler" "$out/$name" -g -O1 "$@" || return 0
  program "$name/log" "$out/$name/conformance" "$steps"
}

check "every pointer has its test" python3 -B tests/conformance/arguments.py
steps=5000
run gcc-small gcc -DDXGMAP_PROFILE_SMALL
[ -z "$quick" ] || { conclude; exit; }
run gcc gcc
run gcc-large gcc -DDXGMAP_PROFILE_LARGE
run clang clang
run clang-small clang -DDXGMAP_PROFILE_SMALL
run clang-sanitized clang -fsanitize=address,undefined -fno-sanitize-recover=undefined
conclude
