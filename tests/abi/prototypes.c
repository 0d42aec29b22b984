/* SPDX-License-Identifier: MIT */
/* Each callback type and each function against the prototype that its page gives, written out. A type that differs does
   not compile. */

#include "dispmprt.h"
#include "dxgmap_dxgkcb.h"
#include "video.h"

DXGMAP_EXTERN_C_BEGIN

NTSTATUS pin(const HANDLE, DXGKARGCB_PINFRAMEBUFFERFORSAVE *);
NTSTATUS pin2(const HANDLE, DXGKARGCB_PINFRAMEBUFFERFORSAVE2 *);
NTSTATUS unpin(const HANDLE, const DXGKARGCB_UNPINFRAMEBUFFERFORSAVE *);
NTSTATUS map_pointer(const HANDLE, DXGKARGCB_MAPFRAMEBUFFERPOINTER *);
NTSTATUS unmap_pointer(const HANDLE, const DXGKARGCB_UNMAPFRAMEBUFFERPOINTER *);
NTSTATUS map_mdl(const HANDLE, DXGKARGCB_MAPMDLTOIOMMU *);
void unmap_mdl(const HANDLE, const DXGKARGCB_UNMAPMDLFROMIOMMU *);
NTSTATUS allocate_pages(const HANDLE, DXGKARGCB_ALLOCATEPAGESFORMDL *);
NTSTATUS free_pages(const HANDLE, const DXGKARGCB_FREEPAGESFROMMDL *);
NTSTATUS allocate_contiguous(const HANDLE, DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *);
NTSTATUS free_contiguous(const HANDLE, const DXGKARGCB_FREECONTIGUOUSMEMORY *);
NTSTATUS create_object(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *);
void destroy_object(const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT *);
NTSTATUS open_object(DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT *);
void close_object(const DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT *);
NTSTATUS map_object(DXGKARGCB_MAP_PHYSICAL_MEMORY *);
void unmap_object(const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *);
NTSTATUS allocate_adl(DXGKARGCB_ALLOCATE_ADL *);
void free_adl(const DXGKARGCB_FREE_ADL *);
NTSTATUS map_memory(HANDLE, PHYSICAL_ADDRESS, ULONG, BOOLEAN, BOOLEAN, MEMORY_CACHING_TYPE, PVOID *);
NTSTATUS unmap_memory(HANDLE, PVOID);
NTSTATUS get_device_information(HANDLE, DXGK_DEVICE_INFO *);

/* A second declaration must agree with the first. */
VP_STATUS VideoPortMapMemory(PVOID, PHYSICAL_ADDRESS, ULONG *, ULONG *, PVOID *);
VP_STATUS VideoPortUnmapMemory(PVOID, PVOID, HANDLE);
PMDL IoAllocateMdl(PVOID, ULONG, BOOLEAN, BOOLEAN, PIRP);
void IoFreeMdl(PMDL);
void MmProbeAndLockPages(PMDL, KPROCESSOR_MODE, LOCK_OPERATION);
void MmUnlockPages(PMDL);
void MmBuildMdlForNonPagedPool(PMDL);
void KeRaiseIrql(KIRQL, KIRQL *);
void KeLowerIrql(KIRQL);
KIRQL KeGetCurrentIrql(void);

DXGMAP_EXTERN_C_END

void fill(DXGKRNL_INTERFACE *callbacks);

