/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "harness.h"

#include "last_words.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SECONDS 300u /* that a test may take, if HARNESS_SECONDS of the environment does not say otherwise */
#define GRACE 10u    /* and its threads when it has ended, or as long as a test, if that is less */
#define THREADS_MAX 128u

static struct {
  void (*before)(void);
  void (*mend)(void);
  const char *only; /* HARNESS_ONLY of the environment: the tests with this in their names, or NULL for all */
  bool first;       /* HARNESS_FIRST: none after the first that fails */
  unsigned seconds;
  sigjmp_buf end; /* of the test that runs, for its own thread */
  bool wrong;     /* some check of it has failed, on whatever thread */
  pthread_t thread[THREADS_MAX];
  unsigned threads; /* that it has started and not joined */
} harness;

/* What each thread says of itself. */
static _Thread_local struct {
  bool may_jump;      /* to the end of the test */
  unsigned callbacks; /* that it is in, and must return from */
  bool told;          /* of one check that failed; a thread that goes on may fail as often as it likes */
  const char *file;
  int line; /* that has called the last helper; the file is NULL for none */
} here;

/* ---- Checks ---- */

static bool is_wrong(void)
{
  return __atomic_load_n(&harness.wrong, __ATOMIC_ACQUIRE);
}

static void end_test_if_wrong(void)
{
  if (here.may_jump && here.callbacks == 0 && is_wrong()) {
    siglongjmp(harness.end, 1);
  }
}

static void print_place(void)
{
  const last_words_place *place = last_words_here();
  if (place->known) {
    printf("; seed %" PRIu64 ", step %" PRIu64, place->seed, place->step);
  }
  if (here.file != NULL) {
    printf("; last step at %s:%d", here.file, here.line);
  }
}

/* Says it in one line, whatever other threads say meanwhile, and ends the test. */
void check_say(const char *file, int line, const char *format, ...)
{
  va_list values;
  if (!here.told || here.may_jump) {
    flockfile(stdout);
    printf("%s:%d: ", file, line);
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
    print_place();
    puts("");
    funlockfile(stdout);
  }
  here.told = true;
  __atomic_store_n(&harness.wrong, true, __ATOMIC_RELEASE);
  last_words_end_child();
  end_test_if_wrong();
}

#define VALUES "expected %" PRIu64 " (0x%" PRIx64 "), seen %" PRIu64 " (0x%" PRIx64 ")"

void check_failed(const char *file, int line, const char *what, uint64_t expected, uint64_t seen)
{
  check_say(file, line, "%s: " VALUES, what, expected, expected, seen, seen);
}

void check_failed_at(const char *file, int line, const char *what, uint64_t at, uint64_t expected, uint64_t seen)
{
  check_say(file, line, "%s (%" PRIu64 "): " VALUES, what, at, expected, expected, seen, seen);
}

void check_text(const char *file, int line, const char *what, const char *expected, const char *seen)
{
  if (strcmp(expected, seen) != 0) {
    check_say(file, line, "%s: expected \"%s\", seen \"%s\"", what, expected, seen);
  }
}

void check_at(uint64_t seed, uint64_t step)
{
  last_words_at(seed, step);
}

void check_from(const char *file, int line)
{
  here.file = file;
  here.line = line;
}

unsigned check_callback_begin(void)
{
  here.callbacks++;
  return here.callbacks;
}

void check_callback_end(const unsigned *depth)
{
  here.callbacks = *depth - 1;
}

/* ---- Threads ---- */

void check_start(pthread_t *thread, void *(*body)(void *), void *argument)
{
  CHECK(harness.threads < THREADS_MAX);
  CHECK_EQ(0, pthread_create(thread, NULL, body, argument));
  harness.thread[harness.threads] = *thread;
  harness.threads++;
}

static void forget(pthread_t thread)
{
  unsigned i = 0;
  while (i < harness.threads && !pthread_equal(harness.thread[i], thread)) {
    i++;
  }
  if (i < harness.threads) {
    harness.threads--;
    harness.thread[i] = harness.thread[harness.threads];
  }
}

void check_so_far(void)
{
  end_test_if_wrong();
}

void *check_join(pthread_t thread)
{
  void *result = NULL;
  forget(thread);
  CHECK_EQ(0, pthread_join(thread, &result));
  end_test_if_wrong();
  return result;
}

/* A thread that does not end would run into the next test. */
static void join_the_rest(void)
{
  struct timespec end;
  (void)clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += harness.seconds < GRACE ? harness.seconds : GRACE;
  while (harness.threads > 0) {
    harness.threads--;
    if (pthread_timedjoin_np(harness.thread[harness.threads], NULL, &end) != 0) {
      last_words_stuck();
    }
  }
}

/* ---- Tests ---- */

/* True if the test came to its end. Not inlined, so that a test has a frame of its own on the stack. */
__attribute__((noinline)) static bool came_to_its_end(void (*test)(void))
{
  if (sigsetjmp(harness.end, 1) != 0) {
    return false;
  }
  here.may_jump = true;
  if (harness.before != NULL) {
    harness.before();
  }
  test();
  return true;
}

void harness_run(const char *name, void (*test)(void))
{
  if ((harness.only != NULL && strstr(name, harness.only) == NULL) || (harness.first && last_words_failed())) {
    return;
  }
  here.file = NULL;
  here.told = false;
  here.callbacks = 0;
  harness.wrong = false;
  last_words_of(name);
  (void)alarm(harness.seconds);
  bool ended = came_to_its_end(test);
  here.may_jump = false;
  if (!ended && harness.mend != NULL) {
    harness.mend();
  }
  (void)alarm(0);
  join_the_rest();
  if (is_wrong()) {
    printf("FAIL %s\n", name);
  }
  last_words_done(!is_wrong());
}

void harness_begin(void (*before)(void), void (*mend)(void))
{
  const char *seconds = getenv("HARNESS_SECONDS");
  harness.before = before;
  harness.mend = mend;
  harness.only = getenv("HARNESS_ONLY");
  harness.first = getenv("HARNESS_FIRST") != NULL;
  harness.seconds = seconds != NULL ? (unsigned)strtoul(seconds, NULL, 10) : SECONDS;
  (void)setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* what is said is said, whatever comes next */
  last_words_begin();
}

int harness_end(void)
{
  unsigned failed;
  unsigned passed = last_words_count(&failed);
  printf("%u passed, %u failed\n", passed, failed);
  return failed != 0 || passed == 0;
}
