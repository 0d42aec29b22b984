/* SPDX-License-Identifier: MIT */
#include "ddi/call/operation.h"

#include "dxgmap.h"

static const dxgmap_ddi_operation dxgmap_ddi_operations[] = {
    {DXGMAP_OPERATION_NONE, true, "no operation"},
    {DXGMAP_OPERATION_START, true, "dxgmap_adapter_start"},
    {DXGMAP_OPERATION_ATTACH, true, "dxgmap_adapter_attach"},
    {DXGMAP_OPERATION_EXCLUSIVE_BEGIN, true, "dxgmap_adapter_exclusive_begin"},
    {DXGMAP_OPERATION_EXCLUSIVE_END, true, "dxgmap_adapter_exclusive_end"},
    {DXGMAP_OPERATION_STOP, true, "dxgmap_adapter_stop"},
    {DXGMAP_OPERATION_LIVE, true, "dxgmap_adapter_live"},
    {DXGMAP_OPERATION_PIN, false, "DxgkCbPinFrameBufferForSave"},
    {DXGMAP_OPERATION_PIN2, false, "DxgkCbPinFrameBufferForSave2"},
    {DXGMAP_OPERATION_UNPIN, false, "DxgkCbUnpinFrameBufferForSave"},
    {DXGMAP_OPERATION_MAP_POINTER, false, "DxgkCbMapFrameBufferPointer"},
    {DXGMAP_OPERATION_UNMAP_POINTER, false, "DxgkCbUnmapFrameBufferPointer"},
    {DXGMAP_OPERATION_MAP_MDL, false, "DxgkCbMapMdlToIoMmu"},
    {DXGMAP_OPERATION_UNMAP_MDL, false, "DxgkCbUnmapMdlFromIoMmu"},
    {DXGMAP_OPERATION_ALLOCATE_PAGES, false, "DxgkCbAllocatePagesForMdl"},
    {DXGMAP_OPERATION_FREE_PAGES, false, "DxgkCbFreePagesFromMdl"},
    {DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, false, "DxgkCbAllocateContiguousMemory"},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, false, "DxgkCbFreeContiguousMemory"},
    {DXGMAP_OPERATION_MAP_VIEW, false, "DxgkCbMapMemory"},
    {DXGMAP_OPERATION_UNMAP_VIEW, false, "DxgkCbUnmapMemory"},
    {DXGMAP_OPERATION_VIDEO_MAP, false, "VideoPortMapMemory"},
    {DXGMAP_OPERATION_VIDEO_UNMAP, false, "VideoPortUnmapMemory"},
    {DXGMAP_OPERATION_VIDEO_REQUEST, false, "HwVidStartIO"},
    {DXGMAP_OPERATION_DEVICE_INFORMATION, false, "DxgkCbGetDeviceInformation"},
    {DXGMAP_OPERATION_NOT_MODELLED, false, "a member of DXGKRNL_INTERFACE"},
    {DXGMAP_OPERATION_DEVICE_ACCESS, false, "access of the device"},
    {DXGMAP_OPERATION_CPU_ACCESS, false, "access of the CPU"},
    {DXGMAP_OPERATION_PORT_ACCESS, false, "port accessor"},
    {DXGMAP_OPERATION_REGISTER_ACCESS, false, "register accessor"},
    {DXGMAP_OPERATION_ALLOCATE_MDL, false, "IoAllocateMdl"},
    {DXGMAP_OPERATION_FREE_MDL, false, "IoFreeMdl"},
    {DXGMAP_OPERATION_LOCK_MDL, false, "MmProbeAndLockPages"},
    {DXGMAP_OPERATION_UNLOCK_MDL, false, "MmUnlockPages"},
    {DXGMAP_OPERATION_BUILD_MDL, false, "MmBuildMdlForNonPagedPool"},
    {DXGMAP_OPERATION_MAP_LOCKED, false, "MmMapLockedPagesSpecifyCache"},
    {DXGMAP_OPERATION_UNMAP_LOCKED, false, "MmUnmapLockedPages"},
    {DXGMAP_OPERATION_RAISE_IRQL, false, "KeRaiseIrql"},
    {DXGMAP_OPERATION_LOWER_IRQL, false, "KeLowerIrql"},
    {DXGMAP_OPERATION_CREATE_OBJECT, false, "DxgkCbCreatePhysicalMemoryObject"},
    {DXGMAP_OPERATION_DESTROY_OBJECT, false, "DxgkCbDestroyPhysicalMemoryObject"},
    {DXGMAP_OPERATION_OPEN_OBJECT, false, "DxgkCbOpenPhysicalMemoryObject"},
    {DXGMAP_OPERATION_CLOSE_OBJECT, false, "DxgkCbClosePhysicalMemoryObject"},
    {DXGMAP_OPERATION_MAP_OBJECT, false, "DxgkCbMapPhysicalMemory"},
    {DXGMAP_OPERATION_UNMAP_OBJECT, false, "DxgkCbUnmapPhysicalMemory"},
    {DXGMAP_OPERATION_ALLOCATE_ADL, false, "DxgkCbAllocateAdl"},
    {DXGMAP_OPERATION_FREE_ADL, false, "DxgkCbFreeAdl"},
    {DXGMAP_OPERATION_CLOSE, true, "dxgmap_close"},
    {DXGMAP_OPERATION_MEMORY_GONE, true, "dxgmap_memory_gone"},
    {DXGMAP_OPERATION_ALLOCATE_POOL, false, "ExAllocatePool"},
    {DXGMAP_OPERATION_FREE_POOL, false, "ExFreePool"},
    {DXGMAP_OPERATION_INTERFACE, true, "dxgmap_adapter_interface"},
    {DXGMAP_OPERATION_ACQUIRE_LOCK, false, "acquisition of a spin lock or fast mutex"},
    {DXGMAP_OPERATION_RELEASE_LOCK, false, "release of a spin lock or fast mutex"},
    {DXGMAP_OPERATION_WAIT, false, "KeWaitForSingleObject"},
    {DXGMAP_OPERATION_GET_DEVICE_BASE, false, "VideoPortGetDeviceBase"},
    {DXGMAP_OPERATION_FREE_DEVICE_BASE, false, "VideoPortFreeDeviceBase"},
    {DXGMAP_OPERATION_MAP_IO_SPACE, false, "MmMapIoSpace"},
    {DXGMAP_OPERATION_UNMAP_IO_SPACE, false, "MmUnmapIoSpace"},
    {DXGMAP_OPERATION_READ_SPACE, false, "DxgkCbReadDeviceSpace"},
    {DXGMAP_OPERATION_WRITE_SPACE, false, "DxgkCbWriteDeviceSpace"},
    {DXGMAP_OPERATION_GET_BUS_DATA, false, "VideoPortGetBusData"},
    {DXGMAP_OPERATION_SET_BUS_DATA, false, "VideoPortSetBusData"},
    {DXGMAP_OPERATION_POST_DISPLAY, false, "DxgkCbAcquirePostDisplayOwnership"},
    {DXGMAP_OPERATION_PHYSICAL_ADDRESS, false, "MmGetPhysicalAddress"},
    {DXGMAP_OPERATION_SET_REGISTRY, false, "VideoPortSetRegistryParameters"},
    {DXGMAP_OPERATION_GET_REGISTRY, false, "VideoPortGetRegistryParameters"},
    {DXGMAP_OPERATION_LINK, true, "dxgmap_adapter_link"},
    {DXGMAP_OPERATION_POWER, true, "dxgmap_adapter_power"},
    {DXGMAP_OPERATION_REMOVE, true, "dxgmap_adapter_remove"},
    {DXGMAP_OPERATION_PROCESS_END, true, "dxgmap_process_end"},
    {DXGMAP_OPERATION_SYSTEM_MAP, true, "dxgmap_system_map"},
    {DXGMAP_OPERATION_SYSTEM_UNMAP, true, "dxgmap_system_unmap"},
    {DXGMAP_OPERATION_SET_EVENT, false, "KeSetEvent"},
    {DXGMAP_OPERATION_RESET_EVENT, false, "KeResetEvent"},
    {DXGMAP_OPERATION_DEBUG_PRINT, false, "DbgPrint"},
    {DXGMAP_OPERATION_OPEN, true, "dxgmap_open"},
    {DXGMAP_OPERATION_OBJECT_LIVE, true, "dxgmap_object_live"},
    {DXGMAP_OPERATION_TRANSLATE, true, "dxgmap_device_translate"},
    {DXGMAP_OPERATION_VIDEO_ATTACH, true, "dxgmap_video_attach"},
    {DXGMAP_OPERATION_VIDEO_SEND, true, "dxgmap_video_send"},
    {DXGMAP_OPERATION_FAIL, true, "dxgmap_fail"},
    {DXGMAP_OPERATION_LAST_FAILURE, true, "dxgmap_last_failure"},
};

