/* SPDX-License-Identifier: MIT */
#include "mistakes.h"

#include <string.h>

#include "kinds.h"

/* ---- What they are made with ---- */

static _Thread_local enum kind wanted;

static bool is_wanted_leaf(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == wanted && h->children == 0;
}

static hold *leaf(driver *d, enum kind kind)
{
  wanted = kind;
  return hold_any(d, is_wanted_leaf);
}

/* A view of a process is released in it. */
static bool is_releasable(const driver *d, const hold *h)
{
  return is_wanted_leaf(d, h) && !h->user;
}

static hold *system_leaf(driver *d, enum kind kind)
{
  wanted = kind;
  return hold_any(d, is_releasable);
}

static bool reaches_by_device(const driver *d, const hold *h)
{
  return d->attached && !d->silent && h->page != NULL && h->children == 0 && h->kind != K_MDL;
}

/* Whether another live mapping of the driver has the page. */
static bool has_other(const driver *d, const hold *but, uint64_t page)
{
  for (uint32_t i = 0; i < HOLDS; i++) {
    const hold *h = &d->hold[i];
    for (uint32_t k = 0; h != but && k < h->pages; k++) {
      if (h->page[k] == page) {
        return true;
      }
    }
  }
  return false;
}

/* ---- Released twice ---- */

static bool twice(driver *d, enum kind kind)
{
  hold *h = system_leaf(d, kind);
  if (h == NULL) {
    return false;
  }
  hold copy = *h;
  tell(d, "MISTAKE: releases hold %u, %s, twice", hold_number(d, h), kind_name(kind));
  (void)release(d, h);
  hold_end(d, h);
  (void)release(d, &copy);
  return true;
}

#define TWICE(name, kind)                    \
  static bool name(driver *d, driver *other) \
  {                                          \
    (void)other;                             \
    return twice(d, kind);                   \
  }

TWICE(unpins_twice, K_PIN)
TWICE(unpins2_twice, K_PIN2)
TWICE(unmaps_pointer_twice, K_POINTER)
TWICE(unmaps_iommu_twice, K_IOMMU)
TWICE(frees_pages_twice, K_PAGES)
TWICE(frees_contiguous_twice, K_CONTIGUOUS)
TWICE(destroys_object_twice, K_OBJECT)
TWICE(closes_object_twice, K_OPENED)
TWICE(frees_adl_twice, K_ADL)
TWICE(unmaps_object_twice, K_OBJECT_VIEW)
TWICE(unmaps_view_twice, K_VIEW)
TWICE(frees_pool_twice, K_POOL)

static bool frees_mdl_twice(driver *d, driver *other)
{
  hold *h = leaf(d, K_MDL);
  (void)other;
  if (h == NULL || h->by_hand) {
    return false;
  }
  tell(d, "MISTAKE: frees the MDL of hold %u twice", hold_number(d, h));
  PMDL mdl = h->mdl;
  (void)release(d, h);
  hold_end(d, h);
  IoFreeMdl(mdl);
  return true;
}

static bool unlocks_mdl_twice(driver *d, driver *other)
{
  hold *h = leaf(d, K_MDL);
  (void)other;
  if (h == NULL || h->by_hand || h->built) {
    return false;
  }
  tell(d, "MISTAKE: unlocks the MDL of hold %u twice", hold_number(d, h));
  MmUnlockPages(h->mdl);
  MmUnlockPages(h->mdl);
  IoFreeMdl(h->mdl);
  hold_end(d, h);
  return true;
}

/* ---- Released wrongly, then rightly at the end ---- */

static bool astray(driver *d, enum kind kind, void (*spoil)(hold *copy))
{
  hold *h = system_leaf(d, kind);
  if (h == NULL) {
    return false;
  }
  hold copy = *h;
  spoil(&copy);
  tell(d, "MISTAKE: releases hold %u, %s, with another handle or address", hold_number(d, h), kind_name(kind));
  (void)release(d, &copy);
  return true;
}

static void spoil_handle(hold *copy)
{
  copy->handle = (HANDLE)((uintptr_t)copy->handle ^ 0x10000000000u);
}

static void spoil_base(hold *copy)
{
  copy->base = (PUCHAR)copy->base + 1;
}

static void spoil_size(hold *copy)
{
  copy->size += PAGE_SIZE;
}

