/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_ASKS_H
#define DXGMAP_REFINE_ASKS_H

#include "facts.h"
#include "machine_causes.h"

/* What a call looks at, in the core and in the machine. */

/*@
  // By a name, so that it stays among what the provers read.
  predicate Natural(integer n) = 0 <= n;

  predicate Calls(menv e, dxgmap_caller c) =
    EIrql(e) == c.irql && EProcess(e) == c.process && (EStrict(e) <==> c.strict != 0);

  // Of each gate the machine says what the core says.
  predicate LeadGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x) =
    \forall integer status; LeadGateStatus(s, c, x, DXGMAP_APC_LEVEL, status) <==> status == CLeadGate(m, e, x);

  // The places say whose they are.
  predicate HomesTell(dxgmap_state s, integer x) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> (HomeAt(s, k) == x <==> k == AdapterOf(x));

  // The live mapping of handle h pins save area i of place k.
  predicate PinAt(dxgmap_state s, integer h, integer k, integer i) = 0 <= h && Valid(s, h) && HandleTag(h) == k &&
    IsPin(DescriptorOf(s, h).kind) && DescriptorOf(s, h).index == i;
  predicate PinsTell(dxgmap_state s, integer k) = \forall integer i; 0 <= i < DXGMAP_CHAIN ==>
    (s.adapter[k].saves.pin[i] != 0 <==> \exists integer h; PinAt(s, h, k, i));
  predicate PinAtAlike(dxgmap_state s, mstate m, integer x) = \forall integer h, i;
    PinAt(s, h, AdapterOf(x), i) <==> MPinAt(m, h, x, i);
  predicate PinnedAlike(dxgmap_state s, mstate m, integer x) = \forall integer i; 0 <= i < DXGMAP_CHAIN ==>
    (s.adapter[AdapterOf(x)].saves.pin[i] != 0 <==> MPinned(m, x, i));

  // A handle names a live mapping of this kind, on this adapter.
  predicate HandleAlike(dxgmap_state s, mstate m, integer x, integer kind, integer handle) =
    HandleOf(s, AdapterOf(x), kind, handle) <==> MHandleOf(m, handle, x, kind);

  // What starting decided of a known adapter, as far as a release looks at it.
  predicate StartAlike(dxgmap_state s, mstate m, integer x) = KnownAdapter(s, x) ==>
    AChain(MAdapter(m, x)) == s.adapter[AdapterOf(x)].saves.chain
      && s.adapter[AdapterOf(x)].saves.chain <= DXGMAP_CHAIN &&
    ACapability(MAdapter(m, x)) == s.adapter[AdapterOf(x)].capability;
*/

/* None of these runs. */
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures lead: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> LeadGateAlike(s, m, c, e, adapter);
     ensures known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_gates(dxgmap_state s, dxgmap_caller c, uint64_t adapter);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; Refines(s, m) ==> StartAlike(s, m, adapter);  @/
  void dxgmap_refine_starts(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  // The place of an adapter that is known; else DXGMAP_ADAPTERS.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures known: KnownAdapter(s, adapter) ==> \result == AdapterOf(adapter) && \result < DXGMAP_ADAPTERS;
     ensures unknown: !KnownAdapter(s, adapter) ==> \result == DXGMAP_ADAPTERS; @/
  uint32_t dxgmap_refine_find(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  /@ requires known: KnownAdapter(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tell: HomesTell(s, adapter); @/
  void dxgmap_refine_home(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_ADAPTERS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tell: PinsTell(s, k); @/
  void dxgmap_refine_pins(dxgmap_state s, uint32_t k);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pinned: \forall mstate m; Refines(s, m)
       ==> PinnedAlike(s, m, adapter); @/
  void dxgmap_refine_pinned(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  // Of a live mapping the machine knows whether it is such a pin.
  /@ requires tell: HomesTell(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m)
       ==> PinAtAlike(s, m, adapter); @/
  void dxgmap_refine_pin_at(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  /@ requires tell: HomesTell(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> HandleAlike(s, m, adapter, kind, handle); @/
  void dxgmap_refine_handle(dxgmap_state s, uint64_t adapter, uint32_t kind, uint64_t handle);
*/

#endif
