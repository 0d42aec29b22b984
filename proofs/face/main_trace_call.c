/* SPDX-License-Identifier: MIT */
/* What a call writes into the trace: of each operation, as its callback tells of it, whether it succeeds or fails. */
#include "world_trace.h"

#include "model/ddi/call/operation.c"
#include "model/ddi/call/trace.c"
#include "model/ddi/call/trace_field.c"

#define CALL_STRUCTURES 3u
#define CALL_CAUSES 255u /* there are fewer */

typedef struct {
  uint32_t operation;
  uint32_t numbers; /* that a call is told of, if it succeeds */
  uint64_t structure[CALL_STRUCTURES];
} call_shape;

static const call_shape call_shapes[] = {
    {DXGMAP_OPERATION_PIN, 0, {sizeof(DXGKARGCB_PINFRAMEBUFFERFORSAVE)}},
    {DXGMAP_OPERATION_PIN2, 0, {sizeof(DXGKARGCB_PINFRAMEBUFFERFORSAVE2)}},
    {DXGMAP_OPERATION_UNPIN, 0, {sizeof(DXGKARGCB_UNPINFRAMEBUFFERFORSAVE)}},
    {DXGMAP_OPERATION_MAP_POINTER, 0, {sizeof(DXGKARGCB_MAPFRAMEBUFFERPOINTER)}},
    {DXGMAP_OPERATION_UNMAP_POINTER, 0, {sizeof(DXGKARGCB_UNMAPFRAMEBUFFERPOINTER)}},
    {DXGMAP_OPERATION_MAP_MDL, 0, {sizeof(DXGKARGCB_MAPMDLTOIOMMU)}},
    {DXGMAP_OPERATION_UNMAP_MDL, 0, {sizeof(DXGKARGCB_UNMAPMDLFROMIOMMU)}},
    {DXGMAP_OPERATION_ALLOCATE_PAGES, 0, {sizeof(DXGKARGCB_ALLOCATEPAGESFORMDL)}},
    {DXGMAP_OPERATION_FREE_PAGES, 0, {sizeof(HANDLE)}},
    {DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, 0, {sizeof(DXGKARGCB_ALLOCATECONTIGUOUSMEMORY)}},
    {DXGMAP_OPERATION_FREE_CONTIGUOUS, 0, {sizeof(HANDLE)}},
    {DXGMAP_OPERATION_MAP_VIEW, 5, {sizeof(PVOID)}},
    {DXGMAP_OPERATION_UNMAP_VIEW, 1},
    {DXGMAP_OPERATION_VIDEO_MAP, 1, {sizeof(ULONG), sizeof(ULONG), sizeof(PVOID)}},
    {DXGMAP_OPERATION_VIDEO_UNMAP, 2},
    {DXGMAP_OPERATION_GET_DEVICE_BASE, 4},
    {DXGMAP_OPERATION_FREE_DEVICE_BASE, 1},
    {DXGMAP_OPERATION_MAP_IO_SPACE, 4},
    {DXGMAP_OPERATION_UNMAP_IO_SPACE, 2},
    {DXGMAP_OPERATION_CREATE_OBJECT, 0, {sizeof(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT)}},
    {DXGMAP_OPERATION_DESTROY_OBJECT, 0, {sizeof(DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT)}},
    {DXGMAP_OPERATION_OPEN_OBJECT, 0, {sizeof(DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT)}},
    {DXGMAP_OPERATION_CLOSE_OBJECT, 0, {sizeof(DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT)}},
    {DXGMAP_OPERATION_MAP_OBJECT, 0, {sizeof(DXGKARGCB_MAP_PHYSICAL_MEMORY)}},
    {DXGMAP_OPERATION_UNMAP_OBJECT, 0, {sizeof(DXGKARGCB_UNMAP_PHYSICAL_MEMORY)}},
    {DXGMAP_OPERATION_ALLOCATE_ADL, 0, {sizeof(DXGKARGCB_ALLOCATE_ADL)}},
    {DXGMAP_OPERATION_FREE_ADL, 0, {sizeof(DXGKARGCB_FREE_ADL)}},
    {DXGMAP_OPERATION_ALLOCATE_MDL, 3},
    {DXGMAP_OPERATION_FREE_MDL, 1},
    {DXGMAP_OPERATION_LOCK_MDL, 2},
    {DXGMAP_OPERATION_UNLOCK_MDL, 1},
    {DXGMAP_OPERATION_BUILD_MDL, 1},
    {DXGMAP_OPERATION_ATTACH, 0},
    {DXGMAP_OPERATION_EXCLUSIVE_BEGIN, 0},
    {DXGMAP_OPERATION_EXCLUSIVE_END, 0},
    {DXGMAP_OPERATION_STOP, 0},
    {DXGMAP_OPERATION_REMOVE, 0},
    {DXGMAP_OPERATION_LINK, 2},
    {DXGMAP_OPERATION_POWER, 1},
    {DXGMAP_OPERATION_PROCESS_END, 1, {sizeof(uint64_t)}},
    {DXGMAP_OPERATION_MEMORY_GONE, 2},
    {DXGMAP_OPERATION_SYSTEM_MAP, 2, {sizeof(dxgmap_system_mapping)}},
    {DXGMAP_OPERATION_SYSTEM_UNMAP, 1},
    {DXGMAP_OPERATION_DEVICE_ACCESS, 3, {200}},
    {DXGMAP_OPERATION_START, 0, {sizeof(dxgmap_adapter_description), sizeof(HANDLE), 8}},
    /* A driver's call and a harness's that have no row. */
    {DXGMAP_OPERATION_READ_SPACE, 0, {200, 4}},
    {DXGMAP_OPERATION_TRANSLATE, 0, {8}},
};

