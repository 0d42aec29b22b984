#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The lookups without a lock (spec/protocol.md) and the locks (spec/locks.md): the models under Spin, exhaustively, as
# designed and with each fault; and the C, store by store, with threads, and as a whole by its public calls, under
# ThreadSanitizer and as it ships, as it is and with faults planted in copies.
#   tests/protocol/run.sh [--quick] [word ...]     only checks with one of these words in their names
# --quick leaves out the larger searches, and every fault.
source "$(dirname "$0")/../harness/suite.sh"

root=$PWD
rm -rf "$out"
mkdir -p "$out"

# whether --quick runs it too, name, what is to be seen, flags. What is to be seen: that all holds, or what is violated.
models='
quick  lookups                                  holds
whole  lookups,-every-store-a-step              holds      -DSTEPS
whole  lookups,-four-changes-of-three-pages     holds      -DBLOCK=3 -DCHANGES=4 -DREADERS=1
whole  lookups,-five-changes                    holds      -DCHANGES=5 -DREADERS=1
whole  sections                                 holds      -DSECTION -DSECTIONS=1
quick  sections,-two-of-one-reader              holds      -DSECTION -DREADERS=1
quick  sections,-fences-by-the-writer           holds      -DSECTION -DSECTIONS=1 -DCHANGES=2 -DBARRIER
whole  sections,-fences-by-the-writer,-two      holds      -DSECTION -DREADERS=1 -DBARRIER
whole  sections,-and-a-stop                     holds      -DSECTION -DSTOP -DSECTIONS=1 -DCHANGES=2
whole  sections,-and-a-stop,-two-of-one-reader  holds      -DSECTION -DSTOP -DREADERS=1
whole  no-release                               R-BARE     -DBARE -DNO_RELEASE
whole  no-acquire                               R-BARE     -DBARE -DNO_ACQUIRE
whole  no-split                                 R-BARE     -DBARE -DNO_SPLIT
whole  no-spill-of-an-empty-block               R-BARE     -DBARE -DNO_CLEAN
whole  word-not-cleared                         R-BARE     -DBARE -DNO_CLEAR
whole  word-before-the-entries                  R-BARE     -DBARE -DTABLE_FIRST
whole  word-before-the-entries,-stepwise        R-BARE     -DBARE -DTABLE_FIRST -DSTEPS
whole  return-before-the-change                 R-BARE     -DBARE -DRETURN_FIRST
whole  reader-not-told                          R-BARE     -DBARE -DUNTOLD
whole  no-release,-any-answer                   R-ANSWER   -DNO_RELEASE
whole  no-split,-any-answer                     R-ANSWER   -DNO_SPLIT
whole  word-before-the-entries,-any-answer      R-ANSWER   -DTABLE_FIRST
whole  no-wait                                  R-SECTION  -DSECTION -DSECTIONS=1 -DNO_WAIT
whole  wait-before-the-change                   R-SECTION  -DSECTION -DSECTIONS=1 -DWAIT_FIRST
whole  no-fence-of-the-reader                   R-SECTION  -DSECTION -DSECTIONS=1 -DNO_READER_FENCE
whole  no-fence-of-the-writer                   R-SECTION  -DSECTION -DSECTIONS=1 -DNO_WRITER_FENCE
whole  section-left-before-the-copy             R-SECTION  -DSECTION -DSECTIONS=1 -DLEAVE_EARLY
whole  copy-without-a-section                   R-SECTION  -DSECTION -DSECTIONS=1 -DNO_ENTER
whole  stop,-not-withdrawn                      R-SECTION  -DSECTION -DSTOP -DSECTIONS=1 -DCHANGES=1 -DNO_WITHDRAW
whole  stop,-no-wait                            R-SECTION  -DSECTION -DSTOP -DSECTIONS=1 -DCHANGES=0 -DNO_WAIT
whole  stop,-no-fence-of-the-reader             R-SECTION  -DSECTION -DSTOP -DSECTIONS=1 -DCHANGES=0 -DNO_READER_FENCE
whole  stop,-no-fence-of-the-writer             R-SECTION  -DSECTION -DSTOP -DSECTIONS=1 -DCHANGES=0 -DNO_WRITER_FENCE
whole  stop,-access-without-a-section           R-SECTION  -DSECTION -DSTOP -DSECTIONS=1 -DCHANGES=0 -DNO_ENTER
whole  no-release,-in-sections                  R-SECTION  -DSECTION -DSECTIONS=1 -DNO_RELEASE
whole  no-acquire,-in-sections                  R-SECTION  -DSECTION -DSECTIONS=1 -DNO_ACQUIRE
whole  no-split,-in-sections                    R-SECTION  -DSECTION -DSECTIONS=1 -DNO_SPLIT
whole  word-not-cleared,-in-sections            R-SECTION  -DSECTION -DSECTIONS=1 -DNO_CLEAR
whole  word-before-the-entries,-in-sections     R-SECTION  -DSECTION -DSECTIONS=1 -DTABLE_FIRST
'
locks='
quick  locks                                    holds
whole  locks,-two-callers-of-a-part             holds      -DCALLERS=3
whole  locks,-kept-by-a-call-made-anew          stuck      -DKEEPS_PART
whole  locks,-the-machine-after-parts           K-ALONE    -DPARTS_FIRST
whole  locks,-a-part-not-looked-at              K-ALONE    -DNO_CHECK
whole  locks,-a-part-looked-at-before           K-ALONE    -DCHECK_BEFORE
whole  locks,-the-machine-without-a-part        K-ALONE    -DMISSES_PART
whole  locks,-a-part-open-too-early             K-ALONE    -DOPENS_EARLY
whole  locks,-a-part-open-after-the-stop        K-OPEN     -DSTAYS_OPEN
whole  locks,-a-part-closed-after-its-lock      K-ALONE    -DCLOSES_LATE
whole  locks,-a-fork-without-parts              K-FORK     -DFORKS_OPEN
'
depth=100000   # of the search; one that does not suffice is a failure
megabytes=3000 # of states; likewise

