/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_BOARD_H
#define SAMPLE_BOARD_H

/* The hardware that the harness plays: the frame buffers, which lose their bytes without power, and the engine that
   copies a page of them. */

#include <ntddk.h>

#include <dispmprt.h>

#define BOARD_START 0x800000000ULL /* physical address of the first frame buffer */
#define BOARD_STRIDE 0x10000000ULL /* between those of two physical adapters */

typedef struct {
  HANDLE adapter;
  UINT physical_adapters; /* 1 or 2 */
  PUCHAR frame_buffer[2];
  PUCHAR expected[2];
} board;

/* Of the frame buffer of this number. */
SIZE_T board_bytes(UINT index);
/* Draws a picture that differs in every page, and remembers it. The adapter is started. */
void board_draw(board *b);
void board_lose_power(const board *b);
/* The picture is there, byte for byte. */
void board_check(const board *b);
/* All but the frame buffers, which are the library's. */
void board_free(board *b);

/* SAMPLE_COPY of a SAMPLE_BOARD, whose Device is the board. */
NTSTATUS board_copy_out(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage);
NTSTATUS board_copy_in(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage);

#endif
