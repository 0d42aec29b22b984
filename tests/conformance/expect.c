/* SPDX-License-Identifier: MIT */
#include "expect.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/checks/check.h"
#include "ddi/machine/system.h"
#include "host/host.h"

#define REPORT_LINE_MAX 160u /* of what a report says of its object */

static unsigned check_passed, check_failed, check_wrong;

report_seen reports;
HANDLE adapter;
DXGKRNL_INTERFACE dxgk;
uint32_t machine_compares;

void check_equal(const char *file, int line, const char *what, uint64_t expected, uint64_t seen)
{
  if (seen != expected) {
    check_wrong++;
    printf("%s:%d: %s: expected %" PRIu64 " (0x%" PRIx64 "), seen %" PRIu64 " (0x%" PRIx64 ")\n", file, line, what,
           expected, expected, seen, seen);
  }
}

void check_text(const char *file, int line, const char *what, const char *expected, const char *seen)
{
  if (strcmp(expected, seen) != 0) {
    check_wrong++;
    printf("%s:%d: %s: expected \"%s\", seen \"%s\"\n", file, line, what, expected, seen);
  }
}

void check_call(const char *file, int line, const char *what, NTSTATUS status, uint32_t cause, uint64_t seen)
{
  check_equal(file, line, what, (uint32_t)status, seen);
  check_text(file, line, "cause reported", dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  check_equal(file, line, "reports", cause != DXGMAP_CAUSE_NONE, reports.count);
}

void check_run(const char *name, void (*test)(void))
{
  check_wrong = 0;
  test();
  if (check_wrong == 0) {
    check_passed++;
  } else {
    check_failed++;
    printf("FAIL %s\n", name);
  }
}

/* ---- Reports ---- */

static void report_copy(const dxgmap_violation *violation, void *context)
{
  (void)context;
  reports.count++;
  reports.cause = violation->cause;
  reports.operation = violation->operation;
  reports.kind = violation->kind;
  reports.calls = violation->call.count;
  reports.maps = violation->map.count;
  reports.unmaps = violation->unmap.count;
  reports.status = violation->status;
  reports.mapping = violation->mapping;
  reports.address = violation->address;
  CHECK(strlen("  object:    ") + strlen(violation->object) <= REPORT_LINE_MAX);
  (void)snprintf(reports.detail, sizeof(reports.detail), "%s", violation->detail);
  (void)snprintf(reports.text, sizeof(reports.text), "%s", violation->text);
}

void reports_forget(void)
{
  memset(&reports, 0, sizeof(reports));
}

/* ---- The machine ---- */

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

void machine_check(void)
{
#ifdef DXGMAP_PROFILE_SMALL
  static dxgmap_counts scratch;
  dxgmap_host_lock();
  if (dxgmap_ddi.state != NULL) {
    CHECK_EQ(1, dxgmap_check(dxgmap_ddi.state, &scratch));
    for (uint64_t page = 0; page < DXGMAP_PAGES; page++) {
      CHECK(dxgmap_lock_count(dxgmap_ddi.state, page) == 0 || dxgmap_host_frame_holds(page) > 0 ||
            dxgmap_host_frame_kind_of(page) == DXGMAP_HOST_FRAME_DEVICE);
    }
  }
  dxgmap_host_unlock();
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
static int check_holds_the_same(dxgmap_host_usage before, dxgmap_host_usage after)
{
  before.maps = 0;
  after.maps = 0;
  return memcmp(&before, &after, sizeof(after)) == 0;
}

/* The call fails, or does without what failed; whether the failure was reached. */
static int check_failure(NTSTATUS (*attempt)(void), void (*undo)(void), NTSTATUS status, uint64_t nth)
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
  CHECK(nth > 2);
}

/* ---- The tests ---- */

void gate_tests(void);
void exhaustion_tests(void);
void adapter_tests(void);
void interface_tests(void);
void pin_tests(void);
void pointer_tests(void);
void mdl_tests(void);
void iommu_tests(void);
void allocate_tests(void);
void view_tests(void);
void remapping_tests(void);
void object_tests(void);
void adl_tests(void);
void object_view_tests(void);
void registers_tests(void);
void device_tests(void);
void reference_tests(void);
void lookup_tests(void);
void video_tests(void);
void report_tests(void);
void status_tests(void);
void clauses_tests(void);
void threads_tests(void);
void random_tests(void);
void random_objects_tests(void);

int main(void)
{
  gate_tests();
  exhaustion_tests();
  adapter_tests();
  interface_tests();
  pin_tests();
  pointer_tests();
  mdl_tests();
  iommu_tests();
  allocate_tests();
  view_tests();
  remapping_tests();
  object_tests();
  adl_tests();
  object_view_tests();
  registers_tests();
  device_tests();
  reference_tests();
  lookup_tests();
  video_tests();
  report_tests();
  status_tests();
  clauses_tests();
  threads_tests();
  random_tests();
  random_objects_tests();
  printf("%u passed, %u failed\n", check_passed, check_failed);
  return check_failed != 0;
}
