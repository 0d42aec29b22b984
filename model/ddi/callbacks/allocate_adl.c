/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/adl.h"
#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain_object.h"
#include "ddi/call/release.h"
#include "ddi/machine/record.h"
#include "ddi/machine/shard.h"
#include "ddi/machine/system.h"

/* DxgkCbAllocateAdl, DxgkCbFreeAdl. */

static uint32_t dxgmap_ddi_adl_wish_of(const DXGKARGCB_ALLOCATE_ADL *arguments)
{
  if (arguments->Flags.RequireContiguous != 0) {
    return DXGMAP_DDI_ADL_REQUIRE;
  }
  return arguments->Flags.PreferContiguous != 0 ? DXGMAP_DDI_ADL_PREFER : DXGMAP_DDI_ADL_ANY;
}

/* An ADL that is to be, and the list of its frames for the core. With remapping the list ends with the call; else it is
   the record's, which knows the ADL's pages by it. */
typedef struct {
  dxgmap_ddi_record *record;
  uint64_t *list;
  const uint64_t *frames; /* the list, or the object's own */
} dxgmap_ddi_adl_new;

static size_t dxgmap_ddi_adl_list_bytes(uint64_t pages)
{
  return (size_t)pages * sizeof(uint64_t);
}

/* The core has captured the frames, or the ADL did not come to be. */
static void dxgmap_ddi_adl_listed(const dxgmap_ddi_adl_new *adl, uint64_t pages)
{
  if (adl->list != dxgmap_ddi_record_frames(adl->record)) {
    dxgmap_host_give(adl->list, dxgmap_ddi_adl_list_bytes(pages));
  }
}

static bool dxgmap_ddi_adl_list(dxgmap_ddi_adl_new *adl, const uint64_t *frames, uint32_t wish)
{
  dxgmap_ddi_record *record = adl->record;
  size_t bytes = dxgmap_ddi_adl_list_bytes(record->pages);
  adl->list = dxgmap_ddi_record_frames(record);
  if (adl->list != NULL) {
    adl->frames = adl->list;
    memcpy(adl->list, frames, bytes);
    return dxgmap_ddi_adl_arrange(record, wish);
  }
  adl->list = record->pages > 1 ? dxgmap_host_take_with(bytes, 0) : NULL;
  if (adl->list == NULL && record->pages > 1) {
    return false;
  }
  adl->frames = dxgmap_ddi_adl_arrange_of(record, frames, adl->list, wish);
  return true;
}

static bool dxgmap_ddi_adl_acquire(const dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments,
                                   dxgmap_ddi_adl_new *adl)
{
  uint64_t pages = arguments->Size / PAGE_SIZE;
  const dxgmap_ddi_record *opened = dxgmap_ddi_record_find(call->opened);
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(opened->parent);
  uint64_t adapter = dxgmap_ddi_record_adapter(opened);
  uint64_t kept = dxgmap_ddi_adapter_of(adapter)->mode == DXGMAP_MODE_REMAPPING ? 0 : pages;
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_ADL, adapter, kept, dxgmap_ddi_adl_bytes(pages));
  if (record == NULL) {
    return false;
  }
  record->pages = (uint32_t)pages; /* of the object's, which are no more */
  record->parent = opened->mapping;
  record->physical = arguments->Offset;
  record->length = arguments->Size;
  record->borrows = true;
  adl->record = record;
  const uint64_t *frames = dxgmap_ddi_record_frames(object) + arguments->Offset / PAGE_SIZE;
  if (!dxgmap_ddi_adl_list(adl, frames, dxgmap_ddi_adl_wish_of(arguments))) {
    dxgmap_ddi_record_cancel(record);
    return false;
  }
  return true;
}

