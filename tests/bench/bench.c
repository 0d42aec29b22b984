/* SPDX-License-Identifier: MIT */
/* The benchmark: the generated library beside tables that others use, in one process, on one CPU.

     bench [--quick | --smoke] [--only WORKLOAD] [--who CONTENDER] [--cpu N] [--small-pages]

   Two levels of the library stand side by side: the translation unit alone, which is what other tables are, and the
   whole verified operation. Every contender does the same work and is checked against the truth: a wrong answer ends
   the run with exit code 1. Speed never does. Repeats are interleaved: one sample of each contender, then the next of
   each.

   What is measured is written to standard output, a JSON object a line; report.py makes the table and the page of it.
   Each result holds its samples by suite; the figure is the better of the suites' medians. `make bench` builds and runs
   all this (run_bench.sh); build.sh says which peers the machine has.

   The physical pages are those of a machine of 16 GiB, in random order unless a workload says that they are contiguous;
   huge pages are advised for all tables, and malloc is told to ask for them too, unless --small-pages says
   otherwise. */

#include "contenders.h"
#include "measure.h"
#include "memory.h"
#include "workloads.h"

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef BENCH_FLAGS
#define BENCH_FLAGS ""
#endif

static const char *const levels[] = {"floor", "unit", "operation", "peer"};

/* A string of the machine's, as JSON has it. */
static void say_string(const char *name, const char *value)
{
  printf(", \"%s\": \"", name);
  for (; *value != '\0' && *value != '\n'; value++) {
    if (*value == '"' || *value == '\\') {
      putchar('\\');
    }
    if ((unsigned char)*value >= ' ') {
      putchar(*value);
    }
  }
  putchar('"');
}

/* The value of the first line of a file that begins with the key, behind its colon; of any line for the key "". */
static void say_line(const char *name, const char *path, const char *key)
{
  char line[256];
  const char *value = "unknown";
  FILE *f = fopen(path, "r");
  while (f != NULL && fgets(line, sizeof line, f) != NULL) {
    if (strncmp(line, key, strlen(key)) != 0) {
      continue;
    }
    const char *colon = strchr(line, ':');
    value = key[0] == '\0' || colon == NULL ? line : colon + 1 + strspn(colon + 1, " \t");
    break;
  }
  say_string(name, value);
  if (f != NULL) {
    fclose(f);
  }
}

static void say_machine(void)
{
  printf("{\"row\": \"run\", \"size\": \"%s\", \"suites\": %u, \"repeats\": %u, \"cpu\": %d, \"cores\": %ld",
         bench.size, bench.suites, bench.repeats, bench.cpu, sysconf(_SC_NPROCESSORS_ONLN));
  say_line("model", "/proc/cpuinfo", "model name");
  say_line("kernel", "/proc/sys/kernel/osrelease", "");
  say_line("huge_pages", "/sys/kernel/mm/transparent_hugepage/enabled", "");
  say_string("pages", bench_small_pages ? "4 KiB" : "huge where the machine gives them");
#ifdef __clang__
  say_string("compiler", "clang " __clang_version__);
#else
  say_string("compiler", "gcc " __VERSION__);
#endif
  say_string("flags", BENCH_FLAGS);
  puts("}");
  for (size_t i = 0; bench_contenders[i] != NULL; i++) {
    const contender *c = bench_contenders[i];
    printf("{\"row\": \"contender\", \"name\": \"%s\", \"level\": \"%s\", \"sharing\": \"%s\"}\n", c->name,
           levels[c->level], c->sharing == NULL ? "" : c->sharing);
  }
}

static void pin(int wanted)
{
  cpu_set_t set;
  bench.cpu = wanted;
  if (sched_getaffinity(0, sizeof set, &set) != 0) {
    bench_fail("sched_getaffinity", "bench");
  }
  for (int i = 0; wanted < 0 && i < CPU_SETSIZE; i++) {
    if (CPU_ISSET((size_t)i, &set)) {
      bench.cpu = i; /* the last: the first has the machine's own work */
    }
  }
  CPU_ZERO(&set);
  CPU_SET((size_t)bench.cpu, &set);
  if (sched_setaffinity(0, sizeof set, &set) != 0) {
    bench_fail("no such CPU", "bench");
  }
}

int main(int argc, char **argv)
{
  int cpu = -1;
  bench = (settings){.size = "full",
                     .suites = 2,
                     .repeats = 9,
                     .sample_ns = 10e6,
                     .stride = 1,
                     .lookups = 1u << 20,
                     .large_for_all = 1,
                     .pages_limit = 1u << 22};
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--quick") == 0) {
      bench.size = "quick";
      bench.suites = 1;
      bench.repeats = 5;
      bench.sample_ns = 1e6;
      bench.stride = 17;
      bench.lookups = 1u << 19;
      bench.large_for_all = 0;
    } else if (strcmp(argv[i], "--smoke") == 0) {
      bench.size = "smoke";
      bench.suites = 1;
      bench.repeats = 2;
      bench.sample_ns = 5e4;
      bench.lookups = 1u << 16;
      bench.pages_limit = 1u << 14;
    } else if (strcmp(argv[i], "--small-pages") == 0) {
      bench_small_pages = 1;
    } else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc) {
      bench.only = argv[++i];
    } else if (strcmp(argv[i], "--who") == 0 && i + 1 < argc) {
      bench.who = argv[++i];
    } else if (strcmp(argv[i], "--cpu") == 0 && i + 1 < argc) {
      cpu = atoi(argv[++i]);
    } else {
      fprintf(stderr,
              "usage: bench [--quick | --smoke] [--only WORKLOAD] [--who CONTENDER] [--cpu N] [--small-pages]\n");
      return 2;
    }
  }
  pin(cpu);
  say_machine();
  bench_footprint();
  bench_translate();
  bench_pairs();
  bench_scatter();
  bench_growth();
  bench_face_memory();
  bench_face_pairs();
  bench_face_life();
  bench_face_threads();
  bench_threads();
  puts("{\"row\": \"end\"}");
  return 0;
}
