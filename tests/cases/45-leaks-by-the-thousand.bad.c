/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_LEAK 2 */
/* says   count:     2000, this one and those that the same calls made */
/* says case: leaks 2001, reports 2 */

/* A miniport maps its registers at each interrupt and never unmaps them; what it has forgotten is counted to the last.
   */
#include "case.h"

static void map(void)
{
  PVOID registers = NULL;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_REGISTERS};
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, at, 0x1000, FALSE, FALSE, MmNonCached, &registers);
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
