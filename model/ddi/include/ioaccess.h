/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_IOACCESS_H
#define DXGMAP_IOACCESS_H

/* Port and register accessors, for those who include them without wdm.h. */

#include "dxgmap_accessors.h"

#endif
