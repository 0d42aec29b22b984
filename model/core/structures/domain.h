/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DOMAIN_H
#define DXGMAP_DOMAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/profile.h"
#include "structures/quarantine.h"
#include "structures/translation.h"
#include "base/types.h"

/* One captured page a cell: 0 when the cell belongs to no mapping, else the physical page number + 1. */
typedef struct {
  uint32_t cell[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_cells;

/* A count a physical page. */
typedef struct {
  uint32_t count[DXGMAP_PAGES + DXGMAP_APART];
} dxgmap_counts;

/* The mapping id of each cell, 0 when the cell belongs to none. */
typedef struct {
  uint32_t id[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_owners;

/* The IOMMU domain of one adapter. The mapping of slot i has id DXGMAP_ID(i) and holds the cells base .. base + length
   - 1 of its range. In identity mode (WDDM 2.4) the logical page number is the physical one, a page stays mapped as long
   as one live mapping has captured it, and the cell index is only where the capture is kept. In remapping mode the cell
   index is the logical page number.

   What a device access reads (dxgmap_domain_find) says no more than what is captured, and no less (T-COH). In remapping
   mode that is the translation. In identity mode a page answers itself or nothing, so its count is all that there is to
   read, and the translation stays empty: kept beside the counts, it took as many random stores again, which for 262,144
   scattered pages was two thirds of an operation's time. */
typedef struct {
  dxgmap_ranges ranges;
  dxgmap_cells cells;
  dxgmap_owners owners;
  dxgmap_counts counts; /* how many captured cells name the page */
  dxgmap_translation translation;
} dxgmap_domain;

#include "logic/domain.h"

/* Whether each of the n page numbers is one of the model's physical memory. */
/*@ requires valid: \valid_read(pages + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagesInMemory(pages, n); */
bool dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n);

/* Captures the n page numbers of `pages` for mapping id, at the cells from base[id] on, locks each of them and maps it.
   0: no free run of n cells is left, nothing was changed. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, mode);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS && d->ranges.length[id] == 0;
    requires some: n >= 1;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *d;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, mode);
    ensures limits: RangeLimits(\old(*d).ranges, d->ranges);
    ensures status: \result == 0 || \result == 1;
    ensures captured: \result == 1 ==> d->ranges.length[id] == n && Captured(*d, id, pages, n);
    ensures others: \result == 1 ==> DomainKept(\old(*d), *d, id);
    ensures atomic: \result == 0 ==> *d == \old(*d);
    ensures exhausted: \result == 0 <==> !RangeRoom(\old(*d).ranges, n); */
bool dxgmap_domain_map(dxgmap_domain *d, uint32_t mode, uint32_t id, const uint64_t *pages, uint32_t n);

/* Unmaps and unlocks exactly the pages that mapping id captured. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, mode);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS && d->ranges.length[id] > 0;
    terminates \true;
    exits \false;
    assigns *d;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, mode);
    ensures limits: RangeLimits(\old(*d).ranges, d->ranges);
    ensures gone: d->ranges.length[id] == 0;
    ensures others: DomainKept(\old(*d), *d, id); */
void dxgmap_domain_unmap(dxgmap_domain *d, uint32_t mode, uint32_t id);

/* The physical page + 1 that a device access to a logical page reaches, 0 when none is mapped there. Any number of threads
   may call it without a lock beside the one that changes the domain (spec/protocol.md). */
/*@ requires valid: \valid(d);
    requires ok: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: page < DomainPages(mode) ==> \result == Found(*d, mode, page);
    ensures beyond: page >= DomainPages(mode) ==> \result == 0; */
uint32_t dxgmap_domain_find(const dxgmap_domain *d, uint32_t mode, uint64_t page);

/* The mapping that holds the logical page, 0 when none does. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures one: \forall integer i; RangeCovers(d->ranges, i, page) ==> i == \result;
    ensures some: \result != 0 ==> RangeCovers(d->ranges, \result, page); */
uint32_t dxgmap_domain_owner(const dxgmap_domain *d, uint64_t page);

/* Says how many logical pages there are and how many released ranges may wait, while there is no mapping. Whatever the
   mode was, it may then be either. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, DXGMAP_IDENTITY) || Coherent(*d, DXGMAP_REMAPPING);
    requires empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.length[i] == 0;
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    requires waiting: waiting <= DXGMAP_QUARANTINE;
    terminates \true;
    exits \false;
    assigns d->ranges;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, DXGMAP_IDENTITY) && Coherent(*d, DXGMAP_REMAPPING);
    ensures empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.length[i] == 0;
    ensures bases: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.base[i] == \old(d->ranges.base[i]);
    ensures limits: d->ranges.limit == limit && d->ranges.waiting.limit == waiting && d->ranges.waiting.count == 0; */
void dxgmap_domain_open(dxgmap_domain *d, uint32_t limit, uint32_t waiting);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // A page is counted exactly when some mapping has captured it.
  /@ requires ok: DomainOk(d);
     requires in: page < DXGMAP_PAGES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures reference: d.counts.count[page] != 0 <==> DomainHolds(d, page); @/
  void dxgmap_domain_held(dxgmap_domain d, uint64_t page);
*/

#endif
