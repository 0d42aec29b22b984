/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     bdb61fb8ccde7b3e56b9ea5e5ea5e3bdea2dea030060ce8233acc0fe96306897 model/ddi/include/miniport.h
*/
#ifndef DXGMAP_MINIPORT_H
#define DXGMAP_MINIPORT_H

/* What video miniports include instead of wdm.h. */

#include "devioctl.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_resource.h"
#include "dxgmap_wintypes.h"

#endif
