#include "op_translate.h"

/*@ ghost
  // What the domain holds is what some live mapping has captured.
  /@ requires valid: \valid(a);
     requires parts: AdapterParts(*a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures reference: DomainHolds(a->domain, page) <==> Xlate(*a, page, page); @/
  void dxgmap_translate_reference(const dxgmap_adapter *a, uint64_t page)
  {
    /@ assert live: \forall integer i; RangeLive(a->domain.ranges, i)
         ==> a->descriptors.at[i - 1].kind != DXGMAP_NO_KIND; @/
    /@ assert there: \forall integer i, l; RangeCovers(a->domain.ranges, i, l) && a->domain.cells.cell[l] == page + 1
         ==> CapturedAt(*a, i - 1, l - a->domain.ranges.base[i], page); @/
    /@ assert some: \forall integer i; Captures(a->domain, i, page) ==> Xlate(*a, page, page); @/
    /@ assert here: \forall integer i, o; CapturedAt(*a, i, o, page)
         ==> RangeCovers(a->domain.ranges, i + 1, a->domain.ranges.base[i + 1] + o); @/
    /@ assert back: \forall integer i, o; CapturedAt(*a, i, o, page) ==> Captures(a->domain, i + 1, page); @/
    return;
  }
*/

dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page)
{
  dxgmap_answer a;
  a.page = 0;
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    a.status = DXGMAP_BAD_ADAPTER;
    return a;
  }
  if (s->adapter[k].exclusive != 0) {
    a.status = DXGMAP_EXCLUSIVE;
    return a;
  }
  a.status = DXGMAP_BLOCKED;
  if (page >= DXGMAP_PAGES) return a;
  /*@ assert parts: AdapterParts(s->adapter[k]); */
  /*@ ghost dxgmap_translate_reference(&s->adapter[k], page); */
  if (s->adapter[k].attached == 0) {
    a.status = DXGMAP_BYPASS;
    a.page = page;
  } else if (dxgmap_domain_holds(&s->adapter[k].domain, page)) {
    a.status = DXGMAP_OK;
    a.page = page;
  }
  return a;
}

uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page)
{
  return page < DXGMAP_PAGES ? s->locks.count[page] : 0;
}
