/* SPDX-License-Identifier: MIT */
/* The leak that nobody tests: when the ring is not to be had, the registers stay mapped. */
#include "sample.h"

NTSTATUS SampleStart(PSAMPLE Sample, const DXGKRNL_INTERFACE *DxgkInterface)
{
  NTSTATUS status;
  RtlZeroMemory(Sample, sizeof(*Sample));
  Sample->Dxgk = *DxgkInterface;
  status = SampleMapRegisters(Sample);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  status = SampleAllocateRing(Sample);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  status = SampleAllocateNames(Sample);
  if (!NT_SUCCESS(status)) {
    SampleFreeRing(Sample);
    SampleUnmapRegisters(Sample);
  }
  return status;
}

VOID SampleStop(PSAMPLE Sample)
{
  ExFreePoolWithTag(Sample->Names, 0);
  SampleFreeRing(Sample);
  SampleUnmapRegisters(Sample);
}
