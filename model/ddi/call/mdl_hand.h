/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_MDL_HAND_H
#define DXGMAP_DDI_MDL_HAND_H

#include "ddi/call/note.h"
#include "ddi/machine/mdls.h"

/* MDLs that no function of the library made: MmInitializeMdl in memory of the driver's, or a header and page numbers
   that the driver wrote. What they are is said by their flags (decision 96). */

/* Knows the MDL from now on, if it looks like one that MmInitializeMdl has made in memory of the driver's. Nothing
   happens to one that is known, unless it was made anew since it was built. */
void dxgmap_ddi_mdl_adopt(PMDL mdl);

/* The page numbers of an MDL that says that its pages are locked, though no call of the driver has locked them, are
   the driver's own: true, and the entry has them, if there is memory behind each. */
bool dxgmap_ddi_mdl_claims(dxgmap_ddi_mdl *entry);

#endif
