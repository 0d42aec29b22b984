/* SPDX-License-Identifier: MIT */
#include "oracle.h"

#include <stdbool.h>
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
    if (handle != 0 && o->adapters[k].handle == handle) {
      return &o->adapters[k];
    }
  }
  return NULL;
}

adapter *oracle_adapter(oracle *o, uint64_t handle)
{
  const adapter *a = adapter_of(o, handle);
  return a == NULL ? NULL : &o->adapters[a - o->adapters];
}

uint64_t oracle_lead(const oracle *o, uint64_t handle)
{
  const adapter *a = adapter_of(o, handle);
  if (a != NULL && a->start.linked) {
    a = adapter_of(o, a->lead);
  }
  return a == NULL || a->start.linked ? 0 : a->handle;
}

bool oracle_in_process(const mapping *m, uint64_t process)
{
  bool view = m->kind == DXGMAP_VIEW || m->kind == DXGMAP_VIDEO || m->kind == DXGMAP_OBJECT_VIEW;
  return m->handle != 0 && view && m->user && m->process == process;
}

const mapping *oracle_mapping(const adapter *a, uint64_t handle)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (handle != 0 && a->live[i].handle == handle) {
      return &a->live[i];
    }
  }
  return NULL;
}

/* The place that the handle of a mapping says, and that mapping, when it is live and of this kind; or NULL. */
static const adapter *place_with(const oracle *o, uint64_t handle, uint32_t kind, const mapping **found)
{
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    const mapping *m = oracle_mapping(&o->adapters[k], handle);
    if (m == NULL || m->kind != kind) {
      continue;
    }
    *found = m;
    return &o->adapters[k];
  }
  return NULL;
}

static uint32_t live_count(const adapter *a)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    n += a->live[i].handle != 0;
  }
  return n;
}

static bool no_slot(const adapter *a)
{
  return live_count(a) + a->retired == DXGMAP_SLOTS;
}

/* Whether a mapping of this kind, or of any with DXGMAP_NO_KIND, belongs to what the handle names. */
static bool used(const oracle *o, uint64_t handle, uint32_t kind)
{
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
      const mapping *m = &o->adapters[k].live[i];
      if (m->handle != 0 && m->of == handle && (kind == DXGMAP_NO_KIND || m->kind == kind)) {
        return true;
      }
    }
  }
  return false;
}

static bool pinned(const adapter *a, uint32_t index)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    if (m->handle != 0 && (m->kind == DXGMAP_PIN || m->kind == DXGMAP_PIN2) && m->index == index) {
      return true;
    }
  }
  return false;
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

/* Whether a run of so many pages is free; with `waiting`, free outright. */
static bool room(const adapter *a, uint32_t count, bool waiting)
{
  unsigned char taken[DXGMAP_CELLS];
  uint32_t free = 0;
  mark_taken(a, waiting, taken);
  for (uint32_t l = 0; l < oracle_limit(&a->start); l++) {
    free = taken[l] ? 0 : free + 1;
    if (free >= count) {
      return true;
    }
  }
  return false;
}

bool oracle_free_outright(const adapter *a, uint32_t first, uint32_t count)
{
  unsigned char taken[DXGMAP_CELLS];
  mark_taken(a, 1, taken);
  for (uint32_t l = first; l < first + count; l++) {
    if (l >= oracle_limit(&a->start) || taken[l]) {
      return false;
    }
  }
  return true;
}

static bool window_room(const adapter *a, uint64_t at, uint64_t span)
{
  if (at > DXGMAP_WINDOW || span > DXGMAP_WINDOW - at) {
    return false;
  }
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    if (m->handle != 0 && m->span != 0 && at < (uint64_t)m->place + m->span && m->place < at + span) {
      return false;
    }
  }
  return true;
}

static bool owned(const adapter *a, uint32_t space, uint64_t physical, uint64_t length)
{
  for (uint32_t k = 0; k < a->start.resources; k++) {
    const dxgmap_resource *r = &a->start.resource[k];
    if (r->space == space && physical >= r->start && physical + length <= r->start + r->length) {
      return true;
    }
  }
  return false;
}

