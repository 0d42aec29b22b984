/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_PORTS_H
#define DXGMAP_HOST_PORTS_H

#include "host/interface/devices.h"

DXGMAP_HOST_API void dxgmap_host_ports_clear(void); /* all zero, as at the start */

#endif
