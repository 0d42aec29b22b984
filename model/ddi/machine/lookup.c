/* SPDX-License-Identifier: MIT */
#include "ddi/machine/lookup.h"

#include "ddi/machine/system.h"

/* Read by every access, written by starts and stops alone: on cache lines that nobody else writes. */
typedef struct {
  _Alignas(64) uint64_t handle; /* stored last, and taken away first; 0: none */
  const dxgmap_domain *domain;
  uint32_t mode;
} dxgmap_ddi_lookup_place;

static dxgmap_ddi_lookup_place dxgmap_ddi_lookup_at[DXGMAP_ADAPTERS]; /* by the adapter's place in the state */

static bool dxgmap_ddi_lookup_allowed(const dxgmap_adapter *a)
{
  const dxgmap_switches *w = &a->switches;
  bool silent = w->exclusive != 0 || w->removed != 0 || w->power != DXGMAP_D0;
  return !dxgmap_ddi.check_translations && w->attached != 0 && !silent;
}

static void dxgmap_ddi_lookup_remove(uint32_t k)
{
  if (dxgmap_ddi_lookup_at[k].handle != 0) {
    __atomic_store_n(&dxgmap_ddi_lookup_at[k].handle, 0, __ATOMIC_RELEASE);
    dxgmap_host_read_wait(k);
  }
}

void dxgmap_ddi_lookup_follow(uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(dxgmap_ddi.state, adapter);
  if (k == DXGMAP_ADAPTERS) {
    return;
  }
  dxgmap_ddi_lookup_place *place = &dxgmap_ddi_lookup_at[k];
  if (!dxgmap_ddi_lookup_allowed(&dxgmap_ddi.state->adapter[k])) {
    dxgmap_ddi_lookup_remove(k);
  } else if (place->handle == 0) {
    /* No section has the place: it was empty, or the wait of its removal has returned. */
    place->domain = &dxgmap_ddi.state->adapter[k].domain;
    place->mode = dxgmap_ddi.state->adapter[k].mode;
    __atomic_store_n(&place->handle, adapter, __ATOMIC_RELEASE);
  }
}

void dxgmap_ddi_lookup_withdraw(uint64_t adapter)
{
  uint32_t k = dxgmap_state_find(dxgmap_ddi.state, adapter);
  if (k < DXGMAP_ADAPTERS) {
    dxgmap_ddi_lookup_remove(k);
  }
}

void dxgmap_ddi_lookup_close(void)
{
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    dxgmap_ddi_lookup_remove(k);
  }
}

bool dxgmap_ddi_lookup_begin(uint64_t adapter)
{
  uint32_t k = dxgmap_handle_index(adapter);
  return k < DXGMAP_ADAPTERS && dxgmap_host_read_begin(k);
}

/* What is of no adapter, an object for one, has pages that those of any may have found. */
void dxgmap_ddi_lookup_wait(uint64_t mapping)
{
  uint32_t k = dxgmap_handle_tag(mapping);
  dxgmap_host_read_wait(k < DXGMAP_ADAPTERS ? k : DXGMAP_HOST_ALL_PARTS);
}

/* A page that the mode does not have is found to be mapped to nothing. A handle of a mapping is none of an adapter,
   whatever its index. */
uint32_t dxgmap_ddi_lookup(uint64_t adapter, uint64_t page)
{
  uint32_t k = dxgmap_handle_index(adapter);
  if (k >= DXGMAP_ADAPTERS) {
    return 0;
  }
  const dxgmap_ddi_lookup_place *place = &dxgmap_ddi_lookup_at[k];
  if (__atomic_load_n(&place->handle, __ATOMIC_ACQUIRE) != adapter) {
    return 0;
  }
  uint32_t value = dxgmap_domain_find(place->domain, place->mode, page);
  if (value != 0) {
    dxgmap_host_read_found();
  }
  return value;
}
