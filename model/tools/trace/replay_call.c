/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "replay.h"
#include "video.h"
#include "wdm.h"

/* The driver's calls. */

static uint64_t out(const trace_line *line, const char *name)
{
  return trace_number(line->out, name, 0);
}

static HANDLE adapter_of(const again *a, uint64_t name)
{
  return (HANDLE)(uintptr_t)again_value(a, AGAIN_ADAPTER, name, 0);
}

static HANDLE handle_of(const again *a, uint32_t sort, uint64_t name)
{
  return (HANDLE)(uintptr_t)again_value(a, sort, name, name != 0 ? UINT64_MAX - 15 : 0);
}

static answer status(NTSTATUS s)
{
  answer r = {true, true, (uint32_t)s};
  return r;
}

static answer done(void)
{
  answer r = {true, false, 0};
  return r;
}

static const cJSON *part(const cJSON *side, const char *name)
{
  return cJSON_GetObjectItemCaseSensitive(side, name);
}

static void list_of_mdl(again *a, uint32_t place, const cJSON *recorded, PMDL mdl)
{
  uint64_t at = trace_number(recorded, "at", 0);
  if (mdl != NULL && at != 0) {
    again_put(a, AGAIN_MDL, at, (uint64_t)(uintptr_t)mdl);
    again_pages(a, place, recorded, MmGetMdlPfnArray(mdl),
                ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(mdl), mdl->ByteCount));
  }
}

/* ---- Save areas, MDLs, allocations ---- */

static answer save_call(again *a, const trace_line *line)
{
  HANDLE adapter = adapter_of(a, line->adapter);
  UINT index = (UINT)trace_in(line, "PhysicalAdapterIndex");
  NTSTATUS s;
  if (line->operation == DXGMAP_OPERATION_PIN) {
    DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {index, trace_in(line, "CommitSize"), NULL};
    s = DxgkCbPinFrameBufferForSave(adapter, line->has_in ? &pin : NULL);
    list_of_mdl(a, again_adapter_place(a, line->adapter), part(line->out, "pMdl"), NT_SUCCESS(s) ? pin.pMdl : NULL);
  } else if (line->operation == DXGMAP_OPERATION_PIN2) {
    DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin = {
        index, trace_in(line, "CommitSize"), {.Value = (UINT)trace_in(line, "Flags")}, NULL};
    s = DxgkCbPinFrameBufferForSave2(adapter, line->has_in ? &pin : NULL);
    again_adl(a, again_adapter_place(a, line->adapter), part(line->out, "pAdl"), NT_SUCCESS(s) ? pin.pAdl : NULL);
  } else {
    DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {index};
    s = DxgkCbUnpinFrameBufferForSave(adapter, line->has_in ? &unpin : NULL);
  }
  return status(s);
}

static answer pointer_call(again *a, const trace_line *line)
{
  HANDLE adapter = adapter_of(a, line->adapter);
  UINT index = (UINT)trace_in(line, "PhysicalAdapterIndex");
  if (line->operation == DXGMAP_OPERATION_MAP_POINTER) {
    DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {index, trace_in(line, "Size"), trace_in(line, "Offset"), NULL};
    NTSTATUS s = DxgkCbMapFrameBufferPointer(adapter, line->has_in ? &map : NULL);
    if (NT_SUCCESS(s)) {
      /* The data of the recording begins at its own Offset: the view here is put so that the data is the same. */
      again_view(a, out(line, "pBaseAddress"), map.pBaseAddress, PAGE_SIZE);
      again_view(a, out(line, "pBaseAddress") + out(line, "Offset"), (PUCHAR)map.pBaseAddress + map.Offset,
                 trace_in(line, "Size"));
    }
    return status(s);
  }
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {index, again_address(a, trace_in(line, "pBaseAddress"))};
  return status(DxgkCbUnmapFrameBufferPointer(adapter, line->has_in ? &unmap : NULL));
}