static bool cache_conflict(const adapter *a, const dxgmap_view_request *r)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &a->live[i];
    if (m->handle != 0 && m->kind == DXGMAP_VIDEO && m->space == DXGMAP_MEMORY_SPACE && m->cache != r->cache &&
        m->physical < r->physical + r->length && r->physical < m->physical + m->length) {
      return true;
    }
  }
  return false;
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

uint32_t oracle_limit(const dxgmap_start *d)
{
  uint64_t visible = d->highest_visible / PAGE + (d->highest_visible % PAGE == PAGE - 1);
  if (d->mode == DXGMAP_IDENTITY || visible >= DXGMAP_CELLS) {
    return DXGMAP_CELLS;
  }
  return visible == 0 ? 1 : (uint32_t)visible;
}

/* ---- the first cause ---- */

static uint32_t own_gate(const adapter *a, const call *c, uint32_t limit)
{
  if (a == NULL) {
    return DXGMAP_BAD_ADAPTER;
  }
  return c->caller.irql > limit ? DXGMAP_BAD_IRQL : DXGMAP_OK;
}

static bool excluded(const adapter *a, const call *c)
{
  return c->caller.strict && a->exclusive;
}

/* Of what a chain has once, with its lead. */
static uint32_t lead_gate(const adapter *a, const call *c)
{
  uint32_t status = own_gate(a, c, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (excluded(a, c)) {
    return DXGMAP_EXCLUSIVE;
  }
  return a->start.linked ? DXGMAP_NOT_LEAD : DXGMAP_OK;
}

static uint32_t acquire_gate(const adapter *a, const call *c)
{
  uint32_t status = lead_gate(a, c);
  return status == DXGMAP_OK && a->removed ? DXGMAP_REMOVED : status;
}

static uint64_t charge_of(const dxgmap_start *d)
{
  uint64_t sum = 0;
  for (uint32_t k = 0; k < d->chain; k++) {
    sum += d->save_bytes[k] / PAGE;
  }
  return sum;
}

static bool resources_ok(const dxgmap_start *d)
{
  if (d->resources > DXGMAP_RESOURCES) {
    return false;
  }
  for (uint32_t k = 0; k < d->resources; k++) {
    const dxgmap_resource *r = &d->resource[k];
    if (r->space > 1 || r->length == 0 || r->start > UINT64_MAX - r->length) {
      return false;
    }
  }
  return true;
}

static uint32_t start_status(const oracle *o, const dxgmap_start *d)
{
  uint64_t charged = 0;
  int free = 0;
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    const adapter *a = &o->adapters[k];
    if (a->handle != 0) {
      charged += charge_of(&a->start);
    }
    free = free || (a->handle == 0 && !a->spent);
  }
  if (d->chain < 1 || d->chain > DXGMAP_CHAIN) {
    return DXGMAP_BAD_INDEX;
  }
  if (d->mode != DXGMAP_IDENTITY && d->mode != DXGMAP_REMAPPING) {
    return DXGMAP_BAD_MODE;
  }
  if (d->capability != DXGMAP_BY_ADL && (d->capability != DXGMAP_BY_MDL || d->mode == DXGMAP_REMAPPING)) {
    return DXGMAP_BAD_MODE;
  }
  if (d->quarantine > DXGMAP_QUARANTINE) {
    return DXGMAP_TOO_LARGE;
  }
  for (uint32_t k = 0; k < d->chain; k++) {
    if (d->save_bytes[k] % PAGE != 0) {
      return DXGMAP_BAD_SIZE;
    }
  }
  if (!resources_ok(d)) {
    return DXGMAP_BAD_RESOURCE;
  }
  if (d->mode == DXGMAP_IDENTITY && d->installed_pages > 0 &&
      (d->installed_pages > UINT64_MAX / PAGE + 1 ||
       d->highest_visible < (d->installed_pages - 1) * PAGE + (PAGE - 1))) {
    return DXGMAP_NOT_VISIBLE;
  }
  if (charge_of(d) > COMMIT_MAX) {
    return DXGMAP_TOO_LARGE;
  }
  if (d->linked && charge_of(d) > 0) {
    return DXGMAP_NOT_LEAD;
  }
  if (charged + charge_of(d) > d->commit_limit) {
    return DXGMAP_NO_COMMIT;
  }
  return free ? DXGMAP_OK : DXGMAP_NO_ADAPTER;
}

