/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DEVICE_INFO_H
#define DXGMAP_DEVICE_INFO_H

/* What DxgkCbGetDeviceInformation tells about an adapter. Source: DXGK_DEVICE_INFO. */

#include "dxgmap_resource.h"
#include "dxgmap_wintypes.h"

typedef enum _DOCKING_STATE {
  DockStateUnsupported = 0,
  DockStateUnDocked = 1,
  DockStateDocked = 2,
  DockStateUnknown = 3
} DOCKING_STATE;

struct _DEVICE_OBJECT;

typedef struct _DXGK_DEVICE_INFO {
  PVOID MiniportDeviceContext;
  struct _DEVICE_OBJECT *PhysicalDeviceObject;
  UNICODE_STRING DeviceRegistryPath;
  PCM_RESOURCE_LIST TranslatedResourceList; /* the ranges that DxgkCbMapMemory accepts */
  LARGE_INTEGER SystemMemorySize;           /* bytes */
  PHYSICAL_ADDRESS HighestPhysicalAddress;
  PHYSICAL_ADDRESS AgpApertureBase;
  SIZE_T AgpApertureSize; /* bytes */
  DOCKING_STATE DockingState;
} DXGK_DEVICE_INFO, *PDXGK_DEVICE_INFO;

DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, MiniportDeviceContext, 0, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, PhysicalDeviceObject, 8, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, DeviceRegistryPath, 16, 16);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, TranslatedResourceList, 32, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, SystemMemorySize, 40, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, HighestPhysicalAddress, 48, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, AgpApertureBase, 56, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, AgpApertureSize, 64, 8);
DXGMAP_ABI_MEMBER(DXGK_DEVICE_INFO, DockingState, 72, 4);
DXGMAP_ABI_SIZE(DXGK_DEVICE_INFO, 80);

#endif
