/* SPDX-License-Identifier: MIT */
#include "machine.h"

#include <stdlib.h>
#include <string.h>

#include "kinds.h"
#include "reports.h"

#define BAR_START 0x800000000u
#define BAR_STRIDE 0x10000000u
#define TIGHT_PAGES 700u

/* ---- Calls that fail ---- */

static _Thread_local driver *pressed; /* whose thread this is, or whose turn */

static bool press(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes, void *context)
{
  (void)operation;
  (void)index;
  (void)offset;
  (void)bytes;
  (void)context;
  return pressed != NULL && draw_percent(&pressed->pressing, pressed->press);
}

void machine_turn(driver *d)
{
  pressed = d;
}

static const uint32_t acquiring[] = {
    DXGMAP_OPERATION_PIN,        DXGMAP_OPERATION_PIN2,           DXGMAP_OPERATION_MAP_POINTER,
    DXGMAP_OPERATION_MAP_MDL,    DXGMAP_OPERATION_ALLOCATE_PAGES, DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS,
    DXGMAP_OPERATION_MAP_VIEW,   DXGMAP_OPERATION_VIDEO_MAP,      DXGMAP_OPERATION_ALLOCATE_MDL,
    DXGMAP_OPERATION_LOCK_MDL,   DXGMAP_OPERATION_MAP_LOCKED,     DXGMAP_OPERATION_CREATE_OBJECT,
    DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_OPERATION_OPEN_OBJECT,    DXGMAP_OPERATION_ALLOCATE_ADL,
};

static void fail_some(machine *m, driver *first)
{
  dxgmap_failure f;
  memset(&f, 0, sizeof(f));
  if (draw_percent(&m->dice, 50)) {
    f.per_million = draw_from(&m->dice, 10000, 300000);
    f.seed = draw_bits(&m->dice);
    expect(first, "dxgmap_fail", DXGMAP_CAUSE_NONE, dxgmap_fail(&f));
  }
  for (uint32_t i = draw_below(&m->dice, 4); i > 0; i--) {
    memset(&f, 0, sizeof(f));
    f.operation = acquiring[draw_below(&m->dice, sizeof(acquiring) / sizeof(acquiring[0]))];
    f.nth = draw_from(&m->dice, 0, 6);
    f.count = draw_from(&m->dice, 0, 3);
    expect(first, "dxgmap_fail", DXGMAP_CAUSE_NONE, dxgmap_fail(&f));
  }
  if (draw_percent(&m->dice, 50)) {
    dxgmap_set_pressure(press, NULL);
  }
}

/* ---- Adapters ---- */

static void describe(driver *d, const machine *m, uint32_t number)
{
  d->dice.state = m->seed * 0x100u + number;
  d->pressing.state = ~d->dice.state;
  d->press = draw_from(&d->dice, 1, 30);
  d->seed = m->seed;
  d->number = number;
  d->tight = m->tight;
  d->process = 4;
  d->uses_adl = draw_percent(&d->dice, 60);
  d->mode = d->uses_adl && draw_percent(&d->dice, 60) ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  d->chain = draw_from(&d->dice, 1, CHAIN_MAX);
  d->bar_start = BAR_START + (uint64_t)number * BAR_STRIDE;
  d->cache = draw_percent(&d->dice, 50) ? MmNonCached : MmWriteCombined;
  d->bar = store_new((size_t)BAR_PAGES * PAGE_SIZE);
  for (uint32_t i = 0; i < d->chain; i++) {
    d->save_bytes[i] = draw_percent(&d->dice, 20) ? 0 : (uint64_t)draw_from(&d->dice, 1, SAVE_PAGES_MAX) * PAGE_SIZE;
    d->save[i] = store_new((size_t)d->save_bytes[i]);
  }
}

void machine_attach(driver *d)
{
  tell(d, "attach");
  expect(d, "dxgmap_adapter_attach", DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(d->adapter));
  d->attached = true;
}

void machine_start(driver *d, bool anew)
{
  dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, d->bar_start, (uint64_t)BAR_PAGES * PAGE_SIZE};
  dxgmap_adapter_description a;
  memset(&a, 0, sizeof(a));
  a.physical_adapters = d->chain;
  a.save_bytes = d->save_bytes;
  a.resources = 1;
  a.resource = &range;
  a.mode = d->mode;
  a.capability = d->uses_adl ? DXGMAP_CAPABILITY_ADL : DXGMAP_CAPABILITY_MDL;
  a.quarantine_ranges = draw_percent(&d->dice, 30) ? DXGMAP_NO_QUARANTINE : draw_from(&d->dice, 0, 4);
  tell(d, "start%s, %s, %s", anew ? " again" : "", d->uses_adl ? "ADLs" : "MDLs",
       d->mode == DXGMAP_MODE_REMAPPING ? "remapping" : "identity");
  expect(d, "dxgmap_adapter_start", DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&a, &d->adapter));
  d->dxgk.Size = sizeof(d->dxgk);
  d->dxgk.Version = DXGKDDI_INTERFACE_VERSION;
  expect(d, "dxgmap_adapter_interface", DXGMAP_CAUSE_NONE, dxgmap_adapter_interface(d->adapter, &d->dxgk));
  expect(d, "dxgmap_video_attach", DXGMAP_CAUSE_NONE, dxgmap_video_attach(d->adapter, 64, NULL, &d->extension));
  d->attached = d->mode == DXGMAP_MODE_REMAPPING;
  d->silent = false;
  if (!d->attached && draw_percent(&d->dice, 70)) {
    machine_attach(d);
  }
  d->bar_memory = dxgmap_device_memory(d->adapter, d->bar_start, (uint64_t)BAR_PAGES * PAGE_SIZE);
  expect(d, "the device has its memory", true, d->bar_memory != NULL);
  store_forget(d->bar);
  for (uint32_t i = 0; i < d->chain; i++) {
    store_forget(d->save[i]);
  }
}

