/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "ddi/call/operation.h"
#include "ddi/call/status.h"

/* What a harness calls: the system, adapters, the device. */

void Frama_C_show_each_end(uint64_t path);
void Frama_C_show_each_unclosed(uint64_t path);

static PCM_RESOURCE_LIST dxgmap_check_list[DXGMAP_ADAPTERS];
static PVOID dxgmap_check_context[DXGMAP_ADAPTERS];

/* ---- The system ---- */

uint32_t dxgmap_open(const dxgmap_system_description *description)
{
  (void)description;
  if (dxgmap_checked.open) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  dxgmap_checked.open = true;
  dxgmap_checked.process = 4;
  dxgmap_checked.next_frame = 0x1000;
  return DXGMAP_CAUSE_NONE;
}

/* Objects that ended with no adapter, then what only the driver knows of. */
void dxgmap_close(void)
{
  if (!dxgmap_checked.open) {
    return;
  }
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    const dxgmap_adapter *a = &dxgmap_checked.core.adapter[k];
    if (a->started != 0) {
      (void)dxgmap_adapter_stop((HANDLE)(uintptr_t)dxgmap_handle_make(DXGMAP_ADAPTER_TAG, a->generation, k), NULL);
    }
  }
  dxgmap_check_enter(DXGMAP_OPERATION_CLOSE);
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && (e->kind == DXGMAP_MAPPING_OBJECT || e->kind == DXGMAP_MAPPING_OBJECT_VIEW)) {
      dxgmap_check_report(DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_LEAK, e, "");
    }
  }
  dxgmap_check_left();
  (void)dxgmap_check_leave(DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_NONE, NULL);
  Frama_C_show_each_end(dxgmap_checked.path);
  dxgmap_check_forget();
}

/* Called behind the harness's main. */
void dxgmap_check_returned(void)
{
  if (dxgmap_checked.open) {
    Frama_C_show_each_unclosed(dxgmap_checked.path);
  }
}

uint64_t dxgmap_violations(void)
{
  return dxgmap_checked.errors;
}

uint64_t dxgmap_reports(uint32_t severity)
{
  return severity == DXGMAP_SEVERITY_ERROR ? dxgmap_checked.errors : 0;
}

void dxgmap_set_process(uint64_t process)
{
  dxgmap_checked.process = process;
}

uint64_t dxgmap_process(void)
{
  return dxgmap_checked.process;
}

void dxgmap_set_handler(dxgmap_violation_handler *handler, void *context)
{
  (void)handler;
  (void)context;
}

void dxgmap_set_violation_policy(uint32_t policy)
{
  (void)policy;
}

const char *dxgmap_reason(void)
{
  return "";
}

const char *dxgmap_cause_name(uint32_t cause)
{
  return dxgmap_ddi_cause_row(cause)->name;
}

const char *dxgmap_cause_sentence(uint32_t cause)
{
  return dxgmap_ddi_cause_row(cause)->sentence;
}

/* ---- Failures: every acquisition may fail, whatever the harness asks for ---- */

uint64_t dxgmap_fail_each(dxgmap_driver_run *run, void *context)
{
  (void)run(1, context);
  return 1;
}

uint32_t dxgmap_fail(const dxgmap_failure *failure)
{
  (void)failure;
  return DXGMAP_CAUSE_NONE;
}

void dxgmap_fail_none(void)
{
}

void dxgmap_fail_next(uint32_t pins, uint32_t pointers)
{
  (void)pins;
  (void)pointers;
}

void dxgmap_fail_next_objects(uint32_t adls, uint32_t maps)
{
  (void)adls;
  (void)maps;
}

uint64_t dxgmap_failures(void)
{
  return dxgmap_checked.failures;
}

/* ---- Adapters ---- */

static void dxgmap_check_start_decode(const dxgmap_adapter_description *d, dxgmap_start *start)
{
  memset(start, 0, sizeof(*start));
  start->mode = d->mode;
  start->capability = d->capability != DXGMAP_CAPABILITY_OF_MODE ? d->capability - 1
                      : d->mode == DXGMAP_MODE_IDENTITY          ? (uint32_t)DXGMAP_BY_MDL
                                                                 : (uint32_t)DXGMAP_BY_ADL;
  start->linked = d->linked ? 1u : 0;
  start->quarantine = d->mode == DXGMAP_MODE_REMAPPING ? 16 : 0;
  start->chain = d->physical_adapters;
  for (uint32_t i = 0; i < d->physical_adapters && i < DXGMAP_CHAIN && d->save_bytes != NULL; i++) {
    start->save_bytes[i] = d->save_bytes[i];
  }
  start->commit_limit = DXGMAP_PAGES;
  start->installed_pages = DXGMAP_PAGES;
  start->highest_visible = d->highest_visible_address != 0 ? d->highest_visible_address : UINT64_MAX;
  start->resources = d->resources;
  for (uint32_t i = 0; i < d->resources && i < DXGMAP_RESOURCES; i++) {
    start->resource[i].space = d->resource[i].space;
    start->resource[i].start = d->resource[i].start;
    start->resource[i].length = d->resource[i].length;
  }
}

