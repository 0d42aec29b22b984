/* SPDX-License-Identifier: MIT */
#include "facts/zero.h"

/*@ ghost
  /@ requires zero: ZeroDomain(d);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: DomainOk(d);
     ensures coherent: Coherent(d, DXGMAP_IDENTITY); @/
  void dxgmap_zero_domain(dxgmap_domain d)
  {
    dxgmap_translation_zero(d.translation);
    dxgmap_leak_cells(d.cells);
    return;
  }
*/

/*@ ghost
  /@ requires zero: ZeroAdapter(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: AdapterOk(a); @/
  void dxgmap_zero_adapter(dxgmap_adapter a)
  {
    dxgmap_zero_domain(a.domain);
    /@ assert slots: SlotsOk(a.slots); @/
    /@ assert views: ViewsOk(a.views); @/
    /@ assert parts: AdapterParts(a); @/
    /@ assert pins: AdapterPins(a); @/
    /@ assert kinds: AdapterKinds(a) && AdapterMode(a); @/
    /@ assert pointers: AdapterViews(a); @/
    dxgmap_leak_links(a.links.to);
    /@ assert links: LinksOk(a.links) && AdapterLinks(a); @/
    /@ assert charge: SaveSum(a.saves.maximum, 0) == 0; @/
    return;
  }
*/

/*@ ghost
  void dxgmap_zero(dxgmap_state *s)
  {
    /@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
       loop invariant ok: \forall integer j; 0 <= j < k ==> AdapterOk(s->adapter[j]);
       loop invariant locks: \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(*s, k, p) == 0;
       loop invariant kinds: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
         ==> s->adapter[j].descriptors.at[i].kind == DXGMAP_NO_KIND;
       loop invariant charges: ChargeSum(*s, k) == 0;
       loop assigns k;
       loop variant DXGMAP_PLACES - k; @/
    for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
      /@ assert one: ZeroAdapter(s->adapter[k]); @/
      dxgmap_zero_adapter(s->adapter[k]);
      /@ assert locks: \forall integer p; 0 <= p < DXGMAP_PAGES
           ==> LockSum(*s, k + 1, p) == LockSum(*s, k, p) + s->adapter[k].domain.counts.count[p]; @/
    }
    /@ assert stopped: StoppedOk(*s); @/
    /@ assert placed: KindsPlaced(*s); @/
    /@ assert opened: OpenedOk(*s); @/
    /@ assert idle: \forall integer k; 0 <= k < DXGMAP_PLACES ==> s->adapter[k].slots.high == 0; @/
    return;
  }
*/
