/* SPDX-License-Identifier: MIT */
#include "structures/quarantine.h"

/* Runs of up to 64 pages wait in full number, of longer ones fewer: those of n pages that wait together have this many
   pages, or there is one. Without this bound the cells of long runs were never warm: a map and an unmap of 262,144
   pages took five to ten times as long as without a quarantine, and with time touched every cell there is. Of four
   times as many pages, those of 256 at a time took a quarter longer than without; of so many, as long. */
#define DXGMAP_QUARANTINE_PAGES (64u * DXGMAP_QUARANTINE)

/* The fact of quarantine.h that no code computes. */
/*@ ghost
  void dxgmap_quarantine_apart(const dxgmap_ranges *ranges) {
    dxgmap_ranges_apart(ranges);
    /@ assert runs: \forall integer i, page; RangeCovers(*ranges, i, page) ==> RunCovers(*ranges, i, page); @/
  }
*/

/* While nothing waits, what is free here is free outright. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires none: WaitingRuns(*ranges) && ranges->waiting.count == 0 && ranges->waiting.oldest < DXGMAP_QUARANTINE;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: \forall integer first, pages; RangeFree(*ranges, first, pages) ==> RunFree(*ranges, first, pages); @/
  void dxgmap_quarantine_bare(const dxgmap_ranges *ranges) {
    /@ assert waits: \forall integer i; 1 <= i < DXGMAP_FIRST ==> !Waits(ranges->waiting, i); @/
    /@ assert idle: \forall integer i; 1 <= i < DXGMAP_FIRST ==> ranges->length[i] == 0; @/
    /@ assert live: \forall integer i; RunLive(*ranges, i) ==> RangeLive(*ranges, i); @/
    /@ assert covers: \forall integer i, page; RunCovers(*ranges, i, page) ==> RangeCovers(*ranges, i, page); @/
    /@ assert page: \forall integer page; RangePageFree(*ranges, page) ==> RunPageFree(*ranges, page); @/
  }
*/

/* Says which ids wait, and how many may. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    terminates \true;
    exits \false;
    assigns ranges->waiting;
    ensures ok: RunsOk(*ranges);
    ensures set: ranges->waiting.oldest == oldest && ranges->waiting.count == count
        && ranges->waiting.limit == limit; */
static void dxgmap_quarantine_wait(dxgmap_ranges *ranges, uint32_t oldest, uint32_t count, uint32_t limit)
{
  ranges->waiting.oldest = oldest;
  ranges->waiting.count = count;
  ranges->waiting.limit = limit;
  /*@ assert zero: RunsZero(\at(*ranges, Pre)) ==> RunsZero(*ranges); */
  /*@ assert on: \forall integer i; RunOn(*ranges, i) <==> RunOn(\at(*ranges, Pre), i); */
  /*@ assert owns: \forall integer i, page; RunOwns(*ranges, i, page) <==> RunOwns(\at(*ranges, Pre), i, page); */
  /*@ assert has: \forall integer page; RunHas(\at(*ranges, Pre), page) ==> RunHas(*ranges, page); */
  /*@ assert started: RunsStarted(\at(*ranges, Pre)) ==> RunsStarted(*ranges); */
}

/* The run that has waited longest is free. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires some: ranges->waiting.count > 0;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures less: ranges->waiting.count == \old(ranges->waiting.count) - 1;
    ensures others: RangeOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures free: \forall integer page; RangePageFree(\old(*ranges), page) <==> RangePageFree(*ranges, page); */
static void dxgmap_quarantine_expire(dxgmap_ranges *ranges)
{
  uint32_t oldest = ranges->waiting.oldest;

  /*@ assert waits: Waits(ranges->waiting, 1 + oldest) && RunLive(*ranges, 1 + oldest); */
  dxgmap_ranges_free(ranges, 1u + oldest);
  dxgmap_quarantine_wait(ranges, oldest + 1u == DXGMAP_QUARANTINE ? 0u : oldest + 1u, ranges->waiting.count - 1u,
                         ranges->waiting.limit);
  /*@ assert places: \forall integer i; 1 <= i < DXGMAP_FIRST ==>
        (Waits(ranges->waiting, i) <==> i != 1 + oldest && Waits(\at(*ranges, Pre).waiting, i)); */
  /*@ assert runs: WaitingRuns(*ranges); */
  /*@ assert covers: \forall integer i, page; RangeCovers(\at(*ranges, Pre), i, page)
       <==> RangeCovers(*ranges, i, page); */
}

