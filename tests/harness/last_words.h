/* SPDX-License-Identifier: MIT */
/* What a test program says when it ends where it should not: in which test, where in it, and how many had passed. */
#ifndef DXGMAP_TESTS_LAST_WORDS_H
#define DXGMAP_TESTS_LAST_WORDS_H

#include <stdbool.h>
#include <stdint.h>

/* From now on: a fatal signal, the alarm, an exit, and the end by a sanitizer find the words. */
void last_words_begin(void);

void last_words_of(const char *test); /* that begins */
void last_words_done(bool passed);    /* it has ended */
bool last_words_failed(void);         /* some test has failed */
/* The end of the program is no accident any more; how many tests have passed, and how many have not. */
unsigned last_words_count(unsigned *failed);

/* Where a random test is, of each thread. */
typedef struct {
  bool known;
  uint64_t seed;
  uint64_t step;
} last_words_place;

void last_words_at(uint64_t seed, uint64_t step);
const last_words_place *last_words_here(void);

/* Ends a child that a test has forked: it must not run what is left of the tests. */
void last_words_end_child(void);
/* Ends the program: a thread of the test does not end. */
_Noreturn void last_words_stuck(void);

#endif
