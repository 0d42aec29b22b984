/* SPDX-License-Identifier: MIT */
/* The driver under libFuzzer or AFL: bytes start it, let acquisitions fail, save, pull the device out, and stop it. */
#include <dxgmap.h>
#include <dxgmap_fuzz.h>

#include "driver.h"

#define SAVE_PAGES 16u

static bool start(void *context, HANDLE adapter)
{
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  dxgmap_fuzz_need(dxgmap_adapter_interface(adapter, &dxgkrnl) == DXGMAP_CAUSE_NONE, "dxgmap_adapter_interface");
  return NT_SUCCESS(ToyStartDevice(context, &dxgkrnl));
}

static void stop(void *context)
{
  ToyStopDevice(context);
}

static void removed(void *context)
{
  (void)context; /* the driver finds out by what its calls answer */
}

static void save(void *context, dxgmap_fuzz_input *input)
{
  (void)ToySave(context, (1 + dxgmap_fuzz_number(input, SAVE_PAGES - 1)) * PAGE_SIZE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const uint64_t save_bytes[] = {SAVE_PAGES * PAGE_SIZE};
  static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE};
  static const dxgmap_adapter_description machine = {
      .physical_adapters = 1, .save_bytes = save_bytes, .resources = 1, .resource = &registers};
  static const dxgmap_fuzz_action actions[] = {{"save", save}};
  static TOY toy;
  static const dxgmap_fuzz_driver driver = {.adapter = &machine,
                                            .context = &toy,
                                            .start = start,
                                            .stop = stop,
                                            .removed = removed,
                                            .action = actions,
                                            .actions = 1};
  return dxgmap_fuzz_one(&driver, data, size);
}