# What the search found, in one word; the assertions are told apart by their text.
seen() {
  local log=$1 section=$2
  if grep -qE 'max search depth too small|reached -DMEMLIM|out of memory|Search not completed, no' "$log"; then
    echo truncated
  elif grep -q 'invalid end state (at' "$log"; then
    echo stuck
  elif grep -qF -e 'assertion violated (yes||(v==0))' -e 'assertion violated  !(ended)' "$log"; then
    [ "$section" = yes ] && echo R-SECTION || echo R-BARE
  elif grep -qF 'assertion violated yes' "$log"; then
    echo R-ANSWER
  elif grep -q 'assertion violated K_' "$log"; then
    grep -o 'assertion violated K_[A-Z]*' "$log" | sed 's/.*K_/K-/'
  elif grep -q 'errors: 0$' "$log" && ! grep -q 'state .*, "' <<<"$(grep -v '"-end-"' "$log")"; then
    echo holds # and no state but the end of a reader that never ends is unreached
  else
    echo unclear
  fi
}

# One model: spin makes C of it, gcc a program, which searches.
model() {
  local text=$1 name=$2 expected=$3 folder log section=no code=0 found level=-O1
  shift 3
  folder=$out/$name
  log=$folder/log
  case " $* " in *' -DSECTION '*) section=yes ;; esac
  [ "$expected" = holds ] || level=-O0 # a fault is found at once
  mkdir -p "$folder"
  cd "$folder"
  { spin -a "$@" "$root/spec/protocol/$text.pml" &&
    gcc -w $level -DSAFETY -DNOFAIR -DCOLLAPSE -DMEMLIM="$megabytes" pan.c -o pan &&
    ./pan -m"$depth"; } >"$log" 2>&1 || code=$?
  found=$(seen "$log" "$section")
  if [ "$found" = "$expected" ] && [ "$code" -eq 0 ]; then
    echo "ok      $name: $found, $(awk '/states, stored/ { print $1 }' "$log") states"
    rm -f "$folder"/pan*
  else
    echo "FAILED  $name: expected $expected, seen $found (exit code $code); $*; see ${log#"$root"/}"
    tail -n 12 "$log"
  fi
}

flags=("${strict[@]}" -g -Ispec -Itests/harness -pthread)
# gcc warns that its ThreadSanitizer does not know fences. Nothing here needs it to: what a fence puts in order is a
# store and a load of atomic words, and no plain access comes to happen before another by it alone.
gcc_thread=(-fsanitize=thread -Wno-tsan)
clang_thread=(-fsanitize=thread)
# Milliseconds that a page is held: some while nothing may happen to it, and as many as it takes where something will.
some=200
many=60000
enough=5000 # where some pages are held for all of it, and one is gone as soon as a call returns

