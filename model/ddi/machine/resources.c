/* SPDX-License-Identifier: MIT */
#include "ddi/machine/resources.h"

#define DXGMAP_DDI_LIST_MAX ((uint64_t)0xFFFFFFFFu) /* a resource list has 32 bits for a length */

static uint64_t dxgmap_ddi_first_page(const dxgmap_resource *r)
{
  return r->start / PAGE_SIZE;
}

static uint64_t dxgmap_ddi_last_page(const dxgmap_resource *r)
{
  return (r->start + (r->length - 1)) / PAGE_SIZE;
}

static bool dxgmap_ddi_resource_fits(const dxgmap_resource *r)
{
  if (r->length > DXGMAP_DDI_LIST_MAX) {
    return false;
  }
  if (r->space == DXGMAP_RESOURCE_PORTS) {
    return r->start < DXGMAP_HOST_PORTS && r->length <= DXGMAP_HOST_PORTS - r->start;
  }
  return dxgmap_ddi_first_page(r) >= dxgmap_ddi.installed_pages;
}

static uint32_t dxgmap_ddi_resource_open(dxgmap_ddi_adapter *a, uint32_t i)
{
  const dxgmap_resource *r = &a->resource[i];
  if (!dxgmap_ddi_resource_fits(r)) {
    return DXGMAP_CAUSE_BAD_RESOURCE;
  }
  if (r->space == DXGMAP_RESOURCE_PORTS) {
    return DXGMAP_CAUSE_NONE;
  }
  uint64_t first = dxgmap_ddi_first_page(r);
  uint64_t pages = dxgmap_ddi_last_page(r) - first + 1;
  switch (dxgmap_host_device_open(first, pages, &a->device[i])) {
  case DXGMAP_HOST_OK:
    return DXGMAP_CAUSE_NONE;
  case DXGMAP_HOST_BUSY:
  case DXGMAP_HOST_BAD_ARGUMENT:
    return DXGMAP_CAUSE_BAD_RESOURCE;
  default:
    return DXGMAP_CAUSE_NO_HOST;
  }
}

static void dxgmap_ddi_list_one(PCM_PARTIAL_RESOURCE_DESCRIPTOR d, const dxgmap_resource *r)
{
  bool ports = r->space == DXGMAP_RESOURCE_PORTS;
  d->Type = ports ? CmResourceTypePort : CmResourceTypeMemory;
  d->ShareDisposition = CmResourceShareDeviceExclusive;
  d->Flags = ports ? CM_RESOURCE_PORT_IO : CM_RESOURCE_MEMORY_READ_WRITE;
  d->u.Generic.Start.QuadPart = (LONGLONG)r->start;
  d->u.Generic.Length = (ULONG)r->length;
}

static bool dxgmap_ddi_list_open(dxgmap_ddi_adapter *a)
{
  a->list_bytes = sizeof(CM_RESOURCE_LIST) + a->resources * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
  a->list = dxgmap_host_allocate(a->list_bytes);
  if (a->list == NULL) {
    return false;
  }
  PCM_PARTIAL_RESOURCE_LIST part = &a->list->List[0].PartialResourceList;
  a->list->Count = 1;
  a->list->List[0].InterfaceType = PCIBus;
  part->Version = 1;
  part->Revision = 1;
  part->Count = a->resources;
  /* The array is as long as Count says, whatever its declaration does. */
  PCM_PARTIAL_RESOURCE_DESCRIPTOR d = part->PartialDescriptors;
  for (uint32_t i = 0; i < a->resources; i++) {
    dxgmap_ddi_list_one(d + i, &a->resource[i]);
  }
  return true;
}

uint32_t dxgmap_ddi_resources_open(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->resources; i++) {
    a->resource[i] = start->resource[i];
    uint32_t cause = dxgmap_ddi_resource_open(a, i);
    if (cause != DXGMAP_CAUSE_NONE) {
      return cause;
    }
  }
  a->resources = start->resources;
  return dxgmap_ddi_list_open(a) ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_NO_HOST;
}

void dxgmap_ddi_resources_close(dxgmap_ddi_adapter *a)
{
  for (uint32_t i = 0; i < DXGMAP_RESOURCES; i++) {
    if (a->device[i] != 0) {
      dxgmap_host_device_close(a->device[i]);
    }
  }
  dxgmap_host_free(a->list, a->list_bytes);
}

uint32_t dxgmap_ddi_resource_of(const dxgmap_ddi_adapter *a, uint32_t space, uint64_t start, uint64_t length)
{
  for (uint32_t i = 0; i < a->resources; i++) {
    const dxgmap_resource *r = &a->resource[i];
    if (r->space == space && start >= r->start && start - r->start < r->length &&
        length <= r->length - (start - r->start)) {
      return i;
    }
  }
  return DXGMAP_RESOURCES;
}

static dxgmap_ddi_adapter *dxgmap_ddi_adapter_with(uint32_t space, uint64_t start, uint64_t length)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    dxgmap_ddi_adapter *a = &dxgmap_ddi.adapter[i];
    if (a->handle != 0 && dxgmap_ddi_resource_of(a, space, start, length) < DXGMAP_RESOURCES) {
      return a;
    }
  }
  return NULL;
}

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_memory(uint64_t physical, uint64_t length)
{
  return dxgmap_ddi_adapter_with(DXGMAP_RESOURCE_MEMORY, physical, length);
}

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_port(uint64_t port, uint32_t width)
{
  return dxgmap_ddi_adapter_with(DXGMAP_RESOURCE_PORTS, port, width);
}

uint8_t *dxgmap_ddi_resource_byte(const dxgmap_ddi_adapter *a, uint32_t i, uint64_t physical)
{
  uint64_t first = dxgmap_ddi_first_page(&a->resource[i]) * PAGE_SIZE;
  return (uint8_t *)dxgmap_host_device_base(a->device[i]) + (physical - first);
}
