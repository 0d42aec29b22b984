/* SPDX-License-Identifier: MIT */
/* Which reason of its cause a call of the harness was refused for. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "core/base/profile.h"
#include "expect.h"

#define FAR (MEMORY_START * 2)
#define GIGABYTES_4 ((uint64_t)1 << 32)

static uint64_t reason_save[DXGMAP_CHAIN];
static dxgmap_resource_description reason_range[17];
static uint16_t reason_flags[17];
static dxgmap_adapter_description reason_wish;

static void reason_describe(void)
{
  memset(reason_save, 0, sizeof(reason_save));
  memset(&reason_wish, 0, sizeof(reason_wish));
  memset(reason_flags, 0, sizeof(reason_flags));
  reason_wish.physical_adapters = 1;
  reason_wish.save_bytes = reason_save;
  reason_wish.resource = reason_range;
  reason_wish.resource_flags = reason_flags;
}

/* Whether the reason is one of the function and the cause, with these words. */
static void reason_is(const char *function, uint32_t cause, const char *words)
{
  char expected[384];
  (void)snprintf(expected, sizeof(expected), "%s: %s: %s", function, dxgmap_cause_name(cause), words);
  CHECK_TEXT(expected, dxgmap_reason());
}
#define reason_is(...) FROM_HERE(reason_is(__VA_ARGS__))

static void reason_of_start(uint32_t cause, const char *words)
{
  HANDLE started = NULL;
  CHECK_EQ(cause, dxgmap_adapter_start(&reason_wish, &started));
  reason_is("dxgmap_adapter_start", cause, words);
  reason_describe();
}
#define reason_of_start(...) FROM_HERE(reason_of_start(__VA_ARGS__))

static void reason_of_resource(uint32_t space, uint64_t start, uint64_t length, const char *words)
{
  reason_wish.resources = 2;
  reason_range[0] = (dxgmap_resource_description){DXGMAP_RESOURCE_MEMORY, FAR, PAGE_SIZE};
  reason_range[1] = (dxgmap_resource_description){space, start, length};
  reason_of_start(DXGMAP_CAUSE_BAD_RESOURCE, words);
}
#define reason_of_resource(...) FROM_HERE(reason_of_resource(__VA_ARGS__))

static void reasons_of_a_bad_resource(void)
{
  machine_open();
  reason_describe();
  reason_wish.resources = 17;
  reason_of_start(DXGMAP_CAUSE_BAD_RESOURCE, "resources is 0x11, and an adapter has at most 0x10");
  reason_of_resource(2, FAR, 1,
                     "resource[1], of 0x1 bytes from 0x1000000000, is in no space: there are memory and ports");
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, FAR, 0, "resource[1], of 0x0 bytes from 0x1000000000, is empty");
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, UINT64_MAX, 2,
                     "resource[1], of 0x2 bytes from 0xffffffffffffffff, ends beyond the last address");
  reason_of_resource(DXGMAP_RESOURCE_PORTS, 65535, 2, "resource[1], of 0x2 ports from 0xffff, ends beyond port 65535");
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, 2 * FAR, GIGABYTES_4 + 1,
                     "resource[1], of 0x100000001 bytes from 0x2000000000, has a length that no resource list can say: "
                     "from 2^32 on they are multiples of 2^8, from 2^40 on of 2^16, from 2^48 on of 2^32");
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, 0, 1,
                     "resource[1], of 0x1 bytes from 0x0, shares a page with installed memory, outside of its holes");
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, FAR + 1, 1,
                     "resource[1], of 0x1 bytes from 0x1000000001, shares a page with one before it");
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, MEMORY_START, 1,
                     "resource[1], of 0x1 bytes from 0x800000000, shares a page with a resource of a started adapter");
  reason_flags[1] = CM_RESOURCE_MEMORY_LARGE_40;
  reason_of_resource(DXGMAP_RESOURCE_MEMORY, 2 * FAR, 1,
                     "resource[1], of 0x1 bytes from 0x2000000000, has a flag of CM_RESOURCE_MEMORY_LARGE, which "
                     "follows from the length");
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void reasons_of_a_start(void)
{
  machine_open();
  reason_describe();
  reason_wish.physical_adapters = 65;
  reason_of_start(DXGMAP_CAUSE_BAD_INDEX, "physical_adapters is 0x41, and a chain has 1 to 0x40");
  reason_wish.mode = 2;
  reason_of_start(DXGMAP_CAUSE_BAD_MODE, "mode is 0x2, and there are 0 and 0x1");
  reason_wish.capability = 3;
  reason_of_start(DXGMAP_CAUSE_BAD_MODE, "capability is 0x3, and there are 0 to 0x2");
  reason_wish.mode = DXGMAP_MODE_REMAPPING;
  reason_wish.capability = DXGMAP_CAPABILITY_MDL;
  reason_of_start(DXGMAP_CAUSE_BAD_MODE,
                  "mode is remapping and capability is by MDL: a machine remaps only for a driver that uses ADLs");
  reason_save[0] = 100;
  reason_of_start(DXGMAP_CAUSE_BAD_SIZE, "save_bytes[0] is 0x64, and no multiple of the page");
  reason_wish.linked = true;
  reason_save[0] = PAGE_SIZE;
  reason_of_start(DXGMAP_CAUSE_NOT_LEAD,
                  "save_bytes[0] is 0x1000, and the adapter is linked: the save areas of a chain "
                  "are its lead's");
  reason_wish.interrupts = 17;
  reason_of_start(DXGMAP_CAUSE_BAD_ARGUMENT, "interrupts is 0x11, and an adapter has at most 0x10");
  reason_wish.pci_config_bytes = 257;
  reason_of_start(DXGMAP_CAUSE_BAD_ARGUMENT, "pci_config_bytes is 0x101, and there are at most 0x100");
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_start(NULL, &adapter));
  reason_is("dxgmap_adapter_start", DXGMAP_CAUSE_BAD_ARGUMENT, "description is NULL");
  machine_close();
}

