/* SPDX-License-Identifier: MIT */
#include "ground_memory.h"

/*@ ghost
  // Nothing belongs to a mapping that just began.
  /@ requires ok: AdapterOk(was) && AdapterOk(now);
     requires taken: Taken(was, now, i);
     requires kind: !IsLinked(now.descriptors.at[i].kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: LinkFree(now.links, i); @/
  void dxgmap_ground_unlinked(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert parts: AdapterParts(was) && AdapterLinks(was) && AdapterLinks(now); @/
    dxgmap_adapter_unlinked(was, i);
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    /@ assert links: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> now.links.to.slot[j] == was.links.to.slot[j]; @/
    /@ assert own: now.links.to.slot[i] == 0; @/
    return;
  }
*/
/*@ ghost
  // A slot of the machine that is not live is no object that is opened.
  /@ requires inv: Inv(s);
     requires idle: x < DXGMAP_SLOTS && !SlotLive(s.adapter[DXGMAP_MACHINE].slots, x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures closed: s.opened.place[x] == 0; @/
  void dxgmap_ground_closed(dxgmap_state s, uint32_t x)
  {
    /@ assert parts: AdapterParts(s.adapter[DXGMAP_MACHINE]); @/
    /@ assert kind: s.adapter[DXGMAP_MACHINE].descriptors.at[x].kind == DXGMAP_NO_KIND; @/
    return;
  }
*/

uint64_t dxgmap_ground_create(dxgmap_state *s, uint32_t type, uint32_t bound, uint64_t length)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_object_request r = {type, bound, 0, 0, length};
  dxgmap_outcome o = dxgmap_op_create(s, dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL), r);
  /*@ assert created: o.status == DXGMAP_OK; */
  uint32_t x = dxgmap_handle_index(o.handle);
  /*@ assert ok: AdapterOk(was.adapter[DXGMAP_MACHINE]) && AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_unlinked(was.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE], x); */
  /*@ ghost dxgmap_ground_closed(was, x); */
  return o.handle;
}

/*@ ghost
  // The first object is alone in the machine, and leaves room there.
  /@ requires zero: ZeroAdapter(was);
     requires ok: AdapterOk(now);
     requires taken: Taken(was, now, i);
     requires kind: now.descriptors.at[i].kind == DXGMAP_OBJECT;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sole: Sole(now, i);
     ensures room: SlotRoom(now.slots) && NoWindow(now); @/
  void dxgmap_ground_first_object(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    /@ assert parts: AdapterParts(now) && SlotsOk(now.slots); @/
    /@ assert dead: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> !SlotLive(was.slots, j); @/
    /@ assert others: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> !SlotLive(now.slots, j)
         && now.slots.generation[j] == 0 && now.descriptors.at[j].kind == DXGMAP_NO_KIND && now.views.span[j] == 0; @/
    /@ assert own: now.views.span[i] == 0; @/
    dxgmap_ground_room(now.slots, i == 0 ? 1 : 0);
    return;
  }
*/

dxgmap_ground_memory dxgmap_ground_made(dxgmap_state *s, uint32_t mode, uint32_t type, uint64_t length)
{
  dxgmap_ground_memory m = {0, 0, 0};
  m.adapter = dxgmap_ground_start_in(s, mode, DXGMAP_BY_ADL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  /*@ ghost dxgmap_adapter adapter = s->adapter[k]; */
  /*@ ghost dxgmap_adapter none = s->adapter[DXGMAP_MACHINE]; */
  m.object = dxgmap_ground_create(s, type, 0, length);
  uint32_t x = dxgmap_handle_index(m.object);
  /*@ assert same: AdapterSame(s->adapter[k], adapter); */
  /*@ ghost dxgmap_ground_same(adapter, s->adapter[k]); */
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_first_object(none, s->adapter[DXGMAP_MACHINE], x); */
  return m;
}

uint64_t dxgmap_ground_open(dxgmap_state *s, uint64_t h, uint64_t x)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome o = dxgmap_op_open(s, dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL), x, h, 0);
  /*@ assert opened: o.status == DXGMAP_OK; */
  uint32_t k = dxgmap_handle_index(h);
  uint32_t i = dxgmap_handle_index(o.handle);
  /*@ assert ok: AdapterOk(was.adapter[k]) && AdapterOk(s->adapter[k]); */
  /*@ ghost dxgmap_ground_unlinked(was.adapter[k], s->adapter[k], i); */
  /*@ ghost dxgmap_ground_configured(was.adapter[k], s->adapter[k]); */
  /*@ assert same: AdapterSame(s->adapter[DXGMAP_MACHINE], was.adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_stays(was.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]); */
  /*@ assert stays: Stays(was.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE], HandleIndex(x)); */
  /*@ assert place: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS; */
  /*@ assert kind: s->adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
        && s->adapter[k].descriptors.at[i].object == HandleIndex(x) + 1; */
  /*@ assert objects: ObjectsKnown(*s); */
  /*@ assert known: OpenedBy(s->opened, HandleIndex(x), k, i); */
  return o.handle;
}

