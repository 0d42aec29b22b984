/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_pages.h"
#include "operations/op_pin.h"
#include "operations/op_translate.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remapping_attached(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start_in(s, DXGMAP_REMAPPING, DXGMAP_BY_ADL);
  uint32_t again = dxgmap_op_attach(s, h);
  /*@ assert again: again == DXGMAP_ATTACHED; */
}

/* A driver that uses ADLs makes no MDL that the device reaches, whether the machine remaps or not. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    requires mode: mode <= DXGMAP_REMAPPING;
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remapping_capability(dxgmap_state *s, uint32_t mode)
{
  uint64_t h = dxgmap_ground_start_in(s, mode, DXGMAP_BY_ADL);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  dxgmap_outcome pin = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert pin: pin.status == DXGMAP_BAD_MODE; */
  dxgmap_outcome mdl = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert mdl: mdl.status == DXGMAP_BAD_MODE; */
  dxgmap_outcome list = dxgmap_op_map_pages(s, c, h, DXGMAP_PAGE_LIST, pages, 2);
  /*@ assert list: list.status == DXGMAP_BAD_MODE; */
  dxgmap_outcome contiguous = dxgmap_op_map_pages(s, c, h, DXGMAP_CONTIGUOUS, pages, 2);
  /*@ assert contiguous: contiguous.status == DXGMAP_BAD_MODE; */
  dxgmap_outcome unmap = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, 0);
  /*@ assert unmap: unmap.status == DXGMAP_BAD_MODE; */
}

/*@ ghost
  // An adapter whose only mapping has captured pages 9 and 3 answers two logical pages, of which page 0 is none.
  /@ requires ok: AdapterOk(a);
     requires sole: Sole(a, i);
     requires mode: a.mode == DXGMAP_REMAPPING;
     requires length: a.domain.ranges.length[DXGMAP_ID(i)] == 2;
     requires pages: CapturedPage(a.domain, DXGMAP_ID(i), 0) == 9 && CapturedPage(a.domain, DXGMAP_ID(i), 1) == 3;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inside: 1 <= a.domain.ranges.base[DXGMAP_ID(i)] <= DXGMAP_CELLS - 2;
     ensures first: Xlate(a, a.domain.ranges.base[DXGMAP_ID(i)], 9);
     ensures second: Xlate(a, a.domain.ranges.base[DXGMAP_ID(i)] + 1, 3);
     ensures before: !Translates(a, 0);
     ensures after: !Translates(a, a.domain.ranges.base[DXGMAP_ID(i)] + 2); @/
  void dxgmap_ground_remapped(dxgmap_adapter a, uint32_t i)
  {
    /@ assert live: RunLive(a.domain.ranges, DXGMAP_ID(i)); @/
    /@ assert started: RunsHead(a.domain.ranges) && RunsTile(a.domain.ranges) && RunsApart(a.domain.ranges)
         && a.domain.ranges.limit <= DXGMAP_CELLS; @/
    /@ assert end: RunEnd(a.domain.ranges, DXGMAP_ID(i)) <= a.domain.ranges.limit; @/
    /@ assert head: RunEnd(a.domain.ranges, DXGMAP_RANGE_HEAD) >= 1; @/
    /@ assert first: Answers(a, i, a.domain.ranges.base[DXGMAP_ID(i)], 9); @/
    /@ assert second: Answers(a, i, a.domain.ranges.base[DXGMAP_ID(i)] + 1, 3); @/
    /@ assert others: \forall integer n, l, p; Answers(a, n, l, p) ==> n == i; @/
    return;
  }
*/
/*@ ghost
  // When the only mapping has ended nothing is answered.
  /@ requires ok: AdapterOk(now);
     requires sole: Sole(was, i);
     requires mode: was.mode == DXGMAP_REMAPPING;
     requires released: Released(was, now, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures nothing: \forall integer l; !Translates(now, l); @/
  void dxgmap_ground_unmapped(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert parts: AdapterParts(now); @/
    /@ assert kept: \forall integer n; 0 <= n < DXGMAP_SLOTS && n != i ==> SlotKept(was, now, n); @/
    /@ assert none: \forall integer n; 0 <= n < DXGMAP_SLOTS ==> now.descriptors.at[n].kind == DXGMAP_NO_KIND; @/
    return;
  }
*/

/* Pins pages 9 and 3. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures known: KnownAdapter(*s, \result.first) && Granted(s->adapter[AdapterOf(\result.first)]);
    ensures mode: InMode(s->adapter[AdapterOf(\result.first)], DXGMAP_REMAPPING, DXGMAP_BY_ADL);
    ensures sole: Sole(s->adapter[AdapterOf(\result.first)], HandleIndex(\result.second));
    ensures pin: HandleOf(*s, AdapterOf(\result.first), DXGMAP_PIN2, \result.second);
    ensures pinned: s->adapter[AdapterOf(\result.first)].saves.pin[DXGMAP_GROUND_SAVE]
        == HandleIndex(\result.second) + 1;
    ensures pages: PagesOf(*s, \result.second) == 2 && PageOf(*s, \result.second, 0) == 9
        && PageOf(*s, \result.second, 1) == 3; */
