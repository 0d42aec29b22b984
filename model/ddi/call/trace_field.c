/* SPDX-License-Identifier: MIT */
#include "ddi/call/trace_field.h"

#include "dxgmap.h"

#define DXGMAP_DDI_TRACE_MEMBER(type, member, form, out)                                          \
  {                                                                                               \
#member, 0, offsetof(type, member), sizeof(((type *)0)->member), DXGMAP_DDI_TRACE_##form, out \
  }
#define DXGMAP_DDI_TRACE_AS(name, type, member, form, out)                                     \
  {                                                                                            \
    name, 0, offsetof(type, member), sizeof(((type *)0)->member), DXGMAP_DDI_TRACE_##form, out \
  }
#define DXGMAP_DDI_TRACE_POINTED(name, argument, bytes, form, out) \
  {                                                                \
    name, argument, 0, bytes, DXGMAP_DDI_TRACE_##form, out         \
  }
#define DXGMAP_DDI_TRACE_TOLD(name, at, form, out)                         \
  {                                                                        \
    name, DXGMAP_DDI_TRACE_OF_NUMBERS, at, 8, DXGMAP_DDI_TRACE_##form, out \
  }

static const dxgmap_ddi_trace_field dxgmap_ddi_traced_pin[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_PINFRAMEBUFFERFORSAVE, PhysicalAdapterIndex, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_PINFRAMEBUFFERFORSAVE, CommitSize, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_PINFRAMEBUFFERFORSAVE, pMdl, MDL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_pin2[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_PINFRAMEBUFFERFORSAVE2, PhysicalAdapterIndex, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_PINFRAMEBUFFERFORSAVE2, CommitSize, DECIMAL, false),
    DXGMAP_DDI_TRACE_AS("Flags", DXGKARGCB_PINFRAMEBUFFERFORSAVE2, Flags.Value, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_PINFRAMEBUFFERFORSAVE2, pAdl, ADL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_unpin[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNPINFRAMEBUFFERFORSAVE, PhysicalAdapterIndex, DECIMAL, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_map_pointer[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPFRAMEBUFFERPOINTER, PhysicalAdapterIndex, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPFRAMEBUFFERPOINTER, Size, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPFRAMEBUFFERPOINTER, Offset, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPFRAMEBUFFERPOINTER, Offset, DECIMAL, true),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPFRAMEBUFFERPOINTER, pBaseAddress, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_unmap_pointer[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNMAPFRAMEBUFFERPOINTER, PhysicalAdapterIndex, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNMAPFRAMEBUFFERPOINTER, pBaseAddress, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_map_mdl[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPMDLTOIOMMU, pMdl, MDL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAPMDLTOIOMMU, hMemoryHandle, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_unmap_mdl[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNMAPMDLFROMIOMMU, hMemoryHandle, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_allocate_pages[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, LowAddress, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, HighAddress, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, SkipBytes, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, TotalBytes, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, CacheType, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, Flags, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, hMemoryHandle, HEX, true),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATEPAGESFORMDL, pMdl, MDL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_allocate_contiguous[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, NumberOfBytes, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, LowestAcceptableAddress, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, HighestAcceptableAddress, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, BoundaryAddressMultiple, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, CacheType, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, hMemoryHandle, HEX, true),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY, pMemory, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_free[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_FREEPAGESFROMMDL, hMemoryHandle, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_map_view[] = {
    DXGMAP_DDI_TRACE_TOLD("TranslatedAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("Length", 1, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("InIoSpace", 2, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("MapToUserMode", 3, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("CacheType", 4, DECIMAL, false),
    DXGMAP_DDI_TRACE_POINTED("VirtualAddress", 0, 8, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_unmap_view[] = {
    DXGMAP_DDI_TRACE_TOLD("VirtualAddress", 0, HEX, false)};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_video_map[] = {
    DXGMAP_DDI_TRACE_TOLD("PhysicalAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_POINTED("Length", 0, 4, DECIMAL, false),
    DXGMAP_DDI_TRACE_POINTED("InIoSpace", 1, 4, DECIMAL, false),
    DXGMAP_DDI_TRACE_POINTED("VirtualAddress", 2, 8, HEX, false),
    DXGMAP_DDI_TRACE_POINTED("Length", 0, 4, DECIMAL, true),
    DXGMAP_DDI_TRACE_POINTED("VirtualAddress", 2, 8, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_video_unmap[] = {
    DXGMAP_DDI_TRACE_TOLD("VirtualAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("ProcessHandle", 1, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_device_base[] = {
    DXGMAP_DDI_TRACE_TOLD("IoAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("NumberOfUchars", 1, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("InIoSpace", 2, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("MappedAddress", 3, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_free_device_base[] = {
    DXGMAP_DDI_TRACE_TOLD("MappedAddress", 0, HEX, false)};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_map_io_space[] = {
    DXGMAP_DDI_TRACE_TOLD("PhysicalAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("NumberOfBytes", 1, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("CacheType", 2, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("BaseAddress", 3, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_unmap_io_space[] = {
    DXGMAP_DDI_TRACE_TOLD("BaseAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("NumberOfBytes", 1, DECIMAL, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_create[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, hAdapter, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, Size, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, Type, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, CacheType, DECIMAL, false),
    DXGMAP_DDI_TRACE_AS("BaseAddress", DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, IOSpace.BaseAddress, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, hPhysicalMemoryObject, HEX, true),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT, hAdapterMemoryObject, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_destroy[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT, hPhysicalMemoryObject, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT, hAdapterMemoryObject, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_open_object[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT, hPhysicalMemoryObject, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT, hAdapter, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT, hAdapterMemoryObject, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_close_object[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT, hAdapterMemoryObject, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_map_object[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, hPhysicalMemoryObject, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, AccessMode, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, Offset, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, Size, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, Offset, DECIMAL, true),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, Size, DECIMAL, true),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_MAP_PHYSICAL_MEMORY, pMappedAddress, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_unmap_object[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNMAP_PHYSICAL_MEMORY, hPhysicalMemoryObject, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNMAP_PHYSICAL_MEMORY, pBaseAddress, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_UNMAP_PHYSICAL_MEMORY, Size, DECIMAL, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_allocate_adl[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATE_ADL, hAdapterMemoryObject, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATE_ADL, Offset, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATE_ADL, Size, DECIMAL, false),
    DXGMAP_DDI_TRACE_AS("Flags", DXGKARGCB_ALLOCATE_ADL, Flags.Value, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_ALLOCATE_ADL, pAdl, ADL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_free_adl[] = {
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_FREE_ADL, hAdapterMemoryObject, HEX, false),
    DXGMAP_DDI_TRACE_MEMBER(DXGKARGCB_FREE_ADL, pAdl, HEX, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_allocate_mdl[] = {
    DXGMAP_DDI_TRACE_TOLD("VirtualAddress", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("Length", 1, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("Mdl", 2, HEX, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_lock_mdl[] = {
    DXGMAP_DDI_TRACE_TOLD("MemoryDescriptorList", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("Operation", 1, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("MemoryDescriptorList", 0, MDL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_build_mdl[] = {
    DXGMAP_DDI_TRACE_TOLD("MemoryDescriptorList", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("MemoryDescriptorList", 0, MDL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_one_mdl[] = {DXGMAP_DDI_TRACE_TOLD("Mdl", 0, HEX, false)};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_link[] = {
    DXGMAP_DDI_TRACE_TOLD("lead", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("index", 1, DECIMAL, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_power[] = {DXGMAP_DDI_TRACE_TOLD("state", 0, DECIMAL, false)};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_process_end[] = {
    DXGMAP_DDI_TRACE_TOLD("ended", 0, DECIMAL, false)};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_memory_gone[] = {
    DXGMAP_DDI_TRACE_TOLD("address", 0, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("bytes", 1, DECIMAL, false),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_system_map[] = {
    DXGMAP_DDI_TRACE_TOLD("bytes", 0, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("contiguous", 1, DECIMAL, false),
    DXGMAP_DDI_TRACE_MEMBER(dxgmap_system_mapping, mapping, HEX, true),
    DXGMAP_DDI_TRACE_MEMBER(dxgmap_system_mapping, adl, ADL, true),
};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_system_unmap[] = {
    DXGMAP_DDI_TRACE_TOLD("mapping", 0, HEX, false)};
static const dxgmap_ddi_trace_field dxgmap_ddi_traced_device[] = {
    DXGMAP_DDI_TRACE_TOLD("write", 0, DECIMAL, false),
    DXGMAP_DDI_TRACE_TOLD("logical", 1, HEX, false),
    DXGMAP_DDI_TRACE_TOLD("length", 2, DECIMAL, false),
};

#define DXGMAP_DDI_TRACE_CALL(operation, fields)                                     \
  {                                                                                  \
    DXGMAP_OPERATION_##operation, sizeof(fields) / sizeof((fields)[0]), NULL, fields \
  }
#define DXGMAP_DDI_TRACE_EVENT(operation, name, fields)                              \
  {                                                                                  \
    DXGMAP_OPERATION_##operation, sizeof(fields) / sizeof((fields)[0]), name, fields \
  }

static const dxgmap_ddi_trace_row dxgmap_ddi_trace_rows[] = {
    DXGMAP_DDI_TRACE_CALL(PIN, dxgmap_ddi_traced_pin),
    DXGMAP_DDI_TRACE_CALL(PIN2, dxgmap_ddi_traced_pin2),
    DXGMAP_DDI_TRACE_CALL(UNPIN, dxgmap_ddi_traced_unpin),
    DXGMAP_DDI_TRACE_CALL(MAP_POINTER, dxgmap_ddi_traced_map_pointer),
    DXGMAP_DDI_TRACE_CALL(UNMAP_POINTER, dxgmap_ddi_traced_unmap_pointer),
    DXGMAP_DDI_TRACE_CALL(MAP_MDL, dxgmap_ddi_traced_map_mdl),
    DXGMAP_DDI_TRACE_CALL(UNMAP_MDL, dxgmap_ddi_traced_unmap_mdl),
    DXGMAP_DDI_TRACE_CALL(ALLOCATE_PAGES, dxgmap_ddi_traced_allocate_pages),
    DXGMAP_DDI_TRACE_CALL(FREE_PAGES, dxgmap_ddi_traced_free),
    DXGMAP_DDI_TRACE_CALL(ALLOCATE_CONTIGUOUS, dxgmap_ddi_traced_allocate_contiguous),
    DXGMAP_DDI_TRACE_CALL(FREE_CONTIGUOUS, dxgmap_ddi_traced_free),
    DXGMAP_DDI_TRACE_CALL(MAP_VIEW, dxgmap_ddi_traced_map_view),
    DXGMAP_DDI_TRACE_CALL(UNMAP_VIEW, dxgmap_ddi_traced_unmap_view),
    DXGMAP_DDI_TRACE_CALL(VIDEO_MAP, dxgmap_ddi_traced_video_map),
    DXGMAP_DDI_TRACE_CALL(VIDEO_UNMAP, dxgmap_ddi_traced_video_unmap),
    DXGMAP_DDI_TRACE_CALL(GET_DEVICE_BASE, dxgmap_ddi_traced_device_base),
    DXGMAP_DDI_TRACE_CALL(FREE_DEVICE_BASE, dxgmap_ddi_traced_free_device_base),
    DXGMAP_DDI_TRACE_CALL(MAP_IO_SPACE, dxgmap_ddi_traced_map_io_space),
    DXGMAP_DDI_TRACE_CALL(UNMAP_IO_SPACE, dxgmap_ddi_traced_unmap_io_space),
    DXGMAP_DDI_TRACE_CALL(CREATE_OBJECT, dxgmap_ddi_traced_create),
    DXGMAP_DDI_TRACE_CALL(DESTROY_OBJECT, dxgmap_ddi_traced_destroy),
    DXGMAP_DDI_TRACE_CALL(OPEN_OBJECT, dxgmap_ddi_traced_open_object),
    DXGMAP_DDI_TRACE_CALL(CLOSE_OBJECT, dxgmap_ddi_traced_close_object),
    DXGMAP_DDI_TRACE_CALL(MAP_OBJECT, dxgmap_ddi_traced_map_object),
    DXGMAP_DDI_TRACE_CALL(UNMAP_OBJECT, dxgmap_ddi_traced_unmap_object),
    DXGMAP_DDI_TRACE_CALL(ALLOCATE_ADL, dxgmap_ddi_traced_allocate_adl),
    DXGMAP_DDI_TRACE_CALL(FREE_ADL, dxgmap_ddi_traced_free_adl),
    DXGMAP_DDI_TRACE_CALL(ALLOCATE_MDL, dxgmap_ddi_traced_allocate_mdl),
    DXGMAP_DDI_TRACE_CALL(FREE_MDL, dxgmap_ddi_traced_one_mdl),
    DXGMAP_DDI_TRACE_CALL(LOCK_MDL, dxgmap_ddi_traced_lock_mdl),
    DXGMAP_DDI_TRACE_CALL(UNLOCK_MDL, dxgmap_ddi_traced_one_mdl),
    DXGMAP_DDI_TRACE_CALL(BUILD_MDL, dxgmap_ddi_traced_build_mdl),
    {DXGMAP_OPERATION_ATTACH, 0, "attach", NULL},
    {DXGMAP_OPERATION_EXCLUSIVE_BEGIN, 0, "exclusive_begin", NULL},
    {DXGMAP_OPERATION_EXCLUSIVE_END, 0, "exclusive_end", NULL},
    {DXGMAP_OPERATION_STOP, 0, "stop", NULL},
    {DXGMAP_OPERATION_REMOVE, 0, "remove", NULL},
    DXGMAP_DDI_TRACE_EVENT(LINK, "link", dxgmap_ddi_traced_link),
    DXGMAP_DDI_TRACE_EVENT(POWER, "power", dxgmap_ddi_traced_power),
    DXGMAP_DDI_TRACE_EVENT(PROCESS_END, "process_end", dxgmap_ddi_traced_process_end),
    DXGMAP_DDI_TRACE_EVENT(MEMORY_GONE, "memory_gone", dxgmap_ddi_traced_memory_gone),
    DXGMAP_DDI_TRACE_EVENT(SYSTEM_MAP, "system_map", dxgmap_ddi_traced_system_map),
    DXGMAP_DDI_TRACE_EVENT(SYSTEM_UNMAP, "system_unmap", dxgmap_ddi_traced_system_unmap),
    DXGMAP_DDI_TRACE_EVENT(DEVICE_ACCESS, "device", dxgmap_ddi_traced_device),
};

const dxgmap_ddi_trace_row *dxgmap_ddi_trace_row_of(uint32_t operation)
{
  for (size_t i = 0; i < sizeof(dxgmap_ddi_trace_rows) / sizeof(dxgmap_ddi_trace_rows[0]); i++) {
    if (dxgmap_ddi_trace_rows[i].operation == operation) {
      return &dxgmap_ddi_trace_rows[i];
    }
  }
  return NULL;
}
