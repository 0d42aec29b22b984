/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_process.h"

/* A view in user mode ends once, with its own process. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_end_view(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 1, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, ViewSpan(r)); */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ assert there: ViewOf(*s, map.handle, DXGMAP_GROUND_PROCESS); */
  uint64_t found = dxgmap_op_process_view(s, DXGMAP_GROUND_PROCESS);
  /*@ assert found: found != 0; */
  dxgmap_outcome stranger = dxgmap_op_end_view(s, map.handle, DXGMAP_GROUND_PROCESS + 1u);
  /*@ assert stranger: stranger.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome nothing = dxgmap_op_end_view(s, 0, DXGMAP_GROUND_PROCESS);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome out = dxgmap_op_end_view(s, map.handle, DXGMAP_GROUND_PROCESS);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == map.handle; */
  /*@ assert over: !Valid(*s, map.handle); */
  dxgmap_outcome stale = dxgmap_op_end_view(s, map.handle, DXGMAP_GROUND_PROCESS);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}

/* One of the system is in no process. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_end_no_view(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 0, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, ViewSpan(r)); */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  dxgmap_outcome kept = dxgmap_op_end_view(s, map.handle, 0);
  /*@ assert kept: kept.status == DXGMAP_BAD_HANDLE; */
}
