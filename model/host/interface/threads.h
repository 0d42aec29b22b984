/* SPDX-License-Identifier: MIT */
/* The lock and the running thread. [any] */
#ifndef DXGMAP_HOST_INTERFACE_THREADS_H
#define DXGMAP_HOST_INTERFACE_THREADS_H

#include "host/interface/result.h"

DXGMAP_HOST_API void dxgmap_host_lock(void); /* plain: a thread that holds it must not take it again */
DXGMAP_HOST_API void dxgmap_host_unlock(void);
/* By this thread; or it is in a read section, where it may take the lock as little. */
DXGMAP_HOST_API bool dxgmap_host_locked(void);

/*
 * Read sections, in which the running thread looks pages up without the lock and copies (host/threads/readers.h). Of
 * the host it may call there what says so, and it must not take the lock: whoever holds that may be waiting for the
 * section to end. The number of a reader is the thread's until it ends.
 */
DXGMAP_HOST_API bool dxgmap_host_read_begin(void); /* false: no number is free, or a section of the thread is open */
DXGMAP_HOST_API void dxgmap_host_read_found(void); /* in a section, after a page was found */
DXGMAP_HOST_API void dxgmap_host_read_end(void);
/* Under the lock. Show: before frames are mapped, once they are what their owner is to find. Wait: when they are not
   mapped any more, before they go back. */
DXGMAP_HOST_API void dxgmap_host_read_show(void);
DXGMAP_HOST_API void dxgmap_host_read_wait(void);

/* In a forked copy of the process, by the thread that forked. */
DXGMAP_HOST_API void dxgmap_host_read_fork(void);

DXGMAP_HOST_API uintptr_t dxgmap_host_thread(void); /* its token: not 0, and no other's while it runs */
DXGMAP_HOST_API void dxgmap_host_yield(void);       /* lets others run */
DXGMAP_HOST_API uint64_t dxgmap_host_time(void);    /* ns, from some moment on */
DXGMAP_HOST_API uint32_t dxgmap_host_irql(void);    /* of this thread; PASSIVE_LEVEL 0 to begin with */
DXGMAP_HOST_API void dxgmap_host_set_irql(uint32_t irql);
DXGMAP_HOST_API uint64_t dxgmap_host_process(void); /* that this thread is in; that of the machine, 4, to begin with */
DXGMAP_HOST_API void dxgmap_host_set_process(uint64_t process);
DXGMAP_HOST_API void dxgmap_host_threads_forget(void); /* both are what they were to begin with, in all threads */

#endif
