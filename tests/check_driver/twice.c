/* SPDX-License-Identifier: MIT */
/* When the names are not to be had, what is given back at the place of the failure is given back at the end again. */
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
  if (NT_SUCCESS(status)) {
    status = SampleAllocateNames(Sample);
    if (!NT_SUCCESS(status)) {
      SampleFreeRing(Sample);
      SampleUnmapRegisters(Sample);
    }
  }
  if (!NT_SUCCESS(status)) {
    if (Sample->Ring != NULL) {
      SampleFreeRing(Sample);
    }
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
