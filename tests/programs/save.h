/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_SAVE_H
#define DXGMAP_PROGRAMS_SAVE_H

#include "ledger.h"

/* The frame buffer of a physical adapter, in the device's memory, is saved whole or in parts, lost, and comes back. */
enum outcome save_and_restore(driver *d);
extern atomic_ulong saves; /* that came back, of all programs of this process */

#endif
