/* SPDX-License-Identifier: MIT */
#include "drivers.h"

#include <string.h>

HANDLE tour_adapter;
HANDLE tour_other;
HANDLE tour_linked;

static _Alignas(PAGE_SIZE) UCHAR driver_memory[2 * PAGE_SIZE];
static volatile UCHAR driver_sink; /* what a driver reads goes here, so that the read is not optimised away */

static PMDL driver_pin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  (void)DxgkCbPinFrameBufferForSave(tour_adapter, &pin);
  return pin.pMdl;
}

static void driver_unpin(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  (void)DxgkCbUnpinFrameBufferForSave(tour_adapter, &unpin);
}

static DXGKARGCB_MAPFRAMEBUFFERPOINTER driver_map_pointer(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  (void)DxgkCbMapFrameBufferPointer(tour_adapter, &map);
  return map;
}

static void driver_unmap_pointer(PVOID base)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap;
  memset(&unmap, 0, sizeof(unmap));
  unmap.pBaseAddress = base;
  (void)DxgkCbUnmapFrameBufferPointer(tour_adapter, &unmap);
}

static PMDL driver_lock(void)
{
  PMDL mdl = IoAllocateMdl(driver_memory, sizeof(driver_memory), FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  return mdl;
}

static HANDLE driver_map_mdl(PMDL mdl)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  (void)DxgkCbMapMdlToIoMmu(tour_adapter, &map);
  return map.hMemoryHandle;
}

static void driver_unmap_mdl(HANDLE adapter, HANDLE handle)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {handle};
  DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
}

static void driver_unlock(PMDL mdl)
{
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

static PUCHAR driver_map_registers(void)
{
  PHYSICAL_ADDRESS start;
  PVOID address = NULL;
  start.QuadPart = REGISTERS;
  (void)DxgkCbMapMemory(tour_adapter, start, PAGE_SIZE, FALSE, FALSE, MmNonCached, &address);
  return address;
}

void bad_driver_leaks(void)
{
  (void)driver_map_pointer(); /* and never unmaps it */
}

void bad_driver_unmaps_twice(void)
{
  PMDL mdl = driver_lock();
  HANDLE handle = driver_map_mdl(mdl);
  driver_unmap_mdl(tour_adapter, handle);
  driver_unmap_mdl(tour_adapter, handle);
  driver_unlock(mdl);
}

void bad_driver_unmaps_nothing(void)
{
  driver_unmap_pointer(driver_memory);
}

void bad_driver_reads_an_unmapped_pointer(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = driver_map_pointer();
  volatile UCHAR *data = (volatile UCHAR *)map.pBaseAddress + map.Offset;
  driver_unmap_pointer(map.pBaseAddress);
  driver_sink = *data;
}

void bad_driver_leaves_its_device_an_unmapped_page(void)
{
  UCHAR byte = 0;
  PFN_NUMBER page = MmGetMdlPfnArray(driver_pin())[0];
  driver_unpin();
  (void)dxgmap_device_read(tour_adapter, page * PAGE_SIZE, &byte, 1, NULL);
}

void bad_driver_changes_a_mapped_mdl(void)
{
  PMDL mdl = driver_lock();
  HANDLE handle = driver_map_mdl(mdl);
  MmGetMdlPfnArray(mdl)[1] = MmGetMdlPfnArray(mdl)[0];
  driver_unmap_mdl(tour_adapter, handle);
  driver_unlock(mdl);
}

void bad_driver_frees_a_mapped_mdl(void)
{
  PMDL mdl = driver_lock();
  HANDLE handle = driver_map_mdl(mdl);
  driver_unlock(mdl);
  driver_unmap_mdl(tour_adapter, handle);
}

void bad_driver_pins_twice(void)
{
  (void)driver_pin();
  (void)driver_pin();
  driver_unpin();
}

void bad_driver_unpins_what_is_not_pinned(void)
{
  driver_unpin();
}

void bad_driver_unmaps_by_an_interior_address(void)
{
  PUCHAR registers = driver_map_registers();
  (void)DxgkCbUnmapMemory(tour_adapter, registers + 0x40);
  (void)DxgkCbUnmapMemory(tour_adapter, registers);
}

void bad_driver_uses_another_adapters_handle(void)
{
  PMDL mdl = driver_lock();
  HANDLE handle = driver_map_mdl(mdl);
  driver_unmap_mdl(tour_other, handle);
  driver_unmap_mdl(tour_adapter, handle);
  driver_unlock(mdl);
}

void bad_driver_keeps_its_device_busy(void)
{
  UCHAR byte = 0;
  PFN_NUMBER page = MmGetMdlPfnArray(driver_pin())[0];
  (void)dxgmap_adapter_exclusive_begin(tour_adapter);
  (void)dxgmap_device_read(tour_adapter, page * PAGE_SIZE, &byte, 1, NULL);
  (void)dxgmap_adapter_exclusive_end(tour_adapter);
  driver_unpin();
}

void bad_driver_calls_at_dispatch_level(void)
{
  KIRQL old = PASSIVE_LEVEL;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  (void)driver_pin();
  KeLowerIrql(old);
}

void bad_driver_pins_by_a_linked_handle(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {1, SAVE_BYTES, NULL};
  (void)DxgkCbPinFrameBufferForSave(tour_linked, &pin); /* its frame buffer, but the pin takes the lead's handle */
}

void bad_driver_lets_its_device_write_in_d3(void)
{
  UCHAR byte = 0x5A;
  PMDL mdl = driver_pin();
  (void)dxgmap_adapter_power(tour_adapter, PowerDeviceD3);
  (void)dxgmap_device_write(tour_adapter, MmGetMdlPfnArray(mdl)[0] * PAGE_SIZE, &byte, 1, NULL);
  (void)dxgmap_adapter_power(tour_adapter, PowerDeviceD0);
  driver_unpin();
}