static uint32_t pin_admit(const adapter *a, const call *c)
{
  uint32_t status = acquire_gate(a, c);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (c->kind != DXGMAP_PIN && c->kind != DXGMAP_PIN2) {
    return DXGMAP_BAD_KIND;
  }
  if (c->kind == DXGMAP_PIN && a->start.capability == DXGMAP_BY_ADL) {
    return DXGMAP_BAD_MODE;
  }
  if (c->index >= a->start.chain) {
    return DXGMAP_BAD_INDEX;
  }
  if (a->start.save_bytes[c->index] == 0) {
    return DXGMAP_NO_SAVE_AREA;
  }
  if (c->bytes == 0 || c->bytes % PAGE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  if (c->bytes > a->start.save_bytes[c->index]) {
    return DXGMAP_TOO_LARGE;
  }
  if (c->kind == DXGMAP_PIN && c->bytes > 0x100000000u - PAGE) {
    return DXGMAP_TOO_LARGE;
  }
  if (c->bytes / PAGE > UINT32_MAX) {
    return DXGMAP_TOO_LARGE;
  }
  return pinned(a, c->index) ? DXGMAP_PINNED : DXGMAP_OK;
}

static uint32_t pages_status(const adapter *a, const call *c)
{
  for (uint32_t j = 0; j < c->count; j++) {
    if (c->pool[c->first + j] >= DXGMAP_PAGES) {
      return DXGMAP_BAD_PAGE;
    }
  }
  if (no_slot(a)) {
    return DXGMAP_NO_SLOT;
  }
  return room(a, c->count, 0) ? DXGMAP_OK : DXGMAP_NO_RANGE;
}

static uint32_t view_room_status(const adapter *a, uint64_t at, uint64_t span)
{
  if (!window_room(a, at, span)) {
    return DXGMAP_PLACE_TAKEN;
  }
  return no_slot(a) ? DXGMAP_NO_SLOT : DXGMAP_OK;
}

/* Of a pin or an ADL, once it is admitted. */
static uint32_t capture_status(const adapter *a, const call *c)
{
  if (c->pressure != 0) {
    return DXGMAP_PRESSURE;
  }
  if (c->count != c->bytes / PAGE) {
    return DXGMAP_BAD_COUNT;
  }
  return pages_status(a, c);
}

static uint32_t pages_admit(const adapter *a, const call *c)
{
  uint32_t status = lead_gate(a, c);
  if (status != DXGMAP_OK || c->kind == DXGMAP_SYSTEM) {
    return status;
  }
  if (c->kind != DXGMAP_MDL && c->kind != DXGMAP_PAGE_LIST && c->kind != DXGMAP_CONTIGUOUS) {
    return DXGMAP_BAD_KIND;
  }
  return a->start.capability == DXGMAP_BY_MDL ? DXGMAP_OK : DXGMAP_BAD_MODE;
}

static uint32_t pointer_admit(const adapter *a, const call *c)
{
  uint32_t status = acquire_gate(a, c);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (c->index >= a->start.chain) {
    return DXGMAP_BAD_INDEX;
  }
  uint64_t area = a->start.save_bytes[c->index];
  if (area == 0) {
    return DXGMAP_NO_SAVE_AREA;
  }
  if (c->bytes == 0 || c->bytes % PAGE != 0 || c->offset % PAGE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  return c->offset > area || c->bytes > area - c->offset ? DXGMAP_TOO_LARGE : DXGMAP_OK;
}

/* Of a pointer or a view of an object, once it is admitted. */
static uint32_t window_status(const adapter *a, const call *c)
{
  if (c->pressure != 0) {
    return DXGMAP_PRESSURE;
  }
  return view_room_status(a, c->at, c->slack + c->bytes / PAGE);
}

static uint32_t view_admit(const adapter *a, const call *c)
{
  const dxgmap_view_request *r = &c->view;
  uint32_t status = own_gate(a, c, DXGMAP_PASSIVE_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (a->removed) {
    return DXGMAP_REMOVED;
  }
  if (r->kind != DXGMAP_VIEW && r->kind != DXGMAP_VIDEO) {
    return DXGMAP_BAD_KIND;
  }
  if (r->space > DXGMAP_IO_SPACE) {
    return DXGMAP_BAD_SPACE;
  }
  if (r->length == 0 || r->length > UINT32_MAX || r->length > UINT64_MAX - r->physical) {
    return DXGMAP_BAD_SIZE;
  }
  if (r->kind == DXGMAP_VIDEO && r->process != 0 && r->process != c->caller.process) {
    return DXGMAP_BAD_PROCESS;
  }
  if (!owned(a, r->space, r->physical, r->length)) {
    return DXGMAP_NOT_OWNED;
  }
  if (r->kind == DXGMAP_VIDEO && r->space == DXGMAP_MEMORY_SPACE && cache_conflict(a, r)) {
    return DXGMAP_CACHE_CONFLICT;
  }
  return DXGMAP_OK;
}

static uint32_t view_status(const adapter *a, const call *c)
{
  if (c->view.space == DXGMAP_IO_SPACE) {
    return view_room_status(a, 0, 0);
  }
  return view_room_status(a, c->view.at, view_span(&c->view));
}

/* ---- the first cause: objects ---- */

static uint32_t object_gate(const oracle *o, const call *c, const mapping **object)
{
  if (place_with(o, c->object, DXGMAP_OBJECT, object) == NULL) {
    return DXGMAP_BAD_HANDLE;
  }
  return c->caller.irql > DXGMAP_APC_LEVEL ? DXGMAP_BAD_IRQL : DXGMAP_OK;
}

static uint32_t adapter_object_gate(const oracle *o, const call *c, const mapping **object)
{
  const adapter *a = place_with(o, c->object, DXGMAP_ADAPTER_OBJECT, object);
  if (a == NULL) {
    return DXGMAP_BAD_HANDLE;
  }
  if (c->caller.irql > DXGMAP_APC_LEVEL) {
    return DXGMAP_BAD_IRQL;
  }
  return excluded(a, c) ? DXGMAP_EXCLUSIVE : DXGMAP_OK;
}

static uint32_t create_admit(const call *c)
{
  const dxgmap_object_request *r = &c->request;
  if (c->caller.irql > DXGMAP_APC_LEVEL) {
    return DXGMAP_BAD_IRQL;
  }
  if (r->type > DXGMAP_OBJECT_IO_SPACE) {
    return DXGMAP_BAD_KIND;
  }
  if (r->length == 0 || r->length % PAGE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  if (r->type != DXGMAP_OBJECT_IO_SPACE) {
    return DXGMAP_OK;
  }
  if (r->length > UINT64_MAX - r->physical) {
    return DXGMAP_BAD_SIZE;
  }
  return r->physical % PAGE != 0 ? DXGMAP_BAD_ADDRESS : DXGMAP_OK;
}

static uint32_t open_status(const oracle *o, const call *c)
{
  const mapping *object;
  const adapter *a = adapter_of(o, c->adapter);
  uint32_t status = acquire_gate(a, c);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (a->start.capability != DXGMAP_BY_ADL) {
    return DXGMAP_BAD_MODE;
  }
  if (place_with(o, c->object, DXGMAP_OBJECT, &object) == NULL) {
    return DXGMAP_BAD_HANDLE;
  }
  if ((object->user != 0) != (c->creating != 0)) {
    return DXGMAP_BOUND;
  }
  if (used(o, object->handle, DXGMAP_ADAPTER_OBJECT)) {
    return DXGMAP_OPENED;
  }
  return no_slot(a) ? DXGMAP_NO_SLOT : DXGMAP_OK;
}

static uint32_t close_status(const oracle *o, const call *c)
{
  const mapping *object;
  uint32_t status = adapter_object_gate(o, c, &object);
  if (status != DXGMAP_OK) {
    return status;
  }
  return used(o, object->handle, DXGMAP_NO_KIND) ? DXGMAP_IN_USE : DXGMAP_OK;
}

static uint32_t destroy_status(const oracle *o, const call *c)
{
  const mapping *object;
  uint32_t status = object_gate(o, c, &object);
  if (status != DXGMAP_OK) {
    return status;
  }
  return used(o, object->handle, DXGMAP_NO_KIND) ? DXGMAP_IN_USE : DXGMAP_OK;
}

static uint32_t part_status(const call *c, const mapping *object)
{
  if (c->bytes == 0 || c->bytes % PAGE != 0 || c->offset % PAGE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  return c->offset > object->length || c->bytes > object->length - c->offset ? DXGMAP_TOO_LARGE : DXGMAP_OK;
}

static uint32_t adl_admit(const oracle *o, const call *c)
{
  const mapping *object;
  uint32_t status = adapter_object_gate(o, c, &object);
  if (status == DXGMAP_OK && o->adapters[oracle_where(o, c)].removed) {
    return DXGMAP_REMOVED;
  }
  if (status == DXGMAP_OK) {
    status = part_status(c, object);
  }
  if (status != DXGMAP_OK) {
    return status;
  }
  if (c->bytes / PAGE > UINT32_MAX) {
    return DXGMAP_TOO_LARGE;
  }
  if (c->contiguous && (object->index == DXGMAP_OBJECT_MDL || object->index == DXGMAP_OBJECT_SECTION)) {
    return DXGMAP_BAD_FLAGS;
  }
  return DXGMAP_OK;
}

static uint32_t object_view_admit(const oracle *o, const call *c)
{
  const mapping *object;
  uint32_t status = object_gate(o, c, &object);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (c->user && object->index == DXGMAP_OBJECT_IO_SPACE) {
    return DXGMAP_BAD_FLAGS;
  }
  return part_status(c, object);
}

static uint32_t free_status(const oracle *o, const call *c)
{
  const mapping *object;
  const mapping *adl;
  uint32_t status = adapter_object_gate(o, c, &object);
  if (status != DXGMAP_OK) {
    return status;
  }
  const adapter *a = place_with(o, c->handle, DXGMAP_ADL, &adl);
  if (a == NULL || oracle_mapping(a, c->object) == NULL) {
    return DXGMAP_BAD_HANDLE;
  }
  return adl->of == c->object ? DXGMAP_OK : DXGMAP_NOT_OF_OBJECT;
}

static uint32_t unmap_object_status(const oracle *o, const call *c)
{
  const mapping *object;
  uint32_t status = object_gate(o, c, &object);
  if (status != DXGMAP_OK) {
    return status;
  }
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    const mapping *m = &o->adapters[DXGMAP_MACHINE].live[i];
    if (m->handle == 0 || m->kind != DXGMAP_OBJECT_VIEW || (uint64_t)m->place * PAGE != c->address) {
      continue;
    }
    if (m->of != c->object) {
      return DXGMAP_NOT_OF_OBJECT;
    }
    if (m->length != c->bytes) {
      return DXGMAP_BAD_SIZE;
    }
    return m->user && m->process != c->caller.process ? DXGMAP_BAD_PROCESS : DXGMAP_OK;
  }
  return DXGMAP_BAD_ADDRESS;
}

/* ---- what an unmap may release ---- */

static bool holds_address(const call *c, const mapping *m)
{
  if (m->kind != c->kind || m->space != c->space) {
    return false;
  }
  if (c->kind == DXGMAP_VIEW) {
    return c->address == base_of(m);
  }
  return c->address >= base_of(m) && c->address < end_of(m);
}

static bool process_may(const call *c, const mapping *m)
{
  if (m->space == DXGMAP_IO_SPACE) {
    return true;
  }
  if (m->user && m->process != c->caller.process) {
    return false;
  }
  return c->process == 0 || c->process == m->process;
}

bool oracle_selects(const call *c, const mapping *m)
{
  if (m->handle == 0) {
    return false;
  }
  switch (c->operation) {
  case UNPIN:
    return (m->kind == DXGMAP_PIN || m->kind == DXGMAP_PIN2) && m->index == c->index;
  case UNMAP_PAGES:
    return m->kind == c->kind && m->handle == c->handle;
  case UNMAP_POINTER:
    return m->kind == DXGMAP_POINTER && m->index == c->index && (uint64_t)m->place * PAGE == c->address;
  case UNMAP_VIEW:
    return holds_address(c, m) && process_may(c, m);
  case CLOSE:
    return m->kind == DXGMAP_ADAPTER_OBJECT && m->handle == c->object;
  case DESTROY:
    return m->kind == DXGMAP_OBJECT && m->handle == c->object;
  case FREE_ADL:
    return m->kind == DXGMAP_ADL && m->handle == c->handle && m->of == c->object;
  case UNMAP_OBJECT:
    return m->kind == DXGMAP_OBJECT_VIEW && m->of == c->object && (uint64_t)m->place * PAGE == c->address;
  case END_VIEW:
    return m->handle == c->object && oracle_in_process(m, c->process);
  default:
    return false;
  }
}

static bool selects_any(const adapter *a, const call *c)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (oracle_selects(c, &a->live[i])) {
      return true;
    }
  }
  return false;
}

static uint32_t unmap_view_status(const adapter *a, const call *c)
{
  if (c->kind != DXGMAP_VIEW && c->kind != DXGMAP_VIDEO) {
    return DXGMAP_BAD_KIND;
  }
  if (c->space > DXGMAP_IO_SPACE) {
    return DXGMAP_BAD_SPACE;
  }
  if (selects_any(a, c)) {
    return DXGMAP_OK;
  }
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0 && holds_address(c, &a->live[i])) {
      return DXGMAP_BAD_PROCESS;
    }
  }
  return DXGMAP_BAD_ADDRESS;
}

