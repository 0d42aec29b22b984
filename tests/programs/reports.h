/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_REPORTS_H
#define DXGMAP_PROGRAMS_REPORTS_H

/* What the library has reported since the last reports_forget. */

#include <stdint.h>

#include "dxgmap.h"

void reports_keep(const dxgmap_violation *violation, void *context); /* the handler */
void reports_forget(void);
uint32_t reports_count(void);
uint32_t reports_of(uint32_t cause);
/* Of those that were kept, the first that has another cause; DXGMAP_CAUSE_NONE: there is none. */
uint32_t reports_other_than(uint32_t cause);
void reports_print(void);

#endif
