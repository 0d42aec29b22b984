#include "adapter.h"

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status == status && \result.handle == 0; */
static dxgmap_outcome dxgmap_adapter_refuse(uint32_t status)
{
  dxgmap_outcome o;
  o.status = status;
  o.handle = 0;
  return o;
}

dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_counts *locks, dxgmap_descriptor d,
                                         const uint64_t *pages, uint32_t n)
{
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) return dxgmap_adapter_refuse(DXGMAP_NO_SLOT);
  if (!dxgmap_domain_map(&a->domain, locks, i + 1u, pages, n)) return dxgmap_adapter_refuse(DXGMAP_NO_CELLS);
  dxgmap_slots_take(&a->slots);
  a->descriptors.at[i] = d;
  if (d.kind == DXGMAP_PIN || d.kind == DXGMAP_PIN2) a->saves.pin[d.index] = i + 1u;
  /*@ assert others: OthersKept(\at(*a, Pre), *a, i); */
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert idle: \forall integer k; 0 <= k < DXGMAP_CHAIN ==> \at(*a, Pre).saves.pin[k] != i + 1; */
  /*@ assert known: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0 && a->saves.pin[k] != i + 1
             ==> a->saves.pin[k] == \at(*a, Pre).saves.pin[k]; */
  /*@ assert own: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] == i + 1
             ==> IsPin(d.kind) && d.index == k && n <= a->saves.maximum.pages[k]; */
  /*@ assert linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(a->descriptors.at[k].kind)
             ==> a->descriptors.at[k].index < a->saves.chain && a->saves.pin[a->descriptors.at[k].index] == k + 1; */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  dxgmap_outcome o;
  o.status = DXGMAP_OK;
  o.handle = i;
  return o;
}

dxgmap_outcome dxgmap_adapter_take_view(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span)
{
  uint32_t i = dxgmap_slots_next(&a->slots);
  if (i == DXGMAP_SLOTS) return dxgmap_adapter_refuse(DXGMAP_NO_SLOT);
  if (span > 0) dxgmap_views_put(&a->views, i, place, span);
  dxgmap_slots_take(&a->slots);
  a->descriptors.at[i] = d;
  /*@ assert others: OthersKept(\at(*a, Pre), *a, i); */
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
  dxgmap_outcome o;
  o.status = DXGMAP_OK;
  o.handle = i;
  return o;
}

void dxgmap_adapter_release(dxgmap_adapter *a, dxgmap_counts *locks, uint32_t i)
{
  if (a->domain.ranges.length[i + 1u] > 0) dxgmap_domain_unmap(&a->domain, locks, i + 1u);
  if (a->views.span[i] > 0) dxgmap_views_drop(&a->views, i);
  if (a->descriptors.at[i].kind == DXGMAP_PIN || a->descriptors.at[i].kind == DXGMAP_PIN2)
    a->saves.pin[a->descriptors.at[i].index] = 0;
  a->descriptors.at[i].kind = DXGMAP_NO_KIND;
  dxgmap_slots_release(&a->slots, i);
  /*@ assert others: OthersKept(\at(*a, Pre), *a, i); */
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert cleared: \forall integer k; 0 <= k < DXGMAP_CHAIN && a->saves.pin[k] != 0
             ==> a->saves.pin[k] == \at(*a, Pre).saves.pin[k] && a->saves.pin[k] != i + 1; */
  /*@ assert linked: \forall integer k; 0 <= k < DXGMAP_SLOTS && IsPin(a->descriptors.at[k].kind)
             ==> k != i && a->saves.pin[a->descriptors.at[k].index] == k + 1; */
  /*@ assert pins: AdapterPins(*a); */
  /*@ assert views: AdapterViews(*a); */
}
