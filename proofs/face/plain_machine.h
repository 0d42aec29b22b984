/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_PLAIN_MACHINE_H
#define DXGMAP_FACE_PLAIN_MACHINE_H

#include "world.h"

/* For callbacks that look at neither the mode of the adapter nor the numbers of the frames: one machine will do. */
static inline void plain_machine(void)
{
  world_mode = DXGMAP_MODE_IDENTITY;
  world_readable = world_any();
  world_writable = world_readable && world_any();
  world_memory[0] = 40;
  world_memory[1] = 13;
  world_memory[2] = 27;
}

#endif