/* Of lengths below 4 GiB. */
static PCM_RESOURCE_LIST dxgmap_check_resource_list(const dxgmap_start *start)
{
  size_t bytes = sizeof(CM_RESOURCE_LIST) + start->resources * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
  PCM_RESOURCE_LIST list = calloc(1, bytes);
  PCM_PARTIAL_RESOURCE_LIST part = &list->List[0].PartialResourceList;
  list->Count = 1;
  list->List[0].InterfaceType = PCIBus;
  part->Version = 1;
  part->Revision = 1;
  part->Count = start->resources;
  for (uint32_t i = 0; i < start->resources; i++) {
    const dxgmap_resource *r = &start->resource[i];
    PCM_PARTIAL_RESOURCE_DESCRIPTOR d = &part->PartialDescriptors[i];
    d->Type = r->space == DXGMAP_MEMORY_SPACE ? CmResourceTypeMemory : CmResourceTypePort;
    d->ShareDisposition = CmResourceShareDeviceExclusive;
    d->Flags = r->space == DXGMAP_MEMORY_SPACE ? 0 : CM_RESOURCE_PORT_IO;
    d->u.Generic.Start.QuadPart = (LONGLONG)r->start;
    d->u.Generic.Length = (ULONG)r->length;
  }
  return list;
}

uint32_t dxgmap_adapter_start(const dxgmap_adapter_description *description, HANDLE *adapter)
{
  dxgmap_start start;
  if (!dxgmap_checked.open) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  dxgmap_check_start_decode(description, &start);
  dxgmap_check_enter(DXGMAP_OPERATION_START);
  dxgmap_outcome outcome = dxgmap_op_start(&dxgmap_checked.core, &start);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_START, outcome.status, NULL);
  if (outcome.status == DXGMAP_OK) {
    uint32_t k = dxgmap_state_find(&dxgmap_checked.core, outcome.handle);
    dxgmap_check_list[k] = dxgmap_check_resource_list(&start);
    dxgmap_check_context[k] = description->miniport_context;
    *adapter = (HANDLE)(uintptr_t)outcome.handle;
  }
  return outcome.status;
}

/* Reports what is live among the adapter's, or among the objects that end with it, and ends it. */
static uint64_t dxgmap_check_leaks(uint64_t adapter)
{
  uint64_t leaks = 0;
  for (uint32_t cursor = 0;; cursor++) {
    dxgmap_live live = dxgmap_op_live(&dxgmap_checked.core, adapter, cursor);
    if (live.status != DXGMAP_OK) {
      break;
    }
    const dxgmap_check_entry *e = dxgmap_check_by_mapping(live.handle);
    if (e->kind != DXGMAP_MAPPING_SYSTEM) {
      dxgmap_check_report(DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, e, "");
      leaks += 1;
    }
  }
  for (uint32_t cursor = 0;; cursor++) {
    dxgmap_live live = dxgmap_op_live_object(&dxgmap_checked.core, cursor);
    if (live.status != DXGMAP_OK) {
      return leaks;
    }
    const dxgmap_check_entry *e = dxgmap_check_by_mapping(live.handle);
    if (e->adapter == adapter) {
      dxgmap_check_report(DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, e, "");
      leaks += 1;
    }
  }
}

/* What ended with the adapter, for the driver too. */
static void dxgmap_check_all_end(uint64_t adapter)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->adapter == adapter && e->kind == DXGMAP_MAPPING_OBJECT_VIEW) {
      dxgmap_caller owner = {DXGMAP_PASSIVE_LEVEL, dxgmap_checked.process, 0};
      (void)dxgmap_op_unmap_object(&dxgmap_checked.core, owner, e->parent, e->at, e->length);
    }
  }
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->adapter == adapter && e->kind == DXGMAP_MAPPING_OBJECT) {
      dxgmap_caller anybody = {DXGMAP_PASSIVE_LEVEL, 0, 0};
      (void)dxgmap_op_destroy(&dxgmap_checked.core, anybody, e->mapping);
    }
    if (e->live && e->adapter == adapter) {
      dxgmap_check_end(e);
    }
  }
}

