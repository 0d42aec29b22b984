/* SPDX-License-Identifier: MIT */
#include "trace/trace.h"

#include "trace/keys.h"

/*@
  // What a trace is carried on by, from call to call: what the state knows of the calls before call i, and the theorems
  // that speak of them.
  predicate CarriedTo{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n, integer i) =
    CallsInPool(c, r, i, n) && KnowsLive(s, c, r, i) && KnowsOver(s, c, r, i) && KnowsGiven(s, c, r, pool, i) &&
    KnowsKeys(s, c, r, i) && TUau(c, r, pool, i) && TOnce(c, r, i);
*/

/* Steps of the proof, none of which runs. */
/*@ ghost
  // The live set after call i.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: \forall integer h; Live(calls, results, i + 1, h) <==>
       (Live(calls, results, i, h) && !EndedAt(calls, results, i, h)) || AcquiredAt(calls, results, i, h); @/
  void dxgmap_trace_live(const dxgmap_call *calls, const dxgmap_result *results, uint32_t i)
  {
    /@ assert goes_on: \forall integer q, h; LiveSince(calls, results, q, i, h) && !EndedAt(calls, results, i, h)
         ==> LiveSince(calls, results, q, i + 1, h); @/
    /@ assert begins: \forall integer h; AcquiredAt(calls, results, i, h) ==> LiveSince(calls, results, i, i + 1, h); @/
    /@ assert back: \forall integer q, h; LiveSince(calls, results, q, i + 1, h) && q != i
         ==> LiveSince(calls, results, q, i, h) && !EndedAt(calls, results, i, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires was: KnowsLive(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsLive(now, calls, results, i + 1); @/
  void dxgmap_trace_knows_live(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls,
                               const dxgmap_result *results, uint32_t i)
  {
    dxgmap_trace_live(calls, results, i);
    return;
  }
*/
/*@ ghost
  /@ requires was: KnowsOver(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires over: LivesOver(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires spent: SpentStays(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsOver(now, calls, results, i + 1); @/
  void dxgmap_trace_knows_over(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls,
                               const dxgmap_result *results, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  /@ requires was: KnowsGiven(was, calls, results, pool, i);
     requires over: KnowsOver(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires new: LivesNew(was, calls[i].op, results[i].status, results[i].handle);
     requires kept: MappingsSame(was, now);
     requires given: \forall integer h; AcquiredAt(calls, results, i, h)
         ==> HeldAsGiven(now, calls, results, pool, i, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsGiven(now, calls, results, pool, i + 1); @/
  void dxgmap_trace_knows_given(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls,
                                const dxgmap_result *results, const uint64_t *pool, uint32_t i)
  {
    /@ assert before: \forall integer q, h; 0 <= q < i && AcquiredAt(calls, results, q, h) && Valid(now, h)
         ==> Valid(was, h); @/
    /@ assert held: \forall integer q, h; Valid(was, h) && Valid(now, h) && HeldAsGiven(was, calls, results, pool, q, h)
         ==> HeldAsGiven(now, calls, results, pool, q, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires was: IdentitiesOnce(calls, results, i);
     requires over: KnowsOver(was, calls, results, i);
     requires new: LivesNew(was, calls[i].op, results[i].status, results[i].handle);
     requires ends: \forall integer h; ReleasedAt(calls, results, i, h) ==> Valid(was, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: IdentitiesOnce(calls, results, i + 1); @/
  void dxgmap_trace_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i)
  {
    /@ assert acquired: \forall integer j, h; 0 <= j < i && AcquiredAt(calls, results, j, h)
         ==> !AcquiredAt(calls, results, i, h); @/
    /@ assert released: \forall integer j, h; 0 <= j < i && ReleasedAt(calls, results, j, h)
         ==> !ReleasedAt(calls, results, i, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires was: TUau(calls, results, pool, i);
     requires released: \forall integer h; ReleasedAt(calls, results, i, h) ==> Live(calls, results, i, h);
     requires behalf: TranslatedAt(calls, results, i)
                      ==> OnBehalf(calls, results, pool, i) && Named(calls, results, pool, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: TUau(calls, results, pool, i + 1); @/
  void dxgmap_trace_used(const dxgmap_call *calls, const dxgmap_result *results, const uint64_t *pool, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // The reference answers for a live mapping.
  /@ requires inv: Inv(s);
     requires adapter: 0 <= k < DXGMAP_ADAPTERS;
     requires reference: Xlate(s.adapter[k], l, p);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: HeldBySome(s, k, p); @/
  void dxgmap_trace_holder(dxgmap_state s, uint32_t k, uint64_t l, uint64_t p)
  {
    /@ assert parts: AdapterOk(s.adapter[k]) && AdapterParts(s.adapter[k]); @/
    /@ assert live: \forall integer i, o; CapturedAt(s.adapter[k], i, o, p) ==> SlotLive(s.adapter[k].slots, i); @/
    /@ assert some: \exists integer i, o; CapturedAt(s.adapter[k], i, o, p); @/
    /@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
       loop invariant so_far: \forall integer j, o; j < i && CapturedAt(s.adapter[k], j, o, p) ==> HeldBySome(s, k, p);
       loop assigns i;
       loop variant DXGMAP_SLOTS - i; @/
    for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
      uint64_t h = dxgmap_handle_name(k, s.adapter[k].slots.generation[i], i);
      /@ assert valid: \forall integer o; CapturedAt(s.adapter[k], i, o, p) ==> Valid(s, h); @/
      /@ assert page: \forall integer o; CapturedAt(s.adapter[k], i, o, p) ==> o < PagesOf(s, h) &&
           PageOf(s, h, o) == p; @/
      /@ assert here: \forall integer o; CapturedAt(s.adapter[k], i, o, p) ==> HeldBySome(s, k, p); @/
    }
    return;
  }
*/
/*@ ghost
  // What a trace was carried on by, at its end.
  /@ requires carried: CarriedTo(s, calls, results, pool, pool_size, n);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: KnowsLive(s, calls, results, n);
     ensures uau: TUau(calls, results, pool, n);
     ensures once: TOnce(calls, results, n); @/
  void dxgmap_trace_ended(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results, const uint64_t *pool,
                          uint64_t pool_size, uint32_t n)
  {
    return;
  }
*/
/*@ ghost
  /@ requires live: KnowsLive(s, calls, results, n);
     requires held: SomeValid(s) || NothingHeld(s);
     requires committed: Committed(s);
     requires listed: AllListed(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TLeak: TLeak(s, calls, results, n); @/
  void dxgmap_trace_leak(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results, uint32_t n)
  {
    /@ assert some: SomeValid(s) ==> !(\forall integer h; !Live(calls, results, n, h)); @/
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires uau: TUau(calls, results, pool, n);
     requires leak: TLeak(s, calls, results, n);
     requires once: TOnce(calls, results, n);
     requires excl: TExcl(s);
     requires coh: TCoh(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TTrace: TTrace(s, calls, results, pool, n); @/
  void dxgmap_trace_all(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results, const uint64_t *pool,
                        uint32_t n)
  {
    return;
  }
*/
/*@ ghost
  // A logical page has one mapping, by the owner that the domain knows.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures owner: \forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) &&
       CoversLogical(s, g, l) && CoversLogical(s, h, l) ==> g == h; @/
  void dxgmap_trace_logical(dxgmap_state s)
  {
    dxgmap_handle_parts();
    /@ assert domains: \forall integer k; 0 <= k < DXGMAP_PLACES
         ==> OwnersKnown(s.adapter[k].domain) && SlotsOk(s.adapter[k].slots); @/
    /@ assert inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS; @/
    /@ assert covers: \forall integer h, l; Valid(s, h) && CoversLogical(s, h, l)
         ==> RangeCovers(s.adapter[HandleTag(h)].domain.ranges, DXGMAP_ID(HandleIndex(h)), l); @/
    /@ assert known: \forall integer h, l; Valid(s, h) && CoversLogical(s, h, l)
         ==> s.adapter[HandleTag(h)].domain.owners.id[l] == DXGMAP_ID(HandleIndex(h)); @/
    /@ assert slot: \forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) &&
         CoversLogical(s, g, l) && CoversLogical(s, h, l) ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  /@ requires place: \forall integer h; Valid(s, h) && Opener(s, h)
       ==> s.opened.place[OpenedOf(s, h) - 1] == HandleTag(h) + 1;
     requires slot: \forall integer h; Valid(s, h) && Opener(s, h)
       ==> s.opened.slot[OpenedOf(s, h) - 1] == HandleIndex(h);
     requires inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h; @/
  void dxgmap_trace_object(dxgmap_state s)
  {
    dxgmap_handle_parts();
    /@ assert same_place: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h)
         ==> HandleTag(g) == HandleTag(h); @/
    /@ assert same_slot: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h)
         ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  // An object has one adapter object, the one that it knows.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h; @/
  void dxgmap_trace_opened(dxgmap_state s)
  {
    dxgmap_handle_parts();
    /@ assert known: ObjectsKnown(s); @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_PLACES ==> SlotsOk(s.adapter[k].slots); @/
    /@ assert inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS; @/
    /@ assert place: \forall integer h; Valid(s, h) && Opener(s, h)
         ==> s.opened.place[OpenedOf(s, h) - 1] == HandleTag(h) + 1; @/
    /@ assert slot: \forall integer h; Valid(s, h) && Opener(s, h)
         ==> s.opened.slot[OpenedOf(s, h) - 1] == HandleIndex(h); @/
    dxgmap_trace_object(s);
    return;
  }
*/
/*@ ghost
  // A save area has one pin, and counts are exact.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TExcl: TExcl(s); @/
  void dxgmap_trace_exclusive(dxgmap_state s)
  {
    dxgmap_handle_parts();
    dxgmap_trace_logical(s);
    dxgmap_trace_opened(s);
    /@ assert ok: \forall integer k; 0 <= k < DXGMAP_PLACES
         ==> AdapterPins(s.adapter[k]) && SlotsOk(s.adapter[k].slots) && DomainOk(s.adapter[k].domain); @/
    /@ assert pins: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterPins(s.adapter[k]); @/
    /@ assert counted: \forall integer k; 0 <= k < DXGMAP_PLACES
         ==> Counted(s.adapter[k].domain.cells, s.adapter[k].domain.counts); @/
    /@ assert inside: \forall integer h; Valid(s, h) ==> 0 <= HandleIndex(h) < DXGMAP_SLOTS; @/
    /@ assert pinned: \forall integer h; Valid(s, h) &&
         IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind)
         ==> s.adapter[HandleTag(h)].saves.pin[s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index]
           == HandleIndex(h) + 1; @/
    /@ assert slot: \forall integer g, h; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) &&
         PinsSame(s, g, h)
         ==> HandleIndex(g) == HandleIndex(h); @/
    return;
  }
*/
/*@ ghost
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: Coherent(a.domain, a.mode);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: \forall integer l; 0 <= l < LogicalPages(a) ==> CoherentAt(a, l); @/
  void dxgmap_trace_cached(dxgmap_adapter a)
  {
    uint32_t pages = a.mode == DXGMAP_IDENTITY ? DXGMAP_PAGES : DXGMAP_CELLS;
    /@ loop invariant range: 0 <= l <= pages;
       loop invariant coherent: \forall integer j; 0 <= j < l ==> CoherentAt(a, j);
       loop assigns l;
       loop variant pages - l; @/
    for (uint32_t l = 0; l < pages; l++) {
      dxgmap_translate_coherent(a, l);
    }
    return;
  }
*/
/*@ ghost
  // Every cache is coherent.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures TCoh: TCoh(s); @/
  void dxgmap_trace_coherent(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
       loop invariant coherent: \forall integer j, l; 0 <= j < k && 0 <= l < LogicalPages(s.adapter[j])
         ==> CoherentAt(s.adapter[j], l);
       loop assigns k;
       loop variant DXGMAP_ADAPTERS - k; @/
    for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
      /@ assert ok: AdapterOk(s.adapter[k]); @/
      dxgmap_trace_cached(s.adapter[k]);
    }
    return;
  }
*/
/*@ ghost
  /@ requires live: KnowsLive(s, calls, results, i);
     requires given: KnowsGiven(s, calls, results, pool, i);
     requires some: HeldBySome(s, AdapterOf(calls[i].adapter), results[i].page);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures behalf: OnBehalf(calls, results, pool, i); @/
  void dxgmap_trace_behalf(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results,
                           const uint64_t *pool, uint32_t i)
  {
    /@ assert valid: \forall integer q, h; LiveSince(calls, results, q, i, h) ==> Live(calls, results, i, h); @/
    /@ assert held: \forall integer q, h; LiveSince(calls, results, q, i, h)
         ==> HeldAsGiven(s, calls, results, pool, q, h); @/
    /@ assert some: \forall integer q, h, o; LiveSince(calls, results, q, i, h) && 0 <= o < PagesOf(s, h)
         ==> Capturing(calls[q].op); @/
    /@ assert page: \forall integer q, h, o; LiveSince(calls, results, q, i, h) && 0 <= o < PagesOf(s, h)
         ==> o < calls[q].count && PageOf(s, h, o) == pool[calls[q].first + o]; @/
    /@ assert place: \forall integer q, h, o, x; LiveSince(calls, results, q, i, h) && 0 <= o < PagesOf(s, h)
         && x == calls[q].first + o
         ==> calls[q].first <= x < calls[q].first + calls[q].count && PageOf(s, h, o) == pool[x]; @/
    /@ assert captured: \forall integer q, h, o, x; LiveSince(calls, results, q, i, h) && x == calls[q].first + o &&
         HandleTag(h) == AdapterOf(calls[i].adapter) && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == results[i].page
         ==> CapturedBy(calls, pool, q, AdapterOf(calls[i].adapter), results[i].page); @/
    /@ assert all: \forall integer q, h, o; LiveSince(calls, results, q, i, h) &&
         HandleTag(h) == AdapterOf(calls[i].adapter) && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == results[i].page
         ==> CapturedBy(calls, pool, q, AdapterOf(calls[i].adapter), results[i].page); @/
    return;
  }
*/

