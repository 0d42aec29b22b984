/* SPDX-License-Identifier: MIT */
#include "asks.h"
#include "operations/op_switch.h"

/* The lead of a chain: a question, which is no step of the machine. The answer is what the machine knows. */

/*@
  // An adapter that is no other's to lead; and the lead of x's chain: the adapter that x is linked to, or x itself.
  predicate MLeads(mstate m, integer x) = ARunning(MAdapter(m, x)) && !ALinked(MAdapter(m, x));
  predicate MLeadIs(mstate m, integer x, integer lead) =
    (ALinked(MAdapter(m, x)) ==> lead == ALead(MAdapter(m, x))) && (!ALinked(MAdapter(m, x)) ==> lead == x);
  // The first cause, or none.
  predicate MLeadStatus(mstate m, integer x, integer status) =
    !ARunning(MAdapter(m, x)) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    ALinked(MAdapter(m, x)) && !MLeads(m, ALead(MAdapter(m, x))) ? status == DXGMAP_NOT_LEAD : // LEAD-3
    status == DXGMAP_OK;
*/

/* The contract of the operation alone makes it the machine's answer. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \forall mstate m; Refines(*s, m) ==> MLeadStatus(m, adapter, \result.status);
    ensures lead: \result.status == DXGMAP_OK ==> \forall mstate m; Refines(*s, m)
      ==> MLeadIs(m, adapter, \result.handle) && MLeads(m, \result.handle);
    ensures none: \result.status != DXGMAP_OK ==> \result.handle == 0; */
dxgmap_outcome dxgmap_refine_lead(dxgmap_state *s, uint64_t adapter)
{
  return dxgmap_op_lead(s, adapter);
}
