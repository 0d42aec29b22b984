/* SPDX-License-Identifier: MIT */
/* Opens and closes everything at once, and says how much of it is in use. */
#include "host/interface/machine.h"
#include "host/base/config.h"
#include "host/base/memory.h"
#include "host/base/pool.h"
#include "host/base/random.h"
#include "host/base/span.h"
#include "host/frames/device.h"
#include "host/frames/foreign.h"
#include "host/frames/physical.h"
#include "host/interface/faults.h"
#include "host/machine/fork.h"
#include "host/machine/ports.h"
#include "host/reports/depot.h"
#include "host/windows/lifecycle.h"
#include "host/windows/section.h"
#include "host/windows/window.h"

#include <string.h>

/* No less than what is known of a page takes, and what is kept besides. */
#define DXGMAP_HOST_BYTES_OF_FRAME ((uint64_t)64)
#define DXGMAP_HOST_BYTES_OF_PLACE ((uint64_t)32)
#define DXGMAP_HOST_BYTES_BESIDES ((uint64_t)1 << 27)

/* All that lasts, as far as it is foreseen: addresses alone, until they are touched. */
static bool dxgmap_host_memory_open_for(const dxgmap_host_config *config)
{
  uint64_t pages = config->kernel_pages + config->window_pages;
  return dxgmap_host_memory_open((size_t)(config->pages * DXGMAP_HOST_BYTES_OF_FRAME +
                                          pages * DXGMAP_HOST_BYTES_OF_PLACE + config->lasting_bytes +
                                          DXGMAP_HOST_BYTES_BESIDES),
                                 pages);
}

static dxgmap_host_result dxgmap_host_open_parts(const dxgmap_host_config *config)
{
  dxgmap_host_result result = dxgmap_host_physical_open(config);
  if (result == DXGMAP_HOST_OK) {
    result = dxgmap_host_window_open_as(DXGMAP_HOST_KERNEL_WINDOW, config->kernel_pages, config->quarantine);
  }
  if (result == DXGMAP_HOST_OK) {
    result = dxgmap_host_depot_open(config);
  }
  return result;
}

dxgmap_host_result dxgmap_host_open(const dxgmap_host_config *config)
{
  dxgmap_host_result result;
  if (dxgmap_host_is_open()) {
    return DXGMAP_HOST_CLOSED;
  }
  if (!dxgmap_host_memory_open_for(config)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  result = dxgmap_host_open_parts(config);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_span_closing();
    dxgmap_host_windows_close();
    dxgmap_host_physical_close();
    dxgmap_host_span_close();
    return result;
  }
  dxgmap_host_random_seed(config->seed);
  dxgmap_host_ports_clear();
  dxgmap_host_open_with(config);
  return DXGMAP_HOST_OK;
}

void dxgmap_host_closing(void)
{
  if (dxgmap_host_is_open()) {
    dxgmap_host_span_closing();
  }
}

void dxgmap_host_close(void)
{
  if (!dxgmap_host_is_open()) {
    return;
  }
  dxgmap_host_span_closing();
  dxgmap_host_faults_remove();
  dxgmap_host_windows_close();
  dxgmap_host_sections_close();
  dxgmap_host_devices_close();
  dxgmap_host_foreign_close();
  dxgmap_host_physical_close();
  dxgmap_host_depot_close();
  dxgmap_host_pool_close();
  dxgmap_host_span_close();
  dxgmap_host_open_with(NULL);
  dxgmap_host_fork_over();
}

dxgmap_host_usage dxgmap_host_usage_now(void)
{
  dxgmap_host_usage usage;
  memset(&usage, 0, sizeof usage);
  dxgmap_host_memory_usage(&usage);
  dxgmap_host_physical_usage(&usage);
  dxgmap_host_windows_usage(&usage);
  dxgmap_host_sections_usage(&usage);
  dxgmap_host_pool_usage(&usage);
  usage.devices = dxgmap_host_devices_open();
  return usage;
}
