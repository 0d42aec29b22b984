/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_INPUTS_H
#define DXGMAP_FACE_INPUTS_H

#include "world.h"

/* What a driver may give: any number, any handle, and any pointer, which the probes let through or not. */

/* The handle of what lives, NULL, and any other. */
static inline HANDLE input_handle(uint64_t live)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    return (HANDLE)(uintptr_t)live;
  case 1:
    return NULL;
  default:
    return (HANDLE)(uintptr_t)Frama_C_unsigned_long_interval(0x10000, UINT64_MAX);
  }
}

/* A structure of the driver's; NULL, or an address of nothing, where the probes let nothing through: whoever follows
   the pointer unasked is an alarm. */
#define INPUT_POINTER(structure) (world_readable ? (structure) : world_any() ? (void *)8 : NULL)

/* One machine: its mode, its memory, and whether the argument can be read and written. */
static inline void input_machine(void)
{
  world_mode = world_any() ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  world_readable = world_any();
  world_writable = world_readable && world_any();
  if (world_any()) {
    world_memory[0] = 40;
    world_memory[1] = 41;
    world_memory[2] = 42;
  } else {
    world_memory[0] = 40;
    world_memory[1] = 13;
    world_memory[2] = 27;
  }
}

/* What a releasing call finds. */
static inline void input_live(uint32_t kind)
{
  world_live.kind = (uint8_t)kind;
  dxgmap_ddi_record_set_adapter(&world_live, WORLD_ADAPTER);
  world_live.index = Frama_C_unsigned_int_interval(0, DXGMAP_CHAIN - 1);
  world_live.pages = Frama_C_unsigned_int_interval(1, WORLD_PAGES);
  world_live.slack = Frama_C_unsigned_int_interval(0, 3);
  world_live.span = Frama_C_unsigned_long_interval(0, DXGMAP_WINDOW);
  world_live.cache = Frama_C_unsigned_int_interval(0, MmMaximumCacheType - 1);
  world_live.lent = NULL;
}

/* The size of a chunk, or a boundary: those that the world has room for one by one, and all others between them. */
static inline LONGLONG input_chunk(void)
{
  switch (Frama_C_interval(0, 9)) {
  case 0:
    return 0;
  case 1:
    return PAGE_SIZE;
  case 2:
    return 2 * PAGE_SIZE;
  case 3:
    return 3 * PAGE_SIZE;
  case 4:
    return Frama_C_long_interval(1, PAGE_SIZE - 1);
  case 5:
    return Frama_C_long_interval(PAGE_SIZE + 1, 2 * PAGE_SIZE - 1);
  case 6:
    return Frama_C_long_interval(2 * PAGE_SIZE + 1, 3 * PAGE_SIZE - 1);
  case 7:
    return Frama_C_long_interval(3 * PAGE_SIZE + 1, 4 * PAGE_SIZE - 1);
  case 8:
    return Frama_C_long_interval(4 * PAGE_SIZE, INT64_MAX);
  default:
    return Frama_C_long_interval(INT64_MIN, -1);
  }
}

/* Every size: the whole pages that the world has one by one, and all others between them. */
#define INPUT_SIZES(call, first)                                                       \
  switch (Frama_C_interval(0, 6)) {                                                    \
  case 0:                                                                              \
    call(first, PAGE_SIZE);                                                            \
    break;                                                                             \
  case 1:                                                                              \
    call(first, 2 * PAGE_SIZE);                                                        \
    break;                                                                             \
  case 2:                                                                              \
    call(first, 3 * PAGE_SIZE);                                                        \
    break;                                                                             \
  case 3:                                                                              \
    call(first, Frama_C_unsigned_long_interval(0, PAGE_SIZE - 1));                     \
    break;                                                                             \
  case 4:                                                                              \
    call(first, Frama_C_unsigned_long_interval(PAGE_SIZE + 1, 2 * PAGE_SIZE - 1));     \
    break;                                                                             \
  case 5:                                                                              \
    call(first, Frama_C_unsigned_long_interval(2 * PAGE_SIZE + 1, 3 * PAGE_SIZE - 1)); \
    break;                                                                             \
  default:                                                                             \
    call(first, Frama_C_unsigned_long_interval(3 * PAGE_SIZE + 1, UINT64_MAX));        \
    break;                                                                             \
  }

#endif
