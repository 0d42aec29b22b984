/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_XLATE_H
#define DXGMAP_LOGIC_XLATE_H

/* The reference translation: live mappings and the pages that they captured, and nothing else. In identity mode the
   logical page number is the physical one, so page l answers l or nothing; in remapping mode a mapping has as many
   logical pages as it captured, in their order. */

/*@
  // The mapping of slot i lives and has captured page p at offset o.
  predicate CapturedAt(dxgmap_adapter a, integer i, integer o, integer p) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind != DXGMAP_NO_KIND &&
      0 <= o < a.domain.ranges.length[DXGMAP_ID(i)] &&
    CapturedPage(a.domain, DXGMAP_ID(i), o) == p;
  // The mapping of slot i answers logical page l with page p.
  predicate Answers(dxgmap_adapter a, integer i, integer l, integer p) =
    CapturedAt(a, i, l - a.domain.ranges.base[DXGMAP_ID(i)], p);
  predicate Xlate(dxgmap_adapter a, integer l, integer p) =
    (a.mode == DXGMAP_IDENTITY ==> l == p && \exists integer i, o; CapturedAt(a, i, o, p)) &&
    (a.mode != DXGMAP_IDENTITY ==> \exists integer i; Answers(a, i, l, p));
  predicate Translates(dxgmap_adapter a, integer l) = \exists integer p; Xlate(a, l, p);
*/

#endif
