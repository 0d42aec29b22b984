/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_BAD_ARGUMENT 1 */
/* says the view at this address was unmapped already */
/* says its unmap: */

/* After ebpf-for-windows #653 and #5435: one MDL is mapped for the system and for a process. The address of the system
   is unmapped twice. */
#include "case.h"

static _Alignas(PAGE_SIZE) UCHAR ring[2 * PAGE_SIZE];

static PMDL lock_ring(void)
{
  PMDL mdl = IoAllocateMdl(ring, sizeof(ring), FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
  return mdl;
}

int main(void)
{
  case_open(DXGMAP_MODE_IDENTITY);
  PMDL mdl = lock_ring();
  PVOID address = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
  MmUnmapLockedPages(address, mdl);
  MmUnmapLockedPages(address, mdl);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  return case_close();
}
