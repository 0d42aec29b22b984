/* SPDX-License-Identifier: MIT */
#include "expect.h"

#include <stdbool.h>
#include <string.h>

#include "core/checks/check.h"
#include "ddi/machine/system.h"
#include "host/host.h"

HANDLE adapter;
DXGKRNL_INTERFACE dxgk;
uint32_t machine_compares;
uint32_t machine_lenient;

static void machine_start(void)
{
  static const uint64_t save[2] = {SAVE_BYTES, 0};
  static const dxgmap_resource_description ranges[3] = {
      {DXGMAP_RESOURCE_MEMORY, MEMORY_START, (uint64_t)MEMORY_PAGES * PAGE_SIZE},
      {DXGMAP_RESOURCE_PORTS, PORT_START, PORT_COUNT},
      {DXGMAP_RESOURCE_MEMORY, ODD_START, ODD_LENGTH},
  };
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 2;
  d.save_bytes = save;
  d.resources = 3;
  d.resource = ranges;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &adapter));
  dxgk.Size = sizeof(dxgk);
  dxgk.Version = DXGKDDI_INTERFACE_VERSION;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_interface(adapter, &dxgk));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(adapter));
}

void machine_open_with(const dxgmap_system_description *description)
{
  dxgmap_system_description d = *description;
  d.handler = report_copy;
  d.check_translations = machine_compares;
  d.strict_exclusive = !machine_lenient;
  dxgmap_set_process(4);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  machine_start();
}

void machine_open(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.seed = 7;
  machine_open_with(&d);
}

/* No frame that a live mapping holds has gone back to the host (FREE-3). */
void machine_check(void)
{
#ifdef DXGMAP_PROFILE_SMALL
  static dxgmap_counts scratch;
  bool holds = true;
  uint64_t not_held = 0;
  dxgmap_host_lock();
  if (dxgmap_ddi.state != NULL) {
    holds = dxgmap_check(dxgmap_ddi.state, &scratch);
    for (uint64_t page = 0; page < DXGMAP_PAGES; page++) {
      not_held += dxgmap_lock_count(dxgmap_ddi.state, page) != 0 && dxgmap_host_frame_holds(page) == 0 &&
                  dxgmap_host_frame_kind_of(page) != DXGMAP_HOST_FRAME_DEVICE;
    }
  }
  dxgmap_host_unlock();
  EXPECT("the invariant", 1, holds);
  EXPECT("pages locked in the core and not held by the host", 0, not_held);
#endif
}

void machine_close(void)
{
  dxgmap_host_usage empty, left;
  machine_check();
  dxgmap_close();
  memset(&empty, 0, sizeof(empty));
  left = dxgmap_host_usage_now();
  CHECK(memcmp(&empty, &left, sizeof(left)) == 0);
}

static void report_nothing(const dxgmap_violation *violation, void *context)
{
  (void)violation;
  (void)context;
}

void machine_mend(void)
{
  dxgmap_host_fail_at(0);
  dxgmap_fail_none();
  if (dxgmap_host_locked()) {
    dxgmap_host_read_end(); /* of a test: no call of the library returns within a section of its own */
  }
  dxgmap_host_set_irql(PASSIVE_LEVEL);
  dxgmap_set_process(4);
  dxgmap_set_handler(report_nothing, NULL);
  dxgmap_close();
  machine_compares = 0;
}

HANDLE machine_adapter_as(const dxgmap_adapter_description *description)
{
  HANDLE another = NULL;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(description, &another));
  return another;
}

HANDLE machine_adapter(dxgmap_register_hook *hook, void *context)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  static const dxgmap_resource_description ports = {DXGMAP_RESOURCE_PORTS, PORT_START + PORT_COUNT, PORT_COUNT};
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.resources = 1;
  d.resource = &ports;
  d.hook = hook;
  d.hook_context = context;
  return machine_adapter_as(&d);
}

