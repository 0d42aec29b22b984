/* SPDX-License-Identifier: MIT */
/* The video port as the miniport sees it: ranges, requests that map and unmap video memory, and in the nth run the nth
   acquisition fails. `harness once` is one run, in which nothing fails unless dxgmap-fail or DXGMAP_OPTIONS makes
   it. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <dxgmap.h>

#include "miniport.h"

#define RANGES 3u

static const dxgmap_resource_description resources[RANGES] = {{DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE},
                                                              {DXGMAP_RESOURCE_PORTS, 0x3C0, 32},
                                                              {DXGMAP_RESOURCE_MEMORY, 0x810000000, 64 * PAGE_SIZE}};

static void find_ranges(VIDEO_ACCESS_RANGE *ranges)
{
  memset(ranges, 0, RANGES * sizeof ranges[0]);
  for (size_t i = 0; i < RANGES; i++) {
    ranges[i].RangeStart.QuadPart = (LONGLONG)resources[i].start;
    ranges[i].RangeLength = (ULONG)resources[i].length;
    ranges[i].RangeInIoSpace = resources[i].space == DXGMAP_RESOURCE_PORTS;
  }
}

/* Has video memory mapped, touches it, and has it unmapped. */
static void request(HANDLE adapter)
{
  union {
    VIDEO_MEMORY in;
    VIDEO_MEMORY_INFORMATION out;
  } buffer;
  dxgmap_video_answer answer;
  memset(&buffer, 0, sizeof buffer);
  if (dxgmap_video_send(adapter, IOCTL_VIDEO_MAP_VIDEO_MEMORY, &buffer, sizeof buffer.in, sizeof buffer.out, &answer) !=
          DXGMAP_CAUSE_NONE ||
      answer.status != NO_ERROR) {
    return;
  }
  PVOID base = buffer.out.VideoRamBase;
  memset(base, 0x5A, PAGE_SIZE);
  buffer.in.RequestedVirtualAddress = base;
  (void)dxgmap_video_send(adapter, IOCTL_VIDEO_UNMAP_VIDEO_MEMORY, &buffer, sizeof buffer.in, 0, &answer);
}

/* A correct driver earns no report of any severity. */
static void count(const dxgmap_violation *violation, void *context)
{
  uint64_t *reports = context;
  (*reports)++;
  (void)fputs(violation->text, stderr);
}

static bool run(uint64_t nth, void *context)
{
  uint64_t *bad = context, reports = 0;
  const dxgmap_system_description system = {.handler = count, .context = &reports};
  const dxgmap_adapter_description description = {.physical_adapters = 1, .resources = RANGES, .resource = resources};
  VIDEO_ACCESS_RANGE ranges[RANGES];
  HANDLE adapter;
  PVOID extension;
  if (dxgmap_open(&system) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_video_attach(adapter, sizeof(OLD_EXTENSION), OldStartIO, &extension) != DXGMAP_CAUSE_NONE) {
    (*bad)++;
    return false;
  }
  find_ranges(ranges);
  if (OldMapRanges(extension, ranges) == NO_ERROR) {
    request(adapter);
    OldUnmapRanges(extension);
  }
  (void)dxgmap_adapter_stop(adapter, NULL);
  dxgmap_close(); /* reports what is left of pool memory */
  if (reports != 0) {
    printf("run %" PRIu64 ": the miniport does not give back what it has\n", nth);
    (*bad)++;
  }
  return true;
}

int main(int count, char **words)
{
  uint64_t bad = 0;
  if (count > 1 && strcmp(words[1], "once") == 0) {
    (void)run(0, &bad);
    return bad != 0;
  }
  uint64_t runs = dxgmap_fail_each(run, &bad);
  printf("%" PRIu64 " runs, %" PRIu64 " of them bad\n", runs, bad);
  return runs == 0 || bad != 0;
}
