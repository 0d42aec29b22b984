#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# abidiff of libabigail 2.2 (Debian 12, abigail-tools 2.2-2), libraries by gcc 12.2.
#
# abidiff compares two libraries with debugging information, and exits with a bit set for each kind of change. One would
# guess that what breaks every caller is a change. Nothing is said, with exit status 0, of these four:
# - a struct that gets a stricter alignment at the same size: what embeds it is laid out anew (DW_AT_alignment is
#   there);
# - a struct whose members are stored in the other byte order (DW_AT_endianity is there);
# - a function that changes between Microsoft's calling convention and that of the platform (gcc writes nothing of it);
# - a parameter `float` of a definition without prototype, which is passed as a double, that gets a prototype
#   (DW_AT_prototyped is there).
# An exit status of 0 is no promise that programs go on running; a test that was built against the older one is.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs abigail-tools=2.2-2 libabigail0=2.2-2 libxml2 libicu72 libdw1 libelf1

# change OLD NEW: the exit status of abidiff, and how many lines it printed.
change() {
  local side code=0
  for side in old new; do
    [ "$side" = old ] && printf '%s\n' "$1" >"$side.c" || printf '%s\n' "$2" >"$side.c"
    gcc -g -w -shared -fPIC -o "lib$side.so" "$side.c"
  done
  abidiff libold.so libnew.so >log 2>&1 || code=$?
  echo "exit $code, lines $(wc -l <log)"
}

embeds() {
  printf '#include <stdio.h>\nstruct s { %schar c[16]; };\nstruct e { char x; struct s p; };
int main(void) { printf("%%zu in %%zu\\n", sizeof(struct s), sizeof(struct e)); }\n' "$1" >embeds.c
  gcc -o embeds embeds.c && ./embeds
}
same 'sizes before and after' '16 in 17, 16 in 32' "$(embeds ''), $(embeds '_Alignas(16) ')"

same 'for comparison: a parameter that is wider' 'exit 4' \
  "$(change 'int f(int a) { return a; }' 'int f(long a) { return a; }' | cut -d, -f1)"
same 'a stricter alignment' 'exit 0, lines 0' \
  "$(change 'struct s { char c[16]; }; int f(struct s *p) { return p->c[0]; }' \
            'struct s { _Alignas(16) char c[16]; }; int f(struct s *p) { return p->c[0]; }')"
same 'the other byte order' 'exit 0, lines 0' \
  "$(change 'struct s { int a; }; int f(struct s *p) { return p->a; }' \
            'struct __attribute__((scalar_storage_order("big-endian"))) s { int a; };
             int f(struct s *p) { return p->a; }')"
same 'another calling convention' 'exit 0, lines 0' \
  "$(change '__attribute__((ms_abi)) int f(int a, int b) { return a - b; }' 'int f(int a, int b) { return a - b; }')"
same 'a prototype for a float' 'exit 0, lines 0' \
  "$(change 'int f(a) float a; { return a; }' 'int f(float a) { return a; }')"
verdict
