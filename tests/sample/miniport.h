/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_MINIPORT_H
#define SAMPLE_MINIPORT_H

/* The sample display miniport: it keeps the frame buffer across power transitions as "IOMMU-based GPU isolation" and
   "IOMMU DMA remapping" describe. It knows the Windows headers alone. A harness inserts a board, then calls the entry
   points as Dxgkrnl does: AddDevice, (InsertBoard), LinkDevice, StartDevice, SetPowerState D3 and D0, StopDevice,
   RemoveDevice; and NotifySurpriseRemoval at any time.

   Linked adapters are one device with several physical adapters, or a device each: then the lead, which starts last and
   is powered off first, saves the frame buffers of all while the others are still on. */

#include <ntddk.h>

#include <dispmprt.h>

#define SAMPLE_MAXIMUM_ADAPTERS 64
#define SAMPLE_MAXIMUM_PARTS 32
#define SAMPLE_BUFFER_PAGES 16

/* The hardware's copy engine: one page between the frame buffer of a physical adapter, at a byte offset that is a
   multiple of PAGE_SIZE, and a logical page of system memory. It fails when its access is blocked. */
typedef NTSTATUS SAMPLE_COPY(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset,
                             PFN_NUMBER LogicalPage);

/* A part of a frame buffer, from a byte offset on; both are multiples of PAGE_SIZE. */
typedef struct _SAMPLE_PART {
  ULONG64 Offset;
  ULONG Size; /* as much as one map takes */
} SAMPLE_PART, *PSAMPLE_PART;

typedef struct _SAMPLE_BOARD {
  UINT PhysicalAdapters;                           /* 1 to SAMPLE_MAXIMUM_ADAPTERS, linked into one */
  SIZE_T FrameBufferSize[SAMPLE_MAXIMUM_ADAPTERS]; /* bytes to save, multiple of PAGE_SIZE; 0: nothing */
  /* Of a large frame buffer these are in use, and are saved one behind the other; 0: all of it. With one physical
     adapter only. */
  UINT Parts;
  SAMPLE_PART Part[SAMPLE_MAXIMUM_PARTS];
  /* One of a chain of devices: its chain, how many there are, and which one it is; the lead is 0. Links 0: none. */
  ULONG ChainUid;
  UINT Links;
  UINT Link;
  BOOLEAN UsesAddressDescriptorLists; /* so that pages may be logical or physical ones; else MDLs */
  BOOLEAN PrefersContiguousLists;     /* ask for ADLs that are one range */
  PVOID Device;                       /* the engine's first argument */
  SAMPLE_COPY *CopyOut;               /* frame buffer to memory */
  SAMPLE_COPY *CopyIn;                /* memory to frame buffer */
} SAMPLE_BOARD, *PSAMPLE_BOARD;

/* How the transfers since start went, for the harness's report. */
typedef struct _SAMPLE_STATISTICS {
  ULONG PinnedTransfers;    /* whole frame buffers through a pin */
  ULONG ContiguousPins;     /* of these, ADLs that came as one range */
  ULONG RefusedPins;        /* pins that failed */
  ULONG Chunks;             /* chunks through a frame buffer pointer */
  ULONG RefusedChunks;      /* chunks that had to be tried again smaller */
  ULONG SmallestChunkPages; /* 0 when there was none */
} SAMPLE_STATISTICS, *PSAMPLE_STATISTICS;

#ifdef __cplusplus
extern "C" {
#endif

DRIVER_INITIALIZE DriverEntry;
DXGKDDI_ADD_DEVICE SampleAddDevice;
DXGKDDI_START_DEVICE SampleStartDevice;
DXGKDDI_STOP_DEVICE SampleStopDevice;
DXGKDDI_REMOVE_DEVICE SampleRemoveDevice;
DXGKDDI_SET_POWER_STATE SampleSetPowerState;
DXGKDDI_QUERYADAPTERINFO SampleQueryAdapterInfo;
/* These two have no member in the first part of DRIVER_INITIALIZATION_DATA that the headers describe. */
DXGKDDI_LINK_DEVICE SampleLinkDevice;
DXGKDDI_NOTIFY_SURPRISE_REMOVAL SampleNotifySurpriseRemoval;

/* Before StartDevice: what hardware the device is. */
NTSTATUS SampleInsertBoard(PVOID MiniportDeviceContext, const SAMPLE_BOARD *Board);
/* Where the driver mapped the memory range of this number in its resource list; NULL when there is none. */
PVOID SampleMappedRange(PVOID MiniportDeviceContext, UINT Number);
SAMPLE_STATISTICS SampleStatistics(PVOID MiniportDeviceContext);

#ifdef __cplusplus
}
#endif

#endif
