#include "domain.h"

int dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant so_far: PagesInMemory(pages, i);
      loop assigns i;
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) {
    if (pages[i] >= DXGMAP_PAGES) return 0;
  }
  return 1;
}

/* The one writer of a cell: every count over the cells moves by what the write adds and takes away. */
/*@ requires valid: \valid(c);
    requires in: l < DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns c->cell[0 .. DXGMAP_CELLS - 1];
    ensures written: c->cell[l] == v;
    ensures same: \forall integer k; 0 <= k < DXGMAP_CELLS && k != l ==> c->cell[k] == \old(c->cell[k]);
    ensures counts: \forall integer w; CellCount(*c, DXGMAP_CELLS, w)
                    == CellCount(\old(*c), DXGMAP_CELLS, w) + (w == v ? 1 : 0) - (w == \old(c->cell[l]) ? 1 : 0);
    ensures bounded: \forall integer w; 0 <= CellCount(*c, DXGMAP_CELLS, w) <= DXGMAP_CELLS; */
static void dxgmap_domain_put(dxgmap_cells *c, uint32_t l, uint32_t v)
{
  c->cell[l] = v;
  /*@ ghost
      /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
         loop invariant counts: \forall integer w; CellCount(*c, j, w) == CellCount(\at(*c, Pre), j, w)
                                + (l < j ? (w == v ? 1 : 0) - (w == \at(c->cell[l], Pre) ? 1 : 0) : 0);
         loop invariant bounded: \forall integer w; 0 <= CellCount(*c, j, w) <= j;
         loop assigns j;
         loop variant DXGMAP_CELLS - j; @/
      for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
  */
}

/* Writes the pages into the free cells b .. b + n - 1 for mapping id, counting and locking each, and mapping it in
   identity mode. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires id: id != 0;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0;
    requires memory: PagesInMemory(pages, n);
    requires coherent: TranslationOk(d->translation)
                       && (mode == DXGMAP_IDENTITY ==> CoherentCounts(d->translation, d->counts));
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts, d->translation;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures coherent: TranslationOk(d->translation)
                      && (mode == DXGMAP_IDENTITY ==> CoherentCounts(d->translation, d->counts));
    ensures untouched: mode != DXGMAP_IDENTITY ==> TranslationKept(\old(*d).translation, d->translation, 0, 0);
    ensures written: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == pages[l - b] + 1;
    ensures owned: \forall integer l; b <= l < b + n ==> d->owners.id[l] == id;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_fill(dxgmap_domain *d, uint32_t mode, uint32_t id, uint32_t b, const uint64_t *pages,
                               uint32_t n)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant written: \forall integer l; b <= l < b + k ==> d->cells.cell[l] == pages[l - b] + 1;
      loop invariant owned: \forall integer l; b <= l < b + k ==> d->owners.id[l] == id;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> d->cells.cell[l] == \at(d->cells.cell[l], Pre)
                            && d->owners.id[l] == \at(d->owners.id[l], Pre);
      loop invariant counted: Counted(d->cells, d->counts);
      loop invariant bounded: CountsBounded(d->counts);
      loop invariant translation: TranslationOk(d->translation);
      loop invariant coherent: mode == DXGMAP_IDENTITY ==> CoherentCounts(d->translation, d->counts);
      loop invariant untouched: mode != DXGMAP_IDENTITY
                                ==> TranslationKept(\at(d->translation, Pre), d->translation, 0, 0);
      loop assigns k, d->cells.cell[0 .. DXGMAP_CELLS - 1], d->owners.id[0 .. DXGMAP_CELLS - 1],
                   d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) {
    uint32_t p = (uint32_t)pages[k];
    dxgmap_domain_put(&d->cells, b + k, p + 1u);
    /*@ assert here: d->cells.cell[b + k] == pages[k] + 1; */
    /*@ assert before: \forall integer l; b <= l < b + k ==> d->cells.cell[l] == pages[l - b] + 1; */
    /*@ assert written: \forall integer l; b <= l <= b + k ==> d->cells.cell[l] == pages[l - b] + 1; */
    d->owners.id[b + k] = id;
    d->counts.count[p]++;
    if (mode == DXGMAP_IDENTITY && d->counts.count[p] == 1u) dxgmap_translation_map_run(&d->translation, p, 1, p);
  }
}

/* Empties the used cells b .. b + n - 1, taking back a count and a lock of each page; in identity mode the last count
   takes the page's translation along, before its lock goes. */
/*@ requires valid: \valid(d);
    requires cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    requires in: b + n <= DXGMAP_CELLS;
    requires owners: OwnersUsed(d->cells, d->owners);
    requires used: \forall integer l; b <= l < b + n ==> d->cells.cell[l] != 0;
    requires coherent: TranslationOk(d->translation)
                       && (mode == DXGMAP_IDENTITY ==> CoherentCounts(d->translation, d->counts));
    terminates \true;
    exits \false;
    assigns d->cells, d->owners, d->counts, d->translation;
    ensures owners: OwnersUsed(d->cells, d->owners);
    ensures cells: CellsBounded(d->cells) && Counted(d->cells, d->counts) && CountsBounded(d->counts);
    ensures coherent: TranslationOk(d->translation)
                      && (mode == DXGMAP_IDENTITY ==> CoherentCounts(d->translation, d->counts));
    ensures untouched: mode != DXGMAP_IDENTITY ==> TranslationKept(\old(*d).translation, d->translation, 0, 0);
    ensures emptied: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
    ensures same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + n)
                  ==> d->cells.cell[l] == \old(d->cells.cell[l]) && d->owners.id[l] == \old(d->owners.id[l]); */
