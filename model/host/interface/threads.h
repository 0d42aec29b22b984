/* SPDX-License-Identifier: MIT */
/* The locks and the running thread. [any] */
#ifndef DXGMAP_HOST_INTERFACE_THREADS_H
#define DXGMAP_HOST_INTERFACE_THREADS_H

#include "host/interface/result.h"

/*
 * The lock of the machine, and one of each of its parts (the face has a part for each adapter). Who has the lock of the
 * machine has those of all parts that are open, too: nobody else does anything. Who has that of a part alone runs
 * beside those who have the ones of other parts, and may do what is the part's alone; spec/locks.md says what that is.
 * A thread that holds any takes no other: what breaks the order ends the process.
 */
#define DXGMAP_HOST_PARTS 8u
DXGMAP_HOST_API void dxgmap_host_lock(void); /* the machine's */
/* The part's; false, with nothing taken: there is no such part, or it is not open. */
DXGMAP_HOST_API bool dxgmap_host_lock_part(uint32_t part);
DXGMAP_HOST_API void dxgmap_host_unlock(void); /* whichever of them the thread has */
/* By this thread; or it is in a read section, where it may take the lock as little. */
DXGMAP_HOST_API bool dxgmap_host_locked(void);

/* Under the lock of the machine. A part is open once that is given back; and is not open from now on. What is no part
   never is. */
DXGMAP_HOST_API void dxgmap_host_part_open(uint32_t part);
DXGMAP_HOST_API void dxgmap_host_part_close(uint32_t part);

/* Which of the things that there is one of for each part, and one more, are the running thread's: 1 + part under the
   lock of a part, else 0. */
#define DXGMAP_HOST_HOLDERS (DXGMAP_HOST_PARTS + 1u)
DXGMAP_HOST_API uint32_t dxgmap_host_holder(void);

/* The last lock of the order, for a few instructions that are of no part. Under any of the others, or none. */
DXGMAP_HOST_API void dxgmap_host_lock_leaf(void);
DXGMAP_HOST_API void dxgmap_host_unlock_leaf(void);

/* Around a fork: all locks there are, so that in the copy none is a thread's which is not there. All: with that of the
   machine. Rest: beside it; false, with nothing taken: the thread has not that of the machine. What is given back by
   unlock_rest leaves the lock of the machine. */
DXGMAP_HOST_API void dxgmap_host_lock_all(void);
DXGMAP_HOST_API bool dxgmap_host_lock_rest(void);
DXGMAP_HOST_API void dxgmap_host_unlock_rest(void);

/*
 * Read sections, in which the running thread looks pages up without the lock and copies (host/threads/readers.h). Of
 * the host it may call there what says so, and it must not take the lock: whoever holds that may be waiting for the
 * section to end. The number of a reader is the thread's until it ends. A section is of one part, whose pages it may
 * look up.
 */
/* False: no number is free, or a section of the thread is open. */
DXGMAP_HOST_API bool dxgmap_host_read_begin(uint32_t part);
DXGMAP_HOST_API void dxgmap_host_read_found(void); /* in a section, after a page was found */
DXGMAP_HOST_API void dxgmap_host_read_end(void);
/* Under the lock, of the machine or of the part. Show: before frames are mapped, once they are what their owner is to
   find. Wait: when they are not mapped any more, before they go back; for the sections of a part, or of all parts. */
#define DXGMAP_HOST_ALL_PARTS UINT32_MAX
DXGMAP_HOST_API void dxgmap_host_read_show(void);
DXGMAP_HOST_API void dxgmap_host_read_wait(uint32_t part);

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
