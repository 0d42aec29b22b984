/* SPDX-License-Identifier: MIT */
/* The locks, and what each thread has for itself. */
#include "machine.h"
#include "host/threads/readers.h"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define THREADS 4
#define STEPS 20000

static uint64_t shared;
static bool wrong_beginning;

static void *step(void *number)
{
  dxgmap_host_set_irql((uint32_t) * (const unsigned *)number);
  for (unsigned i = 0; i < STEPS; i++) {
    dxgmap_host_lock();
    shared++;
    dxgmap_host_unlock();
  }
  return dxgmap_host_irql() == *(const unsigned *)number ? number : NULL;
}

static void the_lock_lets_one_thread_in(void)
{
  pthread_t thread[THREADS];
  unsigned number[THREADS];
  void *own = NULL;
  shared = 0;
  for (unsigned i = 0; i < THREADS; i++) {
    number[i] = i;
    check_start(&thread[i], step, &number[i]);
  }
  for (unsigned i = 0; i < THREADS; i++) {
    own = check_join(thread[i]);
    CHECK(own == &number[i]); /* each kept its own IRQL */
  }
  CHECK_EQ(THREADS * STEPS, shared);
}

static void part_open(uint32_t part)
{
  dxgmap_host_lock();
  dxgmap_host_part_open(part);
  dxgmap_host_unlock();
}

static void part_close(uint32_t part)
{
  dxgmap_host_lock();
  dxgmap_host_part_close(part);
  dxgmap_host_unlock();
}

static void *try_part(void *part)
{
  bool got = dxgmap_host_lock_part(*(const uint32_t *)part);
  if (got) {
    dxgmap_host_unlock();
  }
  return got ? part : NULL;
}

/* By another thread. */
static bool part_is_open(uint32_t part)
{
  pthread_t thread;
  check_start(&thread, try_part, &part);
  return check_join(thread) != NULL;
}

static void a_part_is_open_between(void)
{
  CHECK(!dxgmap_host_lock_part(2));
  CHECK(!dxgmap_host_locked());
  dxgmap_host_lock();
  dxgmap_host_part_open(2);
  dxgmap_host_part_open(DXGMAP_HOST_PARTS);
  CHECK(!part_is_open(2)); /* before the lock is given back */
  CHECK_EQ(0, dxgmap_host_holder());
  dxgmap_host_unlock();
  CHECK(part_is_open(2));
  CHECK(!part_is_open(1));
  CHECK(!part_is_open(DXGMAP_HOST_PARTS));
  CHECK(dxgmap_host_lock_part(2));
  CHECK(dxgmap_host_locked());
  CHECK_EQ(3, dxgmap_host_holder());
  dxgmap_host_unlock();
  CHECK(!dxgmap_host_locked());
  CHECK_EQ(0, dxgmap_host_holder());
  dxgmap_host_lock();
  dxgmap_host_part_close(2);
  CHECK(!part_is_open(2)); /* at once */
  dxgmap_host_part_open(2);
  dxgmap_host_part_close(2);
  dxgmap_host_unlock();
  CHECK(!part_is_open(2));
}

static void who_has_a_part_keeps_nobody_out_of_others(void)
{
  part_open(0);
  part_open(7);
  CHECK(dxgmap_host_lock_part(7));
  CHECK(part_is_open(0));
  dxgmap_host_unlock();
  CHECK(dxgmap_host_lock_part(0));
  CHECK(part_is_open(7));
  dxgmap_host_unlock();
  part_close(0);
  part_close(7);
}

/* Each thread has a part of its own, and every fourth time the machine; what is a part's, and what is all's, comes out
   right. */
static uint64_t of_part[THREADS];

static void *step_in_part(void *number)
{
  uint32_t part = *(const uint32_t *)number;
  for (unsigned i = 0; i < STEPS; i++) {
    if (i % 4u == 0) {
      dxgmap_host_lock();
      for (unsigned k = 0; k < THREADS; k++) {
        of_part[k]++;
      }
      shared++;
      dxgmap_host_unlock();
    } else if (dxgmap_host_lock_part(part)) {
      of_part[part]++;
      dxgmap_host_unlock();
    }
  }
  return NULL;
}

static void the_machine_keeps_all_out_of_their_parts(void)
{
  pthread_t thread[THREADS];
  uint32_t part[THREADS];
  shared = 0;
  memset(of_part, 0, sizeof of_part);
  for (uint32_t i = 0; i < THREADS; i++) {
    part_open(i);
  }
  for (uint32_t i = 0; i < THREADS; i++) {
    part[i] = i;
    check_start(&thread[i], step_in_part, &part[i]);
  }
  for (uint32_t i = 0; i < THREADS; i++) {
    check_join(thread[i]);
  }
  CHECK_EQ(THREADS * STEPS / 4, shared);
  for (uint32_t i = 0; i < THREADS; i++) {
    CHECK_EQ(THREADS * STEPS / 4 + STEPS / 4 * 3, of_part[i]);
    part_close(i);
  }
}

