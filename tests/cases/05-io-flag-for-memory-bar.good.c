/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* The flags of the descriptors are read: memory is mapped as memory, and ports as ports. */
#include "case.h"

int main(void)
{
  PVOID base = NULL;
  PVOID port = NULL;
  PHYSICAL_ADDRESS registers = {.QuadPart = CASE_REGISTERS};
  PHYSICAL_ADDRESS ports = {.QuadPart = CASE_PORTS};
  case_open(DXGMAP_MODE_IDENTITY);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, registers, 0x1000, FALSE, FALSE, MmNonCached, &base);
  (void)case_dxgkrnl.DxgkCbMapMemory(case_adapter, ports, CASE_PORT_COUNT, TRUE, FALSE, MmNonCached, &port);
  if (base != NULL) {
    (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, base);
  }
  if (port != NULL) {
    (void)case_dxgkrnl.DxgkCbUnmapMemory(case_adapter, port);
  }
  return case_close();
}
