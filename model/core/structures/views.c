/* SPDX-License-Identifier: MIT */
#include "structures/views.h"

bool dxgmap_views_room(const dxgmap_views *v, uint64_t place, uint64_t span)
{
  if (place > DXGMAP_WINDOW || span > DXGMAP_WINDOW - place) {
    return false;
  }
  /*@ loop invariant range: 0 <= k <= span;
      loop invariant free: \forall integer w; place <= w < place + k ==> v->owner[w] == 0;
      loop assigns k;
      loop variant span - k; */
  for (uint64_t k = 0; k < span; k++) {
    if (v->owner[place + k] != 0) {
      return false;
    }
  }
  return true;
}

/* Makes `value` the owner of the window pages place .. place + span - 1. */
/*@ requires valid: \valid(v);
    requires in: place + span <= DXGMAP_WINDOW;
    terminates \true;
    exits \false;
    assigns v->owner[0 .. DXGMAP_WINDOW - 1];
    ensures owned: \forall integer w; place <= w < place + span ==> v->owner[w] == value;
    ensures same: \forall integer w; 0 <= w < DXGMAP_WINDOW && !(place <= w < place + span)
                  ==> v->owner[w] == \old(v->owner[w]); */
static void dxgmap_views_own(dxgmap_views *v, uint32_t place, uint32_t span, uint32_t value)
{
  /*@ loop invariant range: 0 <= k <= span;
      loop invariant owned: \forall integer w; place <= w < place + k ==> v->owner[w] == value;
      loop invariant same: \forall integer w; 0 <= w < DXGMAP_WINDOW && !(place <= w < place + k)
                           ==> v->owner[w] == \at(v->owner[w], Pre);
      loop assigns k, v->owner[0 .. DXGMAP_WINDOW - 1];
      loop variant span - k; */
  for (uint32_t k = 0; k < span; k++) {
    v->owner[place + k] = value;
  }
}

void dxgmap_views_put(dxgmap_views *v, uint32_t i, uint32_t place, uint32_t span)
{
  v->place[i] = place;
  v->span[i] = span;
  dxgmap_views_own(v, place, span, i + 1u);
  /*@ assert others: \forall integer k, w; k != i ==> (ViewCovers(*v, k, w) <==> ViewCovers(\at(*v, Pre), k, w)); */
  /*@ assert apart: \forall integer k, w; k != i && ViewCovers(*v, k, w) ==> !(place <= w < place + span); */
  /*@ assert owned: ViewsOwned(*v); */
  /*@ assert own: ViewsOwn(*v); */
}

void dxgmap_views_drop(dxgmap_views *v, uint32_t i)
{
  uint32_t place = v->place[i];
  uint32_t span = v->span[i];
  /*@ assert first: ViewCovers(*v, i, place); */
  /*@ assert last: ViewCovers(*v, i, place + span - 1); */
  /*@ assert mine: \forall integer w; place <= w < place + span ==> ViewCovers(*v, i, w) && v->owner[w] == i + 1; */
  dxgmap_views_own(v, place, span, 0);
  v->span[i] = 0;
  /*@ assert others: \forall integer k, w; k != i ==> (ViewCovers(*v, k, w) <==> ViewCovers(\at(*v, Pre), k, w)); */
  /*@ assert apart: \forall integer k, w; ViewCovers(*v, k, w) ==> k != i && !(place <= w < place + span); */
  /*@ assert owned: ViewsOwned(*v); */
  /*@ assert own: ViewsOwn(*v); */
}

uint32_t dxgmap_views_at(const dxgmap_views *v, uint64_t page)
{
  if (page >= DXGMAP_WINDOW || v->owner[page] == 0) {
    return DXGMAP_SLOTS;
  }
  return v->owner[page] - 1u;
}
