/* SPDX-License-Identifier: MIT */
/* The lock, and what belongs to the running thread. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host_private.h"

#include <pthread.h>

#define DXGMAP_HOST_SYSTEM_PROCESS ((uint64_t)4)

/* A signal handler reads these: this model of thread storage needs no allocation at the first access. */
#define DXGMAP_HOST_OF_THREAD _Thread_local __attribute__((tls_model("initial-exec")))

static pthread_mutex_t dxgmap_host_sync_mutex = PTHREAD_MUTEX_INITIALIZER;
static DXGMAP_HOST_OF_THREAD bool dxgmap_host_sync_locked;
static DXGMAP_HOST_OF_THREAD uint32_t dxgmap_host_sync_irql;
static DXGMAP_HOST_OF_THREAD uint64_t dxgmap_host_sync_process = DXGMAP_HOST_SYSTEM_PROCESS;

void dxgmap_host_lock(void)
{
  (void)pthread_mutex_lock(&dxgmap_host_sync_mutex);
  dxgmap_host_sync_locked = true;
}

void dxgmap_host_unlock(void)
{
  dxgmap_host_sync_locked = false;
  (void)pthread_mutex_unlock(&dxgmap_host_sync_mutex);
}

bool dxgmap_host_locked(void)
{
  return dxgmap_host_sync_locked;
}

uint32_t dxgmap_host_irql(void)
{
  return dxgmap_host_sync_irql;
}

void dxgmap_host_set_irql(uint32_t irql)
{
  dxgmap_host_sync_irql = irql;
}

uint64_t dxgmap_host_process(void)
{
  return dxgmap_host_sync_process;
}

void dxgmap_host_set_process(uint64_t process)
{
  dxgmap_host_sync_process = process;
}
