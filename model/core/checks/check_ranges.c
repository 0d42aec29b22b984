/* SPDX-License-Identifier: MIT */
#include "checks/check_ranges.h"

#include "checks/check_heap.h"

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsZero(*r); */
static bool dxgmap_check_ranges_zero(const dxgmap_ranges *r)
{
  if (r->limit > DXGMAP_CELLS || r->heap.count != 0 || r->heap.high != 0) {
    return false;
  }
  /*@ loop invariant range: 0 <= k <= DXGMAP_HEAP_IDS;
      loop invariant zero: \forall integer i; 0 <= i < k ==>
           r->heap.order[i] == 0 && r->heap.place[i] == 0 && r->heap.gap[i] == 0
        && r->base[i] == 0 && r->length[i] == 0 && r->next[i] == 0 && r->prev[i] == 0;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 0; k < DXGMAP_HEAP_IDS; k++) {
    if (r->heap.order[k] != 0 || r->heap.place[k] != 0 || r->heap.gap[k] != 0) {
      return false;
    }
    if (r->base[k] != 0 || r->length[k] != 0 || r->next[k] != 0 || r->prev[k] != 0) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsKnown(*r); */
static bool dxgmap_check_ranges_known(const dxgmap_ranges *r)
{
  /*@ assert head: RunOn(*r, DXGMAP_RANGE_HEAD); */
  if (r->heap.high == 0) {
    return false;
  }
  /*@ loop invariant range: 1 <= k <= DXGMAP_HEAP_IDS;
      loop invariant known: \forall integer i; RunOn(*r, i) && i < k ==> i < r->heap.high;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 1; k < DXGMAP_HEAP_IDS; k++) {
    if (r->length[k] > 0 && k >= r->heap.high) {
      /*@ assert on: RunOn(*r, k); */
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsIdle(*r); */
static bool dxgmap_check_ranges_idle(const dxgmap_ranges *r)
{
  /*@ loop invariant range: 1 <= k <= DXGMAP_HEAP_IDS;
      loop invariant idle: \forall integer i; 1 <= i < k && r->length[i] == 0 ==> r->heap.gap[i] == 0;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 1; k < DXGMAP_HEAP_IDS; k++) {
    if (r->length[k] == 0 && r->heap.gap[k] != 0) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunOn(*r, i); */
static bool dxgmap_check_ranges_on(const dxgmap_ranges *r, uint32_t i)
{
  return i == DXGMAP_RANGE_HEAD || (i < DXGMAP_HEAP_IDS && r->length[i] > 0);
}

/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsRing(*r); */
static bool dxgmap_check_ranges_ring(const dxgmap_ranges *r)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_HEAP_IDS;
      loop invariant ring: \forall integer i; i < k && RunOn(*r, i) ==>
           RunOn(*r, r->next[i]) && r->prev[r->next[i]] == i
        && RunOn(*r, r->prev[i]) && r->next[r->prev[i]] == i;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 0; k < DXGMAP_HEAP_IDS; k++) {
    if (!dxgmap_check_ranges_on(r, k)) {
      continue;
    }
    if (!dxgmap_check_ranges_on(r, r->next[k]) || r->prev[r->next[k]] != k) {
      return false;
    }
    if (!dxgmap_check_ranges_on(r, r->prev[k]) || r->next[r->prev[k]] != k) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(r);
    requires ring: RunsRing(*r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsTile(*r); */
static bool dxgmap_check_ranges_tile(const dxgmap_ranges *r)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_HEAP_IDS;
      loop invariant tile: \forall integer i; i < k && RunOn(*r, i) ==>
           RunEnd(*r, i) == (r->next[i] == DXGMAP_RANGE_HEAD ? r->limit : r->base[r->next[i]])
        && RunEnd(*r, i) <= r->limit;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = 0; k < DXGMAP_HEAP_IDS; k++) {
    if (!dxgmap_check_ranges_on(r, k)) {
      continue;
    }
    uint64_t end = (uint64_t)r->base[k] + r->length[k] + r->heap.gap[k];
    /*@ assert on: RunOn(*r, r->next[k]); */
    /*@ assert end: end == RunEnd(*r, k); */
    if (end > r->limit) {
      return false;
    }
    if (end != (r->next[k] == DXGMAP_RANGE_HEAD ? r->limit : r->base[r->next[k]])) {
      return false;
    }
  }
  return true;
}

/* Why no page need be looked at: a ring that tiles passes each page once. */
/*@ ghost
  // the owner of page 0
  /@ requires valid: \valid(r);
     requires ring: RunsHead(*r) && RunsRing(*r) && RunsTile(*r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: r->limit >= 1;
     ensures has: RunHas(*r, 0);
     ensures one: \forall integer i, j; RunOwns(*r, i, 0) && RunOwns(*r, j, 0) ==> i == j; @/
  void dxgmap_check_ranges_first(const dxgmap_ranges *r)
  {
    /@ assert head: RunOn(*r, DXGMAP_RANGE_HEAD) && RunEnd(*r, DXGMAP_RANGE_HEAD) >= 1; @/
    /@ assert has: RunOwns(*r, DXGMAP_RANGE_HEAD, 0); @/
    /@ assert came: \forall integer i; RunOwns(*r, i, 0) && i != DXGMAP_RANGE_HEAD ==>
         RunOn(*r, r->prev[i]) && RunEnd(*r, r->prev[i]) == 0 && r->next[r->prev[i]] == i; @/
    /@ assert none: \forall integer i; RunOn(*r, i) ==> RunEnd(*r, i) > 0; @/
    return;
  }
*/
/*@ ghost
  // the owner of page p is that of the page before, or the next on the ring
  /@ requires valid: \valid(r);
     requires ring: RunsHead(*r) && RunsRing(*r) && RunsTile(*r);
     requires page: 0 < p < r->limit;
     requires has: RunHas(*r, p - 1);
     requires one: \forall integer i, j; RunOwns(*r, i, p - 1) && RunOwns(*r, j, p - 1) ==> i == j;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures has: RunHas(*r, p);
     ensures one: \forall integer i, j; RunOwns(*r, i, p) && RunOwns(*r, j, p) ==> i == j; @/
  void dxgmap_check_ranges_step(const dxgmap_ranges *r, uint32_t p)
  {
    /@ assert on: \forall integer i; RunOwns(*r, i, p - 1) ==> RunOwns(*r, i, p) || RunOwns(*r, r->next[i], p); @/
    /@ assert came: \forall integer i; RunOwns(*r, i, p) ==> RunOwns(*r, i, p - 1)
         || (RunOwns(*r, r->prev[i], p - 1) && RunEnd(*r, r->prev[i]) == p && r->next[r->prev[i]] == i); @/
    return;
  }
*/
/*@ ghost
  /@ requires valid: \valid(r);
     requires ring: RunsHead(*r) && RunsRing(*r) && RunsTile(*r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures full: RunsFull(*r);
     ensures one: \forall integer i, j, page; RunOwns(*r, i, page) && RunOwns(*r, j, page) ==> i == j; @/
  void dxgmap_check_ranges_walk(const dxgmap_ranges *r)
  {
    dxgmap_check_ranges_first(r);
    /@ loop invariant range: 1 <= p <= r->limit;
       loop invariant full: \forall integer page; 0 <= page < p ==> RunHas(*r, page);
       loop invariant one: \forall integer page, i, j;
         0 <= page < p && RunOwns(*r, i, page) && RunOwns(*r, j, page) ==> i == j;
       loop assigns p;
       loop variant r->limit - p; @/
    for (uint32_t p = 1; p < r->limit; p++) {
      dxgmap_check_ranges_step(r, p);
    }
    return;
  }
*/
/*@ ghost
  /@ requires valid: \valid(r);
     requires tile: RunsHead(*r) && RunsTile(*r);
     requires one: \forall integer i, j, page; RunOwns(*r, i, page) && RunOwns(*r, j, page) ==> i == j;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: RunsApart(*r); @/
  void dxgmap_check_ranges_apart(const dxgmap_ranges *r)
  {
    /@ assert some: \forall integer i; RunOn(*r, i) ==> r->base[i] < RunEnd(*r, i); @/
    /@ assert own: \forall integer i; RunOn(*r, i) ==> RunOwns(*r, i, r->base[i]); @/
    /@ assert inside: \forall integer i, j; RunOn(*r, i) && RunOn(*r, j) && i != j ==> !RunOwns(*r, j, r->base[i]); @/
    return;
  }
*/

bool dxgmap_check_ranges(const dxgmap_ranges *r)
{
  if (dxgmap_check_ranges_zero(r)) {
    return true;
  }
  if (r->limit > DXGMAP_CELLS) {
    return false;
  }
  if (r->base[DXGMAP_RANGE_HEAD] != 0 || r->length[DXGMAP_RANGE_HEAD] != 1) {
    return false;
  }
  if (!dxgmap_check_heap(&r->heap)) {
    return false;
  }
  if (!dxgmap_check_ranges_known(r)) {
    return false;
  }
  if (!dxgmap_check_ranges_idle(r)) {
    return false;
  }
  if (!dxgmap_check_ranges_ring(r)) {
    return false;
  }
  if (!dxgmap_check_ranges_tile(r)) {
    return false;
  }
  /*@ ghost dxgmap_check_ranges_walk(r); */
  /*@ ghost dxgmap_check_ranges_apart(r); */
  return true;
}
