/* SPDX-License-Identifier: MIT */
#include "checks/check_adapter.h"

#include "checks/check_domain.h"
#include "checks/check_links.h"
#include "checks/check_slots.h"
#include "checks/check_views.h"

#include "logic/check_adapter.h"

/* Whether each part of slot i is in use as its kind says. */
/*@ requires valid: \valid(a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==>
      a->descriptors.at[i].kind <= DXGMAP_SYSTEM &&
      (SlotLive(a->slots, i) <==> a->descriptors.at[i].kind != DXGMAP_NO_KIND) &&
      (a->domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a->descriptors.at[i].kind)) &&
      (a->views.span[i] > 0 <==> InWindow(a->descriptors.at[i])); */
static bool dxgmap_check_slot_parts(const dxgmap_adapter *a, uint32_t i)
{
  uint32_t kind = a->descriptors.at[i].kind;
  uint32_t place = a->slots.place[i];
  bool live = i < a->slots.high && place >= a->slots.free && place - a->slots.free < a->slots.live;
  bool in_domain = (kind >= DXGMAP_PIN && kind <= DXGMAP_CONTIGUOUS) || kind == DXGMAP_ADL || kind == DXGMAP_SYSTEM;
  bool in_window = kind == DXGMAP_POINTER || kind == DXGMAP_OBJECT_VIEW ||
                   ((kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO) && a->descriptors.at[i].space == DXGMAP_MEMORY_SPACE);
  if (kind > DXGMAP_SYSTEM || live != (kind != DXGMAP_NO_KIND)) {
    return false;
  }
  return (a->domain.ranges.length[DXGMAP_ID(i)] > 0) == in_domain && (a->views.span[i] > 0) == in_window;
}

/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterParts(*a); */
static bool dxgmap_check_parts(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant parts: \forall integer i; 0 <= i < k ==>
        a->descriptors.at[i].kind <= DXGMAP_SYSTEM &&
        (SlotLive(a->slots, i) <==> a->descriptors.at[i].kind != DXGMAP_NO_KIND) &&
        (a->domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a->descriptors.at[i].kind)) &&
        (a->views.span[i] > 0 <==> InWindow(a->descriptors.at[i]));
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (!dxgmap_check_slot_parts(a, k)) {
      return false;
    }
  }
  return true;
}

/* Whether every mapping is of a kind that the driver's callbacks make. */
/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterKinds(*a); */
static bool dxgmap_check_kinds(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant kinds: \forall integer i; 0 <= i < k ==> CapabilityFits(a->capability, a->descriptors.at[i].kind);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t kind = a->descriptors.at[k].kind;
    bool captures = kind == DXGMAP_PIN || (kind >= DXGMAP_MDL && kind <= DXGMAP_CONTIGUOUS);
    bool of_object = kind == DXGMAP_ADL || kind == DXGMAP_ADAPTER_OBJECT;
    if ((captures && a->capability != DXGMAP_BY_MDL) || (of_object && a->capability != DXGMAP_BY_ADL)) {
      return false;
    }
  }
  return true;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> IsPin(kind); */
static bool dxgmap_check_is_pin(uint32_t kind)
{
  return kind == DXGMAP_PIN || kind == DXGMAP_PIN2;
}

/* Whether every save area that is pinned knows a pin that knows it. */
/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SavesPinned(*a); */
static bool dxgmap_check_saves_pinned(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= j <= DXGMAP_CHAIN;
      loop invariant pinned: \forall integer k; 0 <= k < j && a->saves.pin[k] != 0 ==> SavePinned(*a, k);
      loop assigns j;
      loop variant DXGMAP_CHAIN - j; */
  for (uint32_t j = 0; j < DXGMAP_CHAIN; j++) {
    uint32_t pin = a->saves.pin[j];
    if (pin == 0) {
      continue;
    }
    if (j >= a->saves.chain || pin > DXGMAP_SLOTS || !dxgmap_check_is_pin(a->descriptors.at[pin - 1u].kind)) {
      return false;
    }
    if (a->descriptors.at[pin - 1u].index != j ||
        a->domain.ranges.length[DXGMAP_ID(pin - 1u)] > a->saves.maximum.pages[j]) {
      return false;
    }
  }
  return true;
}

