/* SPDX-License-Identifier: MIT */
#include "ground_memory.h"
#include "operations/op_object_view.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_object_null(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome map = dxgmap_op_map_object(s, c, 0, 0, 0x1000, 0x2000, 5, 1, 0);
  /*@ assert map: map.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome unmap = dxgmap_op_unmap_object(s, c, 0, 5 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert unmap: unmap.status == DXGMAP_BAD_HANDLE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_object_part(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_IO_SPACE, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ assert gate: ObjectGate(*s, c, m.object, DXGMAP_OK); */
  dxgmap_outcome nothing = dxgmap_op_map_object(s, c, m.object, 0, 0x1000, 0, 5, 1, 0);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_SIZE; */
  /*@ assert odd: PartBadSize(0x1000, 0x2001); */
  dxgmap_outcome size = dxgmap_op_map_object(s, c, m.object, 0, 0x1000, 0x2001, 5, 1, 0);
  /*@ assert size: size.status == DXGMAP_BAD_SIZE; */
  /*@ assert unaligned: PartBadSize(0x1001, 0x2000); */
  dxgmap_outcome offset = dxgmap_op_map_object(s, c, m.object, 0, 0x1001, 0x2000, 5, 1, 0);
  /*@ assert offset: offset.status == DXGMAP_BAD_SIZE; */
  /*@ assert aligned: !PartBadSize(0x3000, 0x2000); */
  dxgmap_outcome beyond = dxgmap_op_map_object(s, c, m.object, 0, 0x3000, 0x2000, 5, 1, 0);
  /*@ assert beyond: beyond.status == DXGMAP_TOO_LARGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_object_request(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_IO_SPACE, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  dxgmap_outcome above = dxgmap_op_map_object(s, high, m.object, 0, 0x1000, 0x2000, 5, 1, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  dxgmap_outcome flags = dxgmap_op_map_object(s, c, m.object, 1, 0x1000, 0x2000, 5, 1, 0);
  /*@ assert flags: flags.status == DXGMAP_BAD_FLAGS; */
  /*@ assert admitted: ObjectViewAdmit(*s, c, m.object, 0, 0x1000, 0x2000, DXGMAP_OK); */
  dxgmap_outcome pressure = dxgmap_op_map_object(s, c, m.object, 0, 0x1000, 0x2000, 5, 1, 1);
  /*@ assert pressure: pressure.status == DXGMAP_PRESSURE; */
  dxgmap_outcome outside = dxgmap_op_map_object(s, c, m.object, 0, 0x1000, 0x2000, DXGMAP_WINDOW, 1, 0);
  /*@ assert outside: outside.status == DXGMAP_PLACE_TAKEN; */
}

/*@ ghost
  // Where no mapping has a window page every page is free.
  /@ requires ok: ViewsOk(a.views);
     requires windows: NoWindow(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures room: ViewRoom(a.views, 5, 3); @/
  void dxgmap_ground_window(dxgmap_adapter a)
  {
    /@ assert none: \forall integer i, w; !ViewCovers(a.views, i, w); @/
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_map_object_slots(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t x = dxgmap_handle_index(m.object);
  /*@ ghost dxgmap_adapter was = s->adapter[DXGMAP_MACHINE]; */
  dxgmap_ground_fill_objects(s);
  /*@ assert stays: Stays(was, s->adapter[DXGMAP_MACHINE], x); */
  /*@ assert valid: IsObject(*s, m.object); */
  /*@ assert object: ObjectIs(*s, m.object, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH); */
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_window(s->adapter[DXGMAP_MACHINE]); */
  /*@ assert admitted: ObjectViewAdmit(*s, c, m.object, 0, 0x1000, 0x2000, DXGMAP_OK); */
  dxgmap_outcome slots = dxgmap_op_map_object(s, c, m.object, 0, 0x1000, 0x2000, 5, 1, 0);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

typedef struct {
  uint64_t object;
  uint64_t view;
} dxgmap_ground_seen;

/*@
  // The view is the only one of the machine: three window pages from page 5, two of them data of the object.
  predicate Seen(dxgmap_state s, integer x, integer v) =
    Inv(s) && ObjectIs(s, x, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH) &&
    HandleOf(s, DXGMAP_MACHINE, DXGMAP_OBJECT_VIEW, v) && HandleIndex(v) != HandleIndex(x) &&
    TargetOf(s, v) == HandleIndex(x) + 1 && PlacedAt(s, v, 5, 3) && DescriptorOf(s, v).length == 0x2000 &&
    DescriptorOf(s, v).user != 0 && DescriptorOf(s, v).process == DXGMAP_GROUND_PROCESS &&
    \forall integer i; 0 <= i < DXGMAP_SLOTS && s.adapter[DXGMAP_MACHINE].descriptors.at[i].kind == DXGMAP_OBJECT_VIEW
      ==> i == HandleIndex(v);
*/

