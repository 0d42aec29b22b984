/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     525a0c806960ac6dbf64ada97ce5ba21c037a7279d83bdb63da0012eab39211f model/ddi/include/dxgmap_video_miniport.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_MINIPORT_H
#define DXGMAP_VIDEO_MINIPORT_H

/* What a video miniport gives and gets: its request packet, its entry points, its access ranges. */

#include "dxgmap_io_resource.h"
#include "dxgmap_wintypes.h"
#include "ntddvdeo.h"

typedef LONG VP_STATUS, *PVP_STATUS;

/* Information, in bytes, is how much of the output buffer the miniport filled. */
typedef struct _STATUS_BLOCK {
  union {
    VP_STATUS Status;
    PVOID Pointer;
  };
  ULONG_PTR Information;
} STATUS_BLOCK, *PSTATUS_BLOCK;

/* InputBuffer and OutputBuffer may be one buffer. Lengths are in bytes. Source: VIDEO_REQUEST_PACKET. */
typedef struct _VIDEO_REQUEST_PACKET {
  ULONG IoControlCode;
  PSTATUS_BLOCK StatusBlock;
  PVOID InputBuffer;
  ULONG InputBufferLength;
  PVOID OutputBuffer;
  ULONG OutputBufferLength;
} VIDEO_REQUEST_PACKET, *PVIDEO_REQUEST_PACKET;

typedef struct _VIDEO_ACCESS_RANGE {
  PHYSICAL_ADDRESS RangeStart;
  ULONG RangeLength; /* bytes */
  UCHAR RangeInIoSpace;
  UCHAR RangeVisible;
  UCHAR RangeShareable;
  UCHAR RangePassive;
} VIDEO_ACCESS_RANGE, *PVIDEO_ACCESS_RANGE;

/* RangePassive. */
#define VIDEO_RANGE_PASSIVE_DECODE 1
#define VIDEO_RANGE_10_BIT_DECODE 2

typedef enum _KINTERRUPT_MODE { LevelSensitive = 0, Latched = 1 } KINTERRUPT_MODE;
typedef enum _DMA_WIDTH {
  Width8Bits = 0,
  Width16Bits = 1,
  Width32Bits = 2,
  Width64Bits = 3,
  WidthNoWrap = 4,
  MaximumDmaWidth = 5
} DMA_WIDTH,
    *PDMA_WIDTH;
typedef enum _DMA_SPEED {
  Compatible = 0,
  TypeA = 1,
  TypeB = 2,
  TypeC = 3,
  TypeF = 4,
  MaximumDmaSpeed = 5
} DMA_SPEED,
    *PDMA_SPEED;

typedef struct _EMULATOR_ACCESS_ENTRY *PEMULATOR_ACCESS_ENTRY;
typedef PVOID VIDEO_PORT_GET_PROC_ADDRESS(PVOID HwDeviceExtension, PUCHAR FunctionName);
typedef VIDEO_PORT_GET_PROC_ADDRESS *PVIDEO_PORT_GET_PROC_ADDRESS;

typedef struct _VIDEO_PORT_CONFIG_INFO {
  ULONG Length; /* bytes */
  ULONG SystemIoBusNumber;
  INTERFACE_TYPE AdapterInterfaceType;
  ULONG BusInterruptLevel;
  ULONG BusInterruptVector;
  KINTERRUPT_MODE InterruptMode;
  ULONG NumEmulatorAccessEntries;
  PEMULATOR_ACCESS_ENTRY EmulatorAccessEntries;
  ULONG_PTR EmulatorAccessEntriesContext;
  PHYSICAL_ADDRESS VdmPhysicalVideoMemoryAddress;
  ULONG VdmPhysicalVideoMemoryLength;
  ULONG HardwareStateSize;
  ULONG DmaChannel;
  ULONG DmaPort;
  UCHAR DmaShareable;
  UCHAR InterruptShareable;
  BOOLEAN Master;
  DMA_WIDTH DmaWidth;
  DMA_SPEED DmaSpeed;
  BOOLEAN bMapBuffers;
  BOOLEAN NeedPhysicalAddresses;
  BOOLEAN DemandMode;
  ULONG MaximumTransferLength;
  ULONG NumberOfPhysicalBreaks;
  BOOLEAN ScatterGather;
  ULONG MaximumScatterGatherChunkSize;
  PVIDEO_PORT_GET_PROC_ADDRESS VideoPortGetProcAddress;
  PWSTR DriverRegistryPath;
  ULONGLONG SystemMemorySize; /* bytes */
} VIDEO_PORT_CONFIG_INFO, *PVIDEO_PORT_CONFIG_INFO;
#define SIZE_OF_NT4_VIDEO_PORT_CONFIG_INFO FIELD_OFFSET(VIDEO_PORT_CONFIG_INFO, Master)
#define SIZE_OF_WXP_VIDEO_PORT_CONFIG_INFO sizeof(VIDEO_PORT_CONFIG_INFO)

