/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     7b41787a138a3bee48899c1d7a73c94e8adf233e5c5f4d24e80612314a38f68d model/ddi/include/ntddvdeo.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTDDVDEO_H
#define DXGMAP_NTDDVDEO_H

/* The requests about video memory that reach a video miniport's HwVidStartIO. */

#include "devioctl.h"
#include "dxgmap_wintypes.h"

#define DXGMAP_VIDEO_REQUEST(function) CTL_CODE(FILE_DEVICE_VIDEO, function, METHOD_BUFFERED, FILE_ANY_ACCESS)

#define IOCTL_VIDEO_SET_CURRENT_MODE DXGMAP_VIDEO_REQUEST(0x103)
#define IOCTL_VIDEO_RESET_DEVICE DXGMAP_VIDEO_REQUEST(0x104)
#define IOCTL_VIDEO_MAP_VIDEO_MEMORY DXGMAP_VIDEO_REQUEST(0x116)
#define IOCTL_VIDEO_UNMAP_VIDEO_MEMORY DXGMAP_VIDEO_REQUEST(0x117)
#define IOCTL_VIDEO_SHARE_VIDEO_MEMORY DXGMAP_VIDEO_REQUEST(0x11d)
#define IOCTL_VIDEO_UNSHARE_VIDEO_MEMORY DXGMAP_VIDEO_REQUEST(0x11e)

typedef struct _VIDEO_MODE {
  ULONG RequestedMode;
} VIDEO_MODE, *PVIDEO_MODE;

/* Input of the map request (the base that is wished for, or NULL) and of the unmap request (the base that was mapped). A
   base is no handle: what VideoPortMapMemory takes in *VirtualAddress is another thing. */
typedef struct _VIDEO_MEMORY {
  PVOID RequestedVirtualAddress;
} VIDEO_MEMORY, *PVIDEO_MEMORY;

/* Output of the map request; it shares its buffer with the input, which must be read first. Lengths are in bytes. */
typedef struct _VIDEO_MEMORY_INFORMATION {
  PVOID VideoRamBase;
  ULONG VideoRamLength;
  PVOID FrameBufferBase;
  ULONG FrameBufferLength;
} VIDEO_MEMORY_INFORMATION, *PVIDEO_MEMORY_INFORMATION;

DXGMAP_ABI_VALUE(IOCTL_VIDEO_MAP_VIDEO_MEMORY, 0x00230458U);
DXGMAP_ABI_VALUE(IOCTL_VIDEO_UNMAP_VIDEO_MEMORY, 0x0023045CU);
DXGMAP_ABI_VALUE(IOCTL_VIDEO_SHARE_VIDEO_MEMORY, 0x00230474U);
DXGMAP_ABI_VALUE(IOCTL_VIDEO_UNSHARE_VIDEO_MEMORY, 0x00230478U);
DXGMAP_ABI_MEMBER(VIDEO_MEMORY, RequestedVirtualAddress, 0, 8);
DXGMAP_ABI_SIZE(VIDEO_MEMORY, 8);
DXGMAP_ABI_MEMBER(VIDEO_MEMORY_INFORMATION, VideoRamBase, 0, 8);
DXGMAP_ABI_MEMBER(VIDEO_MEMORY_INFORMATION, VideoRamLength, 8, 4);
DXGMAP_ABI_MEMBER(VIDEO_MEMORY_INFORMATION, FrameBufferBase, 16, 8);
DXGMAP_ABI_MEMBER(VIDEO_MEMORY_INFORMATION, FrameBufferLength, 24, 4);
DXGMAP_ABI_SIZE(VIDEO_MEMORY_INFORMATION, 32);

#endif
