/* SPDX-License-Identifier: MIT */
#include "structures/domain.h"

#include "base/access.h"

bool dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant so_far: PagesInMemory(pages, i);
      loop assigns i;
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) {
    if (pages[i] >= DXGMAP_PAGES) {
      return false;
    }
  }
  return true;
}

/* Steps of the proofs, none of which runs. What the cells b .. b + n - 1 have of a value is CellCount up to their end
   less CellCount up to their begin. */
/*@ ghost
  // Counts rise with the cells, and are no more than the cells are.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures rising: \forall integer i, w; 0 <= i <= DXGMAP_CELLS
         ==> 0 <= CellCount(c, i, w) <= CellCount(c, DXGMAP_CELLS, w);
     ensures between: \forall integer i, j, w; 0 <= i <= j <= DXGMAP_CELLS ==> CellCount(c, i, w) <= CellCount(c, j, w);
     ensures bounded: \forall integer w; CellCount(c, DXGMAP_CELLS, w) <= DXGMAP_CELLS; @/
  void dxgmap_domain_rising(dxgmap_cells c)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant rising: \forall integer i, w; 0 <= i <= j ==> 0 <= CellCount(c, i, w) <= CellCount(c, j, w);
       loop invariant between: \forall integer i, k, w; 0 <= i <= k <= j ==> CellCount(c, i, w) <= CellCount(c, k, w);
       loop invariant bounded: \forall integer w; CellCount(c, j, w) <= j;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/
/*@ ghost
  // Cells that are full in one and empty in the other are what the two differ by.
  /@ requires in: b + n <= DXGMAP_CELLS;
     requires empty: \forall integer l; b <= l < b + n ==> empty.cell[l] == 0;
     requires same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n) ==> empty.cell[l] == full.cell[l];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures counts: \forall integer w; w != 0 ==> CellCount(full, DXGMAP_CELLS, w)
                     == CellCount(empty, DXGMAP_CELLS, w) + CellCount(full, b + n, w) - CellCount(full, b, w); @/
  void dxgmap_domain_differ(dxgmap_cells empty, dxgmap_cells full, uint64_t b, uint64_t n)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant below: j <= b ==> \forall integer w; CellCount(full, j, w) == CellCount(empty, j, w);
       loop invariant here: b <= j <= b + n ==> \forall integer w; w != 0
                            ==> CellCount(empty, j, w) == CellCount(full, b, w);
       loop invariant above: b + n <= j ==> \forall integer w; w != 0 ==> CellCount(full, j, w)
                             == CellCount(empty, j, w) + CellCount(full, b + n, w) - CellCount(full, b, w);
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/

/* Writes the pages of a list into the cells from b on. A loop of its own, as that of the owners is: the counts are in
   random order, and of a loop that only counts, more are on their way from memory at a time. */
/*@ requires valid: \valid(c) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(c, pages + (..));
    requires in: b + n <= DXGMAP_CELLS;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns c->cell[0 .. DXGMAP_CELLS - 1];
    ensures written: \forall integer l; b <= l < b + n ==> c->cell[l] == pages[l - b] + 1;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n) ==> c->cell[l] == \old(c->cell[l]); */
static void dxgmap_domain_write(dxgmap_cells *c, uint64_t b, uint64_t n, const uint64_t *pages)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant written: \forall integer l; b <= l < b + k ==> c->cell[l] == pages[l - b] + 1;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> c->cell[l] == \at(c->cell[l], Pre);
      loop assigns k, c->cell[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    c->cell[b + k] = (uint32_t)pages[k] + 1u;
  }
}

/* Makes id the owner of the cells from b on. */
/*@ requires valid: \valid(o);
    requires in: b + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns o->id[0 .. DXGMAP_CELLS - 1];
    ensures owned: \forall integer l; b <= l < b + n ==> o->id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n) ==> o->id[l] == \old(o->id[l]); */
static void dxgmap_domain_own(dxgmap_owners *o, uint64_t b, uint64_t n, uint32_t id)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant owned: \forall integer l; b <= l < b + k ==> o->id[l] == id;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> o->id[l] == \at(o->id[l], Pre);
      loop assigns k, o->id[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    o->id[b + k] = id;
  }
}

