/* SPDX-License-Identifier: MIT */
#include "perform.h"

#include <inttypes.h>
#include <stdio.h>

#include "coverage.h"

/* ---- through the function of the operation ---- */

static dxgmap_outcome only_status(uint32_t status)
{
  dxgmap_outcome o = {status, 0};
  return o;
}

static dxgmap_outcome acquire(dxgmap_state *s, const call *c)
{
  const uint64_t *pages = c->pool + c->first;
  switch (c->operation) {
  case PIN:
    return dxgmap_op_pin(s, c->caller, c->adapter, c->index, c->bytes, c->kind, pages, c->count, c->pressure);
  case MAP_PAGES:
    return dxgmap_op_map_pages(s, c->caller, c->adapter, c->kind, pages, c->count);
  case MAP_POINTER:
    return dxgmap_op_map_pointer(s, c->caller, c->adapter, c->index, c->bytes, c->offset, c->at, c->slack, c->pressure);
  case MAP_VIEW:
    return dxgmap_op_map_view(s, c->caller, c->adapter, &c->view);
  case CREATE:
    return dxgmap_op_create(s, c->caller, c->request);
  case OPEN:
    return dxgmap_op_open(s, c->caller, c->object, c->adapter, c->creating);
  case ALLOCATE_ADL:
    return dxgmap_op_allocate_adl(s, c->caller, c->object, c->offset, c->bytes, c->contiguous, pages, c->count,
                                  c->pressure);
  default:
    return dxgmap_op_map_object(s, c->caller, c->object, c->user, c->offset, c->bytes, c->at, c->slack, c->pressure);
  }
}

static dxgmap_outcome release(dxgmap_state *s, const call *c)
{
  switch (c->operation) {
  case UNPIN:
    return dxgmap_op_unpin(s, c->caller, c->adapter, c->index);
  case UNMAP_PAGES:
    return dxgmap_op_unmap_pages(s, c->caller, c->adapter, c->kind, c->handle);
  case UNMAP_POINTER:
    return dxgmap_op_unmap_pointer(s, c->caller, c->adapter, c->index, c->address);
  case UNMAP_VIEW:
    return dxgmap_op_unmap_view(s, c->caller, c->adapter, c->kind, c->space, c->address, c->process);
  case CLOSE:
    return dxgmap_op_close(s, c->caller, c->object);
  case DESTROY:
    return dxgmap_op_destroy(s, c->caller, c->object);
  case FREE_ADL:
    return dxgmap_op_free_adl(s, c->caller, c->object, c->handle);
  case END_VIEW:
    return dxgmap_op_end_view(s, c->object, c->process);
  default:
    return dxgmap_op_unmap_object(s, c->caller, c->object, c->address, c->bytes);
  }
}

static dxgmap_outcome directly(dxgmap_state *s, const call *c)
{
  switch (c->operation) {
  case START:
    return dxgmap_op_start(s, &c->start);
  case STOP:
    return only_status(dxgmap_op_stop(s, c->adapter));
  case ATTACH:
    return only_status(dxgmap_op_attach(s, c->adapter));
  case EXCLUSIVE_BEGIN:
    return only_status(dxgmap_op_exclusive_begin(s, c->adapter));
  case EXCLUSIVE_END:
    return only_status(dxgmap_op_exclusive_end(s, c->adapter));
  case POWER:
    return only_status(dxgmap_op_power(s, c->adapter, c->index));
  case REMOVE:
    return only_status(dxgmap_op_remove(s, c->adapter));
  case LINK:
    return only_status(dxgmap_op_link(s, c->adapter, c->object));
  case LIVE:
    return only_status(dxgmap_op_live(s, c->adapter, c->cursor).status);
  case PIN:
  case MAP_PAGES:
  case MAP_POINTER:
  case MAP_VIEW:
  case CREATE:
  case OPEN:
  case ALLOCATE_ADL:
  case MAP_OBJECT:
    return acquire(s, c);
  default:
    return release(s, c);
  }
}

/* ---- through dxgmap_step ---- */

