/* SPDX-License-Identifier: MIT */
/* Faults of the CPU inside a window. Handlers that were there before, and those that come on top, keep working. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host_private.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <ucontext.h>

#define DXGMAP_HOST_FAULT_STACK ((size_t)128 * 1024)
#define DXGMAP_HOST_FAULT_WRITE 2 /* in the error code of a page fault */

static const int dxgmap_host_fault_signals[2] = {SIGSEGV, SIGBUS};

static struct {
  struct sigaction before[2]; /* of each signal */
  bool linked[2];             /* our handler is installed, or somebody's who calls it */
  bool enabled;
  dxgmap_host_fault_handler *handler;
  void *context;
  dxgmap_host_fault_policy policy;
  void *stack; /* for handlers, of the thread that installed us, if it had none */
} dxgmap_host_faults;

/* ---- Passing on ---- */

static void dxgmap_host_fault_default(int number, const siginfo_t *info)
{
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  (void)sigaction(number, &action, NULL);
  /* The instruction faults again when we return; a signal that somebody sent must be sent again. */
  if (info->si_code <= 0) {
    (void)raise(number);
  }
}

static void dxgmap_host_fault_call(int number, const struct sigaction *action, siginfo_t *info, void *machine)
{
  sigset_t mask, before;
  (void)pthread_sigmask(SIG_BLOCK, &action->sa_mask, &before);
  if ((action->sa_flags & SA_NODEFER) != 0) {
    (void)sigemptyset(&mask);
    (void)sigaddset(&mask, number);
    (void)pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
  }
  if ((action->sa_flags & SA_SIGINFO) != 0) {
    action->sa_sigaction(number, info, machine);
  } else {
    action->sa_handler(number);
  }
  (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void dxgmap_host_fault_pass(int number, siginfo_t *info, void *machine)
{
  struct sigaction *before = &dxgmap_host_faults.before[number == SIGBUS];
  struct sigaction action = *before;
  bool plain = (action.sa_flags & SA_SIGINFO) == 0;
  if (plain && action.sa_handler == SIG_IGN && info->si_code <= 0) {
    return;
  }
  /* The kernel does not let a program ignore a fault. */
  if (plain && (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)) {
    dxgmap_host_fault_default(number, info);
    return;
  }
  if ((action.sa_flags & (int)SA_RESETHAND) != 0) {
    memset(before, 0, sizeof *before);
    before->sa_handler = SIG_DFL;
  }
  dxgmap_host_fault_call(number, &action, info, machine);
}

/* ---- The handler ---- */

/* Where the program was; if it jumped to where no code is, where it came from: the top of its stack says. */
static const void *dxgmap_host_fault_instruction(const ucontext_t *machine, bool *code)
{
  uint64_t instruction = (uint64_t)machine->uc_mcontext.gregs[REG_RIP], caller;
  uint64_t stack = (uint64_t)machine->uc_mcontext.gregs[REG_RSP];
  *code = dxgmap_host_probe((const void *)(uintptr_t)instruction, 1, false);
  if (!*code && dxgmap_host_foreign_copy(stack / DXGMAP_HOST_PAGE, stack % DXGMAP_HOST_PAGE, &caller, sizeof caller,
                                         false) == DXGMAP_HOST_OK) {
    instruction = caller;
  }
  return (const void *)(uintptr_t)instruction;
}

/* Reports a fault in a window; true if the program can go on. */
static bool dxgmap_host_fault_handle(const siginfo_t *info, const ucontext_t *machine)
{
  dxgmap_host_fault fault;
  bool poisoned = false, code;
  fault.address = info->si_addr;
  fault.instruction = dxgmap_host_fault_instruction(machine, &code);
  fault.write = (machine->uc_mcontext.gregs[REG_ERR] & DXGMAP_HOST_FAULT_WRITE) != 0;
  fault.where = dxgmap_host_locate(info->si_addr);
  if (fault.where.place == DXGMAP_HOST_PLACE_UNKNOWN) {
    return false;
  }
  dxgmap_host_stack_shallow(!code);
  dxgmap_host_faults.handler(&fault, dxgmap_host_faults.context);
  dxgmap_host_stack_shallow(false);
  if (dxgmap_host_faults.policy == DXGMAP_HOST_FAULT_POISON) {
    dxgmap_host_lock();
    poisoned = dxgmap_host_view_poison(info->si_addr);
    dxgmap_host_unlock();
  }
  return poisoned;
}

static void dxgmap_host_fault_on_signal(int number, siginfo_t *info, void *machine)
{
  int error = errno;
  /* A fault under the lock, or in a read section, is the library's own: whatever is called now could not use it. */
  bool ours =
      __atomic_load_n(&dxgmap_host_faults.enabled, __ATOMIC_ACQUIRE) && info->si_code > 0 && !dxgmap_host_locked();
  if (!ours || !dxgmap_host_fault_handle(info, machine)) {
    dxgmap_host_fault_pass(number, info, machine);
  }
  errno = error;
}

/* ---- Installing and removing ---- */

static bool dxgmap_host_fault_stack_open(void)
{
  stack_t stack;
  if (sigaltstack(NULL, &stack) != 0) {
    return false;
  }
  if ((stack.ss_flags & SS_DISABLE) == 0) {
    return true;
  }
  if (dxgmap_host_faults.stack == NULL) {
    dxgmap_host_faults.stack = dxgmap_host_reserve(DXGMAP_HOST_FAULT_STACK);
  }
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = dxgmap_host_faults.stack;
  stack.ss_size = DXGMAP_HOST_FAULT_STACK;
  return stack.ss_sp != NULL && sigaltstack(&stack, NULL) == 0;
}

/* Another thread's signal stack cannot be taken away from it; the next installation uses it again. */
static void dxgmap_host_fault_stack_close(void)
{
  stack_t stack;
  if (dxgmap_host_faults.stack == NULL || sigaltstack(NULL, &stack) != 0) {
    return;
  }
  if (stack.ss_sp == dxgmap_host_faults.stack) {
    stack.ss_flags = SS_DISABLE;
    if (sigaltstack(&stack, NULL) != 0) {
      return;
    }
    dxgmap_host_unreserve(dxgmap_host_faults.stack, DXGMAP_HOST_FAULT_STACK);
    dxgmap_host_faults.stack = NULL;
  }
}

static bool dxgmap_host_fault_link(int i)
{
  struct sigaction action;
  if (dxgmap_host_faults.linked[i]) {
    return true;
  }
  memset(&action, 0, sizeof action);
  (void)sigemptyset(&action.sa_mask);
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  action.sa_sigaction = dxgmap_host_fault_on_signal;
  dxgmap_host_faults.linked[i] = sigaction(dxgmap_host_fault_signals[i], &action, &dxgmap_host_faults.before[i]) == 0;
  return dxgmap_host_faults.linked[i];
}

/* Puts back what was there, unless somebody has installed a handler since: that one calls ours, which passes on. */
static void dxgmap_host_fault_unlink(int i)
{
  struct sigaction now;
  if (!dxgmap_host_faults.linked[i] || sigaction(dxgmap_host_fault_signals[i], NULL, &now) != 0) {
    return;
  }
  if ((now.sa_flags & SA_SIGINFO) != 0 && now.sa_sigaction == dxgmap_host_fault_on_signal) {
    (void)sigaction(dxgmap_host_fault_signals[i], &dxgmap_host_faults.before[i], NULL);
    dxgmap_host_faults.linked[i] = false;
  }
}

dxgmap_host_result dxgmap_host_faults_install(dxgmap_host_fault_handler *handler, void *context,
                                              dxgmap_host_fault_policy policy)
{
  if (dxgmap_host_machine() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (handler == NULL) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (dxgmap_host_faults.enabled) {
    return DXGMAP_HOST_BUSY;
  }
  if (!dxgmap_host_acquire() || !dxgmap_host_fault_stack_open()) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_faults.handler = handler;
  dxgmap_host_faults.context = context;
  dxgmap_host_faults.policy = policy;
  __atomic_store_n(&dxgmap_host_faults.enabled, true, __ATOMIC_RELEASE);
  if (!dxgmap_host_fault_link(0) || !dxgmap_host_fault_link(1)) {
    dxgmap_host_faults_remove();
    return DXGMAP_HOST_NO_MEMORY;
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_faults_remove(void)
{
  if (!dxgmap_host_faults.enabled) {
    return;
  }
  dxgmap_host_fault_unlink(0);
  dxgmap_host_fault_unlink(1);
  __atomic_store_n(&dxgmap_host_faults.enabled, false, __ATOMIC_RELEASE);
  dxgmap_host_fault_stack_close();
}
