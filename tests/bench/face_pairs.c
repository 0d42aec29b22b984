/* SPDX-License-Identifier: MIT */
/* F1 to F4: what a driver's calls cost, by the Windows callbacks, with both stacks kept, all as it is by default: pairs
   of map and unmap, the unmap of an MDL that is mapped a million times, a stop with leaks, and the memory of what
   lives. */

#define DXGMAP_PREFIX bench_face_ /* as face_library.c has it */
#include <wdm.h>
#include <dispmprt.h>
#include <dxgmap.h>

#include "measure.h"
#include "memory.h"
#include "peer_asan.h"
#include "workloads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FACE "face"
#define ASAN "ASan"
#define MANY 1000000u
#define LEAKS 50000u

typedef struct {
  HANDLE adapter;
  DXGKRNL_INTERFACE dxgkrnl;
  void *memory;
  PMDL mdl;
  HANDLE opened; /* adapter object of a memory object, with remapping */
  HANDLE object;
  SIZE_T bytes; /* of a pair */
} face;

static void check(int right, const char *what)
{
  if (!right) {
    bench_fail(what, FACE);
  }
}

static void face_start(face *f, uint32_t mode, SIZE_T bytes)
{
  static const uint64_t save[] = {16 << 20};
  dxgmap_adapter_description d = {.physical_adapters = 1, .save_bytes = save, .mode = mode};
  memset(f, 0, sizeof *f);
  f->bytes = bytes;
  f->dxgkrnl = (DXGKRNL_INTERFACE){.Size = sizeof f->dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  check(dxgmap_adapter_start(&d, &f->adapter) == DXGMAP_CAUSE_NONE &&
            dxgmap_adapter_interface(f->adapter, &f->dxgkrnl) == DXGMAP_CAUSE_NONE,
        "an adapter does not start");
}

static void face_open_mdl(face *f, SIZE_T bytes)
{
  check(dxgmap_open(NULL) == DXGMAP_CAUSE_NONE, "the library does not open");
  face_start(f, DXGMAP_MODE_IDENTITY, bytes);
  f->memory = aligned_alloc(PAGE_SIZE, bytes);
  check(f->memory != NULL, "no memory");
  memset(f->memory, 1, bytes);
  f->mdl = IoAllocateMdl(f->memory, (ULONG)bytes, FALSE, FALSE, NULL);
  check(f->mdl != NULL, "no MDL");
  MmProbeAndLockPages(f->mdl, KernelMode, IoWriteAccess);
}

static void face_close_mdl(face *f)
{
  MmUnlockPages(f->mdl);
  IoFreeMdl(f->mdl);
  dxgmap_close();
  free(f->memory);
}

static void face_open_adl(face *f, SIZE_T bytes)
{
  check(dxgmap_open(NULL) == DXGMAP_CAUSE_NONE, "the library does not open");
  face_start(f, DXGMAP_MODE_REMAPPING, bytes);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create = {.hAdapter = f->adapter,
                                                    .Size = bytes,
                                                    .Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL,
                                                    .CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED,
                                                    .Mdl.HighAddress.QuadPart = INT64_MAX};
  check(f->dxgkrnl.DxgkCbCreatePhysicalMemoryObject(&create) == STATUS_SUCCESS, "no object");
  f->object = create.hPhysicalMemoryObject;
  f->opened = create.hAdapterMemoryObject;
}

static void face_close_adl(face *f)
{
  f->dxgkrnl.DxgkCbDestroyPhysicalMemoryObject(&(DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT){f->object, f->opened});
  dxgmap_close();
}

static HANDLE face_map(face *f)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = f->mdl};
  check(DxgkCbMapMdlToIoMmu(f->adapter, &map) == STATUS_SUCCESS, "an MDL is not mapped");
  return map.hMemoryHandle;
}

static void face_unmap(face *f, HANDLE mapping)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {.hMemoryHandle = mapping};
  DxgkCbUnmapMdlFromIoMmu(f->adapter, &unmap);
}

static uint64_t mdl_pairs(void *context, uint64_t times)
{
  for (uint64_t i = 0; i < times; i++) {
    face_unmap(context, face_map(context));
  }
  return 0;
}

static uint64_t adl_pairs(void *context, uint64_t times)
{
  face *f = context;
  for (uint64_t i = 0; i < times; i++) {
    DXGKARGCB_ALLOCATE_ADL allocate = {.hAdapterMemoryObject = f->opened, .Size = f->bytes};
    check(f->dxgkrnl.DxgkCbAllocateAdl(&allocate) == STATUS_SUCCESS, "no ADL");
    DXGKARGCB_FREE_ADL give = {f->opened, allocate.pAdl};
    f->dxgkrnl.DxgkCbFreeAdl(&give);
  }
  return 0;
}

