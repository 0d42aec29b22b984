/* SPDX-License-Identifier: MIT */
#include "ground_memory.h"
#include "ground_step.h"
#include "operations/op_adl.h"
#include "operations/op_object_view.h"

/* Through the step: physical memory objects, their adapter objects, ADLs and views. */

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_create(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  /*@ assert zero: ZeroAdapter(s->adapter[DXGMAP_MACHINE]); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_object_request bad = {DXGMAP_OBJECT_SECTION, 0, 0, 0, 0};
  uint32_t refused = dxgmap_ground_by_create(s, c, bad);
  /*@ assert refused: refused == DXGMAP_BAD_SIZE; */
  /*@ ghost dxgmap_ground_room(s->adapter[DXGMAP_MACHINE].slots, 0); */
  dxgmap_object_request r = {DXGMAP_OBJECT_SECTION, 0, 0, 0, DXGMAP_GROUND_LENGTH};
  uint32_t done = dxgmap_ground_by_create(s, c, r);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_open(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t refused = dxgmap_ground_by_open(s, c, 0, m.adapter);
  /*@ assert refused: refused == DXGMAP_BAD_HANDLE; */
  /*@ ghost dxgmap_ground_space(s, m.adapter, 0); */
  uint32_t done = dxgmap_ground_by_open(s, c, m.object, m.adapter);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_close(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t refused = dxgmap_ground_by_close(s, c, m.object);
  /*@ assert refused: refused == DXGMAP_BAD_HANDLE; */
  uint32_t done = dxgmap_ground_by_close(s, c, m.opened);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_destroy(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ assert none: !IsObject(*s, 0); */
  uint32_t refused = dxgmap_ground_by_destroy(s, c, 0);
  /*@ assert refused: refused == DXGMAP_BAD_HANDLE; */
  uint32_t done = dxgmap_ground_by_destroy(s, c, m.object);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_allocate_adl(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t refused = dxgmap_ground_by_allocate_adl(s, c, m.opened, 0x1000, 0, pages, 2);
  /*@ assert refused: refused == DXGMAP_BAD_SIZE; */
  uint32_t k = dxgmap_handle_index(m.adapter);
  /*@ ghost dxgmap_ground_cells(s->adapter[k].domain.ranges, 2); */
  /*@ assert admitted: AllocateAdmit(*s, c, m.opened, 0x1000, 0x2000, 0, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_allocate_adl(s, c, m.opened, 0x1000, 0x2000, pages, 2);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_free_adl(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t refused = dxgmap_ground_by_free_adl(s, c, m.opened, 0);
  /*@ assert refused: refused == DXGMAP_BAD_HANDLE; */
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  /*@ ghost dxgmap_ground_cells(s->adapter[k].domain.ranges, 2); */
  /*@ assert admitted: AllocateAdmit(*s, c, m.opened, 0x1000, 0x2000, 0, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert map: map.status == DXGMAP_OK; */
  uint32_t n = dxgmap_handle_index(map.handle);
  /*@ ghost dxgmap_ground_beside(was, s->adapter[k], n); */
  /*@ assert apart: n != i; */
  /*@ assert stays: Stays(was, s->adapter[k], i); */
  /*@ assert exclusive: Listens(s->adapter[k].switches); */
  /*@ assert opened: IsAdapterObject(*s, m.opened) && AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_free_adl(s, c, m.opened, map.handle);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ ghost
  // The window of a machine without views has room.
  /@ requires ok: AdapterOk(a);
     requires windows: NoWindow(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures room: ViewRoom(a.views, 5, 2); @/
  void dxgmap_ground_step_window(dxgmap_adapter a)
  {
    /@ assert views: ViewsOk(a.views); @/
    /@ assert free: \forall integer i, w; !ViewCovers(a.views, i, w); @/
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_map_object(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ assert none: !IsObject(*s, 0); */
  uint32_t early = dxgmap_ground_by_unmap_object(s, c, 0, 5 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert early: early == DXGMAP_BAD_HANDLE; */
  uint32_t refused = dxgmap_ground_by_map_object(s, c, m.object, 0x1000, 0, 5);
  /*@ assert refused: refused == DXGMAP_BAD_SIZE; */
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_step_window(s->adapter[DXGMAP_MACHINE]); */
  /*@ assert admitted: ObjectViewAdmit(*s, c, m.object, 0, 0x1000, 0x2000, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_map_object(s, c, m.object, 0x1000, 0x2000, 5);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_unmap_object(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t x = dxgmap_handle_index(m.object);
  /*@ ghost dxgmap_adapter was = s->adapter[DXGMAP_MACHINE]; */
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_step_window(s->adapter[DXGMAP_MACHINE]); */
  /*@ assert admitted: ObjectViewAdmit(*s, c, m.object, 0, 0x1000, 0x2000, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_object(s, c, m.object, 0, 0x1000, 0x2000, 5, 0, 0);
  /*@ assert map: map.status == DXGMAP_OK; */
  uint32_t i = dxgmap_handle_index(map.handle);
  /*@ ghost dxgmap_ground_beside(was, s->adapter[DXGMAP_MACHINE], i); */
  /*@ assert apart: i != x; */
  /*@ assert stays: Stays(was, s->adapter[DXGMAP_MACHINE], x); */
  /*@ assert gate: ObjectGate(*s, c, m.object, DXGMAP_OK); */
  /*@ assert there: ObjectViewAt(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, HandleIndex(map.handle)); */
  /*@ assert linked: s->adapter[DXGMAP_MACHINE].links.to.slot[i] == x + 1; */
  /*@ assert only: \forall integer j; ObjectViewAt(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, j) ==> j == i; */
  /*@ assert own: !ObjectViewOfOther(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, HandleIndex(m.object)); */
  /*@ assert bytes: ObjectViewOfBytes(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, 0x2000); */
  /*@ assert here: !ObjectViewElsewhere(s->adapter[DXGMAP_MACHINE], 5 * DXGMAP_PAGE_SIZE, c); */
  uint32_t done = dxgmap_ground_by_unmap_object(s, c, m.object, 5 * DXGMAP_PAGE_SIZE, 0x2000);
  /*@ assert done: done == DXGMAP_OK; */
}
