/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_WISH_H
#define DXGMAP_DDI_WISH_H

#include "ddi/call/option.h"
#include "dxgmap.h"

/* How the system is to be opened: what the fields of the description say, over these its `options`, over these the
   environment: DXGMAP_STACKS and DXGMAP_SYMBOLIZE, which are older, and DXGMAP_OPTIONS. */

/* The description with all of that in its fields, and the options as they are then. False: a list is wrong, of which
   standard error was told. */
bool dxgmap_ddi_wish(const dxgmap_system_description *said, dxgmap_system_description *wished,
                     dxgmap_ddi_options *options);

#endif
