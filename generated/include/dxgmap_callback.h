/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     e78091d7dcb52d089d14c626e93e22a8b285c86037ffc0e512c72094108bd491 model/ddi/include/dxgmap_callback.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CALLBACK_H
#define DXGMAP_CALLBACK_H

/* How the callback prototypes name their parameters. */

#include "dxgmap_wintypes.h"

typedef const HANDLE IN_CONST_HANDLE;
typedef const PVOID IN_CONST_PVOID;

/* For an argument structure X: INOUT_PX and IN_OUT_PX for callbacks that also write it (some families have the one
   name, some the other), IN_CONST_PX for those that only read. */
#define DXGMAP_CALLBACK_ARGUMENT(type) \
  typedef type *INOUT_P##type;         \
  typedef type *IN_OUT_P##type;        \
  typedef const type *IN_CONST_P##type

#endif
