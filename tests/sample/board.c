/* SPDX-License-Identifier: MIT */
#include "board.h"

#include <stdlib.h>
#include <string.h>

#include "dxgmap.h"
#include "harness.h"

#define BOARD_START 0x800000000ULL /* physical address of the first frame buffer */
#define BOARD_STRIDE 0x10000000ULL /* between those of two physical adapters */
#define BOARD_PAGES 45u            /* of the first frame buffer; the second has a few more */

#define BOARD_LARGE_START 0x1000000000ULL
#define BOARD_PICTURE ((ULONG)320 * 240 * 4)

/* Pages of a large frame buffer that are in use: about where a number of 32 bits ends, and at the end. */
static const ULONG64 board_pages[] = {
    0x012345000, 0x07FFFF000, 0x080000000, 0x0FFFFE000, 0x0FFFFF000, 0x100000000,
    0x100001000, 0x17FFFF000, 0x180000000, 0x1ABCDE000, 0x1FFFFE000, BOARD_LARGE - PAGE_SIZE,
};
#define BOARD_SCATTERED (sizeof(board_pages) / sizeof(board_pages[0]))

_Static_assert(BOARD_SCATTERED < SAMPLE_MAXIMUM_PARTS, "the parts of a board are too many");

ULONG64 board_start(const board *b, UINT index)
{
  return b->chain ? BOARD_LARGE_START + index * BOARD_LARGE : BOARD_START + index * BOARD_STRIDE;
}

ULONG64 board_length(const board *b, UINT index)
{
  return b->chain ? BOARD_LARGE : board_bytes(b, index);
}

UINT board_parts(const board *b, UINT index, SAMPLE_PART *part)
{
  part[0].Offset = 0;
  part[0].Size = b->chain ? BOARD_PICTURE : (BOARD_PAGES + 8 * index) * (ULONG)PAGE_SIZE;
  if (!b->chain) {
    return 1;
  }
  for (size_t i = 0; i < BOARD_SCATTERED; i++) {
    part[i + 1].Offset = board_pages[i];
    part[i + 1].Size = PAGE_SIZE;
  }
  return (UINT)BOARD_SCATTERED + 1;
}

SIZE_T board_bytes(const board *b, UINT index)
{
  SAMPLE_PART part[SAMPLE_MAXIMUM_PARTS];
  UINT parts = board_parts(b, index, part);
  SIZE_T bytes = 0;
  for (UINT i = 0; i < parts; i++) {
    bytes += part[i].Size;
  }
  return bytes;
}

/* While the pages are pinned, as the first transfer is on its way. */
static void board_count(board *b)
{
  b->copies++;
  if (b->copies == b->pull_at) {
    b->pull(b->pull_index);
  }
}

NTSTATUS board_copy_out(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage)
{
  board *b = Device;
  const UCHAR *from = b->frame_buffer[PhysicalAdapterIndex] + FrameBufferOffset;
  board_count(b);
  uint32_t cause =
      dxgmap_device_write(b->adapter[PhysicalAdapterIndex], LogicalPage * PAGE_SIZE, from, PAGE_SIZE, NULL);
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : STATUS_ADAPTER_HARDWARE_ERROR;
}

NTSTATUS board_copy_in(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage)
{
  board *b = Device;
  PUCHAR to = b->frame_buffer[PhysicalAdapterIndex] + FrameBufferOffset;
  board_count(b);
  uint32_t cause = dxgmap_device_read(b->adapter[PhysicalAdapterIndex], LogicalPage * PAGE_SIZE, to, PAGE_SIZE, NULL);
  return cause == DXGMAP_CAUSE_NONE ? STATUS_SUCCESS : STATUS_ADAPTER_HARDWARE_ERROR;
}

static void board_draw_one(board *b, UINT index, UCHAR *value)
{
  SAMPLE_PART part[SAMPLE_MAXIMUM_PARTS];
  UINT parts = board_parts(b, index, part);
  SIZE_T at = 0;
  b->frame_buffer[index] = dxgmap_device_memory(b->adapter[index], board_start(b, index), board_length(b, index));
  b->expected[index] = malloc(board_bytes(b, index));
  CHECK(b->frame_buffer[index] != NULL);
  CHECK(b->expected[index] != NULL);
  for (SIZE_T k = 0; k < board_bytes(b, index); k++) {
    *value = (UCHAR)(*value * 5 + (UCHAR)(k / PAGE_SIZE) + 3);
    b->expected[index][k] = *value;
  }
  for (UINT i = 0; i < parts; i++) {
    memcpy(b->frame_buffer[index] + part[i].Offset, b->expected[index] + at, part[i].Size);
    at += part[i].Size;
  }
}

void board_draw(board *b)
{
  UCHAR value = 1;
  for (UINT i = 0; i < b->physical_adapters; i++) {
    board_draw_one(b, i, &value);
  }
}

void board_lose_power(const board *b, UINT index)
{
  SAMPLE_PART part[SAMPLE_MAXIMUM_PARTS];
  UINT parts = board_parts(b, index, part);
  for (UINT i = 0; i < parts; i++) {
    memset(b->frame_buffer[index] + part[i].Offset, 0, part[i].Size);
  }
}

static void board_check_part(const SAMPLE_PART *part, const UCHAR *expected, const UCHAR *seen)
{
  for (ULONG k = 0; k < part->Size; k++) {
    EXPECT_AT("byte of a frame buffer", part->Offset + k, expected[k], seen[part->Offset + k]);
  }
}

void board_check(const board *b)
{
  for (UINT i = 0; i < b->physical_adapters; i++) {
    SAMPLE_PART part[SAMPLE_MAXIMUM_PARTS];
    UINT parts = board_parts(b, i, part);
    SIZE_T at = 0;
    for (UINT k = 0; k < parts; k++) {
      board_check_part(&part[k], b->expected[i] + at, b->frame_buffer[i]);
      at += part[k].Size;
    }
  }
}

void board_free(board *b)
{
  for (UINT i = 0; i < BOARD_ADAPTERS; i++) {
    free(b->expected[i]);
    b->expected[i] = NULL;
  }
}
