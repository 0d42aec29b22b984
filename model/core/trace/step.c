/* SPDX-License-Identifier: MIT */
#include "trace/step.h"

/* What follows from the effect of a step for the identities; none of these runs. */
/*@ ghost
  // Captured cells are cells.
  /@ requires ok: RangesOk(r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inside: CellsInside(r); @/
  void dxgmap_step_inside(dxgmap_ranges r)
  {
    /@ assert some: \forall integer i, l; RangeCovers(r, i, l) ==> RunsStarted(r); @/
    /@ assert on: \forall integer i, l; RangeCovers(r, i, l) ==> RunOn(r, i) && RunsTile(r); @/
    return;
  }
*/
/*@ ghost
  /@ requires same: AdapterSame(b, a);
     requires bounded: a.slots.high <= DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
       (SlotLive(b.slots, i) <==> SlotLive(a.slots, i)) && b.slots.generation[i] == a.slots.generation[i];
     ensures views: \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
       b.views.place[i] == a.views.place[i] && b.views.span[i] == a.views.span[i];
     ensures descriptors: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.descriptors.at[i] == a.descriptors.at[i];
     ensures links: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.links.to.slot[i] == a.links.to.slot[i]; @/
  void dxgmap_step_adapter_slots(dxgmap_adapter a, dxgmap_adapter b)
  {
    return;
  }
*/
/*@ ghost
  /@ requires same: AdapterSame(b, a);
     requires inside: CellsInside(a.domain.ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures mappings: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==> MappingKept(a.domain, b.domain, i); @/
  void dxgmap_step_adapter_mappings(dxgmap_adapter a, dxgmap_adapter b)
  {
    /@ assert base: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS
         ==> b.domain.ranges.base[i] == a.domain.ranges.base[i]; @/
    /@ assert length: \forall integer i; 0 <= i < DXGMAP_HEAP_IDS
         ==> b.domain.ranges.length[i] == a.domain.ranges.length[i]; @/
    /@ assert cells: \forall integer l; 0 <= l < DXGMAP_CELLS ==> b.domain.cells.cell[l] == a.domain.cells.cell[l]; @/
    return;
  }
*/
/*@ ghost
  /@ requires same: AdapterSame(b, a);
     requires bounded: a.slots.high <= DXGMAP_SLOTS;
     requires inside: CellsInside(a.domain.ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures kept: SlotsOfKept(a, b); @/
  void dxgmap_step_adapter(dxgmap_adapter a, dxgmap_adapter b)
  {
    dxgmap_step_adapter_slots(a, b);
    dxgmap_step_adapter_mappings(a, b);
    return;
  }
*/
/*@ ghost
  /@ requires handles: HandlesKept(was, now, k, x);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: HandlesLiveAsBefore(was, now, k, x);
     ensures spent: HandlesSpentAsBefore(was, now, k, x);
     ensures kept: HandlesSameAsBefore(was, now, k, x); @/
  void dxgmap_step_kept(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t x)
  {
    /@ assert pages: \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h)
         ==> PagesOf(now, h) == PagesOf(was, h) && BaseOf(now, h) == BaseOf(was, h); @/
    /@ assert page: \forall integer h, o; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h) &&
         0 <= o < PagesOf(was, h) ==> PageOf(now, h, o) == PageOf(was, h, o); @/
    /@ assert target: \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h)
         ==> TargetOf(now, h) == TargetOf(was, h); @/
    return;
  }
*/
/*@ ghost
  uint32_t dxgmap_step_place(uint64_t handle)
  {
    return handle % 0x1000000u == 0 ? 0 : (uint32_t)(handle % 0x1000000u - 1u);
  }
*/
/*@ ghost
  // What the handles of a sound state can name.
  /@ requires ok: AdaptersOk(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures bounded: SlotsBounded(s);
     ensures inside: CapturesInside(s); @/
  void dxgmap_step_bounds(dxgmap_state s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant slots: \forall integer j; 0 <= j < k ==> s.adapter[j].slots.high <= DXGMAP_SLOTS;
       loop invariant cells: \forall integer j; 0 <= j < k ==> CellsInside(s.adapter[j].domain.ranges);
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert one: AdapterOk(s.adapter[k]); @/
      /@ assert two: SlotsOk(s.adapter[k].slots) && DomainOk(s.adapter[k].domain); @/
      dxgmap_step_inside(s.adapter[k].domain.ranges);
    }
    return;
  }
*/
/*@ ghost
  /@ requires kept: AdaptersKept(was, now, k);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: AdaptersSlotsKept(was, now, k); @/
  void dxgmap_step_others(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ loop invariant range: 0 <= j <= DXGMAP_PLACES;
       loop invariant kept: \forall integer m; 0 <= m < j && m != k ==> SlotsOfKept(was.adapter[m], now.adapter[m]);
       loop assigns j;
       loop variant DXGMAP_PLACES - j; @/
    for (uint32_t j = 0; j < DXGMAP_PLACES; j++) {
      if (j != k) {
        dxgmap_step_adapter(was.adapter[j], now.adapter[j]);
      }
    }
    return;
  }
*/
/*@ ghost
  /@ requires slots: AdaptersSlotsKept(was, now, k);
     requires one: k < DXGMAP_PLACES ==> OthersKept(was.adapter[k], now.adapter[k], x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: HandlesKept(was, now, k, x); @/
  void dxgmap_step_but(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t x)
  {
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires acquires: Acquires(was, now, k, handle);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures new: !Valid(was, handle) && !Spent(was, handle) && Valid(now, handle);
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h) || h == handle;
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_acquired(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t handle)
  {
    uint32_t x = dxgmap_step_place(handle);
    /@ assert index: x == HandleIndex(handle); @/
    /@ assert step: Taken(was.adapter[k], now.adapter[k], x); @/
    /@ assert rest: OthersKept(was.adapter[k], now.adapter[k], x); @/
    dxgmap_handle_parts();
    dxgmap_step_others(was, now, k);
    dxgmap_step_but(was, now, k, x);
    dxgmap_step_kept(was, now, k, x);
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires releases: Releases(was, now, k, handle);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures over: Valid(was, handle) && !Valid(now, handle) && Spent(now, handle);
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h) && h != handle;
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_released(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t handle)
  {
    uint32_t x = dxgmap_step_place(handle);
    /@ assert index: x == HandleIndex(handle); @/
    /@ assert step: Released(was.adapter[k], now.adapter[k], x); @/
    /@ assert rest: OthersKept(was.adapter[k], now.adapter[k], x); @/
    dxgmap_handle_parts();
    dxgmap_step_others(was, now, k);
    dxgmap_step_but(was, now, k, x);
    dxgmap_step_kept(was, now, k, x);
    return;
  }
*/
/*@ ghost
  /@ requires slots: AdaptersSlotsKept(was, now, k);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: \forall integer h; HandleTag(h) != k ==> (Valid(now, h) <==> Valid(was, h));
     ensures spent: \forall integer h; HandleTag(h) != k ==> (Spent(now, h) <==> Spent(was, h));
     ensures kept: \forall integer h; HandleTag(h) != k && InTable(h) ==> MappingSame(was, now, h); @/
  void dxgmap_step_elsewhere(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ assert handles: \forall integer h; InTable(h) && HandleTag(h) != k ==> HandleKept(was, now, h); @/
    return;
  }
*/
/*@ ghost
  /@ requires adapter: k < DXGMAP_ADAPTERS && k == AdapterOf(adapter);
     requires stops: Stops(was, now, adapter);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures over: \forall integer h; Valid(was, h) && HandleTag(h) == k ==> Spent(now, h);
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h) && HandleTag(h) != k;
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_stopped(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t adapter)
  {
    dxgmap_step_others(was, now, k);
    dxgmap_step_elsewhere(was, now, k);
    /@ assert emptied: Emptied(was.adapter[k], now.adapter[k]); @/
    return;
  }
*/
/*@ ghost
  /@ requires calm: Calm(was, now, k);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h);
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_calm(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    dxgmap_step_others(was, now, k);
    dxgmap_step_but(was, now, k, DXGMAP_SLOTS);
    dxgmap_step_kept(was, now, k, DXGMAP_SLOTS);
    return;
  }
*/
/*@ ghost
  /@ requires same: StateSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures kept: AdaptersKept(was, now, DXGMAP_PLACES); @/
  void dxgmap_step_equal(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/
/*@ ghost
  /@ requires kept: AdaptersKept(was, now, DXGMAP_PLACES);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: \forall integer h; Valid(now, h) <==> Valid(was, h);
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_same(dxgmap_state was, dxgmap_state now)
  {
    dxgmap_step_others(was, now, DXGMAP_PLACES);
    dxgmap_step_elsewhere(was, now, DXGMAP_PLACES);
    return;
  }
*/
/*@ ghost
  /@ requires effect: Effect(was, now, op, adapter, status, handle);
     requires bounded: SlotsBounded(was) && SlotsBounded(now);
     requires inside: CapturesInside(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: LivesMoved(was, now, op, adapter, status, handle);
     ensures new: LivesNew(was, op, status, handle);
     ensures over: LivesOver(was, now, op, adapter, status, handle);
     ensures spent: SpentStays(was, now);
     ensures kept: MappingsSame(was, now); @/
  void dxgmap_step_lives(dxgmap_state was, dxgmap_state now, uint32_t op, uint64_t adapter, uint32_t status,
                         uint64_t handle)
  {
    uint32_t k = dxgmap_step_place(adapter);
    uint32_t p = (uint32_t)(handle / 0x100000000000000u);
    /@ assert place: p == HandleTag(handle); @/
    if (status != DXGMAP_OK || op == DXGMAP_OP_TRANSLATE) {
      dxgmap_step_equal(was, now);
      dxgmap_step_same(was, now);
    } else if (op == DXGMAP_OP_STOP) {
      dxgmap_step_stopped(was, now, k, adapter);
    } else if (op == DXGMAP_OP_START) {
      dxgmap_step_calm(was, now, dxgmap_step_place(handle));
    } else if (op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END ||
               op == DXGMAP_OP_POWER || op == DXGMAP_OP_REMOVE || op == DXGMAP_OP_LINK) {
      dxgmap_step_calm(was, now, k);
    } else if (op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_MAP_POINTER ||
               op == DXGMAP_OP_MAP_VIEW || op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN ||
               op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_MAP_OBJECT) {
      dxgmap_step_acquired(was, now, p, handle);
    } else {
      dxgmap_step_released(was, now, p, handle);
    }
    return;
  }
*/
/*@ ghost
  // What is not in the domain captured nothing.
  /@ requires inv: Inv(s);
     requires kind: status == DXGMAP_OK
       ==> Valid(s, handle) && !InDomain(s.adapter[HandleTag(handle)].descriptors.at[HandleIndex(handle)].kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures bare: status == DXGMAP_OK ==> PagesOf(s, handle) == 0; @/
  void dxgmap_step_bare(dxgmap_state s, uint32_t status, uint64_t handle)
  {
    uint32_t k = (uint32_t)(handle / 0x100000000000000u);
    /@ assert place: k == HandleTag(handle); @/
    /@ assert parts: status == DXGMAP_OK
         ==> AdapterOk(s.adapter[k]) && AdapterParts(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
    return;
  }
*/
/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Acquiring(call->op) && !Capturing(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AcquireStatus(\old(*s), *call, (uint64_t *)\null, 0, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK
                   ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES
                       && HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures acquired: \result.status == DXGMAP_OK
                      ==> Acquires(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures bare: \result.status == DXGMAP_OK ==> PagesOf(*s, \result.handle) == 0; */
static dxgmap_outcome dxgmap_step_take(dxgmap_state *s, const dxgmap_call *call)
{
  dxgmap_outcome o;
  if (call->op == DXGMAP_OP_MAP_POINTER) {
    o = dxgmap_op_map_pointer(s, call->caller, call->adapter, call->index, call->bytes, call->offset, call->at,
                              call->slack, call->pressure);
  } else if (call->op == DXGMAP_OP_MAP_VIEW) {
    o = dxgmap_op_map_view(s, call->caller, call->adapter, &call->view);
  } else if (call->op == DXGMAP_OP_CREATE) {
    o = dxgmap_op_create(s, call->caller, call->request);
  } else if (call->op == DXGMAP_OP_OPEN) {
    o = dxgmap_op_open(s, call->caller, call->object, call->adapter, call->creating);
  } else {
    o = dxgmap_op_map_object(s, call->caller, call->object, call->user, call->offset, call->bytes, call->at,
                             call->slack, call->pressure);
  }
  /*@ assert kind: o.status == DXGMAP_OK ==> Valid(*s, o.handle)
             && !InDomain(s->adapter[HandleTag(o.handle)].descriptors.at[HandleIndex(o.handle)].kind); */
  /*@ ghost dxgmap_step_bare(*s, o.status, o.handle); */
  return o;
}

/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    requires op: Capturing(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AcquireStatus(\old(*s), *call, pool, pool_size, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK
                   ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES
                       && HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures acquired: \result.status == DXGMAP_OK
                      ==> Acquires(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures kind: \result.status == DXGMAP_OK
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count); */
static dxgmap_outcome dxgmap_step_capture(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool,
                                          uint64_t pool_size)
{
  if (call->first > pool_size || call->count > pool_size - call->first) {
    return dxgmap_refuse(DXGMAP_BAD_COUNT);
  }
  if (call->op == DXGMAP_OP_PIN) {
    return dxgmap_op_pin(s, call->caller, call->adapter, call->index, call->bytes, call->kind, pool + call->first,
                         call->count, call->pressure);
  }
  if (call->op == DXGMAP_OP_ALLOCATE_ADL) {
    return dxgmap_op_allocate_adl(s, call->caller, call->object, call->offset, call->bytes, call->contiguous,
                                  pool + call->first, call->count, call->pressure);
  }
  return dxgmap_op_map_pages(s, call->caller, call->adapter, call->kind, pool + call->first, call->count);
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Releasing(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ReleaseStatus(\old(*s), *call, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s) && \result.handle == 0;
    ensures place: \result.status == DXGMAP_OK ==> 0 <= HandleTag(\result.handle) < DXGMAP_PLACES;
    ensures released: \result.status == DXGMAP_OK
                      ==> Releases(\old(*s), *s, HandleTag(\result.handle), \result.handle);
    ensures keyed: \result.status == DXGMAP_OK ==> CallKeyFits(\old(*s), *call, \result.handle); */
static dxgmap_outcome dxgmap_step_release(dxgmap_state *s, const dxgmap_call *call)
{
  dxgmap_outcome o;
  if (call->op == DXGMAP_OP_UNPIN) {
    o = dxgmap_op_unpin(s, call->caller, call->adapter, call->index);
    /*@ assert pins: o.status == DXGMAP_OK ==> AdapterPins(\at(*s, Pre).adapter[AdapterOf(call->adapter)]); */
    /*@ assert kind: o.status == DXGMAP_OK
               ==> IsPin(\at(*s, Pre).adapter[AdapterOf(call->adapter)].descriptors.at[HandleIndex(o.handle)].kind)
                   && \at(*s, Pre).adapter[AdapterOf(call->adapter)].descriptors.at[HandleIndex(o.handle)].index
                      == call->index; */
    /*@ assert pin: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_UNMAP_PAGES) {
    o = dxgmap_op_unmap_pages(s, call->caller, call->adapter, call->kind, call->handle);
    /*@ assert pages: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_UNMAP_POINTER) {
    o = dxgmap_op_unmap_pointer(s, call->caller, call->adapter, call->index, call->address);
    /*@ assert pointer_place: o.status == DXGMAP_OK ==> InTable(o.handle)
               && HandleTag(o.handle) == PlaceOf(call->op, call->adapter, call->object); */
    /*@ assert pointer_at: o.status == DXGMAP_OK
               ==> PointerAt(\at(*s, Pre).adapter[HandleTag(o.handle)], call->index, call->address,
                             HandleIndex(o.handle)); */
    /*@ assert pointer: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_UNMAP_VIEW) {
    o = dxgmap_op_unmap_view(s, call->caller, call->adapter, call->kind, call->space, call->address, call->process);
    /*@ assert view: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_CLOSE) {
    o = dxgmap_op_close(s, call->caller, call->object);
    /*@ assert adapter_object: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_DESTROY) {
    o = dxgmap_op_destroy(s, call->caller, call->object);
    /*@ assert object: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_FREE_ADL) {
    o = dxgmap_op_free_adl(s, call->caller, call->object, call->handle);
    /*@ assert adl: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else if (call->op == DXGMAP_OP_END_VIEW) {
    o = dxgmap_op_end_view(s, call->object, call->process);
    /*@ assert end: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  } else {
    o = dxgmap_op_unmap_object(s, call->caller, call->object, call->address, call->bytes);
    /*@ assert at: o.status == DXGMAP_OK
               ==> HandleTag(o.handle) == DXGMAP_MACHINE && 0 <= HandleIndex(o.handle) < DXGMAP_SLOTS
                   && ObjectViewAt(\at(*s, Pre).adapter[DXGMAP_MACHINE], call->address, HandleIndex(o.handle)); */
    /*@ assert object_view: o.status == DXGMAP_OK ==> CallKeyFits(\at(*s, Pre), *call, o.handle); */
  }
  return o;
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    requires op: Switching(call->op);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: SwitchStatus(\old(*s), *call, \result);
    ensures atomic: \result != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures calm: \result == DXGMAP_OK ==> Calm(\old(*s), *s, AdapterOf(call->adapter)); */
static uint32_t dxgmap_step_switch(dxgmap_state *s, const dxgmap_call *call)
{
  if (call->op == DXGMAP_OP_ATTACH) {
    return dxgmap_op_attach(s, call->adapter);
  }
  if (call->op == DXGMAP_OP_EXCLUSIVE_BEGIN) {
    return dxgmap_op_exclusive_begin(s, call->adapter);
  }
  if (call->op == DXGMAP_OP_EXCLUSIVE_END) {
    return dxgmap_op_exclusive_end(s, call->adapter);
  }
  if (call->op == DXGMAP_OP_POWER) {
    return dxgmap_op_power(s, call->adapter, call->index);
  }
  if (call->op == DXGMAP_OP_REMOVE) {
    return dxgmap_op_remove(s, call->adapter);
  }
  return dxgmap_op_link(s, call->adapter, call->object);
}

/*@ requires valid: \valid(s) && \valid(call);
    requires separated: \separated(s, call);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), call->start, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures starts: \result.status == DXGMAP_OK ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures calm: \result.status == DXGMAP_OK ==> Calm(\old(*s), *s, AdapterOf(\result.handle)); */
static dxgmap_outcome dxgmap_step_start(dxgmap_state *s, const dxgmap_call *call)
{
  return dxgmap_op_start(s, &call->start);
}

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures stops: \result == DXGMAP_OK
                   ==> 0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Stops(\old(*s), *s, adapter); */
static uint32_t dxgmap_step_stop(dxgmap_state *s, uint64_t adapter)
{
  return dxgmap_op_stop(s, adapter);
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Capturing(op); */
static bool dxgmap_step_capturing(uint32_t op)
{
  return op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Acquiring(op) && !Capturing(op); */
static bool dxgmap_step_taking(uint32_t op)
{
  return op == DXGMAP_OP_MAP_POINTER || op == DXGMAP_OP_MAP_VIEW || op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN ||
         op == DXGMAP_OP_MAP_OBJECT;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Releasing(op); */
static bool dxgmap_step_releasing(uint32_t op)
{
  return op == DXGMAP_OP_UNPIN || op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_UNMAP_POINTER ||
         op == DXGMAP_OP_UNMAP_VIEW || op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_FREE_ADL ||
         op == DXGMAP_OP_UNMAP_OBJECT || op == DXGMAP_OP_END_VIEW;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Switching(op); */
static bool dxgmap_step_switching(uint32_t op)
{
  return op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END ||
         op == DXGMAP_OP_POWER || op == DXGMAP_OP_REMOVE || op == DXGMAP_OP_LINK;
}

/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CallStatus(\old(*s), *call, pool, pool_size, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> StateSame(\old(*s), *s);
    ensures effect: Effect(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle);
    ensures started: call->op == DXGMAP_OP_START && \result.status == DXGMAP_OK
                     ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures place: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures kind: \result.status == DXGMAP_OK && Capturing(call->op)
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK && Capturing(call->op)
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count);
    ensures bare: \result.status == DXGMAP_OK && Acquiring(call->op) && !Capturing(call->op)
                  ==> PagesOf(*s, \result.handle) == 0;
    ensures base: \result.status == DXGMAP_OK && Capturing(call->op) ==> \result.base == BaseOf(*s, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> KnownAdapter(*s, call->adapter)
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page)
                            && AnswersFor(*s, AdapterOf(call->adapter), call->page, \result.page, \result.handle); */
static dxgmap_result dxgmap_step_dispatch(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool,
                                          uint64_t pool_size)
{
  dxgmap_answer a;
  a.page = 0;
  uint64_t base = 0;
  dxgmap_outcome o = dxgmap_refuse(DXGMAP_BAD_KIND);
  if (dxgmap_step_capturing(call->op)) {
    o = dxgmap_step_capture(s, call, pool, pool_size);
    if (o.status == DXGMAP_OK) {
      base = dxgmap_base_page(s, o.handle);
    }
  } else if (dxgmap_step_taking(call->op)) {
    o = dxgmap_step_take(s, call);
  } else if (dxgmap_step_releasing(call->op)) {
    o = dxgmap_step_release(s, call);
  } else if (dxgmap_step_switching(call->op)) {
    o = dxgmap_refuse(dxgmap_step_switch(s, call));
  } else if (call->op == DXGMAP_OP_START) {
    o = dxgmap_step_start(s, call);
  } else if (call->op == DXGMAP_OP_STOP) {
    o = dxgmap_refuse(dxgmap_step_stop(s, call->adapter));
  } else if (call->op == DXGMAP_OP_TRANSLATE) {
    a = dxgmap_op_translate(s, call->adapter, call->page);
    o = dxgmap_refuse(a.status);
    o.handle = a.handle;
  }
  dxgmap_result r;
  r.status = o.status;
  r.handle = o.handle;
  r.page = a.page;
  r.base = base;
  /*@ assert refused: r.status != DXGMAP_OK ==> StateSame(\at(*s, Pre), *s); */
  /*@ assert read: call->op == DXGMAP_OP_TRANSLATE ==> StateSame(\at(*s, Pre), *s); */
  /*@ assert acquires: r.status == DXGMAP_OK && Acquiring(call->op)
             ==> 0 <= HandleTag(r.handle) < DXGMAP_PLACES
                 && Acquires(\at(*s, Pre), *s, HandleTag(r.handle), r.handle); */
  /*@ assert releases: r.status == DXGMAP_OK && Releasing(call->op)
             ==> 0 <= HandleTag(r.handle) < DXGMAP_PLACES
                 && Releases(\at(*s, Pre), *s, HandleTag(r.handle), r.handle); */
  /*@ assert stops: r.status == DXGMAP_OK && call->op == DXGMAP_OP_STOP
             ==> 0 <= AdapterOf(call->adapter) < DXGMAP_ADAPTERS && Stops(\at(*s, Pre), *s, call->adapter); */
  /*@ assert starts: r.status == DXGMAP_OK && call->op == DXGMAP_OP_START
             ==> Calm(\at(*s, Pre), *s, AdapterOf(r.handle)); */
  /*@ assert switches: r.status == DXGMAP_OK && Switching(call->op)
             ==> Calm(\at(*s, Pre), *s, AdapterOf(call->adapter)); */
  return r;
}

/*@ ghost
  /@ requires held: Holds(s, handle, pages, count);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pages: \forall integer o; 0 <= o < count ==> PageOf(s, handle, o) == pages[o]; @/
  void dxgmap_step_held(dxgmap_state s, const uint64_t *pages, uint32_t count, uint64_t handle)
  {
    return;
  }
*/
/*@ ghost
  /@ requires captured: status == DXGMAP_OK && Capturing(op)
       ==> HandleTag(handle) == place && Holds(s, handle, pool + first, count) && BaseOf(s, handle) == base;
     requires bare: status == DXGMAP_OK && Acquiring(op) && !Capturing(op) ==> PagesOf(s, handle) == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: status == DXGMAP_OK && Acquiring(op) ==> GivenBy(s, op, place, pool, first, count, base, handle); @/
  void dxgmap_step_given(dxgmap_state s, uint32_t op, uint32_t status, uint32_t place, const uint64_t *pool,
                         uint64_t first, uint32_t count, uint64_t base, uint64_t handle)
  {
    if (status == DXGMAP_OK &&
        (op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL)) {
      dxgmap_step_held(s, pool + first, count, handle);
    }
    return;
  }
*/

dxgmap_result dxgmap_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size)
{
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_step_bounds(was); */
  dxgmap_result r = dxgmap_step_dispatch(s, call, pool, pool_size);
  /*@ ghost dxgmap_step_bounds(*s); */
  /*@ ghost dxgmap_step_lives(was, *s, call->op, call->adapter, r.status, r.handle); */
  /*@ ghost uint32_t place = (uint32_t)(r.handle / 0x100000000000000u); */
  /*@ assert tag: place == HandleTag(r.handle); */
  /*@ ghost
    dxgmap_step_given(*s, call->op, r.status, place, pool, call->first, call->count, r.base, r.handle); */
  return r;
}
