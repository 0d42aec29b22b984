/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_NOT_OWNED 1 */
/* says begins in resource 1 of the adapter, memory 0x210000000 to 0x2100fffff, and ends 0x100000 bytes beyond it */

/* After serenity #15326: maps pitch * height * 2, more than the BAR. */
#include "case.h"

int main(void)
{
  PVOID base = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_VIDEO_MEMORY};
  ULONG length = 2 * CASE_VIDEO_BYTES;
  case_open(DXGMAP_MODE_IDENTITY);
  if (NT_SUCCESS(case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, length, FALSE, FALSE, MmWriteCombined, &base))) {
    (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, base);
  }
  return case_close();
}
