/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_pages.h"
#include "operations/op_translate.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_translate_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_answer unknown = dxgmap_op_translate(s, 0, 9);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_answer bypass = dxgmap_op_translate(s, h, 9);
  /*@ assert bypass: bypass.status == DXGMAP_BYPASS && bypass.page == 9; */
  dxgmap_answer outside = dxgmap_op_translate(s, h, DXGMAP_PAGES);
  /*@ assert outside: outside.status == DXGMAP_BLOCKED; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_answer exclusive = dxgmap_op_translate(s, h, 9);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ ghost
  // Of an adapter whose only mapping has captured pages 9 and 3, what a step keeps.
  /@ requires sole: Sole(was, i);
     requires length: was.domain.ranges.length[DXGMAP_ID(i)] == 2;
     requires pages: CapturedPage(was.domain, DXGMAP_ID(i), 0) == 9 && CapturedPage(was.domain, DXGMAP_ID(i), 1) == 3;
     requires kept: \forall integer n; 0 <= n < DXGMAP_SLOTS ==> SlotKept(was, now, n);
     requires kind: was.descriptors.at[i].kind == DXGMAP_MDL;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slot: SlotLive(now.slots, i) && now.slots.generation[i] == was.slots.generation[i]
                   && now.descriptors.at[i].kind == DXGMAP_MDL;
     ensures second: CapturedAt(now, i, 1, 3);
     ensures never: !Xlate(now, 4, 4); @/
  void dxgmap_ground_pages_kept(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    /@ assert slot: SlotKept(was, now, i) && MappingKept(was.domain, now.domain, DXGMAP_ID(i)); @/
    /@ assert first: RangeCovers(was.domain.ranges, DXGMAP_ID(i), was.domain.ranges.base[DXGMAP_ID(i)]); @/
    /@ assert second: RangeCovers(was.domain.ranges, DXGMAP_ID(i), was.domain.ranges.base[DXGMAP_ID(i)] + 1); @/
    /@ assert nine: CapturedPage(now.domain, DXGMAP_ID(i), 0) == 9; @/
    /@ assert three: CapturedPage(now.domain, DXGMAP_ID(i), 1) == 3; @/
    /@ assert others: \forall integer n, o; CapturedAt(now, n, o, 4) ==> n == i && (o == 0 || o == 1); @/
    return;
  }
*/

/* A page answers while a mapping lives that captured it, and not before nor after. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_translate_mapped(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  uint32_t k = dxgmap_handle_index(h);
  uint32_t i = dxgmap_handle_index(map.handle);
  /*@ assert first: PageOf(*s, map.handle, 0) == 9; */
  /*@ assert second: PageOf(*s, map.handle, 1) == 3; */
  /*@ assert nine: CapturedPage(s->adapter[k].domain, DXGMAP_ID(i), 0) == 9; */
  /*@ assert three: CapturedPage(s->adapter[k].domain, DXGMAP_ID(i), 1) == 3; */
  /*@ assert length: s->adapter[k].domain.ranges.length[DXGMAP_ID(i)] == 2; */
  /*@ ghost dxgmap_state mapped_state = *s; */
  uint32_t attached = dxgmap_op_attach(s, h);
  /*@ assert attached: attached == DXGMAP_OK; */
  /*@ assert kept: \forall integer n; 0 <= n < DXGMAP_SLOTS ==> SlotKept(mapped_state.adapter[k], s->adapter[k], n); */
  /*@ ghost dxgmap_ground_pages_kept(mapped_state.adapter[k], s->adapter[k], i); */
  /*@ assert live: HandleOf(*s, AdapterOf(h), DXGMAP_MDL, map.handle); */
  /*@ assert second: CapturedAt(s->adapter[AdapterOf(h)], HandleIndex(map.handle), 1, 3); */
  /*@ assert mode: s->adapter[AdapterOf(h)].mode == DXGMAP_IDENTITY; */
  /*@ assert third: Xlate(s->adapter[AdapterOf(h)], 3, 3); */
  /*@ assert translates: Translates(s->adapter[AdapterOf(h)], 3); */
  dxgmap_answer mapped = dxgmap_op_translate(s, h, 3);
  /*@ assert mapped: mapped.status == DXGMAP_OK && mapped.page == 3 && mapped.handle == 0; */
  /*@ assert never: !Xlate(s->adapter[AdapterOf(h)], 4, 4); */
  dxgmap_answer never = dxgmap_op_translate(s, h, 4);
  /*@ assert never: never.status == DXGMAP_BLOCKED; */
  /*@ ghost dxgmap_state before = *s; */
  /*@ assert runs: KnownAdapter(before, h) && before.adapter[k].switches.attached == 1
             && Listens(before.adapter[k].switches); */
  dxgmap_outcome out = dxgmap_op_unmap_pages(s, c, h, DXGMAP_MDL, map.handle);
  /*@ assert out: out.status == DXGMAP_OK; */
  /*@ assert released: Released(before.adapter[k], s->adapter[k], i); */
  /*@ assert kept: ConfigurationKept(before.adapter[k], s->adapter[k]); */
  /*@ assert switches: s->adapter[k].switches.attached == 1 && Listens(s->adapter[k].switches); */
  /*@ assert start: StartKept(before.adapter[k], s->adapter[k]); */
  /*@ assert known: KnownAdapter(*s, h); */
  /*@ assert gone: !Xlate(s->adapter[AdapterOf(h)], 3, 3); */
  /*@ assert still: KnownAdapter(*s, h) && s->adapter[AdapterOf(h)].mode == DXGMAP_IDENTITY
             && s->adapter[AdapterOf(h)].switches.attached != 0 && Listens(s->adapter[AdapterOf(h)].switches); */
  /*@ assert nowhere: !Translates(s->adapter[AdapterOf(h)], 3); */
  dxgmap_answer gone = dxgmap_op_translate(s, h, 3);
  /*@ assert gone: gone.status == DXGMAP_BLOCKED && gone.page == 0; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_locks_none(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  /*@ ghost
      /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
         loop invariant none: LockSum(*s, k, 9) == 0;
         loop assigns k;
         loop variant DXGMAP_PLACES - k; @/
      for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
        /@ assert zero: ZeroAdapter(s->adapter[k]); @/
        /@ assert count: s->adapter[k].domain.counts.count[9] == 0; @/
      }
  */
  uint32_t none = dxgmap_lock_count(s, 9);
  /*@ assert none: none == 0; */
}
