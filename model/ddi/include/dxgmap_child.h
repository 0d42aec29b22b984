/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHILD_H
#define DXGMAP_CHILD_H

/* The children of a display adapter: its video outputs and other devices. */

#include "d3dkmdt.h"

typedef struct _DXGK_VIDEO_OUTPUT_CAPABILITIES {
  D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY InterfaceTechnology;
  D3DKMDT_MONITOR_ORIENTATION_AWARENESS MonitorOrientationAwareness;
  BOOLEAN SupportsSdtvModes;
} DXGK_VIDEO_OUTPUT_CAPABILITIES, *PDXGK_VIDEO_OUTPUT_CAPABILITIES;

typedef struct _DXGK_INTEGRATED_DISPLAY_CHILD {
  D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY InterfaceTechnology;
  USHORT DescriptorLength; /* bytes */
} DXGK_INTEGRATED_DISPLAY_CHILD, *PDXGK_INTEGRATED_DISPLAY_CHILD;

typedef struct _DXGK_CHILD_CAPABILITIES {
  union {
    DXGK_VIDEO_OUTPUT_CAPABILITIES VideoOutput;
    struct {
      UINT MustBeZero;
    } Other;
    DXGK_INTEGRATED_DISPLAY_CHILD IntegratedDisplayChild;
  } Type;
  DXGK_CHILD_DEVICE_HPD_AWARENESS HpdAwareness;
} DXGK_CHILD_CAPABILITIES, *PDXGK_CHILD_CAPABILITIES;

typedef enum _DXGK_CHILD_DEVICE_TYPE {
  TypeUninitialized = 0,
  TypeVideoOutput = 1,
  TypeOther = 2,
  TypeIntegratedDisplay = 3
} DXGK_CHILD_DEVICE_TYPE,
    *PDXGK_CHILD_DEVICE_TYPE;

/* Of a video output ChildUid is the id of the video present target. */
typedef struct _DXGK_CHILD_DESCRIPTOR {
  DXGK_CHILD_DEVICE_TYPE ChildDeviceType;
  DXGK_CHILD_CAPABILITIES ChildCapabilities;
  ULONG AcpiUid;
  ULONG ChildUid;
} DXGK_CHILD_DESCRIPTOR, *PDXGK_CHILD_DESCRIPTOR;

typedef struct _DXGK_DEVICE_DESCRIPTOR {
  ULONG DescriptorOffset; /* bytes */
  ULONG DescriptorLength; /* bytes */
  PVOID DescriptorBuffer;
} DXGK_DEVICE_DESCRIPTOR, *PDXGK_DEVICE_DESCRIPTOR;

#define DXGK_MAX_STRING_LEN 50
#define DXGK_MAX_REG_SZ_LEN (DXGK_MAX_STRING_LEN + 1)
typedef struct _DXGK_GENERIC_DESCRIPTOR {
  WCHAR HardwareId[DXGK_MAX_REG_SZ_LEN];
  WCHAR InstanceId[DXGK_MAX_REG_SZ_LEN];
  WCHAR CompatibleId[DXGK_MAX_REG_SZ_LEN];
  WCHAR DeviceText[DXGK_MAX_REG_SZ_LEN];
} DXGK_GENERIC_DESCRIPTOR, *PDXGK_GENERIC_DESCRIPTOR;

typedef enum _DXGK_CHILD_STATUS_TYPE {
  StatusUninitialized = 0,
  StatusConnection = 1,
  StatusRotation = 2,
  StatusMiracastConnection = 3
} DXGK_CHILD_STATUS_TYPE,
    *PDXGK_CHILD_STATUS_TYPE;

typedef struct _DXGK_CHILD_STATUS {
  DXGK_CHILD_STATUS_TYPE Type;
  ULONG ChildUid;
  DXGMAP_ANONYMOUS union {
    struct {
      BOOLEAN Connected;
    } HotPlug;
    struct {
      UCHAR Angle;
    } Rotation;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
    struct {
      BOOLEAN Connected;
      D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY MiracastMonitorType;
    } Miracast;
#endif
  };
} DXGK_CHILD_STATUS, *PDXGK_CHILD_STATUS;

typedef enum _DXGK_EVENT_TYPE {
  DxgkUndefinedEvent = 0,
  DxgkAcpiEvent = 1,
  DxgkPowerStateEvent = 2,
  DxgkDockingEvent = 3,
  DxgkChainedAcpiEvent = 4
} DXGK_EVENT_TYPE,
    *PDXGK_EVENT_TYPE;

typedef struct _LINKED_DEVICE {
  ULONG ChainUid;
  ULONG NumberOfLinksInChain;
  BOOLEAN LeadLink;
} LINKED_DEVICE, *PLINKED_DEVICE;

DXGMAP_ABI_OFFSET(DXGK_CHILD_CAPABILITIES, HpdAwareness, 12);
DXGMAP_ABI_SIZE(DXGK_CHILD_CAPABILITIES, 16);
DXGMAP_ABI_OFFSET(DXGK_CHILD_DESCRIPTOR, ChildUid, 24);
DXGMAP_ABI_SIZE(DXGK_CHILD_DESCRIPTOR, 28);
DXGMAP_ABI_SIZE(DXGK_DEVICE_DESCRIPTOR, 16);
DXGMAP_ABI_SIZE(LINKED_DEVICE, 12);

#endif
