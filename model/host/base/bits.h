/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_BITS_H
#define DXGMAP_HOST_BITS_H

#include "host/interface/result.h"

/* A set of page numbers is a bit for each, in words of 64. */
DXGMAP_HOST_API bool dxgmap_host_bit(const uint64_t *bits, uint64_t at);
DXGMAP_HOST_API void dxgmap_host_bits_set(uint64_t *bits, uint64_t first, uint64_t count, bool value);
/* The first bit of that value in [first, end), or end. */
DXGMAP_HOST_API uint64_t dxgmap_host_bits_find(const uint64_t *bits, uint64_t first, uint64_t end, bool value);

#endif
