/* SPDX-License-Identifier: MIT */
#include "operations/op_reference.h"

/* Whether one of the n cells from b on has captured the page. */
/*@ requires valid: \valid(c);
    requires in: b + n <= DXGMAP_CELLS;
    requires used: \forall integer l; b <= l < b + n ==> c->cell[l] != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \exists integer l; b <= l < b + n && c->cell[l] == page + 1; */
static bool dxgmap_reference_among(const dxgmap_cells *c, uint32_t b, uint32_t n, uint64_t page)
{
  uint32_t end = b + n;

  /*@ loop invariant range: b <= l <= end;
      loop invariant none: \forall integer j; b <= j < l ==> c->cell[j] != page + 1;
      loop assigns l;
      loop variant end - l; */
  for (uint32_t l = b; l < end; l++) {
    if (c->cell[l] - 1u == page) {
      return true;
    }
  }
  return false;
}

/*@ ghost
  // The cells of a live run are in use: cell by cell, because of all of them at once the provers find no instance.
  /@ requires known: OwnersKnown(d) && OwnersUsed(d.cells, d.owners);
     requires live: RangeLive(d.ranges, id);
     requires in: d.ranges.base[id] + d.ranges.length[id] <= DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures used: \forall integer l; d.ranges.base[id] <= l < d.ranges.base[id] + d.ranges.length[id]
                   ==> d.cells.cell[l] != 0; @/
  void dxgmap_reference_used(dxgmap_domain d, uint32_t id)
  {
    uint32_t base = d.ranges.base[id];
    uint32_t end = base + d.ranges.length[id];
    /@ loop invariant range: base <= l <= end;
       loop invariant used: \forall integer j; base <= j < l ==> d.cells.cell[j] != 0;
       loop assigns l;
       loop variant end - l; @/
    for (uint32_t l = base; l < end; l++) {
      /@ assert covers: RangeCovers(d.ranges, id, l); @/
      /@ assert owned: d.owners.id[l] == id; @/
    }
    return;
  }
*/

/* Whether the mapping of slot i has captured the page. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires live: SlotLive(s->adapter[k].slots, i);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> \exists integer o; CapturedAt(s->adapter[k], i, o, page); */
static bool dxgmap_reference_captured(const dxgmap_state *s, uint32_t k, uint32_t i, uint64_t page)
{
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ assert parts: AdapterParts(s->adapter[k]) && SlotsOk(s->adapter[k].slots) && DomainOk(s->adapter[k].domain); */
  /*@ assert kind: i < DXGMAP_SLOTS && s->adapter[k].descriptors.at[i].kind != DXGMAP_NO_KIND; */
  uint32_t base = s->adapter[k].domain.ranges.base[DXGMAP_ID(i)];
  uint32_t length = s->adapter[k].domain.ranges.length[DXGMAP_ID(i)];
  if (length == 0) {
    return false;
  }
  /*@ ghost dxgmap_quarantine_apart(&s->adapter[k].domain.ranges); */
  /*@ assert mine: \forall integer l; base <= l < base + length
        ==> RangeCovers(s->adapter[k].domain.ranges, DXGMAP_ID(i), l); */
  /*@ ghost dxgmap_reference_used(s->adapter[k].domain, DXGMAP_ID(i)); */
  /*@ assert here: \forall integer l; base <= l < base + length && s->adapter[k].domain.cells.cell[l] == page + 1
        ==> CapturedAt(s->adapter[k], i, l - base, page); */
  /*@ assert back: \forall integer o; CapturedAt(s->adapter[k], i, o, page)
        ==> base <= base + o < base + length && s->adapter[k].domain.cells.cell[base + o] == page + 1; */
  return dxgmap_reference_among(&s->adapter[k].domain.cells, base, length, page);
}

/* What the mapping of slot i makes the logical page: the physical page + 1, or 0. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires live: SlotLive(s->adapter[k].slots, i);
    requires page: page < LogicalPages(s->adapter[k]);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures some: \result != 0 ==> AnswersAlone(s->adapter[k], i, page, \result - 1);
    ensures none: \result == 0 ==> \forall integer p; !AnswersAlone(s->adapter[k], i, page, p); */
