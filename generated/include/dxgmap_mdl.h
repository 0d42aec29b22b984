/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     69e86cbce380a30ae6d0d36510eae688ffe7ffcda24af7b07b39bf03bd04ae0d model/ddi/include/dxgmap_mdl.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_MDL_H
#define DXGMAP_MDL_H

/* The memory descriptor list: a byte range and, once locked, built or allocated, the page numbers behind it. */

#include "dxgmap_memory.h"
#include "dxgmap_page.h"

/* The page numbers begin at (PPFN_NUMBER)(mdl + 1): ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, byte count) of them. They mean
   something only after MmProbeAndLockPages, MmBuildMdlForNonPagedPool, or when the MDL came with its pages. Drivers
   touch Next and MdlFlags; Size is 16 bits wide and overflows on long lists, so nothing may be computed from it.
   Source: "Using MDLs". */
typedef struct _MDL {
  struct _MDL *Next;
  CSHORT Size;
  CSHORT MdlFlags;
  struct _EPROCESS *Process;
  PVOID MappedSystemVa;
  PVOID StartVa;    /* page aligned */
  ULONG ByteCount;  /* bytes, so at most 4 GiB - 1 */
  ULONG ByteOffset; /* bytes, less than PAGE_SIZE */
} MDL, *PMDL;
typedef const MDL *PCMDL;

#define MDL_MAPPED_TO_SYSTEM_VA 0x0001
#define MDL_PAGES_LOCKED 0x0002
#define MDL_SOURCE_IS_NONPAGED_POOL 0x0004
#define MDL_ALLOCATED_FIXED_SIZE 0x0008
#define MDL_PARTIAL 0x0010
#define MDL_PARTIAL_HAS_BEEN_MAPPED 0x0020
#define MDL_IO_PAGE_READ 0x0040
#define MDL_WRITE_OPERATION 0x0080
#define MDL_LOCKED_PAGE_TABLES 0x0100
#define MDL_FREE_EXTRA_PTES 0x0200
#define MDL_DESCRIBES_AWE 0x0400
#define MDL_IO_SPACE 0x0800
#define MDL_NETWORK_HEADER 0x1000
#define MDL_MAPPING_CAN_FAIL 0x2000
#define MDL_PAGE_CONTENTS_INVARIANT 0x4000
#define MDL_INTERNAL 0x8000

#define MmGetMdlPfnArray(mdl) ((PPFN_NUMBER)((mdl) + 1))
#define MmGetMdlByteCount(mdl) ((mdl)->ByteCount)
#define MmGetMdlByteOffset(mdl) ((mdl)->ByteOffset)
#define MmGetMdlVirtualAddress(mdl) ((PVOID)((PCHAR)((mdl)->StartVa) + (mdl)->ByteOffset))
#define MmGetMdlBaseVa(mdl) ((mdl)->StartVa)
#define MmInitializeMdl(mdl, base, length)                                                                             \
  ((void)((mdl)->Next = NULL, (mdl)->MdlFlags = 0,                                                                     \
          (mdl)->Size = (CSHORT)(sizeof(MDL) + sizeof(PFN_NUMBER) * ADDRESS_AND_SIZE_TO_SPAN_PAGES((base), (length))), \
          (mdl)->StartVa = (PVOID)PAGE_ALIGN((PVOID)(base)), (mdl)->ByteOffset = BYTE_OFFSET((base)),                  \
          (mdl)->ByteCount = (ULONG)(length)))

typedef enum _LOCK_OPERATION { IoReadAccess, IoWriteAccess, IoModifyAccess } LOCK_OPERATION;

typedef enum _MM_PAGE_PRIORITY { LowPagePriority = 0, NormalPagePriority = 16, HighPagePriority = 32 } MM_PAGE_PRIORITY;

#define MdlMappingNoWrite 0x80000000U
#define MdlMappingNoExecute 0x40000000U

/* AllocatePagesForMdl, DXGKARGCB_ALLOCATEPAGESFORMDL.Flags. */
#define MM_DONT_ZERO_ALLOCATION 0x00000001U
#define MM_ALLOCATE_FROM_LOCAL_NODE_ONLY 0x00000002U
#define MM_ALLOCATE_FULLY_REQUIRED 0x00000004U
#define MM_ALLOCATE_NO_WAIT 0x00000008U
#define MM_ALLOCATE_PREFER_CONTIGUOUS 0x00000010U
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS 0x00000020U
#define MM_ALLOCATE_FAST_LARGE_PAGES 0x00000040U
#define MM_ALLOCATE_TRIM_IF_NECESSARY 0x00000080U
#define MM_ALLOCATE_AND_HOT_REMOVE 0x00000100U

typedef struct _IRP IRP, *PIRP;

DXGMAP_EXTERN_C_BEGIN

PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp);
VOID IoFreeMdl(PMDL Mdl);
VOID MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation);
VOID MmUnlockPages(PMDL MemoryDescriptorList);
VOID MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList);
PVOID MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
                                   PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority);
VOID MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList);
/* NULL when no address space is left: callers must look. A macro of Windows; a function here, which looks at no MDL that
   is gone. */
PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority);
/* Bytes of an MDL for the range, for MmInitializeMdl in memory of the driver's own. */
SIZE_T MmSizeOfMdl(PVOID Base, SIZE_T Length);

DXGMAP_EXTERN_C_END

DXGMAP_ABI_VALUE(MM_ALLOCATE_NO_WAIT, 0x8);
DXGMAP_ABI_VALUE(MM_ALLOCATE_PREFER_CONTIGUOUS, 0x10);
DXGMAP_ABI_OFFSET(MDL, Next, 0);
DXGMAP_ABI_MEMBER(MDL, Size, 8, 2);
DXGMAP_ABI_MEMBER(MDL, MdlFlags, 10, 2);
DXGMAP_ABI_OFFSET(MDL, Process, 16);
DXGMAP_ABI_OFFSET(MDL, MappedSystemVa, 24);
DXGMAP_ABI_OFFSET(MDL, StartVa, 32);
DXGMAP_ABI_MEMBER(MDL, ByteCount, 40, 4);
DXGMAP_ABI_MEMBER(MDL, ByteOffset, 44, 4);
DXGMAP_ABI_SIZE(MDL, 48);

#endif
