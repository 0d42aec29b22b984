/* SPDX-License-Identifier: MIT */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define HUGE_PAGE ((size_t)2 << 20)

int bench_small_pages;

static void *reserve(size_t bytes, int advice)
{
  char *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (at == MAP_FAILED) {
    bench_fail("no memory", "mmap");
  }
  (void)madvise(at, bytes, advice); /* a kernel without huge pages refuses, and gives none */
  return at;
}

void *bench_reserve(size_t bytes)
{
  return reserve(bytes, bench_small_pages || bytes < HUGE_PAGE ? MADV_NOHUGEPAGE : MADV_HUGEPAGE);
}

void *bench_reserve_small(size_t bytes)
{
  return reserve(bytes, MADV_NOHUGEPAGE);
}

void bench_unreserve(void *at, size_t bytes)
{
  munmap(at, bytes);
}

uint64_t bench_resident(void)
{
  unsigned long long size = 0;
  unsigned long long resident = 0;
  FILE *f = fopen("/proc/self/statm", "r");
  if (f == NULL || fscanf(f, "%llu %llu", &size, &resident) != 2) {
    bench_fail("cannot be read", "/proc/self/statm");
  }
  fclose(f);
  return resident * (uint64_t)sysconf(_SC_PAGESIZE);
}

void bench_fail(const char *what, const char *who)
{
  fflush(stdout);
  fprintf(stderr, "bench: %s: %s\n", who, what);
  exit(1);
}
