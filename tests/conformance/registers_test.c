/* SPDX-License-Identifier: MIT */
/* Port and register accessors: their target is inside a live view, or the access is reported. */
#include <string.h>

#include "expect.h"

static PVOID registers_map(uint64_t start, ULONG length, BOOLEAN ports)
{
  PVOID address = NULL;
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(start), length, ports, FALSE, MmNonCached, &address));
  return address;
}

static void registers_unmap(PVOID address)
{
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, address));
}

static void registers_expect(const char *detail)
{
  CHECK_EQ(1, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_CPU_ACCESS, reports.cause);
  CHECK_TEXT(detail, reports.detail);
  reports_forget();
}

static void registers_reach_device_memory(void)
{
  ULONG written[2] = {0x01020304, 0x05060708};
  ULONG seen[2] = {0, 0};
  machine_open();
  PUCHAR base = registers_map(ODD_START, 16, FALSE);
  const UCHAR *device = dxgmap_device_memory(adapter, ODD_START, 16);
  WRITE_REGISTER_ULONG((PULONG)base, 0xCAFEBABE);
  CHECK_EQ(0xCAFEBABE, READ_REGISTER_ULONG((PULONG)base));
  CHECK_EQ(0xBABE, READ_REGISTER_USHORT((PUSHORT)base));
  CHECK_EQ(0xBE, device[0]);
  PUCHAR odd = base + 1 - (uintptr_t)base % 2; /* whatever the base is; sanitizers look at this */
  WRITE_REGISTER_ULONG((PULONG)(PVOID)odd, 0x0A0B0C0D);
  CHECK_EQ(0x0A0B0C0D, READ_REGISTER_ULONG((PULONG)(PVOID)odd));
  WRITE_REGISTER_USHORT((PUSHORT)(PVOID)odd, 0x0E0F);
  CHECK_EQ(0x0E0F, READ_REGISTER_USHORT((PUSHORT)(PVOID)odd));
  WRITE_REGISTER_ULONG((PULONG)base, 0xCAFEBABE);
  WRITE_REGISTER_UCHAR(base + 3, 0x11);
  CHECK_EQ(0x11, device[3]);
  WRITE_REGISTER_BUFFER_ULONG((PULONG)base + 2, written, 2);
  READ_REGISTER_BUFFER_ULONG((PULONG)base + 2, seen, 2);
  CHECK_EQ(0x05060708, seen[1]);
  CHECK_EQ(0x05060708, VideoPortReadRegisterUlong((PULONG)base + 3));
  VideoPortWriteRegisterUshort((PUSHORT)base, 0x7777);
  CHECK_EQ(0x77, device[1]);
  CHECK_EQ(0, reports.count);
  registers_unmap(base);
  machine_close();
}

static void registers_end_with_the_view(void)
{
  machine_open();
  PUCHAR base = registers_map(ODD_START, 16, FALSE);
  CHECK_EQ(0xFF, READ_REGISTER_UCHAR(base + 16));
  registers_expect("the access is not inside the length that was mapped");
  CHECK_EQ(0xFFFFFFFF, READ_REGISTER_ULONG((PULONG)(base + 12) + 1));
  registers_expect("the access is not inside the length that was mapped");
  CHECK_EQ(0xFFFF, READ_REGISTER_USHORT((PUSHORT)(base + 15)));
  registers_expect("the access is not inside the length that was mapped");
  WRITE_REGISTER_UCHAR(base - 1, 1);
  registers_expect("the access is not inside the length that was mapped");
  registers_unmap(base);
  CHECK_EQ(0xFF, READ_REGISTER_UCHAR(base));
  registers_expect("the mapping at the address was released already");
  WRITE_REGISTER_UCHAR(base, 1);
  CHECK(reports.unmaps > 0);
  registers_expect("the mapping at the address was released already");
  machine_close();
}

static void registers_are_device_memory_only(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {0, PAGE_SIZE, 0, NULL};
  UCHAR local = 0;
  machine_open();
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &pointer));
  (void)READ_REGISTER_UCHAR((PUCHAR)pointer.pBaseAddress + pointer.Offset);
  registers_expect("the address is not one of device memory");
  (void)READ_REGISTER_UCHAR(&local);
  registers_expect("the address is none that the library ever gave");
  machine_close();
}

static void ports_are_checked(void)
{
  UCHAR bytes[2] = {1, 2};
  machine_open();
  PUCHAR port = registers_map(PORT_START, 8, TRUE);
  WRITE_PORT_UCHAR(port, 0x5A);
  CHECK_EQ(0x5A, READ_PORT_UCHAR(port));
  WRITE_PORT_ULONG((PULONG)(port + 4), 0x01020304);
  CHECK_EQ(0x0304, READ_PORT_USHORT((PUSHORT)(port + 4)));
  WRITE_PORT_BUFFER_UCHAR(port, bytes, 2);
  CHECK_EQ(2, VideoPortReadPortUchar(port));
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0xFFFF, READ_PORT_USHORT((PUSHORT)(port + 7)));
  registers_expect("the access begins in a view in I/O space, or ends in one, and is not inside it");
  registers_unmap(port);
  CHECK_EQ(0xFF, READ_PORT_UCHAR(port));
  registers_expect("the port was mapped, and the map was released already");
  machine_close();
}

