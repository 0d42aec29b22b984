/* SPDX-License-Identifier: MIT */
/* A tour of bad drivers: each does one thing wrong, the library reports it, and the program goes on. Each is a test, of
   what was reported and of nothing else being reported; at the end a table says which fault was expected and which was
   seen. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "drivers.h"
#include "harness.h"

typedef struct {
  uint32_t mode;
  const char *what;
  uint32_t expected;
  uint32_t reports; /* all of that cause */
  void (*run)(void);
} stop;

#define IDENTITY DXGMAP_MODE_IDENTITY
#define REMAPPING DXGMAP_MODE_REMAPPING

static const stop stops[] = {
    {IDENTITY, "leaves a mapping behind when its adapter stops", DXGMAP_CAUSE_LEAK, 1, bad_driver_leaks},
    {IDENTITY, "unmaps the same MDL twice", DXGMAP_CAUSE_BAD_HANDLE, 1, bad_driver_unmaps_twice},
    {IDENTITY, "unmaps what was never mapped", DXGMAP_CAUSE_BAD_ADDRESS, 1, bad_driver_unmaps_nothing},
    {IDENTITY, "reads a pointer after its unmap", DXGMAP_CAUSE_CPU_ACCESS, 1, bad_driver_reads_an_unmapped_pointer},
    {IDENTITY, "lets its device use a page after the unpin", DXGMAP_CAUSE_BLOCKED, 1,
     bad_driver_leaves_its_device_an_unmapped_page},
    {IDENTITY, "changes an MDL while it is mapped", DXGMAP_CAUSE_MDL_CHANGED, 1, bad_driver_changes_a_mapped_mdl},
    {IDENTITY, "unlocks and frees an MDL while it is mapped", DXGMAP_CAUSE_MDL_GONE, 1, bad_driver_frees_a_mapped_mdl},
    {IDENTITY, "pins a save area that is pinned", DXGMAP_CAUSE_PINNED, 1, bad_driver_pins_twice},
    {IDENTITY, "unpins a save area that is not pinned", DXGMAP_CAUSE_NOT_PINNED, 1,
     bad_driver_unpins_what_is_not_pinned},
    {IDENTITY, "gives DxgkCbUnmapMemory an interior address", DXGMAP_CAUSE_BAD_ADDRESS, 1,
     bad_driver_unmaps_by_an_interior_address},
    {IDENTITY, "unmaps with another adapter's hAdapter", DXGMAP_CAUSE_BAD_HANDLE, 1,
     bad_driver_uses_another_adapters_handle},
    {IDENTITY, "lets its device run during exclusive access", DXGMAP_CAUSE_EXCLUSIVE, 1,
     bad_driver_keeps_its_device_busy},
    {IDENTITY, "pins at DISPATCH_LEVEL", DXGMAP_CAUSE_BAD_IRQL, 1, bad_driver_calls_at_dispatch_level},
    {IDENTITY, "pins with the handle of a link that does not lead", DXGMAP_CAUSE_NOT_LEAD, 1,
     bad_driver_pins_by_a_linked_handle},
    {IDENTITY, "lets its device write in D3", DXGMAP_CAUSE_ASLEEP, 1, bad_driver_lets_its_device_write_in_d3},
    {REMAPPING, "pins by MDL", DXGMAP_CAUSE_BAD_MODE, 1, bad_driver_pins_by_mdl},
    {REMAPPING, "lets its device use an ADL after it is freed", DXGMAP_CAUSE_BLOCKED, 1,
     bad_driver_leaves_its_device_a_freed_list},
    {REMAPPING, "takes a scattered ADL for a contiguous one", DXGMAP_CAUSE_BLOCKED, 1,
     bad_driver_does_not_look_at_the_flag},
    {REMAPPING, "destroys an object that has an ADL", DXGMAP_CAUSE_IN_USE, 1, bad_driver_destroys_an_object_in_use},
    {REMAPPING, "frees the same ADL twice", DXGMAP_CAUSE_BAD_HANDLE, 1, bad_driver_frees_a_list_twice},
    {REMAPPING, "frees the ADL of a pin", DXGMAP_CAUSE_BAD_HANDLE, 1, bad_driver_frees_the_list_of_a_pin},
    {REMAPPING, "frees an ADL as another object's", DXGMAP_CAUSE_NOT_OF_OBJECT, 1,
     bad_driver_frees_a_list_of_another_object},
    {REMAPPING, "closes an adapter object, then destroys it too", DXGMAP_CAUSE_BAD_HANDLE, 1,
     bad_driver_closes_what_it_destroys},
    {REMAPPING, "opens an object that was created with an adapter", DXGMAP_CAUSE_BOUND, 1,
     bad_driver_opens_what_was_created_open},
    {REMAPPING, "opens an object twice", DXGMAP_CAUSE_OPENED, 1, bad_driver_opens_twice},
    {REMAPPING, "requires a contiguous ADL of scattered memory", DXGMAP_CAUSE_BAD_FLAGS, 1,
     bad_driver_requires_a_range_of_scattered_memory},
    {REMAPPING, "reads an object after its unmap", DXGMAP_CAUSE_CPU_ACCESS, 1, bad_driver_reads_an_unmapped_object},
    {REMAPPING, "unmaps an object by the size it asked for", DXGMAP_CAUSE_BAD_SIZE, 1,
     bad_driver_unmaps_by_the_size_it_asked_for},
    {REMAPPING, "leaves an ADL and its object when it stops", DXGMAP_CAUSE_LEAK, 3, bad_driver_leaves_a_list},
    {REMAPPING, "never destroys an object", DXGMAP_CAUSE_LEAK, 1, bad_driver_leaves_an_object},
};

