/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_ARGUMENT_H
#define DXGMAP_DDI_ARGUMENT_H

#include "ddi/call/note.h"

/* What a call reads and writes through a pointer that the driver or the harness gives. Each such pointer is asked
   about here before it is followed and before anything changes, so that the library never faults on its caller's
   behalf. Of functions of the caller's only NULL is refused. */

/* Whether `bytes` bytes at the argument of that name can be read. False: what is reported says why not, and the cause
   is DXGMAP_CAUSE_BAD_ARGUMENT. No bytes can be read anywhere but at NULL. */
bool dxgmap_ddi_argument_in(dxgmap_ddi_call *call, const char *name, const void *at, uint64_t bytes);

/* And written. */
bool dxgmap_ddi_argument_out(dxgmap_ddi_call *call, const char *name, const void *at, uint64_t bytes);

/* The same of text, to the zero that ends it; a character has `width` bytes. */
bool dxgmap_ddi_argument_text(dxgmap_ddi_call *call, const char *name, const void *at, uint32_t width);

/* Whether a page begins in the character, or with it: whoever walks through text asks about that one anew. */
bool dxgmap_ddi_argument_enters_page(const void *character, uint32_t width);

/* In a call of its own, because there is none, or none yet: the caller does not hold the lock, and the system need not
   be open. */
bool dxgmap_ddi_argument_first(uint32_t operation, const char *name, const void *at, uint64_t bytes, bool write,
                               const void *site);
bool dxgmap_ddi_argument_first_text(uint32_t operation, const char *name, const char *at, const void *site);

/* Whether the bytes can be read, and written if `write`. Asks without the lock, and reports nothing. */
bool dxgmap_ddi_argument_good(const void *at, uint64_t bytes, bool write);

#endif
