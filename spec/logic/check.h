#ifndef DXGMAP_LOGIC_CHECK_H
#define DXGMAP_LOGIC_CHECK_H

/* OpenedOk, one object at a time. */

/*@
  predicate ObjectKnown(dxgmap_state s, integer k, integer i) =
    s.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT ==>
      1 <= s.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS &&
      s.adapter[DXGMAP_MACHINE].descriptors.at[s.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT &&
      OpenedBy(s.opened, s.adapter[k].descriptors.at[i].object - 1, k, i);
  predicate Opened(dxgmap_state s, integer x) =
    s.opened.place[x] <= DXGMAP_ADAPTERS && s.opened.slot[x] < DXGMAP_SLOTS &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].kind == DXGMAP_ADAPTER_OBJECT &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].object == x + 1;
*/

#endif
