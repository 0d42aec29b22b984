/* SPDX-License-Identifier: MIT */
#include "shim.h"

/* ---- Text: a line at a time, cut off rather than too long ---- */

#define SHIM_LINE 8192

typedef struct {
  SIZE_T length;
  BOOLEAN comma;
  char text[SHIM_LINE];
} shim_line;

static shim_sink *shim_to;
static PVOID shim_context;
static DXGKRNL_INTERFACE shim_real; /* the callbacks are the same for all adapters */

static VOID shim_put(shim_line *line, const char *text)
{
  while (*text != '\0' && line->length < SHIM_LINE - 2) {
    line->text[line->length++] = *text++;
  }
}

static VOID shim_digits(shim_line *line, ULONG64 value, ULONG64 base)
{
  char digit[24];
  int count = 0;
  do {
    digit[count++] = "0123456789abcdef"[value % base];
    value /= base;
  } while (value != 0);
  while (count > 0) {
    char one[2] = {digit[--count], '\0'};
    shim_put(line, one);
  }
}

static VOID shim_name(shim_line *line, const char *name)
{
  shim_put(line, line->comma ? ",\"" : "\"");
  shim_put(line, name);
  shim_put(line, "\":");
  line->comma = TRUE;
}

static VOID shim_number(shim_line *line, const char *name, ULONG64 value)
{
  shim_name(line, name);
  shim_digits(line, value, 10);
}

static VOID shim_hex(shim_line *line, const char *name, ULONG64 value)
{
  shim_name(line, name);
  shim_put(line, "\"0x");
  shim_digits(line, value, 16);
  shim_put(line, "\"");
}

static VOID shim_pointer(shim_line *line, const char *name, const VOID *value)
{
  shim_hex(line, name, (ULONG64)(ULONG_PTR)value);
}

static VOID shim_object(shim_line *line, const char *name)
{
  shim_name(line, name);
  shim_put(line, "{");
  line->comma = FALSE;
}

static VOID shim_object_end(shim_line *line)
{
  shim_put(line, "}");
  line->comma = TRUE;
}

/* Sizes from 2^53 on are no JSON numbers: the format wants them as strings. */
static VOID shim_size(shim_line *line, const char *name, ULONG64 value)
{
  if (value >> 53 != 0) {
    shim_hex(line, name, value);
  } else {
    shim_number(line, name, value);
  }
}

static VOID shim_first(shim_line *line, const char *sort, const char *name, HANDLE adapter)
{
  line->length = 0;
  line->comma = FALSE;
  shim_put(line, "{");
  shim_name(line, sort);
  shim_put(line, "\"");
  shim_put(line, name);
  shim_put(line, "\"");
  if (adapter != NULL) {
    shim_pointer(line, "adapter", adapter);
  }
}

/* A call, as far as its arguments, which follow. */
static VOID shim_call(shim_line *line, const char *name, HANDLE adapter)
{
  shim_first(line, "call", name, adapter);
  shim_object(line, "in");
}

static VOID shim_last(shim_line *line)
{
  shim_put(line, "}");
  line->text[line->length++] = '\n';
  shim_to(line->text, line->length, shim_context);
}

static VOID shim_end(shim_line *line, KIRQL irql)
{
  if (irql != PASSIVE_LEVEL) {
    shim_number(line, "irql", irql);
  }
  shim_last(line);
}

static VOID shim_answer(shim_line *line, NTSTATUS status, KIRQL irql)
{
  shim_hex(line, "status", (ULONG)status);
  shim_end(line, irql);
}

/* Runs of pages; a list that does not fit is left out, for the reader then invents one. */
static VOID shim_pages(shim_line *line, const PFN_NUMBER *page, ULONG64 count)
{
  SIZE_T begun = line->length;
  BOOLEAN comma = line->comma;
  shim_name(line, "pages");
  shim_put(line, "[");
  for (ULONG64 i = 0, run = 1; i < count; i += run) {
    run = 1;
    while (i + run < count && page[i + run] == page[i] + run) {
      run++;
    }
    shim_put(line, i > 0 ? ",[" : "[");
    shim_digits(line, page[i], 10);
    shim_put(line, ",");
    shim_digits(line, run, 10);
    shim_put(line, "]");
  }
  shim_put(line, "]");
  if (line->length > SHIM_LINE - 512) {
    line->length = begun;
    line->comma = comma;
  }
}

