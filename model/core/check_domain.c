#include "check_domain.h"

#include "check_ranges.h"

#include "logic/check_domain.h"

/*@ requires valid: \valid(c);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CellsBounded(*c); */
static int dxgmap_check_cells_bounded(const dxgmap_cells *c)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant bounded: \forall integer l; 0 <= l < k ==> 0 <= c->cell[l] <= DXGMAP_PAGES;
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (c->cell[k] > DXGMAP_PAGES) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(c) && \valid(n);
    requires separated: \separated(c, n);
    requires bounded: CellsBounded(*c);
    terminates \true;
    exits \false;
    assigns *n;
    ensures counted: Counted(*c, *n);
    ensures bounded: CountsBounded(*n); */
static void dxgmap_check_tally(const dxgmap_cells *c, dxgmap_counts *n)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant zero: \forall integer p; 0 <= p < k ==> n->count[p] == 0;
      loop assigns k, n->count[0 .. DXGMAP_PAGES - 1];
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++)
    n->count[k] = 0;
  /*@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
      loop invariant counted: \forall integer p; 0 <= p < DXGMAP_PAGES ==> n->count[p] == CellCount(*c, j, p + 1);
      loop invariant bounded: \forall integer p; 0 <= p < DXGMAP_PAGES ==> 0 <= n->count[p] <= j;
      loop assigns j, n->count[0 .. DXGMAP_PAGES - 1];
      loop variant DXGMAP_CELLS - j; */
  for (uint32_t j = 0; j < DXGMAP_CELLS; j++) {
    uint32_t v = c->cell[j];
    if (v != 0) n->count[v - 1u]++;
  }
}

/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    requires bounded: CellsBounded(d->cells);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Counted(d->cells, d->counts) && CountsBounded(d->counts); */
static int dxgmap_check_counted(const dxgmap_domain *d, dxgmap_counts *scratch)
{
  dxgmap_check_tally(&d->cells, scratch);
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant same: \forall integer p; 0 <= p < k ==> d->counts.count[p] == scratch->count[p];
      loop assigns k;
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    if (d->counts.count[k] != scratch->count[k]) return 0;
  }
  return 1;
}

/* Whether mapping i uses every cell of its run. */
/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    requires id: 1 <= i <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer l; RangeCovers(d->ranges, i, l) ==> d->cells.cell[l] != 0; */
static int dxgmap_check_run_used(const dxgmap_domain *d, uint32_t i)
{
  uint32_t base = d->ranges.base[i];
  uint32_t length = d->ranges.length[i];
  /*@ assert on: length > 0 ==> RangeOn(d->ranges, i) && RangeEnd(d->ranges, i) <= DXGMAP_CELLS; */
  /*@ loop invariant range: 0 <= k <= length;
      loop invariant used: \forall integer l; base <= l < base + k ==> d->cells.cell[l] != 0;
      loop assigns k;
      loop variant length - k; */
  for (uint32_t k = 0; k < length; k++) {
    if (d->cells.cell[base + k] == 0) {
      /*@ assert here: RangeCovers(d->ranges, i, base + k); */
      return 0;
    }
  }
  return 1;
}

/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CellsUsed(*d); */
static int dxgmap_check_cells_used(const dxgmap_domain *d)
{
  /*@ loop invariant range: 1 <= i <= DXGMAP_HEAP_IDS;
      loop invariant used: \forall integer j; 1 <= j < i ==>
        \forall integer l; RangeCovers(d->ranges, j, l) ==> d->cells.cell[l] != 0;
      loop assigns i;
      loop variant DXGMAP_HEAP_IDS - i; */
  for (uint32_t i = 1; i < DXGMAP_HEAP_IDS; i++) {
    if (!dxgmap_check_run_used(d, i)) return 0;
  }
  return 1;
}

/* Whether the cells between the run of i and the next are empty. */
/*@ requires valid: \valid(d);
    requires ranges: RangesStarted(d->ranges) && RangeOn(d->ranges, i);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> GapEmpty(*d, i); */
