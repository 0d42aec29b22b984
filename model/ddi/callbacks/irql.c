/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "host/host.h"

/* KeGetCurrentIrql, KeRaiseIrql, KeLowerIrql: of the calling thread. */

/* Whether the move is one that Windows allows; if not, it was reported and nothing changes. */
static bool dxgmap_ddi_irql_allowed(uint32_t operation, bool allowed, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  (void)dxgmap_ddi_enter(&call, operation, NULL, site);
  (void)dxgmap_ddi_leave(&call, allowed ? (uint32_t)DXGMAP_CAUSE_NONE : dxgmap_ddi_bad(&call, fault));
  return allowed;
}

static bool dxgmap_ddi_irql_writable(const KIRQL *old)
{
  return dxgmap_host_on_stack(old, sizeof(*old)) || (old != NULL && dxgmap_host_probe(old, sizeof(*old), true));
}

KIRQL KeGetCurrentIrql(VOID)
{
  return (KIRQL)dxgmap_host_irql();
}

VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql)
{
  uint32_t old = dxgmap_host_irql();
  bool allowed = NewIrql >= old && NewIrql <= HIGH_LEVEL && dxgmap_ddi_irql_writable(OldIrql);
  if (dxgmap_ddi_irql_allowed(DXGMAP_OPERATION_RAISE_IRQL, allowed,
                              "the new IRQL is below the current one, or OldIrql is NULL or cannot be written",
                              DXGMAP_DDI_SITE)) {
    *OldIrql = (KIRQL)old;
    dxgmap_host_set_irql(NewIrql);
  }
}

VOID KeLowerIrql(KIRQL NewIrql)
{
  bool allowed = NewIrql <= dxgmap_host_irql();
  if (dxgmap_ddi_irql_allowed(DXGMAP_OPERATION_LOWER_IRQL, allowed, "the new IRQL is above the current one",
                              DXGMAP_DDI_SITE)) {
    dxgmap_host_set_irql(NewIrql);
  }
}
