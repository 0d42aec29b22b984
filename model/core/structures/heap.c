/* SPDX-License-Identifier: MIT */
#include "structures/heap.h"

/* Exchanges the ids at two positions. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap) && heap->high <= DXGMAP_HEAP_IDS;
    requires known: a < heap->high && b < heap->high;
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures order: heap->order[a] == \old(heap->order[b]) && heap->order[b] == \old(heap->order[a]);
    ensures order_same: \forall integer p; 0 <= p < heap->high && p != a && p != b ==>
      heap->order[p] == \old(heap->order[p]);
    ensures place: heap->place[\old(heap->order[a])] == b && heap->place[\old(heap->order[b])] == a;
    ensures place_same: \forall integer i;
      0 <= i < heap->high && i != \old(heap->order[a]) && i != \old(heap->order[b]) ==>
      heap->place[i] == \old(heap->place[i]); */
static void dxgmap_heap_swap(dxgmap_heap *heap, uint32_t a, uint32_t b)
{
  uint32_t at_a = heap->order[a];
  uint32_t at_b = heap->order[b];

  heap->order[a] = at_b;
  heap->order[b] = at_a;
  heap->place[at_b] = a;
  heap->place[at_a] = b;
}

/* One step of sift_up: p is above its parent. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: 0 < p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    requires children: HeapChildren(*heap, p);
    requires above: !HeapEdge(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures but: HeapEdgesBut(*heap, HeapParent(p));
    ensures children: HeapChildren(*heap, HeapParent(p));
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_step_up(dxgmap_heap *heap, uint32_t p)
{
  uint32_t parent = (p - 1u) / 2u;

  dxgmap_heap_swap(heap, p, parent);
  /*@ assert keys: HeapKey(*heap, p) == HeapKey(\at(*heap, Pre), parent)
                && HeapKey(*heap, parent) == HeapKey(\at(*heap, Pre), p); */
  /*@ assert keys_same: \forall integer q;
        0 <= q < heap->count && q != p && q != parent ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert self: HeapEdge(*heap, p); */
  /*@ assert below: \forall integer q; 1 <= q < heap->count && HeapParent(q) == p ==> HeapEdge(*heap, q); */
  /*@ assert beside: \forall integer q;
        1 <= q < heap->count && HeapParent(q) == parent && q != p ==>
        HeapEdge(\at(*heap, Pre), q) && HeapEdge(*heap, q); */
}

/* Mends the edge from p upwards. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    requires children: HeapChildren(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures edges: HeapEdges(*heap);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_sift_up(dxgmap_heap *heap, uint32_t p)
{
  /*@ loop invariant inside: p < heap->count;
      loop invariant perm: HeapPerm(*heap);
      loop invariant but: HeapEdgesBut(*heap, p);
      loop invariant children: HeapChildren(*heap, p);
      loop invariant members: HeapSameMembers(\at(*heap, Pre), *heap);
      loop assigns p, heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
      loop variant p; */
  while (p > 0u && heap->gap[heap->order[(p - 1u) / 2u]] < heap->gap[heap->order[p]]) {
    dxgmap_heap_step_up(heap, p);
    p = (p - 1u) / 2u;
  }
}

/* One step of sift_down: the child is above p and not below its sibling. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: child < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires child: child == 2 * p + 1 || child == 2 * p + 2;
    requires but: HeapEdgesBut(*heap, p);
    requires up: p > 0 ==> HeapEdge(*heap, p);
    requires above: HeapKey(*heap, child) > HeapKey(*heap, p);
    requires larger: \forall integer q;
      1 <= q < heap->count && HeapParent(q) == p ==> HeapKey(*heap, q) <= HeapKey(*heap, child);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures but: HeapEdgesBut(*heap, child);
    ensures up: HeapEdge(*heap, child);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_step_down(dxgmap_heap *heap, uint32_t p, uint32_t child)
{
  dxgmap_heap_swap(heap, p, child);
  /*@ assert keys: HeapKey(*heap, p) == HeapKey(\at(*heap, Pre), child)
                && HeapKey(*heap, child) == HeapKey(\at(*heap, Pre), p); */
  /*@ assert keys_same: \forall integer q;
        0 <= q < heap->count && q != p && q != child ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert parent: HeapParent(child) == p; */
  /*@ assert self: HeapEdge(*heap, child); */
  /*@ assert above: p > 0 ==> HeapEdge(*heap, p); */
  /*@ assert beside: \forall integer q;
        1 <= q < heap->count && HeapParent(q) == p && q != child ==> HeapEdge(*heap, q); */
  /*@ assert below: \forall integer q; 1 <= q < heap->count && HeapParent(q) == child ==>
        HeapEdge(\at(*heap, Pre), q) && HeapKey(*heap, p) >= HeapKey(*heap, q); */
}

/* The child of p with the larger gap. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: 2 * p + 1 < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures child: \result == 2 * p + 1 || \result == 2 * p + 2;
    ensures inside: \result < heap->count;
    ensures larger: \forall integer q;
      1 <= q < heap->count && HeapParent(q) == p ==> HeapKey(*heap, q) <= HeapKey(*heap, \result); */