static void machine_translate_one(HANDLE which, uint32_t cell, uint32_t captured)
{
  uint32_t k = dxgmap_state_find(dxgmap_ddi.state, (uint64_t)(uintptr_t)which);
  uint64_t logical = dxgmap_ddi.state->adapter[k].mode == DXGMAP_IDENTITY ? captured : cell;
  uint64_t where = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(which, logical * PAGE_SIZE, &where));
  CHECK_EQ((uint64_t)captured * PAGE_SIZE, where);
  (void)dxgmap_device_translate(which, (logical + 1) * PAGE_SIZE, NULL);
  (void)dxgmap_device_translate(which, (logical - 1) * PAGE_SIZE, NULL);
}

void machine_translate(HANDLE which)
{
  uint32_t k = dxgmap_state_find(dxgmap_ddi.state, (uint64_t)(uintptr_t)which);
  uint32_t cursor = 0;
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, (uint64_t)(uintptr_t)which, cursor);
  while (live.status == DXGMAP_OK) {
    for (uint32_t cell = live.base; cell < live.base + live.pages; cell++) {
      machine_translate_one(which, cell, dxgmap_ddi.state->adapter[k].domain.cells.cell[cell] - 1u);
    }
    cursor++;
    live = dxgmap_op_live(dxgmap_ddi.state, (uint64_t)(uintptr_t)which, cursor);
  }
}

uint32_t machine_live(HANDLE which)
{
  dxgmap_mapping mapping;
  uint32_t count = 0;
  while (dxgmap_adapter_live(which, count, &mapping) == DXGMAP_CAUSE_NONE) {
    count++;
  }
  return count;
}

uint32_t machine_objects(void)
{
  dxgmap_mapping mapping;
  uint32_t count = 0;
  while (dxgmap_object_live(count, &mapping) == DXGMAP_CAUSE_NONE) {
    count++;
  }
  return count;
}

/* On all adapters, and on none. */
static uint32_t machine_live_all(void)
{
  uint32_t count = machine_objects();
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    count += machine_live((HANDLE)(uintptr_t)dxgmap_ddi.adapter[i].handle);
  }
  return count;
}

PHYSICAL_ADDRESS physical(uint64_t address)
{
  PHYSICAL_ADDRESS p;
  p.QuadPart = (LONGLONG)address;
  return p;
}

KIRQL irql_raise(KIRQL level)
{
  KIRQL old = 0;
  KeRaiseIrql(level, &old);
  return old;
}

/* ---- Failures of the host ---- */

/* Everything but `maps`, an upper bound that the kernel's merging of mappings decides. */
static bool check_holds_the_same(dxgmap_host_usage before, dxgmap_host_usage after)
{
  before.maps = 0;
  after.maps = 0;
  return memcmp(&before, &after, sizeof(after)) == 0;
}

/* The call fails, or does without what failed; whether the failure was reached. */
static bool check_failure(NTSTATUS (*attempt)(void), void (*undo)(void), NTSTATUS status, uint64_t nth)
{
  dxgmap_host_usage before = dxgmap_host_usage_now();
  uint32_t live = machine_live_all();
  reports_forget();
  dxgmap_host_fail_at(nth);
  NTSTATUS seen = attempt();
  uint64_t reached = dxgmap_host_acquisitions();
  dxgmap_host_fail_at(0);
  CHECK_EQ(0, reports.count);
  if (NT_SUCCESS(seen)) {
    CHECK(machine_live_all() > live);
    undo();
  } else {
    CHECK_EQ((uint32_t)status, (uint32_t)seen);
    CHECK(check_holds_the_same(before, dxgmap_host_usage_now()));
  }
  CHECK_EQ(live, machine_live_all());
  machine_check();
  return reached >= nth;
}

void check_each_failure(NTSTATUS (*attempt)(void), void (*undo)(void), NTSTATUS status)
{
  uint64_t nth = 1;
  CHECK_EQ(STATUS_SUCCESS, attempt()); /* so that tables of the host that only ever grow have grown */
  undo();
  while (check_failure(attempt, undo, status, nth)) {
    nth++;
  }
  CHECK(nth > 1);
}
