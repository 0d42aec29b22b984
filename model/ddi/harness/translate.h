/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_TRANSLATE_H
#define DXGMAP_DDI_TRANSLATE_H

#include "ddi/machine/core.h"

/* What the device gets for a logical page, under the lock. With check_translations it is compared with the reference;
   when they differ, both are printed and the process is aborted. */
dxgmap_answer dxgmap_ddi_translate(uint64_t adapter, uint64_t page);

/* What the domain of a lead answers another device of its chain. That the lead's own device sleeps, or is gone, is no
   matter of that one: the lead goes to sleep first and wakes last. */
dxgmap_answer dxgmap_ddi_translate_linked(uint64_t lead, uint64_t page);

#endif
