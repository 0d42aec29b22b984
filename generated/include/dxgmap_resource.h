/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     693e7599de0de52dfc73d8d267fa5de6dcbedd1ad237ce0128c7b41359f9d579 model/ddi/include/dxgmap_resource.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_RESOURCE_H
#define DXGMAP_RESOURCE_H

/* The resource list that describes to a driver which memory, ports and interrupts are its device's. Sources:
   CM_RESOURCE_LIST, CM_PARTIAL_RESOURCE_DESCRIPTOR. */

#include "dxgmap_wintypes.h"

typedef enum _INTERFACE_TYPE {
  InterfaceTypeUndefined = -1,
  Internal = 0,
  Isa = 1,
  Eisa = 2,
  MicroChannel = 3,
  TurboChannel = 4,
  PCIBus = 5,
  VMEBus = 6,
  NuBus = 7,
  PCMCIABus = 8,
  CBus = 9,
  MPIBus = 10,
  MPSABus = 11,
  ProcessorInternal = 12,
  InternalPowerBus = 13,
  PNPISABus = 14,
  PNPBus = 15,
  Vmcs = 16,
  ACPIBus = 17,
  MaximumInterfaceType = 18
} INTERFACE_TYPE,
    *PINTERFACE_TYPE;

/* CM_PARTIAL_RESOURCE_DESCRIPTOR.Type. A range of 4 GiB or more is MemoryLarge. */
typedef int CM_RESOURCE_TYPE;
#define CmResourceTypeNull 0
#define CmResourceTypePort 1
#define CmResourceTypeInterrupt 2
#define CmResourceTypeMemory 3
#define CmResourceTypeDma 4
#define CmResourceTypeDeviceSpecific 5
#define CmResourceTypeBusNumber 6
#define CmResourceTypeMemoryLarge 7
#define CmResourceTypeNonArbitrated 128
#define CmResourceTypeConfigData 128
#define CmResourceTypeDevicePrivate 129
#define CmResourceTypePcCardConfig 130
#define CmResourceTypeMfCardConfig 131

typedef enum _CM_SHARE_DISPOSITION {
  CmResourceShareUndetermined = 0,
  CmResourceShareDeviceExclusive = 1,
  CmResourceShareDriverExclusive = 2,
  CmResourceShareShared = 3
} CM_SHARE_DISPOSITION;

/* Flags of a port. */
#define CM_RESOURCE_PORT_MEMORY 0x0000
#define CM_RESOURCE_PORT_IO 0x0001
#define CM_RESOURCE_PORT_10_BIT_DECODE 0x0004
#define CM_RESOURCE_PORT_12_BIT_DECODE 0x0008
#define CM_RESOURCE_PORT_16_BIT_DECODE 0x0010
#define CM_RESOURCE_PORT_POSITIVE_DECODE 0x0020
#define CM_RESOURCE_PORT_PASSIVE_DECODE 0x0040
#define CM_RESOURCE_PORT_WINDOW_DECODE 0x0080
#define CM_RESOURCE_PORT_BAR 0x0100

/* Flags of an interrupt. With MESSAGE it is message-signalled, and u.MessageInterrupt describes it. */
#define CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE 0x0000
#define CM_RESOURCE_INTERRUPT_LATCHED 0x0001
#define CM_RESOURCE_INTERRUPT_MESSAGE 0x0002
#define CM_RESOURCE_INTERRUPT_POLICY_INCLUDED 0x0004
#define CM_RESOURCE_INTERRUPT_LEVEL_LATCHED_BITS 0x0001
#define CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN ((ULONG)-2)

/* Flags of memory. Of MemoryLarge one of the three LARGE bits is set and says which of Memory40, Memory48 and Memory64
   holds the length, in units of 2^8, 2^16 and 2^32 bytes. */
