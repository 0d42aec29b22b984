/* SPDX-License-Identifier: MIT */
#include "ddi/call/again.h"

#include "ddi/machine/system.h"

/* Live views that begin where the new one does. */
typedef struct {
  uint32_t count;
  const dxgmap_ddi_record *same_call; /* one of them that the same calls have made, or NULL */
  const dxgmap_ddi_record *any;
  bool told; /* a report was about one of them already */
} dxgmap_ddi_before;

/* V4 allows it: with another process, or once by another call (a miniport maps for itself, and when it is asked to). */
static bool dxgmap_ddi_same_range(const dxgmap_ddi_record *r, const dxgmap_ddi_record *view)
{
  return r != view && r->kind == DXGMAP_MAPPING_VIDEO && r->ports == view->ports && r->physical == view->physical &&
         r->process == view->process;
}

static bool dxgmap_ddi_same_calls(const dxgmap_ddi_record *r, const dxgmap_ddi_record *view)
{
  return r->made == view->made && r->made != 0 && r->made != DXGMAP_HOST_STACK_NOT_KEPT;
}

static dxgmap_ddi_before dxgmap_ddi_look_before(const dxgmap_ddi_record *view)
{
  dxgmap_ddi_before before = {0, NULL, NULL, false};
  dxgmap_live live = dxgmap_ddi_live(dxgmap_ddi_record_adapter(view), 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    const dxgmap_ddi_record *r = dxgmap_ddi_record_find(live.handle);
    if (dxgmap_ddi_same_range(r, view)) {
      before.count += 1;
      before.any = r;
      before.same_call = dxgmap_ddi_same_calls(r, view) ? r : before.same_call;
      before.told = before.told || r->again;
    }
    live = dxgmap_ddi_live(dxgmap_ddi_record_adapter(view), cursor);
  }
  return before;
}

static void dxgmap_ddi_mark_before(const dxgmap_ddi_record *view)
{
  dxgmap_live live = dxgmap_ddi_live(dxgmap_ddi_record_adapter(view), 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    dxgmap_ddi_record *r = dxgmap_ddi_record_find(live.handle);
    if (dxgmap_ddi_same_range(r, view)) {
      r->again = true;
    }
    live = dxgmap_ddi_live(dxgmap_ddi_record_adapter(view), cursor);
  }
}

void dxgmap_ddi_note_again(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_before before = dxgmap_ddi_look_before(record);
  if (before.same_call == NULL && before.count < 2) {
    return;
  }
  dxgmap_ddi_mark_before(record);
  if (!before.told) {
    const dxgmap_ddi_record *first = before.same_call != NULL ? before.same_call : before.any;
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MAPPED_AGAIN, first->mapping);
    dxgmap_ddi_detail_numbers(note, "live views of the range, with the new one: ", before.count + 1,
                              ", all from physical ", record->physical);
    note->address = (uint64_t)(uintptr_t)record->address;
  }
}
