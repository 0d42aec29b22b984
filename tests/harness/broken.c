/* SPDX-License-Identifier: MIT */
/* Tests that go wrong, each in a way of its own, between two that do not: what the harness says of them is what run.sh
   looks at.

     broken WAY */

#include "harness.h"

#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool fresh;
static bool told; /* a thread, to end */

static void before(void)
{
  fresh = true;
}

static void mend(void)
{
  puts("mended");
  __atomic_store_n(&told, true, __ATOMIC_RELEASE);
}

static void good(void)
{
  CHECK(fresh);
  CHECK_EQ(2, 1 + 1);
  CHECK_TEXT("word", "word");
  CHECK_OR_SAY(fresh, "never %s", "said");
  fresh = false;
}

static void not_reached(void)
{
  puts("what comes after a check that fails is run");
}

/* ---- Checks that fail ---- */

static void integers(void)
{
  check_at(7, 3);
  CHECK_EQ(42, 6 * 9); /* line of integers */
  not_reached();
}

static void conditions(void)
{
  CHECK(strlen("four") == 5);
  not_reached();
}

static void texts(void)
{
  CHECK_TEXT("this", "that");
  not_reached();
}

static void words(void)
{
  EXPECT_AT("page of a slot", 12, 1, 2);
  not_reached();
}

static void sentences(void)
{
  CHECK_OR_SAY(!fresh, "neither %d nor %d", 1, 2);
  not_reached();
}

static void helper(int value)
{
  EXPECT("value", 1, value);
}
#define helper(...) FROM_HERE(helper(__VA_ARGS__))

static void from_a_helper(void)
{
  helper(1);
  helper(2); /* line of the helper's call */
  not_reached();
}

static void before_itself(void)
{
  CHECK(false);
}

static void good_after_all(void)
{
  not_reached();
}

/* ---- Threads and children ---- */

static void *fails_and_goes_on(void *none)
{
  CHECK_EQ(1, 2);
  CHECK_EQ(1, 3); /* it is told once */
  puts("the thread goes on");
  return none;
}

static void on_a_thread(void)
{
  pthread_t thread;
  check_start(&thread, fails_and_goes_on, NULL);
  check_join(thread);
  not_reached();
}

static void on_a_thread_of_its_own(void)
{
  pthread_t thread;
  CHECK_EQ(0, pthread_create(&thread, NULL, fails_and_goes_on, NULL));
  CHECK_EQ(0, pthread_join(thread, NULL));
  puts("the test goes on to its end");
}

static void *until_told(void *none)
{
  while (!__atomic_load_n(&told, __ATOMIC_ACQUIRE)) {
    (void)sched_yield();
  }
  puts("the thread ends");
  return none;
}

static void with_a_thread_left(void)
{
  pthread_t thread;
  check_start(&thread, until_told, NULL);
  CHECK_EQ(1, 2);
}

static void *for_ever(void *none)
{
  for (;;) {
    (void)pause();
  }
  return none;
}

static void with_a_thread_that_stays(void)
{
  pthread_t thread;
  check_start(&thread, for_ever, NULL);
}

static void in_a_child(void)
{
  int status = 0;
  pid_t child = fork();
  if (child == 0) {
    CHECK_EQ(1, 2);
    _exit(0);
  }
  CHECK(waitpid(child, &status, 0) == child);
  CHECK_EQ(0, WEXITSTATUS(status));
}

static void callback(void)
{
  CHECKS_GO_ON;
  CHECK_EQ(1, 2);
  puts("the callback returns");
}

static void in_a_callback(void)
{
  callback();
  CHECK_EQ(3, 4);
  not_reached();
}

/* ---- Ends ---- */

static void segv(void)
{
  check_at(7, 4);
  (void)raise(SIGSEGV);
}

static void null(void)
{
  volatile int *volatile nothing = NULL;
  *nothing = 1;
}

static void aborts(void)
{
  abort();
}

static void hangs(void)
{
  check_at(7, 5);
  for (;;) {
    (void)sched_yield();
  }
}

static void hangs_without_a_call(void)
{
  static volatile bool ends;
  while (!ends) {
  }
}

static void *null_on_a_thread(void *none)
{
  check_at(8, 6);
  null();
  return none;
}

static void crash_on_a_thread(void)
{
  pthread_t thread;
  check_start(&thread, null_on_a_thread, NULL);
  check_join(thread);
}

static void leaves(void)
{
  exit(0);
}

static void killed(void)
{
  (void)kill(getpid(), SIGTERM);
  (void)for_ever(NULL); /* the signal may come later */
}

static void used_after_free(void)
{
  char *volatile memory = malloc(1);
  free(memory);
  memory[0] = 'x';
}

static const struct {
  const char *way;
  void (*test)(void);
} ways[] = {
    {"integers", integers},
    {"conditions", conditions},
    {"texts", texts},
    {"words", words},
    {"sentences", sentences},
    {"helper", from_a_helper},
    {"thread", on_a_thread},
    {"own-thread", on_a_thread_of_its_own},
    {"thread-left", with_a_thread_left},
    {"thread-stays", with_a_thread_that_stays},
    {"child", in_a_child},
    {"callback", in_a_callback},
    {"segv", segv},
    {"null", null},
    {"abort", aborts},
    {"hang", hangs},
    {"spin", hangs_without_a_call},
    {"crash-on-a-thread", crash_on_a_thread},
    {"exit", leaves},
    {"killed", killed},
    {"used-after-free", used_after_free},
    {"good", good},
};

int main(int count, char **arguments)
{
  const char *way = count == 2 ? arguments[1] : "";
  if (strcmp(way, "before") == 0) {
    harness_begin(before_itself, mend);
    RUN(good_after_all);
    return harness_end();
  }
  harness_begin(before, mend);
  if (strcmp(way, "between") == 0) {
    RUN(good);
    abort();
  }
  if (strcmp(way, "nothing") == 0) {
    return harness_end();
  }
  for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
    if (strcmp(way, ways[i].way) == 0) {
      RUN(good);
      harness_run(way, ways[i].test);
      RUN(good);
      return harness_end();
    }
  }
  (void)fprintf(stderr, "broken: no such way: %s\n", way);
  return 2;
}
