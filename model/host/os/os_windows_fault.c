/* SPDX-License-Identifier: MIT */
/*
 * Faults of the CPU on Windows: a vectored handler, which sees a fault before any frame's own handler, in the thread
 * that faulted and on its stack. Handlers are a chain that Windows keeps: whoever comes on top may keep a fault to
 * himself, and we do not learn of it.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

#define DXGMAP_OS_FAULT_READ 0 /* kinds of access, in the first word that tells of a fault; 8: of code */
#define DXGMAP_OS_FAULT_WRITE 1

static struct {
  void *installed;
  dxgmap_os_fault_handler *handler; /* NULL: none of ours */
} dxgmap_os_faults;

/* The thread handles a fault, and another one would not come to us. */
static DXGMAP_OS_OF_THREAD bool dxgmap_os_fault_handling;

/* ---- Accesses that may fault ---- */

/* Where the running thread's access faults if it does: at the one instruction that makes all of it. 0: there is none,
   or it has faulted. */
static DXGMAP_OS_OF_THREAD uintptr_t dxgmap_os_fault_due;
#define DXGMAP_OS_FAULT_ACCESS 4 /* bytes of that instruction, with what fills it up */

/* An access, between what notes it and what tells whether it has faulted. */
#define DXGMAP_OS_FAULT_NOTED(instruction) "leaq 1f(%%rip), %%rax\n\tmovq %%rax, %[due]\n1:\t" instruction

static bool dxgmap_os_fault_catches(void)
{
  return __atomic_load_n(&dxgmap_os_faults.handler, __ATOMIC_RELAXED) != NULL && !dxgmap_os_fault_handling;
}

/* `before` is what another handler has interrupted. */
static bool dxgmap_os_fault_passed_by(uintptr_t before)
{
  bool passed = dxgmap_os_fault_due != 0;
  dxgmap_os_fault_due = before;
  return passed;
}

bool dxgmap_os_copy_caught(void *to, const void *from, size_t length)
{
  uintptr_t before = dxgmap_os_fault_due;
  if (!dxgmap_os_fault_catches()) {
    return dxgmap_os_copy_from(from, to, length);
  }
  __asm__ volatile(DXGMAP_OS_FAULT_NOTED("rep movsb\n\tnop\n\tnop")
                   : [due] "=m"(dxgmap_os_fault_due), "+D"(to), "+S"(from), "+c"(length)
                   :
                   : "rax", "memory");
  return dxgmap_os_fault_passed_by(before);
}

bool dxgmap_os_touch(const void *byte, bool write)
{
  uintptr_t before = dxgmap_os_fault_due;
  if (!dxgmap_os_fault_catches()) {
    return false;
  }
  if (write) {
    __asm__ volatile(DXGMAP_OS_FAULT_NOTED("lock orb $0, (%%rdi)")
                     : [due] "=m"(dxgmap_os_fault_due)
                     : "D"(byte)
                     : "rax", "memory", "cc");
  } else {
    __asm__ volatile(DXGMAP_OS_FAULT_NOTED("cmpb $0, (%%rdi)\n\tnop")
                     : [due] "=m"(dxgmap_os_fault_due)
                     : "D"(byte)
                     : "rax", "memory", "cc");
  }
  return dxgmap_os_fault_passed_by(before);
}

/* A register where it faulted, which it goes on with. */
static uint64_t *dxgmap_os_fault_register(const dxgmap_win_exception *exception, size_t offset)
{
  return (uint64_t *)((uintptr_t)exception->ContextRecord + offset);
}

/* Goes on behind an access that has faulted. */
static bool dxgmap_os_fault_catch(const dxgmap_win_exception *exception)
{
  uint64_t *instruction = dxgmap_os_fault_register(exception, DXGMAP_WIN_CONTEXT_RIP);
  if (dxgmap_os_fault_due == 0 || *instruction != dxgmap_os_fault_due) {
    return false;
  }
  *instruction += DXGMAP_OS_FAULT_ACCESS;
  dxgmap_os_fault_due = 0;
  return true;
}

/* ---- The handler ---- */

