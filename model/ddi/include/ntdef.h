/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTDEF_H
#define DXGMAP_NTDEF_H

#include "dxgmap_wintypes.h"

#endif