static void run_of_pages(again *a, const trace_line *line, PVOID memory)
{
  uint64_t count = BYTES_TO_PAGES(trace_in(line, "NumberOfBytes"));
  uint64_t first = (uint64_t)MmGetPhysicalAddress(memory).QuadPart / PAGE_SIZE;
  uint64_t *page = take((size_t)count * sizeof(uint64_t) + 1);
  for (uint64_t i = 0; i < count; i++) {
    page[i] = first + i;
  }
  again_pages(a, again_adapter_place(a, line->adapter), line->out, page, count);
  free(page);
}

static answer memory_call(again *a, const trace_line *line)
{
  HANDLE adapter = adapter_of(a, line->adapter);
  HANDLE handle = handle_of(a, AGAIN_HANDLE, trace_in(line, "hMemoryHandle"));
  if (line->operation == DXGMAP_OPERATION_MAP_MDL) {
    const cJSON *mdl = part(line->in, "pMdl");
    DXGKARGCB_MAPMDLTOIOMMU map = {again_mdl(a, mdl), NULL};
    NTSTATUS s = DxgkCbMapMdlToIoMmu(adapter, line->has_in ? &map : NULL);
    if (NT_SUCCESS(s)) {
      again_put(a, AGAIN_HANDLE, out(line, "hMemoryHandle"), (uint64_t)(uintptr_t)map.hMemoryHandle);
      list_of_mdl(a, again_adapter_place(a, line->adapter), mdl, map.pMdl);
    }
    return status(s);
  }
  if (line->operation == DXGMAP_OPERATION_ALLOCATE_PAGES) {
    DXGKARGCB_ALLOCATEPAGESFORMDL get = {.LowAddress.QuadPart = (LONGLONG)trace_in(line, "LowAddress"),
                                         .HighAddress.QuadPart = (LONGLONG)trace_in(line, "HighAddress"),
                                         .SkipBytes.QuadPart = (LONGLONG)trace_in(line, "SkipBytes"),
                                         .TotalBytes = trace_in(line, "TotalBytes"),
                                         .CacheType = (DXGK_MEMORY_CACHING_TYPE)trace_in(line, "CacheType"),
                                         .Flags = (ULONG)trace_in(line, "Flags")};
    NTSTATUS s = DxgkCbAllocatePagesForMdl(adapter, line->has_in ? &get : NULL);
    if (NT_SUCCESS(s)) {
      again_put(a, AGAIN_HANDLE, out(line, "hMemoryHandle"), (uint64_t)(uintptr_t)get.hMemoryHandle);
      list_of_mdl(a, again_adapter_place(a, line->adapter), part(line->out, "pMdl"), get.pMdl);
    }
    return status(s);
  }
  if (line->operation == DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS) {
    DXGKARGCB_ALLOCATECONTIGUOUSMEMORY get = {
        .NumberOfBytes = trace_in(line, "NumberOfBytes"),
        .LowestAcceptableAddress.QuadPart = (LONGLONG)trace_in(line, "LowestAcceptableAddress"),
        .HighestAcceptableAddress.QuadPart = (LONGLONG)trace_in(line, "HighestAcceptableAddress"),
        .BoundaryAddressMultiple.QuadPart = (LONGLONG)trace_in(line, "BoundaryAddressMultiple"),
        .CacheType = (DXGK_MEMORY_CACHING_TYPE)trace_in(line, "CacheType")};
    NTSTATUS s = DxgkCbAllocateContiguousMemory(adapter, line->has_in ? &get : NULL);
    if (NT_SUCCESS(s)) {
      again_put(a, AGAIN_HANDLE, out(line, "hMemoryHandle"), (uint64_t)(uintptr_t)get.hMemoryHandle);
      again_view(a, out(line, "pMemory"), get.pMemory, trace_in(line, "NumberOfBytes"));
      run_of_pages(a, line, get.pMemory);
    }
    return status(s);
  }
  if (line->operation == DXGMAP_OPERATION_UNMAP_MDL) {
    DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {handle};
    DxgkCbUnmapMdlFromIoMmu(adapter, line->has_in ? &unmap : NULL);
    return done();
  }
  DXGKARGCB_FREEPAGESFROMMDL pages = {handle};
  DXGKARGCB_FREECONTIGUOUSMEMORY contiguous = {handle};
  return status(line->operation == DXGMAP_OPERATION_FREE_PAGES
                    ? DxgkCbFreePagesFromMdl(adapter, line->has_in ? &pages : NULL)
                    : DxgkCbFreeContiguousMemory(adapter, line->has_in ? &contiguous : NULL));
}

