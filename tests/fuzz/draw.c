/* SPDX-License-Identifier: MIT */
#include "draw.h"

#include <stddef.h>
#include <string.h>

#define PAGE DXGMAP_PAGE_SIZE
#define MEMORY_START 0xE0000000u
#define PORT_START 0x3C0u

static const uint64_t odd_values[] = {0,
                                      1,
                                      0xFFFu,
                                      PAGE,
                                      0x7FFFFFFFu,
                                      0xFFFFF000u,
                                      0xFFFFFFFFu,
                                      0x100000000u,
                                      0x100000003u,
                                      0xFFFFFFFFFFFFFu,
                                      1ull << 52,
                                      1ull << 63,
                                      UINT64_MAX - 1,
                                      UINT64_MAX - 4095,
                                      UINT64_MAX};

void draw_seed(deck *d, uint64_t seed)
{
  memset(d, 0, sizeof *d);
  d->random = seed * 0x9E3779B97F4A7C15u + 1;
}

uint64_t draw_random(deck *d)
{
  d->random ^= d->random >> 12;
  d->random ^= d->random << 25;
  d->random ^= d->random >> 27;
  return d->random * 0x2545F4914F6CDD1Du;
}

uint32_t draw_below(deck *d, uint32_t n)
{
  return (uint32_t)((draw_random(d) >> 32) % n);
}

bool draw_percent(deck *d, uint32_t percent)
{
  return draw_below(d, 100) < percent;
}

static uint64_t odd(deck *d)
{
  return draw_percent(d, 20) ? draw_random(d) : odd_values[draw_below(d, sizeof odd_values / sizeof odd_values[0])];
}

/* ---- what to call it on ---- */

static const adapter *some_adapter(deck *d, const mirror *o)
{
  uint32_t first = draw_percent(d, 70) ? d->focus : draw_below(d, DXGMAP_ADAPTERS);
  for (uint32_t n = 0; n < DXGMAP_ADAPTERS; n++) {
    const adapter *a = &o->adapters[(first + n) % DXGMAP_ADAPTERS];
    if (a->handle != 0) {
      return a;
    }
  }
  return NULL;
}

static const mapping *some_mapping(deck *d, const adapter *a, bool (*wanted)(const mapping *))
{
  uint32_t first = draw_below(d, DXGMAP_SLOTS);
  for (uint32_t n = 0; a != NULL && n < DXGMAP_SLOTS; n++) {
    const mapping *m = &a->live[(first + n) % DXGMAP_SLOTS];
    if (m->handle != 0 && wanted(m)) {
      return m;
    }
  }
  return NULL;
}

/* An adapter whose driver uses ADLs, or NULL. */
static const adapter *some_by_adl(deck *d, const mirror *o)
{
  uint32_t first = draw_percent(d, 70) ? d->focus : draw_below(d, DXGMAP_ADAPTERS);
  for (uint32_t n = 0; n < DXGMAP_ADAPTERS; n++) {
    const adapter *a = &o->adapters[(first + n) % DXGMAP_ADAPTERS];
    if (a->handle != 0 && a->start.capability == DXGMAP_BY_ADL) {
      return a;
    }
  }
  return NULL;
}

static bool is_any(const mapping *m)
{
  return m->handle != 0;
}

static bool is_pin(const mapping *m)
{
  return m->kind == DXGMAP_PIN || m->kind == DXGMAP_PIN2;
}

static bool has_handle(const mapping *m)
{
  return (m->kind >= DXGMAP_MDL && m->kind <= DXGMAP_CONTIGUOUS) || m->kind == DXGMAP_SYSTEM;
}

static bool is_pointer(const mapping *m)
{
  return m->kind == DXGMAP_POINTER;
}

static bool is_view(const mapping *m)
{
  return m->kind == DXGMAP_VIEW || m->kind == DXGMAP_VIDEO;
}

static bool is_user_view(const mapping *m)
{
  return m->user && (m->kind == DXGMAP_VIEW || m->kind == DXGMAP_VIDEO || m->kind == DXGMAP_OBJECT_VIEW);
}

static bool is_object(const mapping *m)
{
  return m->kind == DXGMAP_OBJECT;
}

static bool is_adapter_object(const mapping *m)
{
  return m->kind == DXGMAP_ADAPTER_OBJECT;
}

static bool is_adl(const mapping *m)
{
  return m->kind == DXGMAP_ADL;
}

