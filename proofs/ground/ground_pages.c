/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_pages.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_map_pages(s, c, 0, DXGMAP_MDL, pages, 2);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_map_pages(s, high, h, DXGMAP_MDL, pages, 2);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, DXGMAP_PAGES};
  dxgmap_outcome kind = dxgmap_op_map_pages(s, c, h, DXGMAP_PIN, pages, 2);
  /*@ assert kind: kind.status == DXGMAP_BAD_KIND; */
  dxgmap_outcome count = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 0);
  /*@ assert count: count.status == DXGMAP_BAD_COUNT; */
  /*@ assert outside: !PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_outcome page = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert page: page.status == DXGMAP_BAD_PAGE; */
}

/* A list as long as all cells, the first of which is never given out. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. DXGMAP_CELLS - 1));
    requires separated: \separated(s, pages + (..));
    requires zero: Zero(*s);
    requires memory: PagesInMemory(pages, DXGMAP_CELLS);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_cells(dxgmap_state *s, const uint64_t *pages)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_ground_all_cells(s->adapter[k].domain.ranges); */
  /*@ assert none: !RangeRoom(s->adapter[AdapterOf(h)].domain.ranges, DXGMAP_CELLS); */
  /*@ ghost dxgmap_ground_space(s, h, 1); */
  dxgmap_outcome cells = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, DXGMAP_CELLS);
  /*@ assert cells: cells.status == DXGMAP_NO_RANGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_slots(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_fill(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  dxgmap_outcome slots = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_unmap_pages(s, c, 0, DXGMAP_MDL, 0);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_unmap_pages(s, high, h, DXGMAP_MDL, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, 0);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/* The handle is good once, and for its own kind only. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_mdl(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome wrong = dxgmap_op_unmap_pages(s, c, h, DXGMAP_PAGE_LIST, map.handle);
  /*@ assert wrong: wrong.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome out = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == map.handle; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome stale = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}

/* The handle is good once, and for its own kind only. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_page_list(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_PAGE_LIST, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_PAGE_LIST, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome wrong = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert wrong: wrong.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome out = dxgmap_op_unmap_pages(s, c, h, DXGMAP_PAGE_LIST, map.handle);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == map.handle; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome stale = dxgmap_op_unmap_pages(s, c, h, DXGMAP_PAGE_LIST, map.handle);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}

/* The handle is good once, and for its own kind only. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_contiguous(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_CONTIGUOUS, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_CONTIGUOUS, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome wrong = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert wrong: wrong.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome out = dxgmap_op_unmap_pages(s, c, h, DXGMAP_CONTIGUOUS, map.handle);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == map.handle; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome stale = dxgmap_op_unmap_pages(s, c, h, DXGMAP_CONTIGUOUS, map.handle);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome kind = dxgmap_op_unmap_pages(s, c, h, DXGMAP_PIN, 0);
  /*@ assert kind: kind.status == DXGMAP_BAD_KIND; */
  dxgmap_outcome null = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, 0);
  /*@ assert null: null.status == DXGMAP_BAD_HANDLE; */
}

/* The handle is good on its own adapter only. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_elsewhere(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_ground_pair p = dxgmap_ground_two(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(p.second);
  /*@ ghost dxgmap_adapter second = s->adapter[k]; */
  /*@ ghost dxgmap_ground_passes(s, c, p.first); */
  /*@ ghost dxgmap_ground_space(s, p.first, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, p.first, DXGMAP_MDL, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, p.first, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ assert same: AdapterSame(s->adapter[k], second); */
  /*@ ghost dxgmap_ground_passes(s, c, p.second); */
  /*@ assert beside: MapPagesAdmit(*s, c, p.second, DXGMAP_MDL, DXGMAP_OK); */
  /*@ assert tag: HandleTag(map.handle) != AdapterOf(p.second); */
  dxgmap_outcome other = dxgmap_op_unmap_pages(s, c, p.second, DXGMAP_MDL, map.handle);
  /*@ assert other: other.status == DXGMAP_BAD_HANDLE; */
  /*@ ghost dxgmap_ground_passes(s, c, p.first); */
  dxgmap_outcome own = dxgmap_op_unmap_pages(s, c, p.first, DXGMAP_MDL, map.handle);
  /*@ assert own: own.status == DXGMAP_OK; */
}

