/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_OBJECT_H
#define DXGMAP_DDI_OBJECT_H

#include "ddi/call/note.h"
#include "ddi/machine/record.h"

/* Physical memory objects: what they are made of, and what else their callbacks share. */

/* What is wrong with the arguments of a creation; NULL: nothing. */
const char *dxgmap_ddi_object_fault(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments);

/* The adapter whose memory the I/O space is that a creation names; 0: no started adapter's. */
uint64_t dxgmap_ddi_object_owner(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments);

/* Gives the record the page numbers of the memory, zeroed but for I/O space. False: the host has none such. */
bool dxgmap_ddi_object_fill(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_ddi_record *record);

/* The record of an adapter object; NULL: the host has no memory. */
dxgmap_ddi_record *dxgmap_ddi_opened_new(const dxgmap_ddi_call *call, uint64_t adapter, uint64_t length);

#endif
