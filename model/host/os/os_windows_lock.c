/* SPDX-License-Identifier: MIT */
/* The lock on Windows. */
#include "host/os/os_windows.h"

#ifdef _WIN32

static SRWLOCK dxgmap_os_slim_lock = SRWLOCK_INIT;

void dxgmap_os_lock(void)
{
  AcquireSRWLockExclusive(&dxgmap_os_slim_lock);
}

void dxgmap_os_unlock(void)
{
  ReleaseSRWLockExclusive(&dxgmap_os_slim_lock);
}

#endif
