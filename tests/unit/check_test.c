/* SPDX-License-Identifier: MIT */
/* The check of the invariant: it accepts what steps lead to, and refuses every fault that is planted in a state, one in
   each array and field at least; on arbitrary memory it answers without a step outside its arrays. */

#include "harness.h"
#include "random.h"
#include "checks/check.h"
#include "operations/op_adapter.h"
#include "operations/op_object_view.h"
#include "operations/op_pages.h"
#include "operations/op_pin.h"
#include "operations/op_pointer.h"

#include <stdbool.h>
#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "a state is copied for every planted fault: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define PAGE ((uint64_t)DXGMAP_PAGE_SIZE)
#define FLIPS 20000u

static dxgmap_state good;
static dxgmap_state state;
static dxgmap_counts scratch;

static void expect(const char *what, bool expected)
{
  memset(&scratch, 0xA5, sizeof scratch);
  EXPECT(what, expected, dxgmap_check(&state, &scratch) != 0);
  state = good;
}

static void expect_ok(const char *what, uint32_t status)
{
  EXPECT(what, DXGMAP_OK, status);
}

static const dxgmap_caller caller = {DXGMAP_PASSIVE_LEVEL, 7, 1};

static uint64_t start(uint64_t area, uint32_t mode)
{
  dxgmap_start d;
  memset(&d, 0, sizeof d);
  d.mode = mode;
  d.capability = mode == DXGMAP_REMAPPING ? DXGMAP_BY_ADL : DXGMAP_BY_MDL;
  d.quarantine = mode == DXGMAP_REMAPPING ? 2 : 0;
  d.chain = 2;
  d.save_bytes[0] = area * PAGE;
  d.save_bytes[1] = area * PAGE;
  d.commit_limit = 1000;
  d.installed_pages = DXGMAP_PAGES;
  d.highest_visible = UINT64_MAX;
  d.resources = 2;
  d.resource[0].space = DXGMAP_MEMORY_SPACE;
  d.resource[0].start = 0xE0000000u;
  d.resource[0].length = 0x10000u;
  d.resource[1].space = DXGMAP_IO_SPACE;
  d.resource[1].start = 0x3C0;
  d.resource[1].length = 0x20;
  dxgmap_outcome o = dxgmap_op_start(&state, &d);
  expect_ok("start", o.status);
  return o.handle;
}

static void view(uint32_t k, uint32_t space, uint64_t physical, uint64_t length, uint32_t place, uint32_t span)
{
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_VIEW, 0);
  d.space = space;
  d.physical = physical;
  d.length = length;
  expect_ok("view", dxgmap_state_take(&state, k, d, place, span, 0).status);
}

static uint64_t object(void)
{
  static const dxgmap_object_request r = {.type = DXGMAP_OBJECT_SECTION, .length = 8 * DXGMAP_PAGE_SIZE};
  dxgmap_outcome o = dxgmap_op_create(&state, caller, r);
  expect_ok("create", o.status);
  return o.handle;
}

static uint64_t adl(uint64_t opened, const uint64_t *pages, uint32_t n)
{
  dxgmap_outcome o = dxgmap_op_allocate_adl(&state, caller, opened, 0, n * PAGE, 0, pages, n, 0);
  expect_ok("ADL", o.status);
  return o.handle;
}

/* Adapter 3 remaps. Its slots: 0 opens object 0, 1 an ADL of it, 2 and 3 idle, whose runs wait, 4 opens object 3, 5 an
   ADL of that. The machine's: 0 an object, 1 one that is not opened, 2 a view of 0, 3 an object, 4 a view of 1. */
static void build_objects(uint64_t adapter, const uint64_t *pages)
{
  uint64_t first = object();
  uint64_t second = object();
  expect_ok("view", dxgmap_op_map_object(&state, caller, first, 0, 0, 2 * PAGE, 3, 1, 0).status);
  uint64_t third = object();
  expect_ok("view", dxgmap_op_map_object(&state, caller, second, 1, PAGE, PAGE, 9, 0, 0).status);
  dxgmap_outcome o = dxgmap_op_open(&state, caller, first, adapter, 0);
  expect_ok("open", o.status);
  adl(o.handle, pages, 3);
  uint64_t a = adl(o.handle, pages + 1, 4);
  uint64_t b = adl(o.handle, pages, 2);
  dxgmap_outcome last = dxgmap_op_open(&state, caller, third, adapter, 0);
  expect_ok("open", last.status);
  adl(last.handle, pages + 3, 2);
  expect_ok("free", dxgmap_op_free_adl(&state, caller, o.handle, a).status);
  expect_ok("free", dxgmap_op_free_adl(&state, caller, o.handle, b).status);
}

