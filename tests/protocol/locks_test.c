/* SPDX-License-Identifier: MIT */
/* The locks of spec/locks.md, through the calls of the library: drivers map and unmap on adapters of their own beside
   each other, and beside calls that take the lock of the machine; and none waits for what another adapter does. */

#include "harness.h"
#include "dxgmap.h"

#include "base/access.h"
#include "ddi/machine/failure.h"
#include "host/interface/threads.h"
#include "structures/handle.h"

#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DRIVERS 4u
#define ROUNDS 400u
#define OTHERS 60u /* rounds of who takes the lock of the machine */
#define CYCLES 25u
#define TURNS 8u

/* ---- The machine ---- */

static uint32_t stop; /* told */

static uint32_t told;        /* violations */
static uint32_t told_unmaps; /* and those of DxgkCbUnmapMdlFromIoMmu */

static void count(const dxgmap_violation *violation, void *context)
{
  (void)context;
  (void)__atomic_add_fetch(&told, (uint32_t)violation->count, __ATOMIC_RELAXED);
  if (violation->operation == DXGMAP_OPERATION_UNMAP_MDL) {
    (void)__atomic_add_fetch(&told_unmaps, 1, __ATOMIC_RELAXED);
  }
}

static void reset(void)
{
  const dxgmap_system_description d = {.handler = count, .remembered = 16};

  dxgmap_close();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  told = 0;
  told_unmaps = 0;
}

static HANDLE start(uint32_t mode)
{
  const dxgmap_adapter_description d = {.physical_adapters = 1, .mode = mode};
  HANDLE adapter = NULL;

  EXPECT("start", DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &adapter));
  if (mode == DXGMAP_MODE_IDENTITY) {
    EXPECT("attach", DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(adapter));
  }
  return adapter;
}

static void stop_it(HANDLE adapter)
{
  uint64_t leaks = 1;

  EXPECT("stop", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  EXPECT("leaks", 0, leaks);
}

static uint64_t acquisitions(void)
{
  dxgmap_host_lock();
  uint64_t seen = dxgmap_ddi_failure_acquisitions();
  dxgmap_host_unlock();
  return seen;
}

/* ---- Drivers ---- */

typedef struct {
  HANDLE adapter;
  UCHAR *memory; /* of an MDL */
  PMDL mdl;
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object; /* or of ADLs */
  uint32_t rounds;
  uint32_t wrong;
} driver;

static PMDL locked(UCHAR *memory)
{
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);

  CHECK(mdl != NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  return mdl;
}

static void unlocked(PMDL mdl)
{
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

static UCHAR *page_of_memory(void)
{
  UCHAR *memory = aligned_alloc(PAGE_SIZE, PAGE_SIZE);

  CHECK(memory != NULL);
  memset(memory, 0, PAGE_SIZE);
  return memory;
}

static void driver_of_mdls(driver *d)
{
  memset(d, 0, sizeof(*d));
  d->adapter = start(DXGMAP_MODE_IDENTITY);
  d->memory = page_of_memory();
  d->mdl = locked(d->memory);
  d->rounds = ROUNDS;
}

static void make_object(HANDLE adapter, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *object)
{
  memset(object, 0, sizeof(*object));
  object->hAdapter = adapter;
  object->Size = (SIZE_T)2 * PAGE_SIZE;
  object->Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
  object->CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  object->Mdl.HighAddress.QuadPart = -1;
  EXPECT("create", STATUS_SUCCESS, (uint32_t)DxgkCbCreatePhysicalMemoryObject(object));
}

static void end_object(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *object)
{
  const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT both = {object->hPhysicalMemoryObject, object->hAdapterMemoryObject};

  DxgkCbDestroyPhysicalMemoryObject(&both);
}

static void driver_of_adls(driver *d)
{
  memset(d, 0, sizeof(*d));
  d->adapter = start(DXGMAP_MODE_REMAPPING);
  make_object(d->adapter, &d->object);
  d->rounds = ROUNDS;
}

static void driver_end(driver *d)
{
  if (d->mdl != NULL) {
    unlocked(d->mdl);
  } else {
    end_object(&d->object);
  }
  stop_it(d->adapter);
  free(d->memory);
}

/* What the device writes by the mapping is in the memory, and read again. */
static uint32_t mdl_round(const driver *d, UCHAR value)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = d->mdl};
  UCHAR back = 0;
  uint32_t wrong = DxgkCbMapMdlToIoMmu(d->adapter, &map) != STATUS_SUCCESS;
  const DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  uint64_t logical = MmGetMdlPfnArray(d->mdl)[0] * PAGE_SIZE;

  wrong += dxgmap_device_write(d->adapter, logical, &value, 1, NULL) != DXGMAP_CAUSE_NONE;
  wrong += dxgmap_device_read(d->adapter, logical, &back, 1, NULL) != DXGMAP_CAUSE_NONE;
  wrong += back != value;
  wrong += d->memory[0] != value;
  DxgkCbUnmapMdlFromIoMmu(d->adapter, &unmap);
  return wrong;
}

