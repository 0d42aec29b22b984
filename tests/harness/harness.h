/* SPDX-License-Identifier: MIT */
/* One harness for every test program: tests that run one after another in one process, and checks that end the test in
   which they fail. README.md says what is printed when, and why this is neither Check nor cmocka. */
#ifndef DXGMAP_TESTS_HARNESS_H
#define DXGMAP_TESTS_HARNESS_H

#include <pthread.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- A program's tests ---- */

/* First of all. `before` begins each test and is a part of it; `mend` runs after a test that a check has ended, so that
   the next one starts afresh. Either may be NULL. */
void harness_begin(void (*before)(void), void (*mend)(void));
#define RUN(test) harness_run(#test, test)
void harness_run(const char *name, void (*test)(void));
/* The last line, `N passed, N failed`, and the exit code. */
int harness_end(void);

/* ---- Checks ---- */

/* CHECK_EQ(expected, seen) compares integers, CHECK(condition) expects true, CHECK_TEXT compares strings. EXPECT is
   CHECK_EQ with words of its own, EXPECT_AT with words and a number: of the page, slot, id that is looked at. */
#define CHECK_EQ(expected, seen) EXPECT(#seen, expected, seen)
#define CHECK(condition) EXPECT(#condition, 1, (condition) ? 1 : 0)
#define CHECK_TEXT(expected, seen) check_text(__FILE__, __LINE__, #seen, expected, seen)
#define EXPECT(what, expected, seen) check_equal(__FILE__, __LINE__, what, (uint64_t)(expected), (uint64_t)(seen))
#define EXPECT_AT(what, at, expected, seen) \
  check_equal_at(__FILE__, __LINE__, what, (uint64_t)(at), (uint64_t)(expected), (uint64_t)(seen))

/* CHECK with a message of its own, as of printf. */
#define CHECK_OR_SAY(condition, ...) ((condition) ? (void)0 : check_say(__FILE__, __LINE__, __VA_ARGS__))

/* A random test says where it is: a check that fails names the seed and the step, and so does a crash. */
void check_at(uint64_t seed, uint64_t step);

/* Which line of the test has called the last helper that checks. After the helper, `#define helper(...)
   FROM_HERE(helper(__VA_ARGS__))` says so for each call. */
#define FROM_HERE(call) (check_from(__FILE__, __LINE__), call)
void check_from(const char *file, int line);

/* In a callback, which must return to the library that has called it: a check that fails lets it go on, and the test
   ends at the next one that fails outside, or fails at its own end. Holds to the end of the block. */
#define CHECKS_GO_ON \
  __attribute__((cleanup(check_callback_end), unused)) unsigned check_callback = check_callback_begin()
unsigned check_callback_begin(void);
void check_callback_end(const unsigned *depth);

/* ---- Threads of a test ---- */

/* A check that fails on a thread is told at once and lets the thread go on; the test ends when it joins the thread. A
   test that ends before its threads waits for them: `mend` is where they are told to end. */
void check_start(pthread_t *thread, void *(*body)(void *), void *argument);
void *check_join(pthread_t thread);
void check_so_far(void); /* ends the test earlier, if a check has failed on a thread */

/* ---- What the checks stand on ---- */

void check_failed(const char *file, int line, const char *what, uint64_t expected, uint64_t seen);
void check_failed_at(const char *file, int line, const char *what, uint64_t at, uint64_t expected, uint64_t seen);
void check_text(const char *file, int line, const char *what, const char *expected, const char *seen);
void check_say(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

static inline void check_equal(const char *file, int line, const char *what, uint64_t expected, uint64_t seen)
{
  if (seen != expected) {
    check_failed(file, line, what, expected, seen);
  }
}

static inline void check_equal_at(const char *file, int line, const char *what, uint64_t at, uint64_t expected,
                                  uint64_t seen)
{
  if (seen != expected) {
    check_failed_at(file, line, what, at, expected, seen);
  }
}

#ifdef __cplusplus
}
#endif

#endif
