#ifndef DXGMAP_DOMAIN_H
#define DXGMAP_DOMAIN_H

#include <stdint.h>

#include "profile.h"
#include "ranges.h"

/* One captured page a cell: 0 when the cell belongs to no mapping, else the physical page number + 1. */
typedef struct {
  uint32_t cell[DXGMAP_CELLS];
} dxgmap_cells;

/* A count a physical page. */
typedef struct {
  uint32_t count[DXGMAP_PAGES];
} dxgmap_counts;

/* The IOMMU domain of one adapter in identity mode (WDDM 2.4): the logical page number is the physical one, and a page
   stays mapped as long as one live mapping has captured it. Mapping id = slot + 1 holds the cells
   base .. base + length - 1 of its range. */
typedef struct {
  dxgmap_ranges ranges;
  dxgmap_cells cells;
  dxgmap_counts counts; /* how many captured cells name the page */
} dxgmap_domain;

#include "logic/domain.h"

/* Whether each of the n page numbers is one of the model's physical memory. */
/*@ requires valid: \valid_read(pages + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagesInMemory(pages, n); */
int dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n);

/* Captures the n page numbers of `pages` for mapping id, maps each of them, and locks each of them. 0: no free run of
   n cells is left, nothing was changed. */
/*@ requires valid: \valid(d) && \valid(locks) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, locks) && \separated(d, pages + (..)) && \separated(locks, pages + (..));
    requires ok: DomainOk(*d);
    requires locks: LocksCover(*d, *locks);
    requires id: 1 <= id <= DXGMAP_SLOTS && d->ranges.length[id] == 0;
    requires some: n >= 1;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *d, *locks;
    ensures ok: DomainOk(*d);
    ensures locks: LocksMoved(\old(*d), \old(*locks), *d, *locks);
    ensures status: \result == 0 || \result == 1;
    ensures captured: \result == 1 ==> d->ranges.length[id] == n && Captured(*d, id, pages, n);
    ensures others: \result == 1 ==> DomainKept(\old(*d), *d, id);
    ensures atomic: \result == 0 ==> *d == \old(*d) && *locks == \old(*locks);
    ensures exhausted: \result == 0 <==> !RangeRoom(\old(*d).ranges, n); */
int dxgmap_domain_map(dxgmap_domain *d, dxgmap_counts *locks, uint32_t id, const uint64_t *pages, uint32_t n);

/* Unmaps and unlocks exactly the pages that mapping id captured. */
/*@ requires valid: \valid(d) && \valid(locks);
    requires separated: \separated(d, locks);
    requires ok: DomainOk(*d);
    requires locks: LocksCover(*d, *locks);
    requires id: 1 <= id <= DXGMAP_SLOTS && d->ranges.length[id] > 0;
    terminates \true;
    exits \false;
    assigns *d, *locks;
    ensures ok: DomainOk(*d);
    ensures locks: LocksMoved(\old(*d), \old(*locks), *d, *locks);
    ensures gone: d->ranges.length[id] == 0;
    ensures others: DomainKept(\old(*d), *d, id); */
void dxgmap_domain_unmap(dxgmap_domain *d, dxgmap_counts *locks, uint32_t id);

/* Whether some mapping has captured the page. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures reference: \result != 0 <==> DomainHolds(*d, page); */
int dxgmap_domain_holds(const dxgmap_domain *d, uint64_t page);

/* Proof only: a domain without mappings holds no page. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires empty: \forall integer i; 1 <= i <= DXGMAP_SLOTS ==> d->ranges.length[i] == 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == 0;
    ensures cells: \forall integer c; 0 <= c < DXGMAP_CELLS ==> d->cells.cell[c] == 0; */
void dxgmap_domain_empty(const dxgmap_domain *d);

#endif
