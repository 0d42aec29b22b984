/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <stdlib.h>

/* Pins of the save areas, MDLs that are mapped to the IOMMU, and the two allocation callbacks. */

#define MDL_BYTES_MAX (((uint64_t)1 << 32) - PAGE_SIZE)

static const cJSON *object_of(const cJSON *side, const char *name)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(side, name);
  return cJSON_IsObject(item) ? item : NULL;
}

/* What Dxgkrnl lends with a mapping: an MDL has a shadow, an ADL a name. */
static void lend(check *c, life *l, const cJSON *list, bool mdl)
{
  uint64_t at = trace_number(list, "at", 0);
  if (at == 0) {
    return;
  }
  machine_list(&c->m, l, at);
  if (mdl) {
    (void)machine_mdl_put(&c->m, at, MDL_LENT);
  }
}

static uint32_t pin(check *c, const trace_line *line)
{
  bool mdl = line->operation == DXGMAP_OPERATION_PIN;
  uint32_t kind = mdl ? DXGMAP_MAPPING_PIN : DXGMAP_MAPPING_PIN2;
  uint64_t adapter = machine_model(&c->m, line->adapter);
  uint32_t index = (uint32_t)trace_in(line, "PhysicalAdapterIndex");
  uint64_t bytes = trace_in(line, "CommitSize");
  if (!line->has_in || (!mdl && (trace_in(line, "Flags") & ~(uint64_t)1) != 0)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_caller who = judge_caller(c, line);
  uint32_t cause = dxgmap_pin_admit(c->m.state, who, adapter, index, bytes, kind);
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  const cJSON *list = object_of(line->out, mdl ? "pMdl" : "pAdl");
  uint64_t count = bytes / PAGE_SIZE;
  uint32_t k = machine_adapter(&c->m, line->adapter);
  judge_pages(c, line, list, count, mdl ? "PIN-4" : "PIN-5");
  uint64_t *logical = judge_logical(c, k, count);
  dxgmap_outcome o = dxgmap_op_pin(c->m.state, who, adapter, index, bytes, kind, c->m.page, (uint32_t)count, 0);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, kind, o.handle);
    l->pages = count;
    lend(c, l, list, mdl);
    if (logical != NULL) {
      machine_logical(&c->m, l, logical, count);
    }
  }
  free(logical);
  return o.status;
}

static uint32_t unpin(check *c, const trace_line *line)
{
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_outcome o = dxgmap_op_unpin(c->m.state, judge_caller(c, line), machine_model(&c->m, line->adapter),
                                     (uint32_t)trace_in(line, "PhysicalAdapterIndex"));
  return judge_released(c, line, o);
}

/* Whether the MDL of a map is one that may be mapped. */
static uint32_t judge_source(const check *c, const cJSON *mdl)
{
  uint64_t at = trace_number(mdl, "at", 0);
  const shadow *known = machine_mdl(&c->m, at);
  if (known != NULL && known->state == MDL_TAKEN_BACK) {
    return DXGMAP_CAUSE_LIST_GONE;
  }
  return at == 0 || !trace_has(mdl, "pages") ? DXGMAP_CAUSE_BAD_ARGUMENT : DXGMAP_CAUSE_NONE;
}

static uint32_t map_mdl(check *c, const trace_line *line)
{
  const cJSON *mdl = object_of(line->in, "pMdl");
  uint32_t cause = line->has_in ? judge_source(c, mdl) : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT;
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  uint64_t adapter = machine_model(&c->m, line->adapter);
  dxgmap_caller who = judge_caller(c, line);
  cause = dxgmap_map_pages_admit(c->m.state, who, adapter, DXGMAP_MDL);
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  uint64_t count = trace_pages(mdl, NULL, 0);
  if (count == UINT64_MAX) {
    return NOT_JUDGED; /* an error of the line */
  }
  judge_pages(c, line, mdl, count, "MDL-2");
  dxgmap_outcome o = dxgmap_op_map_pages(c->m.state, who, adapter, DXGMAP_MDL, c->m.page, (uint32_t)count);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, DXGMAP_MAPPING_MDL, o.handle);
    uint64_t at = trace_number(mdl, "at", 0);
    shadow *known = machine_mdl(&c->m, at);
    l->mdl = known != NULL ? known : machine_mdl_put(&c->m, at, MDL_UNKNOWN);
    l->beside = l->mdl->maps;
    l->mdl->maps = l;
    l->pages = count;
    l->print = judge_mdl_print(mdl);
    machine_name(&c->m, l, NAME_HANDLE, trace_number(line->out, "hMemoryHandle", 0));
    if (trace_number(mdl, "next", 0) != 0) {
      judge_find(c, line, DXGMAP_CAUSE_MDL_CHAIN, l, "next is not NULL; the MDLs that follow are not mapped");
    }
  }
  return o.status;
}

