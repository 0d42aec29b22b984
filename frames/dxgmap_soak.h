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

static inline bool dxgmap_soak_within(const char *what, uint64_t first, uint64_t now, uint64_t more, uint64_t lives)
{
  if (now > first + more) {
    (void)fprintf(stderr, "soak: %s: expected at most %llu after %llu lives, seen %llu\n", what,
                  (unsigned long long)(first + more), (unsigned long long)lives, (unsigned long long)now);
  }
  return now <= first + more;
}

/* Runs `lives` lives. What the process has after the last one may exceed what it had after the first
   DXGMAP_SOAK_FIRST by what the C library takes for itself: 64 mappings, 32 MiB reserved, 8 MiB resident, no file.
   False: a life said so, or one of them grew, which is printed on standard error, or /proc cannot be read. */
static inline bool dxgmap_soak(dxgmap_soak_life *life, void *context, uint64_t lives)
{
  dxgmap_soak_holdings first = {0, 0, 0, 0}, now;
  for (uint64_t i = 0; i < lives; i++) {
    if (!life(i, context)) {
      (void)fprintf(stderr, "soak: life %llu of %llu failed\n", (unsigned long long)i, (unsigned long long)lives);
      return false;
    }
    if (i + 1 == DXGMAP_SOAK_FIRST && !dxgmap_soak_look(&first)) {
      (void)fputs("soak: /proc/self cannot be read\n", stderr);
      return false;
    }
  }
  if (lives <= DXGMAP_SOAK_FIRST) {
    return true;
  }
  if (!dxgmap_soak_look(&now)) {
    (void)fputs("soak: /proc/self cannot be read\n", stderr);
    return false;
  }
  bool mappings = dxgmap_soak_within("mappings", first.mappings, now.mappings, 64, lives);
  bool descriptors = dxgmap_soak_within("open files", first.descriptors, now.descriptors, 0, lives);
  bool reserved = dxgmap_soak_within("reserved pages", first.reserved, now.reserved, 8192, lives);
  bool resident = dxgmap_soak_within("resident pages", first.resident, now.resident, 2048, lives);
  return mappings && descriptors && reserved && resident;
}

#endif