static bool is_object_view(const mapping *m)
{
  return m->kind == DXGMAP_OBJECT_VIEW;
}

static uint64_t wrong_adapter(deck *d, const adapter *a)
{
  const mapping *m = some_mapping(d, a, is_any);
  switch (draw_below(d, 4)) {
  case 0:
    return d->adapters[draw_below(d, STALE)];
  case 1:
    return m == NULL ? 0 : m->handle;
  case 2:
    return a == NULL ? 1 : a->handle ^ 1ull << draw_below(d, 64);
  default:
    return odd(d);
  }
}

static uint64_t wrong_handle(deck *d, const mirror *o, const mapping *m)
{
  const adapter *machine = &o->adapters[DXGMAP_MACHINE];
  const mapping *other = some_mapping(d, draw_percent(d, 70) ? some_adapter(d, o) : machine, is_any);
  switch (draw_below(d, 4)) {
  case 0:
    return d->mappings[draw_below(d, STALE)];
  case 1:
    return other == NULL ? 0 : other->handle;
  case 2:
    return m == NULL ? 1 : m->handle ^ 1ull << draw_below(d, 64);
  default:
    return odd(d);
  }
}

static uint64_t base(const mapping *m)
{
  return m->space == DXGMAP_IO_SPACE ? m->physical : (uint64_t)m->place * PAGE + m->physical % PAGE;
}

static uint64_t wrong_address(deck *d, const mirror *o)
{
  const adapter *machine = &o->adapters[DXGMAP_MACHINE];
  const mapping *m = some_mapping(d, draw_percent(d, 70) ? some_adapter(d, o) : machine, is_any);
  switch (draw_below(d, 4)) {
  case 0:
    return d->addresses[draw_below(d, STALE)];
  case 1:
    return m == NULL ? 0 : base(m);
  case 2:
    return draw_below(d, DXGMAP_WINDOW * PAGE);
  default:
    return odd(d);
  }
}

/* ---- with what ---- */

static void draw_pages(deck *d, call *c, uint32_t count)
{
  c->count = count;
  uint64_t first = draw_below(d, DXGMAP_PAGES);
  bool in_row = draw_percent(d, 30);
  for (uint32_t j = 0; j < count; j++) {
    c->pool[c->first + j] = in_row ? (first + j) % DXGMAP_PAGES : draw_below(d, DXGMAP_PAGES);
  }
  if (count > 0 && draw_percent(d, 4)) {
    c->pool[c->first + draw_below(d, count)] = DXGMAP_PAGES + odd(d) / 2;
  }
}

/* As many as so many bytes take, as a rule. */
static void draw_list(deck *d, call *c)
{
  uint64_t wanted = c->bytes / PAGE;
  draw_pages(d, c, wanted < LIST_MAX && !draw_percent(d, 4) ? (uint32_t)wanted : draw_below(d, LIST_MAX));
}

static uint64_t some_size(deck *d, uint64_t area)
{
  if (draw_percent(d, 10)) {
    return odd(d);
  }
  if (draw_percent(d, 5)) {
    return area + PAGE;
  }
  uint64_t pages = area / PAGE;
  return pages == 0 ? PAGE : (1 + draw_below(d, pages > 12 ? 12 : (uint32_t)pages)) * PAGE;
}

static uint64_t area_of(const adapter *a, uint32_t index)
{
  return a != NULL && index < a->start.chain ? a->start.save_bytes[index] : 0;
}

static uint32_t some_index(deck *d, const adapter *a)
{
  if (draw_percent(d, 4)) {
    return (uint32_t)odd(d);
  }
  return a == NULL ? 0 : draw_below(d, draw_percent(d, 5) ? a->start.chain + 1 : a->start.chain);
}

static void draw_pin(deck *d, const adapter *a, call *c)
{
  c->bytes = some_size(d, area_of(a, c->index));
  c->pressure = (uint32_t)draw_percent(d, 5);
  uint32_t first = a != NULL && a->start.capability == DXGMAP_BY_ADL ? 8 : 50; /* that it is by MDL, percent */
  if (!draw_percent(d, 5)) {
    c->kind = draw_percent(d, first) ? DXGMAP_PIN : DXGMAP_PIN2;
  }
  draw_list(d, c);
}

