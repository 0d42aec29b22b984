/* SPDX-License-Identifier: MIT */
#include "choices.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE DXGMAP_PAGE_SIZE
#define MEMORY_START 0xE0000000u
#define PORT_START 0x3C0u

/* ---- what was given ---- */

uint64_t given_adapter(const given *g, uint64_t place)
{
  for (uint32_t k = 0; k < g->adapters; k++) {
    if (g->running[k] && (g->adapter[k] & 0xFFFFFFu) - 1 == place) {
      return g->adapter[k];
    }
  }
  return 0;
}

uint32_t given_running(const given *g)
{
  uint32_t n = 0;
  for (uint32_t k = 0; k < g->adapters; k++) {
    n += g->running[k];
  }
  return n;
}

const dxgmap_start *given_start(const given *g, uint64_t handle)
{
  for (uint32_t k = 0; k < g->adapters; k++) {
    if (g->running[k] && g->adapter[k] == handle) {
      return &g->start[k];
    }
  }
  return NULL;
}

static bool gives(enum operation operation)
{
  return operation == PIN || operation == MAP_PAGES || operation == MAP_POINTER || operation == MAP_VIEW ||
         operation == CREATE || operation == OPEN || operation == ALLOCATE_ADL || operation == MAP_OBJECT;
}

void given_note(given *g, const call *c, const dxgmap_result *r)
{
  if (r->status != DXGMAP_OK) {
    return;
  }
  if (c->operation == START) {
    g->adapter[g->adapters] = r->handle;
    g->start[g->adapters] = c->start;
    g->running[g->adapters++] = true;
  } else if (c->operation == STOP) {
    for (uint32_t k = 0; k < g->adapters; k++) {
      g->running[k] = g->running[k] && g->adapter[k] != c->adapter;
    }
  } else if (gives(c->operation)) {
    g->mapping[g->mappings] = r->handle;
    g->by[g->mappings++] = c->operation;
  }
}

/* ---- the calls ---- */

typedef struct {
  call *out;
  uint32_t count;
} listing;

static call *place(listing *l)
{
  if (l->count == CHOICES_MAX) {
    fprintf(stderr, "explore: more than %u calls in a state: make CHOICES_MAX larger\n", CHOICES_MAX);
    exit(2);
  }
  return &l->out[l->count++];
}

static call *next(listing *l, enum operation operation, uint64_t x)
{
  call *c = place(l);
  memset(c, 0, sizeof *c);
  c->operation = operation;
  c->adapter = x;
  c->caller.process = 1;
  return c;
}

/* The last call again, to be made different. */
static call *again(listing *l)
{
  call *c = place(l);
  *c = c[-1];
  return c;
}

static void list_of(call *c, uint32_t count, uint64_t page)
{
  c->count = count;
  c->pool_size = count;
  for (uint32_t k = 0; k < count; k++) {
    c->pool[k] = page;
  }
}

/* Three machines: for MDLs in identity mode, with a save area of a page, a page of memory and a port; for ADLs with
   remapping, of which the device sees one page beyond page 0; and one that is of a chain and not its lead. */
static void starts(listing *l)
{
  dxgmap_start *s = &next(l, START, 0)->start;
  s->capability = DXGMAP_BY_MDL;
  s->chain = 1;
  s->save_bytes[0] = PAGE;
  s->commit_limit = 1;
  s->highest_visible = UINT64_MAX;
  s->resources = 2;
  s->resource[0] = (dxgmap_resource){.space = DXGMAP_MEMORY_SPACE, .start = MEMORY_START, .length = PAGE};
  s->resource[1] = (dxgmap_resource){.space = DXGMAP_IO_SPACE, .start = PORT_START, .length = 1};
  s = &again(l)->start;
  s->mode = DXGMAP_REMAPPING;
  s->capability = DXGMAP_BY_ADL;
  s->save_bytes[0] = 0;
  s->highest_visible = 2 * PAGE - 1;
  s->resources = 0;
  s = &again(l)->start;
  s->linked = 1;
}

static void bad_starts(listing *l)
{
  const uint32_t good = l->count - 3;
  for (uint32_t k = 0; k < 9; k++) {
    dxgmap_start *s = &next(l, START, 0)->start;
    *s = l->out[good].start;
    switch (k) {
    case 0:
      s->chain = 0;
      break;
    case 1:
      s->mode = DXGMAP_REMAPPING;
      break;
    case 2:
      s->quarantine = DXGMAP_QUARANTINE + 1;
      break;
    case 3:
      s->save_bytes[0] = 1;
      break;
    case 4:
      s->resource[0].length = 0;
      break;
    case 5:
      s->installed_pages = 2;
      s->highest_visible = PAGE;
      break;
    case 6:
      s->chain = 2;
      s->save_bytes[0] = s->save_bytes[1] = UINT64_MAX - (PAGE - 1);
      break;
    case 7:
      s->linked = 1;
      break;
    default:
      s->save_bytes[0] = 2 * PAGE;
    }
  }
}

