/*
   The interface of the proved core, for programs that build dxgmap.c with DXGMAP_HOST=0. Each header
   of the core stands once, with its contracts, where it is included first.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     3e97b00445f346e459f486f3ff4f4f7c4cdb9c5fff8d47a15763101f2bc2fc85 model/core/adapter.h
     65ce3c0579310b2b61eb3940e2acc704fa3a12fa42b618caddebf54f9e9ba72d model/core/check.h
     700831a3913dda48f5667b74d8d298ac8ef2e30261f6bb6858957e41f128dc37 model/core/check_adapter.h
     c4f50b41afb2bdb43c0c9969e6e0b9366e1fe4faff2459d9df2050d61c520c72 model/core/check_domain.h
     bca0690da9360c68aa86a29e61267f57ed607fe5d5a034ec343badb72903f14f model/core/check_heap.h
     903ecaae7c64d64781b64ac6af3ad632a54c5e7250c78a80614dd74cec9560ec model/core/check_ranges.h
     f7b3d481d67e1d1dbfdef4fcac241107eb3962c7e6df045f103cf6a133388d58 model/core/check_slots.h
     407ce635c9ad73e41ae94aae157cd395f0922578a8fb54ef85a487bc080be855 model/core/check_views.h
     b9d7d6f2c0fb75cd942d21abf4b912d6b1faab5606922371ee2155e44f85c521 model/core/domain.h
     da1d3c0da7d40acfdf689d17fda8c871d49f845f0fe6e8da736aa4a23c6ca9a0 model/core/handle.h
     88fb447b0fb31ef33e1cbfc08ed83b0d7157d7099d8258f8116c538f2565a0a8 model/core/heap.h
     5d272cff54115c5357b49c7de20dccb16306a3823b04a17f9b6205cfed1a1dc5 model/core/keys.h
     7027146d39fafb2f583cc7068ac8ecea4f7a0bda5d874d777678a332445c6254 model/core/leak.h
     3ecd2343236965db5f75fcb83942af4b23782923a2d36facc2e1b7d6f32ae7b1 model/core/op_adapter.h
     da5833b70280a4afd0c86fd43497661d14356ff35fa8d9aaea469717fc268556 model/core/op_pages.h
     5dc0dbaae761d47541abc529ee68e91516af6371c6c4830ba4145c9813e49980 model/core/op_pin.h
     780effe346d8f999fbb4add7272ab37b27924439ad37a884e5f6635509500679 model/core/op_pointer.h
     ff0f79ab451b4d2ffa38e1c19ea4f230b8b2149143187ec82b0151ba1495ab9a model/core/op_translate.h
     6e161a5aa47bb3c205d4699a9b1852b2ccb75d3e429675565ef5195621a1c866 model/core/op_view.h
     4f15214b406f84c0218143ba218dc32558f4fcc7dbb51b6398af3d1abdc32bde model/core/outcome.h
     8df820e4f1303e291acf3fe6ff18991c2e7f9d9310d501ada6038d17b63eb45b model/core/profile.h
     9c8b2ed93c3450ad1401999788f96f37b7123ef9dd262b608fbb5bda6a887c45 model/core/ranges.h
     b9b534081e1954b414c271905a4ad7712974885612120ae0d5019c71a61dee43 model/core/slots.h
     ec0afea37a3970a83d523573904671fb7574baa1e8f6095b4a7530553a4418bf model/core/state.h
     3243c1ff3cbc28bc780172d929b56e7b6e418e04cadf0d7edcf5bc7b2bbd16f5 model/core/status.h
     491c2fc73705a5f12cdf34fea80dfc553b90932bee2580f78454071a9ec61802 model/core/step.h
     2eff9c44cb3bf04e5443f886432ad1b723e21699225b1280061a294792152110 model/core/trace.h
     2002041d0de572f7206bfc91fc2684d61cd0db1fd9b9038a739eddf91bdcb179 model/core/types.h
     f768ffea71c12a9d49c4844602aba04d48e8e61b7365cd2ebd7a8c59f69472ec model/core/views.h
     16abf955552921e1241efa9ace49757a2364d0449353be58de0ddb2c31482103 model/core/zero.h
     b203d204085be522ea22e8ecc858ef441fa2e580fce4ea7ac4a3c6e1b2bc6f2c spec/logic/adapter.h
     5013b7082f94bdfe6a8106ba6153ebcac315917b30a450e5515871055040fbce spec/logic/domain.h
     b5f873c835a36bd741cc213413fd23d9b109ca53e52a302ae8549f804ae810f7 spec/logic/handle.h
     df4fa5ac4a4cc2f6454b0606b8a751501fd3fb73ebebd596fb13bb57ba0f4935 spec/logic/heap.h
     59f62564c8fc94f641490b01d7b02af12d37b3436f19eb6182e761588fc1cc83 spec/logic/leak.h
     38cbea4142ed4a3ab891ee8cf74be60b650fa9523e0d82314d6410c4e9717792 spec/logic/op_adapter.h
     e93949e9209164c159a4ba54fba3a9e511ca85644cfff824cc67ba3aaa7a2752 spec/logic/op_pages.h
     ecf238602ee26b142918864f521ca4600afc8d7fa12a2034c9908317a6a34a22 spec/logic/op_pin.h
     d51944e4a3697510ba57eefd4417e5192a352c33222f7d432221feafbd3de811 spec/logic/op_pointer.h
     db6e3ccecce790f914879d73488177e37ccbf8801270d00ecdbc8402a0b8fbe5 spec/logic/op_translate.h
     99dcbf2a135fb3f14c66fdcb7bf099285e40e783a88ed37ebe821bb271e31314 spec/logic/op_view.h
     352c821ed3051d0aeb8266e6f7ece660a470d8063c797fb99c2955f0a51ae723 spec/logic/ranges.h
     f64d0d60f399c352bb6aac1256b79544022370353a06056e7a74787ae4431aa2 spec/logic/slots.h
     47f87c89114cb834faee6e5543c95c5c5aff3531fc47366a122c8599def64d47 spec/logic/state.h
     b889b77b4361f117fbc2d7c743a20e07e214b09090b7c906481c1a0656990842 spec/logic/step.h
     f581d923deca8f3b508caada538a02d2f84e87ab24cfc8f9546644fc213f58f5 spec/logic/theorems.h
     430a791a2e4e559e5fbddfcf2bce9d0410d3c0f97e71cf9bfb1af4bb4357dfdd spec/logic/trace.h
     deba1f30de24e7d9fde59b6aab660063cf8453407fbce4887f96628b1bcc324b spec/logic/views.h
     e75176e08ac8c0458e3c0481735a2fa0019625ed148b60195d0d55f3fbbb6bd2 spec/logic/xlate.h
     ff05cc41600129a29028b0a384b90b55a0a612d454eabea04184972ac0ba4575 spec/logic/zero.h
*/
#ifndef DXGMAP_CORE_H
#define DXGMAP_CORE_H

#include "dxgmap_config.h"

#ifdef __cplusplus
extern "C" {
#endif

/* dxgmap: begin model/core/adapter.h sha256 3e97b00445f346e459f486f3ff4f4f7c4cdb9c5fff8d47a15763101f2bc2fc85 */
#ifndef DXGMAP_ADAPTER_H
#define DXGMAP_ADAPTER_H

#include <stdint.h>

/* #include "domain.h" */
/* dxgmap: begin model/core/domain.h sha256 b9d7d6f2c0fb75cd942d21abf4b912d6b1faab5606922371ee2155e44f85c521 */
#ifndef DXGMAP_DOMAIN_H
#define DXGMAP_DOMAIN_H

#include <stdint.h>

/* #include "profile.h" */
/* dxgmap: begin model/core/profile.h sha256 8df820e4f1303e291acf3fe6ff18991c2e7f9d9310d501ada6038d17b63eb45b */
#ifndef DXGMAP_PROFILE_H
#define DXGMAP_PROFILE_H

/* The sizes of the model's arrays. Every profile is proved, the small one for the tests that run on it; memory is touched
   only where it is used, so a large profile costs address space, not memory. */

#define DXGMAP_ADAPTERS 8u   /* adapters in the table, 1 .. 127 */
#define DXGMAP_CHAIN 64u     /* physical adapters in one linked chain */
#define DXGMAP_RESOURCES 16u /* memory and I/O ranges that one adapter owns */

#if defined(DXGMAP_PROFILE_SMALL)
#define DXGMAP_SLOTS 32u  /* live mappings of one adapter, below 2^24 - 1 */
#define DXGMAP_PAGES 64u  /* physical pages, below 2^32 - 1 */
#define DXGMAP_CELLS 64u  /* captured pages of one adapter, below 2^32 - 1 */
#define DXGMAP_WINDOW 32u /* pages of one adapter's window of CPU views */
#else
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 67108864u  /* 2^26: 256 GiB */
#define DXGMAP_CELLS 67108864u  /* 2^26 */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#endif

#endif
/* dxgmap: end model/core/profile.h */
/* #include "ranges.h" */
/* dxgmap: begin model/core/ranges.h sha256 9c8b2ed93c3450ad1401999788f96f37b7123ef9dd262b608fbb5bda6a887c45 */
#ifndef DXGMAP_RANGES_H
#define DXGMAP_RANGES_H

/* #include "heap.h" */
/* dxgmap: begin model/core/heap.h sha256 88fb447b0fb31ef33e1cbfc08ed83b0d7157d7099d8258f8116c538f2565a0a8 */
#ifndef DXGMAP_HEAP_H
#define DXGMAP_HEAP_H

#include <stdint.h>

/* #include "profile.h" */

#define DXGMAP_HEAP_IDS (DXGMAP_SLOTS + 1u) /* id 0 and one id a slot */

/* A max-heap of gaps, in pages, over the ids 0 .. high - 1. Ids from high on were never touched, so all-zero memory is
   the empty heap. Position p of the heap has its children at 2p + 1 and 2p + 2. */
typedef struct {
  uint32_t count;                  /* ids with a gap: the heap is order[0 .. count - 1] */
  uint32_t high;                   /* high-water mark */
  uint32_t order[DXGMAP_HEAP_IDS]; /* the id at each position, a permutation of 0 .. high - 1 */
  uint32_t place[DXGMAP_HEAP_IDS]; /* the position of each id */
  uint32_t gap[DXGMAP_HEAP_IDS];   /* the gap of each id, 0 when it has none */
} dxgmap_heap;

/* #include "logic/heap.h" */
/* dxgmap: begin spec/logic/heap.h sha256 df4fa5ac4a4cc2f6454b0606b8a751501fd3fb73ebebd596fb13bb57ba0f4935 */
#ifndef DXGMAP_LOGIC_HEAP_H
#define DXGMAP_LOGIC_HEAP_H

/*@
  predicate HeapPerm(dxgmap_heap h) =
       (\forall integer p; 0 <= p < h.high ==> 0 <= h.order[p] < h.high && h.place[h.order[p]] == p)
    && (\forall integer i; 0 <= i < h.high ==> 0 <= h.place[i] < h.high && h.order[h.place[i]] == i);

  logic integer HeapKey(dxgmap_heap h, integer p) = h.gap[h.order[p]];
  logic integer HeapParent(integer q) = (q - 1) / 2;

  // the edge from q to its parent is in order
  predicate HeapEdge(dxgmap_heap h, integer q) = HeapKey(h, HeapParent(q)) >= HeapKey(h, q);
  predicate HeapEdges(dxgmap_heap h) = \forall integer q; 1 <= q < h.count ==> HeapEdge(h, q);
  predicate HeapChildren(dxgmap_heap h, integer p) =
    \forall integer q; 1 <= q < h.count && HeapParent(q) == p ==> HeapEdge(h, q);

  // every edge but those that touch p is in order, and the children of p are below its parent: what a sift preserves
  predicate HeapEdgesBut(dxgmap_heap h, integer p) =
       (\forall integer q; 1 <= q < h.count && q != p && HeapParent(q) != p ==> HeapEdge(h, q))
    && (p > 0 ==>
        \forall integer q; 1 <= q < h.count && HeapParent(q) == p ==> HeapKey(h, HeapParent(p)) >= HeapKey(h, q));

  predicate HeapMembers(dxgmap_heap h) =
    \forall integer i; 0 <= i < h.high ==> (h.place[i] < h.count <==> h.gap[i] > 0);
  predicate HeapUntouched(dxgmap_heap h) = \forall integer i; h.high <= i < DXGMAP_HEAP_IDS ==> h.gap[i] == 0;

  predicate HeapOk(dxgmap_heap h) =
    0 <= h.count <= h.high <= DXGMAP_HEAP_IDS && HeapPerm(h) && HeapEdges(h) && HeapMembers(h) && HeapUntouched(h);

  // the same ids have a gap
  predicate HeapSameMembers(dxgmap_heap a, dxgmap_heap b) =
    \forall integer i; 0 <= i < a.high ==> (b.place[i] < b.count <==> a.place[i] < a.count);
*/

#endif
/* dxgmap: end spec/logic/heap.h */

/* Takes one more id into the heap, without a gap. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires room: heap->high < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns heap->high, heap->order[heap->high], heap->place[heap->high];
    ensures ok: HeapOk(*heap);
    ensures grown: heap->high == \old(heap->high) + 1; */
void dxgmap_heap_grow(dxgmap_heap *heap);

/* Gives id the gap that it is told, 0 for none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: id < heap->high;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_set(dxgmap_heap *heap, uint32_t id, uint32_t gap);

/* The gap of one id goes to another that has none, and may shrink on the way: one sift where setting both would be
   two. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && to < heap->high && from != to;
    requires none: heap->gap[to] == 0;
    requires shrink: gap <= heap->gap[from];
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[to] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != to ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_pass(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap);

/* Two ids' gaps become one that belongs to the second. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && into < heap->high && from != into;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[into] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != into ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_merge(dxgmap_heap *heap, uint32_t from, uint32_t into, uint32_t gap);

/* An id that has the largest gap, or DXGMAP_HEAP_IDS when no id has one. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures some: \result < DXGMAP_HEAP_IDS ==> \result < heap->high && heap->gap[\result] > 0;
    ensures largest: \result < DXGMAP_HEAP_IDS ==>
      \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] <= heap->gap[\result];
    ensures none: \result == DXGMAP_HEAP_IDS ==> \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] == 0; */
uint32_t dxgmap_heap_largest(const dxgmap_heap *heap);

#endif
/* dxgmap: end model/core/heap.h */

#define DXGMAP_RANGE_HEAD 0u /* owns no page, only the gap before the first range */

/* Which ids hold which runs of the pages 0 .. DXGMAP_CELLS - 1; at most one run an id, ids 1 .. DXGMAP_SLOTS. The live
   ids and the head lie on a ring in address order, and each of them owns the gap between its run and the next. A run is
   cut from the largest gap, so an allocation fails only where no gap is long enough, and nothing is kept for each page:
   both calls cost O(log live) at worst and O(1) as a rule (the first use of an id above all earlier ones also passes
   over those between). Zeroed memory has no live id: the first allocation starts the ring. */
typedef struct {
  dxgmap_heap heap;                 /* the gaps; its high-water mark is above every live id */
  uint32_t base[DXGMAP_HEAP_IDS];   /* first page of each live id */
  uint32_t length[DXGMAP_HEAP_IDS]; /* pages of each live id, 0 when it is not live */
  uint32_t next[DXGMAP_HEAP_IDS];   /* ring of the live ids and the head */
  uint32_t prev[DXGMAP_HEAP_IDS];
} dxgmap_ranges;

/* #include "logic/ranges.h" */
/* dxgmap: begin spec/logic/ranges.h sha256 352c821ed3051d0aeb8266e6f7ece660a470d8063c797fb99c2955f0a51ae723 */
#ifndef DXGMAP_LOGIC_RANGES_H
#define DXGMAP_LOGIC_RANGES_H

/*@
  // ---- what callers speak of ----

  predicate RangeLive(dxgmap_ranges r, integer i) = 1 <= i <= DXGMAP_SLOTS && r.length[i] > 0;
  predicate RangeCovers(dxgmap_ranges r, integer i, integer page) =
    RangeLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RangePageFree(dxgmap_ranges r, integer page) = \forall integer i; !RangeCovers(r, i, page);
  predicate RangeFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RangePageFree(r, page);

  // every id but x holds what it held
  predicate RangeOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) =
    \forall integer i; 1 <= i <= DXGMAP_SLOTS && i != x ==> b.length[i] == a.length[i] && b.base[i] == a.base[i];

  // ---- how it is kept: the head and the live ids tile the pages, each with its run and the gap after it ----

  predicate RangeOn(dxgmap_ranges r, integer i) = i == DXGMAP_RANGE_HEAD || RangeLive(r, i);
  logic integer RangeEnd(dxgmap_ranges r, integer i) = r.base[i] + r.length[i] + r.heap.gap[i];
  predicate RangeOwns(dxgmap_ranges r, integer i, integer page) = RangeOn(r, i) && r.base[i] <= page < RangeEnd(r, i);
  predicate RangeHas(dxgmap_ranges r, integer page) = \exists integer i; RangeOwns(r, i, page);

  predicate RangesHead(dxgmap_ranges r) = r.base[DXGMAP_RANGE_HEAD] == 0 && r.length[DXGMAP_RANGE_HEAD] == 0;
  predicate RangesKnown(dxgmap_ranges r) = \forall integer i; RangeOn(r, i) ==> i < r.heap.high;
  predicate RangesIdle(dxgmap_ranges r) =
    \forall integer i; 1 <= i <= DXGMAP_SLOTS && r.length[i] == 0 ==> r.heap.gap[i] == 0;
  predicate RangesRing(dxgmap_ranges r) = \forall integer i; RangeOn(r, i) ==>
       RangeOn(r, r.next[i]) && r.prev[r.next[i]] == i
    && RangeOn(r, r.prev[i]) && r.next[r.prev[i]] == i;
  predicate RangesTile(dxgmap_ranges r) = \forall integer i; RangeOn(r, i) ==>
       RangeEnd(r, i) == (r.next[i] == DXGMAP_RANGE_HEAD ? DXGMAP_CELLS : r.base[r.next[i]])
    && RangeEnd(r, i) <= DXGMAP_CELLS;
  predicate RangesApart(dxgmap_ranges r) = \forall integer i, j; RangeOn(r, i) && RangeOn(r, j) && i != j ==>
    RangeEnd(r, i) <= r.base[j] || RangeEnd(r, j) <= r.base[i];
  predicate RangesFull(dxgmap_ranges r) = \forall integer page; 0 <= page < DXGMAP_CELLS ==> RangeHas(r, page);

  predicate RangesStarted(dxgmap_ranges r) =
       HeapOk(r.heap) && RangesHead(r) && RangesKnown(r) && RangesIdle(r) && RangesRing(r) && RangesTile(r)
    && RangesApart(r) && RangesFull(r);

  // not started: zeroed memory
  predicate RangesZero(dxgmap_ranges r) =
    r.heap.count == 0 && r.heap.high == 0 && \forall integer i; 0 <= i <= DXGMAP_SLOTS ==>
       r.heap.order[i] == 0 && r.heap.place[i] == 0 && r.heap.gap[i] == 0
    && r.base[i] == 0 && r.length[i] == 0 && r.next[i] == 0 && r.prev[i] == 0;

  predicate RangesOk(dxgmap_ranges r) = RangesZero(r) || RangesStarted(r);
*/

#endif
/* dxgmap: end spec/logic/ranges.h */

/* Gives id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when no free run
   is long enough. Ids need not come in order. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: 1 <= id <= DXGMAP_SLOTS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> \result + pages <= DXGMAP_CELLS;
    ensures sound: \result < DXGMAP_CELLS ==> RangeFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS ==>
      \forall integer first; 0 <= first && first + pages <= DXGMAP_CELLS ==> !RangeFree(\old(*ranges), first, pages); */
uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a live id back; its gap and the gap before it become one. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: 1 <= id <= DXGMAP_SLOTS;
    requires live: RangeLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id); */
