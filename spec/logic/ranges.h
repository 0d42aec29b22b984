/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_RANGES_H
#define DXGMAP_LOGIC_RANGES_H

/*@
  // ---- what callers speak of ----

  predicate RunLive(dxgmap_ranges r, integer i) = 1 <= i < DXGMAP_HEAP_IDS && r.length[i] > 0;
  predicate RunCovers(dxgmap_ranges r, integer i, integer page) =
    RunLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RunPageFree(dxgmap_ranges r, integer page) = 1 <= page && \forall integer i; !RunCovers(r, i, page);
  predicate RunFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RunPageFree(r, page);

  // every id but x and y holds what it held
  predicate RunOthersTwo(dxgmap_ranges a, dxgmap_ranges b, integer x, integer y) =
    \forall integer i; 1 <= i < DXGMAP_HEAP_IDS && i != x && i != y ==>
      b.length[i] == a.length[i] && b.base[i] == a.base[i];
  predicate RunOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) = RunOthersTwo(a, b, x, x);

  // how many pages there are, and what waits: no call on a run changes them
  predicate RunsSame(dxgmap_ranges a, dxgmap_ranges b) = b.limit == a.limit && b.waiting == a.waiting;

  // ---- how it is kept: the head and the live ids tile the pages, each with its run and the gap after it ----

  predicate RunOn(dxgmap_ranges r, integer i) = i == DXGMAP_RANGE_HEAD || RunLive(r, i);
  logic integer RunEnd(dxgmap_ranges r, integer i) = r.base[i] + r.length[i] + r.heap.gap[i];
  predicate RunOwns(dxgmap_ranges r, integer i, integer page) = RunOn(r, i) && r.base[i] <= page < RunEnd(r, i);
  predicate RunHas(dxgmap_ranges r, integer page) = \exists integer i; RunOwns(r, i, page);

  predicate RunsHead(dxgmap_ranges r) = r.base[DXGMAP_RANGE_HEAD] == 0 && r.length[DXGMAP_RANGE_HEAD] == 1;
  predicate RunsKnown(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==> i < r.heap.high;
  predicate RunsIdle(dxgmap_ranges r) =
    \forall integer i; 1 <= i < DXGMAP_HEAP_IDS && r.length[i] == 0 ==> r.heap.gap[i] == 0;
  predicate RunsRing(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==>
       RunOn(r, r.next[i]) && r.prev[r.next[i]] == i
    && RunOn(r, r.prev[i]) && r.next[r.prev[i]] == i;
  predicate RunsTile(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==>
       RunEnd(r, i) == (r.next[i] == DXGMAP_RANGE_HEAD ? r.limit : r.base[r.next[i]])
    && RunEnd(r, i) <= r.limit;
  predicate RunsApart(dxgmap_ranges r) = \forall integer i, j; RunOn(r, i) && RunOn(r, j) && i != j ==>
    RunEnd(r, i) <= r.base[j] || RunEnd(r, j) <= r.base[i];
  predicate RunsFull(dxgmap_ranges r) = \forall integer page; 0 <= page < r.limit ==> RunHas(r, page);

  predicate RunsStarted(dxgmap_ranges r) =
       0 <= r.limit <= DXGMAP_CELLS && HeapOk(r.heap) && RunsHead(r) && RunsKnown(r) && RunsIdle(r) && RunsRing(r)
    && RunsTile(r) && RunsApart(r) && RunsFull(r);

  // not started: zeroed memory, but for the limit
  predicate RunsZero(dxgmap_ranges r) =
    0 <= r.limit <= DXGMAP_CELLS && r.heap.count == 0 && r.heap.high == 0
    && \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==>
       r.heap.order[i] == 0 && r.heap.place[i] == 0 && r.heap.gap[i] == 0
    && r.base[i] == 0 && r.length[i] == 0 && r.next[i] == 0 && r.prev[i] == 0;

  predicate RunsOk(dxgmap_ranges r) = RunsZero(r) || RunsStarted(r);
*/

#endif
