/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "dxgmap_synchronization.h"
#include "host/host.h"

/* Spin locks. A lock that is held holds the token of its thread. */

static uint32_t dxgmap_ddi_lock_judge(uint32_t operation, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  (void)dxgmap_ddi_enter(&call, operation, NULL, site);
  uint32_t cause = fault == NULL ? (uint32_t)DXGMAP_CAUSE_NONE : dxgmap_ddi_bad(&call, fault);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

static bool dxgmap_ddi_lock_try(PKSPIN_LOCK lock)
{
  KSPIN_LOCK free = 0;
  return __atomic_compare_exchange_n(lock, &free, (KSPIN_LOCK)dxgmap_host_thread(), false, __ATOMIC_ACQUIRE,
                                     __ATOMIC_RELAXED);
}

static bool dxgmap_ddi_lock_mine(const KSPIN_LOCK *lock)
{
  return __atomic_load_n(lock, __ATOMIC_RELAXED) == (KSPIN_LOCK)dxgmap_host_thread();
}

static void dxgmap_ddi_lock_wait(PKSPIN_LOCK lock)
{
  while (!dxgmap_ddi_lock_try(lock)) {
    dxgmap_host_yield();
  }
}

static const char *dxgmap_ddi_lock_fault(const KSPIN_LOCK *lock)
{
  if (lock == NULL) {
    return "SpinLock is NULL";
  }
  return dxgmap_ddi_lock_mine(lock) ? "this thread holds the lock already: it would wait for itself" : NULL;
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
  KIRQL old = (KIRQL)dxgmap_host_irql();
  const char *fault = dxgmap_ddi_lock_fault(SpinLock);
  if (fault == NULL && old > DISPATCH_LEVEL) {
    fault = "the IRQL is above DISPATCH_LEVEL";
  }
  if (dxgmap_ddi_lock_judge(DXGMAP_OPERATION_ACQUIRE_LOCK, fault, DXGMAP_DDI_SITE) == DXGMAP_CAUSE_NONE) {
    dxgmap_host_set_irql(DISPATCH_LEVEL);
    dxgmap_ddi_lock_wait(SpinLock);
  }
  return old;
}

/* Whether a lock may be taken at the level that the caller is at. */
static bool dxgmap_ddi_lock_at_level(PKSPIN_LOCK lock, const void *site)
{
  const char *fault = dxgmap_ddi_lock_fault(lock);
  if (fault == NULL && dxgmap_host_irql() < DISPATCH_LEVEL) {
    fault = "the IRQL is below DISPATCH_LEVEL";
  }
  return dxgmap_ddi_lock_judge(DXGMAP_OPERATION_ACQUIRE_LOCK, fault, site) == DXGMAP_CAUSE_NONE;
}

VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
  if (dxgmap_ddi_lock_at_level(SpinLock, DXGMAP_DDI_SITE)) {
    dxgmap_ddi_lock_wait(SpinLock);
  }
}

BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
  return dxgmap_ddi_lock_at_level(SpinLock, DXGMAP_DDI_SITE) && dxgmap_ddi_lock_try(SpinLock);
}

static bool dxgmap_ddi_lock_give(PKSPIN_LOCK lock, const char *fault, const void *site)
{
  if (lock == NULL) {
    fault = "SpinLock is NULL";
  } else if (!dxgmap_ddi_lock_mine(lock)) {
    fault = "this thread does not hold the lock";
  } else if (fault == NULL && dxgmap_host_irql() < DISPATCH_LEVEL) {
    fault = "the IRQL was lowered while the lock was held";
  }
  bool allowed = dxgmap_ddi_lock_judge(DXGMAP_OPERATION_RELEASE_LOCK, fault, site) == DXGMAP_CAUSE_NONE;
  if (lock != NULL && dxgmap_ddi_lock_mine(lock)) {
    __atomic_store_n(lock, 0, __ATOMIC_RELEASE);
  }
  return allowed;
}

VOID KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
  const char *fault = NewIrql > dxgmap_host_irql() ? "NewIrql is above the current IRQL" : NULL;
  if (dxgmap_ddi_lock_give(SpinLock, fault, DXGMAP_DDI_SITE)) {
    dxgmap_host_set_irql(NewIrql);
  }
}

VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
  (void)dxgmap_ddi_lock_give(SpinLock, NULL, DXGMAP_DDI_SITE);
}