static uint32_t release_status(const adapter *a, const call *c)
{
  uint32_t status = c->operation == UNMAP_VIEW ? own_gate(a, c, DXGMAP_PASSIVE_LEVEL) : lead_gate(a, c);
  if (status != DXGMAP_OK) {
    return status;
  }
  switch (c->operation) {
  case UNPIN:
    if (c->index >= a->start.chain) {
      return DXGMAP_BAD_INDEX;
    }
    return selects_any(a, c) ? DXGMAP_OK : DXGMAP_NOT_PINNED;
  case UNMAP_PAGES:
    status = pages_admit(a, c);
    if (status != DXGMAP_OK) {
      return status;
    }
    return selects_any(a, c) ? DXGMAP_OK : DXGMAP_BAD_HANDLE;
  case UNMAP_POINTER:
    if (c->index >= a->start.chain) {
      return DXGMAP_BAD_INDEX;
    }
    return selects_any(a, c) ? DXGMAP_OK : DXGMAP_BAD_ADDRESS;
  default:
    return unmap_view_status(a, c);
  }
}

/* ---- one call ---- */

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
uint32_t oracle_answers(const adapter *a, answer answers[LOGICAL_MAX])
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

static uint32_t translate_status(const adapter *a, const call *c)
{
  answer answers[LOGICAL_MAX];
  if (a == NULL) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (silence(a) != DXGMAP_OK) {
    return silence(a);
  }
  return c->page < oracle_answers(a, answers) ? answers[c->page].status : DXGMAP_BLOCKED;
}

