/* SPDX-License-Identifier: MIT */
#include "structures/ranges.h"

/* The fact of ranges.h that no code computes. */
/*@ ghost
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges) {
    /@ assert one: RunsStarted(*ranges) ==> \forall integer i, j, page;
         RunOwns(*ranges, i, page) && RunOwns(*ranges, j, page) ==> i == j; @/
    /@ assert owns: \forall integer i, page; RunCovers(*ranges, i, page) ==> RunOwns(*ranges, i, page); @/
  }
*/

/* When every gap is shorter than the run asked for, no free run of that length exists: the page after any gap is
   taken. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RunsStarted(*ranges);
     requires pages: 1 <= pages;
     requires shorter: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==> ranges->heap.gap[i] < pages;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures complete: \forall integer first;
       0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); @/
  void dxgmap_ranges_none_fits(const dxgmap_ranges *ranges, uint32_t pages) {
    /@ assert each: \forall integer first, page;
         first <= page < first + pages && RunFree(*ranges, first, pages) ==> RunPageFree(*ranges, page); @/
    /@ assert split: \forall integer i, page; RunOwns(*ranges, i, page) && 1 <= page ==>
         RunCovers(*ranges, i, page) || page >= ranges->base[i] + ranges->length[i]; @/
    /@ assert in_gap: \forall integer i, page; RunOwns(*ranges, i, page) && RunPageFree(*ranges, page) ==>
         !RunCovers(*ranges, i, page) && page >= ranges->base[i] + ranges->length[i]
         && RunEnd(*ranges, i) < page + pages; @/
    /@ assert next: \forall integer i; RunOn(*ranges, i) && RunEnd(*ranges, i) < ranges->limit ==>
         RunCovers(*ranges, ranges->next[i], RunEnd(*ranges, i)); @/
    /@ assert taken: \forall integer i; RunOn(*ranges, i) && RunEnd(*ranges, i) < ranges->limit ==>
         !RunPageFree(*ranges, RunEnd(*ranges, i)); @/
    /@ assert reached: \forall integer first, i; 0 <= first && first + pages <= ranges->limit
         && RunOwns(*ranges, i, first) && RunPageFree(*ranges, first) ==>
         first <= RunEnd(*ranges, i) < first + pages && !RunPageFree(*ranges, RunEnd(*ranges, i)); @/
    /@ assert owned: \forall integer first, i; 0 <= first && first + pages <= ranges->limit
         && RunOwns(*ranges, i, first) && RunPageFree(*ranges, first) ==> !RunFree(*ranges, first, pages); @/
    /@ assert had: \forall integer first; 0 <= first && first + pages <= ranges->limit
         && RunHas(*ranges, first) && RunPageFree(*ranges, first) ==> !RunFree(*ranges, first, pages); @/
    /@ assert first: \forall integer first; !RunPageFree(*ranges, first) ==> !RunFree(*ranges, first, pages); @/
    /@ assert has: \forall integer first; 0 <= first && first + pages <= ranges->limit ==> RunHas(*ranges, first); @/
  }
*/

/* Apart again after a change: x and y are apart from all others, and nothing else has moved. */
/*@ ghost
  /@ requires apart: RunsApart(was);
     requires same: \forall integer j; RunOn(now, j) && j != x && j != y ==>
       RunOn(was, j) && RunEnd(now, j) == RunEnd(was, j) && now.base[j] == was.base[j];
     requires x: \forall integer k; RunOn(now, k) && k != x ==>
       RunEnd(now, x) <= now.base[k] || RunEnd(now, k) <= now.base[x];
     requires y: \forall integer k; RunOn(now, k) && k != y ==>
       RunEnd(now, y) <= now.base[k] || RunEnd(now, k) <= now.base[y];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: RunsApart(now); @/
  void dxgmap_ranges_moved(dxgmap_ranges was, dxgmap_ranges now, uint32_t x, uint32_t y) {
  }
*/

/* What one id owns alone may be all that there is: page by page, because for all of them at once the provers do not
   find the witness. */
/*@ ghost
  /@ requires on: RunOn(r, i);
     requires owns: r.base[i] == 0 && RunEnd(r, i) == r.limit;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures full: RunsFull(r); @/
  void dxgmap_ranges_whole(dxgmap_ranges r, uint32_t i) {
    /@ loop invariant range: 0 <= page <= r.limit;
       loop invariant has: \forall integer p; 0 <= p < page ==> RunHas(r, p);
       loop assigns page;
       loop variant r.limit - page; @/
    for (uint32_t page = 0; page < r.limit; page++) {
      /@ assert owned: RunOwns(r, i, page); @/
    }
  }
*/

