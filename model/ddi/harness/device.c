/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/call/trace.h"
#include "ddi/harness/device_memory.h"
#include "ddi/harness/translate.h"
#include "ddi/machine/chain.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/resources.h"
#include "ddi/machine/system.h"

/* The device: its reads and writes by logical address, and its own memory. */

/* What a read of physical memory that is not there gives. */
#define DXGMAP_DDI_FLOATING 0xFF

typedef struct {
  uint64_t logical;
  size_t length;
  bool read; /* into `to`; else it is a write, from `from` */
  uint8_t *to;
  const uint8_t *from;
} dxgmap_ddi_transfer;

/* One page's worth: false, and nothing is moved, where the host cannot. Where nobody's memory is (possible before the
   domain is attached), writes go nowhere. */
static bool dxgmap_ddi_transfer_page(const dxgmap_ddi_transfer *t, size_t done, uint64_t page, uint64_t offset,
                                     size_t length)
{
  dxgmap_host_result result = t->read ? dxgmap_host_frame_read(page, offset, t->to + done, length)
                                      : dxgmap_host_frame_write(page, offset, t->from + done, length);
  if (result == DXGMAP_HOST_NOT_PRESENT && t->read) {
    memset(t->to + done, DXGMAP_DDI_FLOATING, length);
  }
  return result == DXGMAP_HOST_OK || result == DXGMAP_HOST_NOT_PRESENT;
}

/* The same where nobody has to be asked whether the device may write. */
static bool dxgmap_ddi_transfer_unasked(const dxgmap_ddi_transfer *t, size_t done, uint64_t page, uint64_t offset,
                                        size_t length)
{
  return (t->read || !dxgmap_host_frame_guarded(page)) && dxgmap_ddi_transfer_page(t, done, page, offset, length);
}

/* What of a transfer lies in the page of its first byte that is not done. */
static size_t dxgmap_ddi_transfer_length(const dxgmap_ddi_transfer *t, size_t done)
{
  size_t left = t->length - done;
  uint64_t rest = PAGE_SIZE - (t->logical + done) % PAGE_SIZE;
  return left < rest ? left : (size_t)rest;
}

/* As much as needs neither the lock nor a report: each page found and copied in a read section of its own, so that an
   unmap waits for a page and not for the transfer. */
static size_t dxgmap_ddi_transfer_unlocked(uint64_t adapter, const dxgmap_ddi_transfer *t)
{
  size_t done = 0;
  while (done < t->length && dxgmap_ddi_lookup_begin(adapter)) {
    uint64_t logical = t->logical + done;
    size_t length = dxgmap_ddi_transfer_length(t, done);
    uint32_t value = dxgmap_ddi_lookup(adapter, logical / PAGE_SIZE);
    bool moved = value != 0 && dxgmap_ddi_transfer_unasked(t, done, value - 1u, logical % PAGE_SIZE, length);
    dxgmap_host_read_end();
    if (!moved) {
      return done;
    }
    done += length;
  }
  return done;
}

/* The domain of a device of a chain is its lead's; whether it may reach memory at all is its own matter. */
static uint32_t dxgmap_ddi_to_domain(dxgmap_ddi_call *call, bool *linked)
{
  uint64_t lead = dxgmap_ddi_lead(call->adapter);
  *linked = lead != call->adapter;
  if (!*linked) {
    bool unled = dxgmap_op_lead(dxgmap_ddi.state, lead).status == DXGMAP_NOT_LEAD;
    return unled ? DXGMAP_CAUSE_NOT_LEAD : DXGMAP_CAUSE_NONE;
  }
  uint32_t own = dxgmap_op_translate(dxgmap_ddi.state, call->adapter, 0).status;
  call->adapter = lead;
  return own == DXGMAP_OK || own == DXGMAP_BYPASS || own == DXGMAP_BLOCKED ? DXGMAP_CAUSE_NONE : own;
}

static dxgmap_answer dxgmap_ddi_domain_answer(const dxgmap_ddi_call *call, bool linked, uint64_t page)
{
  return linked ? dxgmap_ddi_translate_linked(call->adapter, page) : dxgmap_ddi_translate(call->adapter, page);
}

static uint32_t dxgmap_ddi_transfer_locked(dxgmap_ddi_call *call, const dxgmap_ddi_transfer *t, size_t *done)
{
  bool linked = false;
  uint32_t silent = dxgmap_ddi_to_domain(call, &linked);
  if (silent != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_blame_page(call, silent, t->logical + *done);
    return silent;
  }
  while (*done < t->length) {
    uint64_t logical = t->logical + *done;
    size_t length = dxgmap_ddi_transfer_length(t, *done);
    dxgmap_answer answer = dxgmap_ddi_domain_answer(call, linked, logical / PAGE_SIZE);
    if (answer.status != DXGMAP_OK && answer.status != DXGMAP_BYPASS) {
      dxgmap_ddi_blame_page(call, answer.status, logical);
      return answer.status;
    }
    uint32_t cause = dxgmap_ddi_device_denied(call, &answer, logical, !t->read);
    if (cause == DXGMAP_CAUSE_NONE && !dxgmap_ddi_transfer_page(t, *done, answer.page, logical % PAGE_SIZE, length)) {
      cause = dxgmap_ddi_blame_memory(call, &answer, logical);
    }
    if (cause != DXGMAP_CAUSE_NONE) {
      return cause;
    }
    *done += length;
  }
  return DXGMAP_CAUSE_NONE;
}

