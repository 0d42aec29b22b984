/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_GROUND_H
#define DXGMAP_GROUND_H

#include "operations/op_adapter.h"
#include "operations/op_switch.h"
#include "operations/op_view.h"
#include "facts/zero.h"

/* Ground calls: from memory of zeros, with arguments written out, each operation succeeds, and fails for each of its
   causes. The answers follow from the contracts alone, so no contract is empty. Proved, never shipped, never run. */

#define DXGMAP_GROUND_PROCESS 7u
#define DXGMAP_GROUND_SAVE 0u /* physical adapter with a save area of 4 pages */
#define DXGMAP_GROUND_BARE 1u /* physical adapter without one */
#define DXGMAP_GROUND_HUGE 2u /* physical adapter with one of 2^33 pages */
#define DXGMAP_GROUND_CHAIN 3u
#define DXGMAP_GROUND_MEMORY 0x100000u /* first byte of the memory resource, 16 pages */
#define DXGMAP_GROUND_PORT 0x3C0u      /* first of the 32 ports of the I/O resource */

/*@
  predicate GroundRequest(dxgmap_start d) =
    d.mode == DXGMAP_IDENTITY && d.capability == DXGMAP_BY_MDL && d.linked == 0 && d.quarantine == 0 &&
    d.chain == DXGMAP_GROUND_CHAIN &&
    d.save_bytes[DXGMAP_GROUND_SAVE] == 0x4000 &&
    d.save_bytes[DXGMAP_GROUND_BARE] == 0 && d.save_bytes[DXGMAP_GROUND_HUGE] == 0x200000000000 &&
    d.commit_limit == 0x200000004 && d.installed_pages == DXGMAP_PAGES && d.highest_visible == 0xFFFFFFFFFF &&
    d.resources == 2 && d.resource[0].space == DXGMAP_MEMORY_SPACE && d.resource[0].start == DXGMAP_GROUND_MEMORY &&
    d.resource[0].length == 0x10000 && d.resource[1].space == DXGMAP_IO_SPACE &&
    d.resource[1].start == DXGMAP_GROUND_PORT && d.resource[1].length == 0x20;

  // No cause lies in the request itself.
  predicate Sound(dxgmap_start d) =
    SavesAligned(d, d.chain) && ResourcesOk(d, d.resources) && SeesMemory(d) &&
    RequestSum(d, d.chain) == 0x200000004;

  // The adapter is its own lead, and nothing keeps its device or its driver from anything.
  predicate Awake(dxgmap_adapter a) = a.linked == 0 && Listens(a.switches) && a.switches.lead == 0;
  // The adapter runs with what the request asks for.
  predicate Granted(dxgmap_adapter a) =
    Awake(a) && a.saves.chain == DXGMAP_GROUND_CHAIN && a.saves.maximum.pages[DXGMAP_GROUND_SAVE] == 4 &&
    a.saves.maximum.pages[DXGMAP_GROUND_BARE] == 0 && a.saves.maximum.pages[DXGMAP_GROUND_HUGE] == 0x200000000 &&
    a.resources.count == 2 && a.resources.at[0].space == DXGMAP_MEMORY_SPACE &&
    a.resources.at[0].start == DXGMAP_GROUND_MEMORY && a.resources.at[0].length == 0x10000 &&
    a.resources.at[1].space == DXGMAP_IO_SPACE && a.resources.at[1].start == DXGMAP_GROUND_PORT &&
    a.resources.at[1].length == 0x20;

  // Nothing was ever mapped on it, and every cell but the first can be given out.
  predicate Unused(dxgmap_adapter a) =
    a.slots.live == 0 && (\forall integer i; 0 <= i < DXGMAP_SLOTS ==>
      !SlotLive(a.slots, i) && a.slots.generation[i] == 0 && a.descriptors.at[i].kind == DXGMAP_NO_KIND &&
      a.views.span[i] == 0 &&
      a.links.to.slot[i] == 0) &&
    a.domain.ranges.limit == DXGMAP_CELLS &&
    (\forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> a.domain.ranges.length[i] == 0) &&
    (\forall integer k; 0 <= k < DXGMAP_CHAIN ==> a.saves.pin[k] == 0) &&
    \forall integer w; 0 <= w < DXGMAP_WINDOW ==> a.views.owner[w] == 0;

  predicate Plain(dxgmap_adapter a) = a.mode == DXGMAP_IDENTITY && a.capability == DXGMAP_BY_MDL;
  predicate ModeKept(dxgmap_adapter a, dxgmap_adapter b) = b.mode == a.mode && b.capability == a.capability;
  // Domains of identity mode wait for the driver to attach them, those of remapping mode do not.
  predicate InMode(dxgmap_adapter a, integer mode, integer capability) =
    a.mode == mode && a.capability == capability && a.switches.attached == (mode == DXGMAP_IDENTITY ? 0 : 1);
  // The machine in which most ground calls are made: one adapter, h, that runs and has nothing mapped; no object.
  predicate ReadyIn(dxgmap_state s, integer h, integer mode, integer capability) =
    Inv(s) && KnownAdapter(s, h) && Granted(s.adapter[AdapterOf(h)]) &&
    InMode(s.adapter[AdapterOf(h)], mode, capability) &&
    Unused(s.adapter[AdapterOf(h)]) && ZeroAdapter(s.adapter[DXGMAP_MACHINE]) && ZeroOpened(s.opened) &&
    \forall integer k; 0 <= k < DXGMAP_ADAPTERS && k != AdapterOf(h) ==> CanStart(s.adapter[k]);
  predicate Ready(dxgmap_state s, integer h) = ReadyIn(s, h, DXGMAP_IDENTITY, DXGMAP_BY_MDL);

  // The mapping of slot i is the only one.
  predicate Sole(dxgmap_adapter a, integer i) =
    0 <= i < DXGMAP_SLOTS && a.slots.live == 1 && SlotLive(a.slots, i) &&
    \forall integer j; 0 <= j < DXGMAP_SLOTS && j != i ==>
      !SlotLive(a.slots, j) && a.descriptors.at[j].kind == DXGMAP_NO_KIND && a.views.span[j] == 0;

  predicate NoWindow(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.views.span[i] == 0;
  predicate Unpinned(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> !IsPin(a.descriptors.at[i].kind);

  // What lives in a lives in b, by the same handle and request.
  predicate Stays(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    SlotLive(b.slots, i) && b.slots.generation[i] == a.slots.generation[i]
      && b.descriptors.at[i] == a.descriptors.at[i];
  predicate LivesStay(dxgmap_adapter a, dxgmap_adapter b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(a.slots, i) ==> Stays(a, b, i);
*/