static void draw_map_pages(deck *d, call *c)
{
  if (!draw_percent(d, 4)) {
    c->kind = draw_percent(d, 20) ? DXGMAP_SYSTEM : DXGMAP_MDL + draw_below(d, 3);
  }
  if (draw_percent(d, 3)) {
    draw_pages(d, c, draw_below(d, LIST_MAX + 1));
  } else {
    draw_pages(d, c, draw_percent(d, 2) ? 0 : 1 + draw_below(d, d->fill ? 2 : draw_percent(d, 50) ? 3 : 14));
  }
}

static void draw_window(deck *d, uint64_t *at)
{
  *at = draw_percent(d, 4) ? odd(d) : draw_below(d, DXGMAP_WINDOW + 1);
}

static void draw_pointer(deck *d, const adapter *a, call *c)
{
  uint64_t area = area_of(a, c->index);
  c->bytes = draw_percent(d, 60) ? PAGE : some_size(d, area);
  c->offset = draw_percent(d, 6) ? odd(d) : draw_below(d, (uint32_t)(area / PAGE % 32) + 1) * (uint64_t)PAGE;
  c->slack = draw_percent(d, 4) ? (uint32_t)odd(d) : draw_below(d, 3);
  c->pressure = (uint32_t)draw_percent(d, 5);
  draw_window(d, &c->at);
}

static void draw_view(deck *d, const adapter *a, call *c)
{
  dxgmap_view_request *r = &c->view;
  r->kind = draw_percent(d, 4) ? (uint32_t)odd(d) : DXGMAP_VIEW + draw_below(d, 2);
  r->space = draw_percent(d, 70) ? DXGMAP_MEMORY_SPACE : draw_percent(d, 94) ? DXGMAP_IO_SPACE : (uint32_t)odd(d);
  r->user = (uint32_t)draw_percent(d, 40);
  r->cache = (uint32_t)draw_percent(d, 20);
  r->process = draw_percent(d, 60) ? 0 : draw_percent(d, 80) ? c->caller.process : odd(d);
  if (r->kind == DXGMAP_VIDEO) {
    r->user = r->process != 0;
  }
  r->physical = r->space == DXGMAP_MEMORY_SPACE ? MEMORY_START : PORT_START;
  r->length = 1 + draw_below(d, r->space == DXGMAP_MEMORY_SPACE ? 4 * PAGE : 4);
  if (a != NULL && a->start.resources > 0 && draw_percent(d, 97)) {
    const dxgmap_resource *s = &a->start.resource[draw_below(d, a->start.resources)];
    r->physical = s->start + draw_random(d) % (s->length + 1);
    if (draw_percent(d, 85)) {
      r->space = s->space;
    }
    if (s->space == DXGMAP_IO_SPACE) {
      r->physical = s->start + draw_below(d, 4);
    }
  }
  if (draw_percent(d, 4)) {
    r->physical = odd(d);
  }
  if (draw_percent(d, 4)) {
    r->length = odd(d);
  }
  draw_window(d, &r->at);
}

/* ---- objects ---- */

static void draw_request(deck *d, dxgmap_object_request *r)
{
  r->type = draw_percent(d, 96) ? draw_below(d, 4) : (uint32_t)odd(d);
  r->bound = (uint32_t)draw_percent(d, 40);
  r->cache = draw_below(d, 3);
  r->physical = draw_percent(d, 90) ? draw_below(d, DXGMAP_PAGES) * (uint64_t)PAGE : odd(d);
  r->length = (1 + draw_below(d, draw_percent(d, 80) ? 10 : DXGMAP_CELLS + 2)) * (uint64_t)PAGE;
  if (draw_percent(d, 4)) {
    r->length = draw_percent(d, 50) ? odd(d) : 1ull << 46;
  }
}

static void draw_open(deck *d, const mirror *o, call *c)
{
  const mapping *m = some_mapping(d, &o->adapters[DXGMAP_MACHINE], is_object);
  c->object = m == NULL || draw_percent(d, 8) ? wrong_handle(d, o, m) : m->handle;
  c->creating = m != NULL && draw_percent(d, 92) ? m->user : (uint32_t)draw_percent(d, 50);
}

static void draw_object(deck *d, const mirror *o, const adapter *a, bool (*wanted)(const mapping *), call *c)
{
  const mapping *m = some_mapping(d, a, wanted);
  c->object = m == NULL || draw_percent(d, 10) ? wrong_handle(d, o, m) : m->handle;
}

