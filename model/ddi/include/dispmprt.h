/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DISPMPRT_H
#define DXGMAP_DISPMPRT_H

/* The display port interface: DXGKRNL_INTERFACE, and the miniport's own entry points that mapping code is called
   from. */

#include "d3dkmddi.h"
#include "dxgmap_child.h"
#include "dxgmap_device_info.h"
#include "dxgmap_display_callbacks.h"
#include "dxgmap_dxgkrnl_interface.h"
#include "dxgmap_pci.h"
#include "dxgmap_power.h"
#include "wdm.h"

/* DeviceUid of the adapter itself in DxgkDdiSetPowerState. */
#ifndef DISPLAY_ADAPTER_HW_ID
#define DISPLAY_ADAPTER_HW_ID 0xFFFFFFFFU
#endif

typedef struct _DXGK_START_INFO {
  ULONG RequiredDmaQueueEntry;
  GUID AdapterGuid;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
  LUID AdapterLuid;
#endif
} DXGK_START_INFO, *PDXGK_START_INFO;

typedef PDXGK_START_INFO IN_PDXGK_START_INFO;
typedef PDXGKRNL_INTERFACE IN_PDXGKRNL_INTERFACE;
typedef PLINKED_DEVICE INOUT_PLINKED_DEVICE;
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

struct _VIDEO_REQUEST_PACKET;
struct _QUERY_INTERFACE;

typedef NTSTATUS APIENTRY DXGKDDI_DISPATCH_IO_REQUEST(IN_CONST_PVOID MiniportDeviceContext, ULONG VidPnSourceId,
                                                      struct _VIDEO_REQUEST_PACKET *VideoRequestPacket);
typedef DXGKDDI_DISPATCH_IO_REQUEST *PDXGKDDI_DISPATCH_IO_REQUEST;
typedef BOOLEAN APIENTRY DXGKDDI_INTERRUPT_ROUTINE(IN_CONST_PVOID MiniportDeviceContext, ULONG MessageNumber);
typedef DXGKDDI_INTERRUPT_ROUTINE *PDXGKDDI_INTERRUPT_ROUTINE;
typedef VOID APIENTRY DXGKDDI_DPC_ROUTINE(IN_CONST_PVOID MiniportDeviceContext);
typedef DXGKDDI_DPC_ROUTINE *PDXGKDDI_DPC_ROUTINE;
typedef NTSTATUS APIENTRY DXGKDDI_QUERY_CHILD_RELATIONS(IN_CONST_PVOID MiniportDeviceContext,
                                                        PDXGK_CHILD_DESCRIPTOR ChildRelations,
                                                        ULONG ChildRelationsSize);
typedef DXGKDDI_QUERY_CHILD_RELATIONS *PDXGKDDI_QUERY_CHILD_RELATIONS;
typedef NTSTATUS APIENTRY DXGKDDI_QUERY_CHILD_STATUS(IN_CONST_PVOID MiniportDeviceContext,
                                                     PDXGK_CHILD_STATUS ChildStatus, BOOLEAN NonDestructiveOnly);
typedef DXGKDDI_QUERY_CHILD_STATUS *PDXGKDDI_QUERY_CHILD_STATUS;
typedef NTSTATUS APIENTRY DXGKDDI_QUERY_DEVICE_DESCRIPTOR(IN_CONST_PVOID MiniportDeviceContext, ULONG ChildUid,
                                                          PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor);
typedef DXGKDDI_QUERY_DEVICE_DESCRIPTOR *PDXGKDDI_QUERY_DEVICE_DESCRIPTOR;
typedef NTSTATUS APIENTRY DXGKDDI_NOTIFY_ACPI_EVENT(IN_CONST_PVOID MiniportDeviceContext, DXGK_EVENT_TYPE EventType,
                                                    ULONG Event, PVOID Argument, PULONG AcpiFlags);
typedef DXGKDDI_NOTIFY_ACPI_EVENT *PDXGKDDI_NOTIFY_ACPI_EVENT;
typedef VOID APIENTRY DXGKDDI_RESET_DEVICE(IN_CONST_PVOID MiniportDeviceContext);
typedef DXGKDDI_RESET_DEVICE *PDXGKDDI_RESET_DEVICE;
typedef NTSTATUS APIENTRY DXGKDDI_QUERY_INTERFACE(IN_CONST_PVOID MiniportDeviceContext,
                                                  struct _QUERY_INTERFACE *QueryInterface);
