/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_SLOTS_H
#define DXGMAP_SLOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/profile.h"

#define DXGMAP_GENERATION_MAX 0xFFFFFFFFu /* a slot of this generation is retired for ever */

/* The handle table of one adapter. `order` is a permutation of the slots 0 .. high-1 and `place` its inverse:
   first the free slots, then the live ones, then the retired ones; slots high and above were never touched. */
typedef struct {
  uint32_t high;
  uint32_t free;
  uint32_t live;
  uint32_t generation[DXGMAP_SLOTS + DXGMAP_APART]; /* how many mappings this slot has had */
  uint32_t order[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_slots;

#include "logic/slots.h"

/* Whether slot i is live in its generation g. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotValid(*t, i, g); */
bool dxgmap_slots_valid(const dxgmap_slots *t, uint32_t i, uint32_t g);

/* The slot that dxgmap_slots_take would give; DXGMAP_SLOTS when all are live or retired. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures next: \result == SlotNext(*t);
    ensures full: \result == DXGMAP_SLOTS <==> !SlotRoom(*t);
    ensures idle: \result < DXGMAP_SLOTS ==> SlotIdle(*t, \result); */
uint32_t dxgmap_slots_next(const dxgmap_slots *t);

/* Makes the next slot live. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires room: SlotRoom(*t);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures next: \result == SlotNext(\old(*t)) && \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result) && SlotIdle(\old(*t), \result);
    ensures generation: SameGenerations(\old(*t), *t);
    ensures count: t->live == \old(t->live) + 1;
    ensures others: SlotsKept(\old(*t), *t, \result); */
uint32_t dxgmap_slots_take(dxgmap_slots *t);

/* Ends the life of slot i: its generation moves on, so that no handle of this life is ever valid again. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires live: SlotLive(*t, i);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures dead: !SlotLive(*t, i);
    ensures bump: t->generation[i] == \old(t->generation[i]) + 1;
    ensures generations: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != i ==> t->generation[k] == \old(t->generation[k]);
    ensures count: t->live == \old(t->live) - 1;
    ensures others: SlotsKept(\old(*t), *t, i); */
void dxgmap_slots_release(dxgmap_slots *t, uint32_t i);

/* The cursor-th live slot. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires cursor: cursor < t->live;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result);
    ensures each_once: t->place[\result] == t->free + cursor; */
uint32_t dxgmap_slots_at(const dxgmap_slots *t, uint32_t cursor);

#endif