static void dxgmap_domain_clear(dxgmap_domain *d, uint32_t mode, uint32_t b, uint32_t n)
{
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant emptied: \forall integer l; b <= l < b + k ==> d->cells.cell[l] == 0 && d->owners.id[l] == 0;
      loop invariant same: \forall integer l; 0 <= l < DXGMAP_CELLS && !(b <= l < b + k)
                           ==> d->cells.cell[l] == \at(d->cells.cell[l], Pre)
                            && d->owners.id[l] == \at(d->owners.id[l], Pre);
      loop invariant counted: Counted(d->cells, d->counts);
      loop invariant bounded: CountsBounded(d->counts);
      loop invariant translation: TranslationOk(d->translation);
      loop invariant coherent: mode == DXGMAP_IDENTITY ==> CoherentCounts(d->translation, d->counts);
      loop invariant untouched: mode != DXGMAP_IDENTITY
                                ==> TranslationKept(\at(d->translation, Pre), d->translation, 0, 0);
      loop assigns k, d->cells.cell[0 .. DXGMAP_CELLS - 1], d->owners.id[0 .. DXGMAP_CELLS - 1],
                   d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) {
    uint32_t v = d->cells.cell[b + k];
    /*@ assert page: 1 <= v <= DXGMAP_PAGES; */
    dxgmap_domain_put(&d->cells, b + k, 0);
    d->owners.id[b + k] = 0;
    if (mode == DXGMAP_IDENTITY && d->counts.count[v - 1] == 1u) dxgmap_translation_unmap(&d->translation, v - 1u, 1);
    d->counts.count[v - 1]--;
  }
}

/* Captures the pages at the free cells b .. b + n - 1 for mapping id, and maps them. */
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
  dxgmap_domain_fill(d, mode, id, b, pages, n);
  if (mode != DXGMAP_IDENTITY) dxgmap_translation_map(&d->translation, b, n, pages);
}

/* Gives back what the used cells b .. b + n - 1 have captured. The translation goes first, so that nothing is answered
   from pages that are no longer held. */
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
  if (mode != DXGMAP_IDENTITY) dxgmap_translation_unmap(&d->translation, b, n);
  dxgmap_domain_clear(d, mode, b, n);
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

int dxgmap_domain_map(dxgmap_domain *d, uint32_t mode, uint32_t id, const uint64_t *pages, uint32_t n)
{
  uint32_t b = dxgmap_quarantine_alloc(&d->ranges, id, n);
  if (b == DXGMAP_CELLS) return 0;
  /*@ assert page: \forall integer l; b <= l < b + n ==> RangePageFree(\at(*d, Pre).ranges, l); */
  /*@ assert none: \forall integer l; 0 <= l < DXGMAP_CELLS && RangePageFree(\at(*d, Pre).ranges, l)
             ==> \at(*d, Pre).owners.id[l] == 0; */
  /*@ assert free: \forall integer l; b <= l < b + n ==> d->cells.cell[l] == 0; */
  dxgmap_domain_capture(d, mode, id, b, pages, n);
  /*@ assert was: \forall integer i, l; RangeCovers(\at(*d, Pre).ranges, i, l) ==> i != id && !(b <= l < b + n); */
  /*@ assert place: d->ranges.base[id] == b && d->ranges.length[id] == n; */
  /*@ assert new: \forall integer l; RangeCovers(d->ranges, id, l) <==> b <= l < b + n; */
  /*@ assert old: \forall integer i, l; i != id ==> (RangeCovers(d->ranges, i, l) <==> RangeCovers(\at(*d, Pre).ranges, i, l)); */
  /*@ assert known: OwnersKnown(*d); */
  /*@ assert cover: OwnersCover(*d); */
  /*@ ghost dxgmap_domain_said(*d, id, b, pages, n); */
  return 1;
}

void dxgmap_domain_unmap(dxgmap_domain *d, uint32_t mode, uint32_t id)
{
  uint32_t b = d->ranges.base[id];
  uint32_t n = d->ranges.length[id];
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  /*@ assert mine: \forall integer l; b <= l < b + n ==> RangeCovers(d->ranges, id, l); */
  dxgmap_domain_drop(d, mode, b, n);
  dxgmap_quarantine_release(&d->ranges, id);
  /*@ assert old: \forall integer i, l; i != id ==> (RangeCovers(d->ranges, i, l) <==> RangeCovers(\at(*d, Pre).ranges, i, l)); */
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
    return;
  }
*/

uint32_t dxgmap_domain_owner(const dxgmap_domain *d, uint64_t page)
{
  /*@ ghost dxgmap_quarantine_apart(&d->ranges); */
  if (page >= DXGMAP_CELLS) return 0;
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
  /*@ assert nothing: \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(d->translation, l) == 0; */
  dxgmap_quarantine_open(&d->ranges, limit, waiting);
}
