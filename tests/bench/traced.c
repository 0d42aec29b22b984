/* SPDX-License-Identifier: MIT */
#include "traced.h"
#include "memory.h"

#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMES 64u

/* A call that nobody else makes stands before the times that count, and after them. */
static void mark(void)
{
  (void)syscall(SYS_getppid);
}

static _Noreturn void traced(void (*begin)(void), uint64_t (*run)(void *, uint64_t))
{
  if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) {
    _exit(2);
  }
  (void)raise(SIGSTOP);
  begin();
  (void)run(NULL, TIMES);
  mark();
  (void)run(NULL, TIMES);
  mark();
  _exit(0);
}

/* Of a child that has stopped: which call it is about to make; -1: it has stopped for something else. */
static long long entered(pid_t child, int status, struct user_regs_struct *machine)
{
  static int inside;
  if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
    return -1;
  }
  inside = !inside;
  return inside && ptrace(PTRACE_GETREGS, child, NULL, machine) == 0 ? (long long)machine->orig_rax : -1;
}

/* The call, and what of its arguments is a size or a flag: those after the first of the calls that have such. */
static uint64_t digested(uint64_t digest, const struct user_regs_struct *machine)
{
  static const struct {
    long long call;
    size_t sizes;
  } those[] = {{SYS_mmap, 3}, {SYS_mprotect, 2}, {SYS_madvise, 2}, {SYS_munmap, 1}, {SYS_ftruncate, 1}};
  const uint64_t arguments[] = {machine->rsi, machine->rdx, machine->r10};
  digest = (digest ^ machine->orig_rax) * 0x100000001b3u;
  for (size_t i = 0; i < sizeof those / sizeof those[0]; i++) {
    for (size_t k = 0; those[i].call == (long long)machine->orig_rax && k < those[i].sizes; k++) {
      digest = (digest ^ arguments[k]) * 0x9E3779B97F4A7C15u;
    }
  }
  return digest;
}

double bench_calls(void (*begin)(void), uint64_t (*run)(void *context, uint64_t times), uint64_t *digest)
{
  struct user_regs_struct machine;
  uint64_t sum = 0;
  double calls = 0;
  int marks = 0;
  int status = 0;
  int on = 0;
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    traced(begin, run);
  }
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) {
    return -1;
  }
  on = ptrace(PTRACE_SETOPTIONS, child, NULL, PTRACE_O_TRACESYSGOOD) == 0;
  int pass = 0;
  while (on && ptrace(PTRACE_SYSCALL, child, NULL, pass) == 0 && waitpid(child, &status, 0) == child &&
         WIFSTOPPED(status)) {
    long long call = entered(child, status, &machine);
    int other = WSTOPSIG(status) != (SIGTRAP | 0x80);
    pass = other ? WSTOPSIG(status) : 0;
    marks += call == SYS_getppid;
    if (call >= 0 && call != SYS_getppid && marks == 1) {
      calls++;
      sum = digested(sum, &machine);
    }
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || marks != 2) {
    bench_fail("the traced process does not come to its end", "calls");
  }
  if (digest != NULL) {
    *digest = sum;
  }
  return calls / TIMES;
}
