/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "dxgmap_synchronization.h"
#include "host/host.h"

/* Events, and the fast mutexes made of them. SignalState says all; a waiting thread looks at it now and again. */

#define DXGMAP_DDI_TICK ((uint64_t)100) /* ns, the unit of a timeout */

LONG KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
  (void)Increment;
  (void)Wait;
  return __atomic_exchange_n(&Event->Header.SignalState, 1, __ATOMIC_SEQ_CST);
}

LONG KeResetEvent(PRKEVENT Event)
{
  return __atomic_exchange_n(&Event->Header.SignalState, 0, __ATOMIC_SEQ_CST);
}

static bool dxgmap_ddi_event_take(PKEVENT event)
{
  LONG signalled = 1;
  if (event->Header.Type == NotificationEvent) {
    return __atomic_load_n(&event->Header.SignalState, __ATOMIC_SEQ_CST) != 0;
  }
  return __atomic_compare_exchange_n(&event->Header.SignalState, &signalled, 0, false, __ATOMIC_SEQ_CST,
                                     __ATOMIC_SEQ_CST);
}

/* When the timeout is over, in ns of the host; a time of day counts as over. */
static uint64_t dxgmap_ddi_event_end(const LARGE_INTEGER *timeout)
{
  if (timeout == NULL) {
    return UINT64_MAX;
  }
  uint64_t now = dxgmap_host_time();
  return timeout->QuadPart < 0 ? now + (0 - (uint64_t)timeout->QuadPart) * DXGMAP_DDI_TICK : now;
}

NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout)
{
  dxgmap_ddi_call call;
  bool waits = Timeout == NULL || Timeout->QuadPart != 0;
  (void)WaitReason;
  (void)WaitMode;
  (void)Alertable;
  (void)dxgmap_ddi_enter(&call, DXGMAP_OPERATION_WAIT, NULL, DXGMAP_DDI_SITE);
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (Object == NULL) {
    cause = dxgmap_ddi_bad(&call, "Object is NULL");
  } else if (waits && dxgmap_host_irql() >= DISPATCH_LEVEL) {
    cause = dxgmap_ddi_bad(&call, "at DISPATCH_LEVEL or above no thread may wait");
  }
  (void)dxgmap_ddi_leave(&call, cause);
  if (cause != DXGMAP_CAUSE_NONE) {
    return STATUS_TIMEOUT;
  }
  uint64_t end = dxgmap_ddi_event_end(Timeout);
  while (!dxgmap_ddi_event_take((PKEVENT)Object)) {
    if (dxgmap_host_time() >= end) {
      return STATUS_TIMEOUT;
    }
    dxgmap_host_yield();
  }
  return STATUS_SUCCESS;
}

/* ---- Fast mutexes: Count is 1 when free, and Owner the token of the thread that has it ---- */

static bool dxgmap_ddi_mutex_fault(uint32_t operation, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  (void)dxgmap_ddi_enter(&call, operation, NULL, site);
  (void)dxgmap_ddi_leave(&call, fault == NULL ? (uint32_t)DXGMAP_CAUSE_NONE : dxgmap_ddi_bad(&call, fault));
  return fault != NULL;
}

static PVOID dxgmap_ddi_mutex_thread(void)
{
  return (PVOID)dxgmap_host_thread();
}

static bool dxgmap_ddi_mutex_mine(const FAST_MUTEX *mutex)
{
  return __atomic_load_n(&mutex->Owner, __ATOMIC_RELAXED) == dxgmap_ddi_mutex_thread();
}

static bool dxgmap_ddi_mutex_take(PFAST_MUTEX mutex)
{
  LONG free = 1;
  if (!__atomic_compare_exchange_n(&mutex->Count, &free, 0, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
    return false;
  }
  __atomic_store_n(&mutex->Owner, dxgmap_ddi_mutex_thread(), __ATOMIC_RELAXED);
  mutex->OldIrql = dxgmap_host_irql();
  dxgmap_host_set_irql(APC_LEVEL);
  return true;
}

static const char *dxgmap_ddi_mutex_refusal(const FAST_MUTEX *mutex)
{
  if (dxgmap_host_irql() > APC_LEVEL) {
    return "the IRQL is above APC_LEVEL";
  }
  return dxgmap_ddi_mutex_mine(mutex) ? "this thread has the mutex already: it would wait for itself" : NULL;
}

VOID ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
  if (!dxgmap_ddi_mutex_fault(DXGMAP_OPERATION_ACQUIRE_LOCK, dxgmap_ddi_mutex_refusal(FastMutex), DXGMAP_DDI_SITE)) {
    while (!dxgmap_ddi_mutex_take(FastMutex)) {
      dxgmap_host_yield();
    }
  }
}

BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
  const char *fault = dxgmap_host_irql() > APC_LEVEL ? "the IRQL is above APC_LEVEL" : NULL;
  return !dxgmap_ddi_mutex_fault(DXGMAP_OPERATION_ACQUIRE_LOCK, fault, DXGMAP_DDI_SITE) &&
         dxgmap_ddi_mutex_take(FastMutex);
}

VOID ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
  const char *fault = dxgmap_ddi_mutex_mine(FastMutex) ? NULL : "this thread does not have the mutex";
  if (!dxgmap_ddi_mutex_fault(DXGMAP_OPERATION_RELEASE_LOCK, fault, DXGMAP_DDI_SITE)) {
    uint32_t old = FastMutex->OldIrql;
    __atomic_store_n(&FastMutex->Owner, NULL, __ATOMIC_RELAXED);
    __atomic_store_n(&FastMutex->Count, 1, __ATOMIC_RELEASE);
    dxgmap_host_set_irql(old);
  }
}
