/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_EXTENSION_H
#define DXGMAP_DDI_EXTENSION_H

#include "ddi/system.h"

/* The adapter whose video miniport has this HwDeviceExtension; NULL when none has. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension);

#endif
