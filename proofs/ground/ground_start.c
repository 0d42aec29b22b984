/* SPDX-License-Identifier: MIT */
#include "ground.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_chain(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.chain = 0;
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_INDEX; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_long_chain(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.chain = DXGMAP_CHAIN + 1u;
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_INDEX; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_mode(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.mode = DXGMAP_REMAPPING + 1u;
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_MODE; */
  d.mode = DXGMAP_IDENTITY;
  d.capability = DXGMAP_BY_ADL + 1u;
  dxgmap_outcome unknown = dxgmap_op_start(s, &d);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_MODE; */
  d.mode = DXGMAP_REMAPPING;
  d.capability = DXGMAP_BY_MDL;
  dxgmap_outcome incapable = dxgmap_op_start(s, &d);
  /*@ assert incapable: incapable.status == DXGMAP_BAD_MODE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_quarantine(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.quarantine = DXGMAP_QUARANTINE + 1u;
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_TOO_LARGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_unaligned(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.save_bytes[DXGMAP_GROUND_BARE] = 1;
  /*@ assert unaligned: !SavesAligned(d, d.chain); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_SIZE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_resources(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.resources = DXGMAP_RESOURCES + 1u;
  /*@ assert aligned: SavesAligned(d, d.chain); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_RESOURCE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_resource_space(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.resource[1].space = 2;
  /*@ assert aligned: SavesAligned(d, d.chain); */
  /*@ assert malformed: !ResourcesOk(d, d.resources); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_RESOURCE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_resource_empty(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.resource[1].length = 0;
  /*@ assert aligned: SavesAligned(d, d.chain); */
  /*@ assert malformed: !ResourcesOk(d, d.resources); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_RESOURCE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_resource_overflow(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.resource[1].start = 0xFFFFFFFFFFFFFFFFu;
  /*@ assert aligned: SavesAligned(d, d.chain); */
  /*@ assert malformed: !ResourcesOk(d, d.resources); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_BAD_RESOURCE; */
}

/* Installed memory that the adapter does not reach. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_blind(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.highest_visible = 0;
  /*@ assert aligned: SavesAligned(d, d.chain); */
  /*@ assert resources: ResourcesOk(d, 1); */
  /*@ assert resources: ResourcesOk(d, d.resources); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_NOT_VISIBLE; */
}

/* Where logical pages are given out, it need not reach it. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_short(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_plain();
  d.mode = DXGMAP_REMAPPING;
  d.capability = DXGMAP_BY_ADL;
  d.quarantine = DXGMAP_QUARANTINE;
  d.installed_pages = DXGMAP_PAGES;
  /*@ assert aligned: SavesAligned(d, d.chain); */
  /*@ assert none: RequestSum(d, 0) == 0 && RequestSum(d, d.chain) == 0; */
  /*@ assert blind: !SeesMemory(d); */
  /*@ assert zero: ZeroAdapter(s->adapter[0]); */
  /*@ assert room: CanStart(s->adapter[0]); */
  dxgmap_outcome started = dxgmap_op_start(s, &d);
  /*@ assert started: started.status == DXGMAP_OK; */
}

/* More save areas than an address space has bytes. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_huge(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_plain();
  d.chain = 2;
  d.save_bytes[0] = 0x8000000000000000u;
  d.save_bytes[1] = 0x8000000000000000u;
  /*@ assert aligned: SavesAligned(d, 1); */
  /*@ assert aligned: SavesAligned(d, 2); */
  /*@ assert none: RequestSum(d, 0) == 0; */
  /*@ assert one: RequestSum(d, 1) == 0x8000000000000; */
  /*@ assert two: RequestSum(d, 2) == 0x10000000000000; */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_TOO_LARGE; */
}

/* A second adapter over the commit limit that the first one used up. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_commit(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_start d = dxgmap_ground_request();
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_NO_COMMIT; */
}

/*@ logic integer Startable(dxgmap_state s, integer n) =
      n <= 0 ? 0
             : Startable(s, n - 1) +
                   (s.adapter[n - 1].started == 0 && s.adapter[n - 1].generation < DXGMAP_GENERATION_MAX ? 1 : 0); */

