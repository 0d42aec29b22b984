/* SPDX-License-Identifier: MIT */
/* The locks, and what belongs to the running thread. */
#include "host/base/holder.h"
#include "host/interface/threads.h"
#include "host/os/os.h"
#include "host/threads/readers.h"

#include <stdlib.h>

#define DXGMAP_HOST_SYSTEM_PROCESS ((uint64_t)4)

static DXGMAP_OS_OF_THREAD bool dxgmap_host_sync_reading;
static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_sync_reader; /* its number + 1; 0: none */
static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_sync_irql;
static DXGMAP_OS_OF_THREAD uint64_t dxgmap_host_sync_process = DXGMAP_HOST_SYSTEM_PROCESS;
static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_sync_lives_in;

/* ---- The locks: spec/locks.md ---- */

/* The written order, in which a thread takes them: the machine's, those of parts by their numbers, the leaf. */
#define DXGMAP_HOST_LOCK_MACHINE 0u
#define DXGMAP_HOST_LOCK_PART 1u /* and the part */
#define DXGMAP_HOST_LOCK_LEAF (DXGMAP_HOST_LOCK_PART + DXGMAP_HOST_PARTS)
_Static_assert(DXGMAP_HOST_LOCK_LEAF + 1u == DXGMAP_OS_LOCKS, "a lock of the system for each of ours");

/* The thread has the machine's lock, and those of all parts that are open. */
static DXGMAP_OS_OF_THREAD bool dxgmap_host_sync_machine;

/* A bit for each part that is open, and for each that will be when the machine's lock is given back, which guards
   both. */
static uint32_t dxgmap_host_sync_parts;
static uint32_t dxgmap_host_sync_newly;

/* Looked at by who has taken the lock of the part. It is set while that is not held, as the last thing that is done
   under the machine's lock: so by release, for who finds the part open to find all that was done before. */
static struct {
  _Alignas(128) bool open;
} dxgmap_host_sync_part[DXGMAP_HOST_PARTS];

/* A thread that takes locks in another order may wait for ever, and so may everybody who waits for it. */
_Noreturn static void dxgmap_host_sync_disorder(void)
{
  static const char line[] = "dxgmap: a thread takes a lock of the machine, or of a part of it, and has one already\n";
  dxgmap_os_print(2, line, sizeof line - 1);
  abort();
}

static void dxgmap_host_sync_check(void)
{
  if (dxgmap_host_sync_machine || dxgmap_host_holder() != 0) {
    dxgmap_host_sync_disorder();
  }
}

void dxgmap_host_lock(void)
{
  dxgmap_host_sync_check();
  dxgmap_os_lock(DXGMAP_HOST_LOCK_MACHINE);
  for (uint32_t parts = dxgmap_host_sync_parts; parts != 0; parts &= parts - 1u) { /* ascending */
    dxgmap_os_lock(DXGMAP_HOST_LOCK_PART + (uint32_t)__builtin_ctz(parts));
  }
  dxgmap_host_sync_machine = true;
}

bool dxgmap_host_lock_part(uint32_t part)
{
  if (part >= DXGMAP_HOST_PARTS) {
    return false;
  }
  dxgmap_host_sync_check();
  dxgmap_os_lock(DXGMAP_HOST_LOCK_PART + part);
  dxgmap_host_hold(part + 1u);
  if (!__atomic_load_n(&dxgmap_host_sync_part[part].open, __ATOMIC_ACQUIRE)) {
    dxgmap_host_unlock();
    return false;
  }
  return true;
}

static void dxgmap_host_sync_give_all(void)
{
  uint32_t held = dxgmap_host_sync_parts;
  dxgmap_host_sync_parts |= dxgmap_host_sync_newly;
  for (uint32_t newly = dxgmap_host_sync_newly; newly != 0; newly &= newly - 1u) {
    __atomic_store_n(&dxgmap_host_sync_part[__builtin_ctz(newly)].open, true, __ATOMIC_RELEASE);
  }
  dxgmap_host_sync_newly = 0;
  for (; held != 0; held &= held - 1u) {
    dxgmap_os_unlock(DXGMAP_HOST_LOCK_PART + (uint32_t)__builtin_ctz(held));
  }
  dxgmap_os_unlock(DXGMAP_HOST_LOCK_MACHINE);
}

