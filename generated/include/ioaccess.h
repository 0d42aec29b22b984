/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     848299167283ed11333e31885e531f438360a4f1270355421dc077ea6937e5d6 model/ddi/include/ioaccess.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_IOACCESS_H
#define DXGMAP_IOACCESS_H

/* Port and register accessors, for those who include them without wdm.h. */

#include "dxgmap_accessors.h"

#endif
