/* SPDX-License-Identifier: MIT */
/* Chains of linked adapters, each with a handle of its own: spec/clauses/link.md, GATE-11. */
#include <string.h>

#include "objects.h"

#define LINKS 4u
#define BAR_START 0xA00000000u
#define BAR_BYTES ((uint64_t)4 * PAGE_SIZE)

static HANDLE chain[LINKS]; /* the lead is the first */

static dxgmap_adapter_description chain_description(uint32_t link, uint32_t mode)
{
  static const uint64_t save[LINKS] = {SAVE_BYTES, SAVE_BYTES, 0, SAVE_BYTES};
  static dxgmap_resource_description range[LINKS];
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  range[link].space = DXGMAP_RESOURCE_MEMORY;
  range[link].start = BAR_START + link * (uint64_t)0x1000000;
  range[link].length = BAR_BYTES;
  d.physical_adapters = link == 0 ? LINKS : 1;
  d.save_bytes = link == 0 ? save : NULL;
  d.linked = link != 0;
  d.resources = 1;
  d.resource = &range[link];
  d.mode = mode;
  return d;
}

/* The lead starts last. */
static void chain_start(uint32_t mode)
{
  for (uint32_t i = LINKS; i > 0; i--) {
    dxgmap_adapter_description d = chain_description(i - 1, mode);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &chain[i - 1]));
  }
}

static void chain_link(void)
{
  for (uint32_t i = 1; i < LINKS; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_link(chain[i], chain[0], i));
  }
}

static void chain_stop(void)
{
  uint64_t leaks = 0;
  for (uint32_t i = 0; i < LINKS; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(chain[i], &leaks));
    CHECK_EQ(0, leaks);
  }
}

/* START-20, LINK-1, LINK-2, LEAD-1 */
static void chains_are_linked_link_by_link(void)
{
  HANDLE lead = NULL;
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  CHECK_EQ(DXGMAP_CAUSE_NOT_LEAD, dxgmap_adapter_lead(chain[1], &lead));
  CHECK_EQ(DXGMAP_CAUSE_NOT_LEAD, dxgmap_adapter_link(chain[1], chain[2], 1));
  CHECK_EQ(DXGMAP_CAUSE_NOT_LEAD, dxgmap_adapter_link(chain[1], NULL, 1));
  CHECK_EQ(DXGMAP_CAUSE_LINKED, dxgmap_adapter_link(chain[0], adapter, 1));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_link(NULL, chain[0], 1));
  CHECK_EQ(DXGMAP_CAUSE_BAD_INDEX, dxgmap_adapter_link(chain[1], chain[0], 0));
  CHECK_EQ(DXGMAP_CAUSE_BAD_INDEX, dxgmap_adapter_link(chain[1], chain[0], LINKS));
  chain_link();
  CHECK_EQ(DXGMAP_CAUSE_LINKED, dxgmap_adapter_link(chain[1], chain[0], 1));
  for (uint32_t i = 0; i < LINKS; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_lead(chain[i], &lead));
    CHECK(lead == chain[0]);
  }
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_lead(NULL, &lead));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_lead(chain[1], NULL));
  chain_stop();
  machine_close();
}

/* LINK-5 */
static void no_two_links_are_one_physical_adapter(void)
{
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_link(chain[1], chain[0], 2));
  CHECK_EQ(DXGMAP_CAUSE_BAD_INDEX, dxgmap_adapter_link(chain[2], chain[0], 2));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_link(chain[2], chain[0], 1));
  chain_stop();
  machine_close();
}

static void a_link_has_no_save_area(void)
{
  static const uint64_t save = SAVE_BYTES;
  HANDLE started = NULL;
  machine_open();
  dxgmap_adapter_description d = chain_description(1, DXGMAP_MODE_IDENTITY);
  d.save_bytes = &save;
  CHECK_EQ(DXGMAP_CAUSE_NOT_LEAD, dxgmap_adapter_start(&d, &started));
  CHECK(started == NULL);
  machine_close();
}

/* The mistake that the handle is for: what is the lead's with the handle of another. */
static void what_is_the_leads_takes_its_handle(void)
{
  char memory[PAGE_SIZE];
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {1, PAGE_SIZE, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {1};
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {1, PAGE_SIZE, 0, NULL};
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  chain_link();
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  for (uint32_t i = 1; i < LINKS; i++) {
    CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_LEAD, DxgkCbPinFrameBufferForSave(chain[i], &pin));
    CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_LEAD, DxgkCbUnpinFrameBufferForSave(chain[i], &unpin));
    CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_LEAD, DxgkCbMapFrameBufferPointer(chain[i], &pointer));
    CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_LEAD, DxgkCbMapMdlToIoMmu(chain[i], &map));
    CHECK_EQ(DXGMAP_SEVERITY_ERROR, reports.severity);
    CHECK_EQ(DXGMAP_CAUSE_NOT_LEAD, dxgmap_adapter_attach(chain[i]));
  }
  CHECK_OK(DxgkCbPinFrameBufferForSave(chain[0], &pin));
  CHECK_OK(DxgkCbMapMdlToIoMmu(chain[0], &map));
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  DxgkCbUnmapMdlFromIoMmu(chain[0], &unmap);
  CHECK_OK(DxgkCbUnpinFrameBufferForSave(chain[0], &unpin));
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  chain_stop();
  machine_close();
}

