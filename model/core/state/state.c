/* SPDX-License-Identifier: MIT */
#include "state/state.h"

dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index)
{
  dxgmap_descriptor d;
  d.kind = kind;
  d.index = index;
  d.space = DXGMAP_MEMORY_SPACE;
  d.user = 0;
  d.cache = 0;
  d.slack = 0;
  d.object = 0;
  d.physical = 0;
  d.length = 0;
  d.process = 0;
  return d;
}

uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_handle_index(adapter);
  if (dxgmap_handle_tag(adapter) != DXGMAP_ADAPTER_TAG || k >= DXGMAP_ADAPTERS) {
    return DXGMAP_ADAPTERS;
  }
  if (s->adapter[k].started == 0 || s->adapter[k].generation != dxgmap_handle_generation(adapter)) {
    return DXGMAP_ADAPTERS;
  }
  return k;
}

uint32_t dxgmap_state_gate_own(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  if (dxgmap_state_find(s, adapter) == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  return caller.irql > limit ? DXGMAP_BAD_IRQL : DXGMAP_OK;
}

uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  uint32_t status = dxgmap_state_gate_own(s, caller, adapter, limit);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (caller.strict != 0 && s->adapter[dxgmap_state_find(s, adapter)].switches.exclusive != 0) {
    return DXGMAP_EXCLUSIVE;
  }
  return DXGMAP_OK;
}

uint32_t dxgmap_state_gate_lead(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  uint32_t status = dxgmap_state_gate(s, caller, adapter, limit);
  if (status != DXGMAP_OK) {
    return status;
  }
  return s->adapter[dxgmap_state_find(s, adapter)].linked != 0 ? DXGMAP_NOT_LEAD : DXGMAP_OK;
}

uint32_t dxgmap_state_gate_acquire(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  uint32_t status = dxgmap_state_gate_lead(s, caller, adapter, limit);
  if (status != DXGMAP_OK) {
    return status;
  }
  return s->adapter[dxgmap_state_find(s, adapter)].switches.removed != 0 ? DXGMAP_REMOVED : DXGMAP_OK;
}

bool dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle)
{
  uint32_t i = dxgmap_handle_index(handle);
  if (dxgmap_handle_tag(handle) != k) {
    return false;
  }
  if (!dxgmap_slots_valid(&s->adapter[k].slots, i, dxgmap_handle_generation(handle))) {
    return false;
  }
  return s->adapter[k].descriptors.at[i].kind == kind;
}

/* Steps of the proofs, none of which runs. */
/*@ ghost
  void dxgmap_state_itself(dxgmap_state s)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant charges: ChargeSum(now, j) == ChargeSum(was, j) + (j > k ? now.commit - was.commit : 0);
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
    }
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires live: k < DXGMAP_PLACES && i < DXGMAP_SLOTS && SlotLive(s->adapter[k].slots, i);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == DXGMAP_OK;
    ensures tag: HandleTag(\result.handle) == k && HandleIndex(\result.handle) == i && \result.handle != 0;
    ensures life: HandleGeneration(\result.handle) == s->adapter[k].slots.generation[i]; */
static dxgmap_outcome dxgmap_state_name(const dxgmap_state *s, uint32_t k, uint32_t i)
{
  return dxgmap_accept(dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i));
}

/*@ ghost
  // What a slot has captured, its handle holds.
  /@ requires handle: HandleTag(handle) == k && HandleIndex(handle) == i;
     requires length: s.adapter[k].domain.ranges.length[DXGMAP_ID(i)] == n;
     requires captured: Captured(s.adapter[k].domain, DXGMAP_ID(i), pages, n);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures holds: Holds(s, handle, pages, n); @/
  void dxgmap_state_held(dxgmap_state s, uint32_t k, uint32_t i, uint64_t handle, const uint64_t *pages, uint32_t n)
  {
    return;
  }
*/