/* The request of every ground call that is not about requests. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures request: GroundRequest(\result);
    ensures sound: Sound(\result); */
dxgmap_start dxgmap_ground_request(void);

/* A request that asks for nothing. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures mode: \result.mode == DXGMAP_IDENTITY && \result.capability == DXGMAP_BY_MDL && \result.quarantine == 0
                  && \result.linked == 0;
    ensures chain: \result.chain == 1 && SavesAligned(\result, 1) && RequestSum(\result, 1) == 0;
    ensures rest: \result.resources == 0 && \result.installed_pages == 0 && \result.highest_visible == 0
                  && \result.commit_limit == 0xFFFFFFFFFFFFFFFF; */
dxgmap_start dxgmap_ground_plain(void);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures caller: \result.irql == irql && \result.process == DXGMAP_GROUND_PROCESS && \result.strict != 0; */
dxgmap_caller dxgmap_ground_caller(uint32_t irql);

/* Starts the first adapter of the machine. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    requires paging: PagingFits(mode, capability);
    terminates \true;
    exits \false;
    assigns *s;
    ensures ready: ReadyIn(*s, \result, mode, capability);
    ensures commit: s->commit == 0x200000004; */
uint64_t dxgmap_ground_start_in(dxgmap_state *s, uint32_t mode, uint32_t capability);

/* The same, in identity mode for a driver that uses MDLs. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures ready: Ready(*s, \result);
    ensures commit: s->commit == 0x200000004; */
uint64_t dxgmap_ground_start(dxgmap_state *s);

typedef struct {
  uint64_t first;
  uint64_t second;
} dxgmap_ground_pair;