_Static_assert(sizeof(dxgmap_ddi_operations) / sizeof(dxgmap_ddi_operations[0]) == DXGMAP_OPERATIONS,
               "an operation has no row");

const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation)
{
  return &dxgmap_ddi_operations[operation < DXGMAP_OPERATIONS ? operation : (uint32_t)DXGMAP_OPERATION_NONE];
}

bool dxgmap_ddi_operation_touches(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_PIN:
  case DXGMAP_OPERATION_PIN2:
  case DXGMAP_OPERATION_UNPIN:
  case DXGMAP_OPERATION_MAP_POINTER:
  case DXGMAP_OPERATION_UNMAP_POINTER:
  case DXGMAP_OPERATION_MAP_MDL:
  case DXGMAP_OPERATION_UNMAP_MDL:
  case DXGMAP_OPERATION_ALLOCATE_PAGES:
  case DXGMAP_OPERATION_FREE_PAGES:
  case DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS:
  case DXGMAP_OPERATION_FREE_CONTIGUOUS:
  case DXGMAP_OPERATION_CREATE_OBJECT:
  case DXGMAP_OPERATION_DESTROY_OBJECT:
  case DXGMAP_OPERATION_OPEN_OBJECT:
  case DXGMAP_OPERATION_CLOSE_OBJECT:
  case DXGMAP_OPERATION_ALLOCATE_ADL:
  case DXGMAP_OPERATION_FREE_ADL:
    return true;
  default:
    return false;
  }
}