/*@ ghost
  /@ requires same: AdapterSame(b, a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opens: OpensSame(a, b, DXGMAP_SLOTS);
     ensures stopped: b.started == a.started && b.saves.chain == a.saves.chain && (AdapterStopped(a)
         ==> AdapterStopped(b)); @/
  void dxgmap_state_same(dxgmap_adapter a, dxgmap_adapter b)
  {
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires others: OthersKept(was.adapter[k], now.adapter[k], i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opens: OpensKept(was, now, k, i); @/
  void dxgmap_state_opens(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant opens: \forall integer m; 0 <= m < j && m != k
         ==> OpensSame(was.adapter[m], now.adapter[m], DXGMAP_SLOTS);
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      if (j != k) {
        /@ assert same: AdapterSame(now.adapter[j], was.adapter[j]); @/
        dxgmap_state_same(was.adapter[j], now.adapter[j]);
      }
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_state_stopped(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant stopped: \forall integer m; 0 <= m < j && m < DXGMAP_ADAPTERS && now.adapter[m].started == 0
         ==> AdapterStopped(now.adapter[m]);
       loop invariant machine: j > DXGMAP_MACHINE ==> now.adapter[DXGMAP_MACHINE].saves.chain == 0
         && now.adapter[DXGMAP_MACHINE].started == 0;
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      if (j != k) {
        /@ assert same: AdapterSame(now.adapter[j], was.adapter[j]); @/
        dxgmap_state_same(was.adapter[j], now.adapter[j]);
        /@ assert before: j < DXGMAP_ADAPTERS && was.adapter[j].started == 0 ==> AdapterStopped(was.adapter[j]); @/
      }
      /@ assert now: j < DXGMAP_ADAPTERS && now.adapter[j].started == 0 ==> AdapterStopped(now.adapter[j]); @/
    }
    return;
  }
*/
/*@ ghost
  // One slot changed, whose kind belongs where it is.
  /@ requires place: k < DXGMAP_PLACES && i <= DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires fits: i < DXGMAP_SLOTS ==> KindPlaced(k, now.adapter[k].descriptors.at[i].kind);
     requires placed: KindsPlaced(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now); @/
  void dxgmap_state_placed(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // A slot of the machine changed that no adapter object opens, or one of an adapter that is none.
  /@ requires place: k < DXGMAP_PLACES && i <= DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires object: k == DXGMAP_MACHINE && i < DXGMAP_SLOTS ==> was.opened.place[i] == 0;
     requires neither: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS
       ==> was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
           && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_opened_other(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ assert same: \forall integer j, m; 0 <= j < DXGMAP_ADAPTERS && 0 <= m < DXGMAP_SLOTS
         && now.adapter[j].descriptors.at[m].kind == DXGMAP_ADAPTER_OBJECT
         ==> was.adapter[j].descriptors.at[m].kind == DXGMAP_ADAPTER_OBJECT
             && now.adapter[j].descriptors.at[m].object == was.adapter[j].descriptors.at[m].object; @/
    /@ assert machine: \forall integer x; 0 <= x < DXGMAP_SLOTS && was.opened.place[x] != 0
         ==> now.adapter[DXGMAP_MACHINE].descriptors.at[x].kind
             == was.adapter[DXGMAP_MACHINE].descriptors.at[x].kind; @/
    /@ assert objects: ObjectsKnown(now); @/
    /@ assert opened: OpenedKnown(now); @/
    return;
  }
*/
/*@ ghost
  // An adapter object ended.
  /@ requires place: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires before: was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT;
     requires after: now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     requires closed: now.opened.place[was.adapter[k].descriptors.at[i].object - 1] == 0;
     requires same: OpenedKept(was.opened, now.opened, was.adapter[k].descriptors.at[i].object);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_opened_close(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ assert objects: ObjectsKnown(now); @/
    /@ assert opened: OpenedKnown(now); @/
    return;
  }
*/
/*@ ghost
  // An adapter object began.
  /@ requires place: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS;
     requires opens: OpensKept(was, now, k, i);
     requires before: was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     requires after: now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT;
     requires object: 1 <= now.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS
       && now.adapter[DXGMAP_MACHINE].descriptors.at[now.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT
       && was.opened.place[now.adapter[k].descriptors.at[i].object - 1] == 0;
     requires opened: OpenedBy(now.opened, now.adapter[k].descriptors.at[i].object - 1, k, i);
     requires same: OpenedKept(was.opened, now.opened, now.adapter[k].descriptors.at[i].object);
     requires known: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_opened_open(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    /@ assert own: ObjectKnown(now, k, i); @/
    /@ assert machine: \forall integer x; 0 <= x < DXGMAP_SLOTS
         ==> now.adapter[DXGMAP_MACHINE].descriptors.at[x].kind
           == was.adapter[DXGMAP_MACHINE].descriptors.at[x].kind; @/
    /@ assert same: \forall integer j, m; 0 <= j < DXGMAP_ADAPTERS && 0 <= m < DXGMAP_SLOTS && (j != k || m != i)
         ==> now.adapter[j].descriptors.at[m].kind == was.adapter[j].descriptors.at[m].kind
             && now.adapter[j].descriptors.at[m].object == was.adapter[j].descriptors.at[m].object; @/
    /@ assert others: \forall integer j, m; 0 <= j < DXGMAP_ADAPTERS && 0 <= m < DXGMAP_SLOTS && (j != k || m != i)
         ==> ObjectKnown(now, j, m); @/
    /@ assert objects: ObjectsKnown(now); @/
    /@ assert opened: OpenedKnown(now); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_state_moved(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i)
  {
    dxgmap_state_stopped(was, now, k);
    dxgmap_state_opens(was, now, k, i);
    dxgmap_state_placed(was, now, k, i);
    if (k == DXGMAP_MACHINE) {
      dxgmap_state_opened_other(was, now, k, i);
    } else if (was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT) {
      dxgmap_state_opened_close(was, now, k, i);
    } else if (now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT) {
      dxgmap_state_opened_open(was, now, k, i);
    } else {
      dxgmap_state_opened_other(was, now, k, i);
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_state_still(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ assert others: OthersKept(was.adapter[k], now.adapter[k], DXGMAP_SLOTS); @/
    dxgmap_state_opens(was, now, k, DXGMAP_SLOTS);
    dxgmap_state_placed(was, now, k, DXGMAP_SLOTS);
    dxgmap_state_opened_other(was, now, k, DXGMAP_SLOTS);
    return;
  }
*/

dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n, uint32_t target)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_adapter_take_pages(&s->adapter[k], d, pages, n, target);
  if (o.status != DXGMAP_OK) {
    return o;
  }
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  uint32_t i = (uint32_t)o.handle;
  /*@ ghost dxgmap_state_moved(was, *s, k, i); */
  o = dxgmap_state_name(s, k, i);
  /*@ ghost dxgmap_state_held(*s, k, i, o.handle, pages, n); */
  return o;
}

/* Says of object x - 1 which adapter object it has: slot i in place k - 1, or none with k 0. */
/*@ requires valid: \valid(o);
    requires object: 1 <= x <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns *o;
    ensures set: o->place[x - 1] == k && o->slot[x - 1] == i;
    ensures others: OpenedKept(\old(*o), *o, x); */
static void dxgmap_state_open(dxgmap_opened *o, uint32_t x, uint32_t k, uint32_t i)
{
  o->place[x - 1u] = k;
  o->slot[x - 1u] = i;
}

dxgmap_outcome dxgmap_state_take(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                 uint32_t target)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_adapter_take(&s->adapter[k], d, place, span, target);
  if (o.status != DXGMAP_OK) {
    return o;
  }
  uint32_t i = (uint32_t)o.handle;
  if (d.kind == DXGMAP_ADAPTER_OBJECT) {
    dxgmap_state_open(&s->opened, d.object, k + 1u, i);
  }
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ ghost dxgmap_state_moved(was, *s, k, i); */
  return dxgmap_state_name(s, k, i);
}

dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_state_name(s, k, i);
  if (k < DXGMAP_ADAPTERS && s->adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT) {
    dxgmap_state_open(&s->opened, s->adapter[k].descriptors.at[i].object, 0, 0);
  }
  dxgmap_adapter_release(&s->adapter[k], i);
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ ghost dxgmap_state_moved(was, *s, k, i); */
  return o;
}
