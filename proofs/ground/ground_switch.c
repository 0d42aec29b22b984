/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_adl.h"
#include "operations/op_pages.h"
#include "operations/op_pin.h"
#include "operations/op_pointer.h"
#include "operations/op_translate.h"

/* Asleep the device reaches nothing; awake it does again. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_power(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  uint32_t unknown = dxgmap_op_power(s, 0, DXGMAP_D3);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t bad = dxgmap_op_power(s, h, DXGMAP_D3 + 1u);
  /*@ assert bad: bad == DXGMAP_BAD_POWER; */
  uint32_t down = dxgmap_op_power(s, h, DXGMAP_D3);
  /*@ assert down: down == DXGMAP_OK; */
  dxgmap_answer asleep = dxgmap_op_translate(s, h, 9);
  /*@ assert asleep: asleep.status == DXGMAP_ASLEEP; */
  uint32_t up = dxgmap_op_power(s, h, DXGMAP_D0);
  /*@ assert up: up == DXGMAP_OK; */
  dxgmap_answer awake = dxgmap_op_translate(s, h, 9);
  /*@ assert awake: awake.status == DXGMAP_BYPASS; */
}

/* A device that was pulled out stays away, and nothing is acquired on it; its adapter can be stopped. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_remove(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint64_t pages[2] = {9, 3};
  uint32_t unknown = dxgmap_op_remove(s, 0);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  uint32_t gone = dxgmap_op_remove(s, h);
  /*@ assert gone: gone == DXGMAP_OK; */
  uint32_t again = dxgmap_op_remove(s, h);
  /*@ assert again: again == DXGMAP_REMOVED; */
  uint32_t power = dxgmap_op_power(s, h, DXGMAP_D0);
  /*@ assert power: power == DXGMAP_REMOVED; */
  dxgmap_answer reach = dxgmap_op_translate(s, h, 9);
  /*@ assert reach: reach.status == DXGMAP_REMOVED; */
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, h, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_REMOVED; */
  dxgmap_outcome pin = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert pin: pin.status == DXGMAP_REMOVED; */
  dxgmap_outcome pointer = dxgmap_op_map_pointer(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 0, 0);
  /*@ assert pointer: pointer.status == DXGMAP_REMOVED; */
  dxgmap_view_request r = {DXGMAP_VIEW, DXGMAP_IO_SPACE, 0, 0, 0, DXGMAP_GROUND_PORT, 4, 0};
  dxgmap_outcome view = dxgmap_op_map_view(s, c, h, &r);
  /*@ assert view: view.status == DXGMAP_REMOVED; */
  dxgmap_outcome unpin = dxgmap_op_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert unpin: unpin.status == DXGMAP_NOT_PINNED; */
  uint32_t stop = dxgmap_op_stop(s, h);
  /*@ assert stop: stop == DXGMAP_OK; */
}

/* A lead, and an adapter that is linked and of no chain yet. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures lead: Leads(*s, \result.first);
    ensures linked: KnownAdapter(*s, \result.second) && s->adapter[AdapterOf(\result.second)].linked != 0;
    ensures apart: AdapterOf(\result.second) != AdapterOf(\result.first);
    ensures alone: s->adapter[AdapterOf(\result.second)].switches.lead == 0
                   && Listens(s->adapter[AdapterOf(\result.second)].switches)
                   && s->adapter[AdapterOf(\result.second)].switches.attached == 0; */
