#ifndef DXGMAP_LOGIC_CHECK_DOMAIN_H
#define DXGMAP_LOGIC_CHECK_DOMAIN_H

/* What the check of a domain looks at in place of CellsOwned, which would have it search an owner for each cell. */

/*@
  predicate GapEmpty(dxgmap_domain d, integer i) = \forall integer l;
    d.ranges.base[i] + d.ranges.length[i] <= l < RangeEnd(d.ranges, i) ==> d.cells.cell[l] == 0;
  predicate GapsEmpty(dxgmap_domain d) = \forall integer i; RangeOn(d.ranges, i) ==> GapEmpty(d, i);
*/

#endif
