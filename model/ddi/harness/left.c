/* SPDX-License-Identifier: MIT */
#include "ddi/harness/left.h"

#include "ddi/call/call.h"
#include "ddi/call/mdl_view.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/pool.h"
#include "ddi/machine/record.h"

/* A built MDL in memory of the driver's needs no end; one that is locked does. */
static bool dxgmap_ddi_mdl_is_left(const dxgmap_ddi_mdl *entry)
{
  bool lent = entry->state == DXGMAP_DDI_MDL_LENT || entry->state == DXGMAP_DDI_MDL_GONE;
  return !entry->told && !lent && (!entry->by_hand || entry->state == DXGMAP_DDI_MDL_LOCKED);
}

static dxgmap_ddi_mdl *dxgmap_ddi_mdl_left(void)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_after(NULL);
  while (entry != NULL && !dxgmap_ddi_mdl_is_left(entry)) {
    entry = dxgmap_ddi_mdl_after(entry);
  }
  return entry;
}

static const char *dxgmap_ddi_mdl_left_as(const dxgmap_ddi_mdl *entry)
{
  if (entry->views != NULL) {
    return "its pages are in view still: MmUnmapLockedPages was never called; MDLs left by this stack: ";
  }
  return entry->state == DXGMAP_DDI_MDL_LOCKED
             ? "its pages are locked still: MmUnlockPages was never called; MDLs left by this stack: "
             : "IoFreeMdl was never called; MDLs left by this stack: ";
}

static const dxgmap_host_stack *dxgmap_ddi_mdl_maker(const dxgmap_ddi_mdl *entry)
{
  return entry->by_hand ? &entry->lock : &entry->made;
}

/* All that the same calls have made are told at once: a leak of thousands is one fault. */
static void dxgmap_ddi_note_left(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry)
{
  dxgmap_ddi_note *note =
      dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_LEFT, entry->views != NULL ? entry->views->mapping : 0);
  uint64_t count = 0;
  for (dxgmap_ddi_mdl *e = dxgmap_ddi_mdl_after(NULL); e != NULL; e = dxgmap_ddi_mdl_after(e)) {
    bool same = dxgmap_ddi_mdl_is_left(e) && e->state == entry->state &&
                dxgmap_host_stack_same(dxgmap_ddi_mdl_maker(e), dxgmap_ddi_mdl_maker(entry));
    e->told = e->told || same;
    count += same ? 1 : 0;
  }
  note->address = (uint64_t)(uintptr_t)entry->mdl;
  dxgmap_ddi_tell(note, DXGMAP_MAPPING_MDL_ITSELF, dxgmap_ddi_mdl_maker(entry), NULL);
  dxgmap_ddi_detail_numbers(note, dxgmap_ddi_mdl_left_as(entry), count, ", one of them at ",
                            (uint64_t)(uintptr_t)entry->mdl);
}

static void dxgmap_ddi_note_pool(dxgmap_ddi_call *call, const dxgmap_ddi_heap_block *block)
{
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_LEAK, 0);
  note->address = (uint64_t)(uintptr_t)block->address;
  dxgmap_ddi_tell(note, DXGMAP_MAPPING_POOL, &block->made, NULL);
  dxgmap_ddi_detail_numbers(note,
                            "pool memory was never freed; allocations by this stack: ", dxgmap_ddi_heap_tell(block),
                            ", bytes of one of them: ", block->bytes);
}

/* What is in view still ends, whoever has been told of it. */
static void dxgmap_ddi_end_views(const void *site)
{
  for (dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_after(NULL); entry != NULL; entry = dxgmap_ddi_mdl_after(entry)) {
    dxgmap_ddi_mdl_views_end(entry, site);
  }
}

void dxgmap_ddi_report_left(const void *site)
{
  bool more = true;
  while (more) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE, NULL, site)) {
      return;
    }
    dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_left();
    const dxgmap_ddi_heap_block *block = entry == NULL ? dxgmap_ddi_heap_untold() : NULL;
    more = entry != NULL || block != NULL;
    if (entry != NULL) {
      dxgmap_ddi_note_left(&call, entry);
    } else if (block != NULL) {
      dxgmap_ddi_note_pool(&call, block);
    } else {
      dxgmap_ddi_end_views(site);
    }
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  }
}
