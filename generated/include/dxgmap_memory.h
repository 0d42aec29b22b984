/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     b9c9026c9a3a17bba044551a2bfd999060cc1ef12b9d6b5c95f64a7595aa0c1f model/ddi/include/dxgmap_memory.h
*/
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
