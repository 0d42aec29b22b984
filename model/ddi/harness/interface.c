/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/callbacks/unmodelled.h"
#include "ddi/machine/system.h"
#include "host/host.h"

/* DXGKRNL_INTERFACE, as much of it as the caller has. */

_Static_assert(sizeof(DXGKRNL_INTERFACE) == 0x240, "the library knows every member that it may have to fill");

/* How long the structure is in each version of the interface. */
static const struct {
  ULONG version;
  ULONG size;
} dxgmap_ddi_interface_sizes[] = {
    {DXGKDDI_INTERFACE_VERSION_VISTA, 0xb8},    {DXGKDDI_INTERFACE_VERSION_WIN8, 0x100},
    {DXGKDDI_INTERFACE_VERSION_WDDM1_3, 0x108}, {DXGKDDI_INTERFACE_VERSION_WDDM2_0, 0x138},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_1, 0x148}, {DXGKDDI_INTERFACE_VERSION_WDDM2_2, 0x168},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_3, 0x170}, {DXGKDDI_INTERFACE_VERSION_WDDM2_4, 0x1c8},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_5, 0x1d0}, {DXGKDDI_INTERFACE_VERSION_WDDM2_6, 0x1e0},
    {DXGKDDI_INTERFACE_VERSION_WDDM2_8, 0x1e8}, {DXGKDDI_INTERFACE_VERSION_WDDM2_9, 0x238},
    {DXGKDDI_INTERFACE_VERSION_WDDM3_1, 0x240},
};

/* Versions that have not brought a member. */
static const ULONG dxgmap_ddi_interface_versions[] = {DXGKDDI_INTERFACE_VERSION_VISTA_SP1,
                                                      DXGKDDI_INTERFACE_VERSION_WIN7,
                                                      DXGKDDI_INTERFACE_VERSION_WDDM2_7,
                                                      DXGKDDI_INTERFACE_VERSION_WDDM3_0,
                                                      0x4003 /* 1.3, rotation */,
                                                      0x6010 /* 2.1.5 */,
                                                      0x6011 /* 2.1.6 */,
                                                      0x11007 /* 3.2 */};

static bool dxgmap_ddi_interface_known(ULONG version)
{
  bool known = false;
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_interface_versions); i++) {
    known = known || dxgmap_ddi_interface_versions[i] == version;
  }
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_interface_sizes); i++) {
    known = known || dxgmap_ddi_interface_sizes[i].version == version;
  }
  return known;
}

static bool dxgmap_ddi_interface_fits(ULONG size)
{
  bool fits = false;
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_interface_sizes); i++) {
    fits = fits || dxgmap_ddi_interface_sizes[i].size == size;
  }
  return fits;
}

static size_t dxgmap_ddi_interface_size(ULONG version)
{
  if (!dxgmap_ddi_interface_known(version)) {
    return 0;
  }
  size_t size = 0;
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_interface_sizes); i++) {
    size = dxgmap_ddi_interface_sizes[i].version <= version ? dxgmap_ddi_interface_sizes[i].size : size;
  }
  return size;
}

