/* Random steps against the oracle: after each, the invariant holds (dxgmap_check), the status is the first cause that the
   clause files give, nothing moved on failure, no other adapter moved on success, and the live list, the captured pages,
   the lock counts, the translations and the commit are the oracle's.

     random_ops SEED STEPS

   A failure names the seed, the step, the call, and what was expected and seen. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "draw.h"

#ifndef DXGMAP_PROFILE_SMALL
#error "the state is copied and looked at after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define GIVEN (1u << 20) /* handles that one run remembers, a power of two */
#define AGED_SLOTS 6u    /* of each adapter, brought to their last life */
#define AGED_ADAPTERS 3u

static dxgmap_state state;
static dxgmap_state before;
static dxgmap_counts scratch;
static oracle expected;
static deck cards;
static call now;
static uint64_t given[GIVEN];
static uint64_t seed;
static uint32_t step;
static uint32_t answered[OPERATIONS][DXGMAP_NO_MORE + 1];

static const char *const names[OPERATIONS] = {[START] = "start",
                                              [STOP] = "stop",
                                              [ATTACH] = "attach",
                                              [EXCLUSIVE_BEGIN] = "exclusive_begin",
                                              [EXCLUSIVE_END] = "exclusive_end",
                                              [PIN] = "pin",
                                              [UNPIN] = "unpin",
                                              [MAP_PAGES] = "map_pages",
                                              [UNMAP_PAGES] = "unmap_pages",
                                              [MAP_POINTER] = "map_pointer",
                                              [UNMAP_POINTER] = "unmap_pointer",
                                              [MAP_VIEW] = "map_view",
                                              [UNMAP_VIEW] = "unmap_view",
                                              [TRANSLATE] = "translate",
                                              [LIVE] = "live"};

static void print_start(const dxgmap_start *d)
{
  printf("  chain %" PRIu32 ", commit limit %" PRIu64 ", installed %" PRIu64 ", visible 0x%" PRIx64 "\n", d->chain,
         d->commit_limit, d->installed_pages, d->highest_visible);
  for (uint32_t k = 0; k < d->chain && k < DXGMAP_CHAIN; k++) {
    if (d->save_bytes[k] != 0) printf("  save area %" PRIu32 ": 0x%" PRIx64 "\n", k, d->save_bytes[k]);
  }
  for (uint32_t k = 0; k < d->resources && k < DXGMAP_RESOURCES; k++) {
    printf("  resource %" PRIu32 ": space %" PRIu32 ", 0x%" PRIx64 " + 0x%" PRIx64 "\n", k, d->resource[k].space,
           d->resource[k].start, d->resource[k].length);
  }
}

static void print_call(const call *c)
{
  printf("  %s: adapter 0x%" PRIx64 ", irql %" PRIu32 ", current process %" PRIu64 "\n", names[c->operation],
         c->adapter, c->caller.irql, c->caller.process);
  printf("  kind %" PRIu32 ", index %" PRIu32 ", handle 0x%" PRIx64 ", space %" PRIu32 ", address 0x%" PRIx64
         ", process %" PRIu64 "\n",
         c->kind, c->index, c->handle, c->space, c->address, c->process);
  printf("  bytes 0x%" PRIx64 ", offset 0x%" PRIx64 ", at %" PRIu64 ", slack %" PRIu32 ", pressure %" PRIu32
         ", page %" PRIu64 ", cursor %" PRIu32 "\n",
         c->bytes, c->offset, c->at, c->slack, c->pressure, c->page, c->cursor);
  printf("  view: kind %" PRIu32 ", space %" PRIu32 ", user %" PRIu32 ", cache %" PRIu32 ", process %" PRIu64
         ", 0x%" PRIx64 " + 0x%" PRIx64 ", at %" PRIu64 "\n",
         c->view.kind, c->view.space, c->view.user, c->view.cache, c->view.process, c->view.physical, c->view.length,
         c->view.at);
  printf("  pages:");
  for (uint32_t j = 0; j < c->count; j++)
    printf(" %" PRIu64, c->pages[j]);
  printf("\n");
  print_start(&c->start);
}

static void expect(const char *what, uint64_t wanted, uint64_t seen)
{
  if (wanted == seen) return;
  printf("seed %" PRIu64 ", step %" PRIu32 ": %s: expected %" PRIu64 ", seen %" PRIu64 "\n", seed, step, what, wanted,
         seen);
  print_call(&now);
  printf("0 passed, 1 failed\n");
  exit(1);
}

