/* SPDX-License-Identifier: MIT */
/* Random steps against the abstract machine, run: after each, the invariant holds (dxgmap_check), the status is the
   first cause that the machine has (GATE-8) and the answer is one that it allows, nothing moved on failure (GATE-4),
   no other place moved on success (GATE-7), and the live list, the captured pages, the lock counts, the commit and the
   translation of every logical page are the machine's. Answers that differ a little are planted now and then: the
   machine must not allow them. Over a run of COVERING steps or more each operation must have succeeded, and each of
   its causes occurred.

     random_ops SEED STEPS [TRACE]

   TRACE is a file that it writes, for tests/judge.

   A failure names the seed, the step, the call, and what was expected and seen. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checks/check.h"
#include "coverage.h"
#include "draw.h"
#include "harness.h"
#include "operations/op_reference.h"
#include "perform.h"
#include "numbers.h"

#ifndef DXGMAP_PROFILE_SMALL
#error "the state is copied and looked at after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define COVERING 100000u /* steps after which all that there is to see must have been seen */
#define AGED_SLOTS 6u    /* of each place, brought to their last life */
#define AGED_ADAPTERS 3u

static dxgmap_state state;
static dxgmap_state before;
static dxgmap_counts scratch;
static mirror expected;
static deck cards;
static call now;
static uint64_t seed;
static uint32_t steps; /* to make */
static uint32_t made;
static FILE *trace; /* or NULL */
static uint64_t numbers[MACHINE_NUMBERS];
static uint64_t fields[MACHINE_FIELDS];

/* ---- what it did ---- */

static bool captures(enum operation operation)
{
  return operation == PIN || operation == MAP_PAGES || operation == ALLOCATE_ADL;
}

/* The machine allows any run that is free; the model takes one that does not wait, but where nothing else would do. */
static void captured(const call *c, adapter *a, uint64_t base)
{
  if (mirror_press(a, c->count) > 0) {
    coverage_pressed();
  }
  EXPECT("logical pages are free", 1, (uint64_t)mirror_free_outright(a, (uint32_t)base, c->count));
}

static void acquired(const call *c, uint64_t handle, uint64_t base)
{
  uint32_t k = mirror_where(&expected, c);
  EXPECT("tag of a handle is where the call is", k, handle >> 56);
  EXPECT("index of a handle is below the slots", 1, (handle & 0xFFFFFFu) - 1 < DXGMAP_SLOTS);
  EXPECT("what the machine has under a handle that it allowed", 1, machine_mapping(handle, fields));
  if (captures(c->operation)) {
    EXPECT("first logical page", dxgmap_base_page(&state, handle), base);
    captured(c, &expected.adapters[k], base);
  }
  mirror_acquire(&expected, k, handle, fields);
}

static void released(uint64_t handle)
{
  const adapter *a = mirror_place(&expected, handle);
  EXPECT("what the machine released was live", 1, a != NULL);
  const mapping *m = mirror_mapping(a, handle);
  if (m->count > 0 && a->start.quarantine > 0) {
    coverage_waits();
  }
  draw_released(&cards, m);
  mirror_release(&expected, handle);
  EXPECT("first logical page of a handle that is over", 0, dxgmap_base_page(&state, handle));
}

static void stopped(uint64_t handle)
{
  const adapter *a = mirror_adapter(&expected, handle);
  draw_stopped(&cards, handle);
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0) {
      draw_released(&cards, &a->live[i]);
    }
  }
  mirror_stop(&expected, handle);
}

static void started(const call *c, uint64_t handle)
{
  EXPECT("tag of an adapter handle", DXGMAP_ADAPTER_TAG, handle >> 56);
  EXPECT("place of an adapter", 1, (handle & 0xFFFFFFu) - 1 < DXGMAP_ADAPTERS);
  EXPECT("place was free", 0, expected.adapters[(handle & 0xFFFFFFu) - 1].handle);
  mirror_start(&expected, c, handle);
}