/* A page belongs to one run and the gap after it. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RunsStarted(*ranges);
     requires on: RunOn(*ranges, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures waits: i < DXGMAP_FIRST ==>
       \forall integer page; 1 <= page && ranges->base[i] <= page < RunEnd(*ranges, i) ==> RangePageFree(*ranges, page);
     ensures gap: \forall integer page;
       ranges->base[i] + ranges->length[i] <= page < RunEnd(*ranges, i) ==> RangePageFree(*ranges, page);
     ensures outright: \forall integer page;
       ranges->base[i] + ranges->length[i] <= page < RunEnd(*ranges, i) ==> RunPageFree(*ranges, page);
     ensures held: i >= DXGMAP_FIRST ==> \forall integer page;
       ranges->base[i] <= page < ranges->base[i] + ranges->length[i] ==> !RangePageFree(*ranges, page); @/
  void dxgmap_quarantine_owned(const dxgmap_ranges *ranges, uint32_t i) {
    /@ assert one: \forall integer j, page; RunOwns(*ranges, j, page) && RunOwns(*ranges, i, page) ==> i == j; @/
    /@ assert owns: \forall integer j, page; RangeCovers(*ranges, j, page) ==> RunOwns(*ranges, j, page); @/
    /@ assert live: \forall integer j, page; RunCovers(*ranges, j, page) ==> RunOwns(*ranges, j, page); @/
    /@ assert held: \forall integer page; i >= DXGMAP_FIRST
         && ranges->base[i] <= page < ranges->base[i] + ranges->length[i] ==> RangeCovers(*ranges, i, page); @/
  }
*/

/* No free run of so many pages ends at or before `end`: none ends at or before `from`, the pages from there to `held`
   are not free, and too few follow. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires pages: 1 <= pages;
     requires order: from <= end && held < end && end - held <= pages;
     requires before: \forall integer s; 0 <= s && s + pages <= from ==> !RangeFree(*ranges, s, pages);
     requires held: !RangePageFree(*ranges, held);
     requires taken: \forall integer page; from <= page <= held ==> !RangePageFree(*ranges, page);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer s; 0 <= s && s + pages <= end ==> !RangeFree(*ranges, s, pages); @/
  void dxgmap_quarantine_blocked(const dxgmap_ranges *ranges, uint32_t from, uint32_t held, uint32_t end,
    uint32_t pages) {
    /@ assert across: \forall integer s; s <= held < s + pages ==> !RangeFree(*ranges, s, pages); @/
    /@ assert last: \forall integer s; RangeFree(*ranges, s, pages) ==> RangePageFree(*ranges, s + pages - 1); @/
    /@ assert within: \forall integer s; from < s + pages <= held ==> !RangeFree(*ranges, s, pages); @/
  }
*/

/* No free run of so many pages exists: none is free outright, and none starts where a run that does not wait ends
   before one that does. For of the free pages in a row that hold a free run, the first is where a run ends that does
   not wait; and if the next does not wait either, they are all free outright. Shown along the ring, with the run `held`
   that the free pages in a row start after. */
