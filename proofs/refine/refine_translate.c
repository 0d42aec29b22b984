/* SPDX-License-Identifier: MIT */
#include "asks_objects.h"
#include "machine_steps.h"
#include "operations/op_translate.h"

#include "logic/op_reference.h"

/*@
  // The live mapping of handle h, of place k, makes logical page l page p.
  predicate AnswerOf(dxgmap_state s, integer h, integer k, integer l, integer p) =
    0 <= h && Valid(s, h) && HandleTag(h) == k && AnswersAlone(s.adapter[k], HandleIndex(h), l, p);
  predicate AnswersTell(dxgmap_state s, integer k) =
    (\forall integer l, p; Xlate(s.adapter[k], l, p) ==> \exists integer h; AnswerOf(s, h, k, l, p)) &&
    \forall integer h, l, p; AnswerOf(s, h, k, l, p) ==> Xlate(s.adapter[k], l, p);
  predicate AnswersAlike(dxgmap_state s, mstate m, integer x) = \forall integer h, l, p;
    AnswerOf(s, h, AdapterOf(x), l, p) <==> MAnswers(m, x, l, p, h);
  predicate TranslatesAlike(dxgmap_state s, mstate m, integer x) = \forall integer l;
    Translates(s.adapter[AdapterOf(x)], l) <==> MTranslates(m, x, l);
  // What a live mapping captured, by handle.
  predicate CapturesAlike(dxgmap_state s, mstate m) = \forall integer h, p; 0 <= h && Valid(s, h) ==>
    ((\exists integer o; CapturedAt(s.adapter[HandleTag(h)], HandleIndex(h), o, p)) <==> MCaptures(m, h, p));
  // And at which logical pages, in remapping mode.
  predicate MapsAlike(dxgmap_state s, mstate m) = \forall integer h, l, p; 0 <= h && Valid(s, h) ==>
    (Answers(s.adapter[HandleTag(h)], HandleIndex(h), l, p) <==>
      0 <= l - WBase(MWhat(m, h)) < WCount(MWhat(m, h)) && p == WPage(MWhat(m, h), l - WBase(MWhat(m, h))));
  predicate PlacedOn(dxgmap_state s, mstate m, integer x) = \forall integer h; 0 <= h && Valid(s, h) ==>
    (WOn(MWhat(m, h)) == x <==> HandleTag(h) == AdapterOf(x));
  // What a translation looks at of a known adapter.
  predicate ListensAlike(dxgmap_state s, mstate m, integer x) = (ARunning(MAdapter(m, x)) <==> KnownAdapter(s, x)) &&
    (KnownAdapter(s, x) ==> AgreesSwitches(s.adapter[AdapterOf(x)].switches, MAdapter(m, x)) &&
      AMode(MAdapter(m, x)) == s.adapter[AdapterOf(x)].mode && s.adapter[AdapterOf(x)].mode <= DXGMAP_REMAPPING);
*/

