/* SPDX-License-Identifier: MIT */
#include "ddi/call/adl.h"
#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/call/lend.h"
#include "ddi/call/release.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* DxgkCbPinFrameBufferForSave, DxgkCbPinFrameBufferForSave2, DxgkCbUnpinFrameBufferForSave. */

typedef struct {
  uint32_t kind;
  uint32_t index;
  uint64_t bytes;
  uint32_t wish; /* enum dxgmap_ddi_adl_wish */
} dxgmap_ddi_pin_request;

static size_t dxgmap_ddi_pin_list_bytes(uint32_t kind, uint64_t pages)
{
  if (kind == DXGMAP_MAPPING_PIN) {
    return dxgmap_ddi_mdl_size(pages);
  }
  return dxgmap_ddi_adl_bytes(pages);
}

/* With remapping the order of the frames is no business of the device's. */
static dxgmap_host_result dxgmap_ddi_pin_frames(const dxgmap_ddi_pin_request *r, bool remapped,
                                                dxgmap_ddi_record *record)
{
  uint64_t last = dxgmap_ddi.installed_pages - 1;
  uint64_t *frames = dxgmap_ddi_record_frames(record);
  uint64_t base = 0;
  if (remapped || !dxgmap_ddi_adl_follows(dxgmap_ddi_record_adapter(record), r->wish) ||
      dxgmap_host_frames_allocate_run(0, last, 0, record->pages, &base) != DXGMAP_HOST_OK) {
    return dxgmap_host_frames_allocate(0, last, record->pages, frames);
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    frames[i] = base + i;
  }
  return DXGMAP_HOST_OK;
}

static bool dxgmap_ddi_pin_fill(const dxgmap_ddi_pin_request *r, uint32_t section, dxgmap_ddi_record *record)
{
  if (dxgmap_host_section_pin(section, dxgmap_ddi_record_frames(record), record->pages) != DXGMAP_HOST_OK) {
    return false;
  }
  if (r->kind == DXGMAP_MAPPING_PIN && !dxgmap_ddi_lend_prepare(record, r->bytes)) {
    dxgmap_host_section_unpin(section);
    return false;
  }
  return true;
}

static void dxgmap_ddi_pin_cancel(dxgmap_ddi_record *record)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(dxgmap_ddi_record_adapter(record));
  dxgmap_ddi_lend_cancel(record);
  dxgmap_host_section_unpin(a->section[record->index]);
  dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), record->pages);
  dxgmap_ddi_record_cancel(record);
}

static dxgmap_ddi_record *dxgmap_ddi_pin_acquire(const dxgmap_ddi_call *call, const dxgmap_ddi_pin_request *r)
{
  uint64_t pages = r->bytes / PAGE_SIZE;
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, r->kind, call->adapter, pages, dxgmap_ddi_pin_list_bytes(r->kind, pages));
  if (record == NULL) {
    return NULL;
  }
  bool remapped = a->mode == DXGMAP_MODE_REMAPPING;
  record->index = r->index;
  if (dxgmap_ddi_pin_frames(r, remapped, record) != DXGMAP_HOST_OK) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (!dxgmap_ddi_pin_fill(r, a->section[r->index], record)) {
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), pages);
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (r->kind == DXGMAP_MAPPING_PIN2 && !dxgmap_ddi_adl_arrange(record, r->wish)) {
    dxgmap_ddi_pin_cancel(record);
    return NULL;
  }
  return record;
}

static uint32_t dxgmap_ddi_pin(dxgmap_ddi_call *call, const dxgmap_ddi_pin_request *r, dxgmap_ddi_record **pinned)
{
  call->subject.index = r->index;
  uint32_t cause = dxgmap_pin_admit(dxgmap_ddi.state, call->who, call->adapter, r->index, r->bytes, r->kind);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_pin(call, cause, r->index);
    dxgmap_ddi_blame_size(call, cause, r->index, r->bytes, 0);
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_pin_acquire(call, r);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  bool pressure = dxgmap_ddi_pressed(call, r->index, 0, r->bytes);
  dxgmap_host_read_show();
  dxgmap_outcome outcome = dxgmap_op_pin(dxgmap_ddi.state, call->who, call->adapter, r->index, r->bytes, r->kind,
                                         dxgmap_ddi_record_frames(record), record->pages, pressure);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_pin_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  *pinned = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_pin_mdl(dxgmap_ddi_call *call, DXGKARGCB_PINFRAMEBUFFERFORSAVE *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pPinFrameBufferForSave", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_ddi_pin_request r = {DXGMAP_MAPPING_PIN, arguments->PhysicalAdapterIndex, arguments->CommitSize,
                              DXGMAP_DDI_ADL_ANY};
  dxgmap_ddi_record *record = NULL;
  uint32_t cause = dxgmap_ddi_pin(call, &r, &record);
  if (cause == DXGMAP_CAUSE_NONE) {
    arguments->pMdl = dxgmap_ddi_lend(record);
  }
  return cause;
}

NTSTATUS DxgkCbPinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE pPinFrameBufferForSave)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PIN, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_pin_mdl(&call, pPinFrameBufferForSave)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_pin2(dxgmap_ddi_call *call, DXGKARGCB_PINFRAMEBUFFERFORSAVE2 *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pPinFrameBufferForSave2", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (arguments->Flags.Reserved != 0) {
    return dxgmap_ddi_bad(call, "a reserved bit of Flags is set");
  }
  uint32_t wish = arguments->Flags.PreferContiguous != 0 ? DXGMAP_DDI_ADL_PREFER : DXGMAP_DDI_ADL_ANY;
  dxgmap_ddi_pin_request r = {DXGMAP_MAPPING_PIN2, arguments->PhysicalAdapterIndex, arguments->CommitSize, wish};
  dxgmap_ddi_record *record = NULL;
  uint32_t cause = dxgmap_ddi_pin(call, &r, &record);
  if (cause == DXGMAP_CAUSE_NONE) {
    arguments->pAdl = dxgmap_ddi_adl_lend(record);
  }
  return cause;
}

NTSTATUS DxgkCbPinFrameBufferForSave2(IN_CONST_HANDLE hAdapter,
                                      INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE2 pPinFrameBufferForSave2)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PIN2, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call,
                          open ? dxgmap_ddi_pin2(&call, pPinFrameBufferForSave2) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_unpin(dxgmap_ddi_call *call, const DXGKARGCB_UNPINFRAMEBUFFERFORSAVE *arguments)
{
  if (!dxgmap_ddi_argument_in(call, "pUnpinFrameBufferForSave", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t index = arguments->PhysicalAdapterIndex;
  call->subject.index = index;
  dxgmap_outcome outcome = dxgmap_op_unpin(dxgmap_ddi.state, call->who, call->adapter, index);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_size(call, outcome.status, index, 0, 0);
  dxgmap_ddi_blame_pin(call, outcome.status, index);
  return outcome.status;
}

NTSTATUS DxgkCbUnpinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNPINFRAMEBUFFERFORSAVE pUnpinFrameBufferForSave)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNPIN, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unpin(&call, pUnpinFrameBufferForSave)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
