/* SPDX-License-Identifier: MIT */
/* DxgkCbPinFrameBufferForSave, DxgkCbPinFrameBufferForSave2, DxgkCbUnpinFrameBufferForSave. */
#include "world_all.h"

#include "model/ddi/call/adl.c"
#include "model/ddi/call/lend.c"
#include "model/ddi/call/pages.c"
#include "model/ddi/callbacks/pin.c"

#include "check_adl.h"
#include "inputs.h"

static void pin(HANDLE adapter, SIZE_T bytes)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE arguments;
  arguments.PhysicalAdapterIndex = world_any32();
  arguments.CommitSize = bytes;
  arguments.pMdl = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbPinFrameBufferForSave(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pMdl == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired && world_captures == bytes / PAGE_SIZE; */
    const PFN_NUMBER *page = MmGetMdlPfnArray(arguments.pMdl);
    for (uint32_t i = 0; i < world_captures; i++) {
      /*@ check says: page[i] == world_captured[i]; */
    }
  }
}

static void pin2(HANDLE adapter, SIZE_T bytes)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 arguments;
  arguments.PhysicalAdapterIndex = world_any32();
  arguments.CommitSize = bytes;
  arguments.Flags.Value = world_any() ? world_any() : world_any32();
  arguments.pAdl = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbPinFrameBufferForSave2(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pAdl == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    check_adl(arguments.pAdl, 0, (uint32_t)(bytes / PAGE_SIZE));
  }
}

static void unpin(HANDLE adapter)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE arguments;
  arguments.PhysicalAdapterIndex = world_any32();
  input_live(world_any() ? DXGMAP_MAPPING_PIN : DXGMAP_MAPPING_PIN2);
  world_begin();
  (void)DxgkCbUnpinFrameBufferForSave(adapter, INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  input_machine();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    INPUT_SIZES(pin, adapter);
    break;
  case 1:
    INPUT_SIZES(pin2, adapter);
    break;
  default:
    unpin(adapter);
    break;
  }
}
