#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# build.sh PROGRAM COMPILER [FLAG...]: builds the benchmark with the peers that this machine has, or with those of
# BENCH_PEERS ("" for none). A peer that is missing is named with the Debian package that has it; the benchmark is whole
# without any.
#   BENCH_LIBRARY: the folder of the library's text, generated/
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$1
compiler=$2
shift 2
flags="$*"
library=${BENCH_LIBRARY:-generated}
strict=(-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion -Wshadow -Werror "-I$library/include" "-I$library" "$@")
objects=$program.objects
have=()
libraries=(-lm -pthread)
rm -rf "$objects" # an object of a peer that is left out now is not linked
mkdir -p "$objects"

compile() { # source, flags
  local source=$1
  shift
  "$compiler" "${strict[@]}" "$@" -c "tests/bench/$source" -o "$objects/$(basename "$source" .c).o"
}

# The headers of others are not held to our warnings.
headers() { pkg-config --cflags "$1" | sed 's/-I */-isystem /g'; }

# name, its file, the Debian package, the macro, how to see that it is there, flags to compile it with, its libraries
peer() {
  local name=$1 source=$2 package=$3 macro=$4 there=$5 cflags=$6 links=$7
  [[ " ${BENCH_PEERS-$name} " == *" $name "* ]] || return 0
  if ! eval "$there" >/dev/null 2>&1; then
    echo "bench: without $name, which Debian has in $package" >&2
    return 0
  fi
  # shellcheck disable=SC2046,SC2086 # the flags are words
  compile "$source" $(eval "$cflags") &
  have+=("-D$macro")
  # shellcheck disable=SC2207 # so are the libraries
  libraries=($(eval "$links") "${libraries[@]}")
}

peer GHashTable peer_glib.c libglib2.0-dev BENCH_GLIB 'pkg-config --exists glib-2.0' \
  'headers glib-2.0' 'pkg-config --libs glib-2.0'
peer JudyL peer_judy.c libjudy-dev BENCH_JUDY '[ -e /usr/include/Judy.h ]' 'echo' 'echo -lJudy'
peer ck_ht peer_ck.c libck-dev BENCH_CK '[ -e /usr/include/ck_ht.h ]' 'echo' 'echo -lck'
peer rte_hash peer_dpdk.c libdpdk-dev BENCH_DPDK 'pkg-config --exists libdpdk' \
  'headers libdpdk' 'echo -lrte_hash -lrte_eal'
peer rculfhash peer_urcu.c liburcu-dev BENCH_URCU 'pkg-config --exists liburcu-qsbr liburcu-cds' \
  'headers liburcu-qsbr' 'pkg-config --libs liburcu-cds liburcu-qsbr'

sources=(floor counted unit unit_plain contenders live measure memory operation large translate pairs scatter growth
  footprint threads face_library face_driver face_pairs face_threads face_life bare_life traced)
for source in "${sources[@]}"; do
  compile "$source.c" "${have[@]}" &
done
compile face_memory.c -DDXGMAP_PREFIX=bench_face_ &
peers_of_the_face() { # a program of its own
  "$compiler" -O2 -g -fsanitize=address tests/bench/face_asan.c -o "$program.asan" 2>/dev/null &&
    asan=("-DBENCH_ASAN=\"$(realpath "$program.asan")\"")
}
asan=()
peers_of_the_face || echo "bench: without AddressSanitizer, which the compiler does not have" >&2
compile peer_asan.c "${asan[@]}" &
compile bench.c "${have[@]}" "-DBENCH_FLAGS=\"$flags\"" &

failed=0
for job in $(jobs -p); do
  wait "$job" || failed=1
done
[ "$failed" -eq 0 ] || exit 1
"$compiler" "$@" "$objects"/*.o "${libraries[@]}" -o "$program"