/*@
  // Adapter h was stopped, and its mapping m ended with it.
  predicate Over(dxgmap_state s, integer h, integer m) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    s.adapter[AdapterOf(h)].generation == HandleGeneration(h) + 1 && HandleTag(m) == AdapterOf(h) &&
    SlotSpent(s.adapter[AdapterOf(h)].slots, HandleIndex(m), HandleGeneration(m));
*/
/*@ ghost
  // No start makes an adapter younger.
  /@ requires kept: MappingsKept(was, now) || AdapterSame(now, was);
     requires slot: i < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures generation: now.generation == was.generation && now.slots.generation[i] == was.slots.generation[i]; @/
  void dxgmap_ground_aged(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert slot: MappingsKept(was, now) ==> SlotKept(was, now, i); @/
    return;
  }
*/

/* Starts an adapter, maps pages on it and stops it. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures over: Over(*s, \result.first, \result.second);
    ensures free: \exists integer j; 0 <= j < DXGMAP_ADAPTERS && CanStart(s->adapter[j]); */
static dxgmap_ground_pair dxgmap_ground_stopped(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_ground_pair p;
  p.first = dxgmap_ground_start(s);
  uint32_t k = dxgmap_handle_index(p.first);
  uint32_t j = k == 0 ? 1 : 0;
  /*@ ghost dxgmap_adapter other = s->adapter[j]; */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, p.first); */
  /*@ ghost dxgmap_ground_space(s, p.first, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, p.first, DXGMAP_MDL, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, p.first, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  p.second = map.handle;
  uint32_t i = dxgmap_handle_index(p.second);
  /*@ assert live: SlotLive(s->adapter[k].slots, i)
       && s->adapter[k].slots.generation[i] == HandleGeneration(p.second); */
  /*@ assert same: AdapterSame(s->adapter[j], other); */
  /*@ assert free: CanStart(s->adapter[j]); */
  /*@ ghost other = s->adapter[j]; */
  uint32_t stopped = dxgmap_op_stop(s, p.first);
  /*@ assert stopped: stopped == DXGMAP_OK; */
  /*@ assert spent: s->adapter[k].slots.generation[i] == HandleGeneration(p.second) + 1; */
  /*@ assert same: AdapterSame(s->adapter[j], other); */
  /*@ assert free: CanStart(s->adapter[j]); */
  return p;
}

/* No handle outlives a stop, the adapter's own included. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_after_stop(dxgmap_state *s)
{
  dxgmap_ground_pair p = dxgmap_ground_stopped(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(p.first);
  uint32_t i = dxgmap_handle_index(p.second);
  dxgmap_outcome old = dxgmap_op_unmap_pages(s, c, p.first, DXGMAP_MDL, p.second);
  /*@ assert old: old.status == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  dxgmap_start d = dxgmap_ground_plain();
  dxgmap_outcome again = dxgmap_op_start(s, &d);
  /*@ assert again: again.status == DXGMAP_OK; */
  /*@ assert other: AdapterOf(again.handle) != k ==> AdapterSame(s->adapter[k], was); */
  /*@ ghost dxgmap_ground_aged(was, s->adapter[k], i); */
  /*@ assert over: Over(*s, p.first, p.second); */
  /*@ assert invalid: !Valid(*s, p.second); */
  /*@ assert admitted: MapPagesAdmit(*s, c, again.handle, DXGMAP_MDL, DXGMAP_OK); */
  dxgmap_outcome dead = dxgmap_op_unmap_pages(s, c, p.first, DXGMAP_MDL, p.second);
  /*@ assert dead: dead.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome stale = dxgmap_op_unmap_pages(s, c, again.handle, DXGMAP_MDL, p.second);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}

/* A mapping of Dxgkrnl's own, for a driver of either kind on a machine of either kind. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    requires paging: PagingFits(mode, capability);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_system(dxgmap_state *s, uint32_t mode, uint32_t capability)
{
  uint64_t h = dxgmap_ground_start_in(s, mode, capability);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_SYSTEM, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_SYSTEM, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ assert other: !HandleOf(*s, AdapterOf(h), DXGMAP_MDL, map.handle); */
  dxgmap_outcome wrong = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert wrong: wrong.status != DXGMAP_OK; */
  dxgmap_outcome out = dxgmap_op_unmap_pages(s, c, h, DXGMAP_SYSTEM, map.handle);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == map.handle; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome stale = dxgmap_op_unmap_pages(s, c, h, DXGMAP_SYSTEM, map.handle);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}
