/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After pcimem #16, gds-nvidia-fs #77, raspberry-pi-pcie-devices #62 and Scarlet #487: one cache type for
   each BAR, and none for registers. */
#include "case.h"

static PVOID map(LONGLONG start, ULONG length, MEMORY_CACHING_TYPE cache)
{
  PVOID base = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = start};
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, length, FALSE, FALSE, cache, &base);
  return base;
}

int main(void)
{
  case_open(DXGMAP_MODE_IDENTITY);
  PVOID views[] = {
      map(CASE_VIDEO_MEMORY, CASE_VIDEO_BYTES, MmWriteCombined),
      map(CASE_VIDEO_MEMORY, CASE_VIDEO_BYTES, MmWriteCombined),
      map(CASE_REGISTERS, 0x1000, MmNonCached),
      map(CASE_REGISTERS + 0x1000, 0x1000, MmNonCached),
  };
  for (int i = 0; i < 4; i++) {
    if (views[i] != NULL) {
      (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, views[i]);
    }
  }
  return case_close();
}
