/* SPDX-License-Identifier: MIT */
#include "check.h"

/* IRQL, locks, events, accessors of registers and ports, and what prints. A device answers anything. */

/* ---- IRQL ---- */

KIRQL KeGetCurrentIrql(VOID)
{
  return dxgmap_checked.irql;
}

static uint32_t dxgmap_check_level(bool right, KIRQL level)
{
  if (!right) {
    return dxgmap_check_bad("the new IRQL is on the wrong side of the current one");
  }
  dxgmap_checked.irql = level;
  return DXGMAP_CAUSE_NONE;
}

VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql)
{
  dxgmap_check_enter(DXGMAP_OPERATION_RAISE_IRQL);
  *OldIrql = dxgmap_checked.irql;
  uint32_t cause = dxgmap_check_level(NewIrql >= dxgmap_checked.irql, NewIrql);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_RAISE_IRQL, cause, NULL);
}

VOID KeLowerIrql(KIRQL NewIrql)
{
  dxgmap_check_enter(DXGMAP_OPERATION_LOWER_IRQL);
  uint32_t cause = dxgmap_check_level(NewIrql <= dxgmap_checked.irql, NewIrql);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_LOWER_IRQL, cause, NULL);
}

/* ---- Locks ---- */

/* One thread: a lock that is taken was taken by it, and it would wait for ever. */
static void dxgmap_check_take(PKSPIN_LOCK lock)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_ACQUIRE_LOCK);
  if (*lock != 0) {
    cause = dxgmap_check_bad("the thread holds the lock already");
  }
  *lock = 1;
  (void)dxgmap_check_leave(DXGMAP_OPERATION_ACQUIRE_LOCK, cause, NULL);
}

static void dxgmap_check_give(PKSPIN_LOCK lock)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_RELEASE_LOCK);
  if (*lock == 0) {
    cause = dxgmap_check_bad("the thread does not hold the lock");
  }
  *lock = 0;
  (void)dxgmap_check_leave(DXGMAP_OPERATION_RELEASE_LOCK, cause, NULL);
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
  KIRQL before = dxgmap_checked.irql;
  dxgmap_check_take(SpinLock);
  dxgmap_checked.irql = DISPATCH_LEVEL;
  return before;
}

VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
  dxgmap_check_take(SpinLock);
}

BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
  if (*SpinLock != 0 || dxgmap_check_any != 0) {
    return FALSE;
  }
  dxgmap_check_take(SpinLock);
  return TRUE;
}

VOID KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
  dxgmap_check_give(SpinLock);
  dxgmap_checked.irql = NewIrql;
}

VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
  dxgmap_check_give(SpinLock);
}

VOID ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
  FastMutex->OldIrql = dxgmap_checked.irql;
  dxgmap_checked.irql = APC_LEVEL;
}

BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
  if (dxgmap_check_any != 0) {
    return FALSE;
  }
  ExAcquireFastMutex(FastMutex);
  return TRUE;
}

VOID ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
  dxgmap_checked.irql = (KIRQL)FastMutex->OldIrql;
}

/* ---- Events ---- */

LONG KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
  LONG before = Event->Header.SignalState;
  (void)Increment;
  (void)Wait;
  Event->Header.SignalState = 1;
  return before;
}

LONG KeResetEvent(PRKEVENT Event)
{
  LONG before = Event->Header.SignalState;
  Event->Header.SignalState = 0;
  return before;
}

NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout)
{
  PRKEVENT event = Object;
  (void)WaitReason;
  (void)WaitMode;
  (void)Alertable;
  if (event->Header.SignalState != 0) {
    event->Header.SignalState = event->Header.Type == SynchronizationEvent ? 0 : event->Header.SignalState;
    return STATUS_SUCCESS;
  }
  if (Timeout == NULL) {
    dxgmap_check_unmodelled("KeWaitForSingleObject without Timeout: there is one thread, and nobody sets the event");
  }
  return STATUS_TIMEOUT;
}

/* ---- Registers and ports: an address that is mapped, and any value ---- */

#define DXGMAP_CHECK_ACCESSORS(kind, space, width, type, pointer, from)      \
  type READ_##space##_##width(pointer at)                                    \
  {                                                                          \
    (void)*(volatile type *)at;                                              \
    return (type)dxgmap_check_any;                                           \
  }                                                                          \
  VOID WRITE_##space##_##width(pointer at, type Value)                       \
  {                                                                          \
    *(volatile type *)at = Value;                                            \
  }                                                                          \
  VOID READ_##space##_BUFFER_##width(pointer at, type *Buffer, ULONG Count)  \
  {                                                                          \
    for (ULONG i = 0; i < Count; i++) {                                      \
      Buffer[i] = READ_##space##_##width(from);                              \
    }                                                                        \
  }                                                                          \
  VOID WRITE_##space##_BUFFER_##width(pointer at, type *Buffer, ULONG Count) \
  {                                                                          \
    for (ULONG i = 0; i < Count; i++) {                                      \
      WRITE_##space##_##width(from, Buffer[i]);                              \
    }                                                                        \
  }

DXGMAP_CHECK_ACCESSORS(register, REGISTER, UCHAR, UCHAR, volatile UCHAR *, at + i)
DXGMAP_CHECK_ACCESSORS(register, REGISTER, USHORT, USHORT, volatile USHORT *, at + i)
DXGMAP_CHECK_ACCESSORS(register, REGISTER, ULONG, ULONG, volatile ULONG *, at + i)
DXGMAP_CHECK_ACCESSORS(port, PORT, UCHAR, UCHAR, PUCHAR, at)
DXGMAP_CHECK_ACCESSORS(port, PORT, USHORT, USHORT, PUSHORT, at)
DXGMAP_CHECK_ACCESSORS(port, PORT, ULONG, ULONG, PULONG, at)

/* ---- Debug output ---- */

ULONG DbgPrint(PCSTR Format, ...)
{
  (void)Format;
  return 0;
}

ULONG DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
  (void)ComponentId;
  (void)Level;
  (void)Format;
  return 0;
}
