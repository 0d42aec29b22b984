/* SPDX-License-Identifier: MIT */
#include "checks/check_domain.h"

#include "checks/check_quarantine.h"
#include "checks/check_translation.h"

/*@ requires valid: \valid(c);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CellsBounded(*c); */
static bool dxgmap_check_cells_bounded(const dxgmap_cells *c)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant bounded: \forall integer l; 0 <= l < k ==> 0 <= c->cell[l] <= DXGMAP_PAGES;
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (c->cell[k] > DXGMAP_PAGES) {
      return false;
    }
  }
  return true;
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
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    n->count[k] = 0;
  }
  /*@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
      loop invariant counted: \forall integer p; 0 <= p < DXGMAP_PAGES ==> n->count[p] == CellCount(*c, j, p + 1);
      loop invariant bounded: \forall integer p; 0 <= p < DXGMAP_PAGES ==> 0 <= n->count[p] <= j;
      loop assigns j, n->count[0 .. DXGMAP_PAGES - 1];
      loop variant DXGMAP_CELLS - j; */
  for (uint32_t j = 0; j < DXGMAP_CELLS; j++) {
    uint32_t v = c->cell[j];
    if (v != 0) {
      n->count[v - 1u]++;
    }
  }
}

/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    requires bounded: CellsBounded(d->cells);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Counted(d->cells, d->counts) && CountsBounded(d->counts); */
static bool dxgmap_check_counted(const dxgmap_domain *d, dxgmap_counts *scratch)
{
  dxgmap_check_tally(&d->cells, scratch);
  /*@ loop invariant range: 0 <= k <= DXGMAP_PAGES;
      loop invariant same: \forall integer p; 0 <= p < k ==> d->counts.count[p] == scratch->count[p];
      loop assigns k;
      loop variant DXGMAP_PAGES - k; */
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    if (d->counts.count[k] != scratch->count[k]) {
      return false;
    }
  }
  return true;
}

/* Whether every cell of the run of id i has it as its owner. */
/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    requires id: DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer l; RangeCovers(d->ranges, i, l) ==> d->owners.id[l] == i; */
static bool dxgmap_check_run_known(const dxgmap_domain *d, uint32_t i)
{
  uint32_t base = d->ranges.base[i];
  uint32_t length = d->ranges.length[i];
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  /*@ assert inside: length > 0 ==> RangeLive(d->ranges, i) && base + length <= DXGMAP_CELLS; */
  /*@ loop invariant range: 0 <= k <= length;
      loop invariant known: \forall integer l; base <= l < base + k ==> d->owners.id[l] == i;
      loop assigns k;
      loop variant length - k; */
  for (uint32_t k = 0; k < length; k++) {
    if (d->owners.id[base + k] != i) {
      /*@ assert here: RangeCovers(d->ranges, i, base + k); */
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(d);
    requires ranges: RangesOk(d->ranges);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> OwnersKnown(*d); */
static bool dxgmap_check_owners_known(const dxgmap_domain *d)
{
  /*@ loop invariant range: DXGMAP_FIRST <= i <= DXGMAP_HEAP_IDS;
      loop invariant known: \forall integer j; j < i ==>
        \forall integer l; RangeCovers(d->ranges, j, l) ==> d->owners.id[l] == j;
      loop assigns i;
      loop variant DXGMAP_HEAP_IDS - i; */
  for (uint32_t i = DXGMAP_FIRST; i < DXGMAP_HEAP_IDS; i++) {
    if (!dxgmap_check_run_known(d, i)) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> OwnersCover(*d) && OwnersUsed(d->cells, d->owners); */
static bool dxgmap_check_owners_cover(const dxgmap_domain *d)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant cover: \forall integer l;
        0 <= l < k && d->owners.id[l] != 0 ==> RangeCovers(d->ranges, d->owners.id[l], l);
      loop invariant used: \forall integer l; 0 <= l < k ==> (d->cells.cell[l] != 0 <==> d->owners.id[l] != 0);
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    uint32_t owner = d->owners.id[k];
    if ((d->cells.cell[k] != 0) != (owner != 0)) {
      return false;
    }
    if (owner == 0) {
      continue;
    }
    if (owner < DXGMAP_FIRST || owner >= DXGMAP_HEAP_IDS) {
      return false;
    }
    if (k < d->ranges.base[owner] || k - d->ranges.base[owner] >= d->ranges.length[owner]) {
      return false;
    }
  }
  return true;
}

/* Whether each page is translated as it should be: in identity mode none is, in remapping mode what is captured. */
/*@ requires valid: \valid(d);
    requires translation: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures nothing: mode == DXGMAP_IDENTITY ==> (\result != 0 <==> TranslationNothing(d->translation));
    ensures cells: mode != DXGMAP_IDENTITY ==> (\result != 0 <==> CoherentCells(d->translation, d->cells)); */
static bool dxgmap_check_translated(const dxgmap_domain *d, uint32_t mode)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_CELLS;
      loop invariant so_far: \forall integer l; 0 <= l < k
        ==> Translated(d->translation, l) == (mode == DXGMAP_IDENTITY ? 0 : d->cells.cell[l]);
      loop assigns k;
      loop variant DXGMAP_CELLS - k; */
  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    if (dxgmap_translation_find(&d->translation, k) != (mode == DXGMAP_IDENTITY ? 0u : d->cells.cell[k])) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Coherent(*d, mode); */
static bool dxgmap_check_coherent(const dxgmap_domain *d, uint32_t mode)
{
  return dxgmap_check_translation(&d->translation) && dxgmap_check_translated(d, mode);
}

bool dxgmap_check_domain(const dxgmap_domain *d, uint32_t mode, dxgmap_counts *scratch)
{
  return dxgmap_check_quarantine(&d->ranges) && dxgmap_check_cells_bounded(&d->cells) && dxgmap_check_owners_cover(d) &&
         dxgmap_check_owners_known(d) && dxgmap_check_counted(d, scratch) && dxgmap_check_coherent(d, mode);
}
