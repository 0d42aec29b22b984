/* SPDX-License-Identifier: MIT */
/* The driver on a machine that remaps and on one that does not: its device writes through the ADL what the CPU reads
   through the map, and in the nth run the nth acquisition fails. `harness once` runs it once on each machine, and
   nothing fails, unless dxgmap-fail or DXGMAP_OPTIONS makes it. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <dxgmap.h>

#include "driver.h"

typedef struct {
  uint32_t mode;
  uint64_t bad;
} machine;

/* The device writes the number of each page into it. */
static bool transfer(const ADL_DEVICE *device, HANDLE adapter)
{
  for (UINT i = 0; i < ADL_BUFFER_PAGES; i++) {
    if (dxgmap_device_write(adapter, AdlPage(device, i) * PAGE_SIZE, &i, sizeof i, NULL) != DXGMAP_CAUSE_NONE ||
        memcmp(device->Address + (size_t)i * PAGE_SIZE, &i, sizeof i) != 0) {
      return false;
    }
  }
  return true;
}

static bool work(HANDLE adapter)
{
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  ADL_DEVICE device;
  if (dxgmap_adapter_interface(adapter, &dxgkrnl) != DXGMAP_CAUSE_NONE) {
    return false;
  }
  if (!NT_SUCCESS(AdlStartDevice(&device, &dxgkrnl))) {
    return true;
  }
  bool good = transfer(&device, adapter);
  AdlStopDevice(&device);
  return good;
}

static bool run(uint64_t nth, void *context)
{
  machine *m = context;
  const dxgmap_adapter_description description = {
      .physical_adapters = 1, .mode = m->mode, .capability = DXGMAP_CAPABILITY_ADL};
  HANDLE adapter;
  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      (m->mode == DXGMAP_MODE_IDENTITY && dxgmap_adapter_attach(adapter) != DXGMAP_CAUSE_NONE)) {
    m->bad++;
    return false;
  }
  bool good = work(adapter);
  (void)dxgmap_adapter_stop(adapter, NULL);
  if (!good || dxgmap_violations() != 0) {
    printf("run %" PRIu64 ": the driver does not give back what it has\n", nth);
    m->bad++;
  }
  dxgmap_close();
  return true;
}

int main(int count, char **words)
{
  machine remapping = {DXGMAP_MODE_REMAPPING, 0}, identity = {DXGMAP_MODE_IDENTITY, 0};
  if (count > 1 && strcmp(words[1], "once") == 0) {
    (void)run(0, &remapping);
    (void)run(0, &identity);
    return remapping.bad + identity.bad != 0;
  }
  uint64_t runs = dxgmap_fail_each(run, &remapping) + dxgmap_fail_each(run, &identity);
  printf("%" PRIu64 " runs, %" PRIu64 " of them bad\n", runs, remapping.bad + identity.bad);
  return runs == 0 || remapping.bad + identity.bad != 0;
}
