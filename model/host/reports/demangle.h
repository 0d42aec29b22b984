/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_DEMANGLE_H
#define DXGMAP_HOST_DEMANGLE_H

#include "host/interface/result.h"

/* "Device::Map" for "_ZN6Device3MapEv": the name of a C++ function in `plain`, without its parameters, by the Itanium
   ABI. False, and nothing useful in `plain`, for what is no such name, has templates or operators in it, or is too
   long: nothing is allocated, so that it serves while a fault is handled. */
DXGMAP_HOST_API bool dxgmap_host_demangle(const char *mangled, char *plain, size_t size);

#endif
