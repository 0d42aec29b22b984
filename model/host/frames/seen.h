/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_SEEN_H
#define DXGMAP_HOST_SEEN_H

#include "host/interface/result.h"

/* Pages of the process, by their numbers, that were looked at by calls of the system and found. It may take them away
   at any time, and then has them looked at once more: so what was seen is touched, and the fault caught, which costs a
   hundredth of such a call. Limit: a fault ends the program where it is not caught (dxgmap_os_copy_caught). So nothing
   is seen by a thread whose faults do not come to us; a thread is asked for that at its first page and at times after
   it, and not each time. */

/* Whether the page was seen and is still there, to be read, or to be written. [fault] */
DXGMAP_HOST_API bool dxgmap_host_seen(uint64_t page, bool write);

/* It was found just now. */
DXGMAP_HOST_API void dxgmap_host_seen_add(uint64_t page, bool write);

/* Nothing was seen, by no thread: faults are handled otherwise from now on. */
DXGMAP_HOST_API void dxgmap_host_seen_forget(void);

#endif
