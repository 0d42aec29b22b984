/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     29c7b76cf988962e6004c30a7a6f27e854230c43c78f71c4e3c2f2b2113a1f82 model/ddi/include/dderror.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDERROR_H
#define DXGMAP_DDERROR_H

/* The status codes (VP_STATUS) of video miniports: Win32 error numbers. */

#include "dxgmap_wintypes.h"

#define NO_ERROR 0
#define ERROR_INVALID_FUNCTION 1
#define ERROR_NOT_ENOUGH_MEMORY 8
#define ERROR_DEV_NOT_EXIST 55
#define ERROR_INVALID_PARAMETER 87
#define ERROR_INSUFFICIENT_BUFFER 122
#define ERROR_INVALID_NAME 123
#define ERROR_BUSY 170
#define ERROR_MORE_DATA 234
#define WAIT_TIMEOUT 258
#define ERROR_IO_PENDING 997
#define ERROR_DEVICE_REINITIALIZATION_NEEDED 1164
#define ERROR_CONTINUE 1246
#define ERROR_NO_MORE_DEVICES 1248

#endif
