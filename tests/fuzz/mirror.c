/* SPDX-License-Identifier: MIT */
#include "mirror.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define PAGE DXGMAP_PAGE_SIZE
#define LAST_GENERATION 0xFFFFFFFEu

/* ---- what is there ---- */

static const adapter *adapter_of(const mirror *o, uint64_t handle)
{
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (handle != 0 && o->adapters[k].handle == handle) {
      return &o->adapters[k];
    }
  }
  return NULL;
}

adapter *mirror_adapter(mirror *o, uint64_t handle)
{
  const adapter *a = adapter_of(o, handle);
  return a == NULL ? NULL : &o->adapters[a - o->adapters];
}

uint64_t mirror_lead(const mirror *o, uint64_t handle)
{
  const adapter *a = adapter_of(o, handle);
  if (a != NULL && a->start.linked) {
    a = adapter_of(o, a->lead);
  }
  return a == NULL || a->start.linked ? 0 : a->handle;
}

bool mirror_in_process(const mapping *m, uint64_t process)
{
  bool view = m->kind == DXGMAP_VIEW || m->kind == DXGMAP_VIDEO || m->kind == DXGMAP_OBJECT_VIEW;
  return m->handle != 0 && view && m->user && m->process == process;
}

const mapping *mirror_mapping(const adapter *a, uint64_t handle)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (handle != 0 && a->live[i].handle == handle) {
      return &a->live[i];
    }
  }
  return NULL;
}

const adapter *mirror_place(const mirror *o, uint64_t handle)
{
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    if (mirror_mapping(&o->adapters[k], handle) != NULL) {
      return &o->adapters[k];
    }
  }
  return NULL;
}

/* The place that the handle of a mapping says, and that mapping, when it is live and of this kind; or NULL. */
static const adapter *place_with(const mirror *o, uint64_t handle, uint32_t kind, const mapping **found)
{
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    const mapping *m = mirror_mapping(&o->adapters[k], handle);
    if (m == NULL || m->kind != kind) {
      continue;
    }
    *found = m;
    return &o->adapters[k];
  }
  return NULL;
}

static bool no_slot(const adapter *a)
{
  uint32_t taken = a->retired;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    taken += a->live[i].handle != 0;
  }
  return taken == DXGMAP_SLOTS;
}

/* Page 0 is given to nobody. */
static void mark_taken(const adapter *a, bool waiting, unsigned char taken[DXGMAP_CELLS])
{
  memset(taken, 0, DXGMAP_CELLS);
  taken[0] = 1;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0) {
      memset(taken + a->live[i].cell, 1, a->live[i].count);
    }
  }
  for (uint32_t w = 0; waiting && w < a->waits; w++) {
    memset(taken + a->waiting[w].first, 1, a->waiting[w].count);
  }
}

static uint32_t limit_of(const dxgmap_start *d)
{
  uint64_t visible = d->highest_visible / PAGE + (d->highest_visible % PAGE == PAGE - 1);
  if (d->mode == DXGMAP_IDENTITY || visible >= DXGMAP_CELLS) {
    return DXGMAP_CELLS;
  }
  return visible == 0 ? 1 : (uint32_t)visible;
}

/* Whether a run of so many pages is free; with `waiting`, free outright. */
static bool room(const adapter *a, uint32_t count, bool waiting)
{
  unsigned char taken[DXGMAP_CELLS];
  uint32_t free = 0;
  mark_taken(a, waiting, taken);
  for (uint32_t l = 0; l < limit_of(&a->start); l++) {
    free = taken[l] ? 0 : free + 1;
    if (free >= count) {
      return true;
    }
  }
  return false;
}

bool mirror_free_outright(const adapter *a, uint32_t first, uint32_t count)
{
  unsigned char taken[DXGMAP_CELLS];
  mark_taken(a, 1, taken);
  for (uint32_t l = first; l < first + count; l++) {
    if (l >= limit_of(&a->start) || taken[l]) {
      return false;
    }
  }
  return true;
}

