/* SPDX-License-Identifier: MIT */
#include "ddi/callbacks/registers.h"

#include <string.h>

#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/machine/record.h"
#include "ddi/machine/released.h"
#include "ddi/machine/resources.h"
#include "ddi/machine/system.h"

/* An access that was found legal: what the hook of the adapter is told. */
typedef struct {
  dxgmap_register_access seen;
  dxgmap_register_hook *hook;
  void *context;
} dxgmap_ddi_access;

static void dxgmap_ddi_access_begin(dxgmap_ddi_access *access, uint32_t space, bool write, uint32_t width,
                                    uint32_t value)
{
  memset(access, 0, sizeof(*access));
  access->seen.space = space;
  access->seen.write = write;
  access->seen.width = width;
  access->seen.value = value;
}

static void dxgmap_ddi_access_on(dxgmap_ddi_access *access, uint64_t adapter, uint64_t physical)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(adapter);
  access->seen.adapter = (HANDLE)(uintptr_t)adapter;
  access->seen.address = physical;
  access->hook = a->hook;
  access->context = a->hook_context;
}

static uint32_t dxgmap_ddi_ones(uint32_t width)
{
  return width == 4 ? 0xFFFFFFFFu : (1u << (8 * width)) - 1;
}

/* The hook runs outside the lock: it plays the device and may call the library. */
static uint32_t dxgmap_ddi_access_end(dxgmap_ddi_call *call, dxgmap_ddi_access *access, uint32_t cause)
{
  (void)dxgmap_ddi_leave(call, cause);
  if (cause != DXGMAP_CAUSE_NONE) {
    return dxgmap_ddi_ones(access->seen.width);
  }
  if (access->hook != NULL) {
    access->hook(&access->seen, access->context);
  }
  return access->seen.value;
}

/* Ports that an adapter owns need no view (decision 61). But a driver that has one keeps to it, and to its end. */
static uint64_t dxgmap_ddi_port_owner(dxgmap_ddi_call *call, uint64_t port, uint32_t width)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of_port(port, width);
  if (a == NULL) {
    dxgmap_ddi_detail(&call->subject, "the port is in no port resource of a started adapter");
    return 0;
  }
  if (dxgmap_ddi_record_at_port(port, width) != NULL) {
    dxgmap_ddi_detail(&call->subject, "the access begins in a view in I/O space, or ends in one, and is not inside it");
    return 0;
  }
  const dxgmap_ddi_record *released = dxgmap_ddi_released_port(a->handle, port);
  if (released != NULL) {
    call->subject.mapping = released->mapping;
    dxgmap_ddi_detail(&call->subject, "the port was mapped, and the map was released already");
    return 0;
  }
  return a->handle;
}

/* Whose port it is; 0, with the subject filled, when the access is not legal. */
static uint64_t dxgmap_ddi_port_adapter(dxgmap_ddi_call *call, uint64_t port, uint32_t width)
{
  const dxgmap_ddi_record *record = dxgmap_ddi_record_of_port(port, width);
  return record != NULL ? dxgmap_ddi_record_adapter(record) : dxgmap_ddi_port_owner(call, port, width);
}

