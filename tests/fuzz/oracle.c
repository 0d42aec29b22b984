#include "oracle.h"

#include <stddef.h>
#include <string.h>

#define PAGE DXGMAP_PAGE_SIZE
#define COMMIT_MAX 0xFFFFFFFFFFFFFu /* pages of 2^64 bytes, less one */
#define LAST_GENERATION 0xFFFFFFFEu

static uint32_t place_of(uint64_t handle)
{
  return (uint32_t)(handle & 0xFFFFFFu) - 1u;
}

/* ---- what is there ---- */

static const adapter *adapter_of(const oracle *o, uint64_t handle)
{
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (handle != 0 && o->adapters[k].handle == handle) return &o->adapters[k];
  }
  return NULL;
}

adapter *oracle_adapter(oracle *o, uint64_t handle)
{
  const adapter *a = adapter_of(o, handle);
  return a == NULL ? NULL : &o->adapters[a - o->adapters];
}

const mapping *oracle_mapping(const adapter *a, uint64_t handle)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (handle != 0 && a->live[i].handle == handle) return &a->live[i];
  }
  return NULL;
}

static uint32_t live_count(const adapter *a)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++)
    n += a->live[i].handle != 0;
  return n;
}

uint32_t oracle_captures(const adapter *a, uint64_t page)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    for (uint32_t j = 0; a->live[i].handle != 0 && j < a->live[i].count; j++)
      n += a->live[i].pages[j] == page;
  }
  return n;
}

static int pinned(const adapter *a, uint32_t index)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    if (m->handle != 0 && (m->kind == DXGMAP_PIN || m->kind == DXGMAP_PIN2) && m->index == index) return 1;
  }
  return 0;
}

static int cells_room(const adapter *a, uint32_t count)
{
  unsigned char taken[DXGMAP_CELLS] = {0};
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    for (uint32_t j = 0; a->live[i].handle != 0 && j < a->live[i].count; j++)
      taken[a->live[i].cell + j] = 1;
  }
  uint32_t run = 0;
  for (uint32_t l = 0; l < DXGMAP_CELLS; l++) {
    run = taken[l] ? 0 : run + 1;
    if (run >= count) return 1;
  }
  return 0;
}

static int window_room(const adapter *a, uint64_t at, uint64_t span)
{
  if (at > DXGMAP_WINDOW || span > DXGMAP_WINDOW - at) return 0;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    if (m->handle != 0 && m->span != 0 && at < (uint64_t)m->place + m->span && m->place < at + span) return 0;
  }
  return 1;
}

static int owned(const adapter *a, uint32_t space, uint64_t physical, uint64_t length)
{
  for (uint32_t k = 0; k < a->start.resources; k++) {
    const dxgmap_resource *r = &a->start.resource[k];
    if (r->space == space && physical >= r->start && physical + length <= r->start + r->length) return 1;
  }
  return 0;
}

static int cache_conflict(const adapter *a, const dxgmap_view_request *r)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    if (m->handle != 0 && m->kind == DXGMAP_VIDEO && m->space == DXGMAP_MEMORY_SPACE && m->cache != r->cache &&
        m->physical < r->physical + r->length && r->physical < m->physical + m->length)
      return 1;
  }
  return 0;
}

static uint64_t view_span(const dxgmap_view_request *r)
{
  return (r->physical % PAGE + r->length + PAGE - 1) / PAGE;
}

static uint64_t base_of(const mapping *m)
{
  return m->space == DXGMAP_IO_SPACE ? m->physical : (uint64_t)m->place * PAGE + m->physical % PAGE;
}

/* The video port gives the length rounded up to whole pages. */
static uint64_t end_of(const mapping *m)
{
  return m->space == DXGMAP_IO_SPACE ? m->physical + m->length : ((uint64_t)m->place + m->span) * PAGE;
}

/* ---- the first cause ---- */

static uint32_t gate(const adapter *a, const call *c, uint32_t limit)
{
  if (a == NULL) return DXGMAP_BAD_ADAPTER;
  if (c->caller.irql > limit) return DXGMAP_BAD_IRQL;
  return a->exclusive ? DXGMAP_EXCLUSIVE : DXGMAP_OK;
}

static uint64_t charge_of(const dxgmap_start *d)
{
  uint64_t sum = 0;
  for (uint32_t k = 0; k < d->chain; k++)
    sum += d->save_bytes[k] / PAGE;
  return sum;
}

static int resources_ok(const dxgmap_start *d)
{
  if (d->resources > DXGMAP_RESOURCES) return 0;
  for (uint32_t k = 0; k < d->resources; k++) {
    const dxgmap_resource *r = &d->resource[k];
    if (r->space > 1 || r->length == 0 || r->start > UINT64_MAX - r->length) return 0;
  }
  return 1;
}

