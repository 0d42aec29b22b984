/* SPDX-License-Identifier: MIT */
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/callbacks/judge.h"
#include "dxgmap_synchronization.h"
#include "host/host.h"

/* Events, and the fast mutexes made of them. SignalState says all; a waiting thread looks at it now and again. */

#define DXGMAP_DDI_TICK ((uint64_t)100) /* ns, the unit of a timeout */

/* What the call sets, and the answer: what it was. */
static LONG dxgmap_ddi_event_state(uint32_t operation, PRKEVENT event, LONG state, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_judge_enter(&call, operation, "Event", event, sizeof(*event), site)) {
    return 0;
  }
  (void)dxgmap_ddi_judge_leave(&call, NULL);
  return __atomic_exchange_n(&event->Header.SignalState, state, __ATOMIC_SEQ_CST);
}

LONG KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
  (void)Increment;
  (void)Wait;
  return dxgmap_ddi_event_state(DXGMAP_OPERATION_SET_EVENT, Event, 1, DXGMAP_DDI_SITE);
}

LONG KeResetEvent(PRKEVENT Event)
{
  return dxgmap_ddi_event_state(DXGMAP_OPERATION_RESET_EVENT, Event, 0, DXGMAP_DDI_SITE);
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
  uint64_t ticks = timeout->QuadPart < 0 ? 0 - (uint64_t)timeout->QuadPart : 0;
  bool ever = ticks > (UINT64_MAX - now) / DXGMAP_DDI_TICK; /* longer than the clock goes */
  return ever ? UINT64_MAX : now + ticks * DXGMAP_DDI_TICK;
}

static NTSTATUS dxgmap_ddi_event_wait(PKEVENT event, const LARGE_INTEGER *timeout)
{
  uint64_t end = dxgmap_ddi_event_end(timeout);
  while (!dxgmap_ddi_event_take(event)) {
    if (dxgmap_host_time() >= end) {
      return STATUS_TIMEOUT;
    }
    dxgmap_host_yield();
  }
  return STATUS_SUCCESS;
}

/* Whether the thread may wait for it so long, or look at it. */
static bool dxgmap_ddi_event_allowed(const KEVENT *event, const LARGE_INTEGER *timeout, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_judge_enter(&call, DXGMAP_OPERATION_WAIT, "Object", event, sizeof(*event), site)) {
    return false;
  }
  if (timeout != NULL && !dxgmap_ddi_argument_in(&call, "Timeout", timeout, sizeof(*timeout))) {
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_BAD_ARGUMENT);
    return false;
  }
  bool waits = timeout == NULL || timeout->QuadPart != 0;
  bool high = waits && dxgmap_host_irql() >= DISPATCH_LEVEL;
  return dxgmap_ddi_judge_leave(&call, high ? "at DISPATCH_LEVEL or above no thread may wait" : NULL);
}

NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout)
{
  (void)WaitReason;
  (void)WaitMode;
  (void)Alertable;
  return dxgmap_ddi_event_allowed(Object, Timeout, DXGMAP_DDI_SITE) ? dxgmap_ddi_event_wait((PKEVENT)Object, Timeout)
                                                                    : STATUS_TIMEOUT;
}

/* ---- Fast mutexes: Count is 1 when free, and Owner the token of the thread that has it ---- */

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

/* Whether the thread may take the mutex, or try to; it waits for one of its own if `waits`. */
static bool dxgmap_ddi_mutex_allowed(const FAST_MUTEX *mutex, bool waits, const void *site)
{
  dxgmap_ddi_call call;
  const char *fault = NULL;
  if (!dxgmap_ddi_judge_enter(&call, DXGMAP_OPERATION_ACQUIRE_LOCK, "FastMutex", mutex, sizeof(*mutex), site)) {
    return false;
  }
  if (dxgmap_host_irql() > APC_LEVEL) {
    fault = "the IRQL is above APC_LEVEL";
  } else if (waits && dxgmap_ddi_mutex_mine(mutex)) {
    fault = "this thread has the mutex already: it would wait for itself";
  }
  return dxgmap_ddi_judge_leave(&call, fault);
}

VOID ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
  bool allowed = dxgmap_ddi_mutex_allowed(FastMutex, true, DXGMAP_DDI_SITE);
  while (allowed && !dxgmap_ddi_mutex_take(FastMutex)) {
    dxgmap_host_yield();
  }
}

BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
  return dxgmap_ddi_mutex_allowed(FastMutex, false, DXGMAP_DDI_SITE) && dxgmap_ddi_mutex_take(FastMutex);
}

VOID ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
  dxgmap_ddi_call call;
  if (dxgmap_ddi_judge_enter(&call, DXGMAP_OPERATION_RELEASE_LOCK, "FastMutex", FastMutex, sizeof(*FastMutex),
                             DXGMAP_DDI_SITE) &&
      dxgmap_ddi_judge_leave(&call, dxgmap_ddi_mutex_mine(FastMutex) ? NULL : "this thread does not have the mutex")) {
    uint32_t old = FastMutex->OldIrql;
    __atomic_store_n(&FastMutex->Owner, NULL, __ATOMIC_RELAXED);
    __atomic_store_n(&FastMutex->Count, 1, __ATOMIC_RELEASE);
    dxgmap_host_set_irql(old);
  }
}
