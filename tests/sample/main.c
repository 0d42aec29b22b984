/* SPDX-License-Identifier: MIT */
/* The harness of the sample miniport: it plays Dxgkrnl and the hardware, turns the adapter off and on, and compares the
   frame buffer byte for byte. One line for each machine; the exit code is 0 when every frame buffer came back. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dxgmap.h"
#include "miniport.h"

#define BOARD_START 0x800000000ULL /* physical address of the first frame buffer */
#define BOARD_STRIDE 0x10000000ULL /* between those of two physical adapters */
#define BOARD_PAGES 45u            /* of the first; the second has a few more */

/* What memory pressure does to the driver. */
enum pressure { NO_PRESSURE, PINS_FAIL, PINS_AND_LARGE_CHUNKS_FAIL, NOTHING_SUCCEEDS };

/* How the driver gets at system memory. */
typedef struct {
  const char *mode;
  const char *list;
  const char *contiguous; /* whether it asks for lists that are one range */
  BOOLEAN remaps;
  BOOLEAN uses_adl;
  BOOLEAN prefers_contiguous;
} way;

static const way ways[] = {
    {"identity", "MDL", "-", FALSE, FALSE, FALSE},
    {"identity", "ADL", "preferred", FALSE, TRUE, TRUE},
    {"remapping", "ADL", "not asked", TRUE, TRUE, FALSE},
    {"remapping", "ADL", "preferred", TRUE, TRUE, TRUE},
};

typedef struct {
  uint64_t seed; /* of what Dxgkrnl chooses, such as whether a list that may be one range is one */
  UINT physical_adapters;
  const way *way;
  enum pressure pressure;
} machine;

/* The hardware: the frame buffers, which lose their bytes without power. */
typedef struct {
  HANDLE adapter;
  UINT physical_adapters;
  PUCHAR frame_buffer[2];
  PUCHAR expected[2];
} board;

static DRIVER_INITIALIZATION_DATA driver;

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

/* ---- The hardware ---- */

static SIZE_T board_bytes(UINT index)
{
  return (SIZE_T)(BOARD_PAGES + 8 * index) * PAGE_SIZE;
}

static NTSTATUS board_copy_out(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset,
                               PFN_NUMBER LogicalPage)
{
  const board *b = Device;
  const UCHAR *from = b->frame_buffer[PhysicalAdapterIndex] + FrameBufferOffset;
  uint32_t cause = dxgmap_device_write(b->adapter, LogicalPage * PAGE_SIZE, from, PAGE_SIZE, NULL);
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : STATUS_ADAPTER_HARDWARE_ERROR;
}

static NTSTATUS board_copy_in(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset,
                              PFN_NUMBER LogicalPage)
{
  const board *b = Device;
  PUCHAR to = b->frame_buffer[PhysicalAdapterIndex] + FrameBufferOffset;
  uint32_t cause = dxgmap_device_read(b->adapter, LogicalPage * PAGE_SIZE, to, PAGE_SIZE, NULL);
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : STATUS_ADAPTER_HARDWARE_ERROR;
}

/* Draws a picture that differs in every page, and remembers it. */
static int board_draw(board *b)
{
  UCHAR value = 1;
  for (UINT i = 0; i < b->physical_adapters; i++) {
    b->frame_buffer[i] = dxgmap_device_memory(b->adapter, BOARD_START + i * BOARD_STRIDE, board_bytes(i));
    b->expected[i] = malloc(board_bytes(i));
    if (b->frame_buffer[i] == NULL || b->expected[i] == NULL) {
      return 0;
    }
    for (SIZE_T k = 0; k < board_bytes(i); k++) {
      value = (UCHAR)(value * 5 + (UCHAR)(k / PAGE_SIZE) + 3);
      b->expected[i][k] = value;
    }
    memcpy(b->frame_buffer[i], b->expected[i], board_bytes(i));
  }
  return 1;
}

static void board_lose_power(const board *b)
{
  for (UINT i = 0; i < b->physical_adapters; i++) {
    memset(b->frame_buffer[i], 0, board_bytes(i));
  }
}

static int board_intact(const board *b)
{
  for (UINT i = 0; i < b->physical_adapters; i++) {
    if (memcmp(b->frame_buffer[i], b->expected[i], board_bytes(i)) != 0) {
      return 0;
    }
  }
  return 1;
}

