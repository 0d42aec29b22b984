/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_CHECK_ADAPTER_H
#define DXGMAP_LOGIC_CHECK_ADAPTER_H

/* The halves of AdapterPins, each of which is checked by itself, and what keeps the check from overflow. */

/*@
  predicate SavePinned(dxgmap_adapter a, integer k) =
    k < a.saves.chain && a.saves.pin[k] <= DXGMAP_SLOTS && IsPin(a.descriptors.at[a.saves.pin[k] - 1].kind) &&
    a.descriptors.at[a.saves.pin[k] - 1].index == k &&
    a.domain.ranges.length[DXGMAP_ID(a.saves.pin[k] - 1)] <= a.saves.maximum.pages[k];
  predicate SavesPinned(dxgmap_adapter a) =
    \forall integer k; 0 <= k < DXGMAP_CHAIN && a.saves.pin[k] != 0 ==> SavePinned(a, k);
  predicate PinsKnown(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && IsPin(a.descriptors.at[i].kind) ==>
      a.descriptors.at[i].index < a.saves.chain && a.saves.pin[a.descriptors.at[i].index] == i + 1;

  predicate SavesBounded(dxgmap_adapter a) =
    \forall integer k; 0 <= k < a.saves.chain ==> a.saves.maximum.pages[k] <= DXGMAP_CHARGE_MAX;
*/

#endif
