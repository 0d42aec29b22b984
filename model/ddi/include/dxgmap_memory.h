/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_MEMORY_H
#define DXGMAP_MEMORY_H

/* Enumerations about memory that several headers share. */

#include "dxgmap_wintypes.h"

typedef enum _MEMORY_CACHING_TYPE {
  MmNonCached = 0,
  MmCached = 1,
  MmWriteCombined = 2,
  MmHardwareCoherentCached = 3,
  MmNonCachedUnordered = 4,
  MmUSWCCached = 5,
  MmMaximumCacheType = 6,
  MmNotMapped = -1
} MEMORY_CACHING_TYPE;

typedef CCHAR KPROCESSOR_MODE;
typedef enum _MODE { KernelMode, UserMode, MaximumMode } MODE;

DXGMAP_ABI_SIZE(MEMORY_CACHING_TYPE, 4);

#endif
