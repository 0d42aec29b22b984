/* SPDX-License-Identifier: MIT */
#include "trace/keys.h"

/*@ ghost
  // In an adapter a key has one mapping.
  /@ requires ok: AdapterOk(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pin: \forall integer i, j; 0 <= i < DXGMAP_SLOTS && 0 <= j < DXGMAP_SLOTS &&
       IsPin(a.descriptors.at[i].kind) && IsPin(a.descriptors.at[j].kind) &&
       a.descriptors.at[i].index == a.descriptors.at[j].index ==> i == j;
     ensures pointer: \forall integer index, address, i, j;
       PointerAt(a, index, address, i) && PointerAt(a, index, address, j) ==> i == j;
     ensures view: \forall integer kind, address, i, j; IsView(kind) &&
       ViewAt(a, kind, DXGMAP_MEMORY_SPACE, address, i) && ViewAt(a, kind, DXGMAP_MEMORY_SPACE, address, j)
       ==> i == j;
     ensures object: \forall integer address, i, j; ObjectViewAt(a, address, i) && ObjectViewAt(a, address, j)
       ==> i == j; @/
  void dxgmap_keys_adapter(dxgmap_adapter a)
  {
    /@ assert parts: AdapterParts(a) && AdapterPins(a) && ViewsOk(a.views); @/
    /@ assert pointers: \forall integer index, address, i; PointerAt(a, index, address, i)
         ==> ViewCovers(a.views, i, address / DXGMAP_PAGE_SIZE); @/
    /@ assert objects: \forall integer address, i; ObjectViewAt(a, address, i)
         ==> ViewCovers(a.views, i, address / DXGMAP_PAGE_SIZE); @/
    /@ assert views: \forall integer kind, address, i; IsView(kind) && ViewAt(a, kind, DXGMAP_MEMORY_SPACE, address, i)
         ==> ViewCovers(a.views, i, address / DXGMAP_PAGE_SIZE); @/
    return;
  }
*/
/*@ ghost
  // Of the live mappings one has the key.
  /@ requires inv: Inv(s);
     requires valid: \valid_read(calls + j);
     requires keyed: Keyed(calls[j].op, calls[j].space);
     requires here: Valid(s, g) && KeyFitsAt(s, calls, j, g);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sole: \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> h == g; @/
  void dxgmap_keys_sole(dxgmap_state s, const dxgmap_call *calls, uint32_t j, uint64_t g)
  {
    uint32_t k = (uint32_t)(g / 0x100000000000000u);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    dxgmap_keys_adapter(s.adapter[k]);
    dxgmap_handle_parts();
    /@ assert pin: calls[j].op == DXGMAP_OP_UNPIN
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    /@ assert pointer: calls[j].op == DXGMAP_OP_UNMAP_POINTER
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    /@ assert view: calls[j].op == DXGMAP_OP_UNMAP_VIEW && calls[j].space == DXGMAP_MEMORY_SPACE
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    /@ assert object: calls[j].op == DXGMAP_OP_UNMAP_OBJECT
         ==> \forall integer h; Valid(s, h) && KeyFitsAt(s, calls, j, h) ==> HandleIndex(h) == HandleIndex(g); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_keys_step(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                        uint32_t i)
  {
    /@ assert fits: \forall integer j, h; Valid(was, h) && Valid(now, h) && KeyFitsAt(now, calls, j, h)
         ==> KeyFitsAt(was, calls, j, h); @/
    /@ assert later: \forall integer j, h; BegunAfter(calls, results, j, i, h)
         ==> BegunAfter(calls, results, j, i + 1, h); @/
    /@ assert old: \forall integer j, h; 0 <= j < i && KeyReleasedAt(calls, results, j) && Valid(was, h) &&
         Valid(now, h) && KeyFitsAt(now, calls, j, h) ==> BegunAfter(calls, results, j, i + 1, h); @/
    /@ assert new: \forall integer j, h; 0 <= j < i && AcquiredAt(calls, results, i, h)
         ==> BegunAfter(calls, results, j, i + 1, h); @/
    if (results[i].status == DXGMAP_OK &&
        (calls[i].op == DXGMAP_OP_UNPIN || calls[i].op == DXGMAP_OP_UNMAP_PAGES ||
         calls[i].op == DXGMAP_OP_UNMAP_POINTER || calls[i].op == DXGMAP_OP_CLOSE ||
         calls[i].op == DXGMAP_OP_DESTROY || calls[i].op == DXGMAP_OP_FREE_ADL ||
         calls[i].op == DXGMAP_OP_UNMAP_OBJECT || calls[i].op == DXGMAP_OP_END_VIEW ||
         (calls[i].op == DXGMAP_OP_UNMAP_VIEW && calls[i].space == DXGMAP_MEMORY_SPACE))) {
      dxgmap_keys_sole(was, calls, i, results[i].handle);
      /@ assert gone: \forall integer h; Valid(now, h) ==> Valid(was, h) && h != results[i].handle; @/
    }
    /@ assert here: \forall integer h; KeyReleasedAt(calls, results, i) && Valid(now, h)
         ==> !KeyFitsAt(now, calls, i, h); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_keys_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i)
  {
    /@ assert same: \forall integer j; 0 <= j < i && KeyReleasedAt(calls, results, i) && SameKey(calls, j, i)
         ==> KeyFitsAt(was, calls, j, results[i].handle); @/
    return;
  }
*/