static bool captures(enum operation operation)
{
  return operation == PIN || operation == MAP_PAGES || operation == ALLOCATE_ADL;
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
  case CREATE:
    return create_admit(c);
  case OPEN:
    return open_status(o, c);
  case CLOSE:
    return close_status(o, c);
  case DESTROY:
    return destroy_status(o, c);
  case ALLOCATE_ADL:
    return adl_admit(o, c);
  case MAP_OBJECT:
    return object_view_admit(o, c);
  default:
    return DXGMAP_OK;
  }
}

/* Of a call that begins a mapping, once it is admitted. */
static uint32_t acquire_status(const oracle *o, const call *c)
{
  uint32_t k = oracle_where(o, c);
  switch (c->operation) {
  case MAP_PAGES:
    if (o->adapters[k].removed) {
      return DXGMAP_REMOVED;
    }
    return c->count == 0 ? DXGMAP_BAD_COUNT : pages_status(&o->adapters[k], c);
  case MAP_POINTER:
  case MAP_OBJECT:
    return window_status(&o->adapters[k], c);
  case MAP_VIEW:
    return view_status(&o->adapters[k], c);
  case CREATE:
    return no_slot(&o->adapters[k]) ? DXGMAP_NO_SLOT : DXGMAP_OK;
  case OPEN:
    return DXGMAP_OK;
  default:
    return capture_status(&o->adapters[k], c);
  }
}

