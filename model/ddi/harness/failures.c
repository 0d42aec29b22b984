/* SPDX-License-Identifier: MIT */
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/reason.h"
#include "ddi/harness/parts.h"
#include "ddi/machine/failure.h"
#include "host/host.h"

/* Failures on purpose: dxgmap_fail and its kin, dxgmap_fail_each. */

/* What is wrong with the wish; NULL: nothing. */
static const char *dxgmap_ddi_failure_fault(const dxgmap_failure *failure)
{
  if (failure->per_million > 1000000u) {
    return "per_million is more than a million";
  }
  bool acquires = failure->operation == DXGMAP_OPERATION_NONE || dxgmap_ddi_failure_acquires(failure->operation);
  return acquires ? NULL : "operation is none by which a driver acquires something";
}

uint32_t dxgmap_fail(const dxgmap_failure *failure)
{
  if (!dxgmap_ddi_argument_first(DXGMAP_OPERATION_FAIL, "failure", failure, sizeof(*failure), false, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const char *fault = dxgmap_ddi_failure_fault(failure);
  if (fault != NULL) {
    dxgmap_ddi_reason_keep(DXGMAP_OPERATION_FAIL, DXGMAP_CAUSE_BAD_ARGUMENT, fault);
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_host_lock();
  uint32_t cause = dxgmap_ddi_failure_add(failure);
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
  return cause;
}

void dxgmap_fail_none(void)
{
  dxgmap_host_lock();
  dxgmap_ddi_failure_forget();
  dxgmap_ddi_failure_count_anew();
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
}

void dxgmap_fail_next(uint32_t pins, uint32_t pointers)
{
  dxgmap_host_lock();
  dxgmap_ddi_failure_next(DXGMAP_OPERATION_PIN, pins);
  dxgmap_ddi_failure_next(DXGMAP_OPERATION_MAP_POINTER, pointers);
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
}

void dxgmap_fail_next_objects(uint32_t adls, uint32_t maps)
{
  dxgmap_host_lock();
  dxgmap_ddi_failure_next(DXGMAP_OPERATION_ALLOCATE_ADL, adls);
  dxgmap_ddi_failure_next(DXGMAP_OPERATION_MAP_OBJECT, maps);
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
}

void dxgmap_set_pressure(dxgmap_pressure *pressure, void *context)
{
  dxgmap_host_lock();
  dxgmap_ddi_failure_pressure(pressure, context);
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
}

uint64_t dxgmap_failures(void)
{
  dxgmap_host_lock();
  uint64_t count = dxgmap_ddi_failure_count();
  dxgmap_host_unlock();
  return count;
}

bool dxgmap_last_failure(dxgmap_failed *last)
{
  if (!dxgmap_ddi_argument_first(DXGMAP_OPERATION_LAST_FAILURE, "last", last, sizeof(*last), true, DXGMAP_DDI_SITE)) {
    return false;
  }
  dxgmap_host_lock();
  bool any = dxgmap_ddi_failure_last(last);
  dxgmap_host_unlock();
  return any;
}

/* One run of the loop; whether its acquisition came. */
static bool dxgmap_ddi_fail_run(dxgmap_driver_run *run, uint64_t nth, void *context, bool *goes_on)
{
  dxgmap_host_lock();
  dxgmap_ddi_failure_loop_next(nth);
  dxgmap_host_unlock();
  *goes_on = run(nth, context);
  dxgmap_host_lock();
  bool reached = dxgmap_ddi_failure_loop_reached();
  dxgmap_host_unlock();
  return reached;
}

uint64_t dxgmap_fail_each(dxgmap_driver_run *run, void *context)
{
  dxgmap_host_lock();
  bool begun = run != NULL && dxgmap_ddi_failure_loop_begin();
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
  if (!begun) {
    return 0;
  }
  uint64_t nth = 1;
  bool goes_on = true;
  while (dxgmap_ddi_fail_run(run, nth, context, &goes_on) && goes_on) {
    nth++;
  }
  dxgmap_host_lock();
  dxgmap_ddi_failure_loop_end();
  dxgmap_ddi_parts_follow();
  dxgmap_host_unlock();
  return nth;
}
