#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# make check-driver on small drivers: what it finds, on which path, what it says of what it cannot tell, its exit codes,
# and what it says of bad input. An analysis takes six seconds of processor time, so two run at a time. --quick: the
# driver that is right and one that is not.
source "$(dirname "$0")/../harness/suite.sh"

make lib >"$out/lib.log" 2>&1 || { cat "$out/lib.log" && failed=1 && conclude; exit; }

start() { # name, arguments of check_driver.py
  local name=$1 code=0
  shift
  python3 -B model/tools/check/check_driver.py "$@" >"$out/$name" 2>&1 || code=$?
  echo "$code" >"$out/$name.code"
}
driver() { start "$1" --driver "tests/check_driver/$1.c" --harness tests/check_driver/harness.c --json "$out/$1.json"; }
ends() { # name, exit code
  local code
  code=$(cat "$out/$1.code")
  [ "$code" = "$2" ] || { echo "expected: exit $2, seen: $code" && cat "$out/$1" && return 1; }
}
seen() { grep -qE -- "$2" "$out/$1" || { echo "expected: $2; seen:" && cat "$out/$1" && return 1; }; }
unseen() { ! grep -E -- "$2" "$out/$1" || { echo "expected: nowhere $2" && return 1; }; }
line() { grep -n -m 1 -- "$2" "tests/check_driver/$1" | cut -d : -f 1; }

batch() { # names: two at a time
  local name running=0
  for name in "$@"; do
    "run_$name" &
    running=$((running + 1))
    if [ "$running" -eq 2 ]; then
      wait -n || true
      running=1
    fi
  done
  wait
}
for name in right forgets twice stale early unmodelled; do
  eval "run_$name() { driver $name; }"
done
for name in 03-unmap-null-of-two 14-stale-view-after-restart 23-cpu-view-of-unpinned-mdl; do
  eval "run_$name.bad() { start $name.bad --harness tests/cases/$name.bad.c --failures 0; }"
  eval "run_$name.good() { start $name.good --harness tests/cases/$name.good.c --failures 0; }"
done
run_short() { start short --driver tests/check_driver/right.c --harness tests/check_driver/harness.c --seconds 1; }

if [ -n "$quick" ]; then
  batch right forgets
else
  batch right forgets twice stale early unmodelled short 03-unmap-null-of-two.{bad,good} \
    14-stale-view-after-restart.{bad,good} 23-cpu-view-of-unpinned-mdl.{bad,good}
fi

check "a driver that is right" ends right 0
check "no path is left out" seen right '^4 paths to dxgmap_close, each acquisition failing or not; '
check "and it is called clean" seen right '^check-driver: 0 errors, 0 warnings, 0 not known: clean$'

check "a leak when the second acquisition fails" ends forgets 1
check "by its cause" seen forgets '^1\. DXGMAP_LEAK, error: a mapping or object is still live'
mapped=tests/check_driver/sample.h:$(line sample.h 'return .*DxgkCbMapMemory')
check "where it was made" seen forgets "^   where:  $mapped SampleMapRegisters < tests/check_driver/forgets.c:"
check "by its rules" seen forgets '^   rules:  STOP-4 \(G3, D4; decision 13\)$'
check "what succeeded" seen forgets '^      2  DxgkCbMapMemory -> STATUS_SUCCESS  \[.*sample.h'
check "what failed" seen forgets '^      3  DxgkCbAllocatePagesForMdl fails -> STATUS_INSUFFICIENT_RESOURCES  \['
ring=tests/check_driver/forgets.c:$(line forgets.c SampleAllocateRing)
check "in which line of the driver" seen forgets "3  .* < $ring SampleStart"
check "what is live" seen forgets '^      4  dxgmap_adapter_stop: the view of a resource of step 2 is still live'
check "and nothing else" seen forgets '^check-driver: 1 error, 0 warnings, 0 not known: faults were found$'
check "as JSON" python3 -c 'import json, sys
v = json.load(open(sys.argv[1]))
assert v["code"] == 1 and [f["cause"] for f in v["findings"]] == ["DXGMAP_LEAK"], v' "$out/forgets.json"