/* Whether every pin is known to its save area. */
/*@ requires valid: \valid(a);
    requires chain: a->saves.chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PinsKnown(*a); */
static bool dxgmap_check_pins_known(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant known: \forall integer i; 0 <= i < k && IsPin(a->descriptors.at[i].kind) ==>
        a->descriptors.at[i].index < a->saves.chain && a->saves.pin[a->descriptors.at[i].index] == i + 1;
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t index = a->descriptors.at[k].index;
    if (!dxgmap_check_is_pin(a->descriptors.at[k].kind)) {
      continue;
    }
    if (index >= a->saves.chain || a->saves.pin[index] != k + 1u) {
      return false;
    }
  }
  return true;
}

/*@ ghost
  // a longer chain asks for no less
  /@ requires valid: \valid(m);
     requires from: from <= to;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures grows: SaveSum(*m, from) <= SaveSum(*m, to); @/
  void dxgmap_check_sum_grows(const dxgmap_maxima *m, uint32_t from, uint32_t to)
  {
    /@ loop invariant range: from <= k <= to;
       loop invariant grows: SaveSum(*m, from) <= SaveSum(*m, k);
       loop assigns k;
       loop variant to - k; @/
    for (uint32_t k = from; k < to; k++) { }
    return;
  }
*/

/*@ requires valid: \valid(m);
    requires chain: chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> charge == SaveSum(*m, chain) && charge <= DXGMAP_CHARGE_MAX;
    ensures bounded: \result != 0 ==> \forall integer k; 0 <= k < chain ==> m->pages[k] <= DXGMAP_CHARGE_MAX; */
static bool dxgmap_check_charge(const dxgmap_maxima *m, uint32_t chain, uint64_t charge)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= chain;
      loop invariant sum: sum == SaveSum(*m, k) && sum <= DXGMAP_CHARGE_MAX;
      loop invariant bounded: \forall integer j; 0 <= j < k ==> m->pages[j] <= DXGMAP_CHARGE_MAX;
      loop assigns k, sum;
      loop variant chain - k; */
  for (uint32_t k = 0; k < chain; k++) {
    if (m->pages[k] > DXGMAP_CHARGE_MAX - sum) {
      /*@ assert above: SaveSum(*m, k + 1) > DXGMAP_CHARGE_MAX; */
      /*@ ghost dxgmap_check_sum_grows(m, k + 1u, chain); */
      return false;
    }
    sum += m->pages[k];
  }
  return charge == sum;
}

/*@ requires valid: \valid(r);
    requires count: r->count <= DXGMAP_RESOURCES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Owns(*r, space, start, length); */
static bool dxgmap_check_owns(const dxgmap_resources *r, uint32_t space, uint64_t start, uint64_t length)
{
  /*@ loop invariant range: 0 <= k <= r->count;
      loop invariant none: \forall integer j; 0 <= j < k ==> !(r->at[j].space == space && r->at[j].start <= start &&
        start + length <= r->at[j].start + r->at[j].length);
      loop assigns k;
      loop variant r->count - k; */
  for (uint32_t k = 0; k < r->count; k++) {
    if (r->at[k].space != space || r->at[k].start > start) {
      continue;
    }
    uint64_t skipped = start - r->at[k].start;
    if (skipped <= r->at[k].length && length <= r->at[k].length - skipped) {
      return true;
    }
  }
  return false;
}

/*@ requires valid: \valid(a);
    requires bounds: a->saves.chain <= DXGMAP_CHAIN && a->resources.count <= DXGMAP_RESOURCES;
    requires saves: SavesBounded(*a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewDescribed(*a, a->descriptors.at[i]); */
