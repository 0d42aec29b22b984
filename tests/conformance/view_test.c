/* SPDX-License-Identifier: MIT */
/* DxgkCbMapMemory, DxgkCbUnmapMemory, DxgkCbGetDeviceInformation: spec/clauses/view.md and device_information.md. */
#include <string.h>

#include "expect.h"
#include "host/host.h"

static PVOID view_address;

static NTSTATUS view_map_range(uint64_t start, ULONG length, BOOLEAN ports, BOOLEAN user)
{
  view_address = NULL;
  return dxgk.DxgkCbMapMemory(dxgk.DeviceHandle, physical(start), length, ports, user, MmNonCached, &view_address);
}

static NTSTATUS view_map(void)
{
  return view_map_range(MEMORY_START + PAGE_SIZE, 2 * PAGE_SIZE, FALSE, FALSE);
}

static NTSTATUS view_map_ports(void)
{
  return view_map_range(PORT_START, 4, TRUE, FALSE);
}

static NTSTATUS view_unmap(PVOID address)
{
  return dxgk.DxgkCbUnmapMemory(dxgk.DeviceHandle, address);
}

static void view_undo(void)
{
  CHECK_OK(view_unmap(view_address));
}

static void view_shows_device_memory(void)
{
  machine_open();
  char *device = dxgmap_device_memory(adapter, MEMORY_START, (uint64_t)MEMORY_PAGES * PAGE_SIZE);
  CHECK_OK(view_map());
  char *one = view_address;
  strcpy(device + PAGE_SIZE + 40, "in the frame buffer");
  CHECK_TEXT("in the frame buffer", one + 40);
  CHECK_OK(view_map());
  CHECK(view_address != one);
  CHECK_TEXT("in the frame buffer", (char *)view_address + 40);
  CHECK_OK(view_unmap(one));
  CHECK(!dxgmap_host_probe(one, 1, false));
  CHECK_TEXT("in the frame buffer", (char *)view_address + 40);
  view_undo();
  machine_close();
}

/* VIEW-3. */
static void view_keeps_the_byte_offset(void)
{
  machine_open();
  CHECK_OK(view_map_range(ODD_START + 3, 16, FALSE, FALSE));
  CHECK_EQ((ODD_START + 3) % PAGE_SIZE, (uintptr_t)view_address % PAGE_SIZE);
  *(char *)view_address = 'x';
  CHECK_EQ('x', *(char *)dxgmap_device_memory(adapter, ODD_START + 3, 1));
  view_undo();
  machine_close();
}

/* VIEW-4. */
static void view_of_ports_is_the_port(void)
{
  machine_open();
  CHECK_OK(view_map_ports());
  CHECK_EQ(PORT_START, (uintptr_t)view_address);
  CHECK_OK(view_map_range(PORT_START, 4, TRUE, TRUE));
  CHECK_EQ(2, machine_live(adapter));
  view_undo();
  CHECK_EQ(1, machine_live(adapter));
  view_undo();
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap(view_address));
  CHECK(reports.unmaps > 0);
  machine_close();
}

static void view_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             dxgk.DxgkCbMapMemory(dxgk.DeviceHandle, physical(MEMORY_START), 1, FALSE, FALSE, MmNonCached, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, view_map_range(MEMORY_START, 0, FALSE, FALSE));
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED, view_map_range(MEMORY_START - 1, 4, FALSE, FALSE));
  CHECK_TEXT("the range 0x7ffffffff to 0x800000002 begins in no resource of the adapter, and 0x1 bytes before resource "
             "0 of the "
             "adapter, memory 0x800000000 to 0x800007fff",
             reports.detail);
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED,
             view_map_range(MEMORY_START, (MEMORY_PAGES + 1) * PAGE_SIZE, FALSE, FALSE));
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED, view_map_range(PORT_START, 4, FALSE, FALSE));
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED, view_map_range(MEMORY_START, 4, TRUE, FALSE));
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED, view_map_range(ODD_START, ODD_LENGTH + 1, FALSE, FALSE));
  KIRQL old = irql_raise(APC_LEVEL);
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, view_map());
  KeLowerIrql(old);
  CHECK(view_address == NULL);
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