/* Adapter 0: slots 0 pin, 1 a page list of its own, 2 idle, 3 a contiguous run, 4 a pointer, 5 a view, 6 a view of
   ports. Adapter 1 shares pages with it. Adapter 2 was stopped. The others, but 3, were never started. */
static void build(void)
{
  static const uint64_t pages[6] = {9, 3, 3, 40, 41, 63};
  memset(&state, 0, sizeof state);
  uint64_t a = start(8, DXGMAP_IDENTITY);
  uint64_t b = start(4, DXGMAP_IDENTITY);
  uint64_t c = start(4, DXGMAP_IDENTITY);
  build_objects(start(4, DXGMAP_REMAPPING), pages);
  expect_ok("pin", dxgmap_op_pin(&state, caller, a, 1, 4 * PAGE, DXGMAP_PIN, pages, 4, 0).status);
  expect_ok("pages", dxgmap_op_map_pages(&state, caller, a, DXGMAP_MDL, pages, 6).status);
  dxgmap_outcome o = dxgmap_op_map_pages(&state, caller, a, DXGMAP_MDL, pages, 2);
  expect_ok("pages", dxgmap_op_map_pages(&state, caller, a, DXGMAP_CONTIGUOUS, pages + 3, 2).status);
  expect_ok("pointer", dxgmap_op_map_pointer(&state, caller, a, 0, PAGE, 0, 5, 1, 0).status);
  view(0, DXGMAP_MEMORY_SPACE, 0xE0000010u, 0x2000, 8, 3);
  view(0, DXGMAP_IO_SPACE, 0x3D0, 4, 0, 0);
  expect_ok("pages", dxgmap_op_unmap_pages(&state, caller, a, DXGMAP_MDL, o.handle).status);
  expect_ok("pages", dxgmap_op_map_pages(&state, caller, b, DXGMAP_PAGE_LIST, pages, 6).status);
  expect_ok("pages", dxgmap_op_map_pages(&state, caller, c, DXGMAP_PAGE_LIST, pages, 6).status);
  expect_ok("stop", dxgmap_op_stop(&state, c));
  good = state;
}

static void fault(const char *what, uint32_t *field, uint32_t value)
{
  EXPECT("the field is not so already", 1, *field != value);
  *field = value;
  expect(what, false);
}

static void fault64(const char *what, uint64_t *field, uint64_t value)
{
  EXPECT("the field is not so already", 1, *field != value);
  *field = value;
  expect(what, false);
}

/* A check that fails names the line of the fault too. */
#define fault(...) FROM_HERE(fault(__VA_ARGS__))
#define fault64(...) FROM_HERE(fault64(__VA_ARGS__))
#define expect(...) FROM_HERE(expect(__VA_ARGS__))

