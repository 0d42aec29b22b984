/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DISPMPRT_H
#define DXGMAP_DISPMPRT_H

/* The display port interface: DXGKRNL_INTERFACE, and the miniport's own entry points that mapping code is called
   from. */

#include "d3dkmddi.h"
#include "dxgmap_device_info.h"
#include "dxgmap_display_callbacks.h"
#include "dxgmap_dxgkrnl_interface.h"
#include "dxgmap_power.h"
#include "wdm.h"

/* DeviceUid of the adapter itself in DxgkDdiSetPowerState. */
#define DISPLAY_ADAPTER_HW_ID 0xFFFFFFFFU

typedef struct _DXGK_START_INFO {
  ULONG RequiredDmaQueueEntry;
  GUID AdapterGuid;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
  LUID AdapterLuid;
#endif
} DXGK_START_INFO, *PDXGK_START_INFO;

typedef PDXGK_START_INFO IN_PDXGK_START_INFO;
typedef PDXGKRNL_INTERFACE IN_PDXGKRNL_INTERFACE;
typedef const PDEVICE_OBJECT IN_CONST_PDEVICE_OBJECT;

typedef NTSTATUS APIENTRY DXGKDDI_ADD_DEVICE(IN_CONST_PDEVICE_OBJECT PhysicalDeviceObject,
                                             PVOID *MiniportDeviceContext);
typedef DXGKDDI_ADD_DEVICE *PDXGKDDI_ADD_DEVICE;

typedef NTSTATUS APIENTRY DXGKDDI_START_DEVICE(IN_CONST_PVOID MiniportDeviceContext, IN_PDXGK_START_INFO DxgkStartInfo,
                                               IN_PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                               PULONG NumberOfChildren);
typedef DXGKDDI_START_DEVICE *PDXGKDDI_START_DEVICE;

typedef NTSTATUS APIENTRY DXGKDDI_STOP_DEVICE(IN_CONST_PVOID MiniportDeviceContext);
typedef DXGKDDI_STOP_DEVICE *PDXGKDDI_STOP_DEVICE;

typedef NTSTATUS APIENTRY DXGKDDI_REMOVE_DEVICE(IN_CONST_PVOID MiniportDeviceContext);
typedef DXGKDDI_REMOVE_DEVICE *PDXGKDDI_REMOVE_DEVICE;

typedef NTSTATUS APIENTRY DXGKDDI_SET_POWER_STATE(IN_CONST_PVOID MiniportDeviceContext, ULONG DeviceUid,
                                                  DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType);
typedef DXGKDDI_SET_POWER_STATE *PDXGKDDI_SET_POWER_STATE;

typedef VOID APIENTRY DXGKDDI_UNLOAD(VOID);
typedef DXGKDDI_UNLOAD *PDXGKDDI_UNLOAD;

/* The first members only, in the documented order: enough for a miniport whose business is mapping. */
typedef struct _DRIVER_INITIALIZATION_DATA {
  ULONG Version; /* DXGKDDI_INTERFACE_VERSION */
  PDXGKDDI_ADD_DEVICE DxgkDdiAddDevice;
  PDXGKDDI_START_DEVICE DxgkDdiStartDevice;
  PDXGKDDI_STOP_DEVICE DxgkDdiStopDevice;
  PDXGKDDI_REMOVE_DEVICE DxgkDdiRemoveDevice;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiDispatchIoRequest;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiInterruptRoutine;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiDpcRoutine;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiQueryChildRelations;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiQueryChildStatus;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiQueryDeviceDescriptor;
  PDXGKDDI_SET_POWER_STATE DxgkDdiSetPowerState;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiNotifyAcpiEvent;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiResetDevice;
  PDXGKDDI_UNLOAD DxgkDdiUnload;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiQueryInterface;
  DXGMAP_UNDESCRIBED_CALLBACK DxgkDdiControlEtwLogging;
  PDXGKDDI_QUERYADAPTERINFO DxgkDdiQueryAdapterInfo;
} DRIVER_INITIALIZATION_DATA, *PDRIVER_INITIALIZATION_DATA;

DXGMAP_EXTERN_C_BEGIN

/* Not part of the library: whoever loads the driver provides it. */
NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                        PDRIVER_INITIALIZATION_DATA DriverInitializationData);

DXGMAP_EXTERN_C_END

#endif
