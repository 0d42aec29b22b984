/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_CPU_ACCESS 2, DXGMAP_LIST_GONE 1 */
/* says case: the MDL gives NULL */

/* After acrn-devicemodel #44: what was released is used again. Here it is the MDL of a pin, mapped for the CPU: the
   view is
   touched, twice in one page and once in the next, and the MDL is mapped anew. */
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
  view[0] = 2;
  view[1] = 2;
  view[PAGE_SIZE] = 2;
  PVOID again = MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority);
  CASE_SAYS("the MDL gives %s", again != NULL ? "an address" : "NULL");
  return case_close();
}
