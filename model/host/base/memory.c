/* SPDX-License-Identifier: MIT */
/* Blocks, regions, sparse files and address ranges, all counted, and the budget of mappings. */
#include "host/base/memory.h"
#include "host/base/inject.h"
#include "host/base/shortage.h"
#include "host/base/span.h"

#include <stdatomic.h>
#include <stdlib.h>

_Static_assert(DXGMAP_HOST_PAGE == DXGMAP_OS_PAGE, "both speak of the same pages");

/* A system that has few addresses (Valgrind, RLIMIT_AS) is asked for such a part of a range, but not for less. */
#define DXGMAP_HOST_RANGE_PART ((uint64_t)16)
#define DXGMAP_HOST_RANGE_LEAST ((uint64_t)1 << 16)

static _Atomic uint64_t dxgmap_host_memory_blocks, dxgmap_host_memory_bytes, dxgmap_host_memory_regions;
static _Atomic uint64_t dxgmap_host_memory_files, dxgmap_host_memory_maps;
static _Atomic uint64_t dxgmap_host_memory_maps_most; /* 0: the system was not asked yet */

void *dxgmap_host_allocate(size_t bytes)
{
  void *block;
  if (bytes == 0 || !dxgmap_host_acquire()) {
    return NULL;
  }
  block = calloc(1, bytes);
  if (block != NULL) {
    dxgmap_host_memory_blocks++;
    dxgmap_host_memory_bytes += bytes;
  } else {
    dxgmap_host_refused();
  }
  return block;
}

void dxgmap_host_free(void *block, size_t bytes)
{
  if (block != NULL) {
    free(block);
    dxgmap_host_memory_blocks--;
    dxgmap_host_memory_bytes -= bytes;
  }
}

/* Counts an acquired region, file's mapping or range, or notes why there is none. */
static void *dxgmap_host_memory_counted(void *base)
{
  if (base != NULL) {
    dxgmap_host_memory_regions++;
  } else {
    dxgmap_host_refused();
  }
  return base;
}

static size_t dxgmap_host_memory_size(uint64_t pages)
{
  return (size_t)(pages * DXGMAP_HOST_PAGE);
}

/* ---- Regions ---- */

void *dxgmap_host_reserve(size_t bytes)
{
  return bytes != 0 && dxgmap_host_acquire() ? dxgmap_host_memory_counted(dxgmap_os_region_open(bytes)) : NULL;
}

void dxgmap_host_unreserve(void *region, size_t bytes)
{
  if (region != NULL) {
    dxgmap_os_region_close(region, bytes);
    dxgmap_host_memory_regions--;
  }
}

void *dxgmap_host_reserve_lasting(size_t bytes)
{
  void *region;
  if (bytes == 0 || !dxgmap_host_acquire()) {
    return NULL;
  }
  region = dxgmap_host_span_region(bytes);
  return dxgmap_host_memory_counted(region != NULL ? region : dxgmap_os_region_open(bytes));
}

void dxgmap_host_unreserve_lasting(void *region, size_t bytes)
{
  if (region != NULL) {
    if (!dxgmap_host_span_give_region(region, bytes)) {
      dxgmap_os_region_close(region, bytes);
    }
    dxgmap_host_memory_regions--;
  }
}

/* ---- Files ---- */

dxgmap_os_file dxgmap_host_file_open(const char *name, uint64_t pages)
{
  dxgmap_os_file file;
  if (!dxgmap_host_acquire()) {
    return DXGMAP_OS_NO_FILE;
  }
  file = dxgmap_os_file_open(name, pages * DXGMAP_HOST_PAGE);
  if (file != DXGMAP_OS_NO_FILE) {
    dxgmap_host_memory_files++;
  } else {
    dxgmap_host_refused();
  }
  return file;
}

void dxgmap_host_file_close(dxgmap_os_file file)
{
  if (file != DXGMAP_OS_NO_FILE) {
    dxgmap_os_file_close(file);
    dxgmap_host_memory_files--;
  }
}

void *dxgmap_host_file_map(dxgmap_os_file file, uint64_t first, uint64_t pages)
{
  if (!dxgmap_host_acquire()) {
    return NULL;
  }
  return dxgmap_host_memory_counted(dxgmap_os_file_map(file, first * DXGMAP_HOST_PAGE, dxgmap_host_memory_size(pages)));
}

void dxgmap_host_file_unmap(void *base, uint64_t pages)
{
  if (base != NULL) {
    dxgmap_os_file_unmap(base, dxgmap_host_memory_size(pages));
    dxgmap_host_memory_regions--;
  }
}

/* ---- Ranges ---- */

void *dxgmap_host_range_open(uint64_t *pages)
{
  void *base;
  if (!dxgmap_host_acquire()) {
    return NULL;
  }
  base = dxgmap_host_span_range(*pages);
  if (base == NULL) {
    base = dxgmap_os_range_open(dxgmap_host_memory_size(*pages));
  }
  while (base == NULL && *pages / DXGMAP_HOST_RANGE_PART >= DXGMAP_HOST_RANGE_LEAST) {
    *pages /= DXGMAP_HOST_RANGE_PART;
    base = dxgmap_os_range_open(dxgmap_host_memory_size(*pages));
  }
  return dxgmap_host_memory_counted(base);
}

void dxgmap_host_range_close(void *base, uint64_t pages)
{
  if (base != NULL) {
    if (!dxgmap_host_span_give_range(base, pages)) {
      dxgmap_os_range_close(base, dxgmap_host_memory_size(pages));
    }
    dxgmap_host_memory_regions--;
  }
}

/* ---- The budget of mappings ---- */

bool dxgmap_host_memory_open(size_t bytes, uint64_t pages)
{
  if (!dxgmap_host_acquire()) {
    return false;
  }
  dxgmap_host_memory_maps_most = 0;
  dxgmap_host_span_open(bytes, pages);
  return true;
}

static uint64_t dxgmap_host_maps_most(void)
{
  if (dxgmap_host_memory_maps_most == 0) {
    dxgmap_host_memory_maps_most = dxgmap_os_mappings_most() / 4 * 3;
  }
  return dxgmap_host_memory_maps_most;
}

bool dxgmap_host_maps_take(uint64_t maps, bool must)
{
  uint64_t taken = dxgmap_host_memory_maps, most = dxgmap_host_maps_most();
  if (!must && (taken > most || maps > most - taken)) {
    dxgmap_host_budget_spent();
    return false;
  }
  dxgmap_host_memory_maps += maps;
  return true;
}

void dxgmap_host_maps_give(uint64_t maps)
{
  dxgmap_host_memory_maps -= maps;
}

void dxgmap_host_memory_usage(dxgmap_host_usage *usage)
{
  usage->blocks = dxgmap_host_memory_blocks;
  usage->bytes = dxgmap_host_memory_bytes;
  usage->regions = dxgmap_host_memory_regions;
  usage->descriptors = dxgmap_host_memory_files;
  usage->maps = dxgmap_host_memory_maps;
}
