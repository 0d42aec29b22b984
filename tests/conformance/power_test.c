/* SPDX-License-Identifier: MIT */
/* A device that sleeps, and one that is pulled out: spec/clauses/power.md, remove.md. */
#include <string.h>

#include "expect.h"

static DXGKARGCB_PINFRAMEBUFFERFORSAVE power_pin;
static uint64_t power_at; /* of the pinned page */

static void power_open(void)
{
  machine_open();
  memset(&power_pin, 0, sizeof(power_pin));
  power_pin.CommitSize = PAGE_SIZE;
  CHECK_OK(DxgkCbPinFrameBufferForSave(adapter, &power_pin));
  power_at = MmGetMdlPfnArray(power_pin.pMdl)[0] * (uint64_t)PAGE_SIZE;
}

static void power_close(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  CHECK_OK(DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  machine_close();
}

/* POWER-1, START-21 */
static void power_states_are_four(void)
{
  power_open();
  for (uint32_t state = PowerDeviceD0; state <= PowerDeviceD3; state++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, (DEVICE_POWER_STATE)state));
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, (DEVICE_POWER_STATE)state));
  }
  CHECK_EQ(DXGMAP_CAUSE_BAD_POWER, dxgmap_adapter_power(adapter, PowerDeviceUnspecified));
  CHECK_EQ(DXGMAP_CAUSE_BAD_POWER, dxgmap_adapter_power(adapter, PowerDeviceMaximum));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_power(NULL, PowerDeviceD0));
  power_close();
}

/* What is mapped stays mapped, and is reached again when the device is back. POWER-2, POWER-3. */
static void a_sleeping_device_reaches_nothing(void)
{
  UCHAR byte = 0x21;
  UCHAR seen = 0;
  size_t done = 1;
  power_open();
  CHECK_OK(dxgmap_device_write(adapter, power_at, &byte, 1, NULL));
  for (uint32_t state = PowerDeviceD1; state <= PowerDeviceD3; state++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, (DEVICE_POWER_STATE)state));
    CHECK_CALL(DXGMAP_CAUSE_ASLEEP, DXGMAP_CAUSE_ASLEEP, dxgmap_device_read(adapter, power_at, &seen, 1, &done));
    CHECK_EQ(0, done);
    CHECK_EQ(0, seen);
    CHECK_EQ(DXGMAP_SEVERITY_ERROR, reports.severity);
    CHECK_EQ(DXGMAP_CAUSE_ASLEEP, dxgmap_device_translate(adapter, power_at, NULL));
  }
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, PowerDeviceD0));
  CHECK_OK(dxgmap_device_read(adapter, power_at, &seen, 1, NULL));
  CHECK_EQ(byte, seen);
  power_close();
}

/* The driver saves and restores beside the change of state. POWER-3. */
static void callbacks_work_while_the_device_sleeps(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  power_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, PowerDeviceD3));
  CHECK_OK(DxgkCbMapFrameBufferPointer(adapter, &map));
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, map.pBaseAddress};
  CHECK_OK(DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, PowerDeviceD0));
  power_close();
}

static void power_registers_read_as(uint32_t cause, volatile ULONG *view)
{
  CHECK_CALL(-1, cause, READ_REGISTER_ULONG(view));
  CHECK_CALL(0xFFu, cause, READ_PORT_UCHAR((PUCHAR)(ULONG_PTR)PORT_START));
  reports_forget();
  WRITE_REGISTER_ULONG(view, 0x1234);
  CHECK_EQ(cause, reports.cause);
}

