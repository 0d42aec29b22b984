#include "ddi/adapter.h"

#include <string.h>

#include "ddi/record.h"
#include "ddi/release.h"
#include "ddi/resources.h"
#include "ddi/status.h"

static dxgmap_ddi_adapter *dxgmap_ddi_adapter_place(void)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (dxgmap_ddi.adapter[i].handle == 0) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}

static void dxgmap_ddi_start_decode(const dxgmap_adapter_description *d, dxgmap_start *start)
{
  memset(start, 0, sizeof(*start));
  start->chain = d->physical_adapters;
  for (uint32_t i = 0; i < d->physical_adapters && i < DXGMAP_CHAIN && d->save_bytes != NULL; i++) {
    start->save_bytes[i] = d->save_bytes[i];
  }
  start->commit_limit = dxgmap_ddi.commit_pages;
  start->installed_pages = dxgmap_ddi.installed_pages;
  start->highest_visible = d->highest_visible_address != 0 ? d->highest_visible_address : UINT64_MAX;
  start->resources = d->resources;
  for (uint32_t i = 0; i < d->resources && i < DXGMAP_RESOURCES; i++) {
    start->resource[i].space = d->resource[i].space;
    start->resource[i].start = d->resource[i].start;
    start->resource[i].length = d->resource[i].length;
  }
}

static void dxgmap_ddi_sections_close(dxgmap_ddi_adapter *a)
{
  for (uint32_t i = 0; i < DXGMAP_CHAIN; i++) {
    if (a->section[i] != 0) {
      dxgmap_host_section_close(a->section[i]);
    }
  }
}

static int dxgmap_ddi_sections_open(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->chain; i++) {
    uint64_t pages = start->save_bytes[i] / PAGE_SIZE;
    a->save_bytes[i] = start->save_bytes[i];
    if (pages > 0 && dxgmap_host_section_open(pages, &a->section[i]) != DXGMAP_HOST_OK) {
      return 0;
    }
  }
  return 1;
}

static void dxgmap_ddi_adapter_release(dxgmap_ddi_adapter *a)
{
  if (a->window != 0) {
    dxgmap_host_window_close(a->window);
  }
  dxgmap_ddi_resources_close(a);
  dxgmap_ddi_sections_close(a);
  dxgmap_host_free(a->extension, a->extension_bytes);
  memset(a, 0, sizeof(*a));
}