static bool power_of_two(uint64_t n)
{
  return (n & (n - 1)) == 0;
}

static bool pages_wrong(const trace_line *line)
{
  uint64_t bytes = trace_in(line, "TotalBytes"), skip = trace_in(line, "SkipBytes");
  bool chunks = (trace_in(line, "Flags") & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) != 0 && skip != 0;
  return bytes == 0 || bytes > MDL_BYTES_MAX || skip % PAGE_SIZE != 0 ||
         (chunks && (!power_of_two(skip) || bytes % skip != 0));
}

static uint32_t allocate(check *c, const trace_line *line, uint32_t kind)
{
  bool list = kind == DXGMAP_PAGE_LIST;
  uint64_t bytes = trace_in(line, list ? "TotalBytes" : "NumberOfBytes");
  bool wrong = list ? pages_wrong(line) : bytes == 0 || !power_of_two(trace_in(line, "BoundaryAddressMultiple"));
  if (!line->has_in || wrong) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t adapter = machine_model(&c->m, line->adapter);
  dxgmap_caller who = judge_caller(c, line);
  uint32_t cause = dxgmap_map_pages_admit(c->m.state, who, adapter, kind);
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  const cJSON *lent = list ? object_of(line->out, "pMdl") : line->out;
  uint64_t count = bytes / PAGE_SIZE + (bytes % PAGE_SIZE != 0 ? 1 : 0);
  judge_pages(c, line, lent, count, list ? "ALLOCATE-3" : "ALLOCATE-5");
  dxgmap_outcome o = dxgmap_op_map_pages(c->m.state, who, adapter, kind, c->m.page, (uint32_t)count);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, kind, o.handle);
    l->pages = count;
    machine_name(&c->m, l, NAME_HANDLE, trace_number(line->out, "hMemoryHandle", 0));
    if (list) {
      lend(c, l, lent, true);
    }
  }
  return o.status;
}

static uint32_t unmap(check *c, const trace_line *line, uint32_t kind)
{
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t handle = machine_handle(&c->m, NAME_HANDLE, trace_in(line, "hMemoryHandle"));
  dxgmap_outcome o =
      dxgmap_op_unmap_pages(c->m.state, judge_caller(c, line), machine_model(&c->m, line->adapter), kind, handle);
  return judge_released(c, line, o);
}

uint32_t judge_memory(check *c, const trace_line *line)
{
  switch (line->operation) {
  case DXGMAP_OPERATION_PIN:
  case DXGMAP_OPERATION_PIN2:
    return pin(c, line);
  case DXGMAP_OPERATION_UNPIN:
    return unpin(c, line);
  case DXGMAP_OPERATION_MAP_MDL:
    return map_mdl(c, line);
  case DXGMAP_OPERATION_ALLOCATE_PAGES:
    return allocate(c, line, DXGMAP_PAGE_LIST);
  case DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS:
    return allocate(c, line, DXGMAP_CONTIGUOUS);
  case DXGMAP_OPERATION_UNMAP_MDL:
    return unmap(c, line, DXGMAP_MDL);
  case DXGMAP_OPERATION_FREE_PAGES:
    return unmap(c, line, DXGMAP_PAGE_LIST);
  case DXGMAP_OPERATION_FREE_CONTIGUOUS:
    return unmap(c, line, DXGMAP_CONTIGUOUS);
  default:
    return NOT_JUDGED;
  }
}
