/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_TRACE_H
#define DXGMAP_LOGIC_TRACE_H

/* A trace: the calls c[0], c[1], ... and their answers r[0], r[1], ... Its live set is a matter of the trace alone; no
   state occurs in it. */

/*@
  predicate AcquiredAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    Acquired(c[j].op, r[j].status, r[j].handle, h);
  predicate ReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    ReleasedBy(c[j].op, r[j].status, r[j].handle, h);
  predicate EndedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    Ended(c[j].op, c[j].adapter, r[j].status, r[j].handle, h);
  predicate TranslatedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    c[j].op == DXGMAP_OP_TRANSLATE && r[j].status == DXGMAP_OK;

  // Before call i the life h, which call q began, goes on.
  predicate LiveSince{L}(dxgmap_call *c, dxgmap_result *r, integer q, integer i, integer h) =
    0 <= q < i && AcquiredAt(c, r, q, h) && \forall integer m; q < m < i ==> !EndedAt(c, r, m, h);
  // Acquired before call i, and neither released nor stopped since.
  predicate Live{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer h) =
    \exists integer q; LiveSince(c, r, q, i, h);

  // The place where call j acts.
  logic integer PlaceAt{L}(dxgmap_call *c, integer j) = PlaceOf(c[j].op, c[j].adapter, c[j].object);
  // Call q captured page p, for the adapter place k.
  predicate CapturedBy{L}(dxgmap_call *c, uint64_t *pool, integer q, integer k, integer p) =
    Capturing(c[q].op) && PlaceAt(c, q) == k &&
    \exists integer x; c[q].first <= x < c[q].first + c[q].count && pool[x] == p;
  // What call j was given a translation to is a page that a live mapping of the same adapter captured when it was made.
  predicate OnBehalf{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    \exists integer q, h; LiveSince(c, r, q, j, h) &&
      CapturedBy(c, pool, q, AdapterOf(c[j].adapter), r[j].page);
  // When call j was told for which mapping it was answered: that one is live and of the same adapter, it began with
  // call q, and the page is the one that q captured at the offset of the logical page.
  predicate NamedPlace{L}(dxgmap_call *c, dxgmap_result *r, integer q, integer j) =
    Capturing(c[q].op) && PlaceAt(c, q) == AdapterOf(c[j].adapter) && 0 <= c[j].page - r[q].base < c[q].count;
  predicate NamedPage{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer j) =
    r[j].page == pool[c[q].first + (c[j].page - r[q].base)];
  predicate NamedBy{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer j) =
    LiveSince(c, r, q, j, r[j].handle) && NamedPlace(c, r, q, j) && NamedPage(c, r, pool, q, j);
  predicate Named{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    r[j].handle != 0 ==> \exists integer q; NamedBy(c, r, pool, q, j);

  // Call j released by a key, and h has it; calls j and m give the same key; the life h began between call j and call
  // i.
  predicate KeyReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    Keyed(c[j].op, c[j].space) && r[j].status == DXGMAP_OK;
  predicate KeyFitsAt{L}(dxgmap_state s, dxgmap_call *c, integer j, integer h) =
    KeyFits(s, c[j].op, c[j].adapter, c[j].object, c[j].index, c[j].kind, c[j].space, c[j].handle, c[j].address, h);
  predicate SameKey{L}(dxgmap_call *c, integer j, integer m) =
    c[j].op == c[m].op && PlaceAt(c, j) == PlaceAt(c, m) &&
    (c[j].op == DXGMAP_OP_UNPIN ==> c[j].index == c[m].index) &&
    (c[j].op == DXGMAP_OP_UNMAP_PAGES || c[j].op == DXGMAP_OP_FREE_ADL ==> c[j].handle == c[m].handle) &&
    (c[j].op == DXGMAP_OP_CLOSE || c[j].op == DXGMAP_OP_DESTROY || c[j].op == DXGMAP_OP_END_VIEW
       ==> c[j].object == c[m].object) &&
    (c[j].op == DXGMAP_OP_UNMAP_OBJECT ==> c[j].address == c[m].address) &&
    (c[j].op == DXGMAP_OP_UNMAP_POINTER ==> c[j].index == c[m].index && c[j].address == c[m].address) &&
    (c[j].op == DXGMAP_OP_UNMAP_VIEW ==>
       c[j].kind == c[m].kind && c[j].space == c[m].space && c[j].address == c[m].address);
  predicate BegunAfter{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer i, integer h) =
    \exists integer q; j < q < i && AcquiredAt(c, r, q, h);

  predicate IdentitiesOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    (\forall integer j, m, h; 0 <= j < m < n && AcquiredAt(c, r, j, h) ==> !AcquiredAt(c, r, m, h)) &&
    (\forall integer j, m, h; 0 <= j < m < n && ReleasedAt(c, r, j, h) ==> !ReleasedAt(c, r, m, h));
  predicate KeysOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    \forall integer j, m; 0 <= j < m < n && KeyReleasedAt(c, r, j) && KeyReleasedAt(c, r, m) && SameKey(c, j, m)
      ==> BegunAfter(c, r, j, m, r[m].handle);

  // The state holds for h what call q gave.
  predicate HeldAsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer h) =
    GivenBy(s, c[q].op, PlaceAt(c, q), pool, c[q].first, c[q].count, r[q].base, h);

  // What the state knows of the calls before call i: which lives go on, that the others are over, what the lives hold.
  predicate KnowsLive{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer h; Valid(s, h) <==> Live(c, r, i, h);
  predicate KnowsOver{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    (\forall integer j, h; 0 <= j < i && AcquiredAt(c, r, j, h) ==> Valid(s, h) || Spent(s, h)) &&
    (\forall integer j, h; 0 <= j < i && ReleasedAt(c, r, j, h) ==> Spent(s, h));
  predicate KnowsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer i) =
    \forall integer q, h; 0 <= q < i && AcquiredAt(c, r, q, h) && Valid(s, h) ==> HeldAsGiven(s, c, r, pool, q, h);

  // What has the key of an earlier release began after it.
  predicate KnowsKeys{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer j, h; 0 <= j < i && KeyReleasedAt(c, r, j) && Valid(s, h) && KeyFitsAt(s, c, j, h)
      ==> BegunAfter(c, r, j, i, h);

  // A live mapping of adapter k has captured page p.
  predicate HeldBySome(dxgmap_state s, integer k, integer p) = \exists integer h, o;
    Valid(s, h) && HandleTag(h) == k && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == p;

  // Both handles name pins, of the same physical adapter of their chain.
  predicate PinsSame(dxgmap_state s, integer g, integer h) =
    IsPin(s.adapter[HandleTag(g)].descriptors.at[HandleIndex(g)].kind) &&
    IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
    s.adapter[HandleTag(g)].descriptors.at[HandleIndex(g)].index ==
      s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index;

  // A live mapping has logical page l of its domain. Both handles name adapter objects, of the same object.
  predicate CoversLogical(dxgmap_state s, integer h, integer l) = BaseOf(s, h) <= l < BaseOf(s, h) + PagesOf(s, h);
  predicate Opener(dxgmap_state s, integer h) = HandleTag(h) < DXGMAP_ADAPTERS &&
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind == DXGMAP_ADAPTER_OBJECT;
  logic integer OpenedOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].object;
  predicate SameObject(dxgmap_state s, integer g, integer h) =
    Opener(s, g) && Opener(s, h) && OpenedOf(s, g) == OpenedOf(s, h);

  // The trace and its pool were not written to.
  predicate CallsSame{K, L}(dxgmap_call *c, integer n) = \forall integer j; 0 <= j < n ==>
    \at(c[j].op, L) == \at(c[j].op, K) && \at(c[j].adapter, L) == \at(c[j].adapter, K) &&
    \at(c[j].first, L) == \at(c[j].first, K) && \at(c[j].count, L) == \at(c[j].count, K) &&
    \at(c[j].index, L) == \at(c[j].index, K) && \at(c[j].kind, L) == \at(c[j].kind, K) &&
    \at(c[j].space, L) == \at(c[j].space, K) && \at(c[j].handle, L) == \at(c[j].handle, K) &&
    \at(c[j].address, L) == \at(c[j].address, K) && \at(c[j].object, L) == \at(c[j].object, K) &&
    \at(c[j].page, L) == \at(c[j].page, K);
  predicate ResultsSame{K, L}(dxgmap_result *r, integer n) = \forall integer j; 0 <= j < n ==>
    \at(r[j].status, L) == \at(r[j].status, K) && \at(r[j].handle, L) == \at(r[j].handle, K) &&
    \at(r[j].page, L) == \at(r[j].page, K) && \at(r[j].base, L) == \at(r[j].base, K);
  predicate PoolSame{K, L}(uint64_t *pool, integer n) =
    \forall integer o; 0 <= o < n ==> \at(pool[o], L) == \at(pool[o], K);
  predicate CallsInPool{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer n) = \forall integer j;
    0 <= j < i && Capturing(c[j].op) && r[j].status == DXGMAP_OK ==> c[j].first + c[j].count <= n;
*/

#endif