/* How a copy of the process ends that takes a lock and then another. */
static int end_of(void (*first)(void), void (*second)(void))
{
  int status = 0;
  pid_t pid = fork();
  if (pid == 0) {
    (void)signal(SIGABRT, SIG_DFL);
    (void)close(2);
    first();
    second();
    _exit(0);
  }
  CHECK_EQ(pid, waitpid(pid, &status, 0));
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void take_part(void)
{
  part_open(1);
  (void)dxgmap_host_lock_part(1);
}

static void take_next_part(void)
{
  (void)dxgmap_host_lock_part(3);
}

static void locks_are_taken_in_their_order(void)
{
  CHECK_EQ(SIGABRT, end_of(dxgmap_host_lock, dxgmap_host_lock));
  CHECK_EQ(SIGABRT, end_of(take_part, dxgmap_host_lock));
  CHECK_EQ(SIGABRT, end_of(take_part, take_next_part));
  CHECK_EQ(SIGABRT, end_of(dxgmap_host_lock, take_next_part));
  CHECK_EQ(0, end_of(take_part, dxgmap_host_unlock));
}

static void *look_at_the_beginning(void *unused)
{
  wrong_beginning = dxgmap_host_irql() != 0 || dxgmap_host_process() != 4 || dxgmap_host_locked();
  return unused;
}

static void a_thread_begins_passive_in_the_system_process(void)
{
  pthread_t thread;
  dxgmap_host_set_irql(2);
  dxgmap_host_set_process(1234);
  dxgmap_host_lock();
  wrong_beginning = true;
  check_start(&thread, look_at_the_beginning, NULL);
  check_join(thread);
  CHECK(!wrong_beginning);
  CHECK(dxgmap_host_locked());
  dxgmap_host_unlock();
  CHECK(!dxgmap_host_locked());
  CHECK_EQ(2, dxgmap_host_irql());
  CHECK_EQ(1234, dxgmap_host_process());
  dxgmap_host_set_irql(0);
  dxgmap_host_set_process(4);
}

static void a_section_is_the_threads_and_does_not_nest(void)
{
  dxgmap_host_read_wait(DXGMAP_HOST_ALL_PARTS);
  CHECK(dxgmap_host_read_begin(0));
  CHECK(dxgmap_host_locked()); /* so that a fault in a copy is passed on */
  CHECK(!dxgmap_host_read_begin(0));
  dxgmap_host_read_end();
  CHECK(!dxgmap_host_locked());
  dxgmap_host_read_wait(DXGMAP_HOST_ALL_PARTS);
  CHECK(dxgmap_host_read_begin(0));
  dxgmap_host_read_end();
}

static pthread_barrier_t crowd; /* all that can have their sections open; and may end them */

static void *read_in_the_crowd(void *begun)
{
  *(bool *)begun = dxgmap_host_read_begin(0);
  (void)pthread_barrier_wait(&crowd);
  (void)pthread_barrier_wait(&crowd);
  if (*(bool *)begun) {
    dxgmap_host_read_end();
  }
  return NULL;
}

static void *read_alone(void *begun)
{
  *(bool *)begun = dxgmap_host_read_begin(0);
  if (*(bool *)begun) {
    dxgmap_host_read_end();
  }
  return NULL;
}

/* Twice: a thread's number is given back when it ends. */
static void as_many_threads_have_sections_as_there_are_numbers(void)
{
  pthread_t thread[DXGMAP_HOST_READERS], late;
  bool begun[DXGMAP_HOST_READERS], begun_late;
  for (unsigned round = 0; round < 2; round++) {
    unsigned sections = 0;
    CHECK_EQ(0, pthread_barrier_init(&crowd, NULL, DXGMAP_HOST_READERS + 1));
    for (unsigned i = 0; i < DXGMAP_HOST_READERS; i++) {
      check_start(&thread[i], read_in_the_crowd, &begun[i]);
    }
    (void)pthread_barrier_wait(&crowd);
    check_start(&late, read_alone, &begun_late);
    check_join(late);
    CHECK(!begun_late);
    (void)pthread_barrier_wait(&crowd);
    for (unsigned i = 0; i < DXGMAP_HOST_READERS; i++) {
      check_join(thread[i]);
      sections += begun[i];
    }
    CHECK_EQ(DXGMAP_HOST_READERS - 1u, sections); /* one number is that of the main thread, which has read before */
    CHECK_EQ(0, pthread_barrier_destroy(&crowd));
  }
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(the_lock_lets_one_thread_in);
  RUN(a_part_is_open_between);
  RUN(who_has_a_part_keeps_nobody_out_of_others);
  RUN(the_machine_keeps_all_out_of_their_parts);
  RUN(locks_are_taken_in_their_order);
  RUN(a_thread_begins_passive_in_the_system_process);
  RUN(a_section_is_the_threads_and_does_not_nest);
  RUN(as_many_threads_have_sections_as_there_are_numbers);
  return harness_end();
}
