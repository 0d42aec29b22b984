/* SPDX-License-Identifier: MIT */
/* What a report says, how it is delivered, and the faults of the CPU. */
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ddi/call/call.h"
#include "expect.h"

static NTSTATUS report_unpin(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  return dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin);
}

static void report_pin_and_unpin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  CHECK_OK(report_unpin());
}

static void report_has_all_parts(void)
{
  static const char *const parts[] = {
      "dxgmap: DxgkCbUnpinFrameBufferForSave: the save area is not pinned, so there is nothing to unpin\n",
      "  done:      DxgkCbUnpinFrameBufferForSave, adapter 0x",
      ", answered 0xc000002a\n",
      "  exactly:   it was pinned before, and unpinned already\n",
      "  cause:     DXGMAP_NOT_PINNED\n",
      "  severity:  error\n",
      "  rules:     UNPIN-8 (S7; decision 2)\n",
      "  theorems:  T-ONCE, T-ATOM\n",
      "  object:    save area pinned by MDL, physical adapter 0, 6 pages, mapping 0x",
      "(released before)\n",
      "  this call:\n    #0 ",
      "  its map:\n    #0 ",
      "  its unmap:\n    #0 ",
      "  Windows:   bug check 0xC4 DRIVER_VERIFIER_DETECTED_VIOLATION\n",
  };
  machine_open();
  report_pin_and_unpin();
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, report_unpin());
  for (size_t i = 0; i < RTL_NUMBER_OF(parts); i++) {
    CHECK_TEXT(parts[i], strstr(reports.text, parts[i]) != NULL ? parts[i] : reports.text);
  }
  machine_close();
}

/* An error is counted as a violation, and nothing else. */
static void report_severities_are_counted(void)
{
  machine_lenient = 1;
  machine_open();
  machine_lenient = 0;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, PAGE_SIZE, NULL};
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_EXCLUSIVE, report_unpin());
  CHECK(strstr(reports.text, "dxgmap: warning: DxgkCbUnpinFrameBufferForSave: ") == reports.text);
  CHECK(strstr(reports.text, "\n  severity:  warning\n") != NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  CHECK_CALL(FALSE, DXGMAP_CAUSE_NOT_MODELLED, dxgk.DxgkCbQueueDpc(adapter));
  CHECK_EQ(0, dxgmap_violations());
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, report_unpin());
  CHECK_EQ(1, dxgmap_violations());
  CHECK_EQ(1, dxgmap_reports(DXGMAP_SEVERITY_ERROR));
  CHECK_EQ(1, dxgmap_reports(DXGMAP_SEVERITY_WARNING));
  CHECK_EQ(1, dxgmap_reports(DXGMAP_SEVERITY_NOTE));
  machine_close();
}

static void report_of_what_returns_nothing(void)
{
  machine_open();
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {(HANDLE)(uintptr_t)99};
  reports_forget();
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  CHECK_EQ(DXGMAP_CAUSE_BAD_HANDLE, reports.cause);
  CHECK(strstr(reports.text, "answered") == NULL);
  machine_close();
}

static void report_forgets_the_oldest(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.remembered = 2;
  machine_open_with(&d);
  report_pin_and_unpin();
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, report_unpin());
  CHECK(reports.mapping != 0);
  for (int i = 0; i < 2; i++) {
    DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
    CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &map));
    DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, map.pBaseAddress};
    CHECK_OK(dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
  }
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, report_unpin());
  CHECK_EQ(0, reports.mapping);
  machine_close();
}

static void report_status_is_overridden(void)
{
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_set_status(DXGMAP_OPERATION_UNPIN, DXGMAP_CAUSE_NOT_PINNED, STATUS_UNSUCCESSFUL));
  CHECK_CALL(STATUS_UNSUCCESSFUL, DXGMAP_CAUSE_NOT_PINNED, report_unpin());
  CHECK_EQ((uint32_t)STATUS_UNSUCCESSFUL, (uint32_t)reports.status);
  dxgmap_reset_statuses();
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, report_unpin());
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT,
           dxgmap_set_status(DXGMAP_OPERATION_UNPIN, DXGMAP_CAUSE_NOT_PINNED, STATUS_SUCCESS));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT,
           dxgmap_set_status(DXGMAP_OPERATIONS, DXGMAP_CAUSE_NOT_PINNED, STATUS_UNSUCCESSFUL));
  machine_close();
}