/* Views and resources are each adapter's own. START-20. */
static void views_take_the_devices_own_handle(void)
{
  PVOID at = NULL;
  PHYSICAL_ADDRESS own;
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  chain_link();
  for (uint32_t i = 0; i < LINKS; i++) {
    own.QuadPart = (LONGLONG)(BAR_START + i * (uint64_t)0x1000000);
    HANDLE other = chain[(i + 1) % LINKS];
    CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED,
               DxgkCbMapMemory(other, own, PAGE_SIZE, FALSE, FALSE, MmNonCached, &at));
    CHECK_OK(DxgkCbMapMemory(chain[i], own, PAGE_SIZE, FALSE, FALSE, MmNonCached, &at));
    CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, DxgkCbUnmapMemory(other, at));
    CHECK_OK(DxgkCbUnmapMemory(chain[i], at));
  }
  chain_stop();
  machine_close();
}

/* Every device of the chain reaches what the lead's domain has mapped, before the attach and after it.
   TRANSLATE-19, TRANSLATE-1. */
static void all_devices_share_the_leads_domain(void)
{
  UCHAR byte = 0;
  uint64_t physical_address = 0;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {1, PAGE_SIZE, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {1};
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  CHECK_CALL(DXGMAP_CAUSE_NOT_LEAD, DXGMAP_CAUSE_NOT_LEAD, dxgmap_device_read(chain[2], PAGE_SIZE, &byte, 1, NULL));
  chain_link();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(chain[0]));
  CHECK_OK(DxgkCbPinFrameBufferForSave(chain[0], &pin));
  uint64_t page = MmGetMdlPfnArray(pin.pMdl)[0];
  for (uint32_t i = 0; i < LINKS; i++) {
    UCHAR written = (UCHAR)(0x50 + i);
    CHECK_OK(dxgmap_device_write(chain[i], page * PAGE_SIZE + i, &written, 1, NULL));
    CHECK_OK(dxgmap_device_read(chain[(i + 1) % LINKS], page * PAGE_SIZE + i, &byte, 1, NULL));
    CHECK_EQ(written, byte);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(chain[i], page * PAGE_SIZE, &physical_address));
    CHECK_EQ(page * PAGE_SIZE, physical_address);
  }
  CHECK_OK(DxgkCbUnpinFrameBufferForSave(chain[0], &unpin));
  for (uint32_t i = 0; i < LINKS; i++) {
    CHECK_CALL(DXGMAP_CAUSE_BLOCKED, DXGMAP_CAUSE_BLOCKED,
               dxgmap_device_read(chain[i], page * PAGE_SIZE, &byte, 1, NULL));
  }
  chain_stop();
  machine_close();
}

/* The one device sleeps, or goes, and the others do not. POWER-4, REMOVE-4. */
static void each_device_has_a_power_state_of_its_own(void)
{
  UCHAR byte = 0;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, PAGE_SIZE, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  chain_link();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(chain[0]));
  CHECK_OK(DxgkCbPinFrameBufferForSave(chain[0], &pin));
  uint64_t at = MmGetMdlPfnArray(pin.pMdl)[0] * (uint64_t)PAGE_SIZE;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(chain[1], PowerDeviceD3));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(chain[2]));
  CHECK_CALL(DXGMAP_CAUSE_ASLEEP, DXGMAP_CAUSE_ASLEEP, dxgmap_device_read(chain[1], at, &byte, 1, NULL));
  CHECK_CALL(DXGMAP_CAUSE_REMOVED, DXGMAP_CAUSE_NONE, dxgmap_device_read(chain[2], at, &byte, 1, NULL));
  CHECK_OK(dxgmap_device_read(chain[0], at, &byte, 1, NULL));
  CHECK_OK(dxgmap_device_read(chain[3], at, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(chain[1], PowerDeviceD0));
  CHECK_OK(dxgmap_device_read(chain[1], at, &byte, 1, NULL));
  CHECK_OK(DxgkCbUnpinFrameBufferForSave(chain[0], &unpin));
  chain_stop();
  machine_close();
}

/* The lead goes to sleep first and wakes last: the others save and restore meanwhile. Nor do they go with it.
   POWER-4, REMOVE-4. */
