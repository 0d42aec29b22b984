/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_MDL_H
#define DXGMAP_CHECK_MDL_H

#include "check.h"

/* The entry whose pages the MDL has, be it the driver's or lent; NULL: no such MDL is alive, or it has none. */
const dxgmap_check_entry *dxgmap_check_mdl_with_pages(PMDL mdl);

/* Why there is no such MDL: Dxgkrnl took it back, or `detail`. */
uint32_t dxgmap_check_no_mdl(PMDL mdl, const char *detail);

/* An MDL goes, and its views with it; a mapping of it stays the device's. */
void dxgmap_check_mdl_ends(PMDL mdl);

#endif