/* UNVIEW-1. */
static void view_unmap_takes_the_base(void)
{
  machine_open();
  HANDLE other = machine_adapter(NULL, NULL);
  CHECK_OK(view_map());
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap((char *)view_address + 8));
  CHECK(reports.mapping != 0);
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap(NULL));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, DxgkCbUnmapMemory(other, view_address));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, DxgkCbUnmapMemory(NULL, view_address));
  view_undo();
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap(view_address));
  CHECK_EQ(DXGMAP_MAPPING_VIEW, reports.kind);
  CHECK(reports.unmaps > 0);
  machine_close();
}

/* VIEW-5. */
static void view_of_a_process(void)
{
  machine_open();
  dxgmap_set_process(77);
  CHECK_OK(view_map_range(MEMORY_START, PAGE_SIZE, FALSE, TRUE));
  dxgmap_set_process(4);
  CHECK_CALL(STATUS_ACCESS_DENIED, DXGMAP_CAUSE_BAD_PROCESS, view_unmap(view_address));
  dxgmap_set_process(77);
  view_undo();
  dxgmap_set_process(4);
  machine_close();
}

/* INFO-1, INFO-2, INFO-3, INFO-4, INFO-5, INFO-6. */
static void view_information(void)
{
  DXGK_DEVICE_INFO info;
  machine_open();
  CHECK_OK(dxgk.DxgkCbGetDeviceInformation(dxgk.DeviceHandle, &info));
  CHECK_EQ(1, info.TranslatedResourceList->Count);
  PCM_PARTIAL_RESOURCE_LIST list = &info.TranslatedResourceList->List[0].PartialResourceList;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR d = list->PartialDescriptors;
  CHECK_EQ(3, list->Count);
  CHECK_EQ(CmResourceTypeMemory, d[0].Type);
  CHECK_EQ(MEMORY_START, d[0].u.Memory.Start.QuadPart);
  CHECK_EQ(MEMORY_PAGES * PAGE_SIZE, d[0].u.Memory.Length);
  CHECK_EQ(CmResourceTypePort, (d + 1)->Type);
  CHECK_EQ(PORT_START, (d + 1)->u.Port.Start.QuadPart);
  CHECK_EQ(PORT_COUNT, (d + 1)->u.Port.Length);
  CHECK_EQ(ODD_LENGTH, (d + 2)->u.Memory.Length);
  CHECK_EQ(info.SystemMemorySize.QuadPart - 1, info.HighestPhysicalAddress.QuadPart);
  CHECK_EQ(0, machine_live(adapter));
  CHECK_OK(view_map_range((uint64_t)d[0].u.Memory.Start.QuadPart, d[0].u.Memory.Length, FALSE, FALSE));
  view_undo();
  DXGK_DEVICE_INFO again;
  CHECK_OK(dxgk.DxgkCbGetDeviceInformation(dxgk.DeviceHandle, &again));
  CHECK_EQ(3, list->Count); /* the list that was given first is still there */
  CHECK_EQ(MEMORY_START, d[0].u.Memory.Start.QuadPart);
  CHECK_EQ(ODD_LENGTH, (d + 2)->u.Memory.Length);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, DxgkCbGetDeviceInformation(adapter, NULL));
  /* Its page names one failure. */
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ADAPTER, DxgkCbGetDeviceInformation(NULL, &info));
  KIRQL old = irql_raise(APC_LEVEL);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_IRQL, DxgkCbGetDeviceInformation(adapter, &info));
  KeLowerIrql(old);
  machine_close();
}

static void view_when_the_host_fails(void)
{
  machine_open();
  check_each_failure(view_map, view_undo, STATUS_INSUFFICIENT_RESOURCES);
  check_each_failure(view_map_ports, view_undo, STATUS_INSUFFICIENT_RESOURCES);
  machine_close();
}

void view_tests(void);
void view_tests(void)
{
  RUN(view_shows_device_memory);
  RUN(view_keeps_the_byte_offset);
  RUN(view_of_ports_is_the_port);
  RUN(view_refuses);
  RUN(view_unmap_takes_the_base);
  RUN(view_of_a_process);
  RUN(view_information);
  RUN(view_when_the_host_fails);
}