static void machine_faults(void)
{
  dxgmap_adapter *a = &state.adapter[0];
  fault64("commit", &state.commit, good.commit + 1);
  fault("generation", &a->generation, 0xFFFFFFFFu);
  fault("started, with mappings", &a->started, 0);
  fault("attached, stopped", &state.adapter[2].switches.attached, 1);
  fault("exclusive, stopped", &state.adapter[2].switches.exclusive, 1);
  fault("asleep, stopped", &state.adapter[2].switches.power, DXGMAP_D3);
  fault("removed, stopped", &state.adapter[2].switches.removed, 1);
  fault64("linked, stopped", &state.adapter[2].switches.lead, 1);
  fault64("charge of the machine", &state.adapter[DXGMAP_MACHINE].charge, 1);
  state.commit += 1;
  fault64("charge of the machine and commit", &state.adapter[DXGMAP_MACHINE].charge, 1);
  fault64("charge", &a->charge, good.adapter[0].charge + 1);
  a->charge += 1;
  fault64("charge and commit", &state.commit, good.commit + 1);
  fault("chain, too long", &a->saves.chain, DXGMAP_CHAIN + 1);
  fault("chain, too short", &a->saves.chain, 1);
  fault64("maximum", &a->saves.maximum.pages[0], 9);
  a->saves.maximum.pages[0] = 13;
  fault64("maximum below its pin", &a->saves.maximum.pages[1], 3);
  a->saves.maximum.pages[1] = 16;
  fault64("maximum below its pointer", &a->saves.maximum.pages[0], 0);
  a->charge = 3;
  a->saves.maximum.pages[1] = 4;
  fault64("a sum of maxima that wraps", &a->saves.maximum.pages[0], UINT64_MAX);
  fault("pin, forgotten", &a->saves.pin[1], 0);
  fault("pin, of another kind", &a->saves.pin[0], 2);
  fault("pin, of a slot that is none", &a->saves.pin[1], DXGMAP_SLOTS + 1);
  fault("pin, beyond the chain", &a->saves.pin[5], 1);
  fault("resource count", &a->resources.count, 1);
  fault("resource count, too large", &a->resources.count, DXGMAP_RESOURCES + 1);
  fault("resource space", &a->resources.at[0].space, DXGMAP_IO_SPACE);
  fault64("resource start", &a->resources.at[0].start, 0xE0000011u);
  fault64("resource length", &a->resources.at[0].length, 0x200Fu);
}

static void slot_faults(void)
{
  dxgmap_slots *t = &state.adapter[0].slots;
  fault("slots high", &t->high, good.adapter[0].slots.high - 1);
  fault("slots high, too large", &t->high, DXGMAP_SLOTS + 1);
  fault("slots free", &t->free, 2);
  fault("slots free, wrapping", &t->free, 0xFFFFFFFFu);
  fault("slots live", &t->live, 5);
  fault("slots live, wrapping", &t->live, 0xFFFFFFFFu);
  fault("generation of a live slot", &t->generation[1], DXGMAP_GENERATION_MAX);
  fault("generation of an idle slot", &t->generation[2], DXGMAP_GENERATION_MAX);
  fault("generation of a fresh slot", &t->generation[20], 1);
  fault("slots order", &t->order[1], t->order[2]);
  fault("slots order, outside", &t->order[1], 0xFFFFFFFFu);
  fault("slots place", &t->place[1], t->place[3]);
  fault("slots place, outside", &t->place[1], DXGMAP_SLOTS);
}

static void range_faults(void)
{
  dxgmap_ranges *r = &state.adapter[0].domain.ranges;
  uint32_t id = DXGMAP_ID(1);
  fault("limit, less", &r->limit, DXGMAP_CELLS - 1);
  fault("limit, too large", &r->limit, DXGMAP_CELLS + 1);
  fault("limit of ranges not started, too large", &state.adapter[7].domain.ranges.limit, DXGMAP_CELLS + 1);
  fault("heap count", &r->heap.count, r->heap.count - 1);
  fault("heap count, too large", &r->heap.count, DXGMAP_HEAP_IDS + 1);
  fault("heap high", &r->heap.high, r->heap.high - 1);
  fault("heap high, too large", &r->heap.high, DXGMAP_HEAP_IDS + 1);
  fault("heap order", &r->heap.order[0], r->heap.order[1]);
  fault("heap order, outside", &r->heap.order[0], 0xFFFFFFFFu);
  fault("heap place", &r->heap.place[0], r->heap.place[1]);
  fault("heap place, outside", &r->heap.place[0], DXGMAP_HEAP_IDS);
  fault("heap gap", &r->heap.gap[r->heap.order[0]], r->heap.gap[r->heap.order[0]] - 1);
  fault("heap gap, too large", &r->heap.gap[r->heap.order[0]], 0xFFFFFFFFu);
  fault("heap gap of no range", &r->heap.gap[DXGMAP_HEAP_IDS - 1], 1);
  fault("base", &r->base[id], r->base[id] + 1);
  fault("base, outside", &r->base[id], 0xFFFFFFFFu);
  fault("base of the head", &r->base[0], 1);
  fault("length", &r->length[id], 5);
  fault("length, none", &r->length[id], 0);
  fault("length, too large", &r->length[id], 0xFFFFFFFFu);
  fault("length of an idle slot", &r->length[id + 1], 1);
  fault("length of the head", &r->length[0], 2);
  fault("length of the head, none", &r->length[0], 0);
  fault("next", &r->next[id], id);
  fault("next, outside", &r->next[id], 0xFFFFFFFFu);
  fault("prev", &r->prev[id], id);
  fault("prev, outside", &r->prev[id], DXGMAP_HEAP_IDS);
  fault("order of ranges not started", &state.adapter[7].domain.ranges.heap.order[4], 1);
  fault("place of ranges not started", &state.adapter[7].domain.ranges.heap.place[4], 1);
  fault("gap of ranges not started", &state.adapter[7].domain.ranges.heap.gap[4], 1);
  fault("base of ranges not started", &state.adapter[7].domain.ranges.base[4], 1);
  fault("next of ranges not started", &state.adapter[7].domain.ranges.next[4], 1);
  fault("prev of ranges not started", &state.adapter[7].domain.ranges.prev[4], 1);
  fault("count of ranges not started", &state.adapter[7].domain.ranges.heap.count, 1);
}

