/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_SERVICES_H
#define DXGMAP_VIDEO_SERVICES_H

/* More functions of the video port: an older way to map, the configuration space, pool memory, the registry. */

#include "dxgmap_pci.h"
#include "dxgmap_video_miniport.h"
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

/* As ExAllocatePoolWithTag and ExFreePool: not zeroed, NULL when there is none. Sources: VideoPortAllocatePool,
   VideoPortFreePool. */
PVOID VideoPortAllocatePool(PVOID HwDeviceExtension, VP_POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
VOID VideoPortFreePool(PVOID HwDeviceExtension, PVOID Ptr);

/* Values of the adapter, which live as long as it is started; ValueLength is in bytes. Get calls the routine with the
   value and answers what it does, or ERROR_INVALID_PARAMETER when there is none. Sources: VideoPortSetRegistryParameters,
   VideoPortGetRegistryParameters. */
VP_STATUS VideoPortSetRegistryParameters(PVOID HwDeviceExtension, PWSTR ValueName, PVOID ValueData, ULONG ValueLength);
VP_STATUS VideoPortGetRegistryParameters(PVOID HwDeviceExtension, PWSTR ParameterName, UCHAR IsParameterFileName,
                                         PMINIPORT_GET_REGISTRY_ROUTINE CallbackRoutine, PVOID Context);

DXGMAP_EXTERN_C_END

#endif