static uint32_t report_nested;

/* A handler that calls the library, and so causes another report inside the first. */
static void report_again(const dxgmap_violation *violation, void *context)
{
  CHECKS_GO_ON;
  CHECK(context == &report_nested);
  CHECK_EQ(DXGMAP_CAUSE_NOT_PINNED, violation->cause);
  CHECK(strstr(violation->text, "DXGMAP_NOT_PINNED") != NULL);
  report_nested++;
  if (report_nested < 9) {
    (void)report_unpin();
  }
  CHECK_TEXT("it never was pinned", violation->detail); /* still this one's, after the others */
}

static void report_handler_may_call_the_library(void)
{
  machine_open();
  report_nested = 0;
  dxgmap_set_handler(report_again, &report_nested);
  CHECK_EQ((uint32_t)STATUS_NOT_LOCKED, (uint32_t)report_unpin());
  CHECK_EQ(9, report_nested);
  CHECK_EQ(9, dxgmap_violations());
  machine_close();
}

static void report_of_an_irql_that_moves_wrongly(void)
{
  KIRQL old = 0;
  machine_open();
  reports_forget();
  KeLowerIrql(DISPATCH_LEVEL);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_EQ(PASSIVE_LEVEL, KeGetCurrentIrql());
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  CHECK_EQ(DISPATCH_LEVEL, KeGetCurrentIrql());
  KeRaiseIrql(APC_LEVEL, &old);
  CHECK_EQ(2, reports.count);
  CHECK_EQ(DISPATCH_LEVEL, KeGetCurrentIrql());
  KeLowerIrql(PASSIVE_LEVEL);
  CHECK_EQ(PASSIVE_LEVEL, KeGetCurrentIrql());
  machine_close();
}

/* A pointer whose view was released. */
static volatile UCHAR *report_stale_pointer(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &map));
  volatile UCHAR *data = (volatile UCHAR *)map.pBaseAddress + map.Offset;
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, map.pBaseAddress};
  CHECK_OK(dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
  return data;
}

static void report_poison_goes_on(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON;
  machine_open_with(&d);
  volatile UCHAR *stale = report_stale_pointer();
  reports_forget();
  CHECK_EQ(0xDB, *stale);
  CHECK_EQ(1, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_CPU_ACCESS, reports.cause);
  CHECK_EQ(DXGMAP_MAPPING_POINTER, reports.kind);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK_TEXT("a read of a mapping that was released", reports.detail);
  machine_close();
}

static sigjmp_buf report_escape;

static void report_earlier_handler(int signal_number)
{
  siglongjmp(report_escape, signal_number);
}

static void report_passes_the_fault_on(void)
{
  struct sigaction mine, before;
  dxgmap_system_description d;
  memset(&mine, 0, sizeof(mine));
  memset(&d, 0, sizeof(d));
  mine.sa_handler = report_earlier_handler;
  CHECK_EQ(0, sigaction(SIGSEGV, &mine, &before));
  d.fault_policy = DXGMAP_FAULT_PASS;
  machine_open_with(&d);
  volatile UCHAR *stale = report_stale_pointer();
  reports_forget();
  int signal_number = sigsetjmp(report_escape, 1);
  if (signal_number == 0) {
    *stale = 1;
  }
  CHECK_EQ(SIGSEGV, signal_number);
  CHECK_EQ(1, reports.count);
  CHECK_TEXT("a write to a mapping that was released", reports.detail);
  machine_close();
  CHECK_EQ(0, sigaction(SIGSEGV, &before, NULL));
}

/* Slack pages in front of a pointer's data fault like what is not mapped. */
static void report_slack_is_not_data(void)
{
  dxgmap_system_description d;
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  struct sigaction mine, before;
  memset(&mine, 0, sizeof(mine));
  memset(&d, 0, sizeof(d));
  mine.sa_handler = report_earlier_handler;
  CHECK_EQ(0, sigaction(SIGSEGV, &mine, &before));
  d.fault_policy = DXGMAP_FAULT_POISON;
  machine_open_with(&d);
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &map));
  reports_forget();
  int signal_number = sigsetjmp(report_escape, 1);
  if (signal_number == 0) {
    *(volatile UCHAR *)map.pBaseAddress = 1;
  }
  CHECK_EQ(SIGSEGV, signal_number);
  CHECK_TEXT("a page of a live mapping that holds no data: the data begins at the output Offset", reports.detail);
  machine_close();
  CHECK_EQ(0, sigaction(SIGSEGV, &before, NULL));
}

