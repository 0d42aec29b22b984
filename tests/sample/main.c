/* SPDX-License-Identifier: MIT */
/* The harness of the sample miniport: it plays Dxgkrnl and the hardware, turns the adapter off and on, and compares the
   frame buffer byte for byte. Each machine is a test, and has a line; the exit code is 0 when every frame buffer came
   back. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "dxgmap.h"
#include "harness.h"
#include "miniport.h"

/* What memory pressure does to the driver. */
enum pressure { NO_PRESSURE, PINS_FAIL, PINS_AND_LARGE_CHUNKS_FAIL, NOTHING_SUCCEEDS };

/* How the driver gets at system memory. */
typedef struct {
  const char *pages; /* what the device is told */
  const char *list;
  const char *contiguous; /* whether it asks for lists that are one range */
  BOOLEAN remaps;         /* the machine */
  BOOLEAN remaps_later;   /* when it is another: once the adapter was stopped and started again */
  BOOLEAN uses_adl;
  BOOLEAN prefers_contiguous;
} way;

static const way ways[] = {
    {"physical", "MDL", "-", FALSE, FALSE, FALSE, FALSE},
    {"physical", "ADL", "not asked", FALSE, FALSE, TRUE, FALSE},
    {"physical", "ADL", "preferred", FALSE, FALSE, TRUE, TRUE},
    {"logical", "ADL", "not asked", TRUE, TRUE, TRUE, FALSE},
    {"logical", "ADL", "preferred", TRUE, TRUE, TRUE, TRUE},
    {"physical, then logical", "ADL", "preferred", FALSE, TRUE, TRUE, TRUE},
    {"logical, then physical", "ADL", "not asked", TRUE, FALSE, TRUE, FALSE},
};

typedef struct {
  uint64_t seed; /* of what Dxgkrnl chooses, such as whether a list that may be one range is one */
  UINT physical_adapters;
  const way *way;
  enum pressure pressure;
} machine;

static DRIVER_INITIALIZATION_DATA driver;

/* The test that runs. */
static struct {
  machine machine;
  board board;
  PVOID context; /* of the driver's device */
  bool started;  /* the device */
  SAMPLE_STATISTICS statistics;
} now;

static unsigned came_back; /* machines that did well */
static unsigned went_wrong;

/* ---- What the loader of a driver provides ---- */

PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
  (void)Flags;
  (void)Tag;
  return calloc(1, NumberOfBytes);
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag)
{
  (void)Tag;
  free(P);
}

NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                        PDRIVER_INITIALIZATION_DATA DriverInitializationData)
{
  (void)DriverObject;
  (void)RegistryPath;
  driver = *DriverInitializationData;
  return STATUS_SUCCESS;
}

/* ---- Dxgkrnl ---- */

static bool machine_pressure(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes, void *context)
{
  enum pressure pressure = ((const machine *)context)->pressure;
  (void)index;
  (void)offset;
  if (operation == DXGMAP_OPERATION_MAP_POINTER) {
    return pressure == NOTHING_SUCCEEDS || (pressure == PINS_AND_LARGE_CHUNKS_FAIL && bytes > 4 * (uint64_t)PAGE_SIZE);
  }
  bool pin = operation == DXGMAP_OPERATION_PIN || operation == DXGMAP_OPERATION_PIN2;
  return pin && pressure != NO_PRESSURE;
}

static void machine_ask(DXGK_QUERYADAPTERINFOTYPE type, UINT *index, PVOID answer, UINT bytes)
{
  DXGKARG_QUERYADAPTERINFO query;
  memset(&query, 0, sizeof(query));
  query.Type = type;
  query.pInputData = index;
  query.InputDataSize = index != NULL ? sizeof(*index) : 0;
  query.pOutputData = answer;
  query.OutputDataSize = bytes;
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiQueryAdapterInfo(now.context, &query));
}

