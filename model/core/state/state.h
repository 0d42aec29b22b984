/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_STATE_H
#define DXGMAP_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "state/adapter.h"
#include "structures/handle.h"
#include "base/profile.h"
#include "base/status.h"
#include "base/types.h"

/* Of each physical memory object: the adapter object that it is opened by. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART]; /* its adapter's place in the table + 1, or 0 */
  uint32_t slot[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_opened;

/* The whole machine: every adapter, and what they share. All-zero memory is the machine with no adapter started. */
typedef struct {
  uint64_t commit; /* pages that the save areas of the started adapters charge */
  dxgmap_opened opened;
  dxgmap_adapter adapter[DXGMAP_PLACES]; /* the last, DXGMAP_MACHINE, holds the objects and their views */
} dxgmap_state;

#include "logic/state.h"

/* The place in the table of the adapter that a raw handle names; DXGMAP_ADAPTERS when it names none that is started. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: KnownAdapter(*s, adapter) ==> \result == AdapterOf(adapter) && \result < DXGMAP_ADAPTERS;
    ensures unknown: !KnownAdapter(*s, adapter) ==> \result == DXGMAP_ADAPTERS; */
uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter);

/* The causes that every driver callback on an adapter shares. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: OwnGateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate_own(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* The same, of those that touch the domain. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: GateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* The same, of the callbacks that are for the lead of a chain. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LeadGateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate_lead(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* The same, of those of them that acquire something. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AcquireGateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate_acquire(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* Whether the handle names a live mapping of this kind in place k. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HandleOf(*s, k, kind, handle); */
bool dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle);

/* Makes a mapping of n captured pages on adapter k; `target` is the slot + 1 of what it belongs to there, or 0. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS && s->adapter[k].started != 0;
    requires kind: InDomain(d.kind);
    requires link: LinkFits(s->adapter[k].descriptors, d.kind, target);
    requires pin: IsPin(d.kind) ==> d.index < s->adapter[k].saves.chain && s->adapter[k].saves.pin[d.index] == 0
                                    && n <= s->adapter[k].saves.maximum.pages[d.index];
    requires capability: CapabilityFits(s->adapter[k].capability, d.kind);
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PagesStatus(\old(*s).adapter[k], n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, n);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == target; */
dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n, uint32_t target);

/* Makes a mapping that captures no page in place k: `span` window pages from page `place` (span 0: ports, or an
   object); `target` as above. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES && (k < DXGMAP_ADAPTERS ==> s->adapter[k].started != 0);
    requires kind: 1 <= d.kind <= DXGMAP_OBJECT_VIEW && !InDomain(d.kind) && KindPlaced(k, d.kind);
    requires capability: CapabilityFits(s->adapter[k].capability, d.kind);
    requires link: LinkFits(s->adapter[k].descriptors, d.kind, target);
    requires opens: d.kind == DXGMAP_ADAPTER_OBJECT ==> k < DXGMAP_ADAPTERS && 1 <= d.object <= DXGMAP_SLOTS
                    && s->adapter[DXGMAP_MACHINE].descriptors.at[d.object - 1].kind == DXGMAP_OBJECT
                    && s->opened.place[d.object - 1] == 0;
    requires descriptor: DXGMAP_POINTER <= d.kind <= DXGMAP_VIDEO ==> ViewDescribed(s->adapter[k], d);
    requires window: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(s->adapter[k].views, place, span);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: SlotStatus(\old(*s).adapter[k], \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, place, span);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == target; */
dxgmap_outcome dxgmap_state_take(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                 uint32_t target);