/* ---- the call ---- */

static dxgmap_outcome only_status(uint32_t status)
{
  dxgmap_outcome o = {status, 0};
  return o;
}

static dxgmap_outcome answer_of_translate(const call *c)
{
  dxgmap_answer a = dxgmap_op_translate(&state, c->adapter, c->page);
  uint64_t page = a.status == DXGMAP_OK || a.status == DXGMAP_BYPASS ? c->page : 0;
  expect("page of a translation", page, a.page);
  return only_status(a.status);
}

static dxgmap_outcome run(const call *c)
{
  switch (c->operation) {
  case START:
    return dxgmap_op_start(&state, &c->start);
  case STOP:
    return only_status(dxgmap_op_stop(&state, c->adapter));
  case ATTACH:
    return only_status(dxgmap_op_attach(&state, c->adapter));
  case EXCLUSIVE_BEGIN:
    return only_status(dxgmap_op_exclusive_begin(&state, c->adapter));
  case EXCLUSIVE_END:
    return only_status(dxgmap_op_exclusive_end(&state, c->adapter));
  case PIN:
    return dxgmap_op_pin(&state, c->caller, c->adapter, c->index, c->bytes, c->kind, c->pages, c->count, c->pressure);
  case UNPIN:
    return dxgmap_op_unpin(&state, c->caller, c->adapter, c->index);
  case MAP_PAGES:
    return dxgmap_op_map_pages(&state, c->caller, c->adapter, c->kind, c->pages, c->count);
  case UNMAP_PAGES:
    return dxgmap_op_unmap_pages(&state, c->caller, c->adapter, c->kind, c->handle);
  case MAP_POINTER:
    return dxgmap_op_map_pointer(&state, c->caller, c->adapter, c->index, c->bytes, c->offset, c->at, c->slack,
                                 c->pressure);
  case UNMAP_POINTER:
    return dxgmap_op_unmap_pointer(&state, c->caller, c->adapter, c->index, c->address);
  case MAP_VIEW:
    return dxgmap_op_map_view(&state, c->caller, c->adapter, &c->view);
  case UNMAP_VIEW:
    return dxgmap_op_unmap_view(&state, c->caller, c->adapter, c->kind, c->space, c->address, c->process);
  case TRANSLATE:
    return answer_of_translate(c);
  default:
    return only_status(dxgmap_op_live(&state, c->adapter, c->cursor).status);
  }
}

static uint32_t run_admit(const call *c)
{
  switch (c->operation) {
  case PIN:
    return dxgmap_pin_admit(&state, c->caller, c->adapter, c->index, c->bytes, c->kind);
  case MAP_PAGES:
  case UNMAP_PAGES:
    return dxgmap_map_pages_admit(&state, c->caller, c->adapter, c->kind);
  case MAP_POINTER:
    return dxgmap_pointer_admit(&state, c->caller, c->adapter, c->index, c->bytes, c->offset);
  case MAP_VIEW:
    return dxgmap_view_admit(&state, c->caller, c->adapter, &c->view);
  default:
    return DXGMAP_OK;
  }
}

/* ---- what it did ---- */

static void expect_never_given(uint64_t handle)
{
  expect("a handle that is not NULL", 1, handle != 0);
  uint32_t at = (uint32_t)(handle * 0x9E3779B97F4A7C15u >> 44) % GIVEN;
  while (given[at] != 0) {
    expect("a handle never given before", 1, given[at] != handle);
    at = (at + 1) % GIVEN;
  }
  given[at] = handle;
}

static void acquired(const call *c, uint64_t handle)
{
  expect_never_given(handle);
  uint32_t k = (uint32_t)(handle >> 56);
  uint32_t slot = (uint32_t)(handle & 0xFFFFFFu) - 1;
  expect("tag of a handle is below the adapters", 1, k < DXGMAP_ADAPTERS);
  expect("index of a handle is below the slots", 1, slot < DXGMAP_SLOTS);
  expect("adapter of a handle", c->adapter, expected.adapters[k].handle);
  oracle_acquire(&expected, c, handle, state.adapter[k].domain.ranges.base[slot + 1]);
}

static void released(const call *c, uint64_t handle)
{
  const mapping *m = oracle_mapping(oracle_adapter(&expected, c->adapter), handle);
  expect("what is released was live on this adapter", 1, m != NULL);
  expect("what is released is what the call names", 1, (uint64_t)oracle_selects(c, m));
  draw_released(&cards, m);
  oracle_release(&expected, c, handle);
}

