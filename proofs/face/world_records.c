/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "world.h"

#include "ddi/machine/failure.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/shard.h"

/* Records, as record.h promises them: what a call makes has just the room that it asks for, so that a write beyond it
   is an alarm. */

dxgmap_ddi_record world_live;
uint64_t *world_frames_else;

static dxgmap_ddi_record world_made;
static dxgmap_ddi_record world_made_too;
static uint32_t world_records;
static dxgmap_ddi_record world_object;
static dxgmap_ddi_record world_opened;
static uint64_t *world_made_frames;
static uint64_t *world_made_frames_too;
static MDL world_made_head;
static dxgmap_ddi_mdl world_entry;

static void world_fill(dxgmap_ddi_record *record, uint32_t kind, uint64_t adapter, uint64_t frames, size_t list_bytes)
{
  uint64_t *room = frames != 0 ? malloc(frames * sizeof(uint64_t)) : NULL;
  record->kind = (uint8_t)kind;
  dxgmap_ddi_record_set_adapter(record, adapter);
  record->pages = (uint32_t)frames;
  record->has_head = kind == DXGMAP_MAPPING_MDL && list_bytes != 0;
  if (kind != DXGMAP_MAPPING_MDL) {
    record->list = list_bytes != 0 ? malloc(list_bytes) : NULL;
    record->list_bytes = list_bytes;
  }
  for (uint64_t i = 0; i < frames; i++) {
    room[i] = 0;
  }
  if (record == &world_made) {
    world_made_frames = room;
  } else {
    world_made_frames_too = room;
  }
}

/* ---- What a record has ---- */

void dxgmap_ddi_record_set_adapter(dxgmap_ddi_record *record, uint64_t adapter)
{
  record->adapter_life = (uint32_t)adapter;
  record->adapter_place = adapter != 0 ? 1 : 0;
}

uint64_t dxgmap_ddi_record_adapter(const dxgmap_ddi_record *record)
{
  return record->adapter_place != 0 ? record->adapter_life : 0;
}

uint64_t *dxgmap_ddi_record_frames(const dxgmap_ddi_record *record)
{
  if (record == &world_made) {
    return world_made_frames;
  }
  if (record == &world_made_too) {
    return world_made_frames_too;
  }
  return record == &world_object ? world_memory : world_frames_else;
}

MDL *dxgmap_ddi_record_own_head(const dxgmap_ddi_record *record)
{
  return record->has_head ? &world_made_head : NULL;
}

const MDL *dxgmap_ddi_record_head(const dxgmap_ddi_record *record)
{
  return record->has_head ? &world_made_head : &record->source->head;
}

PMDL dxgmap_ddi_record_mdl(const dxgmap_ddi_record *record)
{
  return record->joined ? record->source->mdl : record->mdl;
}

bool dxgmap_ddi_record_has_place(const dxgmap_ddi_record *record)
{
  return record->kind != DXGMAP_MAPPING_MDL && record->kind != DXGMAP_MAPPING_ADL;
}

uint32_t dxgmap_ddi_record_index(const dxgmap_ddi_record *record)
{
  return dxgmap_ddi_record_has_place(record) ? record->index : 0;
}

struct dxgmap_ddi_mdl *dxgmap_ddi_record_lent(const dxgmap_ddi_record *record)
{
  return dxgmap_ddi_record_has_place(record) ? record->lent : NULL;
}

/* ---- Their lives ---- */

dxgmap_ddi_record *dxgmap_ddi_record_new(const void *site, uint32_t kind, uint64_t adapter, uint64_t frames,
                                         size_t list_bytes)
{
  (void)site;
  if (frames > WORLD_PAGES || world_any()) {
    return NULL;
  }
  dxgmap_ddi_record *record = world_records == 0 ? &world_made : &world_made_too;
  /*@ check two: world_records < 2; */
  world_records += 1;
  switch (frames) {
  case 0:
    world_fill(record, kind, adapter, 0, list_bytes);
    return record;
  case 1:
    world_fill(record, kind, adapter, 1, list_bytes);
    break;
  case 2:
    world_fill(record, kind, adapter, 2, list_bytes);
    break;
  default:
    world_fill(record, kind, adapter, WORLD_PAGES, list_bytes);
    break;
  }
  return record;
}

void dxgmap_ddi_record_cancel(dxgmap_ddi_record *record)
{
  uint64_t mapping = record->mapping;
  /*@ check unbound: mapping == 0; */
  record->pages = 0;
}

void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping)
{
  /*@ check identity: mapping != 0; */
  record->mapping = mapping;
  record->live = true;
}

