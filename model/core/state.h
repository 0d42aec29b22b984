#ifndef DXGMAP_STATE_H
#define DXGMAP_STATE_H

#include <stdint.h>

#include "adapter.h"
#include "handle.h"
#include "profile.h"
#include "status.h"
#include "types.h"

/* The whole machine: every adapter, and what they share. All-zero memory is the machine with no adapter started. */
typedef struct {
  uint64_t commit;     /* pages that the save areas of the started adapters charge */
  dxgmap_counts locks; /* of each physical page: how many captured cells of all adapters lock it */
  dxgmap_adapter adapter[DXGMAP_ADAPTERS];
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

/* The causes that every driver callback shares. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: GateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* Whether the handle names a live mapping of this kind on adapter k. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HandleOf(*s, k, kind, handle); */
int dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle);

/* Makes a mapping of n captured pages on adapter k. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS && s->adapter[k].started != 0;
    requires kind: InDomain(d.kind);
    requires pin: IsPin(d.kind) ==> d.index < s->adapter[k].saves.chain && s->adapter[k].saves.pin[d.index] == 0
                                    && n <= s->adapter[k].saves.maximum.pages[d.index];
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PagesStatus(\old(*s).adapter[k], n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, n); */
dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n);

/* Makes a view of `span` window pages from page `place` on adapter k; span 0: a view of ports. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS && s->adapter[k].started != 0;
    requires descriptor: ViewDescribed(s->adapter[k], d);
    requires place: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(s->adapter[k].views, place, span);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ViewStatus(\old(*s).adapter[k], \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, place, span); */
dxgmap_outcome dxgmap_state_take_view(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span);

/* Ends the mapping of slot i on adapter k; the handle is the one that was valid until now. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS;
    requires live: SlotLive(s->adapter[k].slots, i);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: \result.status == DXGMAP_OK;
    ensures released: Releases(\old(*s), *s, k, \result.handle) && HandleIndex(\result.handle) == i;
    ensures unpinned: IsPin(\old(*s).adapter[k].descriptors.at[i].kind)
                      ==> s->adapter[k].saves.pin[\old(*s).adapter[k].descriptors.at[i].index] == 0; */
dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i);

/* The request of a mapping that is not a view. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures kind: \result.kind == kind && \result.index == index && \result.space == DXGMAP_MEMORY_SPACE && \result.user == 0
                  && \result.process == 0; */
dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index);

/* Facts for the proofs of the operations; none of these runs. */
/*@ ghost
  // The locks of a page are this adapter's and, beside them, at most every cell of the others.
  /@ requires valid: \valid(s);
     requires inv: Inv(*s);
     requires adapter: k < DXGMAP_ADAPTERS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures cover: LocksCover(s->adapter[k].domain, s->locks); @/
  void dxgmap_state_cover(dxgmap_state *s, uint32_t k);
*/
/*@ ghost
  // Each adapter is the same as itself.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall integer j; 0 <= j < DXGMAP_ADAPTERS ==> AdapterSame(s.adapter[j], s.adapter[j]); @/
  void dxgmap_state_itself(dxgmap_state s);
*/
/*@ ghost
  // What one adapter's counts and charge gain, the machine's locks and commit gain.
  /@ requires adapter: k < DXGMAP_ADAPTERS;
     requires kept: AdaptersKept(was, now, k);
     requires moved: LocksMoved(was.adapter[k].domain, was.locks, now.adapter[k].domain, now.locks);
     requires commit: now.commit - was.commit == now.adapter[k].charge - was.adapter[k].charge;
     requires locked: Locked(was);
     requires charged: Charged(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures locked: Locked(now);
     ensures charged: Charged(now); @/
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

#endif