/*@ ghost
  // An adapter on which only an object is opened has captured no page.
  /@ requires unused: Unused(was);
     requires ok: AdapterOk(now);
     requires taken: Taken(was, now, i);
     requires kind: now.descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures room: SlotRoom(now.slots);
     ensures windows: NoWindow(now) && Unpinned(now);
     ensures lengths: \forall integer j; DXGMAP_FIRST <= j < DXGMAP_HEAP_IDS ==> now.domain.ranges.length[j] == 0; @/
  void dxgmap_ground_first_opened(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    /@ assert parts: AdapterParts(now) && SlotsOk(now.slots); @/
    /@ assert own: now.domain.ranges.length[DXGMAP_ID(i)] == 0; @/
    /@ assert others: \forall integer j; DXGMAP_FIRST <= j < DXGMAP_HEAP_IDS && j != DXGMAP_ID(i)
         ==> SlotKept(was, now, j - DXGMAP_FIRST); @/
    dxgmap_ground_room(now.slots, i == 0 ? 1 : 0);
    return;
  }
*/

dxgmap_ground_memory dxgmap_ground_opened(dxgmap_state *s, uint32_t mode, uint32_t type, uint64_t length)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, mode, type, length);
  uint32_t k = dxgmap_handle_index(m.adapter);
  /*@ ghost dxgmap_ground_space(s, m.adapter, 0); */
  /*@ ghost dxgmap_state was = *s; */
  m.opened = dxgmap_ground_open(s, m.adapter, m.object);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ ghost dxgmap_ground_sole(was, s, m.adapter, m.opened); */
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ ghost dxgmap_ground_first_opened(was.adapter[k], s->adapter[k], i); */
  return m;
}

/*@ ghost
  // An object takes no window page.
  /@ requires ok: AdapterOk(now);
     requires taken: Taken(was, now, i);
     requires kind: now.descriptors.at[i].kind == DXGMAP_OBJECT;
     requires windows: NoWindow(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures windows: NoWindow(now);
     ensures lives: LivesStay(was, now); @/
  void dxgmap_ground_object_taken(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> SlotKept(was, now, j); @/
    /@ assert parts: AdapterParts(now); @/
    /@ assert own: now.views.span[i] == 0; @/
    /@ assert others: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.views.span[j] == was.views.span[j]; @/
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires windows: NoWindow(s->adapter[DXGMAP_MACHINE]);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures windows: NoWindow(s->adapter[DXGMAP_MACHINE]);
    ensures taken: \result != 0
                   ==> s->adapter[DXGMAP_MACHINE].slots.live == \old(*s).adapter[DXGMAP_MACHINE].slots.live + 1;
    ensures lives: LivesStay(\old(*s).adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]);
    ensures full: \result == 0 ==> !SlotRoom(s->adapter[DXGMAP_MACHINE].slots);
    ensures same: \result == 0 ==> *s == \old(*s); */
static int dxgmap_ground_take_object(dxgmap_state *s)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_object_request r = {DXGMAP_OBJECT_SECTION, 0, 0, 0, DXGMAP_PAGE_SIZE};
  dxgmap_outcome o = dxgmap_op_create(s, dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL), r);
  if (o.status != DXGMAP_OK) {
    return 0;
  }
  uint32_t x = dxgmap_handle_index(o.handle);
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_object_taken(was.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE], x); */
  return 1;
}

void dxgmap_ground_fill_objects(dxgmap_state *s)
{
  /*@ ghost dxgmap_adapter first = s->adapter[DXGMAP_MACHINE]; */
  int more = 1;
  /*@ loop invariant inv: Inv(*s);
      loop invariant windows: NoWindow(s->adapter[DXGMAP_MACHINE]);
      loop invariant lives: LivesStay(first, s->adapter[DXGMAP_MACHINE]);
      loop invariant full: more == 0 ==> !SlotRoom(s->adapter[DXGMAP_MACHINE].slots);
      loop assigns more, *s;
      loop variant (more != 0 ? 1 : 0) + DXGMAP_SLOTS - s->adapter[DXGMAP_MACHINE].slots.live; */
  while (more) {
    /*@ ghost dxgmap_adapter before = s->adapter[DXGMAP_MACHINE]; */
    more = dxgmap_ground_take_object(s);
    /*@ ghost dxgmap_ground_stays_on(first, before, s->adapter[DXGMAP_MACHINE]); */
  }
}
