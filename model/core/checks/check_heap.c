/* SPDX-License-Identifier: MIT */
#include "checks/check_heap.h"

/*@ requires valid: \valid(heap);
    requires high: heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapPerm(*heap); */
static bool dxgmap_check_heap_perm(const dxgmap_heap *heap)
{
  /*@ loop invariant range: 0 <= k <= heap->high;
      loop invariant order: \forall integer p;
        0 <= p < k ==> 0 <= heap->order[p] < heap->high && heap->place[heap->order[p]] == p;
      loop invariant place: \forall integer i;
        0 <= i < k ==> 0 <= heap->place[i] < heap->high && heap->order[heap->place[i]] == i;
      loop assigns k;
      loop variant heap->high - k; */
  for (uint32_t k = 0; k < heap->high; k++) {
    if (heap->order[k] >= heap->high || heap->place[heap->order[k]] != k) {
      return false;
    }
    if (heap->place[k] >= heap->high || heap->order[heap->place[k]] != k) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(heap);
    requires perm: heap->count <= heap->high <= DXGMAP_HEAP_IDS && HeapPerm(*heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapEdges(*heap); */
static bool dxgmap_check_heap_edges(const dxgmap_heap *heap)
{
  /*@ loop invariant range: 1 <= k && (k <= heap->count || k == 1);
      loop invariant edges: \forall integer q; 1 <= q < k ==> HeapEdge(*heap, q);
      loop assigns k;
      loop variant heap->count - k; */
  for (uint32_t k = 1; k < heap->count; k++) {
    if (heap->gap[heap->order[(k - 1u) / 2u]] < heap->gap[heap->order[k]]) {
      /*@ assert above: !HeapEdge(*heap, k); */
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(heap);
    requires high: heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapMembers(*heap); */
static bool dxgmap_check_heap_members(const dxgmap_heap *heap)
{
  /*@ loop invariant range: 0 <= k <= heap->high;
      loop invariant members: \forall integer i; 0 <= i < k ==> (heap->place[i] < heap->count <==> heap->gap[i] > 0);
      loop assigns k;
      loop variant heap->high - k; */
  for (uint32_t k = 0; k < heap->high; k++) {
    if ((heap->place[k] < heap->count) != (heap->gap[k] > 0)) {
      return false;
    }
  }
  return true;
}

/*@ requires valid: \valid(heap);
    requires high: heap->high <= DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapUntouched(*heap); */
static bool dxgmap_check_heap_untouched(const dxgmap_heap *heap)
{
  /*@ loop invariant range: heap->high <= k <= DXGMAP_HEAP_IDS;
      loop invariant untouched: \forall integer i; heap->high <= i < k ==> heap->gap[i] == 0;
      loop assigns k;
      loop variant DXGMAP_HEAP_IDS - k; */
  for (uint32_t k = heap->high; k < DXGMAP_HEAP_IDS; k++) {
    if (heap->gap[k] != 0) {
      return false;
    }
  }
  return true;
}

bool dxgmap_check_heap(const dxgmap_heap *heap)
{
  if (heap->high > DXGMAP_HEAP_IDS || heap->count > heap->high) {
    return false;
  }
  if (!dxgmap_check_heap_perm(heap)) {
    return false;
  }
  return dxgmap_check_heap_edges(heap) && dxgmap_check_heap_members(heap) && dxgmap_check_heap_untouched(heap);
}
