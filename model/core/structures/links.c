/* SPDX-License-Identifier: MIT */
#include "structures/links.h"

/* The one writer of a link: every count over the links moves by what the write adds and takes away. */
/*@ requires valid: \valid(t);
    requires in: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns t->slot[0 .. DXGMAP_SLOTS - 1];
    ensures written: t->slot[i] == v;
    ensures same: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != i ==> t->slot[k] == \old(t->slot[k]);
    ensures counts: \forall integer w; LinkCount(*t, DXGMAP_SLOTS, w)
                    == LinkCount(\old(*t), DXGMAP_SLOTS, w) + (w == v ? 1 : 0) - (w == \old(t->slot[i]) ? 1 : 0);
    ensures bounded: \forall integer w; 0 <= LinkCount(*t, DXGMAP_SLOTS, w) <= DXGMAP_SLOTS; */
static void dxgmap_links_put(dxgmap_targets *t, uint32_t i, uint32_t v)
{
  t->slot[i] = v;
  /*@ ghost
      /@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
         loop invariant counts: \forall integer w; LinkCount(*t, j, w) == LinkCount(\at(*t, Pre), j, w)
                                + (i < j ? (w == v ? 1 : 0) - (w == \at(t->slot[i], Pre) ? 1 : 0) : 0);
         loop invariant bounded: \forall integer w; 0 <= LinkCount(*t, j, w) <= j;
         loop assigns j;
         loop variant DXGMAP_SLOTS - j; @/
      for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) { }
  */
}

void dxgmap_links_set(dxgmap_links *l, uint32_t i, uint32_t target)
{
  uint32_t was = l->to.slot[i];
  if (was == target) {
    return;
  }
  dxgmap_links_put(&l->to, i, target);
  if (was != 0) {
    l->uses.count[was - 1u]--;
  }
  if (target != 0) {
    l->uses.count[target - 1u]++;
  }
}

/* Proof only: a slot is counted exactly when some link names it. */
/*@ requires valid: \valid(l);
    requires in: x < DXGMAP_SLOTS;
    requires counted: LinksCounted(l->to, l->uses);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures link: l->uses.count[x] != 0 <==> \exists integer i; 0 <= i < DXGMAP_SLOTS && l->to.slot[i] == x + 1; */
static void dxgmap_links_counted(const dxgmap_links *l, uint32_t x)
{
  /*@ ghost
      /@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
         loop invariant positive: LinkCount(l->to, j, x + 1) >= 0;
         loop invariant link: LinkCount(l->to, j, x + 1) != 0
                              <==> \exists integer i; 0 <= i < j && l->to.slot[i] == x + 1;
         loop assigns j;
         loop variant DXGMAP_SLOTS - j; @/
      for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) { }
  */
  (void)l;
  (void)x;
}

bool dxgmap_links_used(const dxgmap_links *l, uint32_t i)
{
  dxgmap_links_counted(l, i);
  return l->uses.count[i] != 0;
}
