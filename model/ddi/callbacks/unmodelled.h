/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_UNMODELLED_H
#define DXGMAP_DDI_UNMODELLED_H

#include "dispmprt.h"

/* Points every member of the interface to a function that reports the member's name as not modelled, changes nothing
   and answers STATUS_NOT_SUPPORTED (FALSE, NULL or nothing where the member's type says so). */
void dxgmap_ddi_fill_unmodelled(DXGKRNL_INTERFACE *dxgkrnl);

#endif
