/* SPDX-License-Identifier: MIT */
#include "board.h"

#include <stdlib.h>
#include <string.h>

#include "dxgmap.h"
#include "harness.h"

#define BOARD_PAGES 45u /* of the first frame buffer; the second has a few more */

SIZE_T board_bytes(UINT index)
{
  return (SIZE_T)(BOARD_PAGES + 8 * index) * PAGE_SIZE;
}

NTSTATUS board_copy_out(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage)
{
  const board *b = Device;
  const UCHAR *from = b->frame_buffer[PhysicalAdapterIndex] + FrameBufferOffset;
  uint32_t cause = dxgmap_device_write(b->adapter, LogicalPage * PAGE_SIZE, from, PAGE_SIZE, NULL);
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : STATUS_ADAPTER_HARDWARE_ERROR;
}

NTSTATUS board_copy_in(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage)
{
  const board *b = Device;
  PUCHAR to = b->frame_buffer[PhysicalAdapterIndex] + FrameBufferOffset;
  uint32_t cause = dxgmap_device_read(b->adapter, LogicalPage * PAGE_SIZE, to, PAGE_SIZE, NULL);
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : STATUS_ADAPTER_HARDWARE_ERROR;
}

void board_draw(board *b)
{
  UCHAR value = 1;
  for (UINT i = 0; i < b->physical_adapters; i++) {
    b->frame_buffer[i] = dxgmap_device_memory(b->adapter, BOARD_START + i * BOARD_STRIDE, board_bytes(i));
    b->expected[i] = malloc(board_bytes(i));
    CHECK(b->frame_buffer[i] != NULL);
    CHECK(b->expected[i] != NULL);
    for (SIZE_T k = 0; k < board_bytes(i); k++) {
      value = (UCHAR)(value * 5 + (UCHAR)(k / PAGE_SIZE) + 3);
      b->expected[i][k] = value;
    }
    memcpy(b->frame_buffer[i], b->expected[i], board_bytes(i));
  }
}

void board_lose_power(const board *b)
{
  for (UINT i = 0; i < b->physical_adapters; i++) {
    memset(b->frame_buffer[i], 0, board_bytes(i));
  }
}

void board_check(const board *b)
{
  for (UINT i = 0; i < b->physical_adapters; i++) {
    for (SIZE_T k = 0; k < board_bytes(i); k++) {
      EXPECT_AT("byte of a frame buffer", k, b->expected[i][k], b->frame_buffer[i][k]);
    }
  }
}

void board_free(board *b)
{
  free(b->expected[0]);
  free(b->expected[1]);
  memset(b, 0, sizeof(*b));
}