static void measure(const char *workload, const char *what, face *f, uint64_t (*run)(void *, uint64_t))
{
  task one = {.who = FACE, .run = run, .context = f, .operations = 1};
  bench_measure(workload, what, &one, 1);
}

/* Beside the peer, where it was built. */
static void measure_beside(const char *what, face *f, uint64_t (*run)(void *, uint64_t))
{
  const task both[] = {{.who = FACE, .run = run, .context = f, .operations = 1},
                       {.who = ASAN, .elsewhere = bench_asan_pairs, .operations = 1}};
  int peer = bench_asan_open();
  bench_measure("F1", what, both, peer ? 2 : 1);
  if (peer) {
    bench_asan_close();
  }
}

static void measure_pair(const char *kind, SIZE_T pages, face *f, uint64_t (*run)(void *, uint64_t))
{
  char what[64];
  snprintf(what, sizeof what, "%s pair, n = %zu", kind, (size_t)pages);
  if (pages == 1) {
    measure_beside(what, f, run);
  } else {
    measure("F1", what, f, run);
  }
  check(dxgmap_violations() == 0, "a pair is reported");
}

static void pairs(void)
{
  static const SIZE_T pages[] = {1, 16, 256, 4096};
  face f;
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    face_open_mdl(&f, pages[i] * PAGE_SIZE);
    measure_pair("MDL", pages[i], &f, mdl_pairs);
    face_close_mdl(&f);
    face_open_adl(&f, pages[i] * PAGE_SIZE);
    measure_pair("ADL", pages[i], &f, adl_pairs);
    face_close_adl(&f);
  }
}

static uint32_t at_most(uint32_t wanted)
{
  return wanted < bench.pages_limit ? wanted : bench.pages_limit;
}

/* The same MDL, mapped so often while a pair of it is measured; and what each of those takes. */
static void many_maps(void)
{
  uint32_t count = at_most(MANY);
  HANDLE *mapping = bench_allocate(count, sizeof *mapping);
  memset(mapping, 0, count * sizeof *mapping);
  face f;
  face_open_mdl(&f, PAGE_SIZE);
  mapping[0] = face_map(&f);
  measure("F2", "MDL pair, mapped once more", &f, mdl_pairs);
  uint64_t before = bench_resident();
  for (uint32_t i = 1; i < count; i++) {
    mapping[i] = face_map(&f);
  }
  double bytes = ((double)bench_resident() - (double)before) / (double)count;
  measure("F2", "MDL pair, mapped a million times", &f, mdl_pairs);
  for (uint32_t i = 0; i < count; i++) {
    face_unmap(&f, mapping[i]);
  }
  check(dxgmap_violations() == 0, "a pair is reported");
  face_close_mdl(&f);
  free(mapping);
  bench_say("F4", "a live mapping of one page", FACE, "bytes", &bytes, 1, 1);
}

static void count_leaks(const dxgmap_violation *violation, void *context)
{
  uint64_t *told = context;
  *told += violation->count;
}

static void leaks(void)
{
  unsigned samples = bench.suites * bench.repeats;
  double *ns = bench_allocate(samples, sizeof *ns);
  uint32_t count = at_most(LEAKS);
  for (unsigned i = 0; i < samples; i++) {
    uint64_t told = 0;
    uint64_t found = 0;
    face f;
    face_open_mdl(&f, PAGE_SIZE);
    dxgmap_set_handler(count_leaks, &told);
    for (uint32_t k = 0; k < count; k++) {
      (void)face_map(&f);
    }
    double from = bench_now();
    check(dxgmap_adapter_stop(f.adapter, &found) == DXGMAP_CAUSE_NONE, "an adapter does not stop");
    ns[i] = bench_now() - from;
    check(found == count && told == count, "a leak is not told");
    face_close_mdl(&f);
  }
  bench_say("F3", "stop with 50000 leaks", FACE, "ns", ns, bench.suites, bench.repeats);
  free(ns);
}

static int wanted_of(const char *who)
{
  return bench.who == NULL || strcmp(bench.who, who) == 0;
}

void bench_face_pairs(void)
{
  if (!wanted_of(FACE)) {
    return;
  }
  puts("{\"row\": \"contender\", \"name\": \"" FACE "\", \"level\": \"face\", \"sharing\": \"\"}");
  puts("{\"row\": \"contender\", \"name\": \"" ASAN "\", \"level\": \"peer\", \"sharing\": \"\"}");
  if (bench_wanted("F1")) {
    pairs();
  }
  if (bench_wanted("F2")) {
    many_maps();
  }
  if (bench_wanted("F3")) {
    leaks();
  }
}
