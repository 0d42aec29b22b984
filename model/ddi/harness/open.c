/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/fork.h"
#include "ddi/call/override.h"
#include "ddi/call/reason.h"
#include "ddi/call/report.h"
#include "ddi/call/report_log.h"
#include "ddi/call/suppress.h"
#include "ddi/call/trace.h"
#include "ddi/harness/fault.h"
#include "ddi/harness/left.h"
#include "ddi/harness/parts.h"
#include "ddi/harness/stop.h"
#include "ddi/harness/wish.h"
#include "ddi/machine/adapter.h"
#include "ddi/machine/failure.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/pool.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* dxgmap_open, dxgmap_close. */

#define DXGMAP_DDI_PAGES_DEFAULT ((uint64_t)1 << 20)
#define DXGMAP_DDI_LOW_RESERVED ((uint64_t)256) /* of a machine that has them to spare */
#define DXGMAP_DDI_KERNEL_PAGES_MAX ((uint64_t)1 << 24)
#define DXGMAP_DDI_TABLE_BYTES ((uint64_t)1 << 20) /* of records, MDLs and the pool, as they begin */
#define DXGMAP_DDI_WINDOWS_USUAL ((uint64_t)2)     /* the system's, and that of one adapter */
#define DXGMAP_DDI_REMEMBERED_DEFAULT ((uint64_t)1024)
#define DXGMAP_DDI_QUARANTINE_DEFAULT ((uint64_t)1024)

static uint64_t dxgmap_ddi_or(uint64_t value, uint64_t otherwise)
{
  return value != 0 ? value : otherwise;
}

static uint64_t dxgmap_ddi_installed(const dxgmap_system_description *d)
{
  uint64_t most = DXGMAP_PAGES;
  uint64_t usual = most < DXGMAP_DDI_PAGES_DEFAULT ? most : DXGMAP_DDI_PAGES_DEFAULT;
  return dxgmap_ddi_or(d->installed_pages, usual);
}

_Static_assert((int)DXGMAP_STACKS_FAST == (int)DXGMAP_HOST_STACKS_FAST &&
                   (int)DXGMAP_STACKS_FULL == (int)DXGMAP_HOST_STACKS_FULL &&
                   (int)DXGMAP_STACKS_OFF == (int)DXGMAP_HOST_STACKS_OFF,
               "public and host numbers differ: how stacks are found");

/* Which member is out of its range; NULL: none. */
static const char *dxgmap_ddi_fault_of_description(const dxgmap_system_description *d)
{
  if (dxgmap_ddi_installed(d) > DXGMAP_PAGES) {
    return "installed_pages is more than the profile has";
  }
  if (d->fault_policy > DXGMAP_FAULT_POISON) {
    return "fault_policy is no dxgmap_fault_policy";
  }
  if (d->violation_policy > DXGMAP_VIOLATION_ABORT) {
    return "violation_policy is no dxgmap_violation_policy";
  }
  return d->stacks > DXGMAP_STACKS_OFF ? "stacks is no dxgmap_stacks" : NULL;
}

static dxgmap_host_result dxgmap_ddi_open_host(const dxgmap_system_description *d)
{
  dxgmap_host_config config;
  uint64_t pages = dxgmap_ddi_installed(d);
  memset(&config, 0, sizeof(config));
  config.pages = pages;
  config.low_reserved = pages >= 16 * DXGMAP_DDI_LOW_RESERVED ? DXGMAP_DDI_LOW_RESERVED : 1;
  config.kernel_pages = 2 * pages < DXGMAP_DDI_KERNEL_PAGES_MAX ? 2 * pages : DXGMAP_DDI_KERNEL_PAGES_MAX;
  config.quarantine = dxgmap_ddi_or(d->quarantine_pages, DXGMAP_DDI_QUARANTINE_DEFAULT);
  config.stacks = d->stacks;
  config.seed = d->seed;
  config.last_first = DXGMAP_DDI_HOLE_FIRST;
  config.last_end = DXGMAP_DDI_HOLE_END;
  config.lasting_bytes = sizeof(dxgmap_state) + DXGMAP_DDI_TABLE_BYTES;
  config.window_pages = dxgmap_ddi_heap_pages(pages) + DXGMAP_DDI_WINDOWS_USUAL * DXGMAP_WINDOW;
  return dxgmap_host_open(&config);
}

