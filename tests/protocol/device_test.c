/* SPDX-License-Identifier: MIT */
/* R-SECTION of spec/protocol.md, through the calls of the library: the device reads, writes and translates without the
   lock beside callbacks that map and unmap, and an access through a mapping never sees what the next owner makes of its
   pages.

     device_test MILLISECONDS     how long an access waits for its page to go, in the cases with one schedule */

#include "harness.h"
#include "dxgmap.h"
#include "threads.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 200u
#define PAGES 3u
#define BYTES ((size_t)PAGES * PAGE_SIZE)
#define HALF ((size_t)PAGE_SIZE / 2)
#define WORDS 32u
#define FILL 0x5A5A5A5A5A5A5A5Au /* in the first half of each page while it is mapped */
#define NEXT 0xC3                /* what the driver makes of its own pages when they are unmapped */
#define CROWD 70u                /* threads, more than may read without the lock at a time */

static long patience;   /* milliseconds */
static uint64_t untold; /* logical address that a thread waits for */

static void *must(void *there)
{
  if (there == NULL || there == MAP_FAILED) {
    puts("no memory");
    exit(2);
  }
  return there;
}

/* ---- The machine ---- */

static const uint64_t save_bytes[1] = {BYTES};

static void silent(const dxgmap_violation *violation, void *context)
{
  (void)violation;
  (void)context;
}

static HANDLE start_with(uint32_t mode, const dxgmap_resource_description *range)
{
  dxgmap_adapter_description d = {.physical_adapters = 1, .save_bytes = save_bytes, .mode = mode};
  HANDLE adapter = NULL;

  d.resources = range != NULL ? 1 : 0;
  d.resource = range;
  d.quarantine_ranges = DXGMAP_NO_QUARANTINE; /* so that the next mapping has the pages of the last */
  EXPECT("start", DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &adapter));
  return adapter;
}

static HANDLE start(uint32_t mode)
{
  HANDLE adapter = start_with(mode, NULL);

  if (mode == DXGMAP_MODE_IDENTITY) {
    EXPECT("attach", DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(adapter));
  }
  return adapter;
}

static void reset(void)
{
  const dxgmap_system_description d = {.handler = silent};

  untold = 0;
  dxgmap_close();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
}

/* ---- Mappings ---- */

typedef struct {
  HANDLE object, opened;
  DXGK_ADL *adl;
} adl_of;

static void fill(void *memory)
{
  for (size_t page = 0; page < PAGES; page++) {
    uint64_t *word = (uint64_t *)(void *)((UCHAR *)memory + page * PAGE_SIZE);
    for (size_t k = 0; k < HALF / sizeof(*word); k++) {
      word[k] = FILL;
    }
  }
}

static adl_of adl_make(HANDLE adapter)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object = {.hAdapter = adapter, .Size = BYTES};
  DXGKARGCB_MAP_PHYSICAL_MEMORY view;
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap;
  DXGKARGCB_ALLOCATE_ADL adl;

  object.Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
  object.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  object.Mdl.HighAddress.QuadPart = -1;
  EXPECT("create", STATUS_SUCCESS, (uint32_t)DxgkCbCreatePhysicalMemoryObject(&object));
  memset(&view, 0, sizeof(view));
  view.hPhysicalMemoryObject = object.hPhysicalMemoryObject;
  view.Size = BYTES;
  EXPECT("view", STATUS_SUCCESS, (uint32_t)DxgkCbMapPhysicalMemory(&view));
  fill((UCHAR *)view.pMappedAddress + view.Offset);
  unmap = (DXGKARGCB_UNMAP_PHYSICAL_MEMORY){object.hPhysicalMemoryObject, view.pMappedAddress, view.Size};
  DxgkCbUnmapPhysicalMemory(&unmap);
  memset(&adl, 0, sizeof(adl));
  adl.hAdapterMemoryObject = object.hAdapterMemoryObject;
  adl.Size = BYTES;
  EXPECT("allocate", STATUS_SUCCESS, (uint32_t)DxgkCbAllocateAdl(&adl));
  return (adl_of){object.hPhysicalMemoryObject, object.hAdapterMemoryObject, adl.pAdl};
}

