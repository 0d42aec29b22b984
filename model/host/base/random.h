/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_RANDOM_H
#define DXGMAP_HOST_RANDOM_H

#include "host/interface/result.h"

DXGMAP_HOST_API void dxgmap_host_random_seed(uint64_t seed);
DXGMAP_HOST_API uint64_t dxgmap_host_random_below(uint64_t bound); /* 0 if bound is 0 */

#endif