/*@ ghost
  /@ requires slots: SlotsTell(s) && HandlesTell(s);
     requires place: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tell: AnswersTell(s, k); @/
  void dxgmap_refine_answers_tell(dxgmap_state s, uint32_t k)
  {
    dxgmap_refine_handles();
    /@ assert slot: \forall integer l, p; Xlate(s.adapter[k], l, p)
         ==> \exists integer i; AnswersAlone(s.adapter[k], i, l, p); @/
    /@ assert named: \forall integer i, l, p; AnswersAlone(s.adapter[k], i, l, p)
         ==> AnswerOf(s, HandleAt(s, k, i), k, l, p); @/
    /@ assert back: \forall integer h, l, p; AnswerOf(s, h, k, l, p) ==> Xlate(s.adapter[k], l, p); @/
    return;
  }
*/
/*@ ghost
  /@ requires handles: HandlesTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> CapturesAlike(s, m); @/
  void dxgmap_refine_captures(dxgmap_state s)
  {
    /@ assert slot: \forall integer h, o, p; 0 <= h && Valid(s, h)
         ==> (CapturedAt(s.adapter[HandleTag(h)], HandleIndex(h), o, p)
           <==> 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == p); @/
    /@ assert pages: \forall mstate m, integer h; Refines(s, m) && 0 <= h && Valid(s, h)
         ==> WCount(MWhat(m, h)) == PagesOf(s, h); @/
    /@ assert page: \forall mstate m, integer h, o; Refines(s, m) && 0 <= h && Valid(s, h) && 0 <= o < PagesOf(s, h)
         ==> WPage(MWhat(m, h), o) == PageOf(s, h, o); @/
    /@ assert there: \forall mstate m, integer h, o, p; Refines(s, m) && 0 <= h && Valid(s, h)
         && CapturedAt(s.adapter[HandleTag(h)], HandleIndex(h), o, p) ==> MCaptures(m, h, p); @/
    /@ assert each: \forall mstate m, integer h, o; Refines(s, m) && 0 <= h && Valid(s, h)
         && 0 <= o < WCount(MWhat(m, h))
         ==> CapturedAt(s.adapter[HandleTag(h)], HandleIndex(h), o, WPage(MWhat(m, h), o)); @/
    /@ assert back: \forall mstate m, integer h, p; Refines(s, m) && 0 <= h && Valid(s, h) && MCaptures(m, h, p)
         ==> \exists integer o; CapturedAt(s.adapter[HandleTag(h)], HandleIndex(h), o, p); @/
    return;
  }
*/
/*@ ghost
  /@ requires handles: HandlesTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> MapsAlike(s, m); @/
  void dxgmap_refine_maps(dxgmap_state s)
  {
    /@ assert slot: \forall integer h, l, p; 0 <= h && Valid(s, h)
         ==> (Answers(s.adapter[HandleTag(h)], HandleIndex(h), l, p)
           <==> 0 <= l - BaseOf(s, h) < PagesOf(s, h) && PageOf(s, h, l - BaseOf(s, h)) == p); @/
    /@ assert base: \forall mstate m, integer h; Refines(s, m) && 0 <= h && Valid(s, h)
         ==> WCount(MWhat(m, h)) == PagesOf(s, h) && (PagesOf(s, h) > 0 ==> WBase(MWhat(m, h)) == BaseOf(s, h)); @/
    /@ assert page: \forall mstate m, integer h, o; Refines(s, m) && 0 <= h && Valid(s, h) && 0 <= o < PagesOf(s, h)
         ==> WPage(MWhat(m, h), o) == PageOf(s, h, o); @/
    /@ assert range: \forall mstate m, integer h, l; Refines(s, m) && 0 <= h && Valid(s, h)
         ==> (0 <= l - BaseOf(s, h) < PagesOf(s, h) <==> 0 <= l - WBase(MWhat(m, h)) < WCount(MWhat(m, h))); @/
    /@ assert same: \forall mstate m, integer h, l; Refines(s, m) && 0 <= h && Valid(s, h)
         && 0 <= l - BaseOf(s, h) < PagesOf(s, h)
         ==> WPage(MWhat(m, h), l - WBase(MWhat(m, h))) == PageOf(s, h, l - BaseOf(s, h)); @/
    /@ assert there: \forall mstate m, integer h, l, p; Refines(s, m) && 0 <= h && Valid(s, h)
         && Answers(s.adapter[HandleTag(h)], HandleIndex(h), l, p)
         ==> 0 <= l - WBase(MWhat(m, h)) < WCount(MWhat(m, h)) && p == WPage(MWhat(m, h), l - WBase(MWhat(m, h))); @/
    /@ assert back: \forall mstate m, integer h, l; Refines(s, m) && 0 <= h && Valid(s, h)
         && 0 <= l - WBase(MWhat(m, h)) < WCount(MWhat(m, h))
         ==> Answers(s.adapter[HandleTag(h)], HandleIndex(h), l, WPage(MWhat(m, h), l - WBase(MWhat(m, h)))); @/
    return;
  }
*/
/*@ ghost
  /@ requires tell: HomesTell(s, adapter);
     requires handles: HandlesTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures on: \forall mstate m; Refines(s, m) ==> PlacedOn(s, m, adapter); @/
  void dxgmap_refine_placed_on(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires known: KnownAdapter(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; RefinesLive(s, m) && PlacedOn(s, m, adapter) && CapturesAlike(s, m)
       && MapsAlike(s, m) && ListensAlike(s, m, adapter) ==> AnswersAlike(s, m, adapter); @/
  void dxgmap_refine_answers_alike(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires tell: AnswersTell(s, AdapterOf(adapter));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; AnswersAlike(s, m, adapter) ==> TranslatesAlike(s, m, adapter); @/
  void dxgmap_refine_translates_alike(dxgmap_state s, uint64_t adapter)
  {
    /@ assert there: \forall mstate m, integer l, p; AnswersAlike(s, m, adapter)
         && Xlate(s.adapter[AdapterOf(adapter)], l, p) ==> MTranslates(m, adapter, l); @/
    /@ assert back: \forall mstate m, integer l, p, h; AnswersAlike(s, m, adapter) && MAnswers(m, adapter, l, p, h)
         ==> Translates(s.adapter[AdapterOf(adapter)], l); @/
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, adapter);
     requires listens: \forall mstate m; Refines(s, m) ==> ListensAlike(s, m, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures answers: \forall mstate m; Refines(s, m) ==> AnswersAlike(s, m, adapter);
     ensures translates: \forall mstate m; Refines(s, m) ==> TranslatesAlike(s, m, adapter); @/
  void dxgmap_refine_answers(dxgmap_state s, uint64_t adapter)
  {
    uint32_t k = dxgmap_step_place(adapter);
    dxgmap_refine_slots(s);
    dxgmap_refine_home(s, adapter);
    dxgmap_refine_answers_tell(s, k);
    dxgmap_refine_captures(s);
    dxgmap_refine_maps(s);
    dxgmap_refine_placed_on(s, adapter);
    dxgmap_refine_answers_alike(s, adapter);
    dxgmap_refine_translates_alike(s, adapter);
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures listens: \forall mstate m; Refines(s, m) ==> ListensAlike(s, m, adapter); @/
  void dxgmap_refine_listens(dxgmap_state s, uint64_t adapter)
  {
    /@ assert mode: KnownAdapter(s, adapter) ==> AdapterOk(s.adapter[AdapterOf(adapter)]); @/
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(page);
     requires status: TranslateStatus(s, adapter, page, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m; Capacities && ListensAlike(s, m, adapter) &&
       (KnownAdapter(s, adapter) ==> TranslatesAlike(s, m, adapter)) ==> status == CTranslate(m, adapter, page); @/
  void dxgmap_refine_translate_causes(dxgmap_state s, uint64_t adapter, uint64_t page, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // What the device was given is what a mapping of the machine answers.
  /@ requires natural: Natural(page) && Natural(given) && Natural(handle);
     requires listens: \forall mstate m; Refines(s, m) ==> ListensAlike(s, m, adapter);
     requires known: KnownAdapter(s, adapter);
     requires tell: AnswersTell(s, AdapterOf(adapter));
     requires handles: HandlesTell(s);
     requires alike: \forall mstate m; Refines(s, m) ==> AnswersAlike(s, m, adapter);
     requires reference: Xlate(s.adapter[AdapterOf(adapter)], page, given);
     requires behalf: AnswersFor(s, AdapterOf(adapter), page, given, handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures answered: \forall mstate m; Refines(s, m) ==> MAnswered(m, adapter, page, given, handle); @/
  void dxgmap_refine_answered(dxgmap_state s, uint64_t adapter, uint64_t page, uint64_t given, uint64_t handle)
  {
    /@ assert named: s.adapter[AdapterOf(adapter)].mode != DXGMAP_IDENTITY
         ==> AnswerOf(s, handle, AdapterOf(adapter), page, given); @/
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step, which leaves the machine as it is.
  /@ requires natural: Natural(page);
     requires listens: \forall mstate m; Refines(s, m) ==> ListensAlike(s, m, adapter);
     requires same: \forall mstate m; Capacities && Refines(s, m) ==> status == CTranslate(m, adapter, page);
     requires refused: status != DXGMAP_OK ==> handle == 0 && given == (status == DXGMAP_BYPASS ? page : 0);
     requires answered: status == DXGMAP_OK
       ==> KnownAdapter(s, adapter) && \forall mstate m; Refines(s, m) ==> MAnswered(m, adapter, page, given, handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: \forall mstate m, menv e; Capacities && Refines(s, m)
       ==> MStep(m, e, CallTranslate(adapter, page), MAnswer(status, handle, 0, 0, given), m); @/
  void dxgmap_refine_translate_step(dxgmap_state s, uint64_t adapter, uint64_t page, uint32_t status, uint64_t given,
    uint64_t handle)
  {
    /@ assert mode: \forall mstate m; Refines(s, m) ==> MModeKnown(m, adapter); @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Capacities && Refines(s, m)
         ==> MStep(m, e, CallTranslate(adapter, page), MAnswer(0, handle, 0, 0, given), m); @/
    return;
  }
*/

