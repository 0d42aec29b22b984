#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Frama-C 25.0 (Debian 12, frama-c-base 20220511-manganese) with Eva, and with WP by Z3 4.8.12; programs by gcc.
#
# With -machdep gcc_x86_64 Frama-C reads gcc's dialect. It knows `packed` and `aligned`, and refuses `vector_size`. One
# would guess that an attribute that changes what a program does is either known or refused. Three are neither. A
# function that gcc calls at the end of a variable's life (cleanup) or before main (constructor) is not called, and a
# struct is not stored in the other byte order (scalar_storage_order). Eva calls a check valid that is wrong when the
# program runs, and ends with "No errors or warnings"; WP proves that a function assigns nothing whose cleanup does.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
for need in frama-c why3 z3; do
  command -v $need >/dev/null || { echo "needs $need of Debian 12: apt-get install frama-c-base why3 z3" >&2; exit 2; }
done
export HOME=$work
why3 config detect >/dev/null 2>&1
same 'versions' '25.0-beta (Manganese), Z3 version 4.8.12' \
  "$(frama-c -version), $(z3 --version | cut -d' ' -f1-3)"

cat >cleanup.c <<'C'
static int released;
static void release(int *what) { released += *what; }
static void work(void) { int x __attribute__((cleanup(release))) = 1; x = 2; }
int main(void) {
  released = 0;
  work();
  //@ check released == 0;
  return released;
}
C
cat >constructor.c <<'C'
static int ready;
__attribute__((constructor)) static void boot(void) { ready = 1; }
int main(void) {
  //@ check ready == 0;
  return ready;
}
C
cat >order.c <<'C'
struct __attribute__((scalar_storage_order("big-endian"))) big { unsigned short value; };
union both { struct big big; unsigned char bytes[2]; };
int main(void) {
  union both both;
  both.big.value = 0x0102;
  //@ check both.bytes[0] == 2;
  return both.bytes[0];
}
C
# seen FILE: what the program returns, what Eva says of the check, and that it has no warning.
seen() {
  local code=0
  gcc -w "$1.c" -o "$1"
  "./$1" || code=$?
  frama-c -eva -machdep gcc_x86_64 "$1.c" >log 2>&1
  echo "is $code; $(grep -o '[0-9]* valid *[0-9]* unknown *[0-9]* invalid' log | head -1 | tr -s ' ')," \
    "$(grep -o 'No errors or warnings' log)"
}
same 'checked: 0, cleanup' 'is 2; 1 valid 0 unknown 0 invalid, No errors or warnings' "$(seen cleanup)"
same 'checked: 0, constructor' 'is 1; 1 valid 0 unknown 0 invalid, No errors or warnings' "$(seen constructor)"
same 'checked: 2, the other byte order' 'is 1; 1 valid 0 unknown 0 invalid, No errors or warnings' "$(seen order)"

cat >contract.c <<'C'
int released;
static void release(int *what) { released += *what; }
/*@ assigns \nothing; ensures released == \old(released); */
int work(void) { int x __attribute__((cleanup(release))) = 1; x = 2; return x; }
C
frama-c -wp -wp-fct work -wp-prover z3 -machdep gcc_x86_64 contract.c >log 2>&1
same 'WP: assigns \nothing of a function with a cleanup' 'Proved goals: 2 / 2' \
  "$(grep -o 'Proved goals: .*' log | tr -s ' ')"
verdict
