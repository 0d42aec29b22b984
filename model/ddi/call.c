/* SPDX-License-Identifier: MIT */
#include "ddi/call.h"

#include <string.h>

#include "ddi/record.h"
#include "ddi/report.h"
#include "ddi/status.h"
#include "ddi/system.h"

int dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site)
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
    return 0;
  }
  call->open = 1;
  return 1;
}

static const char *dxgmap_ddi_adapter_fault(const dxgmap_ddi_call *call)
{
  if (call->open == 0) {
    return "the system is not open";
  }
  if (call->adapter == 0) {
    return "there is no adapter handle";
  }
  return dxgmap_ddi_record_find(call->adapter) != NULL ? "the handle is that of a mapping"
                                                       : "no adapter ever had the handle, or it was stopped since";
}

static const char *dxgmap_ddi_mode_fault(const dxgmap_ddi_call *call)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  return a != NULL && a->mode == DXGMAP_MODE_REMAPPING
             ? "the adapter remaps DMA (WDDM 2.9): its driver uses PinFrameBufferForSave2, objects and ADLs instead"
             : "the adapter is in identity mode (WDDM 2.4): no object can be opened for it";
}

/* What the gate found, where the operation has not said it better. */
static void dxgmap_ddi_explain(dxgmap_ddi_call *call, uint32_t cause)
{
  if (cause == DXGMAP_CAUSE_BAD_ADAPTER) {
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_adapter_fault(call));
  }
  if (cause == DXGMAP_CAUSE_BAD_MODE) {
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_mode_fault(call));
  }
  if (cause == DXGMAP_CAUSE_BAD_IRQL) {
    dxgmap_ddi_detail(&call->subject, call->who.irql == DXGMAP_APC_LEVEL ? "the IRQL is APC_LEVEL"
                                                                         : "the IRQL is DISPATCH_LEVEL or above");
  }
}

NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  NTSTATUS status = dxgmap_ddi_status(call->operation, cause);
  dxgmap_ddi_explain(call, cause);
  if (call->open != 0) {
    dxgmap_host_unlock();
  }
  for (uint32_t i = 0; i < call->notes; i++) {
    dxgmap_ddi_report(call, &call->note[i], status);
  }
  if (dxgmap_ddi_is_violation(call->operation, cause)) {
    call->subject.cause = cause;
    dxgmap_ddi_report(call, &call->subject, status);
  }
  return status;
}

void dxgmap_ddi_detail(dxgmap_ddi_note *note, const char *detail)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, detail);
  dxgmap_host_text_flush(&text);
}

void dxgmap_ddi_detail_numbers(dxgmap_ddi_note *note, const char *first, uint64_t number, const char *second,
                               uint64_t other)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, first);
  dxgmap_host_text_hex(&text, number, 1);
  dxgmap_host_text_put(&text, second);
  dxgmap_host_text_hex(&text, other, 1);
  dxgmap_host_text_flush(&text);
}

uint32_t dxgmap_ddi_bad(dxgmap_ddi_call *call, const char *detail)
{
  dxgmap_ddi_detail(&call->subject, detail);
  return DXGMAP_CAUSE_BAD_ARGUMENT;
}

dxgmap_ddi_note *dxgmap_ddi_also(dxgmap_ddi_call *call, uint32_t cause, uint64_t mapping)
{
  dxgmap_ddi_note *note = &call->note[call->notes];
  call->notes += 1;
  note->cause = cause;
  note->mapping = mapping;
  return note;
}
