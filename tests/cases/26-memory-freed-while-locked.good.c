/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */
/* says case: the driver reads 7 */

/* After Uros #531 and FreeBSDDesktop #120: memory goes back to its owner when the device is done with it. */
#include "case.h"

static uint64_t driver_map(PMDL mdl, HANDLE *handle)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  (void)case_dxgkrnl.DxgkCbMapMdlToIoMmu(case_adapter, &map);
  *handle = map.hMemoryHandle;
  return MmGetMdlPfnArray(mdl)[0] * PAGE_SIZE;
}

static void driver_unmap(PMDL mdl, HANDLE handle)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {handle};
  case_dxgkrnl.DxgkCbUnmapMdlFromIoMmu(case_adapter, &unmap);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

int main(void)
{
  UCHAR byte = 7;
  HANDLE handle;
  case_open(DXGMAP_MODE_IDENTITY);
  PUCHAR memory = mmap(NULL, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  case_need(memory != MAP_FAILED, "no memory");
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  uint64_t at = driver_map(mdl, &handle);
  (void)dxgmap_device_write(case_adapter, at, &byte, 1, NULL);
  driver_unmap(mdl, handle);
  CASE_SAYS("the driver reads %d", memory[0]);
  (void)munmap(memory, PAGE_SIZE);
  return case_close();
}
