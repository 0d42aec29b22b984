/* SPDX-License-Identifier: MIT */
/* Faults of the CPU, on request. */
#ifndef DXGMAP_HOST_INTERFACE_FAULTS_H
#define DXGMAP_HOST_INTERFACE_FAULTS_H

#include "host/interface/result.h"
#include "host/interface/windows.h"

typedef struct dxgmap_host_fault {
  const void *address;
  const void *instruction; /* for dxgmap_host_stack_capture */
  bool returned;           /* it is where a call returns to, and not the access itself */
  bool write;
  dxgmap_host_location where;
} dxgmap_host_fault;

/* Called in the thread that faulted, without the lock, for a fault inside a window alone. */
typedef void dxgmap_host_fault_handler(const dxgmap_host_fault *fault, void *context);

typedef enum dxgmap_host_fault_policy {
  DXGMAP_HOST_FAULT_PASS = 0, /* on to the handler that was there before */
  DXGMAP_HOST_FAULT_POISON,   /* map a page of poison (0xDB) there and go on, unless the place is live */
  DXGMAP_HOST_FAULT_LEAVE,    /* nothing, and there is no handler to call: a fault is caught in a copy of the host's */
} dxgmap_host_fault_policy;

/*
 * Handles the faults of the whole process until removed (or the host is closed); BUSY if it does already. Faults
 * outside every window, and those under the lock or in a read section, always pass on. Where handlers run on a stack of
 * their own (on Linux the signal stack), the thread that calls this is given one unless it has one, and gives it back
 * when it calls remove; other threads use theirs, if they have one. While installed, a copy of frames whose memory goes
 * away costs no call of the system to be safe (dxgmap_os_copy_caught).
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_faults_install(dxgmap_host_fault_handler *handler, void *context,
                                                              dxgmap_host_fault_policy policy);
DXGMAP_HOST_API void dxgmap_host_faults_remove(void);

#endif
