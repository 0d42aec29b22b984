/* SPDX-License-Identifier: MIT */
/* Acquisitions that fail when asked to. [any] */
#ifndef DXGMAP_HOST_INTERFACE_INJECTION_H
#define DXGMAP_HOST_INTERFACE_INJECTION_H

#include "host/interface/result.h"

/* Every allocation, mapping, claim, pin and lock counts as one acquisition. The `nth` from now fails, once; 0: none,
   and none is counted. */
DXGMAP_HOST_API void dxgmap_host_fail_at(uint64_t nth);
DXGMAP_HOST_API uint64_t dxgmap_host_acquisitions(void); /* since the last dxgmap_host_fail_at */

#endif
