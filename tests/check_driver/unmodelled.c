/* SPDX-License-Identifier: MIT */
/* A callback without a model, on one path. */
#include "sample.h"

NTSTATUS SampleStart(PSAMPLE Sample, const DXGKRNL_INTERFACE *DxgkInterface)
{
  Sample->Dxgk = *DxgkInterface;
  return SampleMapRegisters(Sample);
}

VOID SampleStop(PSAMPLE Sample)
{
  (VOID) Sample->Dxgk.DxgkCbQueueDpc(Sample->Dxgk.DeviceHandle);
  SampleUnmapRegisters(Sample);
}