typedef DXGKDDI_QUERY_INTERFACE *PDXGKDDI_QUERY_INTERFACE;
typedef VOID APIENTRY DXGKDDI_CONTROL_ETW_LOGGING(BOOLEAN Enable, ULONG Flags, UCHAR Level);
typedef DXGKDDI_CONTROL_ETW_LOGGING *PDXGKDDI_CONTROL_ETW_LOGGING;
typedef NTSTATUS APIENTRY DXGKDDI_STOP_DEVICE_AND_RELEASE_POST_DISPLAY_OWNERSHIP(
    PVOID MiniportDeviceContext, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId, PDXGK_DISPLAY_INFORMATION DisplayInfo);
typedef DXGKDDI_STOP_DEVICE_AND_RELEASE_POST_DISPLAY_OWNERSHIP *PDXGKDDI_STOP_DEVICE_AND_RELEASE_POST_DISPLAY_OWNERSHIP;

/* Of a device that is in a chain of linked ones: the driver says which chain, how long it is, and whether it leads. */
typedef NTSTATUS APIENTRY DXGKDDI_LINK_DEVICE(IN_CONST_PDEVICE_OBJECT PhysicalDeviceObject,
                                              IN_CONST_PVOID MiniportDeviceContext, INOUT_PLINKED_DEVICE LinkedDevice);
typedef DXGKDDI_LINK_DEVICE *PDXGKDDI_LINK_DEVICE;

#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
typedef enum _DXGK_SURPRISE_REMOVAL_TYPE {
  DxgkRemovalHibernation = 0,
  DxgkRemovalPnPNotify = 1
} DXGK_SURPRISE_REMOVAL_TYPE;

typedef NTSTATUS APIENTRY DXGKDDI_NOTIFY_SURPRISE_REMOVAL(PVOID MiniportDeviceContext,
                                                          DXGK_SURPRISE_REMOVAL_TYPE RemovalType);
typedef DXGKDDI_NOTIFY_SURPRISE_REMOVAL *PDXGKDDI_NOTIFY_SURPRISE_REMOVAL;
#endif

/* The first members only, in the documented order: enough for a miniport whose business is mapping. */
typedef struct _DRIVER_INITIALIZATION_DATA {
  ULONG Version; /* DXGKDDI_INTERFACE_VERSION */
  PDXGKDDI_ADD_DEVICE DxgkDdiAddDevice;
  PDXGKDDI_START_DEVICE DxgkDdiStartDevice;
  PDXGKDDI_STOP_DEVICE DxgkDdiStopDevice;
  PDXGKDDI_REMOVE_DEVICE DxgkDdiRemoveDevice;
  PDXGKDDI_DISPATCH_IO_REQUEST DxgkDdiDispatchIoRequest;
  PDXGKDDI_INTERRUPT_ROUTINE DxgkDdiInterruptRoutine;
  PDXGKDDI_DPC_ROUTINE DxgkDdiDpcRoutine;
  PDXGKDDI_QUERY_CHILD_RELATIONS DxgkDdiQueryChildRelations;
  PDXGKDDI_QUERY_CHILD_STATUS DxgkDdiQueryChildStatus;
  PDXGKDDI_QUERY_DEVICE_DESCRIPTOR DxgkDdiQueryDeviceDescriptor;
  PDXGKDDI_SET_POWER_STATE DxgkDdiSetPowerState;
  PDXGKDDI_NOTIFY_ACPI_EVENT DxgkDdiNotifyAcpiEvent;
  PDXGKDDI_RESET_DEVICE DxgkDdiResetDevice;
  PDXGKDDI_UNLOAD DxgkDdiUnload;
  PDXGKDDI_QUERY_INTERFACE DxgkDdiQueryInterface;
  PDXGKDDI_CONTROL_ETW_LOGGING DxgkDdiControlEtwLogging;
  PDXGKDDI_QUERYADAPTERINFO DxgkDdiQueryAdapterInfo;
} DRIVER_INITIALIZATION_DATA, *PDRIVER_INITIALIZATION_DATA;

DXGMAP_EXTERN_C_BEGIN

/* Not part of the library: whoever loads the driver provides it. */
NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                        PDRIVER_INITIALIZATION_DATA DriverInitializationData);

DXGMAP_EXTERN_C_END

#endif