static void ports_are_counted(void)
{
  machine_open();
  PUCHAR port = registers_map(PORT_START, 8, TRUE);
  CHECK(registers_map(PORT_START, 8, TRUE) == port);
  registers_unmap(port);
  WRITE_PORT_UCHAR(port, 3);
  CHECK_EQ(0, reports.count);
  registers_unmap(port);
  WRITE_PORT_UCHAR(port, 3);
  registers_expect("the port was mapped, and the map was released already");
  machine_close();
}

/* A port resource is a range of ports: its accessors need no view of it. */
static void ports_need_no_view(void)
{
  UCHAR bytes[2] = {0, 0};
  machine_open();
  PUCHAR port = (PUCHAR)(uintptr_t)PORT_START;
  PUCHAR last = port + PORT_COUNT - 1;
  WRITE_PORT_UCHAR(port, 0x5A);
  CHECK_EQ(0x5A, VideoPortReadPortUchar(port));
  VideoPortWritePortUlong((PULONG)(last - 3), 0x01020304);
  CHECK_EQ(0x0102, READ_PORT_USHORT((PUSHORT)(last - 1)));
  READ_PORT_BUFFER_UCHAR(last, bytes, 2);
  CHECK_EQ(0x01, bytes[1]);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

static void ports_outside_of_every_resource(void)
{
  machine_open();
  CHECK_EQ(0xFF, READ_PORT_UCHAR((PUCHAR)(uintptr_t)(PORT_START - 1)));
  registers_expect("the port is in no port resource of a started adapter");
  CHECK_EQ(0xFFFF, READ_PORT_USHORT((PUSHORT)(uintptr_t)(PORT_START + PORT_COUNT - 1)));
  registers_expect("the port is in no port resource of a started adapter");
  VideoPortWritePortUchar((PUCHAR)(uintptr_t)UINT64_MAX, 1);
  registers_expect("the port is in no port resource of a started adapter");
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, NULL));
  (void)READ_PORT_UCHAR((PUCHAR)(uintptr_t)PORT_START);
  registers_expect("the port is in no port resource of a started adapter");
  machine_close();
}

/* Beside a view the resource is as free as without one. */
static void ports_beside_a_view(void)
{
  machine_open();
  PUCHAR port = registers_map(PORT_START, 8, TRUE);
  WRITE_PORT_UCHAR(port + 8, 3);
  CHECK_EQ(3, READ_PORT_UCHAR(port + 8));
  CHECK_EQ(0, reports.count);
  (void)READ_PORT_ULONG((PULONG)(port + 6));
  registers_expect("the access begins in a view in I/O space, or ends in one, and is not inside it");
  registers_unmap(port);
  CHECK_EQ(3, READ_PORT_UCHAR(port + 8));
  CHECK_EQ(0, reports.count);
  machine_close();
}

typedef struct {
  HANDLE adapter;
  uint32_t calls;
  uint32_t written;
} registers_device;

/* A device whose every port reads as the sum of what was written. It calls the library, as a device may. */
static void registers_play(dxgmap_register_access *access, void *context)
{
  CHECKS_GO_ON;
  registers_device *device = context;
  device->calls++;
  CHECK_EQ(DXGMAP_RESOURCE_PORTS, access->space);
  CHECK(access->adapter == device->adapter);
  CHECK_EQ(1, machine_live(device->adapter));
  if (access->write != 0) {
    device->written += access->value;
  } else {
    access->value = device->written;
  }
}

static void ports_are_played(void)
{
  registers_device device = {NULL, 0, 0};
  PVOID port = NULL;
  machine_open();
  device.adapter = machine_adapter(registers_play, &device);
  CHECK_OK(DxgkCbMapMemory(device.adapter, physical(PORT_START + PORT_COUNT), 4, TRUE, FALSE, MmNonCached, &port));
  WRITE_PORT_ULONG(port, 40);
  WRITE_PORT_ULONG(port, 2);
  CHECK_EQ(42, READ_PORT_ULONG(port));
  CHECK_EQ(3, device.calls);
  CHECK_OK(DxgkCbUnmapMemory(device.adapter, port));
  CHECK_EQ(0, reports.count);
  machine_close();
}

void registers_tests(void);
void registers_tests(void)
{
  RUN(registers_reach_device_memory);
  RUN(registers_end_with_the_view);
  RUN(registers_are_device_memory_only);
  RUN(ports_are_checked);
  RUN(ports_are_counted);
  RUN(ports_are_played);
  RUN(ports_need_no_view);
  RUN(ports_outside_of_every_resource);
  RUN(ports_beside_a_view);
}