# What a test is linked with: the files that it is about, in a copy of the model or the model itself; for device_test
# and locks_test the library, of which only the file with the fault is compiled again.
build() { # output, folder of the model, file with a fault or "", test, compiler, flags
  local output=$1 tree=$2 fault=$3 test=$4 compiler=$5 sources=() harness
  shift 5
  harness=$(harness "$compiler" "$@")
  case $test in
    order_test) # it has translation.c and domain.c inside
      set -- -DDXGMAP_PROFILE_SMALL "$@"
      sources=("$tree"/core/structures/{quarantine,ranges,heap}.c)
      ;;
    device_test | locks_test)
      set -- -Imodel -Imodel/ddi/include "$@"
      mapfile -t sources < <(device_objects "$tree" "$fault" "$compiler" "$@")
      ;;
    *) sources=("$tree/core/structures/translation.c" "$tree"/host/{threads/readers,os/os_linux_thread}.c) ;;
  esac
  "$compiler" "${flags[@]}" -I"$tree" -I"$tree/core" "$@" "tests/protocol/$test.c" "${sources[@]}" "$harness" \
    -o "$output" 2>"$output.log"
}

# Sanitized, the library is in parts: one of each file that some fault is planted in, and one of all others. As it
# ships, it is the drop-in.
device_objects() { # folder of the model, file with a fault or "", compiler, flags
  local tree=$1 fault=$2 compiler=$3 file rest
  shift 3
  if [[ " $* " != *" -fsanitize=thread "* ]]; then
    library dropin "$compiler" -g -O2
    return
  fi
  rest=$(sources model/core model/host model/ddi | tr ' ' '\n' | grep -vxF "$faulted" | xargs)
  object rest "$rest" "$compiler" "${of_model[@]}" -g "$@"
  for file in $faulted; do
    if [ "$file" = "model/$fault" ]; then
      "$compiler" "${strict[@]}" -I. -I"$(dirname "$file")" "${of_model[@]}" -g "$@" -c "$tree/$fault" \
        -o "$tree/fault.o" || return
      echo "$tree/fault.o"
    else
      object "$(basename "$file")" "$file" "$compiler" "${of_model[@]}" -g "$@"
    fi
  done
}

# A test as it is: it passes, and ThreadSanitizer has nothing to say.
passes() { # name, test, compiler, flags
  local name=$1 test=$2 program=$out/$1
  shift 2
  cd "$root"
  if build "$program" model "" "$test" "$@" && timeout 300 "$program" "$some" >"$program.log" 2>&1; then
    echo "ok      $name: $(tail -n 1 "$program.log")"
  else
    echo "FAILED  $name: expected no complaint, seen:"
    tail -n 30 "$program.log"
  fi
}

# A test with a fault in a copy of the model: it fails, and says so in these words.
fails() { # name, words, file of the model, text, what stands in its place, test, milliseconds, flags
  local name=$1 words=$2 file=$3 text=$4 instead=$5 test=$6 hold=$7 tree=$out/$1 before after
  shift 7
  cd "$root"
  mkdir -p "$tree"
  cp -rl model/core model/host model/ddi "$tree"
  before=$(<"$tree/$file")
  after=${before/"$text"/"$instead"}
  rm "$tree/$file"
  printf '%s\n' "$after" >"$tree/$file"
  if [ -n "$text" ] && [ "$after" = "$before" ]; then
    echo "FAILED  $name: the text that is to be replaced is not in model/$file: $text"
  elif ! build "$tree/program" "$tree" "$file" "$test" clang -O1 "${clang_thread[@]}" "$@"; then
    echo "FAILED  $name: does not compile"
    cat "$tree/program.log"
  elif HARNESS_FIRST=yes timeout 300 "$tree/program" "$hold" >"$tree/program.log" 2>&1; then
    echo "FAILED  $name: expected \`$words\`, seen no complaint"
  elif ! grep -qE "$words" "$tree/program.log"; then
    echo "FAILED  $name: expected \`$words\`, seen:"
    tail -n 30 "$tree/program.log"
  else
    echo "ok      $name: $(grep -oEm 1 "$words" "$tree/program.log")"
    rm -f "$tree/program"
  fi
}