void dxgmap_ddi_record_release(dxgmap_ddi_record *record, const void *site)
{
  (void)site;
  bool lives = record->live;
  /*@ check lives: lives; */
  record->live = false;
}

/* An object of all pages of the memory, open for the adapter. */
static void world_objects(void)
{
  world_object.mapping = WORLD_OBJECT;
  world_object.kind = DXGMAP_MAPPING_OBJECT;
  dxgmap_ddi_record_set_adapter(&world_object, world_any() ? WORLD_ADAPTER : 0);
  world_object.pages = WORLD_PAGES;
  world_object.length = (uint64_t)WORLD_PAGES * PAGE_SIZE;
  world_object.type = Frama_C_unsigned_int_interval(0, 3);
  world_object.live = true;
  world_opened.mapping = WORLD_OPENED;
  world_opened.kind = DXGMAP_MAPPING_ADAPTER_OBJECT;
  dxgmap_ddi_record_set_adapter(&world_opened, WORLD_ADAPTER);
  world_opened.parent = WORLD_OBJECT;
  world_opened.length = world_object.length;
  world_opened.live = true;
}

dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping)
{
  if (mapping == WORLD_OBJECT) {
    world_objects();
    return &world_object;
  }
  if (mapping == WORLD_OPENED) {
    world_objects();
    return &world_opened;
  }
  if (mapping == WORLD_LIVE) {
    world_live.mapping = WORLD_LIVE;
    world_live.live = true;
    return &world_live;
  }
  return NULL;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_list(const void *list)
{
  (void)list;
  return world_any() ? dxgmap_ddi_record_find(WORLD_LIVE) : NULL;
}

bool dxgmap_ddi_record_of_mdl(const dxgmap_ddi_record *record)
{
  return record->kind == DXGMAP_MAPPING_MDL || record->kind == DXGMAP_MAPPING_MDL_VIEW;
}

dxgmap_ddi_record *dxgmap_ddi_record_views(void)
{
  return world_any() ? dxgmap_ddi_record_find(WORLD_LIVE) : NULL;
}

/* ---- Shards ---- */

uint32_t dxgmap_ddi_shard_of(uint64_t mapping)
{
  return Frama_C_unsigned_int_interval(0, DXGMAP_DDI_SHARDS - 1);
}

bool dxgmap_ddi_shard_open(uint32_t shard)
{
  return world_any();
}

bool dxgmap_ddi_record_release_alone(uint32_t shard)
{
  return world_any();
}

void dxgmap_ddi_lookup_wait(uint64_t mapping)
{
}

/* ---- MDLs ---- */

size_t dxgmap_ddi_mdl_size(uint64_t pages)
{
  return sizeof(MDL) + (size_t)pages * sizeof(PFN_NUMBER);
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_entry(PMDL mdl, uint64_t bytes, uint64_t pages)
{
  if (world_any()) {
    return NULL;
  }
  world_entry.mdl = mdl;
  world_entry.bytes = bytes;
  world_entry.pages = pages;
  world_entry.frames = pages != 0 ? malloc(pages * sizeof(uint64_t)) : NULL;
  return &world_entry;
}

void dxgmap_ddi_mdl_entry_free(dxgmap_ddi_mdl *entry)
{
  /*@ check one: entry == &world_entry; */
  entry->frames = NULL;
}

void dxgmap_ddi_mdl_add(dxgmap_ddi_mdl *entry)
{
  /*@ check one: entry == &world_entry; */
  entry->next = NULL;
}

void dxgmap_ddi_mdl_describe(PMDL mdl, const void *address, uint64_t bytes)
{
  (void)address;
  mdl->Next = NULL;
  mdl->MdlFlags = 0;
  mdl->ByteCount = (ULONG)bytes;
  mdl->ByteOffset = 0;
}

void dxgmap_ddi_mdl_part(dxgmap_ddi_record *record)
{
  /*@ check valid: \valid(record); */
}

uint64_t dxgmap_ddi_mdl_abandon(dxgmap_ddi_mdl *entry, uint64_t *mappings)
{
  (void)entry;
  *mappings = world_any64();
  return world_any64();
}

bool dxgmap_ddi_failure_due(const dxgmap_ddi_acquisition *acquisition)
{
  /*@ check valid: \valid_read(acquisition); */
  return world_any();
}

bool dxgmap_ddi_failure_acquires(uint32_t operation)
{
  return world_any();
}

void dxgmap_ddi_failure_pass(void)
{
}

uint64_t dxgmap_ddi_failure_acquisitions(void)
{
  return world_any64();
}

bool dxgmap_ddi_failure_last(dxgmap_failed *last)
{
  static const dxgmap_failed none;
  *last = none;
  return world_any();
}
