/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <stdlib.h>
#include <string.h>

/* Physical memory objects, their adapter objects, ADLs and views. */

/* Which adapter has the memory among its resources; ADAPTERS: none. */
static uint32_t owner_of(const check *c, uint64_t physical, uint64_t bytes)
{
  for (uint32_t k = 0; k < ADAPTERS; k++) {
    const dxgmap_start *s = &c->m.adapter[k].start;
    for (uint32_t i = 0; c->m.adapter[k].started && i < s->resources; i++) {
      const dxgmap_resource *r = &s->resource[i];
      if (r->space == DXGMAP_MEMORY_SPACE && physical >= r->start && physical - r->start < r->length &&
          bytes <= r->length - (physical - r->start)) {
        return k;
      }
    }
  }
  return ADAPTERS;
}

static uint64_t lead_of(const check *c, uint64_t model)
{
  dxgmap_outcome lead = dxgmap_op_lead(c->m.state, model);
  return lead.status == DXGMAP_OK ? lead.handle : model;
}

static uint32_t place_of(const check *c, uint64_t model)
{
  uint32_t k = 0;
  while (k < ADAPTERS && !(c->m.adapter[k].started && c->m.adapter[k].model == model)) {
    k++;
  }
  return k;
}

static void made(check *c, const trace_line *line, const dxgmap_object_request *r, uint64_t object, uint64_t opened,
                 uint32_t ending, uint32_t k)
{
  life *l = machine_born(&c->m, line, DXGMAP_MAPPING_OBJECT, object);
  l->adapter = ADAPTERS;
  l->ending = (uint8_t)ending;
  l->physical = r->physical;
  l->bytes = r->length;
  l->pages = r->length / PAGE_SIZE;
  machine_name(&c->m, l, NAME_OBJECT, trace_number(line->out, "hPhysicalMemoryObject", 0));
  if (opened != 0) {
    life *o = machine_born(&c->m, line, DXGMAP_MAPPING_ADAPTER_OBJECT, opened);
    o->adapter = (uint8_t)k;
    o->parent = l;
    o->bytes = r->length;
    machine_name(&c->m, o, NAME_OPENED, trace_number(line->out, "hAdapterMemoryObject", 0));
  }
}

static uint32_t create(check *c, const trace_line *line)
{
  dxgmap_object_request r;
  uint64_t size = trace_in(line, "Size");
  dxgmap_caller who = judge_caller(c, line);
  if (!line->has_in || trace_in(line, "Type") > DXGMAP_OBJECT_IO_SPACE ||
      trace_in(line, "CacheType") > DXGK_MEMORY_CACHING_TYPE_WRITE_COMBINED) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  memset(&r, 0, sizeof(r));
  r.type = (uint32_t)trace_in(line, "Type");
  bool io = r.type == DXGMAP_OBJECT_IO_SPACE;
  r.bound = trace_in(line, "hAdapter") != 0;
  r.cache = (uint32_t)trace_in(line, "CacheType");
  r.physical = io ? trace_in(line, "BaseAddress") : 0;
  r.length = ROUND_TO_PAGES(size);
  uint64_t adapter = lead_of(c, machine_model(&c->m, trace_in(line, "hAdapter")));
  uint32_t k = place_of(c, adapter);
  uint32_t cause = r.bound ? dxgmap_create_bound_admit(c->m.state, who, r, adapter) : dxgmap_create_admit(who, r);
  uint32_t ending = io ? owner_of(c, r.physical, size) : k;
  if (cause == DXGMAP_OK && io && ending == ADAPTERS) {
    cause = DXGMAP_CAUSE_NOT_OWNED;
  }
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  if (!r.bound) {
    dxgmap_outcome o = dxgmap_op_create(c->m.state, who, r);
    if (o.status == DXGMAP_OK) {
      made(c, line, &r, o.handle, 0, ending, k);
    }
    return o.status;
  }
  dxgmap_bound b = dxgmap_op_create_bound(c->m.state, who, r, adapter);
  if (b.status == DXGMAP_OK) {
    made(c, line, &r, b.object, b.opened, ending, k);
  }
  return b.status;
}

