#include "ranges.h"

/* The facts of ranges.h that no code computes. */
/*@ ghost
  void dxgmap_ranges_zero(const dxgmap_ranges *ranges) {
  }
  void dxgmap_ranges_empty(const dxgmap_ranges *ranges) {
  }
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges) {
    /@ assert one: RangesStarted(*ranges) ==> \forall integer i, j, page;
         RangeOwns(*ranges, i, page) && RangeOwns(*ranges, j, page) ==> i == j; @/
    /@ assert owns: \forall integer i, page; RangeCovers(*ranges, i, page) ==> RangeOwns(*ranges, i, page); @/
  }
*/

/* When every gap is shorter than the run asked for, no free run of that length exists: the page after any gap is
   taken. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RangesStarted(*ranges);
     requires pages: 1 <= pages <= DXGMAP_CELLS;
     requires shorter: \forall integer i; 0 <= i <= DXGMAP_SLOTS ==> ranges->heap.gap[i] < pages;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures complete: \forall integer first;
       0 <= first && first + pages <= DXGMAP_CELLS ==> !RangeFree(*ranges, first, pages); @/
  void dxgmap_ranges_none_fits(const dxgmap_ranges *ranges, uint32_t pages) {
    /@ assert each: \forall integer first, page;
         first <= page < first + pages && RangeFree(*ranges, first, pages) ==> RangePageFree(*ranges, page); @/
    /@ assert split: \forall integer i, page; RangeOwns(*ranges, i, page) ==>
         RangeCovers(*ranges, i, page) || page >= ranges->base[i] + ranges->length[i]; @/
    /@ assert in_gap: \forall integer i, page; RangeOwns(*ranges, i, page) && RangePageFree(*ranges, page) ==>
         !RangeCovers(*ranges, i, page) && page >= ranges->base[i] + ranges->length[i]
         && RangeEnd(*ranges, i) < page + pages; @/
    /@ assert next: \forall integer i; RangeOn(*ranges, i) && RangeEnd(*ranges, i) < DXGMAP_CELLS ==>
         RangeCovers(*ranges, ranges->next[i], RangeEnd(*ranges, i)); @/
    /@ assert taken: \forall integer i; RangeOn(*ranges, i) && RangeEnd(*ranges, i) < DXGMAP_CELLS ==>
         !RangePageFree(*ranges, RangeEnd(*ranges, i)); @/
    /@ assert reached: \forall integer first, i; 0 <= first && first + pages <= DXGMAP_CELLS
         && RangeOwns(*ranges, i, first) && RangePageFree(*ranges, first) ==>
         first <= RangeEnd(*ranges, i) < first + pages && !RangePageFree(*ranges, RangeEnd(*ranges, i)); @/
    /@ assert owned: \forall integer first, i; 0 <= first && first + pages <= DXGMAP_CELLS
         && RangeOwns(*ranges, i, first) && RangePageFree(*ranges, first) ==> !RangeFree(*ranges, first, pages); @/
    /@ assert had: \forall integer first; 0 <= first && first + pages <= DXGMAP_CELLS
         && RangeHas(*ranges, first) && RangePageFree(*ranges, first) ==> !RangeFree(*ranges, first, pages); @/
    /@ assert first: \forall integer first; !RangePageFree(*ranges, first) ==> !RangeFree(*ranges, first, pages); @/
    /@ assert has: \forall integer first; 0 <= first && first + pages <= DXGMAP_CELLS ==> RangeHas(*ranges, first); @/
  }
*/

/* Makes the ring of zeroed memory: the head, with all pages as its gap. */
/*@ requires valid: \valid(ranges);
    requires zero: RangesZero(*ranges);
    terminates \true;
    exits \false;
    assigns ranges->heap.count, ranges->heap.high, ranges->heap.gap[DXGMAP_RANGE_HEAD];
    ensures ok: RangesStarted(*ranges);
    ensures gap: ranges->heap.gap[DXGMAP_RANGE_HEAD] == DXGMAP_CELLS; */
static void dxgmap_ranges_start(dxgmap_ranges *ranges)
{
  ranges->heap.count = 1;
  ranges->heap.high = 1;
  ranges->heap.gap[DXGMAP_RANGE_HEAD] = DXGMAP_CELLS;
  /*@ assert heap: HeapOk(ranges->heap); */
  /*@ assert owns: \forall integer page; 0 <= page < DXGMAP_CELLS ==> RangeOwns(*ranges, DXGMAP_RANGE_HEAD, page); */
  /*@ assert has: \forall integer page; 0 <= page < DXGMAP_CELLS ==> RangeHas(*ranges, page); */
}