static uint32_t adl_round(const driver *d, UCHAR value)
{
  DXGKARGCB_ALLOCATE_ADL adl = {.hAdapterMemoryObject = d->object.hAdapterMemoryObject, .Size = (SIZE_T)2 * PAGE_SIZE};
  UCHAR back = 0;
  uint32_t wrong = DxgkCbAllocateAdl(&adl) != STATUS_SUCCESS;

  if (wrong == 0) {
    const DXGKARGCB_FREE_ADL give = {d->object.hAdapterMemoryObject, adl.pAdl};
    uint64_t page = adl.pAdl->Flags.Contiguous != 0 ? adl.pAdl->BasePageNumber + 1 : adl.pAdl->Pages[1];

    wrong += dxgmap_device_write(d->adapter, page * PAGE_SIZE, &value, 1, NULL) != DXGMAP_CAUSE_NONE;
    wrong += dxgmap_device_read(d->adapter, page * PAGE_SIZE, &back, 1, NULL) != DXGMAP_CAUSE_NONE;
    wrong += back != value;
    DxgkCbFreeAdl(&give);
  }
  return wrong;
}

static void *drive(void *context)
{
  driver *d = context;

  for (uint32_t i = 0; i < d->rounds; i++) {
    d->wrong += d->mdl != NULL ? mdl_round(d, (UCHAR)i) : adl_round(d, (UCHAR)i);
  }
  return NULL;
}

/* ---- Beside each other, and beside the lock of the machine ---- */

/* Of each kind: a life of an adapter, of an object, of pages and of an MDL on an adapter that others use, and a fault
   that is reported. */
static void other_round(const driver *d, UCHAR *memory)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object;
  DXGKARGCB_ALLOCATEPAGESFORMDL pages = {.TotalBytes = PAGE_SIZE};
  DXGKARGCB_FREEPAGESFROMMDL give;
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap;
  PMDL mdl = locked(memory);
  DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = mdl};
  HANDLE another = start(DXGMAP_MODE_REMAPPING);

  make_object(another, &object);
  end_object(&object);
  stop_it(another);
  pages.HighAddress.QuadPart = -1;
  EXPECT("pages", STATUS_SUCCESS, (uint32_t)DxgkCbAllocatePagesForMdl(d->adapter, &pages));
  memset(&give, 0, sizeof(give));
  give.hMemoryHandle = pages.hMemoryHandle;
  EXPECT("pages, back", STATUS_SUCCESS, (uint32_t)DxgkCbFreePagesFromMdl(d->adapter, &give));
  EXPECT("map", STATUS_SUCCESS, (uint32_t)DxgkCbMapMdlToIoMmu(d->adapter, &map));
  unmap.hMemoryHandle = map.hMemoryHandle;
  DxgkCbUnmapMdlFromIoMmu(d->adapter, &unmap);
  DxgkCbUnmapMdlFromIoMmu(d->adapter, &unmap); /* once too often */
  unlocked(mdl);
}
#define OTHER_ACQUISITIONS 5u /* MDL, lock, object, pages, map; one that is bound is no open of its own */

static void drivers_do_not_meet(void)
{
  driver d[DRIVERS];
  pthread_t thread[DRIVERS];
  UCHAR *memory = page_of_memory();

  for (uint32_t i = 0; i < DRIVERS; i++) {
    if (i % 2u == 0) {
      driver_of_mdls(&d[i]);
    } else {
      driver_of_adls(&d[i]);
    }
  }
  uint64_t before = acquisitions();
  for (uint32_t i = 0; i < DRIVERS; i++) {
    check_start(&thread[i], drive, &d[i]);
  }
  for (uint32_t i = 0; i < OTHERS; i++) {
    other_round(&d[i % 4u == 0 ? 0 : 2], memory);
  }
  for (uint32_t i = 0; i < DRIVERS; i++) {
    check_join(thread[i]);
    EXPECT("wrong answers", 0, d[i].wrong);
  }
  EXPECT("acquisitions", DRIVERS * ROUNDS + OTHERS * OTHER_ACQUISITIONS, acquisitions() - before);
  EXPECT("violations", OTHERS, told);
  for (uint32_t i = 0; i < DRIVERS; i++) {
    driver_end(&d[i]);
  }
  EXPECT("violations, after the stops", OTHERS, told);
  free(memory);
}