void machine_power(driver *d, DEVICE_POWER_STATE state)
{
  tell(d, "power state %u", (uint32_t)state);
  expect(d, "dxgmap_adapter_power", DXGMAP_CAUSE_NONE, dxgmap_adapter_power(d->adapter, state));
  d->silent = state != PowerDeviceD0;
}

void machine_remove(driver *d)
{
  tell(d, "the device is pulled out");
  expect(d, "dxgmap_adapter_remove", DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(d->adapter));
  d->silent = true;
}

/* What the device writes there it reads again. */
static void machine_system_touch(driver *d)
{
  const DXGK_ADL *adl = d->system.adl;
  uint32_t i = draw_below(&d->dice, adl->PageCount);
  uint64_t page = adl->Flags.Contiguous ? adl->BasePageNumber + i : adl->Pages[i];
  uint64_t written = draw_bits(&d->dice);
  uint64_t seen = ~written;
  if (d->silent) {
    return;
  }
  expect(d, "cause of a write to what Dxgkrnl mapped", DXGMAP_CAUSE_NONE,
         dxgmap_device_write(d->adapter, page * PAGE_SIZE, &written, sizeof(written), NULL));
  expect(d, "cause of a read of what Dxgkrnl mapped", DXGMAP_CAUSE_NONE,
         dxgmap_device_read(d->adapter, page * PAGE_SIZE, &seen, sizeof(seen), NULL));
  expect(d, "what the device reads of what Dxgkrnl mapped", written, seen);
}

void machine_system_map(driver *d)
{
  uint64_t bytes = draw_from(&d->dice, 1, 5u * PAGE_SIZE);
  tell(d, "Dxgkrnl maps %llu bytes", (unsigned long long)bytes);
  uint32_t cause = dxgmap_system_map(d->adapter, bytes, draw_percent(&d->dice, 50), &d->system);
  bool short_of = d->tight && (cause == DXGMAP_CAUSE_NO_HOST || cause == DXGMAP_CAUSE_NO_RANGE);
  if (short_of) {
    return;
  }
  expect(d, "dxgmap_system_map", DXGMAP_CAUSE_NONE, cause);
  if (!d->failed) {
    machine_system_touch(d);
  }
}

void machine_system_unmap(driver *d)
{
  tell(d, "Dxgkrnl unmaps");
  machine_system_touch(d);
  expect(d, "dxgmap_system_unmap", DXGMAP_CAUSE_NONE, dxgmap_system_unmap(d->adapter, d->system.mapping));
  d->system.mapping = NULL;
}

void machine_stop(driver *d, uint64_t leaks)
{
  uint64_t seen = 0;
  dxgmap_mapping mapping;
  if (d->system.mapping != NULL && draw_percent(&d->dice, 50)) {
    machine_system_unmap(d);
  }
  if (leaks == 0 && d->system.mapping == NULL) {
    expect(d, "live mappings of an adapter before its stop", DXGMAP_CAUSE_NO_MORE,
           dxgmap_adapter_live(d->adapter, 0, &mapping));
  }
  tell(d, "stop");
  expect(d, "dxgmap_adapter_stop", DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(d->adapter, &seen));
  expect(d, "leaks", leaks, seen);
  d->adapter = NULL;
  d->system.mapping = NULL; /* it has ended with the adapter, and is no leak */
}

void machine_open(machine *m, uint64_t seed, uint32_t drivers, bool fails)
{
  dxgmap_system_description system;
  memset(m, 0, sizeof(*m));
  memset(&system, 0, sizeof(system));
  system.strict_exclusive = true;
  atomic_store(&any_failed, false);
  reports_forget();
  m->seed = seed;
  m->dice.state = seed;
  m->drivers = drivers > 0 ? drivers : draw_from(&m->dice, 1, DRIVERS);
  m->tight = fails && draw_percent(&m->dice, 15);
  system.seed = draw_bits(&m->dice);
  system.installed_pages = m->tight ? TIGHT_PAGES : 0;
  system.check_translations = draw_percent(&m->dice, 20);
  system.handler = reports_keep;
  system.fault_policy = DXGMAP_FAULT_POISON;
  describe(&m->driver[0], m, 0);
  expect(&m->driver[0], "dxgmap_open", DXGMAP_CAUSE_NONE, dxgmap_open(&system));
  for (uint32_t i = 0; i < m->drivers; i++) {
    if (i > 0) {
      describe(&m->driver[i], m, i);
    }
    machine_start(&m->driver[i], false);
  }
  if (fails && draw_percent(&m->dice, 80)) {
    fail_some(m, &m->driver[0]);
  }
}

void machine_close(machine *m)
{
  machine_turn(NULL);
  dxgmap_set_process(4);
  dxgmap_close();
  for (uint32_t i = 0; i < m->drivers; i++) {
    driver *d = &m->driver[i];
    for (uint32_t k = 0; k < HOLDS; k++) {
      if (d->hold[k].kind == K_HEAP) {
        heap_free(&d->hold[k]);
      }
      if (d->hold[k].kind != K_NOTHING) {
        hold_end(d, &d->hold[k]);
      }
    }
    for (uint32_t k = 0; k < d->chain; k++) {
      store_drop(d->save[k]);
    }
    store_drop(d->bar);
  }
}
