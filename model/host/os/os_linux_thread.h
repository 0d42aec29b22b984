/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OS_LINUX_THREAD_H
#define DXGMAP_OS_LINUX_THREAD_H

#include "host/os/os.h"

/* From where to where the running thread has its stack, if it was asked for by dxgmap_os_stack_know or
   dxgmap_os_on_stack, and the system said. [fault] */
DXGMAP_OS_API bool dxgmap_os_stack_limits(uintptr_t *low, uintptr_t *high);

#endif