/* The save area of each physical adapter, and what the driver can do, as it answers. */
static void machine_describe(dxgmap_adapter_description *d, uint64_t *save)
{
  DXGK_IOMMU_CAPS caps;
  memset(&caps, 0, sizeof(caps));
  for (UINT i = 0; i < d->physical_adapters; i++) {
    DXGK_FRAMEBUFFERSAVEAREA area;
    memset(&area, 0, sizeof(area));
    machine_ask(DXGKQAITYPE_FRAMEBUFFERSAVESIZE, &i, &area, sizeof(area));
    save[i] = area.MaximumSize;
  }
  machine_ask(DXGKQAITYPE_IOMMU_CAPS, NULL, &caps, sizeof(caps));
  d->save_bytes = save;
  d->capability = caps.DmaRemappingSupported ? DXGMAP_CAPABILITY_ADL : DXGMAP_CAPABILITY_MDL;
}

/* With remapping the domain is attached from the start; without it, now. */
static HANDLE machine_start_adapter(const machine *m, BOOLEAN remaps)
{
  uint64_t save[2] = {0, 0};
  dxgmap_resource_description range[2];
  dxgmap_adapter_description d;
  HANDLE adapter = NULL;
  memset(&d, 0, sizeof(d));
  for (UINT i = 0; i < m->physical_adapters; i++) {
    range[i].space = DXGMAP_RESOURCE_MEMORY;
    range[i].start = BOARD_START + i * BOARD_STRIDE;
    range[i].length = board_bytes(i);
  }
  d.physical_adapters = m->physical_adapters;
  d.resources = m->physical_adapters;
  d.resource = range;
  d.miniport_context = now.context;
  machine_describe(&d, save);
  d.mode = remaps ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &adapter));
  if (d.mode == DXGMAP_MODE_IDENTITY) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(adapter));
  }
  return adapter;
}

static void machine_start_driver(HANDLE adapter)
{
  DXGK_START_INFO start;
  DXGKRNL_INTERFACE dxgkrnl;
  ULONG sources = 0;
  ULONG children = 0;
  memset(&start, 0, sizeof(start));
  memset(&dxgkrnl, 0, sizeof(dxgkrnl));
  dxgkrnl.Size = sizeof(dxgkrnl);
  dxgkrnl.Version = DXGKDDI_INTERFACE_VERSION;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_interface(adapter, &dxgkrnl));
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiStartDevice(now.context, &start, &dxgkrnl, &sources, &children));
  now.started = true;
}

static void machine_stop_driver(void)
{
  dxgmap_set_pressure(NULL, NULL);
  now.statistics = SampleStatistics(now.context);
  now.started = false;
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiStopDevice(now.context));
}

static NTSTATUS machine_power(DEVICE_POWER_STATE state)
{
  return driver.DxgkDdiSetPowerState(now.context, DISPLAY_ADAPTER_HW_ID, state, PowerActionSleep);
}

/* Off and on. When nothing can be saved the driver must say so and stay on; otherwise the picture must come back. */
static void machine_sleep(const machine *m, const board *b)
{
  NTSTATUS down = machine_power(PowerDeviceD3);
  if (m->pressure == NOTHING_SUCCEEDS) {
    EXPECT("status of the power down", (UINT)STATUS_NO_MEMORY, (UINT)down);
  } else {
    EXPECT("status of the power down", STATUS_SUCCESS, (UINT)down);
    board_lose_power(b);
    EXPECT("status of the power up", STATUS_SUCCESS, (UINT)machine_power(PowerDeviceD0));
  }
  board_check(b);
}

/* From start to stop. */
static void machine_life(const machine *m, board *b, BOOLEAN remaps, int sleeps)
{
  uint64_t leaks = 1;
  b->physical_adapters = m->physical_adapters;
  b->adapter = machine_start_adapter(m, remaps);
  board_draw(b);
  machine_start_driver(b->adapter);
  dxgmap_set_pressure(machine_pressure, (void *)(uintptr_t)m);
  for (int k = 0; k < sleeps; k++) {
    machine_sleep(m, b);
  }
  machine_stop_driver();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(b->adapter, &leaks));
  EXPECT("leaks", 0, leaks);
  board_free(b);
}

