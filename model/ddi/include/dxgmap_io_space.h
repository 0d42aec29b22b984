/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_IO_SPACE_H
#define DXGMAP_IO_SPACE_H

/* Device memory mapped by the memory manager: the memory resources of started adapters, and nothing else that a machine
   has. Sources: MmMapIoSpace, MmMapIoSpaceEx, MmUnmapIoSpace. */

#include "dxgmap_memory.h"
#include "dxgmap_wintypes.h"

DXGMAP_EXTERN_C_BEGIN

/* The range lies in one memory resource; NULL when it cannot be mapped. Protect is PAGE_READONLY, PAGE_READWRITE or one
   of their kin, with PAGE_NOCACHE or PAGE_WRITECOMBINE or neither. DISPATCH_LEVEL or below. */
PVOID MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType);
PVOID MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect);

/* Base and length of the map. */
VOID MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes);

DXGMAP_EXTERN_C_END

#endif
