/* SPDX-License-Identifier: MIT */
#include "ddi/call/severity.h"

/* What is not an error. DXGMAP_OPERATION_NONE: whatever the operation. The conformance tests compare with
   spec/status.md. */
static const struct {
  uint32_t operation;
  uint32_t cause;
  uint32_t severity;
} dxgmap_ddi_severities[] = {
    /* Windows maps what any device has, or the firmware; the library has adapters alone. */
    {DXGMAP_OPERATION_MAP_IO_SPACE, DXGMAP_CAUSE_NOT_OWNED, DXGMAP_SEVERITY_NOTE},
    /* A driver may look whether its device is there (decision 84). */
    {DXGMAP_OPERATION_REGISTER_ACCESS, DXGMAP_CAUSE_ASLEEP, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_PORT_ACCESS, DXGMAP_CAUSE_ASLEEP, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_VIEW_ENDED, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_MDL_CHAIN, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_LIVE_AT_END, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_MAPPED_AGAIN, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_MDL_LEFT, DXGMAP_SEVERITY_WARNING},
    {DXGMAP_OPERATION_NONE, DXGMAP_CAUSE_NOT_MODELLED, DXGMAP_SEVERITY_NOTE},
};

static uint32_t dxgmap_ddi_severity_of(uint32_t operation, uint32_t cause)
{
  for (size_t i = 0; i < sizeof(dxgmap_ddi_severities) / sizeof(dxgmap_ddi_severities[0]); i++) {
    uint32_t of = dxgmap_ddi_severities[i].operation;
    if (dxgmap_ddi_severities[i].cause == cause && (of == operation || of == DXGMAP_OPERATION_NONE)) {
      return dxgmap_ddi_severities[i].severity;
    }
  }
  return DXGMAP_SEVERITY_ERROR;
}

uint32_t dxgmap_ddi_severity(uint32_t operation, const dxgmap_ddi_note *note)
{
  uint32_t severity = dxgmap_ddi_severity_of(operation, note->cause);
  return note->severity > severity ? note->severity : severity;
}

const char *dxgmap_ddi_severity_word(uint32_t severity)
{
  static const char *const words[DXGMAP_SEVERITIES] = {"error", "warning", "note"};
  return words[severity];
}
