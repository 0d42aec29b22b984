/* SPDX-License-Identifier: MIT */
/* A driver as it would be on Windows. -DMISTAKE=1 and -DMISTAKE=2 put mistakes into it. */
#include "driver.h"

#if !defined(MISTAKE)
#define MISTAKE 0
#endif

static NTSTATUS FirstUnpin(const DXGKRNL_INTERFACE *Dxgk)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin;

  unpin.PhysicalAdapterIndex = 0;
  return Dxgk->DxgkCbUnpinFrameBufferForSave(Dxgk->DeviceHandle, &unpin);
}

NTSTATUS FirstSave(const DXGKRNL_INTERFACE *Dxgk, SIZE_T Bytes)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin;
  PVOID address;
  NTSTATUS status;

  RtlZeroMemory(&pin, sizeof(pin));
  pin.CommitSize = Bytes;
  status = Dxgk->DxgkCbPinFrameBufferForSave(Dxgk->DeviceHandle, &pin);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  address = MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority);
  if (address == NULL) {
    if (MISTAKE != 1) { /* who forgets this leaks, but in no ordinary run */
      (VOID) FirstUnpin(Dxgk);
    }
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  RtlFillMemory(address, Bytes, 0x5A);
  status = FirstUnpin(Dxgk);
  if (MISTAKE == 2) {
    status = FirstUnpin(Dxgk); /* it is unpinned already */
  }
  return status;
}
