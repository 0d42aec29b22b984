#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The site: every link and anchor resolves, every page is well-formed and loads nothing from elsewhere, and what must be
# there is there (check.py); each fault that is planted (planted.py) is
# seen. The first driver does what its page says, by the
# commands of its page, and its reports are the recorded ones (RECORD=yes records them anew).
source "$(dirname "$0")/../harness/suite.sh"

site=$out/site
write() { PYTHONPATH=proofs:packaging python3 -B -m website "$@"; }

rm -rf "$site"
check "the site is written" write --out "$site"
check "it has no fault" python3 -B tests/site/check.py "$site"
cp -r "$site" "$out/first-time"
check "it is written again" write --out "$site"
check "the same" diff -r "$out/first-time" "$site"
rm -r "$out/first-time"

program planted python3 -B tests/site/planted.py "$site"

# ---- Faults planted in the sources ----

rm -rf "$out/tree" "$out/other"
mkdir -p "$out/tree"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp -P --parents -t "$out/tree"
source_with() { # what is said, file, command of sed
  cp "$2" "$out/kept"
  sed -i "$3" "$out/tree/$2"
  check "planted in $2: $3" refuses "$1" -- write --root "$out/tree" --out "$out/other"
  cp "$out/kept" "$out/tree/$2"
}
pages=packaging/website/text
source_with "faq.md: it leads to ../../../tools/fial.md, which there is not" $pages/faq.md 's|fail.md|fial.md|'
source_with "index.md: README.md: there is no section \`In numbers\`" $pages/index.md 's|: In figures|: In numbers|'
source_with "clausses: nothing is asked for so" $pages/clauses.md 's|site clauses:|site clausses:|'
source_with "has a part \`exactly\`, of which nothing is said" $pages/report.md '/^| exactly/d'
source_with "spec/status.md: it has no title" spec/status.md '1d'
check "as it is" write --root "$out/tree" --out "$out/other"
mkdir -p "$out/mine"
touch "$out/mine/letter"
check "a folder with other things" refuses "it is not empty, and no site" -- write --out "$out/mine"
check "is left as it is" test -e "$out/mine/letter"

# ---- The first driver, as its page has it ----

object=$(library dropin gcc -g -O1 -DDXGMAP_BACKTRACE=1)
first=$out/first
recorded=examples/first-driver
rm -rf "$first"
cp -r $recorded "$first"
rm -rf "$first/build" "$first"/*.report
printf '%s\n' 'Name: dxgmap' 'Description: of this test' "Version: $(cat VERSION)" \
  "Cflags: -I$PWD/generated/include" "Libs: $object -lbacktrace -pthread" >"$first/dxgmap.pc"
export PKG_CONFIG_PATH=$first PATH=$PWD/tools:$PATH
unset DXGMAP_OPTIONS DXGMAP_STACKS DXGMAP_SYMBOLIZE DXGMAP_TRACE
shorter() { grep -vE '#[0-9]+ (_start|__libc)|\(libc\.so\.6\)' | sed "s|$(realpath "$first")/||g"; } # as the page says
plain() { sed -E 's/\+0x[0-9a-f]+/+0x/g'; } # a place in a function is the compiler's
same() { # file, what is recorded, parts of it
  [ -z "${RECORD-}" ] || cp "$1" "$recorded/$2"
  diff <(plain <"$recorded/$2") <(plain <"$1")
}

sed -n 's/^    //p' "$first/README.md" >"$first/commands"
check "the page has commands" test "$(wc -l <"$first/commands")" -eq 5
(cd "$first" && bash commands 2>&1 || true) | shorter >"$first/seen"
check "an ordinary run has nothing to say" test "$(head -n 1 "$first/seen")" = 0
sed -n '2,/^2 acquisitions/p' "$first/seen" >"$first/fail.report"
sed '1,/^2 acquisitions/d' "$first/seen" >"$first/leak.report"
check "the table is the recorded one" same "$first/fail.report" fail.report
check "the leak's report is the recorded one" same "$first/leak.report" leak.report
check "all is built" make -C "$first" --no-print-directory all
(cd "$first" && DXGMAP_OPTIONS=seed=7 build/unpins-twice 2>&1 || true) | shorter >"$first/unpin.report"
check "the report of the unpin is the recorded one" same "$first/unpin.report" unpin.report
check "the job of a CI" env -C "$first" ./ci
check "its log is one of JSON" grep -q '^{"dxgmap":1,' "$first/build/reports.jsonl"
check "it is red when a report is made" refuses "DXGMAP_OPTIONS=fail_nth=2" -- env -C "$first" ./ci build/forgets

conclude
