/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_CACHE_CONFLICT 2, DXGMAP_BAD_ARGUMENT 1 */
/* says the range is mapped MmNonCached, and a live view of it is MmWriteCombined */
/* says memory of the device is mapped MmCached */
/* says CacheType is unknown */

/* After pcimem #16, gds-nvidia-fs #77, raspberry-pi-pcie-devices #62 and Scarlet #487: one BAR under two cache types,
   registers behind a cache, a type that there is not. */
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
      map(CASE_VIDEO_MEMORY, CASE_VIDEO_BYTES, MmNonCached),
      map(CASE_REGISTERS, 0x1000, MmCached),
      map(CASE_REGISTERS + 0x1000, 0x1000, (MEMORY_CACHING_TYPE)77),
  };
  for (int i = 0; i < 4; i++) {
    if (views[i] != NULL) {
      (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, views[i]);
    }
  }
  return case_close();
}
