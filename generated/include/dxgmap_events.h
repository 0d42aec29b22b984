/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     5802bdd9bb90cc98356da9b776defa91a0e5da05bdb6ee95ba4926bff344ff04 model/ddi/include/dxgmap_events.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_EVENTS_H
#define DXGMAP_EVENTS_H

/* What happens to started adapters, and to the processes that their drivers map into: part of dxgmap.h. */

#include <stdbool.h>
#include <stdint.h>

#include "dispmprt.h"

DXGMAP_EXTERN_C_BEGIN

/* ---- Chains of linked adapters ------------------------------------------------------------------------------- */

/* The adapters of a chain are started one by one, each with a handle, resources and a DXGKRNL_INTERFACE of its own: all
   but the lead with `linked` in their descriptions, then the lead, whose description says how many there are
   (`physical_adapters`) and what their save areas are. Then each of the others is put into the chain. A harness that
   starts the lead alone plays a chain with one handle.

   The frame buffer and MDL callbacks are for the lead's handle alone (NOT_LEAD); Create and Open take that of any
   adapter of the chain; DxgkCbMapMemory, DxgkCbUnmapMemory and DxgkCbGetDeviceInformation the device's own. The device
   of each adapter reaches what the lead's domain has mapped. */

/* Adapter `adapter` is physical adapter `index` (1, 2, ...) of the chain of `lead`. Causes: NOT_OPEN, BAD_ADAPTER,
   LINKED (not started as linked, or of a chain already), NOT_LEAD (`lead` is none), BAD_INDEX (beyond the chain, 0, or
   given already). Source: DXGKDDI_LINK_DEVICE. */
uint32_t dxgmap_adapter_link(HANDLE adapter, HANDLE lead, uint32_t index);

/* The lead of the chain that the adapter is of, or itself. Causes: NOT_OPEN, BAD_ADAPTER, NOT_LEAD (of no chain yet, or
   its lead has stopped), BAD_ARGUMENT. */
uint32_t dxgmap_adapter_lead(HANDLE adapter, HANDLE *lead);

/* ---- Power and removal --------------------------------------------------------------------------------------- */

/* The device enters a power state; the harness calls the driver's DxgkDdiSetPowerState beside it. In all but
   PowerDeviceD0 the device reaches no memory (ASLEEP, an error), and its registers and ports read as ones (a warning).
   What is mapped stays mapped, and every callback works. Causes: NOT_OPEN, BAD_ADAPTER, REMOVED, BAD_POWER.
   Source: DXGKDDI_SET_POWER_STATE. */
uint32_t dxgmap_adapter_power(HANDLE adapter, DEVICE_POWER_STATE state);

/* The device is pulled out; the harness calls the driver's DxgkDdiNotifySurpriseRemoval beside it, and later stops the
   adapter. Until then the driver gives back what it has. What acquires is refused (STATUS_DEVICE_REMOVED, which is no
   violation), the device reaches no memory (REMOVED), and registers, ports and configuration space read as ones.
   Causes: NOT_OPEN, BAD_ADAPTER, REMOVED. Source: DXGKDDI_NOTIFY_SURPRISE_REMOVAL. */
uint32_t dxgmap_adapter_remove(HANDLE adapter);

/* ---- Processes ------------------------------------------------------------------------------------------------ */

/* The process ends: its views of device memory, of objects and of MDLs end with it, each with a warning that has the
   stack of its map. The calling thread, if it is in that process, is in the system process afterwards. `views`, when
   not NULL, is how many there were. Causes: NOT_OPEN; BAD_ARGUMENT: process 4, which never ends. */
uint32_t dxgmap_process_end(uint64_t process, uint64_t *views);

/* ---- What Dxgkrnl maps for itself ----------------------------------------------------------------------------- */

/* Memory of the system's that the device reaches: a range that the hardware reserves, VidMm's paging, an aperture. */
typedef struct dxgmap_system_mapping {
  HANDLE mapping;              /* for dxgmap_system_unmap; no callback of the driver's takes it */
  const struct _DXGK_ADL *adl; /* its pages as the device names them; it dies with the mapping */
} dxgmap_system_mapping;

/* Gives the device `bytes` bytes of memory, rounded up to pages; with `contiguous` in one run. Before the domain is
   attached or after it, for drivers of either kind. No leak of the driver's: it ends with the adapter. Causes:
   NOT_OPEN, BAD_ADAPTER, NOT_LEAD, REMOVED, BAD_COUNT (0 bytes), NO_SLOT, NO_RANGE, NO_HOST, BAD_ARGUMENT. */
uint32_t dxgmap_system_map(HANDLE adapter, uint64_t bytes, bool contiguous, dxgmap_system_mapping *made);

/* Causes: NOT_OPEN, BAD_ADAPTER, NOT_LEAD, BAD_HANDLE. */
uint32_t dxgmap_system_unmap(HANDLE adapter, HANDLE mapping);

DXGMAP_EXTERN_C_END

#endif
