/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LEAK_H
#define DXGMAP_LEAK_H

#include "operations/op_adapter.h"

#include "logic/leak.h"

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
  // Links that name nothing count nothing.
  /@ requires none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.slot[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer v; v != 0 ==> LinkCount(t, DXGMAP_SLOTS, v) == 0; @/
  void dxgmap_leak_links(dxgmap_targets t);
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