/* Whether the harness has asked for what can be, so that no lock is needed: why not is told under it. */
static bool dxgmap_ddi_transfer_sound(const dxgmap_ddi_transfer *t)
{
  const void *buffer = t->read ? t->to : t->from;
  return buffer != NULL && t->length <= UINT64_MAX - t->logical && dxgmap_ddi_argument_good(buffer, t->length, t->read);
}

static uint32_t dxgmap_ddi_transfer_judge(dxgmap_ddi_call *call, const dxgmap_ddi_transfer *t)
{
  if (t->length > UINT64_MAX - t->logical) {
    return dxgmap_ddi_bad(call, "the range ends beyond the last address");
  }
  bool there = t->read ? dxgmap_ddi_argument_out(call, "to", t->to, t->length)
                       : dxgmap_ddi_argument_in(call, "from", t->from, t->length);
  return there ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BAD_ARGUMENT;
}

/* What is left to do under the lock, be it the report of why it cannot be done. */
static uint32_t dxgmap_ddi_transfer_rest(HANDLE adapter, const dxgmap_ddi_transfer *t, size_t *done, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DEVICE_ACCESS, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  DXGMAP_DDI_TRACE(&call, t->read ? 0 : 1, t->logical, t->length);
  uint32_t cause = dxgmap_ddi_transfer_judge(&call, t);
  if (cause == DXGMAP_CAUSE_NONE) {
    cause = dxgmap_ddi_transfer_locked(&call, t, done);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

static uint32_t dxgmap_ddi_device_access(HANDLE adapter, const dxgmap_ddi_transfer *t, size_t *done, const void *site)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  size_t moved = 0;
  if (done != NULL && !dxgmap_ddi_argument_good(done, sizeof(*done), true) &&
      !dxgmap_ddi_argument_first(DXGMAP_OPERATION_DEVICE_ACCESS, "done", done, sizeof(*done), true, site)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (!dxgmap_ddi_traced() && dxgmap_ddi_transfer_sound(t)) { /* a trace has the order of all, which is the lock's */
    moved = dxgmap_ddi_transfer_unlocked((uint64_t)(uintptr_t)adapter, t);
  }
  if (moved == 0 || moved < t->length) {
    cause = dxgmap_ddi_transfer_rest(adapter, t, &moved, site);
  }
  if (done != NULL && cause != DXGMAP_CAUSE_NOT_OPEN) {
    *done = moved;
  }
  return cause;
}

uint32_t dxgmap_device_read(HANDLE adapter, uint64_t logical, void *to, size_t length, size_t *done)
{
  dxgmap_ddi_transfer t = {logical, length, true, to, NULL};
  return dxgmap_ddi_device_access(adapter, &t, done, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_device_write(HANDLE adapter, uint64_t logical, const void *from, size_t length, size_t *done)
{
  dxgmap_ddi_transfer t = {logical, length, false, NULL, from};
  return dxgmap_ddi_device_access(adapter, &t, done, DXGMAP_DDI_SITE);
}

static uint32_t dxgmap_ddi_find_unlocked(uint64_t adapter, uint64_t page)
{
  uint32_t value = 0;
  if (dxgmap_ddi_lookup_begin(adapter)) {
    value = dxgmap_ddi_lookup(adapter, page);
    dxgmap_host_read_end();
  }
  return value;
}

static uint32_t dxgmap_ddi_find_locked(HANDLE adapter, uint64_t logical, uint64_t *page, const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_TRANSLATE, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  bool linked = false;
  dxgmap_answer answer = {dxgmap_ddi_to_domain(&call, &linked), 0, 0};
  if (answer.status == DXGMAP_CAUSE_NONE) {
    answer = dxgmap_ddi_domain_answer(&call, linked, logical / PAGE_SIZE);
  }
  (void)dxgmap_ddi_leave(&call, answer.status);
  *page = answer.page;
  return answer.status;
}

uint32_t dxgmap_device_translate(HANDLE adapter, uint64_t logical, uint64_t *physical)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (physical != NULL && !dxgmap_ddi_argument_good(physical, sizeof(*physical), true) &&
      !dxgmap_ddi_argument_first(DXGMAP_OPERATION_TRANSLATE, "physical", physical, sizeof(*physical), true,
                                 DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t value = dxgmap_ddi_find_unlocked((uint64_t)(uintptr_t)adapter, logical / PAGE_SIZE);
  uint64_t page = value - 1u;
  if (value == 0) {
    cause = dxgmap_ddi_find_locked(adapter, logical, &page, DXGMAP_DDI_SITE);
  }
  if (physical != NULL && (cause == DXGMAP_CAUSE_NONE || cause == DXGMAP_CAUSE_BYPASS)) {
    *physical = page * PAGE_SIZE + logical % PAGE_SIZE;
  }
  return cause;
}

void *dxgmap_device_memory(HANDLE adapter, uint64_t physical, uint64_t length)
{
  dxgmap_ddi_call call;
  void *memory = NULL;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return NULL;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call.adapter);
  uint32_t i = DXGMAP_RESOURCES;
  if (a != NULL) {
    i = dxgmap_ddi_resource_of(a, DXGMAP_RESOURCE_MEMORY, physical, length);
  }
  if (i < DXGMAP_RESOURCES) {
    memory = dxgmap_ddi_resource_byte(a, i, physical);
  }
  (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  return memory;
}
