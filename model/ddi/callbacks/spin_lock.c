/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "ddi/callbacks/judge.h"
#include "dxgmap_synchronization.h"
#include "host/host.h"

/* Spin locks. A lock that is held holds the token of its thread. */

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

/* ---- Acquire ---- */

/* Whether the lock may be taken, if the level is no obstacle: `fault` says what is wrong with that, or is NULL. */
static bool dxgmap_ddi_lock_allowed(const KSPIN_LOCK *lock, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_judge_enter(&call, DXGMAP_OPERATION_ACQUIRE_LOCK, "SpinLock", lock, sizeof(*lock), site)) {
    return false;
  }
  bool mine = dxgmap_ddi_lock_mine(lock);
  return dxgmap_ddi_judge_leave(&call, mine ? "this thread holds the lock already: it would wait for itself" : fault);
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
  KIRQL old = (KIRQL)dxgmap_host_irql();
  const char *fault = old > DISPATCH_LEVEL ? "the IRQL is above DISPATCH_LEVEL" : NULL;
  if (dxgmap_ddi_lock_allowed(SpinLock, fault, DXGMAP_DDI_SITE)) {
    dxgmap_host_set_irql(DISPATCH_LEVEL);
    dxgmap_ddi_lock_wait(SpinLock);
  }
  return old;
}

/* Whether a lock may be taken at the level that the caller is at. */
static bool dxgmap_ddi_lock_at_level(const KSPIN_LOCK *lock, const void *site)
{
  bool low = dxgmap_host_irql() < DISPATCH_LEVEL;
  return dxgmap_ddi_lock_allowed(lock, low ? "the IRQL is below DISPATCH_LEVEL" : NULL, site);
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

/* ---- Release ---- */

/* The lock is released whatever is wrong with the level. */
static bool dxgmap_ddi_lock_give(PKSPIN_LOCK lock, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_judge_enter(&call, DXGMAP_OPERATION_RELEASE_LOCK, "SpinLock", lock, sizeof(*lock), site)) {
    return false;
  }
  bool mine = dxgmap_ddi_lock_mine(lock);
  if (!mine) {
    fault = "this thread does not hold the lock";
  } else if (fault == NULL && dxgmap_host_irql() < DISPATCH_LEVEL) {
    fault = "the IRQL was lowered while the lock was held";
  }
  bool allowed = dxgmap_ddi_judge_leave(&call, fault);
  if (mine) {
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
