/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OS_CAUGHT_H
#define DXGMAP_OS_CAUGHT_H

/* What a handler of faults has in common on Linux and on Windows: whom it asks, and the accesses of ours that may fault
   (dxgmap_os_copy_caught, dxgmap_os_touch). */

#include "host/os/os.h"

/* Who is asked about faults, from now on; NULL: nobody. */
DXGMAP_OS_API void dxgmap_os_caught_install(dxgmap_os_fault_handler *handler);
DXGMAP_OS_API dxgmap_os_fault_handler *dxgmap_os_caught_handler(void);

/* Whether the running thread is in there. A fault of it would not come to us. */
DXGMAP_OS_API bool dxgmap_os_caught_handling(void);

/* Whether a fault of the running thread would come to us: there is a handler, and the thread is not in it. */
DXGMAP_OS_API bool dxgmap_os_caught_comes(void);

/* Asks about a fault of the running thread: whether the access is to be tried again. */
DXGMAP_OS_API bool dxgmap_os_caught_ask(dxgmap_os_fault_handler *handler, const dxgmap_os_fault *fault);

/* Where a thread goes on that has faulted at this instruction, if that is the access that it has noted: behind it. Else
   0. */
DXGMAP_OS_API uintptr_t dxgmap_os_caught_behind(uintptr_t instruction);

#endif
