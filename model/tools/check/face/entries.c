/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* What the driver has acquired. Memory is the analyser's own: it knows of each block whether it is still there, which
   addresses lie in it and what was never written, and tells of an access that is wrong. */

void Frama_C_show_each_limit(uint64_t path, const char *what);

dxgmap_check_entry *dxgmap_check_new(uint32_t kind, uint64_t mapping)
{
  uint32_t i = dxgmap_checked.entries;
  if (i == DXGMAP_CHECK_ENTRIES) {
    Frama_C_show_each_limit(dxgmap_checked.path, "more acquisitions on one path than the face has room for");
    exit(EXIT_FAILURE);
  }
  dxgmap_checked.entries = i + 1;
  dxgmap_checked.entry[i].kind = kind;
  dxgmap_checked.entry[i].mapping = mapping;
  dxgmap_checked.entry[i].live = true;
  return &dxgmap_checked.entry[i];
}

static void dxgmap_check_free(const dxgmap_check_entry *entry)
{
  if (entry->block != NULL) {
    free(entry->block);
  }
  if (entry->list != NULL) {
    free(entry->list);
  }
}

void dxgmap_check_end(dxgmap_check_entry *entry)
{
  bool held = entry->block != NULL || entry->list != NULL;
  entry->live = false;
  entry->ended = dxgmap_checked.path;
  if (!held || dxgmap_checked.gone || dxgmap_check_any == 0) {
    return;
  }
  dxgmap_check_part(entry);
  dxgmap_checked.gone = true;
  dxgmap_check_free(entry);
  entry->gone = true;
  entry->address = NULL;
  entry->block = NULL;
  entry->list = NULL;
}

/* The numbers of a mapping by an MDL are that MDL's. */
void dxgmap_check_forget(void)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    dxgmap_check_free(e);
    if (e->frames != NULL && e->kind != DXGMAP_MAPPING_MDL) {
      free(e->frames);
    }
  }
  memset(&dxgmap_checked, 0, sizeof(dxgmap_checked));
}

dxgmap_check_entry *dxgmap_check_by_mapping(uint64_t mapping)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->mapping == mapping && mapping != 0) {
      return e;
    }
  }
  return NULL;
}

dxgmap_check_entry *dxgmap_check_by_address(uint32_t kind, const void *address)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == kind && e->address == address) {
      return e;
    }
  }
  return NULL;
}

dxgmap_check_entry *dxgmap_check_by_list(uint32_t kind, const void *list)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == kind && e->list == list) {
      return e;
    }
  }
  return NULL;
}

const dxgmap_check_entry *dxgmap_check_child(uint64_t parent)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->parent == parent && parent != 0 && e->kind != DXGMAP_MAPPING_MDL_VIEW) {
      return e;
    }
  }
  return NULL;
}

const dxgmap_check_entry *dxgmap_check_ended(uint64_t mapping)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (!e->live && e->mapping == mapping && mapping != 0) {
      return e;
    }
  }
  return NULL;
}

const dxgmap_check_entry *dxgmap_check_ended_address(uint32_t kind, const void *address)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (!e->live && !e->gone && e->kind == kind && e->address == address && address != NULL) {
      return e;
    }
  }
  return NULL;
}

const dxgmap_check_entry *dxgmap_check_ended_list(const void *list)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (!e->live && !e->gone && e->list == list && list != NULL) {
      return e;
    }
  }
  return NULL;
}

void *dxgmap_check_memory(uint64_t bytes)
{
  void *block = malloc((size_t)bytes);
  memset(block, dxgmap_check_any, (size_t)bytes);
  return block;
}

/* Never the same twice: whether a page comes back is no business of a driver's. */
uint64_t *dxgmap_check_frames(uint64_t pages)
{
  uint64_t *frames = malloc((size_t)pages * sizeof(uint64_t));
  for (uint64_t i = 0; i < pages; i++) {
    frames[i] = dxgmap_checked.next_frame + i;
  }
  dxgmap_checked.next_frame += pages;
  return frames;
}

uint64_t dxgmap_check_window(uint64_t pages)
{
  uint64_t at = dxgmap_checked.next_window;
  dxgmap_checked.next_window += pages;
  return at;
}

PMDL dxgmap_check_lend_mdl(const uint64_t *frames, uint64_t pages, void *address)
{
  PMDL mdl = malloc(sizeof(MDL) + (size_t)pages * sizeof(PFN_NUMBER));
  memset(mdl, 0, sizeof(MDL));
  mdl->StartVa = address;
  mdl->MdlFlags = MDL_PAGES_LOCKED;
  mdl->ByteCount = (ULONG)(pages * PAGE_SIZE);
  for (uint64_t i = 0; i < pages; i++) {
    MmGetMdlPfnArray(mdl)[i] = frames[i];
  }
  return mdl;
}

DXGK_ADL *dxgmap_check_lend_adl(const uint64_t *frames, uint64_t pages, bool run)
{
  DXGK_ADL *adl = malloc(sizeof(DXGK_ADL) + (size_t)pages * sizeof(DXGK_PAGE_NUMBER));
  memset(adl, 0, sizeof(DXGK_ADL));
  adl->PageCount = (UINT32)pages;
  if (run) {
    adl->Flags.Contiguous = 1;
    adl->BasePageNumber = frames[0];
    return adl;
  }
  DXGK_PAGE_NUMBER *page = (DXGK_PAGE_NUMBER *)(adl + 1);
  for (uint64_t i = 0; i < pages; i++) {
    page[i] = frames[i];
  }
  adl->Pages = page;
  return adl;
}
