/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     c892edb80dd0b109bd6941cd24a03803c13ecdb064fc41681bbf966a24da99be model/ddi/include/dxgmap_adl.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ADL_H
#define DXGMAP_ADL_H

/* The address descriptor list: the logical pages of one pinned or allocated memory. */

#include "dxgmap_wintypes.h"

typedef UINT_PTR DXGK_PAGE_NUMBER;

typedef struct _DXGK_ADL_FLAGS {
  DXGMAP_ANONYMOUS union {
    DXGMAP_ANONYMOUS struct {
      UINT32 Contiguous : 1;
      UINT32 Reserved : 31;
    };
    UINT32 Value;
  };
} DXGK_ADL_FLAGS;

/* Look at Contiguous first: set, the pages are [BasePageNumber, BasePageNumber + PageCount); clear, Pages has PageCount
   entries. A page number is an address in PAGE_SIZE units, and physical only without DMA remapping. Source:
   DXGK_ADL. */
typedef struct _DXGK_ADL {
  UINT32 PageCount;
  DXGK_ADL_FLAGS Flags;
  union {
    DXGK_PAGE_NUMBER BasePageNumber;
    const DXGK_PAGE_NUMBER *Pages;
  };
} DXGK_ADL, *PDXGK_ADL;

DXGMAP_ABI_SIZE(DXGK_PAGE_NUMBER, 8);
DXGMAP_ABI_SIZE(DXGK_ADL_FLAGS, 4);
DXGMAP_ABI_MEMBER(DXGK_ADL, PageCount, 0, 4);
DXGMAP_ABI_MEMBER(DXGK_ADL, Flags, 4, 4);
DXGMAP_ABI_MEMBER(DXGK_ADL, BasePageNumber, 8, 8);
DXGMAP_ABI_MEMBER(DXGK_ADL, Pages, 8, 8);
DXGMAP_ABI_SIZE(DXGK_ADL, 16);

#endif