static void spoil_index(hold *copy)
{
  copy->index = CHAIN_MAX;
}

#define ASTRAY(name, kind, spoil)            \
  static bool name(driver *d, driver *other) \
  {                                          \
    (void)other;                             \
    return astray(d, kind, spoil);           \
  }

ASTRAY(unmaps_iommu_by_wrong_handle, K_IOMMU, spoil_handle)
ASTRAY(frees_pages_by_wrong_handle, K_PAGES, spoil_handle)
ASTRAY(frees_contiguous_by_wrong_handle, K_CONTIGUOUS, spoil_handle)
ASTRAY(destroys_by_wrong_handle, K_OBJECT, spoil_handle)
ASTRAY(closes_by_wrong_handle, K_OPENED, spoil_handle)
ASTRAY(frees_adl_by_wrong_handle, K_ADL, spoil_handle)
ASTRAY(unmaps_pointer_by_wrong_address, K_POINTER, spoil_base)
ASTRAY(unmaps_pointer_by_wrong_index, K_POINTER, spoil_index)
ASTRAY(unmaps_view_by_wrong_address, K_VIEW, spoil_base)
ASTRAY(unmaps_object_by_wrong_address, K_OBJECT_VIEW, spoil_base)
ASTRAY(unmaps_object_by_wrong_size, K_OBJECT_VIEW, spoil_size)
ASTRAY(frees_pool_by_wrong_address, K_POOL, spoil_base)

/* ---- Released on another adapter ---- */

static bool elsewhere(driver *d, driver *other, enum kind kind)
{
  hold *h = system_leaf(d, kind);
  if (h == NULL || other->uses_adl != d->uses_adl || h->index >= other->chain || is_pinned(other, h->index) ||
      other->save_bytes[h->index] == 0) {
    return false;
  }
  hold copy = *h;
  tell(d, "MISTAKE: releases hold %u, %s, on another adapter", hold_number(d, h), kind_name(kind));
  (void)release(other, &copy);
  return true;
}

#define ELSEWHERE(name, kind)                \
  static bool name(driver *d, driver *other) \
  {                                          \
    return elsewhere(d, other, kind);        \
  }

ELSEWHERE(unpins_elsewhere, K_PIN)
ELSEWHERE(unmaps_pointer_elsewhere, K_POINTER)
ELSEWHERE(unmaps_iommu_elsewhere, K_IOMMU)
ELSEWHERE(frees_pages_elsewhere, K_PAGES)
ELSEWHERE(frees_contiguous_elsewhere, K_CONTIGUOUS)
ELSEWHERE(unmaps_view_elsewhere, K_VIEW)

/* ---- Used after the release ---- */

static bool device_goes_on(driver *d, driver *other)
{
  uint8_t byte = 0;
  hold *h = hold_any(d, reaches_by_device);
  (void)other;
  if (h == NULL || has_other(d, h, h->page[0])) {
    return false;
  }
  uint64_t logical = h->page[0] * PAGE_SIZE + h->first;
  bool write = draw_percent(&d->dice, 50);
  tell(d, "MISTAKE: the device uses hold %u, %s, after the release", hold_number(d, h), kind_name(h->kind));
  (void)release(d, h);
  hold_end(d, h);
  uint32_t cause = write ? dxgmap_device_write(d->adapter, logical, &byte, 1, NULL)
                         : dxgmap_device_read(d->adapter, logical, &byte, 1, NULL);
  expect(d, "cause of an access after the release", DXGMAP_CAUSE_BLOCKED, cause);
  return true;
}

static bool cpu_goes_on(driver *d, enum kind kind)
{
  hold *h = system_leaf(d, kind);
  if (h == NULL) {
    return false;
  }
  const volatile uint8_t *address = h->cpu;
  tell(d, "MISTAKE: the CPU uses hold %u, %s, after the release", hold_number(d, h), kind_name(kind));
  (void)release(d, h);
  hold_end(d, h);
  (void)*address;
  return true;
}

static bool cpu_uses_pointer(driver *d, driver *other)
{
  (void)other;
  return cpu_goes_on(d, K_POINTER);
}

static bool cpu_uses_view(driver *d, driver *other)
{
  (void)other;
  return cpu_goes_on(d, K_VIEW);
}

static bool cpu_uses_object_view(driver *d, driver *other)
{
  (void)other;
  return cpu_goes_on(d, K_OBJECT_VIEW);
}

