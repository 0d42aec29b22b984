/* SPDX-License-Identifier: MIT */
/* When the names are not to be had, the device is told to stop by a register that is not mapped any more. */
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
  WRITE_REGISTER_ULONG(Sample->Registers, 1);
  status = SampleAllocateRing(Sample);
  if (!NT_SUCCESS(status)) {
    SampleUnmapRegisters(Sample);
    return status;
  }
  status = SampleAllocateNames(Sample);
  if (!NT_SUCCESS(status)) {
    SampleFreeRing(Sample);
    SampleUnmapRegisters(Sample);
    *(volatile ULONG *)Sample->Registers = 0;
  }
  return status;
}

VOID SampleStop(PSAMPLE Sample)
{
  ExFreePoolWithTag(Sample->Names, 0);
  SampleFreeRing(Sample);
  SampleUnmapRegisters(Sample);
}
