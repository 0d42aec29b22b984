/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "ddi/call/argument.h"
#include "ddi/call/trace.h"
#include "ddi/machine/system.h"

/* dxgmap_adapter_link, dxgmap_adapter_lead. */

/* Whether another adapter of the chain is that physical adapter. */
static bool dxgmap_ddi_index_given(uint64_t lead, uint32_t index)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    const dxgmap_ddi_adapter *a = &dxgmap_ddi.adapter[i];
    if (a->handle != 0 && a->index == index && dxgmap_op_lead(dxgmap_ddi.state, a->handle).handle == lead) {
      return true;
    }
  }
  return false;
}

static void dxgmap_ddi_blame_link(dxgmap_ddi_call *call, uint32_t cause)
{
  if (cause == DXGMAP_CAUSE_LINKED) {
    bool leads = dxgmap_op_lead(dxgmap_ddi.state, call->adapter).handle == call->adapter;
    dxgmap_ddi_detail(&call->subject,
                      leads ? "the adapter was not started as a linked one" : "the adapter is of a chain already");
  }
}

static uint32_t dxgmap_ddi_link(dxgmap_ddi_call *call, uint64_t lead, uint32_t index)
{
  dxgmap_ddi_adapter *adapter = dxgmap_ddi_adapter_of(call->adapter);
  bool unlinked = dxgmap_op_lead(dxgmap_ddi.state, call->adapter).status == DXGMAP_NOT_LEAD;
  bool leads = lead != 0 && dxgmap_op_lead(dxgmap_ddi.state, lead).handle == lead;
  if (unlinked && leads) {
    uint32_t chain = dxgmap_ddi_adapter_of(lead)->chain;
    if (index == 0 || index >= chain) {
      dxgmap_ddi_detail_numbers(&call->subject, "index is ", index, ", and has to be from 1 to below ", chain);
      return DXGMAP_CAUSE_BAD_INDEX;
    }
    if (dxgmap_ddi_index_given(lead, index)) {
      dxgmap_ddi_detail(&call->subject, "another adapter of the chain has the index");
      return DXGMAP_CAUSE_BAD_INDEX;
    }
  }
  uint32_t cause = dxgmap_op_link(dxgmap_ddi.state, call->adapter, lead);
  if (cause == DXGMAP_OK) {
    adapter->index = index;
  }
  return cause;
}

uint32_t dxgmap_adapter_link(HANDLE adapter, HANDLE lead, uint32_t index)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LINK, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(lead), index);
  uint32_t cause = dxgmap_ddi_link(&call, (uint64_t)(uintptr_t)lead, index);
  dxgmap_ddi_blame_link(&call, cause);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_adapter_lead(HANDLE adapter, HANDLE *lead)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LINK, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  dxgmap_outcome outcome = {DXGMAP_CAUSE_BAD_ARGUMENT, 0};
  if (dxgmap_ddi_argument_out(&call, "lead", lead, sizeof(*lead))) {
    outcome = dxgmap_op_lead(dxgmap_ddi.state, call.adapter);
  }
  if (outcome.status == DXGMAP_OK) {
    *lead = (HANDLE)(uintptr_t)outcome.handle;
  }
  (void)dxgmap_ddi_leave(&call, outcome.status);
  return outcome.status;
}
