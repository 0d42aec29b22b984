/* SPDX-License-Identifier: MIT */
#include "state/adapter.h"

/* Member by member: of a struct copy some compilers make a call of memcpy, and the core calls nothing. */
/*@ requires valid: \valid(a);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->descriptors.at[i];
    ensures set: a->descriptors.at[i] == d; */
static void dxgmap_adapter_describe(dxgmap_adapter *a, uint32_t i, dxgmap_descriptor d)
{
  a->descriptors.at[i].kind = d.kind;
  a->descriptors.at[i].index = d.index;
  a->descriptors.at[i].space = d.space;
  a->descriptors.at[i].user = d.user;
  a->descriptors.at[i].cache = d.cache;
  a->descriptors.at[i].slack = d.slack;
  a->descriptors.at[i].object = d.object;
  a->descriptors.at[i].physical = d.physical;
  a->descriptors.at[i].length = d.length;
  a->descriptors.at[i].process = d.process;
}

/* Steps of the proofs, none of which runs. */
/*@ ghost
  void dxgmap_adapter_unlinked(dxgmap_adapter a, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Slot i changed, and its own parts are in use as its kind says.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires parts: AdapterParts(was);
     requires kind: now.descriptors.at[i].kind <= DXGMAP_SYSTEM;
     requires live: SlotLive(now.slots, i) <==> now.descriptors.at[i].kind != DXGMAP_NO_KIND;
     requires pages: now.domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(now.descriptors.at[i].kind);
     requires place: now.views.span[i] > 0 <==> InWindow(now.descriptors.at[i]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parts: AdapterParts(now); @/
  void dxgmap_adapter_reparted(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert live: \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
         (SlotLive(now.slots, j) <==> now.descriptors.at[j].kind != DXGMAP_NO_KIND); @/
    /@ assert pages: \forall integer j; 0 <= j < DXGMAP_SLOTS ==> now.descriptors.at[j].kind <= DXGMAP_SYSTEM &&
         (now.domain.ranges.length[DXGMAP_ID(j)] > 0 <==> InDomain(now.descriptors.at[j].kind)); @/
    /@ assert place: \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
         (now.views.span[j] > 0 <==> InWindow(now.descriptors.at[j])); @/
    return;
  }
*/
/*@ ghost
  // Slot i changed, which is no view or one that fits.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires views: AdapterViews(was);
     requires same: now.resources == was.resources && now.saves.maximum == was.saves.maximum
                    && now.saves.chain == was.saves.chain;
     requires own: DXGMAP_POINTER <= now.descriptors.at[i].kind <= DXGMAP_VIDEO
       ==> ViewDescribed(now, now.descriptors.at[i]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures views: AdapterViews(now); @/
  void dxgmap_adapter_reviewed(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> now.descriptors.at[j] == was.descriptors.at[j]; @/
    return;
  }
*/
/*@ ghost
  // Slot i changed, to which nothing belongs, and its own link fits.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires links: AdapterLinks(was);
     requires free: LinkFree(was.links, i);
     requires own: LinkFits(now.descriptors, now.descriptors.at[i].kind, now.links.to.slot[i]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures links: AdapterLinks(now); @/
  void dxgmap_adapter_relinked(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert same: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.links.to.slot[j] == was.links.to.slot[j]
         && now.descriptors.at[j].kind == was.descriptors.at[j].kind; @/
    /@ assert apart: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==> now.links.to.slot[j] != i + 1; @/
    /@ assert fitted: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> LinkFits(was.descriptors, now.descriptors.at[j].kind, now.links.to.slot[j]); @/
    /@ assert fits: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> LinkFits(now.descriptors, now.descriptors.at[j].kind, now.links.to.slot[j]); @/
    return;
  }
*/
/*@ ghost
  // Slot i changed, which was no pin and is none.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires pins: AdapterPins(was);
     requires same: now.saves == was.saves;
     requires no_pin: !IsPin(was.descriptors.at[i].kind) && !IsPin(now.descriptors.at[i].kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pins: AdapterPins(now); @/
  void dxgmap_adapter_repinned(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Slot i began; if it is a pin, of a save area that nobody had pinned and that is large enough.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires pins: AdapterPins(was);
     requires same: now.saves.chain == was.saves.chain && now.saves.maximum == was.saves.maximum;
     requires chain: was.saves.chain <= DXGMAP_CHAIN;
     requires idle: was.descriptors.at[i].kind == DXGMAP_NO_KIND;
     requires own: IsPin(now.descriptors.at[i].kind) ==> now.descriptors.at[i].index < was.saves.chain
       && was.saves.pin[now.descriptors.at[i].index] == 0 && now.saves.pin[now.descriptors.at[i].index] == i + 1
       && now.domain.ranges.length[DXGMAP_ID(i)] <= was.saves.maximum.pages[now.descriptors.at[i].index];
     requires rest: \forall integer k; 0 <= k < DXGMAP_CHAIN
       && !(IsPin(now.descriptors.at[i].kind) && k == now.descriptors.at[i].index)
       ==> now.saves.pin[k] == was.saves.pin[k];
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pins: AdapterPins(now); @/
  void dxgmap_adapter_pin_began(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> now.descriptors.at[j] == was.descriptors.at[j]
         && now.domain.ranges.length[DXGMAP_ID(j)] == was.domain.ranges.length[DXGMAP_ID(j)]; @/
    /@ assert apart: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> was.saves.pin[k] != i + 1; @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_CHAIN && was.saves.pin[k] != 0
         ==> was.saves.pin[k] <= DXGMAP_SLOTS
             && now.descriptors.at[was.saves.pin[k] - 1] == was.descriptors.at[was.saves.pin[k] - 1]
             && now.domain.ranges.length[DXGMAP_ID(was.saves.pin[k] - 1)]
                == was.domain.ranges.length[DXGMAP_ID(was.saves.pin[k] - 1)]; @/
    /@ assert known: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i && IsPin(was.descriptors.at[j].kind)
         ==> now.saves.pin[was.descriptors.at[j].index] == j + 1; @/
    /@ assert saves: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0 && now.saves.pin[k] != i + 1
         ==> now.saves.pin[k] == was.saves.pin[k] && now.descriptors.at[now.saves.pin[k] - 1].index == k; @/
    /@ assert own: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] == i + 1
         ==> IsPin(now.descriptors.at[i].kind) && k == now.descriptors.at[i].index; @/
    /@ assert pinned: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
         ==> k < now.saves.chain && now.saves.pin[k] <= DXGMAP_SLOTS
             && IsPin(now.descriptors.at[now.saves.pin[k] - 1].kind)
             && now.descriptors.at[now.saves.pin[k] - 1].index == k
             && now.domain.ranges.length[DXGMAP_ID(now.saves.pin[k] - 1)] <= now.saves.maximum.pages[k]; @/
    return;
  }
*/
/*@ ghost
  // Slot i ended, and with it the pin that it may have been.
  /@ requires slot: i < DXGMAP_SLOTS;
     requires others: OthersKept(was, now, i);
     requires pins: AdapterPins(was);
     requires same: now.saves.chain == was.saves.chain && now.saves.maximum == was.saves.maximum;
     requires chain: was.saves.chain <= DXGMAP_CHAIN;
     requires none: now.descriptors.at[i].kind == DXGMAP_NO_KIND;
     requires cleared: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
       ==> now.saves.pin[k] == was.saves.pin[k] && now.saves.pin[k] != i + 1;
     requires linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(now.descriptors.at[k].kind)
       ==> now.saves.pin[now.descriptors.at[k].index] == k + 1;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pins: AdapterPins(now); @/
  void dxgmap_adapter_pin_ended(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert kept: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> now.descriptors.at[j] == was.descriptors.at[j]
         && now.domain.ranges.length[DXGMAP_ID(j)] == was.domain.ranges.length[DXGMAP_ID(j)]; @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
         ==> now.descriptors.at[now.saves.pin[k] - 1] == was.descriptors.at[now.saves.pin[k] - 1]
             && now.domain.ranges.length[DXGMAP_ID(now.saves.pin[k] - 1)]
                == was.domain.ranges.length[DXGMAP_ID(now.saves.pin[k] - 1)]; @/
    /@ assert saves: \forall integer k; 0 <= k < DXGMAP_CHAIN && now.saves.pin[k] != 0
         ==> k < now.saves.chain && now.saves.pin[k] <= DXGMAP_SLOTS; @/
    /@ assert known: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(now.descriptors.at[k].kind)
         ==> k != i && now.descriptors.at[k].index < now.saves.chain; @/
    return;
  }
*/
/*@ ghost
  // One life more ended.
  /@ requires ended: SlotsEnded(first.slots, was.slots);
     requires released: Released(was, now, i);
     requires slot: i < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ended: SlotsEnded(first.slots, now.slots);
     ensures links: \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i
         ==> now.links.to.slot[j] == was.links.to.slot[j]; @/
  void dxgmap_adapter_ended(dxgmap_adapter first, dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Without a mapping no range is held.
  /@ requires parts: AdapterParts(a);
     requires none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.descriptors.at[i].kind == DXGMAP_NO_KIND;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> a.domain.ranges.length[i] == 0; @/
  void dxgmap_adapter_rangeless(dxgmap_adapter a)
  {
    /@ assert each: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS
         ==> a.descriptors.at[i - DXGMAP_FIRST].kind == DXGMAP_NO_KIND && a.domain.ranges.length[i] == 0; @/
    return;
  }
*/

dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_descriptor d, const uint64_t *pages, uint32_t n,
                                         uint32_t target)
{
  /*@ ghost dxgmap_adapter was = *a; */
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) {
    return dxgmap_refuse(DXGMAP_NO_SLOT);
  }
  /*@ assert unused: was.descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ ghost dxgmap_adapter_unlinked(was, i); */
  if (!dxgmap_domain_map(&a->domain, a->mode, DXGMAP_ID(i), pages, n)) {
    return dxgmap_refuse(DXGMAP_NO_RANGE);
  }
  dxgmap_slots_take(&a->slots);
  dxgmap_links_set(&a->links, i, target);
  dxgmap_adapter_describe(a, i, d);
  if (d.kind == DXGMAP_PIN || d.kind == DXGMAP_PIN2) {
    a->saves.pin[d.index] = i + 1u;
  }
  /*@ assert others: OthersKept(was, *a, i); */
  /*@ ghost dxgmap_adapter_reparted(was, *a, i); */
  /*@ assert kinds: AdapterKinds(*a); */
  /*@ ghost dxgmap_adapter_pin_began(was, *a, i); */
  /*@ ghost dxgmap_adapter_reviewed(was, *a, i); */
  /*@ ghost dxgmap_adapter_relinked(was, *a, i); */
  return dxgmap_accept(i);
}