static dxgmap_ground_pair dxgmap_ground_chain(dxgmap_state *s)
{
  dxgmap_ground_pair p;
  p.first = dxgmap_ground_start(s);
  uint32_t k = dxgmap_handle_index(p.first);
  /*@ ghost dxgmap_adapter first = s->adapter[k]; */
  dxgmap_start d = dxgmap_ground_plain();
  d.linked = 1;
  /*@ assert free: CanStart(s->adapter[AdapterOf(p.first) == 0 ? 1 : 0]); */
  /*@ assert saves: SavesAligned(d, d.chain) && RequestSum(d, 0) == 0 && RequestSum(d, d.chain) == 0; */
  dxgmap_outcome o = dxgmap_op_start(s, &d);
  /*@ assert started: o.status == DXGMAP_OK; */
  /*@ assert apart: AdapterOf(o.handle) != k; */
  /*@ assert same: AdapterSame(s->adapter[k], first); */
  /*@ ghost dxgmap_ground_same(first, s->adapter[k]); */
  p.second = o.handle;
  return p;
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_link(dxgmap_state *s)
{
  dxgmap_ground_pair p = dxgmap_ground_chain(s);
  uint32_t k = dxgmap_handle_index(p.first);
  uint32_t unknown = dxgmap_op_link(s, 0, p.first);
  /*@ assert unknown: unknown == DXGMAP_BAD_ADAPTER; */
  /*@ assert nobody: !Leads(*s, 0); */
  dxgmap_outcome early = dxgmap_op_lead(s, p.second);
  /*@ assert early: early.status == DXGMAP_NOT_LEAD; */
  uint32_t nobody = dxgmap_op_link(s, p.second, 0);
  /*@ assert nobody: nobody == DXGMAP_NOT_LEAD; */
  uint32_t itself = dxgmap_op_link(s, p.second, p.second);
  /*@ assert itself: itself == DXGMAP_NOT_LEAD; */
  uint32_t lead = dxgmap_op_link(s, p.first, p.first);
  /*@ assert lead: lead == DXGMAP_LINKED; */
  /*@ ghost dxgmap_adapter first = s->adapter[k]; */
  uint32_t linked = dxgmap_op_link(s, p.second, p.first);
  /*@ assert linked: linked == DXGMAP_OK; */
  /*@ assert same: AdapterSame(s->adapter[k], first); */
  /*@ ghost dxgmap_ground_alike(first, s->adapter[k]); */
  /*@ assert leads: Leads(*s, p.first); */
  dxgmap_outcome of = dxgmap_op_lead(s, p.second);
  /*@ assert of: of.status == DXGMAP_OK && of.handle == p.first; */
  dxgmap_outcome own = dxgmap_op_lead(s, p.first);
  /*@ assert own: own.status == DXGMAP_OK && own.handle == p.first; */
  dxgmap_outcome none = dxgmap_op_lead(s, 0);
  /*@ assert none: none.status == DXGMAP_BAD_ADAPTER; */
  uint32_t again = dxgmap_op_link(s, p.second, p.first);
  /*@ assert again: again == DXGMAP_LINKED; */
}

/* What is the lead's is refused with the handle of another. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_linked(dxgmap_state *s)
{
  dxgmap_ground_pair p = dxgmap_ground_chain(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint64_t pages[2] = {9, 3};
  dxgmap_outcome map = dxgmap_op_map_pages(s, c, p.second, DXGMAP_MDL, pages, 2);
  /*@ assert map: map.status == DXGMAP_NOT_LEAD; */
  dxgmap_outcome unmap = dxgmap_op_unmap_pages(s, c, p.second, DXGMAP_MDL, 0);
  /*@ assert unmap: unmap.status == DXGMAP_NOT_LEAD; */
  dxgmap_outcome pin = dxgmap_op_pin(s, c, p.second, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert pin: pin.status == DXGMAP_NOT_LEAD; */
  dxgmap_outcome unpin = dxgmap_op_unpin(s, c, p.second, DXGMAP_GROUND_SAVE);
  /*@ assert unpin: unpin.status == DXGMAP_NOT_LEAD; */
  dxgmap_outcome pointer = dxgmap_op_map_pointer(s, c, p.second, DXGMAP_GROUND_SAVE, 0x2000, 0x1000, 5, 0, 0);
  /*@ assert pointer: pointer.status == DXGMAP_NOT_LEAD; */
  dxgmap_outcome unpointer = dxgmap_op_unmap_pointer(s, c, p.second, DXGMAP_GROUND_SAVE, 5 * DXGMAP_PAGE_SIZE);
  /*@ assert unpointer: unpointer.status == DXGMAP_NOT_LEAD; */
  uint32_t attach = dxgmap_op_attach(s, p.second);
  /*@ assert attach: attach == DXGMAP_NOT_LEAD; */
}

/* A linked adapter has no save area. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_start_linked(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_start d = dxgmap_ground_request();
  d.linked = 1;
  /*@ assert saves: SavesAligned(d, d.chain); */
  /*@ assert none: RequestSum(d, 0) == 0 && RequestSum(d, 1) == 4 && RequestSum(d, 2) == 4; */
  /*@ assert sum: RequestSum(d, d.chain) == 0x200000004; */
  /*@ assert resources: ResourcesOk(d, 1) && ResourcesOk(d, d.resources); */
  /*@ assert sees: SeesMemory(d); */
  dxgmap_outcome refused = dxgmap_op_start(s, &d);
  /*@ assert refused: refused.status == DXGMAP_NOT_LEAD; */
}
