/* SPDX-License-Identifier: MIT */
/* Memory through the Windows callbacks, as a driver and its harness call them, with stacks captured and under default
   settings; beside it what the system and the C library ask for as much memory. An access to the driver's own memory
   has to ask the system whether the page is still the one that was locked: beside it that question alone, and a call of
   the system that does nothing. */

#include "measure.h"
#include "memory.h"
#include "traced.h"
#include "workloads.h"

#include <dispmprt.h>
#include <dxgmap.h>
#include <wdm.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FACE "callbacks, memory"
#define PAGE ((size_t)4096)
#define MIB ((size_t)1 << 20)
#define ACCESS ((size_t)64) /* bytes of the device */
#define POOL_TAG 0x68636e62u
#define BASE ((int64_t)0x1000000000) /* of the device's memory */

typedef struct {
  PMDL mdl;
  HANDLE handle;
} mapped;

static struct {
  HANDLE mdls, adls; /* adapters */
  DXGKRNL_INTERFACE mdl_kernel, adl_kernel;
  uint64_t library, foreign; /* logical addresses of pages */
  uint64_t scattered[256];   /* of the library's pages */
  unsigned char *mine, *from, *to, *pool;
  mapped own, pooled;
  size_t view, pinned; /* bytes */
} face;

static void must(int good, const char *what)
{
  if (!good) {
    bench_fail(what, FACE);
  }
}

/* ---- The machine ---- */

static HANDLE face_start(uint32_t mode, int64_t base, size_t save, DXGKRNL_INTERFACE *kernel)
{
  const uint64_t save_bytes[] = {save};
  dxgmap_resource_description memory = {.space = DXGMAP_RESOURCE_MEMORY, .start = (uint64_t)base, .length = 16 * MIB};
  dxgmap_adapter_description description = {
      .physical_adapters = 1, .save_bytes = save_bytes, .mode = mode, .resources = 1, .resource = &memory};
  HANDLE adapter = NULL;
  must(dxgmap_adapter_start(&description, &adapter) == DXGMAP_CAUSE_NONE, "no adapter");
  must(mode != DXGMAP_MODE_IDENTITY || dxgmap_adapter_attach(adapter) == DXGMAP_CAUSE_NONE, "not attached");
  *kernel = (DXGKRNL_INTERFACE){.Size = sizeof *kernel, .Version = DXGKDDI_INTERFACE_VERSION};
  must(dxgmap_adapter_interface(adapter, kernel) == DXGMAP_CAUSE_NONE, "no interface");
  return adapter;
}

static const PFN_NUMBER *face_map(mapped *m, void *address, size_t bytes)
{
  m->mdl = IoAllocateMdl(address, (ULONG)bytes, FALSE, FALSE, NULL);
  DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = m->mdl};
  MmProbeAndLockPages(m->mdl, KernelMode, IoWriteAccess);
  must(DxgkCbMapMdlToIoMmu(face.mdls, &map) == STATUS_SUCCESS, "not mapped");
  m->handle = map.hMemoryHandle;
  return MmGetMdlPfnArray(m->mdl);
}

static void face_unmap(const mapped *m)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {.hMemoryHandle = m->handle};
  DxgkCbUnmapMdlFromIoMmu(face.mdls, &unmap);
  MmUnlockPages(m->mdl);
  IoFreeMdl(m->mdl);
}

static void face_open(size_t pinned)
{
  const PFN_NUMBER *pages;
  must(dxgmap_open(NULL) == DXGMAP_CAUSE_NONE, "not open");
  face.pinned = pinned;
  face.view = PAGE;
  face.mdls = face_start(DXGMAP_MODE_IDENTITY, BASE, MIB, &face.mdl_kernel);
  face.adls = face_start(DXGMAP_MODE_REMAPPING, 2 * BASE, pinned, &face.adl_kernel);
  face.mine = bench_reserve_small(PAGE);
  face.from = bench_reserve_small(pinned);
  face.to = bench_reserve_small(pinned);
  memset(face.mine, 1, PAGE);
  memset(face.from, 1, pinned);
  memset(face.to, 1, pinned);
  face.pool = ExAllocatePool2(POOL_FLAG_NON_PAGED, MIB, POOL_TAG);
  must(face.pool != NULL, "no pool");
  memset(face.pool, 1, MIB);
  face.foreign = face_map(&face.own, face.mine, PAGE)[0] * PAGE;
  pages = face_map(&face.pooled, face.pool, MIB);
  for (size_t i = 0; i < MIB / PAGE; i++) {
    face.scattered[i] = pages[i] * PAGE;
  }
  face.library = face.scattered[0];
}