static dxgmap_ground_pair dxgmap_ground_pinned(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  dxgmap_ground_pair p;
  p.first = dxgmap_ground_start_in(s, DXGMAP_REMAPPING, DXGMAP_BY_ADL);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_space(s, p.first, 2); */
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_ground_passes(s, c, p.first); */
  dxgmap_outcome pin = dxgmap_op_pin(s, c, p.first, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN2, pages, 2, 0);
  /*@ assert pin: pin.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, p.first, pin.handle); */
  p.second = pin.handle;
  return p;
}

/* The logical pages of a pin are in a row, and answered on its behalf. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remapping_pin(dxgmap_state *s)
{
  dxgmap_ground_pair p = dxgmap_ground_pinned(s);
  uint32_t k = dxgmap_handle_index(p.first);
  uint32_t i = dxgmap_handle_index(p.second);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ ghost dxgmap_ground_remapped(s->adapter[k], i); */
  uint32_t base = dxgmap_base_page(s, p.second);
  /*@ assert base: base == s->adapter[k].domain.ranges.base[DXGMAP_ID(i)]; */
  dxgmap_answer zero = dxgmap_op_translate(s, p.first, 0);
  /*@ assert zero: zero.status == DXGMAP_BLOCKED; */
  dxgmap_answer first = dxgmap_op_translate(s, p.first, base);
  /*@ assert first: first.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(first.handle) == HandleIndex(p.second); */
  /*@ ghost dxgmap_handle_parts(); */
  /*@ assert named: first.handle == p.second; */
  /*@ assert page: first.page == 9; */
  dxgmap_answer second = dxgmap_op_translate(s, p.first, base + 1u);
  /*@ assert second: second.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(second.handle) == HandleIndex(p.second); */
  /*@ assert named: second.handle == p.second; */
  /*@ assert page: second.page == 3; */
  dxgmap_answer after = dxgmap_op_translate(s, p.first, base + 2u);
  /*@ assert after: after.status == DXGMAP_BLOCKED; */
}

/* Its logical pages are blocked when it has ended. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remapping_unpin(dxgmap_state *s)
{
  dxgmap_ground_pair p = dxgmap_ground_pinned(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(p.first);
  uint32_t i = dxgmap_handle_index(p.second);
  uint32_t base = dxgmap_base_page(s, p.second);
  /*@ ghost dxgmap_adapter pinned = s->adapter[k]; */
  dxgmap_outcome out = dxgmap_op_unpin(s, c, p.first, DXGMAP_GROUND_SAVE);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(out.handle) == i; */
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ ghost dxgmap_ground_unmapped(pinned, s->adapter[k], i); */
  dxgmap_answer gone = dxgmap_op_translate(s, p.first, base);
  /*@ assert gone: gone.status == DXGMAP_BLOCKED && gone.page == 0 && gone.handle == 0; */
}

/* Logical pages that there are not. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remapping_outside(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start_in(s, DXGMAP_REMAPPING, DXGMAP_BY_ADL);
  dxgmap_answer outside = dxgmap_op_translate(s, h, DXGMAP_CELLS);
  /*@ assert outside: outside.status == DXGMAP_BLOCKED; */
  uint32_t none = dxgmap_base_page(s, 0);
  /*@ assert none: none == 0; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_answer exclusive = dxgmap_op_translate(s, h, 1);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/* A list as long as all cells, the first of which is never given out. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. DXGMAP_CELLS - 1));
    requires separated: \separated(s, pages + (..));
    requires zero: Zero(*s);
    requires memory: PagesInMemory(pages, DXGMAP_CELLS);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remapping_cells(dxgmap_state *s, const uint64_t *pages)
{
  uint64_t h = dxgmap_ground_start_in(s, DXGMAP_REMAPPING, DXGMAP_BY_ADL);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_ground_all_cells(s->adapter[k].domain.ranges); */
  /*@ assert none: !RangeRoom(s->adapter[AdapterOf(h)].domain.ranges, DXGMAP_CELLS); */
  /*@ ghost dxgmap_ground_space(s, h, 1); */
  uint64_t bytes = (uint64_t)DXGMAP_CELLS * DXGMAP_PAGE_SIZE;
  dxgmap_outcome cells = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_HUGE, bytes, DXGMAP_PIN2, pages, DXGMAP_CELLS, 0);
  /*@ assert cells: cells.status == DXGMAP_NO_RANGE; */
}
