/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_MINIPORT_H
#define SAMPLE_MINIPORT_H

/* The sample display miniport: it keeps the frame buffer across power transitions as "IOMMU-based GPU isolation" and
   "IOMMU DMA remapping" describe. It knows the Windows headers alone. A harness inserts a board, then calls the entry
   points as Dxgkrnl does: AddDevice, (InsertBoard), StartDevice, SetPowerState D3 and D0, StopDevice, RemoveDevice. */

#include <ntddk.h>

#include <dispmprt.h>

#define SAMPLE_MAXIMUM_ADAPTERS 64
#define SAMPLE_BUFFER_PAGES 16

/* The hardware's copy engine: one page between the frame buffer of a physical adapter, at a byte offset that is a
   multiple of PAGE_SIZE, and a logical page of system memory. It fails when its access is blocked. */
typedef NTSTATUS SAMPLE_COPY(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset,
                             PFN_NUMBER LogicalPage);

typedef struct _SAMPLE_BOARD {
  UINT PhysicalAdapters;                           /* 1 to SAMPLE_MAXIMUM_ADAPTERS, linked into one */
  SIZE_T FrameBufferSize[SAMPLE_MAXIMUM_ADAPTERS]; /* bytes, multiple of PAGE_SIZE; 0: nothing to save */
  BOOLEAN UsesAddressDescriptorLists;              /* so that pages may be logical or physical ones; else MDLs */
  BOOLEAN PrefersContiguousLists;                  /* ask for ADLs that are one range */
  PVOID Device;                                    /* the engine's first argument */
  SAMPLE_COPY *CopyOut;                            /* frame buffer to memory */
  SAMPLE_COPY *CopyIn;                             /* memory to frame buffer */
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

/* Before StartDevice: what hardware the device is. */
NTSTATUS SampleInsertBoard(PVOID MiniportDeviceContext, const SAMPLE_BOARD *Board);
/* Where the driver mapped the memory range of this number in its resource list; NULL when there is none. */
PVOID SampleMappedRange(PVOID MiniportDeviceContext, UINT Number);
SAMPLE_STATISTICS SampleStatistics(PVOID MiniportDeviceContext);

#ifdef __cplusplus
}
#endif

#endif