static uint64_t adl_page(const adl_of *a, uint32_t i)
{
  return a->adl->Flags.Contiguous != 0 ? a->adl->BasePageNumber + i : a->adl->Pages[i];
}

static void adl_end(const adl_of *a)
{
  const DXGKARGCB_FREE_ADL adl = {a->opened, a->adl};
  const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT both = {a->object, a->opened};

  DxgkCbFreeAdl(&adl);
  DxgkCbDestroyPhysicalMemoryObject(&both);
}

static PMDL pin(HANDLE adapter)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE p = {0, BYTES, NULL};

  EXPECT("pin", STATUS_SUCCESS, (uint32_t)DxgkCbPinFrameBufferForSave(adapter, &p));
  return p.pMdl;
}

static void unpin(HANDLE adapter)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE u = {0};

  EXPECT("unpin", STATUS_SUCCESS, (uint32_t)DxgkCbUnpinFrameBufferForSave(adapter, &u));
}

/* Into the save area, by the CPU. */
static void fill_save_area(HANDLE adapter)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, BYTES, 0, NULL};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap;

  EXPECT("pointer", STATUS_SUCCESS, (uint32_t)DxgkCbMapFrameBufferPointer(adapter, &map));
  fill((UCHAR *)map.pBaseAddress + map.Offset);
  memset(&unmap, 0, sizeof(unmap));
  unmap.pBaseAddress = map.pBaseAddress;
  EXPECT("pointer, back", STATUS_SUCCESS, (uint32_t)DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
}

/* ---- One schedule: a copy stops half way, at a page of its buffer that is not there, and goes on when its page is
   gone from the device, if that ever happens before. The buffer is on the reader's stack, which alone is not probed
   before the copy begins ---- */

static UCHAR *trap;          /* two pages, the second of which is not there at first */
static UCHAR got[PAGE_SIZE]; /* what the copy left in them */
static uint32_t held, gone;  /* told */
static struct sigaction earlier;

static struct {
  HANDLE adapter;
  uint64_t logical;
  DXGKARGCB_ALLOCATEPAGESFORMDL list;
  adl_of adl;
  HANDLE owner; /* of device memory */
} victim;

static void on_fault(int number, siginfo_t *info, void *machine)
{
  const struct timespec millisecond = {.tv_nsec = 1000000};

  (void)number;
  (void)machine;
  if ((UCHAR *)info->si_addr < trap + PAGE_SIZE || (UCHAR *)info->si_addr >= trap + (size_t)2 * PAGE_SIZE) {
    static const char words[] = "a fault elsewhere\n";
    (void)!write(2, words, sizeof(words) - 1u);
    (void)sigaction(SIGSEGV, &earlier, NULL); /* it comes again, and finds whoever was there */
    return;
  }
  dxgmap_store_release(&held, 1);
  for (long waited = 0; waited < patience && dxgmap_load_acquire(&gone) == 0u; waited++) {
    nanosleep(&millisecond, NULL);
  }
  (void)mprotect(trap + PAGE_SIZE, PAGE_SIZE, PROT_READ | PROT_WRITE);
}

static void *read_into_the_trap(void *cause)
{
  UCHAR room[3 * PAGE_SIZE];

  trap = room + (PAGE_SIZE - (uintptr_t)room % PAGE_SIZE) % PAGE_SIZE;
  (void)mprotect(trap + PAGE_SIZE, PAGE_SIZE, PROT_NONE);
  *(uint32_t *)cause = dxgmap_device_read(victim.adapter, victim.logical, trap + HALF, PAGE_SIZE, NULL);
  (void)mprotect(trap + PAGE_SIZE, PAGE_SIZE, PROT_READ | PROT_WRITE);
  memcpy(got, trap + HALF, PAGE_SIZE);
  dxgmap_store_release(&held, 1); /* whoever waits sees the cause instead of waiting for ever */
  return NULL;
}