/* Empties the cells from b on, which then have no owner. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns d->cells.cell[0 .. DXGMAP_CELLS - 1], d->owners.id[0 .. DXGMAP_CELLS - 1];
    ensures emptied: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_erase(dxgmap_domain *d, uint64_t b, uint64_t n)
{
  /* Read as words of other threads are, so that no compiler makes a call of memset of the loop: the core calls
     nobody. */
  uint32_t zero = 0;
  uint32_t nothing = dxgmap_load_acquire(&zero);

  /*@ loop invariant range: 0 <= k <= n;
      loop invariant emptied: \forall integer l; b <= l < b + k ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> d->cells.cell[l] == \at(d->cells.cell[l], Pre)
                            && d->owners.id[l] == \at(d->owners.id[l], Pre);
      loop assigns k, d->cells.cell[0 .. DXGMAP_CELLS - 1], d->owners.id[0 .. DXGMAP_CELLS - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    d->cells.cell[b + k] = nothing;
    d->owners.id[b + k] = nothing;
  }
}

/* Counts and locks the pages in the cells b .. b + n - 1. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires room: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   + CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1) <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1];
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    + CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1); */
static void dxgmap_domain_count(dxgmap_domain *d, uint64_t b, uint64_t n)
{
  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
        == \at(d->counts.count[p], Pre) + CellCount(d->cells, b + k, p + 1) - CellCount(d->cells, b, p + 1);
      loop assigns k, d->counts.count[0 .. DXGMAP_PAGES - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    uint32_t v = d->cells.cell[b + k];
    /*@ assert next: CellCount(d->cells, b + k + 1, v) == CellCount(d->cells, b + k, v) + 1; */
    /*@ assert last: CellCount(d->cells, b + k + 1, v) <= CellCount(d->cells, b + n, v); */
    dxgmap_store_unordered(&d->counts.count[v - 1], d->counts.count[v - 1] + 1u);
  }
}

/* Takes back a count and a lock of each page in the cells b .. b + n - 1. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   >= CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1];
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    - (CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1)); */
static void dxgmap_domain_uncount(dxgmap_domain *d, uint64_t b, uint64_t n)
{
  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
        == \at(d->counts.count[p], Pre) - (CellCount(d->cells, b + k, p + 1) - CellCount(d->cells, b, p + 1));
      loop assigns k, d->counts.count[0 .. DXGMAP_PAGES - 1];
      loop variant n - k; */
  for (uint64_t k = 0; k < n; k++) {
    uint32_t v = d->cells.cell[b + k];
    /*@ assert next: CellCount(d->cells, b + k + 1, v) == CellCount(d->cells, b + k, v) + 1; */
    /*@ assert last: CellCount(d->cells, b + k + 1, v) <= CellCount(d->cells, b + n, v); */
    dxgmap_store_unordered(&d->counts.count[v - 1], d->counts.count[v - 1] - 1u);
  }
}

/* Writes the pages into the free cells b .. b + n - 1 for mapping id, counting and locking each. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires id: id != 0;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures written: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == pages[l - b] + 1;
    ensures owned: \forall integer l; b <= l < b + n ==> d->owners.id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_fill(dxgmap_domain *d, uint32_t id, uint32_t b, const uint64_t *pages, uint32_t n)
{
  /*@ ghost dxgmap_cells empty = d->cells; */
  dxgmap_domain_write(&d->cells, b, n, pages);
  dxgmap_domain_own(&d->owners, b, n, id);
  /*@ ghost dxgmap_domain_differ(empty, d->cells, b, n); */
  /*@ ghost dxgmap_domain_rising(d->cells); */
  dxgmap_domain_count(d, b, n);
}

/* Captures the pages at the free cells b .. b + n - 1 for mapping id, and maps them: in identity mode by counting
   them. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires id: id != 0;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0;
    requires memory: PagesInMemory(pages, n);
    requires coherent: Coherent(*d, mode);
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts, d->translation;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures coherent: Coherent(*d, mode);
    ensures listed: \forall integer k; 0 <= k < n ==> d->cells.cell[b + k] - 1 == pages[k];
    ensures owned: \forall integer l; b <= l < b + n ==> d->owners.id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_capture(dxgmap_domain *d, uint32_t mode, uint32_t id, uint32_t b, const uint64_t *pages,
                                  uint32_t n)
{
  dxgmap_domain_fill(d, id, b, pages, n);
  if (mode != DXGMAP_IDENTITY) {
    dxgmap_translation_map(&d->translation, b, n, pages);
  }
}

/* Gives back what the used cells b .. b + n - 1 have captured. What the device is answered from goes first, so that
   nothing is answered from pages that are no longer held. */
/*@ requires valid: \valid(d);
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires used: \forall integer l; b <= l < b + n ==> d->cells.cell[l] != 0;
    requires coherent: Coherent(*d, mode);
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts, d->translation;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures coherent: Coherent(*d, mode);
    ensures emptied: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_drop(dxgmap_domain *d, uint32_t mode, uint32_t b, uint32_t n)
{
  /*@ ghost dxgmap_cells full = d->cells; */
  /*@ ghost dxgmap_domain_rising(full); */
  if (mode != DXGMAP_IDENTITY) {
    dxgmap_translation_unmap(&d->translation, b, n);
  }
  dxgmap_domain_uncount(d, b, n);
  dxgmap_domain_erase(d, b, n);
  /*@ ghost dxgmap_domain_differ(d->cells, full, b, n); */
  /*@ ghost dxgmap_domain_rising(d->cells); */
}

/*@ ghost
  // What stands in the cells of a mapping is what it has captured.
  /@ requires place: d.ranges.base[id] == b;
     requires listed: \forall integer k; 0 <= k < n ==> d.cells.cell[b + k] - 1 == pages[k];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures captured: Captured(d, id, pages, n); @/
  void dxgmap_domain_said(dxgmap_domain d, uint32_t id, uint32_t b, const uint64_t *pages, uint32_t n)
  {
    return;
  }
*/

