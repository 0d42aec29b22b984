/* SPDX-License-Identifier: MIT */
#include "checks/check_links.h"

/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> LinksBounded(*t); */
static bool dxgmap_check_links_bounded(const dxgmap_targets *t)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant bounded: \forall integer i; 0 <= i < k ==> 0 <= t->slot[i] <= DXGMAP_SLOTS;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (t->slot[k] > DXGMAP_SLOTS) {
      return false;
    }
  }
  return true;
}

/* Counts the links to each slot, where pages are counted otherwise: no profile has more slots than pages. */
/*@ requires valid: \valid(t) && \valid(n);
    requires separated: \separated(t, n);
    requires bounded: LinksBounded(*t);
    terminates \true;
    exits \false;
    assigns *n;
    ensures counted: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> n->count[x] == LinkCount(*t, DXGMAP_SLOTS, x + 1);
    ensures bounded: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= n->count[x] <= DXGMAP_SLOTS; */
static void dxgmap_check_links_tally(const dxgmap_targets *t, dxgmap_counts *n)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant zero: \forall integer x; 0 <= x < k ==> n->count[x] == 0;
      loop assigns k, n->count[0 .. DXGMAP_SLOTS - 1];
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    n->count[k] = 0;
  }
  /*@ loop invariant range: 0 <= j <= DXGMAP_SLOTS;
      loop invariant counted: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> n->count[x] == LinkCount(*t, j, x + 1);
      loop invariant bounded: \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= n->count[x] <= j;
      loop assigns j, n->count[0 .. DXGMAP_SLOTS - 1];
      loop variant DXGMAP_SLOTS - j; */
  for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) {
    uint32_t v = t->slot[j];
    if (v != 0) {
      n->count[v - 1u]++;
    }
  }
}

bool dxgmap_check_links(const dxgmap_links *l, dxgmap_counts *scratch)
{
  if (!dxgmap_check_links_bounded(&l->to)) {
    return false;
  }
  dxgmap_check_links_tally(&l->to, scratch);
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant same: \forall integer x; 0 <= x < k ==> l->uses.count[x] == scratch->count[x];
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (l->uses.count[k] != scratch->count[k]) {
      return false;
    }
  }
  return true;
}
