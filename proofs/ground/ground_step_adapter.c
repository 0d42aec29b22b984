/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "ground_step.h"
#include "operations/op_pages.h"

/* Through the step: what Dxgkrnl and the device do to an adapter. */

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_start(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_plain();
  dxgmap_start bad = d;
  bad.chain = 0;
  uint32_t refused = dxgmap_ground_by_start(s, &bad);
  /*@ assert refused: refused == DXGMAP_BAD_INDEX; */
  /*@ assert free: CanStart(s->adapter[0]); */
  uint32_t done = dxgmap_ground_by_start(s, &d);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_attach(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t refused = dxgmap_ground_by_attach(s, 0);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  uint32_t done = dxgmap_ground_by_attach(s, h);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_exclusive(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t early = dxgmap_ground_by_exclusive_end(s, h);
  /*@ assert early: early == DXGMAP_NOT_EXCLUSIVE; */
  uint32_t unknown = dxgmap_ground_by_exclusive_begin(s, 0);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t begun = dxgmap_ground_by_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_exclusive_end(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  uint32_t ended = dxgmap_ground_by_exclusive_end(s, h);
  /*@ assert ended: ended == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_stop(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t refused = dxgmap_ground_by_stop(s, 0);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  uint32_t done = dxgmap_ground_by_stop(s, h);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_translate(dxgmap_state *s)
{
  uint64_t pages[1] = {9};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 1); */
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t refused = dxgmap_ground_by_translate(s, 0, 9);
  /*@ assert refused: refused == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_ground_space(s, h, 1); */
  /*@ assert admitted: MapPagesAdmit(*s, c, h, DXGMAP_MDL, DXGMAP_OK); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 1);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  uint32_t k = dxgmap_handle_index(h);
  uint32_t i = dxgmap_handle_index(map.handle);
  /*@ assert first: PageOf(*s, map.handle, 0) == 9; */
  /*@ ghost dxgmap_state mapped = *s; */
  uint32_t attached = dxgmap_op_attach(s, h);
  /*@ assert attached: attached == DXGMAP_OK; */
  /*@ assert kept: SlotKept(mapped.adapter[k], s->adapter[k], i); */
  /*@ assert covered: RangeCovers(mapped.adapter[k].domain.ranges, DXGMAP_ID(i),
        mapped.adapter[k].domain.ranges.base[DXGMAP_ID(i)]); */
  /*@ assert nine: CapturedPage(s->adapter[k].domain, DXGMAP_ID(i), 0) == 9; */
  /*@ assert captured: CapturedAt(s->adapter[AdapterOf(h)], HandleIndex(map.handle), 0, 9); */
  /*@ assert mode: s->adapter[AdapterOf(h)].mode == DXGMAP_IDENTITY; */
  /*@ assert xlate: Xlate(s->adapter[AdapterOf(h)], 9, 9); */
  /*@ assert translates: Translates(s->adapter[AdapterOf(h)], 9); */
  uint32_t done = dxgmap_ground_by_translate(s, h, 9);
  /*@ assert done: done == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_device(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t unknown = dxgmap_ground_by_power(s, 0, DXGMAP_D3);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t nobody = dxgmap_ground_by_remove(s, 0);
  /*@ assert nobody: nobody == DXGMAP_BAD_ADAPTER; */
  uint32_t down = dxgmap_ground_by_power(s, h, DXGMAP_D3);
  /*@ assert down: down == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_remove(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t gone = dxgmap_ground_by_remove(s, h);
  /*@ assert gone: gone == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_step_link(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t lead = dxgmap_ground_by_link(s, h, h);
  /*@ assert lead: lead == DXGMAP_LINKED; */
  dxgmap_start d = dxgmap_ground_plain();
  d.linked = 1;
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter first = s->adapter[k]; */
  /*@ assert free: CanStart(s->adapter[AdapterOf(h) == 0 ? 1 : 0]); */
  /*@ assert saves: SavesAligned(d, d.chain) && RequestSum(d, 0) == 0 && RequestSum(d, d.chain) == 0; */
  dxgmap_outcome o = dxgmap_op_start(s, &d);
  /*@ assert started: o.status == DXGMAP_OK; */
  /*@ assert same: AdapterSame(s->adapter[k], first); */
  /*@ ghost dxgmap_ground_alike(first, s->adapter[k]); */
  /*@ assert alone: !Leads(*s, s->adapter[AdapterOf(o.handle)].switches.lead); */
  uint32_t linked = dxgmap_ground_by_link(s, o.handle, h);
  /*@ assert linked: linked == DXGMAP_OK; */
}