/* ---- Objects ---- */

static answer create_call(again *a, const trace_line *line)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT c;
  memset(&c, 0, sizeof(c));
  c.hAdapter = trace_in(line, "hAdapter") != 0 ? adapter_of(a, trace_in(line, "hAdapter")) : NULL;
  c.Size = trace_in(line, "Size");
  c.Type = (DXGK_PHYSICAL_MEMORY_TYPE)trace_in(line, "Type");
  c.CacheType = (DXGK_MEMORY_CACHING_TYPE)trace_in(line, "CacheType");
  if (c.Type == DXGK_PHYSICAL_MEMORY_TYPE_MDL) {
    c.Mdl.HighAddress.QuadPart = INT64_MAX;
  } else if (c.Type == DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY) {
    c.ContiguousMemory.HighestAcceptableAddress.QuadPart = INT64_MAX;
  } else if (c.Type == DXGK_PHYSICAL_MEMORY_TYPE_SECTION) {
    c.Section.PageProtection = PAGE_READWRITE;
    c.Section.AllocationAttributes = 0x8000000; /* SEC_COMMIT */
  } else {
    c.IOSpace.BaseAddress.QuadPart = (LONGLONG)trace_in(line, "BaseAddress");
  }
  NTSTATUS s = DxgkCbCreatePhysicalMemoryObject(line->has_in ? &c : NULL);
  if (NT_SUCCESS(s)) {
    again_put(a, AGAIN_OBJECT, out(line, "hPhysicalMemoryObject"), (uint64_t)(uintptr_t)c.hPhysicalMemoryObject);
    if (c.hAdapterMemoryObject != NULL) {
      again_put(a, AGAIN_OPENED, out(line, "hAdapterMemoryObject"), (uint64_t)(uintptr_t)c.hAdapterMemoryObject);
      again_put(a, AGAIN_PLACE_OF, out(line, "hAdapterMemoryObject"),
                again_adapter_place(a, trace_in(line, "hAdapter")));
    }
  }
  return status(s);
}

static answer object_call(again *a, const trace_line *line)
{
  HANDLE object = handle_of(a, AGAIN_OBJECT, trace_in(line, "hPhysicalMemoryObject"));
  HANDLE opened = handle_of(a, AGAIN_OPENED, trace_in(line, "hAdapterMemoryObject"));
  if (line->operation == DXGMAP_OPERATION_OPEN_OBJECT) {
    DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT o = {object, adapter_of(a, trace_in(line, "hAdapter")), NULL};
    NTSTATUS s = DxgkCbOpenPhysicalMemoryObject(line->has_in ? &o : NULL);
    if (NT_SUCCESS(s)) {
      again_put(a, AGAIN_OPENED, out(line, "hAdapterMemoryObject"), (uint64_t)(uintptr_t)o.hAdapterMemoryObject);
      again_put(a, AGAIN_PLACE_OF, out(line, "hAdapterMemoryObject"),
                again_adapter_place(a, trace_in(line, "hAdapter")));
    }
    return status(s);
  }
  if (line->operation == DXGMAP_OPERATION_CLOSE_OBJECT) {
    DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT c = {opened};
    DxgkCbClosePhysicalMemoryObject(line->has_in ? &c : NULL);
    return done();
  }
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT d = {object, opened};
  DxgkCbDestroyPhysicalMemoryObject(line->has_in ? &d : NULL);
  return done();
}