/*@ ghost
  // The mapping that an answer names is live, and gives the page from where its capture says.
  /@ requires live: KnowsLive(s, calls, results, i);
     requires given: KnowsGiven(s, calls, results, pool, i);
     requires answers: AnswersFor(s, AdapterOf(calls[i].adapter), calls[i].page, results[i].page, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures named: Named(calls, results, pool, i); @/
  void dxgmap_trace_named(dxgmap_state s, const dxgmap_call *calls, const dxgmap_result *results,
                          const uint64_t *pool, uint32_t i)
  {
    /@ assert valid: \forall integer q, h; LiveSince(calls, results, q, i, h) ==> Live(calls, results, i, h); @/
    /@ assert held: \forall integer q, h; LiveSince(calls, results, q, i, h)
         ==> HeldAsGiven(s, calls, results, pool, q, h); @/
    /@ assert some: results[i].handle != 0 ==> Live(calls, results, i, results[i].handle); @/
    /@ assert offset: results[i].handle != 0
         ==> 0 <= calls[i].page - BaseOf(s, results[i].handle) < PagesOf(s, results[i].handle); @/
    /@ assert capturing: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> Capturing(calls[q].op); @/
    /@ assert based: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> BaseOf(s, results[i].handle) == results[q].base && PagesOf(s, results[i].handle) == calls[q].count; @/
    /@ assert placed: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> PlaceAt(calls, q) == AdapterOf(calls[i].adapter); @/
    /@ assert page: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> PageOf(s, results[i].handle, calls[i].page - results[q].base)
             == pool[calls[q].first + (calls[i].page - results[q].base)]; @/
    /@ assert by: \forall integer q; results[i].handle != 0 && LiveSince(calls, results, q, i, results[i].handle)
         ==> NamedBy(calls, results, pool, q, i); @/
    return;
  }
*/

