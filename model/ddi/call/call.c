/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"

#include <string.h>

#include "ddi/call/explain.h"
#include "ddi/call/override.h"
#include "ddi/call/report.h"
#include "ddi/call/status.h"
#include "ddi/machine/system.h"

/* The limit of some callbacks is APC_LEVEL. Where the harness wants none above PASSIVE_LEVEL, that one is too high. */
static uint32_t dxgmap_ddi_judged_irql(uint32_t irql)
{
  return dxgmap_ddi.strict_irql && irql == APC_LEVEL ? (uint32_t)DISPATCH_LEVEL : irql;
}

bool dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site)
{
  memset(call, 0, sizeof(*call));
  call->operation = operation;
  call->site = site;
  call->adapter = (uint64_t)(uintptr_t)adapter;
  call->who.irql = dxgmap_host_irql();
  call->who.process = dxgmap_host_process();
  dxgmap_host_lock();
  if (dxgmap_ddi.state == NULL) {
    dxgmap_host_unlock();
    return false;
  }
  call->open = true;
  call->who.irql = dxgmap_ddi_judged_irql(call->who.irql);
  return true;
}

NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  NTSTATUS status = dxgmap_ddi_status(call->operation, cause);
  dxgmap_ddi_blame_caller(call, cause);
  if (call->open) {
    dxgmap_host_unlock();
  }
  for (uint32_t i = 0; i < call->notes; i++) {
    dxgmap_ddi_report(call, &call->note[i], status);
    dxgmap_ddi_told(&call->note[i]);
  }
  if (dxgmap_ddi_is_violation(call->operation, cause)) {
    call->subject.cause = cause;
    dxgmap_ddi_report(call, &call->subject, status);
  }
  dxgmap_ddi_told(&call->subject);
  return status;
}
