/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_FOREIGN_H
#define DXGMAP_HOST_FOREIGN_H

#include "host/interface/frames.h"

/* Pages of the process's own memory, by their numbers: an address divided by the size of a page.

   Such memory cannot be held: the process may unmap it at any time, and something else may be mapped at its address. So
   a page is marked while a frame stands for it, and before a device's copy the mark is looked for. Its limits:
   - The copy follows the look at once, but another thread that unmaps and maps anew between the two is not seen.
   - A page that the process has locked in memory itself (mlock, mlockall), pages beyond what the system lets a process
     lock (RLIMIT_MEMLOCK), and those beyond some 4000 runs of pages that are locked at a time, since each parts a
     mapping of the process, have no mark: of them only that nothing is mapped there is noticed.
   - A process that unlocks (munlock) a marked page takes the mark away, and the page counts as gone.
   - Memory of a heap is given back to the heap and not to the system: its pages stay what they were, locked ones of
     Windows likewise. Whoever knows better says so (dxgmap_host_memory_gone). */

DXGMAP_HOST_API bool dxgmap_host_foreign_probe(uint64_t page, uint64_t pages, bool write);
/* `looked`: the page was found there just now, by its mark. Else it is looked for, so that nothing but what another
   thread takes away meanwhile, or a page that became read-only, is left for a fault to tell. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes,
                                                            uint64_t length, bool write, bool looked);

DXGMAP_HOST_API bool dxgmap_host_foreign_marked(uint64_t page); /* it is still what was marked */

/* The frame that stands for a page. There must be room before one is remembered. Remember: whether the page has a mark
   now, if it is to have one. Forget: nothing happens when another frame stands for the page by now. */
DXGMAP_HOST_API bool dxgmap_host_foreign_room(uint64_t pages); /* for so many more */
DXGMAP_HOST_API bool dxgmap_host_foreign_remember(uint64_t page, uint64_t frame, bool mark);
DXGMAP_HOST_API bool dxgmap_host_foreign_find(uint64_t page, uint64_t *frame);
DXGMAP_HOST_API void dxgmap_host_foreign_forget(uint64_t page, uint64_t frame);
DXGMAP_HOST_API bool dxgmap_host_foreign_any(void);
DXGMAP_HOST_API void dxgmap_host_foreign_close(void);

#endif
