/* SPDX-License-Identifier: MIT */
/* The lock, and what belongs to the running thread. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host_private.h"
#include "readers.h"

#include <pthread.h>

#define DXGMAP_HOST_SYSTEM_PROCESS ((uint64_t)4)

/* A signal handler reads these: this model of thread storage needs no allocation at the first access. */
#define DXGMAP_HOST_OF_THREAD _Thread_local __attribute__((tls_model("initial-exec")))

static pthread_mutex_t dxgmap_host_sync_mutex = PTHREAD_MUTEX_INITIALIZER;
static DXGMAP_HOST_OF_THREAD bool dxgmap_host_sync_locked;
static DXGMAP_HOST_OF_THREAD bool dxgmap_host_sync_reading;
static DXGMAP_HOST_OF_THREAD uint32_t dxgmap_host_sync_reader; /* its number + 1; 0: none */
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
  return dxgmap_host_sync_locked || dxgmap_host_sync_reading;
}

/* ---- Read sections ---- */

static dxgmap_host_readers dxgmap_host_sync_readers;
static pthread_once_t dxgmap_host_sync_once = PTHREAD_ONCE_INIT;
/* Of each thread that has a number: what gives it back when the thread ends. */
static pthread_key_t dxgmap_host_sync_key;
static bool dxgmap_host_sync_keyed;

/* If another destructor of the thread reads once more, it joins once more, and this one is called again. */
static void dxgmap_host_sync_quit(void *number)
{
  (void)number;
  dxgmap_host_readers_quit(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u);
  dxgmap_host_sync_reader = 0;
}

static void dxgmap_host_sync_make_key(void)
{
  dxgmap_host_sync_keyed = pthread_key_create(&dxgmap_host_sync_key, dxgmap_host_sync_quit) == 0;
}

static bool dxgmap_host_sync_join(void)
{
  uint32_t number;
  (void)pthread_once(&dxgmap_host_sync_once, dxgmap_host_sync_make_key);
  if (!dxgmap_host_sync_keyed || dxgmap_host_readers_join(&dxgmap_host_sync_readers, &number) != DXGMAP_HOST_OK) {
    return false;
  }
  dxgmap_host_sync_reader = number + 1u;
  /* Any value but NULL: the destructor is called for it. */
  if (pthread_setspecific(dxgmap_host_sync_key, &dxgmap_host_sync_readers) != 0) {
    dxgmap_host_sync_quit(NULL);
    return false;
  }
  return true;
}

bool dxgmap_host_read_begin(void)
{
  if (dxgmap_host_sync_reading || (dxgmap_host_sync_reader == 0u && !dxgmap_host_sync_join())) {
    return false;
  }
  dxgmap_host_sync_reading = true;
  dxgmap_host_readers_enter(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u);
  return true;
}

void dxgmap_host_read_found(void)
{
  dxgmap_host_readers_found(&dxgmap_host_sync_readers);
}

void dxgmap_host_read_end(void)
{
  dxgmap_host_readers_leave(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u);
  /* A copy that faults finds the section open: its handler asks dxgmap_host_locked. */
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  dxgmap_host_sync_reading = false;
}

void dxgmap_host_read_show(void)
{
  dxgmap_host_readers_show(&dxgmap_host_sync_readers);
}

void dxgmap_host_read_wait(void)
{
  dxgmap_host_readers_wait(&dxgmap_host_sync_readers);
}

/* ---- The running thread ---- */

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
