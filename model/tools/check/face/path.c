/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "ddi/call/status.h"

/* What the analyser prints, a line for each path; check.py reads them. */
void Frama_C_show_each_enter(uint64_t from, uint64_t to, uint32_t operation);
void Frama_C_show_each_leave(uint64_t from, uint64_t to, uint32_t operation, uint32_t cause, uint32_t failed,
                             NTSTATUS status);
void Frama_C_show_each_report(uint64_t path, uint32_t operation, uint32_t cause, uint32_t kind, uint64_t made,
                              uint64_t ended, const char *detail);
void Frama_C_show_each_part(uint64_t from, uint64_t to);
void Frama_C_show_each_unmodelled(uint64_t path, const char *name);

dxgmap_check_machine dxgmap_checked;
volatile int dxgmap_check_any;

/* By default every acquisition of a path may fail. */
#if !defined(DXGMAP_CHECK_FAILURES)
#define DXGMAP_CHECK_FAILURES UINT32_MAX
#endif

/* A number for a path that has one more event: the multiplier of FNV. */
static uint64_t dxgmap_check_step(uint64_t path, uint64_t event)
{
  return (path ^ event) * 0x100000001B3u + 1u;
}

void dxgmap_check_enter(uint32_t operation)
{
  uint64_t from = dxgmap_checked.path;
  dxgmap_checked.path = dxgmap_check_step(from, operation);
  dxgmap_checked.failed = false;
  dxgmap_checked.detail = "";
  dxgmap_checked.about = NULL;
  Frama_C_show_each_enter(from, dxgmap_checked.path, operation);
}

NTSTATUS dxgmap_check_leave(uint32_t operation, uint32_t cause, dxgmap_check_entry *made)
{
  uint64_t from = dxgmap_checked.path;
  dxgmap_checked.path = dxgmap_check_step(from, ((uint64_t)cause << 8) + (dxgmap_checked.failed ? 2u : 1u));
  NTSTATUS status = cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : dxgmap_ddi_cause_row(cause)->status;
  Frama_C_show_each_leave(from, dxgmap_checked.path, operation, cause, dxgmap_checked.failed, status);
  if (made != NULL) {
    made->made = dxgmap_checked.path;
  }
  if (cause != DXGMAP_CAUSE_NONE && dxgmap_ddi_is_violation(operation, cause) && cause != DXGMAP_CAUSE_NOT_MODELLED) {
    dxgmap_check_report(operation, cause, dxgmap_checked.about, dxgmap_checked.detail);
  }
  return status;
}

bool dxgmap_check_fails(void)
{
  if (dxgmap_checked.failures < DXGMAP_CHECK_FAILURES && dxgmap_check_any != 0) {
    dxgmap_checked.failures += 1;
    dxgmap_checked.failed = true;
    return true;
  }
  return false;
}

void dxgmap_check_report(uint32_t operation, uint32_t cause, const dxgmap_check_entry *entry, const char *detail)
{
  uint32_t kind = entry != NULL ? entry->kind : DXGMAP_MAPPING_NONE;
  dxgmap_checked.errors += 1;
  Frama_C_show_each_report(dxgmap_checked.path, operation, cause, kind, entry != NULL ? entry->made : 0,
                           entry != NULL ? entry->ended : 0, detail);
}

uint32_t dxgmap_check_bad(const char *detail)
{
  dxgmap_checked.detail = detail;
  return DXGMAP_CAUSE_BAD_ARGUMENT;
}

void dxgmap_check_about(const dxgmap_check_entry *entry)
{
  dxgmap_checked.about = entry;
}

void dxgmap_check_part(const dxgmap_check_entry *gone)
{
  uint64_t from = dxgmap_checked.path;
  uint64_t which = (uint64_t)(gone - dxgmap_checked.entry);
  dxgmap_checked.path = dxgmap_check_step(from, (which << 8) + 3u);
  Frama_C_show_each_part(from, dxgmap_checked.path);
}

void dxgmap_check_unmodelled(const char *name)
{
  Frama_C_show_each_unmodelled(dxgmap_checked.path, name);
}

dxgmap_caller dxgmap_check_who(void)
{
  dxgmap_caller who = {dxgmap_checked.irql, dxgmap_checked.process, 0};
  return who;
}
