/* SPDX-License-Identifier: MIT */
#include "ddi/machine/config_space.h"

#include <string.h>

#include "dxgmap_pci.h"

#define DXGMAP_DDI_NO_VENDOR 0xFFFE /* nobody's: a driver that looks for its own must be given a description */
#define DXGMAP_DDI_LOW_ADDRESS 0xFFFFFFFFu

static void dxgmap_ddi_config_bases(const dxgmap_ddi_adapter *a, ULONG *base)
{
  uint32_t next = 0;
  for (uint32_t i = 0; i < a->resources; i++) {
    const dxgmap_resource *r = &a->resource[i];
    bool ports = r->space == DXGMAP_RESOURCE_PORTS;
    bool wide = r->start > DXGMAP_DDI_LOW_ADDRESS;
    if (next + (wide ? 2 : 1) > PCI_TYPE0_ADDRESSES) {
      return;
    }
    if (ports) {
      base[next] = ((ULONG)r->start & PCI_ADDRESS_IO_ADDRESS_MASK) | PCI_ADDRESS_IO_SPACE;
    } else {
      base[next] = ((ULONG)r->start & PCI_ADDRESS_MEMORY_ADDRESS_MASK) | (wide ? PCI_TYPE_64BIT : PCI_TYPE_32BIT);
    }
    if (wide) {
      next++;
      base[next] = (ULONG)(r->start >> 32);
    }
    next++;
  }
}

void dxgmap_ddi_config_open(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d)
{
  PCI_COMMON_HEADER header;
  if (d->pci_config != NULL) {
    memcpy(a->config, d->pci_config, d->pci_config_bytes);
    return;
  }
  memset(&header, 0, sizeof(header));
  header.VendorID = DXGMAP_DDI_NO_VENDOR;
  header.Command = PCI_ENABLE_IO_SPACE | PCI_ENABLE_MEMORY_SPACE | PCI_ENABLE_BUS_MASTER;
  header.SubClass = PCI_SUBCLASS_VID_OTHER;
  header.BaseClass = PCI_CLASS_DISPLAY_CTLR;
  dxgmap_ddi_config_bases(a, header.u.type0.BaseAddresses);
  memcpy(a->config, &header, sizeof(header));
}

ULONG dxgmap_ddi_config_length(ULONG offset, ULONG length)
{
  ULONG most = offset < DXGMAP_PCI_CONFIG_BYTES ? DXGMAP_PCI_CONFIG_BYTES - offset : 0;
  return length < most ? length : most;
}

ULONG dxgmap_ddi_config_read(const dxgmap_ddi_adapter *a, void *to, ULONG offset, ULONG length)
{
  ULONG bytes = dxgmap_ddi_config_length(offset, length);
  if (bytes > 0) {
    memcpy(to, a->config + offset, bytes);
  }
  return bytes;
}

ULONG dxgmap_ddi_config_write(dxgmap_ddi_adapter *a, const void *from, ULONG offset, ULONG length)
{
  ULONG bytes = dxgmap_ddi_config_length(offset, length);
  if (bytes > 0) {
    memcpy(a->config + offset, from, bytes);
  }
  return bytes;
}
