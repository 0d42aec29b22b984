/* SPDX-License-Identifier: MIT */
#include "operations/op_process.h"

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> InProcess(d, process); */
static bool dxgmap_in_process(dxgmap_descriptor d, uint64_t process)
{
  return (d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO || d.kind == DXGMAP_OBJECT_VIEW) && d.user != 0 &&
         d.process == process;
}

/* The slot of some view of the process in place k; DXGMAP_SLOTS when there is none. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS
        ==> SlotLive(s->adapter[k].slots, \result) && SlotInProcess(*s, k, \result, process);
    ensures none: \result == DXGMAP_SLOTS
        ==> \forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotInProcess(*s, k, i, process); */
static uint32_t dxgmap_process_slot(const dxgmap_state *s, uint32_t k, uint64_t process)
{
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  /*@ assert parts: SlotsOk(s->adapter[k].slots) && AdapterParts(s->adapter[k]); */
  /*@ loop invariant range: 0 <= j <= s->adapter[k].slots.live;
      loop invariant none: \forall integer q; s->adapter[k].slots.free <= q < s->adapter[k].slots.free + j
                           ==> !SlotInProcess(*s, k, s->adapter[k].slots.order[q], process);
      loop assigns j;
      loop variant s->adapter[k].slots.live - j; */
  for (uint32_t j = 0; j < s->adapter[k].slots.live; j++) {
    uint32_t i = dxgmap_slots_at(&s->adapter[k].slots, j);
    if (dxgmap_in_process(s->adapter[k].descriptors.at[i], process)) {
      return i;
    }
  }
  /*@ assert live: \forall integer i; 0 <= i < DXGMAP_SLOTS && SlotInProcess(*s, k, i, process)
             ==> SlotLive(s->adapter[k].slots, i) && s->adapter[k].slots.order[s->adapter[k].slots.place[i]] == i; */
  return DXGMAP_SLOTS;
}

uint64_t dxgmap_op_process_view(const dxgmap_state *s, uint64_t process)
{
  /*@ loop invariant range: 0 <= k <= DXGMAP_PLACES;
      loop invariant none: \forall integer j, i; 0 <= j < k && 0 <= i < DXGMAP_SLOTS
                           ==> !SlotInProcess(*s, j, i, process);
      loop assigns k;
      loop variant DXGMAP_PLACES - k; */
  for (uint32_t k = 0; k < DXGMAP_PLACES; k++) {
    uint32_t i = dxgmap_process_slot(s, k, process);
    if (i != DXGMAP_SLOTS) {
      /*@ assert ok: AdapterOk(s->adapter[k]) && SlotsOk(s->adapter[k].slots); */
      return dxgmap_handle_make(k, s->adapter[k].slots.generation[i], i);
    }
  }
  return 0;
}

dxgmap_outcome dxgmap_op_end_view(dxgmap_state *s, uint64_t handle, uint64_t process)
{
  uint32_t k = dxgmap_handle_tag(handle);
  uint32_t i = dxgmap_handle_index(handle);
  if (k >= DXGMAP_PLACES) {
    return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  }
  /*@ assert ok: AdapterOk(s->adapter[k]) && SlotsOk(s->adapter[k].slots); */
  if (!dxgmap_slots_valid(&s->adapter[k].slots, i, dxgmap_handle_generation(handle))) {
    return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  }
  if (!dxgmap_in_process(s->adapter[k].descriptors.at[i], process)) {
    return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  }
  /*@ assert parts: AdapterParts(s->adapter[k]) && AdapterLinks(s->adapter[k]) && OpenedOk(*s); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  /*@ assert names: HandleTag(handle) == k && HandleIndex(handle) == i
             && HandleGeneration(handle) == s->adapter[k].slots.generation[i]; */
  return dxgmap_state_release(s, k, i);
}
