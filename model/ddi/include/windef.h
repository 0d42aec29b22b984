/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_WINDEF_H
#define DXGMAP_WINDEF_H

/* The scalar types, under the name that programs know. */

#include "dxgmap_wintypes.h"

#define MAX_PATH 260

#endif
