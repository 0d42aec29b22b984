/* SPDX-License-Identifier: MIT */
/* Faults of the CPU on Linux: SIGSEGV and SIGBUS. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <ucontext.h>

#define DXGMAP_OS_FAULT_WRITE 2 /* in the error code of a page fault */

static const int dxgmap_os_fault_signals[2] = {SIGSEGV, SIGBUS};

static struct {
  struct sigaction before[2];       /* of each signal */
  bool linked[2];                   /* our handler is installed, or somebody's who calls it */
  dxgmap_os_fault_handler *handler; /* NULL: none of ours */
} dxgmap_os_faults;

/* ---- Passing on ---- */

static void dxgmap_os_fault_default(int number, const siginfo_t *info)
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

static void dxgmap_os_fault_call(int number, const struct sigaction *action, siginfo_t *info, void *machine)
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

static void dxgmap_os_fault_pass(int number, siginfo_t *info, void *machine)
{
  struct sigaction *before = &dxgmap_os_faults.before[number == SIGBUS];
  struct sigaction action = *before;
  bool plain = (action.sa_flags & SA_SIGINFO) == 0;
  if (plain && action.sa_handler == SIG_IGN && info->si_code <= 0) {
    return;
  }
  /* The kernel does not let a program ignore a fault. */
  if (plain && (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)) {
    dxgmap_os_fault_default(number, info);
    return;
  }
  if ((action.sa_flags & (int)SA_RESETHAND) != 0) {
    memset(before, 0, sizeof *before);
    before->sa_handler = SIG_DFL;
  }
  dxgmap_os_fault_call(number, &action, info, machine);
}

/* ---- The handler ---- */

/* Where the program was; if it jumped to where no code is, where it came from: the top of its stack says. */
static const void *dxgmap_os_fault_instruction(const ucontext_t *machine, bool *code)
{
  uint64_t instruction = (uint64_t)machine->uc_mcontext.gregs[REG_RIP], caller;
  uint64_t stack = (uint64_t)machine->uc_mcontext.gregs[REG_RSP];
  *code = dxgmap_os_readable((const void *)(uintptr_t)(instruction - instruction % DXGMAP_OS_PAGE), 1);
  if (!*code && dxgmap_os_copy_from((const void *)(uintptr_t)stack, &caller, sizeof caller)) {
    instruction = caller;
  }
  return (const void *)(uintptr_t)instruction;
}

static bool dxgmap_os_fault_handle(dxgmap_os_fault_handler *handler, const siginfo_t *info, const ucontext_t *machine)
{
  dxgmap_os_fault fault;
  fault.address = info->si_addr;
  fault.instruction = dxgmap_os_fault_instruction(machine, &fault.code);
  fault.write = (machine->uc_mcontext.gregs[REG_ERR] & DXGMAP_OS_FAULT_WRITE) != 0;
  return handler(&fault);
}

static void dxgmap_os_fault_on_signal(int number, siginfo_t *info, void *machine)
{
  int error = errno;
  dxgmap_os_fault_handler *handler = __atomic_load_n(&dxgmap_os_faults.handler, __ATOMIC_ACQUIRE);
  /* A signal that somebody sent is no fault. */
  if (handler == NULL || info->si_code <= 0 || !dxgmap_os_fault_handle(handler, info, machine)) {
    dxgmap_os_fault_pass(number, info, machine);
  }
  errno = error;
}

/* ---- Installing and removing ---- */

static bool dxgmap_os_fault_link(int i)
{
  struct sigaction action;
  if (dxgmap_os_faults.linked[i]) {
    return true;
  }
  memset(&action, 0, sizeof action);
  (void)sigemptyset(&action.sa_mask);
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  action.sa_sigaction = dxgmap_os_fault_on_signal;
  dxgmap_os_faults.linked[i] = sigaction(dxgmap_os_fault_signals[i], &action, &dxgmap_os_faults.before[i]) == 0;
  return dxgmap_os_faults.linked[i];
}

/* Puts back what was there, unless somebody has installed a handler since: that one calls ours, which passes on. */
static void dxgmap_os_fault_unlink(int i)
{
  struct sigaction now;
  if (!dxgmap_os_faults.linked[i] || sigaction(dxgmap_os_fault_signals[i], NULL, &now) != 0) {
    return;
  }
  if ((now.sa_flags & SA_SIGINFO) != 0 && now.sa_sigaction == dxgmap_os_fault_on_signal) {
    (void)sigaction(dxgmap_os_fault_signals[i], &dxgmap_os_faults.before[i], NULL);
    dxgmap_os_faults.linked[i] = false;
  }
}

bool dxgmap_os_faults_install(dxgmap_os_fault_handler *handler)
{
  __atomic_store_n(&dxgmap_os_faults.handler, handler, __ATOMIC_RELEASE);
  if (!dxgmap_os_fault_link(0) || !dxgmap_os_fault_link(1)) {
    dxgmap_os_faults_remove();
    return false;
  }
  return true;
}

void dxgmap_os_faults_remove(void)
{
  dxgmap_os_fault_unlink(0);
  dxgmap_os_fault_unlink(1);
  __atomic_store_n(&dxgmap_os_faults.handler, NULL, __ATOMIC_RELEASE);
}

/* ---- The memory that a handler runs on ---- */

bool dxgmap_os_fault_stack_lacks(void)
{
  stack_t stack;
  return sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE) != 0;
}

bool dxgmap_os_fault_stack_lend(void *memory)
{
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = memory;
  stack.ss_size = DXGMAP_OS_FAULT_STACK;
  return sigaltstack(&stack, NULL) == 0;
}

bool dxgmap_os_fault_stack_return(const void *memory)
{
  stack_t stack;
  if (sigaltstack(NULL, &stack) != 0 || stack.ss_sp != memory) {
    return false;
  }
  stack.ss_flags = SS_DISABLE;
  return sigaltstack(&stack, NULL) == 0;
}