/*@ ghost
  /@ requires valid: \valid(ranges);
     requires ok: RunsStarted(*ranges);
     requires pages: 1 <= pages;
     requires outright: \forall integer s; 0 <= s && s + pages <= ranges->limit ==> !RunFree(*ranges, s, pages);
     requires waiting: \forall integer i; RunLive(*ranges, i) && WaitingId(i) && !WaitingId(ranges->prev[i]) ==>
       !RangeRoomAfter(*ranges, ranges->prev[i], pages);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: !RangeRoom(*ranges, pages); @/
  void dxgmap_quarantine_nowhere(const dxgmap_ranges *ranges, uint32_t pages) {
    uint32_t i = DXGMAP_RANGE_HEAD;
    uint32_t held = DXGMAP_RANGE_HEAD;
    uint32_t first = 1u;
    uint32_t end = 1u + ranges->heap.gap[DXGMAP_RANGE_HEAD];

    dxgmap_quarantine_owned(ranges, DXGMAP_RANGE_HEAD);
    /@ assert free: end - first >= pages ==> RunFree(*ranges, first, pages); @/
    /@ assert zero: !RangePageFree(*ranges, 0); @/
    dxgmap_quarantine_blocked(ranges, 0u, 0u, end, pages);
    /@ loop invariant on: RunOn(*ranges, i) && RunOn(*ranges, held) && !WaitingId(held);
       loop invariant first: 1 <= first == ranges->base[held] + ranges->length[held];
       loop invariant end: first <= end == RunEnd(*ranges, i) <= ranges->limit;
       loop invariant short: end < first + pages;
       loop invariant room: i == held || WaitingId(i) && !RangeRoomAfter(*ranges, held, pages);
       loop invariant free: \forall integer page; first <= page < end ==> RangePageFree(*ranges, page);
       loop invariant taken: !RangePageFree(*ranges, first - 1);
       loop invariant none: \forall integer s; 0 <= s && s + pages <= end ==> !RangeFree(*ranges, s, pages);
       loop assigns i, held, first, end;
       loop variant ranges->limit - end; @/
    while (ranges->next[i] != DXGMAP_RANGE_HEAD) {
      uint32_t from = first - 1u;

      /@ assert waits: WaitingId(ranges->next[i]) ==> !RangeRoomAfter(*ranges, held, pages); @/
      /@ assert touch: end == ranges->base[ranges->next[i]] && RunEnd(*ranges, ranges->next[i]) <= ranges->limit; @/
      i = ranges->next[i];
      dxgmap_quarantine_owned(ranges, i);
      if (i >= DXGMAP_FIRST) {
        held = i;
        from = end;
        first = end + ranges->length[i];
        /@ assert free: ranges->heap.gap[i] >= pages ==> RunFree(*ranges, first, pages); @/
      }
      end = end + ranges->length[i] + ranges->heap.gap[i];
      /@ assert short: end < first + pages; @/
      dxgmap_quarantine_blocked(ranges, from, (uint32_t)(first - 1u), end, pages);
    }
    /@ assert all: end == ranges->limit; @/
  }
*/

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> WaitingId(id); */
static bool dxgmap_quarantine_waits(uint32_t id)
{
  return id != DXGMAP_RANGE_HEAD && id < DXGMAP_FIRST;
}

/* Whether so many pages are free from the end of a run that does not wait: over the runs that follow and wait. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires on: RunOn(*ranges, held) && !WaitingId(held);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangeRoomAfter(*ranges, held, pages); */
static bool dxgmap_quarantine_fits_after(const dxgmap_ranges *ranges, uint32_t held, uint32_t pages)
{
  uint32_t i = ranges->next[held];
  uint32_t run = ranges->heap.gap[held];
  /*@ ghost uint32_t first = ranges->base[held] + ranges->length[held]; */

  /*@ ghost dxgmap_quarantine_owned(ranges, held); */
  /*@ loop invariant on: RunOn(*ranges, i);
      loop invariant end: first + run <= ranges->limit;
      loop invariant touch: first + run == (i == DXGMAP_RANGE_HEAD ? ranges->limit : ranges->base[i]);
      loop invariant free: RangeFree(*ranges, first, run);
      loop assigns i, run;
      loop variant ranges->limit - run; */
  while (run < pages && dxgmap_quarantine_waits(i)) {
    /*@ ghost dxgmap_quarantine_owned(ranges, i); */
    run = run + ranges->length[i] + ranges->heap.gap[i];
    i = ranges->next[i];
  }
  /*@ ghost dxgmap_quarantine_owned(ranges, i); */
  /*@ assert held: run < pages && i != DXGMAP_RANGE_HEAD ==> !RangePageFree(*ranges, first + run); */
  return run >= pages;
}

/* Whether a free run of so many pages exists once nothing waits, where none is free outright: then it holds one that
   waits. Each run that waits is passed over at most once, from the first of those that follow each other. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsStarted(*ranges);
    requires row: WaitingBounds(ranges->waiting) && WaitingRuns(*ranges);
    requires pages: 1 <= pages;
    requires outright: \forall integer s; 0 <= s && s + pages <= ranges->limit ==> !RunFree(*ranges, s, pages);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangeRoom(*ranges, pages); */
