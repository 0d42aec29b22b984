/* SPDX-License-Identifier: MIT */
/* A driver that does at random what it may and what it may not, under random failures of the host. What it holds is
   known here: so each answer is, and each report. */
#include <string.h>

#include "expect.h"
#include "host/host.h"

#define RANDOM_HELD 12u /* mappings that the driver holds at most */
#define RANDOM_STALE 64u

/* A key that a release takes: a handle or an address, of one kind. */
typedef struct {
  uint32_t kind; /* enum dxgmap_mapping_kind */
  PVOID key;
} random_mapping;

static struct {
  uint64_t seed;
  random_mapping held[RANDOM_HELD];
  uint32_t count;
  random_mapping stale[RANDOM_STALE];
  uint32_t stales;
  PMDL mdl;
} driver;

static _Alignas(4096) char random_memory[2 * PAGE_SIZE];

static uint32_t random_below(uint32_t end)
{
  driver.seed = driver.seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(driver.seed >> 33) % end;
}

/* Acquires one mapping of the kind; its key is in `key` on success. */
static NTSTATUS random_acquire(uint32_t kind, PVOID *key)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, (1 + (SIZE_T)random_below(SAVE_PAGES)) * PAGE_SIZE, NULL};
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {0, PAGE_SIZE, random_below(SAVE_PAGES) * (SIZE_T)PAGE_SIZE, NULL};
  DXGKARGCB_MAPMDLTOIOMMU mdl = {driver.mdl, NULL};
  DXGKARGCB_ALLOCATEPAGESFORMDL pages;
  NTSTATUS status = STATUS_SUCCESS;
  memset(&pages, 0, sizeof(pages));
  pages.HighAddress.QuadPart = -1;
  pages.TotalBytes = 1 + (SIZE_T)random_below(3 * PAGE_SIZE);
  switch (kind) {
  case DXGMAP_MAPPING_PIN:
    *key = NULL;
    return dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin);
  case DXGMAP_MAPPING_POINTER:
    status = dxgk.DxgkCbMapFrameBufferPointer(adapter, &pointer);
    *key = pointer.pBaseAddress;
    return status;
  case DXGMAP_MAPPING_MDL:
    status = dxgk.DxgkCbMapMdlToIoMmu(adapter, &mdl);
    *key = mdl.hMemoryHandle;
    return status;
  case DXGMAP_MAPPING_PAGE_LIST:
    status = dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages);
    *key = pages.hMemoryHandle;
    return status;
  default:
    *key = NULL;
    return dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START + random_below(PAGE_SIZE)), 1 + random_below(PAGE_SIZE),
                                FALSE, FALSE, MmNonCached, key);
  }
}

/* Releases by the key; for the one that returns nothing, what was reported says how it went. */
static NTSTATUS random_release(random_mapping m)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER pointer = {0, m.key};
  DXGKARGCB_UNMAPMDLFROMIOMMU mdl = {m.key};
  DXGKARGCB_FREEPAGESFROMMDL pages = {m.key};
  switch (m.kind) {
  case DXGMAP_MAPPING_PIN:
    return dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin);
  case DXGMAP_MAPPING_POINTER:
    return dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &pointer);
  case DXGMAP_MAPPING_MDL:
    dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &mdl);
    return reports.status;
  case DXGMAP_MAPPING_PAGE_LIST:
    return dxgk.DxgkCbFreePagesFromMdl(adapter, &pages);
  default:
    return dxgk.DxgkCbUnmapMemory(adapter, m.key);
  }
}

/* Whether the driver holds a mapping that this key releases. Addresses come again; handles do not. */
static uint32_t random_find(random_mapping m)
{
  uint32_t i = 0;
  while (i < driver.count && (driver.held[i].kind != m.kind || driver.held[i].key != m.key)) {
    i++;
  }
  return i;
}

static void random_try_acquire(void)
{
  static const uint32_t kinds[] = {DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_POINTER, DXGMAP_MAPPING_MDL,
                                   DXGMAP_MAPPING_PAGE_LIST, DXGMAP_MAPPING_VIEW};
  random_mapping m = {kinds[random_below(RTL_NUMBER_OF(kinds))], NULL};
  int pinned = random_find(m) < driver.count;
  if (driver.count == RANDOM_HELD) {
    return;
  }
  dxgmap_host_fail_at(random_below(3) == 0 ? 1 + random_below(8) : 0);
  NTSTATUS status = random_acquire(m.kind, &m.key);
  dxgmap_host_fail_at(0);
  if (m.kind == DXGMAP_MAPPING_PIN && pinned) {
    CHECK_EQ((uint32_t)STATUS_RESOURCE_IN_USE, (uint32_t)status);
    CHECK_EQ(1, reports.count);
    return;
  }
  CHECK_EQ(0, reports.count);
  if (NT_SUCCESS(status)) {
    driver.held[driver.count] = m;
    driver.count++;
  } else {
    CHECK_EQ((uint32_t)STATUS_INSUFFICIENT_RESOURCES, (uint32_t)status);
  }
}

static void random_release_held(uint32_t i)
{
  random_mapping m = driver.held[i];
  CHECK_EQ(STATUS_SUCCESS, random_release(m));
  CHECK_EQ(0, reports.count);
  driver.count--;
  driver.held[i] = driver.held[driver.count];
  driver.stale[driver.stales % RANDOM_STALE] = m;
  driver.stales++;
}

/* A key that was good once. If the same address is good again, this is an honest release. */
static void random_release_stale(void)
{
  uint32_t known = driver.stales < RANDOM_STALE ? driver.stales : RANDOM_STALE;
  if (known == 0) {
    return;
  }
  random_mapping m = driver.stale[random_below(known)];
  uint32_t i = random_find(m);
  if (i < driver.count) {
    random_release_held(i);
    return;
  }
  CHECK(!NT_SUCCESS(random_release(m)));
  CHECK_EQ(1, reports.count);
}

static void random_step(void)
{
  reports_forget();
  uint32_t what = random_below(10);
  if (what < 6) {
    random_try_acquire();
  } else if (what < 9 && driver.count > 0) {
    random_release_held(random_below(driver.count));
  } else {
    random_release_stale();
  }
  CHECK_EQ(driver.count, machine_live(adapter));
}

static void random_driver(void)
{
  memset(&driver, 0, sizeof(driver));
  driver.seed = random_seed;
  machine_open();
  driver.mdl = IoAllocateMdl(random_memory, sizeof(random_memory), FALSE, FALSE, NULL);
  MmProbeAndLockPages(driver.mdl, KernelMode, IoWriteAccess);
  for (uint32_t i = 0; i < random_steps; i++) {
    check_at(random_seed, i);
    random_step();
    if (i % 16 == 0) {
      machine_check();
      machine_translate(adapter);
    }
  }
  while (driver.count > 0) {
    reports_forget();
    random_release_held(0);
  }
  MmUnlockPages(driver.mdl);
  IoFreeMdl(driver.mdl);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  machine_close();
}

static void random_driver_compared(void)
{
  machine_compares = 1;
  random_driver();
  machine_compares = 0;
}

void random_tests(void);
void random_tests(void)
{
  RUN(random_driver);
  RUN(random_driver_compared);
}