void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // zeroed memory is a valid allocator, without a live id
  /@ requires valid: \valid(ranges);
     requires zero: RangesZero(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: RangesOk(*ranges);
     ensures idle: \forall integer i; !RangeLive(*ranges, i); @/
  void dxgmap_ranges_zero(const dxgmap_ranges *ranges);
*/
/*@ ghost
  // without a live id every page is free
  /@ requires valid: \valid(ranges);
     requires idle: \forall integer i; 1 <= i <= DXGMAP_SLOTS ==> ranges->length[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: \forall integer page; RangePageFree(*ranges, page); @/
  void dxgmap_ranges_empty(const dxgmap_ranges *ranges);
*/
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RangesOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RangeCovers(*ranges, i, page) && RangeCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i;
       RangeLive(*ranges, i) ==> ranges->base[i] + ranges->length[i] <= DXGMAP_CELLS; @/
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges);
*/

#endif
/* dxgmap: end model/core/ranges.h */

/* One captured page a cell: 0 when the cell belongs to no mapping, else the physical page number + 1. */
typedef struct {
  uint32_t cell[DXGMAP_CELLS];
} dxgmap_cells;

/* A count a physical page. */
typedef struct {
  uint32_t count[DXGMAP_PAGES];
} dxgmap_counts;

/* The IOMMU domain of one adapter in identity mode (WDDM 2.4): the logical page number is the physical one, and a page
   stays mapped as long as one live mapping has captured it. Mapping id = slot + 1 holds the cells
   base .. base + length - 1 of its range. */
typedef struct {
  dxgmap_ranges ranges;
  dxgmap_cells cells;
  dxgmap_counts counts; /* how many captured cells name the page */
} dxgmap_domain;

/* #include "logic/domain.h" */
/* dxgmap: begin spec/logic/domain.h sha256 5013b7082f94bdfe6a8106ba6153ebcac315917b30a450e5515871055040fbce */
#ifndef DXGMAP_LOGIC_DOMAIN_H
#define DXGMAP_LOGIC_DOMAIN_H

/* The domain: what is captured, what is counted, and why the two agree. */

/*@
  // How many of the first n cells have value v.
  logic integer CellCount(dxgmap_cells c, integer n, integer v) =
    n <= 0 ? 0 : CellCount(c, n - 1, v) + (c.cell[n - 1] == v ? 1 : 0);

  // A free run of n cells exists.
  predicate RangeRoom(dxgmap_ranges r, integer n) =
    \exists integer s; 0 <= s && s + n <= DXGMAP_CELLS && RangeFree(r, s, n);

  predicate PagesInMemory{L}(uint64_t *pages, integer n) = \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;

  predicate CellsBounded(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= c.cell[l] <= DXGMAP_PAGES;
  predicate CellsUsed(dxgmap_domain d) = \forall integer i, l; RangeCovers(d.ranges, i, l) ==> d.cells.cell[l] != 0;
  predicate CellOwned(dxgmap_ranges r, integer l) = \exists integer i; RangeCovers(r, i, l);
  predicate CellsOwned(dxgmap_domain d) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && d.cells.cell[l] != 0 ==> CellOwned(d.ranges, l);
  predicate Counted(dxgmap_cells c, dxgmap_counts n) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == CellCount(c, DXGMAP_CELLS, p + 1);
  predicate CountsBounded(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> 0 <= n.count[p] <= DXGMAP_CELLS;

  predicate DomainOk(dxgmap_domain d) =
    RangesOk(d.ranges) && CellsBounded(d.cells) && CellsUsed(d) && CellsOwned(d) && Counted(d.cells, d.counts) &&
    CountsBounded(d.counts);

  // Mapping i has captured page p at some offset.
  predicate Captures(dxgmap_domain d, integer i, integer p) =
    \exists integer l; RangeCovers(d.ranges, i, l) && d.cells.cell[l] == p + 1;
  predicate DomainHolds(dxgmap_domain d, integer p) = \exists integer i; Captures(d, i, p);

  // The page that mapping i has captured at offset k.
  logic integer CapturedPage(dxgmap_domain d, integer i, integer k) = d.cells.cell[d.ranges.base[i] + k] - 1;
  predicate Captured{L}(dxgmap_domain d, integer i, uint64_t *pages, integer n) =
    \forall integer k; 0 <= k < n ==> CapturedPage(d, i, k) == pages[k];

  predicate MappingKept(dxgmap_domain a, dxgmap_domain b, integer i) =
    b.ranges.base[i] == a.ranges.base[i] && b.ranges.length[i] == a.ranges.length[i] &&
    \forall integer l; RangeCovers(a.ranges, i, l) ==> b.cells.cell[l] == a.cells.cell[l];
  predicate DomainKept(dxgmap_domain a, dxgmap_domain b, integer x) =
    \forall integer i; 1 <= i <= DXGMAP_SLOTS && i != x ==> MappingKept(a, b, i);

  // The machine's locks of a page are at least this domain's, and the other domains' fit beside them.
  predicate LocksCover(dxgmap_domain d, dxgmap_counts locks) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==>
      d.counts.count[p] <= locks.count[p] <= d.counts.count[p] + (DXGMAP_ADAPTERS - 1) * DXGMAP_CELLS;
  // Locks and counts move together.
  predicate LocksMoved(dxgmap_domain a, dxgmap_counts was, dxgmap_domain b, dxgmap_counts now) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> now.count[p] - was.count[p] == b.counts.count[p] - a.counts.count[p];
*/

#endif
/* dxgmap: end spec/logic/domain.h */

/* Whether each of the n page numbers is one of the model's physical memory. */
/*@ requires valid: \valid_read(pages + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagesInMemory(pages, n); */
int dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n);

/* Captures the n page numbers of `pages` for mapping id, maps each of them, and locks each of them. 0: no free run of
   n cells is left, nothing was changed. */
/*@ requires valid: \valid(d) && \valid(locks) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, locks) && \separated(d, pages + (..)) && \separated(locks, pages + (..));
    requires ok: DomainOk(*d);
    requires locks: LocksCover(*d, *locks);
    requires id: 1 <= id <= DXGMAP_SLOTS && d->ranges.length[id] == 0;
    requires some: n >= 1;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *d, *locks;
    ensures ok: DomainOk(*d);
    ensures locks: LocksMoved(\old(*d), \old(*locks), *d, *locks);
    ensures status: \result == 0 || \result == 1;
    ensures captured: \result == 1 ==> d->ranges.length[id] == n && Captured(*d, id, pages, n);
    ensures others: \result == 1 ==> DomainKept(\old(*d), *d, id);
    ensures atomic: \result == 0 ==> *d == \old(*d) && *locks == \old(*locks);
    ensures exhausted: \result == 0 <==> !RangeRoom(\old(*d).ranges, n); */
int dxgmap_domain_map(dxgmap_domain *d, dxgmap_counts *locks, uint32_t id, const uint64_t *pages, uint32_t n);

/* Unmaps and unlocks exactly the pages that mapping id captured. */
/*@ requires valid: \valid(d) && \valid(locks);
    requires separated: \separated(d, locks);
    requires ok: DomainOk(*d);
    requires locks: LocksCover(*d, *locks);
    requires id: 1 <= id <= DXGMAP_SLOTS && d->ranges.length[id] > 0;
    terminates \true;
    exits \false;
    assigns *d, *locks;
    ensures ok: DomainOk(*d);
    ensures locks: LocksMoved(\old(*d), \old(*locks), *d, *locks);
    ensures gone: d->ranges.length[id] == 0;
    ensures others: DomainKept(\old(*d), *d, id); */
void dxgmap_domain_unmap(dxgmap_domain *d, dxgmap_counts *locks, uint32_t id);

/* Whether some mapping has captured the page. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures reference: \result != 0 <==> DomainHolds(*d, page); */
int dxgmap_domain_holds(const dxgmap_domain *d, uint64_t page);

/* Proof only: a domain without mappings holds no page. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires empty: \forall integer i; 1 <= i <= DXGMAP_SLOTS ==> d->ranges.length[i] == 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures counts: \forall integer p; 0 <= p < DXGMAP_PAGES ==> d->counts.count[p] == 0;
    ensures cells: \forall integer c; 0 <= c < DXGMAP_CELLS ==> d->cells.cell[c] == 0; */
void dxgmap_domain_empty(const dxgmap_domain *d);

#endif
/* dxgmap: end model/core/domain.h */
/* #include "outcome.h" */
/* dxgmap: begin model/core/outcome.h sha256 4f15214b406f84c0218143ba218dc32558f4fcc7dbb51b6398af3d1abdc32bde */
#ifndef DXGMAP_OUTCOME_H
#define DXGMAP_OUTCOME_H

/* #include "status.h" */
/* dxgmap: begin model/core/status.h sha256 3243c1ff3cbc28bc780172d929b56e7b6e418e04cadf0d7edcf5bc7b2bbd16f5 */
#ifndef DXGMAP_STATUS_H
#define DXGMAP_STATUS_H

/* Why a step did not succeed. A step answers with the first cause that holds, in the order of its clause file in
   spec/clauses; spec/status.md gives each cause its NTSTATUS and its sentence. */
enum dxgmap_status {
  DXGMAP_OK = 0,
  DXGMAP_BAD_ADAPTER = 1,     /* not the handle of a started adapter */
  DXGMAP_BAD_IRQL = 2,        /* above the IRQL limit of the operation */
  DXGMAP_EXCLUSIVE = 3,       /* between begin and end of exclusive access */
  DXGMAP_BAD_KIND = 4,        /* the operation has no mapping of this kind */
  DXGMAP_BAD_INDEX = 5,       /* no such physical adapter in the chain */
  DXGMAP_NO_SAVE_AREA = 6,    /* the physical adapter's save area has size zero */
  DXGMAP_BAD_SIZE = 7,        /* zero, or not a multiple of the page, or overflowing */
  DXGMAP_TOO_LARGE = 8,       /* beyond the save area, or beyond what an MDL can describe */
  DXGMAP_PINNED = 9,          /* the save area is pinned already */
  DXGMAP_NOT_PINNED = 10,     /* the save area is not pinned */
  DXGMAP_BAD_COUNT = 11,      /* the page list is empty or does not have the size asked for */
  DXGMAP_BAD_PAGE = 12,       /* a page number outside the model's physical memory */
  DXGMAP_BAD_HANDLE = 13,     /* not a live mapping handle of this kind on this adapter */
  DXGMAP_BAD_ADDRESS = 14,    /* no live view there that this call may release */
  DXGMAP_BAD_PROCESS = 15,    /* another process than the one that the view belongs to */
  DXGMAP_BAD_SPACE = 16,      /* neither memory space nor I/O space */
  DXGMAP_NOT_OWNED = 17,      /* outside the resources of the adapter */
  DXGMAP_CACHE_CONFLICT = 18, /* the range is mapped with another P6CACHE setting */
  DXGMAP_PLACE_TAKEN = 19,    /* the window pages offered are not all free, or outside the window */
  DXGMAP_PRESSURE = 20,       /* memory pressure (an input) */
  DXGMAP_NO_SLOT = 21,        /* no handle is left on this adapter */
  DXGMAP_NO_CELLS = 22,       /* no free run of capture cells is long enough */
  DXGMAP_NO_ADAPTER = 23,     /* no adapter is left in the table */
  DXGMAP_NO_COMMIT = 24,      /* the commit limit does not hold the save areas */
  DXGMAP_NOT_VISIBLE = 25,    /* the adapter's visible bounds do not reach all installed memory */
  DXGMAP_BAD_RESOURCE = 26,   /* the resource list is malformed */
  DXGMAP_ATTACHED = 27,       /* the domain is attached already */
  DXGMAP_NOT_EXCLUSIVE = 28,  /* end of exclusive access without a begin */
  DXGMAP_BLOCKED = 29,        /* device access to a page that is not mapped */
  DXGMAP_BYPASS = 30,         /* the domain is not attached: access is not checked (not a failure) */
  DXGMAP_NO_MORE = 31         /* the cursor is past the last live mapping */
};

#endif
/* dxgmap: end model/core/status.h */
/* #include "types.h" */
/* dxgmap: begin model/core/types.h sha256 2002041d0de572f7206bfc91fc2684d61cd0db1fd9b9038a739eddf91bdcb179 */
#ifndef DXGMAP_TYPES_H
#define DXGMAP_TYPES_H

#include <stdint.h>

/* #include "profile.h" */

#define DXGMAP_PAGE_SIZE 4096u