threads() {
  local test
  echo "passes order-gcc order_test gcc -O2"
  echo "passes order-clang order_test clang -O2"
  for test in lookup section device locks; do
    echo "passes $test-gcc ${test}_test gcc -O2"
    echo "passes $test-clang ${test}_test clang -O2"
    echo "passes $test-gcc-thread-sanitizer ${test}_test gcc -O1 -DDXGMAP_STRICT ${gcc_thread[*]}"
    echo "passes $test-clang-thread-sanitizer ${test}_test clang -O1 -DDXGMAP_STRICT ${clang_thread[*]}"
  done
  cat <<'PLANTED'
fails planted-plain-entries 'WARNING: ThreadSanitizer: data race' core/base/access.h '' '' lookup_test $some
fails planted-plain-counts 'WARNING: ThreadSanitizer: data race' core/structures/domain.c 'dxgmap_store_unordered(&d->counts.count[v - 1], d->counts.count[v - 1] - 1u);' 'd->counts.count[v - 1]--;' device_test $some -DDXGMAP_STRICT
fails planted-word-not-cleared 'did not map there' core/structures/translation.c 'dxgmap_store_unordered(&t->directory.word[i], word)' 'if (v != 0u) dxgmap_store_unordered(&t->directory.word[i], word)' lookup_test $some -DDXGMAP_STRICT
fails planted-no-split 'did not map there' core/structures/translation.c 'fill(&t->entries, from, lo, word - some)' 'fill(&t->entries, lo, lo, word - some)' lookup_test $some -DDXGMAP_STRICT
fails planted-word-before-a-list 'neither [0-9]+ nor [0-9]+, but' core/structures/translation.c 'dxgmap_translation_copy(&t->entries, lo, hi - lo, pages);' 'dxgmap_translation_publish(t, b); dxgmap_translation_copy(&t->entries, lo, hi - lo, pages);' order_test $some
fails planted-word-before-a-run 'neither [0-9]+ nor [0-9]+, but' core/structures/translation.c 'dxgmap_translation_fill(&t->entries, lo, hi, v);' 'dxgmap_translation_publish(t, b); dxgmap_translation_fill(&t->entries, lo, hi, v);' order_test $some
fails planted-word-before-the-split 'neither [0-9]+ nor [0-9]+, but' core/structures/translation.c 'dxgmap_translation_fill(&t->entries, from, lo, word - some);' 'dxgmap_store_release(&t->directory.word[b], DXGMAP_TRANSLATION_TABLE); dxgmap_translation_fill(&t->entries, from, lo, word - some);' order_test $some
fails planted-count-that-passes-nothing 'neither [0-9]+ nor [0-9]+, but 0' core/structures/domain.c 'dxgmap_store_unordered(&d->counts.count[v - 1], d->counts.count[v - 1] - 1u);' '{ uint32_t w = d->counts.count[v - 1] - 1u; dxgmap_store_unordered(&d->counts.count[v - 1], 0); dxgmap_store_unordered(&d->counts.count[v - 1], w); }' order_test $some
fails planted-no-wait 'the copy: expected 8 \(0x8\), seen [0-9]+ \(0xdeaddead\)' host/threads/readers.c 'return section != 0u &&' 'return section == UINT64_MAX &&' section_test $many -DDXGMAP_STRICT
fails planted-section-not-opened 'the copy: expected 8 \(0x8\), seen [0-9]+ \(0xdeaddead\)' host/threads/readers.c 'own->sections << DXGMAP_HOST_READERS_PART_BITS | part, __ATOMIC' '0u * part, __ATOMIC' section_test $many -DDXGMAP_STRICT
fails planted-word-not-cleared,-in-sections 'copies of poison: expected 0 ' core/structures/translation.c 'dxgmap_store_unordered(&t->directory.word[i], word)' 'if (v != 0u) dxgmap_store_unordered(&t->directory.word[i], word)' section_test $some -DDXGMAP_STRICT
fails planted-no-wait,-in-the-library 'bytes of the next owner: expected 0 \(0x0\), seen 2048 ' ddi/call/release.c 'dxgmap_ddi_lookup_wait(record->mapping);' '' device_test $enough -DDXGMAP_STRICT
fails planted-section-not-opened,-in-the-library 'bytes of the next owner: expected 0 \(0x0\), seen 2048 ' host/threads/sync.c 'dxgmap_host_readers_enter(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u, part);' '(void)part;' device_test $enough -DDXGMAP_STRICT
fails planted-wait-for-another-part,-in-the-library 'bytes of the next owner: expected 0 \(0x0\), seen 2048 ' ddi/machine/lookup.c 'dxgmap_host_read_wait(k < DXGMAP_ADAPTERS ? k :' 'dxgmap_host_read_wait(k < DXGMAP_ADAPTERS ? k + 1u :' device_test $enough -DDXGMAP_STRICT
fails planted-domain-not-withdrawn-at-the-stop 'by the old handle: expected 1 \(0x1\), seen 0 ' ddi/harness/stop.c 'dxgmap_ddi_lookup_withdraw(call->adapter);' '' device_test $some -DDXGMAP_STRICT
fails planted-domain-not-withdrawn-at-the-begin 'between: expected 3 \(0x3\), seen 0 ' ddi/harness/attach.c 'dxgmap_ddi_lookup_follow(call.adapter);' '' device_test $some -DDXGMAP_STRICT
fails planted-device-memory-not-waited-for 'a fault elsewhere' host/frames/device.c 'dxgmap_host_read_wait(DXGMAP_HOST_ALL_PARTS);' '' device_test $enough -DDXGMAP_STRICT
fails planted-pages-not-shown 'WARNING: ThreadSanitizer: data race' ddi/callbacks/allocate_adl.c 'dxgmap_host_read_show();' '' device_test $some -DDXGMAP_STRICT
fails planted-pages-not-shown,-in-identity-mode 'WARNING: ThreadSanitizer: data race' ddi/callbacks/iommu.c 'dxgmap_host_read_show();' '' device_test $some -DDXGMAP_STRICT
fails planted-part-not-looked-at 'WARNING: ThreadSanitizer: data race' host/threads/sync.c 'if (!__atomic_load_n(&dxgmap_host_sync_part[part].open, __ATOMIC_ACQUIRE)) {' 'if (part == DXGMAP_HOST_PARTS) {' locks_test $some -DDXGMAP_STRICT
fails planted-machine-without-a-part 'WARNING: ThreadSanitizer: (data race|unlock of an unlocked mutex)' host/threads/sync.c 'for (uint32_t parts = dxgmap_host_sync_parts; parts != 0; parts &= parts - 1u) { /* ascending */' 'for (uint32_t parts = dxgmap_host_sync_parts & ~1u; parts != 0; parts &= parts - 1u) {' locks_test $some -DDXGMAP_STRICT
fails planted-blocks-of-all-parts 'WARNING: ThreadSanitizer: data race' host/base/pool.c 'return &dxgmap_host_pool[dxgmap_host_holder()].list[place];' 'return &dxgmap_host_pool[0].list[place];' locks_test $some -DDXGMAP_STRICT
fails planted-list-of-an-MDL-of-several-parts 'WARNING: ThreadSanitizer: data race' ddi/machine/mdls.c 'return owners == shard ||' 'return true || owners == shard ||' locks_test $some -DDXGMAP_STRICT
fails planted-acquisitions-lost 'acquisitions: expected' ddi/call/call.c 'dxgmap_ddi_failure_pass();' '' locks_test $some -DDXGMAP_STRICT
PLANTED
}

