/* SPDX-License-Identifier: MIT */
#include "ground_memory.h"
#include "operations/op_adl.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_null(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ ghost dxgmap_zero(s); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome map = dxgmap_op_allocate_adl(s, c, 0, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert map: map.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome out = dxgmap_op_free_adl(s, c, 0, 0);
  /*@ assert out: out.status == DXGMAP_BAD_HANDLE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_gate(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  dxgmap_outcome object = dxgmap_op_allocate_adl(s, c, m.object, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert object: object.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome above = dxgmap_op_allocate_adl(s, high, m.opened, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  dxgmap_outcome over = dxgmap_op_free_adl(s, high, m.opened, 0);
  /*@ assert over: over.status == DXGMAP_BAD_IRQL; */
  dxgmap_outcome none = dxgmap_op_free_adl(s, c, m.opened, 0);
  /*@ assert none: none.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome itself = dxgmap_op_free_adl(s, c, m.opened, m.opened);
  /*@ assert itself: itself.status == DXGMAP_BAD_HANDLE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_exclusive(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, m.adapter);
  /*@ assert begun: begun == DXGMAP_OK; */
  /*@ assert kept: SlotKept(was, s->adapter[k], i); */
  /*@ assert opened: IsAdapterObject(*s, m.opened); */
  dxgmap_outcome map = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert map: map.status == DXGMAP_EXCLUSIVE; */
  dxgmap_outcome out = dxgmap_op_free_adl(s, c, m.opened, 0);
  /*@ assert out: out.status == DXGMAP_EXCLUSIVE; */
}

/* Of a device that was pulled out no ADL is made; the adapter object can be closed. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_removed(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  uint32_t gone = dxgmap_op_remove(s, m.adapter);
  /*@ assert gone: gone == DXGMAP_OK; */
  /*@ assert kept: SlotKept(was, s->adapter[k], i); */
  /*@ assert opened: IsAdapterObject(*s, m.opened); */
  dxgmap_outcome map = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert map: map.status == DXGMAP_REMOVED; */
  dxgmap_outcome open = dxgmap_op_open(s, c, m.object, m.adapter, 0);
  /*@ assert open: open.status == DXGMAP_REMOVED; */
  dxgmap_outcome out = dxgmap_op_free_adl(s, c, m.opened, 0);
  /*@ assert out: out.status == DXGMAP_BAD_HANDLE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_part(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome nothing = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0, 0, pages, 2, 0);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_SIZE; */
  dxgmap_outcome size = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2001, 0, pages, 2, 0);
  /*@ assert size: size.status == DXGMAP_BAD_SIZE; */
  /*@ assert gate: AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome offset = dxgmap_op_allocate_adl(s, c, m.opened, 0x1001, 0x2000, 0, pages, 2, 0);
  /*@ assert said: AllocateAdmit(was, c, m.opened, 0x1001, 0x2000, 0, offset.status); */
  /*@ assert offset: offset.status == DXGMAP_BAD_SIZE; */
  /*@ assert gate: AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  /*@ assert aligned: !PartBadSize(0x3000, 0x2000); */
  /*@ assert large: PartTooLarge(DescriptorOf(*s, m.opened).length, 0x3000, 0x2000); */
  /*@ assert gate: AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  /*@ ghost was = *s; */
  dxgmap_outcome beyond = dxgmap_op_allocate_adl(s, c, m.opened, 0x3000, 0x2000, 0, pages, 2, 0);
  /*@ assert said: AllocateAdmit(was, c, m.opened, 0x3000, 0x2000, 0, beyond.status); */
  /*@ assert beyond: beyond.status == DXGMAP_TOO_LARGE; */
  /*@ assert gate: AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  /*@ ghost was = *s; */
  dxgmap_outcome flags = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 1, pages, 2, 0);
  /*@ assert said: AllocateAdmit(was, c, m.opened, 0x1000, 0x2000, 1, flags.status); */
  /*@ assert flags: flags.status == DXGMAP_BAD_FLAGS; */
}

