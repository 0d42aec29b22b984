/* SPDX-License-Identifier: MIT */
/* A driver of a remapping adapter that does at random what it may and what it may not with physical memory objects,
   under random failures of the host. What it holds is known here: so each answer is, and each report. */
#include <string.h>

#include "host/host.h"
#include "objects.h"

#define RANDOM_OBJECTS 3u
#define RANDOM_ADLS 3u
#define RANDOM_VIEWS 2u

typedef struct {
  HANDLE object; /* NULL: none */
  HANDLE opened; /* NULL: not open */
  int bound;
  uint32_t adls;
  uint32_t views;
  DXGK_ADL *adl[RANDOM_ADLS];
  DXGKARGCB_MAP_PHYSICAL_MEMORY view[RANDOM_VIEWS];
} random_object;

static struct {
  uint64_t seed;
  random_object held[RANDOM_OBJECTS];
  HANDLE stale_object;
  HANDLE stale_opened;
  DXGK_ADL *stale_adl;
  int pinned;
} owner;

static uint32_t owner_below(uint32_t end)
{
  owner.seed = owner.seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(owner.seed >> 33) % end;
}

/* What an answer must be: one of these, with a report if it is a violation; or the host failed. */
static int owner_expect(uint32_t cause, NTSTATUS seen)
{
  int failed = (uint32_t)seen == (uint32_t)STATUS_INSUFFICIENT_RESOURCES;
  if (cause == DXGMAP_CAUSE_NONE && failed) {
    CHECK_EQ(0, reports.count);
    return 0;
  }
  CHECK_EQ(cause == DXGMAP_CAUSE_NONE, NT_SUCCESS(seen));
  CHECK_TEXT(dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  CHECK_EQ(cause != DXGMAP_CAUSE_NONE, reports.count);
  return NT_SUCCESS(seen);
}

static void owner_create(random_object *o)
{
  int bound = owner_below(2) == 0;
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish =
      object_wish((DXGK_PHYSICAL_MEMORY_TYPE)owner_below(4), bound ? remapped : NULL);
  if (o->object == NULL && owner_expect(DXGMAP_CAUSE_NONE, dxgk.DxgkCbCreatePhysicalMemoryObject(&wish))) {
    memset(o, 0, sizeof(*o));
    o->object = wish.hPhysicalMemoryObject;
    o->opened = wish.hAdapterMemoryObject;
    o->bound = bound;
    CHECK_EQ(bound, o->opened != NULL);
  }
}

static void owner_open(random_object *o)
{
  HANDLE opened = NULL;
  uint32_t cause = o->opened != NULL ? DXGMAP_CAUSE_OPENED : DXGMAP_CAUSE_NONE;
  cause = o->bound ? DXGMAP_CAUSE_BOUND : cause;
  cause = o->object == NULL ? DXGMAP_CAUSE_BAD_HANDLE : cause;
  if (owner_expect(cause, object_open(o->object != NULL ? o->object : owner.stale_object, remapped, &opened))) {
    o->opened = opened;
  }
}

static void owner_close(random_object *o)
{
  uint32_t cause = o->adls > 0 ? DXGMAP_CAUSE_IN_USE : DXGMAP_CAUSE_NONE;
  cause = o->opened == NULL ? DXGMAP_CAUSE_BAD_HANDLE : cause;
  if (owner_expect(cause, object_close(o->opened != NULL ? o->opened : owner.stale_opened))) {
    owner.stale_opened = o->opened;
    o->opened = NULL;
  }
}

static void owner_destroyed(random_object *o)
{
  owner.stale_object = o->object;
  owner.stale_opened = o->opened != NULL ? o->opened : owner.stale_opened;
  memset(o, 0, sizeof(*o));
}

/* With the adapter object, or without. */
static void owner_destroy(random_object *o, int both)
{
  HANDLE opened = both ? (o->opened != NULL ? o->opened : owner.stale_opened) : NULL;
  int used = o->adls > 0 || o->views > 0 || (!both && o->opened != NULL);
  uint32_t cause = used ? DXGMAP_CAUSE_IN_USE : DXGMAP_CAUSE_NONE;
  cause = o->object == NULL || (opened != NULL && o->opened == NULL) ? DXGMAP_CAUSE_BAD_HANDLE : cause;
  if (owner_expect(cause, object_destroy(o->object != NULL ? o->object : owner.stale_object, opened))) {
    owner_destroyed(o);
  }
}

static void owner_allocate(random_object *o)
{
  DXGK_ADL *adl = NULL;
  UINT flags = owner_below(2) * 2;
  if (o->adls == RANDOM_ADLS) {
    return;
  }
  uint32_t first = owner_below(IO_PAGES);
  SIZE_T pages = 1 + owner_below(IO_PAGES - first);
  uint32_t cause = o->opened == NULL ? DXGMAP_CAUSE_BAD_HANDLE : DXGMAP_CAUSE_NONE;
  HANDLE opened = o->opened != NULL ? o->opened : owner.stale_opened;
  if (owner_expect(cause, adl_allocate(opened, first * (SIZE_T)PAGE_SIZE, pages * PAGE_SIZE, flags, &adl))) {
    for (uint32_t i = 0; i < pages; i++) {
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl_page(adl, i) * PAGE_SIZE, NULL));
    }
    o->adl[o->adls] = adl;
    o->adls++;
  }
}

