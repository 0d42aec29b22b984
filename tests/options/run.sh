#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Options: each is read from the environment and from the harness's list, is refused with words when it is wrong, and
# does what its row says; and what reports look like: lines of calls, JSON by its schema, colours, what is left out.
source "$(dirname "$0")/../harness/suite.sh"

unset DXGMAP_OPTIONS DXGMAP_STACKS DXGMAP_SYMBOLIZE DXGMAP_TRACE NO_COLOR
export TERM=xterm
driver=$out/driver
look=(python3 -B tests/options/options.py)

build() { # output, flags
  gcc "${strict[@]}" -g -O1 -Igenerated/include tests/options/driver.c "${@:2}" -pthread -o "$1"
}
dropin=$(library dropin gcc -g -O1 -DDXGMAP_BACKTRACE=1)
builds driver build "$driver" "$dropin" -lbacktrace || { conclude; exit; }

# What the driver prints with such options; its exit code is not asked for.
run() { # options, driver, words of its command line
  rm -f "$out/log"
  DXGMAP_OPTIONS=$1 "$driver" "${@:2}" >"$out/seen" 2>&1 || true
}
seen() { grep -qE -- "$1" "$out/seen" || { echo "expected: $1; seen:" && cat "$out/seen" && return 1; }; }
fails() { ! "$@"; }
says() { # options, driver, what it prints
  run "$1" "$2"
  seen "$3"
}

# ---- Lists ----

wrong() { # list, what is said; of the environment, and of the harness
  check "DXGMAP_OPTIONS=$1" refuses "dxgmap: DXGMAP_OPTIONS: $2" -- env DXGMAP_OPTIONS="$1" "$driver" good
  check "options $1" refuses "dxgmap: options: $2" -- "$driver" good "$1"
}
wrong stacs=full "stacs: there is no such option; the nearest is stacks, and help=1 lists all"
wrong fail=1 "fail: there is no such option; the nearest is "
wrong =1 ": there is no such option; the nearest is "
wrong seed=x "seed=x: expected 0 .. 18446744073709551615"
wrong seed= "seed=: expected 0 .. 18446744073709551615"
wrong seed=0x "seed=0x: expected 0 .. 18446744073709551615"
wrong seed=18446744073709551616 "seed=18446744073709551616: expected 0 .. 18446744073709551615"
wrong fail_per_million=1000001 "fail_per_million=1000001: expected 0 .. 1000000"
wrong abort "abort has no value: expected 0 .. 1"
wrong stacks=slow "stacks=slow: expected fast, full, off"
wrong log=xml "log=xml: expected text, json"
wrong "seed=1:stacks=full:abort=2" "abort=2: expected 0 .. 1"
check "each mistake is told" refuses "seed=a: expected" "abort=b: expected" -- \
  env DXGMAP_OPTIONS=seed=a:abort=b "$driver" good
check "a file that cannot be written" refuses "dxgmap: log_path=/nowhere/log: the file cannot be opened" -- \
  env DXGMAP_OPTIONS=log_path=/nowhere/log "$driver" good

check "a recording that cannot be written" refuses "dxgmap: trace=/nowhere/run: the file cannot be opened" -- \
  env DXGMAP_OPTIONS=trace=/nowhere/run "$driver" good

repeats() { # list, what the report has as its last line
  run "$1" unpins
  [ "$(grep -E '^  ' "$out/seen" | tail -n 1)" = "  again by:  DXGMAP_OPTIONS=$2" ] || { cat "$out/seen" && return 1; }
}
check "what differs is repeated" repeats seed=7:stacks=full seed=7:stacks=full
check "in the order of the table, and each once" repeats "stacks=off seed=1, stacks=full	seed=0x10::" \
  seed=16:stacks=full
check "the largest number" repeats seed=18446744073709551615 seed=18446744073709551615
check "nothing of the looks" repeats 'seed=1:color=never:symbolize=0:log="text"' seed=1
check "nor the recording" repeats "seed=1:trace='$out/run.jsonl'" seed=1
check "which is there" grep -q '^{"call":"DxgkCbUnpinFrameBufferForSave"' "$out/run.jsonl"
check "nothing where nothing differs" fails repeats "stacks=fast" ""
check "no line then" fails seen "again by"
precedence() {
  DXGMAP_STACKS=off DXGMAP_OPTIONS=seed=9 "$driver" unpins seed=1:stacks=full:remembered=5 >"$out/seen" 2>&1 || true
  seen 'again by:  DXGMAP_OPTIONS=seed=9:stacks=off:remembered=5$'
}
check "the environment over the harness" precedence
check "a quoted path" says "log_path='$out/with : and , in it'" good "errors 0"
check "is there" test -e "$out/with : and , in it"

