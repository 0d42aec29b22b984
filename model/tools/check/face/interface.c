/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "check.h"
#include "ddi/call/call.h"
#include "ddi/callbacks/unmodelled.h"

/* DXGKRNL_INTERFACE. The members without a model are the library's own (model/ddi/callbacks/unmodelled.c), which say
   their names by what follows here. */

bool dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site)
{
  (void)call;
  (void)adapter;
  (void)site;
  dxgmap_check_enter(operation);
  return true;
}

void dxgmap_ddi_detail(dxgmap_ddi_note *note, const char *detail)
{
  (void)note;
  dxgmap_check_unmodelled(detail);
}

NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  (void)call;
  return dxgmap_check_leave(DXGMAP_OPERATION_NOT_MODELLED, cause, NULL);
}

/* Modelled by the library, and not here. */
NTSTATUS DxgkCbReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                               PULONG BytesRead)
{
  (void)DeviceHandle;
  (void)DataType;
  (void)Buffer;
  (void)Offset;
  (void)Length;
  (void)BytesRead;
  dxgmap_check_unmodelled("DxgkCbReadDeviceSpace");
  return STATUS_NOT_SUPPORTED;
}

NTSTATUS DxgkCbWriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                                PULONG BytesWritten)
{
  (void)DeviceHandle;
  (void)DataType;
  (void)Buffer;
  (void)Offset;
  (void)Length;
  (void)BytesWritten;
  dxgmap_check_unmodelled("DxgkCbWriteDeviceSpace");
  return STATUS_NOT_SUPPORTED;
}

NTSTATUS DxgkCbAcquirePostDisplayOwnership(HANDLE DeviceHandle, PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
  (void)DeviceHandle;
  (void)DisplayInfo;
  dxgmap_check_unmodelled("DxgkCbAcquirePostDisplayOwnership");
  return STATUS_NOT_SUPPORTED;
}

static void dxgmap_check_fill_modelled(DXGKRNL_INTERFACE *dxgkrnl)
{
  dxgkrnl->DxgkCbGetDeviceInformation = DxgkCbGetDeviceInformation;
  dxgkrnl->DxgkCbReadDeviceSpace = DxgkCbReadDeviceSpace;
  dxgkrnl->DxgkCbWriteDeviceSpace = DxgkCbWriteDeviceSpace;
  dxgkrnl->DxgkCbAcquirePostDisplayOwnership = DxgkCbAcquirePostDisplayOwnership;
  dxgkrnl->DxgkCbMapMemory = DxgkCbMapMemory;
  dxgkrnl->DxgkCbUnmapMemory = DxgkCbUnmapMemory;
  dxgkrnl->DxgkCbAllocateContiguousMemory = DxgkCbAllocateContiguousMemory;
  dxgkrnl->DxgkCbFreeContiguousMemory = DxgkCbFreeContiguousMemory;
  dxgkrnl->DxgkCbAllocatePagesForMdl = DxgkCbAllocatePagesForMdl;
  dxgkrnl->DxgkCbFreePagesFromMdl = DxgkCbFreePagesFromMdl;
  dxgkrnl->DxgkCbPinFrameBufferForSave = DxgkCbPinFrameBufferForSave;
  dxgkrnl->DxgkCbPinFrameBufferForSave2 = DxgkCbPinFrameBufferForSave2;
  dxgkrnl->DxgkCbUnpinFrameBufferForSave = DxgkCbUnpinFrameBufferForSave;
  dxgkrnl->DxgkCbMapFrameBufferPointer = DxgkCbMapFrameBufferPointer;
  dxgkrnl->DxgkCbUnmapFrameBufferPointer = DxgkCbUnmapFrameBufferPointer;
  dxgkrnl->DxgkCbMapMdlToIoMmu = DxgkCbMapMdlToIoMmu;
  dxgkrnl->DxgkCbUnmapMdlFromIoMmu = DxgkCbUnmapMdlFromIoMmu;
  dxgkrnl->DxgkCbCreatePhysicalMemoryObject = DxgkCbCreatePhysicalMemoryObject;
  dxgkrnl->DxgkCbDestroyPhysicalMemoryObject = DxgkCbDestroyPhysicalMemoryObject;
  dxgkrnl->DxgkCbOpenPhysicalMemoryObject = DxgkCbOpenPhysicalMemoryObject;
  dxgkrnl->DxgkCbClosePhysicalMemoryObject = DxgkCbClosePhysicalMemoryObject;
  dxgkrnl->DxgkCbMapPhysicalMemory = DxgkCbMapPhysicalMemory;
  dxgkrnl->DxgkCbUnmapPhysicalMemory = DxgkCbUnmapPhysicalMemory;
  dxgkrnl->DxgkCbAllocateAdl = DxgkCbAllocateAdl;
  dxgkrnl->DxgkCbFreeAdl = DxgkCbFreeAdl;
}

/* Not the first, which the caller has set; and no more than it has room for. */
void dxgmap_check_fill(DXGKRNL_INTERFACE *dxgkrnl)
{
  const size_t first = offsetof(DXGKRNL_INTERFACE, DxgkCbEvalAcpiMethod);
  DXGKRNL_INTERFACE whole;
  memset(&whole, 0, sizeof(whole));
  dxgmap_ddi_fill_unmodelled(&whole);
  dxgmap_check_fill_modelled(&whole);
  size_t size = dxgkrnl->Size < sizeof(whole) ? dxgkrnl->Size : sizeof(whole);
  memcpy((PUCHAR)dxgkrnl + first, (PUCHAR)&whole + first, size - first);
}