/* POWER-7, REMOVE-5 */
static void registers_of_a_sleeping_or_removed_device_are_ones(void)
{
  PVOID at = NULL;
  power_open();
  CHECK_OK(DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &at));
  volatile ULONG *view = at;
  WRITE_REGISTER_ULONG(view, 0x89ABCDEF);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, PowerDeviceD3));
  power_registers_read_as(DXGMAP_CAUSE_ASLEEP, view);
  CHECK_EQ(DXGMAP_SEVERITY_WARNING, reports.severity);
  CHECK(strstr(reports.text, "POWER-7") != NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(adapter, PowerDeviceD0));
  CHECK_CALL((NTSTATUS)0x89ABCDEF, DXGMAP_CAUSE_NONE, READ_REGISTER_ULONG(view));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(adapter));
  power_registers_read_as(DXGMAP_CAUSE_NONE, view);
  USHORT vendor = 0;
  ULONG read = 0;
  CHECK_OK(dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, &vendor, 0, sizeof(vendor), &read));
  CHECK_EQ(0xFFFF, vendor);
  CHECK_EQ(sizeof(vendor), read);
  CHECK_OK(DxgkCbUnmapMemory(adapter, at));
  CHECK_EQ(0, dxgmap_violations());
  power_close();
}

/* Everything can be given back, nothing more is acquired, and neither is a violation. REMOVE-1, REMOVE-2,
   REMOVE-3. */
static void a_removed_device_is_given_back(void)
{
  UCHAR byte = 0;
  PVOID at = NULL;
  char memory[PAGE_SIZE];
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin2;
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {0, PAGE_SIZE, 0, NULL};
  DXGKARGCB_ALLOCATEPAGESFORMDL pages;
  power_open();
  CHECK_OK(DxgkCbMapFrameBufferPointer(adapter, &pointer));
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  CHECK_OK(DxgkCbMapMdlToIoMmu(adapter, &map));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(adapter));
  CHECK_EQ(DXGMAP_CAUSE_REMOVED, dxgmap_adapter_remove(adapter));
  CHECK_EQ(DXGMAP_CAUSE_REMOVED, dxgmap_adapter_power(adapter, PowerDeviceD0));
  CHECK_CALL(DXGMAP_CAUSE_REMOVED, DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, power_at, &byte, 1, NULL));
  memset(&pin2, 0, sizeof(pin2));
  pin2.PhysicalAdapterIndex = 0;
  pin2.CommitSize = PAGE_SIZE;
  CHECK_CALL(STATUS_DEVICE_REMOVED, DXGMAP_CAUSE_NONE, DxgkCbPinFrameBufferForSave2(adapter, &pin2));
  CHECK_CALL(STATUS_DEVICE_REMOVED, DXGMAP_CAUSE_NONE, DxgkCbMapFrameBufferPointer(adapter, &pointer));
  CHECK_CALL(STATUS_DEVICE_REMOVED, DXGMAP_CAUSE_NONE, DxgkCbMapMdlToIoMmu(adapter, &map));
  memset(&pages, 0, sizeof(pages));
  pages.TotalBytes = PAGE_SIZE;
  pages.HighAddress.QuadPart = INT64_MAX;
  CHECK_CALL(STATUS_DEVICE_REMOVED, DXGMAP_CAUSE_NONE, DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK_CALL(STATUS_DEVICE_REMOVED, DXGMAP_CAUSE_NONE,
             DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &at));
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  reports_forget();
  DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  CHECK_EQ(0, reports.count);
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unpointer = {0, pointer.pBaseAddress};
  CHECK_OK(DxgkCbUnmapFrameBufferPointer(adapter, &unpointer));
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  CHECK_EQ(0, dxgmap_violations());
  power_close();
}

/* What is left at the stop of a removed device leaks as ever; the next start is of another device. REMOVE-1. */
static void what_a_removed_device_leaves_is_a_leak(void)
{
  uint64_t leaks = 0;
  power_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(adapter));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(1, leaks);
  CHECK_EQ(DXGMAP_CAUSE_LEAK, reports.cause);
  HANDLE again = machine_adapter(NULL, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(again, PowerDeviceD0));
  machine_close();
}

void power_tests(void);
void power_tests(void)
{
  RUN(power_states_are_four);
  RUN(a_sleeping_device_reaches_nothing);
  RUN(callbacks_work_while_the_device_sleeps);
  RUN(registers_of_a_sleeping_or_removed_device_are_ones);
  RUN(a_removed_device_is_given_back);
  RUN(what_a_removed_device_leaves_is_a_leak);
}
