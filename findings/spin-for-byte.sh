#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Spin 6.5.2 (Debian 12, spin 6.5.2+dfsg-1).
#
# `byte i; for (i : 0 .. 255) { ... }` looks as if it went over all bytes, which is what `select (i : 0 .. 255)` does.
# It never ends: the loop counts i up while i <= 255, and a byte that is 255 becomes 0. As the states repeat, the
# verifier is done with it at once and says "errors: 0", also of an assertion behind the loop that is false, which it
# never reached. Neither the translation nor the verifier warns, and the list "unreached" has the end of the process,
# not the assertion. The same holds for short up to 32767. With one less, the assertion is found wrong.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs spin=6.5.2+dfsg-1

# search TYPE LOOP: what a verification of a model says whose assertion, behind the loop, is false.
search() {
  printf '%s i;\nactive proctype p() {\n  %s;\n  assert(false)\n}\n' "$1" "$2" >loop.pml
  spin -search -m100000 loop.pml >log 2>&1
  grep -o 'errors: [0-9]*' log
}
same 'byte, 0 .. 254' 'errors: 1' "$(search byte 'for (i : 0 .. 254) { skip }')"
same 'byte, 0 .. 255' 'errors: 0' "$(search byte 'for (i : 0 .. 255) { skip }')"
same 'its warnings' 0 "$(grep -ci -e warning -e 'not completed' log || true)"
same 'what it says is unreached' '-end-' "$(sed -n 's/.*state [0-9]*, "\(.*\)"/\1/p' log)"
same 'byte, select' 'errors: 1' "$(search byte 'select (i : 0 .. 255)')"
same 'short, to 32766' 'errors: 1' "$(search short 'for (i : 32000 .. 32766) { skip }')"
same 'short, to 32767' 'errors: 0' "$(search short 'for (i : 32000 .. 32767) { skip }')"
verdict
