/* SPDX-License-Identifier: MIT */
#include "facts.h"
#include "facts/zero.h"

/* That something refines, and that not everything does. */

/*@ ghost
  // Memory of zeros refines an initial machine, whichever it is: part by part.
  /@ requires zero: Zero(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures nobody: \forall integer x; !KnownAdapter(s, x);
     ensures nothing: \forall integer h; !Valid(s, h) && !Spent(s, h);
     ensures adapters: \forall integer x; !GivenAdapter(s, x); @/
  void dxgmap_refine_zero_parts(dxgmap_state s)
  {
    /@ assert adapter: \forall integer k; 0 <= k < DXGMAP_PLACES ==> ZeroAdapter(s.adapter[k]); @/
    /@ assert slots: \forall integer k; 0 <= k < DXGMAP_PLACES ==> ZeroSlots(s.adapter[k].slots); @/
    return;
  }
*/
/*@ ghost
  /@ requires zero: Zero(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refines: \forall mstate m; MInitial(m) ==> Refines(s, m); @/
  void dxgmap_refine_zero(dxgmap_state s)
  {
    dxgmap_refine_zero_parts(s);
    /@ assert commit: s.commit == 0; @/
    return;
  }
*/
/*@ ghost
  // A machine that the core refines knows what lives: were the mapping released there alone,
  // it would refine it no more.
  /@ requires lives: LivesAt(s, h, k, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures told: \forall mstate m; Refines(s, m) ==> MLive(m, h) && !Refines(s, MRelease(m, h)); @/
  void dxgmap_refine_told(dxgmap_state s, uint64_t h, uint32_t k, uint32_t i)
  {
    return;
  }
*/
