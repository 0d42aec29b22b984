/* SPDX-License-Identifier: MIT */
#include "ddi/harness/fault.h"

#include <string.h>

#include "ddi/call/note.h"
#include "ddi/call/report.h"
#include "ddi/machine/pool.h"
#include "ddi/machine/record.h"
#include "host/host.h"

static const char *dxgmap_ddi_fault_of(uint64_t owner)
{
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(owner);
  if (record == NULL) {
    return "a mapping that was released so long ago that its stacks are forgotten (`remembered` of "
           "dxgmap_system_description)";
  }
  return record->ended ? "a mapping that ended with its adapter, which was stopped" : "a mapping that was released";
}

static void dxgmap_ddi_fault_detail(dxgmap_ddi_note *note, const dxgmap_host_fault *fault)
{
  switch (fault->where.place) {
  case DXGMAP_HOST_PLACE_RELEASED:
    dxgmap_host_lock();
    dxgmap_ddi_detail_words(note, fault->write ? "a write to " : "a read of ", dxgmap_ddi_fault_of(fault->where.owner));
    dxgmap_host_unlock();
    break;
  case DXGMAP_HOST_PLACE_LIVE:
    dxgmap_ddi_detail(note, "a page of a live mapping that holds no data: the data begins at the output Offset");
    break;
  default:
    dxgmap_ddi_detail(note, "an address where nothing was ever mapped");
    break;
  }
}

/* Pool memory has no record: its own stacks name it. */
static void dxgmap_ddi_fault_in_pool(dxgmap_ddi_note *note, const dxgmap_host_fault *fault)
{
  dxgmap_host_lock();
  const dxgmap_ddi_heap_block *block = dxgmap_ddi_heap_named(fault->where.owner);
  if (block != NULL) {
    bool freed = block->place == NULL;
    note->mapping = 0;
    dxgmap_ddi_tell(note, DXGMAP_MAPPING_POOL, &block->made, freed ? &block->freed : NULL);
    dxgmap_ddi_detail_numbers(
        note, freed ? "pool memory that was freed; it began at " : "before or behind pool memory, which begins at ",
        (uint64_t)(uintptr_t)block->address, " and has so many bytes: ", block->bytes);
  }
  dxgmap_host_unlock();
}

static void dxgmap_ddi_fault(const dxgmap_host_fault *fault, void *context)
{
  dxgmap_ddi_call call;
  (void)context;
  if (dxgmap_host_locked()) {
    return; /* the library itself read a bad pointer of the driver: a report would need the lock, or wait for itself */
  }
  memset(&call, 0, sizeof(call));
  call.operation = DXGMAP_OPERATION_CPU_ACCESS;
  call.site = fault->instruction;
  call.fault = !fault->returned;
  call.subject.cause = DXGMAP_CAUSE_CPU_ACCESS;
  call.subject.mapping = fault->where.owner;
  call.subject.address = (uint64_t)(uintptr_t)fault->address;
  dxgmap_ddi_fault_detail(&call.subject, fault);
  dxgmap_ddi_fault_in_pool(&call.subject, fault);
  dxgmap_ddi_report(&call, &call.subject, STATUS_SUCCESS);
  dxgmap_ddi_told(&call.subject);
}

bool dxgmap_ddi_faults_open(uint32_t policy)
{
  if (policy == DXGMAP_FAULT_UNHANDLED) {
    return dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE) == DXGMAP_HOST_OK;
  }
  dxgmap_host_fault_policy host = policy == DXGMAP_FAULT_POISON ? DXGMAP_HOST_FAULT_POISON : DXGMAP_HOST_FAULT_PASS;
  return dxgmap_host_faults_install(dxgmap_ddi_fault, NULL, host) == DXGMAP_HOST_OK;
}

void dxgmap_ddi_faults_close(void)
{
  dxgmap_host_faults_remove();
}