static void follow(const call *c, const dxgmap_result *r)
{
  switch (c->operation) {
  case START:
    started(c, r->handle);
    break;
  case STOP:
    stopped(c->adapter);
    break;
  case ATTACH:
  case EXCLUSIVE_BEGIN:
  case EXCLUSIVE_END:
  case POWER:
  case REMOVE:
  case LINK:
    mirror_switch(mirror_adapter(&expected, c->adapter), c);
    break;
  case PIN:
  case MAP_PAGES:
  case MAP_POINTER:
  case MAP_VIEW:
  case CREATE:
  case OPEN:
  case ALLOCATE_ADL:
  case MAP_OBJECT:
    acquired(c, r->handle, r->base);
    break;
  case UNPIN:
  case UNMAP_PAGES:
  case UNMAP_POINTER:
  case UNMAP_VIEW:
  case CLOSE:
  case DESTROY:
  case FREE_ADL:
  case UNMAP_OBJECT:
  case END_VIEW:
    released(r->handle);
    break;
  default:
    break;
  }
}

/* ---- what there is ---- */

static void expect_descriptor(const mapping *m, const dxgmap_descriptor *d)
{
  EXPECT("kind of a live mapping", m->kind, d->kind);
  EXPECT("index of a live mapping", m->index, d->index);
  EXPECT("space of a live mapping", m->space, d->space);
  EXPECT("mode of a live mapping", m->user, d->user != 0);
  EXPECT("caching of a live mapping", m->cache, d->cache);
  EXPECT("slack of a live mapping", m->slack, d->slack);
  EXPECT("object of an adapter object", m->kind == DXGMAP_ADAPTER_OBJECT ? m->of & 0xFFFFFFu : 0, d->object);
  EXPECT("range of a live mapping", m->physical, d->physical);
  EXPECT("length of a live mapping", m->length, d->length);
  EXPECT("process of a live mapping", m->process, d->process);
}

static void expect_mapping(const dxgmap_domain *d, const mapping *m, const dxgmap_live *l)
{
  expect_descriptor(m, &l->descriptor);
  EXPECT("pages of a live mapping", m->count, l->pages);
  if (m->count > 0) {
    EXPECT("first logical page of a live mapping", m->cell, l->base);
  }
  if (m->count > 0) {
    EXPECT("first logical page of its handle", m->cell, dxgmap_base_page(&state, l->handle));
  }
  EXPECT("window pages of a live mapping", m->span, l->span);
  if (m->span > 0) {
    EXPECT("window page of a live mapping", m->place, l->place);
  }
  for (uint32_t j = 0; j < m->count; j++) {
    EXPECT("page captured", m->pages[j] + 1, m->cell + j < DXGMAP_CELLS ? d->cells.cell[m->cell + j] : 0);
  }
}

static dxgmap_live live_at(uint32_t k, uint32_t cursor)
{
  if (k == DXGMAP_MACHINE) {
    return dxgmap_op_live_object(&state, cursor);
  }
  return dxgmap_op_live(&state, expected.adapters[k].handle, cursor);
}

static void expect_live(uint32_t k)
{
  const adapter *a = &expected.adapters[k];
  uint32_t n = 0;
  unsigned char seen[DXGMAP_SLOTS] = {0};
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    n += a->live[i].handle != 0;
  }
  for (uint32_t cursor = 0; cursor < n; cursor++) {
    dxgmap_live l = live_at(k, cursor);
    EXPECT("status of the cursor", DXGMAP_OK, l.status);
    const mapping *m = mirror_mapping(a, l.handle);
    EXPECT("the cursor shows a live mapping of this place", 1, m != NULL);
    EXPECT("the cursor shows each once", 0, seen[m - a->live]);
    seen[m - a->live] = 1;
    expect_mapping(&state.adapter[k].domain, m, &l);
  }
  if (k == DXGMAP_MACHINE || a->handle != 0) {
    EXPECT("end of the cursor", DXGMAP_NO_MORE, live_at(k, n).status);
  }
}

static void expect_answer(const answer *right, dxgmap_answer seen)
{
  EXPECT("translation", right->status, seen.status);
  EXPECT("page that a page is translated to", right->page, seen.page);
  EXPECT("mapping that a page is translated for", right->handle, seen.handle);
}

/* Of the translation, and of the walk that is the reference at run time. */
static void expect_answers(uint32_t k)
{
  answer answers[LOGICAL_MAX];
  const adapter *a = &expected.adapters[k];
  if (a->handle == 0) {
    return;
  }
  uint32_t pages = mirror_answers(a, answers);
  for (uint32_t l = 0; l < pages; l++) {
    expect_answer(&answers[l], dxgmap_op_translate(&state, a->handle, l));
    expect_answer(&answers[l], dxgmap_op_reference(&state, a->handle, l));
  }
}

