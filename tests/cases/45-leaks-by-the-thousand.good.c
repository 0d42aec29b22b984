/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */
/* says case: leaks 0, reports 0 */

/* A miniport maps its registers at each interrupt and unmaps them. */
#include "case.h"

static void map(void)
{
  PVOID registers = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_REGISTERS};
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, 0x1000, FALSE, FALSE, MmNonCached, &registers);
  (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, registers);
}

int main(void)
{
  uint64_t leaks = 0;
  case_open(DXGMAP_MODE_IDENTITY);
  for (int interrupt = 0; interrupt < 2000; interrupt++) {
    map();
  }
  map();
  (void)dxgmap_adapter_stop(case_adapter, &leaks);
  CASE_SAYS("leaks %llu, reports %llu", (unsigned long long)leaks, (unsigned long long)dxgmap_violations());
  return case_close();
}
