/* SPDX-License-Identifier: MIT */
/* F5 to F7: the life of the library: what it costs to open it, to start an adapter and to end both, and beside it what
   the system alone takes of that (bare_life.h); what it has in memory when nothing is mapped; and how many mappings the
   process has after many pairs of views. */

#define DXGMAP_PREFIX bench_face_ /* as face_library.c has it */
#include <wdm.h>
#include <dispmprt.h>
#include <dxgmap.h>

#include "bare_life.h"
#include "measure.h"
#include "memory.h"
#include "traced.h"
#include "workloads.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define FACE "face"
#define BARE "calls + pages"
#define FEW 64u                      /* lives */
#define BASE ((int64_t)0x1000000000) /* of the device's memory */
#define VIEWS 1000000u
#define VIEWS_QUICK 20000u

static void must(int good, const char *what)
{
  if (!good) {
    bench_fail(what, FACE);
  }
}

static HANDLE begin(DXGKRNL_INTERFACE *kernel)
{
  static const uint64_t save[] = {16 << 20};
  dxgmap_resource_description memory = {
      .space = DXGMAP_RESOURCE_MEMORY, .start = (uint64_t)BASE, .length = 16 * PAGE_SIZE};
  dxgmap_adapter_description description = {
      .physical_adapters = 1, .save_bytes = save, .resources = 1, .resource = &memory};
  HANDLE adapter = NULL;
  must(dxgmap_open(NULL) == DXGMAP_CAUSE_NONE, "the library does not open");
  must(dxgmap_adapter_start(&description, &adapter) == DXGMAP_CAUSE_NONE, "an adapter does not start");
  if (kernel != NULL) {
    *kernel = (DXGKRNL_INTERFACE){.Size = sizeof *kernel, .Version = DXGKDDI_INTERFACE_VERSION};
    must(dxgmap_adapter_interface(adapter, kernel) == DXGMAP_CAUSE_NONE, "no interface");
  }
  return adapter;
}

static void end(HANDLE adapter)
{
  uint64_t leaks = 0;
  must(dxgmap_adapter_stop(adapter, &leaks) == DXGMAP_CAUSE_NONE && leaks == 0, "an adapter does not stop");
  dxgmap_close();
}

static uint64_t lives(void *context, uint64_t times)
{
  (void)context;
  for (uint64_t i = 0; i < times; i++) {
    end(begin(NULL));
  }
  return 0;
}

static void nothing(void)
{
}

static long faults(uint64_t (*run)(void *, uint64_t))
{
  struct rusage before, after;
  (void)run(NULL, FEW);
  must(getrusage(RUSAGE_THREAD, &before) == 0, "no usage");
  (void)run(NULL, FEW);
  must(getrusage(RUSAGE_THREAD, &after) == 0, "no usage");
  return after.ru_minflt - before.ru_minflt;
}

/* Whether the bare life makes the library's calls, and touches no more than it: else it is no bound. */
static int bare_is_bound(void)
{
  uint64_t ours = 0, bare = 0;
  HANDLE adapter = begin(NULL);
  int learnt = bare_life_learn();
  end(adapter);
  if (learnt && bench_calls(nothing, lives, &ours) >= 0 && bench_calls(nothing, bare_lives, &bare) >= 0 &&
      ours == bare && faults(bare_lives) <= faults(lives)) {
    return 1;
  }
  fprintf(stderr, "bench: F5 without its bound: the library makes other calls, or they cannot be seen here\n");
  return 0;
}

/* To the page; what statm says of a process is up to some hundred KiB behind. */
static double resident(void)
{
  FILE *f = fopen("/proc/self/smaps_rollup", "r");
  char line[128];
  double kib = -1;
  while (f != NULL && kib < 0 && fgets(line, sizeof line, f) != NULL) {
    (void)sscanf(line, "Rss: %lf", &kib);
  }
  must(kib >= 0, "/proc/self/smaps_rollup cannot be read");
  fclose(f);
  return kib * 1024;
}

static void idle(void)
{
  end(begin(NULL)); /* what the first call of anything loads is not the library's */
  double before = resident();
  HANDLE adapter = begin(NULL);
  double grown = resident() - before;
  end(adapter);
  bench_say("F6", "resident when idle", FACE, "bytes", &grown, 1, 1);
}

static double mappings(void)
{
  FILE *f = fopen("/proc/self/maps", "r");
  double lines = 0;
  int c;
  must(f != NULL, "/proc/self/maps cannot be read");
  while ((c = getc(f)) != EOF) {
    lines += c == '\n';
  }
  fclose(f);
  return lines;
}

static void views(void)
{
  static const PHYSICAL_ADDRESS physical = {.QuadPart = BASE};
  const uint32_t many = strcmp(bench.size, "full") == 0 ? VIEWS : VIEWS_QUICK;
  DXGKRNL_INTERFACE kernel;
  HANDLE adapter = begin(&kernel);
  double after_ten = 0;
  for (uint32_t i = 0; i < many; i++) {
    PVOID view = NULL;
    must(kernel.DxgkCbMapMemory(adapter, physical, PAGE_SIZE, FALSE, FALSE, MmNonCached, &view) == STATUS_SUCCESS &&
             kernel.DxgkCbUnmapMemory(adapter, view) == STATUS_SUCCESS,
         "no view");
    after_ten = i == 9 ? mappings() : after_ten;
  }
  double after_many = mappings();
  end(adapter);
  bench_say("F7", "mappings, 10 pairs of views", FACE, "", &after_ten, 1, 1);
  bench_say("F7", "mappings, many pairs of views", FACE, "", &after_many, 1, 1);
}

void bench_face_life(void)
{
  if (bench.who != NULL && strcmp(bench.who, FACE) != 0) {
    return;
  }
  if (bench_wanted("F5")) {
    const task tasks[] = {{FACE, lives, NULL, 0, 1, NULL}, {BARE, bare_lives, NULL, 0, 1, NULL}};
    puts("{\"row\": \"contender\", \"name\": \"" BARE "\", \"level\": \"floor\", \"sharing\": \"\"}");
    bench_measure("F5", "open, start, stop, close", tasks, bare_is_bound() ? 2 : 1);
  }
  if (bench_wanted("F6")) {
    idle();
  }
  if (bench_wanted("F7")) {
    views();
  }
}
