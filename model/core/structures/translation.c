/* SPDX-License-Identifier: MIT */
#include "structures/translation.h"

#include "base/access.h"

/* The entry of a page. A function of its own, because gcc then adds nothing up before the load. */
/*@ requires valid: \valid(e);
    requires in: l < DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures entry: \result == e->value[l]; */
static uint32_t dxgmap_translation_entry(const dxgmap_entries *e, uint64_t l)
{
  return dxgmap_load_acquire(&e->value[l]);
}

uint32_t dxgmap_translation_find(const dxgmap_translation *t, uint64_t l)
{
  if (l >= DXGMAP_CELLS) {
    return 0;
  }
  /*@ assert block: 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS && 0 <= l % DXGMAP_BLOCK < DXGMAP_BLOCK; */
  uint32_t word = dxgmap_load_acquire(&t->directory.word[l / DXGMAP_BLOCK]);
  /* three ways out, and not two of which one is a choice: gcc lays them out with two jumps less for a page of a table */
  if (word > DXGMAP_TRANSLATION_TABLE) {
    return word - 1u + (uint32_t)(l % DXGMAP_BLOCK);
  }
  if (word == DXGMAP_TRANSLATION_EMPTY) {
    return 0;
  }
  return dxgmap_translation_entry(&t->entries, l);
}

/* Writes the entries lo .. hi - 1: v, v + 1, ..., or all 0. */
/*@ requires valid: \valid(e);
    requires in: lo <= hi <= DXGMAP_CELLS;
    requires ok: TranslationEntries(*e);
    requires memory: v == 0 || lo == hi || v + (hi - lo) - 1 <= DXGMAP_PAGES;
    requires small: v <= DXGMAP_PAGES + 1;
    terminates \true;
    exits \false;
    assigns *e;
    ensures ok: TranslationEntries(*e);
    ensures written: \forall integer l; lo <= l < hi ==> e->value[l] == TranslationNth(v, l - lo);
    ensures others: TranslationEntriesKept(\old(*e), *e, lo, hi); */
static void dxgmap_translation_fill(dxgmap_entries *e, uint64_t lo, uint64_t hi, uint32_t v)
{
  uint32_t step = v != 0u;

  /*@ loop invariant range: lo <= i <= hi;
      loop invariant ok: TranslationEntries(*e);
      loop invariant next: v == TranslationNth(\at(v, Pre), i - lo);
      loop invariant written: \forall integer l; lo <= l < i ==> e->value[l] == TranslationNth(\at(v, Pre), l - lo);
      loop invariant others: TranslationEntriesKept(\at(*e, Pre), *e, lo, i);
      loop assigns i, v, e->value[0 .. DXGMAP_CELLS - 1];
      loop variant hi - i; */
  for (uint64_t i = lo; i < hi; i++) {
    dxgmap_store_unordered(&e->value[i], v);
    v += step;
  }
}

/* Writes the n pages of a list into the entries from lo on. */
/*@ requires valid: \valid(e) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(e, pages + (..));
    requires in: lo + n <= DXGMAP_CELLS;
    requires ok: TranslationEntries(*e);
    requires memory: \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *e;
    ensures ok: TranslationEntries(*e);
    ensures written: \forall integer l; lo <= l < lo + n ==> e->value[l] == pages[l - lo] + 1;
    ensures others: TranslationEntriesKept(\old(*e), *e, lo, lo + n); */
static void dxgmap_translation_copy(dxgmap_entries *e, uint64_t lo, uint64_t n, const uint64_t *pages)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant ok: TranslationEntries(*e);
      loop invariant written: \forall integer l; lo <= l < lo + k ==> e->value[l] == pages[l - lo] + 1;
      loop invariant others: TranslationEntriesKept(\at(*e, Pre), *e, lo, lo + k);
      loop assigns k, e->value[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    dxgmap_store_unordered(&e->value[lo + k], (uint32_t)pages[k] + 1u);
  }
}

