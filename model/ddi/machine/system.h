/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_SYSTEM_H
#define DXGMAP_DDI_SYSTEM_H

#include <stdint.h>

#include "ddi/machine/core.h"
#include "dxgmap.h"
#include "host/host.h"

/* What the face knows of the machine: its data alone, and what reads it. */

/* Where a machine has device memory below 4 GiB, in pages: what installed memory has no part of. */
#define DXGMAP_DDI_LEGACY_FIRST ((uint64_t)0xA0)
#define DXGMAP_DDI_LEGACY_END ((uint64_t)0x100)
#define DXGMAP_DDI_HOLE_FIRST ((uint64_t)0x80000)
#define DXGMAP_DDI_HOLE_END ((uint64_t)0x100000)

#define DXGMAP_DDI_INTERRUPTS 16u

/* Addresses for CPU views. */
typedef struct {
  uint32_t id;   /* the host's; 0: none */
  uint8_t *base; /* first byte */
} dxgmap_ddi_window;

typedef struct dxgmap_ddi_value dxgmap_ddi_value; /* registry.h */

/* The host's side of one started adapter. */
typedef struct {
  uint64_t handle;     /* 0: this place is free */
  uint32_t mode;       /* enum dxgmap_adapter_mode */
  uint32_t capability; /* enum dxgmap_capability */
  dxgmap_ddi_window window;
  uint32_t chain;
  uint32_t index;                    /* in its chain; of a lead 0 */
  uint32_t section[DXGMAP_CHAIN];    /* save area of each physical adapter; 0: none */
  uint64_t save_bytes[DXGMAP_CHAIN]; /* and its size */
  uint64_t choices;                  /* that were made of its ADLs, as those of the system */
  uint32_t resources;
  dxgmap_resource resource[DXGMAP_RESOURCES];
  uint32_t device[DXGMAP_RESOURCES]; /* the memory behind it; 0 for ports */
  uint16_t flags[DXGMAP_RESOURCES];  /* of its descriptor, as described */
  uint32_t interrupts;
  dxgmap_interrupt_description interrupt[DXGMAP_DDI_INTERRUPTS];
  PCM_RESOURCE_LIST list; /* what DxgkCbGetDeviceInformation shows */
  size_t list_bytes;
  PVOID miniport_context;
  PVOID physical_device_object;
  dxgmap_register_hook *hook;
  void *hook_context;
  PVOID extension; /* HwDeviceExtension, or NULL */
  size_t extension_bytes;
  dxgmap_start_io *start_io;
  bool lived; /* an adapter was stopped here: the window is kept, because it knows who had its addresses */
  uint8_t config[DXGMAP_PCI_CONFIG_BYTES]; /* PCI configuration space */
  dxgmap_ddi_value *values;                /* of the registry */
} dxgmap_ddi_adapter;

/* The one system of the process. All of it is guarded by the host's lock: under that of a part, what is of its adapter
   may be changed, and the rest be read. */
typedef struct {
  dxgmap_state *state; /* NULL: not open */
  uint64_t installed_pages;
  uint64_t commit_pages;
  uint64_t quarantine_pages;
  uint64_t choices;         /* how many the library has made: drives what the pages leave open */
  bool check_translations;  /* each answer of the device is compared with the reference */
  bool strict_irql;         /* no callback above PASSIVE_LEVEL */
  bool strict_exclusive;    /* none that touches the domain during exclusive access */
  dxgmap_ddi_window window; /* of views of physical memory objects */
  dxgmap_ddi_adapter adapter[DXGMAP_ADAPTERS];
} dxgmap_ddi_system;

extern dxgmap_ddi_system dxgmap_ddi;

/* The adapter of a raw handle; NULL when none is started under it. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of(uint64_t handle);

/* The adapter whose video miniport has this HwDeviceExtension; NULL when none has. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension);

#endif
