/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "last_words.h"

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

/* ---- Words: by write alone, so that every signal handler may say them ---- */

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

/* The test that runs has failed, and is the last. */
static void say_last_words(const char *how, const char *why)
{
  if (!state.running || state.process != getpid()) {
    return;
  }
  state.running = false;
  say(how);
  say(" ");
  say(state.test != NULL ? state.test : "(between two tests)");
  say(": ");
  say(why);
  if (place.known) {
    say("; seed ");
    say_number(place.seed);
    say(", step ");
    say_number(place.step);
  }
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
    {SIGTERM, "ENDED FROM OUTSIDE", "SIGTERM"},
    {SIGALRM, "TIMEOUT", "it does not come to its end"},
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
  say_last_words("SANITIZER", "see what it has said above");
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
