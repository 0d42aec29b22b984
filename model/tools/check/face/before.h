/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_BEFORE_H
#define DXGMAP_CHECK_BEFORE_H

/* Read before every file that is analysed: what gcc has built in, and Frama-C does not know. There is one thread. */

#define _Alignas(bytes)
#define __builtin_return_address(level) ((void *)16)
#define __builtin_extract_return_addr(address) (address)
#define __atomic_load_n(at, order) (*(at))
#define __atomic_store_n(at, value, order) ((void)(*(at) = (value)))
#define __atomic_add_fetch(at, value, order) (*(at) += (value))
#define __atomic_sub_fetch(at, value, order) (*(at) -= (value))
#define __atomic_fetch_add(at, value, order) ((*(at) += (value)) - (value))
#define __atomic_exchange_n(at, value, order) \
  ({                                          \
    __typeof__(*(at)) before_ = *(at);        \
    *(at) = (value);                          \
    before_;                                  \
  })
#define __atomic_fetch_and(at, value, order) \
  ({                                         \
    __typeof__(*(at)) before_ = *(at);       \
    *(at) = before_ & (value);               \
    before_;                                 \
  })
#define __atomic_fetch_or(at, value, order) \
  ({                                        \
    __typeof__(*(at)) before_ = *(at);      \
    *(at) = before_ | (value);              \
    before_;                                \
  })
#define __atomic_compare_exchange_n(at, expected, desired, weak, success, failure) \
  ({                                                                               \
    __typeof__(*(expected)) before_ = *(at);                                       \
    if (before_ == *(expected)) {                                                  \
      *(at) = (desired);                                                           \
    }                                                                              \
    *(expected) = before_;                                                         \
    0;                                                                             \
  })
#define __atomic_thread_fence(order) ((void)0)
#define __builtin_add_overflow(left, right, sum) (*(sum) = (left) + (right), *(sum) < (left))
#define __builtin_sub_overflow(left, right, difference) (*(difference) = (left) - (right), (left) < (right))
#define __builtin_mul_overflow(left, right, product) \
  (*(product) = (left) * (right), (left) != 0 && *(product) / (left) != (right))

#endif
