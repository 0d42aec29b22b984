/* SPDX-License-Identifier: MIT */
/* Threads on Linux, by their POSIX names. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"

#include <pthread.h>
#include <sched.h>
#include <time.h>

static pthread_mutex_t dxgmap_os_mutex = PTHREAD_MUTEX_INITIALIZER;

void dxgmap_os_lock(void)
{
  (void)pthread_mutex_lock(&dxgmap_os_mutex);
}

void dxgmap_os_unlock(void)
{
  (void)pthread_mutex_unlock(&dxgmap_os_mutex);
}

uint64_t dxgmap_os_time(void)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

void dxgmap_os_yield(void)
{
  (void)sched_yield();
}

/* ---- The end of a thread ---- */

static pthread_once_t dxgmap_os_end_once = PTHREAD_ONCE_INIT;
/* Of each thread that has registered: what is called for it. */
static pthread_key_t dxgmap_os_end_key;
static bool dxgmap_os_end_keyed;

static void dxgmap_os_end_call(void *end)
{
  const dxgmap_os_thread_end *registered = end;
  registered->call();
}

static void dxgmap_os_end_make_key(void)
{
  dxgmap_os_end_keyed = pthread_key_create(&dxgmap_os_end_key, dxgmap_os_end_call) == 0;
}

bool dxgmap_os_at_thread_end(const dxgmap_os_thread_end *end)
{
  (void)pthread_once(&dxgmap_os_end_once, dxgmap_os_end_make_key);
  return dxgmap_os_end_keyed && pthread_setspecific(dxgmap_os_end_key, end) == 0;
}
