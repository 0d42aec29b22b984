/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "last_words.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHILD_FAILED 99 /* exit code of a child of a test, one of whose checks fails */

static struct {
  pid_t process;             /* a child that a test forks has no last words */
  const char *volatile test; /* that runs, or NULL */
  bool running;              /* from the first test on, until all are counted */
  unsigned passed;
  unsigned failed;
} state;

static _Thread_local last_words_place place;
static const last_words_place *place_of_test; /* of the thread that it has begun on */

/* ---- Words: by write alone, so that every signal handler may say them. Whichever thread does, it reads what the tests
   have written as it finds it: no race that ThreadSanitizer need tell of ---- */

#define UNWATCHED __attribute__((no_sanitize("thread")))

static void say(const char *text)
{
  (void)!write(STDOUT_FILENO, text, strlen(text));
}

static void say_number(uint64_t number)
{
  char digits[24];
  size_t at = sizeof(digits) - 1;
  digits[at] = '\0';
  do {
    at--;
    digits[at] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  say(digits + at);
}

UNWATCHED static void say_place(const last_words_place *where)
{
  if (where != NULL && where->known) {
    say("; seed ");
    say_number(where->seed);
    say(", step ");
    say_number(where->step);
  }
}

/* The test that runs has failed, and is the last. */
UNWATCHED static void say_last_words(const char *how, const char *why)
{
  if (!state.running || state.process != getpid()) {
    return;
  }
  state.running = false;
  (void)alarm(0);
  say(how);
  say(" ");
  say(state.test != NULL ? state.test : "(between two tests)");
  say(": ");
  say(why);
  say_place(place.known ? &place : place_of_test);
  say("\nWhat comes after it has not run.\n");
  say_number(state.passed);
  say(" passed, ");
  say_number(state.failed + 1);
  say(" failed\n");
}

/* ---- Ends ---- */

static const struct {
  int number;
  const char *how;
  const char *name;
} ends[] = {
    {SIGSEGV, "CRASH", "SIGSEGV"},
    {SIGBUS, "CRASH", "SIGBUS"},
    {SIGILL, "CRASH", "SIGILL"},
    {SIGFPE, "CRASH", "SIGFPE"},
    {SIGABRT, "CRASH", "SIGABRT"},
    {SIGTERM, "KILLED", "SIGTERM"},
    {SIGALRM, "TIMEOUT", "it takes too long"},
};
#define ENDS (sizeof(ends) / sizeof(ends[0]))

/* Says it, and leaves the rest to what happens without a handler. */
static void on_signal(int number)
{
  for (unsigned i = 0; i < ENDS; i++) {
    if (ends[i].number == number) {
      say_last_words(ends[i].how, ends[i].name);
    }
  }
  (void)signal(number, SIG_DFL);
  (void)raise(number);
}

#ifdef __has_feature
#if __has_feature(thread_sanitizer)
#define DEFERS_SIGNALS
#endif
#endif
#ifdef __SANITIZE_THREAD__
#define DEFERS_SIGNALS
#endif

#ifdef DEFERS_SIGNALS
/* ThreadSanitizer lets a handler run when the thread calls what it knows, and a loop may call nothing: so a thread of
   its own waits for the signals from outside. */
static sigset_t from_outside;
static pthread_t waiter;
static bool waits;

static void *wait_for_signals(void *none)
{
  int number = 0;
  if (sigwait(&from_outside, &number) == 0) {
    (void)pthread_sigmask(SIG_UNBLOCK, &from_outside, NULL);
    on_signal(number);
  }
  return none;
}

static void begin_to_wait(void)
{
  (void)sigemptyset(&from_outside);
  (void)sigaddset(&from_outside, SIGALRM);
  (void)sigaddset(&from_outside, SIGTERM);
  (void)pthread_sigmask(SIG_BLOCK, &from_outside, NULL);
  waits = pthread_create(&waiter, NULL, wait_for_signals, NULL) == 0;
}

static void wait_no_more(void)
{
  if (waits) {
    (void)pthread_cancel(waiter);
    (void)pthread_join(waiter, NULL);
  }
}
#else
static void begin_to_wait(void)
{
}

static void wait_no_more(void)
{
}
#endif

static void on_exit_of_the_program(void)
{
  if (state.running && state.process == getpid()) {
    say_last_words("EXIT", "the program ends inside");
    _exit(1);
  }
}

/* Of the sanitizers, where the program has one. */
__attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)(void));

static void on_death(void)
{
  say_last_words("CRASH", "a sanitizer has said why");
}

void last_words_begin(void)
{
  struct sigaction now, action;
  memset(&action, 0, sizeof(action));
  action.sa_handler = on_signal;
  state.process = getpid();
  state.running = true;
  for (unsigned i = 0; i < ENDS; i++) {
    /* A sanitizer that has a handler says more, and calls on_death. */
    if (sigaction(ends[i].number, NULL, &now) == 0 && now.sa_handler == SIG_DFL) {
      (void)sigaction(ends[i].number, &action, NULL);
    }
  }
  begin_to_wait();
  (void)atexit(on_exit_of_the_program);
  if (__sanitizer_set_death_callback != NULL) {
    __sanitizer_set_death_callback(on_death);
  }
}

void last_words_end_child(void)
{
  if (state.process != getpid()) {
    _exit(CHILD_FAILED);
  }
}

void last_words_stuck(void)
{
  say_last_words("STUCK", "a thread of it does not end");
  _exit(1);
}

/* ---- Tests ---- */

void last_words_of(const char *test)
{
  place.known = false;
  place_of_test = &place;
  state.test = test;
}

void last_words_done(bool passed)
{
  state.test = NULL;
  state.passed += passed;
  state.failed += !passed;
}

bool last_words_failed(void)
{
  return state.failed > 0;
}

unsigned last_words_count(unsigned *failed)
{
  state.running = false;
  wait_no_more();
  *failed = state.failed;
  return state.passed;
}

void last_words_at(uint64_t seed, uint64_t step)
{
  place = (last_words_place){true, seed, step};
}

const last_words_place *last_words_here(void)
{
  return &place;
}