static void machine_insert(const machine *m, board *b)
{
  SAMPLE_BOARD description;
  memset(&description, 0, sizeof(description));
  description.PhysicalAdapters = m->physical_adapters;
  description.UsesAddressDescriptorLists = m->way->uses_adl;
  description.PrefersContiguousLists = m->way->prefers_contiguous;
  description.Device = b;
  description.CopyOut = board_copy_out;
  description.CopyIn = board_copy_in;
  for (UINT i = 0; i < m->physical_adapters; i++) {
    description.FrameBufferSize[i] = board_bytes(i);
  }
  CHECK_EQ(STATUS_SUCCESS, SampleInsertBoard(now.context, &description));
}

static void machine_end(void)
{
  if (now.context != NULL) {
    (void)driver.DxgkDdiRemoveDevice(now.context);
  }
  now.context = NULL;
  board_free(&now.board);
  dxgmap_close();
}

#define ROW "%-23s %-5s %-11s %-27s"

static const char *const machine_pressures[] = {"none", "pins fail", "pins and large chunks fail",
                                                "nothing can be mapped"};

static void machine_show(const char *result)
{
  const machine *m = &now.machine;
  printf("  %-9u " ROW "%6u %12u %7u   %s\n", m->physical_adapters, m->way->pages, m->way->list, m->way->contiguous,
         machine_pressures[m->pressure], now.statistics.PinnedTransfers, now.statistics.ContiguousPins,
         now.statistics.Chunks, result);
}

/* The test: the picture is there, nothing leaked, and nothing was reported. */
static void machine_run(void)
{
  const machine *m = &now.machine;
  board *b = &now.board;
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.seed = m->seed;
  CHECK_EQ(STATUS_SUCCESS, DriverEntry(NULL, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiAddDevice(NULL, &now.context));
  machine_insert(m, b);
  if (m->way->remaps == m->way->remaps_later) {
    machine_life(m, b, m->way->remaps, 2);
  } else {
    machine_life(m, b, m->way->remaps, 1);
    machine_life(m, b, m->way->remaps_later, 1);
  }
  EXPECT("violations", 0, dxgmap_violations());
  machine_end();
  machine_show(m->pressure == NOTHING_SUCCEEDS ? "save refused, frame buffer kept" : "frame buffer came back");
  came_back++;
}

/* After a test that a check has ended: what the driver had no chance to give back is not its leak. */
static void machine_mend(void)
{
  if (now.started) {
    machine_stop_driver();
  }
  machine_end();
  machine_show("WRONG");
  went_wrong++;
}

static void machine_test(machine m)
{
  static char name[128];
  memset(&now, 0, sizeof(now));
  now.machine = m;
  (void)snprintf(name, sizeof(name), "adapters %u, pages %s, list %s, contiguous %s, pressure %s", m.physical_adapters,
                 m.way->pages, m.way->list, m.way->contiguous, machine_pressures[m.pressure]);
  harness_run(name, machine_run);
}

static void machine_test_all(void)
{
  uint64_t number = 0;
  printf("The sample miniport, off and on twice on each machine:\n");
  printf("  %-9s " ROW "%6s %12s %7s   %s\n", "adapters", "pages", "list", "contiguous", "pressure", "pinned",
         "in one range", "chunks", "what came of it");
  for (UINT physical = 1; physical <= 2; physical++) {
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
      for (int pressure = NO_PRESSURE; pressure <= NOTHING_SUCCEEDS; pressure++) {
        machine_test((machine){++number, physical, &ways[i], (enum pressure)pressure});
      }
    }
  }
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  machine_test_all();
  if (went_wrong == 0) {
    printf("Every frame buffer came back byte for byte or was kept, nothing leaked, nothing was misused.\n");
  } else {
    printf("%u of %u machines went wrong.\n", went_wrong, came_back + went_wrong);
  }
  return harness_end();
}
