/* SPDX-License-Identifier: MIT */
#include "ddi/call/operation.h"

#include "dxgmap.h"

static const dxgmap_ddi_operation dxgmap_ddi_operations[] = {
    {DXGMAP_OPERATION_NONE, 1, "no operation"},
    {DXGMAP_OPERATION_START, 1, "dxgmap_adapter_start"},
    {DXGMAP_OPERATION_ATTACH, 1, "dxgmap_adapter_attach"},
    {DXGMAP_OPERATION_EXCLUSIVE_BEGIN, 1, "dxgmap_adapter_exclusive_begin"},
    {DXGMAP_OPERATION_EXCLUSIVE_END, 1, "dxgmap_adapter_exclusive_end"},
    {DXGMAP_OPERATION_STOP, 1, "dxgmap_adapter_stop"},
    {DXGMAP_OPERATION_LIVE, 1, "dxgmap_adapter_live"},
    {DXGMAP_OPERATION_PIN, 0, "DxgkCbPinFrameBufferForSave"},
    {DXGMAP_OPERATION_PIN2, 0, "DxgkCbPinFrameBufferForSave2"},
    {DXGMAP_OPERATION_UNPIN, 0, "DxgkCbUnpinFrameBufferForSave"},
    {DXGMAP_OPERATION_MAP_POINTER, 0, "DxgkCbMapFrameBufferPointer"},
    {DXGMAP_OPERATION_UNMAP_POINTER, 0, "DxgkCbUnmapFrameBufferPointer"},
    {DXGMAP_OPERATION_MAP_MDL, 0, "DxgkCbMapMdlToIoMmu"},
    {DXGMAP_OPERATION_UNMAP_MDL, 0, "DxgkCbUnmapMdlFromIoMmu"},
    {DXGMAP_OPERATION_ALLOCATE_PAGES, 0, "DxgkCbAllocatePagesForMdl"},
    {DXGMAP_OPERATION_FREE_PAGES, 0, "DxgkCbFreePagesFromMdl"},
    {DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, 0, "DxgkCbAllocateContiguousMemory"},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, 0, "DxgkCbFreeContiguousMemory"},
    {DXGMAP_OPERATION_MAP_VIEW, 0, "DxgkCbMapMemory"},
    {DXGMAP_OPERATION_UNMAP_VIEW, 0, "DxgkCbUnmapMemory"},
    {DXGMAP_OPERATION_VIDEO_MAP, 0, "VideoPortMapMemory"},
    {DXGMAP_OPERATION_VIDEO_UNMAP, 0, "VideoPortUnmapMemory"},
    {DXGMAP_OPERATION_VIDEO_REQUEST, 0, "HwVidStartIO"},
    {DXGMAP_OPERATION_DEVICE_INFORMATION, 0, "DxgkCbGetDeviceInformation"},
    {DXGMAP_OPERATION_NOT_MODELLED, 0, "a member of DXGKRNL_INTERFACE"},
    {DXGMAP_OPERATION_DEVICE_ACCESS, 0, "access of the device"},
    {DXGMAP_OPERATION_CPU_ACCESS, 0, "access of the CPU"},
    {DXGMAP_OPERATION_PORT_ACCESS, 0, "port accessor"},
    {DXGMAP_OPERATION_REGISTER_ACCESS, 0, "register accessor"},
    {DXGMAP_OPERATION_ALLOCATE_MDL, 0, "IoAllocateMdl"},
    {DXGMAP_OPERATION_FREE_MDL, 0, "IoFreeMdl"},
    {DXGMAP_OPERATION_LOCK_MDL, 0, "MmProbeAndLockPages"},
    {DXGMAP_OPERATION_UNLOCK_MDL, 0, "MmUnlockPages"},
    {DXGMAP_OPERATION_BUILD_MDL, 0, "MmBuildMdlForNonPagedPool"},
    {DXGMAP_OPERATION_MAP_LOCKED, 0, "MmMapLockedPagesSpecifyCache"},
    {DXGMAP_OPERATION_UNMAP_LOCKED, 0, "MmUnmapLockedPages"},
    {DXGMAP_OPERATION_RAISE_IRQL, 0, "KeRaiseIrql"},
    {DXGMAP_OPERATION_LOWER_IRQL, 0, "KeLowerIrql"},
    {DXGMAP_OPERATION_CREATE_OBJECT, 0, "DxgkCbCreatePhysicalMemoryObject"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, 0, "DxgkCbDestroyPhysicalMemoryObject"},
    {DXGMAP_OPERATION_OPEN_OBJECT, 0, "DxgkCbOpenPhysicalMemoryObject"},
    {DXGMAP_OPERATION_CLOSE_OBJECT, 0, "DxgkCbClosePhysicalMemoryObject"},
    {DXGMAP_OPERATION_MAP_OBJECT, 0, "DxgkCbMapPhysicalMemory"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, 0, "DxgkCbUnmapPhysicalMemory"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, 0, "DxgkCbAllocateAdl"},
    {DXGMAP_OPERATION_FREE_ADL, 0, "DxgkCbFreeAdl"},
    {DXGMAP_OPERATION_CLOSE, 1, "dxgmap_close"},
};

_Static_assert(sizeof(dxgmap_ddi_operations) / sizeof(dxgmap_ddi_operations[0]) == DXGMAP_OPERATIONS,
               "an operation has no row");

const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation)
{
  return &dxgmap_ddi_operations[operation < DXGMAP_OPERATIONS ? operation : (uint32_t)DXGMAP_OPERATION_NONE];
}
