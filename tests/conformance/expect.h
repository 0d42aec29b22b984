/* SPDX-License-Identifier: MIT */
/* Checks that say what was expected and what was seen, and the machine that the conformance tests run on. */
#ifndef DXGMAP_CONFORMANCE_EXPECT_H
#define DXGMAP_CONFORMANCE_EXPECT_H

#include <stdint.h>

#include "dxgmap.h"
#include "video.h"

void check_equal(const char *file, int line, const char *what, uint64_t expected, uint64_t seen);
void check_text(const char *file, int line, const char *what, const char *expected, const char *seen);
void check_run(const char *name, void (*test)(void));

/* CHECK_EQ(expected, seen) compares integers, CHECK(condition) expects true, CHECK_TEXT compares strings. */
#define CHECK_EQ(expected, seen) check_equal(__FILE__, __LINE__, #seen, (uint64_t)(expected), (uint64_t)(seen))
#define CHECK(condition) check_equal(__FILE__, __LINE__, #condition, 1, (condition) ? 1 : 0)
#define CHECK_TEXT(expected, seen) check_text(__FILE__, __LINE__, #seen, expected, seen)
#define RUN(test) check_run(#test, test)

/* An NTSTATUS, and what is reported with it: CHECK_CALL(status, cause, call) expects the call to answer `status` and to
   give exactly one report, of `cause`, or none for DXGMAP_CAUSE_NONE. */
void check_call(const char *file, int line, const char *what, NTSTATUS status, uint32_t cause, uint64_t seen);
#define CHECK_CALL(status, cause, call)                                     \
  do {                                                                      \
    reports_forget();                                                       \
    check_call(__FILE__, __LINE__, #call, status, cause, (uint32_t)(call)); \
  } while (0)
#define CHECK_OK(call) CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_NONE, call)

/* ---- Reports ---- */

/* The last report, copied, and how many there were since reports_forget. */
typedef struct {
  uint32_t count;
  uint32_t cause;
  uint32_t operation;
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

/* ---- The machine ---- */

/* A machine with one adapter of two physical adapters (save areas of SAVE_PAGES and 0 pages), two memory ranges (one of
   MEMORY_PAGES pages, one that begins inside a page) and ports. Small enough for the small profile. */
#define SAVE_PAGES 6u
#define SAVE_BYTES ((SIZE_T)SAVE_PAGES * PAGE_SIZE)
#define MEMORY_START 0x800000000u
#define MEMORY_PAGES 8u
#define ODD_START 0x900000120u
#define ODD_LENGTH 0x200u
#define PORT_START 0x3C0u
#define PORT_COUNT 0x20u

extern HANDLE adapter;
extern DXGKRNL_INTERFACE dxgk;

/* Not 0: from the next opening on, the library compares what the device is answered with the reference. */
extern uint32_t machine_compares;

void machine_open(void);                                                  /* opens the system and starts `adapter` */
void machine_open_with(const dxgmap_system_description *description);     /* the handler stays the tests' own */
void machine_close(void);                                                 /* stops what is left; nothing may be lost */
HANDLE machine_adapter(dxgmap_register_hook *hook, void *context);        /* another adapter, without memory ranges */
HANDLE machine_adapter_as(const dxgmap_adapter_description *description); /* and one that must start */
/* The proved invariant holds, and who locks a page in the core holds its frame on the host. The whole of the state is
   looked at, so on the small profile alone. */
void machine_check(void);
/* Each captured page is answered, and what lies around it as well; with machine_compares, rightly. */
void machine_translate(HANDLE which);
uint32_t machine_live(HANDLE which); /* live mappings */
uint32_t machine_objects(void);      /* live objects, and views of them */
PHYSICAL_ADDRESS physical(uint64_t address);
KIRQL irql_raise(KIRQL level);

/* Runs `attempt` with the first, second, ... acquisition of the host failing, until it succeeds. Each failure must
   answer `status` without a report and leave what is live, on any adapter, and the host's holdings as they were. `undo`
   takes back what the success gave. */
void check_each_failure(NTSTATUS (*attempt)(void), void (*undo)(void), NTSTATUS status);

#endif
