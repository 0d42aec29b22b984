/* SPDX-License-Identifier: MIT */
#include "host/os/os_caught.h"

static dxgmap_os_fault_handler *dxgmap_os_caught_by; /* NULL: nobody */

/* One who jumps out of his part of a fault leaves this: copies are slower then. */
static DXGMAP_OS_OF_THREAD bool dxgmap_os_caught_inside;

/* Where the running thread's access faults if it does: at the one instruction that makes all of it. 0: there is none,
   or it has faulted. */
static DXGMAP_OS_OF_THREAD uintptr_t dxgmap_os_caught_due;
#define DXGMAP_OS_CAUGHT_ACCESS 4 /* bytes of that instruction, with what fills it up */

/* An access, between what notes it and what tells whether it has faulted. */
#define DXGMAP_OS_CAUGHT_NOTED(instruction) "leaq 1f(%%rip), %%rax\n\tmovq %%rax, %[due]\n1:\t" instruction

void dxgmap_os_caught_install(dxgmap_os_fault_handler *handler)
{
  __atomic_store_n(&dxgmap_os_caught_by, handler, __ATOMIC_RELEASE);
}

dxgmap_os_fault_handler *dxgmap_os_caught_handler(void)
{
  return __atomic_load_n(&dxgmap_os_caught_by, __ATOMIC_ACQUIRE);
}

bool dxgmap_os_caught_handling(void)
{
  return dxgmap_os_caught_inside;
}

bool dxgmap_os_caught_comes(void)
{
  return __atomic_load_n(&dxgmap_os_caught_by, __ATOMIC_RELAXED) != NULL && !dxgmap_os_caught_inside;
}

bool dxgmap_os_caught_ask(dxgmap_os_fault_handler *handler, const dxgmap_os_fault *fault)
{
  dxgmap_os_caught_inside = true;
  bool mended = handler(fault);
  dxgmap_os_caught_inside = false;
  return mended;
}

uintptr_t dxgmap_os_caught_behind(uintptr_t instruction)
{
  if (dxgmap_os_caught_due == 0 || instruction != dxgmap_os_caught_due) {
    return 0;
  }
  dxgmap_os_caught_due = 0;
  return instruction + DXGMAP_OS_CAUGHT_ACCESS;
}

/* `before` is what a signal, or another handler, has interrupted. */
static bool dxgmap_os_caught_passed(uintptr_t before)
{
  bool passed = dxgmap_os_caught_due != 0;
  dxgmap_os_caught_due = before;
  return passed;
}

bool dxgmap_os_copy_caught(void *to, const void *from, size_t length)
{
  uintptr_t before = dxgmap_os_caught_due;
  if (!dxgmap_os_caught_comes()) {
    return dxgmap_os_copy_from(from, to, length);
  }
  __asm__ volatile(DXGMAP_OS_CAUGHT_NOTED("rep movsb\n\tnop\n\tnop")
                   : [due] "=m"(dxgmap_os_caught_due), "+D"(to), "+S"(from), "+c"(length)
                   :
                   : "rax", "memory");
  return dxgmap_os_caught_passed(before);
}

bool dxgmap_os_touch(const void *byte, bool write)
{
  uintptr_t before = dxgmap_os_caught_due;
  if (!dxgmap_os_caught_comes()) {
    return false;
  }
  if (write) {
    __asm__ volatile(DXGMAP_OS_CAUGHT_NOTED("lock orb $0, (%%rdi)")
                     : [due] "=m"(dxgmap_os_caught_due)
                     : "D"(byte)
                     : "rax", "memory", "cc");
  } else {
    __asm__ volatile(DXGMAP_OS_CAUGHT_NOTED("cmpb $0, (%%rdi)\n\tnop")
                     : [due] "=m"(dxgmap_os_caught_due)
                     : "D"(byte)
                     : "rax", "memory", "cc");
  }
  return dxgmap_os_caught_passed(before);
}
