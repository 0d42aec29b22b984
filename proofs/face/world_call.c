/* SPDX-License-Identifier: MIT */
#include "world.h"

#include "ddi/call/again.h"
#include "ddi/call/explain.h"
#include "ddi/call/explain_object.h"
#include "ddi/call/explain_view.h"
#include "ddi/call/fork.h"
#include "ddi/call/mdl_view.h"
#include "ddi/call/mdl_watch.h"
#include "ddi/call/operation.h"
#include "ddi/call/override.h"
#include "ddi/call/report.h"
#include "ddi/call/report_log.h"
#include "ddi/call/status.h"
#include "ddi/call/trace.h"

/* What is said of a fault, and how it is told: no argument of the driver's is written there, and no answer depends on
   it. `main_status` looks at the table of statuses itself: that every cause has one, and success alone is success. */

NTSTATUS dxgmap_ddi_status(uint32_t operation, uint32_t cause)
{
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : Frama_C_interval(INT32_MIN, -1);
}

bool dxgmap_ddi_is_violation(uint32_t operation, uint32_t cause)
{
  return cause != DXGMAP_CAUSE_NONE && world_any();
}

static const dxgmap_ddi_operation world_operation = {DXGMAP_OPERATION_NONE, false, "an operation"};

const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation)
{
  return &world_operation;
}

bool dxgmap_ddi_operation_touches(uint32_t operation)
{
  return world_any();
}

bool dxgmap_ddi_operation_alone(uint32_t operation)
{
  return world_any();
}

void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status)
{
  world_see(note, sizeof(*note));
  /*@ check there: \valid_read(call) && \initialized(&note->cause); */
  dxgmap_host_lock(); /* which is free by then */
  dxgmap_host_unlock();
}

void dxgmap_ddi_fork_tell(void)
{
}

void dxgmap_ddi_check_mdl(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  /*@ check there: \valid_read(record); */
}

void dxgmap_ddi_report_gone(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why)
{
}

void dxgmap_ddi_mdl_views_report(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why)
{
}

void dxgmap_ddi_mdl_views_end(dxgmap_ddi_mdl *entry, const void *site)
{
}

void dxgmap_ddi_note_again(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
}

void dxgmap_ddi_blame_caller(dxgmap_ddi_call *call, uint32_t cause)
{
}

void dxgmap_ddi_blame_size(dxgmap_ddi_call *call, uint32_t cause, uint32_t index, uint64_t size, uint64_t offset)
{
}

void dxgmap_ddi_blame_pin(dxgmap_ddi_call *call, uint32_t cause, uint32_t index)
{
}

void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle, uint32_t kind)
{
}

void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle)
{
}

void dxgmap_ddi_blame_create(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_object_request *request)
{
}

void dxgmap_ddi_blame_open(dxgmap_ddi_call *call, uint32_t cause, HANDLE object)
{
}

void dxgmap_ddi_blame_close(dxgmap_ddi_call *call, uint32_t cause, HANDLE opened)
{
}

void dxgmap_ddi_blame_destroy(dxgmap_ddi_call *call, uint32_t cause, HANDLE object)
{
}

void dxgmap_ddi_blame_destroy_both(dxgmap_ddi_call *call, uint32_t cause, HANDLE object, HANDLE opened)
{
}

void dxgmap_ddi_blame_allocate_adl(dxgmap_ddi_call *call, uint32_t cause, const DXGKARGCB_ALLOCATE_ADL *arguments)
{
}

void dxgmap_ddi_blame_free_adl(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_ddi_record *record, uint64_t opened)
{
}

void dxgmap_ddi_blame_map_object(dxgmap_ddi_call *call, uint32_t cause, uint64_t object, uint64_t end)
{
}

void dxgmap_ddi_blame_unmap_object(dxgmap_ddi_call *call, uint32_t cause,
                                   const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments, const dxgmap_ddi_record *view)
{
}

void dxgmap_ddi_blame_range(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_view_request *request)
{
}

void dxgmap_ddi_blame_unmap(dxgmap_ddi_call *call, const char *name, const void *address)
{
}

void dxgmap_ddi_log_failed(uint32_t operation, uint64_t nth, const dxgmap_stack *call)
{
  /*@ check there: \valid_read(call); */
}

/* ---- The trace of a run: only read ---- */

bool dxgmap_ddi_tracing;

void dxgmap_ddi_trace_enter(const dxgmap_ddi_call *call)
{
  /*@ check there: \valid_read(call); */
}

void dxgmap_ddi_trace_argument(const void *at, uint64_t bytes)
{
  /*@ check there: \valid_read((const char *)at + (0 .. bytes - 1)); */
}

void dxgmap_ddi_trace_numbers(const uint64_t *number, uint32_t count)
{
  world_see(number, count * sizeof(*number));
  /*@ check there: \initialized(number + (0 .. count - 1)); */
}

void dxgmap_ddi_trace_leave(const dxgmap_ddi_call *call, uint32_t cause, NTSTATUS status)
{
  /*@ check there: \valid_read(call); */
}