static bool dxgmap_quarantine_fits(const dxgmap_ranges *ranges, uint32_t pages)
{
  uint32_t place = ranges->waiting.oldest;

  /*@ loop invariant seen: 0 <= k <= ranges->waiting.count;
      loop invariant place: place < DXGMAP_QUARANTINE
        && (place == ranges->waiting.oldest + k || place + DXGMAP_QUARANTINE == ranges->waiting.oldest + k);
      loop invariant none: \forall integer i; WaitingId(i) && InRow(ranges->waiting.oldest, k, i)
        && !WaitingId(ranges->prev[i]) ==> !RangeRoomAfter(*ranges, ranges->prev[i], pages);
      loop assigns k, place;
      loop variant ranges->waiting.count - k; */
  for (uint32_t k = 0; k < ranges->waiting.count; k++) {
    /*@ assert waits: Waits(ranges->waiting, 1 + place) && RunLive(*ranges, 1 + place); */
    uint32_t before = ranges->prev[1u + place];

    /*@ assert on: RunOn(*ranges, before); */
    if (!dxgmap_quarantine_waits(before) && dxgmap_quarantine_fits_after(ranges, before, pages)) {
      return true;
    }
    /*@ assert row: \forall integer i; WaitingId(i) ==> (InRow(ranges->waiting.oldest, k + 1, i)
          <==> i == 1 + place || InRow(ranges->waiting.oldest, k, i)); */
    place = place + 1u == DXGMAP_QUARANTINE ? 0u : place + 1u;
  }
  /*@ ghost dxgmap_quarantine_nowhere(ranges, pages); */
  return false;
}

/* dxgmap_ranges_alloc, as it looks here: what waits stays out of reach. */
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
    ensures waiting: ranges->limit == \old(ranges->limit) && ranges->waiting == \old(ranges->waiting);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures room: \result < DXGMAP_CELLS ==> RangeRoom(\old(*ranges), pages);
    ensures outright: \result == DXGMAP_CELLS ==>
      \forall integer s; 0 <= s && s + pages <= ranges->limit ==> !RunFree(*ranges, s, pages);
    ensures none: \result == DXGMAP_CELLS && ranges->waiting.count == 0 ==> !RangeRoom(*ranges, pages); */
static uint32_t dxgmap_quarantine_try(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  /*@ assert covers: \forall integer i, page; RangeCovers(*ranges, i, page) ==> RunCovers(*ranges, i, page); */
  /*@ assert page: \forall integer page; RunPageFree(*ranges, page) ==> RangePageFree(*ranges, page); */
  /*@ assert idle: !RunLive(*ranges, id); */
  uint32_t first = dxgmap_ranges_alloc(ranges, id, pages);

  /*@ assert runs: WaitingRuns(*ranges); */
  /*@ assert free: first < DXGMAP_CELLS ==> RangeFree(\at(*ranges, Pre), first, pages); */
  /*@ ghost
    if (ranges->waiting.count == 0u) {
      dxgmap_quarantine_bare(ranges);
    }
  */
  return first;
}

/* Lets the oldest runs go until the allocation succeeds, as it must by the time that nothing waits. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    requires some: ranges->waiting.count > 0;
    requires room: RangeRoom(*ranges, pages);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result < DXGMAP_CELLS;
    ensures bounds: 1 <= \result && \result + pages <= ranges->limit <= DXGMAP_CELLS;
    ensures sound: RangeFree(\old(*ranges), \result, pages);
    ensures set: ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges); */
static uint32_t dxgmap_quarantine_press(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t first = DXGMAP_CELLS;

  /*@ loop invariant ok: RangesOk(*ranges);
      loop invariant range: first <= DXGMAP_CELLS;
      loop invariant bounds: first < DXGMAP_CELLS ==> 1 <= first && first + pages <= ranges->limit <= DXGMAP_CELLS;
      loop invariant sound: first < DXGMAP_CELLS ==> RangeFree(\at(*ranges, Pre), first, pages);
      loop invariant set: first < DXGMAP_CELLS ==> ranges->base[id] == first && ranges->length[id] == pages;
      loop invariant idle: first == DXGMAP_CELLS ==> ranges->length[id] == 0;
      loop invariant others: RangeOthers(\at(*ranges, Pre), *ranges, id);
      loop invariant limits: RangeLimits(\at(*ranges, Pre), *ranges);
      loop invariant free: first == DXGMAP_CELLS ==> \forall integer page;
        RangePageFree(*ranges, page) <==> RangePageFree(\at(*ranges, Pre), page);
      loop invariant some: first == DXGMAP_CELLS ==> ranges->waiting.count > 0;
      loop assigns *ranges, first;
      loop variant ranges->waiting.count; */
  while (first == DXGMAP_CELLS) {
    dxgmap_quarantine_expire(ranges);
    /*@ assert kept: \forall integer s; RangeFree(\at(*ranges, Pre), s, pages) ==> RangeFree(*ranges, s, pages); */
    /*@ assert room: RangeRoom(*ranges, pages); */
    first = dxgmap_quarantine_try(ranges, id, pages);
    /*@ assert free: first < DXGMAP_CELLS ==>
          \forall integer page; first <= page < first + pages ==> RangePageFree(\at(*ranges, Pre), page); */
  }
  return first;
}