static void face_close(void)
{
  face_unmap(&face.own);
  face_unmap(&face.pooled);
  ExFreePoolWithTag(face.pool, POOL_TAG);
  must(dxgmap_violations() == 0, "something was reported");
  dxgmap_close();
  bench_unreserve(face.to, face.pinned);
  bench_unreserve(face.from, face.pinned);
  bench_unreserve(face.mine, PAGE);
}

/* ---- What is measured; each answers how often it was done ---- */

static uint64_t face_access(unsigned char *bytes, uint64_t logical, uint64_t times, int write)
{
  uint64_t done = 0;
  for (uint64_t i = 0; i < times; i++) {
    uint32_t cause = write ? dxgmap_device_write(face.mdls, logical, bytes, ACCESS, NULL)
                           : dxgmap_device_read(face.mdls, logical, bytes, ACCESS, NULL);
    done += cause == DXGMAP_CAUSE_NONE && bytes[0] == 1;
  }
  return done;
}

static uint64_t face_access_by_stack(uint64_t logical, uint64_t times, int write)
{
  unsigned char bytes[ACCESS] = {1};
  return face_access(bytes, logical, times, write);
}

static uint64_t read_library(void *context, uint64_t times)
{
  (void)context;
  return face_access_by_stack(face.library, times, 0);
}

static uint64_t write_library(void *context, uint64_t times)
{
  (void)context;
  return face_access_by_stack(face.library, times, 1);
}

static uint64_t read_foreign(void *context, uint64_t times)
{
  (void)context;
  return face_access_by_stack(face.foreign, times, 0);
}

static uint64_t write_foreign(void *context, uint64_t times)
{
  (void)context;
  return face_access_by_stack(face.foreign, times, 1);
}

/* What dxgmap_os_marked asks of the system: it refuses to drop what it has of a page that is locked. */
static uint64_t ask_for_mark(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    done += syscall(SYS_msync, face.mine, PAGE, MS_INVALIDATE) != 0 && errno == EBUSY;
  }
  return done;
}

static uint64_t ask_nothing(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    done += syscall(SYS_getppid) >= 0;
  }
  return done;
}

/* Into and from memory of the heap, which is not known to be there as the stack is. */
static uint64_t read_to_heap(void *context, uint64_t times)
{
  (void)context;
  return face_access(face.to, face.library, times, 0);
}

static uint64_t write_from_heap(void *context, uint64_t times)
{
  (void)context;
  return face_access(face.from, face.library, times, 1);
}

static uint64_t read_scattered(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    uint64_t moved = 0;
    for (size_t k = 0; k < MIB / PAGE; k++) {
      moved += dxgmap_device_read(face.mdls, face.scattered[k], face.to + k * PAGE, PAGE, NULL) == DXGMAP_CAUSE_NONE;
    }
    done += moved == MIB / PAGE;
  }
  return done;
}

static uint64_t copy_scattered(void *context, uint64_t times)
{
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    for (size_t k = 0; k < MIB / PAGE; k++) {
      memcpy(face.to + k * PAGE, face.from + (k * 37 % (MIB / PAGE)) * PAGE, PAGE);
    }
    __asm__ volatile("" ::: "memory");
  }
  return times;
}

static uint64_t pin_pairs(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin = {.CommitSize = face.pinned};
    DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
    done += DxgkCbPinFrameBufferForSave2(face.adls, &pin) == STATUS_SUCCESS &&
            DxgkCbUnpinFrameBufferForSave(face.adls, &unpin) == STATUS_SUCCESS;
  }
  return done;
}

static uint64_t copy_pairs(void *context, uint64_t times)
{
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    memcpy(face.to, face.from, face.pinned);
    __asm__ volatile("" ::: "memory");
    memcpy(face.from, face.to, face.pinned);
    __asm__ volatile("" ::: "memory");
  }
  return times;
}

static uint64_t view_pairs(void *context, uint64_t times)
{
  uint64_t done = 0;
  PHYSICAL_ADDRESS physical = {.QuadPart = BASE};
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    PVOID view = NULL;
    done += face.mdl_kernel.DxgkCbMapMemory(face.mdls, physical, (ULONG)face.view, FALSE, FALSE, MmNonCached, &view) ==
                STATUS_SUCCESS &&
            face.mdl_kernel.DxgkCbUnmapMemory(face.mdls, view) == STATUS_SUCCESS;
  }
  return done;
}

static uint64_t mmap_pairs(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    unsigned char *at = mmap(NULL, face.view, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (size_t k = 0; at != MAP_FAILED && k < face.view; k += PAGE) {
      at[k] = 1;
    }
    done += at != MAP_FAILED && munmap(at, face.view) == 0;
  }
  return done;
}

