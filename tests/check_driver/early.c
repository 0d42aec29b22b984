/* SPDX-License-Identifier: MIT */
/* Names that the device reads: when they cannot be mapped, their memory is freed while an MDL has it locked. */
#include "sample.h"

static PMDL mdl;
static HANDLE mapped;

static NTSTATUS lend_names(PSAMPLE Sample)
{
  DXGKARGCB_MAPMDLTOIOMMU map;
  NTSTATUS status;
  mdl = IoAllocateMdl(Sample->Names, 64, FALSE, FALSE, NULL);
  if (mdl == NULL) {
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  if ((mdl->MdlFlags & MDL_PAGES_LOCKED) == 0) {
    IoFreeMdl(mdl);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  map.pMdl = mdl;
  status = Sample->Dxgk.DxgkCbMapMdlToIoMmu(Sample->Dxgk.DeviceHandle, &map);
  mapped = map.hMemoryHandle;
  return status;
}

NTSTATUS SampleStart(PSAMPLE Sample, const DXGKRNL_INTERFACE *DxgkInterface)
{
  NTSTATUS status;
  Sample->Dxgk = *DxgkInterface;
  status = SampleAllocateNames(Sample);
  if (NT_SUCCESS(status)) {
    status = lend_names(Sample);
    if (!NT_SUCCESS(status)) {
      ExFreePoolWithTag(Sample->Names, 0);
    }
  }
  return status;
}

VOID SampleStop(PSAMPLE Sample)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {mapped};
  Sample->Dxgk.DxgkCbUnmapMdlFromIoMmu(Sample->Dxgk.DeviceHandle, &unmap);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  ExFreePoolWithTag(Sample->Names, 0);
}
