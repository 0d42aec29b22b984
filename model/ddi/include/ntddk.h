/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTDDK_H
#define DXGMAP_NTDDK_H

/* Everything that mapping needs of ntddk.h is in wdm.h already. */
#include "wdm.h"

#endif
