/* SPDX-License-Identifier: MIT */
#include "ground.h"

dxgmap_start dxgmap_ground_request(void)
{
  dxgmap_start d = {0};
  d.chain = DXGMAP_GROUND_CHAIN;
  d.save_bytes[DXGMAP_GROUND_SAVE] = 0x4000u;
  d.save_bytes[DXGMAP_GROUND_HUGE] = 0x200000000000u;
  d.commit_limit = 0x200000004u;
  d.installed_pages = DXGMAP_PAGES;
  d.highest_visible = 0xFFFFFFFFFFu;
  d.resources = 2;
  d.resource[0].space = DXGMAP_MEMORY_SPACE;
  d.resource[0].start = DXGMAP_GROUND_MEMORY;
  d.resource[0].length = 0x10000u;
  d.resource[1].space = DXGMAP_IO_SPACE;
  d.resource[1].start = DXGMAP_GROUND_PORT;
  d.resource[1].length = 0x20u;
  /*@ assert one: SavesAligned(d, 1) && RequestSum(d, 0) == 0 && RequestSum(d, 1) == 4; */
  /*@ assert two: SavesAligned(d, 2) && RequestSum(d, 2) == 4; */
  /*@ assert three: SavesAligned(d, 3) && RequestSum(d, 3) == 0x200000004; */
  /*@ assert memory: ResourcesOk(d, 1); */
  /*@ assert ports: ResourcesOk(d, 2); */
  return d;
}

dxgmap_start dxgmap_ground_plain(void)
{
  dxgmap_start d = {0};
  d.chain = 1;
  d.commit_limit = 0xFFFFFFFFFFFFFFFFu;
  /*@ assert none: RequestSum(d, 0) == 0; */
  return d;
}

dxgmap_caller dxgmap_ground_caller(uint32_t irql)
{
  dxgmap_caller c = {irql, DXGMAP_GROUND_PROCESS, 1};
  return c;
}

/*@ ghost
  void dxgmap_ground_room(dxgmap_slots t, uint32_t i)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_ground_cells(dxgmap_ranges r, uint32_t n)
  {
    /@ assert none: \forall integer i, l; !RangeCovers(r, i, l); @/
    /@ assert free: RangeFree(r, 1, n); @/
    return;
  }
*/
/*@ ghost
  /@ requires unused: Unused(a);
     requires slots: SlotsOk(a.slots);
     requires some: n < DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: SlotRoom(a.slots);
     ensures cells: RangeRoom(a.domain.ranges, n); @/
  void dxgmap_ground_unused_space(dxgmap_adapter a, uint32_t n)
  {
    dxgmap_ground_room(a.slots, 0);
    dxgmap_ground_cells(a.domain.ranges, n);
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_nobody(const dxgmap_state *s, dxgmap_caller c, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_passes(const dxgmap_state *s, dxgmap_caller c, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_space(dxgmap_state *s, uint64_t h, uint32_t n)
  {
    uint32_t k = (uint32_t)(h % 0x1000000u - 1u);
    /@ assert ok: AdapterOk(s->adapter[k]); @/
    dxgmap_ground_unused_space(s->adapter[k], n);
    return;
  }
*/

/*@ ghost
  /@ requires unused: Unused(was);
     requires granted: Granted(was);
     requires taken: Taken(was, now, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sole: Sole(now, i);
     ensures granted: Granted(now); @/
  void dxgmap_ground_sole_of(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_sole(dxgmap_state was, dxgmap_state *s, uint64_t h, uint64_t handle)
  {
    uint32_t k = (uint32_t)(h % 0x1000000u - 1u);
    uint32_t i = (uint32_t)(handle % 0x1000000u - 1u);
    dxgmap_ground_sole_of(was.adapter[k], s->adapter[k], i);
    return;
  }
*/

/*@ ghost
  // An adapter of zeros on which nothing but its start happened is unused.
  /@ requires zero: ZeroAdapter(was);
     requires ok: AdapterOk(now);
     requires kept: MappingsKept(was, now);
     requires live: now.slots.live == 0;
     requires limit: now.domain.ranges.limit == DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures unused: Unused(now); @/
  void dxgmap_ground_unused(dxgmap_adapter was, dxgmap_adapter now)
  {
    /@ assert kept: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(was, now, i); @/
    /@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> now.descriptors.at[i].kind == DXGMAP_NO_KIND; @/
    /@ assert spans: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> now.views.span[i] == 0; @/
    /@ assert lengths: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> SlotKept(was, now, i - DXGMAP_FIRST)
         && was.domain.ranges.length[i] == 0; @/
    /@ assert windows: ViewsOk(now.views); @/
    /@ assert pins: AdapterPins(now); @/
    return;
  }
*/