/* Makes the entries of block b outside lo .. hi - 1 say what its word says, so that the word may become TABLE. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo <= hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires word: word == t->directory.word[b] && word != DXGMAP_TRANSLATION_TABLE;
    terminates \true;
    exits \false;
    assigns t->entries;
    ensures ok: TranslationOk(*t);
    ensures said: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK && !(lo <= l < hi)
                  ==> t->entries.value[l] == Translated(\old(*t), l);
    ensures others: TranslationEntriesKept(\old(*t).entries, t->entries, b * DXGMAP_BLOCK,
                                           b * DXGMAP_BLOCK + DXGMAP_BLOCK); */
static void dxgmap_translation_spill(dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi, uint32_t word)
{
  uint64_t from = b * DXGMAP_BLOCK;
  uint64_t to = from + DXGMAP_BLOCK;
  uint32_t some = word != DXGMAP_TRANSLATION_EMPTY;

  /*@ assert block: \forall integer l; from <= l < to ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - from; */
  dxgmap_translation_fill(&t->entries, from, lo, word - some);
  dxgmap_translation_fill(&t->entries, hi, to, word - some + some * (uint32_t)(hi - from));
}

/* Lets the entries of block b count: they were written before. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS;
    terminates \true;
    exits \false;
    assigns t->directory;
    ensures ok: TranslationOk(*t);
    ensures said: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
                  ==> Translated(*t, l) == t->entries.value[l];
    ensures others: TranslationKept(\old(*t), *t, b * DXGMAP_BLOCK, b * DXGMAP_BLOCK + DXGMAP_BLOCK); */
static void dxgmap_translation_publish(dxgmap_translation *t, uint64_t b)
{
  dxgmap_store_release(&t->directory.word[b], DXGMAP_TRANSLATION_TABLE);
  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  /*@ assert others: \forall integer l;
        0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK)
        ==> l / DXGMAP_BLOCK != b && 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS; */
}

/* Writes the words of the blocks b .. c - 1, of which each is mapped whole, to a run from v - 1 on or for v = 0 to nothing.
   Whoever sees one of these words looks at no entry, so nothing that was stored before has to be seen with it, and they
   are in no order with entries or each other: stored by dxgmap_store_release they took five times as long. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b <= c <= DXGMAP_BLOCKS;
    requires memory: v == 0 || v + (c - b) * DXGMAP_BLOCK - 1 <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns t->directory;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, b * DXGMAP_BLOCK, c * DXGMAP_BLOCK, v);
    ensures others: TranslationKept(\old(*t), *t, b * DXGMAP_BLOCK, c * DXGMAP_BLOCK); */
static void dxgmap_translation_blocks(dxgmap_translation *t, uint64_t b, uint64_t c, uint32_t v)
{
  uint32_t word = v == 0u ? DXGMAP_TRANSLATION_EMPTY : v - 1u + DXGMAP_TRANSLATION_RUN;
  uint32_t step = v == 0u ? 0u : DXGMAP_BLOCK;

  /*@ loop invariant range: b <= i <= c;
      loop invariant next: word == (v == 0 ? 0 : v + 1 + (i - b) * DXGMAP_BLOCK);
      loop invariant words: \forall integer j; b <= j < i
                            ==> t->directory.word[j] == (v == 0 ? 0 : v + 1 + (j - b) * DXGMAP_BLOCK);
      loop invariant same: \forall integer j; 0 <= j < DXGMAP_BLOCKS && !(b <= j < i)
                           ==> t->directory.word[j] == \at(t->directory.word[j], Pre);
      loop assigns i, word, t->directory;
      loop variant c - i; */
  for (uint64_t i = b; i < c; i++) {
    dxgmap_store_unordered(&t->directory.word[i], word);
    word += step;
  }
  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < c * DXGMAP_BLOCK ==> b <= l / DXGMAP_BLOCK < c; */
  /*@ assert outside: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < c * DXGMAP_BLOCK)
        ==> 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS && !(b <= l / DXGMAP_BLOCK < c); */
}

