/* SPDX-License-Identifier: MIT */
/* The example of a logging shim, with the library as the Dxgkrnl behind it: a driver that makes the mistake that its
   argument names. Its trace goes to standard output; of reports there are none, as on a real machine. */
#include <stdio.h>
#include <string.h>

#include <dxgmap.h>
#include <wdm.h>

#include "shim.h"

static _Alignas(PAGE_SIZE) UCHAR memory[3 * PAGE_SIZE];

static VOID sink(const char *line, SIZE_T length, PVOID context)
{
  (void)fwrite(line, 1, length, context);
}

static void quiet(const dxgmap_violation *violation, void *context)
{
  (void)violation;
  (void)context;
}

static void by_mdl(const DXGKRNL_INTERFACE *dxgkrnl, HANDLE adapter, const char *mistake)
{
  PMDL mdl = IoAllocateMdl(memory, sizeof(memory), FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  (void)dxgkrnl->DxgkCbMapMdlToIoMmu(adapter, &map);
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  if (strcmp(mistake, "leak") != 0) {
    dxgkrnl->DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  }
  if (strcmp(mistake, "twice") == 0) {
    dxgkrnl->DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  }
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {0, PAGE_SIZE, 0, NULL};
  (void)dxgkrnl->DxgkCbMapFrameBufferPointer(adapter, &pointer);
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER back = {0, pointer.pBaseAddress};
  (void)dxgkrnl->DxgkCbUnmapFrameBufferPointer(adapter, &back);
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, strcmp(mistake, "size") == 0 ? 100 : 2 * PAGE_SIZE, NULL};
  (void)dxgkrnl->DxgkCbPinFrameBufferForSave(adapter, &pin);
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  if (strcmp(mistake, "size") != 0) {
    (void)dxgkrnl->DxgkCbUnpinFrameBufferForSave(adapter, &unpin);
  }
  PHYSICAL_ADDRESS start = {.QuadPart = 0x800000000};
  PVOID registers = NULL;
  (void)dxgkrnl->DxgkCbMapMemory(adapter, start, PAGE_SIZE, FALSE, FALSE, MmNonCached, &registers);
  (void)dxgkrnl->DxgkCbUnmapMemory(adapter, registers);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

static void by_adl(const DXGKRNL_INTERFACE *dxgkrnl, HANDLE adapter, const char *mistake)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create = {.hAdapter = adapter,
                                                    .Size = 4 * PAGE_SIZE,
                                                    .Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL,
                                                    .CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED,
                                                    .Mdl.HighAddress.QuadPart = INT64_MAX};
  (void)dxgkrnl->DxgkCbCreatePhysicalMemoryObject(&create);
  DXGKARGCB_ALLOCATE_ADL allocate = {.hAdapterMemoryObject = create.hAdapterMemoryObject, .Size = 4 * PAGE_SIZE};
  (void)dxgkrnl->DxgkCbAllocateAdl(&allocate);
  DXGKARGCB_FREE_ADL release = {create.hAdapterMemoryObject, allocate.pAdl};
  if (strcmp(mistake, "in_use") != 0) {
    dxgkrnl->DxgkCbFreeAdl(&release);
  }
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {create.hPhysicalMemoryObject, create.hAdapterMemoryObject};
  dxgkrnl->DxgkCbDestroyPhysicalMemoryObject(&destroy);
}

int main(int count, char **words)
{
  const char *mistake = count > 1 ? words[1] : "";
  bool adl = strncmp(mistake, "in_use", 6) == 0 || strcmp(mistake, "adl") == 0;
  const uint64_t save[1] = {16 * PAGE_SIZE};
  const SIZE_T save_size[1] = {16 * PAGE_SIZE};
  const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE};
  dxgmap_adapter_description d = {.physical_adapters = 1, .save_bytes = save, .resources = 1, .resource = &registers};
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof(dxgkrnl), .Version = DXGKDDI_INTERFACE_VERSION};
  dxgmap_system_description system = {.handler = quiet};
  shim_adapter what = {adl, 1, save_size};
  HANDLE adapter;
  d.mode = adl ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  if (dxgmap_open(&system) != 0 || dxgmap_adapter_start(&d, &adapter) != 0 ||
      dxgmap_adapter_interface(adapter, &dxgkrnl) != 0) {
    return 1;
  }
  shim_begin(sink, stdout);
  shim_wrap(&dxgkrnl, &what);
  (adl ? by_adl : by_mdl)(&dxgkrnl, adapter, mistake);
  shim_stopped(dxgkrnl.DeviceHandle);
  dxgmap_close();
  return 0;
}
