/* SPDX-License-Identifier: MIT */
#include "ddi/harness/stop.h"

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/mdl_watch.h"
#include "ddi/call/release.h"
#include "ddi/harness/leaks.h"
#include "ddi/machine/adapter.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* A search through what is live for what was not reported as a leak yet. A handler may change what is live between two
   reports: then it begins again. */
typedef struct {
  uint64_t among;  /* as of dxgmap_ddi_live */
  uint64_t ending; /* the adapter that it has to end with */
  uint32_t cursor;
  uint64_t last; /* what is right before the cursor */
} dxgmap_ddi_search;

/* A video miniport has no stop callback in which it could unmap what it needs until the end (decision 13). And what
   Dxgkrnl has mapped is its own (SYSTEM-3). */
static bool dxgmap_ddi_kept_for_life(const dxgmap_ddi_record *record)
{
  return (record->kind == DXGMAP_MAPPING_VIDEO && !record->again) || record->kind == DXGMAP_MAPPING_SYSTEM;
}

static dxgmap_ddi_record *dxgmap_ddi_next_leak(dxgmap_ddi_search *s)
{
  if (s->cursor > 0 && dxgmap_ddi_live(s->among, s->cursor - 1).handle != s->last) {
    s->cursor = 0;
  }
  for (;;) {
    dxgmap_live live = dxgmap_ddi_live(s->among, s->cursor);
    if (live.status != DXGMAP_OK) {
      return NULL;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    s->cursor += 1;
    s->last = live.handle;
    if (record->adapter == s->ending && !record->leaked && !dxgmap_ddi_kept_for_life(record)) {
      return record;
    }
  }
}

static const char *dxgmap_ddi_leak_detail(uint32_t kind)
{
  switch (kind) {
  case DXGMAP_MAPPING_ADL:
    return "the ADL was never freed";
  case DXGMAP_MAPPING_OBJECT:
    return "the object was never destroyed; it is now, with the views of it";
  case DXGMAP_MAPPING_ADAPTER_OBJECT:
    return "the adapter object was never closed";
  case DXGMAP_MAPPING_OBJECT_VIEW:
    return "the view was never unmapped";
  default:
    return "";
  }
}

/* What the driver did not release. */
static void dxgmap_ddi_end(dxgmap_ddi_record *record, const void *site)
{
  record->ended = true;
  dxgmap_ddi_take_back(record, site);
}

static void dxgmap_ddi_note_leak(dxgmap_ddi_call *call, dxgmap_ddi_record *record, dxgmap_ddi_leaks *leaks)
{
  bool video = record->kind == DXGMAP_MAPPING_VIDEO;
  record->leaked = true;
  leaks->count += video ? 0 : 1;
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, video ? DXGMAP_CAUSE_LIVE_AT_END : DXGMAP_CAUSE_LEAK, record->mapping);
  note->quiet = !dxgmap_ddi_leaks_add(leaks, record);
  dxgmap_ddi_detail(note, dxgmap_ddi_leak_detail(record->kind));
  dxgmap_ddi_check_mdl(call, record);
}

/* The live mappings of an adapter, linked by `stopped`. */
static dxgmap_ddi_record *dxgmap_ddi_all_live(uint64_t adapter)
{
  dxgmap_ddi_record *all = NULL;
  dxgmap_live live = dxgmap_ddi_live(adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    record->stopped = all;
    all = record;
    live = dxgmap_ddi_live(adapter, cursor);
  }
  return all;
}

/* The live objects, or the live views of them, that end with an adapter, linked by `stopped`. */
static dxgmap_ddi_record *dxgmap_ddi_all_ending(uint64_t adapter, uint32_t kind)
{
  dxgmap_ddi_record *all = NULL;
  dxgmap_live live = dxgmap_ddi_live(0, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    if (record->kind == kind && record->adapter == adapter) {
      record->stopped = all;
      all = record;
    }
    live = dxgmap_ddi_live(0, cursor);
  }
  return all;
}

