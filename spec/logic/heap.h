/* SPDX-License-Identifier: MIT */
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
