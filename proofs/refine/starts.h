/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_STARTS_H
#define DXGMAP_REFINE_STARTS_H

#include "asks.h"
#include "machine_start.h"
#include "stops.h"

/* What a start does to the relation. */

/*@
  // What starts is the C's; a number that is no mode, capability or space is none of the machine.
  predicate StartIsResources(mstart a, dxgmap_start d) = DResources(a) == d.resources &&
    \forall integer k; 0 <= k < DXGMAP_RESOURCES ==>
      DSpace(a, k) == (d.resource[k].space <= DXGMAP_IO_SPACE ? d.resource[k].space : 2) &&
      DFirst(a, k) == d.resource[k].start && DSize(a, k) == d.resource[k].length;
  predicate StartIsSaves(mstart a, dxgmap_start d) = DChain(a) == d.chain &&
    \forall integer k; 0 <= k < DXGMAP_CHAIN ==> DBytes(a, k) == d.save_bytes[k];
  predicate StartIs(mstart a, dxgmap_start d) =
    DNatural(a) && DMode(a) == (d.mode <= DXGMAP_REMAPPING ? d.mode : 2) &&
    DCapability(a) == (d.capability <= DXGMAP_BY_ADL ? d.capability : 2) && (DLinked(a) <==> d.linked != 0) &&
    DWaiting(a) == d.quarantine && DCommitLimit(a) == d.commit_limit && DInstalled(a) == d.installed_pages &&
    DVisible(a) == d.highest_visible && StartIsSaves(a, d) && StartIsResources(a, d);
  predicate SumsAlike(mstart a, dxgmap_start d) =
    \forall integer n; 0 <= n <= d.chain && n <= DXGMAP_CHAIN ==> DSum(a, n) == RequestSum(d, n);

  predicate KnownAnd(dxgmap_state a, dxgmap_state b, integer x) =
    \forall integer y; KnownAdapter(b, y) <==> KnownAdapter(a, y) || y == x;
  predicate GivenAnd(dxgmap_state a, dxgmap_state b, integer x) = \forall integer g; 0 <= g ==>
    (GivenMapping(b, g) <==> GivenMapping(a, g)) && (GivenAdapter(b, g) <==> GivenAdapter(a, g) || g == x);
  predicate LivesSame(dxgmap_state a, dxgmap_state b) = \forall integer g; Valid(b, g) <==> Valid(a, g);
*/

/* None of these runs. */
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures sums: \forall mstart a; StartIs(a, d) ==> SumsAlike(a, d); @/
  void dxgmap_refine_sums(dxgmap_start d);
*/
/*@ ghost
  // A place in the table has an identity that was never given.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures left: \forall mstate m, menv e; Capacities && RefinesGiven(s, m) && (EHandleLeft(e) <==> TableRoom(s))
       ==> (TableRoom(s) <==> MHandleLeft(m, e)); @/
  void dxgmap_refine_table(dxgmap_state s);
*/
/*@ ghost
  // A start is the machine's.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires sums: d.chain <= DXGMAP_CHAIN && d.resources <= DXGMAP_RESOURCES && PagingFits(d.mode, d.capability)
       && ResourcesOk(d, d.resources);
     requires starts: Starts(was, now, x, d);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures fresh: \forall mstate m; Capacities && RefinesGiven(was, m) ==> MFresh(m, x);
     ensures refines: \forall mstate m, mstart a; Capacities && Refines(was, m) && StartIs(a, d)
       ==> Refines(now, MEnter(m, x, MBegun(a))); @/
  void dxgmap_refine_started(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x, dxgmap_start d);
*/

#endif
