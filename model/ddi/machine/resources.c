/* SPDX-License-Identifier: MIT */
#include "ddi/machine/resources.h"

/* How a resource list says a length: 32 bits of it, from bit `shift` on. */
typedef struct {
  UCHAR type;
  USHORT flag;
  uint32_t shift;
} dxgmap_ddi_length_form;

static const dxgmap_ddi_length_form dxgmap_ddi_length_forms[] = {
    {CmResourceTypeMemory, 0, 0},
    {CmResourceTypeMemoryLarge, CM_RESOURCE_MEMORY_LARGE_40, 8},
    {CmResourceTypeMemoryLarge, CM_RESOURCE_MEMORY_LARGE_48, 16},
    {CmResourceTypeMemoryLarge, CM_RESOURCE_MEMORY_LARGE_64, 32},
};

/* The form with the finest unit that holds the length; NULL when that is no whole number of units. */
static const dxgmap_ddi_length_form *dxgmap_ddi_length_form_of(uint64_t length)
{
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_length_forms); i++) {
    const dxgmap_ddi_length_form *form = &dxgmap_ddi_length_forms[i];
    if (length >> form->shift <= MAXULONG) {
      return (length & (((uint64_t)1 << form->shift) - 1)) == 0 ? form : NULL;
    }
  }
  return NULL;
}

static uint64_t dxgmap_ddi_first_page(const dxgmap_resource *r)
{
  return r->start / PAGE_SIZE;
}

static uint64_t dxgmap_ddi_last_page(const dxgmap_resource *r)
{
  return (r->start + (r->length - 1)) / PAGE_SIZE;
}

/* Whether there is no memory in any page of the range, as long as the host has given none of them out. */
static bool dxgmap_ddi_beside_memory(const dxgmap_resource *r)
{
  uint64_t first = dxgmap_ddi_first_page(r);
  uint64_t last = dxgmap_ddi_last_page(r);
  bool beyond = first >= dxgmap_ddi.installed_pages;
  bool legacy = first >= DXGMAP_DDI_LEGACY_FIRST && last < DXGMAP_DDI_LEGACY_END;
  bool nothing_behind = dxgmap_ddi.installed_pages <= DXGMAP_DDI_HOLE_END;
  bool hole = first >= DXGMAP_DDI_HOLE_FIRST && (last < DXGMAP_DDI_HOLE_END || nothing_behind);
  return beyond || legacy || hole;
}

/* Why a start cannot have it, by itself; the core has no words for that. */
static const char *dxgmap_ddi_resource_malformed(const dxgmap_resource *r, uint16_t flags)
{
  if (r->space > DXGMAP_RESOURCE_PORTS) {
    return "is in no space: there are memory and ports";
  }
  if (r->length == 0) {
    return "is empty";
  }
  if (r->start > UINT64_MAX - r->length) {
    return "ends beyond the last address";
  }
  if (r->space == DXGMAP_RESOURCE_PORTS) {
    return r->start < DXGMAP_HOST_PORTS && r->length <= DXGMAP_HOST_PORTS - r->start ? NULL : "ends beyond port 65535";
  }
  if ((flags & CM_RESOURCE_MEMORY_LARGE) != 0) {
    return "has a flag of CM_RESOURCE_MEMORY_LARGE, which follows from the length";
  }
  if (dxgmap_ddi_length_form_of(r->length) == NULL) {
    return "has a length that no resource list can say: from 2^32 on they are multiples of 2^8, from 2^40 on of 2^16, "
           "from 2^48 on of 2^32";
  }
  return dxgmap_ddi_beside_memory(r) ? NULL : "shares a page with installed memory, outside of its holes";
}

static bool dxgmap_ddi_share_a_page(const dxgmap_resource *a, const dxgmap_resource *b)
{
  return a->space == DXGMAP_RESOURCE_MEMORY && b->space == DXGMAP_RESOURCE_MEMORY &&
         dxgmap_ddi_first_page(a) <= dxgmap_ddi_last_page(b) && dxgmap_ddi_first_page(b) <= dxgmap_ddi_last_page(a);
}

static bool dxgmap_ddi_shares_with_started(const dxgmap_resource *r)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    const dxgmap_ddi_adapter *a = &dxgmap_ddi.adapter[i];
    for (uint32_t k = 0; a->handle != 0 && k < a->resources; k++) {
      if (dxgmap_ddi_share_a_page(r, &a->resource[k])) {
        return true;
      }
    }
  }
  return false;
}