/* Starts a second adapter beside the first. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures first: KnownAdapter(*s, \result.first) && Granted(s->adapter[AdapterOf(\result.first)])
                   && Unused(s->adapter[AdapterOf(\result.first)]) && Plain(s->adapter[AdapterOf(\result.first)]);
    ensures second: KnownAdapter(*s, \result.second) && Plain(s->adapter[AdapterOf(\result.second)])
                    && Awake(s->adapter[AdapterOf(\result.second)]);
    ensures apart: AdapterOf(\result.second) != AdapterOf(\result.first); */
dxgmap_ground_pair dxgmap_ground_two(dxgmap_state *s);

/* Takes every handle that is left of an adapter, by views of ports. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires known: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)]);
    requires unpinned: Unpinned(s->adapter[AdapterOf(h)]);
    requires windows: NoWindow(s->adapter[AdapterOf(h)]);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures known: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)]);
    ensures mode: ModeKept(\old(*s).adapter[AdapterOf(h)], s->adapter[AdapterOf(h)]);
    ensures unpinned: Unpinned(s->adapter[AdapterOf(h)]);
    ensures windows: NoWindow(s->adapter[AdapterOf(h)]);
    ensures lives: LivesStay(\old(*s).adapter[AdapterOf(h)], s->adapter[AdapterOf(h)]);
    ensures objects: LivesStay(\old(*s).adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]);
    ensures opened: OpenedKept(\old(*s).opened, s->opened, 0);
    ensures full: !SlotRoom(s->adapter[AdapterOf(h)].slots); */
void dxgmap_ground_fill_up(dxgmap_state *s, uint64_t h);

/* Starts the first adapter and takes every handle of it. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures known: KnownAdapter(*s, \result) && Granted(s->adapter[AdapterOf(\result)])
                   && Plain(s->adapter[AdapterOf(\result)]);
    ensures unpinned: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> s->adapter[AdapterOf(\result)].saves.pin[k] == 0;
    ensures windows: ViewRoom(s->adapter[AdapterOf(\result)].views, 0, DXGMAP_WINDOW);
    ensures full: !SlotRoom(s->adapter[AdapterOf(\result)].slots); */
uint64_t dxgmap_ground_fill(dxgmap_state *s);

