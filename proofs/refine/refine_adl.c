/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made_objects.h"

/*@
  // What a call of an ADL meets: the slots are those of the adapter that the adapter object is of.
  predicate MeetsAdl(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer h, dxgmap_list pages, integer count,
                     integer pressure) =
    Capacities && Refines(s, m) && Calls(e, c) && (IsAdapterObject(s, h) ==> SlotIs(e, s, HandleTag(h))) &&
    ListIs(e, pages, count) && PressureIs(e, pressure);
  // What it looks at is the same in both.
  predicate OpenedSame(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer h) =
    (IsAdapterObject(s, h) <==> MKindAt(m, h, DXGMAP_ADAPTER_OBJECT)) && (IsAdapterObject(s, h) ==>
      WMemory(MWhat(m, h)) == DescriptorOf(s, h).index && WLength(MWhat(m, h)) == DescriptorOf(s, h).length &&
      WOn(MWhat(m, h)) == HomeAt(s, HandleTag(h)));
  predicate HomeSame(dxgmap_state s, mstate m, integer x) =
    (AExclusive(MAdapter(m, x)) <==> s.adapter[AdapterOf(x)].switches.exclusive != 0) &&
    (ARemoved(MAdapter(m, x)) <==> s.adapter[AdapterOf(x)].switches.removed != 0);
*/