/*@ ghost
  // A start leaves one adapter less that can start.
  /@ requires adapter: k < DXGMAP_ADAPTERS;
     requires kept: AdaptersKept(was, now, k);
     requires started: CanStart(was.adapter[k]) && !CanStart(now.adapter[k]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures fewer: Startable(now, DXGMAP_ADAPTERS) == Startable(was, DXGMAP_ADAPTERS) - 1;
     ensures some: Startable(now, DXGMAP_ADAPTERS) >= 0; @/
  void dxgmap_ground_fewer(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_ADAPTERS;
       loop invariant fewer: Startable(now, j) == Startable(was, j) - (j > k ? 1 : 0);
       loop invariant some: Startable(now, j) >= 0;
       loop assigns j;
       loop variant DXGMAP_ADAPTERS - j; @/
    for (uint32_t j = 0; j < DXGMAP_ADAPTERS; j++) {
      /@ assert same: j != k ==> AdapterSame(now.adapter[j], was.adapter[j]); @/
    }
    return;
  }
*/

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires some: Startable(*s, DXGMAP_ADAPTERS) >= 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures some: Startable(*s, DXGMAP_ADAPTERS) >= 0;
    ensures started: \result == DXGMAP_OK
        ==> Startable(*s, DXGMAP_ADAPTERS) == Startable(\old(*s), DXGMAP_ADAPTERS) - 1;
    ensures full: \result != DXGMAP_OK ==> \result == DXGMAP_NO_ADAPTER && *s == \old(*s); */
static uint32_t dxgmap_ground_start_more(dxgmap_state *s)
{
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_start d = dxgmap_ground_plain();
  dxgmap_outcome o = dxgmap_op_start(s, &d);
  if (o.status != DXGMAP_OK) {
    return o.status;
  }
  uint32_t k = dxgmap_handle_index(o.handle);
  /*@ ghost dxgmap_ground_fewer(was, *s, k); */
  return DXGMAP_OK;
}

/* Adapters are started until none is left. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_table(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  /*@ ghost
      /@ loop invariant range: 0 <= j <= DXGMAP_ADAPTERS;
         loop invariant some: Startable(*s, j) >= 0;
         loop assigns j;
         loop variant DXGMAP_ADAPTERS - j; @/
      for (uint32_t j = 0; j < DXGMAP_ADAPTERS; j++) { }
  */
  uint32_t last = DXGMAP_OK;
  /*@ loop invariant inv: Inv(*s);
      loop invariant some: Startable(*s, DXGMAP_ADAPTERS) >= 0;
      loop invariant last: last == DXGMAP_OK || last == DXGMAP_NO_ADAPTER;
      loop assigns last, *s;
      loop variant Startable(*s, DXGMAP_ADAPTERS) + (last == DXGMAP_OK ? 1 : 0); */
  while (last == DXGMAP_OK) {
    last = dxgmap_ground_start_more(s);
  }
  /*@ assert last: last == DXGMAP_NO_ADAPTER; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_attach(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t unknown = dxgmap_op_attach(s, 0);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t first = dxgmap_op_attach(s, h);
  /*@ assert first: first == DXGMAP_OK; */
  uint32_t second = dxgmap_op_attach(s, h);
  /*@ assert second: second == DXGMAP_ATTACHED; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_exclusive(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t nobody = dxgmap_op_exclusive_begin(s, 0);
  /*@ assert nobody: nobody == DXGMAP_BAD_ADAPTER; */
  uint32_t unknown = dxgmap_op_exclusive_end(s, 0);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t early = dxgmap_op_exclusive_end(s, h);
  /*@ assert early: early == DXGMAP_NOT_EXCLUSIVE; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  uint32_t twice = dxgmap_op_exclusive_begin(s, h);
  /*@ assert twice: twice == DXGMAP_EXCLUSIVE; */
  uint32_t ended = dxgmap_op_exclusive_end(s, h);
  /*@ assert ended: ended == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_stop(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t unknown = dxgmap_op_stop(s, 0);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t first = dxgmap_op_stop(s, h);
  /*@ assert first: first == DXGMAP_OK; */
  uint32_t second = dxgmap_op_stop(s, h);
  /*@ assert second: second == DXGMAP_BAD_ADAPTER; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_live(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 1, 0};
  dxgmap_live unknown = dxgmap_op_live(s, 0, 0);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_live none = dxgmap_op_live(s, h, 0);
  /*@ assert none: none.status == DXGMAP_NO_MORE; */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert admitted: ViewAdmit(*s, c, h, r, DXGMAP_OK); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome map = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert map: map.status == DXGMAP_OK; */
  /*@ ghost dxgmap_ground_sole(was, s, h, map.handle); */
  dxgmap_live one = dxgmap_op_live(s, h, 0);
  /*@ assert one: one.status == DXGMAP_OK; */
  /*@ assert index: HandleIndex(one.handle) == HandleIndex(map.handle); */
  /*@ ghost dxgmap_handle_parts(); */
  /*@ assert named: one.handle == map.handle; */
  /*@ assert port: one.descriptor.physical == DXGMAP_GROUND_PORT && one.span == 0; */
  dxgmap_live more = dxgmap_op_live(s, h, 1);
  /*@ assert more: more.status == DXGMAP_NO_MORE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_live_object(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  /*@ assert machine: ZeroAdapter(s->adapter[DXGMAP_MACHINE]); */
  dxgmap_live none = dxgmap_op_live_object(s, 0);
  /*@ assert none: none.status == DXGMAP_NO_MORE; */
}
