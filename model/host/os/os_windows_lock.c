/* SPDX-License-Identifier: MIT */
/* The lock on Windows. */
#include "host/os/os_windows.h"

#ifdef _WIN32

static dxgmap_win_lock dxgmap_os_slim_lock = {NULL};

void dxgmap_os_lock(void)
{
  AcquireSRWLockExclusive(&dxgmap_os_slim_lock);
}

void dxgmap_os_unlock(void)
{
  ReleaseSRWLockExclusive(&dxgmap_os_slim_lock);
}

#endif