/*@ ghost
  // Of an adapter object the adapter that it is of; of anything else 0.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures known: IsAdapterObject(s, h) ==> \result == HomeAt(s, HandleTag(h)) && KnownAdapter(s, \result)
       && AdapterOf(\result) == HandleTag(h);
     ensures none: !IsAdapterObject(s, h) ==> \result == 0; @/
  uint64_t dxgmap_refine_home_of(dxgmap_state s, uint64_t h)
  {
    dxgmap_refine_handles();
    uint64_t tag = h / 0x100000000000000u;
    if (tag >= DXGMAP_ADAPTERS || h % 0x1000000u == 0 || h % 0x1000000u > DXGMAP_SLOTS) {
      /@ assert all: \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> AdapterOk(s.adapter[k]); @/
      /@ assert slots: \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
      return 0;
    }
    uint32_t k = (uint32_t)tag;
    uint32_t i = (uint32_t)(h % 0x1000000u - 1u);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    /@ assert parts: AdapterParts(s.adapter[k]); @/
    if (s.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT ||
        s.adapter[k].slots.generation[i] != h / 0x1000000u % 0x100000000u) {
      return 0;
    }
    /@ assert live: SlotLive(s.adapter[k].slots, i); @/
    /@ assert started: s.adapter[k].started != 0; @/
    uint64_t x =
      (uint64_t)DXGMAP_ADAPTER_TAG * 0x100000000000000u + (uint64_t)s.adapter[k].generation * 0x1000000u + k + 1u;
    /@ assert place: HandleTag(h) == k; @/
    /@ assert home: x == HomeAt(s, k); @/
    /@ assert read: HandleTag(x) == DXGMAP_ADAPTER_TAG && HandleIndex(x) == k
         && HandleGeneration(x) == s.adapter[k].generation; @/
    return x;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; Refines(s, m) ==> OpenedSame(s, m, c, e, h); @/
  void dxgmap_refine_opened_same(dxgmap_state s, dxgmap_caller c, uint64_t h)
  {
    /@ assert placed: KindsPlaced(s); @/
    /@ assert asked: \forall mstate m; Refines(s, m) && IsAdapterObject(s, h)
         ==> AgreesAsked(DescriptorOf(s, h), MWhat(m, h)) && AgreesThere(s, h, MWhat(m, h)); @/
    return;
  }
*/
/*@ ghost
  /@ requires known: KnownAdapter(s, x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m; Refines(s, m) ==> HomeSame(s, m, x); @/
  void dxgmap_refine_home_same(dxgmap_state s, uint64_t x)
  {
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires home: IsAdapterObject(s, h) ==> x == HomeAt(s, HandleTag(h)) && AdapterOf(x) == HandleTag(h);
     requires natural: Natural(bytes) && Natural(offset) && Natural(count);
     requires status: AllocateListed(s, c, h, offset, bytes, contiguous, pages, count, pressure, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; Calls(e, c) && OpenedSame(s, m, c, e, h) && PressureIs(e, pressure)
       && ECount(e) == count && MemoryAlike(e, pages, count)
       && (IsAdapterObject(s, h) ==> HomeSame(s, m, x) && (count > 0 ==> PagesRoomAlike(s, m, e, x, count)))
       ==> status == CAllocateAdl(m, e, h, offset, bytes, contiguous);
     ensures done: status == DXGMAP_OK ==> IsAdapterObject(s, h) && count > 0; @/
  void dxgmap_refine_adl_causes(dxgmap_state s, dxgmap_caller c, uint64_t h, uint64_t x, uint64_t offset,
    uint64_t bytes, uint32_t contiguous, dxgmap_list pages, uint32_t count, uint32_t pressure, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ requires natural: Natural(bytes) && Natural(offset);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; CAllocateAdl(m, e, h, offset, bytes, contiguous) != 0
       ==> MStep(m, e, CallAllocateAdl(h, offset, bytes, contiguous),
                 MAnswer(CAllocateAdl(m, e, h, offset, bytes, contiguous), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer g, b; CAllocateAdl(m, e, h, offset, bytes, contiguous) == 0
       && MFresh(m, g) && MStands(m, WAdl(m, e, h, offset, bytes, b), b)
       ==> MStep(m, e, CallAllocateAdl(h, offset, bytes, contiguous), MAnswer(0, g, WOn(MWhat(m, h)), b, 0),
                 MAcquire(m, g, WAdl(m, e, h, offset, bytes, b))); @/
  void dxgmap_refine_adl_steps(uint64_t h, uint64_t offset, uint64_t bytes, uint32_t contiguous)
  {
    return;
  }
*/
/*@ ghost
  /@ requires fresh: \forall mstate m; Capacities && RefinesGiven(s, m) ==> MFresh(m, g);
     requires count: 0 < count && PagesOf(now, g) == count;
     requires stands: \forall mstate m; Refines(s, m) ==> MFreeRun(m, x, BaseOf(now, g), PagesOf(now, g));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stands: \forall mstate m, menv e; Capacities && Refines(s, m) && ECount(e) == count
       && WOn(MWhat(m, h)) == x
       ==> MFresh(m, g) && MStands(m, WAdl(m, e, h, offset, bytes, BaseOf(now, g)), BaseOf(now, g)); @/
  void dxgmap_refine_adl_stands(dxgmap_state s, dxgmap_state now, uint64_t x, uint64_t h, uint64_t offset,
    uint64_t bytes, uint32_t count, uint64_t g)
  {
    /@ assert made: \forall mstate m, menv e; WCount(WAdl(m, e, h, offset, bytes, BaseOf(now, g))) == ECount(e)
         && WOn(WAdl(m, e, h, offset, bytes, BaseOf(now, g))) == WOn(MWhat(m, h)); @/
    return;
  }
*/
/*@ ghost
  // The ADL belongs to the adapter object that it is of.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_ADAPTERS && k == HandleTag(h);
     requires acquired: Acquires(was, now, k, g);
     requires object: IsAdapterObject(was, h);
     requires kind: DescriptorOf(now, g).kind == DXGMAP_ADL && TargetOf(now, g) == HandleIndex(h) + 1;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parent: ParentOf(now, g) == h; @/
  void dxgmap_refine_adl_of(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t g, uint64_t h)
  {
    dxgmap_refine_handles();
    dxgmap_refine_took_generations(was, now, k, g);
    /@ assert ok: AdapterOk(was.adapter[k]); @/
    /@ assert slots: was.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert one: h == HandleAt(was, k, HandleIndex(h)); @/
    return;
  }
*/
/*@ ghost
  // What the core says of a new ADL is what the machine makes.
  /@ requires inv: Inv(s);
     requires kind: HandleTag(g) < DXGMAP_ADAPTERS && IsAdl(s, HandleTag(g), g);
     requires home: HomeAt(s, HandleTag(g)) == x;
     requires parent: ParentOf(s, g) == h;
     requires asked: DescriptorOf(s, g).physical == offset && DescriptorOf(s, g).length == bytes;
     requires captured: HoldsListed(s, g, pages, count);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall mstate m, menv e; ListIs(e, pages, count) && WOn(MWhat(m, h)) == x
       ==> AgreesMade(s, g, WAdl(m, e, h, offset, bytes, BaseOf(s, g))); @/
  void dxgmap_refine_adl_made(dxgmap_state s, uint64_t x, uint64_t h, uint64_t offset, uint64_t bytes,
                              dxgmap_list pages, uint32_t count, uint64_t g)
  {
    dxgmap_refine_bare(s, g);
    /@ assert asked: \forall mstate m, menv e;
         AgreesAsked(DescriptorOf(s, g), WAdl(m, e, h, offset, bytes, BaseOf(s, g))); @/
    /@ assert captured: \forall mstate m, menv e; ListIs(e, pages, count)
         ==> AgreesCaptured(s, g, WAdl(m, e, h, offset, bytes, BaseOf(s, g))); @/
    /@ assert window: \forall mstate m, menv e; WPlace(WAdl(m, e, h, offset, bytes, BaseOf(s, g))) == 0
         && WSpan(WAdl(m, e, h, offset, bytes, BaseOf(s, g))) == 0; @/
    /@ assert there: \forall mstate m, menv e; WOn(MWhat(m, h)) == x
         ==> AgreesThere(s, g, WAdl(m, e, h, offset, bytes, BaseOf(s, g))); @/
    return;
  }
*/

