/* SPDX-License-Identifier: MIT */
#include "kinds.h"

#include "touch.h"

atomic_ulong taken[KINDS];
atomic_ulong refusals[KINDS];

static const struct {
  enum outcome (*take)(driver *d);
  NTSTATUS (*release)(driver *d, const hold *h);
  bool by_mdl; /* for drivers of MDLs alone */
  bool by_adl;
  bool passive; /* no higher IRQL */
} kinds[KINDS] = {
    [K_PIN] = {take_pin, release_pin, true, false, false},
    [K_PIN2] = {take_pin2, release_pin, false, false, false},
    [K_POINTER] = {take_pointer, release_pointer, false, false, false},
    [K_POOL] = {take_pool, release_pool, false, false, false},
    [K_HEAP] = {take_heap, release_heap, false, false, false},
    [K_MDL] = {take_mdl, release_mdl, false, false, false},
    [K_IOMMU] = {take_iommu, release_iommu, true, false, false},
    [K_MDL_VIEW] = {take_mdl_view, release_mdl_view, false, false, false},
    [K_PAGES] = {take_pages, release_pages, true, false, false},
    [K_CONTIGUOUS] = {take_contiguous, release_contiguous, true, false, false},
    [K_OBJECT] = {take_object, release_object, false, true, false},
    [K_OPENED] = {take_opened, release_opened, false, true, false},
    [K_ADL] = {take_adl, release_adl, false, true, false},
    [K_OBJECT_VIEW] = {take_object_view, release_object_view, false, true, false},
    [K_VIEW] = {take_view, release_view, false, false, true},
    [K_VIDEO] = {take_video, release_video, false, false, true},
};

static KIRQL rise(driver *d, enum kind kind)
{
  KIRQL old = PASSIVE_LEVEL;
  if (!kinds[kind].passive && draw_percent(&d->dice, 20)) {
    KeRaiseIrql(APC_LEVEL, &old);
  }
  return old;
}

static void fall(KIRQL old)
{
  if (KeGetCurrentIrql() != old) {
    KeLowerIrql(old);
  }
}

enum outcome take(driver *d, enum kind kind)
{
  if ((kinds[kind].by_mdl && d->uses_adl) || (kinds[kind].by_adl && !d->uses_adl) || hold_count(d) + 2 > HOLDS) {
    return NOT_NOW;
  }
  d->failures = dxgmap_failures();
  KIRQL old = rise(d, kind);
  enum outcome outcome = kinds[kind].take(d);
  fall(old);
  if (outcome == TOOK) {
    atomic_fetch_add(&taken[kind], 1);
  } else if (outcome == REFUSED) {
    atomic_fetch_add(&refusals[kind], 1);
  }
  return outcome;
}

NTSTATUS release(driver *d, const hold *h)
{
  if (!h->user) {
    return kinds[h->kind].release(d, h);
  }
  dxgmap_set_process(h->process);
  NTSTATUS status = kinds[h->kind].release(d, h);
  dxgmap_set_process(d->process);
  return status;
}

bool is_leaf(const driver *d, const hold *h)
{
  (void)d;
  return h->children == 0;
}

/* Destroy ends the adapter object with the object. */
static bool give_both(driver *d, hold *h)
{
  hold *object = hold_parent(d, h);
  if (h->kind != K_OPENED || object->children > 1 || draw_percent(&d->dice, 50)) {
    return false;
  }
  expect(d, "Destroy with the adapter object", STATUS_SUCCESS, (uint32_t)release_both(d, object, h));
  hold_end(d, h);
  hold_end(d, object);
  return true;
}

void give(driver *d, hold *h)
{
  if (draw_percent(&d->dice, 25)) {
    touch_all(d, h);
  }
  KIRQL old = rise(d, h->kind);
  if (!give_both(d, h)) {
    tell(d, "releases hold %u, %s", hold_number(d, h), kind_name(h->kind));
    expect(d, "status of a release", STATUS_SUCCESS, (uint32_t)release(d, h));
    hold_end(d, h);
  }
  fall(old);
}