static uint32_t dxgmap_reference_alone(const dxgmap_state *s, uint32_t k, uint32_t i, uint64_t page)
{
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ assert parts: AdapterParts(s->adapter[k]) && SlotsOk(s->adapter[k].slots) && DomainOk(s->adapter[k].domain); */
  /*@ assert kind: i < DXGMAP_SLOTS && s->adapter[k].descriptors.at[i].kind != DXGMAP_NO_KIND; */
  if (s->adapter[k].mode == DXGMAP_IDENTITY) {
    return dxgmap_reference_captured(s, k, i, page) ? (uint32_t)page + 1u : 0u;
  }
  uint32_t base = s->adapter[k].domain.ranges.base[DXGMAP_ID(i)];
  uint32_t length = s->adapter[k].domain.ranges.length[DXGMAP_ID(i)];
  if (page < base || page - base >= length) {
    return 0;
  }
  /*@ assert covers: RangeCovers(s->adapter[k].domain.ranges, DXGMAP_ID(i), page); */
  /*@ assert used: s->adapter[k].domain.cells.cell[page] != 0; */
  return s->adapter[k].domain.cells.cell[page];
}

/* The handle that an answer of the mapping of slot i is given for. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires live: SlotLive(s->adapter[k].slots, i);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures behalf: \forall integer l, p; AnswersAlone(s->adapter[k], i, l, p) ==> AnswersFor(*s, k, l, p, \result); */
static uint64_t dxgmap_reference_behalf(const dxgmap_state *s, uint32_t k, uint32_t i)
{
  if (s->adapter[k].mode == DXGMAP_IDENTITY) {
    return 0;
  }
  /*@ assert ok: AdapterOk(s->adapter[k]) && SlotsOk(s->adapter[k].slots); */
  uint64_t h = dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i);
  /*@ assert valid: Valid(*s, h) && HandleTag(h) == k && HandleIndex(h) == i; */
  /*@ assert base: BaseOf(*s, h) == s->adapter[k].domain.ranges.base[DXGMAP_ID(i)]; */
  /*@ assert pages: PagesOf(*s, h) == s->adapter[k].domain.ranges.length[DXGMAP_ID(i)]; */
  /*@ assert page: \forall integer l, p; Answers(s->adapter[k], i, l, p) ==> PageOf(*s, h, l - BaseOf(*s, h)) == p; */
  return h;
}

/* What the live mappings say of a logical page, once the domain is in force and in use. */
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
static dxgmap_answer dxgmap_reference_walk(const dxgmap_state *s, uint32_t k, uint64_t page)
{
  dxgmap_answer a;
  a.status = DXGMAP_BLOCKED;
  a.page = 0;
  a.handle = 0;
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ assert parts: AdapterParts(s->adapter[k]) && SlotsOk(s->adapter[k].slots); */
  /*@ loop invariant range: 0 <= c <= s->adapter[k].slots.live;
      loop invariant none: \forall integer j, p; SlotLive(s->adapter[k].slots, j)
                           && s->adapter[k].slots.place[j] < s->adapter[k].slots.free + c
                           ==> !AnswersAlone(s->adapter[k], j, page, p);
      loop assigns c;
      loop variant s->adapter[k].slots.live - c; */
  for (uint32_t c = 0; c < s->adapter[k].slots.live; c++) {
    uint32_t i = dxgmap_slots_at(&s->adapter[k].slots, c);
    uint32_t value = dxgmap_reference_alone(s, k, i, page);
    if (value != 0) {
      /*@ assert some: Xlate(s->adapter[k], page, value - 1); */
      a.status = DXGMAP_OK;
      a.page = value - 1u;
      a.handle = dxgmap_reference_behalf(s, k, i);
      return a;
    }
    /*@ assert one: \forall integer j; SlotLive(s->adapter[k].slots, j)
          && s->adapter[k].slots.place[j] == s->adapter[k].slots.free + c ==> j == i; */
  }
  /*@ assert live: \forall integer j, o, p; CapturedAt(s->adapter[k], j, o, p) ==> SlotLive(s->adapter[k].slots, j); */
  /*@ assert identity: s->adapter[k].mode == DXGMAP_IDENTITY
        ==> \forall integer j, o; CapturedAt(s->adapter[k], j, o, page) ==> AnswersAlone(s->adapter[k], j, page, page); */
  /*@ assert nothing: \forall integer p; !Xlate(s->adapter[k], page, p); */
  return a;
}

dxgmap_answer dxgmap_op_reference(const dxgmap_state *s, uint64_t adapter, uint64_t page)
{
  dxgmap_answer a = dxgmap_translate_admit(s, adapter, page);
  if (a.status != DXGMAP_OK) {
    return a;
  }
  return dxgmap_reference_walk(s, dxgmap_state_find(s, adapter), page);
}