/* ---- Released too early ---- */

static bool is_parent_object(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == K_OBJECT && h->children > 0;
}

static bool destroys_object_in_use(driver *d, driver *other)
{
  hold *h = hold_any(d, is_parent_object);
  (void)other;
  if (h == NULL) {
    return false;
  }
  tell(d, "MISTAKE: destroys hold %u, which is in use", hold_number(d, h));
  (void)release(d, h);
  return true;
}

static bool frees_mapped_mdl(driver *d, driver *other)
{
  hold *h = leaf(d, K_IOMMU);
  hold *of = h != NULL ? hold_parent(d, h) : NULL;
  (void)other;
  if (h == NULL || of->children > 1 || of->by_hand) {
    return false;
  }
  tell(d, "MISTAKE: frees the MDL of hold %u, which is mapped", hold_number(d, of));
  (void)release(d, of);
  (void)release(d, h);
  hold_end(d, h);
  hold_end(d, of);
  return true;
}

static bool changes_mapped_mdl(driver *d, driver *other)
{
  hold *h = leaf(d, K_IOMMU);
  hold *of = h != NULL ? hold_parent(d, h) : NULL;
  (void)other;
  if (h == NULL || of->children > 1 || of->by_hand) {
    return false;
  }
  tell(d, "MISTAKE: changes the MDL of hold %u, which is mapped", hold_number(d, of));
  PFN_NUMBER page = MmGetMdlPfnArray(of->mdl)[0];
  MmGetMdlPfnArray(of->mdl)[0] = page + 1;
  (void)release(d, h);
  MmGetMdlPfnArray(of->mdl)[0] = page;
  hold_end(d, h);
  return true;
}

static bool device_writes_what_is_for_reading(driver *d, driver *other)
{
  uint8_t byte = 0;
  hold *h = leaf(d, K_IOMMU);
  (void)other;
  if (h == NULL || !h->read_only || !d->attached || d->silent || has_other(d, h, h->page[0])) {
    return false;
  }
  tell(d, "MISTAKE: the device writes hold %u, which is locked for reading", hold_number(d, h));
  uint64_t logical = h->page[0] * PAGE_SIZE + h->first;
  uint32_t cause = dxgmap_device_write(d->adapter, logical, &byte, 1, NULL);
  expect(d, "cause of a write to what is for reading", DXGMAP_CAUSE_NO_WRITE, cause);
  return true;
}

/* ---- Arguments ---- */

static bool pins_twice(driver *d, driver *other)
{
  for (uint32_t i = 0; i < d->chain; i++) {
    DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
    memset(&pin, 0, sizeof(pin));
    pin.PhysicalAdapterIndex = i;
    pin.CommitSize = (SIZE_T)d->save_bytes[i];
    if (is_pinned(d, i)) {
      tell(d, "MISTAKE: pins save area %u twice", i);
      NTSTATUS status = d->dxgk.DxgkCbPinFrameBufferForSave2(d->adapter, &pin);
      expect(d, "status of a second pin", (uint32_t)STATUS_RESOURCE_IN_USE, (uint32_t)status);
      return true;
    }
  }
  (void)other;
  return false;
}

static bool maps_beyond_save_area(driver *d, driver *other)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, (SIZE_T)d->save_bytes[0], NULL};
  (void)other;
  if (d->save_bytes[0] == 0) {
    return false;
  }
  tell(d, "MISTAKE: maps a pointer beyond the save area");
  NTSTATUS status = d->dxgk.DxgkCbMapFrameBufferPointer(d->adapter, &map);
  expect(d, "status of a pointer beyond the save area", (uint32_t)STATUS_INVALID_PARAMETER, (uint32_t)status);
  return true;
}

static bool maps_odd_offset(driver *d, driver *other)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 1, NULL};
  (void)other;
  if (d->save_bytes[0] == 0) {
    return false;
  }
  tell(d, "MISTAKE: maps a pointer at an odd offset");
  (void)d->dxgk.DxgkCbMapFrameBufferPointer(d->adapter, &map);
  return true;
}