static void board_free(const board *b)
{
  free(b->expected[0]);
  free(b->expected[1]);
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

static int machine_ask(PVOID context, DXGK_QUERYADAPTERINFOTYPE type, UINT *index, PVOID answer, UINT bytes)
{
  DXGKARG_QUERYADAPTERINFO query;
  memset(&query, 0, sizeof(query));
  query.Type = type;
  query.pInputData = index;
  query.InputDataSize = index != NULL ? sizeof(*index) : 0;
  query.pOutputData = answer;
  query.OutputDataSize = bytes;
  return NT_SUCCESS(driver.DxgkDdiQueryAdapterInfo(context, &query));
}

/* The save area of each physical adapter, and the mode, as the driver asks for them. */
static int machine_describe(PVOID context, dxgmap_adapter_description *d, uint64_t *save)
{
  DXGK_IOMMU_CAPS caps;
  memset(&caps, 0, sizeof(caps));
  for (UINT i = 0; i < d->physical_adapters; i++) {
    DXGK_FRAMEBUFFERSAVEAREA area;
    memset(&area, 0, sizeof(area));
    if (!machine_ask(context, DXGKQAITYPE_FRAMEBUFFERSAVESIZE, &i, &area, sizeof(area))) {
      return 0;
    }
    save[i] = area.MaximumSize;
  }
  if (!machine_ask(context, DXGKQAITYPE_IOMMU_CAPS, NULL, &caps, sizeof(caps))) {
    return 0;
  }
  d->save_bytes = save;
  d->mode = caps.DmaRemappingSupported ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  return 1;
}

/* With remapping the domain is attached from the start; without it, now. */
static uint32_t machine_start_adapter(const machine *m, PVOID context, HANDLE *adapter)
{
  uint64_t save[2] = {0, 0};
  dxgmap_resource_description range[2];
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  for (UINT i = 0; i < m->physical_adapters; i++) {
    range[i].space = DXGMAP_RESOURCE_MEMORY;
    range[i].start = BOARD_START + i * BOARD_STRIDE;
    range[i].length = board_bytes(i);
  }
  d.physical_adapters = m->physical_adapters;
  d.resources = m->physical_adapters;
  d.resource = range;
  d.miniport_context = context;
  if (!machine_describe(context, &d, save)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_adapter_start(&d, adapter);
  if (cause == DXGMAP_CAUSE_NONE && d.mode == DXGMAP_MODE_IDENTITY) {
    cause = dxgmap_adapter_attach(*adapter);
  }
  return cause;
}

static NTSTATUS machine_start_driver(PVOID context, HANDLE adapter)
{
  DXGK_START_INFO start;
  DXGKRNL_INTERFACE dxgkrnl;
  ULONG sources = 0;
  ULONG children = 0;
  memset(&start, 0, sizeof(start));
  memset(&dxgkrnl, 0, sizeof(dxgkrnl));
  dxgkrnl.Size = sizeof(dxgkrnl);
  dxgkrnl.Version = DXGKDDI_INTERFACE_VERSION;
  if (dxgmap_adapter_interface(adapter, &dxgkrnl) != DXGMAP_CAUSE_NONE) {
    return STATUS_UNSUCCESSFUL;
  }
  return driver.DxgkDdiStartDevice(context, &start, &dxgkrnl, &sources, &children);
}

static NTSTATUS machine_power(PVOID context, DEVICE_POWER_STATE state)
{
  return driver.DxgkDdiSetPowerState(context, DISPLAY_ADAPTER_HW_ID, state, PowerActionSleep);
}

/* Off and on. When nothing can be saved the driver must say so and stay on; otherwise the picture must come back. */
static int machine_sleep(const machine *m, const board *b, PVOID context)
{
  NTSTATUS down = machine_power(context, PowerDeviceD3);
  if (m->pressure == NOTHING_SUCCEEDS) {
    return down == STATUS_NO_MEMORY && board_intact(b);
  }
  if (!NT_SUCCESS(down)) {
    return 0;
  }
  board_lose_power(b);
  return NT_SUCCESS(machine_power(context, PowerDeviceD0)) && board_intact(b);
}

static int machine_run_driver(const machine *m, board *b, PVOID context, SAMPLE_STATISTICS *seen)
{
  if (!board_draw(b) || !NT_SUCCESS(machine_start_driver(context, b->adapter))) {
    return 0;
  }
  dxgmap_set_pressure(machine_pressure, (void *)(uintptr_t)m);
  int good = machine_sleep(m, b, context) && machine_sleep(m, b, context);
  dxgmap_set_pressure(NULL, NULL);
  *seen = SampleStatistics(context);
  return NT_SUCCESS(driver.DxgkDdiStopDevice(context)) && good;
}

static int machine_insert(const machine *m, board *b, PVOID context)
{
  SAMPLE_BOARD description;
  memset(&description, 0, sizeof(description));
  description.PhysicalAdapters = m->physical_adapters;
  description.UsesDmaRemapping = m->way->remaps;
  description.UsesAddressDescriptorLists = m->way->uses_adl;
  description.PrefersContiguousLists = m->way->prefers_contiguous;
  description.Device = b;
  description.CopyOut = board_copy_out;
  description.CopyIn = board_copy_in;
  for (UINT i = 0; i < m->physical_adapters; i++) {
    description.FrameBufferSize[i] = board_bytes(i);
  }
  return NT_SUCCESS(SampleInsertBoard(context, &description));
}

/* 1 when the driver did well: the picture is there, nothing leaked, and nothing was reported. */
static int machine_run(const machine *m, SAMPLE_STATISTICS *seen)
{
  board b;
  PVOID context = NULL;
  uint64_t leaks = 1;
  dxgmap_system_description d;
  memset(&b, 0, sizeof(b));
  b.physical_adapters = m->physical_adapters;
  memset(&d, 0, sizeof(d));
  d.seed = m->seed;
  if (dxgmap_open(&d) != DXGMAP_CAUSE_NONE) {
    return 0;
  }
  int good = NT_SUCCESS(driver.DxgkDdiAddDevice(NULL, &context)) && machine_insert(m, &b, context) &&
             machine_start_adapter(m, context, &b.adapter) == DXGMAP_CAUSE_NONE;
  if (good) {
    good = machine_run_driver(m, &b, context, seen);
    good = dxgmap_adapter_stop(b.adapter, &leaks) == DXGMAP_CAUSE_NONE && leaks == 0 && good;
    good = dxgmap_violations() == 0 && good;
  }
  if (context != NULL) {
    (void)driver.DxgkDdiRemoveDevice(context);
  }
  board_free(&b);
  dxgmap_close();
  return good;
}

static const char *machine_result(const machine *m, int good)
{
  if (!good) {
    return "WRONG";
  }
  return m->pressure == NOTHING_SUCCEEDS ? "save refused, frame buffer kept" : "frame buffer came back";
}

#define ROW "%-10s %-5s %-11s %-27s"

static int machine_show(const machine *m)
{
  static const char *const pressures[] = {"none", "pins fail", "pins and large chunks fail", "nothing can be mapped"};
  SAMPLE_STATISTICS seen;
  memset(&seen, 0, sizeof(seen));
  int good = machine_run(m, &seen);
  printf("  %-9u " ROW "%6u %12u %7u   %s\n", m->physical_adapters, m->way->mode, m->way->list, m->way->contiguous,
         pressures[m->pressure], seen.PinnedTransfers, seen.ContiguousPins, seen.Chunks, machine_result(m, good));
  return good;
}

static int machine_show_all(void)
{
  int wrong = 0;
  uint64_t number = 0;
  printf("The sample miniport, off and on twice on each machine:\n");
  printf("  %-9s " ROW "%6s %12s %7s   %s\n", "adapters", "mode", "list", "contiguous", "pressure", "pinned",
         "in one range", "chunks", "what came of it");
  for (UINT physical = 1; physical <= 2; physical++) {
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
      for (int pressure = NO_PRESSURE; pressure <= NOTHING_SUCCEEDS; pressure++) {
        machine m = {++number, physical, &ways[i], (enum pressure)pressure};
        wrong += machine_show(&m) ? 0 : 1;
      }
    }
  }
  return wrong;
}

int main(void)
{
  if (!NT_SUCCESS(DriverEntry(NULL, NULL))) {
    return 1;
  }
  int wrong = machine_show_all();
  if (wrong == 0) {
    printf("Every frame buffer came back byte for byte or was kept, nothing leaked, nothing was misused.\n");
  } else {
    printf("%d machines went wrong.\n", wrong);
  }
  return wrong != 0;
}