static uint32_t link_status(const oracle *o, const call *c)
{
  const adapter *a = adapter_of(o, c->adapter);
  if (a == NULL) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (!a->start.linked || oracle_lead(o, a->handle) != 0) {
    return DXGMAP_LINKED;
  }
  const adapter *lead = adapter_of(o, c->object);
  return lead == NULL || lead->start.linked ? DXGMAP_NOT_LEAD : DXGMAP_OK;
}

static uint32_t power_status(const adapter *a, const call *c)
{
  if (a->removed) {
    return DXGMAP_REMOVED;
  }
  return c->index > DXGMAP_D3 ? DXGMAP_BAD_POWER : DXGMAP_OK;
}

static uint32_t attach_status(const adapter *a)
{
  if (a->start.linked) {
    return DXGMAP_NOT_LEAD;
  }
  return a->attached ? DXGMAP_ATTACHED : DXGMAP_OK;
}

static uint32_t adapter_status(const adapter *a, const call *c)
{
  if (a == NULL) {
    return DXGMAP_BAD_ADAPTER;
  }
  switch (c->operation) {
  case ATTACH:
    return attach_status(a);
  case POWER:
    return power_status(a, c);
  case REMOVE:
    return a->removed ? DXGMAP_REMOVED : DXGMAP_OK;
  case EXCLUSIVE_BEGIN:
    return a->exclusive ? DXGMAP_EXCLUSIVE : DXGMAP_OK;
  case EXCLUSIVE_END:
    return a->exclusive ? DXGMAP_OK : DXGMAP_NOT_EXCLUSIVE;
  case LIVE:
    return c->cursor < live_count(a) ? DXGMAP_OK : DXGMAP_NO_MORE;
  case UNPIN:
  case UNMAP_PAGES:
  case UNMAP_POINTER:
  case UNMAP_VIEW:
    return release_status(a, c);
  default:
    return DXGMAP_OK;
  }
}