static bool calls_of_the_other_family(driver *d, driver *other)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY allocate;
  (void)other;
  if (!d->uses_adl) {
    return false;
  }
  memset(&allocate, 0, sizeof(allocate));
  allocate.NumberOfBytes = PAGE_SIZE;
  allocate.HighestAcceptableAddress.QuadPart = -1;
  tell(d, "MISTAKE: calls what is for drivers of MDLs");
  NTSTATUS status = d->dxgk.DxgkCbAllocateContiguousMemory(d->adapter, &allocate);
  expect(d, "status of a call of the other family", (uint32_t)STATUS_NOT_SUPPORTED, (uint32_t)status);
  return true;
}

static bool calls_at_dispatch_level(driver *d, driver *other)
{
  hold *h = leaf(d, K_POINTER);
  KIRQL old;
  (void)other;
  if (h == NULL) {
    return false;
  }
  tell(d, "MISTAKE: releases hold %u at DISPATCH_LEVEL", hold_number(d, h));
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  (void)release(d, h);
  KeLowerIrql(old);
  return true;
}

static bool maps_memory_of_nobody(driver *d, driver *other)
{
  PVOID address = NULL;
  PHYSICAL_ADDRESS start;
  start.QuadPart = (LONGLONG)(d->bar_start + (uint64_t)BAR_PAGES * PAGE_SIZE);
  tell(d, "MISTAKE: maps memory that is not the device's");
  (void)d->dxgk.DxgkCbMapMemory(d->dxgk.DeviceHandle, start, PAGE_SIZE, FALSE, FALSE, d->cache, &address);
  expect(d, "the address of a map that is refused", 0, (uintptr_t)address);
  (void)other;
  return true;
}

static bool calls_in_exclusive_access(driver *d, driver *other)
{
  hold *h = leaf(d, K_POINTER);
  (void)other;
  if (h == NULL) {
    return false;
  }
  tell(d, "MISTAKE: releases hold %u in exclusive access", hold_number(d, h));
  (void)dxgmap_adapter_exclusive_begin(d->adapter);
  (void)release(d, h);
  (void)dxgmap_adapter_exclusive_end(d->adapter);
  return true;
}

/* ---- Chains, power, processes ---- */

static bool device_does_not_sleep(driver *d, driver *other)
{
  uint8_t byte = 0;
  hold *h = hold_any(d, reaches_by_device);
  (void)other;
  if (h == NULL) {
    return false;
  }
  tell(d, "MISTAKE: the device uses hold %u, %s, in D3", hold_number(d, h), kind_name(h->kind));
  machine_power(d, PowerDeviceD3);
  uint32_t cause = dxgmap_device_read(d->adapter, h->page[0] * PAGE_SIZE + h->first, &byte, 1, NULL);
  expect(d, "cause of an access in D3", DXGMAP_CAUSE_ASLEEP, cause);
  machine_power(d, PowerDeviceD0);
  return true;
}

/* Another device of the chain has started late, and the driver takes its handle for the lead's. */
static bool pins_by_a_linked_handle(driver *d, driver *other)
{
  HANDLE linked = NULL;
  dxgmap_adapter_description a;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  (void)other;
  if (d->chain < 2) {
    return false;
  }
  memset(&a, 0, sizeof(a));
  a.physical_adapters = 1;
  a.linked = true;
  a.mode = d->mode;
  memset(&pin, 0, sizeof(pin));
  pin.PhysicalAdapterIndex = 1;
  pin.CommitSize = (SIZE_T)d->save_bytes[1];
  tell(d, "MISTAKE: pins with the handle of a linked adapter");
  expect(d, "start of a linked adapter", DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&a, &linked));
  expect(d, "dxgmap_adapter_link", DXGMAP_CAUSE_NONE, dxgmap_adapter_link(linked, d->adapter, 1));
  NTSTATUS status = d->dxgk.DxgkCbPinFrameBufferForSave2(linked, &pin);
  expect(d, "status of a pin by a linked handle", (uint32_t)STATUS_INVALID_HANDLE, (uint32_t)status);
  expect(d, "stop of a linked adapter", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(linked, NULL));
  return true;
}

static bool is_alone_in_its_process(const driver *d, const hold *h)
{
  uint32_t views = 0;
  for (uint32_t i = 0; i < HOLDS; i++) {
    const hold *k = &d->hold[i];
    views += k->kind != K_NOTHING && k->user && k->process == h->process;
  }
  return h->user && h->process != 4 && h->children == 0 && views == 1;
}