#define CM_RESOURCE_MEMORY_READ_WRITE 0x0000
#define CM_RESOURCE_MEMORY_READ_ONLY 0x0001
#define CM_RESOURCE_MEMORY_WRITE_ONLY 0x0002
#define CM_RESOURCE_MEMORY_WRITEABILITY_MASK 0x0003
#define CM_RESOURCE_MEMORY_PREFETCHABLE 0x0004
#define CM_RESOURCE_MEMORY_COMBINEDWRITE 0x0008
#define CM_RESOURCE_MEMORY_24 0x0010
#define CM_RESOURCE_MEMORY_CACHEABLE 0x0020
#define CM_RESOURCE_MEMORY_WINDOW_DECODE 0x0040
#define CM_RESOURCE_MEMORY_BAR 0x0080
#define CM_RESOURCE_MEMORY_COMPAT_FOR_INACCESSIBLE_RANGE 0x0100
#define CM_RESOURCE_MEMORY_LARGE 0x0E00
#define CM_RESOURCE_MEMORY_LARGE_40 0x0200
#define CM_RESOURCE_MEMORY_LARGE_48 0x0400
#define CM_RESOURCE_MEMORY_LARGE_64 0x0800
#define CM_RESOURCE_MEMORY_LARGE_40_MAXLEN 0x000000FFFFFFFF00
#define CM_RESOURCE_MEMORY_LARGE_48_MAXLEN 0x0000FFFFFFFF0000
#define CM_RESOURCE_MEMORY_LARGE_64_MAXLEN 0xFFFFFFFF00000000

/* Flags of a DMA channel. */
#define CM_RESOURCE_DMA_8 0x0000
#define CM_RESOURCE_DMA_16 0x0001
#define CM_RESOURCE_DMA_32 0x0002
#define CM_RESOURCE_DMA_8_AND_16 0x0004
#define CM_RESOURCE_DMA_BUS_MASTER 0x0008
#define CM_RESOURCE_DMA_TYPE_A 0x0010
#define CM_RESOURCE_DMA_TYPE_B 0x0020
#define CM_RESOURCE_DMA_TYPE_F 0x0040

/* A driver that knows of processor groups defines NT_PROCESSOR_GROUPS, and finds the group where half of Level is. */
#if defined(NT_PROCESSOR_GROUPS)
#define DXGMAP_INTERRUPT_LEVEL \
  USHORT Level;                \
  USHORT Group
#define DXGMAP_INTERRUPT_GROUP USHORT Group
#else
#define DXGMAP_INTERRUPT_LEVEL ULONG Level
#define DXGMAP_INTERRUPT_GROUP USHORT Reserved
#endif

/* Windows packs this structure to 4 bytes: the 8-byte Start follows the 4-byte head directly. Lengths are in bytes. */
#pragma pack(push, 4)
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
  UCHAR Type;
  UCHAR ShareDisposition;
  USHORT Flags;
  union {
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Generic;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Port;
    struct {
      DXGMAP_INTERRUPT_LEVEL;
      ULONG Vector;
      KAFFINITY Affinity;
    } Interrupt;
    struct {
      DXGMAP_ANONYMOUS union {
        struct {
          DXGMAP_INTERRUPT_GROUP;
          USHORT MessageCount;
          ULONG Vector;
          KAFFINITY Affinity;
        } Raw;
        struct {
          DXGMAP_INTERRUPT_LEVEL;
          ULONG Vector;
          KAFFINITY Affinity;
        } Translated;
      };
    } MessageInterrupt;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Memory;
    struct {
      ULONG Channel;
      ULONG Port;
      ULONG Reserved1;
    } Dma;
    struct {
      ULONG Channel;
      ULONG RequestLine;
      UCHAR TransferWidth;
      UCHAR Reserved1;
      UCHAR Reserved2;
      UCHAR Reserved3;
    } DmaV3;
    struct {
      ULONG Data[3];
    } DevicePrivate;
    struct {
      ULONG Start;
      ULONG Length;
      ULONG Reserved;
    } BusNumber;
    struct {
      ULONG DataSize; /* of what follows the descriptor */
      ULONG Reserved1;
      ULONG Reserved2;
    } DeviceSpecificData;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length40; /* in units of 2^8 bytes */
    } Memory40;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length48; /* in units of 2^16 bytes */
    } Memory48;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length64; /* in units of 2^32 bytes */
    } Memory64;
    struct {
      UCHAR Class;
      UCHAR Type;
      UCHAR Reserved1;
      UCHAR Reserved2;
      ULONG IdLowPart;
      ULONG IdHighPart;
    } Connection;
  } u;
} CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;
#pragma pack(pop)

