/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "ddi/callbacks/judge.h"
#include "host/host.h"

/* KeGetCurrentIrql, KeRaiseIrql, KeLowerIrql: of the calling thread. */

KIRQL KeGetCurrentIrql(VOID)
{
  return (KIRQL)dxgmap_host_irql();
}

/* Windows allows a move to the same level or a higher one, the library none beyond the highest. */
VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql)
{
  dxgmap_ddi_call call;
  uint32_t old = dxgmap_host_irql();
  bool allowed = NewIrql >= old && NewIrql <= HIGH_LEVEL;
  if (dxgmap_ddi_judge_enter(&call, DXGMAP_OPERATION_RAISE_IRQL, "OldIrql", OldIrql, sizeof(*OldIrql),
                             DXGMAP_DDI_SITE) &&
      dxgmap_ddi_judge_leave(&call, allowed ? NULL : "the new IRQL is below the current one, or above HIGH_LEVEL")) {
    *OldIrql = (KIRQL)old;
    dxgmap_host_set_irql(NewIrql);
  }
}

VOID KeLowerIrql(KIRQL NewIrql)
{
  dxgmap_ddi_call call;
  bool allowed = NewIrql <= dxgmap_host_irql();
  (void)dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LOWER_IRQL, NULL, DXGMAP_DDI_SITE);
  if (dxgmap_ddi_judge_leave(&call, allowed ? NULL : "the new IRQL is above the current one")) {
    dxgmap_host_set_irql(NewIrql);
  }
}
