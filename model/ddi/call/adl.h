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
bool dxgmap_ddi_adl_follows(uint32_t wish);

/* An ADL of the frames as they are: without remapping. */
DXGK_ADL *dxgmap_ddi_adl_physical(const dxgmap_ddi_record *record);

/* With remapping the core maps its page list to logical pages in a row. Decides how the ADL names them, and puts
   record->frames, one a page of the memory, in the order in which the core is to have them. */
void dxgmap_ddi_adl_arrange(dxgmap_ddi_record *record, uint32_t wish);

/* The mapping lives: the ADL of a record that was arranged. */
DXGK_ADL *dxgmap_ddi_adl_lend(dxgmap_ddi_record *record);

#endif
