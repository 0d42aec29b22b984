/* SPDX-License-Identifier: MIT */
/* A tour of bad drivers: each does one thing wrong, the library reports it, and the program goes on. At the end a table
   says which fault was expected and which was seen; the exit code is 0 when they agree for every driver. */

#include <stdio.h>
#include <string.h>

#include "drivers.h"

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
} seen;

static void tour_listen(const dxgmap_violation *violation, void *context)
{
  seen *s = context;
  s->cause = s->reports == 0 ? violation->cause : s->cause;
  s->others += violation->cause == s->cause ? 0 : 1;
  s->reports++;
  (void)fputs(violation->text, stdout);
}

static uint32_t tour_start(HANDLE *adapter, uint32_t mode, uint32_t resources)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, REGISTERS, PAGE_SIZE};
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.resources = resources;
  d.resource = &registers;
  d.mode = mode;
  uint32_t cause = dxgmap_adapter_start(&d, adapter);
  if (cause == DXGMAP_CAUSE_NONE && mode == IDENTITY) {
    cause = dxgmap_adapter_attach(*adapter);
  }
  return cause;
}

static int tour_open(uint32_t mode, seen *s)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON; /* a touch of a released view is reported and reads 0xDB */
  d.handler = tour_listen;
  d.context = s;
  return dxgmap_open(&d) == DXGMAP_CAUSE_NONE && tour_start(&tour_adapter, mode, 1) == DXGMAP_CAUSE_NONE &&
         tour_start(&tour_other, mode, 0) == DXGMAP_CAUSE_NONE;
}

/* Runs one driver on a machine of its own. */
static seen tour_visit(const stop *at)
{
  seen s = {0, DXGMAP_CAUSE_NONE, 0};
  if (tour_open(at->mode, &s)) {
    at->run();
    (void)dxgmap_adapter_stop(tour_adapter, NULL);
    (void)dxgmap_adapter_stop(tour_other, NULL);
  }
  dxgmap_close();
  return s;
}

static int tour_agrees(const stop *at, const seen *s)
{
  return s->reports == at->reports && s->cause == at->expected && s->others == 0;
}

static const char *tour_mode(const stop *at)
{
  return at->mode == REMAPPING ? "remapping" : "identity";
}

#define ROW "%-10s %-48s %-20s %-20s "

static size_t tour_summary(const seen *s)
{
  size_t wrong = 0;
  printf("    " ROW "reports\n", "mode", "a driver that", "should be caught as", "was caught as");
  for (size_t i = 0; i < STOPS; i++) {
    int good = tour_agrees(&stops[i], &s[i]);
    wrong += good ? 0 : 1;
    printf("%2zu. " ROW "%7u  %s\n", i + 1, tour_mode(&stops[i]), stops[i].what, dxgmap_cause_name(stops[i].expected),
           s[i].reports == 0 ? "nothing" : dxgmap_cause_name(s[i].cause), s[i].reports, good ? "as expected" : "WRONG");
  }
  return wrong;
}

int main(void)
{
  seen s[STOPS];
  for (size_t i = 0; i < STOPS; i++) {
    printf("---- %zu. A driver in %s mode that %s\n", i + 1, tour_mode(&stops[i]), stops[i].what);
    s[i] = tour_visit(&stops[i]);
    printf("\n");
  }
  size_t wrong = tour_summary(s);
  if (wrong == 0) {
    printf("\nAll %zu faults were caught, and no driver was accused of anything else.\n", STOPS);
  } else {
    printf("\n%zu of %zu drivers were not judged as they should be.\n", wrong, STOPS);
  }
  return wrong != 0;
}
