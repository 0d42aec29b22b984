/* SPDX-License-Identifier: MIT */
#include "ddi/call/status.h"

#include "ddi/call/operation.h"
#include "core/base/status.h"

/* The one place where a cause meets its NTSTATUS. spec/status.md says the same; the conformance tests compare. */

#define DXGMAP_DDI_MEMORY_ANALOGUE "bug check 0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR"
#define DXGMAP_DDI_VERIFIER "bug check 0xC4 DRIVER_VERIFIER_DETECTED_VIOLATION"

static const dxgmap_ddi_cause dxgmap_ddi_causes[] = {
    {DXGMAP_CAUSE_NONE, "DXGMAP_OK", STATUS_SUCCESS, DXGMAP_DDI_ANSWER, "the call succeeded", "", "", ""},
    {DXGMAP_CAUSE_BAD_ADAPTER, "DXGMAP_BAD_ADAPTER", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the adapter handle is not that of a started adapter's lead device", "GATE-1 (G1, D1; decision 22)",
     "T-ISO, T-ATOM", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_IRQL, "DXGMAP_BAD_IRQL", STATUS_INVALID_DEVICE_REQUEST, DXGMAP_DDI_VIOLATION,
     "the call was made above the IRQL limit of the operation", "GATE-2 (G2; decision 5)", "T-COMP, T-ATOM",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_EXCLUSIVE, "DXGMAP_EXCLUSIVE", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_VIOLATION,
     "the call was made between begin and end of exclusive access", "GATE-3 (G5; decision 20)", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_KIND, "DXGMAP_BAD_KIND", STATUS_INVALID_PARAMETER, DXGMAP_DDI_HARNESS,
     "the operation has no mapping of this kind", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_INDEX, "DXGMAP_BAD_INDEX", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "there is no such physical adapter in the chain", "decision 18", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_SAVE_AREA, "DXGMAP_NO_SAVE_AREA", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the physical adapter declared a save area of size zero", "S2, S9, decision 18", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_SIZE, "DXGMAP_BAD_SIZE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "a size or offset is zero where it must not be, not a multiple of the page, overflows, or is not the one that "
     "came out",
     "S3, F1, decision 18", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_TOO_LARGE, "DXGMAP_TOO_LARGE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the range ends beyond the save area or the object, or beyond what an MDL can describe",
     "S3, A1, decisions 4 and 17", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_PINNED, "DXGMAP_PINNED", STATUS_RESOURCE_IN_USE, DXGMAP_DDI_VIOLATION,
     "the save area is pinned already; it must be unpinned first", "S7, decision 2", "T-EXCL, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_PINNED, "DXGMAP_NOT_PINNED", STATUS_NOT_LOCKED, DXGMAP_DDI_VIOLATION,
     "the save area is not pinned, so there is nothing to unpin", "S7, decision 2", "T-ONCE, T-ATOM",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_COUNT, "DXGMAP_BAD_COUNT", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the page list is empty or does not have the size asked for", "M1, W1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_PAGE, "DXGMAP_BAD_PAGE", STATUS_INVALID_ADDRESS, DXGMAP_DDI_VIOLATION,
     "a page number lies beyond physical memory", "M1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_HANDLE, "DXGMAP_BAD_HANDLE", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the handle is not that of a live mapping or object of this kind on this adapter", "G3, M4, A2, decision 22",
     "T-ONCE, T-UAU, T-ISO", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_ADDRESS, "DXGMAP_BAD_ADDRESS", STATUS_NOT_MAPPED_VIEW, DXGMAP_DDI_VIOLATION,
     "no live view that this call may release lies at the address, or I/O space does not begin on a page",
     "F3, D3, V6, decision 3", "T-ONCE, T-UAU", "bug check 0xDA SYSTEM_PTE_MISUSE"},
    {DXGMAP_CAUSE_BAD_PROCESS, "DXGMAP_BAD_PROCESS", STATUS_ACCESS_DENIED, DXGMAP_DDI_VIOLATION,
     "the view belongs to another process than the one named or running", "D2, V3, V7, decisions 29 and 35",
     "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_SPACE, "DXGMAP_BAD_SPACE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the range is neither in memory space nor in I/O space", "D2", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_OWNED, "DXGMAP_NOT_OWNED", STATUS_RANGE_NOT_FOUND, DXGMAP_DDI_VIOLATION,
     "the range is not inside a resource of the adapter", "D1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_CACHE_CONFLICT, "DXGMAP_CACHE_CONFLICT", STATUS_CONFLICTING_ADDRESSES, DXGMAP_DDI_VIOLATION,
     "the cache type of the view does not suit the physical range, or another live view of it",
     "V4, decisions 34 and 76", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_PLACE_TAKEN, "DXGMAP_PLACE_TAKEN", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "the window has no free place at the pages offered", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_PRESSURE, "DXGMAP_PRESSURE", STATUS_NO_MEMORY, DXGMAP_DDI_REFUSAL,
     "memory pressure: the pages cannot be locked now", "S5, S6", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_SLOT, "DXGMAP_NO_SLOT", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "no mapping handle is left", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_RANGE, "DXGMAP_NO_RANGE", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "no free run of capture cells, or of logical pages, holds the page list", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_ADAPTER, "DXGMAP_NO_ADAPTER", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_HARNESS,
     "the adapter table is full", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NO_COMMIT, "DXGMAP_NO_COMMIT", STATUS_COMMITMENT_LIMIT, DXGMAP_DDI_HARNESS,
     "the commit limit does not hold the save areas", "S2, decision 21", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_VISIBLE, "DXGMAP_NOT_VISIBLE", STATUS_NOT_SUPPORTED, DXGMAP_DDI_HARNESS,
     "the adapter's visible bounds do not reach all installed memory", "G11, decision 21", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_RESOURCE, "DXGMAP_BAD_RESOURCE", STATUS_DEVICE_CONFIGURATION_ERROR, DXGMAP_DDI_HARNESS,
     "the resource list is malformed", "D1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_ATTACHED, "DXGMAP_ATTACHED", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "the domain is attached already and cannot be attached again", "G6, decision 20", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_EXCLUSIVE, "DXGMAP_NOT_EXCLUSIVE", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "exclusive access ends without having begun", "G5", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BLOCKED, "DXGMAP_BLOCKED", STATUS_ACCESS_VIOLATION, DXGMAP_DDI_VIOLATION,
     "the device reached a logical page that is not mapped; the access was blocked", "G10", "T-UAU, T-ISO",
     "bug check 0xE6/26 DRIVER_VERIFIER_DMA_VIOLATION, 0x158 or 0x159 ILLEGAL_IOMMU_PAGE_FAULT"},
    {DXGMAP_CAUSE_BYPASS, "DXGMAP_BYPASS", STATUS_SUCCESS, DXGMAP_DDI_ANSWER,
     "the domain is not attached: the access is not checked", "decisions 20 and 31", "", ""},
    {DXGMAP_CAUSE_NO_MORE, "DXGMAP_NO_MORE", STATUS_NO_MORE_ENTRIES, DXGMAP_DDI_ANSWER,
     "the cursor is past the last live mapping", "", "T-LEAK", ""},
    {DXGMAP_CAUSE_BAD_MODE, "DXGMAP_BAD_MODE", STATUS_NOT_SUPPORTED, DXGMAP_DDI_VIOLATION,
     "the callback is not for the adapter's driver, or the start names what no machine does", "G8, S8; decision 16",
     "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BOUND, "DXGMAP_BOUND", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the object was created with an adapter, so it is not for Open", "P2", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_OPENED, "DXGMAP_OPENED", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_VIOLATION,
     "the object is open for an adapter already", "P2", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_IN_USE, "DXGMAP_IN_USE", STATUS_RESOURCE_IN_USE, DXGMAP_DDI_VIOLATION,
     "an ADL, a view or an adapter object of it is still live", "P3, P4", "T-COMP, T-ATOM", DXGMAP_DDI_MEMORY_ANALOGUE},
    {DXGMAP_CAUSE_NOT_OF_OBJECT, "DXGMAP_NOT_OF_OBJECT", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the ADL, view or adapter object belongs to another object", "P3, P10", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_FLAGS, "DXGMAP_BAD_FLAGS", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "objects of this type have no contiguous ADL, or no view in user mode", "P5, P11", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_LEAD, "DXGMAP_NOT_LEAD", STATUS_INVALID_HANDLE, DXGMAP_DDI_VIOLATION,
     "the call is for the lead of a chain of linked adapters, and the adapter is not, or has none",
     "GATE-11 (G1, L3; decision 83)", "T-COMP, T-ISO", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_LINKED, "DXGMAP_LINKED", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "the adapter is of a chain already, or is no linked one", "L1, decision 83", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_REMOVED, "DXGMAP_REMOVED", STATUS_DEVICE_REMOVED, DXGMAP_DDI_REFUSAL,
     "the device was pulled out: nothing more is acquired on it, and it reaches no memory", "", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_ASLEEP, "DXGMAP_ASLEEP", STATUS_POWER_STATE_INVALID, DXGMAP_DDI_VIOLATION,
     "the device reached for memory in a power state in which it must not", "E1, decision 84", "T-COMP, T-UAU",
     "bug check 0x158 or 0x159 ILLEGAL_IOMMU_PAGE_FAULT"},
    {DXGMAP_CAUSE_BAD_POWER, "DXGMAP_BAD_POWER", STATUS_INVALID_PARAMETER, DXGMAP_DDI_HARNESS,
     "there is no such power state", "E1", "T-COMP, T-ATOM", ""},
    {DXGMAP_CAUSE_BAD_ARGUMENT, "DXGMAP_BAD_ARGUMENT", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "an argument breaks a rule of the page: a null pointer, a reserved bit, a skip, a boundary, a size, or an MDL "
     "that is neither locked nor built",
     "decisions 18, 23 and 33", "T-ATOM", ""},
    {DXGMAP_CAUSE_NO_HOST, "DXGMAP_NO_HOST", STATUS_INSUFFICIENT_RESOURCES, DXGMAP_DDI_REFUSAL,
     "the host could not give memory, frames, an address or a record", "", "T-ATOM", ""},
    {DXGMAP_CAUSE_NOT_MODELLED, "DXGMAP_NOT_MODELLED", STATUS_NOT_SUPPORTED, DXGMAP_DDI_VIOLATION,
     "the callback is not modelled", "decision 16", "", ""},
    {DXGMAP_CAUSE_NOT_OPEN, "DXGMAP_NOT_OPEN", STATUS_INVALID_DEVICE_STATE, DXGMAP_DDI_HARNESS,
     "the system is not open, or is open already", "", "", ""},
    {DXGMAP_CAUSE_LEAK, "DXGMAP_LEAK", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a mapping or object is still live at stop or at the end", "STOP-4, STOP-8, STOP-9, G3, D4", "T-LEAK",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_LIVE_AT_END, "DXGMAP_LIVE_AT_END", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a video port mapping lives when its adapter ends, though its range was mapped again", "VIDEO-7, decision 13",
     "T-LEAK", ""},
    {DXGMAP_CAUSE_MAPPED_AGAIN, "DXGMAP_MAPPED_AGAIN", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the range is mapped again by the same call while its first map lives", "VIDEO-16, decision 62", "", ""},
    {DXGMAP_CAUSE_MDL_CHANGED, "DXGMAP_MDL_CHANGED", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the MDL changed while it was mapped; what was captured at the map is what was unmapped",
     "MDL-6, M2, W2, decision 7", "T-UAU", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_MDL_GONE, "DXGMAP_MDL_GONE", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the MDL was freed or unlocked while it was mapped; its pages stay the device's until the unmap",
     "MDL-7, M3, decision 23", "T-UAU", DXGMAP_DDI_MEMORY_ANALOGUE " (5)"},
    {DXGMAP_CAUSE_MDL_CHAIN, "DXGMAP_MDL_CHAIN", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a chain of MDLs was given; only its head is mapped", "MDL-5, decision 8", "T-UAU", ""},
    {DXGMAP_CAUSE_CPU_ACCESS, "DXGMAP_CPU_ACCESS", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the CPU touched an address where nothing is mapped", "UNVIEW-3, UNVIDEO-3, UNPOINTER-3, UNOBJECTVIEW-3, D3, V2",
     "T-UAU", "bug check 0xDA SYSTEM_PTE_MISUSE"},
    {DXGMAP_CAUSE_LIST_GONE, "DXGMAP_LIST_GONE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "an MDL or ADL that Dxgkrnl took back was used", "UNPIN-4, decision 6", "T-UAU",
     DXGMAP_DDI_MEMORY_ANALOGUE " (4)"},
    {DXGMAP_CAUSE_BAD_ANSWER, "DXGMAP_BAD_ANSWER", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the miniport answered an IOCTL wrongly", "IOCTL-3, I1, I2, I3, I4", "", ""},
    {DXGMAP_CAUSE_MEMORY_GONE, "DXGMAP_MEMORY_GONE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "memory was freed or unmapped while its pages were locked", "TRANSLATE-14, W2, decisions 67 and 68", "T-UAU",
     DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_NO_WRITE, "DXGMAP_NO_WRITE", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "the device wrote to memory that is locked for reading alone, or that cannot be written",
     "TRANSLATE-15, decision 69", "", "bug check 0xE6 DRIVER_VERIFIER_DMA_VIOLATION"},
    {DXGMAP_CAUSE_MDL_IN_VIEW, "DXGMAP_MDL_IN_VIEW", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "the MDL was freed or unlocked while a process had a view of its pages", "MDL-16, decision 70", "",
     "bug check 0x76 PROCESS_HAS_LOCKED_PAGES"},
    {DXGMAP_CAUSE_MDL_LEFT, "DXGMAP_MDL_LEFT", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "an MDL of the driver's was never freed", "MDL-17, decision 71", "", DXGMAP_DDI_VERIFIER},
    {DXGMAP_CAUSE_BAD_POOL, "DXGMAP_BAD_POOL", STATUS_INVALID_PARAMETER, DXGMAP_DDI_VIOLATION,
     "what is freed is no pool memory, or not as it was allocated", "decision 72", "",
     "bug check 0xC2 BAD_POOL_CALLER"},
    {DXGMAP_CAUSE_VIEW_ENDED, "DXGMAP_VIEW_ENDED", STATUS_SUCCESS, DXGMAP_DDI_VIOLATION,
     "a process ended with a view in it, and the view with it", "PROCESS-4, decision 86", "T-LEAK",
     "bug check 0x76 PROCESS_HAS_LOCKED_PAGES"},
};

static const dxgmap_ddi_cause dxgmap_ddi_unknown_cause = {
    0xFFFFFFFFu, "unknown", STATUS_INVALID_PARAMETER, DXGMAP_DDI_HARNESS, "an unknown cause", "", "", ""};

/* The public causes are the core's, number for number. */
#define DXGMAP_DDI_SAME(name) \
  _Static_assert((int)DXGMAP_CAUSE_##name == (int)DXGMAP_##name, "public and core numbers differ: " #name)
DXGMAP_DDI_SAME(BAD_ADAPTER);
DXGMAP_DDI_SAME(BAD_IRQL);
DXGMAP_DDI_SAME(EXCLUSIVE);
DXGMAP_DDI_SAME(BAD_KIND);
DXGMAP_DDI_SAME(BAD_INDEX);
DXGMAP_DDI_SAME(NO_SAVE_AREA);
DXGMAP_DDI_SAME(BAD_SIZE);
DXGMAP_DDI_SAME(TOO_LARGE);
DXGMAP_DDI_SAME(PINNED);
DXGMAP_DDI_SAME(NOT_PINNED);
DXGMAP_DDI_SAME(BAD_COUNT);
DXGMAP_DDI_SAME(BAD_PAGE);
DXGMAP_DDI_SAME(BAD_HANDLE);
DXGMAP_DDI_SAME(BAD_ADDRESS);
DXGMAP_DDI_SAME(BAD_PROCESS);
DXGMAP_DDI_SAME(BAD_SPACE);
DXGMAP_DDI_SAME(NOT_OWNED);
DXGMAP_DDI_SAME(CACHE_CONFLICT);
DXGMAP_DDI_SAME(PLACE_TAKEN);
DXGMAP_DDI_SAME(PRESSURE);
DXGMAP_DDI_SAME(NO_SLOT);
DXGMAP_DDI_SAME(NO_RANGE);
DXGMAP_DDI_SAME(NO_ADAPTER);
DXGMAP_DDI_SAME(NO_COMMIT);
DXGMAP_DDI_SAME(NOT_VISIBLE);
DXGMAP_DDI_SAME(BAD_RESOURCE);
DXGMAP_DDI_SAME(ATTACHED);
DXGMAP_DDI_SAME(NOT_EXCLUSIVE);
DXGMAP_DDI_SAME(BLOCKED);
DXGMAP_DDI_SAME(BYPASS);
DXGMAP_DDI_SAME(NO_MORE);
DXGMAP_DDI_SAME(BAD_MODE);
DXGMAP_DDI_SAME(BOUND);
DXGMAP_DDI_SAME(OPENED);
DXGMAP_DDI_SAME(IN_USE);
DXGMAP_DDI_SAME(NOT_OF_OBJECT);
DXGMAP_DDI_SAME(BAD_FLAGS);
DXGMAP_DDI_SAME(NOT_LEAD);
DXGMAP_DDI_SAME(LINKED);
DXGMAP_DDI_SAME(REMOVED);
DXGMAP_DDI_SAME(ASLEEP);
DXGMAP_DDI_SAME(BAD_POWER);

const dxgmap_ddi_cause *dxgmap_ddi_cause_row(uint32_t cause)
{
  size_t rows = sizeof(dxgmap_ddi_causes) / sizeof(dxgmap_ddi_causes[0]);
  for (size_t i = 0; i < rows; i++) {
    if (dxgmap_ddi_causes[i].cause == cause) {
      return &dxgmap_ddi_causes[i];
    }
  }
  return &dxgmap_ddi_unknown_cause;
}

const char *dxgmap_ddi_analogue(uint32_t cause, uint32_t kind)
{
  bool adl = kind == DXGMAP_MAPPING_ADL;
  bool object = kind == DXGMAP_MAPPING_ADAPTER_OBJECT;
  if ((cause != DXGMAP_CAUSE_IN_USE && cause != DXGMAP_CAUSE_LEAK) || (!adl && !object)) {
    return dxgmap_ddi_cause_row(cause)->analogue;
  }
  return adl ? DXGMAP_DDI_MEMORY_ANALOGUE " (7)" : DXGMAP_DDI_MEMORY_ANALOGUE " (6)";
}

bool dxgmap_ddi_is_violation(uint32_t operation, uint32_t cause)
{
  uint32_t fault = dxgmap_ddi_cause_row(cause)->fault;
  return fault == DXGMAP_DDI_VIOLATION && !dxgmap_ddi_operation_row(operation)->harness;
}
