/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_ADL_H
#define DXGMAP_DDI_ADL_H

#include "ddi/machine/record.h"
#include "dxgmap_adl.h"

/* The ADLs that Dxgkrnl lends: of a pin, of a part of an object. They stand in the record's list and are poisoned when
   it is released. */

/* How the driver wants the pages of an ADL to lie. */
enum dxgmap_ddi_adl_wish { DXGMAP_DDI_ADL_ANY = 0, DXGMAP_DDI_ADL_PREFER = 1, DXGMAP_DDI_ADL_REQUIRE = 2 };

/* Bytes of an ADL with room for an array. */
size_t dxgmap_ddi_adl_bytes(uint64_t pages);

/* Whether this hint is followed: every other time, so that a driver that does not look at the flag fails soon. */
bool dxgmap_ddi_adl_follows(uint64_t adapter, uint32_t wish);

/* Decides how the ADL names its pages. Without remapping it names the frames as they are. With it the core maps its
   page list to logical pages in a row: the record's page numbers, one a page of the memory, are put in the order that
   the core is to have. False: the host has no memory. */
bool dxgmap_ddi_adl_arrange(dxgmap_ddi_record *record, uint32_t wish);

/* The same with remapping, of frames that stay as they are: the list that the core is to have is `frames` itself or
   `list`, which has room for as many. One frame needs no list. */
const uint64_t *dxgmap_ddi_adl_arrange_of(dxgmap_ddi_record *record, const uint64_t *frames, uint64_t *list,
                                          uint32_t wish);

/* The mapping lives: the ADL of a record that was arranged. */
DXGK_ADL *dxgmap_ddi_adl_lend(dxgmap_ddi_record *record);

#endif