static void started(const call *c, uint64_t handle)
{
  expect_never_given(handle);
  expect("tag of an adapter handle", DXGMAP_ADAPTER_TAG, handle >> 56);
  expect("place of an adapter", 1, (handle & 0xFFFFFFu) - 1 < DXGMAP_ADAPTERS);
  expect("place was free", 0, expected.adapters[(handle & 0xFFFFFFu) - 1].handle);
  oracle_start(&expected, c, handle);
}

static void follow(const call *c, uint64_t handle)
{
  switch (c->operation) {
  case START:
    started(c, handle);
    break;
  case STOP:
    draw_stopped(&cards, c->adapter);
    oracle_stop(&expected, c->adapter);
    break;
  case ATTACH:
    oracle_adapter(&expected, c->adapter)->attached = 1;
    break;
  case EXCLUSIVE_BEGIN:
    oracle_adapter(&expected, c->adapter)->exclusive = 1;
    break;
  case EXCLUSIVE_END:
    oracle_adapter(&expected, c->adapter)->exclusive = 0;
    break;
  case PIN:
  case MAP_PAGES:
  case MAP_POINTER:
  case MAP_VIEW:
    acquired(c, handle);
    break;
  case UNPIN:
  case UNMAP_PAGES:
  case UNMAP_POINTER:
  case UNMAP_VIEW:
    released(c, handle);
    break;
  default:
    break;
  }
}

/* ---- what there is ---- */

static void expect_mapping(const dxgmap_domain *d, const mapping *m, const dxgmap_live *l)
{
  expect("kind of a live mapping", m->kind, l->descriptor.kind);
  expect("index of a live mapping", m->index, l->descriptor.index);
  expect("space of a live mapping", m->space, l->descriptor.space);
  expect("range of a live mapping", m->physical, l->descriptor.physical);
  expect("length of a live mapping", m->length, l->descriptor.length);
  expect("process of a live mapping", m->process, l->descriptor.process);
  expect("pages of a live mapping", m->count, l->pages);
  expect("window pages of a live mapping", m->span, l->span);
  if (m->span > 0) expect("window page of a live mapping", m->place, l->place);
  for (uint32_t j = 0; j < m->count; j++)
    expect("page captured", m->pages[j] + 1, m->cell + j < DXGMAP_CELLS ? d->cells.cell[m->cell + j] : 0);
}

static void expect_live(uint32_t k)
{
  const adapter *a = &expected.adapters[k];
  uint32_t n = 0;
  unsigned char seen[DXGMAP_SLOTS] = {0};
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++)
    n += a->live[i].handle != 0;
  for (uint32_t cursor = 0; cursor < n; cursor++) {
    dxgmap_live l = dxgmap_op_live(&state, a->handle, cursor);
    expect("status of the cursor", DXGMAP_OK, l.status);
    const mapping *m = oracle_mapping(a, l.handle);
    expect("the cursor shows a live mapping of this adapter", 1, m != NULL);
    expect("the cursor shows each once", 0, seen[m - a->live]);
    seen[m - a->live] = 1;
    expect_mapping(&state.adapter[k].domain, m, &l);
  }
  if (a->handle != 0) expect("end of the cursor", DXGMAP_NO_MORE, dxgmap_op_live(&state, a->handle, n).status);
}

static uint32_t translation(const adapter *a, uint32_t captures)
{
  if (a->exclusive) return DXGMAP_EXCLUSIVE;
  if (!a->attached) return DXGMAP_BYPASS;
  return captures > 0 ? DXGMAP_OK : DXGMAP_BLOCKED;
}

static void expect_pages(void)
{
  uint32_t captures[DXGMAP_ADAPTERS][DXGMAP_PAGES] = {{0}};
  uint32_t locks[DXGMAP_PAGES] = {0};
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
      const mapping *m = &expected.adapters[k].live[i];
      for (uint32_t j = 0; m->handle != 0 && j < m->count; j++) {
        captures[k][m->pages[j]]++;
        locks[m->pages[j]]++;
      }
    }
  }
  for (uint32_t p = 0; p < DXGMAP_PAGES; p++)
    expect("locks of a page", locks[p], dxgmap_lock_count(&state, p));
  uint32_t k = draw_below(&cards, DXGMAP_ADAPTERS);
  const adapter *a = &expected.adapters[k];
  for (uint32_t p = 0; a->handle != 0 && p < DXGMAP_PAGES; p++)
    expect("translation", translation(a, captures[k][p]), dxgmap_op_translate(&state, a->handle, p).status);
}