/* Maps the pages lo .. hi - 1 of block b to the pages of a list, an entry each. */
/*@ requires valid: \valid(t) && \valid_read(pages + (0 .. hi - lo - 1));
    requires separated: \separated(t, pages + (..));
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo < hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires memory: \forall integer k; 0 <= k < hi - lo ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \forall integer l; lo <= l < hi ==> Translated(*t, l) == pages[l - lo] + 1;
    ensures others: TranslationKept(\old(*t), *t, lo, hi); */
static void dxgmap_translation_block_list(dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi,
                                          const uint64_t *pages)
{
  uint32_t word = dxgmap_load_acquire(&t->directory.word[b]);

  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  if (word != DXGMAP_TRANSLATION_TABLE) {
    dxgmap_translation_spill(t, b, lo, hi, word);
  }
  dxgmap_translation_copy(&t->entries, lo, hi - lo, pages);
  /*@ assert outside: \forall integer l;
        0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK)
        ==> Translated(*t, l) == Translated(\at(*t, Pre), l); */
  if (word != DXGMAP_TRANSLATION_TABLE) {
    dxgmap_translation_publish(t, b);
  }
}

/* Maps the pages lo .. hi - 1 of block b to v - 1, v, ..., or for v = 0 to nothing, an entry each. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo < hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires memory: v == 0 || v + (hi - lo) - 1 <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, lo, hi, v);
    ensures others: TranslationKept(\old(*t), *t, lo, hi); */
static void dxgmap_translation_block_part(dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi, uint32_t v)
{
  uint32_t word = dxgmap_load_acquire(&t->directory.word[b]);

  /*@ assert block: \forall integer l; b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  if (word != DXGMAP_TRANSLATION_TABLE) {
    dxgmap_translation_spill(t, b, lo, hi, word);
  }
  dxgmap_translation_fill(&t->entries, lo, hi, v);
  /*@ assert outside: \forall integer l;
        0 <= l < DXGMAP_CELLS && !(b * DXGMAP_BLOCK <= l < b * DXGMAP_BLOCK + DXGMAP_BLOCK)
        ==> Translated(*t, l) == Translated(\at(*t, Pre), l); */
  if (word != DXGMAP_TRANSLATION_TABLE) {
    dxgmap_translation_publish(t, b);
  }
}

/* Whether as many pages of a list as a block has, from the one at k on, are one run. */
/*@ requires valid: \valid_read(pages + (k .. k + DXGMAP_BLOCK - 1));
    requires in: k + DXGMAP_BLOCK <= DXGMAP_CELLS;
    requires memory: \forall integer i; k <= i < k + DXGMAP_BLOCK ==> pages[i] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer i; k <= i < k + DXGMAP_BLOCK ==> pages[i] == pages[k] + (i - k); */
static bool dxgmap_translation_contiguous(const uint64_t *pages, uint64_t k)
{
  uint64_t first = pages[k];

  /*@ loop invariant range: k < i <= k + DXGMAP_BLOCK;
      loop invariant so_far: \forall integer j; k <= j < i ==> pages[j] == first + (j - k);
      loop assigns i;
      loop variant k + DXGMAP_BLOCK - i; */
  for (uint64_t i = k + 1u; i < k + DXGMAP_BLOCK; i++) {
    if (pages[i] != first + (i - k)) {
      return false;
    }
  }
  return true;
}

