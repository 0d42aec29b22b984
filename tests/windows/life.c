/* SPDX-License-Identifier: MIT */
/* A harness on Windows: a driver starts, saves its frame buffer and stops; then one forgets what it has. Where Windows
   has no placeholders the library is not opened, and says why. */
#include <stdio.h>

#include <dispmprt.h>
#include <dxgmap.h>

#include "driver.h"

#define SAVE_BYTES (16u * PAGE_SIZE)

static const uint64_t save_bytes[] = {SAVE_BYTES};
static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE};
static const dxgmap_adapter_description description = {
    .physical_adapters = 1, .save_bytes = save_bytes, .resources = 1, .resource = &registers};

/* How many mappings the driver has left at the stop, or UINT64_MAX. */
static uint64_t life(bool forgets)
{
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  uint64_t leaks = UINT64_MAX;
  HANDLE adapter;
  TOY toy;
  if (dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_attach(adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_interface(adapter, &dxgkrnl) != DXGMAP_CAUSE_NONE) {
    return UINT64_MAX;
  }
  if (NT_SUCCESS(ToyStartDevice(&toy, &dxgkrnl)) && NT_SUCCESS(ToySave(&toy, SAVE_BYTES)) && !forgets) {
    ToyStopDevice(&toy);
  }
  (void)dxgmap_adapter_stop(adapter, &leaks);
  return leaks;
}

int main(void)
{
  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE) {
    fprintf(stderr, "%s\n", dxgmap_reason());
    return 2;
  }
  uint64_t none = life(false), some = life(true);
  dxgmap_close();
  printf("a driver that stops leaves %u mappings, one that forgets to %u\n", (unsigned)none, (unsigned)some);
  return none != 0 || some == 0;
}
