#include "domain.h"

#include "access.h"
#include "translation_page.h"

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

/* Steps of the proofs, none of which runs. What the cells b .. b + n - 1 have of a value is CellCount up to their end less
   CellCount up to their begin. */
/*@ ghost
  // Counts rise with the cells, and are no more than the cells are.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures rising: \forall integer i, w; 0 <= i <= DXGMAP_CELLS ==> 0 <= CellCount(c, i, w) <= CellCount(c, DXGMAP_CELLS, w);
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
  // Some cells have what stands in one of them, and nothing of what stands in none.
  /@ requires in: b + n <= DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \forall integer l; b <= l < b + n ==> CellCount(c, b + n, c.cell[l]) > CellCount(c, b, c.cell[l]);
     ensures none: \forall integer w; (\forall integer l; b <= l < b + n ==> c.cell[l] != w)
                   ==> CellCount(c, b + n, w) == CellCount(c, b, w); @/
  void dxgmap_domain_some(dxgmap_cells c, uint64_t b, uint64_t n)
  {
    /@ loop invariant range: 0 <= j <= n;
       loop invariant rising: \forall integer w; CellCount(c, b + j, w) >= CellCount(c, b, w);
       loop invariant some: \forall integer l; b <= l < b + j ==> CellCount(c, b + j, c.cell[l]) > CellCount(c, b, c.cell[l]);
       loop invariant none: \forall integer w; (\forall integer l; b <= l < b + j ==> c.cell[l] != w)
                            ==> CellCount(c, b + j, w) == CellCount(c, b, w);
       loop assigns j;
       loop variant n - j; @/
    for (uint64_t j = 0; j < n; j++) { }
    return;
  }
*/
/*@ ghost
  // Cells of pages that follow each other have each of them once, and no other.
  /@ requires in: b + n <= DXGMAP_CELLS;
     requires run: \forall integer l; b <= l < b + n ==> c.cell[l] == c.cell[b] + (l - b);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures once: \forall integer w; CellCount(c, b + n, w)
                   == CellCount(c, b, w) + (c.cell[b] <= w < c.cell[b] + n ? 1 : 0); @/
  void dxgmap_domain_follow(dxgmap_cells c, uint64_t b, uint64_t n)
  {
    /@ loop invariant range: 0 <= j <= n;
       loop invariant once: \forall integer w; CellCount(c, b + j, w)
                            == CellCount(c, b, w) + (c.cell[b] <= w < c.cell[b] + j ? 1 : 0);
       loop assigns j;
       loop variant n - j; @/
    for (uint64_t j = 0; j < n; j++) { }
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
  /* Read as words of other threads are, so that no compiler makes a call of memset of the loop: the core calls nobody. */
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
    d->counts.count[v - 1]++;
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
    d->counts.count[v - 1]--;
  }
}

/* How many of the cells b .. b + n - 1, from the first on, have pages that follow each other. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 1 <= \result <= n;
    ensures last: d->cells.cell[b + \result - 1] == d->cells.cell[b] + \result - 1;
    ensures run: \forall integer l; b <= l < b + \result ==> d->cells.cell[l] == d->cells.cell[b] + (l - b);
    ensures counted: \forall integer p; d->cells.cell[b] <= p + 1 < d->cells.cell[b] + \result
                     ==> d->counts.count[p] != 0; */
static uint32_t dxgmap_domain_run(const dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint64_t v = d->cells.cell[b];

  /*@ loop invariant range: 1 <= r <= n;
      loop invariant last: d->cells.cell[b + r - 1] == v + r - 1;
      loop invariant run: \forall integer l; b <= l < b + r ==> d->cells.cell[l] == v + (l - b);
      loop invariant counted: \forall integer p; v <= p + 1 < v + r ==> d->counts.count[p] != 0;
      loop assigns r;
      loop variant n - r; */
  for (uint32_t r = 1; r < n; r++) {
    if (d->cells.cell[b + r] != v + r) return r;
    /*@ assert next: d->counts.count[d->cells.cell[b + r] - 1] != 0; */
  }
  return n;
}

