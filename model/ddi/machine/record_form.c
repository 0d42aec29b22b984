/* SPDX-License-Identifier: MIT */
#include "ddi/machine/record_form.h"

#include "core/structures/handle.h"
#include "ddi/machine/mdls.h"
#include "dxgmap.h"
#include "dxgmap_adl.h"

/* What a driver may have a million of: with the number of one page these are blocks of the heap of 80 and 160 bytes,
   the word in front included, and a word more would make them 96 and 192 (host/base/pool.c). Of an MDL's mapping the
   core has 100 bytes, and the table of identities 8. */
#define DXGMAP_DDI_MDL_BYTES offsetof(dxgmap_ddi_record, next_list)
#define DXGMAP_DDI_ADL_BYTES offsetof(dxgmap_ddi_record, address)
_Static_assert(DXGMAP_DDI_MDL_BYTES + sizeof(uint64_t) == 80 - 8, "a live mapping of one page: 200 bytes at most");
_Static_assert(DXGMAP_DDI_ADL_BYTES + 2 * sizeof(uint64_t) + sizeof(DXGK_ADL) <= 160 - 8, "a live ADL of one page");

_Static_assert(sizeof(dxgmap_ddi_record) / sizeof(uint64_t) <= UINT8_MAX,
               "from the begin of a record to its page numbers");

uint32_t dxgmap_ddi_record_words(uint32_t kind)
{
  size_t bytes = kind == DXGMAP_MAPPING_ADL ? DXGMAP_DDI_ADL_BYTES : sizeof(dxgmap_ddi_record);
  return (uint32_t)((kind == DXGMAP_MAPPING_MDL ? DXGMAP_DDI_MDL_BYTES : bytes) / sizeof(uint64_t));
}

bool dxgmap_ddi_record_of_mdl(const dxgmap_ddi_record *record)
{
  return record->kind == DXGMAP_MAPPING_MDL || record->kind == DXGMAP_MAPPING_MDL_VIEW;
}

bool dxgmap_ddi_record_has_place(const dxgmap_ddi_record *record)
{
  return record->kind != DXGMAP_MAPPING_MDL && record->kind != DXGMAP_MAPPING_ADL;
}

uint32_t dxgmap_ddi_record_index(const dxgmap_ddi_record *record)
{
  return dxgmap_ddi_record_has_place(record) ? record->index : 0;
}

dxgmap_ddi_mdl *dxgmap_ddi_record_lent(const dxgmap_ddi_record *record)
{
  return dxgmap_ddi_record_has_place(record) ? record->lent : NULL;
}

/* ---- The adapter ---- */

_Static_assert(DXGMAP_ADAPTERS <= UINT8_MAX, "1 + a place fits");

uint64_t dxgmap_ddi_record_adapter(const dxgmap_ddi_record *record)
{
  return record->adapter_place == 0
             ? 0
             : dxgmap_handle_make(DXGMAP_ADAPTER_TAG, record->adapter_life, record->adapter_place - 1u);
}

/* What is no adapter's handle has the core refuse the mapping, and the record goes before anybody asks. */
void dxgmap_ddi_record_set_adapter(dxgmap_ddi_record *record, uint64_t adapter)
{
  record->adapter_life = dxgmap_handle_generation(adapter);
  record->adapter_place = (uint8_t)(dxgmap_handle_index(adapter) + 1u);
}

/* ---- What stands behind it ---- */

uint64_t *dxgmap_ddi_record_frames(const dxgmap_ddi_record *record)
{
  return record->frames_at != 0 ? (uint64_t *)(uintptr_t)record + record->frames_at : NULL;
}

void *dxgmap_ddi_record_behind(const dxgmap_ddi_record *record)
{
  return (uint64_t *)(uintptr_t)record + dxgmap_ddi_record_words(record->kind) +
         (record->frames_at != 0 ? record->pages : 0);
}

MDL *dxgmap_ddi_record_own_head(const dxgmap_ddi_record *record)
{
  return record->has_head ? dxgmap_ddi_record_behind(record) : NULL;
}

const MDL *dxgmap_ddi_record_head(const dxgmap_ddi_record *record)
{
  const MDL *own = dxgmap_ddi_record_own_head(record);
  return own != NULL ? own : &record->source->head;
}

PMDL dxgmap_ddi_record_mdl(const dxgmap_ddi_record *record)
{
  return record->joined ? record->source->mdl : record->mdl;
}
