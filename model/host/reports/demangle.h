/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_DEMANGLE_H
#define DXGMAP_HOST_DEMANGLE_H

#include "host/interface/result.h"

/* "Device::Map" for "_ZN6Device3MapEv": the name of a C++ function in `plain`, without its parameters, by the Itanium
   ABI. A name with templates or operators in it is the C++ runtime's to tell, if the program has one, whole, or as much
   as there is room for; a program without one gets false for it, and so does what is no such name, or too long. */
DXGMAP_HOST_API bool dxgmap_host_demangle(const char *mangled, char *plain, size_t size);

/* While this thread handles a fault, nothing may be allocated, so the runtime is not asked. */
DXGMAP_HOST_API void dxgmap_host_demangle_alone(bool alone);

#endif
