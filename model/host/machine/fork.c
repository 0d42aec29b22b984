/* SPDX-License-Identifier: MIT */
/* What a fork leaves of the machine in the copy of the process: nothing. */
#include "host/machine/fork.h"
#include "host/base/config.h"
#include "host/frames/device.h"
#include "host/frames/store.h"
#include "host/interface/threads.h"
#include "host/os/os.h"
#include "host/windows/lifecycle.h"
#include "host/windows/section.h"

static struct {
  bool registered;
  bool locked; /* by us, around the fork */
  bool rest;   /* and the locks that the machine's does not take */
  bool copy;   /* this process is one */
  void (*child)(void);
} dxgmap_host_forks;

static void dxgmap_host_fork_before(void)
{
  /* Another thread that forks is let finish first: the flag is its own until it gives the lock back. */
  if (!dxgmap_host_locked()) {
    dxgmap_host_lock_all();
    dxgmap_host_forks.locked = true;
    dxgmap_host_forks.rest = true;
  } else if (dxgmap_host_lock_rest()) {
    dxgmap_host_forks.rest = true;
  }
}

static void dxgmap_host_fork_give_rest(void)
{
  if (dxgmap_host_forks.rest) {
    dxgmap_host_forks.rest = false;
    dxgmap_host_unlock_rest();
  }
}

static void dxgmap_host_fork_after(void)
{
  dxgmap_host_fork_give_rest();
  if (dxgmap_host_forks.locked) {
    dxgmap_host_forks.locked = false;
    dxgmap_host_unlock();
  }
}

static void dxgmap_host_fork_child(void)
{
  dxgmap_host_read_fork();
  dxgmap_host_fork_give_rest();
  if (dxgmap_host_is_open()) {
    for (uint32_t part = 0; part < DXGMAP_HOST_PARTS && dxgmap_host_holder() == 0; part++) {
      dxgmap_host_part_close(part);
    }
    dxgmap_host_windows_fork();
    dxgmap_host_sections_fork();
    dxgmap_host_devices_fork();
    dxgmap_host_store_fork();
    __atomic_store_n(&dxgmap_host_forks.copy, true, __ATOMIC_RELAXED);
    dxgmap_host_forks.child();
  }
  dxgmap_host_fork_after();
}

bool dxgmap_host_at_fork(void (*child)(void))
{
  dxgmap_host_forks.child = child;
  if (!dxgmap_host_forks.registered) {
    dxgmap_host_forks.registered =
        dxgmap_os_at_fork(dxgmap_host_fork_before, dxgmap_host_fork_after, dxgmap_host_fork_child);
  }
  return dxgmap_host_forks.registered;
}

bool dxgmap_host_forked(void)
{
  return __atomic_load_n(&dxgmap_host_forks.copy, __ATOMIC_RELAXED);
}

void dxgmap_host_fork_over(void)
{
  __atomic_store_n(&dxgmap_host_forks.copy, false, __ATOMIC_RELAXED);
}
