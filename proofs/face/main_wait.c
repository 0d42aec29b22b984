/* SPDX-License-Identifier: MIT */
/* Spin locks, events, fast mutexes and the IRQL. */
#include "world_all.h"
#include "world_atomic.h"
#include "world_more.h"

#include "model/ddi/callbacks/event.c"
#include "model/ddi/callbacks/irql.c"
#include "model/ddi/callbacks/judge.c"
#include "model/ddi/callbacks/spin_lock.c"

#include "inputs.h"
#include "plain_machine.h"

static KSPIN_LOCK wait_lock;
static FAST_MUTEX wait_mutex;
static KEVENT wait_event;

/* What other threads have made of it. */
static void others(void)
{
  wait_lock = world_any64();
  wait_mutex.Count = (LONG)world_any32();
  wait_mutex.Owner = (PVOID)(uintptr_t)world_any64();
  wait_mutex.OldIrql = world_any32();
  wait_event.Header.Type = (UCHAR)world_any32();
  wait_event.Header.SignalState = (LONG)world_any32();
}

uintptr_t dxgmap_host_thread(void)
{
  return 0x7000;
}

void dxgmap_host_yield(void)
{
  world_unlocked();
  others();
}

uint64_t dxgmap_host_time(void)
{
  return world_any64();
}

void dxgmap_host_set_irql(uint32_t irql)
{
  world_unlocked();
}

static void levels(void)
{
  KIRQL old = HIGH_LEVEL;
  switch (Frama_C_interval(0, 2)) {
  case 0:
    KeRaiseIrql((KIRQL)world_any32(), INPUT_POINTER(&old));
    break;
  case 1:
    KeLowerIrql((KIRQL)world_any32());
    break;
  default:
    old = KeGetCurrentIrql();
    break;
  }
  /*@ check level: old <= HIGH_LEVEL; */
}

static void locks(void)
{
  switch (Frama_C_interval(0, 4)) {
  case 0:
    (void)KeAcquireSpinLockRaiseToDpc(INPUT_POINTER(&wait_lock));
    break;
  case 1:
    KeAcquireSpinLockAtDpcLevel(INPUT_POINTER(&wait_lock));
    break;
  case 2:
    (void)KeTryToAcquireSpinLockAtDpcLevel(INPUT_POINTER(&wait_lock));
    break;
  case 3:
    KeReleaseSpinLock(INPUT_POINTER(&wait_lock), (KIRQL)world_any32());
    break;
  default:
    KeReleaseSpinLockFromDpcLevel(INPUT_POINTER(&wait_lock));
    break;
  }
}

static void mutexes(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    ExAcquireFastMutex(INPUT_POINTER(&wait_mutex));
    break;
  case 1:
    (void)ExTryToAcquireFastMutex(INPUT_POINTER(&wait_mutex));
    break;
  default:
    ExReleaseFastMutex(INPUT_POINTER(&wait_mutex));
    break;
  }
}

static void events(void)
{
  LARGE_INTEGER timeout;
  timeout.QuadPart = (LONGLONG)world_any64();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    (void)KeSetEvent(INPUT_POINTER(&wait_event), (KPRIORITY)world_any32(), (BOOLEAN)world_any());
    break;
  case 1:
    (void)KeResetEvent(INPUT_POINTER(&wait_event));
    break;
  default:
    (void)KeWaitForSingleObject(INPUT_POINTER(&wait_event), Executive, KernelMode, FALSE,
                                world_any() ? INPUT_POINTER(&timeout) : NULL);
    break;
  }
}

void main(void)
{
  plain_machine();
  world_begin_once();
  others();
  switch (Frama_C_interval(0, 3)) {
  case 0:
    levels();
    break;
  case 1:
    locks();
    break;
  case 2:
    mutexes();
    break;
  default:
    events();
    break;
  }
}
