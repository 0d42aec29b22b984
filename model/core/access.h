#ifndef DXGMAP_ACCESS_H
#define DXGMAP_ACCESS_H

#include <stdint.h>

/* How words are read and written that other threads read without a lock. What is proved is the plain access: of one
   thread's steps an atomic one says the same. The proof alone defines DXGMAP_PLAIN. */
#ifdef DXGMAP_PLAIN
#define DXGMAP_ATOMIC(builtin, plain) plain
#else
#define DXGMAP_ATOMIC(builtin, plain) builtin
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

#endif
