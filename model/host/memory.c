/* SPDX-License-Identifier: MIT */
/* Blocks, regions, sparse files and address ranges, all counted, and the budget of mappings. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host_private.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define DXGMAP_HOST_MAPS_USUAL ((uint64_t)65530) /* the kernel's default, if it does not say */

static _Atomic uint64_t dxgmap_host_memory_blocks, dxgmap_host_memory_bytes, dxgmap_host_memory_regions;
static _Atomic uint64_t dxgmap_host_memory_files, dxgmap_host_memory_maps;
static uint64_t dxgmap_host_memory_maps_most;

void *dxgmap_host_allocate(size_t bytes)
{
  void *block = bytes != 0 && dxgmap_host_acquire() ? calloc(1, bytes) : NULL;
  if (block != NULL) {
    dxgmap_host_memory_blocks++;
    dxgmap_host_memory_bytes += bytes;
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

static void *dxgmap_host_memory_map(size_t bytes, int protection, int flags, int file)
{
  void *base = bytes != 0 && dxgmap_host_acquire() ? mmap(NULL, bytes, protection, flags, file, 0) : MAP_FAILED;
  if (base == MAP_FAILED) {
    return NULL;
  }
  dxgmap_host_memory_regions++;
  /* Sparse, often huge, and of no use in a core file; where the advice is refused nothing is lost. */
  (void)madvise(base, bytes, MADV_DONTDUMP);
  return base;
}

void *dxgmap_host_reserve(size_t bytes)
{
  return dxgmap_host_memory_map(bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);
}

void dxgmap_host_unreserve(void *region, size_t bytes)
{
  if (region != NULL) {
    (void)munmap(region, bytes);
    dxgmap_host_memory_regions--;
  }
}

void *dxgmap_host_void_open(uint64_t pages)
{
  return dxgmap_host_memory_map((size_t)(pages * DXGMAP_HOST_PAGE), PROT_NONE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);
}

void dxgmap_host_void_close(void *base, uint64_t pages)
{
  dxgmap_host_unreserve(base, (size_t)(pages * DXGMAP_HOST_PAGE));
}

void *dxgmap_host_file_map(int file, uint64_t pages)
{
  return dxgmap_host_memory_map((size_t)(pages * DXGMAP_HOST_PAGE), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
                                file);
}

void dxgmap_host_file_unmap(void *base, uint64_t pages)
{
  dxgmap_host_unreserve(base, (size_t)(pages * DXGMAP_HOST_PAGE));
}

int dxgmap_host_file_open(const char *name, uint64_t pages)
{
  int file = dxgmap_host_acquire() ? memfd_create(name, MFD_CLOEXEC) : -1;
  if (file >= 0 && ftruncate(file, (off_t)(pages * DXGMAP_HOST_PAGE)) != 0) {
    (void)close(file);
    file = -1;
  }
  if (file >= 0) {
    dxgmap_host_memory_files++;
  }
  return file;
}

void dxgmap_host_file_close(int file)
{
  (void)close(file);
  dxgmap_host_memory_files--;
}

void dxgmap_host_file_punch(int file, uint64_t page, uint64_t pages)
{
  (void)fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)(page * DXGMAP_HOST_PAGE),
                  (off_t)(pages * DXGMAP_HOST_PAGE));
}

bool dxgmap_host_memory_open(void)
{
  unsigned long most = 0;
  FILE *limit;
  if (!dxgmap_host_acquire()) {
    return false;
  }
  limit = fopen("/proc/sys/vm/max_map_count", "re");
  if (limit != NULL) {
    if (fscanf(limit, "%lu", &most) != 1) {
      most = 0;
    }
    (void)fclose(limit);
  }
  dxgmap_host_memory_maps_most = (most != 0 ? most : DXGMAP_HOST_MAPS_USUAL) / 4 * 3;
  return true;
}

bool dxgmap_host_maps_take(uint64_t maps, bool must)
{
  uint64_t taken = dxgmap_host_memory_maps, most = dxgmap_host_memory_maps_most;
  if (!must && (taken > most || maps > most - taken)) {
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
