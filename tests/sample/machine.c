/* SPDX-License-Identifier: MIT */
#include "machine.h"

#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "dxgmap.h"
#include "harness.h"

#define MACHINE_CHAIN 7u    /* ChainUid */
#define MACHINE_PULL_AT 20u /* pages, of which the first pinned transfer has more */

static DRIVER_INITIALIZATION_DATA driver;

/* A device, to which one handle of an adapter belongs; the first is the lead of a chain. */
typedef struct {
  PVOID context; /* of the driver's device */
  HANDLE adapter;
  bool started; /* by the driver */
} device;

/* The machine that runs. */
static struct {
  const machine *machine;
  board board;
  UINT devices;
  device device[BOARD_ADAPTERS];
  SAMPLE_STATISTICS statistics;
} now;

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

/* ---- What happens to the driver ---- */

static bool machine_pressure(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes, void *context)
{
  enum fate fate = ((const machine *)context)->fate;
  (void)index;
  (void)offset;
  if (operation == DXGMAP_OPERATION_MAP_POINTER) {
    return fate == NOTHING_SUCCEEDS || (fate == PINS_AND_LARGE_CHUNKS_FAIL && bytes > 4 * (uint64_t)PAGE_SIZE);
  }
  bool pin = operation == DXGMAP_OPERATION_PIN || operation == DXGMAP_OPERATION_PIN2;
  return pin && fate != ALL_WELL && fate != PULLED_OUT;
}

/* Inside a function of the driver, which learns of it at once. */
static void machine_pull(UINT index)
{
  const device *pulled = &now.device[now.board.chain ? index : 0];
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(pulled->adapter));
  CHECK_EQ(STATUS_SUCCESS, SampleNotifySurpriseRemoval(pulled->context, DxgkRemovalPnPNotify));
}

/* ---- Start ---- */

static void machine_ask(DXGK_QUERYADAPTERINFOTYPE type, UINT *index, PVOID answer, UINT bytes)
{
  DXGKARG_QUERYADAPTERINFO query;
  memset(&query, 0, sizeof(query));
  query.Type = type;
  query.pInputData = index;
  query.InputDataSize = index != NULL ? sizeof(*index) : 0;
  query.pOutputData = answer;
  query.OutputDataSize = bytes;
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiQueryAdapterInfo(now.device[0].context, &query));
}

/* The save area of each physical adapter, and what the driver can do, as it answers. */
static void machine_describe(dxgmap_adapter_description *d, uint64_t *save)
{
  DXGK_IOMMU_CAPS caps;
  memset(&caps, 0, sizeof(caps));
  for (UINT i = 0; i < d->physical_adapters && !d->linked; i++) {
    DXGK_FRAMEBUFFERSAVEAREA area;
    memset(&area, 0, sizeof(area));
    machine_ask(DXGKQAITYPE_FRAMEBUFFERSAVESIZE, &i, &area, sizeof(area));
    save[i] = area.MaximumSize;
  }
  machine_ask(DXGKQAITYPE_IOMMU_CAPS, NULL, &caps, sizeof(caps));
  d->save_bytes = d->linked ? NULL : save;
  d->capability = caps.DmaRemappingSupported ? DXGMAP_CAPABILITY_ADL : DXGMAP_CAPABILITY_MDL;
}

/* A device of a chain has its own frame buffer; else the one device has them all. */
static UINT machine_resources(dxgmap_resource_description *range, UINT number)
{
  UINT count = now.board.chain ? 1 : now.board.physical_adapters;
  for (UINT i = 0; i < count; i++) {
    range[i].space = DXGMAP_RESOURCE_MEMORY;
    range[i].start = board_start(&now.board, number + i);
    range[i].length = board_length(&now.board, number + i);
  }
  return count;
}

static void machine_start_adapter(UINT number, BOOLEAN remaps)
{
  uint64_t save[BOARD_ADAPTERS] = {0};
  dxgmap_resource_description range[BOARD_ADAPTERS];
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.linked = number != 0;
  d.physical_adapters = d.linked ? 1 : now.board.physical_adapters;
  d.resources = machine_resources(range, number);
  d.resource = range;
  d.miniport_context = now.device[number].context;
  machine_describe(&d, save);
  d.mode = remaps ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &now.device[number].adapter));
}

