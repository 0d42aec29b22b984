/* SPDX-License-Identifier: MIT */
#include "ddi/harness/stop.h"

#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/release.h"
#include "ddi/harness/leaks.h"
#include "ddi/harness/parts.h"
#include "ddi/machine/adapter.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* What a stop reports before it ends anything. A handler may change what is live between two reports: what it adds is
   looked for when all else is told. */
typedef struct {
  uint64_t adapter; /* that it has to end with; 0: with the system */
  uint64_t count;   /* of leaks, as a stop answers it: what a video miniport keeps is none */
  dxgmap_ddi_leaks leaks;
} dxgmap_ddi_farewell;

/* A video miniport has no stop callback in which it could unmap what it needs until the end (decision 13). And what
   Dxgkrnl has mapped is its own (SYSTEM-3). */
static bool dxgmap_ddi_kept_for_life(const dxgmap_ddi_record *record)
{
  return (record->kind == DXGMAP_MAPPING_VIDEO && !record->again) || record->kind == DXGMAP_MAPPING_SYSTEM;
}

/* Adds what is live and not reported yet, among what dxgmap_ddi_live has of `among`. */
static void dxgmap_ddi_gather_among(dxgmap_ddi_farewell *f, uint64_t among)
{
  dxgmap_live live = dxgmap_ddi_live(among, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    if (dxgmap_ddi_record_adapter(record) == f->adapter && !record->leaked && !dxgmap_ddi_kept_for_life(record) &&
        dxgmap_ddi_leaks_add(&f->leaks, record)) {
      record->leaked = true;
      f->count += record->kind != DXGMAP_MAPPING_VIDEO ? 1 : 0;
    }
    live = dxgmap_ddi_live(among, cursor);
  }
}

/* Notes what is to be reported next; false: nothing is. */
static bool dxgmap_ddi_note_leaks(dxgmap_ddi_farewell *f, dxgmap_ddi_call *call)
{
  if (dxgmap_ddi_leaks_note(&f->leaks, call)) {
    return true;
  }
  memset(&f->leaks, 0, sizeof(f->leaks));
  if (f->adapter != 0 && dxgmap_ddi_adapter_of(f->adapter) == NULL) {
    return false;
  }
  if (f->adapter != 0) {
    dxgmap_ddi_gather_among(f, f->adapter);
  }
  if (dxgmap_ddi_record_any_object()) {
    dxgmap_ddi_gather_among(f, 0);
  }
  return dxgmap_ddi_leaks_note(&f->leaks, call);
}

/* What the driver did not release. */
static void dxgmap_ddi_end(dxgmap_ddi_record *record, const void *site)
{
  record->ended = true;
  dxgmap_ddi_take_back(record, site);
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
    if (record->kind == kind && dxgmap_ddi_record_adapter(record) == adapter) {
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
  if (!dxgmap_ddi_record_any_object()) {
    return;
  }
  dxgmap_ddi_record *all = dxgmap_ddi_all_ending(adapter, DXGMAP_MAPPING_OBJECT_VIEW);
  while (all != NULL) {
    dxgmap_ddi_record *view = all;
    dxgmap_caller owner = {DXGMAP_PASSIVE_LEVEL, view->process, 0};
    all = view->stopped;
    (void)dxgmap_op_unmap_object(dxgmap_ddi.state, owner, view->parent, view->at * PAGE_SIZE,
                                 (uint64_t)view->pages * PAGE_SIZE);
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
  dxgmap_ddi_parts_follow();
  dxgmap_ddi_end_objects(call->adapter, call->site);
  dxgmap_ddi_adapter_release(dxgmap_ddi_adapter_of(call->adapter));
  return DXGMAP_CAUSE_NONE;
}

/* The step itself is made under the same lock that found nothing left to report. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site)
{
  dxgmap_ddi_farewell found;
  memset(&found, 0, sizeof(found));
  found.adapter = (uint64_t)(uintptr_t)adapter;
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_STOP, adapter, site)) {
      return DXGMAP_CAUSE_NOT_OPEN;
    }
    if (adapter == NULL || !dxgmap_ddi_note_leaks(&found, &call)) {
      uint32_t cause = dxgmap_ddi_stop_now(&call);
      (void)dxgmap_ddi_leave(&call, cause);
      if (cause == DXGMAP_CAUSE_NONE && leaks != NULL) {
        *leaks = found.count;
      }
      return cause;
    }
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
  dxgmap_ddi_farewell found;
  memset(&found, 0, sizeof(found));
  for (;;) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE, NULL, site)) {
      return;
    }
    if (!dxgmap_ddi_note_leaks(&found, &call)) {
      dxgmap_ddi_end_objects(0, site);
      (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
      return;
    }
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}