/* Makes the ring of zeroed memory: the head, with page 0 and all others as its gap. */
/*@ requires valid: \valid(ranges);
    requires zero: RunsZero(*ranges);
    requires limit: 1 < ranges->limit;
    terminates \true;
    exits \false;
    assigns ranges->heap.count, ranges->heap.high, ranges->heap.gap[DXGMAP_RANGE_HEAD],
            ranges->length[DXGMAP_RANGE_HEAD];
    ensures ok: RunsStarted(*ranges);
    ensures gap: ranges->heap.gap[DXGMAP_RANGE_HEAD] == ranges->limit - 1;
    ensures idle: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures free: \forall integer page; RunPageFree(*ranges, page) ==> RunPageFree(\old(*ranges), page); */
static void dxgmap_ranges_start(dxgmap_ranges *ranges)
{
  ranges->heap.count = 1;
  ranges->heap.high = 1;
  ranges->heap.gap[DXGMAP_RANGE_HEAD] = ranges->limit - 1u;
  ranges->length[DXGMAP_RANGE_HEAD] = 1;
  /*@ assert heap: HeapOk(ranges->heap); */
  /*@ ghost dxgmap_ranges_whole(*ranges, DXGMAP_RANGE_HEAD); */
}

/* The id whose gap to cut: one that is long enough, and not much longer where there is a choice; DXGMAP_HEAP_IDS when
   none is. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures fits: \result < DXGMAP_HEAP_IDS ==> ranges->heap.gap[\result] >= pages;
    ensures complete: \result == DXGMAP_HEAP_IDS ==>
      \forall integer first; 0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); */
static uint32_t dxgmap_ranges_fit(const dxgmap_ranges *ranges, uint32_t pages)
{
  uint32_t after = dxgmap_heap_fit(&ranges->heap, pages);

  if (after < DXGMAP_HEAP_IDS) {
    return after;
  }
  /*@ ghost dxgmap_ranges_none_fits(ranges, pages); */
  return DXGMAP_HEAP_IDS;
}

/* Raises the high-water mark above id: each id is passed once in the life of the memory. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires id: id < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns ranges->heap.high, ranges->heap.order[0 .. DXGMAP_HEAP_IDS - 1],
        ranges->heap.place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures ok: RunsStarted(*ranges);
    ensures known: id < ranges->heap.high;
    ensures free: \forall integer page; RunPageFree(*ranges, page) ==> RunPageFree(\old(*ranges), page); */
static void dxgmap_ranges_reach(dxgmap_ranges *ranges, uint32_t id)
{
  /*@ loop invariant heap: HeapOk(ranges->heap);
      loop invariant high: \at(ranges->heap.high, Pre) <= ranges->heap.high;
      loop assigns ranges->heap.high, ranges->heap.order[0 .. DXGMAP_HEAP_IDS - 1],
          ranges->heap.place[0 .. DXGMAP_HEAP_IDS - 1];
      loop variant id + 1 - ranges->heap.high; */
  while (ranges->heap.high <= id) {
    dxgmap_heap_grow(&ranges->heap);
  }
  /*@ assert on: \forall integer i; RunOn(*ranges, i) <==> RunOn(\at(*ranges, Pre), i); */
  /*@ assert owns: \forall integer i, page; RunOwns(*ranges, i, page) <==> RunOwns(\at(*ranges, Pre), i, page); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart: RunsApart(*ranges); */
  /*@ assert full: RunsFull(*ranges); */
}

/* Cuts the run of id from the front of the gap of another. Any gap that is long enough will do: which one is the policy
   of dxgmap_ranges_fit alone, and may change there without touching this proof. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires id: 1 <= id < ranges->heap.high;
    requires idle: !RunLive(*ranges, id);
    requires pages: 1 <= pages;
    requires fits: after < DXGMAP_HEAP_IDS && ranges->heap.gap[after] >= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsStarted(*ranges);
    ensures bounds: 1 <= \result && \result + pages <= ranges->limit;
    ensures sound: RunFree(\old(*ranges), \result, pages);
    ensures set: ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges); */
