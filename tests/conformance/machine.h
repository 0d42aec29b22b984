/* SPDX-License-Identifier: MIT */
/* The machine that the conformance tests run on. */
#ifndef DXGMAP_CONFORMANCE_MACHINE_H
#define DXGMAP_CONFORMANCE_MACHINE_H

#include <stdint.h>

#include "dxgmap.h"
#include "video.h"

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

/* Not 0: from the next opening on, exclusive access is no obstacle to callbacks. */
extern uint32_t machine_lenient;

void machine_open(void);                                                  /* opens the system and starts `adapter` */
void machine_open_with(const dxgmap_system_description *description);     /* the handler stays the tests' own */
void machine_mend(void);                                                  /* after a test that a check has ended */
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

/* Of the tests at random; the arguments of the program. */
extern uint32_t random_steps;
extern uint64_t random_seed;

#endif