const char *dxgmap_ddi_resource_fault(const dxgmap_start *start, uint32_t i, uint16_t flags)
{
  const dxgmap_resource *r = &start->resource[i];
  const char *fault = dxgmap_ddi_resource_malformed(r, flags);
  if (fault != NULL || r->space == DXGMAP_RESOURCE_PORTS) {
    return fault;
  }
  for (uint32_t k = 0; k < i; k++) {
    if (dxgmap_ddi_share_a_page(r, &start->resource[k])) {
      return "shares a page with one before it";
    }
  }
  if (dxgmap_ddi_shares_with_started(r)) {
    return "shares a page with a resource of a started adapter";
  }
  return dxgmap_ddi_first_page(r) < dxgmap_ddi.installed_pages ? "lies in a hole where memory was given out" : NULL;
}

static uint32_t dxgmap_ddi_resource_open(dxgmap_ddi_adapter *a, uint32_t i)
{
  const dxgmap_resource *r = &a->resource[i];
  if (dxgmap_ddi_resource_malformed(r, a->flags[i]) != NULL) {
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

static void dxgmap_ddi_list_ports(PCM_PARTIAL_RESOURCE_DESCRIPTOR d, const dxgmap_resource *r, uint16_t flags)
{
  d->Type = CmResourceTypePort;
  d->Flags = (USHORT)(CM_RESOURCE_PORT_IO | flags);
  d->u.Port.Start.QuadPart = (LONGLONG)r->start;
  d->u.Port.Length = (ULONG)r->length;
}

static void dxgmap_ddi_list_memory(PCM_PARTIAL_RESOURCE_DESCRIPTOR d, const dxgmap_resource *r, uint16_t flags)
{
  const dxgmap_ddi_length_form *form = dxgmap_ddi_length_form_of(r->length);
  d->Type = form->type;
  d->Flags = (USHORT)(form->flag | flags);
  d->u.Generic.Start.QuadPart = (LONGLONG)r->start;
  d->u.Generic.Length = (ULONG)(r->length >> form->shift);
}

static void dxgmap_ddi_list_interrupt(PCM_PARTIAL_RESOURCE_DESCRIPTOR d, const dxgmap_interrupt_description *interrupt)
{
  KAFFINITY affinity = interrupt->affinity != 0 ? interrupt->affinity : 1;
  d->Type = CmResourceTypeInterrupt;
  if (interrupt->message) {
    d->Flags = CM_RESOURCE_INTERRUPT_LATCHED | CM_RESOURCE_INTERRUPT_MESSAGE;
    d->u.MessageInterrupt.Translated.Level = interrupt->level;
    d->u.MessageInterrupt.Translated.Vector = interrupt->vector;
    d->u.MessageInterrupt.Translated.Affinity = affinity;
  } else {
    d->ShareDisposition = CmResourceShareShared;
    d->u.Interrupt.Level = interrupt->level;
    d->u.Interrupt.Vector = interrupt->vector;
    d->u.Interrupt.Affinity = affinity;
  }
}

static bool dxgmap_ddi_list_open(dxgmap_ddi_adapter *a)
{
  uint32_t count = a->resources + a->interrupts;
  a->list_bytes = sizeof(CM_RESOURCE_LIST) + count * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
  a->list = dxgmap_host_allocate(a->list_bytes);
  if (a->list == NULL) {
    return false;
  }
  PCM_PARTIAL_RESOURCE_LIST part = &a->list->List[0].PartialResourceList;
  a->list->Count = 1;
  a->list->List[0].InterfaceType = PCIBus;
  part->Version = 1;
  part->Revision = 1;
  part->Count = count;
  for (uint32_t i = 0; i < count; i++) {
    PCM_PARTIAL_RESOURCE_DESCRIPTOR d = &part->PartialDescriptors[i];
    d->ShareDisposition = CmResourceShareDeviceExclusive;
    if (i >= a->resources) {
      dxgmap_ddi_list_interrupt(d, &a->interrupt[i - a->resources]);
    } else if (a->resource[i].space == DXGMAP_RESOURCE_PORTS) {
      dxgmap_ddi_list_ports(d, &a->resource[i], a->flags[i]);
    } else {
      dxgmap_ddi_list_memory(d, &a->resource[i], a->flags[i]);
    }
  }
  return true;
}

void dxgmap_ddi_resources_describe(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d)
{
  for (uint32_t i = 0; i < d->resources && i < DXGMAP_RESOURCES; i++) {
    a->flags[i] = d->resource_flags != NULL ? d->resource_flags[i] : 0;
  }
  a->interrupts = d->interrupts;
  for (uint32_t i = 0; i < d->interrupts; i++) {
    a->interrupt[i] = d->interrupt[i];
  }
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