static void reasons_of_other_calls(void)
{
  dxgmap_system_description d;
  dxgmap_failure failure;
  memset(&d, 0, sizeof(d));
  memset(&failure, 0, sizeof(failure));
  d.fault_policy = 3;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_open(&d));
  reason_is("dxgmap_open", DXGMAP_CAUSE_BAD_ARGUMENT, "fault_policy is no dxgmap_fault_policy");
  d.fault_policy = 0;
  d.options = "seed=1:stacks";
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_open(&d));
  reason_is("dxgmap_open", DXGMAP_CAUSE_BAD_ARGUMENT, "an option is wrong, as standard error was told");
  d.options = (const char *)(uintptr_t)8;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_open(&d));
  reason_is("dxgmap_open", DXGMAP_CAUSE_BAD_ARGUMENT, "options lies where the process has no memory that can be read");
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_open(NULL));
  reason_is("dxgmap_open", DXGMAP_CAUSE_NOT_OPEN, "it is open already");
  CHECK_EQ(DXGMAP_CAUSE_ATTACHED, dxgmap_adapter_attach(adapter));
  reason_is("dxgmap_adapter_attach", DXGMAP_CAUSE_ATTACHED, dxgmap_cause_sentence(DXGMAP_CAUSE_ATTACHED));
  CHECK_EQ(DXGMAP_CAUSE_LINKED, dxgmap_adapter_link(adapter, adapter, 1));
  reason_is("dxgmap_adapter_link", DXGMAP_CAUSE_LINKED, "the adapter was not started as a linked one");
  failure.operation = DXGMAP_OPERATION_UNPIN;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_fail(&failure));
  reason_is("dxgmap_fail", DXGMAP_CAUSE_BAD_ARGUMENT, "operation is none by which a driver acquires something");
  HANDLE late = adapter;
  machine_close();
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_adapter_attach(late));
  reason_is("dxgmap_adapter_attach", DXGMAP_CAUSE_NOT_OPEN, dxgmap_cause_sentence(DXGMAP_CAUSE_NOT_OPEN));
}

static void *reason_elsewhere(void *none)
{
  CHECK_TEXT("", dxgmap_reason());
  return none;
}

static void reason_is_of_the_thread(void)
{
  pthread_t thread;
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_adapter_attach(NULL));
  check_start(&thread, reason_elsewhere, NULL);
  (void)check_join(thread);
  CHECK(dxgmap_reason()[0] != '\0');
}

void reason_tests(void);
void reason_tests(void)
{
  RUN(reasons_of_a_bad_resource);
  RUN(reasons_of_a_start);
  RUN(reasons_of_other_calls);
  RUN(reason_is_of_the_thread);
}
