/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_VIEW_H
#define DXGMAP_LOGIC_OP_VIEW_H

/* CPU views of DxgkCbMapMemory and of the video port: the first cause that holds (spec/clauses/view.md, video.md). */

/*@
  predicate IsView(integer kind) = kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO;

  predicate ViewBadSize(dxgmap_view_request r) =
    r.length == 0 || r.length > 0xFFFFFFFF || r.physical + r.length > 0xFFFFFFFFFFFFFFFF;

  // A live view of the video port lies over the same memory with another P6CACHE setting; ports have no caching.
  predicate Conflicts(dxgmap_descriptor d, dxgmap_view_request r) =
    d.kind == DXGMAP_VIDEO && d.space == DXGMAP_MEMORY_SPACE && r.space == DXGMAP_MEMORY_SPACE && d.cache != r.cache && d.physical < r.physical + r.length &&
    r.physical < d.physical + d.length;
  predicate CacheConflict(dxgmap_adapter a, dxgmap_view_request r) =
    \exists integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a.descriptors.at[i], r);

  predicate ViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    (!GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==>
    (!IsView(r.kind) ==> status == DXGMAP_BAD_KIND) && (IsView(r.kind) ==>
    (r.space > DXGMAP_IO_SPACE ==> status == DXGMAP_BAD_SPACE) && (r.space <= DXGMAP_IO_SPACE ==>
    (ViewBadSize(r) ==> status == DXGMAP_BAD_SIZE) && (!ViewBadSize(r) ==>
    (r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process ==> status == DXGMAP_BAD_PROCESS) &&
    (!(r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process) ==>
    (!Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length) ==> status == DXGMAP_NOT_OWNED) &&
    (Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length) ==>
    (r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r) ==> status == DXGMAP_CACHE_CONFLICT) &&
    (!(r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r)) ==> status == DXGMAP_OK)))))));

  // How many window pages the view touches; the ports of I/O space need none.
  logic integer ViewSpan(dxgmap_view_request r) = r.space == DXGMAP_MEMORY_SPACE
    ? (r.physical % DXGMAP_PAGE_SIZE + r.length + DXGMAP_PAGE_SIZE - 1) / DXGMAP_PAGE_SIZE : 0;

  predicate MapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    (!ViewAdmit(s, c, h, r, DXGMAP_OK) ==> ViewAdmit(s, c, h, r, status)) && (ViewAdmit(s, c, h, r, DXGMAP_OK) ==>
    (r.space == DXGMAP_MEMORY_SPACE && !ViewRoom(s.adapter[AdapterOf(h)].views, r.at, ViewSpan(r))
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (r.space == DXGMAP_IO_SPACE || ViewRoom(s.adapter[AdapterOf(h)].views, r.at, ViewSpan(r))
       ==> SlotStatus(s.adapter[AdapterOf(h)], status)));

  // The descriptor says what the view was asked for.
  predicate ViewAsked(dxgmap_descriptor d, dxgmap_caller c, dxgmap_view_request r) =
    d.kind == r.kind && d.space == r.space && d.cache == r.cache && d.physical == r.physical && d.length == r.length &&
    (d.user != 0 <==> r.space == DXGMAP_MEMORY_SPACE && r.user != 0) && (d.user != 0 ==> d.process == c.process);

  // Where the view of slot i begins: a byte offset in the window, which keeps the byte offset in the page; or its port.
  logic integer ViewBase(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? a.views.place[i] * DXGMAP_PAGE_SIZE + a.descriptors.at[i].physical % DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical;
  logic integer ViewEnd(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? (a.views.place[i] + a.views.span[i]) * DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical + a.descriptors.at[i].length;

  // `address` releases the view of slot i: its base for DxgkCbUnmapMemory, any address inside for the video port.
  predicate ViewAt(dxgmap_adapter a, integer kind, integer space, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == kind && a.descriptors.at[i].space == space &&
    (kind == DXGMAP_VIEW ==> address == ViewBase(a, i)) && ViewBase(a, i) <= address < ViewEnd(a, i);

  // A view in user mode is released in its process; a process handle that is given is the one of the map. Ports are in
  // no process.
  predicate ProcessFits(dxgmap_descriptor d, dxgmap_caller c, integer process) =
    d.space == DXGMAP_IO_SPACE ||
    ((process == 0 || process == d.process) && (d.user != 0 ==> c.process == d.process));

  predicate UnmapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer space, integer address,
                            integer process, integer status) =
    (!GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==>
    (!IsView(kind) ==> status == DXGMAP_BAD_KIND) && (IsView(kind) ==>
    (space > DXGMAP_IO_SPACE ==> status == DXGMAP_BAD_SPACE) && (space <= DXGMAP_IO_SPACE ==>
    ((\forall integer i; !ViewAt(s.adapter[AdapterOf(h)], kind, space, address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; ViewAt(s.adapter[AdapterOf(h)], kind, space, address, i) ==>
      (!ProcessFits(s.adapter[AdapterOf(h)].descriptors.at[i], c, process) ==> status == DXGMAP_BAD_PROCESS) &&
      (ProcessFits(s.adapter[AdapterOf(h)].descriptors.at[i], c, process) ==> status == DXGMAP_OK)))));
*/

#endif