#define CALL_SHAPES (sizeof(call_shapes) / sizeof(call_shapes[0]))

#define CALL_ROOM 256u

static FILE call_file;
/* Of which a structure has the last bytes: what is behind it, is nowhere. */
static char call_first[CALL_ROOM], call_second[CALL_ROOM], call_third[CALL_ROOM];
static char *const call_room[CALL_STRUCTURES] = {call_first, call_second, call_third};
static uint64_t call_pages[WORLD_PAGES];
static dxgmap_ddi_record call_live;
static uint64_t *call_frames;

/* What a call has acquired is there. */
dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping)
{
  /*@ check lives: mapping == WORLD_LIVE; */
  return &call_live;
}

uint64_t *dxgmap_ddi_record_frames(const dxgmap_ddi_record *record)
{
  /*@ check lives: record == &call_live; */
  return call_frames;
}

/* What the callback writes there, if it succeeds: any, but for what a trace follows. */
static void call_write(uint32_t operation, char *at, uint64_t bytes)
{
  static DXGK_ADL adl;
  Frama_C_make_unknown(at, bytes);
  switch (operation) {
  case DXGMAP_OPERATION_PIN2:
    ((DXGKARGCB_PINFRAMEBUFFERFORSAVE2 *)(void *)at)->pAdl = &adl;
    break;
  case DXGMAP_OPERATION_ALLOCATE_ADL:
    ((DXGKARGCB_ALLOCATE_ADL *)(void *)at)->pAdl = &adl;
    break;
  case DXGMAP_OPERATION_SYSTEM_MAP:
    ((dxgmap_system_mapping *)(void *)at)->adl = &adl;
    break;
  case DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS:
    ((DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *)(void *)at)->hMemoryHandle = (HANDLE)(uintptr_t)WORLD_LIVE;
    break;
  default:
    break;
  }
}

static void call_tell(const call_shape *shape, uint32_t numbers, uint32_t structures, bool good)
{
  uint64_t number[8];
  char *at[CALL_STRUCTURES];
  Frama_C_make_unknown((char *)number, sizeof(number));
  for (uint32_t i = 0; i < structures; i++) {
    at[i] = call_room[i] + CALL_ROOM - shape->structure[i];
    Frama_C_make_unknown(at[i], shape->structure[i]);
    dxgmap_ddi_trace_argument(at[i], shape->structure[i]);
  }
  dxgmap_ddi_trace_numbers(number, numbers);
  for (uint32_t i = 0; good && i < structures; i++) {
    call_write(shape->operation, at[i], shape->structure[i]);
  }
}

