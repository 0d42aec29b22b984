/* SPDX-License-Identifier: MIT */
#include "checks/check_translation.h"

/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationWords(*d); */
static bool dxgmap_check_words(const dxgmap_directory *d)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_BLOCKS;
      loop invariant words: \forall integer b; 0 <= b < k ==> TranslationWordOk(d->word[b]);
      loop assigns k;
      loop variant DXGMAP_BLOCKS - k; */
  for (uint32_t k = 0; k < DXGMAP_BLOCKS; k++) {
    if (d->word[k] > DXGMAP_PAGES + 2u - DXGMAP_BLOCK) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationEntries(*e); */
static bool dxgmap_check_entries(const dxgmap_entries *e)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant entries: \forall integer l; 0 <= l < k ==> 0 <= e->value[l] <= DXGMAP_PAGES;
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (e->value[k] > DXGMAP_PAGES) {
      return false;
    }
  }
  return true;
}

bool dxgmap_check_translation(const dxgmap_translation *t)
{
  return dxgmap_check_words(&t->directory) && dxgmap_check_entries(&t->entries);
}