/* Some whole pages of an object, as a rule. */
static void draw_part(deck *d, const mapping *m, call *c)
{
  uint64_t length = m == NULL ? PAGE : m->length;
  c->bytes = d->fill && draw_percent(d, 80) ? PAGE : some_size(d, length);
  if (length >= c->bytes) {
    c->offset = draw_below(d, (uint32_t)((length - c->bytes) / PAGE % 64) + 1) * (uint64_t)PAGE;
  }
  if (draw_percent(d, 4)) {
    c->offset = odd(d);
  }
  if (length == 1ull << 46 && draw_percent(d, 30)) {
    c->bytes = 1ull << 45;
  }
  c->pressure = (uint32_t)draw_percent(d, 5);
}

static void draw_allocate_adl(deck *d, const mirror *o, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, a, is_adapter_object);
  c->object = m == NULL || draw_percent(d, 8) ? wrong_handle(d, o, m) : m->handle;
  c->contiguous = (uint32_t)draw_percent(d, 20);
  draw_part(d, m, c);
  draw_list(d, c);
}

static void draw_map_object(deck *d, const mirror *o, call *c)
{
  const mapping *m = some_mapping(d, &o->adapters[DXGMAP_MACHINE], is_object);
  c->object = m == NULL || draw_percent(d, 8) ? wrong_handle(d, o, m) : m->handle;
  c->user = (uint32_t)draw_percent(d, 40);
  draw_part(d, m, c);
  if (draw_percent(d, 50)) {
    c->bytes = PAGE;
  }
  c->slack = draw_percent(d, 4) ? (uint32_t)odd(d) : draw_below(d, 3);
  draw_window(d, &c->at);
}

static void draw_free_adl(deck *d, const mirror *o, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, a, is_adl);
  c->handle = m == NULL || draw_percent(d, 15) ? wrong_handle(d, o, m) : m->handle;
  if (m == NULL || draw_percent(d, 12)) {
    draw_object(d, o, a, is_adapter_object, c);
  } else {
    c->object = m->of;
  }
}

static void draw_unmap_object(deck *d, const mirror *o, call *c)
{
  const mapping *m = some_mapping(d, &o->adapters[DXGMAP_MACHINE], is_object_view);
  if (m == NULL || draw_percent(d, 12)) {
    draw_object(d, o, &o->adapters[DXGMAP_MACHINE], is_object, c);
  } else {
    c->object = m->of;
  }
  c->bytes = m == NULL || draw_percent(d, 10) ? some_size(d, 4 * PAGE) : m->length;
  if (m != NULL && m->user && draw_percent(d, 70)) {
    c->caller.process = m->process;
  }
  c->address = m == NULL || draw_percent(d, 10) ? wrong_address(d, o) : base(m);
  if (draw_percent(d, 10)) {
    c->address += draw_below(d, 3 * PAGE);
  }
}

/* ---- what to release ---- */

static void draw_unpin(deck *d, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, a, is_pin);
  if (m != NULL && draw_percent(d, 70)) {
    c->index = m->index;
  }
}

static void draw_unmap_pages(deck *d, const mirror *o, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, a, has_handle);
  c->handle = m == NULL || draw_percent(d, 25) ? wrong_handle(d, o, m) : m->handle;
  if (draw_percent(d, 6)) {
    return;
  }
  c->kind = m != NULL && draw_percent(d, 92) ? m->kind : DXGMAP_MDL + draw_below(d, 3);
}

static void draw_unmap_pointer(deck *d, const mirror *o, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, a, is_pointer);
  if (m == NULL || draw_percent(d, 15)) {
    c->address = wrong_address(d, o);
    return;
  }
  c->address = base(m) + (draw_percent(d, 15) ? draw_below(d, 3 * PAGE) : 0);
  if (!draw_percent(d, 8)) {
    c->index = m->index;
  }
}

static void draw_unmap_view(deck *d, const mirror *o, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, a, is_view);
  if (!draw_percent(d, 4)) {
    c->kind = m != NULL && draw_percent(d, 92) ? m->kind : DXGMAP_VIEW + draw_below(d, 2);
  }
  c->space = m != NULL && draw_percent(d, 95) ? m->space : draw_percent(d, 90) ? draw_below(d, 2) : (uint32_t)odd(d);
  if (m != NULL && m->user && draw_percent(d, 70)) {
    c->caller.process = m->process;
  }
  /* the process handle is an argument of the video port alone */
  if (c->kind != DXGMAP_VIEW && draw_percent(d, 40)) {
    c->process = draw_percent(d, 80) ? c->caller.process : odd(d);
  }
  if (m == NULL || draw_percent(d, 15)) {
    c->address = wrong_address(d, o);
    return;
  }
  c->address = base(m);
  if (draw_percent(d, 40)) {
    c->address += draw_random(d) % (m->length + 2);
  }
  if (draw_percent(d, 10)) {
    c->address--;
  }
}

