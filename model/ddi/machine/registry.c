/* SPDX-License-Identifier: MIT */
#include "ddi/machine/registry.h"

#include <string.h>

static size_t dxgmap_ddi_registry_name_bytes(PCWSTR name)
{
  size_t length = 0;
  while (name[length] != 0) {
    length++;
  }
  return (length + 1) * sizeof(name[0]);
}

/* From where the data lies, behind a name of so many bytes. */
static size_t dxgmap_ddi_registry_behind(size_t name_bytes)
{
  return (name_bytes + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t);
}
_Static_assert(offsetof(dxgmap_ddi_value, bytes) % sizeof(uint64_t) == 0, "the data behind a name is aligned");

const uint8_t *dxgmap_ddi_registry_data(const dxgmap_ddi_value *value)
{
  return value->bytes + dxgmap_ddi_registry_behind(value->name);
}

/* Where the value of the name is linked, or would be. */
static dxgmap_ddi_value **dxgmap_ddi_registry_link(dxgmap_ddi_value **link, PCWSTR name)
{
  size_t bytes = dxgmap_ddi_registry_name_bytes(name);
  while (*link != NULL && ((*link)->name != bytes || memcmp((*link)->bytes, name, bytes) != 0)) {
    link = &(*link)->next;
  }
  return link;
}

const dxgmap_ddi_value *dxgmap_ddi_registry_find(const dxgmap_ddi_adapter *a, PCWSTR name)
{
  dxgmap_ddi_value *first = a->values;
  return *dxgmap_ddi_registry_link(&first, name);
}

bool dxgmap_ddi_registry_set(dxgmap_ddi_adapter *a, PCWSTR name, const void *data, ULONG length)
{
  size_t name_bytes = dxgmap_ddi_registry_name_bytes(name);
  size_t behind = dxgmap_ddi_registry_behind(name_bytes);
  size_t block = sizeof(dxgmap_ddi_value) + behind + length;
  dxgmap_ddi_value *value = dxgmap_host_allocate(block);
  if (value == NULL) {
    return false;
  }
  value->block = block;
  value->name = name_bytes;
  value->length = length;
  memcpy(value->bytes, name, name_bytes);
  if (length > 0) {
    memcpy(value->bytes + behind, data, length);
  }
  dxgmap_ddi_value **link = dxgmap_ddi_registry_link(&a->values, name);
  dxgmap_ddi_value *old = *link;
  value->next = old != NULL ? old->next : NULL;
  *link = value;
  if (old != NULL) {
    dxgmap_host_free(old, old->block);
  }
  return true;
}

void dxgmap_ddi_registry_close(dxgmap_ddi_adapter *a)
{
  while (a->values != NULL) {
    dxgmap_ddi_value *value = a->values;
    a->values = value->next;
    dxgmap_host_free(value, value->block);
  }
}
