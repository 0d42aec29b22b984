/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_view.h"

/*@ ghost
  // Sixteen pages that do not begin where the resource of sixteen pages begins.
  /@ requires granted: Granted(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures beyond: !Owns(a.resources, DXGMAP_MEMORY_SPACE, DXGMAP_GROUND_MEMORY + 0x10, 0x10000); @/
  void dxgmap_ground_beyond(dxgmap_adapter a)
  {
    /@ assert two: \forall integer k; 0 <= k < a.resources.count ==> k == 0 || k == 1; @/
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_APC_LEVEL);
  dxgmap_outcome unknown = dxgmap_op_map_view(s, c, 0, &r);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_map_view(s, high, h, &r);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert exclusive: exclusive.status != DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request k = {DXGMAP_POINTER, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  dxgmap_outcome kind = dxgmap_op_map_view(s, c, h, &k);
  /*@ assert kind: kind.status == DXGMAP_BAD_KIND; */
  dxgmap_view_request sp = {DXGMAP_VIEW, 2, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  dxgmap_outcome space = dxgmap_op_map_view(s, c, h, &sp);
  /*@ assert space: space.status == DXGMAP_BAD_SPACE; */
  dxgmap_view_request ln = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0, 5};
  dxgmap_outcome nothing = dxgmap_op_map_view(s, c, h, &ln);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_SIZE; */
  dxgmap_view_request big = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x100000000, 5};
  dxgmap_outcome large = dxgmap_op_map_view(s, c, h, &big);
  /*@ assert large: large.status == DXGMAP_BAD_SIZE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_address(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request o = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, 0xFFFFFFFFFFFFFFFF, 0x1000, 5};
  dxgmap_outcome overflow = dxgmap_op_map_view(s, c, h, &o);
  /*@ assert overflow: overflow.status == DXGMAP_BAD_SIZE; */
  dxgmap_view_request p = {
      DXGMAP_VIDEO, DXGMAP_MEMORY_SPACE, 0, 0, DXGMAP_GROUND_PROCESS + 1u, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  dxgmap_outcome process = dxgmap_op_map_view(s, c, h, &p);
  /*@ assert process: process.status == DXGMAP_BAD_PROCESS; */
  dxgmap_view_request n = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x10000, 5};
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_ground_beyond(s->adapter[k]); */
  /*@ assert beyond: !Owns(s->adapter[AdapterOf(h)].resources, DXGMAP_MEMORY_SPACE, DXGMAP_GROUND_MEMORY + 0x10,
       0x10000); */
  dxgmap_outcome beyond = dxgmap_op_map_view(s, c, h, &n);
  /*@ assert beyond: beyond.status == DXGMAP_NOT_OWNED; */
  dxgmap_view_request w = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE,          0,      0,
                           0,           DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, DXGMAP_WINDOW};
  /*@ assert admitted: ViewAdmit(*s, c, h, w, DXGMAP_OK); */
  /*@ assert span: ViewSpan(w) == 2; */
  dxgmap_outcome outside = dxgmap_op_map_view(s, c, h, &w);
  /*@ assert outside: outside.status == DXGMAP_PLACE_TAKEN; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_slots(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_fill(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 1, 0};
  dxgmap_outcome slots = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/* A view of DxgkCbMapMemory is released once, by its base. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_memory(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, ViewSpan(r)); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  /*@ assert covered: ViewCovers(s->adapter[AdapterOf(h)].views, HandleIndex(map.handle), 5); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert span: ViewSpan(r) == 2; */
  /*@ assert owned: ViewsOk(s->adapter[AdapterOf(h)].views); */
  /*@ assert owner: s->adapter[AdapterOf(h)].views.owner[5] != 0; */
  dxgmap_outcome taken = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert taken: taken.status == DXGMAP_PLACE_TAKEN; */
  dxgmap_outcome inside =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x11u, 0);
  /*@ assert inside: inside.status == DXGMAP_BAD_ADDRESS; */
  dxgmap_outcome kind =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_VIDEO, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert kind: kind.status == DXGMAP_BAD_ADDRESS; */
  /*@ assert there: ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0x5010,
       HandleIndex(map.handle)); */
  dxgmap_outcome out = dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == HandleIndex(map.handle); */
  /*@ assert named: out.handle == map.handle; */
  /*@ assert parts: AdapterParts(s->adapter[AdapterOf(h)]); */
  /*@ assert ended: s->adapter[AdapterOf(h)].descriptors.at[HandleIndex(map.handle)].kind == DXGMAP_NO_KIND; */
  /*@ assert none: \forall integer i; !ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0x5010, i); */
  /*@ assert gate: OwnGateStatus(*s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK); */
  dxgmap_outcome stale =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert stale: stale.status == DXGMAP_BAD_ADDRESS; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_ports(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 4, 0};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  /*@ assert there: ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIEW, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT,
       HandleIndex(map.handle)); */
  dxgmap_outcome out = dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT, 0);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == HandleIndex(map.handle); */
  /*@ assert named: out.handle == map.handle; */
  /*@ assert parts: AdapterParts(s->adapter[AdapterOf(h)]); */
  /*@ assert ended: s->adapter[AdapterOf(h)].descriptors.at[HandleIndex(map.handle)].kind == DXGMAP_NO_KIND; */
  /*@ assert none: \forall integer i; !ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIEW, DXGMAP_IO_SPACE,
       DXGMAP_GROUND_PORT, i); */
  /*@ assert known: KnownAdapter(*s, h) && Listens(s->adapter[AdapterOf(h)].switches); */
  /*@ assert gate: OwnGateStatus(*s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK); */
  dxgmap_outcome stale = dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT, 0);
  /*@ assert stale: stale.status == DXGMAP_BAD_ADDRESS; */
}

