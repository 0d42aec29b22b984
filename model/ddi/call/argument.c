/* SPDX-License-Identifier: MIT */
#include "ddi/call/argument.h"

#include "ddi/machine/record.h"
#include "host/host.h"

static bool dxgmap_ddi_argument_bad(dxgmap_ddi_call *call, const char *name, const void *at, const char *what)
{
  call->subject.address = (uint64_t)(uintptr_t)at;
  dxgmap_ddi_detail_words(&call->subject, name, what);
  return false;
}

/* What is wrong with a byte of an argument in a window of the library's; NULL: nothing, as far as windows go. A poison
   page is there for what went on after a fault, and is no memory of the driver's. */
static const char *dxgmap_ddi_argument_window(dxgmap_ddi_call *call, const void *byte)
{
  dxgmap_host_location where = dxgmap_host_locate(byte);
  if (where.place == DXGMAP_HOST_PLACE_UNKNOWN || (where.place == DXGMAP_HOST_PLACE_LIVE && where.backed)) {
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

static bool dxgmap_ddi_argument_slow(dxgmap_ddi_call *call, const char *name, const void *at, size_t bytes, bool write)
{
  if (at == NULL) {
    return dxgmap_ddi_argument_bad(call, name, at, " is NULL");
  }
  if ((uintptr_t)at > UINTPTR_MAX - bytes) {
    return dxgmap_ddi_argument_bad(call, name, at, " lies at the end of all addresses");
  }
  const char *fault = dxgmap_ddi_argument_window(call, at);
  if (fault == NULL) {
    fault = dxgmap_ddi_argument_window(call, (const uint8_t *)at + bytes - 1);
  }
  if (fault != NULL) {
    return dxgmap_ddi_argument_bad(call, name, at, fault);
  }
  if (!dxgmap_host_probe(at, bytes, false)) {
    return dxgmap_ddi_argument_bad(call, name, at, " lies where the process has no memory that can be read");
  }
  if (write && !dxgmap_host_probe(at, bytes, true)) {
    return dxgmap_ddi_argument_bad(call, name, at,
                                   " lies in memory that cannot be written, and the callback writes to it");
  }
  return true;
}

bool dxgmap_ddi_argument_in(dxgmap_ddi_call *call, const char *name, const void *at, size_t bytes)
{
  return dxgmap_host_on_stack(at, bytes) || dxgmap_ddi_argument_slow(call, name, at, bytes, false);
}

bool dxgmap_ddi_argument_out(dxgmap_ddi_call *call, const char *name, const void *at, size_t bytes)
{
  return dxgmap_host_on_stack(at, bytes) || dxgmap_ddi_argument_slow(call, name, at, bytes, true);
}
