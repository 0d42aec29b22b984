/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "ground_step.h"

/* Through the step: the callbacks that map and unmap on an adapter. */

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_pin(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  /*@ assert unknown: !PinAdmit(*s, c, 0, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, DXGMAP_OK); */
  uint32_t refused = dxgmap_ground_by_pin(s, c, 0, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: PinAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_unpin(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint32_t refused = dxgmap_ground_by_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert refused: refused == DXGMAP_NOT_PINNED; */
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: PinAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, DXGMAP_OK); */
  dxgmap_outcome pin = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert pin: pin.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_configured(was, s->adapter[k]); */
  /*@ assert gate: AcquireGateStatus(*s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_pages(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  /*@ assert unknown: !MapPagesAdmit(*s, c, 0, DXGMAP_MDL, DXGMAP_OK); */
  uint32_t refused = dxgmap_ground_by_map_pages(s, c, 0, DXGMAP_MDL, pages, 2);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  uint32_t early = dxgmap_ground_by_unmap_pages(s, c, 0, DXGMAP_MDL, 0);
  /*@ assert early: early == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_unmap_pages(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_configured(was, s->adapter[k]); */
  /*@ assert still: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_pointer(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint32_t early = dxgmap_ground_by_unmap_pointer(s, c, h, DXGMAP_GROUND_CHAIN, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert early: early == DXGMAP_BAD_INDEX; */
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  /*@ assert unknown: !PointerAdmit(*s, c, 0, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, DXGMAP_OK); */
  uint32_t refused = dxgmap_ground_by_map_pointer(s, c, 0, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, 0x2000 / DXGMAP_PAGE_SIZE); */
  /*@ assert admitted: PointerAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_unmap_pointer(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, 0x2000 / DXGMAP_PAGE_SIZE); */
  /*@ assert admitted: PointerAdmit(*s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 0, 0);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_configured(was, s->adapter[k]); */
  /*@ assert gate: AcquireGateStatus(*s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK); */
  /*@ assert there: PointerAt(s->adapter[AdapterOf(h)], DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE,
        HandleIndex(map.handle)); */
  uint32_t done = dxgmap_ground_by_unmap_pointer(s, c, h, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_view(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 4, 0};
  /*@ assert unknown: !ViewAdmit(*s, c, 0, r, DXGMAP_OK); */
  uint32_t refused = dxgmap_ground_by_map_view(s, c, 0, &r);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  uint32_t early = dxgmap_ground_by_unmap_view(s, c, 0, DXGMAP_VIEW, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT);
  /*@ assert early: early == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert owned: Owns(s->adapter[AdapterOf(h)].resources, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT, 4); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  uint32_t done = dxgmap_ground_by_map_view(s, c, h, &r);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_unmap_view(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 4, 0};
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert owned: Owns(s->adapter[AdapterOf(h)].resources, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT, 4); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_configured(was, s->adapter[k]); */
  /*@ assert gate: OwnGateStatus(*s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK); */
  /*@ assert there: ViewAt(s->adapter[AdapterOf(h)], DXGMAP_VIEW, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT,
        HandleIndex(map.handle)); */
  uint32_t done = dxgmap_ground_by_unmap_view(s, c, h, DXGMAP_VIEW, DXGMAP_IO_SPACE, DXGMAP_GROUND_PORT);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_end_view(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_MEMORY_SPACE, 1, 0, 0, DXGMAP_GROUND_MEMORY + 0x10u, 0x1000, 5};
  uint32_t refused = dxgmap_ground_by_end_view(s, 0, DXGMAP_GROUND_PROCESS);
  /*@ assert refused: refused == DXGMAP_BAD_HANDLE; */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ assert room: ViewRoom(s->adapter[AdapterOf(h)].views, 5, ViewSpan(r)); */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ assert there: ViewOf(*s, map.handle, DXGMAP_GROUND_PROCESS); */
  uint32_t done = dxgmap_ground_by_end_view(s, map.handle, DXGMAP_GROUND_PROCESS);
  /*@ assert done: done == DXGMAP_OK; */
}