typedef VP_STATUS VIDEO_HW_FIND_ADAPTER(PVOID HwDeviceExtension, PVOID HwContext, PWSTR ArgumentString,
                                        PVIDEO_PORT_CONFIG_INFO ConfigInfo, PUCHAR Again);
typedef VIDEO_HW_FIND_ADAPTER *PVIDEO_HW_FIND_ADAPTER;
typedef BOOLEAN VIDEO_HW_INITIALIZE(PVOID HwDeviceExtension);
typedef VIDEO_HW_INITIALIZE *PVIDEO_HW_INITIALIZE;
typedef BOOLEAN VIDEO_HW_INTERRUPT(PVOID HwDeviceExtension);
typedef VIDEO_HW_INTERRUPT *PVIDEO_HW_INTERRUPT;
typedef BOOLEAN VIDEO_HW_START_IO(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET RequestPacket);
typedef VIDEO_HW_START_IO *PVIDEO_HW_START_IO;
typedef BOOLEAN VIDEO_HW_RESET_HW(PVOID HwDeviceExtension, ULONG Columns, ULONG Rows);
typedef VIDEO_HW_RESET_HW *PVIDEO_HW_RESET_HW;
typedef VOID VIDEO_HW_TIMER(PVOID HwDeviceExtension);
typedef VIDEO_HW_TIMER *PVIDEO_HW_TIMER;

/* What DMA by the video port passes; none of it is described here. */
typedef struct __DMA_PARAMETERS *PDMA;
typedef enum _HW_DMA_RETURN { DmaAsyncReturn = 0, DmaSyncReturn = 1 } HW_DMA_RETURN, *PHW_DMA_RETURN;
typedef HW_DMA_RETURN VIDEO_HW_START_DMA(PVOID HwDeviceExtension, PDMA pDma);
typedef VIDEO_HW_START_DMA *PVIDEO_HW_START_DMA;

/* HwId is the adapter itself (DISPLAY_ADAPTER_HW_ID) or one of its children. */
#ifndef DISPLAY_ADAPTER_HW_ID
#define DISPLAY_ADAPTER_HW_ID 0xFFFFFFFFU
#endif
#define VIDEO_INVALID_CHILD_ID 0xFFFFFFFFU
typedef VP_STATUS VIDEO_HW_POWER_SET(PVOID HwDeviceExtension, ULONG HwId, PVIDEO_POWER_MANAGEMENT VideoPowerControl);
typedef VIDEO_HW_POWER_SET *PVIDEO_HW_POWER_SET;
typedef VP_STATUS VIDEO_HW_POWER_GET(PVOID HwDeviceExtension, ULONG HwId, PVIDEO_POWER_MANAGEMENT VideoPowerControl);
typedef VIDEO_HW_POWER_GET *PVIDEO_HW_POWER_GET;

typedef struct _VIDEO_CHILD_ENUM_INFO {
  ULONG Size;                /* bytes */
  ULONG ChildDescriptorSize; /* bytes */
  ULONG ChildIndex;
  ULONG ACPIHwId;
  PVOID ChildHwDeviceExtension;
} VIDEO_CHILD_ENUM_INFO, *PVIDEO_CHILD_ENUM_INFO;
typedef enum _VIDEO_CHILD_TYPE {
  Monitor = 1,
  NonPrimaryChip = 2,
  VideoChip = 3,
  Other = 4
} VIDEO_CHILD_TYPE,
    *PVIDEO_CHILD_TYPE;
typedef VP_STATUS VIDEO_HW_GET_CHILD_DESCRIPTOR(PVOID HwDeviceExtension, PVIDEO_CHILD_ENUM_INFO ChildEnumInfo,
                                                PVIDEO_CHILD_TYPE VideoChildType, PUCHAR pChildDescriptor, PULONG UId,
                                                PULONG pUnused);
