/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_HEAP_H
#define DXGMAP_CHECK_HEAP_H

#include "structures/heap.h"

/* Whether the memory is a heap of gaps; true of any memory. */
/*@ requires valid: \valid(heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapOk(*heap); */
bool dxgmap_check_heap(const dxgmap_heap *heap);

#endif