static uint32_t open_object(check *c, const trace_line *line)
{
  dxgmap_caller who = judge_caller(c, line);
  uint64_t adapter = lead_of(c, machine_model(&c->m, trace_in(line, "hAdapter")));
  uint64_t object = machine_handle(&c->m, NAME_OBJECT, trace_in(line, "hPhysicalMemoryObject"));
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_open_admit(c->m.state, who, object, adapter, 0);
  life *parent = machine_of_model(&c->m, object);
  uint32_t k = place_of(c, adapter);
  if (cause == DXGMAP_OK && parent != NULL && parent->ending != ADAPTERS &&
      lead_of(c, c->m.adapter[parent->ending].model) != adapter) {
    cause = DXGMAP_CAUSE_NOT_OWNED;
  }
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  dxgmap_outcome o = dxgmap_op_open(c->m.state, who, object, adapter, 0);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, DXGMAP_MAPPING_ADAPTER_OBJECT, o.handle);
    l->adapter = (uint8_t)k;
    l->parent = parent;
    l->bytes = parent != NULL ? parent->bytes : 0;
    machine_name(&c->m, l, NAME_OPENED, trace_number(line->out, "hAdapterMemoryObject", 0));
  }
  return o.status;
}

static uint32_t close_object(check *c, const trace_line *line)
{
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_outcome o = dxgmap_op_close(c->m.state, judge_caller(c, line),
                                     machine_handle(&c->m, NAME_OPENED, trace_in(line, "hAdapterMemoryObject")));
  return judge_released(c, line, o);
}

static uint32_t destroy(check *c, const trace_line *line)
{
  uint64_t object = machine_handle(&c->m, NAME_OBJECT, trace_in(line, "hPhysicalMemoryObject"));
  dxgmap_caller who = judge_caller(c, line);
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (trace_in(line, "hAdapterMemoryObject") == 0) {
    dxgmap_outcome o = dxgmap_op_destroy(c->m.state, who, object);
    if (o.status == DXGMAP_OK) {
      judge_release(c, line, machine_of_model(&c->m, object));
    }
    return o.status;
  }
  uint64_t opened = machine_handle(&c->m, NAME_OPENED, trace_in(line, "hAdapterMemoryObject"));
  uint32_t cause = dxgmap_op_destroy_bound(c->m.state, who, object, opened);
  if (cause == DXGMAP_OK) {
    judge_release(c, line, machine_of_model(&c->m, opened));
    judge_release(c, line, machine_of_model(&c->m, object));
  }
  return cause;
}

static uint32_t allocate_adl(check *c, const trace_line *line)
{
  uint64_t flags = trace_in(line, "Flags"), offset = trace_in(line, "Offset"), bytes = trace_in(line, "Size");
  uint64_t opened = machine_handle(&c->m, NAME_OPENED, trace_in(line, "hAdapterMemoryObject"));
  dxgmap_caller who = judge_caller(c, line);
  if (!line->has_in || (flags & ~(uint64_t)3) != 0) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_adl_admit(c->m.state, who, opened, offset, bytes, (uint32_t)(flags & 1));
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  life *parent = machine_of_model(&c->m, opened);
  const cJSON *adl = cJSON_GetObjectItemCaseSensitive(line->out, "pAdl");
  uint64_t count = bytes / PAGE_SIZE;
  judge_pages(c, line, adl, count, "ADL-5");
  if ((flags & 1) != 0 && trace_has(adl, "contiguous") && trace_number(adl, "contiguous", 0) == 0) {
    judge_differ(c, line, "the ADL is not contiguous, though it had to be (ADL-6)");
  }
  uint64_t *logical = judge_logical(c, parent->adapter, count);
  dxgmap_outcome o = dxgmap_op_allocate_adl(c->m.state, who, opened, offset, bytes, (uint32_t)(flags & 1), c->m.page,
                                            (uint32_t)count, 0);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, DXGMAP_MAPPING_ADL, o.handle);
    l->adapter = parent->adapter;
    l->parent = parent;
    l->physical = offset;
    l->bytes = bytes;
    l->pages = count;
    machine_list(&c->m, l, trace_number(adl, "at", 0));
    if (logical != NULL) {
      machine_logical(&c->m, l, logical, count);
    }
  }
  free(logical);
  return o.status;
}

