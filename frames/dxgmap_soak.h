/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_SOAK_H
#define DXGMAP_SOAK_H

/* A soak runner: one life of a driver (dxgmap_open, start, work, stop, dxgmap_close) again and again, with what the
   process has of the system looked at in between. What grows from life to life is a leak that no single life shows. For
   Linux, in C and C++; nothing to link. */

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "dxgmap.h"

/* One life; false ends the soak. */
typedef bool dxgmap_soak_life(uint64_t number, void *context);

/* What the process has: entries of its memory map, open files, pages reserved and pages resident. */
typedef struct dxgmap_soak_holdings {
  uint64_t mappings, descriptors, reserved, resident;
} dxgmap_soak_holdings;

#define DXGMAP_SOAK_FIRST 4u /* lives after which nothing should grow any more */

static inline bool dxgmap_soak_look(dxgmap_soak_holdings *now)
{
  unsigned long reserved = 0, resident = 0;
  FILE *maps = fopen("/proc/self/maps", "re");
  FILE *statm = fopen("/proc/self/statm", "re");
  DIR *folder = opendir("/proc/self/fd");
  bool seen = maps != NULL && statm != NULL && folder != NULL && fscanf(statm, "%lu %lu", &reserved, &resident) == 2;
  now->mappings = 0;
  now->descriptors = 0;
  now->reserved = reserved;
  now->resident = resident;
  if (seen) {
    for (int c = fgetc(maps); c != EOF; c = fgetc(maps)) {
      now->mappings += c == '\n';
    }
    while (readdir(folder) != NULL) {
      now->descriptors++;
    }
  }
  if (maps != NULL) {
    (void)fclose(maps);
  }
  if (statm != NULL) {
    (void)fclose(statm);
  }
  if (folder != NULL) {
    (void)closedir(folder);
  }
  return seen;
}

static inline bool dxgmap_soak_within(const char *what, uint64_t first, uint64_t now, uint64_t more)
{
  if (now > first + more) {
    (void)fprintf(stderr, "soak: %s: expected at most %llu, seen %llu\n", what, (unsigned long long)(first + more),
                  (unsigned long long)now);
  }
  return now <= first + more;
}

/* Whether the process has no more than before, but for what the C library takes for itself: 64 mappings, 32 MiB
   reserved, 8 MiB resident, no file. Otherwise it is said on standard error what has grown. */
static inline bool dxgmap_soak_bounded(const dxgmap_soak_holdings *before, const dxgmap_soak_holdings *now)
{
  bool mappings = dxgmap_soak_within("mappings", before->mappings, now->mappings, 64);
  bool descriptors = dxgmap_soak_within("open files", before->descriptors, now->descriptors, 0);
  bool reserved = dxgmap_soak_within("reserved pages", before->reserved, now->reserved, 8192);
  bool resident = dxgmap_soak_within("resident pages", before->resident, now->resident, 2048);
  return mappings && descriptors && reserved && resident;
}

/* Runs `lives` lives, and compares what the process has after the last one with what it had after the first
   DXGMAP_SOAK_FIRST. False: a life said so, or it has grown, or /proc cannot be read, which is said on standard
   error. */
static inline bool dxgmap_soak(dxgmap_soak_life *life, void *context, uint64_t lives)
{
  dxgmap_soak_holdings first = {0, 0, 0, 0}, now = {0, 0, 0, 0};
  bool seen = true;
  for (uint64_t i = 0; i < lives; i++) {
    if (!life(i, context)) {
      (void)fprintf(stderr, "soak: life %llu of %llu failed\n", (unsigned long long)i, (unsigned long long)lives);
      return false;
    }
    if (i + 1 == DXGMAP_SOAK_FIRST) {
      seen = dxgmap_soak_look(&first);
    }
  }
  if (lives <= DXGMAP_SOAK_FIRST) {
    return true;
  }
  if (!seen || !dxgmap_soak_look(&now)) {
    (void)fputs("soak: /proc/self cannot be read\n", stderr);
    return false;
  }
  return dxgmap_soak_bounded(&first, &now);
}

#endif