/* What a live mapping is. */
enum dxgmap_kind {
  DXGMAP_NO_KIND = 0,
  DXGMAP_PIN = 1,        /* save area pinned by PinFrameBufferForSave: an MDL */
  DXGMAP_PIN2 = 2,       /* save area pinned by PinFrameBufferForSave2: an ADL */
  DXGMAP_MDL = 3,        /* MapMdlToIoMmu */
  DXGMAP_PAGE_LIST = 4,  /* AllocatePagesForMdl */
  DXGMAP_CONTIGUOUS = 5, /* AllocateContiguousMemory */
  DXGMAP_POINTER = 6,    /* MapFrameBufferPointer */
  DXGMAP_VIEW = 7,       /* DxgkCbMapMemory */
  DXGMAP_VIDEO = 8       /* VideoPortMapMemory */
};

enum dxgmap_space { DXGMAP_MEMORY_SPACE = 0, DXGMAP_IO_SPACE = 1 };

enum dxgmap_irql { DXGMAP_PASSIVE_LEVEL = 0, DXGMAP_APC_LEVEL = 1, DXGMAP_DISPATCH_LEVEL = 2 };

/* Who calls: the current IRQL and the current process, which no argument of a callback says. */
typedef struct {
  uint32_t irql;
  uint64_t process;
} dxgmap_caller;

/* The answer of a step that acquires or releases: a status (enum dxgmap_status) and, when it is DXGMAP_OK, the handle,
   which is the mapping's identity: no other mapping, before or after, has the same. */
typedef struct {
  uint32_t status;
  uint64_t handle;
} dxgmap_outcome;

/* A range of physical addresses or ports that an adapter owns. */
typedef struct {
  uint32_t space;  /* enum dxgmap_space */
  uint64_t start;  /* first byte, or first port */
  uint64_t length; /* bytes, 1 or more */
} dxgmap_resource;

/* What an adapter says of itself when it starts, and the machine that it starts on. */
typedef struct {
  uint32_t chain;                    /* physical adapters, 1 .. DXGMAP_CHAIN; the first is the lead */
  uint64_t save_bytes[DXGMAP_CHAIN]; /* maximum save area of each, bytes, multiple of the page, 0: none */
  uint64_t commit_limit;             /* pages that all save areas of the machine may charge */
  uint64_t installed_pages;          /* memory of the machine */
  uint64_t highest_visible;          /* highest address that the adapter can reach, bytes */
  uint32_t resources;                /* 0 .. DXGMAP_RESOURCES */
  dxgmap_resource resource[DXGMAP_RESOURCES];
} dxgmap_start;

/* A view that is asked for. */
typedef struct {
  uint32_t kind;     /* DXGMAP_VIEW or DXGMAP_VIDEO */
  uint32_t space;    /* enum dxgmap_space */
  uint32_t user;     /* not 0: in the address space of the current process */
  uint32_t cache;    /* caching type, opaque but for DXGMAP_VIDEO, where it is the P6CACHE flag */
  uint64_t process;  /* DXGMAP_VIDEO: the process handle that came in, or 0 */
  uint64_t physical; /* first byte, or port */
  uint64_t length;   /* bytes */
  uint64_t at;       /* first window page that the host offers */
} dxgmap_view_request;

/* What a live mapping was asked for. */
typedef struct {
  uint32_t kind;     /* enum dxgmap_kind; DXGMAP_NO_KIND when the slot is not live */
  uint32_t index;    /* physical adapter, of a pin or a pointer */
  uint32_t space;    /* of a view */
  uint32_t user;     /* of a view: not 0 in user mode */
  uint32_t cache;    /* of a view */
  uint32_t slack;    /* of a pointer: pages before its data, the output Offset */
  uint64_t physical; /* of a view: its first byte or port; of a pointer: its offset in the save area, bytes */
  uint64_t length;   /* of a view or a pointer: bytes asked for */
  uint64_t process;  /* of a view in user mode: where it is */
} dxgmap_descriptor;

/* One live mapping, as the cursor shows it. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BAD_ADAPTER or DXGMAP_NO_MORE */
  uint64_t handle;
  dxgmap_descriptor descriptor;
  uint32_t pages; /* captured pages, of a mapping in the domain */
  uint32_t place; /* first window page, of a view in memory space */
  uint32_t span;  /* window pages; 0: none */
} dxgmap_live;

/* What the device gets for a logical page number. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BYPASS: page is valid; DXGMAP_BLOCKED, DXGMAP_EXCLUSIVE, DXGMAP_BAD_ADAPTER */
  uint64_t page;   /* physical page number */
} dxgmap_answer;

#endif
/* dxgmap: end model/core/types.h */

/* The answer of a step that did not succeed. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status == status && \result.handle == 0; */
dxgmap_outcome dxgmap_refuse(uint32_t status);

/* The answer of a step that succeeded. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result.status == DXGMAP_OK && \result.handle == handle; */
dxgmap_outcome dxgmap_accept(uint64_t handle);

#endif
/* dxgmap: end model/core/outcome.h */
/* #include "profile.h" */
/* #include "slots.h" */
/* dxgmap: begin model/core/slots.h sha256 b9b534081e1954b414c271905a4ad7712974885612120ae0d5019c71a61dee43 */
#ifndef DXGMAP_SLOTS_H
#define DXGMAP_SLOTS_H

#include <stdint.h>

/* #include "profile.h" */

#define DXGMAP_GENERATION_MAX 0xFFFFFFFFu /* a slot of this generation is retired for ever */

/* The handle table of one adapter. `order` is a permutation of the slots 0 .. high-1 and `place` its inverse:
   first the free slots, then the live ones, then the retired ones; slots high and above were never touched. */
typedef struct {
  uint32_t high;
  uint32_t free;
  uint32_t live;
  uint32_t generation[DXGMAP_SLOTS]; /* how many mappings this slot has had */
  uint32_t order[DXGMAP_SLOTS];
  uint32_t place[DXGMAP_SLOTS];
} dxgmap_slots;

/* #include "logic/slots.h" */
/* dxgmap: begin spec/logic/slots.h sha256 f64d0d60f399c352bb6aac1256b79544022370353a06056e7a74787ae4431aa2 */
#ifndef DXGMAP_LOGIC_SLOTS_H
#define DXGMAP_LOGIC_SLOTS_H

/* The handle table: which slots are live, and why no handle value is ever valid twice. */

/*@
  predicate SlotLive(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free <= t.place[i] < t.free + t.live;
  predicate SlotRetired(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free + t.live <= t.place[i];
  predicate SlotIdle(dxgmap_slots t, integer i) =
    0 <= i < DXGMAP_SLOTS && !SlotLive(t, i) && t.generation[i] < DXGMAP_GENERATION_MAX;

  predicate SlotsPermuted(dxgmap_slots t) =
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.order[i] < t.high && t.place[t.order[i]] == i) &&
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.place[i] < t.high && t.order[t.place[i]] == i);
  predicate SlotsFresh(dxgmap_slots t) = \forall integer i; t.high <= i < DXGMAP_SLOTS ==> t.generation[i] == 0;
  predicate SlotsRetire(dxgmap_slots t) =
    \forall integer i; 0 <= i < t.high ==> (t.generation[i] == DXGMAP_GENERATION_MAX <==> SlotRetired(t, i));

  predicate SlotsOk(dxgmap_slots t) =
    t.free + t.live <= t.high <= DXGMAP_SLOTS && SlotsPermuted(t) && SlotsFresh(t) && SlotsRetire(t);

  predicate SlotRoom(dxgmap_slots t) = t.free > 0 || t.high < DXGMAP_SLOTS;
  logic integer SlotNext(dxgmap_slots t) = t.free > 0 ? t.order[t.free - 1] : t.high;

  // A handle names a slot and one of its lives.
  predicate SlotValid(dxgmap_slots t, integer i, integer g) = SlotLive(t, i) && t.generation[i] == g;
  // A life that is over: generations only grow, so it never comes back.
  predicate SlotSpent(dxgmap_slots t, integer i, integer g) = 0 <= i < DXGMAP_SLOTS && g < t.generation[i];

  predicate SameGenerations(dxgmap_slots a, dxgmap_slots b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.generation[i] == a.generation[i];
  predicate SlotsAged(dxgmap_slots a, dxgmap_slots b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.generation[i] <= b.generation[i];
  predicate SlotsKept(dxgmap_slots a, dxgmap_slots b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> (SlotLive(a, i) <==> SlotLive(b, i));
*/

#endif
/* dxgmap: end spec/logic/slots.h */

/* Whether slot i is live in its generation g. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotValid(*t, i, g); */
int dxgmap_slots_valid(const dxgmap_slots *t, uint32_t i, uint32_t g);

/* The slot that dxgmap_slots_take would give; DXGMAP_SLOTS when all are live or retired. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures next: \result == SlotNext(*t);
    ensures full: \result == DXGMAP_SLOTS <==> !SlotRoom(*t);
    ensures idle: \result < DXGMAP_SLOTS ==> SlotIdle(*t, \result); */
uint32_t dxgmap_slots_next(const dxgmap_slots *t);

/* Makes the next slot live. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires room: SlotRoom(*t);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures next: \result == SlotNext(\old(*t)) && \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result) && SlotIdle(\old(*t), \result);
    ensures generation: SameGenerations(\old(*t), *t);
    ensures count: t->live == \old(t->live) + 1;
    ensures others: SlotsKept(\old(*t), *t, \result); */
uint32_t dxgmap_slots_take(dxgmap_slots *t);

/* Ends the life of slot i: its generation moves on, so that no handle of this life is ever valid again. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires live: SlotLive(*t, i);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures dead: !SlotLive(*t, i);
    ensures bump: t->generation[i] == \old(t->generation[i]) + 1;
    ensures generations: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != i ==> t->generation[k] == \old(t->generation[k]);
    ensures count: t->live == \old(t->live) - 1;
    ensures others: SlotsKept(\old(*t), *t, i); */
void dxgmap_slots_release(dxgmap_slots *t, uint32_t i);

/* The cursor-th live slot. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires cursor: cursor < t->live;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result);
    ensures each_once: t->place[\result] == t->free + cursor; */
uint32_t dxgmap_slots_at(const dxgmap_slots *t, uint32_t cursor);

#endif
/* dxgmap: end model/core/slots.h */
/* #include "types.h" */
/* #include "views.h" */
/* dxgmap: begin model/core/views.h sha256 f768ffea71c12a9d49c4844602aba04d48e8e61b7365cd2ebd7a8c59f69472ec */
#ifndef DXGMAP_VIEWS_H
#define DXGMAP_VIEWS_H

#include <stdint.h>

/* #include "profile.h" */

/* The CPU views of one adapter in memory space. Each slot may hold one view: `span` window pages from page `place`;
   span 0: none. `owner` says of each window page which slot it belongs to: slot + 1, or 0. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS];
  uint32_t span[DXGMAP_SLOTS];
  uint32_t owner[DXGMAP_WINDOW];
} dxgmap_views;

/* #include "logic/views.h" */
/* dxgmap: begin spec/logic/views.h sha256 deba1f30de24e7d9fde59b6aab660063cf8453407fbce4887f96628b1bcc324b */
#ifndef DXGMAP_LOGIC_VIEWS_H
#define DXGMAP_LOGIC_VIEWS_H

/* The window of CPU views: which page belongs to which view. */

/*@
  predicate ViewCovers(dxgmap_views v, integer i, integer w) =
    0 <= i < DXGMAP_SLOTS && v.place[i] <= w < v.place[i] + v.span[i];

  predicate ViewsOwned(dxgmap_views v) =
    \forall integer w; 0 <= w < DXGMAP_WINDOW && v.owner[w] != 0 ==> ViewCovers(v, v.owner[w] - 1, w);
  predicate ViewsOwn(dxgmap_views v) =
    \forall integer i, w; ViewCovers(v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v.owner[w] == i + 1;

  predicate ViewsOk(dxgmap_views v) = ViewsOwned(v) && ViewsOwn(v);

  predicate ViewRoom(dxgmap_views v, integer place, integer span) =
    0 <= place && place + span <= DXGMAP_WINDOW && \forall integer w; place <= w < place + span ==> v.owner[w] == 0;

  predicate ViewsKept(dxgmap_views a, dxgmap_views b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.place[i] == a.place[i] && b.span[i] == a.span[i];
*/

#endif
/* dxgmap: end spec/logic/views.h */

/* Whether the window pages place .. place + span - 1 exist and are all free. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewRoom(*v, place, span); */
int dxgmap_views_room(const dxgmap_views *v, uint64_t place, uint64_t span);

/* Gives the window pages to slot i. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] == 0;
    requires some: span >= 1;
    requires room: ViewRoom(*v, place, span);
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures placed: v->place[i] == place && v->span[i] == span;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_put(dxgmap_views *v, uint32_t i, uint32_t place, uint32_t span);

/* Takes the window pages of slot i back. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] > 0;
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures gone: v->span[i] == 0;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_drop(dxgmap_views *v, uint32_t i);

/* The slot whose view has the window page; DXGMAP_SLOTS when none has. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewCovers(*v, \result, page);
    ensures one: \forall integer i; ViewCovers(*v, i, page) ==> i == \result; */
uint32_t dxgmap_views_at(const dxgmap_views *v, uint64_t page);

#endif
/* dxgmap: end model/core/views.h */

#define DXGMAP_CHARGE_MAX 0xFFFFFFFFFFFFFu /* pages that 2^64 bytes hold, less one */

/* The sizes of the frame buffer save areas of a chain, pages. */
typedef struct {
  uint64_t pages[DXGMAP_CHAIN];
} dxgmap_maxima;

/* The save areas and who pins them. */
typedef struct {
  uint32_t chain; /* physical adapters; 0 when the adapter is not started */
  dxgmap_maxima maximum;
  uint32_t pin[DXGMAP_CHAIN]; /* slot + 1, or 0 */
} dxgmap_saves;

/* The ranges that the adapter owns. */
typedef struct {
  uint32_t count;
  dxgmap_resource at[DXGMAP_RESOURCES];
} dxgmap_resources;

/* What each live mapping was asked for. */
typedef struct {
  dxgmap_descriptor at[DXGMAP_SLOTS];
} dxgmap_descriptors;

/* One logical adapter. */
typedef struct {
  uint32_t generation; /* of its handle: how often it was stopped */
  uint32_t started;
  uint32_t attached;  /* the IOMMU domain is in force */
  uint32_t exclusive; /* between begin and end of exclusive access */
  uint64_t charge;    /* commit of its save areas, pages */
  dxgmap_saves saves;
  dxgmap_resources resources;
  dxgmap_slots slots;
  dxgmap_descriptors descriptors;
  dxgmap_domain domain;
  dxgmap_views views;
} dxgmap_adapter;

/* #include "logic/adapter.h" */
/* dxgmap: begin spec/logic/adapter.h sha256 b203d204085be522ea22e8ecc858ef441fa2e580fce4ea7ac4a3c6e1b2bc6f2c */
#ifndef DXGMAP_LOGIC_ADAPTER_H
#define DXGMAP_LOGIC_ADAPTER_H

/* One adapter: what its parts say of each other, and what a step may do to it. */

