#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Frama-C 25.0 (Debian 12, frama-c-base 20220511-manganese) with Eva; the program by gcc.
#
# Eva keeps what it has found of a function, and does not look at a call again that meets the same state (-eva-memexec,
# the default). One would guess that the same state is one in which everything is the same that the function's verdicts
# depend on. It is what the function's code reads, and that of what it calls; what their assertions and preconditions
# read does not count. So an assertion, or a precondition, about a variable that the code only writes is `valid` for all
# calls as soon as it is for the first: here the second call breaks it, whatever the input, and Eva ends with
# "No errors or warnings". With -eva-no-memexec, whose help speaks of speed and of what the GUI shows, it is invalid.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
command -v frama-c >/dev/null || { echo "needs frama-c of Debian 12: apt-get install frama-c-base" >&2; exit 2; }
same 'version' '25.0-beta (Manganese)' "$(frama-c -version)"

cat >assertion.c <<'C'
static int held, taken;
static void take(int who) {
  //@ assert held == 0;
  if (who) taken = who;
}
static void work(int who) { take(who); }
int main(void) {
  work(1);
  held = 1;
  work(1);
  return held;
}
C
cat >precondition.c <<'C'
static int held, taken;
//@ requires held == 0;
static void take(int who) { if (who) taken = who; }
static void work(int who) { take(who); }
int main(void) {
  work(1);
  held = 1;
  work(1);
  return held;
}
C
# verdict_of WHAT FILE [OPTION]: what Eva counts of assertions or preconditions, and how many alarms it tells of.
verdict_of() {
  frama-c -eva "${@:3}" "$2.c" >log 2>&1
  echo "$(grep "$1" log | grep -o '[0-9]* valid *[0-9]* unknown' | tr -s ' ')," \
    "$(grep -c 'got status invalid' log || true) told"
}
gcc -w assertion.c -o assertion
code=0
./assertion || code=$?
same 'what is held in the program, at the second call' 1 "$code"
same 'the assertion' '1 valid 0 unknown, 0 told' "$(verdict_of Assertions assertion)"
same 'the assertion, nothing kept' '0 valid 1 unknown, 1 told' "$(verdict_of Assertions assertion -eva-no-memexec)"
same 'the precondition' '1 valid 0 unknown, 0 told' "$(verdict_of Preconditions precondition)"
same 'the precondition, nothing kept' '0 valid 1 unknown, 1 told' \
  "$(verdict_of Preconditions precondition -eva-no-memexec)"
verdict