static uint32_t dxgmap_ddi_adapter_acquire(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  a->chain = start->chain;
  uint32_t cause = dxgmap_ddi_resources_open(a, start);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  if (!dxgmap_ddi_sections_open(a, start) ||
      dxgmap_host_window_open(DXGMAP_WINDOW, dxgmap_ddi.quarantine_pages, &a->window) != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  a->base = dxgmap_host_window_base(a->window);
  return DXGMAP_CAUSE_NONE;
}

static void dxgmap_ddi_adapter_describe(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d, uint64_t handle)
{
  a->handle = handle;
  a->miniport_context = d->miniport_context;
  a->physical_device_object = d->physical_device_object;
  a->hook = d->hook;
  a->hook_context = d->hook_context;
}

static int dxgmap_ddi_hopeless_resource(const dxgmap_resource *r)
{
  return r->space > DXGMAP_IO_SPACE || r->length == 0 || r->start > UINT64_MAX - r->length;
}

/* Whether the core is sure to refuse, so that the host need not, and could not, be asked for what is described. */
static int dxgmap_ddi_hopeless(const dxgmap_start *start)
{
  int hopeless = start->chain == 0 || start->chain > DXGMAP_CHAIN || start->resources > DXGMAP_RESOURCES;
  for (uint32_t i = 0; !hopeless && i < start->chain; i++) {
    uint64_t bytes = start->save_bytes[i];
    hopeless = bytes % PAGE_SIZE != 0 || bytes / PAGE_SIZE > start->commit_limit;
  }
  for (uint32_t i = 0; !hopeless && i < start->resources; i++) {
    hopeless = dxgmap_ddi_hopeless_resource(&start->resource[i]);
  }
  return hopeless;
}

static uint32_t dxgmap_ddi_start(const dxgmap_adapter_description *d, HANDLE *adapter)
{
  dxgmap_start start;
  dxgmap_ddi_start_decode(d, &start);
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_place();
  if (a == NULL || dxgmap_ddi_hopeless(&start)) {
    return dxgmap_op_start(dxgmap_ddi.state, &start).status;
  }
  uint32_t cause = dxgmap_ddi_adapter_acquire(a, &start);
  dxgmap_outcome outcome = {cause, 0};
  if (cause == DXGMAP_CAUSE_NONE) {
    outcome = dxgmap_op_start(dxgmap_ddi.state, &start);
  }
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_adapter_release(a);
    return outcome.status;
  }
  dxgmap_ddi_adapter_describe(a, d, outcome.handle);
  *adapter = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_adapter_start(const dxgmap_adapter_description *description, HANDLE *adapter)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_START, NULL, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (description != NULL && adapter != NULL && (description->resources == 0 || description->resource != NULL)) {
    cause = dxgmap_ddi_start(description, adapter);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

/* A step of the harness that has an adapter alone. */
static uint32_t dxgmap_ddi_simple(uint32_t operation, HANDLE adapter, uint32_t (*step)(dxgmap_state *, uint64_t),
                                  const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, operation, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = step(dxgmap_ddi.state, call.adapter);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_adapter_attach(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_ATTACH, adapter, dxgmap_op_attach, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_exclusive_begin(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_EXCLUSIVE_BEGIN, adapter, dxgmap_op_exclusive_begin, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_exclusive_end(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_EXCLUSIVE_END, adapter, dxgmap_op_exclusive_end, DXGMAP_DDI_SITE);
}

/* The first live mapping from `*cursor` on that was not reported as a leak yet; NULL when all were. */
static dxgmap_ddi_record *dxgmap_ddi_next_leak(uint64_t adapter, uint32_t *cursor)
{
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, adapter, *cursor);
  while (live.status == DXGMAP_OK) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    if (record->leaked == 0) {
      return record;
    }
    *cursor += 1;
    live = dxgmap_op_live(dxgmap_ddi.state, adapter, *cursor);
  }
  return NULL;
}

/* The live mappings of an adapter, linked by `stopped`. */
static dxgmap_ddi_record *dxgmap_ddi_all_live(uint64_t adapter)
{
  dxgmap_ddi_record *all = NULL;
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    record->stopped = all;
    all = record;
    live = dxgmap_op_live(dxgmap_ddi.state, adapter, cursor);
  }
  return all;
}

static uint32_t dxgmap_ddi_stop_now(const dxgmap_ddi_call *call)
{
  dxgmap_ddi_record *all = dxgmap_ddi_all_live(call->adapter);
  uint32_t cause = dxgmap_op_stop(dxgmap_ddi.state, call->adapter);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  while (all != NULL) {
    dxgmap_ddi_record *record = all;
    all = record->stopped;
    dxgmap_ddi_take_back(record, call->site);
  }
  dxgmap_ddi_adapter_release(dxgmap_ddi_adapter_of(call->adapter));
  return DXGMAP_CAUSE_NONE;
}

static void dxgmap_ddi_note_leak(dxgmap_ddi_call *call, dxgmap_ddi_record *record, uint64_t *leaks)
{
  uint32_t video = record->kind == DXGMAP_MAPPING_VIDEO;
  record->leaked = 1;
  *leaks += video ? 0 : 1;
  (void)dxgmap_ddi_also(call, video ? DXGMAP_CAUSE_LIVE_AT_END : DXGMAP_CAUSE_LEAK, record->mapping);
  dxgmap_ddi_check_mdl(call, record);
}

/* A handler may change what is live between two reports, so the search starts again after each; the step itself is
   made under the same lock that found nothing left to report. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site)
{
  uint64_t count = 0;
  uint32_t cursor = 0;
  uint64_t last = 0;
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_STOP, adapter, site)) {
      return DXGMAP_CAUSE_NOT_OPEN;
    }
    if (cursor > 0 && dxgmap_op_live(dxgmap_ddi.state, call.adapter, cursor - 1).handle != last) {
      cursor = 0;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_next_leak(call.adapter, &cursor);
    if (record == NULL) {
      uint32_t cause = dxgmap_ddi_stop_now(&call);
      (void)dxgmap_ddi_leave(&call, cause);
      if (cause == DXGMAP_CAUSE_NONE && leaks != NULL) {
        *leaks = count;
      }
      return cause;
    }
    last = record->mapping;
    cursor += 1;
    dxgmap_ddi_note_leak(&call, record, &count);
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}

uint32_t dxgmap_adapter_stop(HANDLE adapter, uint64_t *leaks)
{
  return dxgmap_ddi_stop(adapter, leaks, DXGMAP_DDI_SITE);
}

static void dxgmap_ddi_show(const dxgmap_live *live, dxgmap_mapping *mapping)
{
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(live->handle);
  dxgmap_host_history history;
  memset(mapping, 0, sizeof(*mapping));
  mapping->mapping = live->handle;
  mapping->kind = live->descriptor.kind;
  mapping->physical_adapter = live->descriptor.index;
  mapping->pages = live->pages > 0 ? live->pages : live->span;
  mapping->length = live->descriptor.length;
  mapping->physical = live->descriptor.physical;
  mapping->address = record->address;
  if (dxgmap_host_history_find(live->handle, &history)) {
    mapping->map.count = history.map.count;
    memcpy(mapping->map.site, history.map.site, sizeof(mapping->map.site));
  }
}

uint32_t dxgmap_adapter_live(HANDLE adapter, uint32_t cursor, dxgmap_mapping *mapping)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, call.adapter, cursor);
  uint32_t cause = mapping != NULL ? live.status : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT;
  if (cause == DXGMAP_OK) {
    dxgmap_ddi_show(&live, mapping);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