void dxgmap_host_unlock(void)
{
  uint32_t holder = dxgmap_host_holder();
  if (holder != 0) {
    dxgmap_host_hold(0);
    dxgmap_os_unlock(DXGMAP_HOST_LOCK_PART + holder - 1u);
  } else {
    dxgmap_host_sync_machine = false;
    dxgmap_host_sync_give_all();
  }
}

bool dxgmap_host_locked(void)
{
  return dxgmap_host_sync_machine || dxgmap_host_holder() != 0 || dxgmap_host_sync_reading;
}

void dxgmap_host_part_open(uint32_t part)
{
  if (part < DXGMAP_HOST_PARTS && (dxgmap_host_sync_parts >> part & 1u) == 0) {
    dxgmap_host_sync_newly |= 1u << part;
  }
}

void dxgmap_host_part_close(uint32_t part)
{
  uint32_t bit = part < DXGMAP_HOST_PARTS ? 1u << part : 0;
  dxgmap_host_sync_newly &= ~bit;
  if ((dxgmap_host_sync_parts & bit) != 0) {
    dxgmap_host_sync_parts &= ~bit;
    __atomic_store_n(&dxgmap_host_sync_part[part].open, false, __ATOMIC_RELAXED);
    dxgmap_os_unlock(DXGMAP_HOST_LOCK_PART + part);
  }
}

void dxgmap_host_lock_leaf(void)
{
  dxgmap_os_lock(DXGMAP_HOST_LOCK_LEAF);
}

void dxgmap_host_unlock_leaf(void)
{
  dxgmap_os_unlock(DXGMAP_HOST_LOCK_LEAF);
}

void dxgmap_host_lock_all(void)
{
  dxgmap_host_sync_check();
  dxgmap_os_lock(DXGMAP_HOST_LOCK_MACHINE);
  for (uint32_t part = 0; part < DXGMAP_HOST_PARTS; part++) {
    dxgmap_os_lock(DXGMAP_HOST_LOCK_PART + part);
  }
  dxgmap_host_lock_leaf();
  dxgmap_host_sync_machine = true;
}

static uint32_t dxgmap_host_sync_rest(void)
{
  return ((1u << DXGMAP_HOST_PARTS) - 1u) & ~dxgmap_host_sync_parts;
}

/* Of who forks in the middle of a call. Whoever has the lock of a part that is not open looks whether it is, and waits
   for none: so these may come after those of parts with higher numbers. */
bool dxgmap_host_lock_rest(void)
{
  if (!dxgmap_host_sync_machine) {
    return false;
  }
  for (uint32_t rest = dxgmap_host_sync_rest(); rest != 0; rest &= rest - 1u) {
    dxgmap_os_lock(DXGMAP_HOST_LOCK_PART + (uint32_t)__builtin_ctz(rest));
  }
  dxgmap_host_lock_leaf();
  return true;
}

void dxgmap_host_unlock_rest(void)
{
  dxgmap_host_unlock_leaf();
  for (uint32_t rest = dxgmap_host_sync_rest(); rest != 0; rest &= rest - 1u) {
    dxgmap_os_unlock(DXGMAP_HOST_LOCK_PART + (uint32_t)__builtin_ctz(rest));
  }
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

bool dxgmap_host_read_begin(uint32_t part)
{
  if (dxgmap_host_sync_reading || (dxgmap_host_sync_reader == 0u && !dxgmap_host_sync_join())) {
    return false;
  }
  dxgmap_host_sync_reading = true;
  dxgmap_host_readers_enter(&dxgmap_host_sync_readers, dxgmap_host_sync_reader - 1u, part);
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

void dxgmap_host_read_wait(uint32_t part)
{
  dxgmap_host_readers_wait(&dxgmap_host_sync_readers, part);
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
