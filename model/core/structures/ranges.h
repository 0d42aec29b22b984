/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_RANGES_H
#define DXGMAP_RANGES_H

#include "structures/heap.h"

#define DXGMAP_RANGE_HEAD 0u /* owns page 0, which is never given out, and the gap before the first run */

/* The runs that wait (quarantine.h); kept here, and not touched by the functions of this file. */
typedef struct {
  uint32_t oldest; /* 0 .. DXGMAP_QUARANTINE - 1: id 1 + oldest has waited longest */
  uint32_t count;  /* how many wait */
  uint32_t limit;  /* how many may */
} dxgmap_waiting;

/* Which ids hold which runs of the pages 1 .. limit - 1; at most one run an id, ids 1 .. DXGMAP_HEAP_IDS - 1. The live
   ids and the head lie on a ring in address order, and each of them owns the gap between its run and the next. A run is
   cut from a gap that holds it (dxgmap_heap_fit), so an allocation fails only where no gap is long enough. Nothing is
   kept for each page: every call costs O(log live) at worst and O(1) as a rule (the first use of an id above all
   earlier ones also passes over those between). Zeroed memory has no live id and no page to give out; the first
   allocation that a limit allows starts the ring. */
typedef struct {
  dxgmap_heap heap; /* the gaps; its high-water mark is above every live id */
  uint32_t limit;   /* pages that there are, page 0 among them; at most DXGMAP_CELLS */
  dxgmap_waiting waiting;
  uint32_t base[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* first page of each live id */
  uint32_t length[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* pages of each live id, 0 when it is not live */
  uint32_t next[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* ring of the live ids and the head */
  uint32_t prev[DXGMAP_HEAP_IDS + DXGMAP_APART];
} dxgmap_ranges;

#include "logic/ranges.h"

/* Gives id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when no free run
   is long enough. Ids need not come in order. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires id: 1 <= id < DXGMAP_HEAP_IDS;
    requires idle: !RunLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit;
    ensures sound: \result < DXGMAP_CELLS ==> RunFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS ==>
      \forall integer first; 0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); */
uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a live id back; its gap and the gap before it become one. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires id: 1 <= id < DXGMAP_HEAP_IDS;
    requires live: RunLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges); */
void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id);

/* The run of one id goes to another, which has none and was passed over before. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires from: 1 <= from < DXGMAP_HEAP_IDS && RunLive(*ranges, from);
    requires to: 1 <= to < ranges->heap.high && !RunLive(*ranges, to);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures gone: ranges->length[from] == 0;
    ensures set: ranges->base[to] == \old(ranges->base[from]) && ranges->length[to] == \old(ranges->length[from]);
    ensures others: RunOthersTwo(\old(*ranges), *ranges, from, to);
    ensures same: RunsSame(\old(*ranges), *ranges); */
void dxgmap_ranges_rename(dxgmap_ranges *ranges, uint32_t from, uint32_t to);

/* Says how many pages there are, while no id has a run. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires idle: \forall integer i; !RunLive(*ranges, i);
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures idle: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures others: RunOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limit: ranges->limit == limit;
    ensures waiting: ranges->waiting == \old(ranges->waiting); */
void dxgmap_ranges_bound(dxgmap_ranges *ranges, uint32_t limit);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RunsOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RunCovers(*ranges, i, page) && RunCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i; RunLive(*ranges, i) ==>
       1 <= ranges->base[i] && ranges->base[i] + ranges->length[i] <= ranges->limit <= DXGMAP_CELLS; @/
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges);
*/

#endif
