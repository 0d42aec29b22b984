/* SPDX-License-Identifier: MIT */
/* Faults of the CPU on Linux: SIGSEGV and SIGBUS. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os_caught.h"

#ifndef _WIN32

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <ucontext.h>

#define DXGMAP_OS_FAULT_WRITE 2 /* in the error code of a page fault */

static const int dxgmap_os_fault_signals[2] = {SIGSEGV, SIGBUS};

/* Whoever puts a handler on top of ours may call ours or not. So we come on top again at the next installation, each
   time by a function of its own: it passes on to what it came on top of, whoever calls whom. */
#define DXGMAP_OS_FAULT_TIMES 4
#define DXGMAP_OS_FAULT_INWARDS 256 /* bytes of stack; whom a fault is passed to is called from further in than that */

static struct {
  struct sigaction before[2][DXGMAP_OS_FAULT_TIMES]; /* of each signal: what each function came on top of */
  int times[2]; /* functions that are installed, or under somebody's who may call them */
} dxgmap_os_faults;

/* The fault that this thread passes on: whom it is passed to may call us for it again, from a frame further in. */
static DXGMAP_OS_OF_THREAD struct {
  const void *machine;
  uintptr_t frame;
} dxgmap_os_fault_passed;

/* Goes on behind an access that has faulted. */
static bool dxgmap_os_fault_catch(ucontext_t *machine)
{
  greg_t *instruction = &machine->uc_mcontext.gregs[REG_RIP];
  uintptr_t behind = dxgmap_os_caught_behind((uintptr_t)*instruction);
  if (behind == 0) {
    return false;
  }
  *instruction = (greg_t)behind;
  return true;
}

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

static void dxgmap_os_fault_pass(int number, struct sigaction *before, siginfo_t *info, void *machine)
{
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
  return dxgmap_os_caught_ask(handler, &fault);
}

/* Whether this fault was passed on already. One that left a handler by a jump is not taken for the next. */
static bool dxgmap_os_fault_again(const void *machine, uintptr_t frame)
{
  return dxgmap_os_fault_passed.machine == machine && frame + DXGMAP_OS_FAULT_INWARDS < dxgmap_os_fault_passed.frame;
}

__attribute__((noinline)) static void dxgmap_os_fault_on_signal(int number, siginfo_t *info, void *machine, int time)
{
  int error = errno;
  uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
  bool again = dxgmap_os_fault_again(machine, frame);
  dxgmap_os_fault_handler *handler = dxgmap_os_caught_handler();
  if (info->si_code > 0 && dxgmap_os_fault_catch(machine)) {
    return;
  }
  /* A signal that somebody sent is no fault. */
  if (handler == NULL || again || info->si_code <= 0 || !dxgmap_os_fault_handle(handler, info, machine)) {
    dxgmap_os_fault_passed.machine = machine;
    dxgmap_os_fault_passed.frame = again ? dxgmap_os_fault_passed.frame : frame;
    dxgmap_os_fault_pass(number, &dxgmap_os_faults.before[number == SIGBUS][time], info, machine);
    dxgmap_os_fault_passed.machine = again ? machine : NULL;
  }
  errno = error;
}

#define DXGMAP_OS_FAULT_TIME(time)                                                         \
  static void dxgmap_os_fault_on_signal_##time(int number, siginfo_t *info, void *machine) \
  {                                                                                        \
    dxgmap_os_fault_on_signal(number, info, machine, time);                                \
  }

DXGMAP_OS_FAULT_TIME(0)
DXGMAP_OS_FAULT_TIME(1)
DXGMAP_OS_FAULT_TIME(2)
DXGMAP_OS_FAULT_TIME(3)

static void (*const dxgmap_os_fault_functions[DXGMAP_OS_FAULT_TIMES])(int, siginfo_t *, void *) = {
    dxgmap_os_fault_on_signal_0, dxgmap_os_fault_on_signal_1, dxgmap_os_fault_on_signal_2, dxgmap_os_fault_on_signal_3};

/* ---- Installing and removing ---- */

/* Which of our functions handles the signal now; -1: none. */
static int dxgmap_os_fault_time_now(int number, struct sigaction *now)
{
  int time = DXGMAP_OS_FAULT_TIMES - 1;
  if (sigaction(number, NULL, now) != 0 || (now->sa_flags & SA_SIGINFO) == 0) {
    return -1;
  }
  while (time >= 0 && now->sa_sigaction != dxgmap_os_fault_functions[time]) {
    time--;
  }
  return time;
}

/* On top of what is there, unless that is ours. */
static bool dxgmap_os_fault_link(int i)
{
  struct sigaction action, now;
  int ours = dxgmap_os_fault_time_now(dxgmap_os_fault_signals[i], &now), time = dxgmap_os_faults.times[i];
  if (ours >= 0) {
    dxgmap_os_faults.times[i] = ours + 1;
    return true;
  }
  if ((now.sa_flags & SA_SIGINFO) == 0 && (now.sa_handler == SIG_DFL || now.sa_handler == SIG_IGN)) {
    time = 0; /* nobody is left who could call us */
  }
  if (time == DXGMAP_OS_FAULT_TIMES) {
    return true; /* so often overlaid, it is left to those on top to call us */
  }
  memset(&action, 0, sizeof action);
  (void)sigemptyset(&action.sa_mask);
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  action.sa_sigaction = dxgmap_os_fault_functions[time];
  if (sigaction(dxgmap_os_fault_signals[i], &action, &dxgmap_os_faults.before[i][time]) != 0) {
    return false;
  }
  dxgmap_os_faults.times[i] = time + 1;
  return true;
}

/* Puts back what was there, unless somebody has installed a handler since: that one may call ours, which passes on. */
static void dxgmap_os_fault_unlink(int i)
{
  struct sigaction now;
  int ours = dxgmap_os_fault_time_now(dxgmap_os_fault_signals[i], &now);
  if (ours >= 0) {
    (void)sigaction(dxgmap_os_fault_signals[i], &dxgmap_os_faults.before[i][ours], NULL);
    dxgmap_os_faults.times[i] = ours;
  }
}

bool dxgmap_os_faults_come(void)
{
  struct sigaction now;
  sigset_t blocked;
  bool come = dxgmap_os_caught_comes() && pthread_sigmask(SIG_BLOCK, NULL, &blocked) == 0;
  for (int i = 0; i < 2 && come; i++) {
    come = sigismember(&blocked, dxgmap_os_fault_signals[i]) == 0 &&
           dxgmap_os_fault_time_now(dxgmap_os_fault_signals[i], &now) >= 0;
  }
  return come;
}

bool dxgmap_os_faults_install(dxgmap_os_fault_handler *handler)
{
  dxgmap_os_caught_install(handler);
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
  dxgmap_os_caught_install(NULL);
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

#endif