static void waiting_faults(void)
{
  dxgmap_ranges *r = &state.adapter[3].domain.ranges;
  fault("waiting, one less", &r->waiting.count, 1);
  fault("waiting, one more", &r->waiting.count, 3);
  r->waiting.limit = DXGMAP_QUARANTINE;
  fault("waiting, one more, as may be", &r->waiting.count, 3);
  fault("waiting, wrapping", &r->waiting.count, 0xFFFFFFFFu);
  fault("waiting limit, less", &r->waiting.limit, 1);
  fault("waiting limit, too large", &r->waiting.limit, DXGMAP_QUARANTINE + 1);
  fault("oldest", &r->waiting.oldest, 1);
  fault("oldest, outside", &r->waiting.oldest, DXGMAP_QUARANTINE);
  fault("oldest, wrapping", &r->waiting.oldest, 0xFFFFFFFFu);
  fault("base of what waits", &r->base[1], r->base[1] + 1);
  fault("length of what waits", &r->length[1], r->length[1] - 1);
  fault("length of what waits, none", &r->length[1], 0);
  fault("length of what does not wait", &r->length[4], 1);
  fault("waiting in ranges not started", &state.adapter[7].domain.ranges.waiting.count, 1);
  fault("oldest in ranges not started", &state.adapter[7].domain.ranges.waiting.oldest, DXGMAP_QUARANTINE);
  r->waiting.limit = DXGMAP_QUARANTINE;
  expect("waiting limit, more", true);
}

static void domain_faults(void)
{
  dxgmap_domain *d = &state.adapter[0].domain;
  uint32_t used = d->ranges.base[DXGMAP_ID(1)];
  uint32_t idle = DXGMAP_CELLS - 1;
  fault("cell, emptied", &d->cells.cell[used], 0);
  d->counts.count[d->cells.cell[used] - 1]--;
  fault("cell, emptied with its count", &d->cells.cell[used], 0);
  fault("cell, another page", &d->cells.cell[used], 60);
  fault("cell, a page that is none", &d->cells.cell[used], DXGMAP_PAGES + 1);
  fault("cell, a page that is none", &d->cells.cell[used], 0xFFFFFFFFu);
  d->counts.count[59]++;
  fault("cell that no range has, with its count", &d->cells.cell[idle], 60);
  state.adapter[7].domain.counts.count[59]++;
  fault("cell of ranges not started, with its count", &state.adapter[7].domain.cells.cell[0], 60);
  fault("count", &d->counts.count[3], d->counts.count[3] + 1);
  fault("count, one less", &d->counts.count[3], d->counts.count[3] - 1);
  fault("count, too large", &d->counts.count[3], d->counts.count[3] + DXGMAP_CELLS);
}

