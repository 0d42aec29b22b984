/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */
/* says case: mapped twice: given */
/* says case: pool in a process: given */

/* After ebpf-for-windows #653 and #5435: one MDL is mapped for the system and for a process. */
#include "case.h"

static _Alignas(PAGE_SIZE) UCHAR ring[2 * PAGE_SIZE];

static PMDL lock_ring(void)
{
  PMDL mdl = IoAllocateMdl(ring, sizeof(ring), FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
  return mdl;
}

static volatile UCHAR *map_for_process(PMDL mdl)
{
  return MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority);
}

int main(void)
{
  case_open(DXGMAP_MODE_IDENTITY);
  PMDL mdl = lock_ring();
  volatile UCHAR *address = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
  volatile UCHAR *view = map_for_process(mdl);
  CASE_SAYS("mapped twice: %s", address != NULL && view != NULL ? "given" : "refused");
  MmUnmapLockedPages((PVOID)view, mdl);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  PMDL pool = IoAllocateMdl(ring, sizeof(ring), FALSE, FALSE, NULL);
  MmBuildMdlForNonPagedPool(pool);
  view = map_for_process(pool);
  CASE_SAYS("pool in a process: %s", view != NULL ? "given" : "refused");
  MmUnmapLockedPages((PVOID)view, pool);
  IoFreeMdl(pool);
  return case_close();
}
