/* SPDX-License-Identifier: MIT */
#include "asks.h"

/*@ ghost
  void dxgmap_refine_gates(dxgmap_state s, dxgmap_caller c, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_starts(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  uint32_t dxgmap_refine_find(dxgmap_state s, uint64_t adapter)
  {
    if (adapter / 0x100000000000000u != DXGMAP_ADAPTER_TAG || adapter % 0x1000000u == 0 ||
        adapter % 0x1000000u > DXGMAP_ADAPTERS) {
      return DXGMAP_ADAPTERS;
    }
    uint32_t k = (uint32_t)(adapter % 0x1000000u - 1u);
    return s.adapter[k].started != 0 && s.adapter[k].generation == adapter / 0x1000000u % 0x100000000u
      ? k : DXGMAP_ADAPTERS;
  }
*/
/*@ ghost
  void dxgmap_refine_home(dxgmap_state s, uint64_t adapter)
  {
    dxgmap_refine_handles();
    /@ assert one: adapter == HomeAt(s, AdapterOf(adapter)); @/
    /@ assert read: \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> HandleIndex(HomeAt(s, k)) == k; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pins(dxgmap_state s, uint32_t k)
  {
    dxgmap_refine_named(s);
    /@ assert pins: AdapterPins(s.adapter[k]); @/
    /@ assert parts: AdapterParts(s.adapter[k]); @/
    /@ assert high: s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert slots: \forall integer i; 0 <= i < DXGMAP_CHAIN && s.adapter[k].saves.pin[i] != 0
         ==> LivesAt(s, HandleAt(s, k, s.adapter[k].saves.pin[i] - 1), k, s.adapter[k].saves.pin[i] - 1); @/
    /@ assert some: \forall integer i; 0 <= i < DXGMAP_CHAIN && s.adapter[k].saves.pin[i] != 0
         ==> PinAt(s, HandleAt(s, k, s.adapter[k].saves.pin[i] - 1), k, i); @/
    /@ assert none: \forall integer i, h; 0 <= i < DXGMAP_CHAIN && PinAt(s, h, k, i)
         ==> s.adapter[k].saves.pin[i] != 0; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pin_at(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires tell: PinsTell(s, AdapterOf(adapter));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pinned: \forall mstate m; PinAtAlike(s, m, adapter) ==> PinnedAlike(s, m, adapter); @/
  void dxgmap_refine_pins_alike(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pinned(dxgmap_state s, uint64_t adapter)
  {
    uint32_t k = dxgmap_step_place(adapter);
    dxgmap_refine_home(s, adapter);
    dxgmap_refine_pins(s, k);
    dxgmap_refine_pin_at(s, adapter);
    dxgmap_refine_pins_alike(s, adapter);
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_handle(dxgmap_state s, uint64_t adapter, uint32_t kind, uint64_t handle)
  {
    return;
  }
*/
