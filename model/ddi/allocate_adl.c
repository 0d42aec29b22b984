/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/adl.h"
#include "ddi/handle.h"
#include "ddi/release.h"

/* DxgkCbAllocateAdl, DxgkCbFreeAdl. */

static uint32_t dxgmap_ddi_adl_wish_of(const DXGKARGCB_ALLOCATE_ADL *arguments)
{
  if (arguments->Flags.RequireContiguous != 0) {
    return DXGMAP_DDI_ADL_REQUIRE;
  }
  return arguments->Flags.PreferContiguous != 0 ? DXGMAP_DDI_ADL_PREFER : DXGMAP_DDI_ADL_ANY;
}

static dxgmap_ddi_record *dxgmap_ddi_adl_acquire(const dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments)
{
  uint64_t pages = arguments->Size / PAGE_SIZE;
  const dxgmap_ddi_record *opened = dxgmap_ddi_record_find((uint64_t)(uintptr_t)arguments->hAdapterMemoryObject);
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(opened->parent);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_ADL, opened->adapter, pages, dxgmap_ddi_adl_bytes(pages));
  if (record == NULL) {
    return NULL;
  }
  record->parent = opened->mapping;
  record->physical = arguments->Offset;
  record->length = arguments->Size;
  memcpy(record->frames, object->frames + arguments->Offset / PAGE_SIZE, (size_t)pages * sizeof(uint64_t));
  dxgmap_ddi_adl_arrange(record, dxgmap_ddi_adl_wish_of(arguments));
  return record;
}

static void dxgmap_ddi_allocate_blame(dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments, uint32_t cause)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  dxgmap_ddi_blame_object(call, cause, arguments->hAdapterMemoryObject);
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail_numbers(&call->subject, "Size is ", arguments->Size, ", Offset ", arguments->Offset);
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", arguments->Offset + arguments->Size,
                              ", the object has ", dxgmap_ddi_record_find(opened)->length);
  }
  if (cause == DXGMAP_BAD_FLAGS) {
    dxgmap_ddi_detail(&call->subject, "RequireContiguous is for CONTIGUOUS_MEMORY and IO_SPACE objects alone");
  }
  if (cause == DXGMAP_BAD_PAGE) {
    dxgmap_ddi_detail(&call->subject, "the I/O space lies beyond the pages of the profile, which the model can lock");
  }
  call->subject.mapping = opened;
}

static uint32_t dxgmap_ddi_allocate(dxgmap_ddi_call *call, const DXGKARGCB_ALLOCATE_ADL *arguments,
                                    dxgmap_ddi_record **adl)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  uint32_t contiguous = arguments->Flags.RequireContiguous;
  uint32_t cause =
      dxgmap_adl_admit(dxgmap_ddi.state, call->who, opened, arguments->Offset, arguments->Size, contiguous);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_adl_acquire(call, arguments);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  uint32_t pressure = dxgmap_ddi_pressed(call->operation, 0, arguments->Offset, arguments->Size);
  dxgmap_host_read_show();
  dxgmap_outcome outcome =
      dxgmap_op_allocate_adl(dxgmap_ddi.state, call->who, opened, arguments->Offset, arguments->Size, contiguous,
                             record->frames, (uint32_t)record->pages, pressure);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_host_frames_hold(record->frames, record->pages);
  dxgmap_ddi_record_bind(record, outcome.handle);
  *adl = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_allocate_adl(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATE_ADL *arguments)
{
  dxgmap_ddi_record *record = NULL;
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  if (arguments->Flags.Reserved != 0) {
    return dxgmap_ddi_bad(call, "a reserved bit of Flags is set");
  }
  uint32_t cause = dxgmap_ddi_allocate(call, arguments, &record);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_allocate_blame(call, arguments, cause);
    return cause;
  }
  arguments->pAdl = dxgmap_ddi_adl_lend(record);
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocateAdl(INOUT_PDXGKARGCB_ALLOCATE_ADL pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_ADL, NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_adl(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

static const char *dxgmap_ddi_adl_fault(const dxgmap_ddi_record *record)
{
  if (record == NULL) {
    return "Dxgkrnl never lent an ADL at pAdl, or it was freed long ago";
  }
  switch (record->kind) {
  case DXGMAP_MAPPING_ADL:
    return record->live != 0 ? "the ADL is another adapter's" : "the ADL was freed already, or its adapter stopped";
  case DXGMAP_MAPPING_PIN2:
    return record->live != 0 ? "the ADL is a pin's, and so Dxgkrnl's: the unpin takes it back (decision 6)"
                             : "the ADL was a pin's, and Dxgkrnl took it back at the unpin (decision 6)";
  default:
    return "an MDL that Dxgkrnl lent is at pAdl";
  }
}

static void dxgmap_ddi_free_blame(dxgmap_ddi_call *call, const dxgmap_ddi_record *record, uint64_t opened,
                                  uint32_t cause)
{
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = record != NULL ? record->mapping : 0;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_adl_fault(record));
  }
  if (record != NULL && cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = record->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "the ADL is of adapter object ", record->parent, ", the call names ",
                              opened);
  }
}

/* The ADL is found by its address: nothing is read through the driver's pointer. */
static uint32_t dxgmap_ddi_free_adl(dxgmap_ddi_call *call, const DXGKARGCB_FREE_ADL *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  uint32_t cause = dxgmap_adapter_object_gate(dxgmap_ddi.state, call->who, opened);
  call->subject.address = (uint64_t)(uintptr_t)arguments->pAdl;
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_object(call, cause, arguments->hAdapterMemoryObject);
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_of_list(arguments->pAdl);
  dxgmap_outcome outcome =
      dxgmap_op_free_adl(dxgmap_ddi.state, call->who, opened, record != NULL ? record->mapping : 0);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, record);
  }
  dxgmap_ddi_free_blame(call, record, opened, outcome.status);
  return outcome.status;
}

VOID DxgkCbFreeAdl(IN_CONST_PDXGKARGCB_FREE_ADL pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_ADL, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free_adl(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
