/* SPDX-License-Identifier: MIT */
#include "ddi/call/reason.h"

#include "ddi/call/operation.h"
#include "ddi/call/status.h"
#include "host/host.h"

/* A handler of violations may run inside one of signals, where nothing may be allocated. */
static _Thread_local char dxgmap_ddi_reason_text[384] __attribute__((tls_model("initial-exec")));

void dxgmap_ddi_reason_keep(uint32_t operation, uint32_t cause, const char *detail)
{
  const dxgmap_ddi_cause *row = dxgmap_ddi_cause_row(cause);
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, dxgmap_ddi_reason_text, sizeof(dxgmap_ddi_reason_text));
  dxgmap_host_text_put(&text, dxgmap_ddi_operation_row(operation)->name);
  dxgmap_host_text_put(&text, ": ");
  dxgmap_host_text_put(&text, row->name);
  dxgmap_host_text_put(&text, ": ");
  dxgmap_host_text_put(&text, detail[0] != '\0' ? detail : row->sentence);
}

const char *dxgmap_ddi_reason(void)
{
  return dxgmap_ddi_reason_text;
}
