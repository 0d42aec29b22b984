/* SPDX-License-Identifier: MIT */
#include "numbers.h"

#include <inttypes.h>
#include <string.h>

static bool captures(enum operation operation)
{
  return operation == PIN || operation == MAP_PAGES || operation == ALLOCATE_ADL;
}

bool numbers_has(const call *c)
{
  bool in_pool = c->first <= c->pool_size && c->count <= c->pool_size - c->first;
  return c->operation != LIVE && c->operation != UNKNOWN && (in_pool || !c->by_step || !captures(c->operation));
}

static uint32_t put_start(const dxgmap_start *d, uint64_t *out)
{
  uint32_t chain = d->chain < DXGMAP_CHAIN ? d->chain : DXGMAP_CHAIN;
  uint32_t resources = d->resources < DXGMAP_RESOURCES ? d->resources : DXGMAP_RESOURCES;
  const uint64_t asked[] = {d->mode,         d->capability,      d->linked,          d->quarantine, d->chain,
                            d->commit_limit, d->installed_pages, d->highest_visible, d->resources};
  uint32_t n = sizeof asked / sizeof asked[0];
  memcpy(out, asked, sizeof asked);
  for (uint32_t k = 0; k < chain; k++) {
    out[n++] = d->save_bytes[k];
  }
  for (uint32_t k = 0; k < resources; k++) {
    out[n++] = d->resource[k].space;
    out[n++] = d->resource[k].start;
    out[n++] = d->resource[k].length;
  }
  return n;
}

uint32_t numbers_of(const call *c, bool handle_left, uint64_t where, const dxgmap_result *r,
                    uint64_t numbers[MACHINE_NUMBERS])
{
  const uint64_t step[] = {c->operation,
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
                           where,
                           c->count};
  memcpy(numbers, step, sizeof step);
  uint32_t n = M_FIRST_PAGE;
  for (uint32_t k = 0; k < c->count; k++) {
    numbers[n++] = c->pool[c->first + k];
  }
  return n + (c->operation == START ? put_start(&c->start, numbers + n) : 0);
}

void numbers_sizes(uint64_t sizes[MACHINE_SIZES])
{
  const uint64_t own[MACHINE_SIZES] = {DXGMAP_PAGES, DXGMAP_CELLS,     DXGMAP_WINDOW,
                                       DXGMAP_CHAIN, DXGMAP_RESOURCES, DXGMAP_QUARANTINE};
  memcpy(sizes, own, sizeof own);
}

void numbers_print(FILE *out, const uint64_t *numbers, uint32_t count)
{
  for (uint32_t k = 0; k < count; k++) {
    fprintf(out, "%" PRIu64 " ", numbers[k]);
  }
  fputc('\n', out);
}
