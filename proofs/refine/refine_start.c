/* SPDX-License-Identifier: MIT */
#include "machine_start_steps.h"
#include "starts.h"

/*@
  // A start of a machine that the core refines: a handle is left where the core has a place left in its table.
  predicate MeetsStart(dxgmap_state s, mstate m, menv e, mstart a, dxgmap_start d) =
    Capacities && Refines(s, m) && (EHandleLeft(e) <==> TableRoom(s)) && StartIs(a, d);
  predicate StartCausesAlike(dxgmap_state s, mstate m, menv e, mstart a, dxgmap_start d) =
    (TableRoom(s) <==> MHandleLeft(m, e)) && SumsAlike(a, d) && MCommit(m) == s.commit;
*/

/*@ ghost
  // Bad saves and resources are the same in both.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures saves: d.chain <= DXGMAP_CHAIN ==> \forall mstart a; StartIs(a, d)
       ==> (DUneven(a) <==> !SavesAligned(d, d.chain));
     ensures resources: d.resources <= DXGMAP_RESOURCES ==> \forall mstart a; StartIs(a, d)
       ==> (DBadResource(a) <==> !ResourcesOk(d, d.resources)); @/
  void dxgmap_refine_start_parts(dxgmap_start d)
  {
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires saves: d.chain <= DXGMAP_CHAIN ==> \forall mstart a; StartIs(a, d)
       ==> (DUneven(a) <==> !SavesAligned(d, d.chain));
     requires resources: d.resources <= DXGMAP_RESOURCES ==> \forall mstart a; StartIs(a, d)
       ==> (DBadResource(a) <==> !ResourcesOk(d, d.resources));
     requires natural: Natural(d.chain) && Natural(d.resources) && Natural(d.mode) && Natural(d.capability);
     requires status: StartStatus(s, d, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e, mstart a; Capacities && StartIs(a, d) && StartCausesAlike(s, m, e, a, d)
       ==> status == CStart(m, e, a);
     ensures done: status == DXGMAP_OK ==> d.chain <= DXGMAP_CHAIN && d.resources <= DXGMAP_RESOURCES
       && PagingFits(d.mode, d.capability) && ResourcesOk(d, d.resources); @/
  void dxgmap_refine_start_causes(dxgmap_state s, dxgmap_start d, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is a start.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e, mstart a; DNatural(a) && CStart(m, e, a) != 0
       ==> MStep(m, e, CallStart(a), MAnswer(CStart(m, e, a), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, mstart a, integer h; DNatural(a) && CStart(m, e, a) == 0 && MFresh(m, h)
       ==> MStep(m, e, CallStart(a), MAnswer(0, h, 0, 0, 0), MEnter(m, h, MBegun(a))); @/
  void dxgmap_refine_start_steps(void)
  {
    return;
  }
*/

/* As in refine_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e, mstart a; MeetsStart(\old(*s), m, e, a, d)
      ==> \result.status == CStart(m, e, a);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e, mstart a;
      MeetsStart(\old(*s), m, e, a, d)
      ==> MStep(m, e, CallStart(a), MAnswer(\result.status, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e, mstart a;
      MeetsStart(\old(*s), m, e, a, d)
      ==> MStep(m, e, CallStart(a), MAnswer(DXGMAP_OK, \result.handle, 0, 0, 0), MEnter(m, \result.handle, MBegun(a)));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e, mstart a;
      MeetsStart(\old(*s), m, e, a, d) ==> Refines(*s, MEnter(m, \result.handle, MBegun(a))); */
dxgmap_outcome dxgmap_refine_start(dxgmap_state *s, dxgmap_start d)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_table(was);
      dxgmap_refine_sums(d);
      dxgmap_refine_start_parts(d);
      dxgmap_refine_start_steps(); */
  /*@ assert alike: \forall mstate m, menv e, mstart a; MeetsStart(was, m, e, a, d)
        ==> StartCausesAlike(was, m, e, a, d); */
  dxgmap_outcome r = dxgmap_op_start(s, &d);
  /*@ assert natural: Natural(d.chain) && Natural(d.resources) && Natural(d.mode) && Natural(d.capability); */
  /*@ ghost
      dxgmap_refine_start_causes(was, d, r.status); */
  /*@ assert same: \forall mstate m, menv e, mstart a; MeetsStart(was, m, e, a, d) ==> r.status == CStart(m, e, a); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        uint32_t k = dxgmap_refine_find(*s, r.handle);
        dxgmap_refine_started(was, *s, k, r.handle, d);
        /@ assert made: \forall mstate m, menv e, mstart a; MeetsStart(was, m, e, a, d)
             ==> DNatural(a) && CStart(m, e, a) == 0 && MFresh(m, r.handle); @/
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