uint32_t oracle_status(const oracle *o, const call *c)
{
  uint32_t admit = oracle_admit(o, c);
  if (c->by_step && captures(c->operation) && (c->first > c->pool_size || c->count > c->pool_size - c->first)) {
    return DXGMAP_BAD_COUNT;
  }
  if (admit != DXGMAP_OK) {
    return admit;
  }
  switch (c->operation) {
  case START:
    return start_status(o, &c->start);
  case TRANSLATE:
    return translate_status(adapter_of(o, c->adapter), c);
  case PIN:
  case MAP_PAGES:
  case MAP_POINTER:
  case MAP_VIEW:
  case CREATE:
  case OPEN:
  case ALLOCATE_ADL:
  case MAP_OBJECT:
    return acquire_status(o, c);
  case CLOSE:
  case DESTROY:
    return DXGMAP_OK;
  case FREE_ADL:
    return free_status(o, c);
  case UNMAP_OBJECT:
    return unmap_object_status(o, c);
  case LINK:
    return link_status(o, c);
  case END_VIEW:
    return oracle_where(o, c) == DXGMAP_PLACES ? DXGMAP_BAD_HANDLE : DXGMAP_OK;
  case UNKNOWN:
    return DXGMAP_BAD_KIND;
  default:
    return adapter_status(adapter_of(o, c->adapter), c);
  }
}

uint32_t oracle_where(const oracle *o, const call *c)
{
  const mapping *object;
  const adapter *a;
  switch (c->operation) {
  case END_VIEW:
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      if (selects_any(&o->adapters[k], c)) {
        return k;
      }
    }
    return DXGMAP_PLACES;
  case CREATE:
  case DESTROY:
  case MAP_OBJECT:
  case UNMAP_OBJECT:
    return DXGMAP_MACHINE;
  case CLOSE:
  case ALLOCATE_ADL:
  case FREE_ADL:
    a = place_with(o, c->object, DXGMAP_ADAPTER_OBJECT, &object);
    break;
  default:
    a = adapter_of(o, c->adapter);
  }
  return a == NULL ? DXGMAP_PLACES : (uint32_t)(a - o->adapters);
}

bool oracle_handle_left(const oracle *o, const call *c)
{
  uint32_t k = oracle_where(o, c);
  for (uint32_t j = 0; c->operation == START && j < DXGMAP_ADAPTERS; j++) {
    if (o->adapters[j].handle == 0 && !o->adapters[j].spent) {
      return true;
    }
  }
  return c->operation != START && k < DXGMAP_PLACES && !no_slot(&o->adapters[k]);
}