if [ -z "$quick" ]; then
  check "a double release" ends twice 1
  check "of a handle" seen twice '^1\. DXGMAP_BAD_HANDLE, error: '
  check "first release and second" seen twice 'page list of step 3, released by step 5$'
  check "on the path where the pool is empty" seen twice '^      4  ExAllocatePool2 fails -> NULL  '
  check "its last step" seen twice '^      7  DxgkCbFreePagesFromMdl -> STATUS_INVALID_HANDLE: DXGMAP_BAD_HANDLE  '
  check "once" unseen twice '^[3-9]\. '
  check "of an address" seen twice '^2\. DXGMAP_BAD_ADDRESS, error: '

  check "use after unmap" ends stale 1
  check "by the CPU" seen stale '^1\. DXGMAP_CPU_ACCESS, error: '
  check "in its line" seen stale "where:  tests/check_driver/stale.c:$(line stale.c volatile) SampleStart"
  check "after the unmap" seen stale '^      6  DxgkCbUnmapMemory -> STATUS_SUCCESS'

  check "memory that is freed while it is locked, and its MDL unlocked while it is mapped" ends early 1
  check "the memory" seen early '^1\. DXGMAP_M(EMORY|DL)_GONE, error: '
  check "an MDL that is left" seen early 'DXGMAP_MDL_LEFT, warning: '

  # Small drivers after public reports, as they are run: nothing fails.
  check "an address that was never mapped" ends 03-unmap-null-of-two.bad 1
  check "is told" seen 03-unmap-null-of-two.bad '^1\. DXGMAP_BAD_ADDRESS, error: '
  check "without it" ends 03-unmap-null-of-two.good 0
  check "a view of another life" ends 14-stale-view-after-restart.bad 1
  check "its release" seen 14-stale-view-after-restart.bad '^[12]\. DXGMAP_BAD_ADDRESS, error: '
  check "its use" seen 14-stale-view-after-restart.bad '^[12]\. DXGMAP_CPU_ACCESS, error: '
  check "without it" ends 14-stale-view-after-restart.good 0
  check "an MDL after the unpin" ends 23-cpu-view-of-unpinned-mdl.bad 1
  check "is gone" seen 23-cpu-view-of-unpinned-mdl.bad '^[12]\. DXGMAP_LIST_GONE, error: '
  check "and its view" seen 23-cpu-view-of-unpinned-mdl.bad '^[12]\. DXGMAP_CPU_ACCESS, error: '
  check "without it" ends 23-cpu-view-of-unpinned-mdl.good 0

  check "a callback without a model" ends unmodelled 2
  queued=tests/check_driver/unmodelled.c:$(line unmodelled.c QueueDpc)
  check "is told" seen unmodelled "not modelled: DxgkCbQueueDpc  \[$queued SampleStop"
  check "and the driver is not called clean" unseen unmodelled 'clean'

  check "no end in time" ends short 2
  check "is told" seen short 'it did not finish within 1 s: SECONDS= for more'
fi

# Bad input: each says what to do, and with which exit code.
bad() { # words -- arguments
  local words=()
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  shift
  start bad "$@"
  ends bad 2
  local word
  for word in "${words[@]}"; do
    seen bad "$word"
  done
}
harness=tests/check_driver/harness.c
printf 'int start(void) { return no_such_name; }\n' >"$out/broken.c"
printf 'int start(void) { return 0; }\n' >"$out/without_main.c"
check "no harness" bad 'HARNESS=file.c is missing' -- --driver tests/check_driver/right.c
check "no such file" bad 'nowhere.c: there is no such file' -- --driver nowhere.c --harness $harness
check "no C" bad 'broken.c does not compile' 'no_such_name' -- --driver "$out/broken.c" --harness $harness
check "no header" bad 'harness.c does not compile' 'FLAGS=' 'dxgmap_soak.h' -- --harness examples/c-harness/harness.c
check "no entry" bad 'no function main begins in ' 'ENTRY=' -- --harness "$out/without_main.c"
check "no such entry" bad 'no function begin begins in ' -- --harness $harness --entry begin
check "no number" bad 'PATHS=0 is no number of paths' -- --harness $harness --paths 0
if [ -z "$quick" ]; then
  printf '#include <dxgmap.h>\nstatic int deep(int n) { return n > 0 ? 1 + deep(n - 1) : 0; }\n' >"$out/deep.c"
  printf 'int main(void) { dxgmap_open(NULL); if (deep(30) == 30) { dxgmap_close(); } return 0; }\n' >>"$out/deep.c"
  check "recursion that is too deep" bad 'calls itself more than 16 deep' -- --harness "$out/deep.c"
  printf '#include <dxgmap.h>\nint main(void) { return dxgmap_open(NULL) == 0 ? 0 : 1; }\n' >"$out/open.c"
  check "a system that is left open" bad 'return from the harness without dxgmap_close' -- --harness "$out/open.c"
fi
check "by make" refuses 'HARNESS=file.c is missing' -- make check-driver
conclude
