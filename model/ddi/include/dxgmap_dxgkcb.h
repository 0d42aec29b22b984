/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DXGKCB_H
#define DXGMAP_DXGKCB_H

/* The callbacks as functions: what dxgmap_adapter_interface points to, for a harness that calls them directly. hAdapter
   and DeviceHandle are the adapter's handle. What each requires and answers is in the specification's clauses. Drivers
   reach them through DXGKRNL_INTERFACE, so the Windows headers do not include this one. */

#include "dispmprt.h"

DXGMAP_EXTERN_C_BEGIN

NTSTATUS DxgkCbGetDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo);
NTSTATUS DxgkCbMapMemory(HANDLE DeviceHandle, PHYSICAL_ADDRESS TranslatedAddress, ULONG Length, BOOLEAN InIoSpace,
                         BOOLEAN MapToUserMode, MEMORY_CACHING_TYPE CacheType, PVOID *VirtualAddress);
NTSTATUS DxgkCbUnmapMemory(HANDLE DeviceHandle, PVOID VirtualAddress);
/* Of DXGK_WHICHSPACE_CONFIG alone: at most as many bytes as there are from Offset. */
NTSTATUS DxgkCbReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                               PULONG BytesRead);
NTSTATUS DxgkCbWriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                                PULONG BytesWritten);
/* Width 0 when no memory resource of the adapter holds a frame buffer of 1024 by 768. */
NTSTATUS DxgkCbAcquirePostDisplayOwnership(HANDLE DeviceHandle, PDXGK_DISPLAY_INFORMATION DisplayInfo);

NTSTATUS DxgkCbPinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE pPinFrameBufferForSave);
NTSTATUS DxgkCbPinFrameBufferForSave2(IN_CONST_HANDLE hAdapter,
                                      INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE2 pPinFrameBufferForSave2);
NTSTATUS DxgkCbUnpinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNPINFRAMEBUFFERFORSAVE pUnpinFrameBufferForSave);
NTSTATUS DxgkCbMapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_MAPFRAMEBUFFERPOINTER pMapFrameBufferPointer);
NTSTATUS DxgkCbUnmapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNMAPFRAMEBUFFERPOINTER pUnmapFrameBufferPointer);
NTSTATUS DxgkCbMapMdlToIoMmu(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_MAPMDLTOIOMMU pMapMdlToIoMmu);
VOID DxgkCbUnmapMdlFromIoMmu(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_UNMAPMDLFROMIOMMU pUnmapMdlFromIoMmu);
NTSTATUS DxgkCbAllocatePagesForMdl(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_ALLOCATEPAGESFORMDL pAllocatePagesForMdl);
NTSTATUS DxgkCbFreePagesFromMdl(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_FREEPAGESFROMMDL pFreePagesFromMdl);
NTSTATUS DxgkCbAllocateContiguousMemory(IN_CONST_HANDLE hAdapter,
                                        INOUT_PDXGKARGCB_ALLOCATECONTIGUOUSMEMORY pAllocateContiguousMemory);
NTSTATUS DxgkCbFreeContiguousMemory(IN_CONST_HANDLE hAdapter,
                                    IN_CONST_PDXGKARGCB_FREECONTIGUOUSMEMORY pFreeContiguousMemory);

/* Of adapters with DMA remapping. The objects belong to no adapter: there is no hAdapter but in the arguments. */
NTSTATUS DxgkCbCreatePhysicalMemoryObject(INOUT_PDXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT pArgs);
VOID DxgkCbDestroyPhysicalMemoryObject(IN_CONST_PDXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT pArgs);
NTSTATUS DxgkCbOpenPhysicalMemoryObject(INOUT_PDXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT pArgs);
VOID DxgkCbClosePhysicalMemoryObject(IN_CONST_PDXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT pArgs);
NTSTATUS DxgkCbMapPhysicalMemory(INOUT_PDXGKARGCB_MAP_PHYSICAL_MEMORY pArgs);
VOID DxgkCbUnmapPhysicalMemory(IN_CONST_PDXGKARGCB_UNMAP_PHYSICAL_MEMORY pArgs);
NTSTATUS DxgkCbAllocateAdl(INOUT_PDXGKARGCB_ALLOCATE_ADL pArgs);
VOID DxgkCbFreeAdl(IN_CONST_PDXGKARGCB_FREE_ADL pArgs);

DXGMAP_EXTERN_C_END

#endif
