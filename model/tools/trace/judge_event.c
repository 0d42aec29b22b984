/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <stdlib.h>
#include <string.h>

/* What happens to adapters and processes, and the system's own mappings. */

/* ---- Start ---- */

/* A machine that does not say how large its save areas are has large ones. */
#define SAVE_UNKNOWN ((uint64_t)1 << 36)

static void start_saves(const check *c, const trace_line *line, dxgmap_start *s)
{
  const cJSON *saves = cJSON_GetObjectItemCaseSensitive(line->in, "save_bytes");
  uint32_t i = 0;
  for (const cJSON *item = cJSON_IsArray(saves) ? saves->child : NULL; item != NULL && i < DXGMAP_CHAIN;
       item = item->next, i++) {
    s->save_bytes[i] = cJSON_IsNumber(item) && item->valuedouble >= 0 ? (uint64_t)item->valuedouble : 0;
  }
  for (i = 0; saves == NULL && s->linked == 0 && i < s->chain && i < DXGMAP_CHAIN; i++) {
    s->save_bytes[i] = SAVE_UNKNOWN;
  }
  s->commit_limit = saves != NULL ? c->m.commit : UINT64_MAX;
}

static void start_resources(const trace_line *line, dxgmap_start *s)
{
  const cJSON *list = cJSON_GetObjectItemCaseSensitive(line->in, "resources");
  if (list == NULL) {
    s->resources = 2;
    s->resource[0] = (dxgmap_resource){DXGMAP_MEMORY_SPACE, 0, UINT64_MAX};
    s->resource[1] = (dxgmap_resource){DXGMAP_IO_SPACE, 0, 65536};
    return;
  }
  for (const cJSON *item = cJSON_IsArray(list) ? list->child : NULL; item != NULL; item = item->next) {
    if (s->resources < DXGMAP_RESOURCES) {
      s->resource[s->resources] =
          (dxgmap_resource){trace_is(item, "space", "ports") ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE,
                            trace_number(item, "start", 0), trace_number(item, "length", 0)};
    }
    s->resources += 1;
  }
}

static void start_of(const check *c, const trace_line *line, dxgmap_start *s)
{
  memset(s, 0, sizeof(*s));
  bool adl = trace_is(line->in, "capability", "adl");
  bool remapping = trace_is(line->in, "mode", "remapping") || (adl && !trace_has(line->in, "mode"));
  s->mode = remapping ? DXGMAP_REMAPPING : DXGMAP_IDENTITY;
  s->capability = adl || (remapping && !trace_is(line->in, "capability", "mdl")) ? DXGMAP_BY_ADL : DXGMAP_BY_MDL;
  s->linked = (uint32_t)trace_in(line, "linked");
  s->chain = (uint32_t)trace_number(line->in, "physical_adapters", s->linked != 0 ? 1 : DXGMAP_CHAIN);
  s->installed_pages = c->m.installed;
  s->highest_visible = trace_number(line->in, "highest_visible_address", UINT64_MAX);
  start_saves(c, line, s);
  start_resources(line, s);
}

static uint32_t start(check *c, const trace_line *line)
{
  dxgmap_start s;
  if (trace_failed(line)) {
    return NOT_JUDGED; /* what the machine has refused, no driver has seen */
  }
  start_of(c, line, &s);
  dxgmap_outcome o = dxgmap_op_start(c->m.state, &s);
  uint32_t k = 0;
  while (k < ADAPTERS && c->m.adapter[k].started) {
    k++;
  }
  if (o.status == DXGMAP_OK && k < ADAPTERS) {
    c->m.adapter[k] = (started_adapter){true, line->adapter, o.handle, s.mode, s};
  }
  return o.status;
}

/* ---- Stop ---- */

static int by_line(const void *a, const void *b)
{
  const life *const *x = a, *const *y = b;
  return (*x)->line < (*y)->line ? -1 : (*x)->line > (*y)->line;
}

static bool ends_here(const life *l, uint32_t k)
{
  bool object = l->kind == DXGMAP_MAPPING_OBJECT || l->kind == DXGMAP_MAPPING_OBJECT_VIEW;
  return object ? l->ending == k : l->adapter == k && k < ADAPTERS;
}

static void leak(check *c, const trace_line *line, const life *l)
{
  bool own = l->kind == DXGMAP_MAPPING_SYSTEM || l->kind == DXGMAP_MAPPING_VIDEO; /* Dxgkrnl's, or kept for life */
  if (l->model != 0 && !own) {
    judge_find(c, line, DXGMAP_CAUSE_LEAK, l, "");
    if (l->changed) {
      judge_find(c, line, DXGMAP_CAUSE_MDL_CHANGED, l, "");
    }
  }
}

