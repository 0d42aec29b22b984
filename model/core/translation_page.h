#ifndef DXGMAP_TRANSLATION_PAGE_H
#define DXGMAP_TRANSLATION_PAGE_H

#include <stdint.h>

#include "access.h"
#include "translation.h"

/* Maps one logical page to v - 1, or for v = 0 to nothing, if its block is a table, for then that is one store; answers 0
   and changes nothing if it is not. Here, and not in translation.c, because scattered pages are changed one by one, and a
   call for each would leave room for fewer stores at a time than the memory takes. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: l < DXGMAP_CELLS;
    requires memory: v <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \result != 0 ==> Translated(*t, l) == v;
    ensures others: TranslationKept(\old(*t), *t, l, l + 1);
    ensures refused: \result == 0 ==> *t == \old(*t); */
static inline int dxgmap_translation_page(dxgmap_translation *t, uint32_t l, uint32_t v)
{
  /*@ assert block: 0 <= l / DXGMAP_BLOCK < DXGMAP_BLOCKS; */
  if (dxgmap_load_acquire(&t->directory.word[l / DXGMAP_BLOCK]) != DXGMAP_TRANSLATION_TABLE) return 0;
  dxgmap_store_entry(&t->entries.value[l], v);
  return 1;
}

#endif