static bool leaves_a_view_in_a_process(driver *d, driver *other)
{
  uint64_t views = 0;
  hold *h = hold_any(d, is_alone_in_its_process);
  (void)other;
  if (h == NULL) {
    return false;
  }
  tell(d, "MISTAKE: leaves hold %u, %s, in a process that ends", hold_number(d, h), kind_name(h->kind));
  expect(d, "dxgmap_process_end", DXGMAP_CAUSE_NONE, dxgmap_process_end(h->process, &views));
  expect(d, "views that ended with their process", 1, views);
  d->process = d->process == h->process ? 4 : d->process;
  hold_end(d, h);
  return true;
}

/* ---- Never released ---- */

static bool forgets(driver *d, enum kind kind)
{
  hold *h = leaf(d, kind);
  if (h == NULL) {
    return false;
  }
  tell(d, "MISTAKE: forgets hold %u, %s", hold_number(d, h), kind_name(kind));
  hold_end(d, h);
  return true;
}

#define FORGETS(name, kind)                  \
  static bool name(driver *d, driver *other) \
  {                                          \
    (void)other;                             \
    return forgets(d, kind);                 \
  }

FORGETS(forgets_pin2, K_PIN2)
FORGETS(forgets_pointer, K_POINTER)
FORGETS(forgets_pages, K_PAGES)
FORGETS(forgets_contiguous, K_CONTIGUOUS)
FORGETS(forgets_object, K_OBJECT)
FORGETS(forgets_view, K_VIEW)
FORGETS(forgets_pool, K_POOL)

static bool forgets_mdl(driver *d, driver *other)
{
  hold *h = leaf(d, K_MDL);
  (void)other;
  if (h == NULL || h->by_hand) {
    return false;
  }
  tell(d, "MISTAKE: forgets to free the MDL of hold %u", hold_number(d, h));
  if (!h->built) {
    MmUnlockPages(h->mdl);
  }
  hold_end(d, h);
  return true;
}

