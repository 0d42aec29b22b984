/* SPDX-License-Identifier: MIT */
#include "operations/op_adapter.h"

/*@ requires valid: \valid(d);
    requires chain: d->chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SavesAligned(*d, d->chain); */
static bool dxgmap_start_aligned(const dxgmap_start *d)
{
  /*@ loop invariant range: 0 <= k <= d->chain;
      loop invariant so_far: SavesAligned(*d, k);
      loop assigns k;
      loop variant d->chain - k; */
  for (uint32_t k = 0; k < d->chain; k++) {
    if (d->save_bytes[k] % DXGMAP_PAGE_SIZE != 0) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(d);
    requires count: d->resources <= DXGMAP_RESOURCES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ResourcesOk(*d, d->resources); */
static bool dxgmap_start_resources(const dxgmap_start *d)
{
  /*@ loop invariant range: 0 <= k <= d->resources;
      loop invariant so_far: ResourcesOk(*d, k);
      loop assigns k;
      loop variant d->resources - k; */
  for (uint32_t k = 0; k < d->resources; k++) {
    if (d->resource[k].space > DXGMAP_IO_SPACE || d->resource[k].length == 0 ||
        d->resource[k].start > 0xFFFFFFFFFFFFFFFFu - d->resource[k].length) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(d);
    requires chain: d->chain <= DXGMAP_CHAIN;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures sum: \result == RequestSum(*d, d->chain); */
static uint64_t dxgmap_start_charge(const dxgmap_start *d)
{
  uint64_t sum = 0;
  /*@ loop invariant range: 0 <= k <= d->chain;
      loop invariant sum: sum == RequestSum(*d, k) && sum <= k * 0xFFFFFFFFFFFFF;
      loop assigns k, sum;
      loop variant d->chain - k; */
  for (uint32_t k = 0; k < d->chain; k++) {
    sum += d->save_bytes[k] / DXGMAP_PAGE_SIZE;
  }
  return sum;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_ADAPTERS;
    ensures some: \result < DXGMAP_ADAPTERS ==> CanStart(s->adapter[\result]);
    ensures none: \result == DXGMAP_ADAPTERS <==> !TableRoom(*s); */
static uint32_t dxgmap_start_place(const dxgmap_state *s)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_ADAPTERS;
      loop invariant so_far: \forall integer j; 0 <= j < k ==> !CanStart(s->adapter[j]);
      loop assigns k;
      loop variant DXGMAP_ADAPTERS - k; */
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (s->adapter[k].started == 0 && s->adapter[k].generation < DXGMAP_GENERATION_MAX) {
      return k;
    }
  }
  return DXGMAP_ADAPTERS;
}

/*@ ghost
  // The commit is at least each adapter's charge, and far from overflowing.
  /@ requires valid: \valid(s);
     requires inv: Inv(*s);
     requires adapter: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures bound: s->adapter[k].charge <= s->commit <= DXGMAP_PLACES * DXGMAP_CHARGE_MAX; @/
  void dxgmap_start_commit(dxgmap_state *s, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant sum: (j > k ? s->adapter[k].charge : 0) <= ChargeSum(*s, j) <= j * DXGMAP_CHARGE_MAX;
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      /@ assert one: AdapterOk(s->adapter[j]); @/
      /@ assert charge: 0 <= s->adapter[j].charge <= DXGMAP_CHARGE_MAX; @/
      /@ assert more: ChargeSum(*s, j + 1) == ChargeSum(*s, j) + s->adapter[j].charge; @/
    }
    return;
  }
*/

/*@ ghost
  void dxgmap_start_calm(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    dxgmap_state_still(was, now, k);
    dxgmap_state_stopped(was, now, k);
    dxgmap_state_sums(was, now, k);
    return;
  }
*/

dxgmap_outcome dxgmap_op_start(dxgmap_state *s, const dxgmap_start *d)
{
  if (d->chain == 0 || d->chain > DXGMAP_CHAIN) {
    return dxgmap_refuse(DXGMAP_BAD_INDEX);
  }
  if (!dxgmap_paging_fits(d->mode, d->capability)) {
    return dxgmap_refuse(DXGMAP_BAD_MODE);
  }
  if (d->quarantine > DXGMAP_QUARANTINE) {
    return dxgmap_refuse(DXGMAP_TOO_LARGE);
  }
  if (!dxgmap_start_aligned(d)) {
    return dxgmap_refuse(DXGMAP_BAD_SIZE);
  }
  if (d->resources > DXGMAP_RESOURCES || !dxgmap_start_resources(d)) {
    return dxgmap_refuse(DXGMAP_BAD_RESOURCE);
  }
  if (d->mode == DXGMAP_IDENTITY && d->installed_pages > dxgmap_adapter_visible(d)) {
    return dxgmap_refuse(DXGMAP_NOT_VISIBLE);
  }
  uint64_t charge = dxgmap_start_charge(d);
  if (charge > DXGMAP_CHARGE_MAX) {
    return dxgmap_refuse(DXGMAP_TOO_LARGE);
  }
  if (d->linked != 0 && charge != 0) {
    return dxgmap_refuse(DXGMAP_NOT_LEAD);
  }
  /*@ ghost dxgmap_start_commit(s, 0); */
  if (s->commit + charge > d->commit_limit) {
    return dxgmap_refuse(DXGMAP_NO_COMMIT);
  }
  uint32_t k = dxgmap_start_place(s);
  if (k == DXGMAP_ADAPTERS) {
    return dxgmap_refuse(DXGMAP_NO_ADAPTER);
  }
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  /*@ assert idle: AdapterOk(s->adapter[k]) && AdapterStopped(s->adapter[k]) && s->adapter[k].charge == 0; */
  dxgmap_adapter_open(&s->adapter[k], d);
  s->commit += charge;
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ ghost dxgmap_start_calm(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  return dxgmap_accept(dxgmap_handle_make(DXGMAP_ADAPTER_TAG, s->adapter[k].generation, k));
}

/* Forgets what the adapter objects of adapter k opened. */
/*@ requires valid: \valid(s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires slots: SlotsOk(s->adapter[k].slots) && AdapterParts(s->adapter[k]);
    requires opened: OpenedOk(*s);
    terminates \true;
    exits \false;
    assigns s->opened;
    ensures closed: OpenedClosed(\old(s->opened), s->opened, k); */
static void dxgmap_stop_objects(dxgmap_state *s, uint32_t k)
{
  /*@ loop invariant range: 0 <= i <= s->adapter[k].slots.high;
      loop invariant closed: \forall integer x; 0 <= x < DXGMAP_SLOTS && \at(s->opened, Pre).place[x] == k + 1
                             && \at(s->opened, Pre).slot[x] < i ==> s->opened.place[x] == 0;
      loop invariant rest: \forall integer x; 0 <= x < DXGMAP_SLOTS && !(\at(s->opened, Pre).place[x] == k + 1
                           && \at(s->opened, Pre).slot[x] < i) ==> s->opened.place[x] == \at(s->opened, Pre).place[x];
      loop assigns i, s->opened.place[0 .. DXGMAP_SLOTS - 1];
      loop variant s->adapter[k].slots.high - i; */
  for (uint32_t i = 0; i < s->adapter[k].slots.high; i++) {
    if (s->adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT) {
      s->opened.place[s->adapter[k].descriptors.at[i].object - 1u] = 0;
    }
  }
}

/*@ ghost
  // When adapter k is empty and nothing is opened for it, the rest is as it was.
  /@ requires adapter: k < DXGMAP_ADAPTERS;
     requires kept: AdaptersKept(was, now, k);
     requires empty: \forall integer i; 0 <= i < DXGMAP_SLOTS
         ==> now.adapter[k].descriptors.at[i].kind == DXGMAP_NO_KIND;
     requires closed: OpenedClosed(was.opened, now.opened, k);
     requires placed: KindsPlaced(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_stop_opened(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    return;
  }
*/

uint32_t dxgmap_op_stop(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  uint64_t charge = s->adapter[k].charge;
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  /*@ ghost dxgmap_start_commit(s, k); */
  dxgmap_stop_objects(s, k);
  dxgmap_adapter_close(&s->adapter[k]);
  s->commit -= charge;
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ assert empty: AdapterParts(s->adapter[k]); */
  /*@ ghost dxgmap_stop_opened(was, *s, k); */
  /*@ ghost dxgmap_state_stopped(was, *s, k); */
  /*@ ghost dxgmap_state_sums(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
  /*@ assert stopped: StoppedOk(*s); */
  /*@ assert placed: KindsPlaced(*s); */
  /*@ assert opened: OpenedOk(*s); */
  return DXGMAP_OK;
}

/* Member by member: of a struct copy some compilers make a call of memcpy, and the core calls nothing. */
/*@ requires valid: \valid(l) && \valid(s);
    requires separated: \separated(l, s);
    requires slot: k < DXGMAP_PLACES && i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns l->descriptor;
    ensures set: l->descriptor == s->adapter[k].descriptors.at[i]; */
static void dxgmap_live_describe(dxgmap_live *l, const dxgmap_state *s, uint32_t k, uint32_t i)
{
  l->descriptor.kind = s->adapter[k].descriptors.at[i].kind;
  l->descriptor.index = s->adapter[k].descriptors.at[i].index;
  l->descriptor.space = s->adapter[k].descriptors.at[i].space;
  l->descriptor.user = s->adapter[k].descriptors.at[i].user;
  l->descriptor.cache = s->adapter[k].descriptors.at[i].cache;
  l->descriptor.slack = s->adapter[k].descriptors.at[i].slack;
  l->descriptor.object = s->adapter[k].descriptors.at[i].object;
  l->descriptor.physical = s->adapter[k].descriptors.at[i].physical;
  l->descriptor.length = s->adapter[k].descriptors.at[i].length;
  l->descriptor.process = s->adapter[k].descriptors.at[i].process;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == status;
    ensures none: \result.handle == 0 && \result.descriptor.kind == DXGMAP_NO_KIND; */
static dxgmap_live dxgmap_live_none(uint32_t status)
{
  dxgmap_live l;
  l.status = status;
  l.handle = 0;
  l.descriptor.kind = DXGMAP_NO_KIND;
  l.descriptor.index = 0;
  l.descriptor.space = 0;
  l.descriptor.user = 0;
  l.descriptor.cache = 0;
  l.descriptor.slack = 0;
  l.descriptor.object = 0;
  l.descriptor.physical = 0;
  l.descriptor.length = 0;
  l.descriptor.process = 0;
  l.pages = 0;
  l.base = 0;
  l.place = 0;
  l.span = 0;
  return l;
}

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES && cursor < s->adapter[k].slots.live;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == DXGMAP_OK;
    ensures live: LiveIn(*s, k, cursor, \result); */
static dxgmap_live dxgmap_live_at(const dxgmap_state *s, uint32_t k, uint32_t cursor)
{
  dxgmap_live l = dxgmap_live_none(DXGMAP_OK);
  uint32_t i = dxgmap_slots_at(&s->adapter[k].slots, cursor);
  l.handle = dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i);
  dxgmap_live_describe(&l, s, k, i);
  l.pages = s->adapter[k].domain.ranges.length[DXGMAP_ID(i)];
  l.base = s->adapter[k].domain.ranges.base[DXGMAP_ID(i)];
  l.place = s->adapter[k].views.place[i];
  l.span = s->adapter[k].views.span[i];
  return l;
}

dxgmap_live dxgmap_op_live(const dxgmap_state *s, uint64_t adapter, uint32_t cursor)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return dxgmap_live_none(DXGMAP_BAD_ADAPTER);
  }
  if (cursor >= s->adapter[k].slots.live) {
    return dxgmap_live_none(DXGMAP_NO_MORE);
  }
  return dxgmap_live_at(s, k, cursor);
}

dxgmap_live dxgmap_op_live_object(const dxgmap_state *s, uint32_t cursor)
{
  if (cursor >= s->adapter[DXGMAP_MACHINE].slots.live) {
    return dxgmap_live_none(DXGMAP_NO_MORE);
  }
  return dxgmap_live_at(s, DXGMAP_MACHINE, cursor);
}
