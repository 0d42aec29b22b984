/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     dcd0f34334eb21406bd85b966bf849b9a67ad743c575b4c1c9dafb3cba5900e6 model/ddi/include/ntddk.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTDDK_H
#define DXGMAP_NTDDK_H

/* Everything that mapping needs of ntddk.h is in wdm.h already. */
#include "wdm.h"

#endif