/*@
  predicate InDomain(integer kind) = DXGMAP_PIN <= kind <= DXGMAP_CONTIGUOUS;
  predicate IsPin(integer kind) = kind == DXGMAP_PIN || kind == DXGMAP_PIN2;
  predicate InWindow(dxgmap_descriptor d) =
    d.kind == DXGMAP_POINTER || ((d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.space == DXGMAP_MEMORY_SPACE);

  // The range lies in one resource of the adapter.
  predicate Owns(dxgmap_resources r, integer space, integer start, integer length) =
    \exists integer k; 0 <= k < r.count && r.at[k].space == space && r.at[k].start <= start &&
                       start + length <= r.at[k].start + r.at[k].length;

  logic integer SaveSum(dxgmap_maxima m, integer n) = n <= 0 ? 0 : SaveSum(m, n - 1) + m.pages[n - 1];

  // Each part of a slot is in use exactly when its mapping is live and of a kind that has such a part.
  predicate AdapterParts(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
    a.descriptors.at[i].kind <= DXGMAP_VIDEO &&
    (SlotLive(a.slots, i) <==> a.descriptors.at[i].kind != DXGMAP_NO_KIND) &&
    (a.domain.ranges.length[i + 1] > 0 <==> InDomain(a.descriptors.at[i].kind)) &&
    (a.views.span[i] > 0 <==> InWindow(a.descriptors.at[i]));

  // A save area knows its pin, and a pin its save area: at most one live pin each.
  predicate AdapterPins(dxgmap_adapter a) =
    (\forall integer k; 0 <= k < DXGMAP_CHAIN && a.saves.pin[k] != 0 ==>
       k < a.saves.chain && a.saves.pin[k] <= DXGMAP_SLOTS &&
       IsPin(a.descriptors.at[a.saves.pin[k] - 1].kind) && a.descriptors.at[a.saves.pin[k] - 1].index == k &&
       a.domain.ranges.length[a.saves.pin[k]] <= a.saves.maximum.pages[k]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && IsPin(a.descriptors.at[i].kind) ==>
       a.descriptors.at[i].index < a.saves.chain && a.saves.pin[a.descriptors.at[i].index] == i + 1);

  // A pointer lies in its save area, a view in a resource of the adapter.
  predicate ViewFits(dxgmap_resources r, dxgmap_maxima m, integer chain, dxgmap_descriptor d) =
    (d.kind == DXGMAP_POINTER || d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.length >= 1 &&
    (d.kind == DXGMAP_POINTER ==>
       d.index < chain && d.physical + d.length <= m.pages[d.index] * DXGMAP_PAGE_SIZE) &&
    (d.kind != DXGMAP_POINTER ==> Owns(r, d.space, d.physical, d.length));
  predicate ViewDescribed(dxgmap_adapter a, dxgmap_descriptor d) =
    ViewFits(a.resources, a.saves.maximum, a.saves.chain, d);
  predicate AdapterViews(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    a.descriptors.at[i].kind >= DXGMAP_POINTER ==> ViewDescribed(a, a.descriptors.at[i]);

  // A stopped adapter holds nothing.
  predicate AdapterStopped(dxgmap_adapter a) =
    a.slots.live == 0 && a.attached == 0 && a.exclusive == 0 && a.saves.chain == 0 && a.resources.count == 0;

  predicate AdapterOk(dxgmap_adapter a) =
    SlotsOk(a.slots) && DomainOk(a.domain) && ViewsOk(a.views) && AdapterParts(a) && AdapterPins(a) && AdapterViews(a) &&
    a.saves.chain <= DXGMAP_CHAIN && a.resources.count <= DXGMAP_RESOURCES &&
    a.charge == SaveSum(a.saves.maximum, a.saves.chain) && a.charge <= DXGMAP_CHARGE_MAX &&
    (a.started == 0 ==> AdapterStopped(a)) && (a.started != 0 ==> a.generation < DXGMAP_GENERATION_MAX);

  // The causes of exhaustion, over what is free.
  predicate PagesStatus(dxgmap_adapter a, integer n, integer status) =
    (!SlotRoom(a.slots) ==> status == DXGMAP_NO_SLOT) &&
    (SlotRoom(a.slots) && !RangeRoom(a.domain.ranges, n) ==> status == DXGMAP_NO_CELLS) &&
    (SlotRoom(a.slots) && RangeRoom(a.domain.ranges, n) ==> status == DXGMAP_OK);
  predicate ViewStatus(dxgmap_adapter a, integer status) =
    (!SlotRoom(a.slots) ==> status == DXGMAP_NO_SLOT) && (SlotRoom(a.slots) ==> status == DXGMAP_OK);

  // What starting decided and no mapping changes.
  predicate ConfigurationKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.started == a.started && b.attached == a.attached && b.exclusive == a.exclusive &&
    b.charge == a.charge && b.saves.chain == a.saves.chain && b.saves.maximum == a.saves.maximum &&
    b.resources == a.resources;

  // What an adapter asks for when it starts.
  logic integer RequestSum(dxgmap_start d, integer n) =
    n <= 0 ? 0 : RequestSum(d, n - 1) + d.save_bytes[n - 1] / DXGMAP_PAGE_SIZE;
  predicate StartsWith(dxgmap_adapter a, dxgmap_start d) =
    a.started != 0 && a.attached == 0 && a.exclusive == 0 && a.saves.chain == d.chain &&
    (\forall integer k; 0 <= k < d.chain ==> a.saves.maximum.pages[k] == d.save_bytes[k] / DXGMAP_PAGE_SIZE) &&
    a.resources.count == d.resources &&
    (\forall integer k; 0 <= k < d.resources ==> a.resources.at[k] == d.resource[k]);
  // The step from a to b ended every life.
  predicate Emptied(dxgmap_adapter a, dxgmap_adapter b) =
    b.slots.live == 0 && (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(b.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i]);

  // The mapping of slot i is in b what it was in a: same life, same request, same captured pages, same place.
  predicate SlotKept(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    (SlotLive(b.slots, i) <==> SlotLive(a.slots, i)) && b.slots.generation[i] == a.slots.generation[i] &&
    b.descriptors.at[i] == a.descriptors.at[i] && MappingKept(a.domain, b.domain, i + 1) &&
    b.views.place[i] == a.views.place[i] && b.views.span[i] == a.views.span[i];
  predicate OthersKept(dxgmap_adapter a, dxgmap_adapter b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> SlotKept(a, b, i);

  // Every mapping, live or not, is in b what it was in a.
  predicate MappingsKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.slots.live == a.slots.live &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i)) &&
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> b.domain.counts.count[p] == a.domain.counts.count[p];

  // The step from a to b made slot i live, and did nothing else.
  predicate Taken(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    0 <= i < DXGMAP_SLOTS && SlotIdle(a.slots, i) && SlotLive(b.slots, i) &&
    b.slots.generation[i] == a.slots.generation[i] && b.slots.live == a.slots.live + 1 && ConfigurationKept(a, b) &&
    OthersKept(a, b, i);
  // The step from a to b ended the life of slot i, and did nothing else.
  predicate Released(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    SlotLive(a.slots, i) && !SlotLive(b.slots, i) && b.slots.generation[i] == a.slots.generation[i] + 1 &&
    b.slots.live == a.slots.live - 1 && ConfigurationKept(a, b) && OthersKept(a, b, i);
*/

#endif
/* dxgmap: end spec/logic/adapter.h */

/* Makes a mapping of n captured pages. Its handle field is the slot. The causes: DXGMAP_NO_SLOT, DXGMAP_NO_CELLS. */
/*@ requires valid: \valid(a) && \valid(locks) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(a, locks) && \separated(a, pages + (..)) && \separated(locks, pages + (..));
    requires ok: AdapterOk(*a);
    requires locks: LocksCover(a->domain, *locks);
    requires started: a->started != 0;
    requires kind: InDomain(d.kind);
    requires pin: IsPin(d.kind) ==> d.index < a->saves.chain && a->saves.pin[d.index] == 0 && n <= a->saves.maximum.pages[d.index];
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *a, *locks;
    ensures ok: AdapterOk(*a);
    ensures locks: LocksMoved(\old(a->domain), \old(*locks), a->domain, *locks);
    ensures status: PagesStatus(\old(*a), n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && *locks == \old(*locks) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures captured: \result.status == DXGMAP_OK ==> a->domain.ranges.length[\result.handle + 1] == n
                      && Captured(a->domain, \result.handle + 1, pages, n);
    ensures pinned: \result.status == DXGMAP_OK && IsPin(d.kind) ==> a->saves.pin[d.index] == \result.handle + 1; */
dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_counts *locks, dxgmap_descriptor d,
                                         const uint64_t *pages, uint32_t n);

/* Makes a view of `span` window pages from page `place` (span 0: ports, no window page). Its handle field is the slot.
   The cause: DXGMAP_NO_SLOT. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    requires descriptor: ViewDescribed(*a, d);
    requires place: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(a->views, place, span);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures domain: a->domain == \old(a->domain);
    ensures status: ViewStatus(\old(*a), \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures placed: \result.status == DXGMAP_OK ==> a->views.span[\result.handle] == span
                    && (span > 0 ==> a->views.place[\result.handle] == place); */
dxgmap_outcome dxgmap_adapter_take_view(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span);

/* Ends the mapping of slot i, whatever it is, and frees all that it held. */
/*@ requires valid: \valid(a) && \valid(locks);
    requires separated: \separated(a, locks);
    requires ok: AdapterOk(*a);
    requires locks: LocksCover(a->domain, *locks);
    requires live: SlotLive(a->slots, i);
    terminates \true;
    exits \false;
    assigns *a, *locks;
    ensures ok: AdapterOk(*a);
    ensures locks: LocksMoved(\old(a->domain), \old(*locks), a->domain, *locks);
    ensures released: Released(\old(*a), *a, i);
    ensures unpinned: IsPin(\old(*a).descriptors.at[i].kind) ==> a->saves.pin[\old(*a).descriptors.at[i].index] == 0; */
void dxgmap_adapter_release(dxgmap_adapter *a, dxgmap_counts *locks, uint32_t i);

/* Starts a stopped adapter with what it asks for. */
/*@ requires valid: \valid(a) && \valid(d);
    requires separated: \separated(a, d);
    requires ok: AdapterOk(*a);
    requires stopped: a->started == 0 && a->generation < DXGMAP_GENERATION_MAX;
    requires request: d->chain <= DXGMAP_CHAIN && d->resources <= DXGMAP_RESOURCES;
    requires charge: RequestSum(*d, d->chain) <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures started: StartsWith(*a, *d) && a->charge == RequestSum(*d, d->chain);
    ensures kept: MappingsKept(\old(*a), *a); */
void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d);

/* Sets the two switches of a started adapter. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures kept: MappingsKept(\old(*a), *a);
    ensures same: a->started == \old(a->started) && a->charge == \old(a->charge);
    ensures set: a->attached == attached && a->exclusive == exclusive; */
void dxgmap_adapter_switch(dxgmap_adapter *a, uint32_t attached, uint32_t exclusive);

/* Ends every mapping of the adapter, and stops it: no handle of it, nor its own, is ever valid again. */
/*@ requires valid: \valid(a) && \valid(locks);
    requires separated: \separated(a, locks);
    requires ok: AdapterOk(*a);
    requires locks: LocksCover(a->domain, *locks);
    requires started: a->started != 0;
    terminates \true;
    exits \false;
    assigns *a, *locks;
    ensures ok: AdapterOk(*a);
    ensures locks: LocksMoved(\old(a->domain), \old(*locks), a->domain, *locks);
    ensures stopped: a->started == 0 && a->charge == 0 && a->generation == \old(a->generation) + 1;
    ensures emptied: Emptied(\old(*a), *a); */
void dxgmap_adapter_close(dxgmap_adapter *a, dxgmap_counts *locks);

#endif
/* dxgmap: end model/core/adapter.h */
/* dxgmap: begin model/core/check.h sha256 65ce3c0579310b2b61eb3940e2acc704fa3a12fa42b618caddebf54f9e9ba72d */
#ifndef DXGMAP_CHECK_H
#define DXGMAP_CHECK_H

/* #include "state.h" */
/* dxgmap: begin model/core/state.h sha256 ec0afea37a3970a83d523573904671fb7574baa1e8f6095b4a7530553a4418bf */
#ifndef DXGMAP_STATE_H
#define DXGMAP_STATE_H

#include <stdint.h>

/* #include "adapter.h" */
/* #include "handle.h" */
/* dxgmap: begin model/core/handle.h sha256 da1d3c0da7d40acfdf689d17fda8c871d49f845f0fe6e8da736aa4a23c6ca9a0 */
#ifndef DXGMAP_HANDLE_H
#define DXGMAP_HANDLE_H

#include <stdint.h>

/* #include "profile.h" */

/* A handle is tag * 2^56 + generation * 2^24 + index + 1, so NULL is never one. The tag of a mapping handle is its
   adapter's place in the table; adapter handles have a tag that no mapping handle has. */
#define DXGMAP_ADAPTER_TAG 128u
#define DXGMAP_HANDLE_INDEXES 16777215u /* 2^24 - 1: index + 1 has 24 bits */

/* #include "logic/handle.h" */
/* dxgmap: begin spec/logic/handle.h sha256 b5f873c835a36bd741cc213413fd23d9b109ca53e52a302ae8549f804ae810f7 */
#ifndef DXGMAP_LOGIC_HANDLE_H
#define DXGMAP_LOGIC_HANDLE_H

/* How a handle is a tag, a generation and an index. */

/*@
  logic integer Handle(integer tag, integer generation, integer index) =
    tag * 0x100000000000000 + generation * 0x1000000 + index + 1;
  logic integer HandleTag(integer h) = h / 0x100000000000000;
  logic integer HandleGeneration(integer h) = h / 0x1000000 % 0x100000000;
  logic integer HandleIndex(integer h) = h % 0x1000000 - 1; // -1: none
*/

#endif
/* dxgmap: end spec/logic/handle.h */

/* The handle of life `generation` of slot (or adapter) `index`. */
/*@ requires index: index < DXGMAP_HANDLE_INDEXES;
    requires tag: tag <= DXGMAP_ADAPTER_TAG;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == Handle(tag, generation, index);
    ensures tag: HandleTag(\result) == tag;
    ensures generation: HandleGeneration(\result) == generation;
    ensures index: HandleIndex(\result) == index;
    ensures never_null: \result != 0; */
uint64_t dxgmap_handle_make(uint32_t tag, uint32_t generation, uint32_t index);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures tag: \result == HandleTag(handle);
    ensures range: \result < 256; */
uint32_t dxgmap_handle_tag(uint64_t handle);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures generation: \result == HandleGeneration(handle); */
uint32_t dxgmap_handle_generation(uint64_t handle);

/* 0xFFFFFFFF when the handle has no index. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle) && \result < DXGMAP_HANDLE_INDEXES;
    ensures none: HandleIndex(handle) < 0 ==> \result == 0xFFFFFFFF; */
uint32_t dxgmap_handle_index(uint64_t handle);

/* For the proofs; these do not run. */
/*@ ghost
  /@ requires index: index < DXGMAP_HANDLE_INDEXES;
     requires tag: tag <= DXGMAP_ADAPTER_TAG;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tag: HandleTag(\result) == tag;
     ensures generation: HandleGeneration(\result) == generation;
     ensures index: HandleIndex(\result) == index; @/
  uint64_t dxgmap_handle_name(uint32_t tag, uint32_t generation, uint32_t index);
*/
/*@ ghost
  // A handle is its tag, its generation and its index.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer a, b; HandleIndex(a) >= 0 && HandleTag(a) == HandleTag(b) &&
       HandleGeneration(a) == HandleGeneration(b) && HandleIndex(a) == HandleIndex(b) ==> a == b; @/
  void dxgmap_handle_parts(void);
*/

#endif
/* dxgmap: end model/core/handle.h */
/* #include "profile.h" */
/* #include "status.h" */
/* #include "types.h" */

/* The whole machine: every adapter, and what they share. All-zero memory is the machine with no adapter started. */
typedef struct {
  uint64_t commit;     /* pages that the save areas of the started adapters charge */
  dxgmap_counts locks; /* of each physical page: how many captured cells of all adapters lock it */
  dxgmap_adapter adapter[DXGMAP_ADAPTERS];
} dxgmap_state;

/* #include "logic/state.h" */
/* dxgmap: begin spec/logic/state.h sha256 47f87c89114cb834faee6e5543c95c5c5aff3531fc47366a122c8599def64d47 */
#ifndef DXGMAP_LOGIC_STATE_H
#define DXGMAP_LOGIC_STATE_H

/* The machine: its invariant, its identities, and the only ways in which a step may change it. */