static bool dxgmap_check_view_described(const dxgmap_adapter *a, uint32_t i)
{
  uint32_t kind = a->descriptors.at[i].kind;
  uint32_t index = a->descriptors.at[i].index;
  uint64_t physical = a->descriptors.at[i].physical;
  uint64_t length = a->descriptors.at[i].length;
  if (length == 0) {
    return false;
  }
  if (kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO) {
    return dxgmap_check_owns(&a->resources, a->descriptors.at[i].space, physical, length);
  }
  if (kind != DXGMAP_POINTER || index >= a->saves.chain) {
    return false;
  }
  uint64_t size = a->saves.maximum.pages[index] * DXGMAP_PAGE_SIZE;
  return physical <= size && length <= size - physical;
}

/*@ requires valid: \valid(a);
    requires bounds: a->saves.chain <= DXGMAP_CHAIN && a->resources.count <= DXGMAP_RESOURCES;
    requires saves: SavesBounded(*a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterViews(*a); */
static bool dxgmap_check_described(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant views: \forall integer i;
        0 <= i < k && DXGMAP_POINTER <= a->descriptors.at[i].kind <= DXGMAP_VIDEO ==>
          ViewDescribed(*a, a->descriptors.at[i]);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    uint32_t kind = a->descriptors.at[k].kind;
    if (kind < DXGMAP_POINTER || kind > DXGMAP_VIDEO) {
      continue;
    }
    if (!dxgmap_check_view_described(a, k)) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> LinkFits(a->descriptors, a->descriptors.at[i].kind, a->links.to.slot[i]); */
static bool dxgmap_check_link(const dxgmap_adapter *a, uint32_t i)
{
  uint32_t kind = a->descriptors.at[i].kind;
  uint32_t target = a->links.to.slot[i];
  if (kind != DXGMAP_ADL && kind != DXGMAP_OBJECT_VIEW) {
    return target == 0;
  }
  if (target == 0 || target > DXGMAP_SLOTS) {
    return false;
  }
  return a->descriptors.at[target - 1u].kind == (kind == DXGMAP_ADL ? DXGMAP_ADAPTER_OBJECT : DXGMAP_OBJECT);
}

/*@ requires valid: \valid(a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> AdapterLinks(*a); */
static bool dxgmap_check_linked(const dxgmap_adapter *a)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_SLOTS;
      loop invariant fit: \forall integer i;
        0 <= i < k ==> LinkFits(a->descriptors, a->descriptors.at[i].kind, a->links.to.slot[i]);
      loop assigns k;
      loop variant DXGMAP_SLOTS - k; */
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    if (!dxgmap_check_link(a, k)) {
      return false;
    }
  }
  return true;
}

bool dxgmap_check_adapter(const dxgmap_adapter *a, dxgmap_counts *scratch)
{
  if (a->saves.chain > DXGMAP_CHAIN || a->resources.count > DXGMAP_RESOURCES) {
    return false;
  }
  if (a->started != 0 && a->generation >= DXGMAP_GENERATION_MAX) {
    return false;
  }
  if (!dxgmap_paging_fits(a->mode, a->capability) ||
      (a->started != 0 && a->mode == DXGMAP_REMAPPING && a->switches.attached == 0)) {
    return false;
  }
  if (!dxgmap_check_charge(&a->saves.maximum, a->saves.chain, a->charge)) {
    return false;
  }
  return dxgmap_check_slots(&a->slots) && dxgmap_check_views(&a->views) && dxgmap_check_parts(a) &&
         dxgmap_check_kinds(a) && dxgmap_check_described(a) && dxgmap_check_linked(a) && dxgmap_check_saves_pinned(a) &&
         dxgmap_check_pins_known(a) && dxgmap_check_links(&a->links, scratch) &&
         dxgmap_check_domain(&a->domain, a->mode, scratch);
}
