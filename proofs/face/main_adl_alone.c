/* SPDX-License-Identifier: MIT */
/* DxgkCbAllocateAdl, DxgkCbFreeAdl under the lock of a part (spec/locks.md): each succeeds, or has left all as it was
   when it is made anew under the machine's, from where main_adl has it. */
#include "world_alone.h"

#include "model/ddi/call/adl.c"
#include "model/ddi/call/pages.c"
#include "model/ddi/callbacks/allocate_adl.c"

#include "check_adl.h"
#include "inputs.h"

static DXGKARGCB_ALLOCATE_ADL alone_allocate;

static void world_over(void)
{
  DXGK_ADL *out = alone_allocate.pAdl;
  /*@ check out: (void *)out == WORLD_OWN; */
}

static void allocate(HANDLE opened, SIZE_T bytes)
{
  SIZE_T offset = world_any() ? 0 : PAGE_SIZE;
  alone_allocate.hAdapterMemoryObject = opened;
  alone_allocate.Offset = offset;
  alone_allocate.Size = bytes;
  alone_allocate.Flags.Value = world_any() ? 0 : world_any() ? 1 : Frama_C_unsigned_int_interval(2, UINT32_MAX);
  NTSTATUS status = DxgkCbAllocateAdl(INPUT_POINTER(&alone_allocate));
  /*@ check succeeds: status == 0; */
  check_adl(alone_allocate.pAdl, (uint32_t)(offset / PAGE_SIZE), (uint32_t)(bytes / PAGE_SIZE));
}

static void free_adl(HANDLE opened)
{
  DXGKARGCB_FREE_ADL arguments;
  arguments.hAdapterMemoryObject = opened;
  arguments.pAdl = (DXGK_ADL *)(uintptr_t)world_any64();
  input_live((uint32_t)Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1));
  DxgkCbFreeAdl(INPUT_POINTER(&arguments));
  /*@ check released: !world_live.live; */
}

void main(void)
{
  HANDLE opened = input_handle(WORLD_OPENED);
  input_machine();
  alone_allocate.pAdl = WORLD_OWN;
  world_begin_once();
  world_live.live = true;
  if (world_any()) {
    INPUT_SIZES(allocate, opened);
  } else {
    free_adl(opened);
  }
}
