#ifndef DXGMAP_LOGIC_STATE_H
#define DXGMAP_LOGIC_STATE_H

/* The machine: its invariant, its identities, and the only ways in which a step may change it. */

/*@
  logic integer LockSum(dxgmap_state s, integer n, integer p) =
    n <= 0 ? 0 : LockSum(s, n - 1, p) + s.adapter[n - 1].domain.counts.count[p];
  predicate Locked(dxgmap_state s) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> s.locks.count[p] == LockSum(s, DXGMAP_ADAPTERS, p);

  logic integer ChargeSum(dxgmap_state s, integer n) = n <= 0 ? 0 : ChargeSum(s, n - 1) + s.adapter[n - 1].charge;
  predicate Charged(dxgmap_state s) = s.commit == ChargeSum(s, DXGMAP_ADAPTERS);

  predicate AdaptersOk(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> AdapterOk(s.adapter[k]);

  // What every step keeps.
  predicate Inv(dxgmap_state s) = AdaptersOk(s) && Locked(s) && Charged(s);

  // The adapter that a raw handle names: the handle has its generation, and it is started.
  logic integer AdapterOf(integer h) = HandleIndex(h);
  predicate KnownAdapter(dxgmap_state s, integer h) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    s.adapter[AdapterOf(h)].started != 0 && s.adapter[AdapterOf(h)].generation == HandleGeneration(h);

  predicate GateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (c.irql > limit ==> status == DXGMAP_BAD_IRQL) && (c.irql <= limit ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_OK)));

  // The identities: a handle is valid while the mapping lives that it was given for.
  predicate Valid(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_ADAPTERS &&
    SlotValid(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));
  predicate Describes(dxgmap_state s, integer h, dxgmap_descriptor d) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == d;
  predicate HandleOf(dxgmap_state s, integer k, integer kind, integer h) =
    HandleTag(h) == k && Valid(s, h) && s.adapter[k].descriptors.at[HandleIndex(h)].kind == kind;

  // How many pages the mapping of a handle has captured, and which.
  logic integer PagesOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.length[HandleIndex(h) + 1];
  logic integer PageOf(dxgmap_state s, integer h, integer k) =
    CapturedPage(s.adapter[HandleTag(h)].domain, HandleIndex(h) + 1, k);
  predicate Holds{L}(dxgmap_state s, integer h, uint64_t *pages, integer n) =
    PagesOf(s, h) == n && \forall integer k; 0 <= k < n ==> PageOf(s, h, k) == pages[k];
  predicate PlacedAt(dxgmap_state s, integer h, integer place, integer span) =
    s.adapter[HandleTag(h)].views.span[HandleIndex(h)] == span &&
    (span > 0 ==> s.adapter[HandleTag(h)].views.place[HandleIndex(h)] == place);

  // The provers take this for one fact and never look inside, which keeps the frame of a step cheap.
  predicate AdapterSame(dxgmap_adapter a, dxgmap_adapter b) = a == b;
  predicate AdaptersKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_ADAPTERS && j != k ==> AdapterSame(b.adapter[j], a.adapter[j]);

  // The step gave the identity h, on adapter k, and did nothing else.
  predicate Acquires(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Taken(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == b.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    AdaptersKept(a, b, k);
  // The step ended the identity h, on adapter k, and did nothing else.
  predicate Releases(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Released(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == a.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    AdaptersKept(a, b, k);
*/

#endif