DXGMAP_ANYSIZE_BEGIN
typedef struct _CM_PARTIAL_RESOURCE_LIST {
  USHORT Version;
  USHORT Revision;
  ULONG Count;
  DXGMAP_ANYSIZE(CM_PARTIAL_RESOURCE_DESCRIPTOR, PartialDescriptors); /* Count of them */
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
DXGMAP_ANYSIZE_END

/* Length, in bytes, and start of a descriptor of memory or ports, large or not; 0 of any other. */
FORCEINLINE ULONGLONG RtlCmDecodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, PULONGLONG Start)
{
  ULONGLONG length = Descriptor->u.Generic.Length;
  if (Descriptor->Type == CmResourceTypeMemoryLarge) {
    if ((Descriptor->Flags & CM_RESOURCE_MEMORY_LARGE_40) != 0) {
      length <<= 8;
    } else if ((Descriptor->Flags & CM_RESOURCE_MEMORY_LARGE_48) != 0) {
      length <<= 16;
    } else {
      length <<= 32;
    }
  } else if (Descriptor->Type != CmResourceTypeMemory && Descriptor->Type != CmResourceTypePort) {
    return 0;
  }
  if (Start != NULL) {
    *Start = (ULONGLONG)Descriptor->u.Generic.Start.QuadPart;
  }
  return length;
}

DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_DESCRIPTOR, Type, 0);
DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_DESCRIPTOR, ShareDisposition, 1);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, Flags, 2, 2);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u, 4, 16);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Port.Start, 4, 8);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Port.Length, 12, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory.Start, 4, 8);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory.Length, 12, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory40.Start, 4, 8);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory40.Length40, 12, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory48.Length48, 12, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Memory64.Length64, 12, 4);
DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Interrupt.Level, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Interrupt.Vector, 8, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.Interrupt.Affinity, 12, 8);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.MessageInterrupt.Raw.MessageCount, 6, 2);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.MessageInterrupt.Raw.Vector, 8, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.MessageInterrupt.Translated.Vector, 8, 4);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_DESCRIPTOR, u.MessageInterrupt.Translated.Affinity, 12, 8);
DXGMAP_ABI_SIZE(CM_PARTIAL_RESOURCE_DESCRIPTOR, 20);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_LIST, Version, 0, 2);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_LIST, Revision, 2, 2);
DXGMAP_ABI_MEMBER(CM_PARTIAL_RESOURCE_LIST, Count, 4, 4);
DXGMAP_ABI_OFFSET(CM_PARTIAL_RESOURCE_LIST, PartialDescriptors, 8);
DXGMAP_ABI_SIZE(CM_PARTIAL_RESOURCE_LIST, 28);
DXGMAP_ABI_MEMBER(CM_FULL_RESOURCE_DESCRIPTOR, InterfaceType, 0, 4);
DXGMAP_ABI_MEMBER(CM_FULL_RESOURCE_DESCRIPTOR, BusNumber, 4, 4);
DXGMAP_ABI_MEMBER(CM_FULL_RESOURCE_DESCRIPTOR, PartialResourceList, 8, 28);
DXGMAP_ABI_SIZE(CM_FULL_RESOURCE_DESCRIPTOR, 36);
DXGMAP_ABI_MEMBER(CM_RESOURCE_LIST, Count, 0, 4);
DXGMAP_ABI_MEMBER(CM_RESOURCE_LIST, List, 4, 36);
DXGMAP_ABI_SIZE(CM_RESOURCE_LIST, 40);

#endif