static uint32_t dxgmap_heap_child(const dxgmap_heap *heap, uint32_t p)
{
  uint32_t left = 2u * p + 1u;
  uint32_t child = left;

  if (left + 1u < heap->count && heap->gap[heap->order[left + 1u]] > heap->gap[heap->order[left]]) {
    child = left + 1u;
  }
  /*@ assert two: \forall integer q; 1 <= q < heap->count && HeapParent(q) == p ==> q == left || q == left + 1; */
  return child;
}

/* Mends the edges from p downwards. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    requires up: p > 0 ==> HeapEdge(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures edges: HeapEdges(*heap);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_sift_down(dxgmap_heap *heap, uint32_t p)
{
  /*@ loop invariant inside: p < heap->count;
      loop invariant perm: HeapPerm(*heap);
      loop invariant but: HeapEdgesBut(*heap, p);
      loop invariant up: p > 0 ==> HeapEdge(*heap, p);
      loop invariant members: HeapSameMembers(\at(*heap, Pre), *heap);
      loop assigns p, heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
      loop variant heap->count - p; */
  while (2u * p + 1u < heap->count) {
    uint32_t child = dxgmap_heap_child(heap, p);

    if (heap->gap[heap->order[child]] <= heap->gap[heap->order[p]]) {
      /*@ assert children: HeapChildren(*heap, p); */
      return;
    }
    dxgmap_heap_step_down(heap, p, child);
    p = child;
  }
}

/* Mends the edges that touch p, whichever way they are broken. */
/*@ requires valid: \valid(heap);
    requires perm: HeapPerm(*heap);
    requires inside: p < heap->count <= heap->high <= DXGMAP_HEAP_IDS;
    requires but: HeapEdgesBut(*heap, p);
    terminates \true;
    exits \false;
    assigns heap->order[0 .. DXGMAP_HEAP_IDS - 1], heap->place[0 .. DXGMAP_HEAP_IDS - 1];
    ensures perm: HeapPerm(*heap);
    ensures edges: HeapEdges(*heap);
    ensures members: HeapSameMembers(\old(*heap), *heap); */
