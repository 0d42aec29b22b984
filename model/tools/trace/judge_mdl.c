/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <stdlib.h>

/* The driver's own MDLs, as far as mappings are made of them. */

uint64_t judge_mdl_print(const cJSON *mdl)
{
  static const char *const headers[] = {"va", "bytes", "next"};
  uint64_t page[64], print = 14695981039346656037u;
  for (uint32_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
    print = (print ^ trace_number(mdl, headers[i], 0)) * 1099511628211u;
  }
  uint64_t flags = trace_number(mdl, "flags", 0) & ~(uint64_t)MDL_MAPPED_TO_SYSTEM_VA;
  print = (print ^ flags) * 1099511628211u;
  uint64_t count = trace_pages(mdl, page, 64);
  count = count != UINT64_MAX ? count : 0;
  uint64_t *all = count > 64 ? take((size_t)count * sizeof(uint64_t)) : page;
  (void)trace_pages(mdl, all, count);
  for (uint64_t i = 0; i < count; i++) {
    print = (print ^ all[i]) * 1099511628211u;
  }
  if (all != page) {
    free(all);
  }
  return print;
}

void judge_mdl_seen(check *c, const trace_line *line)
{
  const cJSON *mdl = cJSON_GetObjectItemCaseSensitive(line->root, "mdl");
  shadow *known = machine_mdl(&c->m, trace_number(mdl, "at", 0));
  for (life *l = known != NULL ? known->maps : NULL; l != NULL; l = l->beside) {
    l->changed = l->changed || l->print != judge_mdl_print(mdl);
  }
}

/* The MDL is not the driver's any more, or has no pages: what is mapped of it stays mapped, and nobody looks again. */
static void leave(check *c, const trace_line *line, shadow *mdl, const char *why)
{
  if (mdl->maps != NULL) {
    judge_find(c, line, DXGMAP_CAUSE_MDL_GONE, mdl->maps, why);
  }
  while (mdl->maps != NULL) {
    life *l = mdl->maps;
    mdl->maps = l->beside;
    l->mdl = NULL;
  }
}

static uint32_t free_mdl(check *c, const trace_line *line, shadow *mdl)
{
  if (mdl->state == MDL_LENT || mdl->state == MDL_TAKEN_BACK || (mdl->state == MDL_LOCKED && mdl->maps == NULL)) {
    if (mdl->state == MDL_LOCKED) {
      machine_mdl_drop(&c->m, mdl);
    }
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  leave(c, line, mdl, "IoFreeMdl of an MDL that is mapped to the IOMMU");
  machine_mdl_drop(&c->m, mdl);
  return DXGMAP_CAUSE_NONE;
}

uint32_t judge_mdl(check *c, const trace_line *line)
{
  if (line->operation == DXGMAP_OPERATION_ALLOCATE_MDL) {
    uint64_t made = trace_number(line->out, "Mdl", 0);
    if (made != 0) {
      (void)machine_mdl_put(&c->m, made, MDL_EMPTY);
    }
    return NOT_JUDGED;
  }
  const char *name = line->operation == DXGMAP_OPERATION_LOCK_MDL || line->operation == DXGMAP_OPERATION_BUILD_MDL
                         ? "MemoryDescriptorList"
                         : "Mdl";
  shadow *mdl = machine_mdl(&c->m, trace_in(line, name));
  if (mdl == NULL) {
    return NOT_JUDGED; /* the driver's own memory, or of a driver whose calls are not all recorded */
  }
  switch (line->operation) {
  case DXGMAP_OPERATION_LOCK_MDL:
  case DXGMAP_OPERATION_BUILD_MDL:
    if (!trace_failed(line) && mdl->state == MDL_EMPTY) {
      mdl->state = line->operation == DXGMAP_OPERATION_LOCK_MDL ? MDL_LOCKED : MDL_BUILT;
    }
    return NOT_JUDGED;
  case DXGMAP_OPERATION_UNLOCK_MDL:
    if (mdl->state != MDL_LOCKED) {
      return mdl->state == MDL_UNKNOWN ? NOT_JUDGED : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT;
    }
    leave(c, line, mdl, "MmUnlockPages of an MDL that is mapped to the IOMMU");
    mdl->state = MDL_EMPTY;
    return DXGMAP_CAUSE_NONE;
  case DXGMAP_OPERATION_FREE_MDL:
    return free_mdl(c, line, mdl);
  default:
    return NOT_JUDGED;
  }
}