static uint32_t start_status(const oracle *o, const dxgmap_start *d)
{
  uint64_t charged = 0;
  int room = 0;
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    const adapter *a = &o->adapters[k];
    if (a->handle != 0) charged += charge_of(&a->start);
    room = room || (a->handle == 0 && !a->spent);
  }
  if (d->chain < 1 || d->chain > DXGMAP_CHAIN) return DXGMAP_BAD_INDEX;
  for (uint32_t k = 0; k < d->chain; k++) {
    if (d->save_bytes[k] % PAGE != 0) return DXGMAP_BAD_SIZE;
  }
  if (!resources_ok(d)) return DXGMAP_BAD_RESOURCE;
  if (d->installed_pages > 0 &&
      (d->installed_pages > UINT64_MAX / PAGE + 1 || d->highest_visible < (d->installed_pages - 1) * PAGE + (PAGE - 1)))
    return DXGMAP_NOT_VISIBLE;
  if (charge_of(d) > COMMIT_MAX) return DXGMAP_TOO_LARGE;
  if (charged + charge_of(d) > d->commit_limit) return DXGMAP_NO_COMMIT;
  return room ? DXGMAP_OK : DXGMAP_NO_ADAPTER;
}

static uint32_t pin_admit(const adapter *a, const call *c)
{
  uint32_t status = gate(a, c, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  if (c->kind != DXGMAP_PIN && c->kind != DXGMAP_PIN2) return DXGMAP_BAD_KIND;
  if (c->index >= a->start.chain) return DXGMAP_BAD_INDEX;
  if (a->start.save_bytes[c->index] == 0) return DXGMAP_NO_SAVE_AREA;
  if (c->bytes == 0 || c->bytes % PAGE != 0) return DXGMAP_BAD_SIZE;
  if (c->bytes > a->start.save_bytes[c->index]) return DXGMAP_TOO_LARGE;
  if (c->kind == DXGMAP_PIN && c->bytes > 0x100000000u - PAGE) return DXGMAP_TOO_LARGE;
  if (c->bytes / PAGE > UINT32_MAX) return DXGMAP_TOO_LARGE;
  return pinned(a, c->index) ? DXGMAP_PINNED : DXGMAP_OK;
}

static uint32_t pages_status(const adapter *a, const call *c)
{
  for (uint32_t j = 0; j < c->count; j++) {
    if (c->pages[j] >= DXGMAP_PAGES) return DXGMAP_BAD_PAGE;
  }
  if (live_count(a) + a->retired == DXGMAP_SLOTS) return DXGMAP_NO_SLOT;
  return cells_room(a, c->count) ? DXGMAP_OK : DXGMAP_NO_CELLS;
}

static uint32_t view_room_status(const adapter *a, uint64_t at, uint64_t span)
{
  if (!window_room(a, at, span)) return DXGMAP_PLACE_TAKEN;
  return live_count(a) + a->retired == DXGMAP_SLOTS ? DXGMAP_NO_SLOT : DXGMAP_OK;
}

static uint32_t pin_status(const adapter *a, const call *c)
{
  if (c->pressure != 0) return DXGMAP_PRESSURE;
  if (c->count != c->bytes / PAGE) return DXGMAP_BAD_COUNT;
  return pages_status(a, c);
}

static uint32_t pages_admit(const adapter *a, const call *c)
{
  uint32_t status = gate(a, c, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  return c->kind == DXGMAP_MDL || c->kind == DXGMAP_PAGE_LIST || c->kind == DXGMAP_CONTIGUOUS ? DXGMAP_OK
                                                                                              : DXGMAP_BAD_KIND;
}

static uint32_t pointer_admit(const adapter *a, const call *c)
{
  uint32_t status = gate(a, c, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  if (c->index >= a->start.chain) return DXGMAP_BAD_INDEX;
  uint64_t area = a->start.save_bytes[c->index];
  if (area == 0) return DXGMAP_NO_SAVE_AREA;
  if (c->bytes == 0 || c->bytes % PAGE != 0 || c->offset % PAGE != 0) return DXGMAP_BAD_SIZE;
  return c->offset > area || c->bytes > area - c->offset ? DXGMAP_TOO_LARGE : DXGMAP_OK;
}

static uint32_t pointer_status(const adapter *a, const call *c)
{
  if (c->pressure != 0) return DXGMAP_PRESSURE;
  return view_room_status(a, c->at, c->slack + c->bytes / PAGE);
}

static uint32_t view_admit(const adapter *a, const call *c)
{
  const dxgmap_view_request *r = &c->view;
  uint32_t status = gate(a, c, DXGMAP_PASSIVE_LEVEL);
  if (status != DXGMAP_OK) return status;
  if (r->kind != DXGMAP_VIEW && r->kind != DXGMAP_VIDEO) return DXGMAP_BAD_KIND;
  if (r->space > DXGMAP_IO_SPACE) return DXGMAP_BAD_SPACE;
  if (r->length == 0 || r->length > UINT32_MAX || r->length > UINT64_MAX - r->physical) return DXGMAP_BAD_SIZE;
  if (r->kind == DXGMAP_VIDEO && r->process != 0 && r->process != c->caller.process) return DXGMAP_BAD_PROCESS;
  if (!owned(a, r->space, r->physical, r->length)) return DXGMAP_NOT_OWNED;
  if (r->kind == DXGMAP_VIDEO && r->space == DXGMAP_MEMORY_SPACE && cache_conflict(a, r)) return DXGMAP_CACHE_CONFLICT;
  return DXGMAP_OK;
}

static uint32_t view_status(const adapter *a, const call *c)
{
  if (c->view.space == DXGMAP_IO_SPACE) return view_room_status(a, 0, 0);
  return view_room_status(a, c->view.at, view_span(&c->view));
}

/* ---- what an unmap may release ---- */

static int holds_address(const call *c, const mapping *m)
{
  if (m->kind != c->kind || m->space != c->space) return 0;
  if (c->kind == DXGMAP_VIEW) return c->address == base_of(m);
  return c->address >= base_of(m) && c->address < end_of(m);
}

static int process_may(const call *c, const mapping *m)
{
  if (m->space == DXGMAP_IO_SPACE) return 1;
  if (m->user && m->process != c->caller.process) return 0;
  return c->process == 0 || c->process == m->process;
}

int oracle_selects(const call *c, const mapping *m)
{
  if (m->handle == 0) return 0;
  switch (c->operation) {
  case UNPIN:
    return (m->kind == DXGMAP_PIN || m->kind == DXGMAP_PIN2) && m->index == c->index;
  case UNMAP_PAGES:
    return m->kind == c->kind && m->handle == c->handle;
  case UNMAP_POINTER:
    return m->kind == DXGMAP_POINTER && m->index == c->index && (uint64_t)m->place * PAGE == c->address;
  case UNMAP_VIEW:
    return holds_address(c, m) && process_may(c, m);
  default:
    return 0;
  }
}

static int selects_any(const adapter *a, const call *c)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (oracle_selects(c, &a->live[i])) return 1;
  }
  return 0;
}

static uint32_t unmap_view_status(const adapter *a, const call *c)
{
  if (c->kind != DXGMAP_VIEW && c->kind != DXGMAP_VIDEO) return DXGMAP_BAD_KIND;
  if (c->space > DXGMAP_IO_SPACE) return DXGMAP_BAD_SPACE;
  if (selects_any(a, c)) return DXGMAP_OK;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0 && holds_address(c, &a->live[i])) return DXGMAP_BAD_PROCESS;
  }
  return DXGMAP_BAD_ADDRESS;
}