uint32_t dxgmap_quarantine_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages)
{
  uint32_t first = dxgmap_quarantine_try(ranges, id, pages);

  if (first < DXGMAP_CELLS || ranges->waiting.count == 0u) {
    return first;
  }
  /*@ assert waits: Waits(ranges->waiting, 1 + ranges->waiting.oldest)
                 && RunLive(*ranges, 1 + ranges->waiting.oldest); */
  /*@ assert started: RunsStarted(*ranges); */
  /*@ assert same: *ranges == \at(*ranges, Pre); */
  if (!dxgmap_quarantine_fits(ranges, pages)) {
    return DXGMAP_CELLS;
  }
  return dxgmap_quarantine_press(ranges, id, pages);
}

/* The run of id waits behind the others, where there is room for one more. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires live: RangeLive(*ranges, id);
    requires room: ranges->waiting.count < ranges->waiting.limit;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures waits: 1 <= \result < DXGMAP_FIRST && ranges->base[\result] == \old(ranges->base[id])
                && ranges->length[\result] == \old(ranges->length[id]); */
static uint32_t dxgmap_quarantine_enter(dxgmap_ranges *ranges, uint32_t id)
{
  uint32_t place = ranges->waiting.oldest + ranges->waiting.count;

  if (place >= DXGMAP_QUARANTINE) {
    place -= DXGMAP_QUARANTINE;
  }
  /*@ assert known: RunsStarted(*ranges); */
  /*@ assert empty: !Waits(ranges->waiting, 1 + place) && !RunLive(*ranges, 1 + place); */
  dxgmap_ranges_rename(ranges, id, 1u + place);
  dxgmap_quarantine_wait(ranges, ranges->waiting.oldest, ranges->waiting.count + 1u, ranges->waiting.limit);
  /*@ assert places: \forall integer i; 1 <= i < DXGMAP_FIRST ==>
        (Waits(ranges->waiting, i) <==> i == 1 + place || Waits(\at(*ranges, Pre).waiting, i)); */
  /*@ assert runs: WaitingRuns(*ranges); */
  return 1u + place;
}

/* How many runs may wait with one of so many pages, itself among them. */
/*@ requires pages: 1 <= pages;
    requires limit: 1 <= limit;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 1 <= \result <= limit; */
static uint32_t dxgmap_quarantine_most(uint32_t pages, uint32_t limit)
{
  uint32_t most = DXGMAP_QUARANTINE_PAGES / pages;

  if (most == 0u) {
    return 1u;
  }
  return most < limit ? most : limit;
}

void dxgmap_quarantine_release(dxgmap_ranges *ranges, uint32_t id)
{
  if (ranges->waiting.limit == 0u) {
    dxgmap_ranges_free(ranges, id);
    return;
  }
  uint32_t most = dxgmap_quarantine_most(ranges->length[id], ranges->waiting.limit);

  /*@ loop invariant ok: RangesOk(*ranges);
      loop invariant others: RangeOthers(\at(*ranges, Pre), *ranges, DXGMAP_RANGE_HEAD);
      loop invariant limits: RangeLimits(\at(*ranges, Pre), *ranges);
      loop assigns *ranges;
      loop variant ranges->waiting.count; */
  while (ranges->waiting.count >= most) {
    dxgmap_quarantine_expire(ranges);
  }
  uint32_t at = dxgmap_quarantine_enter(ranges, id);
  (void)at; /* for the proof: the run is there */
}

void dxgmap_quarantine_open(dxgmap_ranges *ranges, uint32_t limit, uint32_t waiting)
{
  /*@ loop invariant ok: RangesOk(*ranges);
      loop invariant idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
      loop invariant others: RangeOthers(\at(*ranges, Pre), *ranges, DXGMAP_RANGE_HEAD);
      loop assigns *ranges;
      loop variant ranges->waiting.count; */
  while (ranges->waiting.count > 0u) {
    dxgmap_quarantine_expire(ranges);
  }
  /*@ assert none: \forall integer i; 1 <= i < DXGMAP_FIRST ==> !Waits(ranges->waiting, i); */
  /*@ assert empty: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0; */
  dxgmap_ranges_bound(ranges, limit);
  dxgmap_quarantine_wait(ranges, ranges->waiting.oldest, ranges->waiting.count, waiting);
  /*@ assert still: \forall integer i; 1 <= i < DXGMAP_FIRST ==> !Waits(ranges->waiting, i); */
  /*@ assert runs: WaitingRuns(*ranges); */
  /*@ assert ok: RunsOk(*ranges); */
}
