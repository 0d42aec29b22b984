/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After tt-kmd #255: a user mode view of a BAR does not stay when the device is removed; here it is unmapped. */
#include "case.h"

int main(void)
{
  PVOID user = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_REGISTERS};
  case_open(DXGMAP_MODE_IDENTITY);
  dxgmap_set_process(100);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, 0x1000, FALSE, TRUE, MmNonCached, &user);
  volatile UCHAR *view = user;
  (void)view[0];
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, user);
  dxgmap_set_process(4);
  (void)dxgmap_adapter_stop(case_adapter, NULL);
  dxgmap_set_process(100);
  return case_close();
}
