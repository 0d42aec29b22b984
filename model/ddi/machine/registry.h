/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REGISTRY_H
#define DXGMAP_DDI_REGISTRY_H

#include "ddi/machine/system.h"

/* The values that a video miniport has set in its part of the registry, while its adapter is started. */

struct dxgmap_ddi_value {
  struct dxgmap_ddi_value *next;
  size_t block;    /* bytes of all of it */
  size_t name;     /* bytes of the name, its end included */
  size_t length;   /* bytes of the data */
  uint8_t bytes[]; /* the name, then the data, which any number may be read from: aligned as numbers of 64 bits are */
};

/* Where the data is. */
const uint8_t *dxgmap_ddi_registry_data(const dxgmap_ddi_value *value);

/* NULL: there is none of the name. */
const dxgmap_ddi_value *dxgmap_ddi_registry_find(const dxgmap_ddi_adapter *a, PCWSTR name);

/* Sets or replaces it; false: the host has no memory, and nothing changed. */
bool dxgmap_ddi_registry_set(dxgmap_ddi_adapter *a, PCWSTR name, const void *data, ULONG length);

void dxgmap_ddi_registry_close(dxgmap_ddi_adapter *a);

#endif