/* A fault is reported on the small stack that the program gave its signal handlers. */
static void report_on_a_small_signal_stack(void)
{
  static char small[16384];
  stack_t mine, before;
  dxgmap_system_description d;
  memset(&mine, 0, sizeof(mine));
  memset(&d, 0, sizeof(d));
  mine.ss_sp = small;
  mine.ss_size = sizeof(small);
  CHECK_EQ(0, sigaltstack(&mine, &before));
  d.fault_policy = DXGMAP_FAULT_POISON;
  machine_open_with(&d);
  volatile UCHAR *stale = report_stale_pointer();
  reports_forget();
  CHECK_EQ(0xDB, *stale);
  CHECK_EQ(1, reports.count);
  machine_close();
  CHECK_EQ(0, sigaltstack(&before, NULL));
}

static void report_aborts_by_policy(void)
{
  int code = 0;
  machine_open();
  pid_t child = fork();
  if (child == 0) {
    machine_open(); /* of its own */
    dxgmap_set_violation_policy(DXGMAP_VIOLATION_ABORT);
    (void)dxgk.DxgkCbQueueDpc(adapter); /* a note ends nothing */
    if (dxgmap_reports(DXGMAP_SEVERITY_NOTE) != 1) {
      _exit(0);
    }
    (void)report_unpin();
    _exit(0);
  }
  CHECK(waitpid(child, &code, 0) == child);
  CHECK(WIFSIGNALED(code) && WTERMSIG(code) == SIGABRT);
  machine_close();
}

/* How a process ends that has so much to report of one call; what it exits with is how many reports there were. */
static int report_notes(uint32_t notes)
{
  int code = 0;
  pid_t child = fork();
  if (child == 0) {
    dxgmap_ddi_call call;
    (void)close(2);
    machine_open(); /* of its own */
    reports_forget();
    (void)dxgmap_ddi_enter(&call, DXGMAP_OPERATION_STOP, adapter, DXGMAP_DDI_SITE);
    for (uint32_t i = 0; i < notes; i++) {
      (void)dxgmap_ddi_also(&call, DXGMAP_CAUSE_LEAK, 0);
    }
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
    _exit((int)reports.count);
  }
  CHECK(waitpid(child, &code, 0) == child);
  return code;
}

static void report_more_than_there_is_room_for_ends_the_process(void)
{
  machine_open();
  reports_forget();
  int most = report_notes(DXGMAP_DDI_NOTES);
  CHECK(WIFEXITED(most));
  CHECK_EQ(DXGMAP_DDI_NOTES, WEXITSTATUS(most));
  int more = report_notes(DXGMAP_DDI_NOTES + 1);
  CHECK(WIFSIGNALED(more) && WTERMSIG(more) == SIGABRT);
  machine_close();
}

static void report_without_a_system(void)
{
  machine_open();
  HANDLE late = adapter;
  machine_close();
  uint64_t before = dxgmap_violations();
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  dxgmap_set_handler(NULL, NULL);
  int out = dup(2);
  CHECK(freopen("/dev/null", "w", stderr) != NULL);
  CHECK_EQ((uint32_t)STATUS_INVALID_HANDLE, (uint32_t)DxgkCbPinFrameBufferForSave(late, &pin));
  CHECK(dup2(out, 2) == 2);
  close(out);
  CHECK_EQ(before + 1, dxgmap_violations());
}

void report_tests(void);
void report_tests(void)
{
  RUN(report_has_all_parts);
  RUN(report_severities_are_counted);
  RUN(report_of_what_returns_nothing);
  RUN(report_forgets_the_oldest);
  RUN(report_status_is_overridden);
  RUN(report_handler_may_call_the_library);
  RUN(report_of_an_irql_that_moves_wrongly);
  RUN(report_poison_goes_on);
  RUN(report_passes_the_fault_on);
  RUN(report_slack_is_not_data);
  RUN(report_on_a_small_signal_stack);
  RUN(report_aborts_by_policy);
  RUN(report_more_than_there_is_room_for_ends_the_process);
  RUN(report_without_a_system);
}
