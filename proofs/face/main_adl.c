/* SPDX-License-Identifier: MIT */
/* DxgkCbAllocateAdl, DxgkCbFreeAdl. */
#include "world_all.h"

#include "model/ddi/call/adl.c"
#include "model/ddi/call/pages.c"
#include "model/ddi/callbacks/allocate_adl.c"

#include "check_adl.h"
#include "inputs.h"

static void allocate_at(HANDLE opened, SIZE_T offset, SIZE_T bytes)
{
  DXGKARGCB_ALLOCATE_ADL arguments;
  arguments.hAdapterMemoryObject = opened;
  arguments.Offset = offset;
  arguments.Size = bytes;
  switch (Frama_C_interval(0, 4)) {
  case 0:
    arguments.Flags.Value = 0;
    break;
  case 1:
    arguments.Flags.Value = 1;
    break;
  case 2:
    arguments.Flags.Value = 2;
    break;
  case 3:
    arguments.Flags.Value = 3;
    break;
  default:
    arguments.Flags.Value = Frama_C_unsigned_int_interval(4, UINT32_MAX);
    break;
  }
  arguments.pAdl = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbAllocateAdl(INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pAdl == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    check_adl(arguments.pAdl, (uint32_t)(offset / PAGE_SIZE), (uint32_t)(bytes / PAGE_SIZE));
  }
}

static void allocate(HANDLE opened, SIZE_T bytes)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    allocate_at(opened, 0, bytes);
    break;
  case 1:
    allocate_at(opened, PAGE_SIZE, bytes);
    break;
  case 2:
    allocate_at(opened, Frama_C_unsigned_long_interval(1, PAGE_SIZE - 1), bytes);
    break;
  default:
    allocate_at(opened, Frama_C_unsigned_long_interval(PAGE_SIZE + 1, UINT64_MAX), bytes);
    break;
  }
}

static void free_adl(HANDLE opened)
{
  DXGKARGCB_FREE_ADL arguments;
  arguments.hAdapterMemoryObject = opened;
  arguments.pAdl = (DXGK_ADL *)(uintptr_t)world_any64();
  input_live(DXGMAP_MAPPING_ADL);
  world_begin();
  DxgkCbFreeAdl(INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE opened = input_handle(WORLD_OPENED);
  input_machine();
  if (world_any()) {
    INPUT_SIZES(allocate, opened);
  } else {
    free_adl(opened);
  }
}
