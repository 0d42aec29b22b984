/* SPDX-License-Identifier: MIT */
#include "ddi/call/argument.h"

#include <string.h>

#include "ddi/call/call.h"
#include "ddi/call/operation.h"
#include "ddi/call/trace.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"
#include "dxgmap_page.h"

/* A fault of the harness has no status to be answered with, and is reported all the same. */
static bool dxgmap_ddi_argument_bad(dxgmap_ddi_call *call, const char *name, const void *at, const char *what)
{
  dxgmap_ddi_note *note = &call->subject;
  if (dxgmap_ddi_operation_row(call->operation)->harness) {
    note = dxgmap_ddi_also(call, DXGMAP_CAUSE_BAD_ARGUMENT, call->subject.mapping);
  }
  note->address = (uint64_t)(uintptr_t)at;
  dxgmap_ddi_detail_words(note, name, what);
  return false;
}

/* ---- In windows of the library ---- */

/* Whether nothing is wrong with a byte there, as far as windows go. A poison page is there for what went on after a
   fault, and is no memory of the driver's. */
static bool dxgmap_ddi_argument_placed(const dxgmap_host_location *where)
{
  return where->place == DXGMAP_HOST_PLACE_UNKNOWN || (where->place == DXGMAP_HOST_PLACE_LIVE && where->backed);
}

/* What is wrong with it; NULL: nothing. */
static const char *dxgmap_ddi_argument_window(dxgmap_ddi_call *call, const void *byte)
{
  dxgmap_host_location where = dxgmap_host_locate(byte);
  if (dxgmap_ddi_argument_placed(&where)) {
    return NULL;
  }
  call->subject.mapping = where.owner;
  if (where.place == DXGMAP_HOST_PLACE_LIVE) {
    return " lies in a page of a live mapping that holds no data";
  }
  if (where.place == DXGMAP_HOST_PLACE_FREE) {
    return " lies among the addresses of views, where nothing was ever mapped";
  }
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  return record != NULL && record->ended ? " lies in a mapping that ended with its adapter, which was stopped"
                                         : " lies in a mapping that was released";
}

/* The same of its first and last byte. Without a system there are no windows. */
static const char *dxgmap_ddi_argument_windows(dxgmap_ddi_call *call, const uint8_t *at, uint64_t bytes)
{
  const char *fault = NULL;
  if (call->open) {
    fault = dxgmap_ddi_argument_window(call, at);
    fault = fault != NULL ? fault : dxgmap_ddi_argument_window(call, at + bytes - 1);
  }
  return fault;
}

/* ---- Anywhere ---- */

static bool dxgmap_ddi_argument_slow(dxgmap_ddi_call *call, const char *name, const void *at, uint64_t bytes,
                                     bool write)
{
  if (at == NULL) {
    return dxgmap_ddi_argument_bad(call, name, at, " is NULL");
  }
  if (bytes == 0) {
    return true;
  }
  if ((uintptr_t)at > UINTPTR_MAX - bytes) {
    return dxgmap_ddi_argument_bad(call, name, at, " lies at the end of all addresses");
  }
  const char *fault = dxgmap_ddi_argument_windows(call, at, bytes);
  if (fault != NULL) {
    return dxgmap_ddi_argument_bad(call, name, at, fault);
  }
  if (dxgmap_host_probe(at, bytes, write)) {
    return true;
  }
  bool readable = write && dxgmap_host_probe(at, bytes, false);
  return dxgmap_ddi_argument_bad(call, name, at,
                                 readable ? " lies in memory that cannot be written, and the callback writes to it"
                                          : " lies where the process has no memory that can be read");
}

/* What a trace has of a call is what stands in its arguments, so it has to know where they are. */
static inline bool dxgmap_ddi_argument_told(const dxgmap_ddi_call *call, bool good, const void *at, uint64_t bytes)
{
  if (good && call->open && dxgmap_ddi_traced()) {
    dxgmap_ddi_trace_argument(at, bytes);
  }
  return good;
}

bool dxgmap_ddi_argument_in(dxgmap_ddi_call *call, const char *name, const void *at, uint64_t bytes)
{
  bool good = dxgmap_host_on_stack(at, bytes) || dxgmap_ddi_argument_slow(call, name, at, bytes, false);
  return dxgmap_ddi_argument_told(call, good, at, bytes);
}

bool dxgmap_ddi_argument_out(dxgmap_ddi_call *call, const char *name, const void *at, uint64_t bytes)
{
  bool good = dxgmap_host_on_stack(at, bytes) || dxgmap_ddi_argument_slow(call, name, at, bytes, true);
  return dxgmap_ddi_argument_told(call, good, at, bytes);
}

bool dxgmap_ddi_argument_text(dxgmap_ddi_call *call, const char *name, const void *at, uint32_t width)
{
  static const uint8_t zero[sizeof(uint32_t)];
  for (const uint8_t *character = at;; character += width) {
    if ((character == at || dxgmap_ddi_argument_enters_page(character, width)) &&
        !dxgmap_ddi_argument_in(call, name, character, width)) {
      return false;
    }
    if (memcmp(character, zero, width) == 0) {
      return true;
    }
  }
}

bool dxgmap_ddi_argument_enters_page(const void *character, uint32_t width)
{
  return ((uintptr_t)character + width - 1) % PAGE_SIZE < width;
}

/* A call that asks about one argument, and may be made before the system is open. */
static void dxgmap_ddi_argument_call(dxgmap_ddi_call *call, uint32_t operation, const void *site)
{
  memset(call, 0, sizeof(*call));
  call->operation = operation;
  call->site = site;
  dxgmap_host_lock();
  call->open = dxgmap_ddi.state != NULL;
  if (!call->open) {
    dxgmap_host_unlock();
  }
}

bool dxgmap_ddi_argument_first(uint32_t operation, const char *name, const void *at, uint64_t bytes, bool write,
                               const void *site)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_argument_call(&call, operation, site);
  bool good = write ? dxgmap_ddi_argument_out(&call, name, at, bytes) : dxgmap_ddi_argument_in(&call, name, at, bytes);
  (void)dxgmap_ddi_leave(&call, good ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BAD_ARGUMENT);
  return good;
}

bool dxgmap_ddi_argument_first_text(uint32_t operation, const char *name, const char *at, const void *site)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_argument_call(&call, operation, site);
  bool good = dxgmap_ddi_argument_text(&call, name, at, 1);
  (void)dxgmap_ddi_leave(&call, good ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BAD_ARGUMENT);
  return good;
}

bool dxgmap_ddi_argument_good(const void *at, uint64_t bytes, bool write)
{
  if (dxgmap_host_on_stack(at, bytes) || bytes == 0) {
    return true;
  }
  if ((uintptr_t)at > UINTPTR_MAX - bytes) {
    return false;
  }
  dxgmap_host_location where = dxgmap_host_locate(at);
  bool placed = dxgmap_ddi_argument_placed(&where);
  if (placed && (uintptr_t)at % PAGE_SIZE + bytes > PAGE_SIZE) { /* a page is in one window, or in none */
    where = dxgmap_host_locate((const uint8_t *)at + (bytes - 1));
    placed = dxgmap_ddi_argument_placed(&where);
  }
  return placed && dxgmap_host_probe(at, bytes, write);
}