static uint32_t release_status(const adapter *a, const call *c)
{
  uint32_t status = gate(a, c, c->operation == UNMAP_VIEW ? DXGMAP_PASSIVE_LEVEL : DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) return status;
  switch (c->operation) {
  case UNPIN:
    if (c->index >= a->start.chain) return DXGMAP_BAD_INDEX;
    return selects_any(a, c) ? DXGMAP_OK : DXGMAP_NOT_PINNED;
  case UNMAP_PAGES:
    if (c->kind != DXGMAP_MDL && c->kind != DXGMAP_PAGE_LIST && c->kind != DXGMAP_CONTIGUOUS) return DXGMAP_BAD_KIND;
    return selects_any(a, c) ? DXGMAP_OK : DXGMAP_BAD_HANDLE;
  case UNMAP_POINTER:
    if (c->index >= a->start.chain) return DXGMAP_BAD_INDEX;
    return selects_any(a, c) ? DXGMAP_OK : DXGMAP_BAD_ADDRESS;
  default:
    return unmap_view_status(a, c);
  }
}

/* ---- one call ---- */

static uint32_t translate_status(const adapter *a, const call *c)
{
  if (a == NULL) return DXGMAP_BAD_ADAPTER;
  if (a->exclusive) return DXGMAP_EXCLUSIVE;
  if (c->page >= DXGMAP_PAGES) return DXGMAP_BLOCKED;
  if (!a->attached) return DXGMAP_BYPASS;
  return oracle_captures(a, c->page) > 0 ? DXGMAP_OK : DXGMAP_BLOCKED;
}