/* Ends the mapping of slot i in place k, to which nothing belongs any more; the handle is the one that was valid until
   now. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    requires live: SlotLive(s->adapter[k].slots, i);
    requires free: LinkFree(s->adapter[k].links, i);
    requires closed: k == DXGMAP_MACHINE ==> s->opened.place[i] == 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: \result.status == DXGMAP_OK;
    ensures released: Releases(\old(*s), *s, k, \result.handle) && HandleIndex(\result.handle) == i;
    ensures closed: k < DXGMAP_ADAPTERS && \old(*s).adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
                    ==> s->opened.place[\old(*s).adapter[k].descriptors.at[i].object - 1] == 0;
    ensures unpinned: IsPin(\old(*s).adapter[k].descriptors.at[i].kind)
                      ==> s->adapter[k].saves.pin[\old(*s).adapter[k].descriptors.at[i].index] == 0; */
dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i);

/* A request of this kind, with nothing else said yet. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures kind: \result.kind == kind && \result.index == index && \result.space == DXGMAP_MEMORY_SPACE
        && \result.user == 0
                  && \result.object == 0 && \result.process == 0; */
dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index);

/* Facts for the proofs of the operations; none of these runs. */
/*@ ghost
  // Each adapter is the same as itself.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall integer j; 0 <= j < DXGMAP_PLACES ==> AdapterSame(s.adapter[j], s.adapter[j]); @/
  void dxgmap_state_itself(dxgmap_state s);
*/
/*@ ghost
  // What one adapter's charge gains, the machine's commit gains.
  /@ requires adapter: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires commit: now.commit - was.commit == now.adapter[k].charge - was.adapter[k].charge;
     requires charged: Charged(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures charged: Charged(now); @/
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

/*@ ghost
  // One place changed, and holds nothing when it is stopped.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires empty: k < DXGMAP_ADAPTERS && now.adapter[k].started == 0 ==> AdapterStopped(now.adapter[k]);
     requires machine: k == DXGMAP_MACHINE ==> now.adapter[k].saves.chain == was.adapter[k].saves.chain
                       && now.adapter[k].started == was.adapter[k].started;
     requires stopped: StoppedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now); @/
  void dxgmap_state_stopped(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // One place changed, and what it opened or opens; what is said of stopped adapters and of opened objects holds again.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires others: OthersKept(was.adapter[k], now.adapter[k], i);
     requires same: now.adapter[k].started == was.adapter[k].started
         && now.adapter[k].switches == was.adapter[k].switches
                    && now.adapter[k].saves.chain == was.adapter[k].saves.chain
                    && now.adapter[k].resources.count == was.adapter[k].resources.count;
     requires slot: i < DXGMAP_SLOTS;
     requires running: k < DXGMAP_ADAPTERS ==> now.adapter[k].started != 0;
     requires object: k == DXGMAP_MACHINE ==> was.opened.place[i] == 0;
     requires placed: KindsPlaced(was) && KindPlaced(k, now.adapter[k].descriptors.at[i].kind);
     requires before: k < DXGMAP_ADAPTERS && was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
       ==> now.opened.place[was.adapter[k].descriptors.at[i].object - 1] == 0
           && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
           && OpenedKept(was.opened, now.opened, was.adapter[k].descriptors.at[i].object);
     requires after: k < DXGMAP_ADAPTERS && now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
       ==> 1 <= now.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS
           && now.adapter[DXGMAP_MACHINE].descriptors.at[now.adapter[k].descriptors.at[i].object - 1].kind
             == DXGMAP_OBJECT
           && was.opened.place[now.adapter[k].descriptors.at[i].object - 1] == 0
           && OpenedBy(now.opened, now.adapter[k].descriptors.at[i].object - 1, k, i)
           && OpenedKept(was.opened, now.opened, now.adapter[k].descriptors.at[i].object);
     requires neither: (k == DXGMAP_MACHINE || (was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
                        && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT))
       ==> OpenedKept(was.opened, now.opened, 0);
     requires stopped: StoppedOk(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now);
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_moved(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i);
*/
/*@ ghost
  // No mapping moved.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires mappings: MappingsKept(was.adapter[k], now.adapter[k]);
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires placed: KindsPlaced(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_still(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

#endif
