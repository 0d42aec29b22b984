/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     6656d30e1ce8f878d4970bdf49954f4b967cf8c5ad2963f0a41f47c6ae933989 model/ddi/include/dxgmap_callback.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CALLBACK_H
#define DXGMAP_CALLBACK_H

/* How the callback prototypes name their parameters. */

#include "dxgmap_wintypes.h"

typedef const HANDLE IN_CONST_HANDLE;
typedef const PVOID IN_CONST_PVOID;

/* For an argument structure X: INOUT_PX for callbacks that also write it, IN_CONST_PX for those that only read. */
#define DXGMAP_CALLBACK_ARGUMENT(type) \
  typedef type *INOUT_P##type;         \
  typedef const type *IN_CONST_P##type

#endif
