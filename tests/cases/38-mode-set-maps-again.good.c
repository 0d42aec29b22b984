/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports nothing */

/* After genode #1980: the registers are mapped once for life, since no video miniport has a stop; the frame buffer is
   unmapped before it is mapped again. */
#include "case.h"

int main(void)
{
  PVOID extension;
  PVOID registers = NULL;
  PVOID address = NULL;
  ULONG length = 0x1000;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_REGISTERS};
  PHYSICAL_ADDRESS frame_buffer = {.QuadPart = CASE_VIDEO_MEMORY};
  case_open(DXGMAP_MODE_IDENTITY);
  case_need(dxgmap_video_attach(case_adapter, 64, NULL, &extension) == DXGMAP_CAUSE_NONE, "no miniport");
  (void)VideoPortMapMemory(extension, at, &length, &space, &registers);
  for (ULONG mode = 0; mode < 5; mode++) {
    if (address != NULL) {
      (void)VideoPortUnmapMemory(extension, address, NULL);
    }
    address = NULL;
    length = (mode + 1) * 0x10000;
    (void)VideoPortMapMemory(extension, frame_buffer, &length, &space, &address);
  }
  return case_close();
}