/* Facts for the ground calls; none of these runs. */
/*@ ghost
  // A slot that is neither live nor retired is room.
  /@ requires ok: SlotsOk(t);
     requires idle: SlotIdle(t, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures room: SlotRoom(t); @/
  void dxgmap_ground_room(dxgmap_slots t, uint32_t i);
*/
/*@ ghost
  // The gates are cascades of cascades; what they say of a call is said here once, so that no goal opens them.
  /@ requires valid: \valid(s);
     requires unknown: !KnownAdapter(*s, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures own: \forall integer l, st; OwnGateStatus(*s, c, h, l, st) <==> st == DXGMAP_BAD_ADAPTER;
     ensures lead: \forall integer l, st; LeadGateStatus(*s, c, h, l, st) <==> st == DXGMAP_BAD_ADAPTER;
     ensures acquire: \forall integer l, st; AcquireGateStatus(*s, c, h, l, st) <==> st == DXGMAP_BAD_ADAPTER; @/
  void dxgmap_ground_nobody(const dxgmap_state *s, dxgmap_caller c, uint64_t h);
*/
/*@ ghost
  /@ requires valid: \valid(s);
     requires known: KnownAdapter(*s, h) && Awake(s->adapter[AdapterOf(h)]);
     requires allowed: !Excluded(c, s->adapter[AdapterOf(h)]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures own: \forall integer l, st; c.irql <= l ==> (OwnGateStatus(*s, c, h, l, st) <==> st == DXGMAP_OK);
     ensures lead: \forall integer l, st; c.irql <= l ==> (LeadGateStatus(*s, c, h, l, st) <==> st == DXGMAP_OK);
     ensures acquire: \forall integer l, st;
                      c.irql <= l ==> (AcquireGateStatus(*s, c, h, l, st) <==> st == DXGMAP_OK); @/
  void dxgmap_ground_passes(const dxgmap_state *s, dxgmap_caller c, uint64_t h);
*/
/*@ ghost
  // An unused adapter has a handle left, and n cells.
  /@ requires valid: \valid(s);
     requires inv: Inv(*s);
     requires known: KnownAdapter(*s, h);
     requires unused: Unused(s->adapter[AdapterOf(h)]);
     requires some: n < DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: SlotRoom(s->adapter[AdapterOf(h)].slots);
     ensures cells: RangeRoom(s->adapter[AdapterOf(h)].domain.ranges, n); @/
  void dxgmap_ground_space(dxgmap_state *s, uint64_t h, uint32_t n);
*/
/*@ ghost
  // Where no run is held, n cells are free.
  /@ requires limit: r.limit == DXGMAP_CELLS;
     requires empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> r.length[i] == 0;
     requires some: n < DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures cells: RangeRoom(r, n); @/
  void dxgmap_ground_cells(dxgmap_ranges r, uint32_t n);
*/
/*@ ghost
  // A run as long as all cells would have the first of them.
  /@ requires limit: r.limit <= DXGMAP_CELLS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: !RangeRoom(r, DXGMAP_CELLS); @/
  void dxgmap_ground_all_cells(dxgmap_ranges r);
*/
/*@ ghost
  // What is the same is unused still.
  /@ requires same: AdapterSame(now, was);
     requires granted: Granted(was);
     requires unused: Unused(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures granted: Granted(now);
     ensures unused: Unused(now);
     ensures mode: ModeKept(was, now) && now.switches.attached == was.switches.attached; @/
  void dxgmap_ground_same(dxgmap_adapter was, dxgmap_adapter now);
*/
/*@ ghost
  // What is the same is started, and linked, as it was.
  /@ requires same: AdapterSame(now, was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: now.started == was.started && now.generation == was.generation && now.linked == was.linked
                    && now.switches == was.switches; @/
  void dxgmap_ground_alike(dxgmap_adapter was, dxgmap_adapter now);
*/
/*@ ghost
  // What is the same lives on.
  /@ requires same: AdapterSame(now, was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: LivesStay(was, now); @/
  void dxgmap_ground_stays(dxgmap_adapter was, dxgmap_adapter now);
*/
/*@ ghost
  /@ requires lives: LivesStay(a, b) && LivesStay(b, c);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures lives: LivesStay(a, c); @/
  void dxgmap_ground_stays_on(dxgmap_adapter a, dxgmap_adapter b, dxgmap_adapter c);
*/
/*@ ghost
  // What lived before a mapping began lives on beside it.
  /@ requires taken: Taken(was, now, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures others: OthersKept(was, now, i) && !SlotLive(was.slots, i);
     ensures lives: LivesStay(was, now); @/
  void dxgmap_ground_beside(dxgmap_adapter was, dxgmap_adapter now, uint32_t i);
*/
/*@ ghost
  // What no mapping changes.
  /@ requires kept: ConfigurationKept(was, now);
     requires granted: Granted(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures granted: Granted(now);
     ensures mode: ModeKept(was, now) && now.switches.attached == was.switches.attached;
     ensures limit: now.domain.ranges.limit == was.domain.ranges.limit;
     ensures running: now.started == was.started && now.generation == was.generation; @/
  void dxgmap_ground_configured(dxgmap_adapter was, dxgmap_adapter now);
*/
/*@ ghost
  // The first mapping of an unused adapter is its only one.
  /@ requires valid: \valid(s);
     requires known: KnownAdapter(was, h);
     requires unused: Unused(was.adapter[AdapterOf(h)]) && Granted(was.adapter[AdapterOf(h)]);
     requires acquired: Acquires(was, *s, AdapterOf(h), handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sole: Sole(s->adapter[AdapterOf(h)], HandleIndex(handle));
     ensures known: KnownAdapter(*s, h) && Granted(s->adapter[AdapterOf(h)])
                    && ModeKept(was.adapter[AdapterOf(h)], s->adapter[AdapterOf(h)]); @/
  void dxgmap_ground_sole(dxgmap_state was, dxgmap_state *s, uint64_t h, uint64_t handle);
*/

#endif