/* ---- the translation of all pages at once ---- */

/* What keeps the device from every page. */
static uint32_t silence(const adapter *a)
{
  if (a->exclusive) {
    return DXGMAP_EXCLUSIVE;
  }
  if (a->removed) {
    return DXGMAP_REMOVED;
  }
  return a->power == DXGMAP_D0 ? DXGMAP_OK : DXGMAP_ASLEEP;
}

static uint32_t whole_answer(const adapter *a, const answer *captured)
{
  if (silence(a) != DXGMAP_OK) {
    return silence(a);
  }
  if (!a->attached) {
    return DXGMAP_BYPASS;
  }
  return captured->handle != 0 ? DXGMAP_OK : DXGMAP_BLOCKED;
}

/* First who captured what; then what that answers: in identity mode a page is named by itself, and for nobody. */
uint32_t mirror_answers(const adapter *a, answer answers[LOGICAL_MAX])
{
  bool identity = a->start.mode == DXGMAP_IDENTITY;
  uint32_t pages = identity ? DXGMAP_PAGES : DXGMAP_CELLS;
  memset(answers, 0, LOGICAL_MAX * sizeof answers[0]);
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    for (uint32_t j = 0; m->handle != 0 && j < m->count; j++) {
      answer *at = &answers[identity ? m->pages[j] : m->cell + j];
      at->page = m->pages[j];
      at->handle = m->handle;
    }
  }
  for (uint32_t l = 0; l < pages; l++) {
    answer *at = &answers[l];
    at->status = whole_answer(a, at);
    if (at->status != DXGMAP_OK) {
      at->page = at->status == DXGMAP_BYPASS ? l : 0;
    }
    if (at->status != DXGMAP_OK || identity) {
      at->handle = 0;
    }
  }
  return pages;
}

/* ---- where a call acts ---- */

uint32_t mirror_where(const mirror *o, const call *c)
{
  const mapping *named;
  const adapter *a;
  switch (c->operation) {
  case END_VIEW:
    a = mirror_place(o, c->object);
    break;
  case CREATE:
  case DESTROY:
  case MAP_OBJECT:
  case UNMAP_OBJECT:
    return DXGMAP_MACHINE;
  case CLOSE:
  case ALLOCATE_ADL:
  case FREE_ADL:
    a = place_with(o, c->object, DXGMAP_ADAPTER_OBJECT, &named);
    break;
  default:
    a = adapter_of(o, c->adapter);
  }
  return a == NULL ? DXGMAP_PLACES : (uint32_t)(a - o->adapters);
}

bool mirror_handle_left(const mirror *o, const call *c)
{
  uint32_t k = mirror_where(o, c);
  for (uint32_t j = 0; c->operation == START && j < DXGMAP_ADAPTERS; j++) {
    if (o->adapters[j].handle == 0 && !o->adapters[j].spent) {
      return true;
    }
  }
  return c->operation != START && k < DXGMAP_PLACES && !no_slot(&o->adapters[k]);
}

/* ---- what a success does ---- */

void mirror_start(mirror *o, const call *c, uint64_t handle)
{
  adapter *a = &o->adapters[(handle & 0xFFFFFFu) - 1];
  a->handle = handle;
  a->attached = c->start.mode == DXGMAP_REMAPPING;
  a->exclusive = false;
  a->removed = false;
  a->power = DXGMAP_D0;
  a->lead = 0;
  a->waits = 0;
  a->start = c->start;
}

static void retire(adapter *a, mapping *m)
{
  if ((m->handle >> 24 & 0xFFFFFFFFu) == LAST_GENERATION) {
    a->retired++;
  }
  memset(m, 0, sizeof *m);
}

void mirror_stop(mirror *o, uint64_t handle)
{
  adapter *a = mirror_adapter(o, handle);
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0) {
      retire(a, &a->live[i]);
    }
  }
  a->spent = (handle >> 24 & 0xFFFFFFFFu) == LAST_GENERATION;
  a->handle = 0;
}

