/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LINKS_H
#define DXGMAP_LINKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/profile.h"

/* What each mapping belongs to, within one place of the table: an ADL to an adapter object, a view to an object. */
typedef struct {
  uint32_t slot[DXGMAP_SLOTS + DXGMAP_APART]; /* slot + 1 of what it belongs to, or 0 */
} dxgmap_targets;

/* How many mappings belong to each slot. */
typedef struct {
  uint32_t count[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_uses;

/* The links and their counts: whether something is in use is answered without a search. */
typedef struct {
  dxgmap_targets to;
  dxgmap_uses uses;
} dxgmap_links;

#include "logic/links.h"

/* Makes slot i belong to slot target - 1, or to none with 0. */
/*@ requires valid: \valid(l);
    requires ok: LinksOk(*l);
    requires slot: i < DXGMAP_SLOTS;
    requires target: target <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns *l;
    ensures ok: LinksOk(*l);
    ensures set: l->to.slot[i] == target;
    ensures others: LinksKept(\old(*l), *l, i); */
void dxgmap_links_set(dxgmap_links *l, uint32_t i, uint32_t target);

/* Whether something belongs to slot i. */
/*@ requires valid: \valid(l);
    requires ok: LinksOk(*l);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> !LinkFree(*l, i); */
bool dxgmap_links_used(const dxgmap_links *l, uint32_t i);

#endif
