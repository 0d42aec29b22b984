# SPDX-License-Identifier: MIT
# Builds for Windows on Linux, by mingw's gcc (Debian: gcc-mingw-w64-x86-64-win32):
#   cmake -S . -B build/mingw -DCMAKE_TOOLCHAIN_FILE=packaging/mingw.cmake -DBUILD_SHARED_LIBS=ON
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
