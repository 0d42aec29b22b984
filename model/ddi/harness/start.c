/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/harness/parts.h"
#include "ddi/harness/start_reason.h"
#include "ddi/machine/adapter.h"
#include "ddi/machine/config_space.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/resources.h"
#include "ddi/machine/system.h"

/* dxgmap_adapter_start. */

#define DXGMAP_DDI_QUARANTINE_RANGES 16u

_Static_assert((int)DXGMAP_MODE_IDENTITY == (int)DXGMAP_IDENTITY && (int)DXGMAP_MODE_REMAPPING == (int)DXGMAP_REMAPPING,
               "public and core numbers differ: the modes");
_Static_assert(DXGMAP_CAPABILITY_MDL - 1 == DXGMAP_BY_MDL && DXGMAP_CAPABILITY_ADL - 1 == DXGMAP_BY_ADL,
               "public numbers are the core's, after the one that leaves it to the mode");

/* In identity mode a logical page comes back with its physical one, whatever waits, so by itself nothing does. */
static uint32_t dxgmap_ddi_quarantine(uint32_t mode, uint32_t ranges)
{
  if (ranges == 0 && mode == DXGMAP_MODE_IDENTITY) {
    return 0;
  }
  if (ranges == 0) {
    return DXGMAP_QUARANTINE < DXGMAP_DDI_QUARANTINE_RANGES ? DXGMAP_QUARANTINE : DXGMAP_DDI_QUARANTINE_RANGES;
  }
  return ranges != DXGMAP_NO_QUARANTINE ? ranges : 0;
}

/* What is no capability is none of the core's either. */
static uint32_t dxgmap_ddi_capability(const dxgmap_adapter_description *d)
{
  if (d->capability == DXGMAP_CAPABILITY_OF_MODE) {
    return d->mode == DXGMAP_MODE_IDENTITY ? DXGMAP_BY_MDL : DXGMAP_BY_ADL;
  }
  return d->capability - 1u;
}

static void dxgmap_ddi_start_decode(const dxgmap_adapter_description *d, dxgmap_start *start)
{
  memset(start, 0, sizeof(*start));
  start->mode = d->mode;
  start->capability = dxgmap_ddi_capability(d);
  start->linked = d->linked ? 1u : 0;
  start->quarantine = dxgmap_ddi_quarantine(d->mode, d->quarantine_ranges);
  start->chain = d->physical_adapters;
  for (uint32_t i = 0; i < d->physical_adapters && i < DXGMAP_CHAIN && d->save_bytes != NULL; i++) {
    start->save_bytes[i] = d->save_bytes[i];
  }
  start->commit_limit = dxgmap_ddi.commit_pages;
  start->installed_pages = dxgmap_ddi.installed_pages;
  start->highest_visible = d->highest_visible_address != 0 ? d->highest_visible_address : UINT64_MAX;
  start->resources = d->resources;
  for (uint32_t i = 0; i < d->resources && i < DXGMAP_RESOURCES; i++) {
    start->resource[i].space = d->resource[i].space;
    start->resource[i].start = d->resource[i].start;
    start->resource[i].length = d->resource[i].length;
  }
}

static void dxgmap_ddi_adapter_describe(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d, uint64_t handle)
{
  a->handle = handle;
  a->mode = d->mode;
  a->capability = dxgmap_ddi_capability(d);
  a->index = 0;
  a->choices = dxgmap_ddi.choices + handle;
  a->miniport_context = d->miniport_context;
  a->physical_device_object = d->physical_device_object;
  a->hook = d->hook;
  a->hook_context = d->hook_context;
  dxgmap_ddi_config_open(a, d);
}

static bool dxgmap_ddi_hopeless_resource(const dxgmap_resource *r)
{
  return r->space > DXGMAP_IO_SPACE || r->length == 0 || r->start > UINT64_MAX - r->length;
}

