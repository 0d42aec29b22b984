#ifndef DXGMAP_RANGES_H
#define DXGMAP_RANGES_H

#include "heap.h"

#define DXGMAP_RANGE_HEAD 0u /* owns no page, only the gap before the first range */

/* Which ids hold which runs of the pages 0 .. DXGMAP_CELLS - 1; at most one run an id, ids 1 .. DXGMAP_SLOTS. The live
   ids and the head lie on a ring in address order, and each of them owns the gap between its run and the next. A run is
   cut from the largest gap, so an allocation fails only where no gap is long enough, and nothing is kept for each page:
   both calls cost O(log live) at worst and O(1) as a rule (the first use of an id above all earlier ones also passes
   over those between). Zeroed memory has no live id: the first allocation starts the ring. */
typedef struct {
  dxgmap_heap heap;                 /* the gaps; its high-water mark is above every live id */
  uint32_t base[DXGMAP_HEAP_IDS];   /* first page of each live id */
  uint32_t length[DXGMAP_HEAP_IDS]; /* pages of each live id, 0 when it is not live */
  uint32_t next[DXGMAP_HEAP_IDS];   /* ring of the live ids and the head */
  uint32_t prev[DXGMAP_HEAP_IDS];
} dxgmap_ranges;

#include "logic/ranges.h"

/* Gives id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when no free run
   is long enough. Ids need not come in order. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: 1 <= id <= DXGMAP_SLOTS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> \result + pages <= DXGMAP_CELLS;
    ensures sound: \result < DXGMAP_CELLS ==> RangeFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS ==>
      \forall integer first; 0 <= first && first + pages <= DXGMAP_CELLS ==> !RangeFree(\old(*ranges), first, pages); */
uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a live id back; its gap and the gap before it become one. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: 1 <= id <= DXGMAP_SLOTS;
    requires live: RangeLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id); */
void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // zeroed memory is a valid allocator, without a live id
  /@ requires valid: \valid(ranges);
     requires zero: RangesZero(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: RangesOk(*ranges);
     ensures idle: \forall integer i; !RangeLive(*ranges, i); @/
  void dxgmap_ranges_zero(const dxgmap_ranges *ranges);
*/
/*@ ghost
  // without a live id every page is free
  /@ requires valid: \valid(ranges);
     requires idle: \forall integer i; 1 <= i <= DXGMAP_SLOTS ==> ranges->length[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: \forall integer page; RangePageFree(*ranges, page); @/
  void dxgmap_ranges_empty(const dxgmap_ranges *ranges);
*/
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RangesOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RangeCovers(*ranges, i, page) && RangeCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i;
       RangeLive(*ranges, i) ==> ranges->base[i] + ranges->length[i] <= DXGMAP_CELLS; @/
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges);
*/

#endif
