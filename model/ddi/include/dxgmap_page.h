/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PAGE_H
#define DXGMAP_PAGE_H

/* Pages of 4 KiB and the macros that drivers compute with. */

#include "dxgmap_wintypes.h"

/* Some Linux headers define these names too, with the same values. The Windows ones win, in any order of inclusion. */
#ifdef PAGE_SIZE
#undef PAGE_SIZE
#endif
#ifdef PAGE_SHIFT
#undef PAGE_SHIFT
#endif
#define PAGE_SIZE 0x1000
#define PAGE_SHIFT 12L

typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;
typedef PFN_NUMBER PFN_COUNT;

#define DXGMAP_IN_PAGE ((ULONG_PTR)PAGE_SIZE - 1)

#define BYTE_OFFSET(va) ((ULONG)((ULONG_PTR)(va)&DXGMAP_IN_PAGE))
#define PAGE_ALIGN(va) ((PVOID)((ULONG_PTR)(va) & ~DXGMAP_IN_PAGE))
#define ROUND_TO_PAGES(size) (((ULONG_PTR)(size) + DXGMAP_IN_PAGE) & ~DXGMAP_IN_PAGE)
#define BYTES_TO_PAGES(size) (((ULONG_PTR)(size) >> PAGE_SHIFT) + (((ULONG_PTR)(size)&DXGMAP_IN_PAGE) != 0))

/* How many pages the size bytes from va touch. Split so that no size overflows. */
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, size) \
  (((SIZE_T)(size) >> PAGE_SHIFT) +              \
   (((SIZE_T)BYTE_OFFSET(va) + ((SIZE_T)(size)&DXGMAP_IN_PAGE) + DXGMAP_IN_PAGE) >> PAGE_SHIFT))

DXGMAP_ABI_SIZE(PFN_NUMBER, 8);
DXGMAP_ABI_VALUE(PAGE_SIZE, 4096);

#endif
