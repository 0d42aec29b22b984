/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After ebpf-for-windows #5144, #5259 and #3914: locked pages are mapped into a process. */
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
  dxgmap_set_process(100);
  volatile UCHAR *view = map_for_process(mdl);
  view[0] = 1;
  MmUnmapLockedPages((PVOID)view, mdl);
  dxgmap_set_process(4);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  return case_close();
}
