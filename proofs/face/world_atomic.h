/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_ATOMIC_H
#define DXGMAP_FACE_WORLD_ATOMIC_H

#include <stdbool.h>
#include <stddef.h>

/* Atomic accesses, as accesses: those that gcc has built in, and those of truth values, which Frama-C's C library has
   without a contract. Before the files that have them. */

#define __atomic_store_n(at, value, order) ((void)(*(at) = (value)))
#define __atomic_exchange_n(at, value, order) \
  ({                                          \
    __typeof__(*(at)) held = *(at);           \
    *(at) = (value);                          \
    held;                                     \
  })
#define __atomic_compare_exchange_n(at, expected, value, weak, success, failure) \
  ({                                                                             \
    _Bool same = *(at) == *(expected);                                           \
    if (same) {                                                                  \
      *(at) = (value);                                                           \
    } else {                                                                     \
      *(expected) = *(at);                                                       \
    }                                                                            \
    same;                                                                        \
  })

unsigned long long __fc_atomic_exchange(void *object, unsigned long long desired, size_t size)
{
  /*@ check there: \valid((_Bool *)object); */
  (void)size;
  unsigned long long held = *(_Bool *)object;
  *(_Bool *)object = desired != 0;
  return held;
}

void __fc_atomic_store_marker(void *object, unsigned long long desired)
{
  /*@ check there: \valid((_Bool *)object); */
  *(_Bool *)object = desired != 0;
}

#endif
