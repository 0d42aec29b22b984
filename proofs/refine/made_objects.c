/* SPDX-License-Identifier: MIT */
#include "made_objects.h"

/*@ ghost
  uint32_t dxgmap_refine_is_object(dxgmap_state s, uint64_t object)
  {
    if (object / 0x100000000000000u != DXGMAP_MACHINE || object % 0x1000000u == 0 ||
        object % 0x1000000u > DXGMAP_SLOTS) {
      /@ assert ok: AdapterOk(s.adapter[DXGMAP_MACHINE]); @/
      /@ assert slots: s.adapter[DXGMAP_MACHINE].slots.high <= DXGMAP_SLOTS; @/
      return 0;
    }
    uint32_t i = (uint32_t)(object % 0x1000000u - 1u);
    /@ assert ok: AdapterOk(s.adapter[DXGMAP_MACHINE]); @/
    /@ assert parts: AdapterParts(s.adapter[DXGMAP_MACHINE]); @/
    return s.adapter[DXGMAP_MACHINE].descriptors.at[i].kind == DXGMAP_OBJECT &&
      s.adapter[DXGMAP_MACHINE].slots.generation[i] == object / 0x1000000u % 0x100000000u ? 1 : 0;
  }
*/
/*@ ghost
  void dxgmap_refine_object(dxgmap_state s, uint64_t object)
  {
    /@ assert at: \forall mstate m; Refines(s, m) && IsObject(s, object)
         ==> AgreesAsked(DescriptorOf(s, object), MWhat(m, object)); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_bare(dxgmap_state s, uint64_t h)
  {
    /@ assert ok: AdapterOk(s.adapter[HandleTag(h)]); @/
    /@ assert parts: AdapterParts(s.adapter[HandleTag(h)]); @/
    /@ assert slots: s.adapter[HandleTag(h)].slots.high <= DXGMAP_SLOTS; @/
    return;
  }
*/
/*@ ghost
  // The adapter object that an object knows, and the other way round.
  /@ requires inv: Inv(s);
     requires object: IsObject(s, object);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: s.opened.place[HandleIndex(object)] != 0 <==> \exists integer g; OpensAt(s, g, object); @/
  void dxgmap_refine_opens(dxgmap_state s, uint64_t object)
  {
    dxgmap_refine_handles();
    dxgmap_refine_named(s);
    dxgmap_refine_links(s);
    dxgmap_refine_parents_live(s);
    /@ assert inside: 0 <= HandleIndex(object) < DXGMAP_SLOTS; @/
    /@ assert one: object == HandleAt(s, DXGMAP_MACHINE, HandleIndex(object)); @/
    /@ assert placed: KindsPlaced(s) && OpenedOk(s); @/
    /@ assert some: s.opened.place[HandleIndex(object)] != 0 ==>
         OpensAt(s, HandleAt(s, s.opened.place[HandleIndex(object)] - 1, s.opened.slot[HandleIndex(object)]),
                 object); @/
    /@ assert of: \forall integer g; OpensAt(s, g, object) ==> DescriptorOf(s, g).object - 1 == HandleIndex(object); @/
    /@ assert knows: \forall integer g; OpensAt(s, g, object) ==> 0 <= HandleTag(g) < DXGMAP_ADAPTERS; @/
    /@ assert known: \forall integer g; OpensAt(s, g, object) ==> ObjectKnown(s, HandleTag(g), HandleIndex(g)); @/
    return;
  }
*/
/*@ ghost
  // Of a live mapping the machine knows whether it opens the object.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures child: \forall mstate m, integer g; Refines(s, m)
       ==> (OpensAt(s, g, object) <==> MChildOf(m, g, object, DXGMAP_ADAPTER_OBJECT)); @/
  void dxgmap_refine_child_opens(dxgmap_state s, uint64_t object)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_opened(dxgmap_state s, uint64_t object)
  {
    if (dxgmap_refine_is_object(s, object) != 0) {
      dxgmap_refine_opens(s, object);
      dxgmap_refine_child_opens(s, object);
    }
    return;
  }
*/
