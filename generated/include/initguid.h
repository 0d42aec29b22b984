/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     764d256ff3fc2ada0cc6cf40019b8adacb051cc0affb603c6d2a54d127f01727 model/ddi/include/initguid.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_INITGUID_H
#define DXGMAP_INITGUID_H

/* After it DEFINE_GUID defines GUIDs, in whatever order it and their headers come. */

#ifndef INITGUID
#define INITGUID
#endif

#include "guiddef.h"

#undef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
  DXGMAP_GUID_DECLARED name;                                         \
  DXGMAP_GUID_DEFINED name = DXGMAP_GUID_VALUE(l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)

#endif
