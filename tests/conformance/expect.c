/* SPDX-License-Identifier: MIT */
#include "expect.h"

#include <stdio.h>
#include <string.h>

#define REPORT_LINE_MAX 160u /* of what a report says of its object */

report_seen reports;

void check_call(const char *file, int line, const char *what, NTSTATUS status, uint32_t cause, uint64_t seen)
{
  check_equal(file, line, what, (uint32_t)status, seen);
  check_text(file, line, "cause reported", dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  check_equal(file, line, "reports", cause != DXGMAP_CAUSE_NONE, reports.count);
}

void report_copy(const dxgmap_violation *violation, void *context)
{
  CHECKS_GO_ON;
  (void)context;
  reports.count++;
  reports.cause = violation->cause;
  reports.operation = violation->operation;
  reports.severity = violation->severity;
  reports.kind = violation->kind;
  reports.calls = violation->call.count;
  reports.maps = violation->map.count;
  reports.unmaps = violation->unmap.count;
  reports.status = violation->status;
  reports.mapping = violation->mapping;
  reports.address = violation->address;
  CHECK(strlen("  object:    ") + strlen(violation->object) <= REPORT_LINE_MAX);
  (void)snprintf(reports.detail, sizeof(reports.detail), "%s", violation->detail);
  (void)snprintf(reports.text, sizeof(reports.text), "%s", violation->text);
}

void reports_forget(void)
{
  memset(&reports, 0, sizeof(reports));
}