static void expect_lead(uint32_t k)
{
  const adapter *a = &expected.adapters[k];
  dxgmap_outcome seen = dxgmap_op_lead(&state, a->handle);
  uint64_t lead = mirror_lead(&expected, a->handle);
  uint32_t status = a->handle == 0 ? DXGMAP_BAD_ADAPTER : lead == 0 ? DXGMAP_NOT_LEAD : DXGMAP_OK;
  EXPECT("whether an adapter has a lead", status, seen.status);
  EXPECT("lead of an adapter", lead, seen.handle);
}

/* A view of the process is named as long as there is one. */
static void expect_process(uint64_t process)
{
  uint64_t named = dxgmap_op_process_view(&state, process);
  uint32_t views = 0;
  bool one_of_them = false;
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
      const mapping *m = &expected.adapters[k].live[i];
      views += mirror_in_process(m, process);
      one_of_them = one_of_them || (mirror_in_process(m, process) && m->handle == named);
    }
  }
  EXPECT("a view of the process, if there is one", views > 0, one_of_them);
  EXPECT("no view of the process, if there is none", views == 0, named == 0);
}

static void expect_locks(void)
{
  uint32_t locks[DXGMAP_PAGES] = {0};
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
      const mapping *m = &expected.adapters[k].live[i];
      for (uint32_t j = 0; m->handle != 0 && j < m->count; j++) {
        locks[m->pages[j]]++;
      }
    }
  }
  for (uint32_t p = 0; p < DXGMAP_PAGES; p++) {
    EXPECT("locks of a page", locks[p], dxgmap_lock_count(&state, p));
  }
}

static void expect_commit(void)
{
  EXPECT("commit", machine_commit(), state.commit);
}

/* Byte by byte, the bytes between members too: what was not written is as it was. */
static bool same(const void *a, const void *b, size_t bytes)
{
  return memcmp(a, b, bytes) == 0;
}

/* The place that a call acts on, of a handle that it gave or released; or DXGMAP_PLACES. */
static uint32_t place_of(const call *c, uint64_t handle)
{
  switch (c->operation) {
  case START:
    return (uint32_t)(handle & 0xFFFFFFu) - 1;
  case TRANSLATE:
  case LIVE:
    return DXGMAP_PLACES;
  default:
    return mirror_where(&expected, c);
  }
}

static void expect_others_kept(const call *c, uint32_t mine)
{
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    if (mine == k) {
      continue;
    }
    EXPECT("another place is as it was", 1,
           (uint64_t)same(&before.adapter[k], &state.adapter[k], sizeof state.adapter[k]));
  }
  if (c->operation == OPEN || c->operation == CLOSE || c->operation == STOP) {
    return;
  }
  EXPECT("what is opened is as it was", 1, (uint64_t)same(&before.opened, &state.opened, sizeof state.opened));
}

/* ---- old age, which no run lives to see: an idle slot or adapter is brought to its last life ---- */

static bool is_live(uint32_t k, uint32_t slot)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    uint64_t handle = expected.adapters[k].live[i].handle;
    if (handle != 0 && (handle & 0xFFFFFFu) - 1 == slot) {
      return true;
    }
  }
  return false;
}

static void age(void)
{
  static uint32_t slots[DXGMAP_PLACES];
  static uint32_t adapters;
  uint32_t k = draw_below(&cards, DXGMAP_PLACES);
  dxgmap_slots *t = &state.adapter[k].slots;
  uint32_t i = t->high == 0 ? 0 : draw_below(&cards, t->high);
  if (slots[k] < AGED_SLOTS && i < t->high && !is_live(k, i) && t->generation[i] < DXGMAP_GENERATION_MAX - 1) {
    t->generation[i] = DXGMAP_GENERATION_MAX - 1;
    slots[k]++;
  }
  if (k != DXGMAP_MACHINE && adapters < AGED_ADAPTERS && expected.adapters[k].handle == 0 &&
      !expected.adapters[k].spent && draw_percent(&cards, 10)) {
    state.adapter[k].generation = DXGMAP_GENERATION_MAX - 1;
    adapters++;
  }
}

