/* SPDX-License-Identifier: MIT */
#include "ddi/call/explain_view.h"

#include "ddi/call/explain.h"
#include "ddi/machine/record.h"
#include "ddi/machine/resources.h"
#include "ddi/machine/system.h"

/* ---- Ranges ---- */

/* The resource of that space that holds the first byte; DXGMAP_RESOURCES when none does. */
static uint32_t dxgmap_ddi_range_begins(const dxgmap_ddi_adapter *a, uint32_t space, uint64_t start)
{
  return dxgmap_ddi_resource_of(a, space, start, 1);
}

static void dxgmap_ddi_put_range(dxgmap_host_text *text, uint64_t start, uint64_t length)
{
  dxgmap_host_text_hex(text, start, 1);
  dxgmap_host_text_put(text, " to ");
  dxgmap_host_text_hex(text, start + (length - 1), 1);
}

/* "resource 1 of the adapter, memory 0x210000000 to 0x2100fffff" */
static void dxgmap_ddi_put_resource(dxgmap_host_text *text, const dxgmap_ddi_adapter *a, uint32_t i)
{
  const dxgmap_resource *r = &a->resource[i];
  dxgmap_host_text_put(text, "resource ");
  dxgmap_host_text_decimal(text, i);
  dxgmap_host_text_put(text,
                       r->space == DXGMAP_RESOURCE_PORTS ? " of the adapter, ports " : " of the adapter, memory ");
  dxgmap_ddi_put_range(text, r->start, r->length);
}

static void dxgmap_ddi_put_beyond(dxgmap_host_text *text, const dxgmap_ddi_adapter *a, uint32_t i,
                                  const dxgmap_view_request *request)
{
  const dxgmap_resource *r = &a->resource[i];
  dxgmap_host_text_put(text, " begins in ");
  dxgmap_ddi_put_resource(text, a, i);
  dxgmap_host_text_put(text, ", and ends ");
  dxgmap_host_text_hex(text, request->length - (r->length - (request->physical - r->start)), 1);
  dxgmap_host_text_put(text, " bytes beyond it");
}

static void dxgmap_ddi_put_other_space(dxgmap_host_text *text, const dxgmap_ddi_adapter *a, uint32_t i,
                                       const dxgmap_view_request *request)
{
  dxgmap_host_text_put(text, request->space == DXGMAP_IO_SPACE ? " is mapped as ports, and lies in "
                                                               : " is mapped as memory, and lies in ");
  dxgmap_ddi_put_resource(text, a, i);
  dxgmap_host_text_put(text, ": InIoSpace names the other space");
}

static void dxgmap_ddi_put_before(dxgmap_host_text *text, const dxgmap_ddi_adapter *a,
                                  const dxgmap_view_request *request)
{
  uint64_t last = request->physical + (request->length - 1);
  uint32_t ends = dxgmap_ddi_resource_of(a, request->space, last, 1);
  dxgmap_host_text_put(text, " begins in no resource of the adapter");
  if (ends < DXGMAP_RESOURCES && request->physical < a->resource[ends].start) {
    dxgmap_host_text_put(text, ", and ");
    dxgmap_host_text_hex(text, a->resource[ends].start - request->physical, 1);
    dxgmap_host_text_put(text, " bytes before ");
    dxgmap_ddi_put_resource(text, a, ends);
  }
}

void dxgmap_ddi_blame_range(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_view_request *request)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  dxgmap_host_text text;
  if (cause != DXGMAP_NOT_OWNED || a == NULL || request->length == 0) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range begins at ", request->physical, ", its length is ",
                              request->length);
    return;
  }
  uint32_t other = request->space == DXGMAP_IO_SPACE ? DXGMAP_MEMORY_SPACE : DXGMAP_IO_SPACE;
  uint32_t begins = dxgmap_ddi_range_begins(a, request->space, request->physical);
  uint32_t misnamed = dxgmap_ddi_range_begins(a, other, request->physical);
  dxgmap_host_text_to_string(&text, call->subject.detail, sizeof(call->subject.detail));
  dxgmap_host_text_put(&text, "the range ");
  dxgmap_ddi_put_range(&text, request->physical, request->length);
  if (begins < DXGMAP_RESOURCES) {
    dxgmap_ddi_put_beyond(&text, a, begins, request);
  } else if (misnamed < DXGMAP_RESOURCES) {
    dxgmap_ddi_put_other_space(&text, a, misnamed, request);
  } else {
    dxgmap_ddi_put_before(&text, a, request);
  }
  dxgmap_host_text_flush(&text);
}

/* ---- Addresses to unmap ---- */

/* The live mapping that begins where the variable at the address points to; NULL when it is no such variable. What it
   holds may be no pointer at all. */
static const dxgmap_ddi_record *dxgmap_ddi_variable_of(const void *variable)
{
  uintptr_t held;
  if ((uintptr_t)variable % sizeof(held) != 0 || !dxgmap_host_peek(variable, &held, sizeof(held))) {
    return NULL;
  }
  dxgmap_host_location where = dxgmap_host_locate((const void *)held);
  const dxgmap_ddi_record *record = where.place == DXGMAP_HOST_PLACE_LIVE ? dxgmap_ddi_record_find(where.owner) : NULL;
  return record != NULL && (uintptr_t)record->address == held ? record : NULL;
}

void dxgmap_ddi_blame_unmap(dxgmap_ddi_call *call, const char *name, const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *meant = NULL;
  if (address == NULL) {
    dxgmap_ddi_detail_words(&call->subject, name, " is NULL");
    return;
  }
  if (where.place == DXGMAP_HOST_PLACE_UNKNOWN) {
    meant = dxgmap_ddi_variable_of(address);
  }
  if (meant == NULL) {
    dxgmap_ddi_blame_address(call, address);
    return;
  }
  call->subject.address = (uint64_t)(uintptr_t)address;
  call->subject.mapping = meant->mapping;
  dxgmap_ddi_detail_words(&call->subject, name,
                          " is where the driver keeps the address of a live mapping, not that address: "
                          "unmap(&pointer) in place of unmap(pointer)");
}
