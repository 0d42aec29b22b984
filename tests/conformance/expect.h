/* SPDX-License-Identifier: MIT */
/* What the conformance tests share: a check of a call with what is reported of it, and the machine. */
#ifndef DXGMAP_CONFORMANCE_EXPECT_H
#define DXGMAP_CONFORMANCE_EXPECT_H

#include <stdint.h>

#include "harness.h"
#include "machine.h"

/* An NTSTATUS, and what is reported with it: CHECK_CALL(status, cause, call) expects the call to answer `status` and to
   give exactly one report, of `cause`, or none for DXGMAP_CAUSE_NONE. */
void check_call(const char *file, int line, const char *what, NTSTATUS status, uint32_t cause, uint64_t seen);
#define CHECK_CALL(status, cause, call)                                     \
  do {                                                                      \
    reports_forget();                                                       \
    check_call(__FILE__, __LINE__, #call, status, cause, (uint32_t)(call)); \
  } while (0)
#define CHECK_OK(call) CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_NONE, call)

/* The last report, copied, and how many there were since reports_forget. */
typedef struct {
  uint32_t count;
  uint32_t cause;
  uint32_t operation;
  uint32_t severity;
  uint32_t kind;
  uint32_t calls; /* sites of each stack */
  uint32_t maps;
  uint32_t unmaps;
  NTSTATUS status;
  uint64_t mapping;
  uint64_t address;
  char detail[256];
  char text[12288];
} report_seen;

extern report_seen reports;
void reports_forget(void);
void report_copy(const dxgmap_violation *violation, void *context); /* the handler */

#endif