uint32_t oracle_admit(const oracle *o, const call *c)
{
  const adapter *a = adapter_of(o, c->adapter);
  switch (c->operation) {
  case PIN:
    return pin_admit(a, c);
  case MAP_PAGES:
  case UNMAP_PAGES:
    return pages_admit(a, c);
  case MAP_POINTER:
    return pointer_admit(a, c);
  case MAP_VIEW:
    return view_admit(a, c);
  default:
    return DXGMAP_OK;
  }
}

uint32_t oracle_status(const oracle *o, const call *c)
{
  const adapter *a = adapter_of(o, c->adapter);
  if (c->operation == START) return start_status(o, &c->start);
  if (c->operation == TRANSLATE) return translate_status(a, c);
  if (a == NULL) return DXGMAP_BAD_ADAPTER;
  uint32_t admit = oracle_admit(o, c);
  switch (c->operation) {
  case ATTACH:
    return a->attached ? DXGMAP_ATTACHED : DXGMAP_OK;
  case EXCLUSIVE_BEGIN:
    return a->exclusive ? DXGMAP_EXCLUSIVE : DXGMAP_OK;
  case EXCLUSIVE_END:
    return a->exclusive ? DXGMAP_OK : DXGMAP_NOT_EXCLUSIVE;
  case PIN:
    return admit != DXGMAP_OK ? admit : pin_status(a, c);
  case MAP_PAGES:
    if (admit != DXGMAP_OK) return admit;
    return c->count == 0 ? DXGMAP_BAD_COUNT : pages_status(a, c);
  case MAP_POINTER:
    return admit != DXGMAP_OK ? admit : pointer_status(a, c);
  case MAP_VIEW:
    return admit != DXGMAP_OK ? admit : view_status(a, c);
  case UNPIN:
  case UNMAP_PAGES:
  case UNMAP_POINTER:
  case UNMAP_VIEW:
    return release_status(a, c);
  case LIVE:
    return c->cursor < live_count(a) ? DXGMAP_OK : DXGMAP_NO_MORE;
  default:
    return DXGMAP_OK;
  }
}

/* ---- what a success does ---- */

void oracle_start(oracle *o, const call *c, uint64_t handle)
{
  adapter *a = &o->adapters[place_of(handle)];
  a->handle = handle;
  a->attached = 0;
  a->exclusive = 0;
  a->start = c->start;
}

static void retire(adapter *a, mapping *m)
{
  if ((m->handle >> 24 & 0xFFFFFFFFu) == LAST_GENERATION) a->retired++;
  memset(m, 0, sizeof *m);
}

void oracle_stop(oracle *o, uint64_t handle)
{
  adapter *a = oracle_adapter(o, handle);
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0) retire(a, &a->live[i]);
  }
  a->spent = (handle >> 24 & 0xFFFFFFFFu) == LAST_GENERATION;
  a->handle = 0;
}

static void describe(mapping *m, const call *c)
{
  switch (c->operation) {
  case MAP_POINTER:
    m->kind = DXGMAP_POINTER;
    m->physical = c->offset;
    m->length = c->bytes;
    m->place = (uint32_t)c->at;
    m->span = (uint32_t)(c->slack + c->bytes / PAGE);
    break;
  case MAP_VIEW:
    m->kind = c->view.kind;
    m->index = 0;
    m->space = c->view.space;
    m->cache = c->view.cache;
    m->physical = c->view.physical;
    m->length = c->view.length;
    m->user = m->space == DXGMAP_MEMORY_SPACE && c->view.user != 0;
    m->process = m->user ? c->caller.process : 0;
    if (m->space == DXGMAP_IO_SPACE) break;
    m->place = (uint32_t)c->view.at;
    m->span = (uint32_t)view_span(&c->view);
    break;
  default:
    m->kind = c->kind;
    m->index = c->operation == PIN ? c->index : 0;
    m->count = c->count;
    memcpy(m->pages, c->pages, c->count * sizeof m->pages[0]);
  }
}

void oracle_acquire(oracle *o, const call *c, uint64_t handle, uint32_t cell)
{
  adapter *a = oracle_adapter(o, c->adapter);
  uint32_t i = 0;
  while (a->live[i].handle != 0)
    i++;
  memset(&a->live[i], 0, sizeof a->live[i]);
  a->live[i].handle = handle;
  a->live[i].index = c->index;
  a->live[i].cell = cell;
  describe(&a->live[i], c);
}

void oracle_release(oracle *o, const call *c, uint64_t handle)
{
  adapter *a = oracle_adapter(o, c->adapter);
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle == handle) retire(a, &a->live[i]);
  }
}
