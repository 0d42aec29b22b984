/* SPDX-License-Identifier: MIT */
#include "face_driver.h"

#include "measure.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

void face_check(int right, const char *what)
{
  if (!right) {
    bench_fail(what, FACE);
  }
}

void face_open(void)
{
  face_check(dxgmap_open(NULL) == DXGMAP_CAUSE_NONE, "the library does not open");
}

static void face_start(face *f, uint32_t mode, SIZE_T bytes)
{
  static const uint64_t save[] = {16 << 20};
  dxgmap_adapter_description d = {.physical_adapters = 1, .save_bytes = save, .mode = mode};
  memset(f, 0, sizeof *f);
  f->bytes = bytes;
  f->dxgkrnl = (DXGKRNL_INTERFACE){.Size = sizeof f->dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  face_check(dxgmap_adapter_start(&d, &f->adapter) == DXGMAP_CAUSE_NONE &&
                 dxgmap_adapter_interface(f->adapter, &f->dxgkrnl) == DXGMAP_CAUSE_NONE,
             "an adapter does not start");
}

void face_add_mdl(face *f, SIZE_T bytes)
{
  face_start(f, DXGMAP_MODE_IDENTITY, bytes);
  f->memory = aligned_alloc(PAGE_SIZE, bytes);
  face_check(f->memory != NULL, "no memory");
  memset(f->memory, 1, bytes);
  f->mdl = IoAllocateMdl(f->memory, (ULONG)bytes, FALSE, FALSE, NULL);
  face_check(f->mdl != NULL, "no MDL");
  MmProbeAndLockPages(f->mdl, KernelMode, IoWriteAccess);
}

void face_end_mdl(face *f)
{
  MmUnlockPages(f->mdl);
  IoFreeMdl(f->mdl);
  free(f->memory);
}

void face_add_adl(face *f, SIZE_T bytes)
{
  face_start(f, DXGMAP_MODE_REMAPPING, bytes);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create = {.hAdapter = f->adapter,
                                                    .Size = bytes,
                                                    .Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL,
                                                    .CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED,
                                                    .Mdl.HighAddress.QuadPart = INT64_MAX};
  face_check(f->dxgkrnl.DxgkCbCreatePhysicalMemoryObject(&create) == STATUS_SUCCESS, "no object");
  f->object = create.hPhysicalMemoryObject;
  f->opened = create.hAdapterMemoryObject;
}

void face_end_adl(face *f)
{
  f->dxgkrnl.DxgkCbDestroyPhysicalMemoryObject(&(DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT){f->object, f->opened});
}

HANDLE face_map(face *f)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = f->mdl};
  face_check(DxgkCbMapMdlToIoMmu(f->adapter, &map) == STATUS_SUCCESS, "an MDL is not mapped");
  return map.hMemoryHandle;
}

void face_unmap(face *f, HANDLE mapping)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {.hMemoryHandle = mapping};
  DxgkCbUnmapMdlFromIoMmu(f->adapter, &unmap);
}

uint64_t face_mdl_pairs(void *context, uint64_t times)
{
  for (uint64_t i = 0; i < times; i++) {
    face_unmap(context, face_map(context));
  }
  return 0;
}

uint64_t face_adl_pairs(void *context, uint64_t times)
{
  face *f = context;
  for (uint64_t i = 0; i < times; i++) {
    DXGKARGCB_ALLOCATE_ADL allocate = {.hAdapterMemoryObject = f->opened, .Size = f->bytes};
    face_check(f->dxgkrnl.DxgkCbAllocateAdl(&allocate) == STATUS_SUCCESS, "no ADL");
    DXGKARGCB_FREE_ADL give = {f->opened, allocate.pAdl};
    f->dxgkrnl.DxgkCbFreeAdl(&give);
  }
  return 0;
}
