/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_NO_WRITE 1, DXGMAP_MEMORY_GONE 1 */
/* says case: write: DXGMAP_NO_WRITE, 0 bytes, the driver reads 1 */
/* says case: read: DXGMAP_MEMORY_GONE, 0 bytes, the device reads 0 */
/* says MDL mapped to the IOMMU */

/* After xdna-driver #181 and mgbench #8: a device is given memory that cannot be written, and writes it; then
   the memory goes, and the device reads it. */
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
  UCHAR byte = 7;
  UCHAR seen = 0;
  size_t done = 9;
  HANDLE handle;
  case_open(DXGMAP_MODE_IDENTITY);
  PUCHAR memory = mmap(NULL, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  case_need(memory != MAP_FAILED, "no memory");
  memory[0] = 1;
  (void)mprotect(memory, PAGE_SIZE, PROT_READ);
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  uint64_t at = driver_map(mdl, &handle);
  uint32_t cause = dxgmap_device_write(case_adapter, at, &byte, 1, &done);
  CASE_SAYS("write: %s, %zu bytes, the driver reads %d", dxgmap_cause_name(cause), done, memory[0]);
  (void)munmap(memory, PAGE_SIZE);
  cause = dxgmap_device_read(case_adapter, at, &seen, 1, &done);
  CASE_SAYS("read: %s, %zu bytes, the device reads %d", dxgmap_cause_name(cause), done, seen);
  driver_unmap(mdl, handle);
  return case_close();
}