/* With remapping the domain is attached from the start; without it, now. */
static void machine_join(BOOLEAN remaps)
{
  for (UINT i = 1; i < now.devices; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_link(now.device[i].adapter, now.device[0].adapter, i));
  }
  if (!remaps) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(now.device[0].adapter));
  }
  for (UINT i = 0; i < now.board.physical_adapters; i++) {
    now.board.adapter[i] = now.device[now.board.chain ? i : 0].adapter;
  }
}

static void machine_start_driver(device *d)
{
  DXGK_START_INFO start;
  DXGKRNL_INTERFACE dxgkrnl;
  ULONG sources = 0;
  ULONG children = 0;
  memset(&start, 0, sizeof(start));
  memset(&dxgkrnl, 0, sizeof(dxgkrnl));
  dxgkrnl.Size = sizeof(dxgkrnl);
  dxgkrnl.Version = DXGKDDI_INTERFACE_VERSION;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_interface(d->adapter, &dxgkrnl));
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiStartDevice(d->context, &start, &dxgkrnl, &sources, &children));
  d->started = true;
}

/* The lead starts last. */
static void machine_start(BOOLEAN remaps)
{
  for (UINT i = now.devices; i > 0; i--) {
    machine_start_adapter(i - 1, remaps);
    if (i == 1) {
      machine_join(remaps);
      board_draw(&now.board);
    }
    machine_start_driver(&now.device[i - 1]);
  }
}

/* ---- Stop ---- */

static void machine_stop_driver(UINT number)
{
  device *d = &now.device[number];
  if (number == 0) {
    now.statistics = SampleStatistics(d->context);
  }
  d->started = false;
  CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiStopDevice(d->context));
}

/* The lead stops first. */
static void machine_stop(void)
{
  dxgmap_set_pressure(NULL, NULL);
  for (UINT i = 0; i < now.devices; i++) {
    uint64_t leaks = 1;
    machine_stop_driver(i);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(now.device[i].adapter, &leaks));
    EXPECT("leaks", 0, leaks);
  }
}

/* ---- Off and on ---- */

static NTSTATUS machine_power(UINT number, DEVICE_POWER_STATE state)
{
  return driver.DxgkDdiSetPowerState(now.device[number].context, DISPLAY_ADAPTER_HW_ID, state, PowerActionSleep);
}

/* The device has its power until the driver's function returns, and has it again before it is called. */
static void machine_off(UINT number)
{
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(now.device[number].adapter, PowerDeviceD3));
  for (UINT i = 0; i < now.board.physical_adapters; i++) {
    if (!now.board.chain || i == number) {
      board_lose_power(&now.board, i);
    }
  }
}

/* The lead goes first, and comes last. */
static void machine_off_and_on(void)
{
  for (UINT i = 0; i < now.devices; i++) {
    EXPECT_AT("status of the power down, device", i, STATUS_SUCCESS, (UINT)machine_power(i, PowerDeviceD3));
    machine_off(i);
  }
  for (UINT i = now.devices; i > 0; i--) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(now.device[i - 1].adapter, PowerDeviceD0));
    EXPECT_AT("status of the power up, device", i - 1, STATUS_SUCCESS, (UINT)machine_power(i - 1, PowerDeviceD0));
  }
}

/* When nothing can be saved the driver must say so and stay on; otherwise the picture must come back. */
static void machine_sleep(void)
{
  switch (now.machine->fate) {
  case NOTHING_SUCCEEDS:
    EXPECT("status of the power down", (UINT)STATUS_NO_MEMORY, (UINT)machine_power(0, PowerDeviceD3));
    break;
  case PULLED_OUT:
    EXPECT("status of the power down", (UINT)STATUS_DEVICE_REMOVED, (UINT)machine_power(0, PowerDeviceD3));
    EXPECT("pages that were copied when the driver gave up", MACHINE_PULL_AT, now.board.copies);
    return;
  default:
    machine_off_and_on();
    break;
  }
  board_check(&now.board);
}

