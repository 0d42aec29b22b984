/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_TRANSLATE_H
#define DXGMAP_LOGIC_OP_TRANSLATE_H

#include "xlate.h"

/* What the device gets for a logical page: the first cause that holds (spec/clauses/translate.md). */

/*@
  // The logical pages that there are.
  logic integer LogicalPages(dxgmap_adapter a) = DomainPages(a.mode);

  // The cache answers logical page l as the reference does, with the same page or with none.
  predicate CoherentAt(dxgmap_adapter a, integer l) =
    (Found(a.domain, a.mode, l) == 0 <==> !Translates(a, l)) &&
    \forall integer p; 0 <= p ==> (Found(a.domain, a.mode, l) == p + 1 <==> Xlate(a, l, p));

  // A page beyond those that there are; or, once the domain is in force, one that no live mapping answers.
  predicate Blocks(dxgmap_adapter a, integer page) =
    page >= LogicalPages(a) || (a.switches.attached != 0 && !Translates(a, page));
  predicate TranslateStatus(dxgmap_state s, integer h, integer page, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.exclusive != 0 ? status == DXGMAP_EXCLUSIVE : // TRANSLATE-7
    s.adapter[AdapterOf(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // TRANSLATE-17
    s.adapter[AdapterOf(h)].switches.power != DXGMAP_D0 ? status == DXGMAP_ASLEEP : // TRANSLATE-18
    Blocks(s.adapter[AdapterOf(h)], page) ? status == DXGMAP_BLOCKED : // TRANSLATE-8
    s.adapter[AdapterOf(h)].switches.attached == 0 ? status == DXGMAP_BYPASS : // TRANSLATE-3
    status == DXGMAP_OK;

  // In remapping mode page p is given for the one live mapping that has the logical page, and h names it.
  predicate AnswersFor(dxgmap_state s, integer k, integer page, integer p, integer h) =
    (s.adapter[k].mode == DXGMAP_IDENTITY ==> h == 0) && (s.adapter[k].mode != DXGMAP_IDENTITY ==>
       h != 0 && Valid(s, h) && HandleTag(h) == k && 0 <= page - BaseOf(s, h) < PagesOf(s, h) &&
       PageOf(s, h, page - BaseOf(s, h)) == p);
*/

#endif
