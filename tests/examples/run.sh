#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Each project of examples/, built and run as its README says, two at a time: on the library as `make install` leaves
# it, but compiled without optimisation. Each has a driver that is right, and one with a leak that its harness finds,
# and dxgmap-fail.
source "$(dirname "$0")/../harness/suite.sh"

rm -rf "$out"
mkdir -p "$out"
prefix=$out/prefix
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib PATH=$prefix/bin:$PATH CMAKE_GENERATOR=Ninja
check "make install" make --no-print-directory install BUILD="$out/library" CFLAGS='-O0 -g' PREFIX="$prefix"

make_test() { make -C "examples/$1" --no-print-directory test OUT="$out/$1" "${@:2}"; }
cmake_test() {
  cmake -S "examples/$1" -B "$out/$1" -DCMAKE_BUILD_TYPE=Debug "${@:2}" && cmake --build "$out/$1" &&
    ctest --test-dir "$out/$1" --verbose
}

first-driver() { make_test first-driver; }
c-harness() { make_test c-harness; }
drop-in() { make_test drop-in CFLAGS='-std=c11 -O0'; }
libfuzzer() { make_test libfuzzer; }
adl-driver() { make_test adl-driver; }
video-miniport() { make_test video-miniport; }
cmake-find-package() { cmake_test cmake-find-package -DCMAKE_PREFIX_PATH="$prefix"; }
cmake-fetchcontent() { cmake_test cmake-fetchcontent -DDXGMAP_INSTALL=ON -DCMAKE_INSTALL_PREFIX="$out/fetched"; }
googletest() { cmake_test googletest -DCMAKE_PREFIX_PATH="$prefix"; }
meson-subproject() { # the commands of its README, in a copy of the tree
  mkdir -p "$out/meson/examples"
  cp -r examples/meson-subproject examples/c-harness examples/driver "$out/meson/examples"
  cp -r VERSION meson.build generated frames tools "$out/meson"
  cd "$out/meson/examples/meson-subproject" && sed -n 's/^    //p' README.md >commands &&
    env -u PKG_CONFIG_PATH bash -e commands && cat build/meson-logs/testlog.txt
}

examples=(googletest libfuzzer drop-in cmake-fetchcontent meson-subproject cmake-find-package c-harness adl-driver
  video-miniport first-driver)
check "every example is run, and has a README" diff <(ls -d examples/*/README.md | cut -d / -f 2) \
  <(printf '%s\n' driver "${examples[@]}" | sort)
for example in "${examples[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
  ("$example" >"$out/$example.log" 2>&1 && touch "$out/$example.passed") &
done
wait

went_well() { [ -e "$out/$1.passed" ] || { cat "$out/$1.log" && false; }; }
says() { grep -q "$2" "$out/$1.log" || { cat "$out/$1.log" && false; }; }
for example in "${examples[@]}"; do
  check "$example" went_well "$example"
  check "$example: the leak is found" says "$example" 'cause:     DXGMAP_LEAK'
  check "$example: and where it was made" says "$example" \
    '#0 \(ToyStartDevice\|ToyMapRegisters\|AdlStartDevice\|AdlCreate\|OldMapRanges\|FirstSave\)+'
done
fails() { # example, its drivers with one table each: all that is right is clean, and the leak has its place
  says "$1" ' acquisitions made to fail: [0-9]* clean$' && says "$1" "DXGMAP_LEAK: .*, by $2"
}
for example in "${examples[@]}"; do
  case $example in
    first-driver) site='FirstSave driver.c:' ;;
    adl-driver) site='AdlCreate driver.c:' ;;
    video-miniport) site='OldMapRanges miniport.c:' ;;
    drop-in | cmake-fetchcontent) site='ToyMapRegisters < ToyStartDevice' ;; # without libbacktrace no lines
    *) site='ToyMapRegisters driver.c:' ;;
  esac
  check "$example: dxgmap-fail finds the leak" fails "$example" "$site"
done
check "libfuzzer: the steps to it are told" says libfuzzer '^  steps: .*start$'

# What CMake installs is what make does: the same headers, and a configuration that finds the library.
check "cmake --install" cmake --install "$out/cmake-fetchcontent"
check "installs the same headers" diff <(ls "$prefix/include/dxgmap") <(ls "$out/fetched/include/dxgmap")
check "installs the same pkg-config file, of its own prefix" diff <(sed "s|$prefix|$out/fetched|" \
  "$prefix/lib/pkgconfig/dxgmap.pc") <(sed "s|/lib/x86_64-linux-gnu|/lib|" "$out"/fetched/lib*/*/pkgconfig/dxgmap.pc \
  "$out"/fetched/lib/pkgconfig/dxgmap.pc 2>/dev/null)
finds() { # prefix, version, static, program: whether find_package does, in a project of one language, and links it
  rm -rf "$out/finds"
  cmake -S "$out/finder" -B "$out/finds" -DCMAKE_PREFIX_PATH="$1" -DWANTED="$2" -DDXGMAP_STATIC="$3" -DPROGRAM="$4" &&
    cmake --build "$out/finds" && "$out/finds/finder"
}
mkdir -p "$out/finder"
cp tests/install/linked.c "$out/finder"
printf '#include <dxgmap.hpp>\nint main()\n{\n  dxgmap::system system;\n}\n' >"$out/finder/opened.cpp"
cat >"$out/finder/CMakeLists.txt" <<'LISTS'
cmake_minimum_required(VERSION 3.18)
if(PROGRAM MATCHES "cpp$")
  project(finder CXX)
  set(CMAKE_CXX_STANDARD 17)
else()
  project(finder C)
endif()
find_package(dxgmap ${WANTED} REQUIRED)
add_executable(finder ${PROGRAM})
target_link_libraries(finder PRIVATE dxgmap::dxgmap)
LISTS
mv "$prefix" "$out/moved"
check "the prefix may be moved, and the archive chosen" finds "$out/moved" "$(cat VERSION)" ON opened.cpp
check "what CMake installed is found" finds "$out/fetched" 0.1 OFF linked.c
check "another series is not" refuses 'with requested version "0.2"' -- finds "$out/moved" 0.2 OFF linked.c
conclude
