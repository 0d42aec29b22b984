/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_THEOREMS_H
#define DXGMAP_LOGIC_THEOREMS_H

/* The theorems (spec/theorems.md), each by its name. */

/*@
  // Atomicity: a call that did not succeed changed nothing.
  predicate TAtom(dxgmap_state a, dxgmap_state b, integer status) = status != DXGMAP_OK ==> StateSame(a, b);

  // Completeness: the status is the one of the first cause of failure that holds, DXGMAP_OK when none does.
  predicate TComp{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    CallStatus(s, c, pool, n, status);

  // Isolation: all adapters are as they were but the one that the call names, or starts. A call that names an object
  // alone leaves every adapter as it was.
  predicate TIso(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer object, integer handle) =
    AdaptersKept(a, b, op == DXGMAP_OP_START ? AdapterOf(handle) : PlaceOf(op, adapter, object));

  // Exclusion: two live pins of one physical adapter are the same pin; a logical page of a domain belongs to one live
  // mapping; an object is opened by one adapter object; a page is counted in a domain exactly as often as its live
  // mappings have captured it, and has as many locks as all domains count (dxgmap_lock_count).
  predicate TExcl(dxgmap_state s) =
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && PinsSame(s, g, h)
      ==> g == h) &&
    (\forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && CoversLogical(s, g, l) &&
       CoversLogical(s, h, l) ==> g == h) &&
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h) &&
    (\forall integer k; 0 <= k < DXGMAP_PLACES ==>
      Counted(s.adapter[k].domain.cells, s.adapter[k].domain.counts));

  // Coherence: the translation cache of every adapter answers each logical page as the reference does, with the same
  // page or with none.
  predicate TCoh(dxgmap_state s) = \forall integer k, l; 0 <= k < DXGMAP_ADAPTERS && 0 <= l < LogicalPages(s.adapter[k])
    ==> CoherentAt(s.adapter[k], l);

  // No use after unmap: what a call released was live just before, and what it was given a translation to is the page
  // that a mapping which was live just before captured when it was made. Where the answer names the mapping, as it does
  // in remapping mode (AnswersFor, dxgmap_step), the page is the one captured at the offset of the logical page in it.
  predicate TUau{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    (\forall integer j, h; 0 <= j < n && ReleasedAt(c, r, j, h) ==> Live(c, r, j, h)) &&
    (\forall integer j; 0 <= j < n && TranslatedAt(c, r, j) ==> OnBehalf(c, r, pool, j) && Named(c, r, pool, j));

  // No leak: the lives of the state are those that the trace acquired and did not end, and its cursors list them;
  // without lives nothing is held; the commit is what the started adapters charge.
  predicate TLeak{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer n) =
    KnowsLive(s, c, r, n) && AllListed(s) && ((\forall integer h; !Live(c, r, n, h)) ==> NothingHeld(s)) &&
      Committed(s);

  // Once: no identity is given twice, and none is released twice; between two releases by the same key lies the
  // acquisition of what the second one released.
  predicate TOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    IdentitiesOnce(c, r, n) && KeysOnce(c, r, n);

  // Traces: all of these after any calls, and the invariant, from which the next call starts.
  predicate TTrace{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    Inv(s) && TUau(c, r, pool, n) && TLeak(s, c, r, n) && TOnce(c, r, n) && TExcl(s) && TCoh(s);
*/

#endif