/* A view in user mode is released in its process. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_view_user(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 1, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, ViewSpan(r)); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  dxgmap_caller stranger = c;
  stranger.process = DXGMAP_GROUND_PROCESS + 1u;
  /*@ assert there: ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0x5010,
       HandleIndex(map.handle)); */
  dxgmap_outcome process =
      dxgmap_op_unmap_view(s, stranger, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert process: process.status == DXGMAP_BAD_PROCESS; */
  dxgmap_outcome out = dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == HandleIndex(map.handle); */
  /*@ assert named: out.handle == map.handle; */
}

/* A view of the video port is released by any address inside. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_video(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIDEO, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert none: !CacheConflict(s->adapter[AdapterOf(h)], r); */
  /*@ assert owns: Owns(s->adapter[AdapterOf(h)].resources, DXGMAP_MEMORY_SPACE, DXGMAP_GROUND_MEMORY + 0x10,
       0x1000); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, ViewSpan(r)); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  dxgmap_view_request other = {DXGMAP_VIDEO, DXGMAP_MEMORY_SPACE, 0, 1, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 9};
  /*@ assert conflict: Conflicts(s->adapter[AdapterOf(h)].descriptors.at[HandleIndex(map.handle)], other); */
  /*@ assert conflicts: CacheConflict(s->adapter[AdapterOf(h)], other); */
  /*@ assert owns: Owns(s->adapter[AdapterOf(h)].resources, DXGMAP_MEMORY_SPACE, DXGMAP_GROUND_MEMORY + 0x10,
       0x1000); */
  /*@ assert gate: OwnGateStatus(*s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK); */
  dxgmap_outcome conflict = dxgmap_op_map_view(s, c, h, &other);
  /*@ assert conflict: conflict.status == DXGMAP_CACHE_CONFLICT; */
  /*@ assert there: ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIDEO, DXGMAP_MEMORY_SPACE, 0x5FFF,
       HandleIndex(map.handle)); */
  dxgmap_outcome out =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_VIDEO, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0xFFFu, 0);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == HandleIndex(map.handle); */
  /*@ assert named: out.handle == map.handle; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_view_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_APC_LEVEL);
  dxgmap_outcome unknown =
      dxgmap_op_unmap_view(s, c, 0, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above =
      dxgmap_op_unmap_view(s, high, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert exclusive: exclusive.status != DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unmap_view_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome kind =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_POINTER, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert kind: kind.status == DXGMAP_BAD_KIND; */
  dxgmap_outcome space = dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, 2, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert space: space.status == DXGMAP_BAD_SPACE; */
  dxgmap_outcome nothing =
      dxgmap_op_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 5 * DXGMAP_PAGE_SIZE + 0x10u, 0);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_ADDRESS; */
}