static uint64_t object_pairs(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object = {.hAdapter = face.adls,
                                                      .Size = PAGE,
                                                      .Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL,
                                                      .CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED,
                                                      .Mdl.HighAddress.QuadPart = INT64_MAX};
    if (face.adl_kernel.DxgkCbCreatePhysicalMemoryObject(&object) == STATUS_SUCCESS) {
      DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT end = {object.hPhysicalMemoryObject, object.hAdapterMemoryObject};
      face.adl_kernel.DxgkCbDestroyPhysicalMemoryObject(&end);
      done++;
    }
  }
  return done;
}

static uint64_t lock_pairs(void *context, uint64_t times)
{
  uint64_t done = 0;
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    PMDL mdl = IoAllocateMdl(face.from, PAGE, FALSE, FALSE, NULL);
    MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
    done += (mdl->MdlFlags & MDL_PAGES_LOCKED) != 0;
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
  }
  return done;
}

/* ---- The rows ---- */

static void beside(const char *what, uint64_t (*ours)(void *, uint64_t), const char *who,
                   uint64_t (*theirs)(void *, uint64_t))
{
  const task tasks[] = {{FACE, ours, NULL, 1, 1, NULL}, {who, theirs, NULL, 1, 1, NULL}};
  bench_measure("memory", what, tasks, theirs != NULL ? 2 : 1);
}

static void beside_question(const char *what, uint64_t (*ours)(void *, uint64_t))
{
  const task tasks[] = {{FACE, ours, NULL, 1, 1, NULL},
                        {"msync", ask_for_mark, NULL, 1, 1, NULL},
                        {"getppid", ask_nothing, NULL, 1, 1, NULL}};
  bench_measure("memory", what, tasks, 3);
}

static uint64_t mdl_pairs(void *context, uint64_t times)
{
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = face.own.mdl};
    must(DxgkCbMapMdlToIoMmu(face.mdls, &map) == STATUS_SUCCESS, "not mapped");
    DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {.hMemoryHandle = map.hMemoryHandle};
    DxgkCbUnmapMdlFromIoMmu(face.mdls, &unmap);
  }
  return times;
}

static void open_small(void)
{
  face_open(MIB);
}

static void count_calls(void)
{
  static const struct {
    const char *what;
    uint64_t (*run)(void *, uint64_t);
  } each[] = {{"MDL pair", mdl_pairs},
              {"device read 64, library's", read_library},
              {"device read 64, to the heap", read_to_heap},
              {"device read 64, driver's own", read_foreign},
              {"device write 64, driver's own", write_foreign},
              {"device read 1 MiB, scattered", read_scattered},
              {"pin2 + unpin 1 MiB", pin_pairs},
              {"view 4 KiB", view_pairs},
              {"object 4 KiB", object_pairs},
              {"lock a new MDL", lock_pairs}};
  for (size_t i = 0; i < sizeof each / sizeof each[0]; i++) {
    double calls = bench_calls(open_small, each[i].run, NULL);
    if (calls >= 0) {
      bench_say("calls", each[i].what, FACE, "", &calls, 1, 1);
    }
  }
}

void bench_face_memory(void)
{
  int small = bench.pages_limit < 1u << 17;
  if (!bench_wanted("memory")) {
    return;
  }
  puts("{\"row\": \"contender\", \"name\": \"" FACE "\", \"level\": \"operation\", \"sharing\": \"\"}");
  puts("{\"row\": \"contender\", \"name\": \"memcpy\", \"level\": \"peer\", \"sharing\": \"\"}");
  puts("{\"row\": \"contender\", \"name\": \"mmap\", \"level\": \"peer\", \"sharing\": \"\"}");
  puts("{\"row\": \"contender\", \"name\": \"msync\", \"level\": \"floor\", \"sharing\": \"\"}");
  puts("{\"row\": \"contender\", \"name\": \"getppid\", \"level\": \"floor\", \"sharing\": \"\"}");
  count_calls();
  face_open(small ? MIB : 256 * MIB);
  beside("device read 64, library's", read_library, NULL, NULL);
  beside("device write 64, library's", write_library, NULL, NULL);
  beside("device read 64, to the heap", read_to_heap, NULL, NULL);
  beside("device write 64, from the heap", write_from_heap, NULL, NULL);
  beside_question("device read 64, driver's own", read_foreign);
  beside_question("device write 64, driver's own", write_foreign);
  beside("device read 1 MiB, scattered", read_scattered, "memcpy", copy_scattered);
  beside("pin2 + unpin 256 MiB", pin_pairs, "memcpy", copy_pairs);
  beside("view 4 KiB", view_pairs, "mmap", mmap_pairs);
  face.view = 16 * MIB;
  beside("view 16 MiB", view_pairs, "mmap", mmap_pairs);
  beside("object 4 KiB", object_pairs, NULL, NULL);
  beside("lock a new MDL", lock_pairs, NULL, NULL);
  face_close();
}