static int dxgmap_check_gap_empty(const dxgmap_domain *d, uint32_t i)
{
  /*@ assert inside: RangeEnd(d->ranges, i) <= DXGMAP_CELLS; */
  uint32_t first = d->ranges.base[i] + d->ranges.length[i];
  uint32_t gap = d->ranges.heap.gap[i];
  /*@ loop invariant range: 0 <= k <= gap;
      loop invariant empty: \forall integer l; first <= l < first + k ==> d->cells.cell[l] == 0;
      loop assigns k;
      loop variant gap - k; */
  for (uint32_t k = 0; k < gap; k++) {
    if (d->cells.cell[first + k] != 0) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(d);
    requires ranges: RangesStarted(d->ranges);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> GapsEmpty(*d); */
static int dxgmap_check_gaps_empty(const dxgmap_domain *d)
{
  /*@ loop invariant range: 0 <= i <= DXGMAP_HEAP_IDS;
      loop invariant empty: \forall integer j; j < i && RangeOn(d->ranges, j) ==> GapEmpty(*d, j);
      loop assigns i;
      loop variant DXGMAP_HEAP_IDS - i; */
  for (uint32_t i = 0; i < DXGMAP_HEAP_IDS; i++) {
    if (i != DXGMAP_RANGE_HEAD && d->ranges.length[i] == 0) continue;
    /*@ assert on: RangeOn(d->ranges, i); */
    if (!dxgmap_check_gap_empty(d, i)) return 0;
  }
  return 1;
}

/*@ ghost
  // Each cell has one owner on the ring: it is in the owner's run or in the gap after it.
  /@ requires valid: \valid(d);
     requires ranges: RangesStarted(d->ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures iff: GapsEmpty(*d) <==> CellsOwned(*d); @/
  void dxgmap_check_gaps_owned(const dxgmap_domain *d)
  {
    /@ assert has: \forall integer l; 0 <= l < DXGMAP_CELLS ==> RangeHas(d->ranges, l); @/
    /@ assert split: \forall integer i, l; RangeOwns(d->ranges, i, l) ==> RangeCovers(d->ranges, i, l)
         || d->ranges.base[i] + d->ranges.length[i] <= l; @/
    /@ assert used: GapsEmpty(*d) ==> \forall integer i, l;
         RangeOwns(d->ranges, i, l) && d->cells.cell[l] != 0 ==> RangeCovers(d->ranges, i, l); @/
    /@ assert used_owned: GapsEmpty(*d) ==> \forall integer i, l;
         RangeOwns(d->ranges, i, l) && d->cells.cell[l] != 0 ==> CellOwned(d->ranges, l); @/
    /@ assert had: GapsEmpty(*d) ==> \forall integer l;
         RangeHas(d->ranges, l) && d->cells.cell[l] != 0 ==> CellOwned(d->ranges, l); @/
    /@ assert owned: GapsEmpty(*d) ==> CellsOwned(*d); @/
    /@ assert covers: \forall integer i, l; RangeCovers(d->ranges, i, l) ==> RangeOwns(d->ranges, i, l); @/
    /@ assert one: \forall integer i, j, l; RangeOwns(d->ranges, i, l) && RangeOwns(d->ranges, j, l) ==> i == j; @/
    /@ assert gap: \forall integer i, l; RangeOn(d->ranges, i)
         && d->ranges.base[i] + d->ranges.length[i] <= l < RangeEnd(d->ranges, i)
         ==> RangeOwns(d->ranges, i, l) && !RangeCovers(d->ranges, i, l) && 0 <= l < DXGMAP_CELLS; @/
    /@ assert free: \forall integer i, l; RangeOn(d->ranges, i)
         && d->ranges.base[i] + d->ranges.length[i] <= l < RangeEnd(d->ranges, i) ==> !CellOwned(d->ranges, l); @/
    return;
  }
*/

/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    requires not_started: d->ranges.heap.high == 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CellsOwned(*d); */
static int dxgmap_check_cells_empty(const dxgmap_domain *d)
{
  /*@ assert head: RangeOn(d->ranges, DXGMAP_RANGE_HEAD); */
  /*@ assert zero: RangesZero(d->ranges); */
  /*@ assert none: \forall integer l; !CellOwned(d->ranges, l); */
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant empty: \forall integer l; 0 <= l < k ==> d->cells.cell[l] == 0;
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (d->cells.cell[k] != 0) return 0;
  }
  return 1;
}

/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CellsOwned(*d); */
static int dxgmap_check_cells_owned(const dxgmap_domain *d)
{
  if (d->ranges.heap.high == 0) return dxgmap_check_cells_empty(d);
  /*@ ghost dxgmap_check_gaps_owned(d); */
  return dxgmap_check_gaps_empty(d);
}

int dxgmap_check_domain(const dxgmap_domain *d, dxgmap_counts *scratch)
{
  if (!dxgmap_check_ranges(&d->ranges) || !dxgmap_check_cells_bounded(&d->cells)) return 0;
  if (!dxgmap_check_cells_used(d) || !dxgmap_check_cells_owned(d)) return 0;
  return dxgmap_check_counted(d, scratch);
}
