/* SPDX-License-Identifier: MIT */
/* A driver that is right: a start that fails gives back what it has, in the reverse order. */
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
    goto unmap;
  }
  status = SampleAllocateNames(Sample);
  if (!NT_SUCCESS(status)) {
    goto release;
  }
  return STATUS_SUCCESS;
release:
  SampleFreeRing(Sample);
unmap:
  SampleUnmapRegisters(Sample);
  return Sample->Registers != NULL ? status : STATUS_UNSUCCESSFUL; /* looks at the pointer, and does not follow it */
}

VOID SampleStop(PSAMPLE Sample)
{
  ExFreePoolWithTag(Sample->Names, 0);
  SampleFreeRing(Sample);
  SampleUnmapRegisters(Sample);
}