/*@ ghost
  // What is known of a call and its answer holds of them as they stand in the trace.
  /@ requires call: calls[i].op == op && calls[i].adapter == adapter && calls[i].object == object &&
       calls[i].index == index && calls[i].kind == kind && calls[i].space == space && calls[i].handle == handle &&
       calls[i].address == address && calls[i].page == page;
     requires written: results[i].status == r.status && results[i].handle == r.handle && results[i].page == r.page;
     requires keyed: r.status == DXGMAP_OK && Releasing(op)
       ==> KeyFits(was, op, adapter, object, index, kind, space, handle, address, r.handle);
     requires held: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK ==> HeldBySome(now, AdapterOf(adapter), r.page);
     requires answers: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK
                       ==> AnswersFor(now, AdapterOf(adapter), page, r.page, r.handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     ensures held: TranslatedAt(calls, results, i) ==> HeldBySome(now, AdapterOf(calls[i].adapter), results[i].page);
     ensures answers: TranslatedAt(calls, results, i)
       ==> AnswersFor(now, AdapterOf(calls[i].adapter), calls[i].page, results[i].page, results[i].handle); @/
  void dxgmap_trace_filed(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                          uint32_t i, uint32_t op, uint64_t adapter, uint64_t object, uint32_t index, uint32_t kind,
                          uint32_t space, uint64_t handle, uint64_t address, uint64_t page, dxgmap_result r)
  {
    return;
  }
*/
/*@ ghost
  /@ requires before: CallsInPool(calls, results, i, pool_size);
     requires here: results[i].status == DXGMAP_OK && Capturing(calls[i].op)
                    ==> calls[i].first + calls[i].count <= pool_size;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures in_pool: CallsInPool(calls, results, i + 1, pool_size); @/
  void dxgmap_trace_in_pool(const dxgmap_call *calls, const dxgmap_result *results, uint32_t i, uint64_t pool_size)
  {
    return;
  }
*/