static uint32_t dxgmap_ranges_cut(dxgmap_ranges *ranges, uint32_t after, uint32_t id, uint32_t pages)
{
  /*@ ghost dxgmap_ranges was = *ranges; */
  /*@ assert on: RunOn(*ranges, after) && after != id; */
  uint32_t first = ranges->base[after] + ranges->length[after];
  uint32_t next = ranges->next[after];

  dxgmap_heap_pass(&ranges->heap, after, id, ranges->heap.gap[after] - pages);
  ranges->base[id] = first;
  ranges->length[id] = pages;
  ranges->next[after] = id;
  ranges->prev[id] = after;
  ranges->next[id] = next;
  ranges->prev[next] = id;
  /*@ assert was: \forall integer j; RunOn(*ranges, j) <==> j == id || RunOn(\at(*ranges, Pre), j); */
  /*@ assert same: \forall integer j; RunOn(\at(*ranges, Pre), j) && j != after ==>
        RunEnd(*ranges, j) == RunEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RunEnd(*ranges, after) == first && ranges->base[after] == \at(*ranges, Pre).base[after]
                && RunEnd(*ranges, id) == RunEnd(\at(*ranges, Pre), after); */
  /*@ assert idle: RunsIdle(*ranges); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart_old: \forall integer k; RunOn(\at(*ranges, Pre), k) && k != after ==>
        RunEnd(\at(*ranges, Pre), after) <= \at(*ranges, Pre).base[k]
        || RunEnd(\at(*ranges, Pre), k) <= \at(*ranges, Pre).base[after]; */
  /*@ assert apart_both: \forall integer k; RunOn(*ranges, k) && k != after && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[after]; */
  /*@ assert apart_id: \forall integer k; RunOn(*ranges, k) && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[id]; */
  /*@ assert apart_after: \forall integer k; RunOn(*ranges, k) && k != after ==>
        RunEnd(*ranges, after) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[after]; */
  /*@ ghost dxgmap_ranges_moved(was, *ranges, after, id); */
  /*@ assert owns: \forall integer page, j; RunOwns(\at(*ranges, Pre), j, page) ==>
        (j != after ? RunOwns(*ranges, j, page) : RunOwns(*ranges, after, page) || RunOwns(*ranges, id, page)); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert full: RunsFull(*ranges); */
  /*@ assert inside: \forall integer page;
        first <= page < first + pages ==> RunOwns(\at(*ranges, Pre), after, page); */
  /*@ assert free: \forall integer page, j;
        first <= page < first + pages ==> !RunCovers(\at(*ranges, Pre), j, page); */
  return first;
}

uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t after = DXGMAP_RANGE_HEAD;

  if (pages >= ranges->limit) {
    /*@ assert first: !RunPageFree(*ranges, 0); */
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
  /*@ assert free: \forall integer page; RunPageFree(*ranges, page) ==> RunPageFree(\at(*ranges, Pre), page); */
  uint32_t first = dxgmap_ranges_cut(ranges, after, id, pages);
  /*@ assert sound: \forall integer page; first <= page < first + pages ==> RunPageFree(\at(*ranges, Pre), page); */
  return first;
}

void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id)
{
  /*@ ghost dxgmap_ranges was = *ranges; */
  uint32_t prev = ranges->prev[id];
  uint32_t next = ranges->next[id];
  /*@ assert started: RunsStarted(*ranges); */
  /*@ assert on: RunOn(*ranges, prev) && prev != id && RunOn(*ranges, next); */
  /*@ assert touch: RunEnd(*ranges, prev) == ranges->base[id]; */
  /*@ assert apart_id: \forall integer k; RunOn(*ranges, k) && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[id]; */
  /*@ assert apart_prev: \forall integer k; RunOn(*ranges, k) && k != prev && k != id ==>
        RunEnd(*ranges, prev) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[prev]; */
  /*@ assert apart_both: \forall integer k; RunOn(*ranges, k) && k != prev && k != id ==>
        RunEnd(*ranges, id) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[prev]; */
  dxgmap_heap_merge(&ranges->heap, id, prev, ranges->heap.gap[prev] + ranges->length[id] + ranges->heap.gap[id]);
  ranges->length[id] = 0;
  ranges->next[prev] = next;
  ranges->prev[next] = prev;
  /*@ assert was: \forall integer j; RunOn(*ranges, j) <==> j != id && RunOn(\at(*ranges, Pre), j); */
  /*@ assert same: \forall integer j; RunOn(*ranges, j) && j != prev ==>
        RunEnd(*ranges, j) == RunEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RunEnd(*ranges, prev) == RunEnd(\at(*ranges, Pre), id)
                && ranges->base[prev] == \at(*ranges, Pre).base[prev]; */
  /*@ assert idle: RunsIdle(*ranges); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert links: \forall integer j; RunOn(*ranges, j) && j != prev ==>
        ranges->next[j] == \at(*ranges, Pre).next[j] && ranges->next[j] != id; */
  /*@ assert tile_prev: RunEnd(*ranges, prev) == (next == DXGMAP_RANGE_HEAD ? ranges->limit : ranges->base[next]); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart_merged: \forall integer k; RunOn(*ranges, k) && k != prev ==>
        RunEnd(*ranges, prev) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[prev]; */
  /*@ ghost dxgmap_ranges_moved(was, *ranges, prev, prev); */
  /*@ assert owns: \forall integer page, j; RunOwns(\at(*ranges, Pre), j, page) ==>
        (j != id ? RunOwns(*ranges, j, page) : RunOwns(*ranges, prev, page)); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert full: RunsFull(*ranges); */
}