/* Where the program was; if it jumped to where no code is, where it came from: the top of its stack says. */
static const void *dxgmap_os_fault_instruction(const dxgmap_win_exception *exception, bool *code)
{
  uintptr_t instruction = *dxgmap_os_fault_register(exception, DXGMAP_WIN_CONTEXT_RIP);
  uintptr_t stack = *dxgmap_os_fault_register(exception, DXGMAP_WIN_CONTEXT_RSP), caller;
  *code = dxgmap_os_readable((const void *)(instruction - instruction % DXGMAP_OS_PAGE), 1);
  if (!*code && dxgmap_os_copy_from((const void *)stack, &caller, sizeof caller)) {
    instruction = caller;
  }
  return (const void *)instruction;
}

static bool dxgmap_os_fault_handle(const dxgmap_win_exception *exception)
{
  const dxgmap_win_record *record = exception->ExceptionRecord;
  dxgmap_os_fault_handler *handler = __atomic_load_n(&dxgmap_os_faults.handler, __ATOMIC_ACQUIRE);
  dxgmap_os_fault fault;
  bool mended;
  if (handler == NULL || dxgmap_os_fault_handling) {
    return false;
  }
  fault.address = (const void *)record->ExceptionInformation[1];
  fault.instruction = dxgmap_os_fault_instruction(exception, &fault.code);
  fault.write = record->ExceptionInformation[0] == DXGMAP_OS_FAULT_WRITE;
  dxgmap_os_fault_handling = true;
  mended = handler(&fault);
  dxgmap_os_fault_handling = false;
  return mended;
}

/* There is memory after all: that of a region was not promised yet, or a range was being changed. */
static bool dxgmap_os_fault_over(const dxgmap_win_record *record)
{
  const void *address = (const void *)record->ExceptionInformation[1];
  return record->ExceptionCode == DXGMAP_WIN_EXCEPTION_ACCESS_VIOLATION &&
         record->ExceptionInformation[0] <= DXGMAP_OS_FAULT_WRITE &&
         (dxgmap_os_region_commit(address) || dxgmap_os_range_has(address));
}

static long dxgmap_os_fault_on_exception(dxgmap_win_exception *exception)
{
  const dxgmap_win_record *record = exception->ExceptionRecord;
  unsigned long error = GetLastError();
  bool fault = (record->ExceptionCode == DXGMAP_WIN_EXCEPTION_ACCESS_VIOLATION ||
                record->ExceptionCode == DXGMAP_WIN_EXCEPTION_IN_PAGE_ERROR) &&
               record->NumberParameters >= 2;
  bool mended =
      fault && (dxgmap_os_fault_over(record) || dxgmap_os_fault_catch(exception) || dxgmap_os_fault_handle(exception));
  SetLastError(error);
  return mended ? DXGMAP_WIN_EXCEPTION_CONTINUE_EXECUTION : DXGMAP_WIN_EXCEPTION_CONTINUE_SEARCH;
}

/* ---- Installing and removing ---- */

bool dxgmap_os_faults_come(void)
{
  return dxgmap_os_fault_catches();
}

bool dxgmap_os_faults_install(dxgmap_os_fault_handler *handler)
{
  dxgmap_os_faults.installed = AddVectoredExceptionHandler(1, dxgmap_os_fault_on_exception);
  if (dxgmap_os_faults.installed == NULL) {
    return false;
  }
  __atomic_store_n(&dxgmap_os_faults.handler, handler, __ATOMIC_RELEASE);
  return true;
}

void dxgmap_os_faults_remove(void)
{
  __atomic_store_n(&dxgmap_os_faults.handler, NULL, __ATOMIC_RELEASE);
  (void)RemoveVectoredExceptionHandler(dxgmap_os_faults.installed);
}

/* ---- The memory that a handler runs on: the stack of its thread ---- */

bool dxgmap_os_fault_stack_lacks(void)
{
  return false;
}

bool dxgmap_os_fault_stack_lend(void *memory)
{
  (void)memory;
  return false;
}

bool dxgmap_os_fault_stack_return(const void *memory)
{
  (void)memory;
  return false;
}

#endif
