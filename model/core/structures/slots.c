/* SPDX-License-Identifier: MIT */
#include "structures/slots.h"

bool dxgmap_slots_valid(const dxgmap_slots *t, uint32_t i, uint32_t g)
{
  return i < t->high && t->generation[i] == g && t->place[i] >= t->free && t->place[i] - t->free < t->live;
}

uint32_t dxgmap_slots_next(const dxgmap_slots *t)
{
  return t->free > 0 ? t->order[t->free - 1] : t->high;
}

/*@ requires valid: \valid(t);
    requires permuted: t->high <= DXGMAP_SLOTS && SlotsPermuted(*t);
    requires in: a < t->high && b < t->high;
    terminates \true;
    exits \false;
    assigns t->order[0 .. DXGMAP_SLOTS - 1], t->place[0 .. DXGMAP_SLOTS - 1];
    ensures permuted: SlotsPermuted(*t);
    ensures swapped: t->place[\old(t->order[a])] == b && t->place[\old(t->order[b])] == a;
    ensures rest: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != \old(t->order[a]) && k != \old(t->order[b])
                  ==> t->place[k] == \old(t->place[k]); */
static void dxgmap_slots_swap(dxgmap_slots *t, uint32_t a, uint32_t b)
{
  uint32_t x = t->order[a];
  uint32_t y = t->order[b];
  t->order[a] = y;
  t->order[b] = x;
  t->place[y] = a;
  t->place[x] = b;
}

/* Brings in the first slot that was never touched, as the last of the order. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires fresh: t->high < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns t->high, t->order[0 .. DXGMAP_SLOTS - 1], t->place[0 .. DXGMAP_SLOTS - 1];
    ensures permuted: SlotsPermuted(*t);
    ensures high: t->high == \old(t->high) + 1;
    ensures last: \result == \old(t->high) && t->place[\result] == \result;
    ensures same: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != \result ==> t->place[k] == \old(t->place[k]); */
static uint32_t dxgmap_slots_touch(dxgmap_slots *t)
{
  uint32_t i = t->high;
  t->order[i] = i;
  t->place[i] = i;
  t->high = i + 1;
  return i;
}

uint32_t dxgmap_slots_take(dxgmap_slots *t)
{
  if (t->free > 0) {
    t->free--;
    t->live++;
    /*@ assert permuted: SlotsPermuted(*t); */
    /*@ assert retire: SlotsRetire(*t); */
    /*@ assert kept: SlotsKept(\at(*t, Pre), *t, t->order[t->free]); */
    return t->order[t->free];
  }
  uint32_t i = dxgmap_slots_touch(t);
  /*@ assert below: \forall integer k; 0 <= k < i ==> t->place[k] < i; */
  dxgmap_slots_swap(t, i, t->live);
  /*@ assert same: \forall integer k; 0 <= k < i
             ==> (t->place[k] < t->live <==> \at(t->place[k], Pre) < t->live) && t->place[k] != t->live; */
  t->live++;
  /*@ assert permuted: SlotsPermuted(*t); */
  /*@ assert live: SlotLive(*t, i); */
  /*@ assert retire: SlotsRetire(*t); */
  /*@ assert low: \forall integer k; 0 <= k < i ==> (SlotLive(*t, k) <==> SlotLive(\at(*t, Pre), k)); */
  /*@ assert kept: SlotsKept(\at(*t, Pre), *t, i); */
  return i;
}

void dxgmap_slots_release(dxgmap_slots *t, uint32_t i)
{
  /* a slot whose generations are used up leaves at the end of the live ones, any other at their start, for reuse */
  bool last = t->generation[i] == DXGMAP_GENERATION_MAX - 1;
  uint32_t p = t->place[i];
  uint32_t q = last ? t->free + t->live - 1 : t->free;
  /*@ ghost uint32_t j = t->order[q]; */
  dxgmap_slots_swap(t, p, q);
  if (!last) {
    t->free++;
  }
  t->live--;
  t->generation[i]++;
  /*@ assert permuted: SlotsPermuted(*t); */
  /*@ assert moved: t->place[i] == q && t->place[j] == p; */
  /*@ assert apart: \forall integer k; 0 <= k < t->high && k != i && k != j
             ==> t->place[k] == \at(t->place[k], Pre) && t->place[k] != p && t->place[k] != q; */
  /*@ assert beside: j != i ==> SlotLive(\at(*t, Pre), j) && SlotLive(*t, j) && p != q; */
  /*@ assert here: SlotRetired(*t, i) <==> t->generation[i] == DXGMAP_GENERATION_MAX; */
  /*@ assert elsewhere: \forall integer k; 0 <= k < t->high && k != i
             ==> (SlotRetired(*t, k) <==> SlotRetired(\at(*t, Pre), k)); */
  /*@ assert aged: \forall integer k; 0 <= k < t->high && k != i
             ==> t->generation[k] == \at(t->generation[k], Pre); */
  /*@ assert retire: SlotsRetire(*t); */
  /*@ assert others: \forall integer k; 0 <= k < t->high && k != i
             ==> (SlotLive(\at(*t, Pre), k) <==> SlotLive(*t, k)); */
}

uint32_t dxgmap_slots_at(const dxgmap_slots *t, uint32_t cursor)
{
  return t->order[t->free + cursor];
}
