/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_DOMAIN_H
#define DXGMAP_LOGIC_DOMAIN_H

/* The domain: what is captured, what is counted, and why the two agree. */

/*@
  // How many of the first n cells have value v.
  logic integer CellCount(dxgmap_cells c, integer n, integer v) =
    n <= 0 ? 0 : CellCount(c, n - 1, v) + (c.cell[n - 1] == v ? 1 : 0);

  predicate PagesInMemory{L}(uint64_t *pages, integer n) = \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;

  predicate CellsBounded(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= c.cell[l] <= DXGMAP_PAGES;
  predicate Counted(dxgmap_cells c, dxgmap_counts n) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == CellCount(c, DXGMAP_CELLS, p + 1);
  predicate CountsBounded(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES
    ==> 0 <= n.count[p] <= DXGMAP_CELLS;

  // The owner of a cell is the mapping whose range covers it, and a cell is used exactly when it has one.
  predicate OwnersKnown(dxgmap_domain d) = \forall integer i, l; RangeCovers(d.ranges, i, l) ==> d.owners.id[l] == i;
  predicate OwnersCover(dxgmap_domain d) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && d.owners.id[l] != 0 ==> RangeCovers(d.ranges, d.owners.id[l], l);
  predicate OwnersUsed(dxgmap_cells c, dxgmap_owners o) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> (c.cell[l] != 0 <==> o.id[l] != 0);

  predicate DomainOk(dxgmap_domain d) =
    RangesOk(d.ranges) && CellsBounded(d.cells) && Counted(d.cells, d.counts) && CountsBounded(d.counts) &&
    OwnersKnown(d) && OwnersCover(d) && OwnersUsed(d.cells, d.owners);

  // How many logical pages a mode has.
  logic integer DomainPages(integer mode) = mode == DXGMAP_IDENTITY ? DXGMAP_PAGES : DXGMAP_CELLS;

  // What a device access to logical page l reads: the physical page + 1, 0 when there is none. In identity mode a page
  // is mapped to itself while it is counted; in remapping mode the translation says it.
  logic integer Found(dxgmap_domain d, integer mode, integer l) =
    mode == DXGMAP_IDENTITY ? (d.counts.count[l] != 0 ? l + 1 : 0) : Translated(d.translation, l);

  // The translation is of remapping mode alone, where it maps each logical page to what is captured there.
  predicate CoherentCells(dxgmap_translation t, dxgmap_cells c) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(t, l) == c.cell[l];
  predicate Coherent(dxgmap_domain d, integer mode) = TranslationOk(d.translation) &&
    (mode == DXGMAP_IDENTITY ==> TranslationNothing(d.translation)) &&
    (mode != DXGMAP_IDENTITY ==> CoherentCells(d.translation, d.cells));

  // Mapping i has captured page p at some offset.
  predicate Captures(dxgmap_domain d, integer i, integer p) =
    \exists integer l; RangeCovers(d.ranges, i, l) && d.cells.cell[l] == p + 1;
  predicate DomainHolds(dxgmap_domain d, integer p) = \exists integer i; Captures(d, i, p);

  // The page that mapping i has captured at offset k.
  logic integer CapturedPage(dxgmap_domain d, integer i, integer k) = d.cells.cell[d.ranges.base[i] + k] - 1;
  predicate Captured{L}(dxgmap_domain d, integer i, uint64_t *pages, integer n) =
    \forall integer k; 0 <= k < n ==> CapturedPage(d, i, k) == pages[k];

  predicate MappingKept(dxgmap_domain a, dxgmap_domain b, integer i) =
    b.ranges.base[i] == a.ranges.base[i] && b.ranges.length[i] == a.ranges.length[i] &&
    \forall integer l; RangeCovers(a.ranges, i, l) ==> b.cells.cell[l] == a.cells.cell[l];
  predicate DomainKept(dxgmap_domain a, dxgmap_domain b, integer x) =
    \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && i != x ==> MappingKept(a, b, i);
*/

#endif
