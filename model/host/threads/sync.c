/* SPDX-License-Identifier: MIT */
/* The lock, and what belongs to the running thread. */
#include "host/interface/threads.h"
#include "host/os/os.h"
#include "host/threads/readers.h"

#define DXGMAP_HOST_SYSTEM_PROCESS ((uint64_t)4)

static DXGMAP_OS_OF_THREAD bool dxgmap_host_sync_locked;
static DXGMAP_OS_OF_THREAD bool dxgmap_host_sync_reading;
static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_sync_reader; /* its number + 1; 0: none */
static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_sync_irql;
static DXGMAP_OS_OF_THREAD uint64_t dxgmap_host_sync_process = DXGMAP_HOST_SYSTEM_PROCESS;
static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_sync_lives_in;

void dxgmap_host_lock(void)
{
  dxgmap_os_lock();
  dxgmap_host_sync_locked = true;
}

void dxgmap_host_unlock(void)
{
  dxgmap_host_sync_locked = false;
  dxgmap_os_unlock();
}

bool dxgmap_host_locked(void)
{
  return dxgmap_host_sync_locked || dxgmap_host_sync_reading;
}

/* ---- Read sections ---- */

static dxgmap_host_readers dxgmap_host_sync_readers;

/* If something else that is called at the end of the thread reads once more, it joins once more, and this is called
   again. */
static void dxgmap_host_sync_quit(void)
{
  dxgmap_host_readers_quit(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u);
  dxgmap_host_sync_reader = 0;
}

static bool dxgmap_host_sync_join(void)
{
  static const dxgmap_os_thread_end end = {dxgmap_host_sync_quit};
  uint32_t number;
  if (dxgmap_host_readers_join(&dxgmap_host_sync_readers, &number) != DXGMAP_HOST_OK) {
    return false;
  }
  dxgmap_host_sync_reader = number + 1u;
  if (!dxgmap_os_at_thread_end(&end)) {
    dxgmap_host_sync_quit();
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

void dxgmap_host_read_fork(void)
{
  dxgmap_host_sync_reading = false;
  dxgmap_host_readers_fork(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u, dxgmap_host_sync_reader != 0u);
}

/* ---- The running thread ---- */

uintptr_t dxgmap_host_thread(void)
{
  return (uintptr_t)&dxgmap_host_sync_irql;
}

void dxgmap_host_yield(void)
{
  dxgmap_os_yield();
}

uint64_t dxgmap_host_time(void)
{
  return dxgmap_os_time();
}

static uint32_t dxgmap_host_sync_life; /* how often all threads were to forget */

/* What the thread has set before that is nothing to it now. */
static void dxgmap_host_sync_refresh(void)
{
  uint32_t life = __atomic_load_n(&dxgmap_host_sync_life, __ATOMIC_ACQUIRE);
  if (dxgmap_host_sync_lives_in != life) {
    dxgmap_host_sync_lives_in = life;
    dxgmap_host_sync_irql = 0;
    dxgmap_host_sync_process = DXGMAP_HOST_SYSTEM_PROCESS;
  }
}

uint32_t dxgmap_host_irql(void)
{
  dxgmap_host_sync_refresh();
  return dxgmap_host_sync_irql;
}

void dxgmap_host_set_irql(uint32_t irql)
{
  dxgmap_host_sync_refresh();
  dxgmap_host_sync_irql = irql;
}

uint64_t dxgmap_host_process(void)
{
  dxgmap_host_sync_refresh();
  return dxgmap_host_sync_process;
}

void dxgmap_host_set_process(uint64_t process)
{
  dxgmap_host_sync_refresh();
  dxgmap_host_sync_process = process;
}

void dxgmap_host_threads_forget(void)
{
  (void)__atomic_add_fetch(&dxgmap_host_sync_life, 1, __ATOMIC_RELEASE);
}