/* As in refine_map_pages.c; the answer is on the adapter of the adapter object. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; MeetsAdl(\old(*s), m, caller, e, object, pages, count, pressure)
      ==> \result.status == CAllocateAdl(m, e, object, offset, bytes, contiguous);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsAdl(\old(*s), m, caller, e, object, pages, count, pressure)
      ==> MStep(m, e, CallAllocateAdl(object, offset, bytes, contiguous), MAnswer(\result.status, 0, 0, 0, 0), m)
          && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsAdl(\old(*s), m, caller, e, object, pages, count, pressure)
      ==> MStep(m, e, CallAllocateAdl(object, offset, bytes, contiguous),
                MAnswer(DXGMAP_OK, \result.handle, WOn(MWhat(m, object)), BaseOf(*s, \result.handle), 0),
                MAcquire(m, \result.handle, WAdl(m, e, object, offset, bytes, BaseOf(*s, \result.handle))));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsAdl(\old(*s), m, caller, e, object, pages, count, pressure)
      ==> Refines(*s, MAcquire(m, \result.handle,
                               WAdl(m, e, object, offset, bytes, BaseOf(*s, \result.handle)))); */
dxgmap_outcome dxgmap_refine_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                          uint64_t bytes, uint32_t contiguous, dxgmap_list pages, uint32_t count,
                                          uint32_t pressure)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint64_t x = dxgmap_refine_home_of(was, object);
      uint32_t k = dxgmap_refine_find(was, x);
      dxgmap_refine_opened_same(was, caller, object);
      dxgmap_refine_memory(pages, count);
      if (k < DXGMAP_ADAPTERS) {
        dxgmap_refine_home_same(was, x);
        if (count > 0) {
          dxgmap_refine_pages_room(was, x, count);
        }
      } */
  /*@ assert alike: \forall mstate m, menv e; MeetsAdl(was, m, caller, e, object, pages, count, pressure)
        ==> Calls(e, caller) && OpenedSame(was, m, caller, e, object) && ECount(e) == count
            && MemoryAlike(e, pages, count); */
  /*@ assert slot: \forall mstate m, menv e; MeetsAdl(was, m, caller, e, object, pages, count, pressure)
        && IsAdapterObject(was, object) ==> SlotOf(e, was, x); */
  /*@ assert room: \forall mstate m, menv e; MeetsAdl(was, m, caller, e, object, pages, count, pressure)
        && IsAdapterObject(was, object)
        ==> HomeSame(was, m, x) && (count > 0 ==> PagesRoomAlike(was, m, e, x, count)); */
  dxgmap_outcome r = dxgmap_refine_listed_adl(s, caller, object, offset, bytes, contiguous, pages, count, pressure);
  /*@ assert natural: Natural(bytes) && Natural(offset) && Natural(count); */
  /*@ ghost
      dxgmap_refine_adl_causes(was, caller, object, x, offset, bytes, contiguous, pages, count, pressure, r.status);
      dxgmap_refine_adl_steps(object, offset, bytes, contiguous); */
  /*@ assert same: \forall mstate m, menv e; MeetsAdl(was, m, caller, e, object, pages, count, pressure)
        ==> r.status == CAllocateAdl(m, e, object, offset, bytes, contiguous); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_homes(was, *s, k);
        dxgmap_refine_fresh(was, *s, k, r.handle);
        dxgmap_refine_stands(was, *s, x, k, r.handle);
        dxgmap_refine_adl_of(was, *s, k, r.handle, object);
        dxgmap_refine_adl_made(*s, x, object, offset, bytes, pages, count, r.handle);
        dxgmap_refine_adl_stands(was, *s, x, object, offset, bytes, count, r.handle);
        dxgmap_refine_acquired(was, *s, k, r.handle);
        /@ assert on: \forall mstate m; Refines(was, m) ==> WOn(MWhat(m, object)) == x; @/
        /@ assert made: \forall mstate m, menv e; MeetsAdl(was, m, caller, e, object, pages, count, pressure)
             ==> CAllocateAdl(m, e, object, offset, bytes, contiguous) == 0 && MFresh(m, r.handle)
                 && MStands(m, WAdl(m, e, object, offset, bytes, BaseOf(*s, r.handle)), BaseOf(*s, r.handle)); @/
        /@ assert agrees: \forall mstate m, menv e; MeetsAdl(was, m, caller, e, object, pages, count, pressure)
             ==> AgreesMade(*s, r.handle, WAdl(m, e, object, offset, bytes, BaseOf(*s, r.handle))); @/
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