static void held_while(void (*take_away)(void), uint32_t after)
{
  UCHAR expected[PAGE_SIZE];
  size_t wrong = 0;
  pthread_t holder;
  uint32_t cause = DXGMAP_CAUSE_NOT_OPEN;

  memset(expected, FILL & 0xFF, sizeof(expected));
  EXPECT("fill", DXGMAP_CAUSE_NONE,
         dxgmap_device_write(victim.adapter, victim.logical, expected, sizeof(expected), NULL));
  dxgmap_store_release(&held, 0);
  dxgmap_store_release(&gone, 0);
  check_start(&holder, read_into_the_trap, &cause);
  while (dxgmap_load_acquire(&held) == 0u) {
    (void)sched_yield();
  }
  take_away();
  dxgmap_store_release(&gone, 1);
  check_join(holder);
  for (size_t k = 0; k < PAGE_SIZE; k++) {
    wrong += got[k] != expected[k];
  }
  EXPECT("the read", DXGMAP_CAUSE_NONE, cause);
  EXPECT("bytes of the next owner", 0, wrong);
  EXPECT("the page", after, dxgmap_device_translate(victim.adapter, victim.logical, NULL));
}

static void free_pages(void)
{
  const DXGKARGCB_FREEPAGESFROMMDL f = {victim.list.hMemoryHandle};

  EXPECT("free", STATUS_SUCCESS, (uint32_t)DxgkCbFreePagesFromMdl(victim.adapter, &f));
}

static void a_list_that_is_read_is_freed(void)
{
  memset(&victim, 0, sizeof(victim));
  victim.adapter = start(DXGMAP_MODE_IDENTITY);
  victim.list.HighAddress.QuadPart = -1;
  victim.list.TotalBytes = PAGE_SIZE;
  EXPECT("allocate", STATUS_SUCCESS, (uint32_t)DxgkCbAllocatePagesForMdl(victim.adapter, &victim.list));
  victim.logical = MmGetMdlPfnArray(victim.list.pMdl)[0] * PAGE_SIZE;
  held_while(free_pages, DXGMAP_CAUSE_BLOCKED);
}

static void unpin_it(void)
{
  unpin(victim.adapter);
}

static void a_save_area_that_is_read_is_unpinned(void)
{
  victim.adapter = start(DXGMAP_MODE_IDENTITY);
  victim.logical = MmGetMdlPfnArray(pin(victim.adapter))[1] * PAGE_SIZE;
  held_while(unpin_it, DXGMAP_CAUSE_BLOCKED);
}

static void end_it(void)
{
  adl_end(&victim.adl);
}

static void an_object_that_is_read_is_destroyed(void)
{
  victim.adapter = start(DXGMAP_MODE_REMAPPING);
  victim.adl = adl_make(victim.adapter);
  victim.logical = adl_page(&victim.adl, 2) * PAGE_SIZE;
  held_while(end_it, DXGMAP_CAUSE_BLOCKED);
}

static void stop_it(void)
{
  EXPECT("stop", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(victim.adapter, NULL));
  victim.adapter = NULL;
}

static void an_adapter_that_reads_is_stopped(void)
{
  victim.adapter = start(DXGMAP_MODE_REMAPPING);
  victim.adl = adl_make(victim.adapter);
  victim.logical = adl_page(&victim.adl, 0) * PAGE_SIZE;
  held_while(stop_it, DXGMAP_CAUSE_BAD_ADAPTER);
}

static void stop_the_owner(void)
{
  EXPECT("stop", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(victim.owner, NULL));
}

/* An adapter has the device memory of another one mapped, through an MDL of a view; nobody holds that. The other one
   has nothing at its stop for whose end it would wait. */
