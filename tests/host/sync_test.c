/* SPDX-License-Identifier: MIT */
/* The lock, and what each thread has for itself. */
#include "check.h"
#include "host/threads/readers.h"

#include <pthread.h>

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
    CHECK_EQ(0, pthread_create(&thread[i], NULL, step, &number[i]));
  }
  for (unsigned i = 0; i < THREADS; i++) {
    CHECK_EQ(0, pthread_join(thread[i], &own));
    CHECK(own == &number[i]); /* each kept its own IRQL */
  }
  CHECK_EQ(THREADS * STEPS, shared);
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
  CHECK_EQ(0, pthread_create(&thread, NULL, look_at_the_beginning, NULL));
  CHECK_EQ(0, pthread_join(thread, NULL));
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
  dxgmap_host_read_wait();
  CHECK(dxgmap_host_read_begin());
  CHECK(dxgmap_host_locked()); /* so that a fault in a copy is passed on */
  CHECK(!dxgmap_host_read_begin());
  dxgmap_host_read_end();
  CHECK(!dxgmap_host_locked());
  dxgmap_host_read_wait();
  CHECK(dxgmap_host_read_begin());
  dxgmap_host_read_end();
}

static pthread_barrier_t crowd; /* all that can have their sections open; and may end them */

static void *read_in_the_crowd(void *begun)
{
  *(bool *)begun = dxgmap_host_read_begin();
  (void)pthread_barrier_wait(&crowd);
  (void)pthread_barrier_wait(&crowd);
  if (*(bool *)begun) {
    dxgmap_host_read_end();
  }
  return NULL;
}

static void *read_alone(void *begun)
{
  *(bool *)begun = dxgmap_host_read_begin();
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
      CHECK_EQ(0, pthread_create(&thread[i], NULL, read_in_the_crowd, &begun[i]));
    }
    (void)pthread_barrier_wait(&crowd);
    CHECK_EQ(0, pthread_create(&late, NULL, read_alone, &begun_late));
    CHECK_EQ(0, pthread_join(late, NULL));
    CHECK(!begun_late);
    (void)pthread_barrier_wait(&crowd);
    for (unsigned i = 0; i < DXGMAP_HOST_READERS; i++) {
      CHECK_EQ(0, pthread_join(thread[i], NULL));
      sections += begun[i];
    }
    CHECK_EQ(DXGMAP_HOST_READERS - 1u, sections); /* one number is that of the main thread, which has read before */
    CHECK_EQ(0, pthread_barrier_destroy(&crowd));
  }
}

int main(void)
{
  RUN(the_lock_lets_one_thread_in);
  RUN(a_thread_begins_passive_in_the_system_process);
  RUN(a_section_is_the_threads_and_does_not_nest);
  RUN(as_many_threads_have_sections_as_there_are_numbers);
  return check_end();
}
