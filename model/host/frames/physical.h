/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_PHYSICAL_H
#define DXGMAP_HOST_PHYSICAL_H

#include "host/interface/frames.h"
#include "host/interface/machine.h"
#include "host/os/os.h"

/* What is behind the page numbers, and how often each is held. */

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_physical_open(const dxgmap_host_config *config);
DXGMAP_HOST_API void dxgmap_host_physical_close(void);

DXGMAP_HOST_API bool dxgmap_host_physical_room(uint64_t frames); /* of memory can be taken; false: the system refuses */
/* The frame, whose number is taken. 0: memory, zeroed. */
DXGMAP_HOST_API void dxgmap_host_physical_take(uint64_t frame, uint64_t foreign_page);
DXGMAP_HOST_API void dxgmap_host_physical_hold(uint64_t frame);
DXGMAP_HOST_API uint64_t dxgmap_host_physical_foreign_page(uint64_t frame); /* 0 unless FOREIGN */
/* Of a FOREIGN frame: whether its page has a mark to be known by; it is another's by now; whether it is. [a section may
   call the last two] */
DXGMAP_HOST_API void dxgmap_host_physical_watch(uint64_t frame, bool marked);
DXGMAP_HOST_API void dxgmap_host_physical_lose(uint64_t frame);
DXGMAP_HOST_API bool dxgmap_host_physical_lost(uint64_t frame);
DXGMAP_HOST_API void dxgmap_host_physical_usage(dxgmap_host_usage *usage);

#endif
