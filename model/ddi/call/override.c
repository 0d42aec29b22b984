/* SPDX-License-Identifier: MIT */
#include "ddi/call/override.h"

#include "ddi/call/status.h"

typedef struct {
  uint32_t operation;
  uint32_t cause;
  NTSTATUS status;
} dxgmap_ddi_override;

#define DXGMAP_DDI_OVERRIDES 64u
static dxgmap_ddi_override dxgmap_ddi_overrides[DXGMAP_DDI_OVERRIDES];
static uint32_t dxgmap_ddi_override_count;

static dxgmap_ddi_override *dxgmap_ddi_override_of(uint32_t operation, uint32_t cause)
{
  for (uint32_t i = 0; i < dxgmap_ddi_override_count; i++) {
    if (dxgmap_ddi_overrides[i].operation == operation && dxgmap_ddi_overrides[i].cause == cause) {
      return &dxgmap_ddi_overrides[i];
    }
  }
  return NULL;
}

NTSTATUS dxgmap_ddi_status(uint32_t operation, uint32_t cause)
{
  const dxgmap_ddi_override *o = dxgmap_ddi_override_of(operation, cause);
  if (o != NULL) {
    return o->status;
  }
  NTSTATUS status = dxgmap_ddi_cause_row(cause)->status;
  /* Its page names one failure (INFO-6). */
  return operation == DXGMAP_OPERATION_DEVICE_INFORMATION && !NT_SUCCESS(status) ? STATUS_INVALID_PARAMETER : status;
}

uint32_t dxgmap_ddi_override_set(uint32_t operation, uint32_t cause, NTSTATUS status)
{
  dxgmap_ddi_override *o = dxgmap_ddi_override_of(operation, cause);
  if (o == NULL && dxgmap_ddi_override_count == DXGMAP_DDI_OVERRIDES) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  if (o == NULL) {
    o = &dxgmap_ddi_overrides[dxgmap_ddi_override_count];
    dxgmap_ddi_override_count += 1;
  }
  o->operation = operation;
  o->cause = cause;
  o->status = status;
  return DXGMAP_CAUSE_NONE;
}

void dxgmap_ddi_override_reset(void)
{
  dxgmap_ddi_override_count = 0;
}
