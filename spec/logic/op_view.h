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
    d.kind == DXGMAP_VIDEO && d.space == DXGMAP_MEMORY_SPACE && r.space == DXGMAP_MEMORY_SPACE &&
      d.cache != r.cache && d.physical < r.physical + r.length &&
    r.physical < d.physical + d.length;
  predicate CacheConflict(dxgmap_adapter a, dxgmap_view_request r) =
    \exists integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a.descriptors.at[i], r);

  predicate ViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    !OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK)
      ? OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status) : // GATE-1, 2
    Gone(s, h) ? status == DXGMAP_REMOVED : // GATE-12
    !IsView(r.kind) ? status == DXGMAP_BAD_KIND : // VIEW-7, VIDEO-8
    r.space > DXGMAP_IO_SPACE ? status == DXGMAP_BAD_SPACE : // VIEW-8, VIDEO-9
    ViewBadSize(r) ? status == DXGMAP_BAD_SIZE : // VIEW-9, VIDEO-10
    r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process ? status == DXGMAP_BAD_PROCESS : // VIDEO-11
    !Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length)
      ? status == DXGMAP_NOT_OWNED : // VIEW-10, VIDEO-12
    r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r) ? status == DXGMAP_CACHE_CONFLICT : // VIDEO-13
    status == DXGMAP_OK;

  // How many window pages the view touches; the ports of I/O space need none.
  logic integer ViewSpan(dxgmap_view_request r) = r.space == DXGMAP_MEMORY_SPACE
    ? (r.physical % DXGMAP_PAGE_SIZE + r.length + DXGMAP_PAGE_SIZE - 1) / DXGMAP_PAGE_SIZE : 0;

  predicate ViewTaken(dxgmap_adapter a, dxgmap_view_request r) =
    r.space == DXGMAP_MEMORY_SPACE && !ViewRoom(a.views, r.at, ViewSpan(r));
  predicate MapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    !ViewAdmit(s, c, h, r, DXGMAP_OK) ? ViewAdmit(s, c, h, r, status) :
    ViewTaken(s.adapter[AdapterOf(h)], r) ? status == DXGMAP_PLACE_TAKEN : // VIEW-11, VIDEO-14
    SlotStatus(s.adapter[AdapterOf(h)], status); // VIEW-12, VIDEO-15

  // The descriptor says what the view was asked for.
  predicate ViewAsked(dxgmap_descriptor d, dxgmap_caller c, dxgmap_view_request r) =
    d.kind == r.kind && d.space == r.space && d.cache == r.cache && d.physical == r.physical && d.length == r.length &&
    (d.user != 0 <==> r.space == DXGMAP_MEMORY_SPACE && r.user != 0) && d.process == (d.user != 0 ? c.process : 0);

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

  // No view is released by the address; one that is belongs to another process.
  predicate NoViewAt(dxgmap_adapter a, integer kind, integer space, integer address) =
    \forall integer i; !ViewAt(a, kind, space, address, i);
  predicate ViewElsewhere(dxgmap_adapter a, dxgmap_caller c, integer kind, integer space, integer address,
                          integer process) =
    \exists integer i; ViewAt(a, kind, space, address, i) && !ProcessFits(a.descriptors.at[i], c, process);
  predicate UnmapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer space,
                                integer address, integer process, integer status) =
    !OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK)
      ? OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status) : // GATE-1, 2
    !IsView(kind) ? status == DXGMAP_BAD_KIND : // UNVIEW-5, UNVIDEO-5
    space > DXGMAP_IO_SPACE ? status == DXGMAP_BAD_SPACE : // UNVIEW-8, UNVIDEO-8
    NoViewAt(s.adapter[AdapterOf(h)], kind, space, address) ? status == DXGMAP_BAD_ADDRESS : // UNVIEW-6, UNVIDEO-6
    ViewElsewhere(s.adapter[AdapterOf(h)], c, kind, space, address, process)
      ? status == DXGMAP_BAD_PROCESS : // UNVIEW-7, UNVIDEO-7
    status == DXGMAP_OK;
*/

#endif
