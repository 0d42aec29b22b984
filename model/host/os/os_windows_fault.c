/* SPDX-License-Identifier: MIT */
/*
 * Faults of the CPU on Windows: a vectored handler, which sees a fault before any frame's own handler, in the thread
 * that faulted and on its stack. Handlers are a chain that Windows keeps: whoever comes on top may keep a fault to
 * himself, and we do not learn of it.
 */
#include "host/os/os_caught.h"
#include "host/os/os_windows.h"

#ifdef _WIN32

#define DXGMAP_OS_FAULT_READ 0 /* kinds of access, in the first word that tells of a fault; 8: of code */
#define DXGMAP_OS_FAULT_WRITE 1

static void *dxgmap_os_fault_installed;

/* A register where it faulted, which it goes on with. */
static uint64_t *dxgmap_os_fault_register(const dxgmap_win_exception *exception, size_t offset)
{
  return (uint64_t *)((uintptr_t)exception->ContextRecord + offset);
}

/* Goes on behind an access that has faulted. */
static bool dxgmap_os_fault_catch(const dxgmap_win_exception *exception)
{
  uint64_t *instruction = dxgmap_os_fault_register(exception, DXGMAP_WIN_CONTEXT_RIP);
  uintptr_t behind = dxgmap_os_caught_behind(*instruction);
  if (behind == 0) {
    return false;
  }
  *instruction = behind;
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
  dxgmap_os_fault_handler *handler = dxgmap_os_caught_handler();
  dxgmap_os_fault fault;
  if (handler == NULL || dxgmap_os_caught_handling()) {
    return false;
  }
  fault.address = (const void *)record->ExceptionInformation[1];
  fault.instruction = dxgmap_os_fault_instruction(exception, &fault.code);
  fault.write = record->ExceptionInformation[0] == DXGMAP_OS_FAULT_WRITE;
  return dxgmap_os_caught_ask(handler, &fault);
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
  return dxgmap_os_caught_comes();
}

bool dxgmap_os_faults_install(dxgmap_os_fault_handler *handler)
{
  dxgmap_os_fault_installed = AddVectoredExceptionHandler(1, dxgmap_os_fault_on_exception);
  if (dxgmap_os_fault_installed == NULL) {
    return false;
  }
  dxgmap_os_caught_install(handler);
  return true;
}

void dxgmap_os_faults_remove(void)
{
  dxgmap_os_caught_install(NULL);
  (void)RemoveVectoredExceptionHandler(dxgmap_os_fault_installed);
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