static dxgmap_result step(dxgmap_state *s, const call *c)
{
  static const uint32_t op[OPERATIONS] = {[START] = DXGMAP_OP_START,
                                          [STOP] = DXGMAP_OP_STOP,
                                          [ATTACH] = DXGMAP_OP_ATTACH,
                                          [EXCLUSIVE_BEGIN] = DXGMAP_OP_EXCLUSIVE_BEGIN,
                                          [EXCLUSIVE_END] = DXGMAP_OP_EXCLUSIVE_END,
                                          [PIN] = DXGMAP_OP_PIN,
                                          [UNPIN] = DXGMAP_OP_UNPIN,
                                          [MAP_PAGES] = DXGMAP_OP_MAP_PAGES,
                                          [UNMAP_PAGES] = DXGMAP_OP_UNMAP_PAGES,
                                          [MAP_POINTER] = DXGMAP_OP_MAP_POINTER,
                                          [UNMAP_POINTER] = DXGMAP_OP_UNMAP_POINTER,
                                          [MAP_VIEW] = DXGMAP_OP_MAP_VIEW,
                                          [UNMAP_VIEW] = DXGMAP_OP_UNMAP_VIEW,
                                          [CREATE] = DXGMAP_OP_CREATE,
                                          [OPEN] = DXGMAP_OP_OPEN,
                                          [CLOSE] = DXGMAP_OP_CLOSE,
                                          [DESTROY] = DXGMAP_OP_DESTROY,
                                          [ALLOCATE_ADL] = DXGMAP_OP_ALLOCATE_ADL,
                                          [FREE_ADL] = DXGMAP_OP_FREE_ADL,
                                          [MAP_OBJECT] = DXGMAP_OP_MAP_OBJECT,
                                          [UNMAP_OBJECT] = DXGMAP_OP_UNMAP_OBJECT,
                                          [POWER] = DXGMAP_OP_POWER,
                                          [REMOVE] = DXGMAP_OP_REMOVE,
                                          [LINK] = DXGMAP_OP_LINK,
                                          [END_VIEW] = DXGMAP_OP_END_VIEW,
                                          [TRANSLATE] = DXGMAP_OP_TRANSLATE};
  dxgmap_call d = {.op = c->operation == UNKNOWN ? c->unknown : op[c->operation],
                   .caller = c->caller,
                   .adapter = c->adapter,
                   .object = c->object,
                   .creating = c->creating,
                   .contiguous = c->contiguous,
                   .user = c->user,
                   .index = c->index,
                   .kind = c->kind,
                   .space = c->space,
                   .slack = c->slack,
                   .pressure = c->pressure,
                   .count = c->count,
                   .first = c->first,
                   .bytes = c->bytes,
                   .offset = c->offset,
                   .at = c->at,
                   .handle = c->handle,
                   .address = c->address,
                   .process = c->process,
                   .page = c->page,
                   .view = c->view,
                   .request = c->request,
                   .start = c->start};
  return dxgmap_step(s, &d, c->pool, c->pool_size);
}

/* ---- both ---- */

dxgmap_result perform(dxgmap_state *s, const call *c)
{
  if (c->by_step && c->operation != LIVE) {
    return step(s, c);
  }
  dxgmap_result r = {.status = DXGMAP_OK};
  if (c->operation == TRANSLATE) {
    dxgmap_answer a = dxgmap_op_translate(s, c->adapter, c->page);
    r.status = a.status;
    r.page = a.page;
    r.handle = a.handle;
    return r;
  }
  dxgmap_outcome o = directly(s, c);
  r.status = o.status;
  r.handle = o.handle;
  if (c->operation == PIN || c->operation == MAP_PAGES || c->operation == ALLOCATE_ADL) {
    r.base = dxgmap_base_page(s, o.handle);
  }
  return r;
}