void dxgmap_ranges_rename(dxgmap_ranges *ranges, uint32_t from, uint32_t to)
{
  /*@ ghost dxgmap_ranges was = *ranges; */
  uint32_t prev = ranges->prev[from];
  uint32_t next = ranges->next[from];
  /*@ assert started: RunsStarted(*ranges); */
  /*@ assert on: RunOn(*ranges, prev) && prev != from && RunOn(*ranges, next) && next != from; */
  /*@ assert off: !RunOn(*ranges, to) && to != from && prev != to && next != to; */
  dxgmap_heap_pass(&ranges->heap, from, to, ranges->heap.gap[from]);
  ranges->base[to] = ranges->base[from];
  ranges->length[to] = ranges->length[from];
  ranges->length[from] = 0;
  ranges->next[to] = next;
  ranges->prev[to] = prev;
  ranges->next[prev] = to;
  ranges->prev[next] = to;
  /*@ assert was: \forall integer j; RunOn(*ranges, j) <==> j == to || (j != from && RunOn(\at(*ranges, Pre), j)); */
  /*@ assert same: \forall integer j; RunOn(*ranges, j) && j != to ==>
        RunEnd(*ranges, j) == RunEnd(\at(*ranges, Pre), j) && ranges->base[j] == \at(*ranges, Pre).base[j]; */
  /*@ assert ends: RunEnd(*ranges, to) == RunEnd(\at(*ranges, Pre), from)
                && ranges->base[to] == \at(*ranges, Pre).base[from]; */
  /*@ assert idle: RunsIdle(*ranges); */
  /*@ assert ring: RunsRing(*ranges); */
  /*@ assert tile: RunsTile(*ranges); */
  /*@ assert apart_to: \forall integer k; RunOn(*ranges, k) && k != to ==>
        RunEnd(*ranges, to) <= ranges->base[k] || RunEnd(*ranges, k) <= ranges->base[to]; */
  /*@ ghost dxgmap_ranges_moved(was, *ranges, to, to); */
  /*@ assert owns: \forall integer page, j; RunOwns(\at(*ranges, Pre), j, page) ==>
        (j != from ? RunOwns(*ranges, j, page) : RunOwns(*ranges, to, page)); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert full: RunsFull(*ranges); */
}

void dxgmap_ranges_bound(dxgmap_ranges *ranges, uint32_t limit)
{
  if (ranges->heap.high > 0u) {
    /*@ assert alone: RunsStarted(*ranges) && ranges->next[DXGMAP_RANGE_HEAD] == DXGMAP_RANGE_HEAD; */
    dxgmap_heap_set(&ranges->heap, DXGMAP_RANGE_HEAD, limit - 1u);
    ranges->limit = limit;
    /*@ assert on: \forall integer i; RunOn(*ranges, i) <==> i == DXGMAP_RANGE_HEAD; */
    /*@ ghost dxgmap_ranges_whole(*ranges, DXGMAP_RANGE_HEAD); */
    /*@ assert tile: RunsTile(*ranges); */
    /*@ assert ring: RunsRing(*ranges); */
    /*@ assert idle: RunsHead(*ranges) && RunsKnown(*ranges) && RunsIdle(*ranges); */
    /*@ assert apart: RunsApart(*ranges) && RunsFull(*ranges); */
    /*@ assert started: RunsStarted(*ranges); */
  } else {
    ranges->limit = limit;
    /*@ assert zero: RunsZero(*ranges); */
  }
  /*@ assert ok: RunsOk(*ranges); */
}
