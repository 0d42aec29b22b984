/* SPDX-License-Identifier: MIT */
#include "ddi/call/clauses.h"
#include "ddi/call/operation.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"
#include "dxgmap.h"

/* The names of the numbers that the library answers and reports. */

const char *dxgmap_cause_name(uint32_t cause)
{
  return dxgmap_ddi_cause_row(cause)->name;
}

const char *dxgmap_cause_sentence(uint32_t cause)
{
  return dxgmap_ddi_cause_row(cause)->sentence;
}

const char *dxgmap_severity_name(uint32_t severity)
{
  return severity < DXGMAP_SEVERITIES ? dxgmap_ddi_severity_word(severity) : "";
}

const char *dxgmap_rules(uint32_t operation, uint32_t cause, uint32_t kind)
{
  return dxgmap_ddi_clause(operation, cause, kind);
}

uint32_t dxgmap_cause_severity(uint32_t operation, uint32_t cause)
{
  dxgmap_ddi_note note;
  dxgmap_ddi_note_begin(&note);
  note.cause = cause;
  return dxgmap_ddi_is_violation(operation, cause) ? dxgmap_ddi_severity(operation, &note) : DXGMAP_SEVERITIES;
}

const char *dxgmap_operation_name(uint32_t operation)
{
  return dxgmap_ddi_operation_row(operation)->name;
}