/*@ ghost
  /@ requires same: AdapterSame(now, was);
     requires zero: ZeroAdapter(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures zero: ZeroAdapter(now); @/
  void dxgmap_ground_zero_same(dxgmap_adapter was, dxgmap_adapter now)
  {
    return;
  }
*/

uint64_t dxgmap_ground_start_in(dxgmap_state *s, uint32_t mode, uint32_t capability)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.mode = mode;
  d.capability = capability;
  /*@ assert saves: SavesAligned(d, d.chain); */
  /*@ assert none: RequestSum(d, 0) == 0 && RequestSum(d, 1) == 4 && RequestSum(d, 2) == 4; */
  /*@ assert sum: RequestSum(d, d.chain) == 0x200000004; */
  /*@ assert resources: ResourcesOk(d, 1) && ResourcesOk(d, d.resources); */
  /*@ assert sees: SeesMemory(d); */
  /*@ assert zero: ZeroAdapter(s->adapter[0]); */
  /*@ assert room: CanStart(s->adapter[0]); */
  dxgmap_outcome o = dxgmap_op_start(s, &d);
  /*@ assert started: o.status == DXGMAP_OK; */
  uint32_t k = dxgmap_handle_index(o.handle);
  /*@ assert place: k == AdapterOf(o.handle) && k < DXGMAP_ADAPTERS; */
  /*@ assert zero: ZeroAdapter(was.adapter[k]); */
  /*@ assert granted: Granted(s->adapter[k]); */
  /*@ assert others: \forall integer j; 0 <= j < DXGMAP_ADAPTERS && j != k
             ==> AdapterSame(s->adapter[j], was.adapter[j]) && ZeroAdapter(was.adapter[j]); */
  /*@ assert free: \forall integer j; 0 <= j < DXGMAP_ADAPTERS && j != k ==> CanStart(s->adapter[j]); */
  /*@ ghost dxgmap_ground_unused(was.adapter[k], s->adapter[k]); */
  /*@ assert machine: AdapterSame(s->adapter[DXGMAP_MACHINE], was.adapter[DXGMAP_MACHINE]); */
  /*@ assert zero: ZeroAdapter(was.adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_zero_same(was.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]); */
  return o.handle;
}

uint64_t dxgmap_ground_start(dxgmap_state *s)
{
  return dxgmap_ground_start_in(s, DXGMAP_IDENTITY, DXGMAP_BY_MDL);
}

/*@ ghost
  void dxgmap_ground_same(dxgmap_adapter was, dxgmap_adapter now)
  {
    return;
  }
*/

dxgmap_ground_pair dxgmap_ground_two(dxgmap_state *s)
{
  dxgmap_ground_pair p;
  p.first = dxgmap_ground_start(s);
  uint32_t k = dxgmap_handle_index(p.first);
  /*@ ghost dxgmap_adapter first = s->adapter[k]; */
  dxgmap_start d = dxgmap_ground_plain();
  /*@ assert free: CanStart(s->adapter[AdapterOf(p.first) == 0 ? 1 : 0]); */
  dxgmap_outcome o = dxgmap_op_start(s, &d);
  /*@ assert started: o.status == DXGMAP_OK; */
  /*@ assert apart: AdapterOf(o.handle) != k; */
  /*@ assert same: AdapterSame(s->adapter[k], first); */
  /*@ ghost dxgmap_ground_same(first, s->adapter[k]); */
  p.second = o.handle;
  return p;
}

