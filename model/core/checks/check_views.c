/* SPDX-License-Identifier: MIT */
#include "checks/check_views.h"

/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOwned(*v); */
static bool dxgmap_check_views_owned(const dxgmap_views *v)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_WINDOW;
      loop invariant owned: \forall integer w; 0 <= w < k && v->owner[w] != 0 ==> ViewCovers(*v, v->owner[w] - 1, w);
      loop assigns k;
      loop variant DXGMAP_WINDOW - k; */
  for (uint32_t k = 0; k < DXGMAP_WINDOW; k++) {
    uint32_t owner = v->owner[k];
    if (owner == 0) {
      continue;
    }
    if (owner > DXGMAP_SLOTS || k < v->place[owner - 1u] || k - v->place[owner - 1u] >= v->span[owner - 1u]) {
      return false;
    }
  }
  return true;
}

/* Whether every window page of slot i's view exists and is its own. */
/*@ requires valid: \valid(v);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0
                 <==> \forall integer w; ViewCovers(*v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v->owner[w] == i + 1; */
static bool dxgmap_check_views_own_one(const dxgmap_views *v, uint32_t i)
{
  uint32_t place = v->place[i];
  uint32_t span = v->span[i];
  if (span == 0) {
    return true;
  }
  /*@ assert last: ViewCovers(*v, i, place + span - 1); */
  if ((uint64_t)place + span > DXGMAP_WINDOW) {
    return false;
  }
  /*@ loop invariant range: 0 <= k <= span;
      loop invariant own: \forall integer w; place <= w < place + k ==> v->owner[w] == i + 1;
      loop assigns k;
      loop variant span - k; */
  for (uint32_t k = 0; k < span; k++) {
    if (v->owner[place + k] != i + 1u) {
      /*@ assert here: ViewCovers(*v, i, place + k); */
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOwn(*v); */
static bool dxgmap_check_views_own(const dxgmap_views *v)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant own: \forall integer i; 0 <= i < k ==>
        \forall integer w; ViewCovers(*v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v->owner[w] == i + 1;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (!dxgmap_check_views_own_one(v, k)) {
      return false;
    }
  }
  return true;
}

bool dxgmap_check_views(const dxgmap_views *v)
{
  return dxgmap_check_views_owned(v) && dxgmap_check_views_own(v);
}