DXGMAP_OPTIONS=help=1 "$driver" good 2>&1 | "${look[@]}" table >"$out/rows"
check "help=1 lists some" test "$(wc -l <"$out/rows")" -gt 15
check "options.md has each row of help=1, and no other" diff "$out/rows" \
  <(sed -n '/^| option | value/,/^$/p' model/ddi/call/options.md | tail -n +3 | sed '/^$/d')

# ---- What they do ----

check "abort=1" test "$(DXGMAP_OPTIONS=abort=1 bash -c '"$0" unpins >"$1" 2>&1; echo $?' "$driver" "$out/seen")" = 134
check "fail_nth=2: the second" says fail_nth=2 three "acquisitions failed 1"
check "fail_count=0: all from then on" says fail_nth=1:fail_count=0 two "acquisitions failed 2"
check "fail_nth=4: there are three" says fail_nth=4 three "acquisitions failed 0"
check "fail_per_million=1000000" says fail_per_million=1000000 three "acquisitions failed 1"

# ---- Lines ----

line() { grep -n -- "$1" tests/options/driver.c | head -n 1 | cut -d : -f 1; }
inlined=" +#1 unpin_that_is_inlined [^ ]*tests/options/driver.c:$(line 'the line of the report') \(inlined\)"
framed=" +#1 driver_unpins_nothing\+0x[0-9a-f]+ [^ ]*tests/options/driver.c:$(line '  unpin_that_is_inlined();') "
lines() { # program
  "$1" unpins >"$out/seen" 2>&1 || true
  seen "^$inlined\$" && seen "^$framed\($(basename "$1")\)\$"
}
check "lines and inlined functions" lines "$driver"
for kind in static static-pie; do
  builds $kind build "$out/$kind" "$dropin" -lbacktrace -$kind && check "$kind: lines" lines "$out/$kind"
done
check "symbolize=0: neither names nor lines" says symbolize=0 unpins ' #0 \?\+0x[0-9a-f]+ \(driver\)$'
check "DXGMAP_SYMBOLIZE=0" fails env DXGMAP_SYMBOLIZE=0 bash -c '"$0" unpins 2>&1 | grep -q driver.c:' "$driver"
"$driver" unpins "" handled >"$out/seen" 2>&1 || true
check "a handler sees the line" seen "^  unpin driver.c:$(line 'dxgkrnl.DxgkCbUnpin')\$"
check "a fault of the CPU has its line" says faults=poison touches \
  " #0 driver_touches\\+0x[0-9a-f]+ .*tests/options/driver.c:$(line 'the line of the fault') \\(driver\\)\$"
check "on a small signal stack its function" says faults=poison small ' #0 driver_touches\+0x[0-9a-f]+ \(driver\)$'
check "and that was all" seen "errors 1, "
late() {
  local flags=("${strict[@]}" -g -O1 -Igenerated/include tests/options/late.c)
  gcc "${flags[@]}" -DMODULE -fPIC -shared -o "$out/late.so" &&
    gcc "${flags[@]}" "$dropin" -lbacktrace -pthread -o "$out/late"
}
builds late late && "$out/late" "$out/late.so" >"$out/seen" 2>&1
check "a module that is loaded later has lines" seen \
  " #0 misuse\\+0x[0-9a-f]+ .*tests/options/late.c:$(grep -n 'the line of' tests/options/late.c | cut -d : -f 1) "
bare=$(library dropin gcc -g -O2)
builds "without lines" build "$out/bare" "$bare"
"$out/bare" unpins >"$out/seen" 2>&1 || true
check "without libbacktrace: functions alone" seen ' #1 driver_unpins_nothing\+0x[0-9a-f]+ \(bare\)$'

# The report that README.md shows is one that is made, but for numbers, and for what is around main.
plain() {
  sed -E 's/0x[0-9a-f]+/0x/g; s/driver\.c:[0-9]+/driver.c:/' | grep -vE '#[0-9]+ (_start|__libc)|\(libc\.so\.6\)'
}
"$driver" leaks >"$out/seen" 2>&1 || true
awk '/^```text$/ { on = 1; next } /^```$/ { on = 0 } on' README.md | plain >"$out/shown"
check "README.md shows a report as it is made" diff "$out/shown" <(grep -v '^errors' "$out/seen" | plain)

# ---- JSON ----