static answer part_call(again *a, const trace_line *line)
{
  HANDLE object = handle_of(a, AGAIN_OBJECT, trace_in(line, "hPhysicalMemoryObject"));
  HANDLE opened = handle_of(a, AGAIN_OPENED, trace_in(line, "hAdapterMemoryObject"));
  if (line->operation == DXGMAP_OPERATION_ALLOCATE_ADL) {
    DXGKARGCB_ALLOCATE_ADL get = {
        opened, trace_in(line, "Offset"), trace_in(line, "Size"), {.Value = (UINT32)trace_in(line, "Flags")}, NULL};
    NTSTATUS s = DxgkCbAllocateAdl(line->has_in ? &get : NULL);
    again_adl(a, (uint32_t)again_value(a, AGAIN_PLACE_OF, trace_in(line, "hAdapterMemoryObject"), 0),
              part(line->out, "pAdl"), NT_SUCCESS(s) ? get.pAdl : NULL);
    return status(s);
  }
  if (line->operation == DXGMAP_OPERATION_FREE_ADL) {
    DXGKARGCB_FREE_ADL release = {opened, (DXGK_ADL *)handle_of(a, AGAIN_LIST, trace_in(line, "pAdl"))};
    DxgkCbFreeAdl(line->has_in ? &release : NULL);
    return done();
  }
  if (line->operation == DXGMAP_OPERATION_MAP_OBJECT) {
    DXGKARGCB_MAP_PHYSICAL_MEMORY map = {object, (DXGK_ACCESS_MODE)trace_in(line, "AccessMode"),
                                         trace_in(line, "Offset"), trace_in(line, "Size"), NULL};
    NTSTATUS s = DxgkCbMapPhysicalMemory(line->has_in ? &map : NULL);
    if (NT_SUCCESS(s)) {
      again_view(a, out(line, "pMappedAddress"), map.pMappedAddress, PAGE_SIZE);
      again_view(a, out(line, "pMappedAddress") + out(line, "Offset"), (PUCHAR)map.pMappedAddress + map.Offset,
                 trace_in(line, "Size"));
      again_put(a, AGAIN_SIZE, out(line, "pMappedAddress"), out(line, "Size"));
      again_put(a, AGAIN_SIZE_HERE, out(line, "pMappedAddress"), map.Size);
    }
    return status(s);
  }
  uint64_t base = trace_in(line, "pBaseAddress"), size = trace_in(line, "Size");
  bool right = size != 0 && size == again_value(a, AGAIN_SIZE, base, 0); /* the Size that came out of the map */
  uint64_t here = again_value(a, AGAIN_SIZE_HERE, base, size);
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {object, again_address(a, base), right ? here : size};
  DxgkCbUnmapPhysicalMemory(line->has_in ? &unmap : NULL);
  return done();
}

/* ---- Views ---- */

static answer view_call(again *a, const trace_line *line)
{
  HANDLE adapter = adapter_of(a, line->adapter);
  PHYSICAL_ADDRESS physical = {.QuadPart = (LONGLONG)trace_in(line, "TranslatedAddress")};
  PVOID address = NULL;
  if (line->operation == DXGMAP_OPERATION_UNMAP_VIEW) {
    return status(DxgkCbUnmapMemory(adapter, again_address(a, trace_in(line, "VirtualAddress"))));
  }
  NTSTATUS s = DxgkCbMapMemory(adapter, physical, (ULONG)trace_in(line, "Length"), trace_in(line, "InIoSpace") != 0,
                               trace_in(line, "MapToUserMode") != 0, (MEMORY_CACHING_TYPE)trace_in(line, "CacheType"),
                               line->has_in ? &address : NULL);
  if (NT_SUCCESS(s) && trace_in(line, "InIoSpace") == 0) {
    again_view(a, out(line, "VirtualAddress"), address, trace_in(line, "Length"));
  }
  return status(s);
}

static answer video_call(again *a, const trace_line *line)
{
  PVOID extension = NULL;
  extension = (PVOID)(uintptr_t)again_value(a, AGAIN_EXTENSION, line->adapter, 0);
  if (extension == NULL && dxgmap_video_attach(adapter_of(a, line->adapter), 16, NULL, &extension) == 0) {
    again_put(a, AGAIN_EXTENSION, line->adapter, (uint64_t)(uintptr_t)extension);
  }
  if (line->operation == DXGMAP_OPERATION_VIDEO_UNMAP) {
    return status((NTSTATUS)VideoPortUnmapMemory(extension, again_address(a, trace_in(line, "VirtualAddress")),
                                                 (HANDLE)(uintptr_t)trace_in(line, "ProcessHandle")));
  }
  PHYSICAL_ADDRESS physical = {.QuadPart = (LONGLONG)trace_in(line, "PhysicalAddress")};
  ULONG length = (ULONG)trace_in(line, "Length"), space = (ULONG)trace_in(line, "InIoSpace");
  PVOID address = (PVOID)(uintptr_t)trace_in(line, "VirtualAddress");
  VP_STATUS s = VideoPortMapMemory(extension, physical, line->has_in ? &length : NULL, &space, &address);
  if (s == NO_ERROR && (space & VIDEO_MEMORY_SPACE_IO) == 0) {
    again_view(a, out(line, "VirtualAddress"), address, length);
  }
  return status((NTSTATUS)s);
}

