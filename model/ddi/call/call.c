/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"

#include <string.h>

#include "ddi/call/explain.h"
#include "ddi/call/fork.h"
#include "ddi/call/operation.h"
#include "ddi/call/override.h"
#include "ddi/call/reason.h"
#include "ddi/call/report.h"
#include "ddi/call/status.h"
#include "ddi/call/trace.h"
#include "ddi/machine/failure.h"
#include "ddi/machine/system.h"

/* The limit of some callbacks is APC_LEVEL. Where the harness wants none above PASSIVE_LEVEL, that one is too high. */
static uint32_t dxgmap_ddi_judged_irql(uint32_t irql)
{
  return dxgmap_ddi.strict_irql && irql == APC_LEVEL ? (uint32_t)DISPATCH_LEVEL : irql;
}

/* Of a call of the harness, of which nothing is reported. */
static void dxgmap_ddi_keep_reason(const dxgmap_ddi_call *call, uint32_t cause)
{
  if (cause == DXGMAP_CAUSE_NONE || !dxgmap_ddi_operation_row(call->operation)->harness) {
    return;
  }
  const char *detail = call->subject.detail;
  for (uint32_t i = 0; i < call->notes && detail[0] == '\0'; i++) {
    detail = call->note[i].cause == cause ? call->note[i].detail : detail; /* of a bad pointer */
  }
  dxgmap_ddi_reason_keep(call->operation, cause, detail);
}

static void dxgmap_ddi_begin(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site)
{
  memset(call, 0, offsetof(dxgmap_ddi_call, subject));
  dxgmap_ddi_note_begin(&call->subject);
  call->operation = operation;
  call->site = site;
  call->adapter = (uint64_t)(uintptr_t)adapter;
  call->who.irql = dxgmap_host_irql();
  call->who.process = dxgmap_host_process();
}

/* The system is open, and the lock is held. */
static void dxgmap_ddi_entered(dxgmap_ddi_call *call)
{
  call->open = true;
  call->who.irql = dxgmap_ddi_judged_irql(call->who.irql);
  call->who.strict = dxgmap_ddi.strict_exclusive ? 1u : 0;
}

bool dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site)
{
  dxgmap_ddi_begin(call, operation, adapter, site);
  dxgmap_host_lock();
  if (dxgmap_ddi.state == NULL) {
    dxgmap_host_unlock();
    dxgmap_ddi_fork_tell();
    dxgmap_ddi_keep_reason(call, DXGMAP_CAUSE_NOT_OPEN);
    return false;
  }
  dxgmap_ddi_entered(call);
  if (dxgmap_ddi_traced()) {
    dxgmap_ddi_trace_enter(call);
  }
  return true;
}

/* ---- Under the lock of a part ---- */

/* A part is open while the system is, its adapter is started, and nothing is to see the order of all calls. */
bool dxgmap_ddi_enter_alone(dxgmap_ddi_call *call, uint32_t operation, uint32_t place, HANDLE adapter, const void *site)
{
  if (!dxgmap_ddi_operation_alone(operation) || !dxgmap_host_lock_part(place)) {
    return dxgmap_ddi_enter(call, operation, adapter, site);
  }
  dxgmap_ddi_begin(call, operation, adapter, site);
  call->alone = true;
  dxgmap_ddi_entered(call);
  return true;
}

bool dxgmap_ddi_over(dxgmap_ddi_call *call, uint32_t *cause, uint32_t otherwise)
{
  if (!call->alone || *cause == DXGMAP_CAUSE_NONE) {
    return false;
  }
  dxgmap_host_unlock();
  dxgmap_ddi_told(&call->subject);
  *cause = otherwise;
  return dxgmap_ddi_enter(call, call->operation, (HANDLE)(uintptr_t)call->adapter, call->site);
}

/* A refusal for want of what the host has is no fault of the driver's; which limit of the system it was, is told. */
static void dxgmap_ddi_tell_shortage(dxgmap_ddi_call *call)
{
  const char *limit = dxgmap_host_shortage();
  if (limit == NULL || call->notes == DXGMAP_DDI_NOTES) {
    return;
  }
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_NO_HOST, 0);
  note->severity = DXGMAP_SEVERITY_NOTE;
  dxgmap_ddi_detail_words(note, "the process has come to a limit of its system: ", limit);
}

/* The adapter whose domain the call touched: the tag of an adapter object is its adapter's place. */
static const dxgmap_adapter *dxgmap_ddi_touched(const dxgmap_ddi_call *call)
{
  uint32_t k = call->opened != 0 ? dxgmap_handle_tag(call->opened) : dxgmap_state_find(dxgmap_ddi.state, call->adapter);
  return k < DXGMAP_ADAPTERS ? &dxgmap_ddi.state->adapter[k] : NULL;
}

/* What a strict harness refuses is done by the others, and told. */
static void dxgmap_ddi_warn_exclusive(dxgmap_ddi_call *call, const dxgmap_adapter *a)
{
  if (a != NULL && a->switches.exclusive != 0) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_EXCLUSIVE, 0);
    note->severity = DXGMAP_SEVERITY_WARNING;
    dxgmap_ddi_detail(note, "the call is done all the same: the pages bind Dxgkrnl and the device, and not the driver");
  }
}

/* The lock is given back. */
static void dxgmap_ddi_leave_word(dxgmap_ddi_call *call, uint32_t cause, NTSTATUS status)
{
  dxgmap_ddi_keep_reason(call, cause);
  for (uint32_t i = 0; i < call->notes; i++) {
    dxgmap_ddi_report(call, &call->note[i], status);
    dxgmap_ddi_told(&call->note[i]);
  }
  if (dxgmap_ddi_is_violation(call->operation, cause)) {
    call->subject.cause = cause;
    dxgmap_ddi_report(call, &call->subject, status);
  }
}

/* A success under the lock of a part. All operations that are an adapter's alone touch its domain. */
static NTSTATUS dxgmap_ddi_leave_alone(dxgmap_ddi_call *call)
{
  dxgmap_ddi_warn_exclusive(call, &dxgmap_ddi.state->adapter[dxgmap_host_holder() - 1u]);
  if (dxgmap_ddi_failure_acquires(call->operation)) {
    dxgmap_ddi_failure_pass();
  }
  dxgmap_host_unlock();
  if (call->notes != 0) {
    dxgmap_ddi_leave_word(call, DXGMAP_CAUSE_NONE, STATUS_SUCCESS);
  }
  return STATUS_SUCCESS;
}

NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  if (call->alone) {
    return dxgmap_ddi_leave_alone(call);
  }
  if (cause == DXGMAP_CAUSE_NONE && call->open && dxgmap_ddi_operation_touches(call->operation)) {
    dxgmap_ddi_warn_exclusive(call, dxgmap_ddi_touched(call));
  }
  dxgmap_ddi_blame_caller(call, cause);
  if (cause == DXGMAP_CAUSE_NO_HOST) {
    dxgmap_ddi_tell_shortage(call);
  }
  NTSTATUS status = dxgmap_ddi_status(call->operation, cause);
  if (call->open) {
    if (dxgmap_ddi_traced()) {
      dxgmap_ddi_trace_leave(call, cause, status);
    }
    dxgmap_host_unlock();
  }
  if (cause != DXGMAP_CAUSE_NONE || call->notes != 0) {
    dxgmap_ddi_leave_word(call, cause, status);
  }
  dxgmap_ddi_told(&call->subject);
  return status;
}