typedef VIDEO_HW_GET_CHILD_DESCRIPTOR *PVIDEO_HW_GET_CHILD_DESCRIPTOR;
/* What it answers. */
#define VIDEO_ENUM_MORE_DEVICES ERROR_CONTINUE
#define VIDEO_ENUM_NO_MORE_DEVICES ERROR_NO_MORE_DEVICES
#define VIDEO_ENUM_INVALID_DEVICE ERROR_INVALID_NAME

typedef VOID(NTAPI *PINTERFACE_REFERENCE)(PVOID Context);
typedef VOID(NTAPI *PINTERFACE_DEREFERENCE)(PVOID Context);
typedef struct _INTERFACE {
  USHORT Size; /* bytes */
  USHORT Version;
  PVOID Context;
  PINTERFACE_REFERENCE InterfaceReference;
  PINTERFACE_DEREFERENCE InterfaceDereference;
} INTERFACE, *PINTERFACE;
typedef struct _QUERY_INTERFACE {
  CONST GUID *InterfaceType;
  USHORT Size; /* bytes */
  USHORT Version;
  PINTERFACE Interface;
  PVOID InterfaceSpecificData;
} QUERY_INTERFACE, *PQUERY_INTERFACE;
typedef VP_STATUS VIDEO_HW_QUERY_INTERFACE(PVOID HwDeviceExtension, PQUERY_INTERFACE QueryInterface);
typedef VIDEO_HW_QUERY_INTERFACE *PVIDEO_HW_QUERY_INTERFACE;

typedef VOID VIDEO_HW_LEGACYRESOURCES(ULONG VendorId, ULONG DeviceId, PVIDEO_ACCESS_RANGE *LegacyResourceList,
                                      PULONG LegacyResourceCount);
typedef VIDEO_HW_LEGACYRESOURCES *PVIDEO_HW_LEGACYRESOURCES;

/* What a miniport gives to VideoPortInitialize. HwInitDataSize says how much of it the miniport knows. */
typedef struct _VIDEO_HW_INITIALIZATION_DATA {
  ULONG HwInitDataSize; /* bytes */
  INTERFACE_TYPE AdapterInterfaceType;
  PVIDEO_HW_FIND_ADAPTER HwFindAdapter;
  PVIDEO_HW_INITIALIZE HwInitialize;
  PVIDEO_HW_INTERRUPT HwInterrupt;
  PVIDEO_HW_START_IO HwStartIO;
  ULONG HwDeviceExtensionSize; /* bytes */
  ULONG StartingDeviceNumber;
  PVIDEO_HW_RESET_HW HwResetHw;
  PVIDEO_HW_TIMER HwTimer;
  PVIDEO_HW_START_DMA HwStartDma;
  PVIDEO_HW_POWER_SET HwSetPowerState;
  PVIDEO_HW_POWER_GET HwGetPowerState;
  PVIDEO_HW_GET_CHILD_DESCRIPTOR HwGetVideoChildDescriptor;
  PVIDEO_HW_QUERY_INTERFACE HwQueryInterface;
  ULONG HwChildDeviceExtensionSize; /* bytes */
  PVIDEO_ACCESS_RANGE HwLegacyResourceList;
  ULONG HwLegacyResourceCount;
  PVIDEO_HW_LEGACYRESOURCES HwGetLegacyResources;
  BOOLEAN AllowEarlyEnumeration;
  ULONG Reserved;
} VIDEO_HW_INITIALIZATION_DATA, *PVIDEO_HW_INITIALIZATION_DATA;
#define SIZE_OF_NT4_VIDEO_HW_INITIALIZATION_DATA FIELD_OFFSET(VIDEO_HW_INITIALIZATION_DATA, HwStartDma)
#define SIZE_OF_W2K_VIDEO_HW_INITIALIZATION_DATA FIELD_OFFSET(VIDEO_HW_INITIALIZATION_DATA, Reserved)
#define SIZE_OF_WXP_VIDEO_HW_INITIALIZATION_DATA (SIZE_OF_W2K_VIDEO_HW_INITIALIZATION_DATA + sizeof(ULONG))

/* Arguments of functions of the video port. */
typedef enum _VP_POOL_TYPE {
  VpNonPagedPool = 0,
  VpPagedPool = 1,
  VpNonPagedPoolCacheAligned = 4,
  VpPagedPoolCacheAligned = 5
} VP_POOL_TYPE,
    *PVP_POOL_TYPE;
