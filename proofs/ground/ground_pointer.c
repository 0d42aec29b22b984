/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_pointer.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pointer_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_map_pointer(s, c, 0, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_map_pointer(s, high, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pointer_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome index = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_CHAIN, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert index: index.status == DXGMAP_BAD_INDEX; */
  dxgmap_outcome bare = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_BARE, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert bare: bare.status == DXGMAP_NO_SAVE_AREA; */
  dxgmap_outcome nothing = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0, 0x1000, 5, 1, 0);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_SIZE; */
  /*@ assert odd: 0x2001 % DXGMAP_PAGE_SIZE != 0; */
  /*@ assert judged: PointerAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2001, 0x1000, DXGMAP_BAD_SIZE); */
  dxgmap_outcome size = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2001, 0x1000, 5, 1, 0);
  /*@ assert size: size.status == DXGMAP_BAD_SIZE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pointer_offset(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ assert bad: 0x1001 % DXGMAP_PAGE_SIZE != 0; */
  dxgmap_outcome offset = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1001, 5, 1, 0);
  /*@ assert offset: offset.status == DXGMAP_BAD_SIZE; */
  /*@ assert far: PointerAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x3000, DXGMAP_TOO_LARGE); */
  dxgmap_outcome beyond = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x3000, 5, 1, 0);
  /*@ assert beyond: beyond.status == DXGMAP_TOO_LARGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pointer_place(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ assert admitted: PointerAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, DXGMAP_OK); */
  dxgmap_outcome pressure = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 1, 1);
  /*@ assert pressure: pressure.status == DXGMAP_PRESSURE; */
  dxgmap_outcome outside = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, DXGMAP_WINDOW, 1, 0);
  /*@ assert outside: outside.status == DXGMAP_PLACE_TAKEN; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pointer_slots(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_fill(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome slots = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/* One pointer at one place, released once, by its base and its save area. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pointer_again(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: PointerAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, 3); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 1, 0);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  /*@ assert taken: ViewCovers(s->adapter[AdapterOf(h)].views, HandleIndex(map.handle), 7); */
  /*@ assert admitted: PointerAdmit(*s, c, h, DXGMAP_GROUND_HUGE, 0x2000, 0x1000, DXGMAP_OK); */
  /*@ assert owned: ViewsOk(s->adapter[AdapterOf(h)].views); */
  /*@ assert owner: s->adapter[AdapterOf(h)].views.owner[7] != 0; */
  /*@ assert full: !ViewRoom(s->adapter[AdapterOf(h)].views, 7, 1 + 0x2000 / DXGMAP_PAGE_SIZE); */
  dxgmap_outcome taken = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_HUGE, 0x2000, 0x1000, 7, 1, 0);
  /*@ assert taken: taken.status == DXGMAP_PLACE_TAKEN; */
  dxgmap_outcome inside = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE + 1u);
  /*@ assert inside: inside.status == DXGMAP_BAD_ADDRESS; */
  /*@ assert save: s->adapter[AdapterOf(h)].descriptors.at[HandleIndex(map.handle)].index == DXGMAP_GROUND_SAVE; */
  dxgmap_outcome other = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_HUGE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert other: other.status == DXGMAP_BAD_ADDRESS; */
  /*@ assert there: PointerAt(s->adapter[AdapterOf(h)], DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE,
       HandleIndex(map.handle)); */
  dxgmap_outcome out = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == HandleIndex(map.handle); */
  /*@ assert named: out.handle == map.handle; */
  /*@ assert parts: AdapterParts(s->adapter[AdapterOf(h)]); */
  /*@ assert ended: s->adapter[AdapterOf(h)].descriptors.at[HandleIndex(map.handle)].kind == DXGMAP_NO_KIND; */
  /*@ assert none: \forall integer i; !PointerAt(s->adapter[AdapterOf(h)], DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE,
       i); */
  /*@ assert gate: AcquireGateStatus(*s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK); */
  /*@ assert chain: s->adapter[AdapterOf(h)].saves.chain == DXGMAP_GROUND_CHAIN; */
  dxgmap_outcome stale = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert stale: stale.status == DXGMAP_BAD_ADDRESS; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_pointer_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_unmap_pointer(s, c, 0, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_unmap_pointer(s, high, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_pointer_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome index = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_CHAIN, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert index: index.status == DXGMAP_BAD_INDEX; */
  dxgmap_outcome nothing = dxgmap_op_unmap_pointer(s, c, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_ADDRESS; */
}
