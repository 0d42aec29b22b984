/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     c96685800ef8c7f9756dc40b2f8c282aadcbb0fd2c032ee538cfd87f8237e35a model/ddi/include/windef.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_WINDEF_H
#define DXGMAP_WINDEF_H

/* The scalar types, under the name that programs know. */

#include "dxgmap_wintypes.h"

#define MAX_PATH 260

#endif
