/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     fb6427120bb1d385de7caa43aa7aac34ce7c334c70277c5bf6b8594b891e6e85 model/ddi/include/miniport.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_MINIPORT_H
#define DXGMAP_MINIPORT_H

/* What video miniports include instead of wdm.h. */

#include "devioctl.h"
#include "dxgmap_debug.h"
#include "dxgmap_memory.h"
#include "dxgmap_list.h"
#include "dxgmap_page.h"
#include "dxgmap_string.h"
#include "dxgmap_io_resource.h"
#include "dxgmap_wintypes.h"
#include "guiddef.h"
#include "ntstatus.h"

/* As in wdm.h: a miniport's pageable code says so, and a checked build checks. */
#ifndef PAGED_CODE
#define PAGED_CODE() ((void)0)
#endif

#endif
