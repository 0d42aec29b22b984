/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_INPUT_CACHES_H
#define DXGMAP_FACE_INPUT_CACHES_H

/* Every MEMORY_CACHING_TYPE one by one, and the numbers that are none. */
#define INPUT_CACHES(call, first)                                 \
  switch (Frama_C_interval(0, 7)) {                               \
  case 0:                                                         \
    call(first, MmNonCached);                                     \
    break;                                                        \
  case 1:                                                         \
    call(first, MmCached);                                        \
    break;                                                        \
  case 2:                                                         \
    call(first, MmWriteCombined);                                 \
    break;                                                        \
  case 3:                                                         \
    call(first, MmHardwareCoherentCached);                        \
    break;                                                        \
  case 4:                                                         \
    call(first, MmNonCachedUnordered);                            \
    break;                                                        \
  case 5:                                                         \
    call(first, MmUSWCCached);                                    \
    break;                                                        \
  case 6:                                                         \
    call(first, Frama_C_interval(MmMaximumCacheType, INT32_MAX)); \
    break;                                                        \
  default:                                                        \
    call(first, Frama_C_interval(INT32_MIN, -1));                 \
    break;                                                        \
  }

#endif
