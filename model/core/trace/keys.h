/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_KEYS_H
#define DXGMAP_KEYS_H

#include "trace/step.h"

/* Releases by key, over a trace (T-ONCE); facts for the proofs, none of them runs. */
/*@ ghost
  // A step keeps what is known of keys: what it began is new, what goes on kept its key, and what has the key of the
  // mapping that it ended is not there any more.
  /@ requires valid: \valid_read(calls + i) && \valid_read(results + i);
     requires inv: Inv(was);
     requires knows: KnowsKeys(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires over: LivesOver(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires kept: MappingsSame(was, now);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsKeys(now, calls, results, i + 1); @/
  void dxgmap_keys_step(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                        uint32_t i);
*/
/*@ ghost
  /@ requires was: KeysOnce(calls, results, i);
     requires knows: KnowsKeys(was, calls, results, i);
     requires over: \forall integer h; ReleasedAt(calls, results, i, h) ==> Valid(was, h);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KeysOnce(calls, results, i + 1); @/
  void dxgmap_keys_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i);
*/

#endif