/* The same of pages that no other cell has, and there may be none. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 0 <= \result <= n;
    ensures last: \result > 0 ==> d->cells.cell[b + \result - 1] == d->cells.cell[b] + \result - 1;
    ensures run: \forall integer l; b <= l < b + \result ==> d->cells.cell[l] == d->cells.cell[b] + (l - b);
    ensures alone: \forall integer p; d->cells.cell[b] <= p + 1 < d->cells.cell[b] + \result ==> d->counts.count[p] == 1;
    ensures shared: \result == 0 ==> d->counts.count[d->cells.cell[b] - 1] != 1; */
static uint32_t dxgmap_domain_alone(const dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint64_t v = d->cells.cell[b];

  /*@ loop invariant range: 0 <= r <= n;
      loop invariant last: r > 0 ==> d->cells.cell[b + r - 1] == v + r - 1;
      loop invariant run: \forall integer l; b <= l < b + r ==> d->cells.cell[l] == v + (l - b);
      loop invariant alone: \forall integer p; v <= p + 1 < v + r ==> d->counts.count[p] == 1;
      loop assigns r;
      loop variant n - r; */
  for (uint32_t r = 0; r < n; r++) {
    uint32_t w = d->cells.cell[b + r];
    if (w != v + r || d->counts.count[w - 1u] != 1u) return r;
  }
  return n;
}

/* In identity mode: maps the first of the pages in the cells b .. b + n - 1, which are counted, and answers how many. Pages
   that follow each other are mapped at once. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    requires ok: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns d->translation;
    ensures range: 1 <= \result <= n;
    ensures ok: TranslationOk(d->translation);
    ensures shown: \forall integer l; b <= l < b + \result
                   ==> Translated(d->translation, d->cells.cell[l] - 1) == d->cells.cell[l];
    ensures others: \forall integer p; 0 <= p < DXGMAP_CELLS
                    ==> Translated(d->translation, p) == Translated(\old(*d).translation, p)
                        || (p < DXGMAP_PAGES && d->counts.count[p] != 0 && Translated(d->translation, p) == p + 1); */
static uint32_t dxgmap_domain_show_some(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t p = d->cells.cell[b] - 1u;

  if (n == 1u || d->cells.cell[b + 1u] != p + 2u) {
    if (!dxgmap_translation_page(&d->translation, p, p + 1u)) dxgmap_translation_map_run(&d->translation, p, 1, p);
    return 1;
  }
  uint32_t r = dxgmap_domain_run(d, b, n);
  dxgmap_translation_map_run(&d->translation, p, r, p);
  return r;
}

/* In identity mode: maps the pages in the cells b .. b + n - 1, which are counted, and the only ones that are not mapped
   yet. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
    requires ok: TranslationOk(d->translation);
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) != 0
                   ==> Translated(d->translation, p) == p + 1 && d->counts.count[p] != 0;
    requires beyond: \forall integer l; DXGMAP_PAGES <= l < DXGMAP_CELLS ==> Translated(d->translation, l) == 0;
    requires missing: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) == 0
                      && d->counts.count[p] != 0 ==> CellCount(d->cells, b + n, p + 1) != CellCount(d->cells, b, p + 1);
    terminates \true;
    exits \false;
    assigns d->translation;
    ensures ok: TranslationOk(d->translation);
    ensures coherent: CoherentCounts(d->translation, d->counts); */
static void dxgmap_domain_show(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t k = 0;

  /*@ ghost dxgmap_domain_some(d->cells, b, n); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant ok: TranslationOk(d->translation);
      loop invariant shown: \forall integer l; b <= l < b + k
                            ==> Translated(d->translation, d->cells.cell[l] - 1) == d->cells.cell[l];
      loop invariant held: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) != 0
                           ==> Translated(d->translation, p) == p + 1 && d->counts.count[p] != 0;
      loop invariant beyond: \forall integer l; DXGMAP_PAGES <= l < DXGMAP_CELLS ==> Translated(d->translation, l) == 0;
      loop invariant more: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) == 0
                           ==> Translated(\at(*d, Pre).translation, p) == 0;
      loop assigns k, d->translation;
      loop variant n - k; */
  while (k < n) {
    k += dxgmap_domain_show_some(d, b + k, n - k);
  }
  /*@ assert none: \forall integer p; 0 <= p < DXGMAP_PAGES && Translated(d->translation, p) == 0
        ==> \forall integer l; b <= l < b + n ==> d->cells.cell[l] != p + 1; */
}

