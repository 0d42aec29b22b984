/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After libdrmtap #9: a structure that lies in a mapping is used while the mapping lives; here it is the argument of a
   callback. */
#include "case.h"

int main(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {.Size = PAGE_SIZE};
  case_open(DXGMAP_MODE_IDENTITY);
  (void)case_dxgkrnl.DxgkCbMapFrameBufferPointer(case_adapter, &map);
  DXGKARGCB_PINFRAMEBUFFERFORSAVE *pin = (void *)((PUCHAR)map.pBaseAddress + map.Offset);
  pin->PhysicalAdapterIndex = 0;
  pin->CommitSize = CASE_SAVE_BYTES;
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {.pBaseAddress = map.pBaseAddress};
  (void)case_dxgkrnl.DxgkCbPinFrameBufferForSave(case_adapter, pin);
  (void)case_dxgkrnl.DxgkCbUnmapFrameBufferPointer(case_adapter, &unmap);
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  (void)case_dxgkrnl.DxgkCbUnpinFrameBufferForSave(case_adapter, &unpin);
  return case_close();
}
