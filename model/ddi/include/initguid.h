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