static void expect_commit(void)
{
  uint64_t pages = 0;
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    const adapter *a = &expected.adapters[k];
    for (uint32_t j = 0; a->handle != 0 && j < a->start.chain; j++)
      pages += a->start.save_bytes[j] / DXGMAP_PAGE_SIZE;
  }
  expect("commit", pages, state.commit);
}

/* Byte by byte, the bytes between members too: what was not written is as it was. */
static int same(const void *a, const void *b, size_t bytes)
{
  return memcmp(a, b, bytes) == 0;
}

static void expect_others_kept(const call *c, uint64_t handle)
{
  uint64_t mine = c->operation == START ? handle : c->adapter;
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if ((mine & 0xFFFFFFu) - 1 == k) continue;
    expect("another adapter is as it was", 1,
           (uint64_t)same(&before.adapter[k], &state.adapter[k], sizeof state.adapter[k]));
  }
}

/* ---- old age, which no run lives to see: an idle slot or adapter is brought to its last life ---- */

static int is_live(uint32_t k, uint32_t slot)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    uint64_t handle = expected.adapters[k].live[i].handle;
    if (handle != 0 && (handle & 0xFFFFFFu) - 1 == slot) return 1;
  }
  return 0;
}

static void age(void)
{
  static uint32_t slots[DXGMAP_ADAPTERS];
  static uint32_t adapters;
  uint32_t k = draw_below(&cards, DXGMAP_ADAPTERS);
  dxgmap_slots *t = &state.adapter[k].slots;
  uint32_t i = t->high == 0 ? 0 : draw_below(&cards, t->high);
  if (slots[k] < AGED_SLOTS && i < t->high && !is_live(k, i) && t->generation[i] < DXGMAP_GENERATION_MAX - 1) {
    t->generation[i] = DXGMAP_GENERATION_MAX - 1;
    slots[k]++;
  }
  if (adapters < AGED_ADAPTERS && expected.adapters[k].handle == 0 && !expected.adapters[k].spent &&
      draw_percent(&cards, 10)) {
    state.adapter[k].generation = DXGMAP_GENERATION_MAX - 1;
    adapters++;
  }
}

/* ---- the run ---- */

static void one_step(void)
{
  if (draw_below(&cards, 500) == 0) age();
  draw_call(&cards, &expected, &now);
  memcpy(&before, &state, sizeof state);
  uint32_t wanted = oracle_status(&expected, &now);
  expect("status of what is decided first", oracle_admit(&expected, &now), run_admit(&now));
  dxgmap_outcome o = run(&now);
  expect("status", wanted, o.status);
  answered[now.operation][o.status]++;
  if (o.status == DXGMAP_OK) {
    expect_others_kept(&now, o.handle);
    follow(&now, o.handle);
  } else {
    expect("handle of a refusal", 0, o.handle);
    expect("nothing moved", 1, (uint64_t)same(&before, &state, sizeof state));
  }
  expect("dxgmap_check", 1, dxgmap_check(&state, &scratch) != 0);
  expect_live(((uint32_t)(now.operation == START ? o.handle : now.adapter) - 1u) % DXGMAP_ADAPTERS);
  expect_pages();
  expect_commit();
}

static void print_answers(void)
{
  for (uint32_t k = 0; k < OPERATIONS; k++) {
    printf("%-16s", names[k]);
    for (uint32_t status = 0; status <= DXGMAP_NO_MORE; status++) {
      if (answered[k][status] > 0) printf(" %" PRIu32 ":%" PRIu32, status, answered[k][status]);
    }
    printf("\n");
  }
}

int main(int count, char **arguments)
{
  if (count != 3) {
    fprintf(stderr, "usage: random_ops SEED STEPS\n");
    return 2;
  }
  seed = strtoull(arguments[1], NULL, 10);
  uint32_t steps = (uint32_t)strtoul(arguments[2], NULL, 10);
  if (steps > GIVEN / 2) {
    fprintf(stderr, "random_ops: at most %u steps, for the handles that it remembers\n", GIVEN / 2);
    return 2;
  }
  draw_seed(&cards, seed);
  for (step = 0; step < steps; step++)
    one_step();
  print_answers();
  printf("1 passed, 0 failed\n");
  return 0;
}
