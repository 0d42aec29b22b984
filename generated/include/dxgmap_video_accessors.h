/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     bfff8fde4042d816a6f09a02636083002b05cc411a0c0c43a63bbc661ec53ce2 model/ddi/include/dxgmap_video_accessors.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_ACCESSORS_H
#define DXGMAP_VIDEO_ACCESSORS_H

/* The video port's port and register accessors, checked as READ_PORT_UCHAR and its kin are. Count is in elements. */

#include "dxgmap_wintypes.h"

DXGMAP_EXTERN_C_BEGIN

UCHAR VideoPortReadPortUchar(PUCHAR Port);
USHORT VideoPortReadPortUshort(PUSHORT Port);
ULONG VideoPortReadPortUlong(PULONG Port);
VOID VideoPortWritePortUchar(PUCHAR Port, UCHAR Value);
VOID VideoPortWritePortUshort(PUSHORT Port, USHORT Value);
VOID VideoPortWritePortUlong(PULONG Port, ULONG Value);

VOID VideoPortReadPortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count);
VOID VideoPortReadPortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count);
VOID VideoPortReadPortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count);
VOID VideoPortWritePortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count);
VOID VideoPortWritePortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count);
VOID VideoPortWritePortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count);

UCHAR VideoPortReadRegisterUchar(PUCHAR Register);
USHORT VideoPortReadRegisterUshort(PUSHORT Register);
ULONG VideoPortReadRegisterUlong(PULONG Register);
VOID VideoPortWriteRegisterUchar(PUCHAR Register, UCHAR Value);
VOID VideoPortWriteRegisterUshort(PUSHORT Register, USHORT Value);
VOID VideoPortWriteRegisterUlong(PULONG Register, ULONG Value);

VOID VideoPortReadRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count);
VOID VideoPortReadRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count);
VOID VideoPortReadRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count);
VOID VideoPortWriteRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count);
VOID VideoPortWriteRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count);
VOID VideoPortWriteRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count);

DXGMAP_EXTERN_C_END

#endif
