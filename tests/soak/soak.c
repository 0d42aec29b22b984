/* SPDX-License-Identifier: MIT */
/*
 * soak PAIRS LIVES: PAIRS calls that acquire, each with the call that releases, spread over all callbacks that acquire
 * and over LIVES openings of the system. What the process has of the system afterwards, mappings, descriptors, reserved
 * and resident memory, is what it had after the first lives: nothing is left behind by a pair or by a life.
 */
#include "harness.h"

#include <dispmprt.h>
#include <dxgmap.h>
#include <dxgmap_soak.h>
#include <video.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REGISTERS 0x800000000ll
#define REGISTERS_BYTES 0x10000u
#define PORTS 0x3C0
#define SAVE (8u * PAGE_SIZE)
#define OBJECT (4u * PAGE_SIZE)
#define INSTALLED 16384u /* pages, so that each has been used before the counting begins */
#define IDLE_MAPPINGS 10u
#define IDLE_DESCRIPTORS 4u /* of each adapter: its registers and its save area */
#define LIFE_BEFORE 4u      /* lives after which nothing grows any more */

static uint64_t soak_pairs = 100000, soak_lives = 30;
static HANDLE adapter, remapped;
static DXGKRNL_INTERFACE dxgk;
static PVOID extension;
static _Alignas(PAGE_SIZE) unsigned char memory[4 * PAGE_SIZE];

/* ---- The machine ---- */

static HANDLE start(uint32_t mode, uint64_t first)
{
  static const uint64_t save[1] = {SAVE};
  dxgmap_resource_description range[2] = {{DXGMAP_RESOURCE_MEMORY, first, REGISTERS_BYTES},
                                          {DXGMAP_RESOURCE_PORTS, PORTS + (mode << 8), 32}};
  dxgmap_adapter_description d;
  HANDLE started = NULL;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.resources = 2;
  d.resource = range;
  d.mode = mode;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &started));
  return started;
}

static void adapters_start(void)
{
  adapter = start(DXGMAP_MODE_IDENTITY, REGISTERS);
  remapped = start(DXGMAP_MODE_REMAPPING, REGISTERS + REGISTERS_BYTES);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 16, NULL, &extension));
  dxgk.Size = sizeof(dxgk);
  dxgk.Version = DXGKDDI_INTERFACE_VERSION;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_interface(adapter, &dxgk));
}

static void adapters_stop(void)
{
  uint64_t leaks = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(0, leaks);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(remapped, &leaks));
  CHECK_EQ(0, leaks);
}

/* ---- The pairs ---- */

static PHYSICAL_ADDRESS at(LONGLONG address)
{
  PHYSICAL_ADDRESS p;
  p.QuadPart = address;
  return p;
}

static void touch(void *address)
{
  volatile unsigned char *byte = address;
  *byte = (unsigned char)(*byte + 1);
}

static void pair_view(void)
{
  PVOID address = NULL;
  CHECK_EQ(0, dxgk.DxgkCbMapMemory(adapter, at(REGISTERS), 0x3000, FALSE, FALSE, MmNonCached, &address));
  touch(address);
  CHECK_EQ(0, dxgk.DxgkCbUnmapMemory(adapter, address));
}

static void pair_ports(void)
{
  PVOID address = NULL;
  CHECK_EQ(0, dxgk.DxgkCbMapMemory(adapter, at(PORTS), 8, TRUE, FALSE, MmNonCached, &address));
  CHECK_EQ(0, dxgk.DxgkCbUnmapMemory(adapter, address));
}

static void pair_video(void)
{
  PVOID address = NULL;
  ULONG length = 0x2000, space = VIDEO_MEMORY_SPACE_MEMORY;
  CHECK_EQ(NO_ERROR, VideoPortMapMemory(extension, at(REGISTERS), &length, &space, &address));
  touch(address);
  CHECK_EQ(NO_ERROR, VideoPortUnmapMemory(extension, address, NULL));
}

