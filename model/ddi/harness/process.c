/* SPDX-License-Identifier: MIT */
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/mdl_view.h"
#include "ddi/call/release.h"
#include "ddi/call/trace.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* dxgmap_process_end. */

#define DXGMAP_DDI_SYSTEM_PROCESS ((uint64_t)4)

/* A view of an MDL that lives in the process, and the MDL; NULL when none does. */
static dxgmap_ddi_record *dxgmap_ddi_mdl_view_in(uint64_t process, dxgmap_ddi_mdl **of)
{
  for (dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_after(NULL); entry != NULL; entry = dxgmap_ddi_mdl_after(entry)) {
    for (dxgmap_ddi_record *view = entry->views; view != NULL; view = view->beside) {
      if (dxgmap_ddi_mdl_view_of_process(view) && view->process == process) {
        *of = entry;
        return view;
      }
    }
  }
  return NULL;
}

static bool dxgmap_ddi_end_mdl_view(dxgmap_ddi_call *call, uint64_t process)
{
  dxgmap_ddi_mdl *entry = NULL;
  dxgmap_ddi_record *view = dxgmap_ddi_mdl_view_in(process, &entry);
  if (view == NULL) {
    return false;
  }
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_VIEW_ENDED, view->mapping);
  dxgmap_ddi_detail(note, "MmUnmapLockedPages was not called before the process ended");
  dxgmap_ddi_mdl_view_end(entry, view, call->site);
  return true;
}

/* One view, whatever it is of; false: there is none. */
static bool dxgmap_ddi_end_one(dxgmap_ddi_call *call, uint64_t process)
{
  uint64_t view = dxgmap_op_process_view(dxgmap_ddi.state, process);
  if (view == 0) {
    return dxgmap_ddi_end_mdl_view(call, process);
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_find(view);
  (void)dxgmap_op_end_view(dxgmap_ddi.state, view, process);
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_VIEW_ENDED, view);
  dxgmap_ddi_detail(note, "the view was not unmapped before the process ended");
  record->ended = true;
  dxgmap_ddi_take_back(record, call->site);
  return true;
}

/* Each view in a call of its own: its report is delivered before the next one ends. */
uint32_t dxgmap_process_end(uint64_t process, uint64_t *views)
{
  uint64_t ended = 0;
  bool more = true;
  while (more) {
    dxgmap_ddi_call call;
    if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PROCESS_END, NULL, DXGMAP_DDI_SITE)) {
      return DXGMAP_CAUSE_NOT_OPEN;
    }
    DXGMAP_DDI_TRACE(&call, process);
    bool sound = process != DXGMAP_DDI_SYSTEM_PROCESS &&
                 (views == NULL || dxgmap_ddi_argument_out(&call, "views", views, sizeof(*views)));
    more = sound && dxgmap_ddi_end_one(&call, process);
    ended += more ? 1 : 0;
    (void)dxgmap_ddi_leave(&call, sound ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BAD_ARGUMENT);
    if (!sound) {
      return DXGMAP_CAUSE_BAD_ARGUMENT;
    }
  }
  if (dxgmap_host_process() == process) {
    dxgmap_host_set_process(DXGMAP_DDI_SYSTEM_PROCESS);
  }
  if (views != NULL) {
    *views = ended;
  }
  return DXGMAP_CAUSE_NONE;
}
