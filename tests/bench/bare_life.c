/* SPDX-License-Identifier: MIT */
#include "bare_life.h"
#include "memory.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PAGE ((size_t)4096)
#define PAGES_MOST 64u /* that are there: with huge pages for all of the process's memory they would be more */
#define DEVICE ((off_t)16 << 12)
#define SECTION ((off_t)16 << 20)
#define NOTHING (MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)

/* The library's span: memory that is dumped, memory that is not, and addresses behind it. */
static struct {
  size_t dumped, memory, all; /* bytes: memory has what is dumped */
  size_t at[PAGES_MOST];      /* of the pages that are there, from its start */
  size_t count;
} span;

/* ---- What the library has ---- */

typedef struct {
  uintptr_t from, to;
  int nothing; /* addresses alone */
} mapping;

/* The largest addresses without memory that lie behind two mappings with memory, and these two. */
static int find_span(mapping found[3])
{
  mapping last[3] = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
  char line[512], access[8];
  uintptr_t most = 0;
  FILE *f = fopen("/proc/self/maps", "r");
  while (f != NULL && fgets(line, sizeof line, f) != NULL) {
    memmove(&last[0], &last[1], 2 * sizeof last[0]);
    if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %7s", &last[2].from, &last[2].to, access) != 3) {
      break;
    }
    last[2].nothing = strcmp(access, "---p") == 0;
    if (last[2].nothing && !last[1].nothing && !last[0].nothing && last[0].to == last[1].from &&
        last[1].to == last[2].from && last[2].to - last[2].from > most) {
      most = last[2].to - last[2].from;
      memcpy(found, last, sizeof last);
    }
  }
  if (f != NULL) {
    fclose(f);
  }
  return most > 0;
}

static int find_pages(uintptr_t base)
{
  size_t pages = span.memory / PAGE;
  unsigned char *there = malloc(pages);
  int known = there != NULL && mincore((void *)base, span.memory, there) == 0;
  span.count = 0;
  for (size_t i = 0; known && i < pages; i++) {
    if ((there[i] & 1) != 0) {
      known = span.count < PAGES_MOST;
      span.at[known ? span.count++ : 0] = i * PAGE;
    }
  }
  free(there);
  return known;
}

int bare_life_learn(void)
{
  mapping part[3];
  if (!find_span(part)) {
    return 0;
  }
  span.dumped = part[0].to - part[0].from;
  span.memory = part[1].to - part[0].from;
  span.all = part[2].to - part[0].from;
  return find_pages(part[0].from);
}

/* ---- The same without the library ---- */

static void must(int good)
{
  if (!good) {
    bench_fail("a call of the system fails", "calls + pages");
  }
}

static void on_fault(int number)
{
  (void)number;
}

static const int signals[] = {SIGSEGV, SIGBUS};

/* The library looks at a page by a call that changes nothing; at the arguments of its callers. */
static void look(const void *page)
{
  (void)syscall(SYS_rt_sigprocmask, -1, page, NULL, sizeof(uint64_t));
}

static void install(void)
{
  struct sigaction now, ours = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK};
  for (size_t i = 0; i < 2; i++) {
    must(sigaction(signals[i], NULL, &now) == 0 && sigaction(signals[i], &ours, &now) == 0);
  }
}

static void look_whether_installed(void)
{
  struct sigaction now;
  sigset_t blocked;
  must(sigprocmask(SIG_BLOCK, NULL, &blocked) == 0);
  for (size_t i = 0; i < 2; i++) {
    must(sigaction(signals[i], NULL, &now) == 0);
  }
}

static void uninstall(void)
{
  struct sigaction now, none = {.sa_handler = SIG_DFL};
  for (size_t i = 0; i < 2; i++) {
    must(sigaction(signals[i], NULL, &now) == 0 && sigaction(signals[i], &none, NULL) == 0);
  }
}

static int open_file(const char *name, off_t bytes)
{
  int file = memfd_create(name, MFD_CLOEXEC);
  must(file >= 0 && ftruncate(file, bytes) == 0);
  return file;
}

static void bare_life(void)
{
  static const char argument[PAGE];
  look(argument);
  (void)isatty(2);
  unsigned char *base = mmap(NULL, span.all, PROT_NONE, NOTHING, -1, 0);
  must(base != MAP_FAILED && mprotect(base, span.memory, PROT_READ | PROT_WRITE) == 0);
  must(madvise(base + span.dumped, span.memory - span.dumped, MADV_DONTDUMP) == 0);
  install();
  look(argument);
  look_whether_installed();
  int device = open_file("bench-device", DEVICE);
  void *bytes = mmap(NULL, (size_t)DEVICE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, device, 0);
  must(bytes != MAP_FAILED);
  for (size_t i = 0; i < span.count; i++) {
    __atomic_store_n(base + span.at[i], 1, __ATOMIC_RELAXED);
  }
  int section = open_file("bench-section", SECTION);
  must(munmap(bytes, (size_t)DEVICE) == 0 && close(device) == 0 && close(section) == 0);
  uninstall();
  must(munmap(base, span.all) == 0);
}

uint64_t bare_lives(void *context, uint64_t times)
{
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    bare_life();
  }
  return 0;
}