void fill(DXGKRNL_INTERFACE *callbacks)
{
  callbacks->DxgkCbGetDeviceInformation = get_device_information;
  callbacks->DxgkCbMapMemory = map_memory;
  callbacks->DxgkCbUnmapMemory = unmap_memory;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_4
  callbacks->DxgkCbPinFrameBufferForSave = pin;
  callbacks->DxgkCbUnpinFrameBufferForSave = unpin;
  callbacks->DxgkCbMapFrameBufferPointer = map_pointer;
  callbacks->DxgkCbUnmapFrameBufferPointer = unmap_pointer;
  callbacks->DxgkCbMapMdlToIoMmu = map_mdl;
  callbacks->DxgkCbUnmapMdlFromIoMmu = unmap_mdl;
  callbacks->DxgkCbAllocatePagesForMdl = allocate_pages;
  callbacks->DxgkCbFreePagesFromMdl = free_pages;
  callbacks->DxgkCbAllocateContiguousMemory = allocate_contiguous;
  callbacks->DxgkCbFreeContiguousMemory = free_contiguous;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_9
  callbacks->DxgkCbPinFrameBufferForSave2 = pin2;
  callbacks->DxgkCbCreatePhysicalMemoryObject = create_object;
  callbacks->DxgkCbDestroyPhysicalMemoryObject = destroy_object;
  callbacks->DxgkCbOpenPhysicalMemoryObject = open_object;
  callbacks->DxgkCbClosePhysicalMemoryObject = close_object;
  callbacks->DxgkCbMapPhysicalMemory = map_object;
  callbacks->DxgkCbUnmapPhysicalMemory = unmap_object;
  callbacks->DxgkCbAllocateAdl = allocate_adl;
  callbacks->DxgkCbFreeAdl = free_adl;
#endif
}

/* The functions of the library are what the members point to. */
void fill_by_name(DXGKRNL_INTERFACE *callbacks);

void fill_by_name(DXGKRNL_INTERFACE *callbacks)
{
  callbacks->DxgkCbGetDeviceInformation = DxgkCbGetDeviceInformation;
  callbacks->DxgkCbMapMemory = DxgkCbMapMemory;
  callbacks->DxgkCbUnmapMemory = DxgkCbUnmapMemory;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_4
  callbacks->DxgkCbPinFrameBufferForSave = DxgkCbPinFrameBufferForSave;
  callbacks->DxgkCbUnpinFrameBufferForSave = DxgkCbUnpinFrameBufferForSave;
  callbacks->DxgkCbMapFrameBufferPointer = DxgkCbMapFrameBufferPointer;
  callbacks->DxgkCbUnmapFrameBufferPointer = DxgkCbUnmapFrameBufferPointer;
  callbacks->DxgkCbMapMdlToIoMmu = DxgkCbMapMdlToIoMmu;
  callbacks->DxgkCbUnmapMdlFromIoMmu = DxgkCbUnmapMdlFromIoMmu;
  callbacks->DxgkCbAllocatePagesForMdl = DxgkCbAllocatePagesForMdl;
  callbacks->DxgkCbFreePagesFromMdl = DxgkCbFreePagesFromMdl;
  callbacks->DxgkCbAllocateContiguousMemory = DxgkCbAllocateContiguousMemory;
  callbacks->DxgkCbFreeContiguousMemory = DxgkCbFreeContiguousMemory;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_9
  callbacks->DxgkCbPinFrameBufferForSave2 = DxgkCbPinFrameBufferForSave2;
  callbacks->DxgkCbCreatePhysicalMemoryObject = DxgkCbCreatePhysicalMemoryObject;
  callbacks->DxgkCbDestroyPhysicalMemoryObject = DxgkCbDestroyPhysicalMemoryObject;
  callbacks->DxgkCbOpenPhysicalMemoryObject = DxgkCbOpenPhysicalMemoryObject;
  callbacks->DxgkCbClosePhysicalMemoryObject = DxgkCbClosePhysicalMemoryObject;
  callbacks->DxgkCbMapPhysicalMemory = DxgkCbMapPhysicalMemory;
  callbacks->DxgkCbUnmapPhysicalMemory = DxgkCbUnmapPhysicalMemory;
  callbacks->DxgkCbAllocateAdl = DxgkCbAllocateAdl;
  callbacks->DxgkCbFreeAdl = DxgkCbFreeAdl;
#endif
}
