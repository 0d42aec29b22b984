/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_MEMORY_GONE 2 */
/* says case: the other owner reads 0x33 */
/* says MDL mapped to the IOMMU */

/* After Uros #531 and FreeBSDDesktop #120: memory goes back to its owner while its pages are locked and
   mapped. The address is another's by then: the device must not reach him. */
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
  (void)munmap(memory, PAGE_SIZE);
  (void)dxgmap_device_write(case_adapter, at, &byte, 1, NULL);
  PUCHAR other =
      mmap(memory, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  case_need(other == memory, "the address is not free");
  other[0] = 0x33;
  (void)dxgmap_device_write(case_adapter, at, &byte, 1, NULL);
  CASE_SAYS("the other owner reads %#x", other[0]);
  driver_unmap(mdl, handle);
  return case_close();
}