static void dxgmap_ddi_set_up(const dxgmap_system_description *d, dxgmap_state *state, uint32_t window)
{
  memset(&dxgmap_ddi, 0, sizeof(dxgmap_ddi));
  dxgmap_ddi.state = state;
  dxgmap_ddi.window.id = window;
  dxgmap_ddi.window.base = dxgmap_host_window_base(window);
  dxgmap_ddi.installed_pages = dxgmap_ddi_installed(d);
  dxgmap_ddi.commit_pages = dxgmap_ddi_or(d->commit_pages, dxgmap_ddi.installed_pages);
  dxgmap_ddi.quarantine_pages = dxgmap_ddi_or(d->quarantine_pages, DXGMAP_DDI_QUARANTINE_DEFAULT);
  dxgmap_ddi.choices = d->seed;
  dxgmap_ddi.check_translations = d->check_translations;
  dxgmap_ddi.strict_irql = d->strict_irql;
  dxgmap_ddi.strict_exclusive = d->strict_exclusive;
  dxgmap_ddi_report_open(d->handler, d->context, d->violation_policy);
  dxgmap_ddi_override_reset();
  dxgmap_ddi_failure_count_anew();
  dxgmap_ddi_failure_by_options(
      dxgmap_ddi_option(DXGMAP_DDI_OPTION_FAIL_NTH), dxgmap_ddi_option(DXGMAP_DDI_OPTION_FAIL_COUNT),
      dxgmap_ddi_option(DXGMAP_DDI_OPTION_FAIL_PER_MILLION), dxgmap_ddi_option(DXGMAP_DDI_OPTION_SEED));
  dxgmap_ddi_trace_open(d);
}

static void dxgmap_ddi_tear_down(dxgmap_state *state)
{
  dxgmap_host_closing();
  dxgmap_ddi_records_close();
  dxgmap_ddi_mdls_close();
  dxgmap_ddi_heap_close();
  dxgmap_host_unreserve_lasting(state, sizeof(dxgmap_state));
  dxgmap_host_close();
}

/* What this process has of the one that it was forked from, if it was. */
static void dxgmap_ddi_disown(void)
{
  dxgmap_state *state = dxgmap_ddi_fork_inherited();
  if (state == NULL) {
    return;
  }
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    dxgmap_ddi_adapter_release(&dxgmap_ddi.adapter[i]);
  }
  dxgmap_ddi_records_disown();
  dxgmap_ddi_tear_down(state);
}

/* From now on they are in force, with the files that they name. */
static bool dxgmap_ddi_options_begin(const dxgmap_ddi_options *options)
{
  dxgmap_ddi_options_keep(options);
  dxgmap_host_symbolize(dxgmap_ddi_option(DXGMAP_DDI_OPTION_SYMBOLIZE) != 0);
  if (dxgmap_ddi_option(DXGMAP_DDI_OPTION_HELP) != 0) {
    dxgmap_ddi_options_help();
  }
  return dxgmap_ddi_suppress_open() && dxgmap_ddi_trace_prepare() && dxgmap_ddi_log_open();
}

