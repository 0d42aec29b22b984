/* SPDX-License-Identifier: MIT */
#include "world.h"

#include "ddi/machine/core.h"

/* The core, as its contracts have it: a step succeeds or is refused; what it is asked to capture must be there. That it
   admits what it then does not refuse is proved of the core, and is not needed here. */

static dxgmap_outcome world_outcome(uint64_t handle, bool may)
{
  dxgmap_outcome outcome = {world_refusal(), 0};
  if (may && world_any()) {
    outcome.status = DXGMAP_OK;
    outcome.handle = handle;
  }
  return outcome;
}

static uint32_t world_admit(bool may)
{
  return may && world_any() ? (uint32_t)DXGMAP_OK : world_refusal();
}

static bool world_whole(uint64_t bytes)
{
  return bytes == PAGE_SIZE || bytes == 2 * PAGE_SIZE || bytes == WORLD_PAGES * PAGE_SIZE;
}

static dxgmap_outcome world_capture(const uint64_t *pages, uint32_t count, bool may)
{
  /*@ check list: \valid_read(pages + (0 .. count - 1)); */
  world_see(pages, count * sizeof(*pages));
  /*@ check initialized: \initialized(pages + (0 .. count - 1)); */
  dxgmap_outcome outcome = world_outcome(WORLD_MADE, may);
  if (outcome.status == DXGMAP_OK) {
    world_acquired = true;
    world_captures = count;
    for (uint32_t i = 0; i < count && i < WORLD_PAGES; i++) {
      world_captured[i] = pages[i];
    }
  }
  return outcome;
}

static dxgmap_outcome world_acquire(bool may)
{
  dxgmap_outcome outcome = world_outcome(WORLD_MADE, may);
  if (outcome.status == DXGMAP_OK) {
    world_acquired = true;
  }
  return outcome;
}

/* ---- save areas ---- */

uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind)
{
  return world_admit(s != NULL && adapter == WORLD_ADAPTER && index < DXGMAP_CHAIN && world_whole(bytes));
}

dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure)
{
  return world_capture(pages, count, count == bytes / PAGE_SIZE);
}

dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index)
{
  return world_outcome(WORLD_LIVE, adapter == WORLD_ADAPTER && index < DXGMAP_CHAIN);
}

uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset)
{
  return world_admit(adapter == WORLD_ADAPTER && index < DXGMAP_CHAIN && world_whole(size) && offset % PAGE_SIZE == 0);
}

dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure)
{
  return world_acquire(true);
}

dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address)
{
  return world_outcome(WORLD_LIVE, adapter == WORLD_ADAPTER && index < DXGMAP_CHAIN);
}

/* ---- pages ---- */

uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind)
{
  return world_admit(adapter == WORLD_ADAPTER);
}

dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count)
{
  return world_capture(pages, count, adapter == WORLD_ADAPTER);
}

dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle)
{
  return world_outcome(WORLD_LIVE, adapter == WORLD_ADAPTER && handle == WORLD_LIVE);
}

/* ---- objects ---- */

uint32_t dxgmap_create_admit(dxgmap_caller caller, dxgmap_object_request r)
{
  return world_admit(r.length != 0);
}

uint32_t dxgmap_create_bound_admit(const dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                   uint64_t adapter)
{
  return world_admit(r.length != 0 && adapter == WORLD_ADAPTER);
}

dxgmap_outcome dxgmap_op_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r)
{
  return world_acquire(true);
}

dxgmap_bound dxgmap_op_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter)
{
  dxgmap_bound made = {world_refusal(), 0, 0};
  if (world_any()) {
    made.status = DXGMAP_OK;
    made.object = WORLD_MADE;
    made.opened = WORLD_MADE_TOO;
    world_acquired = true;
  }
  return made;
}

uint32_t dxgmap_open_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                           uint32_t creating)
{
  return world_admit(object == WORLD_OBJECT && adapter == WORLD_ADAPTER);
}

dxgmap_outcome dxgmap_op_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                              uint32_t creating)
{
  return world_acquire(true);
}

dxgmap_outcome dxgmap_op_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  return world_outcome(WORLD_OPENED, object == WORLD_OPENED);
}

dxgmap_outcome dxgmap_op_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  return world_outcome(WORLD_OBJECT, object == WORLD_OBJECT);
}

uint32_t dxgmap_op_destroy_bound(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t opened)
{
  return world_admit(object == WORLD_OBJECT && opened == WORLD_OPENED);
}

uint32_t dxgmap_adapter_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  return world_admit(object == WORLD_OPENED);
}

/* ---- ADLs, views ---- */

uint32_t dxgmap_adl_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset, uint64_t bytes,
                          uint32_t contiguous)
{
  return world_admit(object == WORLD_OPENED && world_whole(bytes) && (offset == 0 || offset == PAGE_SIZE) &&
                     offset + bytes <= WORLD_PAGES * PAGE_SIZE);
}

dxgmap_outcome dxgmap_op_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                      uint64_t bytes, uint32_t contiguous, const uint64_t *pages, uint32_t count,
                                      uint32_t pressure)
{
  return world_capture(pages, count, count == bytes / PAGE_SIZE);
}

dxgmap_outcome dxgmap_op_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl)
{
  return world_outcome(WORLD_LIVE, object == WORLD_OPENED && adl == WORLD_LIVE);
}

uint32_t dxgmap_base_page(const dxgmap_state *s, uint64_t handle)
{
  /*@ check made: handle == WORLD_MADE; */
  return WORLD_BASE;
}

uint32_t dxgmap_object_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                  uint64_t offset, uint64_t bytes)
{
  return world_admit(object == WORLD_OBJECT && world_whole(bytes) && (offset == 0 || offset == PAGE_SIZE) &&
                     offset + bytes <= WORLD_PAGES * PAGE_SIZE);
}

dxgmap_outcome dxgmap_op_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure)
{
  return world_acquire(true);
}

dxgmap_outcome dxgmap_op_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                      uint64_t bytes)
{
  return world_outcome(WORLD_LIVE, object == WORLD_OBJECT);
}

uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r)
{
  return world_admit(adapter == WORLD_ADAPTER && r->length != 0 && r->length <= WORLD_PAGES * PAGE_SIZE &&
                     r->physical <= UINT64_MAX - r->length);
}

dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r)
{
  return world_acquire(true);
}

dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process)
{
  return world_outcome(WORLD_LIVE, adapter == WORLD_ADAPTER);
}

uint32_t dxgmap_handle_tag(uint64_t handle)
{
  return handle == WORLD_OPENED ? 0 : Frama_C_unsigned_int_interval(0, 255);
}

uint32_t dxgmap_handle_index(uint64_t handle)
{
  return world_any() ? Frama_C_unsigned_int_interval(0, DXGMAP_HANDLE_INDEXES - 1) : UINT32_MAX;
}

uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter)
{
  return adapter == WORLD_ADAPTER ? 0 : DXGMAP_ADAPTERS;
}