static void draw_end_view(deck *d, const mirror *o, const adapter *a, call *c)
{
  const mapping *m = some_mapping(d, draw_percent(d, 50) ? a : &o->adapters[DXGMAP_MACHINE], is_user_view);
  c->object = m == NULL || draw_percent(d, 15) ? wrong_handle(d, o, m) : m->handle;
  c->process = m == NULL || draw_percent(d, 15) ? 1 + draw_below(d, 3) : m->process;
}

/* ---- what happens to a device ---- */

static void draw_power(deck *d, call *c)
{
  c->index = draw_percent(d, 70) ? DXGMAP_D0 : draw_percent(d, 90) ? draw_below(d, 4) : (uint32_t)odd(d);
}

static void draw_link(deck *d, const mirror *o, call *c)
{
  const adapter *lead = some_adapter(d, o);
  uint32_t first = draw_below(d, DXGMAP_ADAPTERS);
  for (uint32_t n = 0; n < DXGMAP_ADAPTERS && draw_percent(d, 90); n++) {
    const adapter *a = &o->adapters[(first + n) % DXGMAP_ADAPTERS];
    if (a->handle != 0 && a->start.linked) {
      c->adapter = a->handle;
      break;
    }
  }
  c->object = lead == NULL || draw_percent(d, 20) ? wrong_adapter(d, lead) : lead->handle;
}

/* ---- start ---- */

static void draw_resources(deck *d, dxgmap_start *s)
{
  s->resources = draw_percent(d, 5) ? 0 : 1 + draw_below(d, 4);
  for (uint32_t k = 0; k < s->resources; k++) {
    dxgmap_resource *r = &s->resource[k];
    r->space = draw_below(d, 2);
    r->start = r->space == DXGMAP_MEMORY_SPACE ? MEMORY_START + draw_below(d, 8) * (uint64_t)0x10000 + draw_below(d, 2)
                                               : PORT_START + draw_below(d, 64);
    r->length = r->space == DXGMAP_MEMORY_SPACE ? 1 + draw_below(d, 16 * PAGE) : 1 + draw_below(d, 8);
    if (draw_percent(d, 5)) {
      r->start = UINT64_MAX - r->length;
    }
  }
}

static void spoil_start(deck *d, dxgmap_start *s)
{
  switch (draw_below(d, 11)) {
  case 0:
    s->chain = draw_percent(d, 50) ? 0 : DXGMAP_CHAIN + 1 + draw_below(d, 3);
    break;
  case 1:
    s->save_bytes[draw_below(d, s->chain)] = odd(d);
    break;
  case 2:
    s->resources = DXGMAP_RESOURCES + 1 + (uint32_t)(odd(d) % 5);
    break;
  case 3:
    s->resource[draw_below(d, 3)].length = odd(d);
    break;
  case 4:
    s->resource[draw_below(d, 3)].space = (uint32_t)odd(d);
    break;
  case 5:
    s->highest_visible = s->installed_pages * PAGE - 1 - draw_below(d, 2);
    break;
  case 6:
    s->installed_pages = odd(d);
    break;
  case 7:
    s->commit_limit = draw_below(d, 60);
    break;
  case 8:
    if (draw_percent(d, 50)) {
      s->mode = draw_percent(d, 50) ? DXGMAP_REMAPPING + 1 : (uint32_t)odd(d);
    } else {
      s->capability = draw_percent(d, 50) ? DXGMAP_BY_MDL : (uint32_t)odd(d);
    }
    break;
  case 9:
    s->quarantine = draw_percent(d, 50) ? DXGMAP_QUARANTINE + 1 : (uint32_t)odd(d);
    break;
  default:
    s->chain = DXGMAP_CHAIN;
    for (uint32_t k = 0; k < DXGMAP_CHAIN; k++) {
      s->save_bytes[k] = UINT64_MAX - (PAGE - 1);
    }
  }
}