static uint32_t free_adl(check *c, const trace_line *line)
{
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_outcome o = dxgmap_op_free_adl(c->m.state, judge_caller(c, line),
                                        machine_handle(&c->m, NAME_OPENED, trace_in(line, "hAdapterMemoryObject")),
                                        machine_handle(&c->m, NAME_LIST, trace_in(line, "pAdl")));
  return judge_released(c, line, o);
}

static uint32_t map_object(check *c, const trace_line *line)
{
  const uint64_t end = UINT64_MAX - (PAGE_SIZE - 1);
  uint64_t offset = trace_in(line, "Offset"), size = trace_in(line, "Size"), user = trace_in(line, "AccessMode");
  uint64_t object = machine_handle(&c->m, NAME_OBJECT, trace_in(line, "hPhysicalMemoryObject"));
  dxgmap_caller who = judge_caller(c, line);
  if (!line->has_in || user > DXGK_ACCESS_MODE_USER_MODE) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t first = offset - offset % PAGE_SIZE;
  uint64_t bytes = 0;
  if (size > 0 && offset <= end && size <= end - offset) {
    bytes = ROUND_TO_PAGES(offset + size) - first;
  }
  uint32_t cause = dxgmap_object_view_admit(c->m.state, who, object, (uint32_t)user, first, bytes);
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  uint32_t slack = judge_slack(line);
  uint32_t at = machine_claim(&c->m, ADAPTERS, slack + bytes / PAGE_SIZE);
  dxgmap_outcome o = dxgmap_op_map_object(c->m.state, who, object, (uint32_t)user, first, bytes, at, slack, 0);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, DXGMAP_MAPPING_OBJECT_VIEW, o.handle);
    life *parent = machine_of_model(&c->m, object);
    l->adapter = ADAPTERS;
    l->parent = parent;
    l->ending = parent != NULL ? parent->ending : ADAPTERS;
    l->physical = first;
    l->bytes = bytes;
    machine_show_data(&c->m, l, at, slack, trace_number(line->out, "pMappedAddress", 0));
  }
  return o.status;
}

static uint32_t unmap_object(check *c, const trace_line *line)
{
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t base = trace_in(line, "pBaseAddress");
  const life *view = machine_at(&c->m, base);
  uint64_t slack = view != NULL ? view->slack * (uint64_t)PAGE_SIZE : 0;
  dxgmap_outcome o = dxgmap_op_unmap_object(c->m.state, judge_caller(c, line),
                                            machine_handle(&c->m, NAME_OBJECT, trace_in(line, "hPhysicalMemoryObject")),
                                            machine_offset(&c->m, ADAPTERS, base), trace_in(line, "Size") - slack);
  return judge_released(c, line, o);
}

uint32_t judge_object(check *c, const trace_line *line)
{
  switch (line->operation) {
  case DXGMAP_OPERATION_CREATE_OBJECT:
    return create(c, line);
  case DXGMAP_OPERATION_DESTROY_OBJECT:
    return destroy(c, line);
  case DXGMAP_OPERATION_OPEN_OBJECT:
    return open_object(c, line);
  case DXGMAP_OPERATION_CLOSE_OBJECT:
    return close_object(c, line);
  case DXGMAP_OPERATION_ALLOCATE_ADL:
    return allocate_adl(c, line);
  case DXGMAP_OPERATION_FREE_ADL:
    return free_adl(c, line);
  case DXGMAP_OPERATION_MAP_OBJECT:
    return map_object(c, line);
  case DXGMAP_OPERATION_UNMAP_OBJECT:
    return unmap_object(c, line);
  default:
    return NOT_JUDGED;
  }
}