/* ---- the run ---- */

static enum machine machine_of(const call *c)
{
  uint32_t k = mirror_where(&expected, c);
  if (c->operation != START && k >= DXGMAP_ADAPTERS) {
    return MACHINES;
  }
  const dxgmap_start *start = c->operation == START ? &c->start : &expected.adapters[k].start;
  if (start->capability == DXGMAP_BY_MDL) {
    return OF_MDLS;
  }
  return start->mode == DXGMAP_REMAPPING ? OF_ADLS_REMAPPING : OF_ADLS;
}

#define CAUSE(status) (1ull << DXGMAP_##status)
#define OF_LIST (CAUSE(BAD_COUNT) | CAUSE(BAD_PAGE) | CAUSE(NO_SLOT) | CAUSE(NO_RANGE))
#define OF_WINDOW (CAUSE(PLACE_TAKEN) | CAUSE(NO_SLOT))

/* What is decided before the host is asked: the first cause, unless it is one of those that come later. */
static uint32_t admitted(const call *c, uint32_t status)
{
  static const uint64_t later[OPERATIONS] = {[PIN] = CAUSE(PRESSURE) | OF_LIST,
                                             [MAP_PAGES] = CAUSE(REMOVED) | OF_LIST,
                                             [UNMAP_PAGES] = CAUSE(BAD_HANDLE),
                                             [MAP_POINTER] = CAUSE(PRESSURE) | OF_WINDOW,
                                             [MAP_VIEW] = OF_WINDOW,
                                             [CREATE] = CAUSE(NO_SLOT),
                                             [ALLOCATE_ADL] = CAUSE(PRESSURE) | OF_LIST,
                                             [MAP_OBJECT] = CAUSE(PRESSURE) | OF_WINDOW};
  return (later[c->operation] >> status & 1u) != 0 ? DXGMAP_OK : status;
}

static bool is_admitted(enum operation operation)
{
  return operation == PIN || operation == MAP_PAGES || operation == UNMAP_PAGES || operation == MAP_POINTER ||
         operation == MAP_VIEW || (operation >= CREATE && operation <= ALLOCATE_ADL) || operation == MAP_OBJECT;
}

/* What the machine does not have: the cursor, an operation that there is none of, a list that is not in the pool. */
static uint32_t status_beside(const call *c)
{
  if (c->operation != LIVE) {
    return c->operation == UNKNOWN ? DXGMAP_BAD_KIND : DXGMAP_BAD_COUNT;
  }
  const adapter *a = mirror_adapter(&expected, c->adapter);
  if (a == NULL) {
    return DXGMAP_BAD_ADAPTER;
  }
  uint32_t n = 0;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    n += a->live[i].handle != 0;
  }
  return c->cursor < n ? DXGMAP_OK : DXGMAP_NO_MORE;
}

static bool acquires(enum operation operation)
{
  return captures(operation) || operation == MAP_POINTER || operation == MAP_VIEW || operation == CREATE ||
         operation == OPEN || operation == MAP_OBJECT;
}

/* The adapter of which the handle says that what was acquired is on it. */
static uint64_t where_of(const call *c, const dxgmap_result *r)
{
  uint64_t tag = r->handle >> 56;
  return r->status == DXGMAP_OK && acquires(c->operation) && tag < DXGMAP_ADAPTERS ? expected.adapters[tag].handle : 0;
}

/* Answers that differ in one number from that of the model. Of a success the base of what captures nothing, the handle,
   the page; what is free to differ, as a base among free pages, is not planted. */
static void expect_planted_found(void)
{
  static const uint32_t at[] = {M_STATUS, M_HANDLE, M_ANSWER_PAGE, M_BASE};
  uint32_t k = at[draw_below(&cards, 4)];
  uint64_t is = numbers[k];
  bool captured = numbers[M_STATUS] == DXGMAP_OK && captures(now.operation);
  if (k == M_STATUS) {
    numbers[k] = (is + 1 + draw_below(&cards, DXGMAP_BAD_POWER)) % (DXGMAP_BAD_POWER + 1);
  } else if (k == M_HANDLE && (now.operation == START || (captured && is != 0) || acquires(now.operation))) {
    numbers[k] = 0;
  } else if (k == M_BASE && captured) {
    numbers[k] = draw_percent(&cards, 50) ? 0 : DXGMAP_CELLS;
  } else if (k != M_BASE || acquires(now.operation) || numbers[M_STATUS] != DXGMAP_OK) {
    numbers[k] = is + 1;
  }
  if (numbers[k] != is && numbers[M_STATUS] != DXGMAP_NO_MORE) {
    EXPECT_AT("the machine allows an answer with another number, at", k, 0, machine_allows(numbers));
  }
  numbers[k] = is;
}