static void the_others_are_awake_while_the_lead_is_not(void)
{
  static const uint32_t events = 2; /* it sleeps; it is pulled out */
  for (uint32_t mode = DXGMAP_MODE_IDENTITY; mode <= DXGMAP_MODE_REMAPPING; mode++) {
    dxgmap_system_mapping made = {NULL, NULL};
    UCHAR byte = 0x42;
    UCHAR seen = 0;
    uint64_t before = 0;
    uint64_t after = 0;
    machine_open();
    chain_start(mode);
    chain_link();
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_system_map(chain[0], 2 * PAGE_SIZE, true, &made));
    uint64_t at = adl_page(made.adl, 1) * PAGE_SIZE + 9;
    if (mode == DXGMAP_MODE_IDENTITY) {
      CHECK_EQ(DXGMAP_CAUSE_BYPASS, dxgmap_device_translate(chain[1], at, &before));
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(chain[0], PowerDeviceD3));
      CHECK_EQ(DXGMAP_CAUSE_BYPASS, dxgmap_device_translate(chain[1], at, &after));
      CHECK_EQ(before, after);
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_power(chain[0], PowerDeviceD0));
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(chain[0]));
    }
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(chain[1], at, &before));
    for (uint32_t event = 0; event < events; event++) {
      CHECK_EQ(DXGMAP_CAUSE_NONE,
               event == 0 ? dxgmap_adapter_power(chain[0], PowerDeviceD3) : dxgmap_adapter_remove(chain[0]));
      CHECK(dxgmap_device_translate(chain[0], at, NULL) != DXGMAP_CAUSE_NONE);
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(chain[1], at, &after));
      CHECK_EQ(before, after);
      CHECK_OK(dxgmap_device_write(chain[1], at, &byte, 1, NULL));
      CHECK_OK(dxgmap_device_read(chain[2], at, &seen, 1, NULL));
      CHECK_EQ(byte, seen);
      CHECK_CALL(DXGMAP_CAUSE_BLOCKED, DXGMAP_CAUSE_BLOCKED,
                 dxgmap_device_read(chain[1], at + (uint64_t)1024 * PAGE_SIZE, &seen, 1, NULL));
    }
    chain_stop();
    machine_close();
  }
}

/* Create and Open take the handle of any adapter of a chain: what is opened is opened for the lead. LEAD-1,
   LEAD-2. */
static void objects_take_any_handle_of_a_chain(void)
{
  for (uint32_t mode = DXGMAP_MODE_IDENTITY; mode <= DXGMAP_MODE_REMAPPING; mode++) {
    DXGK_ADL *adl = NULL;
    HANDLE opened = NULL;
    UCHAR byte = 0x77;
    machine_open();
    for (uint32_t i = LINKS; i > 0; i--) {
      dxgmap_adapter_description d = chain_description(i - 1, mode);
      d.capability = DXGMAP_CAPABILITY_ADL;
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &chain[i - 1]));
    }
    DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, chain[3]);
    CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_LEAD, DxgkCbCreatePhysicalMemoryObject(&wish));
    chain_link();
    wish = object_made(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, chain[3]);
    CHECK_OK(adl_allocate(wish.hAdapterMemoryObject, 0, PAGE_SIZE, 0, &adl));
    CHECK_OK(dxgmap_device_write(chain[2], adl_page(adl, 0) * PAGE_SIZE, &byte, 1, NULL));
    CHECK_EQ(2, machine_live(chain[0]));
    CHECK_EQ(0, machine_live(chain[3]));
    CHECK_OK(adl_free(wish.hAdapterMemoryObject, adl));
    CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
    DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT free = object_made(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, NULL);
    CHECK_OK(object_open(free.hPhysicalMemoryObject, chain[1], &opened));
    CHECK_OK(object_close(opened));
    CHECK_OK(object_destroy(free.hPhysicalMemoryObject, NULL));
    chain_stop();
    machine_close();
  }
}

/* The lead stops first: the others are of no chain, until the next one leads them. LINK-3, LINK-4. */
static void a_chain_ends_with_its_lead(void)
{
  UCHAR byte = 0;
  HANDLE lead = NULL;
  machine_open();
  chain_start(DXGMAP_MODE_IDENTITY);
  chain_link();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(chain[0], NULL));
  CHECK_EQ(DXGMAP_CAUSE_NOT_LEAD, dxgmap_adapter_lead(chain[1], &lead));
  CHECK_CALL(DXGMAP_CAUSE_NOT_LEAD, DXGMAP_CAUSE_NOT_LEAD, dxgmap_device_read(chain[1], PAGE_SIZE, &byte, 1, NULL));
  dxgmap_adapter_description d = chain_description(0, DXGMAP_MODE_IDENTITY);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &chain[0]));
  chain_link();
  CHECK_OK(dxgmap_device_read(chain[1], PAGE_SIZE, &byte, 1, NULL));
  chain_stop();
  machine_close();
}

void chain_tests(void);
void chain_tests(void)
{
  RUN(chains_are_linked_link_by_link);
  RUN(no_two_links_are_one_physical_adapter);
  RUN(a_link_has_no_save_area);
  RUN(what_is_the_leads_takes_its_handle);
  RUN(views_take_the_devices_own_handle);
  RUN(all_devices_share_the_leads_domain);
  RUN(each_device_has_a_power_state_of_its_own);
  RUN(the_others_are_awake_while_the_lead_is_not);
  RUN(objects_take_any_handle_of_a_chain);
  RUN(a_chain_ends_with_its_lead);
}