dxgmap_outcome dxgmap_adapter_take(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                   uint32_t target)
{
  /*@ ghost dxgmap_adapter was = *a; */
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) {
    return dxgmap_refuse(DXGMAP_NO_SLOT);
  }
  /*@ assert unused: was.descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ ghost dxgmap_adapter_unlinked(was, i); */
  if (span > 0) {
    dxgmap_views_put(&a->views, i, place, span);
  }
  dxgmap_slots_take(&a->slots);
  dxgmap_links_set(&a->links, i, target);
  dxgmap_adapter_describe(a, i, d);
  /*@ assert others: OthersKept(was, *a, i); */
  /*@ ghost dxgmap_adapter_reparted(was, *a, i); */
  /*@ assert kinds: AdapterKinds(*a); */
  /*@ ghost dxgmap_adapter_repinned(was, *a, i); */
  /*@ ghost dxgmap_adapter_reviewed(was, *a, i); */
  /*@ ghost dxgmap_adapter_relinked(was, *a, i); */
  return dxgmap_accept(i);
}

/* Frees the pages, or the place in the window, that slot i holds. */
/*@ requires valid: \valid(a);
    requires ok: DomainOk(a->domain) && ViewsOk(a->views);
    requires coherent: Coherent(a->domain, a->mode);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->domain, a->views;
    ensures ok: DomainOk(a->domain) && ViewsOk(a->views);
    ensures coherent: Coherent(a->domain, a->mode);
    ensures limits: RangeLimits(\old(a->domain.ranges), a->domain.ranges);
    ensures gone: a->domain.ranges.length[DXGMAP_ID(i)] == 0 && a->views.span[i] == 0;
    ensures pages: DomainKept(\old(a->domain), a->domain, DXGMAP_ID(i));
    ensures places: ViewsKept(\old(a->views), a->views, i); */
static void dxgmap_adapter_free(dxgmap_adapter *a, uint32_t i)
{
  if (a->domain.ranges.length[DXGMAP_ID(i)] > 0) {
    dxgmap_domain_unmap(&a->domain, a->mode, DXGMAP_ID(i));
  }
  if (a->views.span[i] > 0) {
    dxgmap_views_drop(&a->views, i);
  }
}

/* Takes the request of slot i away, and with it the pin that it may be. */
/*@ requires valid: \valid(a);
    requires pins: AdapterPins(*a);
    requires chain: a->saves.chain <= DXGMAP_CHAIN;
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->saves.pin[0 .. DXGMAP_CHAIN - 1], a->descriptors.at[i].kind;
    ensures none: a->descriptors.at[i].kind == DXGMAP_NO_KIND;
    ensures unpinned: IsPin(\old(a->descriptors.at[i].kind)) ==> a->saves.pin[\old(a->descriptors.at[i].index)] == 0;
    ensures cleared: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0
                     ==> a->saves.pin[k] == \old(a->saves.pin[k]) && a->saves.pin[k] != i + 1;
    ensures linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(a->descriptors.at[k].kind)
                    ==> k != i && a->saves.pin[a->descriptors.at[k].index] == k + 1; */