/* ---- what a success does ---- */

void oracle_start(oracle *o, const call *c, uint64_t handle)
{
  adapter *a = &o->adapters[place_of(handle)];
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

void oracle_stop(oracle *o, uint64_t handle)
{
  adapter *a = oracle_adapter(o, handle);
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != 0) {
      retire(a, &a->live[i]);
    }
  }
  a->spent = (handle >> 24 & 0xFFFFFFFFu) == LAST_GENERATION;
  a->handle = 0;
}

void oracle_switch(adapter *a, const call *c)
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

uint32_t oracle_press(adapter *a, uint32_t count)
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

static void describe_view(mapping *m, const call *c)
{
  m->kind = c->view.kind;
  m->space = c->view.space;
  m->cache = c->view.cache;
  m->physical = c->view.physical;
  m->length = c->view.length;
  m->user = m->space == DXGMAP_MEMORY_SPACE && c->view.user != 0;
  m->process = m->user ? c->caller.process : 0;
  if (m->space == DXGMAP_IO_SPACE) {
    return;
  }
  m->place = (uint32_t)c->view.at;
  m->span = (uint32_t)view_span(&c->view);
}

/* Of a pointer, an ADL or a view of an object. */
static void describe_part(mapping *m, uint32_t kind, const call *c)
{
  m->kind = kind;
  m->physical = c->offset;
  m->length = c->bytes;
  if (kind == DXGMAP_ADL) {
    return;
  }
  m->slack = c->slack;
  m->place = (uint32_t)c->at;
  m->span = (uint32_t)(c->slack + c->bytes / PAGE);
}

/* The object is NULL where the call names none. */
static void describe(mapping *m, const call *c, const mapping *object)
{
  switch (c->operation) {
  case MAP_POINTER:
    describe_part(m, DXGMAP_POINTER, c);
    m->index = c->index;
    break;
  case MAP_VIEW:
    describe_view(m, c);
    break;
  case CREATE:
    m->kind = DXGMAP_OBJECT;
    m->index = c->request.type;
    m->user = c->request.bound != 0;
    m->cache = c->request.cache;
    m->physical = c->request.physical;
    m->length = c->request.length;
    break;
  case OPEN:
    m->kind = DXGMAP_ADAPTER_OBJECT;
    m->index = object->index;
    m->user = c->creating != 0;
    m->length = object->length;
    break;
  case ALLOCATE_ADL:
    describe_part(m, DXGMAP_ADL, c);
    break;
  case MAP_OBJECT:
    describe_part(m, DXGMAP_OBJECT_VIEW, c);
    m->cache = object->cache;
    m->user = c->user != 0;
    m->process = m->user ? c->caller.process : 0;
    break;
  default:
    m->kind = c->kind;
    m->index = c->operation == PIN ? c->index : 0;
  }
}

static const mapping *object_of(const oracle *o, const call *c)
{
  const mapping *object = NULL;
  uint32_t kind = c->operation == ALLOCATE_ADL ? DXGMAP_ADAPTER_OBJECT : DXGMAP_OBJECT;
  if (c->operation == OPEN || c->operation == ALLOCATE_ADL || c->operation == MAP_OBJECT) {
    place_with(o, c->object, kind, &object);
  }
  return object;
}

void oracle_acquire(oracle *o, const call *c, uint64_t handle, uint32_t cell)
{
  adapter *a = &o->adapters[oracle_where(o, c)];
  const mapping *object = object_of(o, c);
  uint32_t i = 0;
  while (a->live[i].handle != 0) {
    i++;
  }
  mapping *m = &a->live[i];
  memset(m, 0, sizeof *m);
  m->handle = handle;
  m->of = object == NULL ? 0 : object->handle;
  describe(m, c, object);
  if (!captures(c->operation)) {
    return;
  }
  m->cell = cell;
  m->count = c->count;
  memcpy(m->pages, c->pool + c->first, c->count * sizeof m->pages[0]);
}

void oracle_release(oracle *o, const call *c, uint64_t handle)
{
  adapter *a = &o->adapters[oracle_where(o, c)];
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (a->live[i].handle != handle) {
      continue;
    }
    wait(a, &a->live[i]);
    retire(a, &a->live[i]);
  }
}
