/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_TOUCH_H
#define DXGMAP_PROGRAMS_TOUCH_H

/* Reads and writes of what is held, by the device and by the CPU, each byte held against the store. `from` counts from
   the hold's first byte. */

#include "ledger.h"

void device_write(driver *d, const hold *h, size_t from, size_t length);
void device_read(driver *d, const hold *h, size_t from, size_t length);
void cpu_write(driver *d, const hold *h, size_t from, size_t length);
void cpu_read(driver *d, const hold *h, size_t from, size_t length);
/* These bytes instead of some at random; by the device, or else by the CPU, as the hold allows. */
void touch_put(driver *d, const hold *h, size_t from, const uint8_t *bytes, size_t length);
void touch_get(driver *d, const hold *h, size_t from, uint8_t *bytes, size_t length);

void touch_some(driver *d, const hold *h); /* whatever the hold allows */
void touch_all(driver *d, const hold *h);  /* reads it from end to end, by each way there is */
/* The device changes its own memory. */
void touch_bar(driver *d);

#endif
