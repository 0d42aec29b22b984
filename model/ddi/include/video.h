/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_H
#define DXGMAP_VIDEO_H

/* The video port interface that mapping needs, for video miniports of the model before WDDM. */

#include <string.h>

#include "dderror.h"
#include "dxgmap_pci.h"
#include "dxgmap_video_accessors.h"
#include "dxgmap_video_miniport.h"
#include "dxgmap_video_services.h"
#include "miniport.h"
#include "ntddvdeo.h"

/* The InIoSpace argument of VideoPortMapMemory, a set of bits. */
#define VIDEO_MEMORY_SPACE_MEMORY 0x00
#define VIDEO_MEMORY_SPACE_IO 0x01
#define VIDEO_MEMORY_SPACE_USER_MODE 0x02
#define VIDEO_MEMORY_SPACE_DENSE 0x04 /* obsolete */
#define VIDEO_MEMORY_SPACE_P6CACHE 0x08

/* Free builds of a miniport compile it to nothing. */
#define VideoDebugPrint(arguments) ((void)0)

#define VideoPortZeroMemory(destination, length) ((void)memset((destination), 0, (length)))
#define VideoPortMoveMemory(destination, source, length) ((void)memmove((destination), (source), (length)))

DXGMAP_EXTERN_C_BEGIN

/* Length, in bytes, may come out rounded up; nothing beyond the input length may be touched. *VirtualAddress goes in as
   NULL for system space, or as the handle of the process to map into: NtCurrentProcess(), which is (HANDLE)-1, or the
   handle of the current process. NO_ERROR or ERROR_INVALID_PARAMETER. */
VP_STATUS VideoPortMapMemory(PVOID HwDeviceExtension, PHYSICAL_ADDRESS PhysicalAddress, PULONG Length, PULONG InIoSpace,
                             PVOID *VirtualAddress);
/* Any address inside a mapped range releases the whole range. ProcessHandle is NULL or the one of the map. */
VP_STATUS VideoPortUnmapMemory(PVOID HwDeviceExtension, PVOID VirtualAddress, HANDLE ProcessHandle);

/* Not part of the library: whoever loads the driver provides these. */
ULONG VideoPortInitialize(PVOID Argument1, PVOID Argument2, PVIDEO_HW_INITIALIZATION_DATA HwInitializationData,
                          PVOID HwContext);
VP_STATUS VideoPortGetAccessRanges(PVOID HwDeviceExtension, ULONG NumRequestedResources,
                                   PIO_RESOURCE_DESCRIPTOR RequestedResources, ULONG NumAccessRanges,
                                   PVIDEO_ACCESS_RANGE AccessRanges, PVOID VendorId, PVOID DeviceId, PULONG Slot);
VP_STATUS VideoPortVerifyAccessRanges(PVOID HwDeviceExtension, ULONG NumAccessRanges, PVIDEO_ACCESS_RANGE AccessRanges);

DXGMAP_EXTERN_C_END

DXGMAP_ABI_VALUE(VIDEO_MEMORY_SPACE_MEMORY, 0x00);
DXGMAP_ABI_VALUE(VIDEO_MEMORY_SPACE_IO, 0x01);
DXGMAP_ABI_VALUE(VIDEO_MEMORY_SPACE_USER_MODE, 0x02);
DXGMAP_ABI_VALUE(VIDEO_MEMORY_SPACE_DENSE, 0x04);
DXGMAP_ABI_VALUE(VIDEO_MEMORY_SPACE_P6CACHE, 0x08);

#endif