static void draw_start(deck *d, dxgmap_start *s)
{
  s->chain = draw_percent(d, 90) ? 1 + draw_below(d, 3) : DXGMAP_CHAIN;
  for (uint32_t k = 0; k < s->chain; k++) {
    s->save_bytes[k] = draw_percent(d, 20) ? 0 : draw_below(d, 20) * (uint64_t)PAGE;
  }
  s->linked = (uint32_t)draw_percent(d, 12);
  if (s->linked && draw_percent(d, 85)) {
    memset(s->save_bytes, 0, sizeof s->save_bytes);
  }
  s->commit_limit = 1500;
  if (draw_percent(d, 5)) {
    s->save_bytes[0] = draw_percent(d, 50) ? 1ull << 33 : 1ull << 45;
    s->commit_limit = UINT64_MAX;
  }
  s->installed_pages = DXGMAP_PAGES;
  s->highest_visible = draw_percent(d, 50) ? UINT64_MAX : DXGMAP_PAGES * PAGE - 1;
  s->mode = draw_percent(d, 50) ? DXGMAP_REMAPPING : DXGMAP_IDENTITY;
  s->capability = s->mode == DXGMAP_REMAPPING || draw_percent(d, 35) ? DXGMAP_BY_ADL : DXGMAP_BY_MDL;
  s->quarantine = draw_below(d, DXGMAP_QUARANTINE + 1);
  if (s->mode == DXGMAP_REMAPPING && draw_percent(d, 40)) {
    s->highest_visible = draw_below(d, DXGMAP_CELLS + 1) * (uint64_t)PAGE + draw_below(d, 2) * (PAGE - 1);
    if (draw_percent(d, 10)) {
      s->highest_visible = odd(d);
    }
  }
  draw_resources(d, s);
  if (draw_percent(d, 40)) {
    spoil_start(d, s);
  }
}

/* ---- one call ---- */

static enum operation some_operation(deck *d)
{
  static const unsigned char weight[OPERATIONS] = {
      [START] = 8,         [STOP] = 1,          [ATTACH] = 3,        [EXCLUSIVE_BEGIN] = 1,
      [EXCLUSIVE_END] = 5, [PIN] = 14,          [UNPIN] = 9,         [MAP_PAGES] = 22,
      [UNMAP_PAGES] = 16,  [MAP_POINTER] = 12,  [UNMAP_POINTER] = 9, [MAP_VIEW] = 18,
      [UNMAP_VIEW] = 12,   [CREATE] = 6,        [OPEN] = 9,          [CLOSE] = 8,
      [DESTROY] = 12,      [ALLOCATE_ADL] = 12, [FREE_ADL] = 9,      [MAP_OBJECT] = 10,
      [UNMAP_OBJECT] = 12, [POWER] = 6,         [REMOVE] = 1,        [LINK] = 3,
      [END_VIEW] = 4,      [TRANSLATE] = 6,     [LIVE] = 2,          [UNKNOWN] = 1};
  uint32_t sum = 0;
  for (uint32_t k = 0; k < OPERATIONS; k++) {
    sum += weight[k];
  }
  uint32_t at = draw_below(d, sum);
  uint32_t k = 0;
  while (at >= weight[k]) {
    at -= weight[k++];
  }
  return (enum operation)k;
}

static void next_phase(deck *d)
{
  d->phase = 100 + draw_below(d, 300);
  d->focus = draw_below(d, DXGMAP_ADAPTERS);
  d->fill = draw_percent(d, 50);
}

static bool releases(enum operation operation)
{
  return operation == STOP || operation == UNPIN || operation == UNMAP_PAGES || operation == UNMAP_POINTER ||
         operation == UNMAP_VIEW || operation == CLOSE || operation == DESTROY || operation == FREE_ADL ||
         operation == UNMAP_OBJECT || operation == REMOVE || operation == END_VIEW;
}

/* To a driver that uses ADLs pages come by those: what would be refused for its capability is one, as a rule. */
static enum operation as_capable(deck *d, const adapter *a, enum operation operation)
{
  if (a == NULL || a->start.capability != DXGMAP_BY_ADL || draw_percent(d, 10)) {
    return operation;
  }
  if (operation == MAP_PAGES) {
    return ALLOCATE_ADL;
  }
  return operation == UNMAP_PAGES ? FREE_ADL : operation;
}

/* Now and then the pool does not hold the list. */
static void draw_pool(deck *d, call *c)
{
  c->pool_size = c->first + c->count;
  if (!c->by_step || !draw_percent(d, 3)) {
    return;
  }
  if (draw_percent(d, 50)) {
    c->pool_size = draw_below(d, (uint32_t)c->pool_size + 1);
  } else {
    c->first = odd(d);
  }
}