static void pair_pointer(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, 2 * PAGE_SIZE, PAGE_SIZE, NULL};
  CHECK_EQ(0, dxgk.DxgkCbMapFrameBufferPointer(adapter, &map));
  touch((PUCHAR)map.pBaseAddress + map.Offset);
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, map.pBaseAddress};
  CHECK_EQ(0, dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
}

static void pair_pin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  CHECK_EQ(0, dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  touch(MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority));
  CHECK_EQ(0, dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
}

static void pair_pin2(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin = {0, SAVE, {.Value = 0}, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  CHECK_EQ(0, dxgk.DxgkCbPinFrameBufferForSave2(remapped, &pin));
  CHECK_EQ(0, dxgk.DxgkCbUnpinFrameBufferForSave(remapped, &unpin));
}

static void pair_mdl(void)
{
  PMDL mdl = IoAllocateMdl(memory + 0x123, 2 * PAGE_SIZE, FALSE, FALSE, NULL);
  CHECK(mdl != NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  CHECK_EQ(0, dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
  touch(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority));
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

static void pair_pages(void)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL pages;
  memset(&pages, 0, sizeof(pages));
  pages.HighAddress.QuadPart = -1;
  pages.TotalBytes = 3 * PAGE_SIZE;
  CHECK_EQ(0, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  touch(MmGetSystemAddressForMdlSafe(pages.pMdl, NormalPagePriority));
  DXGKARGCB_FREEPAGESFROMMDL release = {pages.hMemoryHandle};
  CHECK_EQ(0, dxgk.DxgkCbFreePagesFromMdl(adapter, &release));
}

static void pair_contiguous(void)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY run;
  memset(&run, 0, sizeof(run));
  run.NumberOfBytes = 3 * PAGE_SIZE;
  run.HighestAcceptableAddress.QuadPart = -1;
  CHECK_EQ(0, dxgk.DxgkCbAllocateContiguousMemory(adapter, &run));
  touch(run.pMemory);
  DXGKARGCB_FREECONTIGUOUSMEMORY release = {run.hMemoryHandle};
  CHECK_EQ(0, dxgk.DxgkCbFreeContiguousMemory(adapter, &release));
}

static void pair_view_of(HANDLE object)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = object;
  map.Size = OBJECT;
  CHECK_EQ(0, dxgk.DxgkCbMapPhysicalMemory(&map));
  touch((PUCHAR)map.pMappedAddress + map.Offset);
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {object, map.pMappedAddress, map.Size};
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
}

static void pair_object_of(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *wish)
{
  wish->Size = OBJECT;
  CHECK_EQ(0, dxgk.DxgkCbCreatePhysicalMemoryObject(wish));
  pair_view_of(wish->hPhysicalMemoryObject);
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT open = {wish->hPhysicalMemoryObject, remapped, NULL};
  CHECK_EQ(0, dxgk.DxgkCbOpenPhysicalMemoryObject(&open));
  DXGKARGCB_ALLOCATE_ADL adl;
  memset(&adl, 0, sizeof(adl));
  adl.hAdapterMemoryObject = open.hAdapterMemoryObject;
  adl.Size = OBJECT;
  CHECK_EQ(0, dxgk.DxgkCbAllocateAdl(&adl));
  DXGKARGCB_FREE_ADL release = {open.hAdapterMemoryObject, adl.pAdl};
  dxgk.DxgkCbFreeAdl(&release);
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT close = {open.hAdapterMemoryObject};
  dxgk.DxgkCbClosePhysicalMemoryObject(&close);
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {wish->hPhysicalMemoryObject, NULL};
  dxgk.DxgkCbDestroyPhysicalMemoryObject(&destroy);
}

static void pair_object_pages(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish;
  memset(&wish, 0, sizeof(wish));
  wish.Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  wish.Mdl.HighAddress.QuadPart = -1;
  pair_object_of(&wish);
}

static void pair_object_run(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish;
  memset(&wish, 0, sizeof(wish));
  wish.Type = DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY;
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  wish.ContiguousMemory.HighestAcceptableAddress.QuadPart = -1;
  pair_object_of(&wish);
}

static void pair_object_section(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish;
  memset(&wish, 0, sizeof(wish));
  wish.Type = DXGK_PHYSICAL_MEMORY_TYPE_SECTION;
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  wish.Section.PageProtection = PAGE_READWRITE;
  pair_object_of(&wish);
}

static void pair_object_io(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish;
  memset(&wish, 0, sizeof(wish));
  wish.Type = DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  wish.IOSpace.BaseAddress = at(REGISTERS + REGISTERS_BYTES);
  pair_object_of(&wish);
}

static void (*const pairs[])(void) = {
    pair_view,  pair_ports,      pair_video,      pair_pointer,      pair_pin,       pair_pin2,           pair_mdl,
    pair_pages, pair_contiguous, pair_object_run, pair_object_pages, pair_object_io, pair_object_section,
};
#define PAIRS (sizeof(pairs) / sizeof(pairs[0]))

/* ---- What the process has of the system ---- */

static dxgmap_soak_holdings holdings_now(void)
{
  dxgmap_soak_holdings now;
  CHECK(dxgmap_soak_look(&now));
  return now;
}

static void check_holdings(const dxgmap_soak_holdings *before)
{
  dxgmap_soak_holdings now = holdings_now();
  CHECK(dxgmap_soak_bounded(before, &now));
}

/* ---- The tests ---- */

static void run_pairs(uint64_t count, uint64_t first)
{
  for (uint64_t i = 0; i < count; i++) {
    check_at(first, i);
    pairs[(first + i) % PAIRS]();
  }
}

static void life(uint64_t count, uint64_t first)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.seed = first;
  d.installed_pages = INSTALLED;
  d.fault_policy = DXGMAP_FAULT_PASS;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  adapters_start();
  run_pairs(count / 2, first);
  adapters_stop(); /* and once more under the same opening */
  adapters_start();
  run_pairs(count - count / 2, first);
  adapters_stop();
  CHECK_EQ(0, dxgmap_violations());
  dxgmap_close();
}

