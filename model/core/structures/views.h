/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIEWS_H
#define DXGMAP_VIEWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/profile.h"

/* The CPU views of one adapter in memory space. Each slot may hold one view: `span` window pages from page `place`;
   span 0: none. `owner` says of each window page which slot it belongs to: slot + 1, or 0. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t span[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t owner[DXGMAP_WINDOW + DXGMAP_APART];
} dxgmap_views;

#include "logic/views.h"

/* Whether the window pages place .. place + span - 1 exist and are all free. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewRoom(*v, place, span); */
bool dxgmap_views_room(const dxgmap_views *v, uint64_t place, uint64_t span);

/* Gives the window pages to slot i. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] == 0;
    requires some: span >= 1;
    requires room: ViewRoom(*v, place, span);
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures placed: v->place[i] == place && v->span[i] == span;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_put(dxgmap_views *v, uint32_t i, uint32_t place, uint32_t span);

/* Takes the window pages of slot i back. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] > 0;
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures gone: v->span[i] == 0;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_drop(dxgmap_views *v, uint32_t i);

/* The slot whose view has the window page; DXGMAP_SLOTS when none has. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewCovers(*v, \result, page);
    ensures one: \forall integer i; ViewCovers(*v, i, page) ==> i == \result; */
uint32_t dxgmap_views_at(const dxgmap_views *v, uint64_t page);

#endif
