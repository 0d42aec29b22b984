/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_STATE_H
#define DXGMAP_LOGIC_STATE_H

/* The machine: its invariant, its identities, and the only ways in which a step may change it. */

/*@
  // How often a physical page is locked: as often as the domains count it.
  logic integer LockSum(dxgmap_state s, integer n, integer p) =
    n <= 0 ? 0 : LockSum(s, n - 1, p) + s.adapter[n - 1].domain.counts.count[p];

  logic integer ChargeSum(dxgmap_state s, integer n) = n <= 0 ? 0 : ChargeSum(s, n - 1) + s.adapter[n - 1].charge;
  predicate Charged(dxgmap_state s) = s.commit == ChargeSum(s, DXGMAP_PLACES);

  predicate AdaptersOk(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterOk(s.adapter[k]);
  predicate StoppedOk(dxgmap_state s) =
    (\forall integer k; 0 <= k < DXGMAP_ADAPTERS && s.adapter[k].started == 0 ==> AdapterStopped(s.adapter[k])) &&
    s.adapter[DXGMAP_MACHINE].started == 0 && s.adapter[DXGMAP_MACHINE].saves.chain == 0;

  // The machine's place holds objects and their views, an adapter's all the rest.
  predicate OfMachine(integer kind) = kind == DXGMAP_OBJECT || kind == DXGMAP_OBJECT_VIEW;
  predicate KindPlaced(integer k, integer kind) =
    kind != DXGMAP_NO_KIND ==> (OfMachine(kind) <==> k == DXGMAP_MACHINE);
  predicate KindsPlaced(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS ==>
    KindPlaced(k, s.adapter[k].descriptors.at[i].kind);

  // An adapter object knows its object, and an object its adapter object: at most one.
  predicate OpenedBy(dxgmap_opened o, integer x, integer k, integer i) = o.place[x] == k + 1 && o.slot[x] == i;
  predicate ObjectKnown(dxgmap_state s, integer k, integer i) =
    s.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT ==>
      1 <= s.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS &&
      s.adapter[DXGMAP_MACHINE].descriptors.at[s.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT &&
      OpenedBy(s.opened, s.adapter[k].descriptors.at[i].object - 1, k, i);
  predicate Opened(dxgmap_state s, integer x) =
    s.opened.place[x] <= DXGMAP_ADAPTERS && s.opened.slot[x] < DXGMAP_SLOTS &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].kind == DXGMAP_ADAPTER_OBJECT &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].object == x + 1;
  predicate ObjectsKnown(dxgmap_state s) =
    \forall integer k, i; 0 <= k < DXGMAP_ADAPTERS && 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(s, k, i);
  predicate OpenedKnown(dxgmap_state s) =
    \forall integer x; 0 <= x < DXGMAP_SLOTS && s.opened.place[x] != 0 ==> Opened(s, x);
  predicate OpenedOk(dxgmap_state s) = ObjectsKnown(s) && OpenedKnown(s);

  // What every step keeps.
  predicate Inv(dxgmap_state s) = AdaptersOk(s) && StoppedOk(s) && KindsPlaced(s) && OpenedOk(s) && Charged(s);

  // The adapter that a raw handle names: the handle has its generation, and it is started.
  logic integer AdapterOf(integer h) = HandleIndex(h);
  predicate KnownAdapter(dxgmap_state s, integer h) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    s.adapter[AdapterOf(h)].started != 0 && s.adapter[AdapterOf(h)].generation == HandleGeneration(h);

  // The first cause, in the documented order, that stands in the way of any call on an adapter; DXGMAP_OK when none
  // does. Each row of such a cascade is a clause, named behind it.
  predicate OwnGateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    c.irql > limit ? status == DXGMAP_BAD_IRQL : // GATE-2
    status == DXGMAP_OK;
  // Exclusive access is an obstacle to a strict caller alone.
  predicate Excluded(dxgmap_caller c, dxgmap_adapter a) = c.strict != 0 && a.switches.exclusive != 0;
  // The same, of calls that touch the domain.
  predicate GateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !OwnGateStatus(s, c, h, limit, DXGMAP_OK) ? OwnGateStatus(s, c, h, limit, status) : // GATE-1, 2
    Excluded(c, s.adapter[AdapterOf(h)]) ? status == DXGMAP_EXCLUSIVE : // GATE-3
    status == DXGMAP_OK;

  // Of a chain the lead alone has save areas, a domain and adapter objects.
  predicate LeadGateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !GateStatus(s, c, h, limit, DXGMAP_OK) ? GateStatus(s, c, h, limit, status) : // GATE-1, 2, 3
    s.adapter[AdapterOf(h)].linked != 0 ? status == DXGMAP_NOT_LEAD : // GATE-11
    status == DXGMAP_OK;

  // On a device that was pulled out nothing is acquired any more; what lives is released as ever.
  predicate Gone(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].switches.removed != 0;
  predicate AcquireGateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !LeadGateStatus(s, c, h, limit, DXGMAP_OK) ? LeadGateStatus(s, c, h, limit, status) : // GATE-1, 2, 3, 11
    Gone(s, h) ? status == DXGMAP_REMOVED : // GATE-12
    status == DXGMAP_OK;

  // Which callbacks are for the adapter's driver.
  predicate UsesMdls(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].capability == DXGMAP_BY_MDL;
  predicate UsesAdls(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].capability == DXGMAP_BY_ADL;

  // The identities: a handle is valid while the mapping lives that it was given for.
  predicate Valid(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_PLACES &&
    SlotValid(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));
  predicate Describes(dxgmap_state s, integer h, dxgmap_descriptor d) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == d;
  predicate HandleOf(dxgmap_state s, integer k, integer kind, integer h) =
    HandleTag(h) == k && Valid(s, h) && s.adapter[k].descriptors.at[HandleIndex(h)].kind == kind;

  // How many pages the mapping of a handle has captured, from which logical page on (in remapping mode), and which.
  logic integer PagesOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.length[DXGMAP_ID(HandleIndex(h))];
  logic integer BaseOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.base[DXGMAP_ID(HandleIndex(h))];
  logic integer PageOf(dxgmap_state s, integer h, integer k) =
    CapturedPage(s.adapter[HandleTag(h)].domain, DXGMAP_ID(HandleIndex(h)), k);
  predicate Holds{L}(dxgmap_state s, integer h, uint64_t *pages, integer n) =
    PagesOf(s, h) == n && \forall integer k; 0 <= k < n ==> PageOf(s, h, k) == pages[k];
  // What the mapping of a handle belongs to in its place: slot + 1, or 0.
  logic integer TargetOf(dxgmap_state s, integer h) = s.adapter[HandleTag(h)].links.to.slot[HandleIndex(h)];
  predicate PlacedAt(dxgmap_state s, integer h, integer place, integer span) =
    s.adapter[HandleTag(h)].views.span[HandleIndex(h)] == span &&
    (span > 0 ==> s.adapter[HandleTag(h)].views.place[HandleIndex(h)] == place);

  // The provers take this for one fact and never look inside, which keeps the frame of a step cheap.
  predicate AdapterSame(dxgmap_adapter a, dxgmap_adapter b) = a == b;
  predicate AdaptersKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> AdapterSame(b.adapter[j], a.adapter[j]);

  // The object that an adapter object opens: slot + 1; 0 for any other mapping.
  logic integer Opens(dxgmap_descriptor d) = d.kind == DXGMAP_ADAPTER_OBJECT ? d.object : 0;
  // Every object but that of slot x - 1 has the adapter object that it had.
  predicate OpenedKept(dxgmap_opened a, dxgmap_opened b, integer x) =
    \forall integer j; 0 <= j < DXGMAP_SLOTS && j + 1 != x ==> b.place[j] == a.place[j] && b.slot[j] == a.slot[j];
  // No object is opened for adapter k any more, and nothing else is closed.
  predicate OpenedClosed(dxgmap_opened a, dxgmap_opened b, integer k) = \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
    b.place[j] == (a.place[j] == k + 1 ? 0 : a.place[j]) && b.slot[j] == a.slot[j];

  // For the proofs: of the descriptors of one adapter, or of all, what an adapter object is known by, but for slot x.
  predicate OpensSame(dxgmap_adapter a, dxgmap_adapter b, integer x) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    i != x ==>
    b.descriptors.at[i].kind == a.descriptors.at[i].kind && b.descriptors.at[i].object == a.descriptors.at[i].object;
  predicate OpensKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    OpensSame(a.adapter[k], b.adapter[k], x) &&
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> OpensSame(a.adapter[j], b.adapter[j], DXGMAP_SLOTS);

  // The step gave the identity h, on adapter k, and did nothing else.
  predicate Acquires(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Taken(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == b.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    OpenedKept(a.opened, b.opened, Opens(b.adapter[k].descriptors.at[HandleIndex(h)])) && AdaptersKept(a, b, k);
  // The step ended the identity h, on adapter k, and did nothing else.
  predicate Releases(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Released(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == a.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    OpenedKept(a.opened, b.opened, Opens(a.adapter[k].descriptors.at[HandleIndex(h)])) && AdaptersKept(a, b, k);
*/

#endif