static uint32_t dxgmap_ddi_allocate(dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments,
                                    dxgmap_ddi_record **adl)
{
  uint64_t opened = call->opened;
  uint32_t contiguous = arguments->Flags.RequireContiguous;
  uint32_t cause =
      dxgmap_adl_admit(dxgmap_ddi.state, call->who, opened, arguments->Offset, arguments->Size, contiguous);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_adl_new made;
  if (!dxgmap_ddi_adl_acquire(call, arguments, &made)) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_ddi_record *record = made.record;
  bool pressure = dxgmap_ddi_pressed(call, 0, arguments->Offset, arguments->Size);
  dxgmap_host_read_show();
  dxgmap_outcome outcome = dxgmap_op_allocate_adl(dxgmap_ddi.state, call->who, opened, arguments->Offset,
                                                  arguments->Size, contiguous, made.frames, record->pages, pressure);
  dxgmap_ddi_adl_listed(&made, record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  *adl = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_allocate_adl(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATE_ADL *arguments)
{
  dxgmap_ddi_record *record = NULL;
  /* Before it took the lock of a part, the call has asked already. */
  if (!call->alone && !dxgmap_ddi_argument_out(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  call->opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  if (call->alone && !dxgmap_ddi_shard_open(dxgmap_ddi_shard_of(call->opened))) {
    return DXGMAP_CAUSE_BAD_HANDLE;
  }
  if (arguments->Flags.Reserved != 0) {
    return dxgmap_ddi_bad(call, "a reserved bit of Flags is set");
  }
  uint32_t cause = dxgmap_ddi_allocate(call, arguments, &record);
  if (cause != DXGMAP_CAUSE_NONE) {
    if (!call->alone) {
      dxgmap_ddi_blame_allocate_adl(call, cause, arguments);
    }
    return cause;
  }
  arguments->pAdl = dxgmap_ddi_adl_lend(record);
  return DXGMAP_CAUSE_NONE;
}

/* The place of the adapter whose adapter object the arguments begin with, as far as they can be read. */
static uint32_t dxgmap_ddi_adl_place(const void *arguments, uint64_t bytes, bool write)
{
  if (!dxgmap_host_on_stack(arguments, bytes) && !dxgmap_ddi_argument_good(arguments, bytes, write)) {
    return DXGMAP_ADAPTERS;
  }
  HANDLE opened = *(const HANDLE *)arguments;
  return dxgmap_handle_tag((uint64_t)(uintptr_t)opened);
}
_Static_assert(offsetof(DXGKARGCB_ALLOCATE_ADL, hAdapterMemoryObject) == 0 &&
                   offsetof(DXGKARGCB_FREE_ADL, hAdapterMemoryObject) == 0,
               "both begin with the adapter object");

NTSTATUS DxgkCbAllocateAdl(INOUT_PDXGKARGCB_ALLOCATE_ADL pArgs)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_HANDLE;
  uint32_t place = dxgmap_ddi_adl_place(pArgs, sizeof(*pArgs), true);
  bool in = dxgmap_ddi_enter_alone(&call, DXGMAP_OPERATION_ALLOCATE_ADL, place, NULL, DXGMAP_DDI_SITE);
  for (; in; in = dxgmap_ddi_over(&call, &cause, DXGMAP_CAUSE_BAD_HANDLE)) {
    cause = dxgmap_ddi_allocate_adl(&call, pArgs);
  }
  return dxgmap_ddi_leave(&call, cause);
}

/* Under the lock of a part: both are the part's own. The frames are held by the object, which is there as long as the
   ADL is: nothing is dropped here. */
static bool dxgmap_ddi_adl_frees_alone(uint64_t opened, const dxgmap_ddi_record *record)
{
  uint32_t shard = dxgmap_ddi_shard_of(opened);
  return shard != DXGMAP_DDI_SHARD_MACHINE && dxgmap_ddi_shard_open(shard) && record != NULL && record->live &&
         record->kind == DXGMAP_MAPPING_ADL && dxgmap_ddi_record_release_alone(shard);
}

/* The ADL is found by its address: nothing is read through the driver's pointer. */
static uint32_t dxgmap_ddi_free_adl(dxgmap_ddi_call *call, const DXGKARGCB_FREE_ADL *arguments)
{
  if (!call->alone && !dxgmap_ddi_argument_in(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  call->opened = opened;
  dxgmap_ddi_record *record = dxgmap_ddi_record_of_list(arguments->pAdl);
  if (call->alone && !dxgmap_ddi_adl_frees_alone(opened, record)) {
    return DXGMAP_CAUSE_BAD_HANDLE;
  }
  uint32_t cause = DXGMAP_OK;
  if (!call->alone) { /* where the order of causes is no matter, the step itself says it soon enough */
    cause = dxgmap_adapter_object_gate(dxgmap_ddi.state, call->who, opened);
  }
  call->subject.address = (uint64_t)(uintptr_t)arguments->pAdl;
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_object(call, cause, arguments->hAdapterMemoryObject);
    return cause;
  }
  dxgmap_outcome outcome =
      dxgmap_op_free_adl(dxgmap_ddi.state, call->who, opened, record != NULL ? record->mapping : 0);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, record);
  } else if (!call->alone) {
    dxgmap_ddi_blame_free_adl(call, outcome.status, record, opened);
  }
  return outcome.status;
}

VOID DxgkCbFreeAdl(IN_CONST_PDXGKARGCB_FREE_ADL pArgs)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_HANDLE;
  uint32_t place = dxgmap_ddi_adl_place(pArgs, sizeof(*pArgs), false);
  bool in = dxgmap_ddi_enter_alone(&call, DXGMAP_OPERATION_FREE_ADL, place, NULL, DXGMAP_DDI_SITE);
  for (; in; in = dxgmap_ddi_over(&call, &cause, DXGMAP_CAUSE_BAD_HANDLE)) {
    cause = dxgmap_ddi_free_adl(&call, pArgs);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}
