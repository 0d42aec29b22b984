/* SPDX-License-Identifier: MIT */
#include "checks/check_slots.h"

/*@ requires valid: \valid(t);
    requires high: t->high <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsPermuted(*t); */
static bool dxgmap_check_slots_permuted(const dxgmap_slots *t)
{
  /*@ loop invariant range: 0 <= k <= t->high;
      loop invariant order: \forall integer i; 0 <= i < k ==> 0 <= t->order[i] < t->high && t->place[t->order[i]] == i;
      loop invariant place: \forall integer i; 0 <= i < k ==> 0 <= t->place[i] < t->high && t->order[t->place[i]] == i;
      loop assigns k;
      loop variant t->high - k; */
  for (uint32_t k = 0; k < t->high; k++) {
    if (t->order[k] >= t->high || t->place[t->order[k]] != k) {
      return false;
    }
    if (t->place[k] >= t->high || t->order[t->place[k]] != k) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(t);
    requires high: t->high <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsFresh(*t); */
static bool dxgmap_check_slots_fresh(const dxgmap_slots *t)
{
  /*@ loop invariant range: t->high <= k <= DXGMAP_SLOTS;
      loop invariant fresh: \forall integer i; t->high <= i < k ==> t->generation[i] == 0;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = t->high; k < DXGMAP_SLOTS; k++) {
    if (t->generation[k] != 0) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(t);
    requires high: t->free + t->live <= t->high <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsRetire(*t); */
static bool dxgmap_check_slots_retire(const dxgmap_slots *t)
{
  uint32_t retired = t->free + t->live;
  /*@ loop invariant range: 0 <= k <= t->high;
      loop invariant retire: \forall integer i;
        0 <= i < k ==> (t->generation[i] == DXGMAP_GENERATION_MAX <==> SlotRetired(*t, i));
      loop assigns k;
      loop variant t->high - k; */
  for (uint32_t k = 0; k < t->high; k++) {
    if ((t->generation[k] == DXGMAP_GENERATION_MAX) != (t->place[k] >= retired)) {
      return false;
    }
  }
  return true;
}

bool dxgmap_check_slots(const dxgmap_slots *t)
{
  if (t->high > DXGMAP_SLOTS || (uint64_t)t->free + t->live > t->high) {
    return false;
  }
  return dxgmap_check_slots_permuted(t) && dxgmap_check_slots_fresh(t) && dxgmap_check_slots_retire(t);
}
