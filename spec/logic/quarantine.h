/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_QUARANTINE_H
#define DXGMAP_LOGIC_QUARANTINE_H

/*@
  // ---- what callers speak of: the ids of the slots; a page of a run that waits is free ----

  predicate RangeLive(dxgmap_ranges r, integer i) = DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && r.length[i] > 0;
  predicate RangeCovers(dxgmap_ranges r, integer i, integer page) =
    RangeLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RangePageFree(dxgmap_ranges r, integer page) = 1 <= page && \forall integer i; !RangeCovers(r, i, page);
  predicate RangeFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RangePageFree(r, page);
  // a free run of so many pages exists
  predicate RangeRoom(dxgmap_ranges r, integer pages) =
    \exists integer s; 0 <= s && s + pages <= r.limit && RangeFree(r, s, pages);

  // so many pages are free from the end of the run of i
  predicate RangeRoomAfter(dxgmap_ranges r, integer i, integer pages) =
    r.base[i] + r.length[i] + pages <= r.limit && RangeFree(r, r.base[i] + r.length[i], pages);

  // every id of a slot but x holds what it held
  predicate RangeOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) =
    \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && i != x ==>
      b.length[i] == a.length[i] && b.base[i] == a.base[i];
  predicate RangeLimits(dxgmap_ranges a, dxgmap_ranges b) =
    b.limit == a.limit && b.waiting.limit == a.waiting.limit;

  // ---- how it is kept: the ids that wait stand in a row, which goes on at the front of the places ----

  predicate WaitingId(integer i) = 1 <= i < DXGMAP_FIRST;
  predicate InRow(integer oldest, integer count, integer i) =
    oldest < i <= oldest + count || i + DXGMAP_QUARANTINE <= oldest + count;
  predicate Waits(dxgmap_waiting w, integer i) = InRow(w.oldest, w.count, i);
  predicate WaitingBounds(dxgmap_waiting w) =
    0 <= w.count <= w.limit <= DXGMAP_QUARANTINE && 0 <= w.oldest < DXGMAP_QUARANTINE;
  predicate WaitingRuns(dxgmap_ranges r) =
    \forall integer i; 1 <= i < DXGMAP_FIRST ==> (r.length[i] > 0 <==> Waits(r.waiting, i));

  predicate RangesOk(dxgmap_ranges r) = RunsOk(r) && WaitingBounds(r.waiting) && WaitingRuns(r);

  // zeroed memory, but for the limits
  predicate RangesZero(dxgmap_ranges r) =
    RunsZero(r) && r.waiting.oldest == 0 && r.waiting.count == 0 && 0 <= r.waiting.limit <= DXGMAP_QUARANTINE;
*/

#endif
