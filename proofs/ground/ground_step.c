/* SPDX-License-Identifier: MIT */
#include "ground_step.h"

/* The status of a call is all that is asked here. */
/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CallStatus(\old(*s), *call, pool, pool_size, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
static uint32_t dxgmap_ground_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size)
{
  return dxgmap_step(s, call, pool, pool_size).status;
}

/* A call of an operation that asks for nothing. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures op: \result.op == op;
    ensures plain: \result.pressure == 0 && \result.first == 0 && \result.count == 0 && \result.slack == 0
                   && \result.creating == 0 && \result.contiguous == 0 && \result.user == 0 && \result.process == 0; */
static dxgmap_call dxgmap_ground_call(uint32_t op)
{
  dxgmap_call c = {0};
  c.op = op;
  return c;
}

/* A call without pages. */
/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: !Capturing(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CallStatus(\old(*s), *call, (uint64_t *)\null, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
static uint32_t dxgmap_ground_step_bare(dxgmap_state *s, const dxgmap_call *call)
{
  uint64_t none[1] = {0};
  return dxgmap_ground_step(s, call, none, 0);
}

uint32_t dxgmap_ground_by_start(dxgmap_state *s, const dxgmap_start *d)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_START);
  call.start = *d;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_attach(dxgmap_state *s, uint64_t h)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_ATTACH);
  call.adapter = h;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_exclusive_begin(dxgmap_state *s, uint64_t h)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_EXCLUSIVE_BEGIN);
  call.adapter = h;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_exclusive_end(dxgmap_state *s, uint64_t h)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_EXCLUSIVE_END);
  call.adapter = h;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_power(dxgmap_state *s, uint64_t h, uint32_t power)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_POWER);
  call.adapter = h;
  call.index = power;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_remove(dxgmap_state *s, uint64_t h)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_REMOVE);
  call.adapter = h;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_link(dxgmap_state *s, uint64_t h, uint64_t lead)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_LINK);
  call.adapter = h;
  call.object = lead;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_end_view(dxgmap_state *s, uint64_t view, uint64_t process)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_END_VIEW);
  call.object = view;
  call.process = process;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_stop(dxgmap_state *s, uint64_t h)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_STOP);
  call.adapter = h;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_translate(dxgmap_state *s, uint64_t h, uint64_t page)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_TRANSLATE);
  call.adapter = h;
  call.page = page;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_pin(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index, uint64_t bytes,
                              uint32_t kind, const uint64_t *pages, uint32_t count)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_PIN);
  call.caller = c;
  call.adapter = h;
  call.index = index;
  call.bytes = bytes;
  call.kind = kind;
  call.count = count;
  return dxgmap_ground_step(s, &call, pages, count);
}

uint32_t dxgmap_ground_by_unpin(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_UNPIN);
  call.caller = c;
  call.adapter = h;
  call.index = index;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_map_pages(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t kind, const uint64_t *pages,
                                    uint32_t count)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_MAP_PAGES);
  call.caller = c;
  call.adapter = h;
  call.kind = kind;
  call.count = count;
  return dxgmap_ground_step(s, &call, pages, count);
}

uint32_t dxgmap_ground_by_unmap_pages(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t kind, uint64_t handle)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_UNMAP_PAGES);
  call.caller = c;
  call.adapter = h;
  call.kind = kind;
  call.handle = handle;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_map_pointer(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index, uint64_t size,
                                      uint64_t offset, uint64_t at)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_MAP_POINTER);
  call.caller = c;
  call.adapter = h;
  call.index = index;
  call.bytes = size;
  call.offset = offset;
  call.at = at;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_unmap_pointer(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index, uint64_t address)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_UNMAP_POINTER);
  call.caller = c;
  call.adapter = h;
  call.index = index;
  call.address = address;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_map_view(dxgmap_state *s, dxgmap_caller c, uint64_t h, const dxgmap_view_request *r)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_MAP_VIEW);
  call.caller = c;
  call.adapter = h;
  call.view = *r;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_unmap_view(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t kind, uint32_t space,
                                     uint64_t address)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_UNMAP_VIEW);
  call.caller = c;
  call.adapter = h;
  call.kind = kind;
  call.space = space;
  call.address = address;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_create(dxgmap_state *s, dxgmap_caller c, dxgmap_object_request r)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_CREATE);
  call.caller = c;
  call.request = r;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_open(dxgmap_state *s, dxgmap_caller c, uint64_t x, uint64_t h)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_OPEN);
  call.caller = c;
  call.object = x;
  call.adapter = h;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_close(dxgmap_state *s, dxgmap_caller c, uint64_t o)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_CLOSE);
  call.caller = c;
  call.object = o;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_destroy(dxgmap_state *s, dxgmap_caller c, uint64_t x)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_DESTROY);
  call.caller = c;
  call.object = x;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_allocate_adl(dxgmap_state *s, dxgmap_caller c, uint64_t o, uint64_t offset, uint64_t bytes,
                                       const uint64_t *pages, uint32_t count)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_ALLOCATE_ADL);
  call.caller = c;
  call.object = o;
  call.offset = offset;
  call.bytes = bytes;
  call.count = count;
  return dxgmap_ground_step(s, &call, pages, count);
}

uint32_t dxgmap_ground_by_free_adl(dxgmap_state *s, dxgmap_caller c, uint64_t o, uint64_t adl)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_FREE_ADL);
  call.caller = c;
  call.object = o;
  call.handle = adl;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_map_object(dxgmap_state *s, dxgmap_caller c, uint64_t x, uint64_t offset, uint64_t bytes,
                                     uint64_t at)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_MAP_OBJECT);
  call.caller = c;
  call.object = x;
  call.offset = offset;
  call.bytes = bytes;
  call.at = at;
  return dxgmap_ground_step_bare(s, &call);
}

uint32_t dxgmap_ground_by_unmap_object(dxgmap_state *s, dxgmap_caller c, uint64_t x, uint64_t address, uint64_t bytes)
{
  dxgmap_call call = dxgmap_ground_call(DXGMAP_OP_UNMAP_OBJECT);
  call.caller = c;
  call.object = x;
  call.address = address;
  call.bytes = bytes;
  return dxgmap_ground_step_bare(s, &call);
}