/*@
  logic integer LockSum(dxgmap_state s, integer n, integer p) =
    n <= 0 ? 0 : LockSum(s, n - 1, p) + s.adapter[n - 1].domain.counts.count[p];
  predicate Locked(dxgmap_state s) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> s.locks.count[p] == LockSum(s, DXGMAP_ADAPTERS, p);

  logic integer ChargeSum(dxgmap_state s, integer n) = n <= 0 ? 0 : ChargeSum(s, n - 1) + s.adapter[n - 1].charge;
  predicate Charged(dxgmap_state s) = s.commit == ChargeSum(s, DXGMAP_ADAPTERS);

  predicate AdaptersOk(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> AdapterOk(s.adapter[k]);

  // What every step keeps.
  predicate Inv(dxgmap_state s) = AdaptersOk(s) && Locked(s) && Charged(s);

  // The adapter that a raw handle names: the handle has its generation, and it is started.
  logic integer AdapterOf(integer h) = HandleIndex(h);
  predicate KnownAdapter(dxgmap_state s, integer h) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    s.adapter[AdapterOf(h)].started != 0 && s.adapter[AdapterOf(h)].generation == HandleGeneration(h);

  predicate GateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (c.irql > limit ==> status == DXGMAP_BAD_IRQL) && (c.irql <= limit ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_OK)));

  // The identities: a handle is valid while the mapping lives that it was given for.
  predicate Valid(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_ADAPTERS &&
    SlotValid(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));
  predicate Describes(dxgmap_state s, integer h, dxgmap_descriptor d) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == d;
  predicate HandleOf(dxgmap_state s, integer k, integer kind, integer h) =
    HandleTag(h) == k && Valid(s, h) && s.adapter[k].descriptors.at[HandleIndex(h)].kind == kind;

  // How many pages the mapping of a handle has captured, and which.
  logic integer PagesOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.length[HandleIndex(h) + 1];
  logic integer PageOf(dxgmap_state s, integer h, integer k) =
    CapturedPage(s.adapter[HandleTag(h)].domain, HandleIndex(h) + 1, k);
  predicate Holds{L}(dxgmap_state s, integer h, uint64_t *pages, integer n) =
    PagesOf(s, h) == n && \forall integer k; 0 <= k < n ==> PageOf(s, h, k) == pages[k];
  predicate PlacedAt(dxgmap_state s, integer h, integer place, integer span) =
    s.adapter[HandleTag(h)].views.span[HandleIndex(h)] == span &&
    (span > 0 ==> s.adapter[HandleTag(h)].views.place[HandleIndex(h)] == place);

  // The provers take this for one fact and never look inside, which keeps the frame of a step cheap.
  predicate AdapterSame(dxgmap_adapter a, dxgmap_adapter b) = a == b;
  predicate AdaptersKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_ADAPTERS && j != k ==> AdapterSame(b.adapter[j], a.adapter[j]);

  // The step gave the identity h, on adapter k, and did nothing else.
  predicate Acquires(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Taken(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == b.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    AdaptersKept(a, b, k);
  // The step ended the identity h, on adapter k, and did nothing else.
  predicate Releases(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Released(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == a.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    AdaptersKept(a, b, k);
*/

#endif
/* dxgmap: end spec/logic/state.h */

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
/* dxgmap: end model/core/state.h */

/* Whether the machine is in a state that the invariant allows. For debug builds and tests: it asks nothing of the
   memory but that it is there, so it may be called on a state that something else has overwritten. Scratch is where the
   cells are tallied; its contents do not matter. */
/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Inv(*s); */
int dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check.h */
/* dxgmap: begin model/core/check_adapter.h sha256 700831a3913dda48f5667b74d8d298ac8ef2e30261f6bb6858957e41f128dc37 */
#ifndef DXGMAP_CHECK_ADAPTER_H
#define DXGMAP_CHECK_ADAPTER_H

/* #include "adapter.h" */

/* Whether the adapter is one that steps can reach; true of any memory. Scratch is where its cells are tallied. */
/*@ requires valid: \valid(a) && \valid(scratch);
    requires separated: \separated(a, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdapterOk(*a); */
int dxgmap_check_adapter(const dxgmap_adapter *a, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check_adapter.h */
/* dxgmap: begin model/core/check_domain.h sha256 c4f50b41afb2bdb43c0c9969e6e0b9366e1fe4faff2459d9df2050d61c520c72 */
#ifndef DXGMAP_CHECK_DOMAIN_H
#define DXGMAP_CHECK_DOMAIN_H

/* #include "domain.h" */

/* Whether the domain is one that steps can reach; true of any memory. Scratch is where the cells are tallied. */
/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> DomainOk(*d); */
int dxgmap_check_domain(const dxgmap_domain *d, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/check_domain.h */
/* dxgmap: begin model/core/check_heap.h sha256 bca0690da9360c68aa86a29e61267f57ed607fe5d5a034ec343badb72903f14f */
#ifndef DXGMAP_CHECK_HEAP_H
#define DXGMAP_CHECK_HEAP_H

/* #include "heap.h" */

/* Whether the memory is a heap of gaps; true of any memory. */
/*@ requires valid: \valid(heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapOk(*heap); */
int dxgmap_check_heap(const dxgmap_heap *heap);

#endif
/* dxgmap: end model/core/check_heap.h */
/* dxgmap: begin model/core/check_ranges.h sha256 903ecaae7c64d64781b64ac6af3ad632a54c5e7250c78a80614dd74cec9560ec */
#ifndef DXGMAP_CHECK_RANGES_H
#define DXGMAP_CHECK_RANGES_H

/* #include "ranges.h" */

/* Whether the memory is a range allocator: zeroed, or a ring that tiles the pages; true of any memory. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangesOk(*r); */
int dxgmap_check_ranges(const dxgmap_ranges *r);

#endif
/* dxgmap: end model/core/check_ranges.h */
/* dxgmap: begin model/core/check_slots.h sha256 f7b3d481d67e1d1dbfdef4fcac241107eb3962c7e6df045f103cf6a133388d58 */
#ifndef DXGMAP_CHECK_SLOTS_H
#define DXGMAP_CHECK_SLOTS_H

/* #include "slots.h" */

/* Whether the handle table is one that steps can reach; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsOk(*t); */
int dxgmap_check_slots(const dxgmap_slots *t);

#endif
/* dxgmap: end model/core/check_slots.h */
/* dxgmap: begin model/core/check_views.h sha256 407ce635c9ad73e41ae94aae157cd395f0922578a8fb54ef85a487bc080be855 */
#ifndef DXGMAP_CHECK_VIEWS_H
#define DXGMAP_CHECK_VIEWS_H

/* #include "views.h" */

/* Whether each window page belongs to the one view that has it; true of any memory. */
/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOk(*v); */
int dxgmap_check_views(const dxgmap_views *v);

#endif
/* dxgmap: end model/core/check_views.h */
/* dxgmap: begin model/core/keys.h sha256 5d272cff54115c5357b49c7de20dccb16306a3823b04a17f9b6205cfed1a1dc5 */
#ifndef DXGMAP_KEYS_H
#define DXGMAP_KEYS_H

/* #include "step.h" */
/* dxgmap: begin model/core/step.h sha256 491c2fc73705a5f12cdf34fea80dfc553b90932bee2580f78454071a9ec61802 */
#ifndef DXGMAP_STEP_H
#define DXGMAP_STEP_H

/* #include "leak.h" */
/* dxgmap: begin model/core/leak.h sha256 7027146d39fafb2f583cc7068ac8ecea4f7a0bda5d874d777678a332445c6254 */
#ifndef DXGMAP_LEAK_H
#define DXGMAP_LEAK_H

/* #include "op_adapter.h" */
/* dxgmap: begin model/core/op_adapter.h sha256 3ecd2343236965db5f75fcb83942af4b23782923a2d36facc2e1b7d6f32ae7b1 */
#ifndef DXGMAP_OP_ADAPTER_H
#define DXGMAP_OP_ADAPTER_H

/* #include "state.h" */

/* #include "logic/op_adapter.h" */
/* dxgmap: begin spec/logic/op_adapter.h sha256 38cbea4142ed4a3ab891ee8cf74be60b650fa9523e0d82314d6410c4e9717792 */
#ifndef DXGMAP_LOGIC_OP_ADAPTER_H
#define DXGMAP_LOGIC_OP_ADAPTER_H

/* Start, attach, exclusive access, stop: the first cause that holds (spec/clauses/start.md, ...). */

/*@
  predicate SavesAligned(dxgmap_start d, integer n) =
    \forall integer k; 0 <= k < n ==> d.save_bytes[k] % DXGMAP_PAGE_SIZE == 0;
  predicate ResourceOk(dxgmap_resource r) =
    r.space <= DXGMAP_IO_SPACE && r.length >= 1 && r.start + r.length <= 0xFFFFFFFFFFFFFFFF;
  predicate ResourcesOk(dxgmap_start d, integer n) = \forall integer k; 0 <= k < n ==> ResourceOk(d.resource[k]);
  // The adapter can reach the last byte of installed memory.
  predicate SeesMemory(dxgmap_start d) = d.installed_pages * DXGMAP_PAGE_SIZE <= d.highest_visible + 1;
  predicate CanStart(dxgmap_adapter a) = a.started == 0 && a.generation < DXGMAP_GENERATION_MAX;
  predicate TableRoom(dxgmap_state s) = \exists integer k; 0 <= k < DXGMAP_ADAPTERS && CanStart(s.adapter[k]);

  predicate StartStatus(dxgmap_state s, dxgmap_start d, integer status) =
    (d.chain == 0 || d.chain > DXGMAP_CHAIN ==> status == DXGMAP_BAD_INDEX) &&
    (1 <= d.chain <= DXGMAP_CHAIN ==>
    (!SavesAligned(d, d.chain) ==> status == DXGMAP_BAD_SIZE) && (SavesAligned(d, d.chain) ==>
    (d.resources > DXGMAP_RESOURCES ==> status == DXGMAP_BAD_RESOURCE) && (d.resources <= DXGMAP_RESOURCES ==>
    (!ResourcesOk(d, d.resources) ==> status == DXGMAP_BAD_RESOURCE) && (ResourcesOk(d, d.resources) ==>
    (!SeesMemory(d) ==> status == DXGMAP_NOT_VISIBLE) && (SeesMemory(d) ==>
    (RequestSum(d, d.chain) > DXGMAP_CHARGE_MAX ==> status == DXGMAP_TOO_LARGE) &&
    (RequestSum(d, d.chain) <= DXGMAP_CHARGE_MAX ==>
    (s.commit + RequestSum(d, d.chain) > d.commit_limit ==> status == DXGMAP_NO_COMMIT) &&
    (s.commit + RequestSum(d, d.chain) <= d.commit_limit ==>
    (!TableRoom(s) ==> status == DXGMAP_NO_ADAPTER) && (TableRoom(s) ==> status == DXGMAP_OK))))))));

  // The step started the adapter of handle h, and did nothing else.
  predicate Starts(dxgmap_state a, dxgmap_state b, integer h, dxgmap_start d) =
    !KnownAdapter(a, h) && KnownAdapter(b, h) && CanStart(a.adapter[AdapterOf(h)]) &&
    StartsWith(b.adapter[AdapterOf(h)], d) && AdaptersKept(a, b, AdapterOf(h)) &&
    MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].slots.live == 0 &&
    b.commit == a.commit + RequestSum(d, d.chain);
  // The step stopped the adapter of handle h, ended every life on it, and did nothing else.
  predicate Stops(dxgmap_state a, dxgmap_state b, integer h) =
    KnownAdapter(a, h) && b.adapter[AdapterOf(h)].started == 0 &&
    b.adapter[AdapterOf(h)].generation == a.adapter[AdapterOf(h)].generation + 1 &&
    Emptied(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && AdaptersKept(a, b, AdapterOf(h)) &&
    b.commit == a.commit - a.adapter[AdapterOf(h)].charge;

  // The step changed only the switches of the adapter of handle h.
  predicate Switches(dxgmap_state a, dxgmap_state b, integer h, integer attached, integer exclusive) =
    KnownAdapter(a, h) && KnownAdapter(b, h) && MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) &&
    b.adapter[AdapterOf(h)].attached == attached && b.adapter[AdapterOf(h)].exclusive == exclusive &&
    AdaptersKept(a, b, AdapterOf(h)) && b.commit == a.commit;

  predicate AttachStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].attached != 0 ==> status == DXGMAP_ATTACHED) &&
    (s.adapter[AdapterOf(h)].attached == 0 ==> status == DXGMAP_OK));
  predicate ExclusiveBeginStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_OK));
  predicate ExclusiveEndStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive == 0 ==> status == DXGMAP_NOT_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_OK));
  predicate StopStatus(dxgmap_state s, integer h, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==> status == DXGMAP_OK);

  predicate LiveStatus(dxgmap_state s, integer h, integer cursor, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (cursor >= s.adapter[AdapterOf(h)].slots.live ==> status == DXGMAP_NO_MORE) &&
    (cursor < s.adapter[AdapterOf(h)].slots.live ==> status == DXGMAP_OK));
  // The live mapping of handle h is the cursor-th: the cursors 0 .. live - 1 name each live mapping once.
  predicate LiveAt(dxgmap_state s, integer h, integer cursor) =
    s.adapter[HandleTag(h)].slots.place[HandleIndex(h)] == s.adapter[HandleTag(h)].slots.free + cursor;
*/

#endif
/* dxgmap: end spec/logic/op_adapter.h */

/* Starts an adapter: charges its save areas and gives its handle, or changes nothing. Source: IOMMU-based GPU isolation,
   DXGK_FRAMEBUFFERSAVEAREA, IOMMU DMA remapping (visible bounds). */
/*@ requires valid: \valid(s) && \valid(d);
    requires separated: \separated(s, d);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), *d, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures starts: \result.status == DXGMAP_OK ==> \result.handle != 0 && Starts(\old(*s), *s, \result.handle, *d); */
dxgmap_outcome dxgmap_op_start(dxgmap_state *s, const dxgmap_start *d);

/* Puts the IOMMU domain in force: from here the device reaches mapped pages only. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AttachStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures attached: \result == DXGMAP_OK
                      ==> Switches(\old(*s), *s, adapter, 1, \old(*s).adapter[AdapterOf(adapter)].exclusive); */
uint32_t dxgmap_op_attach(dxgmap_state *s, uint64_t adapter);

/* Begins exclusive access: the driver keeps its device silent and calls nothing. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveBeginStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures begun: \result == DXGMAP_OK
                   ==> Switches(\old(*s), *s, adapter, \old(*s).adapter[AdapterOf(adapter)].attached, 1); */
uint32_t dxgmap_op_exclusive_begin(dxgmap_state *s, uint64_t adapter);

/* Ends exclusive access. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveEndStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures ended: \result == DXGMAP_OK
                   ==> Switches(\old(*s), *s, adapter, \old(*s).adapter[AdapterOf(adapter)].attached, 0); */
uint32_t dxgmap_op_exclusive_end(dxgmap_state *s, uint64_t adapter);

/* Stops the adapter and ends every mapping that is still live: look at them with dxgmap_op_live before. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures stops: \result == DXGMAP_OK ==> Stops(\old(*s), *s, adapter); */
uint32_t dxgmap_op_stop(dxgmap_state *s, uint64_t adapter);

/* The cursor-th live mapping of the adapter; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LiveStatus(*s, adapter, cursor, \result.status);
    ensures live: \result.status == DXGMAP_OK ==> Valid(*s, \result.handle)
                  && HandleTag(\result.handle) == AdapterOf(adapter) && LiveAt(*s, \result.handle, cursor);
    ensures described: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, \result.descriptor);
    ensures pages: \result.status == DXGMAP_OK ==> \result.pages == PagesOf(*s, \result.handle);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, \result.place, \result.span); */
dxgmap_live dxgmap_op_live(const dxgmap_state *s, uint64_t adapter, uint32_t cursor);

#endif
/* dxgmap: end model/core/op_adapter.h */

/* #include "logic/leak.h" */
/* dxgmap: begin spec/logic/leak.h sha256 59f62564c8fc94f641490b01d7b02af12d37b3436f19eb6182e761588fc1cc83 */
#ifndef DXGMAP_LOGIC_LEAK_H
#define DXGMAP_LOGIC_LEAK_H

/* What a state without live mappings holds: nothing. And how its live mappings are listed. */

/*@
  // No slot, no cell, no count, no window page and no pin is in use.
  predicate AdapterEmpty(dxgmap_adapter a) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a.slots, i)) &&
    (\forall integer i; !RangeLive(a.domain.ranges, i)) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.cells.cell[l] == 0) &&
    (\forall integer p; 0 <= p < DXGMAP_PAGES ==> a.domain.counts.count[p] == 0) &&
    (\forall integer w; 0 <= w < DXGMAP_WINDOW ==> a.views.owner[w] == 0) &&
    (\forall integer k; 0 <= k < DXGMAP_CHAIN ==> a.saves.pin[k] == 0);
  predicate Unlocked(dxgmap_state s) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> s.locks.count[p] == 0;
  predicate NothingHeld(dxgmap_state s) =
    Unlocked(s) && \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> AdapterEmpty(s.adapter[k]);

  predicate SomeValid(dxgmap_state s) = \exists integer h; Valid(s, h);

  predicate AllStopped(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s.adapter[k].started == 0;
  // Memory is committed only for adapters that are started: as much as they asked for.
  predicate Committed(dxgmap_state s) = Charged(s) && (AllStopped(s) ==> s.commit == 0);

  predicate ListedAt(dxgmap_state s, integer k, integer c) =
    \exists integer h; Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c);
  // The cursors 0 .. live - 1 of adapter k name its live mappings: each cursor one, each mapping once, and no other.
  predicate Listed(dxgmap_state s, integer k) =
    (\forall integer c; 0 <= c < s.adapter[k].slots.live ==> ListedAt(s, k, c)) &&
    (\forall integer h; Valid(s, h) && HandleTag(h) == k ==>
       \exists integer c; 0 <= c < s.adapter[k].slots.live && LiveAt(s, h, c)) &&
    (\forall integer c, g, h; Valid(s, g) && HandleTag(g) == k && LiveAt(s, g, c) &&
       Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c) ==> g == h) &&
    (\forall integer c, d, h; LiveAt(s, h, c) && LiveAt(s, h, d) ==> c == d);
  predicate AllListed(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> Listed(s, k);
*/

#endif
/* dxgmap: end spec/logic/leak.h */

/* What every state says of leaks (T-LEAK); facts for the proofs, none of them runs. */
/*@ ghost
  // Cells that hold nothing count nothing.
  /@ requires empty: \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer v; v != 0 ==> CellCount(c, DXGMAP_CELLS, v) == 0; @/
  void dxgmap_leak_cells(dxgmap_cells c);
*/
/*@ ghost
  // Some handle is valid, or nothing is held.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures held: SomeValid(s) || NothingHeld(s); @/
  void dxgmap_leak_nothing(dxgmap_state s);
*/
/*@ ghost
  // What is committed is what the started adapters asked for.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures committed: Committed(s); @/
  void dxgmap_leak_committed(dxgmap_state s);
*/
/*@ ghost
  // The cursors name the live mappings.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures listed: AllListed(s); @/
  void dxgmap_leak_listed(dxgmap_state s);
*/

#endif
/* dxgmap: end model/core/leak.h */
/* #include "op_adapter.h" */
/* #include "op_pages.h" */
/* dxgmap: begin model/core/op_pages.h sha256 da5833b70280a4afd0c86fd43497661d14356ff35fa8d9aaea469717fc268556 */
#ifndef DXGMAP_OP_PAGES_H
#define DXGMAP_OP_PAGES_H

/* #include "state.h" */

/* #include "logic/op_pages.h" */
/* dxgmap: begin spec/logic/op_pages.h sha256 e93949e9209164c159a4ba54fba3a9e511ca85644cfff824cc67ba3aaa7a2752 */
#ifndef DXGMAP_LOGIC_OP_PAGES_H
#define DXGMAP_LOGIC_OP_PAGES_H

/* Mappings that have a handle of their own: the first cause that holds (spec/clauses/mdl.md, allocate.md). */

/*@
  predicate HasHandle(integer kind) = kind == DXGMAP_MDL || kind == DXGMAP_PAGE_LIST || kind == DXGMAP_CONTIGUOUS;

  predicate MapPagesAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (!HasHandle(kind) ==> status == DXGMAP_BAD_KIND) && (HasHandle(kind) ==> status == DXGMAP_OK));

  predicate MapPagesStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer kind, uint64_t *pages, integer count,
                              integer status) =
    (!MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==> MapPagesAdmit(s, c, h, kind, status)) &&
    (MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==>
    (count == 0 ==> status == DXGMAP_BAD_COUNT) && (count != 0 ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[AdapterOf(h)], count, status))));

  predicate UnmapPagesStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer handle, integer status) =
    (!MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==> MapPagesAdmit(s, c, h, kind, status)) &&
    (MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==>
    (!HandleOf(s, AdapterOf(h), kind, handle) ==> status == DXGMAP_BAD_HANDLE) &&
    (HandleOf(s, AdapterOf(h), kind, handle) ==> status == DXGMAP_OK));
*/

#endif
/* dxgmap: end spec/logic/op_pages.h */

/* The causes that decide a mapping of kind DXGMAP_MDL, DXGMAP_PAGE_LIST or DXGMAP_CONTIGUOUS before any page is at hand.
   Source: DXGKCB_MAPMDLTOIOMMU, DXGKCB_ALLOCATEPAGESFORMDL, DXGKCB_ALLOCATECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: MapPagesAdmit(*s, caller, adapter, kind, \result); */
uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind);

/* Maps the pages into the domain and captures their numbers; the handle is what the driver gets. A page that is mapped
   already is counted once more. Source: as above. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPagesStatus(\old(*s), caller, adapter, kind, pages, count, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count); */
dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count);

