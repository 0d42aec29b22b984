/* SPDX-License-Identifier: MIT */
/* The lock, and what each thread has for itself. */
#include "check.h"

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

int main(void)
{
  RUN(the_lock_lets_one_thread_in);
  RUN(a_thread_begins_passive_in_the_system_process);
  return check_end();
}
