/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_SHORTAGE_H
#define DXGMAP_HOST_SHORTAGE_H

#include "host/interface/result.h"

/* The system has refused: remembers by which of its limits. To be called right after the refusal. [any] */
DXGMAP_HOST_API void dxgmap_host_refused(void);

/* The budget of mappings is spent. [any] */
DXGMAP_HOST_API void dxgmap_host_budget_spent(void);

#endif