void dxgmap_translation_map(dxgmap_translation *t, uint32_t base, uint32_t n, const uint64_t *pages)
{
  uint64_t end = (uint64_t)base + n;
  uint64_t l = base;

  /*@ loop invariant range: base <= l <= end;
      loop invariant ok: TranslationOk(*t);
      loop invariant mapped: \forall integer j; base <= j < l ==> Translated(*t, j) == pages[j - base] + 1;
      loop invariant others: TranslationKept(\at(*t, Pre), *t, base, l);
      loop assigns l, *t;
      loop variant end - l; */
  while (l < end) {
    uint64_t b = l / DXGMAP_BLOCK;
    uint64_t hi = b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    if (hi > end) {
      hi = end;
    }
    if (hi - l == DXGMAP_BLOCK && dxgmap_translation_contiguous(pages, l - base)) {
      /*@ assert last: pages[l - base + (DXGMAP_BLOCK - 1)] == pages[l - base] + (DXGMAP_BLOCK - 1); */
      dxgmap_translation_blocks(t, b, b + 1u, (uint32_t)pages[l - base] + 1u);
      /*@ assert run: \forall integer j; l <= j < hi ==> Translated(*t, j) == pages[j - base] + 1; */
    } else {
      dxgmap_translation_block_list(t, b, l, hi, pages + (l - base));
      /*@ assert list: \forall integer j; l <= j < hi ==> Translated(*t, j) == pages[j - base] + 1; */
    }
    l = hi;
  }
}

/* Maps n logical pages from base on to v - 1, v, ..., or for v = 0 to nothing. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: v == 0 || v + n - 1 <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, base, base + n, v);
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
static void dxgmap_translation_put(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t v)
{
  uint64_t end = (uint64_t)base + n;
  uint64_t l = base;

  /*@ loop invariant range: base <= l <= end;
      loop invariant ok: TranslationOk(*t);
      loop invariant mapped: TranslationRun(*t, base, l, v);
      loop invariant others: TranslationKept(\at(*t, Pre), *t, base, l);
      loop assigns l, *t;
      loop variant end - l; */
  while (l < end) {
    uint64_t b = l / DXGMAP_BLOCK;
    uint64_t hi = b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    uint32_t w = v == 0u ? 0u : v + (uint32_t)(l - base);
    if (l == b * DXGMAP_BLOCK && hi <= end) {
      hi = end / DXGMAP_BLOCK * DXGMAP_BLOCK;
      dxgmap_translation_blocks(t, b, end / DXGMAP_BLOCK, w);
    } else {
      if (hi > end) {
        hi = end;
      }
      dxgmap_translation_block_part(t, b, l, hi, w);
    }
    l = hi;
  }
}

void dxgmap_translation_map_run(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t first)
{
  dxgmap_translation_put(t, base, n, first + 1u);
}

void dxgmap_translation_unmap(dxgmap_translation *t, uint32_t base, uint32_t n)
{
  /* Read as words of other threads are, so that no compiler sees the zero and makes a call of memset of the loop: the
     core calls nobody, and for few pages the loop is faster. */
  uint32_t nothing = 0;

  dxgmap_translation_put(t, base, n, dxgmap_load_acquire(&nothing));
}

/* Where in lo .. hi, all in block b, the run v, v + 1, ... (or of nothing) ends. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: b < DXGMAP_BLOCKS && b * DXGMAP_BLOCK <= lo < hi <= b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    requires small: v <= DXGMAP_PAGES + DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: lo <= \result <= hi;
    ensures run: TranslationRun(*t, lo, \result, v);
    ensures maximal: \result < hi ==> Translated(*t, \result) != TranslationNth(v, \result - lo); */
static uint64_t dxgmap_translation_block_end(const dxgmap_translation *t, uint64_t b, uint64_t lo, uint64_t hi,
                                             uint32_t v)
{
  uint32_t word = dxgmap_load_acquire(&t->directory.word[b]);

  /*@ assert block: \forall integer l; lo <= l < hi
        ==> l / DXGMAP_BLOCK == b && l % DXGMAP_BLOCK == l - b * DXGMAP_BLOCK; */
  if (word == DXGMAP_TRANSLATION_EMPTY) {
    return v == 0u ? hi : lo;
  }
  if (word != DXGMAP_TRANSLATION_TABLE) {
    return v != 0u && word - 1u + (lo - b * DXGMAP_BLOCK) == v ? hi : lo;
  }
  /*@ loop invariant range: lo <= i <= hi;
      loop invariant run: TranslationRun(*t, lo, i, v);
      loop assigns i;
      loop variant hi - i; */
  for (uint64_t i = lo; i < hi; i++) {
    if (t->entries.value[i] != (v == 0u ? 0u : v + (i - lo))) {
      return i;
    }
  }
  return hi;
}

