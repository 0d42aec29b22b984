/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_GROUND_MEMORY_H
#define DXGMAP_GROUND_MEMORY_H

#include "ground.h"
#include "operations/op_object.h"

/* Where the ground calls on physical memory objects begin: an adapter whose driver uses ADLs, and an object. */

#define DXGMAP_GROUND_LENGTH 0x4000u /* of most objects: 4 pages */

typedef struct {
  uint64_t adapter;
  uint64_t object;
  uint64_t opened; /* the adapter object */
} dxgmap_ground_memory;

/*@
  predicate ByAdl(dxgmap_state s, integer h, integer mode) =
    Inv(s) && KnownAdapter(s, h) && Granted(s.adapter[AdapterOf(h)])
      && InMode(s.adapter[AdapterOf(h)], mode, DXGMAP_BY_ADL);
  predicate ObjectIs(dxgmap_state s, integer x, integer type, integer length) =
    IsObject(s, x) && DescriptorOf(s, x).index == type && DescriptorOf(s, x).length == length;
  predicate Unbound(dxgmap_state s, integer x) = DescriptorOf(s, x).user == 0;
  // The adapter object o opens object x for adapter h.
  predicate OpenedIs(dxgmap_state s, integer h, integer x, integer o) =
    IsAdapterObject(s, o) && HandleTag(o) == AdapterOf(h) && DescriptorOf(s, o).object == HandleIndex(x) + 1 &&
    DescriptorOf(s, o).index == DescriptorOf(s, x).index && DescriptorOf(s, o).length == DescriptorOf(s, x).length &&
    s.opened.place[HandleIndex(x)] != 0;
*/

/* Creates an object, which nobody has open or in view. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires room: SlotRoom(s->adapter[DXGMAP_MACHINE].slots);
    requires type: type <= DXGMAP_OBJECT_IO_SPACE;
    requires length: length >= 1 && length % DXGMAP_PAGE_SIZE == 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures acquired: Acquires(\old(*s), *s, DXGMAP_MACHINE, \result);
    ensures object: ObjectIs(*s, \result, type, length);
    ensures bound: Unbound(*s, \result) <==> bound == 0;
    ensures free: ObjectFree(*s, \result); */
uint64_t dxgmap_ground_create(dxgmap_state *s, uint32_t type, uint32_t bound, uint64_t length);

/* Starts the first adapter and creates the first object. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    requires mode: mode <= DXGMAP_REMAPPING;
    requires type: type <= DXGMAP_OBJECT_IO_SPACE;
    requires length: length >= 1 && length % DXGMAP_PAGE_SIZE == 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures adapter: ByAdl(*s, \result.adapter, mode) && Unused(s->adapter[AdapterOf(\result.adapter)]);
    ensures object: ObjectIs(*s, \result.object, type, length) && Unbound(*s, \result.object);
    ensures free: ObjectFree(*s, \result.object);
    ensures sole: Sole(s->adapter[DXGMAP_MACHINE], HandleIndex(\result.object));
    ensures room: SlotRoom(s->adapter[DXGMAP_MACHINE].slots) && NoWindow(s->adapter[DXGMAP_MACHINE]); */
dxgmap_ground_memory dxgmap_ground_made(dxgmap_state *s, uint32_t mode, uint32_t type, uint64_t length);

/* Opens an object. */
/*@ requires valid: \valid(s);
    requires adapter: ByAdl(*s, h, s->adapter[AdapterOf(h)].mode);
    requires object: IsObject(*s, x) && Unbound(*s, x) && s->opened.place[HandleIndex(x)] == 0;
    requires room: SlotRoom(s->adapter[AdapterOf(h)].slots);
    terminates \true;
    exits \false;
    assigns *s;
    ensures adapter: ByAdl(*s, h, \old(*s).adapter[AdapterOf(h)].mode);
    ensures acquired: Acquires(\old(*s), *s, AdapterOf(h), \result);
    ensures object: ObjectIs(*s, x, DescriptorOf(\old(*s), x).index, DescriptorOf(\old(*s), x).length)
        && Unbound(*s, x);
    ensures opened: OpenedIs(*s, h, x, \result);
    ensures limit: s->adapter[AdapterOf(h)].domain.ranges.limit == \old(*s).adapter[AdapterOf(h)].domain.ranges.limit;
    ensures free: LinkFree(s->adapter[AdapterOf(h)].links, HandleIndex(\result)); */
uint64_t dxgmap_ground_open(dxgmap_state *s, uint64_t h, uint64_t x);

/* Starts the first adapter, creates the first object and opens it. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    requires mode: mode <= DXGMAP_REMAPPING;
    requires type: type <= DXGMAP_OBJECT_IO_SPACE;
    requires length: length >= 1 && length % DXGMAP_PAGE_SIZE == 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures adapter: ByAdl(*s, \result.adapter, mode);
    ensures object: ObjectIs(*s, \result.object, type, length) && Unbound(*s, \result.object);
    ensures opened: OpenedIs(*s, \result.adapter, \result.object, \result.opened);
    ensures sole: Sole(s->adapter[AdapterOf(\result.adapter)], HandleIndex(\result.opened));
    ensures free: LinkFree(s->adapter[AdapterOf(\result.adapter)].links, HandleIndex(\result.opened));
    ensures room: SlotRoom(s->adapter[AdapterOf(\result.adapter)].slots);
    ensures windows: NoWindow(s->adapter[AdapterOf(\result.adapter)])
        && Unpinned(s->adapter[AdapterOf(\result.adapter)]);
    ensures limit: s->adapter[AdapterOf(\result.adapter)].domain.ranges.limit == DXGMAP_CELLS;
    ensures lengths: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS
      ==> s->adapter[AdapterOf(\result.adapter)].domain.ranges.length[i] == 0; */
dxgmap_ground_memory dxgmap_ground_opened(dxgmap_state *s, uint32_t mode, uint32_t type, uint64_t length);

/* Creates objects until no handle is left for them. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires windows: NoWindow(s->adapter[DXGMAP_MACHINE]);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures windows: NoWindow(s->adapter[DXGMAP_MACHINE]);
    ensures lives: LivesStay(\old(*s).adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]);
    ensures full: !SlotRoom(s->adapter[DXGMAP_MACHINE].slots); */
void dxgmap_ground_fill_objects(dxgmap_state *s);

#endif
