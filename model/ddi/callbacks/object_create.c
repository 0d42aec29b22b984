/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain_object.h"
#include "ddi/call/frames.h"
#include "ddi/call/object.h"
#include "ddi/machine/chain.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* DxgkCbCreatePhysicalMemoryObject. */

/* What a creation makes: an object and, with an adapter, its adapter object. */
typedef struct {
  dxgmap_object_request request;
  uint64_t ending; /* the adapter that the object ends with, or 0 */
  dxgmap_ddi_record *object;
  dxgmap_ddi_record *opened;
} dxgmap_ddi_creation;

static void dxgmap_ddi_create_decode(const dxgmap_ddi_call *call,
                                     const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_ddi_creation *c)
{
  bool io = arguments->Type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
  memset(c, 0, sizeof(*c));
  c->request.type = (uint32_t)arguments->Type;
  c->request.bound = arguments->hAdapter != NULL;
  c->request.cache = (uint32_t)arguments->CacheType;
  c->request.physical = io ? (uint64_t)arguments->IOSpace.BaseAddress.QuadPart : 0;
  c->request.length = ROUND_TO_PAGES(arguments->Size); /* zero, which the core refuses, for the last bytes of all */
  c->ending = io ? dxgmap_ddi_object_owner(arguments) : call->adapter;
}

/* The causes of Create, then those of Open (decision 42). */
static uint32_t dxgmap_ddi_create_causes(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  uint32_t cause = c->request.bound ? dxgmap_create_bound_admit(dxgmap_ddi.state, call->who, c->request, call->adapter)
                                    : dxgmap_create_admit(call->who, c->request);
  if (cause != DXGMAP_OK || c->request.type != DXGMAP_OBJECT_IO_SPACE) {
    return cause;
  }
  bool owned = c->ending != 0 && (!c->request.bound || dxgmap_ddi_lead(c->ending) == call->adapter);
  return owned ? DXGMAP_OK : DXGMAP_NOT_OWNED;
}

static uint32_t dxgmap_ddi_create_admit(dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  uint32_t cause = dxgmap_ddi_create_causes(call, c);
  dxgmap_ddi_blame_create(call, cause, &c->request);
  return cause;
}

static void dxgmap_ddi_create_cancel(dxgmap_ddi_creation *c)
{
  dxgmap_host_frames_drop(dxgmap_ddi_record_frames(c->object), c->object->pages);
  dxgmap_ddi_record_cancel(c->object);
  if (c->opened != NULL) {
    dxgmap_ddi_record_cancel(c->opened);
  }
}

static dxgmap_ddi_record *dxgmap_ddi_object_new(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c,
                                                const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  uint64_t pages = c->request.length / PAGE_SIZE;
  if (c->request.type != DXGMAP_OBJECT_IO_SPACE && pages > dxgmap_ddi.installed_pages) {
    return NULL;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_OBJECT, c->ending, pages, 0);
  if (record != NULL && !dxgmap_ddi_object_fill(arguments, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static bool dxgmap_ddi_create_acquire(const dxgmap_ddi_call *call, dxgmap_ddi_creation *c,
                                      const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  c->object = dxgmap_ddi_object_new(call, c, arguments);
  if (c->object == NULL) {
    return false;
  }
  c->object->type = c->request.type;
  c->object->physical = c->request.physical;
  c->object->length = c->request.length;
  if (!c->request.bound) {
    return true;
  }
  c->opened = dxgmap_ddi_opened_new(call, call->adapter, c->request.length);
  if (c->opened == NULL) {
    dxgmap_ddi_create_cancel(c);
    return false;
  }
  return true;
}

static uint32_t dxgmap_ddi_create_alone(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  dxgmap_outcome made = dxgmap_op_create(dxgmap_ddi.state, call->who, c->request);
  if (made.status == DXGMAP_OK) {
    dxgmap_ddi_record_bind(c->object, made.handle);
  }
  return made.status;
}

static uint32_t dxgmap_ddi_create_bound(const dxgmap_ddi_call *call, const dxgmap_ddi_creation *c)
{
  dxgmap_bound made = dxgmap_op_create_bound(dxgmap_ddi.state, call->who, c->request, call->adapter);
  if (made.status == DXGMAP_OK) {
    c->opened->parent = made.object;
    dxgmap_ddi_record_bind(c->opened, made.opened);
    dxgmap_ddi_record_bind(c->object, made.object);
  }
  return made.status;
}

static uint32_t dxgmap_ddi_create(dxgmap_ddi_call *call, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  dxgmap_ddi_creation c;
  if (!dxgmap_ddi_argument_out(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  call->adapter = dxgmap_ddi_lead((uint64_t)(uintptr_t)arguments->hAdapter);
  const char *fault = dxgmap_ddi_object_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  dxgmap_ddi_create_decode(call, arguments, &c);
  uint32_t cause = dxgmap_ddi_create_admit(call, &c);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_ddi_pressed(call, 0, 0, c.request.length)) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  if (!dxgmap_ddi_create_acquire(call, &c, arguments)) {
    if (c.request.type == DXGMAP_OBJECT_MDL) {
      dxgmap_ddi_frames_explain(call, arguments->Mdl.HighAddress);
    }
    return DXGMAP_CAUSE_NO_HOST;
  }
  cause = c.opened != NULL ? dxgmap_ddi_create_bound(call, &c) : dxgmap_ddi_create_alone(call, &c);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_create_cancel(&c);
    return cause;
  }
  arguments->hPhysicalMemoryObject = (HANDLE)(uintptr_t)c.object->mapping;
  arguments->hAdapterMemoryObject = c.opened != NULL ? (HANDLE)(uintptr_t)c.opened->mapping : NULL;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbCreatePhysicalMemoryObject(INOUT_PDXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CREATE_OBJECT, NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_create(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
