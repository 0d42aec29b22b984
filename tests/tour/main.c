/* A tour of bad drivers: each does one thing wrong, the library reports it, and the program goes on. At the end a table
   says which fault was expected and which was seen; the exit code is 0 when they agree for every driver. */

#include <stdio.h>
#include <string.h>

#include "drivers.h"

typedef struct {
  const char *what;
  uint32_t expected;
  void (*run)(void);
} stop;

static const stop stops[] = {
    {"leaves a mapping behind when its adapter stops", DXGMAP_CAUSE_LEAK, bad_driver_leaks},
    {"unmaps the same MDL twice", DXGMAP_CAUSE_BAD_HANDLE, bad_driver_unmaps_twice},
    {"unmaps what was never mapped", DXGMAP_CAUSE_BAD_ADDRESS, bad_driver_unmaps_nothing},
    {"reads a pointer after its unmap", DXGMAP_CAUSE_CPU_ACCESS, bad_driver_reads_an_unmapped_pointer},
    {"lets its device use a page after the unpin", DXGMAP_CAUSE_BLOCKED, bad_driver_leaves_its_device_an_unmapped_page},
    {"changes an MDL while it is mapped", DXGMAP_CAUSE_MDL_CHANGED, bad_driver_changes_a_mapped_mdl},
    {"unlocks and frees an MDL while it is mapped", DXGMAP_CAUSE_MDL_GONE, bad_driver_frees_a_mapped_mdl},
    {"pins a save area that is pinned", DXGMAP_CAUSE_PINNED, bad_driver_pins_twice},
    {"unpins a save area that is not pinned", DXGMAP_CAUSE_NOT_PINNED, bad_driver_unpins_what_is_not_pinned},
    {"gives DxgkCbUnmapMemory an interior address", DXGMAP_CAUSE_BAD_ADDRESS, bad_driver_unmaps_by_an_interior_address},
    {"unmaps with another adapter's hAdapter", DXGMAP_CAUSE_BAD_HANDLE, bad_driver_uses_another_adapters_handle},
    {"lets its device run during exclusive access", DXGMAP_CAUSE_EXCLUSIVE, bad_driver_keeps_its_device_busy},
    {"pins at DISPATCH_LEVEL", DXGMAP_CAUSE_BAD_IRQL, bad_driver_calls_at_dispatch_level},
};

#define STOPS (sizeof(stops) / sizeof(stops[0]))

/* What was reported while a driver ran. */
typedef struct {
  uint32_t reports;
  uint32_t cause; /* of the last */
} seen;

static void tour_listen(const dxgmap_violation *violation, void *context)
{
  seen *s = context;
  s->reports++;
  s->cause = violation->cause;
  (void)fputs(violation->text, stdout);
}

static uint32_t tour_start(HANDLE *adapter, uint32_t resources)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  static const dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, REGISTERS, PAGE_SIZE};
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.resources = resources;
  d.resource = &registers;
  uint32_t cause = dxgmap_adapter_start(&d, adapter);
  return cause == DXGMAP_CAUSE_NONE ? dxgmap_adapter_attach(*adapter) : cause;
}

static int tour_open(seen *s)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON; /* a touch of a released view is reported and reads 0xDB */
  d.handler = tour_listen;
  d.context = s;
  return dxgmap_open(&d) == DXGMAP_CAUSE_NONE && tour_start(&tour_adapter, 1) == DXGMAP_CAUSE_NONE &&
         tour_start(&tour_other, 0) == DXGMAP_CAUSE_NONE;
}

/* Runs one driver on a machine of its own. */
static seen tour_visit(const stop *at)
{
  seen s = {0, DXGMAP_CAUSE_NONE};
  if (tour_open(&s)) {
    at->run();
    (void)dxgmap_adapter_stop(tour_adapter, NULL);
    (void)dxgmap_adapter_stop(tour_other, NULL);
  }
  dxgmap_close();
  return s;
}

static int tour_agrees(const stop *at, const seen *s)
{
  return s->reports == 1 && s->cause == at->expected;
}

static size_t tour_summary(const seen *s)
{
  size_t wrong = 0;
  printf("%-3s %-46s %-20s %-20s %s\n", "", "A driver that", "should be caught as", "was caught as", "");
  for (size_t i = 0; i < STOPS; i++) {
    int good = tour_agrees(&stops[i], &s[i]);
    wrong += good ? 0 : 1;
    printf("%2zu. %-46s %-20s %-20s %s\n", i + 1, stops[i].what, dxgmap_cause_name(stops[i].expected),
           s[i].reports == 0 ? "nothing" : dxgmap_cause_name(s[i].cause), good ? "as expected" : "WRONG");
  }
  return wrong;
}

int main(void)
{
  seen s[STOPS];
  for (size_t i = 0; i < STOPS; i++) {
    printf("---- %zu. A driver that %s\n", i + 1, stops[i].what);
    s[i] = tour_visit(&stops[i]);
    printf("\n");
  }
  size_t wrong = tour_summary(s);
  if (wrong == 0) {
    printf("\nAll %zu faults were caught, each reported once, and no driver was accused of anything else.\n", STOPS);
  } else {
    printf("\n%zu of %zu drivers were not judged as they should be.\n", wrong, STOPS);
  }
  return wrong != 0;
}
