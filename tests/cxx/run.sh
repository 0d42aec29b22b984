#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A driver in C++: the names of its functions in a report. With the C++ runtime those with templates and operators are
# plain too; without it they stay as the linker has them, and the others are plain.
source "$(dirname "$0")/../harness/suite.sh"

flags=(-std=c++17 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Werror -g -O1 -fno-exceptions -fno-rtti
  -fno-optimize-sibling-calls)
link=(-rdynamic -pthread)
dropin=$(library dropin gcc -g -O2)

plain=("gpu::Device::Start+" "int gpu::open<gpu::Window<unsigned int, 2u> >(gpu::Window<unsigned int, 2u>*)+"
  "gpu::Window<unsigned int, 2u>::map(unsigned int)+" "gpu::Device::operator()()+")
mangled=("gpu::Device::Start+" "_ZN3gpu6WindowIjLj2EE3mapEj+" "_ZN3gpu6DeviceclEv+")

for compiler in g++ clang++; do
  builds "$compiler" "$compiler" "${flags[@]}" -Igenerated/include -c tests/cxx/names_test.cpp -o "$out/$compiler.o" ||
    continue
  builds "$compiler, with the runtime" "$compiler" "$out/$compiler.o" "$dropin" "${link[@]}" -Wl,--no-as-needed \
    -o "$out/$compiler" && check "names: $compiler, with the runtime" "$out/$compiler" "${plain[@]}"
  builds "$compiler, without the runtime" gcc "$out/$compiler.o" "$dropin" "${link[@]}" -o "$out/$compiler-alone" &&
    check "names: $compiler, without the runtime" "$out/$compiler-alone" "${mangled[@]}"
done
conclude
