/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     300b3fbadc9594b961b856ed5fb49bfc23d22bb7ea9545d0546b4c345f9d5889 model/ddi/include/guiddef.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_GUIDDEF_H
#define DXGMAP_GUIDDEF_H

/* GUIDs: DEFINE_GUID declares one, or, after initguid.h, defines it. */

#include "dxgmap_wintypes.h"

typedef GUID IID, *LPIID, CLSID, *LPCLSID;
#ifdef __cplusplus
#define REFGUID const GUID &
#define REFIID const IID &
#else
#define REFGUID const GUID *
#define REFIID const IID *
#endif

#define DXGMAP_GUID_VALUE(l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
  {                                                                  \
    l, w1, w2,                                                       \
    {                                                                \
      b1, b2, b3, b4, b5, b6, b7, b8                                 \
    }                                                                \
  }

#ifdef __cplusplus
#define DXGMAP_GUID_DECLARED extern "C" const GUID
#define DXGMAP_GUID_DEFINED extern "C" const GUID __attribute__((weak))
#else
#define DXGMAP_GUID_DECLARED extern const GUID
#define DXGMAP_GUID_DEFINED const GUID __attribute__((weak))
#endif

#if defined(INITGUID)
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
  DXGMAP_GUID_DECLARED name;                                         \
  DXGMAP_GUID_DEFINED name = DXGMAP_GUID_VALUE(l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)
#else
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) DXGMAP_GUID_DECLARED name
#endif

#define DXGMAP_GUIDS_EQUAL(left, right) (__builtin_memcmp((left), (right), sizeof(GUID)) == 0)
#ifdef __cplusplus
FORCEINLINE bool IsEqualGUID(REFGUID left, REFGUID right)
{
  return DXGMAP_GUIDS_EQUAL(&left, &right);
}
#else
#define IsEqualGUID(left, right) DXGMAP_GUIDS_EQUAL(left, right)
#endif

#endif