uint32_t dxgmap_translation_extent(const dxgmap_translation *t, uint32_t l, uint32_t end)
{
  uint32_t v = dxgmap_translation_find(t, l);
  uint64_t i = l;

  /*@ loop invariant range: l <= i <= end;
      loop invariant run: TranslationRun(*t, l, i, v);
      loop assigns i;
      loop variant end - i; */
  while (i < end) {
    uint64_t b = i / DXGMAP_BLOCK;
    uint64_t hi = b * DXGMAP_BLOCK + DXGMAP_BLOCK;
    if (hi > end) {
      hi = end;
    }
    uint64_t r = dxgmap_translation_block_end(t, b, i, hi, v == 0u ? 0u : v + (uint32_t)(i - l));
    if (r < hi) {
      /*@ assert first: r > l; */
      return (uint32_t)(r - l);
    }
    i = hi;
  }
  return end - l;
}

/* Writes the extent that begins at l. */
/*@ requires valid: \valid(t) && \valid(extent);
    requires separated: \separated(t, extent);
    requires ok: TranslationOk(*t);
    requires in: l < end <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *extent;
    ensures first: extent->first == l;
    ensures extent: TranslationExtent(*t, l, extent->pages, extent->value, end);
    ensures pages: 1 <= extent->pages <= end - l; */
static void dxgmap_translation_list(const dxgmap_translation *t, uint32_t l, uint32_t end, dxgmap_extent *extent)
{
  extent->first = l;
  extent->pages = dxgmap_translation_extent(t, l, end);
  extent->value = dxgmap_translation_find(t, l);
}

uint32_t dxgmap_translation_extents(const dxgmap_translation *t, uint32_t base, uint32_t n, dxgmap_extent *extents,
                                    uint32_t capacity, uint32_t *done)
{
  uint32_t end = base + n;
  uint32_t l = base;
  uint32_t c = 0;

  /*@ loop invariant range: base <= l <= end && 0 <= c <= capacity && (c == 0 <==> l == base);
      loop invariant first: c > 0 ==> extents[0].first == base;
      loop invariant chain: \forall integer i; 0 <= i < c - 1 ==>
        extents[i].first + extents[i].pages == extents[i + 1].first;
      loop invariant last: c > 0 ==> extents[c - 1].first + extents[c - 1].pages == l;
      loop invariant each: \forall integer i; 0 <= i < c ==> base <= extents[i].first &&
        TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, end);
      loop assigns l, c, extents[0 .. capacity - 1];
      loop variant end - l; */
  while (l < end && c < capacity) {
    dxgmap_translation_list(t, l, end, extents + c);
    /*@ assert kept: \forall integer i; 0 <= i < c ==> extents[i].first == \at(extents[i].first, LoopCurrent)
          && extents[i].pages == \at(extents[i].pages, LoopCurrent)
          && extents[i].value == \at(extents[i].value, LoopCurrent); */
    /*@ assert before: \forall integer i; 0 <= i < c ==> base <= extents[i].first &&
          TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, end); */
    l += extents[c].pages;
    c++;
  }
  *done = l - base;
  return c;
}

/*@ ghost
  void dxgmap_translation_zero(dxgmap_translation t)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_translation_bounded(dxgmap_translation t)
  {
    /@ assert block: \forall integer l; 0 <= l < DXGMAP_CELLS
         ==> 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS && 0 <= l % DXGMAP_BLOCK < DXGMAP_BLOCK; @/
    return;
  }
*/