/* Unmaps exactly the pages that were captured when the handle was given.
   Source: DXGKCB_UNMAPMDLFROMIOMMU, DXGKCB_FREEPAGESFROMMDL, DXGKCB_FREECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPagesStatus(\old(*s), caller, adapter, kind, handle, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), handle);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == handle; */
dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle);

#endif
/* dxgmap: end model/core/op_pages.h */
/* #include "op_pin.h" */
/* dxgmap: begin model/core/op_pin.h sha256 5dc0dbaae761d47541abc529ee68e91516af6371c6c4830ba4145c9813e49980 */
#ifndef DXGMAP_OP_PIN_H
#define DXGMAP_OP_PIN_H

/* #include "state.h" */

/* #include "logic/op_pin.h" */
/* dxgmap: begin spec/logic/op_pin.h sha256 ecf238602ee26b142918864f521ca4600afc8d7fa12a2034c9908317a6a34a22 */
#ifndef DXGMAP_LOGIC_OP_PIN_H
#define DXGMAP_LOGIC_OP_PIN_H

/* Pin and unpin of a save area: the first cause that holds (spec/clauses/pin.md, unpin.md). */

/*@
  // An MDL describes less than 4 GiB, an ADL less than 2^32 pages.
  predicate PinTooLarge(dxgmap_saves s, integer index, integer bytes, integer kind) =
    bytes / DXGMAP_PAGE_SIZE > s.maximum.pages[index] ||
    (kind == DXGMAP_PIN && bytes > 0xFFFFF000) || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;

  predicate PinAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                     integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (!IsPin(kind) ==> status == DXGMAP_BAD_KIND) && (IsPin(kind) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ==> status == DXGMAP_NO_SAVE_AREA) &&
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] != 0 ==>
    (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 ==> status == DXGMAP_BAD_SIZE) &&
    (bytes != 0 && bytes % DXGMAP_PAGE_SIZE == 0 ==>
    (PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ==> status == DXGMAP_TOO_LARGE) &&
    (!PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ==>
    (s.adapter[AdapterOf(h)].saves.pin[index] != 0 ==> status == DXGMAP_PINNED) &&
    (s.adapter[AdapterOf(h)].saves.pin[index] == 0 ==> status == DXGMAP_OK)))))));

  predicate PinStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                         uint64_t *pages, integer count, integer pressure, integer status) =
    (!PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ==> PinAdmit(s, c, h, index, bytes, kind, status)) &&
    (PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (count != bytes / DXGMAP_PAGE_SIZE ==> status == DXGMAP_BAD_COUNT) && (count == bytes / DXGMAP_PAGE_SIZE ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[AdapterOf(h)], count, status)))));

  predicate UnpinStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.pin[index] == 0 ==> status == DXGMAP_NOT_PINNED) &&
    (s.adapter[AdapterOf(h)].saves.pin[index] != 0 ==> status == DXGMAP_OK)));
*/

#endif
/* dxgmap: end spec/logic/op_pin.h */

/* The causes that decide a pin before any page is at hand. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PinAdmit(*s, caller, adapter, index, bytes, kind, \result); */
uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind);

/* Pins the first `bytes` bytes of the save area of physical adapter `index` into the pages given, one number a page;
   kind is DXGMAP_PIN or DXGMAP_PIN2. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PinStatus(\old(*s), caller, adapter, index, bytes, kind, pages, count, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures pinned: \result.status == DXGMAP_OK
                    ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == HandleIndex(\result.handle) + 1; */
dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure);

/* Releases what pins the save area of physical adapter `index`, be it by Pin or Pin2; the handle is the pin's.
   Source: DXGKCB_UNPINFRAMEBUFFERFORSAVE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnpinStatus(\old(*s), caller, adapter, index, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pin: \result.status == DXGMAP_OK
                     ==> HandleIndex(\result.handle) + 1 == \old(*s).adapter[AdapterOf(adapter)].saves.pin[index];
    ensures unpinned: \result.status == DXGMAP_OK ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == 0; */
dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index);

#endif
/* dxgmap: end model/core/op_pin.h */
/* #include "op_pointer.h" */
/* dxgmap: begin model/core/op_pointer.h sha256 780effe346d8f999fbb4add7272ab37b27924439ad37a884e5f6635509500679 */
#ifndef DXGMAP_OP_POINTER_H
#define DXGMAP_OP_POINTER_H

/* #include "state.h" */

/* #include "logic/op_pointer.h" */
/* dxgmap: begin spec/logic/op_pointer.h sha256 d51944e4a3697510ba57eefd4417e5192a352c33222f7d432221feafbd3de811 */
#ifndef DXGMAP_LOGIC_OP_POINTER_H
#define DXGMAP_LOGIC_OP_POINTER_H

/* Frame buffer pointers: the first cause that holds (spec/clauses/pointer.md). */

/*@
  predicate ChunkBadSize(integer size, integer offset) =
    size == 0 || size % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0;

  predicate PointerAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
                         integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ==> status == DXGMAP_NO_SAVE_AREA) &&
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] != 0 ==>
    (ChunkBadSize(size, offset) ==> status == DXGMAP_BAD_SIZE) && (!ChunkBadSize(size, offset) ==>
    (offset + size > s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
       ==> status == DXGMAP_TOO_LARGE) &&
    (offset + size <= s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
       ==> status == DXGMAP_OK)))));

  predicate MapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
                             integer at, integer slack, integer pressure, integer status) =
    (!PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ==> PointerAdmit(s, c, h, index, size, offset, status)) &&
    (PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (!ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
       ==> ViewStatus(s.adapter[AdapterOf(h)], status))));

  // The descriptor says which bytes of which save area the pointer reaches, and what stands before them.
  predicate PointerAsked(dxgmap_descriptor d, integer index, integer size, integer offset, integer slack) =
    d.kind == DXGMAP_POINTER && d.index == index && d.length == size && d.physical == offset && d.slack == slack;

  // Slot i is a live pointer into save area `index` whose base is `address`, a byte offset in the window.
  predicate PointerAt(dxgmap_adapter a, integer index, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_POINTER && a.descriptors.at[i].index == index &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  predicate UnmapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer address,
                               integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    ((\forall integer i; !PointerAt(s.adapter[AdapterOf(h)], index, address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; PointerAt(s.adapter[AdapterOf(h)], index, address, i) ==> status == DXGMAP_OK)));
*/

#endif
/* dxgmap: end spec/logic/op_pointer.h */

/* The causes that decide a frame buffer pointer before any resource is at hand; size and offset in bytes.
   Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PointerAdmit(*s, caller, adapter, index, size, offset, \result); */
uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset);

/* Maps bytes offset .. offset + size - 1 of the save area of physical adapter `index` for the CPU. The host offers the
   window pages from page `at`: first `slack` pages that hold no data, then the data, so the base is at * 4096 and the
   output Offset slack * 4096. Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPointerStatus(\old(*s), caller, adapter, index, size, offset, at, slack, pressure,
                                     \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), DXGMAP_POINTER, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> PointerAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)], index, size,
                                    offset, slack);
    ensures base: \result.status == DXGMAP_OK ==> PointerAt(s->adapter[AdapterOf(adapter)], index,
                                                            at * DXGMAP_PAGE_SIZE, HandleIndex(\result.handle));
    ensures placed: \result.status == DXGMAP_OK
                    ==> PlacedAt(*s, \result.handle, at, slack + size / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the pointer into save area `index` whose base is exactly `address`, a byte offset in the adapter's window.
   Source: DXGKARGCB_UNMAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPointerStatus(\old(*s), caller, adapter, index, address, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pointer: \result.status == DXGMAP_OK
                         ==> PointerAt(\old(*s).adapter[AdapterOf(adapter)], index, address,
                                       HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address);

#endif
/* dxgmap: end model/core/op_pointer.h */
/* #include "op_translate.h" */
/* dxgmap: begin model/core/op_translate.h sha256 ff0f79ab451b4d2ffa38e1c19ea4f230b8b2149143187ec82b0151ba1495ab9a */
#ifndef DXGMAP_OP_TRANSLATE_H
#define DXGMAP_OP_TRANSLATE_H

/* #include "state.h" */

/* #include "logic/op_translate.h" */
/* dxgmap: begin spec/logic/op_translate.h sha256 db6e3ccecce790f914879d73488177e37ccbf8801270d00ecdbc8402a0b8fbe5 */
#ifndef DXGMAP_LOGIC_OP_TRANSLATE_H
#define DXGMAP_LOGIC_OP_TRANSLATE_H

/* #include "xlate.h" */
/* dxgmap: begin spec/logic/xlate.h sha256 e75176e08ac8c0458e3c0481735a2fa0019625ed148b60195d0d55f3fbbb6bd2 */
#ifndef DXGMAP_LOGIC_XLATE_H
#define DXGMAP_LOGIC_XLATE_H

/* The reference translation: live mappings and the pages that they captured, and nothing else. In identity mode the
   logical page number is the physical one, so page l answers l or nothing. */

/*@
  // The mapping of slot i lives and has captured page p at offset o.
  predicate CapturedAt(dxgmap_adapter a, integer i, integer o, integer p) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind != DXGMAP_NO_KIND && 0 <= o < a.domain.ranges.length[i + 1] &&
    CapturedPage(a.domain, i + 1, o) == p;
  predicate Xlate(dxgmap_adapter a, integer l, integer p) = l == p && \exists integer i, o; CapturedAt(a, i, o, p);
*/

#endif
/* dxgmap: end spec/logic/xlate.h */

/* What the device gets for a logical page: the first cause that holds (spec/clauses/translate.md). */

/*@
  predicate TranslateStatus(dxgmap_state s, integer h, integer page, integer status) =
    (!KnownAdapter(s, h) ==> status == DXGMAP_BAD_ADAPTER) && (KnownAdapter(s, h) ==>
    (s.adapter[AdapterOf(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[AdapterOf(h)].exclusive == 0 ==>
    (page >= DXGMAP_PAGES ==> status == DXGMAP_BLOCKED) && (page < DXGMAP_PAGES ==>
    (s.adapter[AdapterOf(h)].attached == 0 ==> status == DXGMAP_BYPASS) &&
    (s.adapter[AdapterOf(h)].attached != 0 ==>
    (Xlate(s.adapter[AdapterOf(h)], page, page) ==> status == DXGMAP_OK) &&
    (!Xlate(s.adapter[AdapterOf(h)], page, page) ==> status == DXGMAP_BLOCKED)))));
*/

#endif
/* dxgmap: end spec/logic/op_translate.h */

/* What a device access to logical page `page` of the adapter's domain reaches. Before the domain is attached nothing is
   checked (DXGMAP_BYPASS). Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures nothing: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* How many captured pages of live mappings, of all adapters, name this physical page: its frame may be used for
   something else only at 0. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures locks: page < DXGMAP_PAGES ==> \result == LockSum(*s, DXGMAP_ADAPTERS, page);
    ensures outside: page >= DXGMAP_PAGES ==> \result == 0; */
uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page);

