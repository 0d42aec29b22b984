/* SPDX-License-Identifier: MIT */
#include "operations/op_translate.h"

/*@ ghost
  // What the domain holds is what some live mapping has captured.
  /@ requires parts: AdapterParts(a);
     requires mode: a.mode == DXGMAP_IDENTITY;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures reference: DomainHolds(a.domain, page) <==> Xlate(a, page, page); @/
  void dxgmap_translate_reference(dxgmap_adapter a, uint64_t page)
  {
    /@ assert live: \forall integer i; RangeLive(a.domain.ranges, i)
         ==> a.descriptors.at[i - DXGMAP_FIRST].kind != DXGMAP_NO_KIND; @/
    /@ assert there: \forall integer i, l; RangeCovers(a.domain.ranges, i, l) && a.domain.cells.cell[l] == page + 1
         ==> CapturedAt(a, i - DXGMAP_FIRST, l - a.domain.ranges.base[i], page); @/
    /@ assert some: \forall integer i; Captures(a.domain, i, page) ==> Xlate(a, page, page); @/
    /@ assert here: \forall integer i, o; CapturedAt(a, i, o, page)
         ==> RangeCovers(a.domain.ranges, DXGMAP_ID(i), a.domain.ranges.base[DXGMAP_ID(i)] + o); @/
    /@ assert back: \forall integer i, o; CapturedAt(a, i, o, page) ==> Captures(a.domain, DXGMAP_ID(i), page); @/
    return;
  }
*/
/*@ ghost
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires mode: a.mode == DXGMAP_IDENTITY;
     requires page: page < DXGMAP_PAGES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_identity(dxgmap_adapter a, uint64_t page)
  {
    dxgmap_translate_reference(a, page);
    dxgmap_domain_held(a.domain, page);
    /@ assert only: \forall integer p; Xlate(a, page, p) ==> p == page; @/
    /@ assert value: Found(a.domain, a.mode, page) == (a.domain.counts.count[page] != 0 ? page + 1 : 0); @/
    return;
  }
*/
/*@ ghost
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: CoherentCells(a.domain.translation, a.domain.cells);
     requires mode: a.mode != DXGMAP_IDENTITY;
     requires page: page < DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_remapping(dxgmap_adapter a, uint64_t page)
  {
    /@ assert value: Found(a.domain, a.mode, page) == a.domain.cells.cell[page]; @/
    /@ assert used: a.domain.cells.cell[page] != 0 <==> a.domain.owners.id[page] != 0; @/
    uint32_t id = a.domain.owners.id[page];
    /@ assert covers: \forall integer i, p; Answers(a, i, page, p)
         ==> RangeCovers(a.domain.ranges, DXGMAP_ID(i), page); @/
    /@ assert only: \forall integer i, p; Answers(a, i, page, p)
         ==> id == DXGMAP_ID(i) && p == a.domain.cells.cell[page] - 1; @/
    /@ assert here: id != 0 ==> RangeCovers(a.domain.ranges, id, page); @/
    /@ assert answers: id != 0 ==> Answers(a, id - DXGMAP_FIRST, page, a.domain.cells.cell[page] - 1); @/
    /@ assert some: id != 0 ==> Xlate(a, page, a.domain.cells.cell[page] - 1); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_translate_coherent(dxgmap_adapter a, uint64_t page)
  {
    if (a.mode == DXGMAP_IDENTITY) {
      dxgmap_translate_identity(a, page);
    } else {
      dxgmap_translate_remapping(a, page);
    }
    return;
  }
*/

/* What the domain answers for a logical page, once it is in force and in use. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires page: page < LogicalPages(s->adapter[k]);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == DXGMAP_OK || \result.status == DXGMAP_BLOCKED;
    ensures some: \result.status == DXGMAP_OK ==> Xlate(s->adapter[k], page, \result.page);
    ensures behalf: \result.status == DXGMAP_OK ==> AnswersFor(*s, k, page, \result.page, \result.handle);
    ensures none: \result.status != DXGMAP_OK ==> !Translates(s->adapter[k], page) && \result.page == 0
                  && \result.handle == 0; */
