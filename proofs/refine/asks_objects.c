/* SPDX-License-Identifier: MIT */
#include "asks_objects.h"

/*@ ghost
  void dxgmap_refine_slots(dxgmap_state s)
  {
    dxgmap_refine_named(s);
    dxgmap_refine_handles();
    /@ assert parts: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterParts(s.adapter[k]); @/
    /@ assert high: \forall integer k; 0 <= k < DXGMAP_PLACES ==> s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert placed: KindsPlaced(s) && StoppedOk(s); @/
    /@ assert table: \forall integer h; 0 <= h && Valid(s, h) ==> InTable(h); @/
    /@ assert started: \forall integer h; 0 <= h && Valid(s, h) && HandleTag(h) != DXGMAP_MACHINE
         ==> s.adapter[HandleTag(h)].started != 0; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_children(dxgmap_state s)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_childless(dxgmap_state s, uint64_t h, uint32_t kind)
  {
    dxgmap_refine_children(s);
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_adls(dxgmap_state s, uint64_t h)
  {
    dxgmap_refine_slots(s);
    dxgmap_refine_parents_told(s);
    dxgmap_refine_handles();
    /@ assert linked: \forall integer i; IsAdapterObject(s, h) && 0 <= i < DXGMAP_SLOTS
         && s.adapter[HandleTag(h)].links.to.slot[i] == HandleIndex(h) + 1
         ==> s.adapter[HandleTag(h)].descriptors.at[i].kind == DXGMAP_ADL; @/
    /@ assert some: \forall integer i; IsAdapterObject(s, h) && 0 <= i < DXGMAP_SLOTS
         && s.adapter[HandleTag(h)].links.to.slot[i] == HandleIndex(h) + 1
         ==> ChildOf(s, HandleAt(s, HandleTag(h), i), h, DXGMAP_ADL); @/
    /@ assert none: \forall integer c; IsAdapterObject(s, h) && ChildOf(s, c, h, DXGMAP_ADL)
         ==> s.adapter[HandleTag(h)].links.to.slot[HandleIndex(c)] == HandleIndex(h) + 1; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_object(dxgmap_state s, uint64_t o)
  {
    dxgmap_refine_slots(s);
    dxgmap_refine_parents_told(s);
    dxgmap_refine_handles();
    /@ assert known: ObjectsKnown(s) && OpenedKnown(s); @/
    /@ assert linked: \forall integer i; IsObject(s, o) && 0 <= i < DXGMAP_SLOTS
         && s.adapter[DXGMAP_MACHINE].links.to.slot[i] == HandleIndex(o) + 1
         ==> s.adapter[DXGMAP_MACHINE].descriptors.at[i].kind == DXGMAP_OBJECT_VIEW; @/
    /@ assert some: \forall integer i; IsObject(s, o) && 0 <= i < DXGMAP_SLOTS
         && s.adapter[DXGMAP_MACHINE].links.to.slot[i] == HandleIndex(o) + 1
         ==> ChildOf(s, HandleAt(s, DXGMAP_MACHINE, i), o, DXGMAP_OBJECT_VIEW); @/
    /@ assert none: \forall integer c; IsObject(s, o) && ChildOf(s, c, o, DXGMAP_OBJECT_VIEW)
         ==> s.adapter[DXGMAP_MACHINE].links.to.slot[HandleIndex(c)] == HandleIndex(o) + 1; @/
    /@ assert opened: IsObject(s, o) && s.opened.place[HandleIndex(o)] != 0
         ==> ChildOf(s, HandleAt(s, s.opened.place[HandleIndex(o)] - 1, s.opened.slot[HandleIndex(o)]), o,
               DXGMAP_ADAPTER_OBJECT); @/
    /@ assert closed: \forall integer c; IsObject(s, o) && ChildOf(s, c, o, DXGMAP_ADAPTER_OBJECT)
         ==> DescriptorOf(s, c).object == HandleIndex(o) + 1; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_object_gate(dxgmap_state s, dxgmap_caller c, uint64_t o)
  {
    dxgmap_refine_slots(s);
    /@ assert natural: Natural(o); @/
    /@ assert object: \forall mstate m; Refines(s, m) ==> (IsObject(s, o) <==> MKindAt(m, o, DXGMAP_OBJECT)); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_opened_gate(dxgmap_state s, dxgmap_caller c, uint64_t h)
  {
    dxgmap_refine_slots(s);
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_adl(dxgmap_state s, uint64_t h, uint64_t adl)
  {
    dxgmap_refine_slots(s);
    dxgmap_refine_parents_told(s);
    dxgmap_refine_handles();
    /@ assert natural: Natural(h) && Natural(adl); @/
    /@ assert homes: \forall integer a, b; 0 <= a < DXGMAP_PLACES && 0 <= b < DXGMAP_PLACES
         && HomeAt(s, a) == HomeAt(s, b) ==> a == b; @/
    /@ assert adl: IsAdapterObject(s, h) ==> \forall mstate m; Refines(s, m)
         ==> (IsAdl(s, HandleTag(h), adl) <==> MHandleOf(m, adl, WOn(MWhat(m, h)), DXGMAP_ADL)); @/
    /@ assert parent: IsAdapterObject(s, h) && IsAdl(s, HandleTag(h), adl)
         ==> (TargetOf(s, adl) == HandleIndex(h) + 1 <==> ParentOf(s, adl) == h); @/
    return;
  }
*/
/*@ ghost
  uint32_t dxgmap_refine_place(uint64_t handle)
  {
    return (uint32_t)(handle / 0x100000000000000u);
  }
*/
