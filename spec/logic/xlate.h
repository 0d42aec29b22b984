#ifndef DXGMAP_LOGIC_XLATE_H
#define DXGMAP_LOGIC_XLATE_H

/* The reference translation: live mappings and the pages that they captured, and nothing else. In identity mode the
   logical page number is the physical one, so page l answers l or nothing. */

/*@
  // The mapping of slot i lives and has captured page p at offset o.
  predicate CapturedAt(dxgmap_adapter a, integer i, integer o, integer p) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind != DXGMAP_NO_KIND && 0 <= o < a.domain.ranges.length[i + 1] &&
    CapturedPage(a.domain, i + 1, o) == p;
  predicate Xlate(dxgmap_adapter a, integer l, integer p) = l == p && \exists integer i, o; CapturedAt(a, i, o, p);
*/

#endif
