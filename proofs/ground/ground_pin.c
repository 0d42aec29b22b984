/* SPDX-License-Identifier: MIT */
#include "ground.h"
#include "operations/op_pin.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_pin(s, c, 0, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_pin(s, high, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  dxgmap_outcome kind = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_MDL, pages, 2, 0);
  /*@ assert kind: kind.status == DXGMAP_BAD_KIND; */
  dxgmap_outcome index = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_CHAIN, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert index: index.status == DXGMAP_BAD_INDEX; */
  dxgmap_outcome bare = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_BARE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert bare: bare.status == DXGMAP_NO_SAVE_AREA; */
  dxgmap_outcome nothing = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0, DXGMAP_PIN, pages, 2, 0);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_SIZE; */
  dxgmap_outcome unaligned = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2001, DXGMAP_PIN, pages, 2, 0);
  /*@ assert unaligned: unaligned.status == DXGMAP_BAD_SIZE; */
  dxgmap_outcome beyond = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x5000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert beyond: beyond.status == DXGMAP_TOO_LARGE; */
}

/* More than an MDL, and than an ADL, can describe. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_too_large(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  dxgmap_outcome mdl = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_HUGE, 0x100000000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert mdl: mdl.status == DXGMAP_TOO_LARGE; */
  dxgmap_outcome adl = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_HUGE, 0x100000000000, DXGMAP_PIN2, pages, 2, 0);
  /*@ assert adl: adl.status == DXGMAP_TOO_LARGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_list(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, DXGMAP_PAGES};
  dxgmap_outcome pressure = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 1);
  /*@ assert pressure: pressure.status == DXGMAP_PRESSURE; */
  dxgmap_outcome count = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 1, 0);
  /*@ assert count: count.status == DXGMAP_BAD_COUNT; */
  /*@ assert outside: !PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_outcome page = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert page: page.status == DXGMAP_BAD_PAGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_again(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  /*@ ghost dxgmap_ground_space(s, h, 2); */
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  dxgmap_outcome pin = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert pin: pin.status == DXGMAP_OK; */
  /*@ assert held: s->adapter[AdapterOf(h)].saves.pin[DXGMAP_GROUND_SAVE] != 0; */
  /*@ ghost dxgmap_ground_configured(was, s->adapter[k]); */
  /*@ assert granted: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)]); */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome second = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x1000, DXGMAP_PIN2, pages, 1, 0);
  /*@ assert second: second.status == DXGMAP_PINNED; */
  dxgmap_outcome out = dxgmap_op_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == pin.handle; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome none = dxgmap_op_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert none: none.status == DXGMAP_NOT_PINNED; */
}

/* A list as long as all cells, the first of which is never given out. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. DXGMAP_CELLS - 1));
    requires separated: \separated(s, pages + (..));
    requires zero: Zero(*s);
    requires memory: PagesInMemory(pages, DXGMAP_CELLS);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_cells(dxgmap_state *s, const uint64_t *pages)
{
  uint64_t h = dxgmap_ground_start(s);
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

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_pin_slots(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_fill(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  uint64_t pages[2] = {9, 3};
  dxgmap_outcome slots = dxgmap_op_pin(s, c, h, DXGMAP_GROUND_SAVE, 0x2000, DXGMAP_PIN, pages, 2, 0);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unpin_gate(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_unpin(s, c, 0, DXGMAP_GROUND_SAVE);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_unpin(s, high, h, DXGMAP_GROUND_SAVE);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, h);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_unpin_request(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome index = dxgmap_op_unpin(s, c, h, DXGMAP_GROUND_CHAIN);
  /*@ assert index: index.status == DXGMAP_BAD_INDEX; */
  dxgmap_outcome none = dxgmap_op_unpin(s, c, h, DXGMAP_GROUND_SAVE);
  /*@ assert none: none.status == DXGMAP_NOT_PINNED; */
}