static dxgmap_answer dxgmap_translate_page(const dxgmap_state *s, uint32_t k, uint64_t page)
{
  dxgmap_answer a;
  a.status = DXGMAP_BLOCKED;
  a.page = 0;
  a.handle = 0;
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ assert parts: AdapterParts(s->adapter[k]) && SlotsOk(s->adapter[k].slots) && DomainOk(s->adapter[k].domain)
             && Coherent(s->adapter[k].domain, s->adapter[k].mode); */
  /*@ ghost dxgmap_translate_coherent(s->adapter[k], page); */
  uint32_t value = dxgmap_domain_find(&s->adapter[k].domain, s->adapter[k].mode, page);
  if (value == 0) {
    return a;
  }
  a.status = DXGMAP_OK;
  a.page = value - 1u;
  /*@ assert some: Xlate(s->adapter[k], page, a.page); */
  if (s->adapter[k].mode == DXGMAP_IDENTITY) {
    return a;
  }
  uint32_t id = dxgmap_domain_owner(&s->adapter[k].domain, page);
  /*@ assert only: \forall integer i, p; Answers(s->adapter[k], i, page, p) ==> id == DXGMAP_ID(i); */
  uint32_t i = id - DXGMAP_FIRST;
  /*@ assert live: SlotLive(s->adapter[k].slots, i) && s->adapter[k].descriptors.at[i].kind != DXGMAP_NO_KIND; */
  a.handle = dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i);
  /*@ assert covers: RangeCovers(s->adapter[k].domain.ranges, DXGMAP_ID(i), page); */
  /*@ assert captured: CapturedPage(s->adapter[k].domain, DXGMAP_ID(i),
       page - s->adapter[k].domain.ranges.base[DXGMAP_ID(i)])
             == a.page; */
  /*@ assert valid: Valid(*s, a.handle) && HandleTag(a.handle) == k && HandleIndex(a.handle) == i; */
  /*@ assert base: BaseOf(*s, a.handle) == s->adapter[k].domain.ranges.base[DXGMAP_ID(i)]; */
  /*@ assert pages: PagesOf(*s, a.handle) == s->adapter[k].domain.ranges.length[DXGMAP_ID(i)]; */
  /*@ assert page: PageOf(*s, a.handle, page - BaseOf(*s, a.handle)) == a.page; */
  /*@ assert within: 0 <= page - BaseOf(*s, a.handle) < PagesOf(*s, a.handle); */
  /*@ assert behalf: AnswersFor(*s, k, page, a.page, a.handle); */
  return a;
}

dxgmap_answer dxgmap_translate_admit(const dxgmap_state *s, uint64_t adapter, uint64_t page)
{
  dxgmap_answer a;
  a.page = 0;
  a.handle = 0;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    a.status = DXGMAP_BAD_ADAPTER;
    return a;
  }
  if (s->adapter[k].switches.exclusive != 0) {
    a.status = DXGMAP_EXCLUSIVE;
    return a;
  }
  if (s->adapter[k].switches.removed != 0) {
    a.status = DXGMAP_REMOVED;
    return a;
  }
  if (s->adapter[k].switches.power != DXGMAP_D0) {
    a.status = DXGMAP_ASLEEP;
    return a;
  }
  if ((s->adapter[k].mode == DXGMAP_IDENTITY && page >= DXGMAP_PAGES) ||
      (s->adapter[k].mode != DXGMAP_IDENTITY && page >= DXGMAP_CELLS)) {
    a.status = DXGMAP_BLOCKED;
    return a;
  }
  if (s->adapter[k].switches.attached == 0) {
    a.status = DXGMAP_BYPASS;
    a.page = page;
    return a;
  }
  a.status = DXGMAP_OK;
  return a;
}

dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page)
{
  dxgmap_answer a = dxgmap_translate_admit(s, adapter, page);
  if (a.status != DXGMAP_OK) {
    return a;
  }
  return dxgmap_translate_page(s, dxgmap_state_find(s, adapter), page);
}

uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page)
{
  uint32_t sum = 0;
  if (page >= DXGMAP_PAGES) {
    return 0;
  }
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant sum: sum == LockSum(*s, k, page) && sum <= k * DXGMAP_CELLS;
      loop assigns k, sum;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    /*@ assert ok: AdapterOk(s->adapter[k]) && DomainOk(s->adapter[k].domain)
               && CountsBounded(s->adapter[k].domain.counts); */
    sum += s->adapter[k].domain.counts.count[page];
  }
  return sum;
}

uint32_t dxgmap_base_page(const dxgmap_state *s, uint64_t handle)
{
  uint32_t k = dxgmap_handle_tag(handle);
  uint32_t i = dxgmap_handle_index(handle);
  /*@ assert slot: Valid(*s, handle) ==> k < DXGMAP_PLACES && i < DXGMAP_SLOTS && HandleIndex(handle) == i; */
  if (k >= DXGMAP_PLACES || i >= DXGMAP_SLOTS) {
    return 0;
  }
  /*@ assert ok: AdapterOk(s->adapter[k]) && SlotsOk(s->adapter[k].slots); */
  if (!dxgmap_slots_valid(&s->adapter[k].slots, i, dxgmap_handle_generation(handle))) {
    return 0;
  }
  return s->adapter[k].domain.ranges.base[DXGMAP_ID(i)];
}
