/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ACCESS_H
#define DXGMAP_ACCESS_H

#include <stdint.h>

/* How words are read and written that other threads read without a lock. What is proved is the plain access: of one
   thread's steps an atomic one says the same. The proof alone defines DXGMAP_PLAIN.

   DXGMAP_STRICT, for whoever wants C11 to the letter, and for ThreadSanitizer: words in no order are stored by atomic
   stores too. By default they are stored by plain ones, of which a compiler makes vectors; loops of atomic ones take
   several times as long. */
#ifdef DXGMAP_PLAIN
#define DXGMAP_ATOMIC(builtin, plain) plain
#else
#define DXGMAP_ATOMIC(builtin, plain) builtin
#endif
#if defined(DXGMAP_STRICT) && !defined(DXGMAP_PLAIN)
#define DXGMAP_ATOMIC_IF_STRICT(builtin, plain) builtin
#else
#define DXGMAP_ATOMIC_IF_STRICT(builtin, plain) plain
#endif

/* Reads a word: whoever sees a value sees all that was written before that value was. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures read: \result == *word; */
static inline uint32_t dxgmap_load_acquire(const uint32_t *word)
{
  return DXGMAP_ATOMIC(__atomic_load_n(word, __ATOMIC_ACQUIRE), *word);
}

/* Writes a word, after all that was written before it. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns *word;
    ensures written: *word == value; */
static inline void dxgmap_store_release(uint32_t *word, uint32_t value)
{
  DXGMAP_ATOMIC(__atomic_store_n(word, value, __ATOMIC_RELEASE), *word = value);
}

/* Writes a word, in no order with others: one that is written by dxgmap_store_release puts them in order. Even the
   plain store writes an aligned word whole. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns *word;
    ensures written: *word == value; */
static inline void dxgmap_store_unordered(uint32_t *word, uint32_t value)
{
  DXGMAP_ATOMIC_IF_STRICT(__atomic_store_n(word, value, __ATOMIC_RELAXED), *word = value);
}

#endif
