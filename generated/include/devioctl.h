/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     17d8ec35ebc23e28e096e188673afd1e4414343f53ff1b79314353049c43aeba model/ddi/include/devioctl.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DEVIOCTL_H
#define DXGMAP_DEVIOCTL_H

/* How an I/O control code is made of its four parts. */

#include "dxgmap_wintypes.h"

#define CTL_CODE(device, function, method, access) \
  (((ULONG)(device) << 16) | ((ULONG)(access) << 14) | ((ULONG)(function) << 2) | (ULONG)(method))

#define METHOD_BUFFERED 0
#define METHOD_IN_DIRECT 1
#define METHOD_OUT_DIRECT 2
#define METHOD_NEITHER 3

#define FILE_ANY_ACCESS 0
#define FILE_READ_ACCESS 1
#define FILE_WRITE_ACCESS 2

#define FILE_DEVICE_VIDEO 0x00000023

#endif
