/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REASON_H
#define DXGMAP_DDI_REASON_H

#include <stdint.h>

/* Why a call of the harness did not succeed: nothing is reported of it, and a cause has more than one reason. */

/* Of the calling thread: this one was the last. `detail`: what exactly, or "". */
void dxgmap_ddi_reason_keep(uint32_t operation, uint32_t cause, const char *detail);

/* "" when there was none. */
const char *dxgmap_ddi_reason(void);

#endif
