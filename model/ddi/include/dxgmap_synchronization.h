/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_SYNCHRONIZATION_H
#define DXGMAP_SYNCHRONIZATION_H

/* Interrupt request levels, spin locks, events and fast mutexes. They work between the threads of the process, and the
   level is that of the calling thread: under a spin lock it is DISPATCH_LEVEL, under a fast mutex APC_LEVEL, so what a
   driver calls there is judged by that. */

#include "dxgmap_memory.h"
#include "dxgmap_wintypes.h"

/* Of x64. The mapping callbacks want PASSIVE_LEVEL, or APC_LEVEL at most. */
typedef UCHAR KIRQL, *PKIRQL;
#define PASSIVE_LEVEL 0
#define LOW_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define POWER_LEVEL 14
#define PROFILE_LEVEL 15
#define HIGH_LEVEL 15

typedef ULONG_PTR KSPIN_LOCK, *PKSPIN_LOCK; /* 0: free */

typedef struct _KSPIN_LOCK_QUEUE {
  struct _KSPIN_LOCK_QUEUE *volatile Next;
  PKSPIN_LOCK volatile Lock;
} KSPIN_LOCK_QUEUE, *PKSPIN_LOCK_QUEUE;

typedef struct _KLOCK_QUEUE_HANDLE {
  KSPIN_LOCK_QUEUE LockQueue;
  KIRQL OldIrql;
} KLOCK_QUEUE_HANDLE, *PKLOCK_QUEUE_HANDLE;

typedef enum _EVENT_TYPE { NotificationEvent = 0, SynchronizationEvent = 1 } EVENT_TYPE;

typedef enum _KWAIT_REASON {
  Executive = 0,
  FreePage = 1,
  PageIn = 2,
  PoolAllocation = 3,
  DelayExecution = 4,
  Suspended = 5,
  UserRequest = 6
} KWAIT_REASON;

typedef struct _DISPATCHER_HEADER {
  DXGMAP_ANONYMOUS union {
    DXGMAP_ANONYMOUS struct {
      UCHAR Type;
      UCHAR Signalling;
      UCHAR Size;
      UCHAR Reserved1;
    };
    volatile LONG Lock;
  };
  LONG SignalState;
  LIST_ENTRY WaitListHead;
} DISPATCHER_HEADER, *PDISPATCHER_HEADER;

typedef struct _KEVENT {
  DISPATCHER_HEADER Header;
} KEVENT, *PKEVENT, *PRKEVENT;

typedef LONG KPRIORITY;
#define EVENT_INCREMENT 1
#define IO_NO_INCREMENT 0
#define IO_VIDEO_INCREMENT 1

typedef struct _FAST_MUTEX {
  volatile LONG Count;
  PVOID Owner;
  ULONG Contention;
  KEVENT Event;
  ULONG OldIrql;
} FAST_MUTEX, *PFAST_MUTEX;

DXGMAP_EXTERN_C_BEGIN

KIRQL KeGetCurrentIrql(VOID);
VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql);
VOID KeLowerIrql(KIRQL NewIrql);

/* Raises to DISPATCH_LEVEL. Reported, and nothing done: above that level, or of a lock that the thread holds, for which
   it would wait for ever. */
KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock);
/* The caller is at DISPATCH_LEVEL already. */
VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);
BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);
/* Lowers to NewIrql. Reported, and nothing done: of a lock that the thread does not hold, or to a higher level. */
VOID KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql);
VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock);

/* At PASSIVE_LEVEL, or up to DISPATCH_LEVEL when the event is not to be waited for. Answers the state from before. */
LONG KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait);
LONG KeResetEvent(PRKEVENT Event);

/* For an event, until it is signalled or Timeout (in 100 ns; below 0 from now on, NULL for ever) is over:
   STATUS_SUCCESS or STATUS_TIMEOUT. Reported: a wait at DISPATCH_LEVEL or above, which answers STATUS_TIMEOUT at once;
   there the Timeout must be 0. */
NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout);

/* Raises to APC_LEVEL until the release. */
VOID ExAcquireFastMutex(PFAST_MUTEX FastMutex);
BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex);
VOID ExReleaseFastMutex(PFAST_MUTEX FastMutex);

DXGMAP_EXTERN_C_END

#define KeAcquireSpinLock(SpinLock, OldIrql) (*(OldIrql) = KeAcquireSpinLockRaiseToDpc(SpinLock))

FORCEINLINE VOID KeInitializeSpinLock(PKSPIN_LOCK SpinLock)
{
  *SpinLock = 0;
}

FORCEINLINE VOID KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
  LockHandle->LockQueue.Next = NULL;
  LockHandle->LockQueue.Lock = SpinLock;
  LockHandle->OldIrql = KeAcquireSpinLockRaiseToDpc(SpinLock);
}

FORCEINLINE VOID KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
  KeReleaseSpinLock(LockHandle->LockQueue.Lock, LockHandle->OldIrql);
}

FORCEINLINE VOID KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
  Event->Header.Lock = 0;
  Event->Header.Type = (UCHAR)Type;
  Event->Header.Size = sizeof(KEVENT) / sizeof(ULONG);
  Event->Header.SignalState = State != 0;
  Event->Header.WaitListHead.Flink = &Event->Header.WaitListHead;
  Event->Header.WaitListHead.Blink = &Event->Header.WaitListHead;
}

FORCEINLINE VOID KeClearEvent(PRKEVENT Event)
{
  __atomic_store_n(&Event->Header.SignalState, 0, __ATOMIC_SEQ_CST);
}

FORCEINLINE LONG KeReadStateEvent(PRKEVENT Event)
{
  return __atomic_load_n(&Event->Header.SignalState, __ATOMIC_SEQ_CST);
}

FORCEINLINE VOID ExInitializeFastMutex(PFAST_MUTEX FastMutex)
{
  FastMutex->Count = 1;
  FastMutex->Owner = NULL;
  FastMutex->Contention = 0;
  FastMutex->OldIrql = 0;
  KeInitializeEvent(&FastMutex->Event, SynchronizationEvent, FALSE);
}

DXGMAP_ABI_SIZE(KIRQL, 1);
DXGMAP_ABI_VALUE(PASSIVE_LEVEL, 0);
DXGMAP_ABI_VALUE(APC_LEVEL, 1);
DXGMAP_ABI_VALUE(DISPATCH_LEVEL, 2);
DXGMAP_ABI_SIZE(KSPIN_LOCK, 8);
DXGMAP_ABI_OFFSET(KLOCK_QUEUE_HANDLE, OldIrql, 16);
DXGMAP_ABI_SIZE(KLOCK_QUEUE_HANDLE, 24);
DXGMAP_ABI_OFFSET(DISPATCHER_HEADER, SignalState, 4);
DXGMAP_ABI_SIZE(KEVENT, 24);
DXGMAP_ABI_OFFSET(FAST_MUTEX, Event, 24);
DXGMAP_ABI_OFFSET(FAST_MUTEX, OldIrql, 48);
DXGMAP_ABI_SIZE(FAST_MUTEX, 56);

#endif