static VOID shim_mdl(shim_line *line, const char *name, PMDL mdl)
{
  shim_object(line, name);
  shim_pointer(line, "at", mdl);
  if (mdl != NULL) {
    shim_pointer(line, "va", MmGetMdlVirtualAddress(mdl));
    shim_number(line, "bytes", MmGetMdlByteCount(mdl));
    shim_number(line, "flags", (USHORT)mdl->MdlFlags);
    shim_pointer(line, "next", mdl->Next);
    if ((mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)) != 0) {
      shim_pages(line, MmGetMdlPfnArray(mdl),
                 ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(mdl), MmGetMdlByteCount(mdl)));
    }
  }
  shim_object_end(line);
}

static VOID shim_adl(shim_line *line, const char *name, const DXGK_ADL *adl)
{
  shim_object(line, name);
  shim_pointer(line, "at", adl);
  shim_number(line, "contiguous", adl->Flags.Contiguous);
  if (adl->Flags.Contiguous) {
    shim_put(line, ",\"pages\":[[");
    shim_digits(line, adl->BasePageNumber, 10);
    shim_put(line, ",");
    shim_digits(line, adl->PageCount, 10);
    shim_put(line, "]]");
  } else {
    shim_pages(line, adl->Pages, adl->PageCount);
  }
  shim_object_end(line);
}

/* ---- The callbacks: the arguments, the real call, what came out ---- */

static NTSTATUS APIENTRY shim_pin(IN_CONST_HANDLE adapter, INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE pin)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbPinFrameBufferForSave", adapter);
  shim_number(&line, "PhysicalAdapterIndex", pin->PhysicalAdapterIndex);
  shim_size(&line, "CommitSize", pin->CommitSize);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbPinFrameBufferForSave(adapter, pin);
  if (NT_SUCCESS(status)) {
    shim_object(&line, "out");
    shim_mdl(&line, "pMdl", pin->pMdl);
    shim_object_end(&line);
  }
  shim_answer(&line, status, irql);
  return status;
}

static NTSTATUS APIENTRY shim_unpin(IN_CONST_HANDLE adapter, IN_CONST_PDXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbUnpinFrameBufferForSave", adapter);
  shim_number(&line, "PhysicalAdapterIndex", unpin->PhysicalAdapterIndex);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbUnpinFrameBufferForSave(adapter, unpin);
  shim_answer(&line, status, irql);
  return status;
}

static NTSTATUS APIENTRY shim_map_pointer(IN_CONST_HANDLE adapter, INOUT_PDXGKARGCB_MAPFRAMEBUFFERPOINTER map)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbMapFrameBufferPointer", adapter);
  shim_number(&line, "PhysicalAdapterIndex", map->PhysicalAdapterIndex);
  shim_size(&line, "Size", map->Size);
  shim_size(&line, "Offset", map->Offset);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbMapFrameBufferPointer(adapter, map);
  if (NT_SUCCESS(status)) {
    shim_object(&line, "out");
    shim_size(&line, "Offset", map->Offset);
    shim_pointer(&line, "pBaseAddress", map->pBaseAddress);
    shim_object_end(&line);
  }
  shim_answer(&line, status, irql);
  return status;
}

static NTSTATUS APIENTRY shim_unmap_pointer(IN_CONST_HANDLE adapter, IN_CONST_PDXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbUnmapFrameBufferPointer", adapter);
  shim_number(&line, "PhysicalAdapterIndex", unmap->PhysicalAdapterIndex);
  shim_pointer(&line, "pBaseAddress", unmap->pBaseAddress);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbUnmapFrameBufferPointer(adapter, unmap);
  shim_answer(&line, status, irql);
  return status;
}

