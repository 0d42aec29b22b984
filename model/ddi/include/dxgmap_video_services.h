/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_SERVICES_H
#define DXGMAP_VIDEO_SERVICES_H

/* More functions of the video port: an older way to map, and the configuration space. */

#include "dxgmap_pci.h"
#include "dxgmap_wintypes.h"

DXGMAP_EXTERN_C_BEGIN

/* Maps for the miniport itself; InIoSpace has the flags of VideoPortMapMemory. NULL when it cannot be mapped. In I/O
   space the result is a port, for the port accessors. Source: VideoPortGetDeviceBase. */
PVOID VideoPortGetDeviceBase(PVOID HwDeviceExtension, PHYSICAL_ADDRESS IoAddress, ULONG NumberOfUchars,
                             UCHAR InIoSpace);
/* MappedAddress is what VideoPortGetDeviceBase gave. Source: VideoPortFreeDeviceBase. */
VOID VideoPortFreeDeviceBase(PVOID HwDeviceExtension, PVOID MappedAddress);

/* Bytes of the adapter's PCI configuration space, and how many they are; 0 for another type of bus. SlotNumber is not
   looked at: the video port fills it in. Sources: VideoPortGetBusData, VideoPortSetBusData. */
ULONG VideoPortGetBusData(PVOID HwDeviceExtension, BUS_DATA_TYPE BusDataType, ULONG SlotNumber, PVOID Buffer,
                          ULONG Offset, ULONG Length);
ULONG VideoPortSetBusData(PVOID HwDeviceExtension, BUS_DATA_TYPE BusDataType, ULONG SlotNumber, PVOID Buffer,
                          ULONG Offset, ULONG Length);

DXGMAP_EXTERN_C_END

#endif
