/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_LEAK 1, DXGMAP_CPU_ACCESS 1 */
/* says a read of a mapping that ended with its adapter, which was stopped */
/* says (ended by a stop) */
/* says the stop of its adapter: */
/* says case: the program reads 0xdb */

/* After tt-kmd #255: a user mode view of a BAR stays in the program when the device is removed, which goes on reading.
   */
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
  dxgmap_set_process(4);
  (void)dxgmap_adapter_stop(case_adapter, NULL);
  dxgmap_set_process(100);
  CASE_SAYS("the program reads %#x", view[0]);
  return case_close();
}
