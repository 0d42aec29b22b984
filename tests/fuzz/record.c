/* SPDX-License-Identifier: MIT */
#include "record.h"

#include <inttypes.h>

void record_profile(FILE *out)
{
  fprintf(out, "%u %u %u %u %u %u\n", DXGMAP_PAGES, DXGMAP_CELLS, DXGMAP_WINDOW, DXGMAP_CHAIN, DXGMAP_RESOURCES,
          DXGMAP_QUARANTINE);
}

static void put(FILE *out, uint64_t number)
{
  fprintf(out, "%" PRIu64 " ", number);
}

static void put_start(FILE *out, const dxgmap_start *d)
{
  uint32_t chain = d->chain < DXGMAP_CHAIN ? d->chain : DXGMAP_CHAIN;
  uint32_t resources = d->resources < DXGMAP_RESOURCES ? d->resources : DXGMAP_RESOURCES;
  const uint64_t numbers[] = {d->mode,         d->capability,      d->linked,          d->quarantine, d->chain,
                              d->commit_limit, d->installed_pages, d->highest_visible, d->resources};
  for (uint32_t k = 0; k < sizeof numbers / sizeof numbers[0]; k++) {
    put(out, numbers[k]);
  }
  for (uint32_t k = 0; k < chain; k++) {
    put(out, d->save_bytes[k]);
  }
  for (uint32_t k = 0; k < resources; k++) {
    put(out, d->resource[k].space);
    put(out, d->resource[k].start);
    put(out, d->resource[k].length);
  }
}

void record_step(FILE *out, const call *c, bool handle_left, const dxgmap_result *r)
{
  bool listed = c->operation == PIN || c->operation == MAP_PAGES || c->operation == ALLOCATE_ADL;
  bool in_pool = c->first <= c->pool_size && c->count <= c->pool_size - c->first;
  if (c->operation == LIVE || c->operation == UNKNOWN || (c->by_step && listed && !in_pool)) {
    return;
  }
  const uint64_t numbers[] = {c->operation,
                              r->status,
                              r->handle,
                              r->base,
                              r->page,
                              c->caller.irql,
                              c->caller.strict,
                              handle_left,
                              c->adapter,
                              c->object,
                              c->handle,
                              c->address,
                              c->process,
                              c->bytes,
                              c->offset,
                              c->at,
                              c->page,
                              c->index,
                              c->kind,
                              c->space,
                              c->slack,
                              c->pressure,
                              c->creating,
                              c->contiguous,
                              c->user,
                              c->view.kind,
                              c->view.space,
                              c->view.user,
                              c->view.cache,
                              c->view.process,
                              c->view.physical,
                              c->view.length,
                              c->view.at,
                              c->request.type,
                              c->request.bound,
                              c->request.cache,
                              c->request.physical,
                              c->request.length,
                              c->caller.process,
                              c->count};
  for (uint32_t k = 0; k < sizeof numbers / sizeof numbers[0]; k++) {
    put(out, numbers[k]);
  }
  for (uint32_t k = 0; k < c->count; k++) {
    put(out, c->pool[c->first + k]);
  }
  if (c->operation == START) {
    put_start(out, &c->start);
  }
  fputc('\n', out);
}
