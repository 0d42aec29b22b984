/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     0a4c08313e6d270aef97af558ee7eeaea04e68e93dd62f45774a7731698c8ca6 model/ddi/include/dxgmap_interlocked.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_INTERLOCKED_H
#define DXGMAP_INTERLOCKED_H

/* Atomic operations on a variable, each a full barrier. Increment and Decrement answer the new value, the others the
   old one. */

#include "dxgmap_wintypes.h"

#define DXGMAP_INTERLOCKED(suffix, type)                                                                         \
  FORCEINLINE type InterlockedIncrement##suffix(type volatile *Addend)                                           \
  {                                                                                                              \
    return __atomic_add_fetch(Addend, 1, __ATOMIC_SEQ_CST);                                                      \
  }                                                                                                              \
  FORCEINLINE type InterlockedDecrement##suffix(type volatile *Addend)                                           \
  {                                                                                                              \
    return __atomic_sub_fetch(Addend, 1, __ATOMIC_SEQ_CST);                                                      \
  }                                                                                                              \
  FORCEINLINE type InterlockedExchangeAdd##suffix(type volatile *Addend, type Value)                             \
  {                                                                                                              \
    return __atomic_fetch_add(Addend, Value, __ATOMIC_SEQ_CST);                                                  \
  }                                                                                                              \
  FORCEINLINE type InterlockedExchange##suffix(type volatile *Target, type Value)                                \
  {                                                                                                              \
    return __atomic_exchange_n(Target, Value, __ATOMIC_SEQ_CST);                                                 \
  }                                                                                                              \
  FORCEINLINE type InterlockedCompareExchange##suffix(type volatile *Destination, type Exchange, type Comperand) \
  {                                                                                                              \
    (void)__atomic_compare_exchange_n(Destination, &Comperand, Exchange, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    return Comperand;                                                                                            \
  }                                                                                                              \
  FORCEINLINE type InterlockedAnd##suffix(type volatile *Destination, type Value)                                \
  {                                                                                                              \
    return __atomic_fetch_and(Destination, Value, __ATOMIC_SEQ_CST);                                             \
  }                                                                                                              \
  FORCEINLINE type InterlockedOr##suffix(type volatile *Destination, type Value)                                 \
  {                                                                                                              \
    return __atomic_fetch_or(Destination, Value, __ATOMIC_SEQ_CST);                                              \
  }                                                                                                              \
  struct _DXGMAP_INTERLOCKED##suffix

DXGMAP_INTERLOCKED(, LONG);
DXGMAP_INTERLOCKED(64, LONG64);

FORCEINLINE PVOID InterlockedExchangePointer(PVOID volatile *Target, PVOID Value)
{
  return __atomic_exchange_n(Target, Value, __ATOMIC_SEQ_CST);
}

FORCEINLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *Destination, PVOID Exchange, PVOID Comperand)
{
  (void)__atomic_compare_exchange_n(Destination, &Comperand, Exchange, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  return Comperand;
}

#define KeMemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define MemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)

#endif
