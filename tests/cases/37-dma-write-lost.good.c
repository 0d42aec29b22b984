/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */
/* says case: the device reads 1 */

/* After xdna-driver #181 and mgbench #8: a device is given memory that cannot be written, and reads it. */
#include "case.h"

static uint64_t driver_map(PMDL mdl, HANDLE *handle)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
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
  UCHAR seen = 0;
  HANDLE handle;
  case_open(DXGMAP_MODE_IDENTITY);
  PUCHAR memory = mmap(NULL, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  case_need(memory != MAP_FAILED, "no memory");
  memory[0] = 1;
  (void)mprotect(memory, PAGE_SIZE, PROT_READ);
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  uint64_t at = driver_map(mdl, &handle);
  (void)dxgmap_device_read(case_adapter, at, &seen, 1, NULL);
  CASE_SAYS("the device reads %d", seen);
  driver_unmap(mdl, handle);
  (void)munmap(memory, PAGE_SIZE);
  return case_close();
}
