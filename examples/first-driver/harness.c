/* SPDX-License-Identifier: MIT */
/* Plays Dxgkrnl for the driver: starts an adapter, runs the driver, stops the adapter. */
#include <stdio.h>

#include <dxgmap.h>

#include "driver.h"

#define SAVE_BYTES (16u * PAGE_SIZE)

int main(void)
{
  const uint64_t save_bytes[] = {SAVE_BYTES}; /* one physical adapter, and what may be saved of its frame buffer */
  const dxgmap_adapter_description description = {.physical_adapters = 1, .save_bytes = save_bytes};
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  HANDLE adapter;

  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_interface(adapter, &dxgkrnl) != DXGMAP_CAUSE_NONE) {
    fprintf(stderr, "%s\n", dxgmap_reason()); /* which call it was, and why */
    return 2;
  }
  (void)FirstSave(&dxgkrnl, SAVE_BYTES);    /* the driver may fail: it must not break a rule */
  (void)dxgmap_adapter_stop(adapter, NULL); /* what is still live is reported */
  int reported = dxgmap_violations() != 0;
  dxgmap_close();
  return reported;
}
