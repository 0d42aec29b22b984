/* SPDX-License-Identifier: MIT */
/* What the machine was opened with. */
#include "host/base/config.h"

static dxgmap_host_config dxgmap_host_config_now;
static bool dxgmap_host_config_open;

const dxgmap_host_config *dxgmap_host_opened(void)
{
  return dxgmap_host_config_open ? &dxgmap_host_config_now : NULL;
}

void dxgmap_host_open_with(const dxgmap_host_config *config)
{
  if (config != NULL) {
    dxgmap_host_config_now = *config;
  }
  dxgmap_host_config_open = config != NULL;
}

bool dxgmap_host_is_open(void)
{
  return dxgmap_host_config_open;
}
