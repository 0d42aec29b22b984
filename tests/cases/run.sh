#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Small drivers after mistakes that people reported in public: `NN-name.bad.c` makes the mistake, `NN-name.good.c` is
# the corrected driver. `run.sh [NN...]` runs these alone. The first lines of each say what is right, a comment a line:
#   /* SPDX-License-Identifier: MIT */
#   /* exit CODE */
#   /* reports CAUSE COUNT, CAUSE COUNT */     all of them, or `reports nothing`
#   /* says TEXT */                            a line of its output or of its reports has TEXT; none, one or more
#   /* never says TEXT */                      no line has
# Each file is two tests, under gcc and under clang sanitized; --quick: under gcc.
source "$(dirname "$0")/../harness/suite.sh"

only=" $* "

told() { sed -n "1,/^\$/s|^/\* $2\(.*\) \*/\$|\1|p" "$1"; } # source, word: what its first lines tell

# Causes and how often each was reported, as the first lines write them.
reported() {
  local counts
  counts=$(sed -n 's/^  cause:     \(DXGMAP_[A-Z_]*\)$/\1/p' "$1" | sort | uniq -c |
    awk '{ printf "%s%s %d", n++ ? ", " : "", $2, $1 }')
  echo "${counts:-nothing}"
}

in_order() { tr ',' '\n' <<<"$1" | sed 's/^ *//' | sort | paste -s -d , | sed 's/,/, /g'; }

judge() { # source, log, exit code
  local wrong=0 line
  [ "$3" = "$(told "$1" 'exit ')" ] || { wrong=1; echo "exit: expected $(told "$1" 'exit '), seen $3"; }
  line=$(in_order "$(told "$1" 'reports ')")
  [ "$(reported "$2")" = "$line" ] || { wrong=1; echo "reports: expected $line, seen $(reported "$2")"; }
  while read -r line; do
    [ -z "$line" ] || grep -qF -- "$line" "$2" || { wrong=1; echo "never said: $line"; }
  done <<<"$(told "$1" 'says ')"
  while read -r line; do
    [ -z "$line" ] || ! grep -qF -- "$line" "$2" || { wrong=1; echo "said: $line"; }
  done <<<"$(told "$1" 'never says ')"
  [ "$wrong" -eq 0 ] || cat "$2"
  return "$wrong"
}

run() { # compiler, flags
  local compiler=$1 source name code dropin
  shift
  mkdir -p "$out/$compiler"
  dropin=$(library dropin "$compiler" -g -O1 "$@")
  for source in tests/cases/*.c; do
    name=$(basename "$source" .c)
    [ "$only" = "  " ] || [[ $only == *" ${name%%-*} "* ]] || continue
    builds "$name" "$compiler" "${strict[@]}" -g -O1 "$@" -Igenerated/include -Itests/cases "$source" "$dropin" \
      -rdynamic -pthread -o "$out/$compiler/$name" || continue
    code=0
    timeout -k 10 60 "$out/$compiler/$name" >"$out/$compiler/$name.log" 2>&1 || code=$?
    check "$name, $compiler" judge "$source" "$out/$compiler/$name.log" "$code"
  done
}

run gcc
[ -n "$quick" ] || run clang -fsanitize=address,undefined -fno-sanitize-recover=undefined
conclude
