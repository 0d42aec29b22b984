/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_TRANSLATION_H
#define DXGMAP_LOGIC_TRANSLATION_H

/* The translation: what each logical page is mapped to, through the word of its block. */

/*@
  // What a run of the value v has k pages further on: a page + 1 counts up, nothing stays nothing.
  logic integer TranslationNth(integer v, integer k) = v == 0 ? 0 : v + k;

  // What a page at offset o of its block is mapped to, from the block's word and the page's own entry.
  logic integer TranslationSaid(integer word, integer entry, integer o) =
    word == DXGMAP_TRANSLATION_EMPTY ? 0 : word == DXGMAP_TRANSLATION_TABLE ? entry : word - 1 + o;

  // The physical page + 1 of a logical page, 0 when there is none.
  logic integer Translated(dxgmap_translation t, integer l) =
    TranslationSaid(t.directory.word[l / DXGMAP_BLOCK], t.entries.value[l], l % DXGMAP_BLOCK);

  predicate TranslationWordOk(integer word) = 0 <= word && word + DXGMAP_BLOCK - 2 <= DXGMAP_PAGES;
  predicate TranslationWords(dxgmap_directory d) =
    \forall integer b; 0 <= b < DXGMAP_BLOCKS ==> TranslationWordOk(d.word[b]);
  predicate TranslationEntries(dxgmap_entries e) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= e.value[l] <= DXGMAP_PAGES;
  predicate TranslationOk(dxgmap_translation t) = TranslationWords(t.directory) && TranslationEntries(t.entries);

  // No logical page is mapped.
  predicate TranslationNothing(dxgmap_translation t) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(t, l) == 0;

  // The logical pages lo .. hi - 1 are mapped to v, v + 1, ..., or to nothing at all.
  predicate TranslationRun(dxgmap_translation t, integer lo, integer hi, integer v) =
    \forall integer l; lo <= l < hi ==> Translated(t, l) == TranslationNth(v, l - lo);

  // So many logical pages from first on are such a run, and it ends there or at end.
  predicate TranslationExtent(dxgmap_translation t, integer first, integer pages, integer v, integer end) =
    1 <= pages && first + pages <= end && TranslationRun(t, first, first + pages, v) &&
    (first + pages < end ==> Translated(t, first + pages) != TranslationNth(v, pages));

  // The logical pages but lo .. hi - 1 are mapped to what they were.
  predicate TranslationKept(dxgmap_translation a, dxgmap_translation b, integer lo, integer hi) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && !(lo <= l < hi) ==> Translated(b, l) == Translated(a, l);
  predicate TranslationEntriesKept(dxgmap_entries a, dxgmap_entries b, integer lo, integer hi) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && !(lo <= l < hi) ==> b.value[l] == a.value[l];
*/

#endif
