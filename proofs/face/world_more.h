/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_MORE_H
#define DXGMAP_FACE_WORLD_MORE_H

/* Beside world_all.h, or the pieces of it: a world that is told apart less, for mains that need not know more. */

/* True or false at each look, which is no case of its own as world_any() is. */
#define WORLD_BIT ((bool)Frama_C_interval(0, 1))

/* Nobody has the lock. */
static void world_unlocked(void)
{
  uint32_t depth = world_depth;
  /*@ check free: depth == 0; */
}

/* world_begin, without a case for each switch. */
static void world_begin_once(void)
{
  world_begin();
  dxgmap_ddi.strict_irql = WORLD_BIT;
  dxgmap_ddi.strict_exclusive = WORLD_BIT;
  dxgmap_ddi_tracing = WORLD_BIT;
}

uint32_t dxgmap_state_gate_own(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit)
{
  return adapter == WORLD_ADAPTER && world_any() ? (uint32_t)DXGMAP_OK : world_refusal();
}

#endif
