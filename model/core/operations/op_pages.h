/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_PAGES_H
#define DXGMAP_OP_PAGES_H

#include "state/state.h"

#include "logic/op_pages.h"

/* The causes that decide a mapping of kind DXGMAP_MDL, DXGMAP_PAGE_LIST, DXGMAP_CONTIGUOUS or DXGMAP_SYSTEM before any
   page is at hand. Source: DXGKCB_MAPMDLTOIOMMU, DXGKCB_ALLOCATEPAGESFORMDL, DXGKCB_ALLOCATECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: MapPagesAdmit(*s, caller, adapter, kind, \result); */
uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind);

/* Maps the pages into the domain and captures their numbers; the handle is what the driver gets. A page that is mapped
   already is counted once more. Source: as above. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPagesStatus(\old(*s), caller, adapter, kind, pages, count, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count); */
dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count);

/* Unmaps exactly the pages that were captured when the handle was given.
   Source: DXGKCB_UNMAPMDLFROMIOMMU, DXGKCB_FREEPAGESFROMMDL, DXGKCB_FREECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPagesStatus(\old(*s), caller, adapter, kind, handle, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), handle);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == handle; */
dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle);

#endif
