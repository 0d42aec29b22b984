/* SPDX-License-Identifier: MIT */
/* Faults of the CPU inside a window. */
#include "host/interface/faults.h"
#include "host/base/config.h"
#include "host/base/inject.h"
#include "host/frames/seen.h"
#include "host/interface/memory.h"
#include "host/interface/forks.h"
#include "host/interface/threads.h"
#include "host/os/os.h"
#include "host/reports/demangle.h"
#include "host/reports/stack.h"
#include "host/windows/view.h"

static struct {
  bool enabled;
  dxgmap_host_fault_handler *handler;
  void *context;
  dxgmap_host_fault_policy policy;
  void *stack; /* for handlers, of the thread that installed us, if it had none */
} dxgmap_host_faults;

/* The views are another process's: there is nothing to report of them here. */
static void dxgmap_host_fault_in_copy(void)
{
  static const char line[] = "dxgmap: a forked process touched a view of the process that it was forked from\n";
  dxgmap_os_print(2, line, sizeof line - 1);
}

/* Reports a fault in a window; true if the program can go on. */
static bool dxgmap_host_fault_handle(const dxgmap_os_fault *seen)
{
  dxgmap_host_fault fault;
  bool poisoned = false;
  /* A fault under the lock, or in a read section, is the library's own: whatever is called now could not use it. */
  if (dxgmap_host_locked()) {
    return false;
  }
  fault = (dxgmap_host_fault){seen->address, seen->instruction, !seen->code, seen->write,
                              dxgmap_host_locate(seen->address)};
  if (fault.where.place == DXGMAP_HOST_PLACE_UNKNOWN) {
    return false;
  }
  if (dxgmap_host_forked()) {
    dxgmap_host_fault_in_copy();
    return false;
  }
  dxgmap_host_stack_shallow(!seen->code);
  dxgmap_host_demangle_alone(true);
  dxgmap_host_faults.handler(&fault, dxgmap_host_faults.context);
  dxgmap_host_demangle_alone(false);
  dxgmap_host_stack_shallow(false);
  if (dxgmap_host_faults.policy == DXGMAP_HOST_FAULT_POISON) {
    dxgmap_host_lock();
    poisoned = dxgmap_host_view_poison(seen->address);
    dxgmap_host_unlock();
  }
  return poisoned;
}

/* Every fault is the program's own business. */
static bool dxgmap_host_fault_leave(const dxgmap_os_fault *seen)
{
  (void)seen;
  return false;
}

static bool dxgmap_host_fault_stack_open(void)
{
  if (!dxgmap_os_fault_stack_lacks()) {
    return true;
  }
  if (dxgmap_host_faults.stack == NULL) {
    dxgmap_host_faults.stack = dxgmap_host_reserve(DXGMAP_OS_FAULT_STACK);
  }
  return dxgmap_host_faults.stack != NULL && dxgmap_os_fault_stack_lend(dxgmap_host_faults.stack);
}

/* The stack of another thread cannot be taken away from it; the next installation uses it again. */
static void dxgmap_host_fault_stack_close(void)
{
  if (dxgmap_host_faults.stack != NULL && dxgmap_os_fault_stack_return(dxgmap_host_faults.stack)) {
    dxgmap_host_unreserve(dxgmap_host_faults.stack, DXGMAP_OS_FAULT_STACK);
    dxgmap_host_faults.stack = NULL;
  }
}

dxgmap_host_result dxgmap_host_faults_install(dxgmap_host_fault_handler *handler, void *context,
                                              dxgmap_host_fault_policy policy)
{
  bool leave = policy == DXGMAP_HOST_FAULT_LEAVE;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if ((handler == NULL) != leave) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (dxgmap_host_faults.enabled) {
    return DXGMAP_HOST_BUSY;
  }
  if (!dxgmap_host_acquire() || (!leave && !dxgmap_host_fault_stack_open())) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_faults.handler = handler;
  dxgmap_host_faults.context = context;
  dxgmap_host_faults.policy = policy;
  dxgmap_host_seen_forget();
  dxgmap_host_faults.enabled = dxgmap_os_faults_install(leave ? dxgmap_host_fault_leave : dxgmap_host_fault_handle);
  if (!dxgmap_host_faults.enabled) {
    dxgmap_host_fault_stack_close();
    return DXGMAP_HOST_NO_MEMORY;
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_faults_remove(void)
{
  if (!dxgmap_host_faults.enabled) {
    return;
  }
  dxgmap_os_faults_remove();
  dxgmap_host_faults.enabled = false;
  dxgmap_host_fault_stack_close();
}