/* A view in user mode. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures seen: Seen(*s, \result.object, \result.view); */
static dxgmap_ground_seen dxgmap_ground_map_object(dxgmap_state *s)
{
  dxgmap_ground_seen p;
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t x = dxgmap_handle_index(m.object);
  /*@ ghost dxgmap_adapter was = s->adapter[DXGMAP_MACHINE]; */
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_window(s->adapter[DXGMAP_MACHINE]); */
  /*@ assert admitted: ObjectViewAdmit(*s, c, m.object, 1, 0x1000, 0x2000, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_object(s, c, m.object, 1, 0x1000, 0x2000, 5, 1, 0);
  /*@ assert map: map.status == DXGMAP_OK; */
  uint32_t i = dxgmap_handle_index(map.handle);
  /*@ ghost dxgmap_ground_beside(was, s->adapter[DXGMAP_MACHINE], i); */
  /*@ assert apart: i != x; */
  /*@ assert stays: Stays(was, s->adapter[DXGMAP_MACHINE], x); */
  /*@ assert valid: IsObject(*s, m.object); */
  /*@ assert object: ObjectIs(*s, m.object, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH); */
  /*@ assert only: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
             ==> s->adapter[DXGMAP_MACHINE].descriptors.at[j].kind != DXGMAP_OBJECT_VIEW; */
  p.object = m.object;
  p.view = map.handle;
  return p;
}

/* While it lives its place is taken, and its object cannot be destroyed. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_object_seen(dxgmap_state *s)
{
  dxgmap_ground_seen p = dxgmap_ground_map_object(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t x = dxgmap_handle_index(p.object);
  uint32_t i = dxgmap_handle_index(p.view);
  /*@ assert linked: s->adapter[DXGMAP_MACHINE].links.to.slot[i] == x + 1; */
  /*@ assert used: !LinkFree(s->adapter[DXGMAP_MACHINE].links, x); */
  dxgmap_outcome use = dxgmap_op_destroy(s, c, p.object);
  /*@ assert use: use.status == DXGMAP_IN_USE; */
  /*@ assert views: ViewsOk(s->adapter[DXGMAP_MACHINE].views); */
  /*@ assert covered: ViewCovers(s->adapter[DXGMAP_MACHINE].views, i, 7); */
  /*@ assert owner: s->adapter[DXGMAP_MACHINE].views.owner[7] != 0; */
  /*@ assert full: !ViewRoom(s->adapter[DXGMAP_MACHINE].views, 7, 2 + 0x2000 / DXGMAP_PAGE_SIZE); */
  /*@ assert admitted: ObjectViewAdmit(*s, c, p.object, 0, 0, 0x2000, DXGMAP_OK); */
  dxgmap_outcome taken = dxgmap_op_map_object(s, c, p.object, 0, 0, 0x2000, 7, 2, 0);
  /*@ assert taken: taken.status == DXGMAP_PLACE_TAKEN; */
}

/* A view is released once, by its base and its size, in its process. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_object(dxgmap_state *s)
{
  dxgmap_ground_seen p = dxgmap_ground_map_object(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  dxgmap_caller stranger = c;
  stranger.process = DXGMAP_GROUND_PROCESS + 1u;
  dxgmap_outcome above = dxgmap_op_unmap_object(s, high, p.object, 5 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  dxgmap_outcome inside = dxgmap_op_unmap_object(s, c, p.object, 6 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert inside: inside.status == DXGMAP_BAD_ADDRESS; */
  /*@ assert there: ObjectViewAt(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, HandleIndex(p.view)); */
  /*@ assert alone: \forall integer i; ObjectViewAt(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, i)
        ==> i == HandleIndex(p.view); */
  /*@ assert of: !ObjectViewOfOther(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, HandleIndex(p.object)); */
  /*@ assert longer: !ObjectViewOfBytes(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, 0x1000); */
  /*@ assert gate: ObjectGate(*s, c, p.object, DXGMAP_OK); */
  dxgmap_outcome size = dxgmap_op_unmap_object(s, c, p.object, 5 * DXGMAP_PAGE_SIZE, 0x1000);
  /*@ assert size: size.status == DXGMAP_BAD_SIZE; */
  dxgmap_outcome process = dxgmap_op_unmap_object(s, stranger, p.object, 5 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert process: process.status == DXGMAP_BAD_PROCESS; */
  dxgmap_outcome out = dxgmap_op_unmap_object(s, c, p.object, 5 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == HandleIndex(p.view); */
  /*@ ghost dxgmap_handle_parts(); */
  /*@ assert named: out.handle == p.view; */
}
