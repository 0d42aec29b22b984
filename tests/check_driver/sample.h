/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_H
#define SAMPLE_H

/* What each sample driver has: registers, and two things that it acquires after them at its start. */

#include <ntddk.h>

#include <dispmprt.h>

#define SAMPLE_REGISTERS 0x800000000LL
#define SAMPLE_BYTES 0x1000U

typedef struct _SAMPLE {
  DXGKRNL_INTERFACE Dxgk;
  PVOID Registers;
  HANDLE Ring;
  PVOID Names;
} SAMPLE, *PSAMPLE;

NTSTATUS SampleStart(PSAMPLE Sample, const DXGKRNL_INTERFACE *DxgkInterface);
VOID SampleStop(PSAMPLE Sample);

/* Of all samples alike. */
FORCEINLINE NTSTATUS SampleMapRegisters(PSAMPLE Sample)
{
  PHYSICAL_ADDRESS at = {.QuadPart = SAMPLE_REGISTERS};
  return Sample->Dxgk.DxgkCbMapMemory(Sample->Dxgk.DeviceHandle, at, SAMPLE_BYTES, FALSE, FALSE, MmNonCached,
                                      &Sample->Registers);
}

FORCEINLINE NTSTATUS SampleAllocateRing(PSAMPLE Sample)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL allocate;
  NTSTATUS status;
  RtlZeroMemory(&allocate, sizeof(allocate));
  allocate.HighAddress.QuadPart = -1;
  allocate.TotalBytes = 2 * PAGE_SIZE;
  allocate.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  status = Sample->Dxgk.DxgkCbAllocatePagesForMdl(Sample->Dxgk.DeviceHandle, &allocate);
  if (NT_SUCCESS(status)) {
    Sample->Ring = allocate.hMemoryHandle;
  }
  return status;
}

FORCEINLINE NTSTATUS SampleAllocateNames(PSAMPLE Sample)
{
  Sample->Names = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'emaN');
  return Sample->Names != NULL ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

FORCEINLINE VOID SampleFreeRing(PSAMPLE Sample)
{
  DXGKARGCB_FREEPAGESFROMMDL release = {Sample->Ring};
  (VOID) Sample->Dxgk.DxgkCbFreePagesFromMdl(Sample->Dxgk.DeviceHandle, &release);
}

FORCEINLINE VOID SampleUnmapRegisters(PSAMPLE Sample)
{
  (VOID) Sample->Dxgk.DxgkCbUnmapMemory(Sample->Dxgk.DeviceHandle, Sample->Registers);
}

#endif
