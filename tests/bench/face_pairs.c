/* SPDX-License-Identifier: MIT */
/* F1 to F4: what a driver's calls cost, by the Windows callbacks, with both stacks kept, all as it is by default: pairs
   of map and unmap, the unmap of an MDL that is mapped a million times, a stop with leaks, and the memory of what
   lives. */

#include "face_driver.h"
#include "measure.h"
#include "memory.h"
#include "peer_asan.h"
#include "workloads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ASAN "ASan"
#define MANY 1000000u
#define LEAKS 50000u

static void face_open_mdl(face *f, SIZE_T bytes)
{
  face_open();
  face_add_mdl(f, bytes);
}

static void face_close_mdl(face *f)
{
  face_end_mdl(f);
  dxgmap_close();
}

static void face_open_adl(face *f, SIZE_T bytes)
{
  face_open();
  face_add_adl(f, bytes);
}

static void face_close_adl(face *f)
{
  face_end_adl(f);
  dxgmap_close();
}

static void measure(const char *workload, const char *what, face *f, uint64_t (*run)(void *, uint64_t))
{
  task one = {.who = FACE, .run = run, .context = f, .operations = 1};
  bench_measure(workload, what, &one, 1);
}

/* Beside the peer, where it was built. */
static void measure_beside(const char *what, face *f, uint64_t (*run)(void *, uint64_t))
{
  const task both[] = {{.who = FACE, .run = run, .context = f, .operations = 1},
                       {.who = ASAN, .elsewhere = bench_asan_pairs, .operations = 1}};
  int peer = bench_asan_open();
  bench_measure("F1", what, both, peer ? 2 : 1);
  if (peer) {
    bench_asan_close();
  }
}

static void measure_pair(const char *kind, SIZE_T pages, face *f, uint64_t (*run)(void *, uint64_t))
{
  char what[64];
  snprintf(what, sizeof what, "%s pair, n = %zu", kind, (size_t)pages);
  if (pages == 1) {
    measure_beside(what, f, run);
  } else {
    measure("F1", what, f, run);
  }
  face_check(dxgmap_violations() == 0, "a pair is reported");
}

static void pairs(void)
{
  static const SIZE_T pages[] = {1, 16, 256, 4096};
  face f;
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    face_open_mdl(&f, pages[i] * PAGE_SIZE);
    measure_pair("MDL", pages[i], &f, face_mdl_pairs);
    face_close_mdl(&f);
    face_open_adl(&f, pages[i] * PAGE_SIZE);
    measure_pair("ADL", pages[i], &f, face_adl_pairs);
    face_close_adl(&f);
  }
}

static uint32_t at_most(uint32_t wanted)
{
  return wanted < bench.pages_limit ? wanted : bench.pages_limit;
}

/* The same MDL, mapped so often while a pair of it is measured; and what each of those takes. */
static void many_maps(void)
{
  uint32_t count = at_most(MANY);
  HANDLE *mapping = bench_allocate(count, sizeof *mapping);
  memset(mapping, 0, count * sizeof *mapping);
  face f;
  face_open_mdl(&f, PAGE_SIZE);
  mapping[0] = face_map(&f);
  measure("F2", "MDL pair, mapped once more", &f, face_mdl_pairs);
  uint64_t before = bench_resident();
  for (uint32_t i = 1; i < count; i++) {
    mapping[i] = face_map(&f);
  }
  double bytes = ((double)bench_resident() - (double)before) / (double)count;
  measure("F2", "MDL pair, mapped a million times", &f, face_mdl_pairs);
  for (uint32_t i = 0; i < count; i++) {
    face_unmap(&f, mapping[i]);
  }
  face_check(dxgmap_violations() == 0, "a pair is reported");
  face_close_mdl(&f);
  free(mapping);
  bench_say("F4", "a live mapping of one page", FACE, "bytes", &bytes, 1, 1);
}

static void count_leaks(const dxgmap_violation *violation, void *context)
{
  uint64_t *told = context;
  *told += violation->count;
}

static void leaks(void)
{
  unsigned samples = bench.suites * bench.repeats;
  double *ns = bench_allocate(samples, sizeof *ns);
  uint32_t count = at_most(LEAKS);
  for (unsigned i = 0; i < samples; i++) {
    uint64_t told = 0;
    uint64_t found = 0;
    face f;
    face_open_mdl(&f, PAGE_SIZE);
    dxgmap_set_handler(count_leaks, &told);
    for (uint32_t k = 0; k < count; k++) {
      (void)face_map(&f);
    }
    double from = bench_now();
    face_check(dxgmap_adapter_stop(f.adapter, &found) == DXGMAP_CAUSE_NONE, "an adapter does not stop");
    ns[i] = bench_now() - from;
    face_check(found == count && told == count, "a leak is not told");
    face_close_mdl(&f);
  }
  bench_say("F3", "stop with 50000 leaks", FACE, "ns", ns, bench.suites, bench.repeats);
  free(ns);
}

static int wanted_of(const char *who)
{
  return bench.who == NULL || strcmp(bench.who, who) == 0;
}

void bench_face_pairs(void)
{
  if (!wanted_of(FACE)) {
    return;
  }
  puts("{\"row\": \"contender\", \"name\": \"" FACE "\", \"level\": \"face\", \"sharing\": \"\"}");
  puts("{\"row\": \"contender\", \"name\": \"" ASAN "\", \"level\": \"peer\", \"sharing\": \"\"}");
  if (bench_wanted("F1")) {
    pairs();
  }
  if (bench_wanted("F2")) {
    many_maps();
  }
  if (bench_wanted("F3")) {
    leaks();
  }
}
