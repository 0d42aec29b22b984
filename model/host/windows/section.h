/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_SECTION_H
#define DXGMAP_HOST_SECTION_H

#include "host/interface/machine.h"
#include "host/interface/sections.h"

/* The views that began at these pages of a window do not follow their sections any more. */
DXGMAP_HOST_API void dxgmap_host_section_views_forget(uint32_t window, uint64_t at, uint64_t pages);
DXGMAP_HOST_API void dxgmap_host_sections_close(void);
/* In a forked copy of the process: their bytes are the other's. */
DXGMAP_HOST_API void dxgmap_host_sections_fork(void);
DXGMAP_HOST_API void dxgmap_host_sections_usage(dxgmap_host_usage *usage);

#endif
