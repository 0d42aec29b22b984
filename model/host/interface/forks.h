/* SPDX-License-Identifier: MIT */
/* Copies of the process that a fork makes. */
#ifndef DXGMAP_HOST_INTERFACE_FORKS_H
#define DXGMAP_HOST_INTERFACE_FORKS_H

#include "host/interface/result.h"

/* Memory of the machine is shared with a copy of the process, and so would be what the copy does to it. So in a copy
   that was made while the machine was open, all of it is taken away before the fork returns there: every address of it
   faults, and its bytes stay what the first process has made of them. The machine is to be closed in the copy before it
   is opened there; nothing else may be called. `child` is called then, under the lock. Whoever forks waits for the
   lock, unless it has it; it must not have that of a part, as a handler of signals has that interrupts a call. False:
   the system has no room. Once is enough for the life of the process. */
DXGMAP_HOST_API bool dxgmap_host_at_fork(void (*child)(void));

/* This process is such a copy, and the machine was not closed since. [any] */
DXGMAP_HOST_API bool dxgmap_host_forked(void);

#endif