# The files of the library that device_test or locks_test has a fault in.
faulted=$(
  passes() { :; }
  fails() { [[ $6 != device_test && $6 != locks_test ]] || echo "model/$3"; }
  eval "$(threads)"
)
faulted=$(sort -u <<<"$faulted")

checks() {
  sed -n 's/^\(quick\|whole\) */\1 model translation /p' <<<"$models"
  sed -n 's/^\(quick\|whole\) */\1 model locks /p' <<<"$locks"
  threads | sed -e 's/^passes/quick &/' -e 's/^fails/whole &/'
}
wanted() { [ $# -eq 0 ] && cat || grep -E "$(IFS='|' && echo "$*")"; }
commands=$(checks | sed -n "s/^quick //p;${quick:+d;}s/^whole //p" | wanted "$@")

# Two at a time. Each says its line, or lines, at once.
running=0
while read -r command; do
  running=$((running + 1))
  eval "$command" >"$out/$running.said" 2>&1 &
  [ "$(jobs -rp | wc -l)" -lt 2 ] || wait -n || true
done <<<"$commands"
wait
for ((i = 1; i <= running; i++)); do
  cat "$out/$i.said"
done
passed=$(cat "$out"/*.said | grep -c '^ok ' || true)
failed=$((running - passed))
conclude
