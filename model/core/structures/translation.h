/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TRANSLATION_H
#define DXGMAP_TRANSLATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/profile.h"

/* What logical pages are mapped to, complete: a word for each block of DXGMAP_BLOCK logical pages, and an entry for
   each page, which counts only while the word of its block says so. A block that is mapped to one run of pages, or to
   nothing, costs one word. Memory of zeros maps nothing.

   One thread at a time changes a translation; any number may call dxgmap_translation_find meanwhile, without a lock,
   and each is told what the page was mapped to before the change or what it is mapped to after it. So all entries of a
   block are written before the word that makes them count. That order is model-checked and tested, not proved: the
   proof is of one thread. spec/protocol.md says what exactly a reader may rely on. The extents are for the thread that
   changes: no change may run beside them. */

/* A word of the directory; a block that is mapped to the pages first, first + 1, ... has first +
   DXGMAP_TRANSLATION_RUN. */
#define DXGMAP_TRANSLATION_EMPTY 0u /* nothing is mapped, whatever the entries say */
#define DXGMAP_TRANSLATION_TABLE 1u /* the entries say it */
#define DXGMAP_TRANSLATION_RUN 2u

/* A word a block. */
typedef struct {
  uint32_t word[DXGMAP_BLOCKS + DXGMAP_APART];
} dxgmap_directory;

/* An entry a logical page: 0, or the physical page number + 1. */
typedef struct {
  uint32_t value[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_entries;

typedef struct {
  dxgmap_directory directory;
  dxgmap_entries entries;
} dxgmap_translation;

/* Logical pages that are mapped to one run of physical pages, or all to nothing. */
typedef struct {
  uint32_t first; /* logical page */
  uint32_t pages;
  uint32_t value; /* physical page + 1 of the first, 0 for nothing */
} dxgmap_extent;

#include "logic/translation.h"

/* The physical page + 1 of a logical page, 0 when there is none. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_PAGES;
    ensures inside: l < DXGMAP_CELLS ==> \result == Translated(*t, l);
    ensures beyond: l >= DXGMAP_CELLS ==> \result == 0; */
uint32_t dxgmap_translation_find(const dxgmap_translation *t, uint64_t l);

/* Maps n logical pages from base on to the physical pages of a list. */
/*@ requires valid: \valid(t) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(t, pages + (..));
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \forall integer l; base <= l < base + n ==> Translated(*t, l) == pages[l - base] + 1;
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_map(dxgmap_translation *t, uint32_t base, uint32_t n, const uint64_t *pages);

/* Maps n logical pages from base on to as many physical pages from first on. For users of this unit alone: a domain maps
   lists. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: first + n <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, base, base + n, first + 1);
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_map_run(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t first);

/* Maps n logical pages from base on to nothing. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures unmapped: \forall integer l; base <= l < base + n ==> Translated(*t, l) == 0;
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_unmap(dxgmap_translation *t, uint32_t base, uint32_t n);

/* How many logical pages from l on, up to end, are one extent; as many as are. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: l < end <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures extent: TranslationExtent(*t, l, \result, Translated(*t, l), end); */
uint32_t dxgmap_translation_extent(const dxgmap_translation *t, uint32_t l, uint32_t end);

/* Lists the extents of n logical pages from base on, each as long as it can be, and answers how many they are. When
   capacity is too small for all, it lists the first ones; *done says how many pages they have. */
/*@ requires valid: \valid(t) && \valid(extents + (0 .. capacity - 1)) && \valid(done);
    requires separated: \separated(t, extents + (..)) && \separated(t, done) && \separated(done, extents + (..));
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *done, extents[0 .. capacity - 1];
    ensures count: \result <= capacity && *done <= n;
    ensures complete: \result < capacity ==> *done == n;
    ensures none: \result == 0 ==> *done == 0;
    ensures first: \result > 0 ==> extents[0].first == base;
    ensures chain: \forall integer i; 0 <= i < \result - 1 ==>
      extents[i].first + extents[i].pages == extents[i + 1].first;
    ensures last: \result > 0 ==> extents[\result - 1].first + extents[\result - 1].pages == base + *done;
    ensures each: \forall integer i; 0 <= i < \result ==> base <= extents[i].first &&
      TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, base + n); */
uint32_t dxgmap_translation_extents(const dxgmap_translation *t, uint32_t base, uint32_t n, dxgmap_extent *extents,
                                    uint32_t capacity, uint32_t *done);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // memory of zeros maps nothing
  /@ requires words: \forall integer b; 0 <= b < DXGMAP_BLOCKS ==> t.directory.word[b] == 0;
     requires entries: \forall integer l; 0 <= l < DXGMAP_CELLS ==> t.entries.value[l] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: TranslationOk(t);
     ensures nothing: TranslationNothing(t); @/
  void dxgmap_translation_zero(dxgmap_translation t);
*/
/*@ ghost
  // what is translated is a page of memory
  /@ requires ok: TranslationOk(t);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures range: \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= Translated(t, l) <= DXGMAP_PAGES; @/
  void dxgmap_translation_bounded(dxgmap_translation t);
*/

#endif
