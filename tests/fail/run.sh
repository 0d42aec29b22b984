#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# dxgmap-fail, on the drivers of tests/options: each outcome, the table, the exit code, what is taken up again, and what
# it refuses.
source "$(dirname "$0")/../harness/suite.sh"

unset DXGMAP_OPTIONS DXGMAP_STACKS DXGMAP_SYMBOLIZE
driver=$out/driver
dropin=$(library dropin gcc -g -O1 -DDXGMAP_BACKTRACE=1)
builds driver gcc "${strict[@]}" -g -O1 -Igenerated/include tests/options/driver.c "$dropin" -lbacktrace -pthread \
  -o "$driver" || { conclude; exit; }

fail() { # exit code, arguments of dxgmap-fail
  local code=0 expected=$1
  shift
  tools/dxgmap-fail "$@" >"$out/seen" 2>&1 || code=$?
  [ "$code" = "$expected" ] || { echo "expected exit $expected, seen $code:" && cat "$out/seen" && return 1; }
}
seen() { grep -qE -- "$1" "$out/seen" || { echo "expected: $1; seen:" && cat "$out/seen" && return 1; }; }
line() { grep -n -- "$1" tests/options/driver.c | head -n 1 | cut -d : -f 1; }

check "a driver that is right" fail 0 -- "$driver" three
check "each acquisition failed once" seen '^3 acquisitions made to fail: 3 clean$'
check "which, and where" seen \
  "^ +1  clean +0 +DxgkCbPinFrameBufferForSave +pin driver.c:$(line 'DxgkCbPinFrameBuffer') < driver_three driver.c:"

check "one that is not" fail 1 -- "$driver" fragile
check "a leak" seen '^ +2  leak +1 +DxgkCbMapFrameBufferPointer +map_pointer driver.c:'
check "of what was acquired there" seen '^ +DXGMAP_LEAK: save area pinned by MDL.*, by pin driver.c:'
check "how to see it again" seen "^ +again: DXGMAP_OPTIONS=fail_nth=2 $driver fragile\$"
check "a crash" seen '^ +3  crash +SIGSEGV '
check "the sum" seen '^3 acquisitions made to fail: 1 clean, 1 leak, 1 crash$'
check "it is seen again" bash -c 'DXGMAP_OPTIONS=fail_nth=2 "$0" fragile 2>&1 | grep -q DXGMAP_LEAK' "$driver"
check "misuse" fail 1 -- "$driver" careless
check "misuse, with the line" seen '^ +1  misuse +1 '
check "an end without a close" fail 1 -- "$driver" exits
check "is told apart" seen '^ +1  unclosed +3 '
check "a hang" fail 1 --timeout 3 -- "$driver" waits
check "is ended" seen '^ +2  hang +killed '
check "what a shell says of a signal" fail 1 -- sh -c "\"$driver\" fragile; exit \$?"
check "is a crash as well" seen '^ +3  crash +SIGSEGV '
check "beside a handler" fail 1 -- "$driver" fragile "" handled
check "the same is seen" seen '^ +2  leak '

check "a harness that aborts on a report" fail 1 -- "$driver" fragile "" aborts
check "what was reported is seen" seen '^ +2  leak +SIGABRT +DxgkCbMapFrameBufferPointer '
check "a crash without a report stays one" seen '^ +3  crash +SIGSEGV '
check "failures of its own beside these" fail 0 -- "$driver" three "" itself
check "the row has the right one" seen '^ +1  clean +0 +DxgkCbPinFrameBufferForSave +pin driver.c:'
check "by which it leaks" fail 2 -- "$driver" fragile "" itself
check "are pointed out" seen \
  '^The program makes acquisitions fail by itself, 1 in this run, first DxgkCbMapFrameBufferPointer in map_pointer '

check "the first alone" fail 0 --most 1 -- "$driver" fragile
check "is said as such" seen '^of 3 acquisitions the first 1 alone, as --most has it$'

# What is in the environment stays.
printf 'function:driver_fragile\n' >"$out/left"
env_seen() {
  DXGMAP_OPTIONS="suppressions=$out/left:seed=3" tools/dxgmap-fail -- "$driver" fragile >"$out/seen" 2>&1 || true
  seen '^ +2  clean ' && seen "again: DXGMAP_OPTIONS=suppressions=$out/left:seed=3:fail_nth=3 "
}
check "suppressions hold, and are told" env_seen

# Taken up again.
rm -rf "$out/state" "$out/keep"
check "with a state" fail 1 --state "$out/state" --keep "$out/keep" -- "$driver" fragile
cp "$out/seen" "$out/whole"
check "output and log are kept" test -s "$out/keep/2/log.json"
head -n 2 "$out/state" >"$out/part"
printf '{"n": 2, "rea' >>"$out/part" # as an end in the middle leaves it
rm -rf "$out/keep"
check "from the middle" fail 1 --state "$out/part" --keep "$out/keep" -- "$driver" fragile
check "the same table" diff "$out/whole" "$out/seen"
check "what was done is not done again" test ! -e "$out/keep/1"
check "the same state" diff "$out/state" "$out/part"
check "two at a time" fail 1 --jobs 2 -- "$driver" fragile
check "the same table, too" diff "$out/whole" "$out/seen"

# What it refuses.
check "a state of another command" fail 2 --state "$out/state" -- "$driver" three
check "is named" seen "^dxgmap-fail: $out/state is of another command: $driver fragile\$"
sed -i '3s/"n"/"m"/' "$out/part"
check "a state that is none" fail 2 --state "$out/part" -- "$driver" fragile
check "is named with its line" seen "^dxgmap-fail: $out/part:3: this is no line of such a file\$"
check "a driver that leaks by itself" fail 2 -- "$driver" leaks
check "is told" seen '^dxgmap-fail: without any failure the program is not clean: leak, exit 1$'
check "no program" fail 2 -- "$out/nothing"
check "is told, too" seen "^dxgmap-fail: $out/nothing: No such file or directory\$"
check "a program without dxgmap" fail 2 -- true
check "is asked about it" seen '^Is it linked with dxgmap, and does it call dxgmap_close\?$'
check "nothing to fail" fail 2 -- "$driver" nothing
check "is said" seen '^dxgmap-fail: the program acquires nothing, so nothing can fail$'
rm -f "$out/once"
twice="if [ -e $out/once ]; then exec $driver two; else touch $out/once; exec $driver three; fi"
check "a program that does not do the same" fail 2 -- sh -c "$twice"
check "is found out" seen 'run 3 ended \(clean, exit 0\) before it came to its acquisition 3 of 3: '
check "no command" fail 2
check "a bad option" fail 2 --jobs 0 -- "$driver" three

conclude
