/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "harness.h"
#include "kinds.h"
#include "reports.h"
#include "save.h"
#include "touch.h"

#define STEPS_MAX 160u

static machine one; /* program at a time */
atomic_ulong restarts;
atomic_ulong events[PROGRAM_EVENTS];

/* ---- Steps ---- */

static void expect_silence(driver *d)
{
  expect(d, "reports of a program that is right", 0, reports_count());
}

static bool may_touch(const driver *d, const hold *h)
{
  (void)d;
  return h->page != NULL || h->cpu != NULL;
}

static void step_touch(driver *d)
{
  hold *h = hold_any(d, may_touch);
  if (h != NULL) {
    touch_some(d, h);
  } else {
    touch_bar(d);
  }
}

static void step_give(driver *d)
{
  hold *h = hold_any(d, is_leaf);
  if (h != NULL) {
    give(d, h);
  }
}

static void step_take(driver *d)
{
  for (uint32_t attempt = 0; attempt < 8; attempt++) {
    if (take(d, (enum kind)draw_from(&d->dice, K_NOTHING + 1, KINDS - 1)) != NOT_NOW) {
      return;
    }
  }
}

/* Exclusive access is Dxgkrnl's; in between the driver and its device are silent. */
static void step_exclusive(driver *d)
{
  tell(d, "exclusive access begins and ends");
  expect(d, "dxgmap_adapter_exclusive_begin", DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(d->adapter));
  expect(d, "dxgmap_adapter_exclusive_end", DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(d->adapter));
}

/* What is the driver's, and not its adapter's. */
static bool outlives(driver *d, const hold *h)
{
  for (; h != NULL; h = hold_parent(d, h)) {
    bool io = h->type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
    bool own = h->kind == K_POOL || h->kind == K_HEAP || h->kind == K_MDL || h->kind == K_MDL_VIEW;
    bool object = (h->kind == K_OBJECT && !h->bound && !io) || (h->kind == K_OBJECT_VIEW && !io);
    if (!own && !object) {
      return false;
    }
  }
  return true;
}

static bool ends_with_adapter(const driver *d, const hold *h)
{
  return h->children == 0 && !outlives((driver *)(uintptr_t)d, h);
}

static void step_restart(driver *d)
{
  hold *h = hold_any(d, ends_with_adapter);
  while (h != NULL && !d->failed) {
    give(d, h);
    h = hold_any(d, ends_with_adapter);
  }
  if (d->failed) {
    return;
  }
  machine_stop(d, 0);
  if (d->uses_adl && draw_percent(&d->dice, 60)) {
    d->mode = d->mode == DXGMAP_MODE_IDENTITY ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  }
  machine_start(d, true);
  atomic_fetch_add(&restarts, 1);
}

/* The driver's own processes, of which no other driver knows. */
static uint64_t some_process(driver *d)
{
  return 1000 + (uint64_t)d->number * 2 + draw_below(&d->dice, 2);
}

static _Thread_local uint64_t ending;

static bool lives_in_it(const driver *d, const hold *h)
{
  (void)d;
  return h->user && h->process == ending && h->children == 0;
}

/* A driver that is right unmaps before. */
static void step_process_end(driver *d)
{
  uint64_t views = 1;
  ending = some_process(d);
  hold *h = hold_any(d, lives_in_it);
  while (h != NULL && !d->failed) {
    give(d, h);
    h = hold_any(d, lives_in_it);
  }
  tell(d, "process %llu ends", (unsigned long long)ending);
  expect(d, "dxgmap_process_end", DXGMAP_CAUSE_NONE, dxgmap_process_end(ending, &views));
  expect(d, "views of a process that the driver has left", 0, views);
  d->process = d->process == ending ? 4 : d->process;
  atomic_fetch_add(&events[PROGRAM_PROCESS_END], 1);
}

static void step_power(driver *d)
{
  if (d->silent) {
    machine_power(d, PowerDeviceD0);
    atomic_fetch_add(&events[PROGRAM_WAKE], 1);
  } else {
    machine_power(d, (DEVICE_POWER_STATE)draw_from(&d->dice, PowerDeviceD1, PowerDeviceD3));
  }
}