/* From start to stop. */
static void machine_life(BOOLEAN remaps, int sleeps)
{
  machine_start(remaps);
  dxgmap_set_pressure(machine_pressure, (void *)(uintptr_t)now.machine);
  for (int k = 0; k < sleeps; k++) {
    machine_sleep();
  }
  machine_stop();
  board_free(&now.board);
}

/* ---- Devices ---- */

static void machine_insert(UINT number)
{
  const way *w = now.machine->way;
  board *b = &now.board;
  SAMPLE_BOARD description;
  memset(&description, 0, sizeof(description));
  description.PhysicalAdapters = b->chain ? 1 : b->physical_adapters;
  description.UsesAddressDescriptorLists = w->uses_adl;
  description.PrefersContiguousLists = w->prefers_contiguous;
  description.Device = b;
  description.CopyOut = board_copy_out;
  description.CopyIn = board_copy_in;
  for (UINT i = 0; i < description.PhysicalAdapters; i++) {
    description.FrameBufferSize[i] = board_bytes(b, number + i);
  }
  if (b->chain) {
    description.ChainUid = MACHINE_CHAIN;
    description.Links = b->physical_adapters;
    description.Link = number;
    description.Parts = board_parts(b, number, description.Part);
  }
  CHECK_EQ(STATUS_SUCCESS, SampleInsertBoard(now.device[number].context, &description));
}

static void machine_add(void)
{
  for (UINT i = 0; i < now.devices; i++) {
    LINKED_DEVICE linked = {0, 0, FALSE};
    CHECK_EQ(STATUS_SUCCESS, driver.DxgkDdiAddDevice(NULL, &now.device[i].context));
    machine_insert(i);
    if (now.board.chain) {
      CHECK_EQ(STATUS_SUCCESS, SampleLinkDevice(NULL, now.device[i].context, &linked));
      EXPECT_AT("chain of device", i, MACHINE_CHAIN, linked.ChainUid);
      EXPECT_AT("links in the chain of device", i, now.devices, linked.NumberOfLinksInChain);
      EXPECT_AT("leads, device", i, i == 0, linked.LeadLink);
    }
  }
}

static void machine_end(void)
{
  for (UINT i = 0; i < now.devices; i++) {
    if (now.device[i].context != NULL) {
      (void)driver.DxgkDdiRemoveDevice(now.device[i].context);
    }
    now.device[i].context = NULL;
  }
  board_free(&now.board);
  dxgmap_close();
}

static void machine_begin(const machine *m)
{
  memset(&now, 0, sizeof(now));
  now.machine = m;
  now.devices = m->chain ? m->physical_adapters : 1;
  now.board.chain = m->chain;
  now.board.physical_adapters = m->physical_adapters;
  if (m->fate == PULLED_OUT) { /* the lead while it is saved itself, first of all */
    now.board.pull_at = MACHINE_PULL_AT;
    now.board.pull = machine_pull;
  }
}

void machine_run(const machine *m)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.seed = m->seed;
  machine_begin(m);
  CHECK_EQ(STATUS_SUCCESS, DriverEntry(NULL, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(&d));
  machine_add();
  if (m->way->remaps == m->way->remaps_later) {
    machine_life(m->way->remaps, m->fate == PULLED_OUT ? 1 : 2);
  } else {
    machine_life(m->way->remaps, 1);
    machine_life(m->way->remaps_later, 1);
  }
  EXPECT("violations", 0, dxgmap_violations());
  EXPECT("warnings", 0, dxgmap_reports(DXGMAP_SEVERITY_WARNING));
  machine_end();
}

void machine_mend(void)
{
  for (UINT i = 0; i < now.devices; i++) {
    if (now.device[i].started) {
      dxgmap_set_pressure(NULL, NULL);
      machine_stop_driver(i);
    }
  }
  machine_end();
}

SAMPLE_STATISTICS machine_statistics(void)
{
  return now.statistics;
}
