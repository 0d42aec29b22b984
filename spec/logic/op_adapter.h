/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_ADAPTER_H
#define DXGMAP_LOGIC_OP_ADAPTER_H

/* Start and stop, and what is live: the first cause that holds (spec/clauses/start.md, stop.md, live.md). */

/*@
  predicate SavesAligned(dxgmap_start d, integer n) =
    \forall integer k; 0 <= k < n ==> d.save_bytes[k] % DXGMAP_PAGE_SIZE == 0;
  predicate ResourceOk(dxgmap_resource r) =
    r.space <= DXGMAP_IO_SPACE && r.length >= 1 && r.start + r.length <= 0xFFFFFFFFFFFFFFFF;
  predicate ResourcesOk(dxgmap_start d, integer n) = \forall integer k; 0 <= k < n ==> ResourceOk(d.resource[k]);
  // The adapter can reach the last byte of installed memory, as it must where logical pages are physical ones.
  predicate SeesMemory(dxgmap_start d) = d.installed_pages * DXGMAP_PAGE_SIZE <= d.highest_visible + 1;
  predicate CanStart(dxgmap_adapter a) = a.started == 0 && a.generation < DXGMAP_GENERATION_MAX;
  predicate TableRoom(dxgmap_state s) = \exists integer k; 0 <= k < DXGMAP_ADAPTERS && CanStart(s.adapter[k]);

  predicate StartStatus(dxgmap_state s, dxgmap_start d, integer status) =
    d.chain == 0 || d.chain > DXGMAP_CHAIN ? status == DXGMAP_BAD_INDEX : // START-6
    !PagingFits(d.mode, d.capability) ? status == DXGMAP_BAD_MODE : // START-17
    d.quarantine > DXGMAP_QUARANTINE ? status == DXGMAP_TOO_LARGE : // START-18
    !SavesAligned(d, d.chain) ? status == DXGMAP_BAD_SIZE : // START-7
    d.resources > DXGMAP_RESOURCES || !ResourcesOk(d, d.resources) ? status == DXGMAP_BAD_RESOURCE : // START-8
    d.mode == DXGMAP_IDENTITY && !SeesMemory(d) ? status == DXGMAP_NOT_VISIBLE : // START-9
    RequestSum(d, d.chain) > DXGMAP_CHARGE_MAX ? status == DXGMAP_TOO_LARGE : // START-10
    d.linked != 0 && RequestSum(d, d.chain) != 0 ? status == DXGMAP_NOT_LEAD : // START-19
    s.commit + RequestSum(d, d.chain) > d.commit_limit ? status == DXGMAP_NO_COMMIT : // START-11
    !TableRoom(s) ? status == DXGMAP_NO_ADAPTER : // START-12
    status == DXGMAP_OK;

  // The step started the adapter of handle h, and did nothing else.
  predicate Starts(dxgmap_state a, dxgmap_state b, integer h, dxgmap_start d) =
    !KnownAdapter(a, h) && KnownAdapter(b, h) && CanStart(a.adapter[AdapterOf(h)]) &&
    StartsWith(b.adapter[AdapterOf(h)], d) && AdaptersKept(a, b, AdapterOf(h)) &&
    MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].slots.live == 0 &&
    OpenedKept(a.opened, b.opened, 0) && b.commit == a.commit + RequestSum(d, d.chain);
  // The step stopped the adapter of handle h, ended every life on it, and did nothing else.
  predicate Stops(dxgmap_state a, dxgmap_state b, integer h) =
    KnownAdapter(a, h) && b.adapter[AdapterOf(h)].started == 0 &&
    b.adapter[AdapterOf(h)].generation == a.adapter[AdapterOf(h)].generation + 1 &&
    Emptied(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && AdaptersKept(a, b, AdapterOf(h)) &&
    OpenedClosed(a.opened, b.opened, AdapterOf(h)) && b.commit == a.commit - a.adapter[AdapterOf(h)].charge;

  predicate StopStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    status == DXGMAP_OK;

  predicate LiveStatus(dxgmap_state s, integer h, integer cursor, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    cursor >= s.adapter[AdapterOf(h)].slots.live ? status == DXGMAP_NO_MORE : // LIVE-4
    status == DXGMAP_OK;
  // The live mapping of handle h is the cursor-th: the cursors 0 .. live - 1 name each live mapping once.
  predicate LiveAt(dxgmap_state s, integer h, integer cursor) =
    s.adapter[HandleTag(h)].slots.place[HandleIndex(h)] == s.adapter[HandleTag(h)].slots.free + cursor;
  // The answer is the cursor-th live mapping in place k, and what it holds.
  predicate LiveIn(dxgmap_state s, integer k, integer cursor, dxgmap_live l) =
    Valid(s, l.handle) && HandleTag(l.handle) == k && LiveAt(s, l.handle, cursor) &&
    Describes(s, l.handle, l.descriptor) && l.pages == PagesOf(s, l.handle) && l.base == BaseOf(s, l.handle) &&
    PlacedAt(s, l.handle, l.place, l.span);
*/

#endif