/* In the core: the views and the objects that end with an adapter, when nobody has them open any more. */
static void end_objects(check *c, life *const *all, uint64_t count)
{
  for (int objects = 0; objects < 2; objects++) {
    for (uint64_t i = 0; i < count; i++) {
      const life *l = all[i];
      if (objects == 0 && l->kind == DXGMAP_MAPPING_OBJECT_VIEW && l->model != 0 && l->parent != NULL) {
        uint64_t at = (uint64_t)l->at * PAGE_SIZE;
        dxgmap_live live = dxgmap_op_live_object(c->m.state, 0);
        uint64_t process = 0;
        for (uint32_t cursor = 1; live.status == DXGMAP_OK && live.handle != l->model; cursor++) {
          live = dxgmap_op_live_object(c->m.state, cursor);
        }
        process = live.status == DXGMAP_OK ? live.descriptor.process : 0;
        dxgmap_caller owner = {DXGMAP_PASSIVE_LEVEL, process, 0};
        (void)dxgmap_op_unmap_object(c->m.state, owner, l->parent->model, at, l->bytes);
      } else if (objects == 1 && l->kind == DXGMAP_MAPPING_OBJECT && l->model != 0) {
        dxgmap_caller anybody = {DXGMAP_PASSIVE_LEVEL, 0, 0};
        (void)dxgmap_op_destroy(c->m.state, anybody, l->model);
      }
    }
  }
}

/* Everything that lives on adapter k, or with it; k is ADAPTERS for objects that are left at the end. */
static void end_all(check *c, const trace_line *line, uint32_t k, uint64_t model)
{
  uint64_t count = 0;
  life **all = take((size_t)(c->m.live + 1) * sizeof(life *));
  for (life *l = c->m.lives; l != NULL; l = l->next) {
    if (ends_here(l, k)) {
      all[count++] = l;
    }
  }
  qsort(all, count, sizeof(all[0]), by_line);
  for (uint64_t i = 0; i < count; i++) {
    leak(c, line, all[i]);
  }
  if (k < ADAPTERS) {
    (void)dxgmap_op_stop(c->m.state, model);
  }
  end_objects(c, all, count);
  for (uint64_t i = 0; i < count; i++) {
    all[i]->changed = false;
    judge_release(c, line, all[i]);
  }
  free(all);
}

static uint32_t stop(check *c, const trace_line *line)
{
  uint32_t k = machine_adapter(&c->m, line->adapter);
  if (k == ADAPTERS) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  end_all(c, line, k, c->m.adapter[k].model);
  machine_stop(&c->m, k);
  return DXGMAP_CAUSE_NONE;
}

/* ---- The rest ---- */

static uint32_t process_end(check *c, const trace_line *line)
{
  uint64_t process = trace_in(line, "ended");
  for (uint64_t view = dxgmap_op_process_view(c->m.state, process); view != 0;
       view = dxgmap_op_process_view(c->m.state, process)) {
    life *l = machine_of_model(&c->m, view);
    (void)dxgmap_op_end_view(c->m.state, view, process);
    if (l != NULL) {
      judge_find(c, line, DXGMAP_CAUSE_VIEW_ENDED, l, "the view was not unmapped before the process ended");
      judge_release(c, line, l);
    }
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t system_map(check *c, const trace_line *line)
{
  static const dxgmap_caller dxgkrnl = {DXGMAP_PASSIVE_LEVEL, 4, 0};
  uint64_t model = machine_model(&c->m, line->adapter);
  uint32_t k = machine_adapter(&c->m, line->adapter);
  if (trace_failed(line)) {
    return NOT_JUDGED;
  }
  const cJSON *adl = cJSON_GetObjectItemCaseSensitive(line->out, "adl");
  uint64_t count = trace_pages(adl, NULL, 0);
  count = count != UINT64_MAX ? count : BYTES_TO_PAGES(trace_in(line, "bytes"));
  judge_pages(c, line, adl, count, "SYSTEM-1");
  uint64_t *logical = judge_logical(c, k, count);
  dxgmap_outcome o = dxgmap_op_map_pages(c->m.state, dxgkrnl, model, DXGMAP_SYSTEM, c->m.page, (uint32_t)count);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, DXGMAP_MAPPING_SYSTEM, o.handle);
    l->pages = count;
    machine_name(&c->m, l, NAME_HANDLE, trace_number(line->out, "mapping", 0));
    if (logical != NULL) {
      machine_logical(&c->m, l, logical, count);
    }
  }
  free(logical);
  return o.status;
}