static uint32_t call_structures(const call_shape *shape)
{
  uint32_t structures = 0;
  while (structures < CALL_STRUCTURES && shape->structure[structures] != 0) {
    structures++;
  }
  return structures;
}

/* Whether an operation says something of the machine, or of its arguments. */
static void call_check(uint32_t operation, uint32_t notes, uint32_t cause)
{
  bool row = dxgmap_ddi_trace_row_of(operation) != NULL || operation == DXGMAP_OPERATION_START;
  bool stays = notes != 0 && (operation == DXGMAP_OPERATION_STOP || operation == DXGMAP_OPERATION_PROCESS_END);
  uint32_t lines = trace_lines;
  bool null = trace_null;
  bool begun = dxgmap_ddi_told_of.begun;
  /*@ check once: lines <= 1; */
  /*@ check end: !begun; */
  if (stays) {
    /*@ check nothing: lines == 0; */
  } else if (row && cause == DXGMAP_CAUSE_NONE) {
    /*@ check told: lines == 1; */
    /*@ check known: !null; */
  }
}

static void call_made(const call_shape *shape, dxgmap_ddi_call *call)
{
  uint32_t structures = call_structures(shape);
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_ddi_trace_enter(call);
  if (world_any()) {
    call_tell(shape, shape->numbers, structures, true);
  } else {
    uint32_t some = 0;
    while (some < structures && world_any()) {
      some++;
    }
    cause = Frama_C_unsigned_int_interval(1, CALL_CAUSES);
    call_tell(shape, world_any() ? shape->numbers : 0, some, false);
  }
  dxgmap_ddi_trace_leave(call, cause, (NTSTATUS)Frama_C_interval(INT32_MIN, INT32_MAX));
  call_check(shape->operation, call->notes, cause);
}

static void call_of(const call_shape *shape)
{
  dxgmap_ddi_call call;
  memset(&call, 0, sizeof(call));
  call.operation = shape->operation;
  call.open = true;
  call.adapter = world_any64();
  call.who.process = world_any64();
  call.site = Frama_C_nondet_ptr(WORLD_OWN, NULL);
  call.subject.address = world_any64();
  call.notes = world_any() ? 0 : Frama_C_unsigned_int_interval(1, DXGMAP_DDI_NOTES);
  call_made(shape, &call);
}

/* More than there is room for, and nothing; and outside of a call. */
static void call_more(void)
{
  static char byte[CALL_ROOM];
  const uint64_t number[10] = {0};
  dxgmap_ddi_call call;
  memset(&call, 0, sizeof(call));
  call.operation = DXGMAP_OPERATION_POWER;
  dxgmap_ddi_trace_argument(byte, 1);
  dxgmap_ddi_trace_numbers(number, 10);
  uint32_t structures = dxgmap_ddi_told_of.structures;
  uint32_t numbers = dxgmap_ddi_told_of.numbers;
  /*@ check outside: structures == 0 && numbers == 0; */
  dxgmap_ddi_trace_enter(&call);
  dxgmap_ddi_trace_argument(byte, 1);
  dxgmap_ddi_trace_argument(byte, 1);
  dxgmap_ddi_trace_argument(NULL, 0);
  dxgmap_ddi_trace_argument(byte, sizeof(byte)); /* the last one that there is room for */
  dxgmap_ddi_trace_argument(byte, 1);
  dxgmap_ddi_trace_numbers(number, 10);
  dxgmap_ddi_trace_leave(&call, DXGMAP_CAUSE_NONE, STATUS_SUCCESS);
  dxgmap_ddi_trace_leave(&call, DXGMAP_CAUSE_NONE, STATUS_SUCCESS);
  uint32_t lines = trace_lines;
  /*@ check once: lines == 1; */
}

void main(void)
{
  dxgmap_ddi_trace_file = &call_file;
  dxgmap_ddi_tracing = true;
  call_live.pages = 2;
  call_frames = call_pages + WORLD_PAGES - call_live.pages;
  for (uint32_t i = 0; i < CALL_SHAPES; i++) {
    if (world_any()) {
      call_of(&call_shapes[i]);
      return;
    }
  }
  call_more();
}
