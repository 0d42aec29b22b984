/* SPDX-License-Identifier: MIT */
#include "trace/dispatch.h"

/* Operation by operation. Which statuses it can have is named, for the provers to find one that fits. */
/*@ ghost
  void dxgmap_dispatch_acquire(dxgmap_state s, dxgmap_call c, const uint64_t *pool, uint64_t n)
  {
    /@ assert map_pointer: c.op == DXGMAP_OP_MAP_POINTER ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_INDEX) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_SAVE_AREA) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_TOO_LARGE) || AcquireStatus(s, c, pool, n, DXGMAP_PRESSURE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_PLACE_TAKEN) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NOT_LEAD) || AcquireStatus(s, c, pool, n, DXGMAP_REMOVED); @/
    /@ assert map_pointer_sole: c.op == DXGMAP_OP_MAP_POINTER ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert map_view: c.op == DXGMAP_OP_MAP_VIEW ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_KIND) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_SPACE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_PROCESS) || AcquireStatus(s, c, pool, n, DXGMAP_NOT_OWNED) ||
         AcquireStatus(s, c, pool, n, DXGMAP_CACHE_CONFLICT) || AcquireStatus(s, c, pool, n, DXGMAP_PLACE_TAKEN) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT) || AcquireStatus(s, c, pool, n, DXGMAP_REMOVED); @/
    /@ assert map_view_sole: c.op == DXGMAP_OP_MAP_VIEW ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert create: c.op == DXGMAP_OP_CREATE ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_KIND) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADDRESS) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT); @/
    /@ assert create_sole: c.op == DXGMAP_OP_CREATE ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert open: c.op == DXGMAP_OP_OPEN ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_MODE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_HANDLE) || AcquireStatus(s, c, pool, n, DXGMAP_BOUND) ||
         AcquireStatus(s, c, pool, n, DXGMAP_OPENED) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NOT_LEAD) || AcquireStatus(s, c, pool, n, DXGMAP_REMOVED); @/
    /@ assert open_sole: c.op == DXGMAP_OP_OPEN ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert map_object: c.op == DXGMAP_OP_MAP_OBJECT ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_HANDLE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_FLAGS) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_TOO_LARGE) || AcquireStatus(s, c, pool, n, DXGMAP_PRESSURE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_PLACE_TAKEN) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT); @/
    /@ assert map_object_sole: c.op == DXGMAP_OP_MAP_OBJECT ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert pin_gate: c.op == DXGMAP_OP_PIN && InPool(c, n) &&
         !AcquireGateStatus(s, c.caller, c.adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) || AcquireStatus(s, c, pool, n, DXGMAP_NOT_LEAD) ||
         AcquireStatus(s, c, pool, n, DXGMAP_REMOVED); @/
    /@ assert pin_request: c.op == DXGMAP_OP_PIN && InPool(c, n) &&
         AcquireGateStatus(s, c.caller, c.adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) &&
         !PinAdmit(s, c.caller, c.adapter, c.index, c.bytes, c.kind, DXGMAP_OK) ==>
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_KIND) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_MODE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_INDEX) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SAVE_AREA) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) || AcquireStatus(s, c, pool, n, DXGMAP_TOO_LARGE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_PINNED); @/
    /@ assert pin: c.op == DXGMAP_OP_PIN ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) || AcquireStatus(s, c, pool, n, DXGMAP_NOT_LEAD) ||
         AcquireStatus(s, c, pool, n, DXGMAP_REMOVED) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_KIND) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_MODE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_INDEX) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_SAVE_AREA) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_TOO_LARGE) || AcquireStatus(s, c, pool, n, DXGMAP_PINNED) ||
         AcquireStatus(s, c, pool, n, DXGMAP_PRESSURE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_COUNT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_PAGE) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_RANGE); @/
    /@ assert pin_sole: c.op == DXGMAP_OP_PIN ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert map_pages: c.op == DXGMAP_OP_MAP_PAGES ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_KIND) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_MODE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_COUNT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_PAGE) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_RANGE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NOT_LEAD) || AcquireStatus(s, c, pool, n, DXGMAP_REMOVED); @/
    /@ assert map_pages_sole: c.op == DXGMAP_OP_MAP_PAGES ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert allocate_adl: c.op == DXGMAP_OP_ALLOCATE_ADL ==> AcquireStatus(s, c, pool, n, DXGMAP_OK) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_HANDLE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_IRQL) ||
         AcquireStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_SIZE) ||
         AcquireStatus(s, c, pool, n, DXGMAP_TOO_LARGE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_FLAGS) ||
         AcquireStatus(s, c, pool, n, DXGMAP_PRESSURE) || AcquireStatus(s, c, pool, n, DXGMAP_BAD_COUNT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_BAD_PAGE) || AcquireStatus(s, c, pool, n, DXGMAP_NO_SLOT) ||
         AcquireStatus(s, c, pool, n, DXGMAP_NO_RANGE) || AcquireStatus(s, c, pool, n, DXGMAP_REMOVED); @/
    /@ assert allocate_adl_sole: c.op == DXGMAP_OP_ALLOCATE_ADL ==>
         \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_dispatch_release(dxgmap_state s, dxgmap_call c)
  {
    /@ assert unpin: c.op == DXGMAP_OP_UNPIN ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_ADAPTER) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_EXCLUSIVE) || ReleaseStatus(s, c, DXGMAP_BAD_INDEX) ||
         ReleaseStatus(s, c, DXGMAP_NOT_PINNED) ||
         ReleaseStatus(s, c, DXGMAP_NOT_LEAD); @/
    /@ assert unpin_sole: c.op == DXGMAP_OP_UNPIN ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert unmap_pages: c.op == DXGMAP_OP_UNMAP_PAGES ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_ADAPTER) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_EXCLUSIVE) || ReleaseStatus(s, c, DXGMAP_BAD_KIND) ||
         ReleaseStatus(s, c, DXGMAP_BAD_MODE) || ReleaseStatus(s, c, DXGMAP_BAD_HANDLE) ||
         ReleaseStatus(s, c, DXGMAP_NOT_LEAD); @/
    /@ assert unmap_pages_sole: c.op == DXGMAP_OP_UNMAP_PAGES ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert unmap_pointer: c.op == DXGMAP_OP_UNMAP_POINTER ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_ADAPTER) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_EXCLUSIVE) || ReleaseStatus(s, c, DXGMAP_BAD_INDEX) ||
         ReleaseStatus(s, c, DXGMAP_BAD_ADDRESS) ||
         ReleaseStatus(s, c, DXGMAP_NOT_LEAD); @/
    /@ assert unmap_pointer_sole: c.op == DXGMAP_OP_UNMAP_POINTER ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert unmap_view: c.op == DXGMAP_OP_UNMAP_VIEW ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_ADAPTER) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_BAD_KIND) ||
         ReleaseStatus(s, c, DXGMAP_BAD_SPACE) || ReleaseStatus(s, c, DXGMAP_BAD_ADDRESS) ||
         ReleaseStatus(s, c, DXGMAP_BAD_PROCESS); @/
    /@ assert unmap_view_sole: c.op == DXGMAP_OP_UNMAP_VIEW ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert close: c.op == DXGMAP_OP_CLOSE ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_HANDLE) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_EXCLUSIVE) || ReleaseStatus(s, c, DXGMAP_IN_USE); @/
    /@ assert close_sole: c.op == DXGMAP_OP_CLOSE ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert destroy: c.op == DXGMAP_OP_DESTROY ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_HANDLE) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_IN_USE); @/
    /@ assert destroy_sole: c.op == DXGMAP_OP_DESTROY ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert free_adl: c.op == DXGMAP_OP_FREE_ADL ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_HANDLE) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_EXCLUSIVE) || ReleaseStatus(s, c, DXGMAP_NOT_OF_OBJECT); @/
    /@ assert free_adl_sole: c.op == DXGMAP_OP_FREE_ADL ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert unmap_object: c.op == DXGMAP_OP_UNMAP_OBJECT ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_HANDLE) || ReleaseStatus(s, c, DXGMAP_BAD_IRQL) ||
         ReleaseStatus(s, c, DXGMAP_BAD_ADDRESS) || ReleaseStatus(s, c, DXGMAP_NOT_OF_OBJECT) ||
         ReleaseStatus(s, c, DXGMAP_BAD_SIZE) || ReleaseStatus(s, c, DXGMAP_BAD_PROCESS); @/
    /@ assert unmap_object_sole: c.op == DXGMAP_OP_UNMAP_OBJECT ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    /@ assert end_view: c.op == DXGMAP_OP_END_VIEW ==> ReleaseStatus(s, c, DXGMAP_OK) ||
         ReleaseStatus(s, c, DXGMAP_BAD_HANDLE); @/
    /@ assert end_view_sole: c.op == DXGMAP_OP_END_VIEW ==>
         \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_dispatch_switch(dxgmap_state s, dxgmap_call c)
  {
    /@ assert attach: c.op == DXGMAP_OP_ATTACH ==> SwitchStatus(s, c, DXGMAP_OK) ||
         SwitchStatus(s, c, DXGMAP_BAD_ADAPTER) || SwitchStatus(s, c, DXGMAP_NOT_LEAD) ||
         SwitchStatus(s, c, DXGMAP_ATTACHED); @/
    /@ assert attach_sole: c.op == DXGMAP_OP_ATTACH ==>
         \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
    /@ assert exclusive_begin: c.op == DXGMAP_OP_EXCLUSIVE_BEGIN ==> SwitchStatus(s, c, DXGMAP_OK) ||
         SwitchStatus(s, c, DXGMAP_BAD_ADAPTER) || SwitchStatus(s, c, DXGMAP_EXCLUSIVE); @/
    /@ assert exclusive_begin_sole: c.op == DXGMAP_OP_EXCLUSIVE_BEGIN ==>
         \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
    /@ assert exclusive_end: c.op == DXGMAP_OP_EXCLUSIVE_END ==> SwitchStatus(s, c, DXGMAP_OK) ||
         SwitchStatus(s, c, DXGMAP_BAD_ADAPTER) || SwitchStatus(s, c, DXGMAP_NOT_EXCLUSIVE); @/
    /@ assert exclusive_end_sole: c.op == DXGMAP_OP_EXCLUSIVE_END ==>
         \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
    /@ assert power: c.op == DXGMAP_OP_POWER ==> SwitchStatus(s, c, DXGMAP_OK) ||
         SwitchStatus(s, c, DXGMAP_BAD_ADAPTER) || SwitchStatus(s, c, DXGMAP_REMOVED) ||
         SwitchStatus(s, c, DXGMAP_BAD_POWER); @/
    /@ assert power_sole: c.op == DXGMAP_OP_POWER ==>
         \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
    /@ assert remove: c.op == DXGMAP_OP_REMOVE ==> SwitchStatus(s, c, DXGMAP_OK) ||
         SwitchStatus(s, c, DXGMAP_BAD_ADAPTER) || SwitchStatus(s, c, DXGMAP_REMOVED); @/
    /@ assert remove_sole: c.op == DXGMAP_OP_REMOVE ==>
         \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
    /@ assert link: c.op == DXGMAP_OP_LINK ==> SwitchStatus(s, c, DXGMAP_OK) ||
         SwitchStatus(s, c, DXGMAP_BAD_ADAPTER) || SwitchStatus(s, c, DXGMAP_LINKED) ||
         SwitchStatus(s, c, DXGMAP_NOT_LEAD); @/
    /@ assert link_sole: c.op == DXGMAP_OP_LINK ==>
         \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_dispatch_call(dxgmap_state s, dxgmap_call c, const uint64_t *pool, uint64_t n)
  {
    /@ assert start: c.op == DXGMAP_OP_START ==> CallStatus(s, c, pool, n, DXGMAP_OK) ||
         CallStatus(s, c, pool, n, DXGMAP_BAD_INDEX) || CallStatus(s, c, pool, n, DXGMAP_BAD_MODE) ||
         CallStatus(s, c, pool, n, DXGMAP_TOO_LARGE) || CallStatus(s, c, pool, n, DXGMAP_BAD_SIZE) ||
         CallStatus(s, c, pool, n, DXGMAP_BAD_RESOURCE) || CallStatus(s, c, pool, n, DXGMAP_NOT_VISIBLE) ||
         CallStatus(s, c, pool, n, DXGMAP_NOT_LEAD) || CallStatus(s, c, pool, n, DXGMAP_NO_COMMIT) ||
         CallStatus(s, c, pool, n, DXGMAP_NO_ADAPTER); @/
    /@ assert start_sole: c.op == DXGMAP_OP_START ==>
         \forall integer a, b; CallStatus(s, c, pool, n, a) && CallStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert stop: c.op == DXGMAP_OP_STOP ==> CallStatus(s, c, pool, n, DXGMAP_OK) ||
         CallStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER); @/
    /@ assert stop_sole: c.op == DXGMAP_OP_STOP ==>
         \forall integer a, b; CallStatus(s, c, pool, n, a) && CallStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert translate: c.op == DXGMAP_OP_TRANSLATE ==> CallStatus(s, c, pool, n, DXGMAP_OK) ||
         CallStatus(s, c, pool, n, DXGMAP_BAD_ADAPTER) || CallStatus(s, c, pool, n, DXGMAP_EXCLUSIVE) ||
         CallStatus(s, c, pool, n, DXGMAP_REMOVED) || CallStatus(s, c, pool, n, DXGMAP_ASLEEP) ||
         CallStatus(s, c, pool, n, DXGMAP_BLOCKED) || CallStatus(s, c, pool, n, DXGMAP_BYPASS); @/
    /@ assert translate_sole: c.op == DXGMAP_OP_TRANSLATE ==>
         \forall integer a, b; CallStatus(s, c, pool, n, a) && CallStatus(s, c, pool, n, b) ==> a == b; @/
    /@ assert none: c.op >= DXGMAP_OPS ==> CallStatus(s, c, pool, n, DXGMAP_BAD_KIND); @/
    if (c.op == DXGMAP_OP_ATTACH || c.op == DXGMAP_OP_EXCLUSIVE_BEGIN || c.op == DXGMAP_OP_EXCLUSIVE_END ||
        c.op == DXGMAP_OP_POWER || c.op == DXGMAP_OP_REMOVE || c.op == DXGMAP_OP_LINK) {
      dxgmap_dispatch_switch(s, c);
      /@ assert switch: \forall integer a; CallStatus(s, c, pool, n, a) <==> SwitchStatus(s, c, a); @/
    } else if (c.op == DXGMAP_OP_UNPIN || c.op == DXGMAP_OP_UNMAP_PAGES || c.op == DXGMAP_OP_UNMAP_POINTER ||
               c.op == DXGMAP_OP_UNMAP_VIEW || c.op == DXGMAP_OP_CLOSE || c.op == DXGMAP_OP_DESTROY ||
               c.op == DXGMAP_OP_FREE_ADL || c.op == DXGMAP_OP_UNMAP_OBJECT || c.op == DXGMAP_OP_END_VIEW) {
      dxgmap_dispatch_release(s, c);
      /@ assert release: \forall integer a; CallStatus(s, c, pool, n, a) <==> ReleaseStatus(s, c, a); @/
    } else if (c.op == DXGMAP_OP_PIN || c.op == DXGMAP_OP_MAP_PAGES || c.op == DXGMAP_OP_MAP_POINTER ||
               c.op == DXGMAP_OP_MAP_VIEW || c.op == DXGMAP_OP_CREATE || c.op == DXGMAP_OP_OPEN ||
               c.op == DXGMAP_OP_ALLOCATE_ADL || c.op == DXGMAP_OP_MAP_OBJECT) {
      dxgmap_dispatch_acquire(s, c, pool, n);
      /@ assert acquire: \forall integer a; CallStatus(s, c, pool, n, a) <==> AcquireStatus(s, c, pool, n, a); @/
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_dispatch_sort(uint32_t op)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_dispatch_lives(uint32_t op, uint32_t status, uint64_t handle)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_dispatch_translated(dxgmap_state s, uint64_t h, uint64_t page)
  {
    uint32_t k = dxgmap_step_place(h);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    dxgmap_translate_coherent(s.adapter[k], page);
    return;
  }
*/
