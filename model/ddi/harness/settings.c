/* SPDX-License-Identifier: MIT */
#include "ddi/call/override.h"
#include "ddi/call/reason.h"
#include "ddi/call/report.h"
#include "ddi/call/suppress.h"
#include "ddi/machine/system.h"

/* What the harness may set while the system is open: where reports go, the current process, statuses. */

void dxgmap_set_handler(dxgmap_violation_handler *handler, void *context)
{
  dxgmap_host_lock();
  dxgmap_ddi_report_to(handler, context);
  dxgmap_host_unlock();
}

void dxgmap_set_violation_policy(uint32_t policy)
{
  dxgmap_host_lock();
  dxgmap_ddi_report_policy(policy);
  dxgmap_host_unlock();
}

uint64_t dxgmap_reports(uint32_t severity)
{
  dxgmap_host_lock();
  uint64_t count = dxgmap_ddi_report_count(severity);
  dxgmap_host_unlock();
  return count;
}

uint64_t dxgmap_violations(void)
{
  return dxgmap_reports(DXGMAP_SEVERITY_ERROR);
}

const char *dxgmap_reason(void)
{
  return dxgmap_ddi_reason();
}

uint64_t dxgmap_suppressed(void)
{
  dxgmap_host_lock();
  uint64_t count = dxgmap_ddi_suppress_count();
  dxgmap_host_unlock();
  return count;
}

void dxgmap_set_process(uint64_t process)
{
  dxgmap_host_set_process(process);
}

uint64_t dxgmap_process(void)
{
  return dxgmap_host_process();
}

uint32_t dxgmap_set_status(uint32_t operation, uint32_t cause, NTSTATUS status)
{
  if (NT_SUCCESS(status) || operation >= DXGMAP_OPERATIONS || cause == DXGMAP_CAUSE_NONE) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_host_lock();
  uint32_t answer = dxgmap_ddi_override_set(operation, cause, status);
  dxgmap_host_unlock();
  return answer;
}

void dxgmap_reset_statuses(void)
{
  dxgmap_host_lock();
  dxgmap_ddi_override_reset();
  dxgmap_host_unlock();
}
