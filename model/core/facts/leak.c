/* SPDX-License-Identifier: MIT */
#include "facts/leak.h"

/*@ ghost
  void dxgmap_leak_cells(dxgmap_cells c)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_CELLS;
       loop invariant none: \forall integer v; v != 0 ==> CellCount(c, j, v) == 0;
       loop assigns j;
       loop variant DXGMAP_CELLS - j; @/
    for (uint32_t j = 0; j < DXGMAP_CELLS; j++) { }
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_links(dxgmap_targets t)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
       loop invariant none: \forall integer v; v != 0 ==> LinkCount(t, j, v) == 0;
       loop assigns j;
       loop variant DXGMAP_SLOTS - j; @/
    for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) { }
    return;
  }
*/
/*@ ghost
  // Without a live slot no part of the adapter is in use.
  /@ requires ok: AdapterOk(a);
     requires none: \forall integer i; !SlotLive(a.slots, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures empty: AdapterEmpty(a); @/
  void dxgmap_leak_empty(dxgmap_adapter a)
  {
    /@ assert parts: AdapterParts(a) && AdapterPins(a) && DomainOk(a.domain) && ViewsOk(a.views); @/
    /@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    /@ assert links: AdapterLinks(a) && LinksOk(a.links); @/
    /@ assert targets: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.links.to.slot[i] == 0; @/
    dxgmap_leak_links(a.links.to);
    /@ assert live: \forall integer i; RangeLive(a.domain.ranges, i)
         ==> a.descriptors.at[i - DXGMAP_FIRST].kind != DXGMAP_NO_KIND; @/
    /@ assert ranges: \forall integer i; !RangeLive(a.domain.ranges, i); @/
    /@ assert owners: OwnersCover(a.domain) && OwnersUsed(a.domain.cells, a.domain.owners); @/
    /@ assert unowned: \forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.owners.id[l] == 0; @/
    /@ assert zeros: \forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.cells.cell[l] == 0; @/
    dxgmap_leak_cells(a.domain.cells);
    /@ assert counts: Counted(a.domain.cells, a.domain.counts); @/
    /@ assert unused: \forall integer p; 0 <= p < DXGMAP_PAGES ==> a.domain.counts.count[p] == 0; @/
    /@ assert coherent: Coherent(a.domain, a.mode); @/
    /@ assert nothing: TranslationNothing(a.domain.translation); @/
    /@ assert spans: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.views.span[i] == 0; @/
    /@ assert covers: \forall integer i, w; !ViewCovers(a.views, i, w); @/
    return;
  }
*/
/*@ ghost
  // No domain counts a page, so no page is locked.
  /@ requires empty: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterEmpty(s.adapter[k]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures unlocked: Unlocked(s); @/
  void dxgmap_leak_unlocked(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant none: \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(s, k, p) == 0;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert empty: AdapterEmpty(s.adapter[k]); @/
      /@ assert sum: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(s, k + 1, p) == LockSum(s, k, p) + s.adapter[k].domain.counts.count[p]; @/
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_nothing(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant empty: \forall integer j; 0 <= j < k ==> AdapterEmpty(s.adapter[j]);
       loop invariant kinds: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
         ==> s.adapter[j].descriptors.at[i].kind == DXGMAP_NO_KIND;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
      if (s.adapter[k].slots.live != 0) {
        uint32_t i = s.adapter[k].slots.order[s.adapter[k].slots.free];
        /@ assert live: SlotLive(s.adapter[k].slots, i); @/
        uint64_t h = dxgmap_handle_name(k, s.adapter[k].slots.generation[i], i);
        /@ assert valid: Valid(s, h); @/
        return;
      }
      dxgmap_leak_empty(s.adapter[k]);
      /@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS
           ==> s.adapter[k].descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    }
    dxgmap_leak_unlocked(s);
    /@ assert opened: OpenedKnown(s); @/
    /@ assert idle: \forall integer k, i; 0 <= k < DXGMAP_ADAPTERS && 0 <= i < DXGMAP_SLOTS
         ==> s.adapter[k].descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_committed(dxgmap_state s)
  {
    /@ assert machine: s.adapter[DXGMAP_MACHINE].saves.chain == 0; @/
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant none: AllStopped(s) ==> ChargeSum(s, k) == 0;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]); @/
      /@ assert stopped: s.adapter[k].started == 0 || k == DXGMAP_MACHINE ==> s.adapter[k].saves.chain == 0; @/
      /@ assert none: SaveSum(s.adapter[k].saves.maximum, 0) == 0; @/
      /@ assert charge: s.adapter[k].started == 0 || k == DXGMAP_MACHINE ==> s.adapter[k].charge == 0; @/
    }
    return;
  }
*/
/*@ ghost
  /@ requires ok: SlotsOk(s.adapter[k].slots);
     requires adapter: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures listed: Listed(s, k); @/
  void dxgmap_leak_listed_one(dxgmap_state s, uint32_t k)
  {
    dxgmap_handle_parts();
    /@ loop invariant range: 0 <= c <= s.adapter[k].slots.live;
       loop invariant some: \forall integer d; 0 <= d < c ==> ListedAt(s, k, d);
       loop assigns c;
       loop variant s.adapter[k].slots.live - c; @/
    for (uint32_t c = 0; c < s.adapter[k].slots.live; c++) {
      uint32_t i = s.adapter[k].slots.order[s.adapter[k].slots.free + c];
      /@ assert live: SlotLive(s.adapter[k].slots, i); @/
      uint64_t h = dxgmap_handle_name(k, s.adapter[k].slots.generation[i], i);
      /@ assert here: Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c); @/
    }
    /@ assert place: \forall integer i; SlotLive(s.adapter[k].slots, i)
         ==> s.adapter[k].slots.order[s.adapter[k].slots.place[i]] == i; @/
    /@ assert at: \forall integer h; Valid(s, h) && HandleTag(h) == k
         ==> LiveAt(s, h, s.adapter[k].slots.place[HandleIndex(h)] - s.adapter[k].slots.free); @/
    /@ assert slot: \forall integer c, g, h; Valid(s, g) && HandleTag(g) == k && LiveAt(s, g, c) &&
         Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c) ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_leak_listed(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant listed: \forall integer j; 0 <= j < k ==> Listed(s, j);
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
      dxgmap_leak_listed_one(s, k);
    }
    return;
  }
*/
