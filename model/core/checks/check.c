/* SPDX-License-Identifier: MIT */
#include "checks/check.h"

#include "checks/check_adapter.h"

/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdaptersOk(*s); */
static bool dxgmap_check_adapters(const dxgmap_state *s, dxgmap_counts *scratch)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant ok: \forall integer j; 0 <= j < k ==> AdapterOk(s->adapter[j]);
      loop assigns k, *scratch;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    if (!dxgmap_check_adapter(&s->adapter[k], scratch)) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SwitchedOff(a->switches); */
static bool dxgmap_check_off(const dxgmap_adapter *a)
{
  return a->switches.attached == 0 && a->switches.exclusive == 0 && a->switches.power == DXGMAP_D0 &&
         a->switches.removed == 0 && a->switches.lead == 0;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> StoppedOk(*s); */
static bool dxgmap_check_stopped(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant stopped: \forall integer j;
        0 <= j < k && s->adapter[j].started == 0 ==> AdapterStopped(s->adapter[j]);
      loop assigns k;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (s->adapter[k].started != 0) {
      continue;
    }
    if (s->adapter[k].slots.live != 0 || !dxgmap_check_off(&s->adapter[k])) {
      return false;
    }
    if (s->adapter[k].saves.chain != 0 || s->adapter[k].resources.count != 0) {
      return false;
    }
  }
  return s->adapter[DXGMAP_MACHINE].started == 0 && s->adapter[DXGMAP_MACHINE].saves.chain == 0;
}

/*@ requires valid: \valid(s);
    requires place: k < DXGMAP_PLACES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==>
      \forall integer i; 0 <= i < DXGMAP_SLOTS ==> KindPlaced(k, s->adapter[k].descriptors.at[i].kind); */
static bool dxgmap_check_placed_in(const dxgmap_state *s, uint32_t k)
{
  /*@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
      loop invariant placed: \forall integer j; 0 <= j < i ==> KindPlaced(k, s->adapter[k].descriptors.at[j].kind);
      loop assigns i;
      loop variant DXGMAP_SLOTS - i; */
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    uint32_t kind = s->adapter[k].descriptors.at[i].kind;
    bool of_machine = kind == DXGMAP_OBJECT || kind == DXGMAP_OBJECT_VIEW;
    if (kind != DXGMAP_NO_KIND && of_machine != (k == DXGMAP_MACHINE)) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> KindsPlaced(*s); */
static bool dxgmap_check_placed(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant placed: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
                             ==> KindPlaced(j, s->adapter[j].descriptors.at[i].kind);
      loop assigns k;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    if (!dxgmap_check_placed_in(s, k)) {
      return false;
    }
  }
  return true;
}

/* Whether slot i of adapter k, if it is an adapter object, knows its object, and that it. */
/*@ requires valid: \valid(s);
    requires slot: k < DXGMAP_ADAPTERS && i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ObjectKnown(*s, k, i); */
static bool dxgmap_check_object_known(const dxgmap_state *s, uint32_t k, uint32_t i)
{
  uint32_t object = s->adapter[k].descriptors.at[i].object;
  if (s->adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT) {
    return true;
  }
  if (object == 0 || object > DXGMAP_SLOTS) {
    return false;
  }
  if (s->adapter[DXGMAP_MACHINE].descriptors.at[object - 1u].kind != DXGMAP_OBJECT) {
    return false;
  }
  return s->opened.place[object - 1u] == k + 1u && s->opened.slot[object - 1u] == i;
}

/*@ requires valid: \valid(s);
    requires place: k < DXGMAP_ADAPTERS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(*s, k, i); */
static bool dxgmap_check_objects_of(const dxgmap_state *s, uint32_t k)
{
  /*@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
      loop invariant known: \forall integer j; 0 <= j < i ==> ObjectKnown(*s, k, j);
      loop assigns i;
      loop variant DXGMAP_SLOTS - i; */
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    if (!dxgmap_check_object_known(s, k, i)) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ObjectsKnown(*s); */
static bool dxgmap_check_objects(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant known: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(*s, j, i);
      loop assigns k;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (!dxgmap_check_objects_of(s, k)) {
      return false;
    }
  }
  return true;
}

/* Whether every object that is opened knows an adapter object that knows it. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> OpenedKnown(*s); */
static bool dxgmap_check_opened(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant known: \forall integer x; 0 <= x < k && s->opened.place[x] != 0 ==> Opened(*s, x);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t place = s->opened.place[k];
    uint32_t slot = s->opened.slot[k];
    if (place == 0) {
      continue;
    }
    if (place > DXGMAP_ADAPTERS || slot >= DXGMAP_SLOTS) {
      return false;
    }
    if (s->adapter[place - 1u].descriptors.at[slot].kind != DXGMAP_ADAPTER_OBJECT) {
      return false;
    }
    if (s->adapter[place - 1u].descriptors.at[slot].object != k + 1u) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(s);
    requires charges: \forall integer k; 0 <= k < DXGMAP_PLACES ==> s->adapter[k].charge <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Charged(*s); */
static bool dxgmap_check_charged(const dxgmap_state *s)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant sum: sum == ChargeSum(*s, k) && sum <= k * DXGMAP_CHARGE_MAX;
      loop assigns k, sum;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    sum += s->adapter[k].charge;
  }
  return s->commit == sum;
}

bool dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch)
{
  if (!dxgmap_check_stopped(s)) {
    return false;
  }
  if (!dxgmap_check_placed(s)) {
    return false;
  }
  if (!dxgmap_check_objects(s)) {
    return false;
  }
  if (!dxgmap_check_opened(s)) {
    return false;
  }
  if (!dxgmap_check_adapters(s, scratch)) {
    return false;
  }
  /*@ assert adapters: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterOk(s->adapter[k]); */
  return dxgmap_check_charged(s);
}