/* Whether the core is sure to refuse, so that the host need not, and could not, be asked for what is described. */
static bool dxgmap_ddi_hopeless(const dxgmap_start *start)
{
  bool hopeless = start->chain == 0 || start->chain > DXGMAP_CHAIN || start->resources > DXGMAP_RESOURCES ||
                  !dxgmap_paging_fits(start->mode, start->capability) || start->quarantine > DXGMAP_QUARANTINE;
  for (uint32_t i = 0; !hopeless && i < start->chain; i++) {
    uint64_t bytes = start->save_bytes[i];
    hopeless = bytes % PAGE_SIZE != 0 || bytes / PAGE_SIZE > start->commit_limit;
  }
  for (uint32_t i = 0; !hopeless && i < start->resources; i++) {
    hopeless = dxgmap_ddi_hopeless_resource(&start->resource[i]);
  }
  return hopeless;
}

static uint32_t dxgmap_ddi_start(const dxgmap_adapter_description *d, const dxgmap_start *start, HANDLE *adapter)
{
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_place();
  if (a == NULL || dxgmap_ddi_hopeless(start)) {
    return dxgmap_op_start(dxgmap_ddi.state, start).status;
  }
  dxgmap_ddi_resources_describe(a, d);
  uint32_t cause = dxgmap_ddi_adapter_acquire(a, start);
  dxgmap_outcome outcome = {cause, 0};
  if (cause == DXGMAP_CAUSE_NONE) {
    outcome = dxgmap_op_start(dxgmap_ddi.state, start);
  }
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_adapter_release(a);
    return outcome.status;
  }
  dxgmap_ddi_adapter_describe(a, d, outcome.handle);
  dxgmap_ddi_lookup_follow(outcome.handle);
  dxgmap_ddi_parts_follow();
  *adapter = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

/* Whether an array that the description counts is there; one that may be NULL is asked about when it is not. */
static bool dxgmap_ddi_array_there(dxgmap_ddi_call *call, const char *name, const void *at, uint32_t count,
                                   uint64_t each)
{
  return count == 0 || dxgmap_ddi_argument_in(call, name, at, count * each);
}

static uint32_t dxgmap_ddi_at_most(uint32_t count, uint32_t most)
{
  return count < most ? count : most;
}

/* Whether each array is there, as far as it is read, and of a length that can be. */
static bool dxgmap_ddi_description_whole(dxgmap_ddi_call *call, const dxgmap_adapter_description *d)
{
  uint32_t resources = dxgmap_ddi_at_most(d->resources, DXGMAP_RESOURCES);
  uint32_t saves = d->save_bytes != NULL ? dxgmap_ddi_at_most(d->physical_adapters, DXGMAP_CHAIN) : 0;
  if (d->interrupts > DXGMAP_DDI_INTERRUPTS) {
    dxgmap_ddi_detail_numbers(&call->subject, "interrupts is ", d->interrupts, ", and an adapter has at most ",
                              DXGMAP_DDI_INTERRUPTS);
    return false;
  }
  if (d->pci_config_bytes > DXGMAP_PCI_CONFIG_BYTES) {
    dxgmap_ddi_detail_numbers(&call->subject, "pci_config_bytes is ", d->pci_config_bytes, ", and there are at most ",
                              DXGMAP_PCI_CONFIG_BYTES);
    return false;
  }
  return dxgmap_ddi_array_there(call, "save_bytes", d->save_bytes, saves, sizeof(d->save_bytes[0])) &&
         dxgmap_ddi_array_there(call, "resource", d->resource, resources, sizeof(d->resource[0])) &&
         dxgmap_ddi_array_there(call, "resource_flags", d->resource_flags, d->resource_flags != NULL ? resources : 0,
                                sizeof(d->resource_flags[0])) &&
         dxgmap_ddi_array_there(call, "interrupt", d->interrupt, d->interrupts, sizeof(d->interrupt[0])) &&
         dxgmap_ddi_array_there(call, "pci_config", d->pci_config, d->pci_config != NULL ? d->pci_config_bytes : 0, 1);
}

uint32_t dxgmap_adapter_start(const dxgmap_adapter_description *description, HANDLE *adapter)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_START, NULL, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_argument_in(&call, "description", description, sizeof(*description)) &&
      dxgmap_ddi_argument_out(&call, "adapter", adapter, sizeof(*adapter)) &&
      dxgmap_ddi_description_whole(&call, description)) {
    dxgmap_start start;
    dxgmap_ddi_start_decode(description, &start);
    cause = dxgmap_ddi_start(description, &start, adapter);
    dxgmap_ddi_blame_start(&call, cause, description, &start);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