static void dxgmap_adapter_forget(dxgmap_adapter *a, uint32_t i)
{
  if (a->descriptors.at[i].kind == DXGMAP_PIN || a->descriptors.at[i].kind == DXGMAP_PIN2) {
    a->saves.pin[a->descriptors.at[i].index] = 0;
  }
  a->descriptors.at[i].kind = DXGMAP_NO_KIND;
}

void dxgmap_adapter_release(dxgmap_adapter *a, uint32_t i)
{
  /*@ ghost dxgmap_adapter was = *a; */
  dxgmap_adapter_free(a, i);
  dxgmap_adapter_forget(a, i);
  dxgmap_links_set(&a->links, i, 0);
  dxgmap_slots_release(&a->slots, i);
  /*@ assert others: OthersKept(was, *a, i); */
  /*@ ghost dxgmap_adapter_reparted(was, *a, i); */
  /*@ assert kinds: AdapterKinds(*a); */
  /*@ ghost dxgmap_adapter_pin_ended(was, *a, i); */
  /*@ ghost dxgmap_adapter_reviewed(was, *a, i); */
  /*@ ghost dxgmap_adapter_relinked(was, *a, i); */
}

bool dxgmap_paging_fits(uint32_t mode, uint32_t capability)
{
  return capability == DXGMAP_BY_ADL ? mode <= DXGMAP_REMAPPING
                                     : capability == DXGMAP_BY_MDL && mode == DXGMAP_IDENTITY;
}

uint64_t dxgmap_adapter_visible(const dxgmap_start *d)
{
  /* whole pages below the bound, and the page that it closes */
  return d->highest_visible / DXGMAP_PAGE_SIZE +
         (d->highest_visible % DXGMAP_PAGE_SIZE == DXGMAP_PAGE_SIZE - 1u ? 1u : 0u);
}

/* How many logical pages the adapter is given. */
/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures limit: \result == LogicalLimit(*d);
    ensures range: 1 <= \result <= DXGMAP_CELLS; */
static uint32_t dxgmap_adapter_limit(const dxgmap_start *d)
{
  uint64_t seen = dxgmap_adapter_visible(d);
  if (d->mode == DXGMAP_IDENTITY || seen >= DXGMAP_CELLS) {
    return DXGMAP_CELLS;
  }
  return seen == 0 ? 1u : (uint32_t)seen;
}

void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d)
{
  /*@ assert none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ assert unpinned: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> a->saves.pin[k] == 0; */
  uint64_t charge = 0;
  /*@ loop invariant range: 0 <= k <= d->chain;
      loop invariant copied: \forall integer j; 0 <= j < k
                             ==> a->saves.maximum.pages[j] == d->save_bytes[j] / DXGMAP_PAGE_SIZE;
      loop invariant charge: charge == RequestSum(*d, k) && charge <= k * 0xFFFFFFFFFFFFF;
      loop assigns k, charge, a->saves.maximum.pages[0 .. DXGMAP_CHAIN - 1];
      loop variant d->chain - k; */
  for (uint32_t k = 0; k < d->chain; k++) {
    a->saves.maximum.pages[k] = d->save_bytes[k] / DXGMAP_PAGE_SIZE;
    charge += d->save_bytes[k] / DXGMAP_PAGE_SIZE;
  }
  /*@ ghost
      /@ loop invariant range: 0 <= j <= d->chain;
         loop invariant sum: SaveSum(a->saves.maximum, j) == RequestSum(*d, j);
         loop assigns j;
         loop variant d->chain - j; @/
      for (uint32_t j = 0; j < d->chain; j++) { }
  */
  /*@ loop invariant range: 0 <= k <= d->resources;
      loop invariant copied: \forall integer j; 0 <= j < k ==> a->resources.at[j] == d->resource[j];
      loop assigns k, a->resources.at[0 .. DXGMAP_RESOURCES - 1];
      loop variant d->resources - k; */
  for (uint32_t k = 0; k < d->resources; k++) {
    a->resources.at[k] = d->resource[k];
  }
  a->resources.count = d->resources;
  a->saves.chain = d->chain;
  a->charge = charge;
  a->mode = d->mode;
  a->capability = d->capability;
  a->linked = d->linked;
  /* a domain that remaps is attached before the driver starts */
  a->switches.attached = d->mode == DXGMAP_IDENTITY ? 0 : 1u;
  a->switches.exclusive = 0;
  a->switches.power = DXGMAP_D0;
  a->switches.removed = 0;
  a->switches.lead = 0;
  a->started = 1;
  /*@ ghost dxgmap_adapter_rangeless(*a); */
  dxgmap_domain_open(&a->domain, dxgmap_adapter_limit(d), d->quarantine);
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  /*@ assert links: AdapterLinks(*a); */
  /*@ assert kinds: AdapterKinds(*a); */
}