static void dxgmap_heap_mend(dxgmap_heap *heap, uint32_t p)
{
  if (p > 0u && heap->gap[heap->order[(p - 1u) / 2u]] < heap->gap[heap->order[p]]) {
    /*@ assert children: HeapChildren(*heap, p); */
    dxgmap_heap_sift_up(heap, p);
  } else {
    dxgmap_heap_sift_down(heap, p);
  }
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires none: id < heap->high && heap->gap[id] == 0;
    requires gap: gap > 0;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_insert(dxgmap_heap *heap, uint32_t id, uint32_t gap)
{
  uint32_t last = heap->count;

  dxgmap_heap_swap(heap, last, heap->place[id]);
  heap->gap[id] = gap;
  heap->count = last + 1u;
  /*@ assert placed: heap->order[last] == id; */
  /*@ assert keys: \forall integer q; 0 <= q < last ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert but: HeapEdgesBut(*heap, last); */
  dxgmap_heap_sift_up(heap, last);
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires some: id < heap->high && heap->gap[id] > 0;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == 0;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_remove(dxgmap_heap *heap, uint32_t id)
{
  uint32_t p = heap->place[id];
  uint32_t last = heap->count - 1u;

  dxgmap_heap_swap(heap, p, last);
  heap->gap[id] = 0;
  heap->count = last;
  /*@ assert placed: heap->order[last] == id; */
  /*@ assert keys: \forall integer q; 0 <= q < last && q != p ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert members: HeapMembers(*heap); */
  if (p < last) {
    /*@ assert around: p > 0 ==> \forall integer q;
          1 <= q < last && HeapParent(q) == p ==> HeapEdge(\at(*heap, Pre), q) && HeapEdge(\at(*heap, Pre), p); */
    /*@ assert but: HeapEdgesBut(*heap, p); */
    dxgmap_heap_mend(heap, p);
  }
  /*@ assert edges: HeapEdges(*heap); */
  /*@ assert perm: HeapPerm(*heap); */
  /*@ assert members_after: HeapMembers(*heap); */
  /*@ assert untouched: HeapUntouched(*heap); */
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires some: id < heap->high && heap->gap[id] > 0;
    requires gap: gap > 0;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_change(dxgmap_heap *heap, uint32_t id, uint32_t gap)
{
  uint32_t p = heap->place[id];

  heap->gap[id] = gap;
  /*@ assert keys: \forall integer q;
        0 <= q < heap->count && q != p ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert around: p > 0 ==> \forall integer q;
        1 <= q < heap->count && HeapParent(q) == p ==> HeapEdge(\at(*heap, Pre), q) && HeapEdge(\at(*heap, Pre), p); */
  /*@ assert but: HeapEdgesBut(*heap, p); */
  dxgmap_heap_mend(heap, p);
}

void dxgmap_heap_set(dxgmap_heap *heap, uint32_t id, uint32_t gap)
{
  if (heap->gap[id] > 0u && gap > 0u) {
    dxgmap_heap_change(heap, id, gap);
  } else if (heap->gap[id] > 0u) {
    dxgmap_heap_remove(heap, id);
  } else if (gap > 0u) {
    dxgmap_heap_insert(heap, id, gap);
  }
}

/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && to < heap->high && from != to;
    requires none: heap->gap[to] == 0;
    requires shrink: 0 < gap <= heap->gap[from];
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[to] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != to ==> heap->gap[k] == \old(heap->gap[k]); */
static void dxgmap_heap_replace(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap)
{
  uint32_t p = heap->place[from];

  dxgmap_heap_swap(heap, p, heap->place[to]);
  heap->gap[from] = 0;
  heap->gap[to] = gap;
  /*@ assert placed: heap->order[p] == to; */
  /*@ assert keys: \forall integer q;
        0 <= q < heap->count && q != p ==> HeapKey(*heap, q) == HeapKey(\at(*heap, Pre), q); */
  /*@ assert around: p > 0 ==> \forall integer q;
        1 <= q < heap->count && HeapParent(q) == p ==> HeapEdge(\at(*heap, Pre), q) && HeapEdge(\at(*heap, Pre), p); */
  /*@ assert but: HeapEdgesBut(*heap, p); */
  /*@ assert up: p > 0 ==> HeapEdge(*heap, p); */
  /*@ assert members: HeapMembers(*heap); */
  dxgmap_heap_sift_down(heap, p);
}

void dxgmap_heap_pass(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap)
{
  if (gap > 0u) {
    dxgmap_heap_replace(heap, from, to, gap);
  } else if (heap->gap[from] > 0u) {
    dxgmap_heap_remove(heap, from);
  }
}

void dxgmap_heap_merge(dxgmap_heap *heap, uint32_t from, uint32_t into, uint32_t gap)
{
  if (heap->gap[into] == 0u) {
    /* takes the place in the heap over: no sift down to remove the one, and a short way up for the other */
    dxgmap_heap_pass(heap, from, into, heap->gap[from]);
  } else {
    dxgmap_heap_set(heap, from, 0);
  }
  dxgmap_heap_set(heap, into, gap);
}

void dxgmap_heap_grow(dxgmap_heap *heap)
{
  uint32_t id = heap->high;

  heap->order[id] = id;
  heap->place[id] = id;
  heap->high = id + 1u;
  /*@ assert perm: HeapPerm(*heap); */
  /*@ assert keys: \forall integer p; 0 <= p < id ==> HeapKey(*heap, p) == HeapKey(\at(*heap, Pre), p); */
}

uint32_t dxgmap_heap_largest(const dxgmap_heap *heap)
{
  if (heap->count == 0u) {
    return DXGMAP_HEAP_IDS;
  }
  /*@ ghost
      /@ loop invariant inside: 1 <= p <= heap->count;
         loop invariant top: \forall integer q; 0 <= q < p ==> HeapKey(*heap, q) <= HeapKey(*heap, 0);
         loop assigns p;
         loop variant heap->count - p; @/
      for (uint32_t p = 1; p < heap->count; p++) {
        /@ assert edge: HeapEdge(*heap, p) && 0 <= HeapParent(p) < p; @/
      }
  */
  /*@ assert top: \forall integer k;
        0 <= k < heap->high && heap->place[k] < heap->count ==> HeapKey(*heap, heap->place[k]) <= HeapKey(*heap, 0); */
  return heap->order[0];
}

/* The smaller child of position p whose gap is at least `least`, or p itself when there is none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires inside: p < heap->count;
    requires fits: HeapKey(*heap, p) >= least;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: p <= \result < heap->count;
    ensures fits: HeapKey(*heap, \result) >= least; */
static uint32_t dxgmap_heap_below(const dxgmap_heap *heap, uint32_t p, uint32_t least)
{
  uint32_t left = 2u * p + 1u;
  uint32_t right = left + 1u;
  if (left >= heap->count) {
    return p;
  }
  if (right < heap->count && heap->gap[heap->order[right]] >= least &&
      (heap->gap[heap->order[left]] < least || heap->gap[heap->order[right]] < heap->gap[heap->order[left]])) {
    return right;
  }
  return heap->gap[heap->order[left]] >= least ? left : p;
}

uint32_t dxgmap_heap_fit(const dxgmap_heap *heap, uint32_t least)
{
  uint32_t id = dxgmap_heap_largest(heap);
  if (id == DXGMAP_HEAP_IDS || heap->gap[id] < least) {
    return DXGMAP_HEAP_IDS;
  }
  uint32_t p = heap->place[id];
  uint32_t q = dxgmap_heap_below(heap, p, least);
  /*@ loop invariant inside: p <= q < heap->count;
      loop invariant fits: HeapKey(*heap, q) >= least;
      loop assigns p, q;
      loop variant heap->count - p; */
  while (q != p) {
    p = q;
    q = dxgmap_heap_below(heap, p, least);
  }
  return heap->order[q];
}