/* Adapter 0, in identity mode, translates nothing. Adapter 3 remaps; block `far` of it is free. */
static void translation_faults(void)
{
  dxgmap_translation *identity = &state.adapter[0].domain.translation;
  dxgmap_domain *d = &state.adapter[3].domain;
  dxgmap_translation *t = &d->translation;
  uint32_t used = d->ranges.base[DXGMAP_ID(1)];
  uint32_t waits = d->ranges.base[1];
  uint32_t far = DXGMAP_BLOCKS - 1u;
  fault("translation, lost", &t->entries.value[used], 0);
  fault("translation, of another page", &t->entries.value[used], 60);
  fault("translation, stale", &t->entries.value[waits], 60);
  fault("translation, stale, a block of them", &t->directory.word[far], 20 + DXGMAP_TRANSLATION_RUN);
  fault("translation, none in a block", &t->directory.word[used / DXGMAP_BLOCK], DXGMAP_TRANSLATION_EMPTY);
  fault("translation, of a page that is none", &t->entries.value[used], DXGMAP_PAGES + 1);
  fault("translation, an entry that is none and does not count", &t->entries.value[far * DXGMAP_BLOCK],
        DXGMAP_PAGES + 1);
  fault("translation, a run that is too long", &t->directory.word[far],
        DXGMAP_PAGES + DXGMAP_TRANSLATION_RUN - DXGMAP_BLOCK + 1u);
  fault("translation, a run outside", &t->directory.word[far], 0xFFFFFFFFu);
  fault("translation in identity mode, a block", &identity->directory.word[0], DXGMAP_TRANSLATION_RUN);
  identity->directory.word[0] = DXGMAP_TRANSLATION_TABLE;
  fault("translation in identity mode, a page", &identity->entries.value[3], 4);
  fault("translation of ranges not started", &state.adapter[7].domain.translation.directory.word[1],
        DXGMAP_TRANSLATION_RUN);
  t->entries.value[far * DXGMAP_BLOCK] = 60;
  expect("translation, a stale entry that does not count", true);
}

static void owner_faults(void)
{
  dxgmap_domain *d = &state.adapter[3].domain;
  uint32_t used = d->ranges.base[DXGMAP_ID(1)];
  uint32_t waits = d->ranges.base[1];
  fault("owner, lost", &d->owners.id[used], 0);
  fault("owner, another", &d->owners.id[used], DXGMAP_ID(5));
  fault("owner, none of its own", &d->owners.id[used], DXGMAP_ID(0));
  fault("owner, one that waits", &d->owners.id[used], 1);
  fault("owner, outside", &d->owners.id[used], DXGMAP_HEAP_IDS);
  fault("owner, outside", &d->owners.id[used], 0xFFFFFFFFu);
  fault("owner of a free page", &d->owners.id[DXGMAP_CELLS - 1], DXGMAP_ID(1));
  fault("owner of what waits", &d->owners.id[waits], 1);
  d->counts.count[59]++;
  d->cells.cell[waits] = 60;
  dxgmap_translation_map_run(&d->translation, waits, 1, 59);
  fault("owner of what waits, with a cell, its count and its translation", &d->owners.id[waits], 1);
  d->counts.count[d->cells.cell[used] - 1]--;
  d->cells.cell[used] = 0;
  dxgmap_translation_unmap(&d->translation, used, 1);
  fault("owner, lost with its cell, its count and its translation", &d->owners.id[used], 0);
  fault("owner in ranges not started", &state.adapter[7].domain.owners.id[4], DXGMAP_ID(3));
}

static void move_link(dxgmap_links *l, uint32_t slot, uint32_t to)
{
  if (l->to.slot[slot] != 0) {
    l->uses.count[l->to.slot[slot] - 1]--;
  }
  l->to.slot[slot] = to;
  if (to != 0) {
    l->uses.count[to - 1]++;
  }
}