/* By a description that is good, with its options in force. */
static uint32_t dxgmap_ddi_open_as(const dxgmap_system_description *d)
{
  dxgmap_ddi_disown();
  if (!dxgmap_ddi_fork_watch() || dxgmap_ddi_open_host(d) != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_state *state = dxgmap_host_reserve_lasting(sizeof(dxgmap_state));
  uint64_t remembered = dxgmap_ddi_or(d->remembered, DXGMAP_DDI_REMEMBERED_DEFAULT);
  uint64_t quarantine = dxgmap_ddi_or(d->quarantine_pages, DXGMAP_DDI_QUARANTINE_DEFAULT);
  uint32_t window;
  if (state == NULL || !dxgmap_ddi_records_open(remembered) || !dxgmap_ddi_mdls_open() ||
      !dxgmap_ddi_heap_open(dxgmap_ddi_installed(d), quarantine) ||
      dxgmap_host_window_open(DXGMAP_WINDOW, quarantine, &window) != DXGMAP_HOST_OK) {
    dxgmap_ddi_tear_down(state);
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_ddi_set_up(d, state, window);
  return DXGMAP_CAUSE_NONE;
}

/* Puts how it was opened into *wished, and why it was not into *detail. */
static uint32_t dxgmap_ddi_open(const dxgmap_system_description *d, dxgmap_system_description *wished,
                                const char **detail)
{
  dxgmap_ddi_options options;
  if (dxgmap_ddi.state != NULL) {
    *detail = "it is open already";
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  *detail = dxgmap_ddi_fault_of_description(d);
  if (*detail == NULL && (!dxgmap_ddi_wish(d, wished, &options) || !dxgmap_ddi_options_begin(&options))) {
    *detail = "an option is wrong, as standard error was told";
  }
  if (*detail != NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  *detail = "";
  uint32_t cause = dxgmap_ddi_open_as(wished);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_log_close();
  }
  return cause;
}

/* There is nobody to report to yet. */
static void dxgmap_ddi_open_failed(void)
{
  const char *limit = dxgmap_host_shortage();
  dxgmap_host_text text;
  if (limit != NULL) {
    dxgmap_host_text_to_descriptor(&text, 2);
    dxgmap_host_text_put(&text, "dxgmap_open: the process has come to a limit of its system: ");
    dxgmap_host_text_put(&text, limit);
    dxgmap_host_text_put(&text, "\n");
    dxgmap_host_text_flush(&text);
  }
}

uint32_t dxgmap_open(const dxgmap_system_description *description)
{
  static const dxgmap_system_description usual;
  const dxgmap_system_description *d = description != NULL ? description : &usual;
  dxgmap_system_description wished;
  if (!dxgmap_ddi_argument_first(DXGMAP_OPERATION_OPEN, "description", d, sizeof(*d), false, DXGMAP_DDI_SITE) ||
      (d->options != NULL &&
       !dxgmap_ddi_argument_first_text(DXGMAP_OPERATION_OPEN, "options", d->options, DXGMAP_DDI_SITE))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const char *detail;
  dxgmap_host_lock();
  uint32_t cause = dxgmap_ddi_open(d, &wished, &detail);
  dxgmap_host_unlock();
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_reason_keep(DXGMAP_OPERATION_OPEN, cause, detail);
  }
  if (cause == DXGMAP_CAUSE_NO_HOST) {
    dxgmap_ddi_open_failed();
  }
  if (cause == DXGMAP_CAUSE_NONE && !dxgmap_ddi_faults_open(wished.fault_policy)) {
    dxgmap_close();
    return DXGMAP_CAUSE_NO_HOST;
  }
  return cause;
}

/* One that is started; NULL when none is. */
static HANDLE dxgmap_ddi_any_adapter(void)
{
  uint64_t handle = 0;
  dxgmap_host_lock();
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS && handle == 0 && dxgmap_ddi.state != NULL; i++) {
    handle = dxgmap_ddi.adapter[i].handle;
  }
  dxgmap_host_unlock();
  return (HANDLE)(uintptr_t)handle;
}

void dxgmap_close(void)
{
  const void *site = DXGMAP_DDI_SITE;
  for (HANDLE adapter = dxgmap_ddi_any_adapter(); adapter != NULL; adapter = dxgmap_ddi_any_adapter()) {
    (void)dxgmap_ddi_stop(adapter, NULL, site);
  }
  dxgmap_ddi_stop_objects(site);
  dxgmap_ddi_report_left(site);
  dxgmap_host_lock();
  dxgmap_state *state = dxgmap_ddi.state;
  dxgmap_ddi.state = NULL;
  dxgmap_ddi_trace_close();
  dxgmap_ddi_lookup_close();
  dxgmap_ddi_parts_close();
  dxgmap_ddi_failure_forget();
  dxgmap_host_threads_forget();
  dxgmap_host_unlock();
  if (state == NULL) {
    return;
  }
  dxgmap_ddi_faults_close();
  dxgmap_host_lock();
  dxgmap_ddi_tear_down(state);
  dxgmap_host_unlock();
  dxgmap_ddi_report_close();
}
