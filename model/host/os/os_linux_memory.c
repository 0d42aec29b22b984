/* SPDX-License-Identifier: MIT */
/* Memory on Linux: anonymous mappings, memory files, and mappings put over one another at a fixed address. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"

#ifndef _WIN32

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define DXGMAP_OS_MAPPINGS_USUAL ((uint64_t)65530) /* the kernel's default, if it does not say */
#define DXGMAP_OS_MAPPINGS_NEAR ((uint64_t)64)     /* so few left are none: what was asked for may take some */
#define DXGMAP_OS_NOTHING (MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)

static void *dxgmap_os_map(size_t bytes, int protection, int flags, int file, uint64_t offset)
{
  void *base = mmap(NULL, bytes, protection, flags, file, (off_t)offset);
  return base != MAP_FAILED ? base : NULL;
}

/* Sparse, often huge, and of no use in a core file, but for what is small; where the advice is refused nothing is
   lost. */
#define DXGMAP_OS_DUMPED ((size_t)1 << 20) /* bytes */

static void *dxgmap_os_map_undumped(size_t bytes, int flags, int file, uint64_t offset)
{
  void *base = dxgmap_os_map(bytes, PROT_READ | PROT_WRITE, flags, file, offset);
  if (base != NULL && bytes > DXGMAP_OS_DUMPED) {
    (void)madvise(base, bytes, MADV_DONTDUMP);
  }
  return base;
}

/* ---- Regions ---- */

void *dxgmap_os_region_open(size_t bytes)
{
  return dxgmap_os_map_undumped(bytes, DXGMAP_OS_NOTHING, -1, 0);
}

void dxgmap_os_region_close(void *region, size_t bytes)
{
  (void)munmap(region, bytes);
}

/* ---- Spans ---- */

void *dxgmap_os_span_open(size_t dumped, size_t bytes, size_t faults)
{
  unsigned char *base = dxgmap_os_map(bytes + faults, PROT_NONE, DXGMAP_OS_NOTHING, -1, 0);
  if (base != NULL && mprotect(base, bytes, PROT_READ | PROT_WRITE) != 0) {
    (void)munmap(base, bytes + faults);
    base = NULL;
  }
  if (base != NULL) {
    (void)madvise(base + dumped, bytes - dumped, MADV_DONTDUMP);
  }
  return base;
}

void dxgmap_os_span_close(void *base, size_t all)
{
  (void)munmap(base, all);
}

bool dxgmap_os_span_empty(void *at, size_t bytes)
{
  return madvise(at, bytes, MADV_DONTNEED) == 0;
}

/* ---- Files ---- */

dxgmap_os_file dxgmap_os_file_open(const char *name, uint64_t bytes)
{
  int file = memfd_create(name, MFD_CLOEXEC);
  if (file >= 0 && ftruncate(file, (off_t)bytes) != 0) {
    int error = errno;
    (void)close(file);
    errno = error;
    file = -1;
  }
  return file;
}

void dxgmap_os_file_close(dxgmap_os_file file)
{
  (void)close((int)file);
}

void *dxgmap_os_file_map(dxgmap_os_file file, uint64_t offset, size_t bytes)
{
  return dxgmap_os_map_undumped(bytes, MAP_SHARED | MAP_NORESERVE, (int)file, offset);
}

void dxgmap_os_file_unmap(void *base, size_t bytes)
{
  (void)munmap(base, bytes);
}

bool dxgmap_os_file_read(dxgmap_os_file file, uint64_t offset, void *to, size_t length)
{
  return pread((int)file, to, length, (off_t)offset) == (ssize_t)length;
}

bool dxgmap_os_file_write(dxgmap_os_file file, uint64_t offset, const void *from, size_t length)
{
  return pwrite((int)file, from, length, (off_t)offset) == (ssize_t)length;
}

void dxgmap_os_file_punch(dxgmap_os_file file, uint64_t offset, uint64_t bytes)
{
  (void)fallocate((int)file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)offset, (off_t)bytes);
}

/* ---- Ranges ---- */

/* Without advice: the kernel joins a part that is cleared with what is around it only if their flags are the same, and
   what it does not join stays a mapping of its own until the process has no more. */
void *dxgmap_os_range_open(size_t bytes)
{
  return dxgmap_os_map(bytes, PROT_NONE, DXGMAP_OS_NOTHING, -1, 0);
}

void dxgmap_os_range_close(void *base, size_t bytes)
{
  (void)munmap(base, bytes);
}

bool dxgmap_os_range_map(void *at, size_t bytes, dxgmap_os_file file, uint64_t offset)
{
  return mmap(at, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE | MAP_FIXED, (int)file, (off_t)offset) !=
         MAP_FAILED;
}

bool dxgmap_os_range_fill(void *at, size_t bytes)
{
  return mmap(at, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
}

bool dxgmap_os_range_clear(void *at, size_t bytes)
{
  return mmap(at, bytes, PROT_NONE, DXGMAP_OS_NOTHING | MAP_FIXED, -1, 0) != MAP_FAILED;
}

/* ---- The kernel's limits ---- */

/* Without a stream, which would allocate. */
uint64_t dxgmap_os_mappings_most(void)
{
  char digit[32];
  uint64_t most = 0;
  int limit = open("/proc/sys/vm/max_map_count", O_RDONLY | O_CLOEXEC);
  ssize_t count = limit >= 0 ? read(limit, digit, sizeof digit) : 0;
  for (ssize_t i = 0; i < count && digit[i] >= '0' && digit[i] <= '9'; i++) {
    most = most * 10 + (uint64_t)(digit[i] - '0');
  }
  if (limit >= 0) {
    (void)close(limit);
  }
  return most != 0 ? most : DXGMAP_OS_MAPPINGS_USUAL;
}

static uint64_t dxgmap_os_mappings_now(void)
{
  uint64_t lines = 0;
  FILE *maps = fopen("/proc/self/maps", "re");
  if (maps != NULL) {
    for (int c = fgetc(maps); c != EOF; c = fgetc(maps)) {
      lines += c == '\n';
    }
    (void)fclose(maps);
  }
  return lines;
}

const char *dxgmap_os_limit_of_mappings(void)
{
  return "vm.max_map_count, of which views take three quarters";
}

const char *dxgmap_os_limit(void)
{
  struct rlimit space;
  int error = errno;
  switch (error) {
  case EMFILE:
    return "RLIMIT_NOFILE (ulimit -n)";
  case ENFILE:
    return "fs.file-max";
  case ENOSPC:
  case EFBIG:
    return "RLIMIT_FSIZE, or the size of shared memory";
  default:
    break;
  }
  if (dxgmap_os_mappings_now() + DXGMAP_OS_MAPPINGS_NEAR >= dxgmap_os_mappings_most()) {
    return "vm.max_map_count";
  }
  if (getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur != RLIM_INFINITY) {
    return "RLIMIT_AS (ulimit -v)";
  }
  return "memory (vm.overcommit_memory, or memory.max of a control group)";
}

#endif