static void judge(const dxgmap_result *r)
{
  uint32_t count = numbers_of(&now, mirror_handle_left(&expected, &now), where_of(&now, r), r, numbers);
  if (trace != NULL) {
    numbers_print(trace, numbers, count);
  }
  if (draw_below(&cards, 16) == 0) {
    expect_planted_found();
  }
  if (!machine_step(numbers)) {
    EXPECT("status", machine_status(numbers), r->status);
    EXPECT("the machine allows the answer", 1, 0);
  }
}

static void one_step(void)
{
  if (draw_below(&cards, 500) == 0) {
    age();
  }
  draw_call(&cards, &expected, &now);
  memcpy(&before, &state, sizeof state);
  uint32_t admission = perform_admit(&state, &now);
  dxgmap_result r = perform(&state, &now);
  if (numbers_has(&now)) {
    judge(&r);
    EXPECT("status of what is decided first", is_admitted(now.operation) ? admitted(&now, r.status) : 0, admission);
  } else {
    EXPECT("status", status_beside(&now), r.status);
  }
  coverage_count(&now, r.status, machine_of(&now));
  uint32_t place = DXGMAP_PLACES;
  if (r.status == DXGMAP_OK) {
    place = place_of(&now, r.handle);
    expect_others_kept(&now, place);
    follow(&now, &r);
  } else {
    EXPECT("handle of a refusal", 0, r.handle);
    EXPECT("first logical page of a refusal", 0, r.base);
    EXPECT("nothing moved", 1, (uint64_t)same(&before, &state, sizeof state));
  }
  EXPECT("dxgmap_check", 1, dxgmap_check(&state, &scratch) != 0);
  if (place == DXGMAP_PLACES) {
    place = draw_below(&cards, DXGMAP_PLACES);
  }
  expect_live(place);
  expect_answers(place);
  expect_answers(draw_below(&cards, DXGMAP_ADAPTERS));
  expect_lead(draw_below(&cards, DXGMAP_ADAPTERS));
  expect_process(1 + draw_below(&cards, 3));
  expect_locks();
  expect_commit();
}

static void steps_are_of_the_machine(void)
{
  draw_seed(&cards, seed);
  for (; made < steps; made++) {
    check_at(seed, made);
    one_step();
  }
}

static void all_that_there_is_to_see_is_seen(void)
{
  EXPECT("lines above that say what was expected and seen", 0, coverage_report());
}

/* Of the step that a check has ended. */
static void print_the_call(void)
{
  if (made < steps) {
    perform_print(&now);
  }
}

int main(int count, char **arguments)
{
  if (count != 3 && count != 4) {
    fprintf(stderr, "usage: random_ops SEED STEPS [TRACE]\n");
    return 2;
  }
  seed = strtoull(arguments[1], NULL, 10);
  steps = (uint32_t)strtoul(arguments[2], NULL, 10);
  trace = count == 4 ? fopen(arguments[3], "w") : NULL;
  if (count == 4 && trace == NULL) {
    fprintf(stderr, "random_ops: cannot write %s\n", arguments[3]);
    return 2;
  }
  uint64_t sizes[MACHINE_SIZES];
  numbers_sizes(sizes);
  machine_begin(sizes);
  if (trace != NULL) {
    numbers_print(trace, sizes, MACHINE_SIZES);
  }
  harness_begin(NULL, print_the_call);
  RUN(steps_are_of_the_machine);
  if (made >= COVERING) {
    RUN(all_that_there_is_to_see_is_seen);
  } else {
    (void)coverage_report(); /* of so short a run, to be read and not judged */
  }
  if (trace != NULL && fclose(trace) != 0) {
    fprintf(stderr, "random_ops: %s was not written whole\n", arguments[3]);
    return 2;
  }
  return harness_end();
}