const mistake mistakes[] = {
    {"unpins twice", DXGMAP_CAUSE_NOT_PINNED, unpins_twice},
    {"unpins twice, ADL", DXGMAP_CAUSE_NOT_PINNED, unpins2_twice},
    {"unmaps a pointer twice", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_pointer_twice},
    {"unmaps an MDL twice", DXGMAP_CAUSE_BAD_HANDLE, unmaps_iommu_twice},
    {"frees pages twice", DXGMAP_CAUSE_BAD_HANDLE, frees_pages_twice},
    {"frees contiguous memory twice", DXGMAP_CAUSE_BAD_HANDLE, frees_contiguous_twice},
    {"destroys an object twice", DXGMAP_CAUSE_BAD_HANDLE, destroys_object_twice},
    {"closes an object twice", DXGMAP_CAUSE_BAD_HANDLE, closes_object_twice},
    {"frees an ADL twice", DXGMAP_CAUSE_BAD_HANDLE, frees_adl_twice},
    {"unmaps a view of an object twice", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_object_twice},
    {"unmaps a view twice", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_view_twice},
    {"frees pool twice", DXGMAP_CAUSE_BAD_POOL, frees_pool_twice},
    {"frees an MDL twice", DXGMAP_CAUSE_BAD_ARGUMENT, frees_mdl_twice},
    {"unlocks an MDL twice", DXGMAP_CAUSE_BAD_ARGUMENT, unlocks_mdl_twice},
    {"unmaps an MDL by a wrong handle", DXGMAP_CAUSE_BAD_HANDLE, unmaps_iommu_by_wrong_handle},
    {"frees pages by a wrong handle", DXGMAP_CAUSE_BAD_HANDLE, frees_pages_by_wrong_handle},
    {"frees contiguous memory by a wrong handle", DXGMAP_CAUSE_BAD_HANDLE, frees_contiguous_by_wrong_handle},
    {"destroys an object by a wrong handle", DXGMAP_CAUSE_BAD_HANDLE, destroys_by_wrong_handle},
    {"closes an object by a wrong handle", DXGMAP_CAUSE_BAD_HANDLE, closes_by_wrong_handle},
    {"frees an ADL by a wrong handle", DXGMAP_CAUSE_BAD_HANDLE, frees_adl_by_wrong_handle},
    {"unmaps a pointer by a wrong address", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_pointer_by_wrong_address},
    {"unmaps a pointer by a wrong index", DXGMAP_CAUSE_BAD_INDEX, unmaps_pointer_by_wrong_index},
    {"unmaps a view by a wrong address", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_view_by_wrong_address},
    {"unmaps a view of an object by a wrong address", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_object_by_wrong_address},
    {"unmaps a view of an object by a wrong size", DXGMAP_CAUSE_BAD_SIZE, unmaps_object_by_wrong_size},
    {"frees pool by a wrong address", DXGMAP_CAUSE_BAD_POOL, frees_pool_by_wrong_address},
    {"unpins on another adapter", DXGMAP_CAUSE_NOT_PINNED, unpins_elsewhere},
    {"unmaps a pointer on another adapter", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_pointer_elsewhere},
    {"unmaps an MDL on another adapter", DXGMAP_CAUSE_BAD_HANDLE, unmaps_iommu_elsewhere},
    {"frees pages on another adapter", DXGMAP_CAUSE_BAD_HANDLE, frees_pages_elsewhere},
    {"frees contiguous memory on another adapter", DXGMAP_CAUSE_BAD_HANDLE, frees_contiguous_elsewhere},
    {"unmaps a view on another adapter", DXGMAP_CAUSE_BAD_ADDRESS, unmaps_view_elsewhere},
    {"its device uses what was released", DXGMAP_CAUSE_BLOCKED, device_goes_on},
    {"uses a pointer after its unmap", DXGMAP_CAUSE_CPU_ACCESS, cpu_uses_pointer},
    {"uses a view after its unmap", DXGMAP_CAUSE_CPU_ACCESS, cpu_uses_view},
    {"uses a view of an object after its unmap", DXGMAP_CAUSE_CPU_ACCESS, cpu_uses_object_view},
    {"destroys an object in use", DXGMAP_CAUSE_IN_USE, destroys_object_in_use},
    {"frees a mapped MDL", DXGMAP_CAUSE_MDL_GONE, frees_mapped_mdl},
    {"changes a mapped MDL", DXGMAP_CAUSE_MDL_CHANGED, changes_mapped_mdl},
    {"its device writes what is for reading", DXGMAP_CAUSE_NO_WRITE, device_writes_what_is_for_reading},
    {"pins twice", DXGMAP_CAUSE_PINNED, pins_twice},
    {"maps a pointer beyond the save area", DXGMAP_CAUSE_TOO_LARGE, maps_beyond_save_area},
    {"maps a pointer at an odd offset", DXGMAP_CAUSE_BAD_SIZE, maps_odd_offset},
    {"calls what is for the other family", DXGMAP_CAUSE_BAD_MODE, calls_of_the_other_family},
    {"calls at DISPATCH_LEVEL", DXGMAP_CAUSE_BAD_IRQL, calls_at_dispatch_level},
    {"maps memory of nobody", DXGMAP_CAUSE_NOT_OWNED, maps_memory_of_nobody},
    {"calls in exclusive access", DXGMAP_CAUSE_EXCLUSIVE, calls_in_exclusive_access},
    {"its device does not sleep", DXGMAP_CAUSE_ASLEEP, device_does_not_sleep},
    {"pins by the handle of a linked adapter", DXGMAP_CAUSE_NOT_LEAD, pins_by_a_linked_handle},
    {"leaves a view in a process that ends", DXGMAP_CAUSE_VIEW_ENDED, leaves_a_view_in_a_process},
    {"forgets a pin", DXGMAP_CAUSE_LEAK, forgets_pin2},
    {"forgets a pointer", DXGMAP_CAUSE_LEAK, forgets_pointer},
    {"forgets pages", DXGMAP_CAUSE_LEAK, forgets_pages},
    {"forgets contiguous memory", DXGMAP_CAUSE_LEAK, forgets_contiguous},
    {"forgets an object", DXGMAP_CAUSE_LEAK, forgets_object},
    {"forgets a view", DXGMAP_CAUSE_LEAK, forgets_view},
    {"forgets pool", DXGMAP_CAUSE_LEAK, forgets_pool},
    {"forgets an MDL", DXGMAP_CAUSE_MDL_LEFT, forgets_mdl},
};

const uint32_t mistake_count = sizeof(mistakes) / sizeof(mistakes[0]);
atomic_ulong mistakes_made[64];