static void dxgmap_ddi_fill_modelled(DXGKRNL_INTERFACE *dxgkrnl)
{
  dxgkrnl->DxgkCbGetDeviceInformation = DxgkCbGetDeviceInformation;
  dxgkrnl->DxgkCbMapMemory = DxgkCbMapMemory;
  dxgkrnl->DxgkCbReadDeviceSpace = DxgkCbReadDeviceSpace;
  dxgkrnl->DxgkCbWriteDeviceSpace = DxgkCbWriteDeviceSpace;
  dxgkrnl->DxgkCbAcquirePostDisplayOwnership = DxgkCbAcquirePostDisplayOwnership;
  dxgkrnl->DxgkCbUnmapMemory = DxgkCbUnmapMemory;
  dxgkrnl->DxgkCbAllocateContiguousMemory = DxgkCbAllocateContiguousMemory;
  dxgkrnl->DxgkCbFreeContiguousMemory = DxgkCbFreeContiguousMemory;
  dxgkrnl->DxgkCbAllocatePagesForMdl = DxgkCbAllocatePagesForMdl;
  dxgkrnl->DxgkCbFreePagesFromMdl = DxgkCbFreePagesFromMdl;
  dxgkrnl->DxgkCbPinFrameBufferForSave = DxgkCbPinFrameBufferForSave;
  dxgkrnl->DxgkCbUnpinFrameBufferForSave = DxgkCbUnpinFrameBufferForSave;
  dxgkrnl->DxgkCbMapFrameBufferPointer = DxgkCbMapFrameBufferPointer;
  dxgkrnl->DxgkCbUnmapFrameBufferPointer = DxgkCbUnmapFrameBufferPointer;
  dxgkrnl->DxgkCbMapMdlToIoMmu = DxgkCbMapMdlToIoMmu;
  dxgkrnl->DxgkCbUnmapMdlFromIoMmu = DxgkCbUnmapMdlFromIoMmu;
  dxgkrnl->DxgkCbCreatePhysicalMemoryObject = DxgkCbCreatePhysicalMemoryObject;
  dxgkrnl->DxgkCbDestroyPhysicalMemoryObject = DxgkCbDestroyPhysicalMemoryObject;
  dxgkrnl->DxgkCbMapPhysicalMemory = DxgkCbMapPhysicalMemory;
  dxgkrnl->DxgkCbUnmapPhysicalMemory = DxgkCbUnmapPhysicalMemory;
  dxgkrnl->DxgkCbAllocateAdl = DxgkCbAllocateAdl;
  dxgkrnl->DxgkCbFreeAdl = DxgkCbFreeAdl;
  dxgkrnl->DxgkCbOpenPhysicalMemoryObject = DxgkCbOpenPhysicalMemoryObject;
  dxgkrnl->DxgkCbClosePhysicalMemoryObject = DxgkCbClosePhysicalMemoryObject;
  dxgkrnl->DxgkCbPinFrameBufferForSave2 = DxgkCbPinFrameBufferForSave2;
}

/* What is not to be filled is reported too: a driver that was built with another header is most likely behind it. */
static uint32_t dxgmap_ddi_interface_refuse(dxgmap_ddi_call *call, const DXGKRNL_INTERFACE *dxgkrnl)
{
  dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_BAD_ARGUMENT, 0);
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, "Size is ");
  dxgmap_host_text_hex(&text, dxgkrnl->Size, 1);
  dxgmap_host_text_put(&text, ", Version ");
  dxgmap_host_text_hex(&text, dxgkrnl->Version, 1);
  dxgmap_host_text_put(&text,
                       dxgmap_ddi_interface_known(dxgkrnl->Version) ? "; sizes known:" : ", unknown; sizes known:");
  for (size_t i = 0; i < RTL_NUMBER_OF(dxgmap_ddi_interface_sizes); i++) {
    dxgmap_host_text_put(&text, " ");
    dxgmap_host_text_hex(&text, dxgmap_ddi_interface_sizes[i].size, 1);
  }
  dxgmap_host_text_flush(&text);
  return DXGMAP_CAUSE_BAD_ARGUMENT;
}

static uint32_t dxgmap_ddi_interface(dxgmap_ddi_call *call, DXGKRNL_INTERFACE *dxgkrnl)
{
  const size_t head = offsetof(DXGKRNL_INTERFACE, DeviceHandle);
  if (!dxgmap_ddi_argument_in(call, "dxgkrnl", dxgkrnl, head)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  size_t size = dxgmap_ddi_interface_size(dxgkrnl->Version);
  if (size == 0 || !dxgmap_ddi_interface_fits(dxgkrnl->Size)) {
    return dxgmap_ddi_interface_refuse(call, dxgkrnl);
  }
  size = dxgkrnl->Size < size ? dxgkrnl->Size : size;
  if (!dxgmap_ddi_argument_out(call, "dxgkrnl", dxgkrnl, size)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (dxgmap_ddi_adapter_of(call->adapter) == NULL) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  DXGKRNL_INTERFACE whole;
  memset(&whole, 0, sizeof(whole));
  dxgmap_ddi_fill_unmodelled(&whole);
  dxgmap_ddi_fill_modelled(&whole);
  whole.DeviceHandle = (HANDLE)(uintptr_t)call->adapter;
  size_t members = (size - head) / sizeof(PVOID) * sizeof(PVOID);
  memcpy((PUCHAR)dxgkrnl + head, (PUCHAR)&whole + head, members);
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_adapter_interface(HANDLE adapter, DXGKRNL_INTERFACE *dxgkrnl)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_INTERFACE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_interface(&call, dxgkrnl);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