static void switches(listing *l, const given *g, uint64_t x)
{
  static const uint32_t power[] = {DXGMAP_D0, DXGMAP_D3, DXGMAP_D3 + 1};
  (void)next(l, STOP, x);
  (void)next(l, ATTACH, x);
  (void)next(l, EXCLUSIVE_BEGIN, x);
  (void)next(l, EXCLUSIVE_END, x);
  (void)next(l, REMOVE, x);
  for (uint32_t k = 0; k < 3; k++) {
    next(l, POWER, x)->index = power[k];
  }
  (void)next(l, LINK, x);
  for (uint32_t k = 0; k < g->adapters; k++) {
    next(l, LINK, x)->object = g->adapter[k];
  }
}

static void pins(listing *l, uint64_t x)
{
  call *c = next(l, PIN, x);
  c->kind = DXGMAP_PIN2;
  c->bytes = PAGE;
  list_of(c, 1, 0);
  again(l)->kind = DXGMAP_PIN;
  again(l)->kind = DXGMAP_MDL;
  c = again(l);
  c->kind = DXGMAP_PIN2;
  c->caller.strict = 1;
  again(l)->caller.irql = 2;
  c = again(l);
  c->caller.irql = 0;
  c->index = 1;
  c = again(l);
  c->index = 0;
  c->bytes = 1;
  again(l)->bytes = 2 * PAGE;
  c = again(l);
  c->bytes = PAGE;
  c->pressure = 1;
  c = again(l);
  c->pressure = 0;
  list_of(c, 0, 0);
  list_of(again(l), 1, DXGMAP_PAGES);
  (void)next(l, UNPIN, x);
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
  next(l, UNPIN, x)->index = 1;
}

static void lists(listing *l, const given *g, uint64_t x)
{
  call *c = next(l, MAP_PAGES, x);
  c->kind = DXGMAP_MDL;
  list_of(c, 2, 1);
  again(l)->kind = DXGMAP_SYSTEM;
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
  c = again(l);
  c->caller.irql = 0;
  c->kind = DXGMAP_VIEW;
  c = again(l);
  c->kind = DXGMAP_SYSTEM;
  list_of(c, 0, 0);
  list_of(again(l), 1, DXGMAP_PAGES);
  list_of(again(l), 1, 1);
  for (uint32_t k = 0; k < g->mappings || k == 0; k++) {
    c = next(l, UNMAP_PAGES, x);
    c->handle = g->mapping[k];
    c->kind = DXGMAP_MDL;
    again(l)->kind = DXGMAP_SYSTEM;
  }
  again(l)->kind = DXGMAP_VIEW;
  c = again(l);
  c->kind = DXGMAP_SYSTEM;
  c->caller.strict = 1;
  again(l)->caller.irql = 2;
}

static void pointers(listing *l, uint64_t x)
{
  call *c = next(l, MAP_POINTER, x);
  c->bytes = PAGE;
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
  c = again(l);
  c->caller.irql = 0;
  c->caller.strict = 0;
  c->index = 1;
  c = again(l);
  c->index = 0;
  c->bytes = 1;
  c = again(l);
  c->bytes = PAGE;
  c->offset = PAGE;
  c = again(l);
  c->offset = 0;
  c->pressure = 1;
  (void)next(l, UNMAP_POINTER, x);
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
  next(l, UNMAP_POINTER, x)->index = 1;
  next(l, UNMAP_POINTER, x)->address = PAGE;
}

/* The memory as a view and as one of the video port, in this process or in the kernel; the port. */
static void views(listing *l, uint64_t x)
{
  call *c = next(l, MAP_VIEW, x);
  c->view = (dxgmap_view_request){
      .kind = DXGMAP_VIEW, .space = DXGMAP_MEMORY_SPACE, .user = 1, .physical = MEMORY_START, .length = PAGE};
  c = again(l);
  c->view.kind = DXGMAP_VIDEO;
  c->view.user = 0;
  c->view.at = 1;
  c = again(l);
  c->view.cache = 1;
  c->view.at = 2;
  again(l)->view.process = 2;
  c = again(l);
  c->view = (dxgmap_view_request){.kind = DXGMAP_VIEW, .space = DXGMAP_IO_SPACE, .physical = PORT_START, .length = 1};
  again(l)->caller.irql = 1;
  c = again(l);
  c->caller.irql = 0;
  c->view.length = 2;
  again(l)->view.length = 0;
  again(l)->view.space = DXGMAP_IO_SPACE + 1;
  again(l)->view.kind = DXGMAP_MDL;
  c = next(l, UNMAP_VIEW, x);
  c->kind = DXGMAP_VIEW;
  again(l)->caller.process = 2;
  again(l)->caller.irql = 1;
  c = next(l, UNMAP_VIEW, x);
  c->kind = DXGMAP_VIDEO;
  c->address = 2 * PAGE - 1;
  again(l)->process = 2;
  c = next(l, UNMAP_VIEW, x);
  c->kind = DXGMAP_VIEW;
  c->space = DXGMAP_IO_SPACE;
  c->address = PORT_START;
  again(l)->space = DXGMAP_IO_SPACE + 1;
  again(l)->kind = DXGMAP_MDL;
}

