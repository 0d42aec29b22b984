/* SPDX-License-Identifier: MIT */
#include "operations/op_view.h"

/*@ requires valid: \valid(a);
    requires count: a->resources.count <= DXGMAP_RESOURCES;
    requires range: start + length <= 0xFFFFFFFFFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Owns(a->resources, space, start, length); */
static bool dxgmap_view_owned(const dxgmap_adapter *a, uint32_t space, uint64_t start, uint64_t length)
{
  /*@ loop invariant range: 0 <= k <= a->resources.count;
      loop invariant none: \forall integer j; 0 <= j < k ==> !(a->resources.at[j].space == space
                           && a->resources.at[j].start <= start
                           && start + length <= a->resources.at[j].start + a->resources.at[j].length);
      loop assigns k;
      loop variant a->resources.count - k; */
  for (uint32_t k = 0; k < a->resources.count; k++) {
    /* distances, so that nothing overflows */
    if (a->resources.at[k].space == space && a->resources.at[k].start <= start && length <= a->resources.at[k].length &&
        start - a->resources.at[k].start <= a->resources.at[k].length - length) {
      return true;
    }
  }
  return false;
}

/*@ requires range: r.length >= 1 && r.physical + r.length <= 0xFFFFFFFFFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Conflicts(d, r); */
static bool dxgmap_view_conflicts(dxgmap_descriptor d, dxgmap_view_request r)
{
  if (d.kind != DXGMAP_VIDEO || d.space != DXGMAP_MEMORY_SPACE || r.space != DXGMAP_MEMORY_SPACE ||
      d.cache == r.cache) {
    return false;
  }
  if (d.physical <= r.physical) {
    return r.physical - d.physical < d.length;
  }
  return d.physical - r.physical < r.length;
}

/*@ requires valid: \valid(a) && \valid(r);
    requires separated: \separated(a, r);
    requires ok: AdapterOk(*a);
    requires range: r->length >= 1 && r->physical + r->length <= 0xFFFFFFFFFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> CacheConflict(*a, *r); */
static bool dxgmap_view_conflict(const dxgmap_adapter *a, const dxgmap_view_request *r)
{
  /*@ assert slots: SlotsOk(a->slots) && AdapterParts(*a); */
  /*@ loop invariant range: 0 <= j <= a->slots.live;
      loop invariant none: \forall integer q; a->slots.free <= q < a->slots.free + j
                           ==> !Conflicts(a->descriptors.at[a->slots.order[q]], *r);
      loop assigns j;
      loop variant a->slots.live - j; */
  for (uint32_t j = 0; j < a->slots.live; j++) {
    if (dxgmap_view_conflicts(a->descriptors.at[dxgmap_slots_at(&a->slots, j)], *r)) {
      return true;
    }
  }
  /*@ assert live: \forall integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a->descriptors.at[i], *r)
             ==> SlotLive(a->slots, i) && a->slots.order[a->slots.place[i]] == i; */
  return false;
}

uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r)
{
  uint32_t status = dxgmap_state_gate_own(s, caller, adapter, DXGMAP_PASSIVE_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (s->adapter[dxgmap_state_find(s, adapter)].switches.removed != 0) {
    return DXGMAP_REMOVED;
  }
  if (r->kind != DXGMAP_VIEW && r->kind != DXGMAP_VIDEO) {
    return DXGMAP_BAD_KIND;
  }
  if (r->space > DXGMAP_IO_SPACE) {
    return DXGMAP_BAD_SPACE;
  }
  if (r->length == 0 || r->length > 0xFFFFFFFFu || r->physical > 0xFFFFFFFFFFFFFFFFu - r->length) {
    return DXGMAP_BAD_SIZE;
  }
  if (r->kind == DXGMAP_VIDEO && r->process != 0 && r->process != caller.process) {
    return DXGMAP_BAD_PROCESS;
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (!dxgmap_view_owned(&s->adapter[k], r->space, r->physical, r->length)) {
    return DXGMAP_NOT_OWNED;
  }
  if (r->kind == DXGMAP_VIDEO && dxgmap_view_conflict(&s->adapter[k], r)) {
    return DXGMAP_CACHE_CONFLICT;
  }
  return DXGMAP_OK;
}

/*@ requires valid: \valid(r);
    requires length: r->length <= 0xFFFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures span: \result == ViewSpan(*r); */
static uint64_t dxgmap_view_span(const dxgmap_view_request *r)
{
  if (r->space != DXGMAP_MEMORY_SPACE) {
    return 0;
  }
  return (r->physical % DXGMAP_PAGE_SIZE + r->length + DXGMAP_PAGE_SIZE - 1u) / DXGMAP_PAGE_SIZE;
}

dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r)
{
  uint32_t status = dxgmap_view_admit(s, caller, adapter, r);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  uint64_t span = dxgmap_view_span(r);
  if (r->space == DXGMAP_MEMORY_SPACE && !dxgmap_views_room(&s->adapter[k].views, r->at, span)) {
    return dxgmap_refuse(DXGMAP_PLACE_TAKEN);
  }
  dxgmap_descriptor d = dxgmap_describe(r->kind, 0);
  d.space = r->space;
  d.user = r->space == DXGMAP_MEMORY_SPACE ? r->user : 0;
  d.cache = r->cache;
  d.physical = r->physical;
  d.length = r->length;
  d.process = d.user != 0 ? caller.process : 0;
  /* without window pages the place does not matter */
  return dxgmap_state_take(s, k, d, span > 0 ? (uint32_t)r->at : 0, (uint32_t)span, 0);
}

/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: IsView(kind);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewAt(*a, kind, DXGMAP_IO_SPACE, address, \result);
    ensures none: \result == DXGMAP_SLOTS
                  ==> \forall integer i; !ViewAt(*a, kind, DXGMAP_IO_SPACE, address, i); */
static uint32_t dxgmap_view_port(const dxgmap_adapter *a, uint32_t kind, uint64_t address)
{
  /*@ assert slots: SlotsOk(a->slots) && AdapterParts(*a); */
  /*@ loop invariant range: 0 <= j <= a->slots.live;
      loop invariant none: \forall integer q; a->slots.free <= q < a->slots.free + j
                           ==> !ViewAt(*a, kind, DXGMAP_IO_SPACE, address, a->slots.order[q]);
      loop assigns j;
      loop variant a->slots.live - j; */
  for (uint32_t j = 0; j < a->slots.live; j++) {
    uint32_t i = dxgmap_slots_at(&a->slots, j);
    if (a->descriptors.at[i].kind == kind && a->descriptors.at[i].space == DXGMAP_IO_SPACE &&
        a->descriptors.at[i].physical <= address &&
        address - a->descriptors.at[i].physical < a->descriptors.at[i].length &&
        (kind != DXGMAP_VIEW || a->descriptors.at[i].physical == address)) {
      return i;
    }
  }
  /*@ assert live: \forall integer i; ViewAt(*a, kind, DXGMAP_IO_SPACE, address, i)
             ==> SlotLive(a->slots, i) && a->slots.order[a->slots.place[i]] == i; */
  return DXGMAP_SLOTS;
}

/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: IsView(kind);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, \result);
    ensures one: \forall integer i; ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, i) ==> i == \result; */
static uint32_t dxgmap_view_memory(const dxgmap_adapter *a, uint32_t kind, uint64_t address)
{
  uint32_t i = dxgmap_views_at(&a->views, address / DXGMAP_PAGE_SIZE);
  /*@ assert parts: AdapterParts(*a) && ViewsOk(a->views); */
  /*@ assert covered: \forall integer j; ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, j)
             ==> ViewCovers(a->views, j, address / DXGMAP_PAGE_SIZE); */
  /*@ assert only: \forall integer j; ViewAt(*a, kind, DXGMAP_MEMORY_SPACE, address, j) ==> j == i; */
  if (i == DXGMAP_SLOTS) {
    return DXGMAP_SLOTS;
  }
  /* what has a window page is in memory space */
  if (a->descriptors.at[i].kind != kind) {
    return DXGMAP_SLOTS;
  }
  uint64_t base = (uint64_t)a->views.place[i] * DXGMAP_PAGE_SIZE + a->descriptors.at[i].physical % DXGMAP_PAGE_SIZE;
  if (address < base || (kind == DXGMAP_VIEW && address != base)) {
    return DXGMAP_SLOTS;
  }
  return i;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ProcessFits(d, caller, process); */
static bool dxgmap_view_process(dxgmap_descriptor d, dxgmap_caller caller, uint64_t process)
{
  if (d.space == DXGMAP_IO_SPACE) {
    return true;
  }
  return (process == 0 || process == d.process) && (d.user == 0 || caller.process == d.process);
}

dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process)
{
  uint32_t status = dxgmap_state_gate_own(s, caller, adapter, DXGMAP_PASSIVE_LEVEL);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  if (kind != DXGMAP_VIEW && kind != DXGMAP_VIDEO) {
    return dxgmap_refuse(DXGMAP_BAD_KIND);
  }
  if (space > DXGMAP_IO_SPACE) {
    return dxgmap_refuse(DXGMAP_BAD_SPACE);
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  uint32_t i = space == DXGMAP_IO_SPACE ? dxgmap_view_port(&s->adapter[k], kind, address)
                                        : dxgmap_view_memory(&s->adapter[k], kind, address);
  if (i == DXGMAP_SLOTS) {
    return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  }
  if (!dxgmap_view_process(s->adapter[k].descriptors.at[i], caller, process)) {
    return dxgmap_refuse(DXGMAP_BAD_PROCESS);
  }
  /*@ assert parts: AdapterParts(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  return dxgmap_state_release(s, k, i);
}
