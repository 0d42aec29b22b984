/* SPDX-License-Identifier: MIT */
/* Threads on Linux, by their POSIX names. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os_linux_thread.h"

#ifndef _WIN32

#include <pthread.h>
#include <sched.h>
#include <time.h>

/* What a thread writes when it takes one is not what another one waits to read: two lines, because processors fetch
   lines in pairs. */
typedef struct {
  _Alignas(128) pthread_mutex_t mutex;
} dxgmap_os_mutex;

#define DXGMAP_OS_MUTEX       \
  {                           \
    PTHREAD_MUTEX_INITIALIZER \
  }
static dxgmap_os_mutex dxgmap_os_mutexes[] = {DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX,
                                              DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX,
                                              DXGMAP_OS_MUTEX, DXGMAP_OS_MUTEX};
_Static_assert(sizeof(dxgmap_os_mutexes) / sizeof(dxgmap_os_mutexes[0]) == DXGMAP_OS_LOCKS, "one for each number");

void dxgmap_os_lock(uint32_t lock)
{
  (void)pthread_mutex_lock(&dxgmap_os_mutexes[lock].mutex);
}

void dxgmap_os_unlock(uint32_t lock)
{
  (void)pthread_mutex_unlock(&dxgmap_os_mutexes[lock].mutex);
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

bool dxgmap_os_at_fork(void (*before)(void), void (*parent)(void), void (*child)(void))
{
  return pthread_atfork(before, parent, child) == 0;
}

/* ---- The stack ---- */

/* Of this thread; low is 1 if the system did not say. */
static DXGMAP_OS_OF_THREAD struct {
  uintptr_t low, high;
} dxgmap_os_stack_of_thread;

static void dxgmap_os_stack_ask(void)
{
  pthread_attr_t attributes;
  void *low = NULL;
  size_t size = 0;
  dxgmap_os_stack_of_thread.low = 1;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
    return;
  }
  if (pthread_attr_getstack(&attributes, &low, &size) == 0 && low != NULL) {
    dxgmap_os_stack_of_thread.low = (uintptr_t)low;
    dxgmap_os_stack_of_thread.high = (uintptr_t)low + size;
  }
  (void)pthread_attr_destroy(&attributes);
}

void dxgmap_os_stack_know(void)
{
  if (dxgmap_os_stack_of_thread.low == 0) {
    dxgmap_os_stack_ask();
  }
}

bool dxgmap_os_stack_limits(uintptr_t *low, uintptr_t *high)
{
  *low = dxgmap_os_stack_of_thread.low;
  *high = dxgmap_os_stack_of_thread.high;
  return *low > 1;
}

bool dxgmap_os_on_stack(const void *at, size_t bytes)
{
  uintptr_t here = (uintptr_t)__builtin_frame_address(0), first = (uintptr_t)at;
  dxgmap_os_stack_know();
  /* A handler of signals, or a coroutine, runs on memory of its own. */
  return here >= dxgmap_os_stack_of_thread.low && first >= here && first < dxgmap_os_stack_of_thread.high &&
         bytes <= dxgmap_os_stack_of_thread.high - first;
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

#endif
