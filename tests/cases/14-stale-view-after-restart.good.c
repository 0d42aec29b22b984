/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */
/* says case: the new view is elsewhere, and reads 0x55 */

/* After tt-kmd #254 and #34: the device is removed and comes back; the pointer of the first life is left alone. */
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
  CASE_SAYS("the new view is %s, and reads %#x", old == now ? "there" : "elsewhere", *view);
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, now);
  return case_close();
}