/* In identity mode: takes back a count and a lock of each of the first pages in the cells b .. b + n - 1, and answers how
   many they are. The last count takes the page's translation along, before its lock goes. Pages that follow each other are
   unmapped at once. */
/*@ requires valid: \valid(d);
    requires in: 1 <= n && b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   >= CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    requires ok: TranslationOk(d->translation);
    requires coherent: CoherentCounts(d->translation, d->counts);
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
    ensures range: 1 <= \result <= n;
    ensures ok: TranslationOk(d->translation);
    ensures coherent: CoherentCounts(d->translation, d->counts);
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    - (CellCount(d->cells, b + \result, p + 1) - CellCount(d->cells, b, p + 1)); */
static uint32_t dxgmap_domain_hide_some(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t p = d->cells.cell[b] - 1u;

  /*@ ghost dxgmap_domain_rising(d->cells); */
  if (n == 1u || d->counts.count[p] != 1u || d->cells.cell[b + 1u] != p + 2u) {
    /*@ ghost dxgmap_domain_follow(d->cells, b, 1); */
    if (d->counts.count[p] == 1u && !dxgmap_translation_page(&d->translation, p, 0)) {
      dxgmap_translation_unmap(&d->translation, p, 1);
    }
    dxgmap_domain_uncount(d, b, 1);
    return 1;
  }
  uint32_t r = dxgmap_domain_alone(d, b, n);
  /*@ ghost dxgmap_domain_follow(d->cells, b, r); */
  dxgmap_translation_unmap(&d->translation, p, r);
  dxgmap_domain_uncount(d, b, r);
  return r;
}

/* In identity mode: takes back a count and a lock of each page in the cells b .. b + n - 1, and the translation of those
   that are no longer held. */
/*@ requires valid: \valid(d);
    requires in: b + n <= DXGMAP_CELLS;
    requires pages: \forall integer l; b <= l < b + n ==> 1 <= d->cells.cell[l] <= DXGMAP_PAGES;
    requires held: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
                   >= CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    requires ok: TranslationOk(d->translation);
    requires coherent: CoherentCounts(d->translation, d->counts);
    terminates \true;
    exits \false;
    assigns d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
    ensures ok: TranslationOk(d->translation);
    ensures coherent: CoherentCounts(d->translation, d->counts);
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                    - (CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1)); */
static void dxgmap_domain_hide(dxgmap_domain *d, uint32_t b, uint32_t n)
{
  uint32_t k = 0;

  /*@ ghost dxgmap_domain_rising(d->cells); */
  /*@ loop invariant range: 0 <= k <= n;
      loop invariant ok: TranslationOk(d->translation);
      loop invariant coherent: CoherentCounts(d->translation, d->counts);
      loop invariant counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p]
        == \at(d->counts.count[p], Pre) - (CellCount(d->cells, b + k, p + 1) - CellCount(d->cells, b, p + 1));
      loop assigns k, d->counts.count[0 .. DXGMAP_PAGES - 1], d->translation;
      loop variant n - k; */
  while (k < n) {
    k += dxgmap_domain_hide_some(d, b + k, n - k);
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
    ensures more: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == \old(d->counts.count[p])
                  + CellCount(d->cells, b + n, p + 1) - CellCount(d->cells, b, p + 1);
    ensures kept: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] >= \old(d->counts.count[p]);
    ensures counted: \forall integer l; b <= l < b + n ==> d->counts.count[d->cells.cell[l] - 1] != 0;
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
  /*@ ghost dxgmap_domain_some(d->cells, b, n); */
  dxgmap_domain_count(d, b, n);
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
  dxgmap_domain_fill(d, id, b, pages, n);
  if (mode == DXGMAP_IDENTITY) {
    dxgmap_domain_show(d, b, n);
  } else {
    dxgmap_translation_map(&d->translation, b, n, pages);
  }
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
  /*@ ghost dxgmap_cells full = d->cells; */
  /*@ ghost dxgmap_domain_rising(full); */
  if (mode == DXGMAP_IDENTITY) {
    dxgmap_domain_hide(d, b, n);
  } else {
    dxgmap_translation_unmap(&d->translation, b, n);
    dxgmap_domain_uncount(d, b, n);
  }
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
