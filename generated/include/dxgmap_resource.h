/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     784b9ad38aa2d589e76e91f92a5012166f187587f1f72d6328a50b9ea7ae16cc model/ddi/include/dxgmap_resource.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_RESOURCE_H
#define DXGMAP_RESOURCE_H

/* The hardware resources of a device, as the plug and play manager hands them to its driver. */

#include "dxgmap_wintypes.h"

typedef enum _INTERFACE_TYPE {
  InterfaceTypeUndefined = -1,
  Internal = 0,
  Isa = 1,
  Eisa = 2,
  MicroChannel = 3,
  TurboChannel = 4,
  PCIBus = 5
} INTERFACE_TYPE;

#define CmResourceTypeNull 0
#define CmResourceTypePort 1
#define CmResourceTypeInterrupt 2
#define CmResourceTypeMemory 3
#define CmResourceTypeDma 4
#define CmResourceTypeDeviceSpecific 5
#define CmResourceTypeBusNumber 6
#define CmResourceTypeMemoryLarge 7

#define CmResourceShareUndetermined 0
#define CmResourceShareDeviceExclusive 1
#define CmResourceShareDriverExclusive 2
#define CmResourceShareShared 3

#define CM_RESOURCE_PORT_MEMORY 0x0000
#define CM_RESOURCE_PORT_IO 0x0001
#define CM_RESOURCE_MEMORY_READ_WRITE 0x0000
#define CM_RESOURCE_MEMORY_READ_ONLY 0x0001
#define CM_RESOURCE_MEMORY_WRITE_ONLY 0x0002
#define CM_RESOURCE_MEMORY_PREFETCHABLE 0x0004

/* Windows packs this structure to 4 bytes: the 8-byte Start follows the 4-byte head directly. */
#pragma pack(push, 4)
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
  UCHAR Type;
  UCHAR ShareDisposition;
  USHORT Flags;
  union {
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length; /* bytes */
    } Generic;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Port;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Memory;
    struct {
      ULONG Level;
      ULONG Vector;
      ULONG_PTR Affinity;
    } Interrupt;
    struct {
      ULONG DataSize;
      ULONG Reserved1;
      ULONG Reserved2;
    } DeviceSpecificData;
  } u;
} CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;
#pragma pack(pop)

typedef struct _CM_PARTIAL_RESOURCE_LIST {
  USHORT Version;
  USHORT Revision;
  ULONG Count;
  CM_PARTIAL_RESOURCE_DESCRIPTOR PartialDescriptors[1]; /* Count of them */
} CM_PARTIAL_RESOURCE_LIST, *PCM_PARTIAL_RESOURCE_LIST;

typedef struct _CM_FULL_RESOURCE_DESCRIPTOR {
  INTERFACE_TYPE InterfaceType;
  ULONG BusNumber;
  CM_PARTIAL_RESOURCE_LIST PartialResourceList;
} CM_FULL_RESOURCE_DESCRIPTOR, *PCM_FULL_RESOURCE_DESCRIPTOR;

typedef struct _CM_RESOURCE_LIST {
  ULONG Count;
  CM_FULL_RESOURCE_DESCRIPTOR List[1]; /* Count of them, each as long as its own list */
} CM_RESOURCE_LIST, *PCM_RESOURCE_LIST;

DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_DESCRIPTOR, Type, 0);
DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_DESCRIPTOR, ShareDisposition, 1);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, Flags, 2, 2);
DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_DESCRIPTOR, u, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Port.Start, 4, 8);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Port.Length, 12, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory.Start, 4, 8);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory.Length, 12, 4);
DXGMAP_ABI_SIZE(CM_PARTIAL_RESOURCE_DESCRIPTOR, 20);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_LIST, Version, 0, 2);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_LIST, Revision, 2, 2);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_LIST, Count, 4, 4);
DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_LIST, PartialDescriptors, 8);
DXGMAP_ABI_MEMBER(CM_FULL_RESOURCE_DESCRIPTOR, InterfaceType, 0, 4);
DXGMAP_ABI_MEMBER(CM_FULL_RESOURCE_DESCRIPTOR, BusNumber, 4, 4);
DXGMAP_ABI_OFFSET(CM_FULL_RESOURCE_DESCRIPTOR, PartialResourceList, 8);
DXGMAP_ABI_MEMBER(CM_RESOURCE_LIST, Count, 0, 4);
DXGMAP_ABI_OFFSET(CM_RESOURCE_LIST, List, 4);

#endif
