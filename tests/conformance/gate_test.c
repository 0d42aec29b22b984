/* SPDX-License-Identifier: MIT */
/* What every callback has in common: spec/clauses/gate.md. */
#include <string.h>

#include "expect.h"

static _Alignas(4096) char gate_memory[PAGE_SIZE];
static PMDL gate_mdl;
static PVOID gate_extension;

static NTSTATUS gate_pin(HANDLE which)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE a = {0, PAGE_SIZE, NULL};
  return DxgkCbPinFrameBufferForSave(which, &a);
}

static NTSTATUS gate_pin2(HANDLE which)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 a;
  memset(&a, 0, sizeof(a));
  a.CommitSize = PAGE_SIZE;
  return DxgkCbPinFrameBufferForSave2(which, &a);
}

static NTSTATUS gate_unpin(HANDLE which)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE a = {0};
  return DxgkCbUnpinFrameBufferForSave(which, &a);
}

static NTSTATUS gate_map_pointer(HANDLE which)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER a = {0, PAGE_SIZE, 0, NULL};
  return DxgkCbMapFrameBufferPointer(which, &a);
}

static NTSTATUS gate_unmap_pointer(HANDLE which)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER a = {0, NULL};
  return DxgkCbUnmapFrameBufferPointer(which, &a);
}

static NTSTATUS gate_map_mdl(HANDLE which)
{
  DXGKARGCB_MAPMDLTOIOMMU a = {gate_mdl, NULL};
  return DxgkCbMapMdlToIoMmu(which, &a);
}

/* It returns nothing: the status is the one in the report. */
static NTSTATUS gate_unmap_mdl(HANDLE which)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU a = {NULL};
  DxgkCbUnmapMdlFromIoMmu(which, &a);
  return reports.status;
}

static NTSTATUS gate_allocate_pages(HANDLE which)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL a;
  memset(&a, 0, sizeof(a));
  a.HighAddress.QuadPart = -1;
  a.TotalBytes = PAGE_SIZE;
  return DxgkCbAllocatePagesForMdl(which, &a);
}

static NTSTATUS gate_free_pages(HANDLE which)
{
  DXGKARGCB_FREEPAGESFROMMDL a = {NULL};
  return DxgkCbFreePagesFromMdl(which, &a);
}

static NTSTATUS gate_allocate_contiguous(HANDLE which)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY a;
  memset(&a, 0, sizeof(a));
  a.HighestAcceptableAddress.QuadPart = -1;
  a.NumberOfBytes = PAGE_SIZE;
  return DxgkCbAllocateContiguousMemory(which, &a);
}

static NTSTATUS gate_free_contiguous(HANDLE which)
{
  DXGKARGCB_FREECONTIGUOUSMEMORY a = {NULL};
  return DxgkCbFreeContiguousMemory(which, &a);
}

static NTSTATUS gate_open_object(HANDLE which)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT a = {NULL, which, NULL};
  return DxgkCbOpenPhysicalMemoryObject(&a);
}

static NTSTATUS gate_map_memory(HANDLE which)
{
  PVOID address = NULL;
  return DxgkCbMapMemory(which, physical(MEMORY_START), 1, FALSE, FALSE, MmCached, &address);
}

static NTSTATUS gate_unmap_memory(HANDLE which)
{
  return DxgkCbUnmapMemory(which, NULL);
}

static NTSTATUS gate_information(HANDLE which)
{
  DXGK_DEVICE_INFO info;
  return DxgkCbGetDeviceInformation(which, &info);
}

/* The video port takes an extension; its adapter is the first one. */
static PVOID gate_extension_of(HANDLE which)
{
  return which == adapter ? gate_extension : &gate_extension;
}

static NTSTATUS gate_video_map(HANDLE which)
{
  ULONG length = 1;
  ULONG space = 0;
  PVOID address = NULL;
  return VideoPortMapMemory(gate_extension_of(which), physical(MEMORY_START), &length, &space, &address);
}

static NTSTATUS gate_video_unmap(HANDLE which)
{
  return VideoPortUnmapMemory(gate_extension_of(which), NULL, NULL);
}

static const struct {
  NTSTATUS (*call)(HANDLE which);
  KIRQL limit;
  int video;
} gate_callbacks[] = {
    {gate_pin, APC_LEVEL, 0},
    {gate_pin2, APC_LEVEL, 0},
    {gate_unpin, APC_LEVEL, 0},
    {gate_map_pointer, APC_LEVEL, 0},
    {gate_unmap_pointer, APC_LEVEL, 0},
    {gate_map_mdl, APC_LEVEL, 0},
    {gate_unmap_mdl, APC_LEVEL, 0},
    {gate_allocate_pages, APC_LEVEL, 0},
    {gate_free_pages, APC_LEVEL, 0},
    {gate_allocate_contiguous, APC_LEVEL, 0},
    {gate_free_contiguous, APC_LEVEL, 0},
    {gate_open_object, APC_LEVEL, 0},
    {gate_map_memory, PASSIVE_LEVEL, 0},
    {gate_unmap_memory, PASSIVE_LEVEL, 0},
    {gate_information, PASSIVE_LEVEL, 0},
    {gate_video_map, PASSIVE_LEVEL, 1},
    {gate_video_unmap, PASSIVE_LEVEL, 1},
};

