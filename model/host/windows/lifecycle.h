/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_LIFECYCLE_H
#define DXGMAP_HOST_LIFECYCLE_H

#include "host/interface/windows.h"

/* Windows of the caller's choice, and all of them, the kernel's included. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_open_as(uint32_t window, uint64_t pages, uint64_t quarantine);
DXGMAP_HOST_API void dxgmap_host_windows_close(void);

/* In a forked copy of the process: what was mapped in windows is the other's, and every address of them faults. */
DXGMAP_HOST_API void dxgmap_host_windows_fork(void);

#endif