static void device_memory_that_is_read_ends(void)
{
  static const dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, 0x800000000u, BYTES};
  const PHYSICAL_ADDRESS first = {.QuadPart = 0x800000000};
  PVOID view = NULL;

  victim.adapter = start(DXGMAP_MODE_IDENTITY);
  victim.owner = start_with(DXGMAP_MODE_IDENTITY, &range);
  EXPECT("view", STATUS_SUCCESS,
         (uint32_t)DxgkCbMapMemory(victim.owner, first, BYTES, FALSE, FALSE, MmNonCached, &view));
  PMDL mdl = IoAllocateMdl(view, BYTES, FALSE, FALSE, NULL);
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
  EXPECT("map", STATUS_SUCCESS, (uint32_t)DxgkCbMapMdlToIoMmu(victim.adapter, &map));
  EXPECT("view, back", STATUS_SUCCESS, (uint32_t)DxgkCbUnmapMemory(victim.owner, view));
  victim.logical = MmGetMdlPfnArray(mdl)[1] * PAGE_SIZE;
  held_while(stop_the_owner, DXGMAP_CAUSE_NONE);
}

/* ---- Freely: readers access what was mapped last, by two adapters, whether it still is or not ---- */

typedef struct {
  uint64_t adapter; /* told, with the next */
  uint64_t logical[PAGES];
} shown;

static shown remapped, identical;

static uint64_t load(const uint64_t *word)
{
  return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

static void store(uint64_t *word, uint64_t value)
{
  __atomic_store_n(word, value, __ATOMIC_RELEASE);
}

static bool may_be(uint32_t cause)
{
  return cause == DXGMAP_CAUSE_NONE || cause == DXGMAP_CAUSE_BLOCKED || cause == DXGMAP_CAUSE_EXCLUSIVE ||
         cause == DXGMAP_CAUSE_BAD_ADAPTER;
}

static HANDLE handle_of(const shown *s)
{
  return (HANDLE)(uintptr_t)load(&s->adapter);
}

/* Reads from the half that nobody writes meanwhile, writes to a part of the other half that is this reader's. */
static void access_one(reader *me, const shown *s)
{
  uint64_t logical = load(&s->logical[random_below(&me->seed, PAGES)]) * PAGE_SIZE;
  uint64_t mine = logical + HALF + (uint64_t)(me - readers) * sizeof(uint64_t[WORDS]);
  uint64_t word[WORDS];
  size_t done = 0;
  uint32_t cause =
      dxgmap_device_read(handle_of(s), logical + random_below(&me->seed, 32) * 8u, word, sizeof(word), &done);

  me->wrong += !may_be(cause) || (cause == DXGMAP_CAUSE_NONE) != (done == sizeof(word));
  for (uint32_t k = 0; cause == DXGMAP_CAUSE_NONE && k < WORDS; k++) {
    me->wrong += word[k] != FILL;
  }
  me->wrong += !may_be(dxgmap_device_translate(handle_of(s), logical, NULL));
  memset(word, me->turns & 0xFF, sizeof(word));
  me->wrong += !may_be(dxgmap_device_write(handle_of(s), mine, word, sizeof(word), NULL));
}

static void *access_all(void *argument)
{
  reader *me = argument;

  while (dxgmap_load_acquire(&stop) == 0u) {
    access_one(me, &remapped);
    access_one(me, &identical);
    dxgmap_store_release(&me->turns, me->turns + 1u);
  }
  return NULL;
}

static uint32_t mapping_ends; /* told */
static UCHAR *own;            /* PAGES pages of the driver's */

typedef struct {
  PMDL mdl;
  HANDLE mapping;
} own_of;

static own_of own_map(HANDLE adapter)
{
  own_of o = {IoAllocateMdl(own, BYTES, FALSE, FALSE, NULL), NULL};
  DXGKARGCB_MAPMDLTOIOMMU map = {o.mdl, NULL};

  fill(own);
  MmProbeAndLockPages(o.mdl, KernelMode, IoModifyAccess);
  EXPECT("map", STATUS_SUCCESS, (uint32_t)DxgkCbMapMdlToIoMmu(adapter, &map));
  o.mapping = map.hMemoryHandle;
  return o;
}

static void own_unmap(HANDLE adapter, const own_of *o)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {o->mapping};

  DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  memset(own, NEXT, BYTES);
  MmUnlockPages(o->mdl);
  IoFreeMdl(o->mdl);
}