/* More pages than an ADL can say. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_too_large(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_SECTION, 0x200000000000u);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ assert gate: AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  /*@ assert aligned: !PartBadSize(0, 0x100000000000); */
  /*@ assert too_large: PartTooLarge(DescriptorOf(*s, m.opened).length, 0, 0x100000000000); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_outcome large = dxgmap_op_allocate_adl(s, c, m.opened, 0, 0x100000000000u, 0, pages, 2, 0);
  /*@ assert said: AllocateAdmit(was, c, m.opened, 0, 0x100000000000, 0, large.status); */
  /*@ assert large: large.status == DXGMAP_TOO_LARGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_list(dxgmap_state *s)
{
  uint64_t pages[2] = {9, DXGMAP_PAGES};
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_CONTIGUOUS, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ assert admitted: AllocateAdmit(*s, c, m.opened, 0x1000, 0x2000, 1, DXGMAP_OK); */
  dxgmap_outcome pressure = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 1, pages, 2, 1);
  /*@ assert pressure: pressure.status == DXGMAP_PRESSURE; */
  dxgmap_outcome count = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 1, pages, 1, 0);
  /*@ assert count: count.status == DXGMAP_BAD_COUNT; */
  /*@ assert outside: !PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_outcome page = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 1, pages, 2, 0);
  /*@ assert page: page.status == DXGMAP_BAD_PAGE; */
}

/* A list as long as all cells, the first of which is never given out. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. DXGMAP_CELLS - 1));
    requires separated: \separated(s, pages + (..));
    requires zero: Zero(*s);
    requires memory: PagesInMemory(pages, DXGMAP_CELLS);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_cells(dxgmap_state *s, const uint64_t *pages)
{
  uint64_t bytes = (uint64_t)DXGMAP_CELLS * DXGMAP_PAGE_SIZE;
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_SECTION, bytes);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ ghost dxgmap_ground_all_cells(s->adapter[k].domain.ranges); */
  /*@ assert admitted: AllocateAdmit(*s, c, m.opened, 0, bytes, 0, DXGMAP_OK); */
  dxgmap_outcome cells = dxgmap_op_allocate_adl(s, c, m.opened, 0, bytes, 0, pages, DXGMAP_CELLS, 0);
  /*@ assert cells: cells.status == DXGMAP_NO_RANGE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl_slots(dxgmap_state *s)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  dxgmap_ground_fill_up(s, m.adapter);
  /*@ assert stays: Stays(was, s->adapter[k], i); */
  /*@ assert opened: IsAdapterObject(*s, m.opened); */
  /*@ assert admitted: AllocateAdmit(*s, c, m.opened, 0x1000, 0x2000, 0, DXGMAP_OK); */
  dxgmap_outcome slots = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 0, pages, 2, 0);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/* An ADL is freed once, and its adapter object cannot be closed before: on a machine that remaps and on one that does
   not. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    requires mode: mode <= DXGMAP_REMAPPING;
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_adl(dxgmap_state *s, uint32_t mode)
{
  uint64_t pages[2] = {9, 3};
  /*@ assert memory: PagesInMemory((uint64_t *)pages, 2); */
  dxgmap_ground_memory m = dxgmap_ground_opened(s, mode, DXGMAP_OBJECT_CONTIGUOUS, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ assert admitted: AllocateAdmit(*s, c, m.opened, 0x1000, 0x2000, 1, DXGMAP_OK); */
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  /*@ ghost dxgmap_ground_cells(s->adapter[k].domain.ranges, 2); */
  dxgmap_outcome map = dxgmap_op_allocate_adl(s, c, m.opened, 0x1000, 0x2000, 1, pages, 2, 0);
  /*@ assert map: map.status == DXGMAP_OK; */
  uint32_t n = dxgmap_handle_index(map.handle);
  /*@ ghost dxgmap_ground_beside(was, s->adapter[k], n); */
  /*@ assert apart: n != i; */
  /*@ assert stays: Stays(was, s->adapter[k], i); */
  /*@ assert exclusive: Listens(s->adapter[k].switches); */
  /*@ assert opened: IsAdapterObject(*s, m.opened) && AdapterObjectGate(*s, c, m.opened, DXGMAP_OK); */
  /*@ assert linked: s->adapter[k].links.to.slot[n] == i + 1; */
  /*@ assert used: !LinkFree(s->adapter[k].links, i); */
  dxgmap_outcome use = dxgmap_op_close(s, c, m.opened);
  /*@ assert use: use.status == DXGMAP_IN_USE; */
  dxgmap_outcome out = dxgmap_op_free_adl(s, c, m.opened, map.handle);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == map.handle; */
  dxgmap_outcome stale = dxgmap_op_free_adl(s, c, m.opened, map.handle);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}
