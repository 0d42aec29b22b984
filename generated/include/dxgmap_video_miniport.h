/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     6cb7ecb8c1993932e80a72ced9d9c5b60d5b1aee5cc5f346ae78188c5da959d2 model/ddi/include/dxgmap_video_miniport.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_MINIPORT_H
#define DXGMAP_VIDEO_MINIPORT_H

/* What a video miniport gives and gets: its request packet, its entry points, its access ranges. */

#include "dxgmap_resource.h"
#include "dxgmap_wintypes.h"

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

typedef struct _IO_RESOURCE_DESCRIPTOR *PIO_RESOURCE_DESCRIPTOR;
typedef struct _EMULATOR_ACCESS_ENTRY *PEMULATOR_ACCESS_ENTRY;
typedef enum _KINTERRUPT_MODE { LevelSensitive = 0, Latched = 1 } KINTERRUPT_MODE;

/* The first members only, in the documented order. */
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
} VIDEO_PORT_CONFIG_INFO, *PVIDEO_PORT_CONFIG_INFO;

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

/* The first members only, in the documented order. */
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
} VIDEO_HW_INITIALIZATION_DATA, *PVIDEO_HW_INITIALIZATION_DATA;

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
