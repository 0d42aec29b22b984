/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_CPU_ACCESS 1, DXGMAP_BAD_ADDRESS 1 */
/* says a write to a mapping that was released */
/* says the mapping at the address was released already */
/* says case: the new view is elsewhere, and reads 0x55 */

/* After tt-kmd #254 and #34: the device is removed and comes back; a pointer of the first life is used in the second.
   */
#include "case.h"

int main(void)
{
  PVOID old = NULL;
  PVOID now = NULL;
  PHYSICAL_ADDRESS registers = {.QuadPart = CASE_REGISTERS};
  PHYSICAL_ADDRESS memory = {.QuadPart = CASE_VIDEO_MEMORY};
  case_open(DXGMAP_MODE_IDENTITY);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, registers, 0x1000, FALSE, FALSE, MmNonCached, &old);
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, old);
  (void)dxgmap_adapter_stop(case_adapter, NULL);
  case_start(DXGMAP_MODE_IDENTITY);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, memory, 0x1000, FALSE, FALSE, MmNonCached, &now);
  volatile UCHAR *view = now;
  *view = 0x55;
  *(volatile UCHAR *)old = 0x77;
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, old);
  CASE_SAYS("the new view is %s, and reads %#x", old == now ? "there" : "elsewhere", *view);
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, now);
  return case_close();
}