uint32_t dxgmap_adapter_stop(HANDLE adapter, uint64_t *leaks)
{
  uint64_t handle = (uint64_t)(uintptr_t)adapter;
  uint32_t k = dxgmap_state_find(&dxgmap_checked.core, handle);
  dxgmap_check_enter(DXGMAP_OPERATION_STOP);
  uint64_t live = k < DXGMAP_ADAPTERS ? dxgmap_check_leaks(handle) : 0;
  uint32_t cause = dxgmap_op_stop(&dxgmap_checked.core, handle);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_STOP, cause, NULL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_check_all_end(handle);
  free(dxgmap_check_list[k]);
  dxgmap_check_list[k] = NULL;
  if (leaks != NULL) {
    *leaks = live;
  }
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_adapter_interface(HANDLE adapter, DXGKRNL_INTERFACE *dxgkrnl)
{
  if (dxgmap_state_find(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter) == DXGMAP_ADAPTERS) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  dxgkrnl->DeviceHandle = adapter;
  dxgmap_check_fill(dxgkrnl);
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_adapter_attach(HANDLE adapter)
{
  return dxgmap_op_attach(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter);
}

uint32_t dxgmap_adapter_exclusive_begin(HANDLE adapter)
{
  return dxgmap_op_exclusive_begin(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter);
}

uint32_t dxgmap_adapter_exclusive_end(HANDLE adapter)
{
  return dxgmap_op_exclusive_end(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter);
}

uint32_t dxgmap_adapter_remove(HANDLE adapter)
{
  return dxgmap_op_remove(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter);
}

uint32_t dxgmap_adapter_power(HANDLE adapter, DEVICE_POWER_STATE state)
{
  return dxgmap_op_power(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter, (uint32_t)state - PowerDeviceD0);
}

NTSTATUS DxgkCbGetDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo)
{
  uint64_t adapter = (uint64_t)(uintptr_t)DeviceHandle;
  dxgmap_check_enter(DXGMAP_OPERATION_DEVICE_INFORMATION);
  uint32_t cause = dxgmap_state_gate_own(&dxgmap_checked.core, dxgmap_check_who(), adapter, DXGMAP_PASSIVE_LEVEL);
  if (cause == DXGMAP_OK) {
    uint32_t k = dxgmap_state_find(&dxgmap_checked.core, adapter);
    memset(DeviceInfo, 0, sizeof(*DeviceInfo));
    DeviceInfo->MiniportDeviceContext = dxgmap_check_context[k];
    DeviceInfo->TranslatedResourceList = dxgmap_check_list[k];
    DeviceInfo->SystemMemorySize.QuadPart = (LONGLONG)DXGMAP_PAGES * PAGE_SIZE;
    DeviceInfo->HighestPhysicalAddress.QuadPart = (LONGLONG)DXGMAP_PAGES * PAGE_SIZE - 1;
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_DEVICE_INFORMATION, cause, NULL);
}

/* ---- The device ---- */

/* Each page of an access is asked about; what is read is anything. */
static uint32_t dxgmap_check_access(HANDLE adapter, uint64_t logical, size_t length, size_t *done)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  uint64_t reached = 0;
  dxgmap_check_enter(DXGMAP_OPERATION_DEVICE_ACCESS);
  while (reached < length) {
    uint64_t at = logical + reached;
    dxgmap_answer answer = dxgmap_op_translate(&dxgmap_checked.core, (uint64_t)(uintptr_t)adapter, at / PAGE_SIZE);
    if (answer.status != DXGMAP_OK && answer.status != DXGMAP_BYPASS) {
      cause = answer.status;
      break;
    }
    reached += PAGE_SIZE - at % PAGE_SIZE;
  }
  if (done != NULL) {
    *done = reached < length ? (size_t)reached : length;
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_DEVICE_ACCESS, cause, NULL);
  return cause;
}

uint32_t dxgmap_device_read(HANDLE adapter, uint64_t logical, void *to, size_t length, size_t *done)
{
  memset(to, dxgmap_check_any, length);
  return dxgmap_check_access(adapter, logical, length, done);
}

uint32_t dxgmap_device_write(HANDLE adapter, uint64_t logical, const void *from, size_t length, size_t *done)
{
  (void)from;
  return dxgmap_check_access(adapter, logical, length, done);
}
