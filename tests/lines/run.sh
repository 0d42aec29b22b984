#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# .ci/lines on a small tree, as it is and with lines planted that it must refuse, and on this tree.
source "$(dirname "$0")/../harness/suite.sh"

tree=$out/tree
line() { printf '%*s' "$1" '' | tr ' ' "${2:-x}"; } # columns, of what character

# A tree with one file, whose last line is the third.
small() { # file, line
  rm -rf "$tree"
  mkdir -p "$tree/$(dirname "$1")"
  printf '%s\n' first "" "$2" >"$tree/$1"
}
taken() { # what, file, line
  small "$2" "$3"
  check "$1, in $2" .ci/lines "$tree"
}
refused() { # what, file, line, its columns
  small "$2" "$3"
  check "$1, in $2" refuses "$2:3: $4 columns" "Lines have 120 columns at most." -- .ci/lines "$tree"
}

check "the tree as it is" .ci/lines
for file in model/a.c model/a.h spec/a.pml tests/a.sh a.py Makefile .ci/lint .clang-tidy a.md; do
  taken "120 columns" "$file" "$(line 120)"
  refused "121 columns" "$file" "$(line 121)" 121
done
refused "a tab" Makefile "$(printf '\t')$(line 113)" 121
taken "a tab" Makefile "$(printf '\t')$(line 112)"
taken "letters of two bytes" a.md "$(line 60)$(printf 'é%.0s' {1..60})"
refused "letters of two bytes" a.md "$(line 60)$(printf 'é%.0s' {1..61})" 121

# What is exempt, and what is near it.
wide=$(line 200)
taken "a row of a table" spec/a.md "| $wide |"
taken "a row of a table in a list" spec/a.md "  | $wide |"
refused "a row of no table" model/a.c "| $wide |" 204
taken "a web address" a.md "See https://learn.microsoft.com/$wide for more."
refused "words beside a web address" a.md "$wide https://learn.microsoft.com/" 229
taken "a fault" tests/protocol/run.sh "fails planted-$wide"
refused "what is no fault" tests/protocol/run.sh "  fails planted-$wide" 216
refused "a fault elsewhere" tests/host/run.sh "fails planted-$wide" 214
small model/a.c short
for file in generated/a.c build/a.c a.json a.abi a.report; do
  mkdir -p "$tree/$(dirname "$file")"
  line 121 >"$tree/$file"
  check "$file" .ci/lines "$tree"
done
printf 'short\0%s\n' "$wide" >"$tree/program"
check "what is no text" .ci/lines "$tree"

rm -rf "$tree"
mkdir "$tree"
check "nothing to look at" refuses "There is nothing in" -- .ci/lines "$tree"
conclude
