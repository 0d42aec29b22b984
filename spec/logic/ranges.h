#ifndef DXGMAP_LOGIC_RANGES_H
#define DXGMAP_LOGIC_RANGES_H

/*@
  // ---- what callers speak of ----

  predicate RangeLive(dxgmap_ranges r, integer i) = 1 <= i <= DXGMAP_SLOTS && r.length[i] > 0;
  predicate RangeCovers(dxgmap_ranges r, integer i, integer page) =
    RangeLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RangePageFree(dxgmap_ranges r, integer page) = \forall integer i; !RangeCovers(r, i, page);
  predicate RangeFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RangePageFree(r, page);

  // every id but x holds what it held
  predicate RangeOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) =
    \forall integer i; 1 <= i <= DXGMAP_SLOTS && i != x ==> b.length[i] == a.length[i] && b.base[i] == a.base[i];

  // ---- how it is kept: the head and the live ids tile the pages, each with its run and the gap after it ----

  predicate RangeOn(dxgmap_ranges r, integer i) = i == DXGMAP_RANGE_HEAD || RangeLive(r, i);
  logic integer RangeEnd(dxgmap_ranges r, integer i) = r.base[i] + r.length[i] + r.heap.gap[i];
  predicate RangeOwns(dxgmap_ranges r, integer i, integer page) = RangeOn(r, i) && r.base[i] <= page < RangeEnd(r, i);
  predicate RangeHas(dxgmap_ranges r, integer page) = \exists integer i; RangeOwns(r, i, page);

  predicate RangesHead(dxgmap_ranges r) = r.base[DXGMAP_RANGE_HEAD] == 0 && r.length[DXGMAP_RANGE_HEAD] == 0;
  predicate RangesKnown(dxgmap_ranges r) = \forall integer i; RangeOn(r, i) ==> i < r.heap.high;
  predicate RangesIdle(dxgmap_ranges r) =
    \forall integer i; 1 <= i <= DXGMAP_SLOTS && r.length[i] == 0 ==> r.heap.gap[i] == 0;
  predicate RangesRing(dxgmap_ranges r) = \forall integer i; RangeOn(r, i) ==>
       RangeOn(r, r.next[i]) && r.prev[r.next[i]] == i
    && RangeOn(r, r.prev[i]) && r.next[r.prev[i]] == i;
  predicate RangesTile(dxgmap_ranges r) = \forall integer i; RangeOn(r, i) ==>
       RangeEnd(r, i) == (r.next[i] == DXGMAP_RANGE_HEAD ? DXGMAP_CELLS : r.base[r.next[i]])
    && RangeEnd(r, i) <= DXGMAP_CELLS;
  predicate RangesApart(dxgmap_ranges r) = \forall integer i, j; RangeOn(r, i) && RangeOn(r, j) && i != j ==>
    RangeEnd(r, i) <= r.base[j] || RangeEnd(r, j) <= r.base[i];
  predicate RangesFull(dxgmap_ranges r) = \forall integer page; 0 <= page < DXGMAP_CELLS ==> RangeHas(r, page);

  predicate RangesStarted(dxgmap_ranges r) =
       HeapOk(r.heap) && RangesHead(r) && RangesKnown(r) && RangesIdle(r) && RangesRing(r) && RangesTile(r)
    && RangesApart(r) && RangesFull(r);

  // not started: zeroed memory
  predicate RangesZero(dxgmap_ranges r) =
    r.heap.count == 0 && r.heap.high == 0 && \forall integer i; 0 <= i <= DXGMAP_SLOTS ==>
       r.heap.order[i] == 0 && r.heap.place[i] == 0 && r.heap.gap[i] == 0
    && r.base[i] == 0 && r.length[i] == 0 && r.next[i] == 0 && r.prev[i] == 0;

  predicate RangesOk(dxgmap_ranges r) = RangesZero(r) || RangesStarted(r);
*/

#endif