#define STOPS (sizeof(stops) / sizeof(stops[0]))

/* What was reported while a driver ran. */
typedef struct {
  uint32_t reports;
  uint32_t cause;  /* of the first */
  uint32_t others; /* reports of another cause */
  bool visited;
  bool good;
} seen;

static seen tour[STOPS];
static size_t here; /* the driver that runs */

static void tour_listen(const dxgmap_violation *violation, void *context)
{
  seen *s = &tour[here];
  (void)context;
  s->cause = s->reports == 0 ? violation->cause : s->cause;
  s->others += violation->cause == s->cause ? 0 : 1;
  s->reports++;
  (void)fputs(violation->text, stdout);
}

static HANDLE tour_start(uint32_t mode, uint32_t physical_adapters, uint32_t resources)
{
  static const uint64_t save[2] = {SAVE_BYTES, SAVE_BYTES};
  static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, REGISTERS, PAGE_SIZE};
  dxgmap_adapter_description d;
  HANDLE adapter = NULL;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = physical_adapters;
  d.save_bytes = save;
  d.resources = resources;
  d.resource = &registers;
  d.mode = mode;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &adapter));
  if (mode == IDENTITY) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(adapter));
  }
  return adapter;
}

/* It follows the adapter that leads, which has started. */
static HANDLE tour_link(uint32_t mode)
{
  dxgmap_adapter_description d;
  HANDLE adapter = NULL;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.linked = true;
  d.mode = mode;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_link(adapter, tour_adapter, 1));
  return adapter;
}

static void tour_open(uint32_t mode)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON; /* a touch of a released view is reported and reads 0xDB */
  d.handler = tour_listen;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  tour_adapter = tour_start(mode, 2, 1);
  tour_other = tour_start(mode, 1, 0);
  tour_linked = tour_link(mode);
}

static const char *tour_cause(const seen *s)
{
  return s->reports == 0 ? "nothing" : dxgmap_cause_name(s->cause);
}

/* Runs one driver on a machine of its own. */
static void tour_visit(void)
{
  const stop *at = &stops[here];
  seen *s = &tour[here];
  s->visited = true;
  tour_open(at->mode);
  at->run();
  (void)dxgmap_adapter_stop(tour_adapter, NULL);
  (void)dxgmap_adapter_stop(tour_linked, NULL);
  (void)dxgmap_adapter_stop(tour_other, NULL);
  dxgmap_close();
  CHECK_TEXT(dxgmap_cause_name(at->expected), tour_cause(s));
  EXPECT("reports", at->reports, s->reports);
  EXPECT("reports of another cause", 0, s->others);
  s->good = true;
}

static const char *tour_mode(const stop *at)
{
  return at->mode == REMAPPING ? "remapping" : "identity";
}

#define ROW "%-10s %-49s %-20s %-20s "

/* Answers how many were not judged as they should be. */
static size_t tour_summary(void)
{
  size_t wrong = 0;
  printf("    " ROW "reports\n", "mode", "a driver that", "should be caught as", "was caught as");
  for (size_t i = 0; i < STOPS; i++) {
    const stop *at = &stops[i];
    const seen *s = &tour[i];
    if (!s->visited) {
      continue;
    }
    wrong += s->good ? 0 : 1;
    printf("%2zu. " ROW "%7u  %s\n", i + 1, tour_mode(at), at->what, dxgmap_cause_name(at->expected), tour_cause(s),
           s->reports, s->good ? "as expected" : "WRONG");
  }
  return wrong;
}

int main(void)
{
  harness_begin(NULL, dxgmap_close);
  for (here = 0; here < STOPS; here++) {
    printf("---- %zu. A driver in %s mode that %s\n", here + 1, tour_mode(&stops[here]), stops[here].what);
    harness_run(stops[here].what, tour_visit);
    printf("\n");
  }
  size_t wrong = tour_summary();
  if (wrong == 0) {
    printf("\nAll faults were caught, and no driver was accused of anything else.\n");
  } else {
    printf("\n%zu drivers were not judged as they should be.\n", wrong);
  }
  return harness_end();
}