/* ---- In turns ---- */

/* Whose turn it is, is told by a word that puts nothing in order: what happens in turns is in order by the locks of the
   library alone, or ThreadSanitizer sees that it is in none, however threads are scheduled. */
static struct {
  uint32_t now;   /* counts turns */
  uint32_t among; /* drivers, and who takes the lock of the machine */
} turn;

static void turn_comes(uint32_t round, uint32_t place)
{
  while (__atomic_load_n(&turn.now, __ATOMIC_RELAXED) < round * turn.among + place) {
    (void)sched_yield();
  }
}

static void turn_ends(void)
{
  (void)__atomic_fetch_add(&turn.now, 1, __ATOMIC_RELAXED);
}

typedef struct {
  driver *d;
  uint32_t place;
} player;

static void *play(void *context)
{
  const player *p = context;

  for (uint32_t i = 0; i < TURNS; i++) {
    turn_comes(i, p->place);
    (void)drive(p->d);
    turn_ends();
  }
  return NULL;
}

static void take_turns(driver *d, uint32_t drivers, bool machine)
{
  pthread_t thread[DRIVERS];
  player p[DRIVERS];
  UCHAR *memory = page_of_memory();

  turn.now = 0;
  turn.among = drivers + (machine ? 1u : 0u);
  for (uint32_t i = 0; i < drivers; i++) {
    p[i] = (player){&d[i], i};
    d[i].rounds = 1;
    check_start(&thread[i], play, &p[i]);
  }
  for (uint32_t i = 0; machine && i < TURNS; i++) {
    turn_comes(i, drivers);
    other_round(&d[0], memory);
    turn_ends();
  }
  for (uint32_t i = 0; i < drivers; i++) {
    check_join(thread[i]);
    EXPECT("wrong answers", 0, d[i].wrong);
  }
  EXPECT("violations", machine ? TURNS : 0, told);
  free(memory);
}

static void drivers_in_turns(bool machine)
{
  driver d[DRIVERS];

  for (uint32_t i = 0; i < DRIVERS; i++) {
    if (i % 2u == 0) {
      driver_of_mdls(&d[i]);
    } else {
      driver_of_adls(&d[i]);
    }
  }
  take_turns(d, DRIVERS, machine);
  for (uint32_t i = 0; i < DRIVERS; i++) {
    driver_end(&d[i]);
  }
}

static void turns_of_drivers_are_in_order(void)
{
  drivers_in_turns(false);
}

static void turns_with_the_machine_are_in_order(void)
{
  drivers_in_turns(true);
}

/* One MDL, which each driver maps to its own adapter: whose its mappings are, changes. */
static void one_mdl_is_mapped_to_several_adapters(void)
{
  driver d[DRIVERS];
  pthread_t thread[DRIVERS];
  UCHAR *memory = page_of_memory();
  PMDL mdl = locked(memory);

  for (uint32_t i = 0; i < DRIVERS; i++) {
    driver_of_mdls(&d[i]);
    unlocked(d[i].mdl);
    d[i].mdl = mdl;
  }
  take_turns(d, DRIVERS, false);
  for (uint32_t i = 0; i < DRIVERS; i++) {
    d[i].rounds = ROUNDS;
    check_start(&thread[i], drive, &d[i]);
  }
  for (uint32_t i = 0; i < DRIVERS; i++) {
    check_join(thread[i]);
    free(d[i].memory);
  }
  EXPECT("violations", 0, told);
  unlocked(mdl);
  EXPECT("violations, after the free", 0, told);
  for (uint32_t i = 0; i < DRIVERS; i++) {
    stop_it(d[i].adapter);
  }
  free(memory);
}

/* ---- Nobody waits for another adapter ---- */

static struct {
  uint32_t part;
  bool section;  /* a read section, and not the lock */
  uint32_t held; /* told */
  uint32_t done; /* told */
} holding;

static void *hold(void *none)
{
  bool got = holding.section ? dxgmap_host_read_begin(holding.part) : dxgmap_host_lock_part(holding.part);

  dxgmap_store_release(&holding.held, got ? 1 : 2);
  while (got && dxgmap_load_acquire(&holding.done) == 0u) {
    (void)sched_yield();
  }
  if (got && holding.section) {
    dxgmap_host_read_end();
  } else if (got) {
    dxgmap_host_unlock();
  }
  return none;
}

/* All its rounds are made while another thread has what is the other adapter's; if one waited for that, this would not
   end. */