/* The answer to call i changes nothing of what was known of the calls before it. */
/*@ requires valid: \valid(results + i);
    requires separated: \separated(calls + (..), results + (..), pool + (..));
    requires now: i < n;
    requires carried: CarriedTo(was, calls, results, pool, pool_size, i);
    terminates \true;
    exits \false;
    assigns results[i];
    ensures written: results[i].status == r.status && results[i].handle == r.handle && results[i].page == r.page
                     && results[i].base == r.base;
    ensures calls: CallsSame{Pre, Post}(calls, n);
    ensures pool: PoolSame{Pre, Post}(pool, pool_size);
    ensures fits: \forall integer h; KeyFitsAt{Pre}(was, calls, i, h) ==> KeyFitsAt{Post}(was, calls, i, h);
    ensures carried: CarriedTo(was, calls, results, pool, pool_size, i); */
static void dxgmap_trace_write(const dxgmap_call *calls, dxgmap_result *results, uint32_t n, uint32_t i,
                               const uint64_t *pool, uint64_t pool_size, dxgmap_result r)
/*@ ghost (dxgmap_state was) */
{
  /* only the contract speaks of these */
  (void)calls;
  (void)n;
  (void)pool;
  (void)pool_size;
  results[i].status = r.status;
  results[i].handle = r.handle;
  results[i].page = r.page;
  results[i].base = r.base;
  /*@ assert calls: CallsSame{Pre, Here}(calls, n); */
  /*@ assert results: ResultsSame{Pre, Here}(results, i); */
  /*@ assert pool: PoolSame{Pre, Here}(pool, pool_size); */
  /*@ assert acquired: \forall integer j, h; 0 <= j < i
             ==> (AcquiredAt{Here}(calls, results, j, h) <==> AcquiredAt{Pre}(calls, results, j, h)); */
  /*@ assert released: \forall integer j, h; 0 <= j < i
             ==> (ReleasedAt{Here}(calls, results, j, h) <==> ReleasedAt{Pre}(calls, results, j, h)); */
  /*@ assert ended: \forall integer j, h; 0 <= j < i
             ==> (EndedAt{Here}(calls, results, j, h) <==> EndedAt{Pre}(calls, results, j, h)); */
  /*@ assert by_key: \forall integer j; 0 <= j < i
             ==> (KeyReleasedAt{Here}(calls, results, j) <==> KeyReleasedAt{Pre}(calls, results, j)); */
  /*@ assert same_key: \forall integer j, m; 0 <= j < m < i
             ==> (SameKey{Here}(calls, j, m) <==> SameKey{Pre}(calls, j, m)); */
  /*@ assert since: \forall integer j, q, h; 0 <= j <= i
             ==> (LiveSince{Here}(calls, results, q, j, h) <==> LiveSince{Pre}(calls, results, q, j, h)); */
  /*@ assert live: \forall integer j, h; 0 <= j <= i
             ==> (Live{Here}(calls, results, j, h) <==> Live{Pre}(calls, results, j, h)); */
  /*@ assert once_acquired: \forall integer j, m, h; 0 <= j < m < i && AcquiredAt(calls, results, j, h)
             ==> !AcquiredAt(calls, results, m, h); */
  /*@ assert once_released: \forall integer j, m, h; 0 <= j < m < i && ReleasedAt(calls, results, j, h)
             ==> !ReleasedAt(calls, results, m, h); */
  /*@ assert identities: IdentitiesOnce(calls, results, i); */
  /*@ assert begun: \forall integer j, m, h; 0 <= j && m <= i
             ==> (BegunAfter{Here}(calls, results, j, m, h) <==> BegunAfter{Pre}(calls, results, j, m, h)); */
  /*@ assert fits: \forall integer j, h; 0 <= j <= i
             ==> (KeyFitsAt{Here}(was, calls, j, h) <==> KeyFitsAt{Pre}(was, calls, j, h)); */
  /*@ assert inside: \forall integer q, h, x; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && \at(Capturing(calls[q].op) && x < calls[q].first + calls[q].count, Pre) ==> x < pool_size; */
  /*@ assert captured: \forall integer q, k, p, h; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && CapturedBy{Pre}(calls, pool, q, k, p) ==> CapturedBy{Here}(calls, pool, q, k, p); */
  /*@ assert behalf: \forall integer j; 0 <= j < i && OnBehalf{Pre}(calls, results, pool, j)
             ==> OnBehalf{Here}(calls, results, pool, j); */
  /*@ assert bases: \forall integer q; 0 <= q < i
             ==> results[q].base == \at(results[q].base, Pre) && results[q].handle == \at(results[q].handle, Pre)
                 && results[q].page == \at(results[q].page, Pre); */
  /*@ assert places: \forall integer q; 0 <= q < i ==> PlaceAt{Here}(calls, q) == PlaceAt{Pre}(calls, q); */
  /*@ assert begins: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> 0 <= q < i && AcquiredAt{Pre}(calls, results, q, \at(results[j].handle, Pre)); */
  /*@ assert named_since: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> LiveSince{Here}(calls, results, q, j, results[j].handle); */
  /*@ assert named_place: \forall integer q, j; 0 <= q < i && 0 <= j < i && NamedPlace{Pre}(calls, results, q, j)
             ==> NamedPlace{Here}(calls, results, q, j); */
  /*@ assert named_inside: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> 0 <= \at(calls[q].first + (calls[j].page - results[q].base), Pre) < pool_size; */
  /*@ assert same_page: \forall integer q, j; 0 <= q < i && 0 <= j < i
             && 0 <= \at(calls[q].first + (calls[j].page - results[q].base), Pre) < pool_size
             && NamedPage{Pre}(calls, results, pool, q, j) ==> NamedPage{Here}(calls, results, pool, q, j); */
  /*@ assert named_page: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> NamedPage{Here}(calls, results, pool, q, j); */
  /*@ assert named_by: \forall integer q, j; 0 <= j < i && NamedBy{Pre}(calls, results, pool, q, j)
             ==> NamedBy{Here}(calls, results, pool, q, j); */
  /*@ assert named: \forall integer j; 0 <= j < i && Named{Pre}(calls, results, pool, j)
             ==> Named{Here}(calls, results, pool, j); */
  /*@ assert given: \forall integer q, h; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && HeldAsGiven{Pre}(was, calls, results, pool, q, h)
             ==> GivenBy{Here}(was, \at(calls[q].op, Pre), PlaceAt{Pre}(calls, q), pool, \at(calls[q].first, Pre),
                               \at(calls[q].count, Pre), \at(results[q].base, Pre), h); */
  /*@ assert held: \forall integer q, h; 0 <= q < i && AcquiredAt{Pre}(calls, results, q, h)
             && HeldAsGiven{Pre}(was, calls, results, pool, q, h)
               ==> HeldAsGiven{Here}(was, calls, results, pool, q, h); */
  /*@ assert keys: KeysOnce(calls, results, i); */
  /*@ assert in_pool: CallsInPool(calls, results, i, pool_size); */
  /*@ assert knows_live: KnowsLive(was, calls, results, i); */
  /*@ assert knows_over: KnowsOver(was, calls, results, i); */
  /*@ assert knows_given: KnowsGiven(was, calls, results, pool, i); */
  /*@ assert knows_keys: KnowsKeys(was, calls, results, i); */
  /*@ assert uau: TUau(calls, results, pool, i); */
}

