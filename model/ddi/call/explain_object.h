/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_EXPLAIN_OBJECT_H
#define DXGMAP_DDI_EXPLAIN_OBJECT_H

#include "ddi/call/note.h"
#include "ddi/machine/record.h"

/* What exactly is wrong, as in explain.h, for the callbacks of physical memory objects and their ADLs. */

/* Says what the handle is, or was, where an object's was expected, or an adapter object's. */
void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle);

void dxgmap_ddi_blame_create(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_object_request *request);
void dxgmap_ddi_blame_open(dxgmap_ddi_call *call, uint32_t cause, HANDLE object);
void dxgmap_ddi_blame_close(dxgmap_ddi_call *call, uint32_t cause, HANDLE opened);

/* Of the object alone, or together with its adapter object. */
void dxgmap_ddi_blame_destroy(dxgmap_ddi_call *call, uint32_t cause, HANDLE object);
void dxgmap_ddi_blame_destroy_both(dxgmap_ddi_call *call, uint32_t cause, HANDLE object, HANDLE opened);

void dxgmap_ddi_blame_allocate_adl(dxgmap_ddi_call *call, uint32_t cause, const DXGKARGCB_ALLOCATE_ADL *arguments);

/* `record`: of what Dxgkrnl lent at the address, or NULL. */
void dxgmap_ddi_blame_free_adl(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_ddi_record *record, uint64_t opened);

/* `end`: where the range would end in the object. */
void dxgmap_ddi_blame_map_object(dxgmap_ddi_call *call, uint32_t cause, uint64_t object, uint64_t end);

/* `view`: what is at the address, or NULL. */
void dxgmap_ddi_blame_unmap_object(dxgmap_ddi_call *call, uint32_t cause,
                                   const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments, const dxgmap_ddi_record *view);

#endif
