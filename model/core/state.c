#include "state.h"

dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index)
{
  dxgmap_descriptor d;
  d.kind = kind;
  d.index = index;
  d.space = DXGMAP_MEMORY_SPACE;
  d.user = 0;
  d.cache = 0;
  d.slack = 0;
  d.physical = 0;
  d.length = 0;
  d.process = 0;
  return d;
}

uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_handle_index(adapter);
  if (dxgmap_handle_tag(adapter) != DXGMAP_ADAPTER_TAG || k >= DXGMAP_ADAPTERS) return DXGMAP_ADAPTERS;
  if (s->adapter[k].started == 0 || s->adapter[k].generation != dxgmap_handle_generation(adapter))
    return DXGMAP_ADAPTERS;
  return k;
}

uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) return DXGMAP_BAD_ADAPTER;
  if (caller.irql > limit) return DXGMAP_BAD_IRQL;
  if (s->adapter[k].exclusive != 0) return DXGMAP_EXCLUSIVE;
  return DXGMAP_OK;
}

int dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle)
{
  uint32_t i = dxgmap_handle_index(handle);
  if (dxgmap_handle_tag(handle) != k) return 0;
  if (!dxgmap_slots_valid(&s->adapter[k].slots, i, dxgmap_handle_generation(handle))) return 0;
  return s->adapter[k].descriptors.at[i].kind == kind;
}

/* Steps of the proofs, none of which runs. */
/*@ ghost
  void dxgmap_state_cover(dxgmap_state *s, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_ADAPTERS;
       loop invariant sum: \forall integer p; 0 <= p < DXGMAP_PAGES ==>
         (j > k ? s->adapter[k].domain.counts.count[p] : 0) <= LockSum(*s, j, p)
         <= (j > k ? s->adapter[k].domain.counts.count[p] + (j - 1) * DXGMAP_CELLS : j * DXGMAP_CELLS);
       loop assigns j;
       loop variant DXGMAP_ADAPTERS - j; @/
    for (uint32_t j = 0; j < DXGMAP_ADAPTERS; j++) {
      /@ assert more: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(*s, j + 1, p) == LockSum(*s, j, p) + s->adapter[j].domain.counts.count[p]; @/
      /@ assert bound: AdapterOk(s->adapter[j]) && DomainOk(s->adapter[j].domain)
           && CountsBounded(s->adapter[j].domain.counts); @/
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_state_itself(dxgmap_state s)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_ADAPTERS;
       loop invariant locks: \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(now, j, p)
         == LockSum(was, j, p) + (j > k ? now.locks.count[p] - was.locks.count[p] : 0);
       loop invariant charges: ChargeSum(now, j) == ChargeSum(was, j) + (j > k ? now.commit - was.commit : 0);
       loop assigns j;
       loop variant DXGMAP_ADAPTERS - j; @/
    for (uint32_t j = 0; j < DXGMAP_ADAPTERS; j++) {
      /@ assert now: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(now, j + 1, p) == LockSum(now, j, p) + now.adapter[j].domain.counts.count[p]; @/
      /@ assert was: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(was, j + 1, p) == LockSum(was, j, p) + was.adapter[j].domain.counts.count[p]; @/
    }
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires live: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS && SlotLive(s->adapter[k].slots, i);
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
     requires length: s.adapter[k].domain.ranges.length[i + 1] == n;
     requires captured: Captured(s.adapter[k].domain, i + 1, pages, n);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures holds: Holds(s, handle, pages, n); @/
  void dxgmap_state_held(dxgmap_state s, uint32_t k, uint32_t i, uint64_t handle, const uint64_t *pages, uint32_t n)
  {
    return;
  }
*/

dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  /*@ ghost dxgmap_state_cover(s, k); */
  dxgmap_outcome o = dxgmap_adapter_take_pages(&s->adapter[k], &s->locks, d, pages, n);
  if (o.status != DXGMAP_OK) return o;
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  uint32_t i = (uint32_t)o.handle;
  o = dxgmap_state_name(s, k, i);
  /*@ ghost dxgmap_state_held(*s, k, i, o.handle, pages, n); */
  return o;
}

dxgmap_outcome dxgmap_state_take_view(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_adapter_take_view(&s->adapter[k], d, place, span);
  if (o.status != DXGMAP_OK) return o;
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  return dxgmap_state_name(s, k, (uint32_t)o.handle);
}

dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  dxgmap_outcome o = dxgmap_state_name(s, k, i);
  /*@ ghost dxgmap_state_cover(s, k); */
  dxgmap_adapter_release(&s->adapter[k], &s->locks, i);
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  return o;
}