static void draw_object_arguments(deck *d, const mirror *o, const adapter *a, call *c)
{
  switch (c->operation) {
  case CREATE:
    draw_request(d, &c->request);
    break;
  case OPEN:
    draw_open(d, o, c);
    break;
  case CLOSE:
    draw_object(d, o, a, is_adapter_object, c);
    break;
  case DESTROY:
    draw_object(d, o, &o->adapters[DXGMAP_MACHINE], is_object, c);
    break;
  case ALLOCATE_ADL:
    draw_allocate_adl(d, o, a, c);
    break;
  case FREE_ADL:
    draw_free_adl(d, o, a, c);
    break;
  case MAP_OBJECT:
    draw_map_object(d, o, c);
    break;
  default:
    draw_unmap_object(d, o, c);
  }
}

static void draw_arguments(deck *d, const mirror *o, const adapter *a, call *c)
{
  if (c->operation >= CREATE && c->operation <= UNMAP_OBJECT) {
    draw_object_arguments(d, o, a, c);
    return;
  }
  switch (c->operation) {
  case START:
    draw_start(d, &c->start);
    break;
  case PIN:
    draw_pin(d, a, c);
    break;
  case UNPIN:
    draw_unpin(d, a, c);
    break;
  case MAP_PAGES:
    draw_map_pages(d, c);
    break;
  case UNMAP_PAGES:
    draw_unmap_pages(d, o, a, c);
    break;
  case MAP_POINTER:
    draw_pointer(d, a, c);
    break;
  case UNMAP_POINTER:
    draw_unmap_pointer(d, o, a, c);
    break;
  case MAP_VIEW:
    draw_view(d, a, c);
    break;
  case UNMAP_VIEW:
    draw_unmap_view(d, o, a, c);
    break;
  case POWER:
    draw_power(d, c);
    break;
  case LINK:
    draw_link(d, o, c);
    break;
  case END_VIEW:
    draw_end_view(d, o, a, c);
    break;
  default:
    break;
  }
}

static enum operation next_operation(deck *d, const adapter *a)
{
  if (d->phase-- == 0) {
    next_phase(d);
  }
  enum operation operation = some_operation(d);
  if (d->fill && releases(operation) && draw_percent(d, 80)) {
    operation = some_operation(d);
  }
  return as_capable(d, a, operation);
}

void draw_call(deck *d, const mirror *o, call *c)
{
  const adapter *a = some_adapter(d, o);
  memset(c, 0, sizeof *c);
  c->operation = next_operation(d, a);
  if (c->operation >= OPEN && c->operation <= UNMAP_OBJECT && !draw_percent(d, 4)) {
    const adapter *remapping = some_by_adl(d, o);
    if (remapping != NULL) {
      a = remapping;
    }
  }
  c->by_step = c->operation == UNKNOWN || draw_percent(d, 50);
  c->caller.irql = draw_percent(d, 92) ? 0 : draw_below(d, 4);
  c->caller.process = 1 + draw_below(d, 3);
  c->caller.strict = (uint32_t)draw_percent(d, 60);
  c->adapter = a == NULL || draw_percent(d, 6) ? wrong_adapter(d, a) : a->handle;
  c->index = some_index(d, a);
  c->kind = draw_percent(d, 90) ? draw_below(d, DXGMAP_SYSTEM + 2) : (uint32_t)odd(d);
  c->page = draw_percent(d, 95) ? draw_below(d, LOGICAL_MAX) : odd(d);
  c->cursor = draw_percent(d, 95) ? draw_below(d, DXGMAP_SLOTS + 1) : (uint32_t)odd(d);
  c->unknown = draw_percent(d, 50) ? DXGMAP_OPS : DXGMAP_OPS + (uint32_t)(odd(d) % 0xFFFFFFu);
  c->first = draw_below(d, POOL_MAX - LIST_MAX + 1);
  draw_arguments(d, o, a, c);
  draw_pool(d, c);
}

void draw_stopped(deck *d, uint64_t handle)
{
  d->adapters[d->stale_adapters++ % STALE] = handle;
}

void draw_released(deck *d, const mapping *m)
{
  d->mappings[d->stale_mappings % STALE] = m->handle;
  d->addresses[d->stale_mappings++ % STALE] = base(m);
}