/* ---- MDLs ---- */

static answer mdl_call(again *a, const trace_line *line)
{
  const char *name = line->operation == DXGMAP_OPERATION_LOCK_MDL || line->operation == DXGMAP_OPERATION_BUILD_MDL
                         ? "MemoryDescriptorList"
                         : "Mdl";
  if (line->operation == DXGMAP_OPERATION_ALLOCATE_MDL) {
    (void)again_mdl_new(a, out(line, "Mdl"), trace_in(line, "VirtualAddress"), trace_in(line, "Length"));
    return done();
  }
  PMDL mdl = (PMDL)(uintptr_t)again_value(a, AGAIN_MDL, trace_in(line, name), 0);
  if (mdl == NULL) {
    answer nothing = {false, false, 0};
    return nothing;
  }
  if (line->operation == DXGMAP_OPERATION_LOCK_MDL) {
    MmProbeAndLockPages(mdl, KernelMode, (LOCK_OPERATION)trace_in(line, "Operation"));
  } else if (line->operation == DXGMAP_OPERATION_BUILD_MDL) {
    MmBuildMdlForNonPagedPool(mdl);
  } else if (line->operation == DXGMAP_OPERATION_UNLOCK_MDL) {
    MmUnlockPages(mdl);
  } else {
    IoFreeMdl(mdl);
  }
  return done();
}

answer again_call(again *a, const trace_line *line)
{
  switch (line->operation) {
  case DXGMAP_OPERATION_PIN:
  case DXGMAP_OPERATION_PIN2:
  case DXGMAP_OPERATION_UNPIN:
    return save_call(a, line);
  case DXGMAP_OPERATION_MAP_POINTER:
  case DXGMAP_OPERATION_UNMAP_POINTER:
    return pointer_call(a, line);
  case DXGMAP_OPERATION_MAP_MDL:
  case DXGMAP_OPERATION_UNMAP_MDL:
  case DXGMAP_OPERATION_ALLOCATE_PAGES:
  case DXGMAP_OPERATION_FREE_PAGES:
  case DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS:
  case DXGMAP_OPERATION_FREE_CONTIGUOUS:
    return memory_call(a, line);
  case DXGMAP_OPERATION_CREATE_OBJECT:
    return create_call(a, line);
  case DXGMAP_OPERATION_OPEN_OBJECT:
  case DXGMAP_OPERATION_CLOSE_OBJECT:
  case DXGMAP_OPERATION_DESTROY_OBJECT:
    return object_call(a, line);
  case DXGMAP_OPERATION_ALLOCATE_ADL:
  case DXGMAP_OPERATION_FREE_ADL:
  case DXGMAP_OPERATION_MAP_OBJECT:
  case DXGMAP_OPERATION_UNMAP_OBJECT:
    return part_call(a, line);
  case DXGMAP_OPERATION_MAP_VIEW:
  case DXGMAP_OPERATION_UNMAP_VIEW:
    return view_call(a, line);
  case DXGMAP_OPERATION_VIDEO_MAP:
  case DXGMAP_OPERATION_VIDEO_UNMAP:
    return video_call(a, line);
  case DXGMAP_OPERATION_ALLOCATE_MDL:
  case DXGMAP_OPERATION_FREE_MDL:
  case DXGMAP_OPERATION_LOCK_MDL:
  case DXGMAP_OPERATION_UNLOCK_MDL:
  case DXGMAP_OPERATION_BUILD_MDL:
    return mdl_call(a, line);
  default: {
    answer nothing = {false, false, 0};
    return nothing;
  }
  }
}
