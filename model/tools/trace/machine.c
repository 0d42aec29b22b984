/* SPDX-License-Identifier: MIT */
#include "machine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* ---- The core's state: all zero, and touched only where it is used ---- */

static bool map_state(machine *m)
{
  m->state =
      mmap(NULL, sizeof(dxgmap_state), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return m->state != MAP_FAILED;
}

bool machine_open(machine *m)
{
  memset(m, 0, sizeof(*m));
  m->installed = DXGMAP_PAGES;
  m->commit = UINT64_MAX;
  return map_state(m);
}

static void free_names(machine *m)
{
  for (uint64_t i = 0; i < m->names.size; i++) {
    if (m->names.entry[i].sort == NAME_MDL) {
      free(m->names.entry[i].value);
    }
  }
  table_free(&m->names);
}

void machine_stop(machine *m, uint32_t k)
{
  for (uint32_t i = 0; i < sizeof(m->window[k].spare) / sizeof(m->window[k].spare[0]); i++) {
    free(m->window[k].spare[i].at);
  }
  memset(&m->adapter[k], 0, sizeof(m->adapter[k]));
  memset(&m->window[k], 0, sizeof(m->window[k]));
}

static void let_go(machine *m)
{
  life *next = NULL;
  for (life *l = m->lives; l != NULL; l = next) {
    next = l->next;
    machine_die(m, l, 0);
  }
  free_names(m);
  for (uint32_t k = 0; k <= ADAPTERS; k++) {
    machine_stop(m, k);
  }
}

void machine_reset(machine *m)
{
  let_go(m);
  if (madvise(m->state, sizeof(dxgmap_state), MADV_DONTNEED) != 0) {
    abort();
  }
  m->pasts = 0;
  m->gones = 0;
}

void machine_close(machine *m)
{
  let_go(m);
  (void)munmap(m->state, sizeof(dxgmap_state));
  free(m->page);
}

/* ---- Adapters and pages ---- */

uint32_t machine_adapter(const machine *m, uint64_t name)
{
  uint32_t k = 0;
  while (k < ADAPTERS && !(m->adapter[k].started && m->adapter[k].name == name)) {
    k++;
  }
  return k;
}

uint64_t machine_model(const machine *m, uint64_t name)
{
  uint32_t k = machine_adapter(m, name);
  return k < ADAPTERS ? m->adapter[k].model : NO_HANDLE;
}

uint64_t *machine_pages(machine *m, uint64_t count)
{
  if (count > m->room) {
    free(m->page);
    m->room = count * 2;
    m->page = take((size_t)m->room * sizeof(uint64_t));
  }
  return m->page;
}

void machine_invent(machine *m, uint64_t count)
{
  (void)machine_pages(m, count);
  for (uint64_t i = 0; i < count; i++) {
    m->page[i] = 1 + i % (DXGMAP_PAGES - 1);
  }
}

/* ---- Lives ---- */

life *machine_find(const machine *m, uint32_t sort, uint64_t name)
{
  return table_find(&m->names, sort, name);
}

life *machine_of_model(const machine *m, uint64_t model)
{
  return table_find(&m->names, NAME_MODEL, model);
}

uint64_t machine_handle(const machine *m, uint32_t sort, uint64_t name)
{
  static const uint32_t sorts[] = {NAME_HANDLE, NAME_OBJECT, NAME_OPENED, NAME_LIST};
  const life *found = machine_find(m, sort, name);
  for (uint32_t i = 0; found == NULL && i < sizeof(sorts) / sizeof(sorts[0]); i++) {
    found = machine_find(m, sorts[i], name);
  }
  return found != NULL && found->model != 0 ? found->model : NO_HANDLE;
}

life *machine_born(machine *m, const trace_line *line, uint32_t kind, uint64_t model)
{
  life *l = take(sizeof(life));
  uint32_t k = machine_adapter(m, line->adapter);
  l->line = line->number;
  l->time = line->time;
  l->kind = kind;
  l->model = model;
  l->adapter = (uint8_t)k;
  l->ending = ADAPTERS;
  l->next = m->lives;
  if (m->lives != NULL) {
    m->lives->previous = l;
  }
  m->lives = l;
  m->live += 1;
  if (model != 0) {
    table_put(&m->names, NAME_MODEL, model, l);
  }
  return l;
}

void machine_name(machine *m, life *l, uint32_t sort, uint64_t name)
{
  l->sort = sort;
  l->name = name;
  table_put(&m->names, sort, name, l);
}

void machine_list(machine *m, life *l, uint64_t list)
{
  l->list = list;
  table_put(&m->names, NAME_LIST, list, l);
}

static void forget_name(machine *m, uint32_t sort, uint64_t name, const life *l)
{
  if (table_find(&m->names, sort, name) == l) {
    table_drop(&m->names, sort, name);
  }
}

static void leave_mdl(machine *m, life *l)
{
  if (l->mdl == NULL) {
    return;
  }
  life **at = &l->mdl->maps;
  while (*at != l) {
    at = &(*at)->beside;
  }
  *at = l->beside;
  if (l->mdl->maps == NULL && l->mdl->state == MDL_UNKNOWN) {
    machine_mdl_drop(m, l->mdl);
  }
  l->mdl = NULL;
}

static uint32_t size_class(uint64_t pages)
{
  uint32_t k = 0;
  while (k < 24 && ((uint64_t)1 << k) < pages) {
    k++;
  }
  return k;
}

static void give_place(machine *m, const life *l)
{
  uint32_t of = l->kind == DXGMAP_MAPPING_OBJECT_VIEW ? ADAPTERS : l->adapter;
  uint32_t k = size_class(l->span);
  window *w = &m->window[of];
  if (w->spare[k].count == w->spare[k].room) {
    uint32_t room = w->spare[k].room != 0 ? w->spare[k].room * 2 : 16;
    uint32_t *at = take(room * sizeof(uint32_t));
    if (w->spare[k].count > 0) {
      memcpy(at, w->spare[k].at, w->spare[k].count * sizeof(uint32_t));
    }
    free(w->spare[k].at);
    w->spare[k].at = at;
    w->spare[k].room = room;
  }
  w->spare[k].at[w->spare[k].count++] = l->at;
}

void machine_die(machine *m, life *l, uint64_t line)
{
  past *p = &m->past[m->pasts++ % REMEMBERED];
  *p = (past){l->name, l->list, l->base, (l->range != NULL && l->base != 0) ? l->range->count : 0,
              l->line, line,    l->sort, l->kind};
  if (m->ended != NULL) {
    m->ended(l, line, m->context);
  }
  leave_mdl(m, l);
  while (l->range != NULL) {
    range *also = l->range->also;
    ranges_drop(&m->places, l->range);
    l->range = also;
  }
  if (l->span != 0) {
    give_place(m, l);
  }
  if (l->sort != 0) {
    forget_name(m, l->sort, l->name, l);
  }
  if (l->list != 0) {
    forget_name(m, NAME_LIST, l->list, l);
  }
  if (l->model != 0) {
    forget_name(m, NAME_MODEL, l->model, l);
  }
  if (l->previous != NULL) {
    l->previous->next = l->next;
  } else {
    m->lives = l->next;
  }
  if (l->next != NULL) {
    l->next->previous = l->previous;
  }
  m->live -= 1;
  free(l);
}

static const past *search_past(const machine *m, uint32_t sort, uint64_t name, uint64_t address)
{
  uint64_t kept = m->pasts < REMEMBERED ? m->pasts : REMEMBERED;
  for (uint64_t i = 0; i < kept; i++) {
    const past *p = &m->past[(m->pasts - 1 - i) % REMEMBERED];
    bool named = sort != 0 && ((p->sort == sort && p->name == name) || (sort == NAME_LIST && p->list == name));
    if (named || (sort == 0 && p->bytes != 0 && address - p->base < p->bytes)) {
      return p;
    }
  }
  return NULL;
}

const past *machine_past(const machine *m, uint32_t sort, uint64_t name)
{
  return search_past(m, sort, name, 0);
}

const past *machine_past_at(const machine *m, uint64_t address)
{
  return search_past(m, 0, 0, address);
}

/* ---- Windows ---- */

uint32_t machine_claim(machine *m, uint32_t of, uint64_t pages)
{
  window *w = &m->window[of];
  uint32_t k = size_class(pages);
  if (w->spare[k].count > 0) {
    return w->spare[k].at[--w->spare[k].count];
  }
  uint64_t at = w->next;
  w->next += (uint64_t)1 << k;
  return at < UINT32_MAX ? (uint32_t)at : UINT32_MAX; /* beyond the window: the core refuses it */
}

void machine_show(machine *m, life *l, uint64_t base, uint64_t bytes)
{
  l->base = base;
  l->range = ranges_put(&m->places, SPACE_VIEWS, base, bytes, l);
}

void machine_show_data(machine *m, life *l, uint32_t at, uint32_t slack, uint64_t base)
{
  l->pages = l->bytes / DXGMAP_PAGE_SIZE;
  uint64_t span = slack + l->pages;
  l->at = at;
  l->span = (uint32_t)span;
  l->slack = slack;
  machine_show(m, l, base, span * DXGMAP_PAGE_SIZE);
}

life *machine_at(const machine *m, uint64_t address)
{
  const range *it = ranges_find(&m->places, SPACE_VIEWS, address);
  return it != NULL ? it->owner : NULL;
}

uint64_t machine_offset(const machine *m, uint32_t of, uint64_t address)
{
  const life *l = machine_at(m, address);
  uint32_t has = l == NULL ? ADAPTERS + 1 : l->kind == DXGMAP_MAPPING_OBJECT_VIEW ? ADAPTERS : l->adapter;
  return has == of && l != NULL && l->model != 0 ? (uint64_t)l->at * DXGMAP_PAGE_SIZE + (address - l->base) : NOWHERE;
}

/* ---- Logical pages ---- */

void machine_logical(machine *m, life *l, const uint64_t *page, uint64_t count)
{
  for (uint64_t i = 0, run = 1; i < count; i += run) {
    run = 1;
    while (i + run < count && page[i + run] == page[i] + run) {
      run++;
    }
    range *it = ranges_put(&m->places, SPACE_LOGICAL + l->adapter, page[i], run, l);
    if (it != NULL) {
      it->offset = i;
      it->also = l->range;
      l->range = it;
    }
  }
}

uint64_t machine_page(const machine *m, uint32_t of, uint64_t page)
{
  if (of >= ADAPTERS || m->adapter[of].mode == DXGMAP_IDENTITY) {
    return page;
  }
  const range *it = ranges_find(&m->places, SPACE_LOGICAL + of, page);
  const life *l = it != NULL ? it->owner : NULL;
  return l != NULL ? dxgmap_base_page(m->state, l->model) + it->offset + (page - it->first) : NOWHERE;
}

/* ---- MDLs ---- */

shadow *machine_mdl(const machine *m, uint64_t at)
{
  return table_find(&m->names, NAME_MDL, at);
}

void machine_mdl_drop(machine *m, shadow *mdl)
{
  while (mdl->maps != NULL) {
    life *l = mdl->maps;
    mdl->maps = l->beside;
    l->mdl = NULL;
  }
  table_drop(&m->names, NAME_MDL, mdl->at);
  free(mdl);
}

shadow *machine_mdl_put(machine *m, uint64_t at, uint32_t state)
{
  shadow *mdl = machine_mdl(m, at);
  if (mdl == NULL) {
    mdl = take(sizeof(shadow));
    mdl->at = at;
    table_put(&m->names, NAME_MDL, at, mdl);
  }
  if (state == MDL_TAKEN_BACK) {
    uint64_t *place = &m->gone[m->gones++ % 1024];
    shadow *oldest = m->gones > 1024 ? machine_mdl(m, *place) : NULL;
    *place = at;
    if (oldest != NULL && oldest != mdl && oldest->state == MDL_TAKEN_BACK) {
      machine_mdl_drop(m, oldest);
    }
  }
  mdl->state = state;
  return mdl;
}