bool dxgmap_domain_map(dxgmap_domain *d, uint32_t mode, uint32_t id, const uint64_t *pages, uint32_t n)
{
  uint32_t b = dxgmap_quarantine_alloc(&d->ranges, id, n);
  if (b == DXGMAP_CELLS) {
    return false;
  }
  /*@ assert page: \forall integer l; b <= l < b + n ==> RangePageFree(\at(*d, Pre).ranges, l); */
  /*@ assert none: \forall integer l; 0 <= l < DXGMAP_CELLS && RangePageFree(\at(*d, Pre).ranges, l)
             ==> \at(*d, Pre).owners.id[l] == 0; */
  /*@ assert free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0; */
  dxgmap_domain_capture(d, mode, id, b, pages, n);
  /*@ assert was: \forall integer i, l; RangeCovers(\at(*d, Pre).ranges, i, l) ==> i != id && !(b <= l < b + n); */
  /*@ assert place: d->ranges.base[id] == b && d->ranges.length[id] == n; */
  /*@ assert new: \forall integer l; RangeCovers(d->ranges, id, l) <==> b <= l < b + n; */
  /*@ assert old: \forall integer i, l; i != id ==> (RangeCovers(d->ranges, i, l)
       <==> RangeCovers(\at(*d, Pre).ranges, i, l)); */
  /*@ assert known: OwnersKnown(*d); */
  /*@ assert cover: OwnersCover(*d); */
  /*@ ghost dxgmap_domain_said(*d, id, b, pages, n); */
  return true;
}

void dxgmap_domain_unmap(dxgmap_domain *d, uint32_t mode, uint32_t id)
{
  uint32_t b = d->ranges.base[id];
  uint32_t n = d->ranges.length[id];
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  /*@ assert mine: \forall integer l; b <= l < b + n ==> RangeCovers(d->ranges, id, l); */
  dxgmap_domain_drop(d, mode, b, n);
  dxgmap_quarantine_release(&d->ranges, id);
  /*@ assert old: \forall integer i, l; i != id ==> (RangeCovers(d->ranges, i, l)
       <==> RangeCovers(\at(*d, Pre).ranges, i, l)); */
  /*@ assert apart: \forall integer i, l; RangeCovers(d->ranges, i, l) ==> i != id && !(b <= l < b + n); */
  /*@ assert known: OwnersKnown(*d); */
  /*@ assert cover: OwnersCover(*d); */
}

/*@ ghost
  void dxgmap_domain_held(dxgmap_domain d, uint64_t page)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant positive: CellCount(d.cells, j, page + 1) >= 0;
       loop invariant cell: CellCount(d.cells, j, page + 1) != 0
                            <==> \exists integer l; 0 <= l < j && d.cells.cell[l] == page + 1;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    /@ assert counted: d.counts.count[page] == CellCount(d.cells, DXGMAP_CELLS, page + 1); @/
    /@ assert here: \forall integer l; 0 <= l < DXGMAP_CELLS && d.cells.cell[l] == page + 1
         ==> Captures(d, d.owners.id[l], page); @/
    /@ assert some: d.counts.count[page] != 0 ==> DomainHolds(d, page); @/
    return;
  }
*/

uint32_t dxgmap_domain_find(const dxgmap_domain *d, uint32_t mode, uint64_t page)
{
  if (mode != DXGMAP_IDENTITY) {
    return dxgmap_translation_find(&d->translation, page);
  }
  if (page >= DXGMAP_PAGES || dxgmap_load_acquire(&d->counts.count[page]) == 0) {
    return 0;
  }
  return (uint32_t)page + 1u;
}

uint32_t dxgmap_domain_owner(const dxgmap_domain *d, uint64_t page)
{
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  if (page >= DXGMAP_CELLS) {
    return 0;
  }
  return d->owners.id[page];
}

/*@ ghost
  // Without a mapping nothing is captured, so nothing is counted.
  /@ requires ok: DomainOk(d);
     requires empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d.ranges.length[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures cells: \forall integer l; 0 <= l < DXGMAP_CELLS ==> d.cells.cell[l] == 0;
     ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d.counts.count[p] == 0; @/
  void dxgmap_domain_empty(dxgmap_domain d)
  {
    /@ assert idle: \forall integer i, l; !RangeCovers(d.ranges, i, l); @/
    /@ assert owners: \forall integer l; 0 <= l < DXGMAP_CELLS ==> d.owners.id[l] == 0; @/
    /@ assert cells: \forall integer l; 0 <= l < DXGMAP_CELLS ==> d.cells.cell[l] == 0; @/
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant none: \forall integer v; v != 0 ==> CellCount(d.cells, j, v) == 0;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/

void dxgmap_domain_open(dxgmap_domain *d, uint32_t limit, uint32_t waiting)
{
  /*@ ghost dxgmap_domain_empty(*d); */
  /*@ assert nothing: TranslationNothing(d->translation); */
  dxgmap_quarantine_open(&d->ranges, limit, waiting);
}