/* Of the state these steps write adapter[k] alone, k being the place of the adapter that is named, or of the adapter
   object; and read adapter[k], and no more. */
bool dxgmap_ddi_operation_alone(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_MAP_MDL:      /* dxgmap_map_pages_admit, dxgmap_op_map_pages */
  case DXGMAP_OPERATION_UNMAP_MDL:    /* dxgmap_op_unmap_pages */
  case DXGMAP_OPERATION_ALLOCATE_ADL: /* dxgmap_adl_admit, dxgmap_op_allocate_adl, dxgmap_base_page */
  case DXGMAP_OPERATION_FREE_ADL:     /* dxgmap_adapter_object_gate, dxgmap_op_free_adl */
    return true;
  default:
    return false;
  }
}

uint32_t dxgmap_ddi_operation_answers(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_VIDEO_MAP:
  case DXGMAP_OPERATION_VIDEO_UNMAP:
  case DXGMAP_OPERATION_SET_REGISTRY:
  case DXGMAP_OPERATION_GET_REGISTRY:
    return DXGMAP_DDI_ANSWERS_VIDEO;
  case DXGMAP_OPERATION_UNMAP_MDL:
  case DXGMAP_OPERATION_DESTROY_OBJECT:
  case DXGMAP_OPERATION_CLOSE_OBJECT:
  case DXGMAP_OPERATION_UNMAP_OBJECT:
  case DXGMAP_OPERATION_FREE_ADL:
  case DXGMAP_OPERATION_DEVICE_ACCESS:
  case DXGMAP_OPERATION_CPU_ACCESS:
  case DXGMAP_OPERATION_PORT_ACCESS:
  case DXGMAP_OPERATION_REGISTER_ACCESS:
  case DXGMAP_OPERATION_ALLOCATE_MDL:
  case DXGMAP_OPERATION_FREE_MDL:
  case DXGMAP_OPERATION_LOCK_MDL:
  case DXGMAP_OPERATION_UNLOCK_MDL:
  case DXGMAP_OPERATION_BUILD_MDL:
  case DXGMAP_OPERATION_MAP_LOCKED:
  case DXGMAP_OPERATION_UNMAP_LOCKED:
  case DXGMAP_OPERATION_RAISE_IRQL:
  case DXGMAP_OPERATION_LOWER_IRQL:
  case DXGMAP_OPERATION_GET_DEVICE_BASE:
  case DXGMAP_OPERATION_FREE_DEVICE_BASE:
  case DXGMAP_OPERATION_ACQUIRE_LOCK:
  case DXGMAP_OPERATION_RELEASE_LOCK:
  case DXGMAP_OPERATION_ALLOCATE_POOL:
  case DXGMAP_OPERATION_FREE_POOL:
  case DXGMAP_OPERATION_MAP_IO_SPACE:
  case DXGMAP_OPERATION_UNMAP_IO_SPACE:
  case DXGMAP_OPERATION_GET_BUS_DATA:
  case DXGMAP_OPERATION_SET_BUS_DATA:
  case DXGMAP_OPERATION_SET_EVENT:
  case DXGMAP_OPERATION_RESET_EVENT:
    return DXGMAP_DDI_ANSWERS_OTHERWISE;
  default:
    return dxgmap_ddi_operation_row(operation)->harness ? DXGMAP_DDI_ANSWERS_OTHERWISE : DXGMAP_DDI_ANSWERS_STATUS;
  }
}