/* When nobody has them open any more. */
static void dxgmap_ddi_end_objects(uint64_t adapter, const void *site)
{
  dxgmap_ddi_record *all = dxgmap_ddi_all_ending(adapter, DXGMAP_MAPPING_OBJECT_VIEW);
  while (all != NULL) {
    dxgmap_ddi_record *view = all;
    dxgmap_caller owner = {DXGMAP_PASSIVE_LEVEL, view->process, 0};
    all = view->stopped;
    (void)dxgmap_op_unmap_object(dxgmap_ddi.state, owner, view->parent, view->at * PAGE_SIZE, view->pages * PAGE_SIZE);
    dxgmap_ddi_end(view, site);
  }
  all = dxgmap_ddi_all_ending(adapter, DXGMAP_MAPPING_OBJECT);
  while (all != NULL) {
    dxgmap_ddi_record *object = all;
    dxgmap_caller anybody = {DXGMAP_PASSIVE_LEVEL, 0, 0};
    all = object->stopped;
    (void)dxgmap_op_destroy(dxgmap_ddi.state, anybody, object->mapping);
    dxgmap_ddi_end(object, site);
  }
}

static uint32_t dxgmap_ddi_stop_now(const dxgmap_ddi_call *call)
{
  dxgmap_ddi_record *all = dxgmap_ddi_all_live(call->adapter);
  dxgmap_ddi_lookup_withdraw(call->adapter);
  uint32_t cause = dxgmap_op_stop(dxgmap_ddi.state, call->adapter);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  while (all != NULL) {
    dxgmap_ddi_record *record = all;
    all = record->stopped;
    dxgmap_ddi_end(record, call->site);
  }
  dxgmap_ddi_end_objects(call->adapter, call->site);
  dxgmap_ddi_adapter_release(dxgmap_ddi_adapter_of(call->adapter));
  return DXGMAP_CAUSE_NONE;
}

/* What is not reported yet; NULL when all is, or when there is no such adapter. */
static dxgmap_ddi_record *dxgmap_ddi_stop_search(uint64_t adapter, dxgmap_ddi_search *mappings,
                                                 dxgmap_ddi_search *objects)
{
  if (dxgmap_ddi_adapter_of(adapter) == NULL) {
    return NULL;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_next_leak(mappings);
  return record != NULL ? record : dxgmap_ddi_next_leak(objects);
}

/* The step itself is made under the same lock that found nothing left to report. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site)
{
  uint64_t handle = (uint64_t)(uintptr_t)adapter;
  dxgmap_ddi_leaks found = {0};
  dxgmap_ddi_search mappings = {handle, handle, 0, 0};
  dxgmap_ddi_search objects = {0, handle, 0, 0};
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_STOP, adapter, site)) {
      return DXGMAP_CAUSE_NOT_OPEN;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_stop_search(handle, &mappings, &objects);
    if (record == NULL) {
      uint32_t cause = dxgmap_ddi_stop_now(&call);
      (void)dxgmap_ddi_leave(&call, cause);
      dxgmap_ddi_leaks_tell(&found);
      if (cause == DXGMAP_CAUSE_NONE && leaks != NULL) {
        *leaks = found.count;
      }
      return cause;
    }
    dxgmap_ddi_note_leak(&call, record, &found);
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}

uint32_t dxgmap_adapter_stop(HANDLE adapter, uint64_t *leaks)
{
  if (leaks != NULL &&
      !dxgmap_ddi_argument_first(DXGMAP_OPERATION_STOP, "leaks", leaks, sizeof(*leaks), true, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  return dxgmap_ddi_stop(adapter, leaks, DXGMAP_DDI_SITE);
}

void dxgmap_ddi_stop_objects(const void *site)
{
  dxgmap_ddi_leaks found = {0};
  dxgmap_ddi_search objects = {0, 0, 0, 0};
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE, NULL, site)) {
      return;
    }
    dxgmap_ddi_record *record = dxgmap_ddi_next_leak(&objects);
    if (record == NULL) {
      dxgmap_ddi_end_objects(0, site);
      (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
      dxgmap_ddi_leaks_tell(&found);
      return;
    }
    dxgmap_ddi_note_leak(&call, record, &found);
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}
