/* SPDX-License-Identifier: MIT */
/* The words about a refusal: explain.c, explain_object.c, explain_view.c, for every cause. Where they rely on a cause
   that says what is there, so does this: the core answers its causes in the documented order (T-COMP), and BAD_INDEX
   and TOO_LARGE come after those of the handle. */
#include "world.c"
#include "world_records.c"
#include "world_words.c"
#include "world_atomic.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/explain.c"
#include "model/ddi/call/explain_object.c"
#include "model/ddi/call/explain_view.c"
#include "model/ddi/call/note.c"

#include "inputs.h"
#include "plain_machine.h"

static dxgmap_ddi_record *any_record(void)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    return dxgmap_ddi_record_find(WORLD_OBJECT);
  case 1:
    return dxgmap_ddi_record_find(WORLD_OPENED);
  case 2:
    return dxgmap_ddi_record_find(WORLD_LIVE);
  default:
    return NULL;
  }
}

dxgmap_ddi_record *dxgmap_ddi_released_pin(uint64_t adapter, uint32_t index)
{
  return any_record();
}

dxgmap_ddi_record *dxgmap_ddi_released_port(uint64_t adapter, uint64_t port)
{
  return any_record();
}

dxgmap_ddi_record *dxgmap_ddi_released_page(uint64_t adapter, uint64_t page)
{
  return any_record();
}

/* Up to two mappings live. */
dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor)
{
  dxgmap_live live = {DXGMAP_NO_MORE};
  if (cursor < 2 && world_any()) {
    live.status = DXGMAP_OK;
    live.handle = WORLD_LIVE;
    live.descriptor.kind = Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1);
    live.descriptor.index = Frama_C_unsigned_int_interval(0, DXGMAP_CHAIN - 1);
  }
  return live;
}

uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind)
{
  return world_any() ? WORLD_LIVE : 0;
}

uint32_t dxgmap_close_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t opened)
{
  return opened == WORLD_OPENED && world_any() ? (uint32_t)DXGMAP_OK : world_refusal();
}

uint32_t dxgmap_ddi_resource_of(const dxgmap_ddi_adapter *a, uint32_t space, uint64_t start, uint64_t length)
{
  return world_any() ? Frama_C_unsigned_int_interval(0, DXGMAP_RESOURCES - 1) : DXGMAP_RESOURCES;
}

bool dxgmap_host_peek(const void *address, void *to, uint64_t length)
{
  /*@ check room: \valid((char *)to + (0 .. length - 1)); */
  if (world_any()) {
    return false;
  }
  *(void **)to = world_any() ? (void *)dxgmap_ddi.window.base : (void *)(uintptr_t)world_any64();
  return true;
}

static dxgmap_ddi_call explain_call;

static void begin(bool known)
{
  world_begin_once();
  dxgmap_ddi.adapter[0].capability = world_any32();
  explain_call.open = known || (dxgmap_ddi.state != NULL && world_any());
  explain_call.adapter = known ? WORLD_ADAPTER : (uint64_t)(uintptr_t)input_handle(WORLD_ADAPTER);
  input_live((uint32_t)Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1));
  world_live.ended = world_any();
  world_live.parent = world_any64();
  world_live.address = dxgmap_ddi.window.base;
}

/* Each one by one, so that it is known below which it is. */
static uint32_t any_cause(void)
{
  uint32_t cause = DXGMAP_OK;
  while (cause < DXGMAP_BAD_POWER && world_any()) {
    cause++;
  }
  return cause;
}

/* Of a pin or a pointer. */
static void of_save_area(void)
{
  uint32_t cause = any_cause();
  uint32_t index = world_any32();
  if (cause == DXGMAP_BAD_INDEX || cause == DXGMAP_TOO_LARGE) {
    begin(true);
    index = cause == DXGMAP_TOO_LARGE ? Frama_C_unsigned_int_interval(0, DXGMAP_CHAIN - 1) : index;
  } else {
    begin(false);
  }
  dxgmap_ddi_blame_size(&explain_call, cause, index, world_any64(), world_any64());
  dxgmap_ddi_blame_pin(&explain_call, cause, index);
}

static void of_caller(void)
{
  begin(false);
  switch (Frama_C_interval(0, 3)) {
  case 0:
    dxgmap_ddi_blame_caller(&explain_call, any_cause());
    break;
  case 1:
    dxgmap_ddi_blame_handle(&explain_call, any_cause(), input_handle(WORLD_LIVE), world_any32());
    break;
  case 2:
    dxgmap_ddi_blame_address(&explain_call, (void *)(uintptr_t)world_any64());
    break;
  default:
    dxgmap_ddi_blame_page(&explain_call, any_cause(), world_any64());
    break;
  }
}

static void of_object(void)
{
  dxgmap_object_request request = {.length = world_any64(), .physical = world_any64()};
  uint32_t cause = any_cause();
  HANDLE object = input_handle(WORLD_OBJECT);
  begin(false);
  switch (Frama_C_interval(0, 5)) {
  case 0:
    dxgmap_ddi_blame_create(&explain_call, cause, &request);
    break;
  case 1:
    dxgmap_ddi_blame_open(&explain_call, cause, object);
    break;
  case 2:
    dxgmap_ddi_blame_close(&explain_call, cause, input_handle(WORLD_OPENED));
    break;
  case 3:
    dxgmap_ddi_blame_destroy(&explain_call, cause, object);
    break;
  case 4:
    dxgmap_ddi_blame_destroy_both(&explain_call, cause, object, input_handle(WORLD_OPENED));
    break;
  default:
    dxgmap_ddi_blame_map_object(&explain_call, cause, cause == DXGMAP_TOO_LARGE ? WORLD_OBJECT : world_any64(),
                                world_any64());
    break;
  }
}

static void of_list(void)
{
  uint32_t cause = any_cause();
  DXGKARGCB_ALLOCATE_ADL allocate = {.Offset = world_any64(), .Size = world_any64()};
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {input_handle(WORLD_OBJECT), WORLD_OWN, world_any64()};
  allocate.hAdapterMemoryObject = cause == DXGMAP_TOO_LARGE ? (HANDLE)WORLD_OPENED : input_handle(WORLD_OPENED);
  begin(false);
  switch (Frama_C_interval(0, 2)) {
  case 0:
    dxgmap_ddi_blame_allocate_adl(&explain_call, cause, &allocate);
    break;
  case 1:
    dxgmap_ddi_blame_free_adl(&explain_call, cause, any_record(), world_any64());
    break;
  default:
    dxgmap_ddi_blame_unmap_object(&explain_call, cause, &unmap, any_record());
    break;
  }
}

static void of_view(void)
{
  dxgmap_view_request request = {
      .space = world_any() ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE, .physical = world_any64(), .length = world_any64()};
  begin(false);
  if (world_any()) {
    dxgmap_ddi_blame_range(&explain_call, any_cause(), &request);
  } else {
    dxgmap_ddi_blame_unmap(&explain_call, "VirtualAddress", world_any() ? WORLD_OWN : (void *)(uintptr_t)world_any64());
  }
}

void main(void)
{
  plain_machine();
  switch (Frama_C_interval(0, 4)) {
  case 0:
    of_save_area();
    break;
  case 1:
    of_caller();
    break;
  case 2:
    of_object();
    break;
  case 3:
    of_list();
    break;
  default:
    of_view();
    break;
  }
}