/*@ ghost
  void dxgmap_ground_all_cells(dxgmap_ranges r)
  {
    /@ assert first: !RangePageFree(r, 0); @/
    /@ assert all: !RangeFree(r, 0, DXGMAP_CELLS); @/
    /@ assert only: \forall integer s; 0 <= s && s + DXGMAP_CELLS <= r.limit ==> s == 0; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_alike(dxgmap_adapter was, dxgmap_adapter now)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_stays(dxgmap_adapter was, dxgmap_adapter now)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_stays_on(dxgmap_adapter a, dxgmap_adapter b, dxgmap_adapter c)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_beside(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_ground_configured(dxgmap_adapter was, dxgmap_adapter now)
  {
    return;
  }
*/
/*@ ghost
  // A view of ports takes neither a save area nor a window page.
  /@ requires ok: AdapterOk(was) && AdapterOk(now);
     requires taken: Taken(was, now, i);
     requires view: now.descriptors.at[i].kind == DXGMAP_VIEW && now.views.span[i] == 0;
     requires granted: Granted(was);
     requires unpinned: Unpinned(was);
     requires windows: NoWindow(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures granted: Granted(now) && ModeKept(was, now);
     ensures unpinned: Unpinned(now);
     ensures windows: NoWindow(now);
     ensures lives: LivesStay(was, now); @/
  void dxgmap_ground_taken(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires known: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)]);
    requires unpinned: Unpinned(s->adapter[AdapterOf(h)]);
    requires windows: NoWindow(s->adapter[AdapterOf(h)]);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures known: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)]);
    ensures mode: ModeKept(\old(*s).adapter[AdapterOf(h)], s->adapter[AdapterOf(h)]);
    ensures unpinned: Unpinned(s->adapter[AdapterOf(h)]);
    ensures windows: NoWindow(s->adapter[AdapterOf(h)]);
    ensures taken: \result != 0
        ==> s->adapter[AdapterOf(h)].slots.live == \old(s->adapter[AdapterOf(h)].slots.live) + 1;
    ensures lives: LivesStay(\old(*s).adapter[AdapterOf(h)], s->adapter[AdapterOf(h)]);
    ensures objects: LivesStay(\old(*s).adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]);
    ensures opened: OpenedKept(\old(*s).opened, s->opened, 0);
    ensures full: \result == 0 ==> !SlotRoom(s->adapter[AdapterOf(h)].slots);
    ensures same: \result == 0 ==> *s == \old(*s); */
static int dxgmap_ground_take(dxgmap_state *s, uint64_t h)
{
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 1, 0};
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome o = dxgmap_op_map_view(s, dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL), h, &r);
  if (o.status != DXGMAP_OK) {
    return 0;
  }
  uint32_t k = dxgmap_handle_index(h);
  uint32_t i = dxgmap_handle_index(o.handle);
  /*@ ghost dxgmap_ground_taken(was.adapter[k], s->adapter[k], i); */
  /*@ assert machine: AdapterSame(s->adapter[DXGMAP_MACHINE], was.adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_stays(was.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]); */
  return 1;
}

void dxgmap_ground_fill_up(dxgmap_state *s, uint64_t h)
{
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter first = s->adapter[k]; */
  /*@ ghost dxgmap_adapter objects = s->adapter[DXGMAP_MACHINE]; */
  int more = 1;
  /*@ loop invariant inv: Inv(*s);
      loop invariant known: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)]);
      loop invariant mode: ModeKept(\at(*s, Pre).adapter[AdapterOf(h)], s->adapter[AdapterOf(h)]);
      loop invariant unpinned: Unpinned(s->adapter[AdapterOf(h)]);
      loop invariant windows: NoWindow(s->adapter[AdapterOf(h)]);
      loop invariant lives: LivesStay(first, s->adapter[k]);
      loop invariant objects: LivesStay(objects, s->adapter[DXGMAP_MACHINE]);
      loop invariant opened: OpenedKept(\at(*s, Pre).opened, s->opened, 0);
      loop invariant full: more == 0 ==> !SlotRoom(s->adapter[AdapterOf(h)].slots);
      loop assigns more, *s;
      loop variant (more != 0 ? 1 : 0) + DXGMAP_SLOTS - s->adapter[AdapterOf(h)].slots.live; */
  while (more) {
    /*@ ghost dxgmap_state before = *s; */
    more = dxgmap_ground_take(s, h);
    /*@ ghost dxgmap_ground_stays_on(first, before.adapter[k], s->adapter[k]); */
    /*@ ghost dxgmap_ground_stays_on(objects, before.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]); */
  }
}

uint64_t dxgmap_ground_fill(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_ground_fill_up(s, h);
  /*@ assert ok: AdapterOk(s->adapter[AdapterOf(h)]) && ViewsOk(s->adapter[AdapterOf(h)].views); */
  return h;
}