#define GATE_CALLBACKS RTL_NUMBER_OF(gate_callbacks)

static void gate_open(void)
{
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 8, NULL, &gate_extension));
  gate_mdl = IoAllocateMdl(gate_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(gate_mdl, KernelMode, IoReadAccess);
}

static void gate_close(void)
{
  MmUnlockPages(gate_mdl);
  IoFreeMdl(gate_mdl);
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

static void gate_refuses(size_t i, HANDLE which, NTSTATUS status, uint32_t cause)
{
  NTSTATUS one = gate_callbacks[i].call == gate_information ? STATUS_INVALID_PARAMETER : status; /* all it knows */
  CHECK_CALL(gate_callbacks[i].video ? ERROR_INVALID_PARAMETER : one, cause, gate_callbacks[i].call(which));
}

static void gate_knows_its_adapters(void)
{
  gate_open();
  HANDLE stopped = machine_adapter(NULL, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(stopped, NULL));
  const HANDLE wrong[] = {NULL, stopped, (HANDLE)(uintptr_t)1, (HANDLE)(uintptr_t)UINT64_MAX, &gate_mdl};
  for (size_t i = 0; i < GATE_CALLBACKS; i++) {
    for (size_t k = 0; k < RTL_NUMBER_OF(wrong); k++) {
      gate_refuses(i, wrong[k], STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER);
    }
  }
  gate_close();
}

static void gate_knows_its_irql(void)
{
  gate_open();
  for (size_t i = 0; i < GATE_CALLBACKS; i++) {
    KIRQL old = irql_raise((KIRQL)(gate_callbacks[i].limit + 1));
    gate_refuses(i, adapter, STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL);
    (void)irql_raise(HIGH_LEVEL);
    gate_refuses(i, adapter, STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL);
    KeLowerIrql(old);
  }
  gate_close();
}

/* The WDK annotates all of them so. */
static void gate_may_be_strict(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.strict_irql = true;
  machine_open_with(&d);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 8, NULL, &gate_extension));
  gate_mdl = IoAllocateMdl(gate_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(gate_mdl, KernelMode, IoReadAccess);
  KIRQL old = irql_raise(APC_LEVEL);
  for (size_t i = 0; i < GATE_CALLBACKS; i++) {
    gate_refuses(i, adapter, STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL);
    CHECK_TEXT("the IRQL is APC_LEVEL, and strict_irql allows PASSIVE_LEVEL alone", reports.detail);
  }
  MmUnlockPages(gate_mdl); /* a function of the memory manager: it is none of the family */
  CHECK_EQ(0, (uint32_t)(gate_mdl->MdlFlags & MDL_PAGES_LOCKED));
  MmProbeAndLockPages(gate_mdl, KernelMode, IoReadAccess);
  KeLowerIrql(old);
  CHECK_OK(gate_pin(adapter));
  CHECK_OK(gate_unpin(adapter));
  gate_close();
}

/* EXCL-2, INFO-7. */
static void gate_is_shut_in_exclusive_access(void)
{
  gate_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  for (size_t i = 0; i < GATE_CALLBACKS; i++) {
    if (gate_callbacks[i].limit == PASSIVE_LEVEL) { /* those touch no domain */
      continue;
    }
    gate_refuses(i, adapter, STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE);
    CHECK_EQ(DXGMAP_SEVERITY_ERROR, reports.severity);
  }
  PVOID at = NULL;
  CHECK_OK(gate_information(adapter));
  CHECK_OK(DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &at));
  CHECK_OK(DxgkCbUnmapMemory(adapter, at));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  gate_close();
}

/* Where the harness is not strict, what touches the domain is done, with a warning. */
static void gate_may_be_open_in_exclusive_access(void)
{
  machine_lenient = 1;
  gate_open();
  machine_lenient = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_EXCLUSIVE, gate_pin(adapter));
  CHECK_EQ(DXGMAP_SEVERITY_WARNING, reports.severity);
  CHECK_EQ(1, machine_live(adapter));
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_EXCLUSIVE, gate_unpin(adapter));
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, gate_unpin(adapter));
  CHECK_OK(gate_information(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  CHECK_EQ(1, dxgmap_violations());
  CHECK_EQ(2, dxgmap_reports(DXGMAP_SEVERITY_WARNING));
  CHECK_OK(gate_pin(adapter));
  CHECK_OK(gate_unpin(adapter));
  gate_close();
}

/* The IRQL is judged before exclusive access, and the adapter before both. GATE-8. */
static void gate_causes_have_an_order(void)
{
  gate_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  KIRQL old = irql_raise(DISPATCH_LEVEL);
  for (size_t i = 0; i < GATE_CALLBACKS; i++) {
    gate_refuses(i, NULL, STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER);
    gate_refuses(i, adapter, STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL);
  }
  KeLowerIrql(old);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  gate_close();
}

void gate_tests(void);
void gate_tests(void)
{
  RUN(gate_knows_its_adapters);
  RUN(gate_knows_its_irql);
  RUN(gate_may_be_strict);
  RUN(gate_is_shut_in_exclusive_access);
  RUN(gate_may_be_open_in_exclusive_access);
  RUN(gate_causes_have_an_order);
}
