/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_BAD_ADDRESS 1 */
/* says VirtualAddress is NULL */

/* After linux 5f8a02a441b8 (mlx5): of two exclusive pointers both are unmapped, and one of them is NULL. */
#include "case.h"

int main(void)
{
  PVOID registers = NULL;
  PVOID frames = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_REGISTERS};
  case_open(DXGMAP_MODE_IDENTITY);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, 0x1000, FALSE, FALSE, MmNonCached, &frames);
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, registers);
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, frames);
  return case_close();
}
