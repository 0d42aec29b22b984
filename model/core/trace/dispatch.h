/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DISPATCH_H
#define DXGMAP_DISPATCH_H

#include "trace/step.h"

/* The cascades by which a call finds its status leave nothing open (T-COMP): of every call one status is the right one,
   and no other. With a row gone, or made to say nothing, one of these facts is false. None of them runs. */
/*@ ghost
  /@ requires op: Acquiring(c.op);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; AcquireStatus(s, c, pool, n, a);
     ensures sole: \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b) ==> a == b; @/
  void dxgmap_dispatch_acquire(dxgmap_state s, dxgmap_call c, const uint64_t *pool, uint64_t n);
*/
/*@ ghost
  /@ requires op: Releasing(c.op);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; ReleaseStatus(s, c, a);
     ensures sole: \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
  void dxgmap_dispatch_release(dxgmap_state s, dxgmap_call c);
*/
/*@ ghost
  /@ requires op: Switching(c.op);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; SwitchStatus(s, c, a);
     ensures sole: \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
  void dxgmap_dispatch_switch(dxgmap_state s, dxgmap_call c);
*/
/*@ ghost
  // Of any call whatsoever.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; CallStatus(s, c, pool, n, a);
     ensures sole: \forall integer a, b; CallStatus(s, c, pool, n, a) && CallStatus(s, c, pool, n, b) ==> a == b; @/
  void dxgmap_dispatch_call(dxgmap_state s, dxgmap_call c, const uint64_t *pool, uint64_t n);
*/
/*@ ghost
  // Every operation is of one sort, and of no other.
  /@ requires op: op < DXGMAP_OPS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sort: Acquiring(op) || Releasing(op) || Switching(op) || op == DXGMAP_OP_START || op == DXGMAP_OP_STOP ||
       op == DXGMAP_OP_TRANSLATE;
     ensures acquiring: Acquiring(op) ==> !Releasing(op) && !Switching(op);
     ensures releasing: Releasing(op) ==> !Switching(op);
     ensures rest: op == DXGMAP_OP_START || op == DXGMAP_OP_STOP || op == DXGMAP_OP_TRANSLATE
                   ==> !Acquiring(op) && !Releasing(op) && !Switching(op);
     ensures capturing: Capturing(op) ==> Acquiring(op); @/
  void dxgmap_dispatch_sort(uint32_t op);
*/
/*@ ghost
  // A call that succeeded began exactly one life, ended exactly one, or did neither, as its sort says.
  /@ requires op: op < DXGMAP_OPS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures acquired: Acquiring(op) && status == DXGMAP_OK ==> \exists integer h; Acquired(op, status, handle, h);
     ensures released: Releasing(op) && status == DXGMAP_OK ==> \exists integer h; ReleasedBy(op, status, handle, h);
     ensures one: \forall integer g, h; Acquired(op, status, handle, g) && Acquired(op, status, handle, h) ==> g == h;
     ensures other: \forall integer g, h;
       ReleasedBy(op, status, handle, g) && ReleasedBy(op, status, handle, h) ==> g == h;
     ensures apart: \forall integer g, h; !(Acquired(op, status, handle, g) && ReleasedBy(op, status, handle, h));
     ensures refused: status != DXGMAP_OK
                      ==> \forall integer h; !Acquired(op, status, handle, h) && !ReleasedBy(op, status, handle, h); @/
  void dxgmap_dispatch_lives(uint32_t op, uint32_t status, uint64_t handle);
*/
/*@ ghost
  // A logical page is translated to one physical page, or to none; when the status is DXGMAP_OK, to one.
  /@ requires inv: Inv(s);
     requires page: page < LogicalPages(s.adapter[AdapterOf(h)]);
     requires known: KnownAdapter(s, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: TranslateStatus(s, h, page, DXGMAP_OK) ==> \exists integer p; Xlate(s.adapter[AdapterOf(h)], page, p);
     ensures sole: \forall integer p, q; Xlate(s.adapter[AdapterOf(h)], page, p) &&
       Xlate(s.adapter[AdapterOf(h)], page, q) ==> p == q; @/
  void dxgmap_dispatch_translated(dxgmap_state s, uint64_t h, uint64_t page);
*/

#endif
