/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_MINIPORT_H
#define DXGMAP_MINIPORT_H

/* What video miniports include instead of wdm.h. */

#include "devioctl.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_io_resource.h"
#include "dxgmap_wintypes.h"

#endif