typedef enum VIDEO_SYNCHRONIZE_PRIORITY {
  VpLowPriority = 0,
  VpMediumPriority = 1,
  VpHighPriority = 2
} VIDEO_SYNCHRONIZE_PRIORITY,
    *PVIDEO_SYNCHRONIZE_PRIORITY;
typedef enum _VIDEO_DEVICE_DATA_TYPE {
  VpMachineData = 0,
  VpCmosData = 1,
  VpBusData = 2,
  VpControllerData = 3,
  VpMonitorData = 4
} VIDEO_DEVICE_DATA_TYPE,
    *PVIDEO_DEVICE_DATA_TYPE;
typedef enum VIDEO_DEBUG_LEVEL { Error = 0, Warn = 1, Trace = 2, Info = 3 } VIDEO_DEBUG_LEVEL, *PVIDEO_DEBUG_LEVEL;
typedef struct _VIDEO_X86_BIOS_ARGUMENTS {
  ULONG Eax;
  ULONG Ebx;
  ULONG Ecx;
  ULONG Edx;
  ULONG Esi;
  ULONG Edi;
  ULONG Ebp;
} VIDEO_X86_BIOS_ARGUMENTS, *PVIDEO_X86_BIOS_ARGUMENTS;
typedef BOOLEAN MINIPORT_SYNCHRONIZE_ROUTINE(PVOID Context);
typedef MINIPORT_SYNCHRONIZE_ROUTINE *PMINIPORT_SYNCHRONIZE_ROUTINE;
typedef VOID MINIPORT_DPC_ROUTINE(PVOID HwDeviceExtension, PVOID Context);
typedef MINIPORT_DPC_ROUTINE *PMINIPORT_DPC_ROUTINE;
typedef VP_STATUS MINIPORT_QUERY_DEVICE_ROUTINE(PVOID HwDeviceExtension, PVOID Context,
                                                VIDEO_DEVICE_DATA_TYPE DeviceDataType, PVOID Identifier,
                                                ULONG IdentifierLength, PVOID ConfigurationData,
                                                ULONG ConfigurationDataLength, PVOID ComponentInformation,
                                                ULONG ComponentInformationLength);
typedef MINIPORT_QUERY_DEVICE_ROUTINE *PMINIPORT_QUERY_DEVICE_ROUTINE;
typedef VP_STATUS MINIPORT_GET_REGISTRY_ROUTINE(PVOID HwDeviceExtension, PVOID Context, PWSTR ValueName,
                                                PVOID ValueData, ULONG ValueLength);
typedef MINIPORT_GET_REGISTRY_ROUTINE *PMINIPORT_GET_REGISTRY_ROUTINE;

DXGMAP_ABI_SIZE(VIDEO_ACCESS_RANGE, 16);
DXGMAP_ABI_MEMBER(VIDEO_PORT_CONFIG_INFO, SystemMemorySize, 120, 8);
DXGMAP_ABI_SIZE(VIDEO_PORT_CONFIG_INFO, 128);
DXGMAP_ABI_MEMBER(VIDEO_HW_INITIALIZATION_DATA, HwSetPowerState, 72, 8);
DXGMAP_ABI_MEMBER(VIDEO_HW_INITIALIZATION_DATA, HwLegacyResourceList, 112, 8);
DXGMAP_ABI_SIZE(VIDEO_HW_INITIALIZATION_DATA, 144);
DXGMAP_ABI_MEMBER(STATUS_BLOCK, Status, 0, 4);
DXGMAP_ABI_MEMBER(STATUS_BLOCK, Pointer, 0, 8);
DXGMAP_ABI_MEMBER(STATUS_BLOCK, Information, 8, 8);
DXGMAP_ABI_SIZE(STATUS_BLOCK, 16);
DXGMAP_ABI_MEMBER(VIDEO_REQUEST_PACKET, IoControlCode, 0, 4);
DXGMAP_ABI_MEMBER(VIDEO_REQUEST_PACKET, StatusBlock, 8, 8);
DXGMAP_ABI_MEMBER(VIDEO_REQUEST_PACKET, InputBuffer, 16, 8);
DXGMAP_ABI_MEMBER(VIDEO_REQUEST_PACKET, InputBufferLength, 24, 4);
DXGMAP_ABI_MEMBER(VIDEO_REQUEST_PACKET, OutputBuffer, 32, 8);
DXGMAP_ABI_MEMBER(VIDEO_REQUEST_PACKET, OutputBufferLength, 40, 4);
DXGMAP_ABI_SIZE(VIDEO_REQUEST_PACKET, 48);

#endif
