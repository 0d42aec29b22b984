/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */
/* says case: the driver reads 7 */

/* After Uros #531 and FreeBSDDesktop #120: memory goes back to its owner when the device is done with it. */
#include "case.h"

int main(void)
{
  UCHAR byte = 7;
  case_open(DXGMAP_MODE_IDENTITY);
  PUCHAR memory = mmap(NULL, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memory[0] = 1;
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  uint64_t at = MmGetMdlPfnArray(mdl)[0] * PAGE_SIZE;
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  (void)case_dxgkrnl.DxgkCbMapMdlToIoMmu(case_adapter, &map);
  (void)dxgmap_device_write(case_adapter, at, &byte, 1, NULL);
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  case_dxgkrnl.DxgkCbUnmapMdlFromIoMmu(case_adapter, &unmap);
  MmUnlockPages(mdl);
  CASE_SAYS("the driver reads %d", memory[0]);
  IoFreeMdl(mdl);
  (void)munmap(memory, PAGE_SIZE);
  return case_close();
}
