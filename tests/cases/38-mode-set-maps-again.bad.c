/* SPDX-License-Identifier: MIT */
/* exit 0 */
/* reports DXGMAP_LIVE_AT_END 1, DXGMAP_MAPPED_AGAIN 1 */
/* says   count:     4, this one and those that the same calls made */
/* says dxgmap: warning: VideoPortMapMemory: the range is mapped again by the same call while its first map lives */
/* says   exactly:   live views of the range, with the new one: 0x2, all from physical 0x210000000 */
/* says   its map: */
/* never says   severity:  error */

/* After genode #1980: each mode set maps the frame buffer anew, and what the last one mapped is never unmapped. */
#include "case.h"

int main(void)
{
  PVOID extension;
  PVOID registers = NULL;
  ULONG length = 0x1000;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  PHYSICAL_ADDRESS at = {.QuadPart = CASE_REGISTERS};
  PHYSICAL_ADDRESS frame_buffer = {.QuadPart = CASE_VIDEO_MEMORY};
  case_open(DXGMAP_MODE_IDENTITY);
  case_need(dxgmap_video_attach(case_adapter, 64, NULL, &extension) == DXGMAP_CAUSE_NONE, "no miniport");
  (void)VideoPortMapMemory(extension, at, &length, &space, &registers);
  for (ULONG mode = 0; mode < 5; mode++) {
    PVOID address = NULL;
    length = (mode + 1) * 0x10000;
    (void)VideoPortMapMemory(extension, frame_buffer, &length, &space, &address);
  }
  return case_close();
}