#endif
/* dxgmap: end model/core/op_translate.h */
/* #include "op_view.h" */
/* dxgmap: begin model/core/op_view.h sha256 6e161a5aa47bb3c205d4699a9b1852b2ccb75d3e429675565ef5195621a1c866 */
#ifndef DXGMAP_OP_VIEW_H
#define DXGMAP_OP_VIEW_H

/* #include "state.h" */

/* #include "logic/op_view.h" */
/* dxgmap: begin spec/logic/op_view.h sha256 99dcbf2a135fb3f14c66fdcb7bf099285e40e783a88ed37ebe821bb271e31314 */
#ifndef DXGMAP_LOGIC_OP_VIEW_H
#define DXGMAP_LOGIC_OP_VIEW_H

/* CPU views of DxgkCbMapMemory and of the video port: the first cause that holds (spec/clauses/view.md, video.md). */

/*@
  predicate IsView(integer kind) = kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO;

  predicate ViewBadSize(dxgmap_view_request r) =
    r.length == 0 || r.length > 0xFFFFFFFF || r.physical + r.length > 0xFFFFFFFFFFFFFFFF;

  // A live view of the video port lies over the same memory with another P6CACHE setting; ports have no caching.
  predicate Conflicts(dxgmap_descriptor d, dxgmap_view_request r) =
    d.kind == DXGMAP_VIDEO && d.space == DXGMAP_MEMORY_SPACE && r.space == DXGMAP_MEMORY_SPACE && d.cache != r.cache && d.physical < r.physical + r.length &&
    r.physical < d.physical + d.length;
  predicate CacheConflict(dxgmap_adapter a, dxgmap_view_request r) =
    \exists integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a.descriptors.at[i], r);

  predicate ViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    (!GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==>
    (!IsView(r.kind) ==> status == DXGMAP_BAD_KIND) && (IsView(r.kind) ==>
    (r.space > DXGMAP_IO_SPACE ==> status == DXGMAP_BAD_SPACE) && (r.space <= DXGMAP_IO_SPACE ==>
    (ViewBadSize(r) ==> status == DXGMAP_BAD_SIZE) && (!ViewBadSize(r) ==>
    (r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process ==> status == DXGMAP_BAD_PROCESS) &&
    (!(r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process) ==>
    (!Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length) ==> status == DXGMAP_NOT_OWNED) &&
    (Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length) ==>
    (r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r) ==> status == DXGMAP_CACHE_CONFLICT) &&
    (!(r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r)) ==> status == DXGMAP_OK)))))));

  // How many window pages the view touches; the ports of I/O space need none.
  logic integer ViewSpan(dxgmap_view_request r) = r.space == DXGMAP_MEMORY_SPACE
    ? (r.physical % DXGMAP_PAGE_SIZE + r.length + DXGMAP_PAGE_SIZE - 1) / DXGMAP_PAGE_SIZE : 0;

  predicate MapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    (!ViewAdmit(s, c, h, r, DXGMAP_OK) ==> ViewAdmit(s, c, h, r, status)) && (ViewAdmit(s, c, h, r, DXGMAP_OK) ==>
    (r.space == DXGMAP_MEMORY_SPACE && !ViewRoom(s.adapter[AdapterOf(h)].views, r.at, ViewSpan(r))
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (r.space == DXGMAP_IO_SPACE || ViewRoom(s.adapter[AdapterOf(h)].views, r.at, ViewSpan(r))
       ==> ViewStatus(s.adapter[AdapterOf(h)], status)));

  // The descriptor says what the view was asked for.
  predicate ViewAsked(dxgmap_descriptor d, dxgmap_caller c, dxgmap_view_request r) =
    d.kind == r.kind && d.space == r.space && d.cache == r.cache && d.physical == r.physical && d.length == r.length &&
    (d.user != 0 <==> r.space == DXGMAP_MEMORY_SPACE && r.user != 0) && (d.user != 0 ==> d.process == c.process);

  // Where the view of slot i begins: a byte offset in the window, which keeps the byte offset in the page; or its port.
  logic integer ViewBase(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? a.views.place[i] * DXGMAP_PAGE_SIZE + a.descriptors.at[i].physical % DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical;
  logic integer ViewEnd(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? (a.views.place[i] + a.views.span[i]) * DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical + a.descriptors.at[i].length;

  // `address` releases the view of slot i: its base for DxgkCbUnmapMemory, any address inside for the video port.
  predicate ViewAt(dxgmap_adapter a, integer kind, integer space, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == kind && a.descriptors.at[i].space == space &&
    (kind == DXGMAP_VIEW ==> address == ViewBase(a, i)) && ViewBase(a, i) <= address < ViewEnd(a, i);

  // A view in user mode is released in its process; a process handle that is given is the one of the map. Ports are in
  // no process.
  predicate ProcessFits(dxgmap_descriptor d, dxgmap_caller c, integer process) =
    d.space == DXGMAP_IO_SPACE ||
    ((process == 0 || process == d.process) && (d.user != 0 ==> c.process == d.process));

  predicate UnmapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer space, integer address,
                            integer process, integer status) =
    (!GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==>
    (!IsView(kind) ==> status == DXGMAP_BAD_KIND) && (IsView(kind) ==>
    (space > DXGMAP_IO_SPACE ==> status == DXGMAP_BAD_SPACE) && (space <= DXGMAP_IO_SPACE ==>
    ((\forall integer i; !ViewAt(s.adapter[AdapterOf(h)], kind, space, address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; ViewAt(s.adapter[AdapterOf(h)], kind, space, address, i) ==>
      (!ProcessFits(s.adapter[AdapterOf(h)].descriptors.at[i], c, process) ==> status == DXGMAP_BAD_PROCESS) &&
      (ProcessFits(s.adapter[AdapterOf(h)].descriptors.at[i], c, process) ==> status == DXGMAP_OK)))));
*/

#endif
/* dxgmap: end spec/logic/op_view.h */

/* The causes that decide a view before any resource is at hand. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ViewAdmit(*s, caller, adapter, *r, \result); */
uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r);

/* Maps a range of the adapter's resources for the CPU: memory at the window pages that the host offers, ports at
   themselves. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapViewStatus(\old(*s), caller, adapter, *r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), r->kind, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ViewAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)], caller, *r);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, r->at, ViewSpan(*r)); */
dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter,
                                  const dxgmap_view_request *r);

/* Releases one view. `address` is a byte offset in the adapter's window, or a port: exactly the base for DXGMAP_VIEW,
   anywhere inside for DXGMAP_VIDEO. Where a port address has several views one of them is released.
   Source: DXGKCB_UNMAP_MEMORY, VideoPortUnmapMemory. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapViewStatus(\old(*s), caller, adapter, kind, space, address, process, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_view: \result.status == DXGMAP_OK ==> ViewAt(\old(*s).adapter[AdapterOf(adapter)], kind, space, address,
                                                             HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process);

#endif
/* dxgmap: end model/core/op_view.h */
/* #include "state.h" */

enum dxgmap_op {
  DXGMAP_OP_START = 0,
  DXGMAP_OP_ATTACH = 1,
  DXGMAP_OP_EXCLUSIVE_BEGIN = 2,
  DXGMAP_OP_EXCLUSIVE_END = 3,
  DXGMAP_OP_STOP = 4,
  DXGMAP_OP_PIN = 5,
  DXGMAP_OP_UNPIN = 6,
  DXGMAP_OP_MAP_PAGES = 7,
  DXGMAP_OP_UNMAP_PAGES = 8,
  DXGMAP_OP_MAP_POINTER = 9,
  DXGMAP_OP_UNMAP_POINTER = 10,
  DXGMAP_OP_MAP_VIEW = 11,
  DXGMAP_OP_UNMAP_VIEW = 12,
  DXGMAP_OP_TRANSLATE = 13,
  DXGMAP_OPS = 14
};

/* A call of any operation; each reads the fields that its arguments have the names of. */
typedef struct {
  uint32_t op; /* enum dxgmap_op */
  dxgmap_caller caller;
  uint64_t adapter; /* the raw handle */
  uint32_t index;
  uint32_t kind;
  uint32_t space;
  uint32_t slack;
  uint32_t pressure;
  uint32_t count; /* the page list: pages first .. first + count - 1 of the pool */
  uint64_t first;
  uint64_t bytes; /* of a pin or a pointer */
  uint64_t offset;
  uint64_t at;
  uint64_t handle;
  uint64_t address;
  uint64_t process;
  uint64_t page; /* to translate */
  dxgmap_view_request view;
  dxgmap_start start;
} dxgmap_call;

/* What the call answered. */
typedef struct {
  uint32_t status;
  uint64_t handle; /* of the mapping that was acquired or released, or of the adapter that started; else 0 */
  uint64_t page;   /* of a translation; else 0 */
} dxgmap_result;

/* #include "logic/step.h" */
/* dxgmap: begin spec/logic/step.h sha256 b889b77b4361f117fbc2d7c743a20e07e214b09090b7c906481c1a0656990842 */
#ifndef DXGMAP_LOGIC_STEP_H
#define DXGMAP_LOGIC_STEP_H

/* One call and its answer: which status it must have, what it does to the state, and which lives it begins and ends. */

/*@
  predicate Acquiring(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_MAP_POINTER || op == DXGMAP_OP_MAP_VIEW;
  predicate Capturing(integer op) = op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES;
  predicate Releasing(integer op) =
    op == DXGMAP_OP_UNPIN || op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_UNMAP_POINTER ||
    op == DXGMAP_OP_UNMAP_VIEW;
  predicate Switching(integer op) =
    op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END;

  // The slice of the page pool that a call names lies in the pool.
  predicate InPool(dxgmap_call c, integer n) = c.first + c.count <= n;

  predicate AcquireStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    (c.op == DXGMAP_OP_MAP_POINTER ==>
       MapPointerStatus(s, c.caller, c.adapter, c.index, c.bytes, c.offset, c.at, c.slack, c.pressure, status)) &&
    (c.op == DXGMAP_OP_MAP_VIEW ==> MapViewStatus(s, c.caller, c.adapter, c.view, status)) &&
    (Capturing(c.op) && !InPool(c, n) ==> status == DXGMAP_BAD_COUNT) &&
    (c.op == DXGMAP_OP_PIN && InPool(c, n) ==>
       PinStatus(s, c.caller, c.adapter, c.index, c.bytes, c.kind, pool + c.first, c.count, c.pressure, status)) &&
    (c.op == DXGMAP_OP_MAP_PAGES && InPool(c, n) ==>
       MapPagesStatus(s, c.caller, c.adapter, c.kind, pool + c.first, c.count, status));
  predicate ReleaseStatus(dxgmap_state s, dxgmap_call c, integer status) =
    (c.op == DXGMAP_OP_UNPIN ==> UnpinStatus(s, c.caller, c.adapter, c.index, status)) &&
    (c.op == DXGMAP_OP_UNMAP_PAGES ==> UnmapPagesStatus(s, c.caller, c.adapter, c.kind, c.handle, status)) &&
    (c.op == DXGMAP_OP_UNMAP_POINTER ==> UnmapPointerStatus(s, c.caller, c.adapter, c.index, c.address, status)) &&
    (c.op == DXGMAP_OP_UNMAP_VIEW ==>
       UnmapViewStatus(s, c.caller, c.adapter, c.kind, c.space, c.address, c.process, status));
  predicate SwitchStatus(dxgmap_state s, dxgmap_call c, integer status) =
    (c.op == DXGMAP_OP_ATTACH ==> AttachStatus(s, c.adapter, status)) &&
    (c.op == DXGMAP_OP_EXCLUSIVE_BEGIN ==> ExclusiveBeginStatus(s, c.adapter, status)) &&
    (c.op == DXGMAP_OP_EXCLUSIVE_END ==> ExclusiveEndStatus(s, c.adapter, status));
  predicate CallStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    (Acquiring(c.op) ==> AcquireStatus(s, c, pool, n, status)) &&
    (Releasing(c.op) ==> ReleaseStatus(s, c, status)) &&
    (Switching(c.op) ==> SwitchStatus(s, c, status)) &&
    (c.op == DXGMAP_OP_START ==> StartStatus(s, c.start, status)) &&
    (c.op == DXGMAP_OP_STOP ==> StopStatus(s, c.adapter, status)) &&
    (c.op == DXGMAP_OP_TRANSLATE ==> TranslateStatus(s, c.adapter, c.page, status)) &&
    (c.op >= DXGMAP_OPS ==> status == DXGMAP_BAD_KIND);

  // The provers take this for one fact, as they do AdapterSame.
  predicate StateSame(dxgmap_state a, dxgmap_state b) = a == b;
  // The step moved no mapping: at most what starting decides, on adapter k.
  predicate Calm(dxgmap_state a, dxgmap_state b, integer k) =
    0 <= k < DXGMAP_ADAPTERS && MappingsKept(a.adapter[k], b.adapter[k]) && AdaptersKept(a, b, k);

  // What a call of operation op on `adapter`, answered by status and handle, does to the mappings.
  predicate Effect(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (status != DXGMAP_OK || op == DXGMAP_OP_TRANSLATE ==> StateSame(a, b)) &&
    (status == DXGMAP_OK && Acquiring(op) ==>
       0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Acquires(a, b, AdapterOf(adapter), handle)) &&
    (status == DXGMAP_OK && Releasing(op) ==>
       0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Releases(a, b, AdapterOf(adapter), handle)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_STOP ==>
       0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Stops(a, b, adapter)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_START ==> Calm(a, b, AdapterOf(handle))) &&
    (status == DXGMAP_OK && Switching(op) ==> Calm(a, b, AdapterOf(adapter))) &&
    (op >= DXGMAP_OPS ==> status != DXGMAP_OK);

  // The call began the life h; ended it: released it, or stopped its adapter.
  predicate Acquired(integer op, integer status, integer handle, integer h) =
    Acquiring(op) && status == DXGMAP_OK && handle == h;
  predicate ReleasedBy(integer op, integer status, integer handle, integer h) =
    Releasing(op) && status == DXGMAP_OK && handle == h;
  predicate Ended(integer op, integer adapter, integer status, integer handle, integer h) =
    ReleasedBy(op, status, handle, h) ||
    (op == DXGMAP_OP_STOP && status == DXGMAP_OK && HandleTag(h) == AdapterOf(adapter));

  // The handle names a slot of an adapter.
  predicate InTable(integer h) = 0 <= HandleTag(h) < DXGMAP_ADAPTERS && 0 <= HandleIndex(h) < DXGMAP_SLOTS;

  // The key by which a release names its mapping: the index of a save area, an address, a handle. Ports are mapped at
  // themselves, so any number of views share a port; a release by port has no key.
  predicate Keyed(integer op, integer space) =
    Releasing(op) && (op == DXGMAP_OP_UNMAP_VIEW ==> space == DXGMAP_MEMORY_SPACE);
  predicate KeyFits(dxgmap_state s, integer op, integer adapter, integer index, integer kind, integer space,
                    integer handle, integer address, integer h) =
    InTable(h) && HandleTag(h) == AdapterOf(adapter) &&
    (op == DXGMAP_OP_UNPIN ==>
       IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
       s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index == index) &&
    (op == DXGMAP_OP_UNMAP_PAGES ==> h == handle) &&
    (op == DXGMAP_OP_UNMAP_POINTER ==> PointerAt(s.adapter[HandleTag(h)], index, address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_VIEW ==>
       IsView(kind) && ViewAt(s.adapter[HandleTag(h)], kind, space, address, HandleIndex(h)));

  // The life is over, or was never begun and never will be: no step makes the handle valid again.
  predicate Spent(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_ADAPTERS &&
    SlotSpent(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));

  // The mapping is what it was: the same request, the same captured pages, the same place.
  predicate MappingSame(dxgmap_state a, dxgmap_state b, integer h) =
    PagesOf(b, h) == PagesOf(a, h) && (\forall integer o; 0 <= o < PagesOf(a, h) ==> PageOf(b, h, o) == PageOf(a, h, o)) &&
    b.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == a.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.place[HandleIndex(h)] == a.adapter[HandleTag(h)].views.place[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.span[HandleIndex(h)] == a.adapter[HandleTag(h)].views.span[HandleIndex(h)];

  // The slots that handles can name, and what a step keeps of one, of all but slot x of adapter k, of all but adapter k.
  predicate SlotsBounded(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s.adapter[k].slots.high <= DXGMAP_SLOTS;
  predicate CellsInside(dxgmap_ranges r) = \forall integer i, l; RangeCovers(r, i, l) ==> 0 <= l < DXGMAP_CELLS;
  predicate CapturesInside(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> CellsInside(s.adapter[k].domain.ranges);
  predicate HandleKept(dxgmap_state a, dxgmap_state b, integer h) =
    SlotKept(a.adapter[HandleTag(h)], b.adapter[HandleTag(h)], HandleIndex(h));
  predicate SlotsOfKept(dxgmap_adapter a, dxgmap_adapter b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i);
  predicate AdaptersSlotsKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_ADAPTERS && j != k ==> SlotsOfKept(a.adapter[j], b.adapter[j]);
  predicate HandlesKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; InTable(h) && !(HandleTag(h) == k && HandleIndex(h) == x) ==> HandleKept(a, b, h);
  predicate HandlesLiveAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Valid(b, h) <==> Valid(a, h));
  predicate HandlesSpentAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Spent(b, h) <==> Spent(a, h));
  predicate HandlesSameAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h) ==> MappingSame(a, b, h);

  // What a call that acquired h captured for it: pages first .. first + count - 1 of the pool, or none.
  predicate GivenBy{L}(dxgmap_state s, integer op, integer adapter, uint64_t *pool, integer first, integer count,
                       integer h) =
    (Capturing(op) ==> HandleTag(h) == AdapterOf(adapter) && PagesOf(s, h) == count &&
       \forall integer o; 0 <= o < count ==> PageOf(s, h, o) == pool[first + o]) &&
    (!Capturing(op) ==> PagesOf(s, h) == 0);

  predicate SpentStays(dxgmap_state a, dxgmap_state b) = \forall integer h; Spent(a, h) ==> Spent(b, h);
  predicate MappingsSame(dxgmap_state a, dxgmap_state b) =
    \forall integer h; Valid(a, h) && Valid(b, h) ==> MappingSame(a, b, h);

  // From a to b the lives that the call names began and ended, and no other.
  predicate LivesMoved(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    \forall integer h; Valid(b, h) <==>
      (Valid(a, h) && !Ended(op, adapter, status, handle, h)) || Acquired(op, status, handle, h);
  // A life that begins was never one before; one that ends was one, and is over.
  predicate LivesNew(dxgmap_state a, integer op, integer status, integer handle) =
    \forall integer h; Acquired(op, status, handle, h) ==> !Valid(a, h) && !Spent(a, h);
  predicate LivesOver(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (\forall integer h; ReleasedBy(op, status, handle, h) ==> Valid(a, h)) &&
    (\forall integer h; Valid(a, h) && Ended(op, adapter, status, handle, h) ==> Spent(b, h));
*/