static void map_own_pages(HANDLE adapter)
{
  own_of o = own_map(adapter);

  for (uint32_t i = 0; i < PAGES; i++) {
    store(&identical.logical[i], MmGetMdlPfnArray(o.mdl)[i]);
  }
  (void)sched_yield();
  own_unmap(adapter, &o);
}

static void *map_identical(void *adapter)
{
  while (dxgmap_load_acquire(&mapping_ends) == 0u) {
    PMDL mdl = pin(adapter);
    for (uint32_t i = 0; i < PAGES; i++) {
      store(&identical.logical[i], MmGetMdlPfnArray(mdl)[i]);
    }
    (void)sched_yield();
    unpin(adapter);
    map_own_pages(adapter);
  }
  return NULL;
}

static void begin_and_end(HANDLE adapter, uint64_t logical)
{
  EXPECT("begin", DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  EXPECT("between", DXGMAP_CAUSE_EXCLUSIVE, dxgmap_device_translate(adapter, logical, NULL));
  EXPECT("end", DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  EXPECT("after", DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, logical, NULL));
}

/* The next adapter in the same place has the same logical pages, and the old handle none of them. */
static HANDLE stop_and_start(HANDLE old)
{
  EXPECT("stop", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(old, NULL));
  HANDLE adapter = start(DXGMAP_MODE_REMAPPING);
  adl_of a = adl_make(adapter);
  uint64_t logical = adl_page(&a, 0) * PAGE_SIZE;

  EXPECT("by the new handle", DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, logical, NULL));
  EXPECT("by the old handle", DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_device_translate(old, logical, NULL));
  adl_end(&a);
  store(&remapped.adapter, (uint64_t)(uintptr_t)adapter);
  return adapter;
}

static HANDLE map_remapped(HANDLE adapter, uint32_t round)
{
  adl_of a = adl_make(adapter);
  uint64_t logical = adl_page(&a, 0) * PAGE_SIZE;

  for (uint32_t i = 0; i < PAGES; i++) {
    store(&remapped.logical[i], adl_page(&a, i));
  }
  if (round % 8u == 0u) {
    readers_turn();
  }
  if (round % 16u == 1u) {
    begin_and_end(adapter, logical);
  }
  if (round % 32u == 31u) {
    return stop_and_start(adapter);
  }
  adl_end(&a);
  EXPECT("unmapped", DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, logical, NULL));
  return adapter;
}

static void no_access_meets_the_next_owner(void)
{
  HANDLE adapter = start(DXGMAP_MODE_REMAPPING);
  HANDLE other = start(DXGMAP_MODE_IDENTITY);
  pthread_t mapper;

  store(&remapped.adapter, (uint64_t)(uintptr_t)adapter);
  store(&identical.adapter, (uint64_t)(uintptr_t)other);
  fill_save_area(other);
  readers_start(access_all);
  dxgmap_store_release(&mapping_ends, 0);
  check_start(&mapper, map_identical, other);
  for (uint32_t round = 0; round < ROUNDS; round++) {
    adapter = map_remapped(adapter, round);
  }
  dxgmap_store_release(&mapping_ends, 1);
  check_join(mapper);
  EXPECT("accesses that went wrong", 0, readers_end());
}

/* ---- Told only where to look: no word is stored with release, nor that of a table, which was there before ---- */

static void *read_untold(void *word)
{
  uint64_t logical;

  while ((logical = __atomic_load_n(&untold, __ATOMIC_RELAXED)) == 0u) {
    (void)sched_yield();
  }
  EXPECT("the read", DXGMAP_CAUSE_NONE, dxgmap_device_read(victim.adapter, logical, word, sizeof(uint64_t), NULL));
  return NULL;
}

