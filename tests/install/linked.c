/* SPDX-License-Identifier: MIT */
/* A harness as a user builds one, with the flags that pkg-config gives: an adapter starts, its driver pins the save
   area through the interface and unpins it, and nothing is left at the stop. */
#include <stdio.h>

#include <dispmprt.h>
#include <dxgmap.h>

static int pin_and_unpin(HANDLE adapter)
{
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {.CommitSize = PAGE_SIZE};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {.PhysicalAdapterIndex = 0};

  return dxgmap_adapter_interface(adapter, &dxgkrnl) == DXGMAP_CAUSE_NONE &&
         NT_SUCCESS(dxgkrnl.DxgkCbPinFrameBufferForSave(dxgkrnl.DeviceHandle, &pin)) && pin.pMdl != NULL &&
         NT_SUCCESS(dxgkrnl.DxgkCbUnpinFrameBufferForSave(dxgkrnl.DeviceHandle, &unpin));
}

int main(void)
{
  const uint64_t save_bytes[] = {PAGE_SIZE};
  const dxgmap_adapter_description description = {.physical_adapters = 1, .save_bytes = save_bytes};
  HANDLE adapter = NULL;
  uint64_t leaks = 1;

  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE) {
    fputs("no adapter\n", stderr);
    return 1;
  }
  const int pinned = pin_and_unpin(adapter);
  const uint32_t stopped = dxgmap_adapter_stop(adapter, &leaks);
  const uint64_t violations = dxgmap_violations();

  dxgmap_close();
  if (!pinned || stopped != DXGMAP_CAUSE_NONE || leaks != 0 || violations != 0) {
    fprintf(stderr, "pinned %d, stop %u, leaks %ju, violations %ju\n", pinned, stopped, (uintmax_t)leaks,
            (uintmax_t)violations);
    return 1;
  }
  return 0;
}