/* The id whose gap to cut: one with the largest, or DXGMAP_HEAP_IDS when none is long enough. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesStarted(*ranges);
    requires pages: 1 <= pages <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures fits: \result < DXGMAP_HEAP_IDS ==> ranges->heap.gap[\result] >= pages;
    ensures complete: \result == DXGMAP_HEAP_IDS ==>
      \forall integer first; 0 <= first && first + pages <= DXGMAP_CELLS ==> !RangeFree(*ranges, first, pages); */
static uint32_t dxgmap_ranges_fit(const dxgmap_ranges *ranges, uint32_t pages)
{
  uint32_t after = dxgmap_heap_largest(&ranges->heap);

  if (after < DXGMAP_HEAP_IDS && ranges->heap.gap[after] >= pages) {
    return after;
  }
  /*@ ghost dxgmap_ranges_none_fits(ranges, pages); */
  return DXGMAP_HEAP_IDS;
}

/* Raises the high-water mark above id: each id is passed once in the life of the memory. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesStarted(*ranges);
    requires id: id <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns ranges->heap.high, ranges->heap.order[0 .. DXGMAP_SLOTS], ranges->heap.place[0 .. DXGMAP_SLOTS];
    ensures ok: RangesStarted(*ranges);
    ensures known: id < ranges->heap.high; */
static void dxgmap_ranges_reach(dxgmap_ranges *ranges, uint32_t id)
{
  /*@ loop invariant heap: HeapOk(ranges->heap);
      loop invariant high: \at(ranges->heap.high, Pre) <= ranges->heap.high;
      loop assigns ranges->heap.high, ranges->heap.order[0 .. DXGMAP_SLOTS], ranges->heap.place[0 .. DXGMAP_SLOTS];
      loop variant id + 1 - ranges->heap.high; */
  while (ranges->heap.high <= id) {
    dxgmap_heap_grow(&ranges->heap);
  }
  /*@ assert on: \forall integer i; RangeOn(*ranges, i) <==> RangeOn(\at(*ranges, Pre), i); */
  /*@ assert owns: \forall integer i, page; RangeOwns(*ranges, i, page) <==> RangeOwns(\at(*ranges, Pre), i, page); */
  /*@ assert has: \forall integer page; RangeHas(\at(*ranges, Pre), page) ==> RangeHas(*ranges, page); */
  /*@ assert ring: RangesRing(*ranges); */
  /*@ assert tile: RangesTile(*ranges); */
  /*@ assert apart: RangesApart(*ranges); */
  /*@ assert full: RangesFull(*ranges); */
}

/* Cuts the run of id from the front of the gap of another. Any gap that is long enough will do: which one is the policy
   of dxgmap_ranges_fit alone, and may change there without touching this proof. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesStarted(*ranges);
    requires id: 1 <= id < ranges->heap.high;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages <= DXGMAP_CELLS;
    requires fits: after <= DXGMAP_SLOTS && ranges->heap.gap[after] >= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesStarted(*ranges);
    ensures bounds: \result + pages <= DXGMAP_CELLS;
    ensures sound: RangeFree(\old(*ranges), \result, pages);
    ensures set: ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id); */
static uint32_t dxgmap_ranges_cut(dxgmap_ranges *ranges, uint32_t after, uint32_t id, uint32_t pages)
{
  /*@ assert on: RangeOn(*ranges, after) && after != id; */
  uint32_t first = ranges->base[after] + ranges->length[after];
  uint32_t next = ranges->next[after];

  dxgmap_heap_pass(&ranges->heap, after, id, ranges->heap.gap[after] - pages);
  ranges->base[id] = first;
  ranges->length[id] = pages;
  ranges->next[after] = id;
  ranges->prev[id] = after;
  ranges->next[id] = next;
  ranges->prev[next] = id;
  /*@ assert was: \forall integer j; RangeOn(*ranges, j) <==> j == id || RangeOn(\at(*ranges, Pre), j); */
  /*@ assert same: \forall integer j; RangeOn(\at(*ranges, Pre), j) && j != after ==>
        RangeEnd(*ranges, j) == RangeEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RangeEnd(*ranges, after) == first && ranges->base[after] == \at(*ranges, Pre).base[after]
                && RangeEnd(*ranges, id) == RangeEnd(\at(*ranges, Pre), after); */
  /*@ assert idle: RangesIdle(*ranges); */
  /*@ assert ring: RangesRing(*ranges); */
  /*@ assert tile: RangesTile(*ranges); */
  /*@ assert apart_old: \forall integer k; RangeOn(\at(*ranges, Pre), k) && k != after ==>
        RangeEnd(\at(*ranges, Pre), after) <= \at(*ranges, Pre).base[k]
        || RangeEnd(\at(*ranges, Pre), k) <= \at(*ranges, Pre).base[after]; */
  /*@ assert apart_both: \forall integer k; RangeOn(*ranges, k) && k != after && k != id ==>
        RangeEnd(*ranges, id) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[after]; */
  /*@ assert apart_id: \forall integer k; RangeOn(*ranges, k) && k != id ==>
        RangeEnd(*ranges, id) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[id]; */
  /*@ assert apart_after: \forall integer k; RangeOn(*ranges, k) && k != after ==>
        RangeEnd(*ranges, after) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[after]; */
  /*@ assert apart: RangesApart(*ranges); */
  /*@ assert owns: \forall integer page, j; RangeOwns(\at(*ranges, Pre), j, page) ==>
        (j != after ? RangeOwns(*ranges, j, page) : RangeOwns(*ranges, after, page) || RangeOwns(*ranges, id, page)); */
  /*@ assert has: \forall integer page; RangeHas(\at(*ranges, Pre), page) ==> RangeHas(*ranges, page); */
  /*@ assert full: RangesFull(*ranges); */
  /*@ assert inside: \forall integer page;
        first <= page < first + pages ==> RangeOwns(\at(*ranges, Pre), after, page); */
  /*@ assert free: \forall integer page, j;
        first <= page < first + pages ==> !RangeCovers(\at(*ranges, Pre), j, page); */
  return first;
}

uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t after = DXGMAP_RANGE_HEAD;

  if (pages > DXGMAP_CELLS) {
    return DXGMAP_CELLS;
  }
  if (ranges->heap.high == 0u) {
    dxgmap_ranges_start(ranges);
  } else {
    after = dxgmap_ranges_fit(ranges, pages);
    if (after == DXGMAP_HEAP_IDS) {
      return DXGMAP_CELLS;
    }
  }
  dxgmap_ranges_reach(ranges, id);
  return dxgmap_ranges_cut(ranges, after, id, pages);
}

void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id)
{
  uint32_t prev = ranges->prev[id];
  uint32_t next = ranges->next[id];
  /*@ assert started: RangesStarted(*ranges); */
  /*@ assert on: RangeOn(*ranges, prev) && prev != id && RangeOn(*ranges, next); */
  /*@ assert touch: RangeEnd(*ranges, prev) == ranges->base[id]; */
  /*@ assert apart_id: \forall integer k; RangeOn(*ranges, k) && k != id ==>
        RangeEnd(*ranges, id) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[id]; */
  /*@ assert apart_prev: \forall integer k; RangeOn(*ranges, k) && k != prev && k != id ==>
        RangeEnd(*ranges, prev) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[prev]; */
  /*@ assert apart_both: \forall integer k; RangeOn(*ranges, k) && k != prev && k != id ==>
        RangeEnd(*ranges, id) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[prev]; */
  dxgmap_heap_merge(&ranges->heap, id, prev, ranges->heap.gap[prev] + ranges->length[id] + ranges->heap.gap[id]);
  ranges->length[id] = 0;
  ranges->next[prev] = next;
  ranges->prev[next] = prev;
  /*@ assert was: \forall integer j; RangeOn(*ranges, j) <==> j != id && RangeOn(\at(*ranges, Pre), j); */
  /*@ assert same: \forall integer j; RangeOn(*ranges, j) && j != prev ==>
        RangeEnd(*ranges, j) == RangeEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RangeEnd(*ranges, prev) == RangeEnd(\at(*ranges, Pre), id)
                && ranges->base[prev] == \at(*ranges, Pre).base[prev]; */
  /*@ assert idle: RangesIdle(*ranges); */
  /*@ assert ring: RangesRing(*ranges); */
  /*@ assert links: \forall integer j; RangeOn(*ranges, j) && j != prev ==>
        ranges->next[j] == \at(*ranges, Pre).next[j] && ranges->next[j] != id; */
  /*@ assert tile_prev: RangeEnd(*ranges, prev) == (next == DXGMAP_RANGE_HEAD ? DXGMAP_CELLS : ranges->base[next]); */
  /*@ assert tile: RangesTile(*ranges); */
  /*@ assert apart_merged: \forall integer k; RangeOn(*ranges, k) && k != prev ==>
        RangeEnd(*ranges, prev) <= ranges->base[k] || RangeEnd(*ranges, k) <= ranges->base[prev]; */
  /*@ assert apart: RangesApart(*ranges); */
  /*@ assert owns: \forall integer page, j; RangeOwns(\at(*ranges, Pre), j, page) ==>
        (j != id ? RangeOwns(*ranges, j, page) : RangeOwns(*ranges, prev, page)); */
  /*@ assert has: \forall integer page; RangeHas(\at(*ranges, Pre), page) ==> RangeHas(*ranges, page); */
  /*@ assert full: RangesFull(*ranges); */
}
