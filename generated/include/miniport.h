/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     514967175291416b4cf03a5710ee83407aff4eda0abebc86f245b3d16cead1f2 model/ddi/include/miniport.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_MINIPORT_H
#define DXGMAP_MINIPORT_H

/* What video miniports include instead of wdm.h. */

#include "devioctl.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_resource.h"
#include "dxgmap_wintypes.h"

#endif
