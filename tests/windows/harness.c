/* SPDX-License-Identifier: MIT */
/* tests/harness/harness.h for programs that run on Windows: tests one after another, and a check that fails ends its
   own. A fault that nobody handles ends the program, and names the test. */
#include "harness.h"

#include <fcntl.h>
#include <inttypes.h>
#include <io.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

static struct {
  void (*before)(void);
  void (*mend)(void);
  const char *only, *name;
  jmp_buf end;
  bool wrong;
  unsigned passed, failed;
} harness;

static _Thread_local struct {
  bool may_jump; /* to the end of the test */
  unsigned callbacks;
  const char *file;
  int line;
  bool random;
  uint64_t seed, step;
} here;

/* ---- Checks ---- */

static void end_test_if_wrong(void)
{
  if (here.may_jump && here.callbacks == 0 && __atomic_load_n(&harness.wrong, __ATOMIC_ACQUIRE)) {
    longjmp(harness.end, 1);
  }
}

void check_say(const char *file, int line, const char *format, ...)
{
  char what[1024];
  va_list values;
  va_start(values, format);
  (void)vsnprintf(what, sizeof what, format, values);
  va_end(values);
  printf("%s: %s:%d: %s", harness.name, file, line, what);
  if (here.random) {
    printf("; seed %" PRIu64 ", step %" PRIu64, here.seed, here.step);
  }
  if (here.file != NULL) {
    printf("; last step at %s:%d", here.file, here.line);
  }
  printf("\n");
  __atomic_store_n(&harness.wrong, true, __ATOMIC_RELEASE);
  end_test_if_wrong();
}

void check_failed(const char *file, int line, const char *what, uint64_t expected, uint64_t seen)
{
  check_say(file, line, "%s: expected %" PRIu64 ", seen %" PRIu64 " (0x%" PRIx64 ")", what, expected, seen, seen);
}

void check_failed_at(const char *file, int line, const char *what, uint64_t at, uint64_t expected, uint64_t seen)
{
  check_say(file, line, "%s (%" PRIu64 "): expected %" PRIu64 ", seen %" PRIu64, what, at, expected, seen);
}

void check_text(const char *file, int line, const char *what, const char *expected, const char *seen)
{
  if (strcmp(expected, seen) != 0) {
    check_say(file, line, "%s: expected \"%s\", seen \"%s\"", what, expected, seen);
  }
}

void check_at(uint64_t seed, uint64_t step)
{
  here.random = true;
  here.seed = seed;
  here.step = step;
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
  CHECK_EQ(0, pthread_create(thread, NULL, body, argument));
}

void check_so_far(void)
{
  end_test_if_wrong();
}

void *check_join(pthread_t thread)
{
  void *result = NULL;
  CHECK_EQ(0, pthread_join(thread, &result));
  end_test_if_wrong();
  return result;
}

/* ---- Tests ---- */

static LONG WINAPI harness_crash(EXCEPTION_POINTERS *exception)
{
  const EXCEPTION_RECORD *record = exception->ExceptionRecord;
  printf("FAIL %s: exception 0x%lx at %p, address %p\n", harness.name, record->ExceptionCode, record->ExceptionAddress,
         record->NumberParameters > 1 ? (void *)record->ExceptionInformation[1] : NULL);
  printf("%u passed, %u failed\n", harness.passed, harness.failed + 1);
  (void)fflush(stdout);
  TerminateProcess(GetCurrentProcess(), 1);
  return EXCEPTION_EXECUTE_HANDLER;
}

static bool came_to_its_end(void (*test)(void))
{
  if (setjmp(harness.end) != 0) {
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
  if (harness.only != NULL && strstr(name, harness.only) == NULL) {
    return;
  }
  memset(&here, 0, sizeof here);
  harness.name = name;
  harness.wrong = false;
  bool ended = came_to_its_end(test);
  here.may_jump = false;
  if (!ended && harness.mend != NULL) {
    harness.mend();
  }
  if (harness.wrong) {
    printf("FAIL %s\n", name);
  }
  harness.failed += harness.wrong;
  harness.passed += !harness.wrong;
}

void harness_begin(void (*before)(void), void (*mend)(void))
{
  harness.before = before;
  harness.mend = mend;
  harness.only = getenv("HARNESS_ONLY");
  (void)_setmode(1, _O_BINARY); /* lines end as everywhere */
  (void)setvbuf(stdout, NULL, _IONBF, 0);
  (void)SetUnhandledExceptionFilter(harness_crash);
}

int harness_end(void)
{
  printf("%u passed, %u failed\n", harness.passed, harness.failed);
  return harness.failed != 0 || harness.passed == 0;
}