/* What a bus without the device answers: nothing, which reads as ones. */
static uint32_t dxgmap_ddi_access_dead(dxgmap_ddi_call *call, uint64_t adapter)
{
  const dxgmap_switches *w = &dxgmap_ddi.state->adapter[dxgmap_state_find(dxgmap_ddi.state, adapter)].switches;
  call->adapter = adapter;
  if (w->removed != 0) {
    return DXGMAP_CAUSE_REMOVED;
  }
  if (w->power != DXGMAP_D0) {
    dxgmap_ddi_detail(&call->subject, "a device that is not in D0 answers no access of the CPU");
    return DXGMAP_CAUSE_ASLEEP;
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_port(dxgmap_ddi_call *call, const void *port, dxgmap_ddi_access *access)
{
  uint64_t number = (uint64_t)(uintptr_t)port;
  call->subject.address = number;
  uint64_t adapter = dxgmap_ddi_port_adapter(call, number, access->seen.width);
  if (adapter == 0) {
    return DXGMAP_CAUSE_CPU_ACCESS;
  }
  uint32_t dead = dxgmap_ddi_access_dead(call, adapter);
  if (dead != DXGMAP_CAUSE_NONE) {
    return dead;
  }
  dxgmap_ddi_access_on(access, adapter, number);
  if (access->seen.write) {
    (void)dxgmap_host_port_write((uint32_t)number, access->seen.width, access->seen.value);
  } else {
    (void)dxgmap_host_port_read((uint32_t)number, access->seen.width, &access->seen.value);
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_access_port(const void *port, bool write, uint32_t width, uint32_t value, const void *site)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_access access;
  dxgmap_ddi_access_begin(&access, DXGMAP_RESOURCE_PORTS, write, width, value);
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PORT_ACCESS, NULL, site);
  return dxgmap_ddi_access_end(&call, &access,
                               open ? dxgmap_ddi_port(&call, port, &access) : (uint32_t)DXGMAP_CAUSE_CPU_ACCESS);
}

uint32_t dxgmap_ddi_read_port(const void *port, uint32_t width, const void *site)
{
  return dxgmap_ddi_access_port(port, false, width, 0, site);
}

void dxgmap_ddi_write_port(const void *port, uint32_t width, uint32_t value, const void *site)
{
  (void)dxgmap_ddi_access_port(port, true, width, value, site);
}

/* A driver may give an odd address, and what it reads may have been written in another width. */
typedef uint16_t dxgmap_ddi_register_16 __attribute__((aligned(1), may_alias));
typedef uint32_t dxgmap_ddi_register_32 __attribute__((aligned(1), may_alias));

static uint32_t dxgmap_ddi_load(const volatile void *address, uint32_t width)
{
  switch (width) {
  case 1:
    return *(const volatile uint8_t *)address;
  case 2:
    return *(const volatile dxgmap_ddi_register_16 *)address;
  default:
    return *(const volatile dxgmap_ddi_register_32 *)address;
  }
}

static void dxgmap_ddi_store(volatile void *address, uint32_t width, uint32_t value)
{
  switch (width) {
  case 1:
    *(volatile uint8_t *)address = (uint8_t)value;
    break;
  case 2:
    *(volatile dxgmap_ddi_register_16 *)address = (uint16_t)value;
    break;
  default:
    *(volatile dxgmap_ddi_register_32 *)address = value;
    break;
  }
}

static bool dxgmap_ddi_register_memory(const dxgmap_ddi_record *record)
{
  return record->kind == DXGMAP_MAPPING_VIEW || record->kind == DXGMAP_MAPPING_VIDEO ||
         (record->kind == DXGMAP_MAPPING_OBJECT_VIEW && record->type == DXGMAP_OBJECT_IO_SPACE);
}

/* From where the data of the view begins; more than any length for what is before it. */
static uint64_t dxgmap_ddi_register_offset(const dxgmap_ddi_record *record, const void *address)
{
  return (uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)record->address - record->slack * (uint64_t)PAGE_SIZE;
}

/* The same byte, found from the view and not by the driver's pointer. */
static volatile uint8_t *dxgmap_ddi_register_data(const dxgmap_ddi_record *record, uint64_t offset)
{
  return (volatile uint8_t *)record->address + record->slack * (uint64_t)PAGE_SIZE + offset;
}

/* The physical address of the first byte of the view. */
static uint64_t dxgmap_ddi_register_start(const dxgmap_ddi_record *record)
{
  const dxgmap_ddi_record *object = record->parent != 0 ? dxgmap_ddi_record_find(record->parent) : NULL;
  return record->physical + (object != NULL ? object->physical : 0);
}

/* The live view of device memory that holds all of the access; NULL, with the subject filled, when none does. What
   lies in the view's last page but beyond the length that was asked for is not the driver's (V2). */
static const dxgmap_ddi_record *dxgmap_ddi_register_view(dxgmap_ddi_call *call, const void *address, uint32_t width)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  if (where.place != DXGMAP_HOST_PLACE_LIVE || record == NULL) {
    dxgmap_ddi_blame_address(call, address);
    return NULL;
  }
  call->subject.mapping = record->mapping;
  call->subject.address = (uint64_t)(uintptr_t)address;
  if (!dxgmap_ddi_register_memory(record)) {
    dxgmap_ddi_detail(&call->subject, "the address is not one of device memory");
    return NULL;
  }
  uint64_t offset = dxgmap_ddi_register_offset(record, address);
  if (offset >= record->length || width > record->length - offset) {
    dxgmap_ddi_detail(&call->subject, "the access is not inside the length that was mapped");
    return NULL;
  }
  return record;
}

static uint32_t dxgmap_ddi_register(dxgmap_ddi_call *call, volatile void *address, dxgmap_ddi_access *access)
{
  const void *plain = (const void *)(uintptr_t)address;
  const dxgmap_ddi_record *record = dxgmap_ddi_register_view(call, plain, access->seen.width);
  if (record == NULL) {
    return DXGMAP_CAUSE_CPU_ACCESS;
  }
  uint32_t dead = dxgmap_ddi_access_dead(call, dxgmap_ddi_record_adapter(record));
  if (dead != DXGMAP_CAUSE_NONE) {
    return dead;
  }
  uint64_t offset = dxgmap_ddi_register_offset(record, plain);
  dxgmap_ddi_access_on(access, dxgmap_ddi_record_adapter(record), dxgmap_ddi_register_start(record) + offset);
  volatile uint8_t *data = dxgmap_ddi_register_data(record, offset);
  if (access->seen.write) {
    dxgmap_ddi_store(data, access->seen.width, access->seen.value);
  } else {
    access->seen.value = dxgmap_ddi_load(data, access->seen.width);
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_access_register(volatile void *address, bool write, uint32_t width, uint32_t value,
                                           const void *site)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_access access;
  dxgmap_ddi_access_begin(&access, DXGMAP_RESOURCE_MEMORY, write, width, value);
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_REGISTER_ACCESS, NULL, site);
  return dxgmap_ddi_access_end(&call, &access,
                               open ? dxgmap_ddi_register(&call, address, &access) : (uint32_t)DXGMAP_CAUSE_CPU_ACCESS);
}

uint32_t dxgmap_ddi_read_register(const volatile void *address, uint32_t width, const void *site)
{
  return dxgmap_ddi_access_register((volatile void *)(uintptr_t)address, false, width, 0, site);
}

void dxgmap_ddi_write_register(volatile void *address, uint32_t width, uint32_t value, const void *site)
{
  (void)dxgmap_ddi_access_register(address, true, width, value, site);
}
