/* SPDX-License-Identifier: MIT */
#include "ddi/call/acquire.h"

#include "ddi/call/report_log.h"
#include "ddi/machine/failure.h"

/* A failure is no report, but who runs a driver again and again has to know which it was. */
static void dxgmap_ddi_tell_failure(void)
{
  dxgmap_failed last;
  if (dxgmap_ddi_failure_last(&last)) {
    dxgmap_ddi_log_failed(last.operation, dxgmap_ddi_failure_acquisitions(), &last.call);
  }
}

bool dxgmap_ddi_pressed(const dxgmap_ddi_call *call, uint32_t index, uint64_t offset, uint64_t bytes)
{
  if (call->alone) {
    return false; /* or it had gone in by the lock of the machine; it is counted when it leaves */
  }
  dxgmap_ddi_acquisition acquisition = {call->operation, call->site, index, offset, bytes};
  bool due = dxgmap_ddi_failure_due(&acquisition);
  if (due) {
    dxgmap_ddi_tell_failure();
  }
  return due;
}
