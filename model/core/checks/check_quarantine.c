/* SPDX-License-Identifier: MIT */
#include "checks/check_quarantine.h"

#include "checks/check_ranges.h"

/*@ requires valid: \valid(r);
    requires bounds: WaitingBounds(r->waiting);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> WaitingRuns(*r); */
static bool dxgmap_check_waiting_runs(const dxgmap_ranges *r)
{
  uint32_t oldest = r->waiting.oldest;
  uint32_t newest = oldest + r->waiting.count;
  /*@ loop invariant range: 1 <= k <= DXGMAP_FIRST;
      loop invariant runs: \forall integer i; 1 <= i < k ==> (r->length[i] > 0 <==> Waits(r->waiting, i));
      loop assigns k;
      loop variant DXGMAP_FIRST - k; */
  for (uint32_t k = 1; k < DXGMAP_FIRST; k++) {
    bool waits = (oldest < k && k <= newest) || k + DXGMAP_QUARANTINE <= newest;
    if ((r->length[k] > 0) != waits) {
      return false;
    }
  }
  return true;
}

bool dxgmap_check_quarantine(const dxgmap_ranges *r)
{
  if (r->waiting.limit > DXGMAP_QUARANTINE || r->waiting.count > r->waiting.limit) {
    return false;
  }
  if (r->waiting.oldest >= DXGMAP_QUARANTINE || !dxgmap_check_ranges(r)) {
    return false;
  }
  return dxgmap_check_waiting_runs(r);
}
