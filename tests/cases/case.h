/* SPDX-License-Identifier: MIT */
#ifndef CASE_H
#define CASE_H

/* What every case stands on: one machine with one adapter, which has a save area, two BARs and a port range. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <dispmprt.h>
#include <dxgmap.h>
#include <video.h>

#define CASE_REGISTERS 0x200000000LL
#define CASE_REGISTER_BYTES 0x4000U
#define CASE_VIDEO_MEMORY 0x210000000LL
#define CASE_VIDEO_BYTES 0x100000U
#define CASE_PORTS 0x3C0
#define CASE_PORT_COUNT 32U
#define CASE_SAVE_BYTES (16U * PAGE_SIZE)

__attribute__((unused)) static HANDLE case_adapter;
__attribute__((unused)) static DXGKRNL_INTERFACE case_dxgkrnl;

static inline void case_need(bool held, const char *what)
{
  if (!held) {
    printf("the case cannot run: %s\n", what);
    exit(9);
  }
}

/* Starts the adapter anew under `mode`, with the interface that its driver gets. */
static inline void case_start(uint32_t mode)
{
  static const uint64_t save[] = {CASE_SAVE_BYTES};
  static const dxgmap_resource_description resources[] = {
      {.space = DXGMAP_RESOURCE_MEMORY, .start = CASE_REGISTERS, .length = CASE_REGISTER_BYTES},
      {.space = DXGMAP_RESOURCE_MEMORY, .start = CASE_VIDEO_MEMORY, .length = CASE_VIDEO_BYTES},
      {.space = DXGMAP_RESOURCE_PORTS, .start = CASE_PORTS, .length = CASE_PORT_COUNT}};
  dxgmap_adapter_description description;
  memset(&description, 0, sizeof(description));
  description.physical_adapters = 1;
  description.save_bytes = save;
  description.resources = 3;
  description.resource = resources;
  description.mode = mode;
  case_need(dxgmap_adapter_start(&description, &case_adapter) == DXGMAP_CAUSE_NONE, "no adapter");
  if (mode == DXGMAP_MODE_IDENTITY) {
    case_need(dxgmap_adapter_attach(case_adapter) == DXGMAP_CAUSE_NONE, "no attach");
  }
  memset(&case_dxgkrnl, 0, sizeof(case_dxgkrnl));
  case_dxgkrnl.Size = sizeof(case_dxgkrnl);
  case_dxgkrnl.Version = DXGKDDI_INTERFACE_VERSION;
  case_need(dxgmap_adapter_interface(case_adapter, &case_dxgkrnl) == DXGMAP_CAUSE_NONE, "no interface");
}

/* Opens the system and starts the adapter. A touch of what is not mapped is reported, and the driver goes on. */
static inline void case_open(uint32_t mode)
{
  dxgmap_system_description description;
  memset(&description, 0, sizeof(description));
  description.fault_policy = DXGMAP_FAULT_POISON;
  case_need(dxgmap_open(&description) == DXGMAP_CAUSE_NONE, "no system");
  case_start(mode);
}

/* Stops the adapter, which reports what its driver leaks, and closes the system. The exit code of the case: whether
   anything was reported. */
static inline int case_close(void)
{
  (void)dxgmap_adapter_stop(case_adapter, NULL);
  bool reported = dxgmap_violations() != 0;
  dxgmap_close();
  return reported ? 1 : 0;
}

/* Says what the case saw, for its `says` lines. */
#define CASE_SAYS(...) (printf("case: " __VA_ARGS__), (void)putchar('\n'))

#endif