/* What a machine with two adapters takes before anything is mapped: each mapping of the process is a call of the system
   to make it and one to take it back, and these are most of what a life costs. */
static void test_idle_machine(void)
{
  dxgmap_soak_holdings before = holdings_now();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(NULL));
  adapters_start();
  dxgmap_soak_holdings now = holdings_now();
  CHECK(now.mappings <= before.mappings + IDLE_MAPPINGS);
  CHECK(now.descriptors <= before.descriptors + IDLE_DESCRIPTORS);
  adapters_stop();
  dxgmap_close();
}

/* More of each kind in one life than the process may have mappings at the kernel's usual limit. */
static void test_one_life(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.installed_pages = INSTALLED;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  adapters_start();
  run_pairs(soak_pairs / 4, 0);
  dxgmap_soak_holdings before = holdings_now();
  run_pairs(soak_pairs / 2, 0);
  check_holdings(&before);
  adapters_stop();
  CHECK_EQ(0, dxgmap_violations());
  dxgmap_close();
}

static void test_many_lives(void)
{
  uint64_t each = soak_pairs / 2 / soak_lives;
  for (uint64_t i = 0; i < LIFE_BEFORE; i++) {
    life(each, i);
  }
  dxgmap_soak_holdings before = holdings_now();
  for (uint64_t i = 0; i < soak_lives; i++) {
    life(each, i);
    check_holdings(&before);
  }
}

int main(int argc, char **argv)
{
  if (argc > 1) {
    soak_pairs = strtoull(argv[1], NULL, 10);
  }
  if (argc > 2) {
    soak_lives = strtoull(argv[2], NULL, 10);
  }
  if (soak_pairs == 0 || soak_lives == 0) {
    (void)fprintf(stderr, "soak PAIRS LIVES: two numbers that are not zero\n");
    return 2;
  }
  harness_begin(NULL, dxgmap_close);
  RUN(test_one_life);
  RUN(test_idle_machine); /* the first life has loaded what the process keeps */
  RUN(test_many_lives);
  return harness_end();
}
