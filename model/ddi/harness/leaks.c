/* SPDX-License-Identifier: MIT */
#include "ddi/harness/leaks.h"

#include "ddi/call/mdl_watch.h"
#include "ddi/call/trace.h"

static uint32_t dxgmap_ddi_leak_home(const dxgmap_ddi_record *record)
{
  uint64_t key = ((uint64_t)record->made << 16) + ((uint64_t)dxgmap_ddi_record_index(record) << 8) + record->kind;
  return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 40) % DXGMAP_DDI_LEAK_PLACES;
}

/* Stacks that are not known make no group, but for all that are of one kind. */
static bool dxgmap_ddi_leak_is_of(const dxgmap_ddi_leak_group *group, const dxgmap_ddi_record *record)
{
  return group->kind == record->kind && group->made == record->made && group->index == dxgmap_ddi_record_index(record);
}

static dxgmap_ddi_leak_group *dxgmap_ddi_leak_group_of(dxgmap_ddi_leaks *leaks, const dxgmap_ddi_record *record)
{
  uint32_t at = dxgmap_ddi_leak_home(record);
  while (leaks->place[at] != 0 && !dxgmap_ddi_leak_is_of(&leaks->group[leaks->place[at] - 1], record)) {
    at = (at + 1) % DXGMAP_DDI_LEAK_PLACES;
  }
  if (leaks->place[at] == 0) {
    if (leaks->groups == DXGMAP_DDI_LEAK_GROUPS) {
      return NULL;
    }
    leaks->group[leaks->groups] = (dxgmap_ddi_leak_group){
        .kind = record->kind, .made = record->made, .index = dxgmap_ddi_record_index(record), .first = record->mapping};
    leaks->groups += 1;
    leaks->place[at] = (uint8_t)leaks->groups;
  }
  return &leaks->group[leaks->place[at] - 1];
}

bool dxgmap_ddi_leaks_add(dxgmap_ddi_leaks *leaks, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_leak_group *group = dxgmap_ddi_leak_group_of(leaks, record);
  if (group == NULL) {
    return false;
  }
  const char *change = dxgmap_ddi_mdl_change(record);
  group->count += 1;
  if (change != NULL) {
    if (dxgmap_ddi_traced()) {
      dxgmap_ddi_trace_mdl(dxgmap_ddi_record_mdl(record));
    }
    group->changes += 1;
    if (group->changed == 0) {
      group->changed = record->mapping;
      group->change = change;
      group->mdl = dxgmap_ddi_record_mdl(record);
    }
  }
  return true;
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

bool dxgmap_ddi_leaks_note(dxgmap_ddi_leaks *leaks, dxgmap_ddi_call *call)
{
  if (leaks->told == leaks->groups) {
    return false;
  }
  const dxgmap_ddi_leak_group *group = &leaks->group[leaks->told];
  bool video = group->kind == DXGMAP_MAPPING_VIDEO;
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, video ? DXGMAP_CAUSE_LIVE_AT_END : DXGMAP_CAUSE_LEAK, group->first);
  leaks->told += 1;
  note->count = group->count;
  dxgmap_ddi_detail(note, dxgmap_ddi_leak_detail(group->kind));
  if (group->changed != 0) {
    note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_CHANGED, group->changed);
    note->address = (uint64_t)(uintptr_t)group->mdl;
    note->count = group->changes;
    dxgmap_ddi_detail(note, group->change);
  }
  return true;
}