static void step_system(driver *d)
{
  if (d->system.mapping != NULL) {
    machine_system_unmap(d);
    atomic_fetch_add(&events[PROGRAM_SYSTEM_UNMAP], 1);
  } else {
    machine_system_map(d);
  }
}

/* Half of the time that it sleeps the device is woken. */
static void step_event(driver *d)
{
  uint32_t chance = draw_below(&d->dice, 100);
  if (chance < 50) {
    step_power(d);
  } else if (chance < 80) {
    step_system(d);
  } else {
    step_process_end(d);
  }
}

static void step_rarely(driver *d)
{
  uint32_t chance = draw_below(&d->dice, 100);
  if (chance < 25) {
    step_restart(d);
  } else if (chance < 45) {
    step_exclusive(d);
  } else if (chance < 60 && !d->attached) {
    machine_attach(d);
  } else if (chance < 80) {
    d->process = draw_percent(&d->dice, 50) ? 4 : some_process(d);
    dxgmap_set_process(d->process);
  } else {
    (void)save_and_restore(d);
  }
}

void program_step(driver *d)
{
  uint32_t chance = draw_below(&d->dice, 100);
  check_at(d->seed, d->step);
  machine_turn(d);
  dxgmap_set_process(d->process);
  d->step++;
  if (chance < 40) {
    step_take(d);
  } else if (chance < 60) {
    step_give(d);
  } else if (chance < 92) {
    step_touch(d);
  } else if (chance < 94) {
    touch_bar(d);
  } else if (chance < 96) {
    step_event(d);
  } else {
    step_rarely(d);
  }
  expect_silence(d);
}

void program_give_back(driver *d)
{
  machine_turn(d);
  dxgmap_set_process(d->process);
  hold *h = hold_any(d, is_leaf);
  while (h != NULL && !d->failed) {
    give(d, h);
    h = hold_any(d, is_leaf);
  }
}

/* The device may go before the driver has given back what it holds. */
static void program_end(driver *d)
{
  if (draw_percent(&d->dice, 30)) {
    machine_turn(d);
    machine_remove(d);
    atomic_fetch_add(&events[PROGRAM_REMOVE], 1);
  }
  program_give_back(d);
  expect_silence(d);
}

/* ---- Programs ---- */

void program_check(void)
{
  bool failed = atomic_load(&any_failed);
  if (failed || reports_count() > 0) {
    reports_print();
  }
  CHECK(!failed);
  CHECK_EQ(0, reports_count());
}

static void program_stop(machine *m)
{
  bool failed = atomic_load(&any_failed);
  for (uint32_t i = 0; i < m->drivers && !failed; i++) {
    machine_turn(&m->driver[i]);
    machine_stop(&m->driver[i], 0);
  }
  if (!failed) {
    expect(&m->driver[0], "errors", 0, dxgmap_violations());
    expect(&m->driver[0], "warnings", 0, dxgmap_reports(DXGMAP_SEVERITY_WARNING));
  }
  machine_close(m);
}

void program_alone(uint64_t seed)
{
  machine_open(&one, seed, 0, true);
  uint32_t steps = draw_from(&one.dice, 20, STEPS_MAX) * one.drivers;
  for (uint32_t i = 0; i < steps && !atomic_load(&any_failed); i++) {
    program_step(&one.driver[draw_below(&one.dice, one.drivers)]);
  }
  for (uint32_t i = 0; i < one.drivers && !atomic_load(&any_failed); i++) {
    program_end(&one.driver[i]);
  }
  program_stop(&one);
  program_check();
}

static void *program_run(void *context)
{
  driver *d = context;
  uint32_t steps = draw_from(&d->dice, 20, STEPS_MAX);
  for (uint32_t i = 0; i < steps && !atomic_load(&any_failed); i++) {
    program_step(d);
  }
  if (!atomic_load(&any_failed)) {
    program_end(d);
  }
  return NULL;
}

void program_threads(uint64_t seed)
{
  pthread_t thread[DRIVERS];
  machine_open(&one, seed, DRIVERS, true);
  for (uint32_t i = 0; i < one.drivers; i++) {
    check_start(&thread[i], program_run, &one.driver[i]);
  }
  for (uint32_t i = 0; i < one.drivers; i++) {
    (void)check_join(thread[i]);
  }
  program_stop(&one);
  program_check();
}
