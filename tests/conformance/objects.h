/* SPDX-License-Identifier: MIT */
/* What the tests of remapping share: an adapter that remaps, beside `adapter`, which does not; and short forms of its
   callbacks. Those that return nothing answer what was reported. */
#ifndef DXGMAP_CONFORMANCE_OBJECTS_H
#define DXGMAP_CONFORMANCE_OBJECTS_H

#include "core/base/profile.h"
#include "expect.h"

#define OBJECT_PAGES 5u
#define OBJECT_BYTES ((SIZE_T)OBJECT_PAGES * PAGE_SIZE)

/* A memory range of the remapping adapter, whose pages the profile has numbers for. */
#define IO_PAGES 4u
#define IO_START ((uint64_t)(DXGMAP_PAGES - IO_PAGES) * PAGE_SIZE)
#define IO_BYTES ((SIZE_T)IO_PAGES * PAGE_SIZE)

extern HANDLE remapped;

void remapped_open(void); /* machine_open, with the adapter */

/* Good arguments for an object of OBJECT_PAGES pages, or IO_PAGES, for the caller to spoil. */
DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object_wish(DXGK_PHYSICAL_MEMORY_TYPE type, HANDLE which);

/* Creates it; the handles are in the arguments. */
DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object_made(DXGK_PHYSICAL_MEMORY_TYPE type, HANDLE which);

NTSTATUS object_open(HANDLE object, HANDLE which, HANDLE *opened);
NTSTATUS object_close(HANDLE opened);
NTSTATUS object_destroy(HANDLE object, HANDLE opened);

NTSTATUS adl_allocate(HANDLE opened, SIZE_T offset, SIZE_T size, UINT flags, DXGK_ADL **adl);
NTSTATUS adl_free(HANDLE opened, DXGK_ADL *adl);
uint64_t adl_page(const DXGK_ADL *adl, uint32_t i); /* the i-th, however they lie */

#endif
