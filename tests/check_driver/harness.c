/* SPDX-License-Identifier: MIT */
/* One life of a sample driver. */
#include <dxgmap.h>

#include "sample.h"

static void work(HANDLE adapter)
{
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  SAMPLE sample;
  if (dxgmap_adapter_interface(adapter, &dxgkrnl) == DXGMAP_CAUSE_NONE && NT_SUCCESS(SampleStart(&sample, &dxgkrnl))) {
    SampleStop(&sample);
  }
}

int main(void)
{
  static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, SAMPLE_REGISTERS, SAMPLE_BYTES};
  const dxgmap_adapter_description description = {.physical_adapters = 1, .resources = 1, .resource = &registers};
  HANDLE adapter;
  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE) {
    return 1;
  }
  work(adapter);
  (void)dxgmap_adapter_stop(adapter, NULL);
  dxgmap_close();
  return 0;
}
