/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After serenity #15326: maps pitch * height * 2, more than the BAR. */
#include "case.h"

int main(void)
{
  PVOID base = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_VIDEO_MEMORY};
  ULONG length = CASE_VIDEO_BYTES;
  case_open(DXGMAP_MODE_IDENTITY);
  if (NT_SUCCESS(case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, length, FALSE, FALSE, MmWriteCombined, &base))) {
    (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, base);
  }
  return case_close();
}
