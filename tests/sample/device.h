/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_DEVICE_H
#define SAMPLE_DEVICE_H

/* What the sample miniport keeps for its device. */

#include "miniport.h"

#define SAMPLE_MAXIMUM_RANGES 16

/* Memory that the device reaches, page by page. Exactly one of the two lists is there. */
typedef struct _SAMPLE_LIST {
  PMDL Mdl;
  DXGK_ADL *Adl;
} SAMPLE_LIST, *PSAMPLE_LIST;

/* The memory for forward progress: allocated at start, because under pressure it could not be had. One is enough, as
   the physical adapters are saved one after the other. */
typedef struct _SAMPLE_BUFFER {
  SAMPLE_LIST List; /* for the device */
  PUCHAR Address;   /* for the CPU */
  /* Without DMA remapping. */
  HANDLE Memory;
  /* With DMA remapping. */
  HANDLE Object;
  HANDLE AdapterObject;
  PVOID MappedAddress; /* and Size: as they came out of the map */
  SIZE_T MappedSize;
} SAMPLE_BUFFER, *PSAMPLE_BUFFER;

typedef struct _SAMPLE_DEVICE {
  struct _SAMPLE_DEVICE *Next; /* of the driver's devices */
  PDEVICE_OBJECT PhysicalDeviceObject;
  DXGKRNL_INTERFACE Dxgk;
  SAMPLE_BOARD Board;
  SAMPLE_BUFFER Buffer;
  PVOID Range[SAMPLE_MAXIMUM_RANGES];
  UINT Ranges;
  PHYSICAL_ADDRESS Large; /* the range that is too long for one map, or 0 */
  ULONG64 LargeSize;
  ULONG Sum; /* of what was saved of it */
  BOOLEAN Started;
  BOOLEAN Saved;
  BOOLEAN Removed; /* from the hardware's socket: it must not be touched */
  SAMPLE_STATISTICS Statistics;
} SAMPLE_DEVICE, *PSAMPLE_DEVICE;

#endif