void mirror_switch(adapter *a, const call *c)
{
  switch (c->operation) {
  case ATTACH:
    a->attached = true;
    break;
  case EXCLUSIVE_BEGIN:
  case EXCLUSIVE_END:
    a->exclusive = c->operation == EXCLUSIVE_BEGIN;
    break;
  case POWER:
    a->power = c->index;
    break;
  case REMOVE:
    a->removed = true;
    break;
  default:
    a->lead = c->object;
  }
}

static void leave(adapter *a)
{
  a->waits--;
  memmove(a->waiting, a->waiting + 1, a->waits * sizeof a->waiting[0]);
}

uint32_t mirror_press(adapter *a, uint32_t count)
{
  uint32_t n = 0;
  for (; a->waits > 0 && !room(a, count, 1); n++) {
    leave(a);
  }
  return n;
}

static void wait(adapter *a, const mapping *m)
{
  if (m->count == 0 || a->start.quarantine == 0) {
    return;
  }
  if (a->waits == a->start.quarantine) {
    leave(a);
  }
  a->waiting[a->waits].first = m->cell;
  a->waiting[a->waits++].count = m->count;
}

/* What the model writes down and the machine does not, or elsewhere: the slack is what a span has beyond the bytes,
   a view of an object is cached as the object is, and an adapter object leaves the range and the caching to its
   object. */
static void describe(const mirror *o, mapping *m)
{
  const mapping *object = mirror_mapping(&o->adapters[DXGMAP_MACHINE], m->of);
  if (m->kind == DXGMAP_POINTER || m->kind == DXGMAP_OBJECT_VIEW) {
    m->slack = m->span - (uint32_t)(m->length / PAGE);
  }
  if (m->kind == DXGMAP_OBJECT_VIEW && object != NULL) {
    m->cache = object->cache;
  }
  if (m->kind == DXGMAP_ADAPTER_OBJECT) {
    m->cache = 0;
    m->physical = 0;
  }
}

void mirror_acquire(mirror *o, uint32_t k, uint64_t handle, const uint64_t fields[MACHINE_FIELDS])
{
  adapter *a = &o->adapters[k];
  uint32_t i = 0;
  while (a->live[i].handle != 0) {
    i++;
  }
  mapping *m = &a->live[i];
  memset(m, 0, sizeof *m);
  bool of_object = fields[F_KIND] == DXGMAP_OBJECT || fields[F_KIND] == DXGMAP_ADAPTER_OBJECT;
  m->handle = handle;
  m->kind = (uint32_t)fields[F_KIND];
  m->of = fields[F_PARENT];
  m->index = (uint32_t)fields[of_object ? F_MEMORY : F_INDEX];
  m->space = (uint32_t)fields[F_SPACE];
  m->user = fields[of_object ? F_BOUND : F_USER] != 0;
  m->cache = (uint32_t)fields[F_CACHE];
  m->physical = fields[F_PHYSICAL];
  m->length = fields[F_LENGTH];
  m->process = m->user && !of_object ? fields[F_PROCESS] : 0;
  m->place = (uint32_t)fields[F_PLACE];
  m->span = (uint32_t)fields[F_SPAN];
  m->cell = (uint32_t)fields[F_BASE];
  m->count = (uint32_t)fields[F_COUNT];
  memcpy(m->pages, fields + F_FIRST_PAGE, m->count * sizeof m->pages[0]);
  describe(o, m);
}

void mirror_release(mirror *o, uint64_t handle)
{
  const adapter *place = mirror_place(o, handle);
  for (uint32_t i = 0; place != NULL && i < DXGMAP_SLOTS; i++) {
    adapter *a = &o->adapters[place - o->adapters];
    if (a->live[i].handle == handle) {
      wait(a, &a->live[i]);
      retire(a, &a->live[i]);
    }
  }
}
