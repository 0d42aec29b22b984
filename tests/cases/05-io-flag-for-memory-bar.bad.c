/* SPDX-License-Identifier: MIT */
/* exit 1 */
/* reports DXGMAP_NOT_OWNED 2 */
/* says is mapped as ports, and lies in resource 0 of the adapter, memory 0x200000000 to 0x200003fff */
/* says is mapped as memory, and lies in resource 2 of the adapter, ports 0x3c0 to 0x3df */

/* The flags of the descriptors are misread: a memory BAR is mapped as ports, and the ports as memory. */
#include "case.h"

int main(void)
{
  PVOID base = NULL;
  PVOID port = NULL;
  PHYSICAL_ADDRESS registers = {.QuadPart = CASE_REGISTERS};
  PHYSICAL_ADDRESS ports = {.QuadPart = CASE_PORTS};
  case_open(DXGMAP_MODE_IDENTITY);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, registers, 0x1000, TRUE, FALSE, MmNonCached, &base);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, ports, CASE_PORT_COUNT, FALSE, FALSE, MmNonCached, &port);
  if (base != NULL) {
    (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, base);
  }
  if (port != NULL) {
    (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, port);
  }
  return case_close();
}
