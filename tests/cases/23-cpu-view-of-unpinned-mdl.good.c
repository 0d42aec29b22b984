/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After acrn-devicemodel #44: what was released is used again. Here it is the MDL of a pin, mapped for the CPU. */
#include "case.h"

int main(void)
{
  case_open(DXGMAP_MODE_IDENTITY);
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, CASE_SAVE_BYTES, NULL};
  (void)case_dxgkrnl.DxgkCbPinFrameBufferForSave(case_adapter, &pin);
  volatile UCHAR *view = MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority);
  view[0] = 1;
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  (void)case_dxgkrnl.DxgkCbUnpinFrameBufferForSave(case_adapter, &unpin);
  return case_close();
}