uint32_t perform_admit(const dxgmap_state *s, const call *c)
{
  switch (c->operation) {
  case PIN:
    return dxgmap_pin_admit(s, c->caller, c->adapter, c->index, c->bytes, c->kind);
  case MAP_PAGES:
  case UNMAP_PAGES:
    return dxgmap_map_pages_admit(s, c->caller, c->adapter, c->kind);
  case MAP_POINTER:
    return dxgmap_pointer_admit(s, c->caller, c->adapter, c->index, c->bytes, c->offset);
  case MAP_VIEW:
    return dxgmap_view_admit(s, c->caller, c->adapter, &c->view);
  case CREATE:
    return dxgmap_create_admit(c->caller, c->request);
  case OPEN:
    return dxgmap_open_admit(s, c->caller, c->object, c->adapter, c->creating);
  case CLOSE:
    return dxgmap_close_admit(s, c->caller, c->object);
  case DESTROY:
    return dxgmap_destroy_admit(s, c->caller, c->object);
  case ALLOCATE_ADL:
    return dxgmap_adl_admit(s, c->caller, c->object, c->offset, c->bytes, c->contiguous);
  case MAP_OBJECT:
    return dxgmap_object_view_admit(s, c->caller, c->object, c->user, c->offset, c->bytes);
  default:
    return DXGMAP_OK;
  }
}

/* ---- for a report ---- */

static void print_start(const dxgmap_start *d)
{
  printf("  mode %" PRIu32 ", capability %" PRIu32 ", linked %" PRIu32 ", quarantine %" PRIu32 ", chain %" PRIu32
         ", commit limit %" PRIu64 ", installed %" PRIu64 ", visible 0x%" PRIx64 "\n",
         d->mode, d->capability, d->linked, d->quarantine, d->chain, d->commit_limit, d->installed_pages,
         d->highest_visible);
  for (uint32_t k = 0; k < d->chain && k < DXGMAP_CHAIN; k++) {
    if (d->save_bytes[k] != 0) {
      printf("  save area %" PRIu32 ": 0x%" PRIx64 "\n", k, d->save_bytes[k]);
    }
  }
  for (uint32_t k = 0; k < d->resources && k < DXGMAP_RESOURCES; k++) {
    printf("  resource %" PRIu32 ": space %" PRIu32 ", 0x%" PRIx64 " + 0x%" PRIx64 "\n", k, d->resource[k].space,
           d->resource[k].start, d->resource[k].length);
  }
}

void perform_print(const call *c)
{
  printf("  %s%s: adapter 0x%" PRIx64 ", object 0x%" PRIx64 ", irql %" PRIu32 ", strict %" PRIu32
         ", current process %" PRIu64 "\n",
         coverage_name(c->operation), c->by_step ? " (by dxgmap_step)" : "", c->adapter, c->object, c->caller.irql,
         c->caller.strict, c->caller.process);
  printf("  kind %" PRIu32 ", index %" PRIu32 ", handle 0x%" PRIx64 ", space %" PRIu32 ", address 0x%" PRIx64
         ", process %" PRIu64 ", creating %" PRIu32 ", contiguous %" PRIu32 ", user %" PRIu32 "\n",
         c->kind, c->index, c->handle, c->space, c->address, c->process, c->creating, c->contiguous, c->user);
  printf("  bytes 0x%" PRIx64 ", offset 0x%" PRIx64 ", at %" PRIu64 ", slack %" PRIu32 ", pressure %" PRIu32
         ", page %" PRIu64 ", cursor %" PRIu32 ", unknown %" PRIu32 "\n",
         c->bytes, c->offset, c->at, c->slack, c->pressure, c->page, c->cursor, c->unknown);
  printf("  view: kind %" PRIu32 ", space %" PRIu32 ", user %" PRIu32 ", cache %" PRIu32 ", process %" PRIu64
         ", 0x%" PRIx64 " + 0x%" PRIx64 ", at %" PRIu64 "\n",
         c->view.kind, c->view.space, c->view.user, c->view.cache, c->view.process, c->view.physical, c->view.length,
         c->view.at);
  printf("  object: type %" PRIu32 ", bound %" PRIu32 ", cache %" PRIu32 ", 0x%" PRIx64 " + 0x%" PRIx64 "\n",
         c->request.type, c->request.bound, c->request.cache, c->request.physical, c->request.length);
  printf("  %" PRIu32 " pages from %" PRIu64 " in a pool of %" PRIu64 ":", c->count, c->first, c->pool_size);
  for (uint64_t j = c->first; j < POOL_MAX && j - c->first < c->count; j++) {
    printf(" %" PRIu64, c->pool[j]);
  }
  printf("\n");
  print_start(&c->start);
}
