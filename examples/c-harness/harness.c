/* SPDX-License-Identifier: MIT */
/* A harness in C: the driver starts, saves its frame buffer and stops, again and again, and in the nth run its nth
   acquisition fails. `harness LIVES` soaks it: so many lives, with what the process takes from the system bounded.
   `harness once` is one life in which nothing fails, unless dxgmap-fail or DXGMAP_OPTIONS makes it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dxgmap.h>
#include <dxgmap_soak.h>

#include "driver.h"

#define SAVE_BYTES (16u * PAGE_SIZE)

/* The driver on a started adapter. A start that fails is no fault of the driver's. */
static void work(HANDLE adapter)
{
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  TOY toy;
  if (dxgmap_adapter_interface(adapter, &dxgkrnl) == DXGMAP_CAUSE_NONE && NT_SUCCESS(ToyStartDevice(&toy, &dxgkrnl))) {
    (void)ToySave(&toy, SAVE_BYTES);
    ToyStopDevice(&toy);
  }
}

/* From the opening to the closing of the system: whether nothing was reported, no leak either. */
static bool life(uint64_t number, void *context)
{
  static const uint64_t save_bytes[] = {SAVE_BYTES};
  static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE};
  const dxgmap_adapter_description description = {
      .physical_adapters = 1, .save_bytes = save_bytes, .resources = 1, .resource = &registers};
  HANDLE adapter;
  (void)number;
  (void)context;
  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE) {
    return false;
  }
  bool attached = dxgmap_adapter_attach(adapter) == DXGMAP_CAUSE_NONE;
  work(adapter);
  (void)dxgmap_adapter_stop(adapter, NULL); /* what is left is reported */
  bool clean = dxgmap_violations() == 0;
  dxgmap_close();
  return attached && clean;
}

/* The loop ends with the run that says false, so each says true. */
static bool run(uint64_t nth, void *context)
{
  uint64_t *bad = context;
  if (!life(nth, NULL)) {
    printf("acquisition %" PRIu64 " fails: the driver does not give back what it has\n", nth);
    (*bad)++;
  }
  return true;
}

int main(int count, char **words)
{
  uint64_t bad = 0;
  if (count > 1 && strcmp(words[1], "once") == 0) {
    return life(0, NULL) ? 0 : 1;
  }
  if (count > 1) {
    return dxgmap_soak(life, NULL, strtoull(words[1], NULL, 10)) ? 0 : 1;
  }
  uint64_t runs = dxgmap_fail_each(run, &bad);
  printf("%" PRIu64 " runs, %" PRIu64 " of them bad\n", runs, bad);
  return runs == 0 || bad != 0;
}