run "log=json:log_path=$out/log:seed=3" twice
check "the log is of its schema" "${look[@]}" json "$out/log" report report closed
check "nothing else is printed" test "$(wc -l <"$out/seen")" -eq 1
value() { # line, pointer, expected
  local is
  is=$("${look[@]}" get "$out/log" "$1" "$2")
  [ "$is" = "$3" ] || { echo "$2: expected $3, seen $is" && return 1; }
}
check "cause" value 1 cause DXGMAP_NOT_PINNED
check "line" value 1 call/0/line "$(line 'dxgkrnl.DxgkCbUnpin')"
check "inlined" value 1 call/1/inlined True
check "the options" value 1 options seed=3
check "of a leak the map" value 2 map/0/function pin
check "the end" value 3 errors 2
run "log=json:log_path=$out/log" unpins "" handled
check "a log beside a handler" "${look[@]}" json "$out/log" report closed
check "the handler too" seen "handled: DXGMAP_NOT_PINNED"
run "log=json:log_path=$out/log:fail_nth=2" three
check "a failure on purpose" "${look[@]}" json "$out/log" failed closed
check "which it was" value 1 nth 2
check "and where" value 1 call/1/function driver_three
run "log_path=$out/log" unpins
check "text in a file" grep -q '^dxgmap: DxgkCbUnpin' "$out/log"

# ---- What is left out ----

leave_out() { # line of the file, driver
  printf '# a comment\n\n%s\n' "$1" >"$out/left"
  run "suppressions=$out/left" "$2"
}
left() { # line, of two reports so many are left out
  leave_out "$1" twice
  seen "errors $((2 - $2)), left out $2,"
}
check "by cause" left cause:DXGMAP_LEAK 1
check "by cause, in short" left cause:LEAK 1
check "by cause, any" left 'cause:*' 2
check "by function" left 'function:driver_unpins_nothing' 1
check "by function, inlined" left 'function:unpin_that_is_*' 1
check "by function of the map" left 'function:driver_leaks' 1
check "by a part of a function" left 'function:driver_leak' 0
check "by rule" left rule:UNPIN-8 1
check "by decision" left "rule:decision 2" 1
check "by a decision that is none of these" left "rule:decision 8" 0
check "by two conditions" left "  function:main	cause:LEAK  " 1
check "by two that no report meets" left "rule:UNPIN-8 cause:LEAK" 0
leave_out 'function:main' twice
check "told at the end" seen "^dxgmap: left out: 2 reports, by $out/left:3: function:main\$"
leave_out 'cause:LEAK' leaks
check "neither printed" fails seen DXGMAP_LEAK
run "suppressions=$out/left:print_suppressions=0" leaks
check "print_suppressions=0" fails seen "left out: "
run "suppressions=$out/left:log=json:log_path=$out/log" leaks
check "in the log" "${look[@]}" json "$out/log" suppressed closed
odd=$out/left-$'\u00e9\xff"\\'
cp "$out/left" "$odd"
run "suppressions='$odd':log=json:log_path=$out/log" leaks
check "of a file whose name is no text" "${look[@]}" json "$out/log" suppressed closed
check "which is told as far as it is" value 1 file "$out/left-"$'\u00e9\u00ff"\\'

bad_line() { # line, what is said
  leave_out "$1" good
  seen "^dxgmap: $out/left:3: $2\$" && seen "dxgmap_open: DXGMAP_BAD_ARGUMENT"
}
check "no such cause" bad_line cause:LEEK "there is no such cause; the nearest is DXGMAP_LEAK"
check "no such condition" bad_line funktion:x "funktion: is no condition; the nearest is function"
check "no condition" bad_line board "board is no condition: expected cause:, function: or rule:"
check "no pattern" bad_line "cause:LEAK rule:" "rule: has no pattern"
check "too many" bad_line "rule:a rule:b rule:c rule:d rule:e" "rule: there are four conditions already, .*"
check "too long" bad_line "function:$(printf 'x%.0s' {1..300})" "the line is longer than 254 letters"
check "no file" says suppressions=/nowhere good "^dxgmap: /nowhere: the file cannot be opened"

# ---- Colours ----

colored() { grep -q $'\x1b\\[1;31mdxgmap: ' "$1"; }
on_terminal() { # variables
  "${look[@]}" terminal env "$@" "$driver" unpins >"$out/seen" </dev/null
}
on_terminal A=b
check "on a terminal" colored "$out/seen"
on_terminal NO_COLOR=1
check "NO_COLOR" fails colored "$out/seen"
on_terminal TERM=dumb
check "a terminal without colours" fails colored "$out/seen"
on_terminal DXGMAP_OPTIONS=color=never
check "color=never" fails colored "$out/seen"
run "" unpins
check "not in a file" fails colored "$out/seen"
run color=always unpins
check "color=always" colored "$out/seen"

conclude
