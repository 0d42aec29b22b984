#ifndef DXGMAP_LOGIC_OP_TRANSLATE_H
#define DXGMAP_LOGIC_OP_TRANSLATE_H

#include "xlate.h"

/* What the device gets for a logical page: the first cause that holds (spec/clauses/translate.md). */

/*@
  predicate TranslateStatus(dxgmap_state s, integer h, integer page, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==>
    (page >= DXGMAP_PAGES ==> status == DXGMAP_BLOCKED) && (page < DXGMAP_PAGES ==>
    (s.adapter[AdapterOf(h)].attached == 0 ==> status == DXGMAP_BYPASS) &&
    (s.adapter[AdapterOf(h)].attached != 0 ==>
    (Xlate(s.adapter[AdapterOf(h)], page, page) ==> status == DXGMAP_OK) &&
    (!Xlate(s.adapter[AdapterOf(h)], page, page) ==> status == DXGMAP_BLOCKED)))));
*/

#endif