/* A step, and of its contract what a trace is made of: the rest, which says when each operation succeeds, is much to
   read for every goal of a caller that does not ask. */
/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures moved: LivesMoved(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures new: LivesNew(\old(*s), call->op, \result.status, \result.handle);
    ensures over: LivesOver(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s);
    ensures in_pool: \result.status == DXGMAP_OK && Capturing(call->op) ==> InPool(*call, pool_size);
    ensures given: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> GivenBy(*s, call->op, PlaceOf(call->op, call->adapter, call->object), pool, call->first,
                               call->count, \result.base, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> 0 <= AdapterOf(call->adapter) < DXGMAP_ADAPTERS
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page)
                            && AnswersFor(*s, AdapterOf(call->adapter), call->page, \result.page, \result.handle); */
static dxgmap_result dxgmap_trace_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool,
                                       uint64_t pool_size)
{
  return dxgmap_step(s, call, pool, pool_size);
}

/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires now: i < n;
    requires inv: Inv(*s);
    requires carried: CarriedTo(*s, calls, results, pool, pool_size, i);
    terminates \true;
    exits \false;
    assigns *s, results[i];
    ensures inv: Inv(*s);
    ensures moved: LivesMoved(\old(*s), *s, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
    ensures new: LivesNew(\old(*s), calls[i].op, results[i].status, results[i].handle);
    ensures over: LivesOver(\old(*s), *s, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
    ensures keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(\old(*s), calls, i, results[i].handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s);
    ensures given: results[i].status == DXGMAP_OK && Acquiring(calls[i].op)
                   ==> HeldAsGiven(*s, calls, results, pool, i, results[i].handle);
    ensures translated: TranslatedAt(calls, results, i)
                        ==> HeldBySome(*s, AdapterOf(calls[i].adapter), results[i].page);
    ensures answers: TranslatedAt(calls, results, i)
                     ==> AnswersFor(*s, AdapterOf(calls[i].adapter), calls[i].page, results[i].page, results[i].handle);
    ensures in_pool: CallsInPool(calls, results, i + 1, pool_size);
    ensures carried: CarriedTo(\old(*s), calls, results, pool, pool_size, i); */
static void dxgmap_trace_call(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, uint32_t i,
                              const uint64_t *pool, uint64_t pool_size)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_result r = dxgmap_trace_step(s, &calls[i], pool, pool_size);
  /*@ ghost
    if (calls[i].op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK) {
      dxgmap_trace_holder(*s, dxgmap_step_place(calls[i].adapter), calls[i].page, r.page);
    } */
  /*@ assert pages: \forall integer o, x; r.status == DXGMAP_OK && Capturing(calls[i].op) && 0 <= o < calls[i].count
             && x == calls[i].first + o ==> x < pool_size && PageOf(*s, r.handle, o) == pool[x]; */
  /*@ ghost uint32_t op = calls[i].op; */
  /*@ ghost uint64_t adapter = calls[i].adapter; */
  /*@ ghost uint64_t object = calls[i].object; */
  /*@ ghost uint32_t index = calls[i].index; */
  /*@ ghost uint32_t kind = calls[i].kind; */
  /*@ ghost uint32_t space = calls[i].space; */
  /*@ ghost uint64_t handle = calls[i].handle; */
  /*@ ghost uint64_t address = calls[i].address; */
  /*@ ghost uint64_t page = calls[i].page; */
  /*@ assert keyed: r.status == DXGMAP_OK && Releasing(op)
             ==> KeyFits(was, op, adapter, object, index, kind, space, handle, address, r.handle); */
  /*@ assert held: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK
             ==> HeldBySome(*s, AdapterOf(adapter), r.page); */
  /*@ assert answers: op == DXGMAP_OP_TRANSLATE && r.status == DXGMAP_OK
             ==> AnswersFor(*s, AdapterOf(adapter), page, r.page, r.handle); */
  /*@ assert pool: r.status == DXGMAP_OK && Capturing(calls[i].op) ==> calls[i].first + calls[i].count <= pool_size; */
  dxgmap_trace_write(calls, results, n, i, pool, pool_size, r) /*@ ghost (was) */;
  /*@ assert same_call: calls[i].op == \at(calls[i].op, Pre) && calls[i].first == \at(calls[i].first, Pre)
             && calls[i].adapter == \at(calls[i].adapter, Pre) && calls[i].object == \at(calls[i].object, Pre)
             && calls[i].count == \at(calls[i].count, Pre) && calls[i].page == \at(calls[i].page, Pre); */
  /*@ assert call_here: calls[i].op == op && calls[i].adapter == adapter && calls[i].object == object
             && calls[i].index == index && calls[i].kind == kind && calls[i].space == space && calls[i].handle == handle
             && calls[i].address == address && calls[i].page == page; */
  /*@ ghost dxgmap_trace_filed(was, *s, calls, results, i, op, adapter, object, index, kind, space, handle, address,
                               page, r); */
  /*@ assert pool_here: results[i].status == DXGMAP_OK && Capturing(calls[i].op)
             ==> calls[i].first + calls[i].count <= pool_size; */
  /*@ ghost dxgmap_trace_in_pool(calls, results, i, pool_size); */
  /*@ assert same_pool: \forall integer x; 0 <= x < pool_size ==> pool[x] == \at(pool[x], Pre); */
  /*@ assert still_here: \forall integer o, x; r.status == DXGMAP_OK && Capturing(\at(calls[i].op, Pre))
             && 0 <= o < \at(calls[i].count, Pre) && x == \at(calls[i].first, Pre) + o
               ==> PageOf(*s, r.handle, o) == pool[x]; */
  /*@ assert given: r.status == DXGMAP_OK && Acquiring(\at(calls[i].op, Pre))
             ==> GivenBy(*s, \at(calls[i].op, Pre), \at(PlaceAt(calls, i), Pre), pool, \at(calls[i].first, Pre),
                         \at(calls[i].count, Pre), r.base, r.handle); */
}

/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires now: i < n;
    requires inv: Inv(*s);
    requires carried: CarriedTo(*s, calls, results, pool, pool_size, i);
    terminates \true;
    exits \false;
    assigns *s, results[i];
    ensures inv: Inv(*s);
    ensures carried: CarriedTo(*s, calls, results, pool, pool_size, i + 1); */
static void dxgmap_trace_next(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, uint32_t i,
                              const uint64_t *pool, uint64_t pool_size)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_trace_call(s, calls, results, n, i, pool, pool_size);
  /*@ assert given_here: \forall integer h; AcquiredAt(calls, results, i, h)
             ==> HeldAsGiven(*s, calls, results, pool, i, h); */
  /*@ assert released: \forall integer h; ReleasedAt(calls, results, i, h) ==> Live(calls, results, i, h); */
  /*@ ghost dxgmap_trace_knows_live(was, *s, calls, results, i); */
  /*@ ghost dxgmap_trace_knows_over(was, *s, calls, results, i); */
  /*@ ghost dxgmap_trace_knows_given(was, *s, calls, results, pool, i); */
  /*@ ghost dxgmap_trace_once(was, calls, results, i); */
  /*@ ghost dxgmap_keys_step(was, *s, calls, results, i); */
  /*@ ghost dxgmap_keys_once(was, calls, results, i); */
  /*@ ghost
    if (calls[i].op == DXGMAP_OP_TRANSLATE && results[i].status == DXGMAP_OK) {
      /@ assert live: KnowsLive(*s, calls, results, i); @/
      /@ assert held: KnowsGiven(*s, calls, results, pool, i); @/
      dxgmap_trace_behalf(*s, calls, results, pool, i);
      dxgmap_trace_named(*s, calls, results, pool, i);
    } */
  /*@ ghost dxgmap_trace_used(calls, results, pool, i); */
}

void dxgmap_run(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, const uint64_t *pool,
                uint64_t pool_size)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant inv: Inv(*s);
      loop invariant carried: CarriedTo(*s, calls, results, pool, pool_size, i);
      loop assigns i, *s, results[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) {
    dxgmap_trace_next(s, calls, results, n, i, pool, pool_size);
  }
  /*@ ghost dxgmap_trace_ended(*s, calls, results, pool, pool_size, n); */
  /*@ ghost dxgmap_leak_nothing(*s); */
  /*@ ghost dxgmap_leak_committed(*s); */
  /*@ ghost dxgmap_leak_listed(*s); */
  /*@ ghost dxgmap_trace_exclusive(*s); */
  /*@ ghost dxgmap_trace_coherent(*s); */
  /*@ ghost dxgmap_trace_leak(*s, calls, results, n); */
  /*@ ghost dxgmap_trace_all(*s, calls, results, pool, n); */
}
