/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_BOARD_H
#define SAMPLE_BOARD_H

/* The hardware that the harness plays: the frame buffers, which lose their bytes without power, and the engine that
   copies a page of them. Those of one device are small; each device of a chain has BOARD_LARGE bytes, of which the
   picture and some pages here and there are in use, and none else is ever touched. */

#include <stdbool.h>

#include <ntddk.h>

#include <dispmprt.h>

#include "miniport.h"

#define BOARD_ADAPTERS 4u
#define BOARD_LARGE 0x200000000ULL

/* Pulls the device of this physical adapter out in the nth copy of a page. */
typedef void board_pull(UINT index);

typedef struct {
  bool chain; /* a device each */
  UINT physical_adapters;
  HANDLE adapter[BOARD_ADAPTERS]; /* whose device has it */
  PUCHAR frame_buffer[BOARD_ADAPTERS];
  PUCHAR expected[BOARD_ADAPTERS]; /* what is in use, one behind the other */
  UINT copies;                     /* since the start */
  UINT pull_at;                    /* 0: never */
  UINT pull_index;
  board_pull *pull;
} board;

/* Where the frame buffer of this number is, and how long. */
ULONG64 board_start(const board *b, UINT index);
ULONG64 board_length(const board *b, UINT index);
/* What of it is in use: how many parts, and how many bytes together. */
UINT board_parts(const board *b, UINT index, SAMPLE_PART *part);
SIZE_T board_bytes(const board *b, UINT index);
/* Draws a picture that differs in every page, and remembers it. The adapters are started. */
void board_draw(board *b);
void board_lose_power(const board *b, UINT index);
/* The picture is there, byte for byte. */
void board_check(const board *b);
/* All but the frame buffers, which are the library's. */
void board_free(board *b);

/* SAMPLE_COPY of a SAMPLE_BOARD, whose Device is the board. */
NTSTATUS board_copy_out(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage);
NTSTATUS board_copy_in(PVOID Device, UINT PhysicalAdapterIndex, ULONG64 FrameBufferOffset, PFN_NUMBER LogicalPage);

#endif