static void creates(listing *l)
{
  call *c = next(l, CREATE, 0);
  c->request = (dxgmap_object_request){.type = DXGMAP_OBJECT_SECTION, .length = 2 * PAGE};
  c = again(l);
  c->request.type = DXGMAP_OBJECT_IO_SPACE;
  c->request.bound = 1;
  again(l)->caller.irql = 2;
  c = again(l);
  c->caller.irql = 0;
  c->request.physical = 1;
  again(l)->request.length = 1;
  again(l)->request.type = DXGMAP_OBJECT_IO_SPACE + 1;
}

static void of_object(listing *l, const given *g, uint64_t o)
{
  for (uint32_t k = 0; k < g->adapters || k == 0; k++) {
    call *c = next(l, OPEN, g->adapter[k]);
    c->object = o;
    again(l)->creating = 1;
    again(l)->caller.strict = 1;
    again(l)->caller.irql = 2;
  }
  next(l, DESTROY, 0)->object = o;
  again(l)->caller.irql = 2;
  call *c = next(l, MAP_OBJECT, 0);
  c->object = o;
  c->bytes = PAGE;
  again(l)->user = 1;
  again(l)->caller.irql = 2;
  c = again(l);
  c->caller.irql = 0;
  c->user = 0;
  c->bytes = 1;
  again(l)->bytes = 3 * PAGE;
  c = again(l);
  c->bytes = PAGE;
  c->pressure = 1;
  c = next(l, UNMAP_OBJECT, 0);
  c->object = o;
  c->bytes = PAGE;
  again(l)->bytes = 2 * PAGE;
  c = again(l);
  c->bytes = PAGE;
  c->caller.process = 2;
  again(l)->address = PAGE;
  again(l)->caller.irql = 2;
}

static void of_adapter_object(listing *l, const given *g, uint64_t h)
{
  next(l, CLOSE, 0)->object = h;
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
  call *c = next(l, ALLOCATE_ADL, 0);
  c->object = h;
  c->bytes = PAGE;
  list_of(c, 1, 1);
  again(l)->contiguous = 1;
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
  c = next(l, ALLOCATE_ADL, 0);
  c->object = h;
  c->bytes = PAGE;
  list_of(c, 1, DXGMAP_PAGES);
  list_of(again(l), 0, 0);
  again(l)->pressure = 1;
  again(l)->bytes = 3 * PAGE;
  again(l)->bytes = 1;
  for (uint32_t k = 0; k < g->mappings; k++) {
    c = next(l, FREE_ADL, 0);
    c->object = h;
    c->handle = g->mapping[k];
  }
  c = next(l, FREE_ADL, 0);
  c->object = h;
  again(l)->caller.strict = 1;
  again(l)->caller.irql = 2;
}

uint32_t choices(const given *g, call out[CHOICES_MAX])
{
  listing l = {out, 0};
  starts(&l);
  bad_starts(&l);
  creates(&l);
  for (uint32_t k = 0; k < g->adapters || k == 0; k++) {
    uint64_t x = g->adapter[k]; /* 0 as long as none was given */
    switches(&l, g, x);
    pins(&l, x);
    lists(&l, g, x);
    pointers(&l, x);
    views(&l, x);
    next(&l, TRANSLATE, x)->page = 1;
    next(&l, TRANSLATE, x)->page = DXGMAP_CELLS;
  }
  for (uint32_t k = 0; k < g->mappings || k == 0; k++) {
    bool none = g->mappings == 0;
    if (none || g->by[k] == CREATE) {
      of_object(&l, g, g->mapping[k]);
    }
    if (none || g->by[k] == OPEN) {
      of_adapter_object(&l, g, g->mapping[k]);
    }
    if (none || g->by[k] == MAP_VIEW || g->by[k] == MAP_OBJECT) {
      next(&l, END_VIEW, 0)->object = g->mapping[k];
      out[l.count - 1].process = 1;
    }
  }
  return l.count;
}
