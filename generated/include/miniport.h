/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     18b49e5eec6ae65bcfa70834a7136227a0bc54295968bcc1675de3d57cdefe68 model/ddi/include/miniport.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_MINIPORT_H
#define DXGMAP_MINIPORT_H

/* What video miniports include instead of wdm.h. */

#include "devioctl.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_io_resource.h"
#include "dxgmap_wintypes.h"

#endif