static NTSTATUS APIENTRY shim_map_mdl(IN_CONST_HANDLE adapter, INOUT_PDXGKARGCB_MAPMDLTOIOMMU map)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbMapMdlToIoMmu", adapter);
  shim_mdl(&line, "pMdl", map->pMdl);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbMapMdlToIoMmu(adapter, map);
  if (NT_SUCCESS(status)) {
    shim_object(&line, "out");
    shim_pointer(&line, "hMemoryHandle", map->hMemoryHandle);
    shim_object_end(&line);
  }
  shim_answer(&line, status, irql);
  return status;
}

static VOID APIENTRY shim_unmap_mdl(IN_CONST_HANDLE adapter, IN_CONST_PDXGKARGCB_UNMAPMDLFROMIOMMU unmap)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbUnmapMdlFromIoMmu", adapter);
  shim_pointer(&line, "hMemoryHandle", unmap->hMemoryHandle);
  shim_object_end(&line);
  shim_real.DxgkCbUnmapMdlFromIoMmu(adapter, unmap);
  shim_end(&line, irql);
}

static NTSTATUS APIENTRY shim_create(INOUT_PDXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbCreatePhysicalMemoryObject", NULL);
  shim_pointer(&line, "hAdapter", create->hAdapter);
  shim_size(&line, "Size", create->Size);
  shim_number(&line, "Type", (ULONG)create->Type);
  shim_number(&line, "CacheType", (ULONG)create->CacheType);
  shim_hex(&line, "BaseAddress", (ULONG64)create->IOSpace.BaseAddress.QuadPart);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbCreatePhysicalMemoryObject(create);
  if (NT_SUCCESS(status)) {
    shim_object(&line, "out");
    shim_pointer(&line, "hPhysicalMemoryObject", create->hPhysicalMemoryObject);
    shim_pointer(&line, "hAdapterMemoryObject", create->hAdapterMemoryObject);
    shim_object_end(&line);
  }
  shim_answer(&line, status, irql);
  return status;
}

static VOID APIENTRY shim_destroy(IN_CONST_PDXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbDestroyPhysicalMemoryObject", NULL);
  shim_pointer(&line, "hPhysicalMemoryObject", destroy->hPhysicalMemoryObject);
  shim_pointer(&line, "hAdapterMemoryObject", destroy->hAdapterMemoryObject);
  shim_object_end(&line);
  shim_real.DxgkCbDestroyPhysicalMemoryObject(destroy);
  shim_end(&line, irql);
}

static NTSTATUS APIENTRY shim_allocate_adl(INOUT_PDXGKARGCB_ALLOCATE_ADL allocate)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbAllocateAdl", NULL);
  shim_pointer(&line, "hAdapterMemoryObject", allocate->hAdapterMemoryObject);
  shim_size(&line, "Offset", allocate->Offset);
  shim_size(&line, "Size", allocate->Size);
  shim_number(&line, "Flags", allocate->Flags.Value);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbAllocateAdl(allocate);
  if (NT_SUCCESS(status)) {
    shim_object(&line, "out");
    shim_adl(&line, "pAdl", allocate->pAdl);
    shim_object_end(&line);
  }
  shim_answer(&line, status, irql);
  return status;
}

static VOID APIENTRY shim_free_adl(IN_CONST_PDXGKARGCB_FREE_ADL release)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbFreeAdl", NULL);
  shim_pointer(&line, "hAdapterMemoryObject", release->hAdapterMemoryObject);
  shim_pointer(&line, "pAdl", release->pAdl);
  shim_object_end(&line);
  shim_real.DxgkCbFreeAdl(release);
  shim_end(&line, irql);
}

static NTSTATUS APIENTRY shim_map_memory(HANDLE device, PHYSICAL_ADDRESS physical, ULONG length, BOOLEAN io,
                                         BOOLEAN user, MEMORY_CACHING_TYPE cache, PVOID *address)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbMapMemory", device);
  shim_hex(&line, "TranslatedAddress", (ULONG64)physical.QuadPart);
  shim_number(&line, "Length", length);
  shim_number(&line, "InIoSpace", io);
  shim_number(&line, "MapToUserMode", user);
  shim_number(&line, "CacheType", (ULONG)cache);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbMapMemory(device, physical, length, io, user, cache, address);
  if (NT_SUCCESS(status)) {
    shim_object(&line, "out");
    shim_pointer(&line, "VirtualAddress", *address);
    shim_object_end(&line);
  }
  shim_answer(&line, status, irql);
  return status;
}

