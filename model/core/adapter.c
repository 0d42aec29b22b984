#include "adapter.h"

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
  a->descriptors.at[i].physical = d.physical;
  a->descriptors.at[i].length = d.length;
  a->descriptors.at[i].process = d.process;
}

dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_counts *locks, dxgmap_descriptor d,
                                         const uint64_t *pages, uint32_t n)
{
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_NO_SLOT);
  if (!dxgmap_domain_map(&a->domain, locks, i + 1u, pages, n)) return dxgmap_refuse(DXGMAP_NO_CELLS);
  dxgmap_slots_take(&a->slots);
  dxgmap_adapter_describe(a, i, d);
  if (d.kind == DXGMAP_PIN || d.kind == DXGMAP_PIN2) a->saves.pin[d.index] = i + 1u;
  /*@ assert others: OthersKept(\at(*a, Pre), *a, i); */
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert idle: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> \at(*a, Pre).saves.pin[k] != i + 1; */
  /*@ assert known: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0 && a->saves.pin[k] != i + 1
             ==> a->saves.pin[k] == \at(*a, Pre).saves.pin[k]; */
  /*@ assert own: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] == i + 1
             ==> IsPin(d.kind) && d.index == k && n <= a->saves.maximum.pages[k]; */
  /*@ assert linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(a->descriptors.at[k].kind)
             ==> a->descriptors.at[k].index < a->saves.chain && a->saves.pin[a->descriptors.at[k].index] == k + 1; */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  return dxgmap_accept(i);
}

dxgmap_outcome dxgmap_adapter_take_view(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span)
{
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) return dxgmap_refuse(DXGMAP_NO_SLOT);
  if (span > 0) dxgmap_views_put(&a->views, i, place, span);
  dxgmap_slots_take(&a->slots);
  dxgmap_adapter_describe(a, i, d);
  /*@ assert others: OthersKept(\at(*a, Pre), *a, i); */
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  return dxgmap_accept(i);
}

/* Frees the pages, or the place in the window, that slot i holds. */
/*@ requires valid: \valid(a) && \valid(locks);
    requires separated: \separated(a, locks);
    requires ok: DomainOk(a->domain) && ViewsOk(a->views);
    requires locks: LocksCover(a->domain, *locks);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns a->domain, a->views, *locks;
    ensures ok: DomainOk(a->domain) && ViewsOk(a->views);
    ensures locks: LocksMoved(\old(a->domain), \old(*locks), a->domain, *locks);
    ensures gone: a->domain.ranges.length[i + 1] == 0 && a->views.span[i] == 0;
    ensures pages: DomainKept(\old(a->domain), a->domain, i + 1);
    ensures places: ViewsKept(\old(a->views), a->views, i); */
static void dxgmap_adapter_free(dxgmap_adapter *a, dxgmap_counts *locks, uint32_t i)
{
  if (a->domain.ranges.length[i + 1u] > 0) dxgmap_domain_unmap(&a->domain, locks, i + 1u);
  if (a->views.span[i] > 0) dxgmap_views_drop(&a->views, i);
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
  if (a->descriptors.at[i].kind == DXGMAP_PIN || a->descriptors.at[i].kind == DXGMAP_PIN2)
    a->saves.pin[a->descriptors.at[i].index] = 0;
  a->descriptors.at[i].kind = DXGMAP_NO_KIND;
}

void dxgmap_adapter_release(dxgmap_adapter *a, dxgmap_counts *locks, uint32_t i)
{
  dxgmap_adapter_free(a, locks, i);
  dxgmap_adapter_forget(a, i);
  dxgmap_slots_release(&a->slots, i);
  /*@ assert others: OthersKept(\at(*a, Pre), *a, i); */
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
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
  for (uint32_t k = 0; k < d->resources; k++)
    a->resources.at[k] = d->resource[k];
  a->resources.count = d->resources;
  a->saves.chain = d->chain;
  a->charge = charge;
  a->attached = 0;
  a->exclusive = 0;
  a->started = 1;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
}

void dxgmap_adapter_switch(dxgmap_adapter *a, uint32_t attached, uint32_t exclusive)
{
  a->attached = attached;
  a->exclusive = exclusive;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pinned: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0
             ==> IsPin(\at(*a, Pre).descriptors.at[a->saves.pin[k] - 1].kind); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
}

void dxgmap_adapter_close(dxgmap_adapter *a, dxgmap_counts *locks)
{
  /*@ loop invariant ok: AdapterOk(*a);
      loop invariant started: a->started != 0 && a->generation == \at(a->generation, Pre);
      loop invariant locks: LocksMoved(\at(a->domain, Pre), \at(*locks, Pre), a->domain, *locks);
      loop invariant cover: LocksCover(a->domain, *locks);
      loop invariant live: \forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(a->slots, i)
                           ==> SlotLive(\at(*a, Pre).slots, i)
                               && a->slots.generation[i] == \at(*a, Pre).slots.generation[i];
      loop invariant ended: \forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a->slots, i)
                            && SlotLive(\at(*a, Pre).slots, i)
                            ==> a->slots.generation[i] == \at(*a, Pre).slots.generation[i] + 1;
      loop invariant idle: \forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(\at(*a, Pre).slots, i)
                           ==> a->slots.generation[i] == \at(*a, Pre).slots.generation[i];
      loop assigns *a, *locks;
      loop variant a->slots.live; */
  while (a->slots.live > 0)
    dxgmap_adapter_release(a, locks, dxgmap_slots_at(&a->slots, 0));
  /*@ assert none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a->slots, i); */
  /*@ assert kinds: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a->descriptors.at[i].kind == DXGMAP_NO_KIND; */
  /*@ assert unpinned: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> a->saves.pin[k] == 0; */
  a->started = 0;
  a->attached = 0;
  a->exclusive = 0;
  a->charge = 0;
  a->saves.chain = 0;
  a->resources.count = 0;
  a->generation++;
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
}
