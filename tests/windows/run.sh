#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# .ci/windows on copies of the model with faults planted that it must refuse; `make lint` asks it of the model as it is.
# Libraries for Windows by CMake and by Meson. Then, where Wine is installed, programs for Windows: the units of the
# core, what model/host/os has for Windows, and the library. A Wine without placeholders (Debian 12's) has no machine:
# there the library has to say so, and no more is run. WINE=COMMAND names another Wine. --quick: what is refused.
source "$(dirname "$0")/../harness/suite.sh"

tree=$out/tree
rm -rf "$tree"
mkdir -p "$tree/tests"
cp -r model spec "$tree"
cp -r tests/abi "$tree/tests"

# A line behind the includes of a file: refused, in these words.
refused() { # what, file, line, words...
  echo "$3" >>"$tree/model/$2"
  check "$1, in $2" refuses "$2" "${@:4}" -- .ci/windows "$tree"
  cp "model/$2" "$tree/model/$2"
}

# A line of what is asked of Windows, changed.
declared_otherwise() { # what, from, to, words...
  sed -i "s/$2/$3/" "$tree/model/host/os/os_windows.h"
  check "$1" refuses "${@:4}" -- .ci/windows "$tree"
  cp model/host/os/os_windows.h "$tree/model/host/os/os_windows.h"
}

# Where long has 32 bits.
refused "a long of eight bytes" host/base/random.c '_Static_assert(sizeof(long) == 8, "planted");' planted
refused "another length" ddi/callbacks/pool.c 'uint64_t dxgmap_planted(uint64_t x);
uint64_t dxgmap_planted(uint64_t x) { unsigned long y = x; return y; }' shorten-64-to-32
refused "no such function" core/base/outcome.c 'int dxgmap_planted(void); int dxgmap_planted(void) { return fork(); }' \
  fork
refused "what Microsoft lays out otherwise" ddi/include/wdm.h 'typedef struct { char a[0]; } DXGMAP_PLANTED;
DXGMAP_STATIC_ASSERT(sizeof(DXGMAP_PLANTED) == 0, "planted");' planted
declared_otherwise "a number that Windows has otherwise" 'MEM_RELEASE 0x8000u' 'MEM_RELEASE 0x4000u' MEM_RELEASE
declared_otherwise "a function that Windows declares otherwise" 'int SwitchToThread(void)' 'void SwitchToThread(void)' \
  SwitchToThread
declared_otherwise "a structure with a shorter member" 'size_t RegionSize;' 'unsigned RegionSize;' dxgmap_win_memory

sed -i 's/^NO_ERROR == 0x0$/NO_ERROR == 0x1/' "$tree/tests/abi/mingw.txt"
check "a constant of another value" refuses NO_ERROR -- .ci/windows "$tree"
check "no headers of mingw" refuses mingw-w64-common -- env MINGW_INCLUDE="$out" .ci/windows

if [ -n "$quick" ]; then
  conclude
  exit
fi

# ---- Build systems ----

by_cmake() { # folder, shared or not
  cmake -S . -B "$1" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$PWD/packaging/mingw.cmake" "-DBUILD_SHARED_LIBS=$2" &&
    cmake --build "$1"
}
by_meson() { meson setup "$1" --cross-file packaging/mingw.ini && ninja -C "$1"; }
exports() { x86_64-w64-mingw32-objdump -p "$1" | grep -w dxgmap_open; }
rm -rf "$out"/by-*
check "CMake makes an archive" by_cmake "$out/by-cmake-static" OFF
check "CMake makes a DLL" by_cmake "$out/by-cmake-shared" ON
check "which exports" exports "$out/by-cmake-shared/libdxgmap.dll"
check "Meson makes a DLL" by_meson "$out/by-meson"
check "which exports" exports "$out"/by-meson/libdxgmap-*.dll

# ---- Under Wine ----

wine=${WINE-$(command -v wine64 || compgen -G '/usr/lib/wine/wine64' || true)}
if [ -z "$wine" ]; then
  echo "windows: no program is run: there is no Wine (Debian: wine64)"
  conclude
  exit
fi

# Wine makes itself a system of 700 MB in half a minute. What these programs need of it are its libraries, by links.
export WINEPREFIX=$out/wine WINEDEBUG=-all
libraries=$(compgen -G '/usr/lib/x86_64-linux-gnu/wine/x86_64-windows' || true)
if [ -n "$libraries" ] && [ ! -e "$WINEPREFIX" ]; then
  mkdir -p "$WINEPREFIX/drive_c/windows/system32"
  ln -s "$libraries"/* "$WINEPREFIX/drive_c/windows/system32/"
  echo disable >"$WINEPREFIX/.update-timestamp"
fi

gcc=x86_64-w64-mingw32-gcc
made=(-g -O1)
for_harness=(-D_WIN32_WINNT=0x0A00 -Itests/harness)
link=(-static -lpthread)

exe() { # name, source, what it is linked with and how...
  builds "$1" "$gcc" "${strict[@]}" "${made[@]}" "${for_harness[@]}" "$2" "${@:3}" "$harness" "${link[@]}" \
    -o "$out/$1.exe"
}

run() { # name, arguments
  program "$1" "$wine" "$out/$1.exe" "${@:2}"
}

harness=$out/harness.o
builds harness "$gcc" "${strict[@]}" "${made[@]}" "${for_harness[@]}" -c tests/windows/harness.c -o "$harness"
core=$(library core "$gcc" "${made[@]}" -DDXGMAP_PROFILE_SMALL)
host=$(library host "$gcc" "${made[@]}")
dropin=$(library dropin "$gcc" "${made[@]}")
of_host=(-Imodel -Imodel/host "$host")

for source in tests/unit/*_test.c; do
  name=$(basename "$source" .c)
  exe "$name" "$source" -DDXGMAP_PROFILE_SMALL -Imodel/core -Ispec "$core" && run "$name"
done
exe os_test tests/windows/os_test.c "${of_host[@]}" && run os_test
exe range_test tests/windows/range_test.c "${of_host[@]}"
builds life "$gcc" "${strict[@]}" "${made[@]}" -Igenerated/include -Iexamples/driver tests/windows/life.c \
  examples/driver/driver.c "$dropin" -static -o "$out/life.exe"

if ! "$wine" "$out/range_test.exe" has >"$out/has" 2>&1; then
  echo "windows: no machine is tested: $(tr -d '\r' <"$out/has" | tail -n 1)"
  check "without placeholders the library says what it needs" \
    refuses 'MEM_RESERVE_PLACEHOLDER' 'Windows 10, version 1803' DXGMAP_NO_HOST -- "$wine" "$out/life.exe"
  conclude
  exit
fi

run range_test
for name in depot_test device_test physical_test section_test sync_test table_test; do
  exe "$name" "tests/host/$name.c" "${of_host[@]}" && run "$name"
done
check "a driver is right, and one that forgets is told so" "$wine" "$out/life.exe"
builds tour "$gcc" "${strict[@]}" "${made[@]}" -Igenerated/include "${for_harness[@]}" tests/tour/*.c "$dropin" \
  "$harness" "${link[@]}" -o "$out/tour.exe" && run tour
conclude