static void told_where_alone(uint64_t page, pthread_t finder, const uint64_t *word)
{
  __atomic_store_n(&untold, page * PAGE_SIZE, __ATOMIC_RELAXED);
  check_join(finder);
  EXPECT("the word", FILL, *word);
  untold = 0;
}

static void who_finds_a_page_finds_what_is_in_it(void)
{
  pthread_t finder;
  uint64_t word = 0;

  victim.adapter = start(DXGMAP_MODE_REMAPPING);
  adl_of before = adl_make(victim.adapter);
  check_start(&finder, read_untold, &word);
  victim.adl = adl_make(victim.adapter);
  told_where_alone(adl_page(&victim.adl, 0), finder, &word);
  adl_end(&victim.adl);
  adl_end(&before);
}

static void who_finds_a_page_in_identity_mode_finds_what_is_in_it(void)
{
  pthread_t finder;
  uint64_t word = 0;

  victim.adapter = start(DXGMAP_MODE_IDENTITY);
  check_start(&finder, read_untold, &word);
  own_of o = own_map(victim.adapter);
  told_where_alone(MmGetMdlPfnArray(o.mdl)[0], finder, &word);
  own_unmap(victim.adapter, &o);
}

/* ---- More threads than there are numbers of readers ---- */

static pthread_barrier_t together;

static void *read_in_a_crowd(void *cause)
{
  uint64_t word = 0;

  *(uint32_t *)cause = dxgmap_device_read(victim.adapter, victim.logical, &word, sizeof(word), NULL);
  pthread_barrier_wait(&together); /* nobody gives a number back before all have read */
  return word == FILL ? cause : NULL;
}

static void crowd_reads(void)
{
  pthread_t thread[CROWD];
  uint32_t cause[CROWD];
  void *right;

  for (uint32_t i = 0; i < CROWD; i++) {
    check_start(&thread[i], read_in_a_crowd, &cause[i]);
  }
  for (uint32_t i = 0; i < CROWD; i++) {
    right = check_join(thread[i]);
    EXPECT("in a crowd", 1, right == &cause[i] && cause[i] == DXGMAP_CAUSE_NONE);
  }
}

static void more_threads_read_than_may_without_the_lock(void)
{
  victim.adapter = start(DXGMAP_MODE_REMAPPING);
  victim.adl = adl_make(victim.adapter);
  victim.logical = adl_page(&victim.adl, 0) * PAGE_SIZE;
  pthread_barrier_init(&together, NULL, CROWD);
  crowd_reads();
  crowd_reads();
  pthread_barrier_destroy(&together);
  adl_end(&victim.adl);
}

/* No thread of a test that has ended waits for what does not come. */
static void mend(void)
{
  readers_stop();
  dxgmap_store_release(&gone, 1);
  dxgmap_store_release(&mapping_ends, 1);
  __atomic_store_n(&untold, UINT64_MAX, __ATOMIC_RELAXED);
}

int main(int count, char **words)
{
  struct sigaction action;

  patience = count == 2 ? strtol(words[1], NULL, 10) : 0;
  if (patience <= 0) {
    fprintf(stderr, "usage: %s MILLISECONDS\n", words[0]);
    return 2;
  }
  harness_begin(reset, mend);
  memset(&action, 0, sizeof(action));
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO;
  (void)sigaction(SIGSEGV, &action, &earlier);
  own = must(mmap(NULL, BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  RUN(a_list_that_is_read_is_freed);
  RUN(a_save_area_that_is_read_is_unpinned);
  RUN(an_object_that_is_read_is_destroyed);
  RUN(an_adapter_that_reads_is_stopped);
  RUN(device_memory_that_is_read_ends);
  RUN(no_access_meets_the_next_owner);
  RUN(who_finds_a_page_finds_what_is_in_it);
  RUN(who_finds_a_page_in_identity_mode_finds_what_is_in_it);
  RUN(more_threads_read_than_may_without_the_lock);
  dxgmap_close();
  return harness_end();
}
