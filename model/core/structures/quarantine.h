/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_QUARANTINE_H
#define DXGMAP_QUARANTINE_H

#include "structures/ranges.h"

/* The runs of the slots, with a quarantine: a released run waits before its pages are used again, so that a device
   which still accesses them after the release meets a page that nothing is mapped at. At most waiting.limit runs wait,
   fewer where they are long; the oldest leaves first, and all that is needed leave before an allocation fails for want
   of their pages. */

#include "logic/quarantine.h"

/* Gives the slot's id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when
   no run is long enough, were nothing to wait. That is asked only when what is free outright does not do; then it costs
   time in proportion to the runs that wait. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit <= DXGMAP_CELLS;
    ensures sound: \result < DXGMAP_CELLS ==> RangeFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS <==> !RangeRoom(\old(*ranges), pages); */
uint32_t dxgmap_quarantine_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a slot's live id: it waits, if any may. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires live: RangeLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures waits: ranges->waiting.limit > 0 ==>
      \exists integer w; 1 <= w < DXGMAP_FIRST && ranges->base[w] == \old(ranges->base[id])
                      && ranges->length[w] == \old(ranges->length[id]); */
void dxgmap_quarantine_release(dxgmap_ranges *ranges, uint32_t id);

/* Says how many pages there are and how many runs may wait, while no slot has a run. What waited is free. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    requires waiting: waiting <= DXGMAP_QUARANTINE;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limits: ranges->limit == limit && ranges->waiting.limit == waiting;
    ensures none: ranges->waiting.count == 0; */
void dxgmap_quarantine_open(dxgmap_ranges *ranges, uint32_t limit, uint32_t waiting);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RangesOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RangeCovers(*ranges, i, page) && RangeCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i; RangeLive(*ranges, i) ==>
       1 <= ranges->base[i] && ranges->base[i] + ranges->length[i] <= ranges->limit <= DXGMAP_CELLS; @/
  void dxgmap_quarantine_apart(const dxgmap_ranges *ranges);
*/

#endif
