/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ZERO_H
#define DXGMAP_ZERO_H

#include "facts/leak.h"

#include "logic/zero.h"

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
