/* SPDX-License-Identifier: MIT */
#include "ddi/call/explain.h"

#include "ddi/machine/record.h"
#include "ddi/machine/released.h"
#include "ddi/machine/system.h"

/* What a poisoned page number times the page gives, in pages again. */
#define DXGMAP_DDI_POISON_PAGE ((uint64_t)0xDBDBDBDBDBDBDBDB * PAGE_SIZE / PAGE_SIZE)

static const char *dxgmap_ddi_adapter_fault(const dxgmap_ddi_call *call)
{
  if (!call->open) {
    return "the system is not open";
  }
  if (call->adapter == 0) {
    return "there is no adapter handle";
  }
  return dxgmap_ddi_record_find(call->adapter) != NULL ? "the handle is that of a mapping"
                                                       : "no adapter ever had the handle, or it was stopped since";
}

static const char *dxgmap_ddi_mode_fault(const dxgmap_ddi_call *call)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  return a != NULL && a->capability == DXGMAP_BY_ADL
             ? "the adapter's driver can be remapped (WDDM 2.9): it uses PinFrameBufferForSave2, objects and ADLs "
               "instead"
             : "the adapter's driver cannot be remapped (WDDM 2.4): no object can be opened for it";
}

static const char *dxgmap_ddi_irql_fault(void)
{
  if (dxgmap_host_irql() != APC_LEVEL) {
    return "the IRQL is DISPATCH_LEVEL or above";
  }
  return dxgmap_ddi.strict_irql ? "the IRQL is APC_LEVEL, and strict_irql allows PASSIVE_LEVEL alone"
                                : "the IRQL is APC_LEVEL";
}

void dxgmap_ddi_blame_caller(dxgmap_ddi_call *call, uint32_t cause)
{
  if (cause == DXGMAP_CAUSE_BAD_ADAPTER) {
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_adapter_fault(call));
  }
  if (cause == DXGMAP_CAUSE_BAD_MODE && call->subject.detail[0] == '\0') { /* a start has said it already */
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_mode_fault(call));
  }
  if (cause == DXGMAP_CAUSE_BAD_IRQL) {
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_irql_fault());
  }
}

void dxgmap_ddi_blame_size(dxgmap_ddi_call *call, uint32_t cause, uint32_t index, uint64_t size, uint64_t offset)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  if (cause == DXGMAP_BAD_INDEX) {
    dxgmap_ddi_detail_numbers(&call->subject, "PhysicalAdapterIndex is ", index, ", the chain has ", a->chain);
  }
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the size is ", size, " bytes, the offset ", offset);
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", offset + size, ", the save area at ",
                              a->save_bytes[index]);
  }
}

static void dxgmap_ddi_pin_in_the_way(dxgmap_ddi_call *call, uint32_t index)
{
  dxgmap_live live = dxgmap_ddi_live(call->adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    uint32_t kind = live.descriptor.kind;
    if ((kind == DXGMAP_MAPPING_PIN || kind == DXGMAP_MAPPING_PIN2) && live.descriptor.index == index) {
      call->subject.mapping = live.handle;
    }
    live = dxgmap_ddi_live(call->adapter, cursor);
  }
}

static const char *dxgmap_ddi_unpinned(const dxgmap_ddi_record *last, uint64_t adapter)
{
  if (last == NULL) {
    return "it never was pinned";
  }
  return dxgmap_ddi_record_adapter(last) == adapter
             ? "it was pinned before, and unpinned already"
             : "it was not pinned since the start; the last pin was of an adapter that was stopped";
}

void dxgmap_ddi_blame_pin(dxgmap_ddi_call *call, uint32_t cause, uint32_t index)
{
  if (cause == DXGMAP_PINNED) {
    dxgmap_ddi_pin_in_the_way(call, index);
  }
  if (cause == DXGMAP_NOT_PINNED) {
    const dxgmap_ddi_record *last = dxgmap_ddi_released_pin(call->adapter, index);
    call->subject.mapping = last != NULL ? last->mapping : 0;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_unpinned(last, call->adapter));
  }
}

static const char *dxgmap_ddi_handle_fault(const dxgmap_ddi_record *record, uint64_t adapter, uint32_t kind)
{
  if (record == NULL) {
    return "no mapping ever had this handle, or it was released long ago";
  }
  if (dxgmap_ddi_record_adapter(record) != adapter) {
    return "the handle belongs to another adapter, or to an earlier start of this one";
  }
  if (!record->live) {
    return "the mapping was released already";
  }
  return record->kind != kind ? "the handle came from another callback" : "";
}

void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle, uint32_t kind)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_handle_fault(dxgmap_ddi_record_find(mapping), call->adapter, kind));
  }
}

static const char *dxgmap_ddi_place_fault(const dxgmap_host_location *where)
{
  const dxgmap_ddi_record *record = where->owner != 0 ? dxgmap_ddi_record_find(where->owner) : NULL;
  if (where->place == DXGMAP_HOST_PLACE_FREE) {
    return "nothing was ever mapped at the address";
  }
  if (record == NULL) {
    return "the mapping at the address was released, so long ago that its stacks are forgotten (`remembered` of "
           "dxgmap_system_description)";
  }
  return record->ended ? "the mapping at the address ended with its adapter, which was stopped"
                       : "the mapping at the address was released already";
}

void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *port = dxgmap_ddi_released_port(call->adapter, (uint64_t)(uintptr_t)address);
  call->subject.address = (uint64_t)(uintptr_t)address;
  call->subject.mapping = where.owner;
  switch (where.place) {
  case DXGMAP_HOST_PLACE_LIVE:
    dxgmap_ddi_detail(&call->subject, "the address lies in a live mapping that this call may not release by it");
    break;
  case DXGMAP_HOST_PLACE_RELEASED:
  case DXGMAP_HOST_PLACE_FREE:
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_place_fault(&where));
    break;
  default:
    call->subject.mapping = port != NULL ? port->mapping : 0;
    dxgmap_ddi_detail(&call->subject, port != NULL ? "the map of the port was released already"
                                                   : "the address is none that the library ever gave");
    break;
  }
}

static const char *dxgmap_ddi_page_fault(const dxgmap_ddi_record *last, uint64_t adapter, uint64_t logical,
                                         uint32_t cause)
{
  if (cause == DXGMAP_EXCLUSIVE) {
    return "the device must be silent between begin and end";
  }
  if (logical / PAGE_SIZE == DXGMAP_DDI_POISON_PAGE) {
    return "the page number is poison, read from a list that Dxgkrnl took back (UNPIN-4, FREEADL-4)";
  }
  if (last == NULL) {
    return "no mapping of this adapter is known to have had the page";
  }
  return dxgmap_ddi_record_adapter(last) == adapter ? "the page was mapped before, and released"
                                                    : "the page was last mapped for an adapter that was stopped";
}

void dxgmap_ddi_blame_page(dxgmap_ddi_call *call, uint32_t cause, uint64_t logical)
{
  const dxgmap_ddi_record *last = dxgmap_ddi_released_page(call->adapter, logical / PAGE_SIZE);
  call->subject.address = logical;
  call->subject.mapping = last != NULL ? last->mapping : 0;
  dxgmap_ddi_detail(&call->subject, dxgmap_ddi_page_fault(last, call->adapter, logical, cause));
}
