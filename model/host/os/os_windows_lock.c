/* SPDX-License-Identifier: MIT */
/* The locks on Windows. */
#include "host/os/os_windows.h"

#ifdef _WIN32

typedef struct {
  _Alignas(128) dxgmap_win_lock lock; /* zeros are a lock that nobody has */
} dxgmap_os_slim_lock;

static dxgmap_os_slim_lock dxgmap_os_slim_locks[DXGMAP_OS_LOCKS];

void dxgmap_os_lock(uint32_t lock)
{
  AcquireSRWLockExclusive(&dxgmap_os_slim_locks[lock].lock);
}

void dxgmap_os_unlock(uint32_t lock)
{
  ReleaseSRWLockExclusive(&dxgmap_os_slim_locks[lock].lock);
}

#endif