static NTSTATUS APIENTRY shim_unmap_memory(HANDLE device, PVOID address)
{
  KIRQL irql = KeGetCurrentIrql();
  shim_line line;
  shim_call(&line, "DxgkCbUnmapMemory", device);
  shim_pointer(&line, "VirtualAddress", address);
  shim_object_end(&line);
  NTSTATUS status = shim_real.DxgkCbUnmapMemory(device, address);
  shim_answer(&line, status, irql);
  return status;
}

/* ---- The adapter ---- */

VOID shim_begin(shim_sink *sink, PVOID context)
{
  shim_line line;
  shim_to = sink;
  shim_context = context;
  line.length = 0;
  line.comma = FALSE;
  shim_put(&line, "{");
  shim_number(&line, "dxgmap_trace", 1);
  shim_name(&line, "by");
  shim_put(&line, "\"shim\"");
  shim_last(&line);
}

/* What a version of the interface does not have stays as it is: NULL. */
#define SHIM_WRAP(dxgkrnl, member, with) \
  do {                                   \
    if ((dxgkrnl)->member != NULL) {     \
      (dxgkrnl)->member = (with);        \
    }                                    \
  } while (0)

VOID shim_wrap(DXGKRNL_INTERFACE *dxgkrnl, const shim_adapter *what)
{
  shim_line line;
  shim_real = *dxgkrnl;
  SHIM_WRAP(dxgkrnl, DxgkCbPinFrameBufferForSave, shim_pin);
  SHIM_WRAP(dxgkrnl, DxgkCbUnpinFrameBufferForSave, shim_unpin);
  SHIM_WRAP(dxgkrnl, DxgkCbMapFrameBufferPointer, shim_map_pointer);
  SHIM_WRAP(dxgkrnl, DxgkCbUnmapFrameBufferPointer, shim_unmap_pointer);
  SHIM_WRAP(dxgkrnl, DxgkCbMapMdlToIoMmu, shim_map_mdl);
  SHIM_WRAP(dxgkrnl, DxgkCbUnmapMdlFromIoMmu, shim_unmap_mdl);
  SHIM_WRAP(dxgkrnl, DxgkCbCreatePhysicalMemoryObject, shim_create);
  SHIM_WRAP(dxgkrnl, DxgkCbDestroyPhysicalMemoryObject, shim_destroy);
  SHIM_WRAP(dxgkrnl, DxgkCbAllocateAdl, shim_allocate_adl);
  SHIM_WRAP(dxgkrnl, DxgkCbFreeAdl, shim_free_adl);
  SHIM_WRAP(dxgkrnl, DxgkCbMapMemory, shim_map_memory);
  SHIM_WRAP(dxgkrnl, DxgkCbUnmapMemory, shim_unmap_memory);
  shim_first(&line, "event", "start", dxgkrnl->DeviceHandle);
  shim_object(&line, "in");
  shim_name(&line, "capability");
  shim_put(&line, what->adl ? "\"adl\"" : "\"mdl\"");
  if (what->physical_adapters != 0) {
    shim_number(&line, "physical_adapters", what->physical_adapters);
  }
  if (what->save_size != NULL) {
    shim_name(&line, "save_bytes");
    for (UINT i = 0; i < what->physical_adapters; i++) {
      shim_put(&line, i > 0 ? "," : "[");
      shim_digits(&line, what->save_size[i], 10);
    }
    shim_put(&line, "]");
  }
  shim_object_end(&line);
  shim_last(&line);
}

VOID shim_event(const char *event, HANDLE device)
{
  shim_line line;
  shim_first(&line, "event", event, device);
  shim_last(&line);
}

VOID shim_stopped(HANDLE device)
{
  shim_event("stop", device);
}
