/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     5a30700031ef90a193d517ca90b5fd90578ffb3242c9e5994c5b864676e1dac7 model/ddi/include/dxgmap_dxgkcb.h
*/
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

DXGMAP_EXTERN_C_END

#endif
