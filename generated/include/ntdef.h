/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     cb1333e8b8bb360cad24390602c08ccd70d86216de5ed84b70070f44187a8c09 model/ddi/include/ntdef.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTDEF_H
#define DXGMAP_NTDEF_H

#include "dxgmap_wintypes.h"

#endif
