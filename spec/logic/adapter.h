/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_ADAPTER_H
#define DXGMAP_LOGIC_ADAPTER_H

/* One adapter: what its parts say of each other, and what a step may do to it. */

/*@
  predicate InDomain(integer kind) =
    DXGMAP_PIN <= kind <= DXGMAP_CONTIGUOUS || kind == DXGMAP_ADL || kind == DXGMAP_SYSTEM;
  predicate IsPin(integer kind) = kind == DXGMAP_PIN || kind == DXGMAP_PIN2;
  predicate InWindow(dxgmap_descriptor d) =
    d.kind == DXGMAP_POINTER || d.kind == DXGMAP_OBJECT_VIEW ||
    ((d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.space == DXGMAP_MEMORY_SPACE);

  // What an ADL or a view of an object belongs to, in the place that both are in.
  predicate IsLinked(integer kind) = kind == DXGMAP_ADL || kind == DXGMAP_OBJECT_VIEW;
  logic integer TargetKind(integer kind) = kind == DXGMAP_ADL ? DXGMAP_ADAPTER_OBJECT : DXGMAP_OBJECT;
  predicate LinkFits(dxgmap_descriptors d, integer kind, integer target) =
    (!IsLinked(kind) ==> target == 0) &&
    (IsLinked(kind) ==> 1 <= target <= DXGMAP_SLOTS && d.at[target - 1].kind == TargetKind(kind));

  // The range lies in one resource of the adapter.
  predicate Owns(dxgmap_resources r, integer space, integer start, integer length) =
    \exists integer k; 0 <= k < r.count && r.at[k].space == space && r.at[k].start <= start &&
                       start + length <= r.at[k].start + r.at[k].length;

  logic integer SaveSum(dxgmap_maxima m, integer n) = n <= 0 ? 0 : SaveSum(m, n - 1) + m.pages[n - 1];

  // Each part of a slot is in use exactly when its mapping is live and of a kind that has such a part.
  predicate AdapterParts(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
    a.descriptors.at[i].kind <= DXGMAP_SYSTEM &&
    (SlotLive(a.slots, i) <==> a.descriptors.at[i].kind != DXGMAP_NO_KIND) &&
    (a.domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a.descriptors.at[i].kind)) &&
    (a.views.span[i] > 0 <==> InWindow(a.descriptors.at[i]));

  // A save area knows its pin, and a pin its save area: at most one live pin each.
  predicate AdapterPins(dxgmap_adapter a) =
    (\forall integer k; 0 <= k < DXGMAP_CHAIN && a.saves.pin[k] != 0 ==>
       k < a.saves.chain && a.saves.pin[k] <= DXGMAP_SLOTS &&
       IsPin(a.descriptors.at[a.saves.pin[k] - 1].kind) && a.descriptors.at[a.saves.pin[k] - 1].index == k &&
       a.domain.ranges.length[DXGMAP_ID(a.saves.pin[k] - 1)] <= a.saves.maximum.pages[k]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && IsPin(a.descriptors.at[i].kind) ==>
       a.descriptors.at[i].index < a.saves.chain && a.saves.pin[a.descriptors.at[i].index] == i + 1);

  // A pointer lies in its save area, a view in a resource of the adapter.
  predicate ViewFits(dxgmap_resources r, dxgmap_maxima m, integer chain, dxgmap_descriptor d) =
    (d.kind == DXGMAP_POINTER || d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.length >= 1 &&
    (d.kind == DXGMAP_POINTER ==>
       d.index < chain && d.physical + d.length <= m.pages[d.index] * DXGMAP_PAGE_SIZE) &&
    (d.kind != DXGMAP_POINTER ==> Owns(r, d.space, d.physical, d.length));
  predicate ViewDescribed(dxgmap_adapter a, dxgmap_descriptor d) =
    ViewFits(a.resources, a.saves.maximum, a.saves.chain, d);
  predicate AdapterViews(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    DXGMAP_POINTER <= a.descriptors.at[i].kind <= DXGMAP_VIDEO ==> ViewDescribed(a, a.descriptors.at[i]);

  // An ADL belongs to an adapter object, a view of an object to an object, nothing else to anything.
  predicate AdapterLinks(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> LinkFits(a.descriptors, a.descriptors.at[i].kind, a.links.to.slot[i]);

  // Which kinds a driver's callbacks make: an MDL names physical pages, so a driver that uses ADLs makes none of its
  // own, and one that uses MDLs has no objects to make ADLs of.
  predicate CapabilityFits(integer capability, integer kind) =
    (kind == DXGMAP_PIN || DXGMAP_MDL <= kind <= DXGMAP_CONTIGUOUS ==> capability == DXGMAP_BY_MDL) &&
    (kind == DXGMAP_ADL || kind == DXGMAP_ADAPTER_OBJECT ==> capability == DXGMAP_BY_ADL);
  predicate AdapterKinds(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> CapabilityFits(a.capability, a.descriptors.at[i].kind);
  // The machine remaps only for a driver that can be told logical pages.
  predicate PagingFits(integer mode, integer capability) =
    mode <= DXGMAP_REMAPPING && capability <= DXGMAP_BY_ADL &&
    (mode == DXGMAP_REMAPPING ==> capability == DXGMAP_BY_ADL);
  // A domain that remaps is in force from the start of its adapter to the stop.
  predicate AdapterMode(dxgmap_adapter a) =
    PagingFits(a.mode, a.capability) && (a.started != 0 && a.mode == DXGMAP_REMAPPING ==> a.switches.attached != 0);

  // As the switches of an adapter are when it starts without remapping, and while it is stopped.
  predicate SwitchedOff(dxgmap_switches w) =
    w.attached == 0 && w.exclusive == 0 && w.power == DXGMAP_D0 && w.removed == 0 && w.lead == 0;
  // Nothing keeps the device from its domain.
  predicate Listens(dxgmap_switches w) = w.exclusive == 0 && w.removed == 0 && w.power == DXGMAP_D0;
  // A stopped adapter holds nothing.
  predicate AdapterStopped(dxgmap_adapter a) =
    a.slots.live == 0 && SwitchedOff(a.switches) && a.saves.chain == 0 && a.resources.count == 0;

  predicate AdapterOk(dxgmap_adapter a) =
    SlotsOk(a.slots) && DomainOk(a.domain) && Coherent(a.domain, a.mode) && ViewsOk(a.views) && LinksOk(a.links) &&
    AdapterParts(a) && AdapterPins(a) && AdapterViews(a) && AdapterLinks(a) && AdapterKinds(a) && AdapterMode(a) &&
    a.saves.chain <= DXGMAP_CHAIN && a.resources.count <= DXGMAP_RESOURCES &&
    a.charge == SaveSum(a.saves.maximum, a.saves.chain) && a.charge <= DXGMAP_CHARGE_MAX &&
    (a.started != 0 ==> a.generation < DXGMAP_GENERATION_MAX);

  // The causes of exhaustion, over what is free.
  predicate PagesStatus(dxgmap_adapter a, integer n, integer status) =
    !SlotRoom(a.slots) ? status == DXGMAP_NO_SLOT : // PIN-18, MDL-12, ALLOC-12, ADL-17
    !RangeRoom(a.domain.ranges, n) ? status == DXGMAP_NO_RANGE : // PIN-19, MDL-13, ALLOC-13, ADL-18
    status == DXGMAP_OK;
  predicate SlotStatus(dxgmap_adapter a, integer status) =
    !SlotRoom(a.slots) ? status == DXGMAP_NO_SLOT : // POINTER-14, VIEW-12, VIDEO-15, OPEN-9, OBJECT-11, OBJECTVIEW-15
    status == DXGMAP_OK;

  // What starting decided.
  predicate StartKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.started == a.started && b.mode == a.mode && b.capability == a.capability &&
    b.linked == a.linked && b.charge == a.charge &&
    b.saves.chain == a.saves.chain && b.saves.maximum == a.saves.maximum && b.resources == a.resources &&
    RangeLimits(a.domain.ranges, b.domain.ranges);
  // What no mapping changes.
  predicate ConfigurationKept(dxgmap_adapter a, dxgmap_adapter b) =
    StartKept(a, b) && b.switches == a.switches;

  // What an adapter asks for when it starts.
  logic integer RequestSum(dxgmap_start d, integer n) =
    n <= 0 ? 0 : RequestSum(d, n - 1) + d.save_bytes[n - 1] / DXGMAP_PAGE_SIZE;
  // How many logical pages an adapter can be given: in remapping mode those that it can reach.
  logic integer PagesVisible(dxgmap_start d) = (d.highest_visible + 1) / DXGMAP_PAGE_SIZE;
  logic integer LogicalLimit(dxgmap_start d) =
    d.mode == DXGMAP_IDENTITY || PagesVisible(d) >= DXGMAP_CELLS ? DXGMAP_CELLS :
    PagesVisible(d) == 0 ? 1 : PagesVisible(d);
  predicate StartsWith(dxgmap_adapter a, dxgmap_start d) =
    a.started != 0 && a.mode == d.mode && a.capability == d.capability && a.linked == d.linked &&
    a.switches.attached == (d.mode == DXGMAP_IDENTITY ? 0 : 1) && a.switches.exclusive == 0 &&
    a.switches.power == DXGMAP_D0 && a.switches.removed == 0 && a.switches.lead == 0 &&
    a.domain.ranges.limit == LogicalLimit(d) && a.domain.ranges.waiting.limit == d.quarantine &&
    a.domain.ranges.waiting.count == 0 && a.saves.chain == d.chain &&
    (\forall integer k; 0 <= k < d.chain ==> a.saves.maximum.pages[k] == d.save_bytes[k] / DXGMAP_PAGE_SIZE) &&
    a.resources.count == d.resources &&
    (\forall integer k; 0 <= k < d.resources ==> a.resources.at[k] == d.resource[k]);
  // From a to b some lives ended, once each, and none began.
  predicate SlotsEnded(dxgmap_slots a, dxgmap_slots b) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(b, i) ==> SlotLive(a, i) &&
      b.generation[i] == a.generation[i]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(b, i) && SlotLive(a, i)
       ==> b.generation[i] == a.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a, i) ==> b.generation[i] == a.generation[i]);
  // The step from a to b ended every life.
  predicate Emptied(dxgmap_adapter a, dxgmap_adapter b) =
    b.slots.live == 0 && (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(b.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i]);

  // The mapping of slot i is in b what it was in a: same life, same request, same captured pages, same place.
  predicate SlotKept(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    (SlotLive(b.slots, i) <==> SlotLive(a.slots, i)) && b.slots.generation[i] == a.slots.generation[i] &&
    b.descriptors.at[i] == a.descriptors.at[i] && b.links.to.slot[i] == a.links.to.slot[i] &&
    MappingKept(a.domain, b.domain, DXGMAP_ID(i)) &&
    b.views.place[i] == a.views.place[i] && b.views.span[i] == a.views.span[i];
  predicate OthersKept(dxgmap_adapter a, dxgmap_adapter b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> SlotKept(a, b, i);

  // Every mapping, live or not, is in b what it was in a.
  predicate MappingsKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.slots.live == a.slots.live &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i)) &&
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> b.domain.counts.count[p] == a.domain.counts.count[p];

  // The step from a to b made slot i live, and did nothing else.
  predicate Taken(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    0 <= i < DXGMAP_SLOTS && SlotIdle(a.slots, i) && SlotLive(b.slots, i) &&
    b.slots.generation[i] == a.slots.generation[i] && b.slots.live == a.slots.live + 1 && ConfigurationKept(a, b) &&
    OthersKept(a, b, i);
  // The step from a to b ended the life of slot i, and did nothing else.
  predicate Released(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    SlotLive(a.slots, i) && !SlotLive(b.slots, i) && b.slots.generation[i] == a.slots.generation[i] + 1 &&
    b.slots.live == a.slots.live - 1 && ConfigurationKept(a, b) && OthersKept(a, b, i);
*/

#endif