/* One of its own, of nobody any more, or of another object. */
static void owner_free(random_object *o, random_object *other)
{
  DXGK_ADL *adl = o->adls > 0 ? o->adl[o->adls - 1] : owner.stale_adl;
  uint32_t cause = o->adls > 0 ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BAD_HANDLE;
  HANDLE opened = o->opened != NULL ? o->opened : owner.stale_opened;
  if (o != other && other->opened != NULL && o->adls > 0) {
    cause = DXGMAP_CAUSE_NOT_OF_OBJECT;
    opened = other->opened;
  }
  if (owner_expect(cause, adl_free(opened, adl))) {
    owner.stale_adl = adl;
    o->adls--;
  }
}

static void owner_map(random_object *o)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY *map = &o->view[o->views % RANDOM_VIEWS];
  if (o->views == RANDOM_VIEWS) {
    return;
  }
  memset(map, 0, sizeof(*map));
  map->hPhysicalMemoryObject = o->object != NULL ? o->object : owner.stale_object;
  map->Offset = owner_below(2 * PAGE_SIZE);
  map->Size = 1 + owner_below(2 * PAGE_SIZE);
  uint32_t cause = o->object == NULL ? DXGMAP_CAUSE_BAD_HANDLE : DXGMAP_CAUSE_NONE;
  if (owner_expect(cause, dxgk.DxgkCbMapPhysicalMemory(map))) {
    o->views++;
    *((volatile UCHAR *)map->pMappedAddress + map->Offset) = 1;
  }
}

static void owner_unmap(random_object *o)
{
  if (o->views == 0) {
    return;
  }
  const DXGKARGCB_MAP_PHYSICAL_MEMORY *map = &o->view[o->views - 1];
  uint32_t wrong = owner_below(4);
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {o->object, map->pMappedAddress, map->Size};
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (wrong == 0) {
    unmap.Size += PAGE_SIZE;
    cause = DXGMAP_CAUSE_BAD_SIZE;
  }
  if (wrong == 1) {
    unmap.pBaseAddress = (UCHAR *)map->pMappedAddress + map->Offset;
    cause = DXGMAP_CAUSE_BAD_ADDRESS;
  }
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  if (owner_expect(cause, reports.status)) {
    o->views--;
  }
}

static void owner_pin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  memset(&pin, 0, sizeof(pin));
  pin.CommitSize = SAVE_BYTES;
  if (owner.pinned) {
    CHECK_EQ(STATUS_SUCCESS, dxgk.DxgkCbUnpinFrameBufferForSave(remapped, &unpin));
    owner.pinned = 0;
  } else {
    owner.pinned = owner_expect(DXGMAP_CAUSE_NONE, dxgk.DxgkCbPinFrameBufferForSave2(remapped, &pin));
  }
}

static void owner_count(void)
{
  uint32_t on_adapter = owner.pinned ? 1 : 0;
  uint32_t on_machine = 0;
  for (uint32_t i = 0; i < RANDOM_OBJECTS; i++) {
    const random_object *o = &owner.held[i];
    on_adapter += o->adls + (o->opened != NULL ? 1 : 0);
    on_machine += o->views + (o->object != NULL ? 1 : 0);
  }
  CHECK_EQ(on_adapter, machine_live(remapped));
  CHECK_EQ(on_machine, machine_objects());
}

static void owner_step(uint32_t what, random_object *o)
{
  switch (what) {
  case 0:
  case 1:
    owner_create(o);
    break;
  case 2:
    owner_open(o);
    break;
  case 3:
    owner_close(o);
    break;
  case 4:
  case 5:
    owner_destroy(o, what == 5);
    break;
  case 6:
  case 7:
    owner_allocate(o);
    break;
  case 8:
  case 9:
    owner_free(o, &owner.held[owner_below(RANDOM_OBJECTS)]);
    break;
  case 10:
  case 11:
    owner_map(o);
    break;
  case 12:
  case 13:
    owner_unmap(o);
    break;
  default:
    owner_pin();
    break;
  }
}

static void owner_let_go(random_object *o)
{
  while (o->adls > 0) {
    reports_forget();
    owner_free(o, o);
  }
  while (o->views > 0) {
    reports_forget();
    owner_unmap(o);
  }
  reports_forget();
  if (o->object != NULL) {
    owner_destroy(o, o->opened != NULL);
  }
}

static void random_owner(void)
{
  memset(&owner, 0, sizeof(owner));
  owner.seed = random_seed;
  remapped_open();
  for (uint32_t i = 0; i < random_steps; i++) {
    check_at(random_seed, i);
    reports_forget();
    uint32_t nth = owner_below(3) == 0 ? 1 + owner_below(8) : 0;
    uint32_t what = owner_below(15);
    random_object *o = &owner.held[owner_below(RANDOM_OBJECTS)];
    dxgmap_host_fail_at(nth);
    owner_step(what, o);
    dxgmap_host_fail_at(0);
    owner_count();
    if (i % 16 == 0) {
      machine_check();
      machine_translate(remapped);
    }
  }
  if (owner.pinned) {
    owner_pin();
  }
  for (uint32_t i = 0; i < RANDOM_OBJECTS; i++) {
    owner_let_go(&owner.held[i]);
  }
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  machine_close();
}

static void random_owner_compared(void)
{
  machine_compares = 1;
  random_owner();
  machine_compares = 0;
}

void random_objects_tests(void);
void random_objects_tests(void)
{
  RUN(random_owner);
  RUN(random_owner_compared);
}