static uint32_t system_unmap(check *c, const trace_line *line)
{
  static const dxgmap_caller dxgkrnl = {DXGMAP_PASSIVE_LEVEL, 4, 0};
  dxgmap_outcome o = dxgmap_op_unmap_pages(c->m.state, dxgkrnl, machine_model(&c->m, line->adapter), DXGMAP_SYSTEM,
                                           machine_handle(&c->m, NAME_HANDLE, trace_in(line, "mapping")));
  return judge_released(c, line, o);
}

static void open_system(check *c, const trace_line *line)
{
  machine_reset(&c->m);
  c->m.installed = trace_number(line->root, "installed_pages", DXGMAP_PAGES);
  c->m.commit = trace_number(line->root, "commit_pages", UINT64_MAX);
  c->m.strict_irql = trace_number(line->root, "strict_irql", 0) != 0;
  c->m.strict_exclusive = trace_number(line->root, "strict_exclusive", 0) != 0;
}

uint32_t judge_event(check *c, const trace_line *line)
{
  uint64_t model = machine_model(&c->m, line->adapter);
  switch (line->operation) {
  case DXGMAP_OPERATION_OPEN:
    check_end(c, line);
    open_system(c, line);
    return DXGMAP_CAUSE_NONE;
  case DXGMAP_OPERATION_CLOSE:
    for (uint32_t k = 0; k <= ADAPTERS; k++) {
      if (k == ADAPTERS || c->m.adapter[k].started) {
        end_all(c, line, k, c->m.adapter[k].model);
      }
    }
    return DXGMAP_CAUSE_NONE;
  case DXGMAP_OPERATION_START:
    return start(c, line);
  case DXGMAP_OPERATION_STOP:
    return stop(c, line);
  case DXGMAP_OPERATION_ATTACH:
    return dxgmap_op_attach(c->m.state, model);
  case DXGMAP_OPERATION_EXCLUSIVE_BEGIN:
    return dxgmap_op_exclusive_begin(c->m.state, model);
  case DXGMAP_OPERATION_EXCLUSIVE_END:
    return dxgmap_op_exclusive_end(c->m.state, model);
  case DXGMAP_OPERATION_POWER:
    return dxgmap_op_power(c->m.state, model, (uint32_t)trace_in(line, "state"));
  case DXGMAP_OPERATION_REMOVE:
    return dxgmap_op_remove(c->m.state, model);
  case DXGMAP_OPERATION_LINK:
    return trace_failed(line) ? NOT_JUDGED
                              : dxgmap_op_link(c->m.state, model, machine_model(&c->m, trace_in(line, "lead")));
  case DXGMAP_OPERATION_PROCESS_END:
    return process_end(c, line);
  case DXGMAP_OPERATION_SYSTEM_MAP:
    return system_map(c, line);
  case DXGMAP_OPERATION_SYSTEM_UNMAP:
    return system_unmap(c, line);
  default:
    return NOT_JUDGED;
  }
}

/* ---- The device ---- */

/* The domain of a device of a chain is its lead's; whether it may reach memory at all is its own matter. */
static uint32_t domain_of(const check *c, uint64_t *model)
{
  dxgmap_outcome lead = dxgmap_op_lead(c->m.state, *model);
  if (lead.status != DXGMAP_OK || lead.handle == *model) {
    return lead.status == DXGMAP_NOT_LEAD ? DXGMAP_CAUSE_NOT_LEAD : DXGMAP_CAUSE_NONE;
  }
  uint32_t own = dxgmap_op_translate(c->m.state, *model, 0).status;
  *model = lead.handle;
  return own == DXGMAP_OK || own == DXGMAP_BYPASS || own == DXGMAP_BLOCKED ? DXGMAP_CAUSE_NONE : own;
}

uint32_t judge_device(check *c, const trace_line *line)
{
  uint64_t model = machine_model(&c->m, line->adapter);
  uint64_t own = model, logical = trace_in(line, "logical"), length = trace_in(line, "length");
  uint32_t cause = domain_of(c, &model);
  uint32_t k = 0;
  while (k < ADAPTERS && c->m.adapter[k].model != model) {
    k++;
  }
  if (length > UINT64_MAX - logical) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  for (uint64_t page = logical / PAGE_SIZE; cause == DXGMAP_CAUSE_NONE && length > 0; page++) {
    uint64_t there = machine_page(&c->m, k, page);
    uint32_t status = dxgmap_op_translate(c->m.state, model, there == NOWHERE ? 0 : there).status;
    bool lead_alone = own != model && (status == DXGMAP_ASLEEP || status == DXGMAP_REMOVED);
    cause = status == DXGMAP_OK || status == DXGMAP_BYPASS || lead_alone ? (uint32_t)DXGMAP_CAUSE_NONE : status;
    if (page == (logical + (length - 1)) / PAGE_SIZE) {
      break;
    }
  }
  return cause;
}
