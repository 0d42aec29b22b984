#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# pkgconf 1.8.1 (Debian 12, pkgconf-bin 1.8.1-1), which is its `pkg-config` too.
#
# Two static libraries whose parts enlist themselves before main each say in their .pc file that they are to be linked
# whole: -Wl,--whole-archive -la -Wl,--no-whole-archive. Either works alone. One would guess that both do together.
# pkgconf drops flags that come again, of each the earlier: the pair stays around the last library only, the first is
# linked as any other, and what nobody calls by name is not linked. The program builds without a warning and lacks
# a's parts. The order of the names on the command line says which one is lost. It is the same with -Wl,-Bstatic and
# -Wl,-Bdynamic. A flag that stands in one word is safe: -Wl,--whole-archive,-la,--no-whole-archive.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs pkgconf-bin=1.8.1-1 libpkgconf3=1.8.1-1
same 'version' 1.8.1 "$(pkgconf --version)"

for name in a b; do
  printf '#include <stdio.h>\n__attribute__((constructor)) static void enlist(void) { puts("%s"); }\n' $name >$name.c
  gcc -c $name.c -o $name.o
  ar rc lib$name.a $name.o
  printf 'Name: %s\nDescription: parts that enlist themselves\nVersion: 1\nLibs: %s\n' $name \
    "-L$work -Wl,--whole-archive -l$name -Wl,--no-whole-archive" >$name.pc
  printf 'Name: %s\nDescription: the same in one word\nVersion: 1\nLibs: -L%s %s\n' $name "$work" \
    "-Wl,--whole-archive,-l$name,--no-whole-archive" >word-$name.pc
done
echo 'int main(void) { return 0; }' >main.c
export PKG_CONFIG_PATH=$work

# enlisted MODULE...: what a program linked with these has.
enlisted() {
  # shellcheck disable=SC2046
  gcc -Wall -Werror main.c -o main $(pkgconf --libs "$@")
  ./main | sort | paste -sd ' '
}
same 'a alone' a "$(enlisted a)"
same 'b alone' b "$(enlisted b)"
same 'flags of a and b' '-la -Wl,--whole-archive -lb -Wl,--no-whole-archive' \
  "$(pkgconf --libs a b | sed "s|-L$work ||g; s| *$||")"
same 'a and b' b "$(enlisted a b)"
same 'b and a' a "$(enlisted b a)"
same 'in one word each' 'a b' "$(enlisted word-a word-b)"
verdict