/* The contract of the operation alone makes it a step of the machine: the answer is the machine's, and the state that
   it reads refines it before and after. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \forall mstate m; Capacities && Refines(*s, m)
      ==> \result.status == CTranslate(m, adapter, page);
    ensures step: \forall mstate m, menv e; Capacities && Refines(*s, m) ==> MStep(m, e, CallTranslate(adapter, page),
      MAnswer(\result.status, \result.handle, 0, 0, \result.page), m);
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s, m); */
dxgmap_answer dxgmap_refine_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page)
{
  /*@ ghost
      uint32_t k = dxgmap_refine_find(*s, adapter);
      dxgmap_refine_listens(*s, adapter);
      dxgmap_refine_slots(*s);
      if (k < DXGMAP_ADAPTERS) {
        dxgmap_refine_answers(*s, adapter);
        dxgmap_refine_answers_tell(*s, k);
      } */
  dxgmap_answer r = dxgmap_op_translate(s, adapter, page);
  /*@ assert natural: Natural(page) && Natural(r.page) && Natural(r.handle); */
  /*@ ghost
      dxgmap_refine_translate_causes(*s, adapter, page, r.status);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_answered(*s, adapter, page, r.page, r.handle);
      }
      dxgmap_refine_translate_step(*s, adapter, page, r.status, r.page, r.handle); */
  return r;
}