#endif
/* dxgmap: end spec/logic/step.h */
/* #include "logic/trace.h" */
/* dxgmap: begin spec/logic/trace.h sha256 430a791a2e4e559e5fbddfcf2bce9d0410d3c0f97e71cf9bfb1af4bb4357dfdd */
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

  // Call q captured page p, for the adapter place k.
  predicate CapturedBy{L}(dxgmap_call *c, uint64_t *pool, integer q, integer k, integer p) =
    Capturing(c[q].op) && AdapterOf(c[q].adapter) == k &&
    \exists integer x; c[q].first <= x < c[q].first + c[q].count && pool[x] == p;
  // What call j was given a translation to is a page that a live mapping of the same adapter captured when it was made.
  predicate OnBehalf{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    \exists integer q, h; LiveSince(c, r, q, j, h) &&
      CapturedBy(c, pool, q, AdapterOf(c[j].adapter), r[j].page);

  // Call j released by a key, and h has it; calls j and m give the same key; the life h began between call j and call i.
  predicate KeyReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    Keyed(c[j].op, c[j].space) && r[j].status == DXGMAP_OK;
  predicate KeyFitsAt{L}(dxgmap_state s, dxgmap_call *c, integer j, integer h) =
    KeyFits(s, c[j].op, c[j].adapter, c[j].index, c[j].kind, c[j].space, c[j].handle, c[j].address, h);
  predicate SameKey{L}(dxgmap_call *c, integer j, integer m) =
    c[j].op == c[m].op && AdapterOf(c[j].adapter) == AdapterOf(c[m].adapter) &&
    (c[j].op == DXGMAP_OP_UNPIN ==> c[j].index == c[m].index) &&
    (c[j].op == DXGMAP_OP_UNMAP_PAGES ==> c[j].handle == c[m].handle) &&
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
  predicate HeldAsGiven{L}(dxgmap_state s, dxgmap_call *c, uint64_t *pool, integer q, integer h) =
    GivenBy(s, c[q].op, c[q].adapter, pool, c[q].first, c[q].count, h);

  // What the state knows of the calls before call i: which lives go on, that the others are over, what the lives hold.
  predicate KnowsLive{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer h; Valid(s, h) <==> Live(c, r, i, h);
  predicate KnowsOver{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    (\forall integer j, h; 0 <= j < i && AcquiredAt(c, r, j, h) ==> Valid(s, h) || Spent(s, h)) &&
    (\forall integer j, h; 0 <= j < i && ReleasedAt(c, r, j, h) ==> Spent(s, h));
  predicate KnowsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer i) =
    \forall integer q, h; 0 <= q < i && AcquiredAt(c, r, q, h) && Valid(s, h) ==> HeldAsGiven(s, c, pool, q, h);

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

  // The trace and its pool were not written to.
  predicate CallsSame{K, L}(dxgmap_call *c, integer n) = \forall integer j; 0 <= j < n ==>
    \at(c[j].op, L) == \at(c[j].op, K) && \at(c[j].adapter, L) == \at(c[j].adapter, K) &&
    \at(c[j].first, L) == \at(c[j].first, K) && \at(c[j].count, L) == \at(c[j].count, K) &&
    \at(c[j].index, L) == \at(c[j].index, K) && \at(c[j].kind, L) == \at(c[j].kind, K) &&
    \at(c[j].space, L) == \at(c[j].space, K) && \at(c[j].handle, L) == \at(c[j].handle, K) &&
    \at(c[j].address, L) == \at(c[j].address, K);
  predicate ResultsSame{K, L}(dxgmap_result *r, integer n) = \forall integer j; 0 <= j < n ==>
    \at(r[j].status, L) == \at(r[j].status, K) && \at(r[j].handle, L) == \at(r[j].handle, K) &&
    \at(r[j].page, L) == \at(r[j].page, K);
  predicate PoolSame{K, L}(uint64_t *pool, integer n) =
    \forall integer o; 0 <= o < n ==> \at(pool[o], L) == \at(pool[o], K);
  predicate CallsInPool{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer n) = \forall integer j;
    0 <= j < i && Capturing(c[j].op) && r[j].status == DXGMAP_OK ==> c[j].first + c[j].count <= n;
*/

#endif
/* dxgmap: end spec/logic/trace.h */
/* #include "logic/theorems.h" */
/* dxgmap: begin spec/logic/theorems.h sha256 f581d923deca8f3b508caada538a02d2f84e87ab24cfc8f9546644fc213f58f5 */
#ifndef DXGMAP_LOGIC_THEOREMS_H
#define DXGMAP_LOGIC_THEOREMS_H

/* The theorems (spec/theorems.md), each by its name. */

/*@
  // Atomicity: a call that did not succeed changed nothing.
  predicate TAtom(dxgmap_state a, dxgmap_state b, integer status) = status != DXGMAP_OK ==> StateSame(a, b);

  // Completeness: the status is the one of the first cause of failure that holds, DXGMAP_OK when none does.
  predicate TComp{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    CallStatus(s, c, pool, n, status);

  // Isolation: all adapters are as they were but the one that the call names, or starts.
  predicate TIso(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer handle) =
    AdaptersKept(a, b, op == DXGMAP_OP_START ? AdapterOf(handle) : AdapterOf(adapter));

  // Exclusion: two live pins of one physical adapter are the same pin; a page has exactly as many locks as the live
  // mappings of all adapters have captured it.
  predicate TExcl(dxgmap_state s) =
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && PinsSame(s, g, h) ==> g == h) &&
    Locked(s) && (\forall integer k; 0 <= k < DXGMAP_ADAPTERS ==>
      Counted(s.adapter[k].domain.cells, s.adapter[k].domain.counts));

  // No use after unmap: what a call released was live just before, and what it was given a translation to is the page
  // that a mapping which was live just before captured when it was made.
  predicate TUau{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    (\forall integer j, h; 0 <= j < n && ReleasedAt(c, r, j, h) ==> Live(c, r, j, h)) &&
    (\forall integer j; 0 <= j < n && TranslatedAt(c, r, j) ==> OnBehalf(c, r, pool, j));

  // No leak: the lives of the state are those that the trace acquired and did not end, and its cursors list them; without
  // lives nothing is held; the commit is what the started adapters charge.
  predicate TLeak{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer n) =
    KnowsLive(s, c, r, n) && AllListed(s) && ((\forall integer h; !Live(c, r, n, h)) ==> NothingHeld(s)) && Committed(s);

  // Once: no identity is given twice, and none is released twice; between two releases by the same key lies the
  // acquisition of what the second one released.
  predicate TOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    IdentitiesOnce(c, r, n) && KeysOnce(c, r, n);

  // Traces: all of these after any calls, and the invariant, from which the next call starts.
  predicate TTrace{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    Inv(s) && TUau(c, r, pool, n) && TLeak(s, c, r, n) && TOnce(c, r, n) && TExcl(s);
*/

#endif
/* dxgmap: end spec/logic/theorems.h */

/* Any call whatsoever. The page lists of all calls stand in one pool of pool_size page numbers; a list that is not in the
   pool is refused with DXGMAP_BAD_COUNT, an unknown operation with DXGMAP_BAD_KIND. */
/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures TComp: TComp(\old(*s), *call, pool, pool_size, \result.status);
    ensures TAtom: TAtom(\old(*s), *s, \result.status);
    ensures TIso: \result.status == DXGMAP_OK && call->op != DXGMAP_OP_TRANSLATE
                  ==> TIso(\old(*s), *s, call->op, call->adapter, \result.handle);
    ensures effect: Effect(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->index, call->kind, call->space, call->handle,
                               call->address, \result.handle);
    ensures started: call->op == DXGMAP_OP_START && \result.status == DXGMAP_OK
                     ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures kind: \result.status == DXGMAP_OK && Capturing(call->op)
                  ==> HandleOf(*s, AdapterOf(call->adapter), call->kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK && Capturing(call->op)
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count);
    ensures given: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> GivenBy(*s, call->op, call->adapter, pool, call->first, call->count, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> KnownAdapter(*s, call->adapter)
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page);
    ensures lives: LivesMoved(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures new: LivesNew(\old(*s), call->op, \result.status, \result.handle);
    ensures over: LivesOver(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s); */
dxgmap_result dxgmap_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size);

#endif
/* dxgmap: end model/core/step.h */

/* Releases by key, over a trace (T-ONCE); facts for the proofs, none of them runs. */
/*@ ghost
  // A step keeps what is known of keys: what it began is new, what goes on kept its key, and what has the key of the
  // mapping that it ended is not there any more.
  /@ requires valid: \valid_read(calls + i) && \valid_read(results + i);
     requires inv: Inv(was);
     requires knows: KnowsKeys(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires over: LivesOver(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires kept: MappingsSame(was, now);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsKeys(now, calls, results, i + 1); @/
  void dxgmap_keys_step(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                        uint32_t i);
*/
/*@ ghost
  /@ requires was: KeysOnce(calls, results, i);
     requires knows: KnowsKeys(was, calls, results, i);
     requires over: \forall integer h; ReleasedAt(calls, results, i, h) ==> Valid(was, h);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KeysOnce(calls, results, i + 1); @/
  void dxgmap_keys_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i);
*/

#endif
/* dxgmap: end model/core/keys.h */
/* dxgmap: begin model/core/trace.h sha256 2eff9c44cb3bf04e5443f886432ad1b723e21699225b1280061a294792152110 */
#ifndef DXGMAP_TRACE_H
#define DXGMAP_TRACE_H

/* #include "step.h" */

/* Any calls, one after the other, from a state in which nothing is mapped, such as memory of zeros. */
/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires inv: Inv(*s);
    requires nothing: \forall integer h; !Valid(*s, h);
    terminates \true;
    exits \false;
    assigns *s, results[0 .. n - 1];
    ensures inv: Inv(*s);
    ensures TUau: TUau(calls, results, pool, n);
    ensures TLeak: TLeak(*s, calls, results, n);
    ensures TOnce: TOnce(calls, results, n);
    ensures TExcl: TExcl(*s);
    ensures TTrace: TTrace(*s, calls, results, pool, n); */
void dxgmap_run(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, const uint64_t *pool,
                uint64_t pool_size);

#endif
/* dxgmap: end model/core/trace.h */
/* dxgmap: begin model/core/zero.h sha256 16abf955552921e1241efa9ace49757a2364d0449353be58de0ddb2c31482103 */
#ifndef DXGMAP_ZERO_H
#define DXGMAP_ZERO_H

/* #include "leak.h" */

/* #include "logic/zero.h" */
/* dxgmap: begin spec/logic/zero.h sha256 ff05cc41600129a29028b0a384b90b55a0a612d454eabea04184972ac0ba4575 */
#ifndef DXGMAP_LOGIC_ZERO_H
#define DXGMAP_LOGIC_ZERO_H

/* Memory of zeros, part by part: where every history begins. */

/*@
  predicate ZeroSlots(dxgmap_slots t) =
    t.high == 0 && t.free == 0 && t.live == 0 &&
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.generation[i] == 0 && t.order[i] == 0 && t.place[i] == 0;

  predicate ZeroDescriptor(dxgmap_descriptor d) =
    d.kind == 0 && d.index == 0 && d.space == 0 && d.user == 0 && d.cache == 0 && d.slack == 0 && d.physical == 0 &&
    d.length == 0 && d.process == 0;
  predicate ZeroDescriptors(dxgmap_descriptors d) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ZeroDescriptor(d.at[i]);

  predicate ZeroCells(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
  predicate ZeroCounts(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == 0;
  predicate ZeroDomain(dxgmap_domain d) = RangesZero(d.ranges) && ZeroCells(d.cells) && ZeroCounts(d.counts);

  predicate ZeroViews(dxgmap_views v) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> v.place[i] == 0 && v.span[i] == 0) &&
    \forall integer w; 0 <= w < DXGMAP_WINDOW ==> v.owner[w] == 0;

  predicate ZeroSaves(dxgmap_saves s) =
    s.chain == 0 && \forall integer k; 0 <= k < DXGMAP_CHAIN ==> s.maximum.pages[k] == 0 && s.pin[k] == 0;
  predicate ZeroResources(dxgmap_resources r) =
    r.count == 0 && \forall integer k; 0 <= k < DXGMAP_RESOURCES ==>
      r.at[k].space == 0 && r.at[k].start == 0 && r.at[k].length == 0;

  predicate ZeroAdapter(dxgmap_adapter a) =
    a.generation == 0 && a.started == 0 && a.attached == 0 && a.exclusive == 0 && a.charge == 0 && ZeroSaves(a.saves) &&
    ZeroResources(a.resources) && ZeroSlots(a.slots) && ZeroDescriptors(a.descriptors) && ZeroDomain(a.domain) &&
    ZeroViews(a.views);

  predicate Zero(dxgmap_state s) =
    s.commit == 0 && ZeroCounts(s.locks) && \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> ZeroAdapter(s.adapter[k]);
*/

#endif
/* dxgmap: end spec/logic/zero.h */

/* Where every history begins; a fact for the proofs, it does not run. */
/*@ ghost
  // Memory of zeros is a machine: the empty one, in which no handle is valid.
  /@ requires valid: \valid(s);
     requires zero: Zero(*s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inv: Inv(*s);
     ensures nothing: \forall integer h; !Valid(*s, h); @/
  void dxgmap_zero(dxgmap_state *s);
*/

#endif
/* dxgmap: end model/core/zero.h */

#ifdef __cplusplus
}
#endif

#endif