/* The same on an adapter and on the machine: slot `linked` belongs to slot 0; slot `alike` is of the kind of slot 0. */
static void link_faults_of(uint32_t k, uint32_t linked, uint32_t alike)
{
  dxgmap_links *l = &state.adapter[k].links;
  fault("link, lost", &l->to.slot[linked], 0);
  fault("link, moved", &l->to.slot[linked], alike + 1);
  fault("link, outside", &l->to.slot[linked], DXGMAP_SLOTS + 1);
  fault("link, outside", &l->to.slot[linked], 0xFFFFFFFFu);
  fault("uses, one more", &l->uses.count[0], l->uses.count[0] + 1);
  fault("uses, none", &l->uses.count[0], 0);
  fault("uses of an idle slot", &l->uses.count[30], 1);
  move_link(l, linked, 0);
  expect("link, lost with its use", false);
  move_link(l, linked, linked + 1);
  expect("link to another kind, with its use", false);
  move_link(l, linked, 31);
  expect("link to an idle slot, with its use", false);
  move_link(l, alike, 1);
  expect("link of a kind that has none, with its use", false);
  move_link(l, 30, 1);
  expect("link of an idle slot, with its use", false);
  move_link(l, linked, alike + 1);
  expect("link to another of the kind, with its use", true);
}

static void object_faults(void)
{
  dxgmap_adapter *a = &state.adapter[3];
  dxgmap_adapter *m = &state.adapter[DXGMAP_MACHINE];
  fault("opened, forgotten", &state.opened.place[0], 0);
  fault("opened, by another adapter", &state.opened.place[0], 1);
  fault("opened, by the machine", &state.opened.place[0], DXGMAP_MACHINE + 1);
  fault("opened, outside", &state.opened.place[0], DXGMAP_PLACES + 1);
  fault("opened, outside", &state.opened.place[0], 0xFFFFFFFFu);
  fault("opened, by another slot", &state.opened.slot[0], 4);
  fault("opened, by a slot that is none", &state.opened.slot[0], DXGMAP_SLOTS);
  fault("opened, by a slot that is none", &state.opened.slot[0], 0xFFFFFFFFu);
  state.opened.slot[1] = 0;
  fault("opened, by the adapter object of another", &state.opened.place[1], 4);
  state.opened.slot[1] = 1;
  fault("opened, by an ADL", &state.opened.place[1], 4);
  fault("opened, an idle slot", &state.opened.place[30], 4);
  fault("object, none", &a->descriptors.at[0].object, 0);
  fault("object, not opened", &a->descriptors.at[0].object, 2);
  fault("object, opened by another", &a->descriptors.at[0].object, 4);
  fault("object, a view", &a->descriptors.at[0].object, 3);
  fault("object, outside", &a->descriptors.at[0].object, DXGMAP_SLOTS + 1);
  fault("object, outside", &a->descriptors.at[0].object, 0xFFFFFFFFu);
  fault("kind of an adapter object", &a->descriptors.at[0].kind, DXGMAP_OBJECT);
  fault("kind of an ADL", &a->descriptors.at[1].kind, DXGMAP_MDL);
  fault("kind of an object", &m->descriptors.at[3].kind, DXGMAP_ADAPTER_OBJECT);
  fault("kind of an object, none", &m->descriptors.at[3].kind, DXGMAP_NO_KIND);
  fault("kind of a view of an object", &m->descriptors.at[2].kind, DXGMAP_OBJECT);
  fault("kind of a view of an object", &m->descriptors.at[2].kind, DXGMAP_VIEW);
  fault("span of a view of an object", &m->views.span[2], 2);
  fault("window owner, of the machine", &m->views.owner[3], 0);
  fault("slots of the machine", &m->slots.live, 4);
  m->domain.cells.cell[5] = 60;
  m->domain.counts.count[59]++;
  fault("a page that the machine captures", &m->domain.owners.id[5], DXGMAP_ID(0));
}

