/* SPDX-License-Identifier: MIT */
#include "operations/op_switch.h"

#include "operations/op_adapter.h"

/* Sets the switches of the adapter of the handle, and nothing else. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires known: KnownAdapter(*s, adapter);
    requires place: k == AdapterOf(adapter);
    requires attached: s->adapter[k].switches.attached != 0 ==> w.attached != 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures switches: Switches(\old(*s), *s, adapter, w); */
static void dxgmap_switch(dxgmap_state *s, uint64_t adapter, uint32_t k, dxgmap_switches w)
{
  (void)adapter; /* only the contract speaks of it */
  /*@ ghost dxgmap_state was = *s; */
  /*@ ghost dxgmap_state_itself(was); */
  /*@ assert mode: AdapterOk(s->adapter[k]) && AdapterMode(s->adapter[k]); */
  dxgmap_adapter_switch(&s->adapter[k], w);
  /*@ assert kept: AdaptersKept(was, *s, k); */
  /*@ ghost dxgmap_start_calm(was, *s, k); */
  /*@ assert adapters: AdaptersOk(*s); */
}

/* The switches as they are. Member by member: of a struct copy some compilers make a call of memcpy. */
/*@ requires valid: \valid(s);
    requires place: k < DXGMAP_ADAPTERS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result == s->adapter[k].switches; */
static dxgmap_switches dxgmap_switches_of(const dxgmap_state *s, uint32_t k)
{
  dxgmap_switches w;
  w.attached = s->adapter[k].switches.attached;
  w.exclusive = s->adapter[k].switches.exclusive;
  w.power = s->adapter[k].switches.power;
  w.removed = s->adapter[k].switches.removed;
  w.lead = s->adapter[k].switches.lead;
  return w;
}

uint32_t dxgmap_op_attach(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (s->adapter[k].linked != 0) {
    return DXGMAP_NOT_LEAD;
  }
  if (s->adapter[k].switches.attached != 0) {
    return DXGMAP_ATTACHED;
  }
  dxgmap_switches w = dxgmap_switches_of(s, k);
  w.attached = 1;
  dxgmap_switch(s, adapter, k, w);
  return DXGMAP_OK;
}

uint32_t dxgmap_op_exclusive_begin(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (s->adapter[k].switches.exclusive != 0) {
    return DXGMAP_EXCLUSIVE;
  }
  dxgmap_switches w = dxgmap_switches_of(s, k);
  w.exclusive = 1;
  dxgmap_switch(s, adapter, k, w);
  return DXGMAP_OK;
}

uint32_t dxgmap_op_exclusive_end(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (s->adapter[k].switches.exclusive == 0) {
    return DXGMAP_NOT_EXCLUSIVE;
  }
  dxgmap_switches w = dxgmap_switches_of(s, k);
  w.exclusive = 0;
  dxgmap_switch(s, adapter, k, w);
  return DXGMAP_OK;
}

uint32_t dxgmap_op_power(dxgmap_state *s, uint64_t adapter, uint32_t power)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (s->adapter[k].switches.removed != 0) {
    return DXGMAP_REMOVED;
  }
  if (power > DXGMAP_D3) {
    return DXGMAP_BAD_POWER;
  }
  dxgmap_switches w = dxgmap_switches_of(s, k);
  w.power = power;
  dxgmap_switch(s, adapter, k, w);
  return DXGMAP_OK;
}

uint32_t dxgmap_op_remove(dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (s->adapter[k].switches.removed != 0) {
    return DXGMAP_REMOVED;
  }
  dxgmap_switches w = dxgmap_switches_of(s, k);
  w.removed = 1;
  dxgmap_switch(s, adapter, k, w);
  return DXGMAP_OK;
}

/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> Leads(*s, adapter); */
static bool dxgmap_leads(const dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  return k != DXGMAP_ADAPTERS && s->adapter[k].linked == 0;
}

uint32_t dxgmap_op_link(dxgmap_state *s, uint64_t adapter, uint64_t lead)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_ADAPTER;
  }
  if (s->adapter[k].linked == 0 || dxgmap_leads(s, s->adapter[k].switches.lead)) {
    return DXGMAP_LINKED;
  }
  if (!dxgmap_leads(s, lead)) {
    return DXGMAP_NOT_LEAD;
  }
  dxgmap_switches w = dxgmap_switches_of(s, k);
  w.lead = lead;
  dxgmap_switch(s, adapter, k, w);
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_lead(const dxgmap_state *s, uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(s, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return dxgmap_refuse(DXGMAP_BAD_ADAPTER);
  }
  uint64_t lead = s->adapter[k].linked == 0 ? adapter : s->adapter[k].switches.lead;
  if (!dxgmap_leads(s, lead)) {
    return dxgmap_refuse(DXGMAP_NOT_LEAD);
  }
  return dxgmap_accept(lead);
}
