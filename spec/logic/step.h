/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_STEP_H
#define DXGMAP_LOGIC_STEP_H

/* One call and its answer: which status it must have, what it does to the state, and which lives it begins and ends. */

/*@
  predicate Acquiring(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_MAP_POINTER || op == DXGMAP_OP_MAP_VIEW ||
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_MAP_OBJECT;
  predicate Capturing(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL;
  predicate Releasing(integer op) =
    op == DXGMAP_OP_UNPIN || op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_UNMAP_POINTER ||
    op == DXGMAP_OP_UNMAP_VIEW || op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_FREE_ADL ||
    op == DXGMAP_OP_UNMAP_OBJECT || op == DXGMAP_OP_END_VIEW;
  predicate Switching(integer op) =
    op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END ||
    op == DXGMAP_OP_POWER || op == DXGMAP_OP_REMOVE || op == DXGMAP_OP_LINK;

  // The place in the table where a call acts: that of the adapter, or of the adapter object or view, or the
  // machine's.
  predicate OnMachine(integer op) =
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_MAP_OBJECT || op == DXGMAP_OP_UNMAP_OBJECT;
  predicate OnObject(integer op) =
    op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_FREE_ADL || op == DXGMAP_OP_END_VIEW;
  logic integer PlaceOf(integer op, integer adapter, integer object) =
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_MAP_OBJECT || op == DXGMAP_OP_UNMAP_OBJECT
      ? DXGMAP_MACHINE
      : op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_FREE_ADL || op == DXGMAP_OP_END_VIEW
      ? HandleTag(object) : AdapterOf(adapter);

  // The slice of the page pool that a call names lies in the pool.
  predicate InPool(dxgmap_call c, integer n) = c.first + c.count <= n;

  predicate AcquireStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    c.op == DXGMAP_OP_MAP_POINTER
      ? MapPointerStatus(s, c.caller, c.adapter, c.index, c.bytes, c.offset, c.at, c.slack, c.pressure, status) :
    c.op == DXGMAP_OP_MAP_VIEW ? MapViewStatus(s, c.caller, c.adapter, c.view, status) :
    c.op == DXGMAP_OP_CREATE ? CreateStatus(s, c.caller, c.request, status) :
    c.op == DXGMAP_OP_OPEN ? OpenStatus(s, c.caller, c.object, c.adapter, c.creating, status) :
    c.op == DXGMAP_OP_MAP_OBJECT
      ? MapObjectStatus(s, c.caller, c.object, c.user, c.offset, c.bytes, c.at, c.slack, c.pressure, status) :
    !InPool(c, n) ? status == DXGMAP_BAD_COUNT :
    c.op == DXGMAP_OP_PIN
      ? PinStatus(s, c.caller, c.adapter, c.index, c.bytes, c.kind, pool + c.first, c.count, c.pressure, status) :
    c.op == DXGMAP_OP_MAP_PAGES ? MapPagesStatus(s, c.caller, c.adapter, c.kind, pool + c.first, c.count, status) :
    c.op == DXGMAP_OP_ALLOCATE_ADL
      ? AllocateStatus(s, c.caller, c.object, c.offset, c.bytes, c.contiguous, pool + c.first, c.count, c.pressure,
        status) :
    \false;
  predicate ReleaseStatus(dxgmap_state s, dxgmap_call c, integer status) =
    c.op == DXGMAP_OP_UNPIN ? UnpinStatus(s, c.caller, c.adapter, c.index, status) :
    c.op == DXGMAP_OP_UNMAP_PAGES ? UnmapPagesStatus(s, c.caller, c.adapter, c.kind, c.handle, status) :
    c.op == DXGMAP_OP_UNMAP_POINTER ? UnmapPointerStatus(s, c.caller, c.adapter, c.index, c.address, status) :
    c.op == DXGMAP_OP_UNMAP_VIEW
      ? UnmapViewStatus(s, c.caller, c.adapter, c.kind, c.space, c.address, c.process, status) :
    c.op == DXGMAP_OP_CLOSE ? CloseStatus(s, c.caller, c.object, status) :
    c.op == DXGMAP_OP_DESTROY ? DestroyStatus(s, c.caller, c.object, status) :
    c.op == DXGMAP_OP_FREE_ADL ? FreeStatus(s, c.caller, c.object, c.handle, status) :
    c.op == DXGMAP_OP_UNMAP_OBJECT ? UnmapObjectStatus(s, c.caller, c.object, c.address, c.bytes, status) :
    c.op == DXGMAP_OP_END_VIEW ? EndViewStatus(s, c.object, c.process, status) :
    \false;
  predicate SwitchStatus(dxgmap_state s, dxgmap_call c, integer status) =
    c.op == DXGMAP_OP_ATTACH ? AttachStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_EXCLUSIVE_BEGIN ? ExclusiveBeginStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_EXCLUSIVE_END ? ExclusiveEndStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_POWER ? PowerStatus(s, c.adapter, c.index, status) :
    c.op == DXGMAP_OP_REMOVE ? RemoveStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_LINK ? LinkStatus(s, c.adapter, c.object, status) :
    \false;
  predicate CallStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    Acquiring(c.op) ? AcquireStatus(s, c, pool, n, status) :
    Releasing(c.op) ? ReleaseStatus(s, c, status) :
    Switching(c.op) ? SwitchStatus(s, c, status) :
    c.op == DXGMAP_OP_START ? StartStatus(s, c.start, status) :
    c.op == DXGMAP_OP_STOP ? StopStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_TRANSLATE ? TranslateStatus(s, c.adapter, c.page, status) :
    c.op >= DXGMAP_OPS ? status == DXGMAP_BAD_KIND :
    \false;

  // The provers take this for one fact, as they do AdapterSame.
  predicate StateSame(dxgmap_state a, dxgmap_state b) = a == b;
  // The step moved no mapping: at most what starting decides, on adapter k.
  predicate Calm(dxgmap_state a, dxgmap_state b, integer k) =
    0 <= k < DXGMAP_ADAPTERS && MappingsKept(a.adapter[k], b.adapter[k]) && AdaptersKept(a, b, k) &&
    OpenedKept(a.opened, b.opened, 0);

  // What a call of operation op (on `adapter`, if it switches or stops one), answered by status and handle, does to the
  // mappings.
  predicate Effect(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (status != DXGMAP_OK || op == DXGMAP_OP_TRANSLATE ==> StateSame(a, b)) &&
    (status == DXGMAP_OK && Acquiring(op) ==>
       0 <= HandleTag(handle) < DXGMAP_PLACES && Acquires(a, b, HandleTag(handle), handle)) &&
    (status == DXGMAP_OK && Releasing(op) ==>
       0 <= HandleTag(handle) < DXGMAP_PLACES && Releases(a, b, HandleTag(handle), handle)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_STOP ==>
       0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Stops(a, b, adapter)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_START ==> Calm(a, b, AdapterOf(handle))) &&
    (status == DXGMAP_OK && Switching(op) ==> Calm(a, b, AdapterOf(adapter))) &&
    (op >= DXGMAP_OPS ==> status != DXGMAP_OK);

  // The call began the life h; ended it: released it, or stopped its adapter.
  predicate Acquired(integer op, integer status, integer handle, integer h) =
    Acquiring(op) && status == DXGMAP_OK && handle == h;
  predicate ReleasedBy(integer op, integer status, integer handle, integer h) =
    Releasing(op) && status == DXGMAP_OK && handle == h;
  predicate Ended(integer op, integer adapter, integer status, integer handle, integer h) =
    ReleasedBy(op, status, handle, h) ||
    (op == DXGMAP_OP_STOP && status == DXGMAP_OK && HandleTag(h) == AdapterOf(adapter));

  // The handle names a slot of an adapter, or of the machine.
  predicate InTable(integer h) = 0 <= HandleTag(h) < DXGMAP_PLACES && 0 <= HandleIndex(h) < DXGMAP_SLOTS;

  // The key by which a release names its mapping: the index of a save area, an address, a handle. Ports are mapped at
  // themselves, so any number of views share a port; a release by port has no key.
  predicate Keyed(integer op, integer space) =
    Releasing(op) && (op == DXGMAP_OP_UNMAP_VIEW ==> space == DXGMAP_MEMORY_SPACE);
  predicate KeyFits(dxgmap_state s, integer op, integer adapter, integer object, integer index, integer kind,
                    integer space, integer handle, integer address, integer h) =
    InTable(h) && HandleTag(h) == PlaceOf(op, adapter, object) &&
    (op == DXGMAP_OP_UNPIN ==>
       IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
       s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index == index) &&
    (op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_FREE_ADL ==> h == handle) &&
    (op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_END_VIEW ==> h == object) &&
    (op == DXGMAP_OP_UNMAP_OBJECT ==> ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_POINTER ==> PointerAt(s.adapter[HandleTag(h)], index, address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_VIEW ==>
       IsView(kind) && ViewAt(s.adapter[HandleTag(h)], kind, space, address, HandleIndex(h)));

  predicate CallKeyFits(dxgmap_state s, dxgmap_call c, integer h) =
    KeyFits(s, c.op, c.adapter, c.object, c.index, c.kind, c.space, c.handle, c.address, h);

  // The life is over, or was never begun and never will be: no step makes the handle valid again.
  predicate Spent(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_PLACES &&
    SlotSpent(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));

  // The mapping is what it was: the same request, the same captured pages at the same logical pages, the same place.
  predicate MappingSame(dxgmap_state a, dxgmap_state b, integer h) =
    PagesOf(b, h) == PagesOf(a, h) && BaseOf(b, h) == BaseOf(a, h) && TargetOf(b, h) == TargetOf(a, h) &&
    (\forall integer o; 0 <= o < PagesOf(a, h) ==> PageOf(b, h, o) == PageOf(a, h, o)) &&
    b.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == a.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.place[HandleIndex(h)] == a.adapter[HandleTag(h)].views.place[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.span[HandleIndex(h)] == a.adapter[HandleTag(h)].views.span[HandleIndex(h)];

  // The slots that handles can name, and what a step keeps of one, of all but slot x of adapter k, of all but adapter
  // k.
  predicate SlotsBounded(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> s.adapter[k].slots.high <= DXGMAP_SLOTS;
  predicate CellsInside(dxgmap_ranges r) = \forall integer i, l; RangeCovers(r, i, l) ==> 0 <= l < DXGMAP_CELLS;
  predicate CapturesInside(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> CellsInside(s.adapter[k].domain.ranges);
  predicate HandleKept(dxgmap_state a, dxgmap_state b, integer h) =
    SlotKept(a.adapter[HandleTag(h)], b.adapter[HandleTag(h)], HandleIndex(h));
  predicate SlotsOfKept(dxgmap_adapter a, dxgmap_adapter b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i);
  predicate AdaptersSlotsKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> SlotsOfKept(a.adapter[j], b.adapter[j]);
  predicate HandlesKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; InTable(h) && !(HandleTag(h) == k && HandleIndex(h) == x) ==> HandleKept(a, b, h);
  predicate HandlesLiveAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Valid(b, h) <==> Valid(a, h));
  predicate HandlesSpentAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Spent(b, h) <==> Spent(a, h));
  predicate HandlesSameAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h) ==> MappingSame(a, b, h);

  // What a call that acquired h in that place captured for it: pages first .. first + count - 1 of the pool, from
  // logical page base on, or none.
  predicate GivenBy{L}(dxgmap_state s, integer op, integer place, uint64_t *pool, integer first, integer count,
                       integer base, integer h) =
    (Capturing(op) ==> HandleTag(h) == place && PagesOf(s, h) == count && BaseOf(s, h) == base &&
       \forall integer o; 0 <= o < count ==> PageOf(s, h, o) == pool[first + o]) &&
    (!Capturing(op) ==> PagesOf(s, h) == 0);

  predicate SpentStays(dxgmap_state a, dxgmap_state b) = \forall integer h; Spent(a, h) ==> Spent(b, h);
  predicate MappingsSame(dxgmap_state a, dxgmap_state b) =
    \forall integer h; Valid(a, h) && Valid(b, h) ==> MappingSame(a, b, h);

  // From a to b the lives that the call names began and ended, and no other.
  predicate LivesMoved(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    \forall integer h; Valid(b, h) <==>
      (Valid(a, h) && !Ended(op, adapter, status, handle, h)) || Acquired(op, status, handle, h);
  // A life that begins was never one before; one that ends was one, and is over.
  predicate LivesNew(dxgmap_state a, integer op, integer status, integer handle) =
    \forall integer h; Acquired(op, status, handle, h) ==> !Valid(a, h) && !Spent(a, h);
  predicate LivesOver(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (\forall integer h; ReleasedBy(op, status, handle, h) ==> Valid(a, h)) &&
    (\forall integer h; Valid(a, h) && Ended(op, adapter, status, handle, h) ==> Spent(b, h));
*/

#endif