static void view_faults(void)
{
  dxgmap_adapter *a = &state.adapter[0];
  fault("view place", &a->views.place[5], 9);
  fault("view place, outside", &a->views.place[5], 0xFFFFFFFFu);
  fault("view span", &a->views.span[5], 2);
  fault("view span, over another", &a->views.span[4], 4);
  fault("view span, outside", &a->views.span[5], 0xFFFFFFFFu);
  fault("view span, none", &a->views.span[5], 0);
  fault("window owner, lost", &a->views.owner[9], 0);
  fault("window owner, another", &a->views.owner[9], 5);
  fault("window owner of a free page", &a->views.owner[20], 6);
  fault("window owner that is none", &a->views.owner[20], DXGMAP_SLOTS + 1);
  fault("kind, none", &a->descriptors.at[5].kind, DXGMAP_NO_KIND);
  fault("kind, another", &a->descriptors.at[0].kind, DXGMAP_MDL);
  fault("kind, a second pin", &a->descriptors.at[1].kind, DXGMAP_PIN2);
  fault("kind that is none", &a->descriptors.at[1].kind, DXGMAP_SYSTEM + 1);
  fault("kind of an idle slot", &a->descriptors.at[2].kind, DXGMAP_MDL);
  fault("index of a pin", &a->descriptors.at[0].index, 0);
  fault("index of a pin, outside", &a->descriptors.at[0].index, 0xFFFFFFFFu);
  fault("index of a pointer", &a->descriptors.at[4].index, 2);
  fault64("offset of a pointer", &a->descriptors.at[4].physical, 8 * PAGE);
  fault64("offset of a pointer that wraps", &a->descriptors.at[4].physical, UINT64_MAX);
  fault64("length of a pointer", &a->descriptors.at[4].length, 8 * PAGE + 1);
  fault64("length of a pointer, none", &a->descriptors.at[4].length, 0);
  fault("space of a view", &a->descriptors.at[5].space, DXGMAP_IO_SPACE);
  fault("space of a view of ports", &a->descriptors.at[6].space, DXGMAP_MEMORY_SPACE);
  fault64("range of a view", &a->descriptors.at[5].physical, 0xDFFFFFFFu);
  fault64("length of a view", &a->descriptors.at[5].length, 0xFFF1u);
  fault64("length of a view that wraps", &a->descriptors.at[5].length, UINT64_MAX);
}

/* No step outside an array: the sanitizers see it. Most of these states are refused, not all: some fields are free. */
static void arbitrary_memory(void)
{
  static const uint32_t values[] = {0, 1, 2, DXGMAP_SLOTS, DXGMAP_CELLS, 0x7FFFFFFFu, 0x80000000u, 0xFFFFFFFFu};
  unsigned char *bytes = (unsigned char *)&state;
  unsigned refused = 0;
  for (uint32_t n = 0; n < FLIPS; n++) {
    random_seed(n);
    check_at(n, 0);
    for (uint32_t k = 0; k <= n % 3; k++) {
      uint32_t value = random_below(2) == 0 ? (uint32_t)random_64() : values[random_below(8)];
      memcpy(bytes + random_below(sizeof state / 4) * 4, &value, sizeof value);
    }
    refused += dxgmap_check(&state, &scratch) == 0;
    state = good;
  }
  for (size_t k = 0; k < sizeof state; k++) {
    bytes[k] = (unsigned char)random_64();
  }
  expect("random bytes", false);
  memset(&state, 0xFF, sizeof state);
  expect("bytes of 0xFF", false);
  EXPECT("words overwritten: most are refused", 1, refused > FLIPS / 2);
  EXPECT("words overwritten: some are accepted", 1, refused < FLIPS);
}

/* Every test begins with the state that steps lead to, and each of its faults leaves it again. */
static void reset(void)
{
  state = good;
}

static void zeroed_memory_is_accepted(void)
{
  memset(&state, 0, sizeof state);
  expect("zeroed memory", true);
}

static void what_steps_lead_to_is_accepted(void)
{
  build();
  expect("a state that steps lead to", true);
}

static void link_faults(void)
{
  link_faults_of(3, 1, 4);
}

static void link_faults_of_the_machine(void)
{
  link_faults_of(DXGMAP_MACHINE, 2, 3);
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(zeroed_memory_is_accepted);
  RUN(what_steps_lead_to_is_accepted);
  RUN(machine_faults);
  RUN(slot_faults);
  RUN(range_faults);
  RUN(waiting_faults);
  RUN(domain_faults);
  RUN(translation_faults);
  RUN(owner_faults);
  RUN(link_faults);
  RUN(link_faults_of_the_machine);
  RUN(object_faults);
  RUN(view_faults);
  RUN(arbitrary_memory);
  return harness_end();
}