void dxgmap_adapter_switch(dxgmap_adapter *a, dxgmap_switches w)
{
  /* member by member: of a struct copy some compilers make a call of memcpy, and the core calls nothing */
  a->switches.attached = w.attached;
  a->switches.exclusive = w.exclusive;
  a->switches.power = w.power;
  a->switches.removed = w.removed;
  a->switches.lead = w.lead;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pinned: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0
             ==> IsPin(\at(*a, Pre).descriptors.at[a->saves.pin[k] - 1].kind); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  /*@ assert links: AdapterLinks(*a); */
  /*@ assert kinds: AdapterKinds(*a); */
}

/* Ends the mappings that belong to others. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures same: ConfigurationKept(\old(*a), *a);
    ensures some: SlotsEnded(\old(a->slots), a->slots);
    ensures none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->links.to.slot[i] == 0; */
static void dxgmap_adapter_close_linked(dxgmap_adapter *a)
{
  /*@ ghost dxgmap_adapter first = *a; */
  /*@ loop invariant range: 0 <= i <= DXGMAP_SLOTS;
      loop invariant ok: AdapterOk(*a);
      loop invariant same: ConfigurationKept(\at(*a, Pre), *a);
      loop invariant some: SlotsEnded(first.slots, a->slots);
      loop invariant none: \forall integer j; 0 <= j < i ==> a->links.to.slot[j] == 0;
      loop assigns i, *a;
      loop variant DXGMAP_SLOTS - i; */
  for (uint32_t i = 0; i < a->slots.high; i++) {
    if (a->links.to.slot[i] != 0) {
      /*@ ghost dxgmap_adapter_unlinked(*a, i); */
      /*@ ghost dxgmap_adapter before = *a; */
      dxgmap_adapter_release(a, i);
      /*@ ghost dxgmap_adapter_ended(first, before, *a, i); */
      /*@ assert unlinked: AdapterParts(*a) && AdapterLinks(*a) && a->descriptors.at[i].kind == DXGMAP_NO_KIND
                 && a->links.to.slot[i] == 0; */
      /*@ assert none: \forall integer j; 0 <= j < i ==> a->links.to.slot[j] == 0; */
    }
  }
  /*@ assert parts: AdapterParts(*a) && AdapterLinks(*a) && SlotsOk(a->slots); */
  /*@ assert fresh: \forall integer j; a->slots.high <= j < DXGMAP_SLOTS
             ==> a->descriptors.at[j].kind == DXGMAP_NO_KIND; */
}

void dxgmap_adapter_close(dxgmap_adapter *a)
{
  /*@ ghost dxgmap_adapter first = *a; */
  dxgmap_adapter_close_linked(a);
  /*@ loop invariant ok: AdapterOk(*a);
      loop invariant same: ConfigurationKept(\at(*a, Pre), *a);
      loop invariant some: SlotsEnded(first.slots, a->slots);
      loop invariant none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->links.to.slot[i] == 0;
      loop assigns *a;
      loop variant a->slots.live; */
  while (a->slots.live > 0) {
    uint32_t i = dxgmap_slots_at(&a->slots, 0);
    /*@ ghost dxgmap_adapter before = *a; */
    dxgmap_adapter_release(a, i);
    /*@ ghost dxgmap_adapter_ended(first, before, *a, i); */
  }
  /*@ assert none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a->slots, i); */
  /*@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ assert unpinned: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> a->saves.pin[k] == 0; */
  a->started = 0;
  a->switches.attached = 0;
  a->switches.exclusive = 0;
  a->switches.power = DXGMAP_D0;
  a->switches.removed = 0;
  a->switches.lead = 0;
  a->charge = 0;
  a->saves.chain = 0;
  a->resources.count = 0;
  a->generation++;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  /*@ assert links: AdapterLinks(*a); */
  /*@ assert kinds: AdapterKinds(*a); */
}