static void rounds_beside(driver *d, const driver *other, bool section)
{
  pthread_t holder;

  holding.part = dxgmap_handle_index((uint64_t)(uintptr_t)other->adapter);
  holding.section = section;
  holding.held = 0;
  holding.done = 0;
  check_start(&holder, hold, NULL);
  while (dxgmap_load_acquire(&holding.held) == 0u) {
    (void)sched_yield();
  }
  EXPECT("held", 1, holding.held);
  (void)drive(d);
  dxgmap_store_release(&holding.done, 1);
  check_join(holder);
  EXPECT("wrong answers", 0, d->wrong);
}

static void a_pair_waits_for_no_other_adapter(void)
{
  driver d[2];

  driver_of_mdls(&d[0]);
  driver_of_adls(&d[1]);
  d[0].rounds = 50;
  d[1].rounds = 50;
  (void)drive(&d[0]);
  (void)drive(&d[1]);
  for (uint32_t section = 0; section < 2u; section++) {
    rounds_beside(&d[0], &d[1], section != 0);
    rounds_beside(&d[1], &d[0], section != 0);
  }
  EXPECT("violations", 0, told);
  driver_end(&d[0]);
  driver_end(&d[1]);
}

/* ---- Ends ---- */

static struct {
  HANDLE adapter; /* that runs now */
  PMDL mdl;
  uint64_t maps;
  uint32_t turns; /* told */
} ending;

static void *map_what_may_have_ended(void *none)
{
  while (dxgmap_load_acquire(&stop) == 0u) {
    HANDLE adapter = __atomic_load_n(&ending.adapter, __ATOMIC_ACQUIRE);
    DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = ending.mdl};
    if (NT_SUCCESS(DxgkCbMapMdlToIoMmu(adapter, &map))) {
      const DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
      DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
      ending.maps++;
    }
    dxgmap_store_release(&ending.turns, ending.turns + 1u);
  }
  return none;
}

static void ending_turn(void)
{
  uint32_t before = dxgmap_load_acquire(&ending.turns);
  while (dxgmap_load_acquire(&ending.turns) - before < 2u) {
    (void)sched_yield();
  }
}

/* Each map ends once: by its unmap, or by a stop that came in between, and then its unmap is a fault. What a stop tells
   as left may be unmapped before it is done: it tells without a lock, and looks again. */
static void adapters_end_beside_their_calls(void)
{
  pthread_t thread;
  UCHAR *memory = page_of_memory();
  uint64_t leaks = 0;

  memset(&ending, 0, sizeof(ending));
  ending.mdl = locked(memory);
  ending.adapter = start(DXGMAP_MODE_IDENTITY);
  dxgmap_store_release(&stop, 0);
  check_start(&thread, map_what_may_have_ended, NULL);
  for (uint32_t i = 0; i < CYCLES; i++) {
    uint64_t left = 0;
    HANDLE last = ending.adapter;
    ending_turn();
    EXPECT("stop", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(last, &left));
    leaks += left;
    __atomic_store_n(&ending.adapter, start(DXGMAP_MODE_IDENTITY), __ATOMIC_RELEASE);
  }
  ending_turn();
  dxgmap_store_release(&stop, 1);
  check_join(thread);
  EXPECT("unmaps that were none, beyond what was left", 0, told_unmaps > leaks ? told_unmaps - leaks : 0);
  unlocked(ending.mdl);
  stop_it(ending.adapter);
  free(memory);
}

/* The system itself ends, beside calls that find it open, or not any more. */
static void the_system_ends_beside_calls(void)
{
  UCHAR *memory = page_of_memory();

  for (uint32_t i = 0; i < CYCLES; i++) {
    pthread_t thread;
    reset();
    memset(&ending, 0, sizeof(ending));
    ending.mdl = locked(memory);
    ending.adapter = start(DXGMAP_MODE_IDENTITY);
    dxgmap_store_release(&stop, 0);
    check_start(&thread, map_what_may_have_ended, NULL);
    ending_turn();
    dxgmap_close();
    ending_turn();
    dxgmap_store_release(&stop, 1);
    check_join(thread);
    CHECK(ending.maps > 0);
  }
  free(memory);
}

/* No thread of a test that has ended waits for what does not come. */
static void mend(void)
{
  dxgmap_store_release(&stop, 1);
  dxgmap_store_release(&holding.done, 1);
  __atomic_store_n(&turn.now, UINT32_MAX / 2u, __ATOMIC_RELAXED);
}

int main(void)
{
  harness_begin(reset, mend);
  RUN(a_pair_waits_for_no_other_adapter);
  RUN(turns_of_drivers_are_in_order);
  RUN(turns_with_the_machine_are_in_order);
  RUN(drivers_do_not_meet);
  RUN(one_mdl_is_mapped_to_several_adapters);
  RUN(adapters_end_beside_their_calls);
  RUN(the_system_ends_beside_calls);
  dxgmap_close();
  return harness_end();
}
