/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     81140397b4da80fa44241309a66d617c032c5baea42f45eb407911fd45f6cc06 model/ddi/include/dxgmap_io_resource.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_IO_RESOURCE_H
#define DXGMAP_IO_RESOURCE_H

/* The resources that a device could have, from which those that it has are chosen. Source: IO_RESOURCE_DESCRIPTOR. */

#include "dxgmap_resource.h"

/* IO_RESOURCE_DESCRIPTOR.Option. */
#define IO_RESOURCE_PREFERRED 0x01
#define IO_RESOURCE_DEFAULT 0x02
#define IO_RESOURCE_ALTERNATIVE 0x08

/* Lengths and alignments in bytes, or in the unit that the name says: 2^8, 2^16, 2^32 bytes. */
typedef struct _IO_RESOURCE_DESCRIPTOR {
  UCHAR Option;
  UCHAR Type;
  UCHAR ShareDisposition;
  UCHAR Spare1;
  USHORT Flags;
  USHORT Spare2;
  union {
    struct {
      ULONG Length;
      ULONG Alignment;
      PHYSICAL_ADDRESS MinimumAddress;
      PHYSICAL_ADDRESS MaximumAddress;
    } Port;
    struct {
      ULONG Length;
      ULONG Alignment;
      PHYSICAL_ADDRESS MinimumAddress;
      PHYSICAL_ADDRESS MaximumAddress;
    } Memory;
    struct {
      ULONG MinimumVector;
      ULONG MaximumVector;
      ULONG AffinityPolicy;
      ULONG PriorityPolicy;
      KAFFINITY TargetedProcessors;
    } Interrupt;
    struct {
      ULONG MinimumChannel;
      ULONG MaximumChannel;
    } Dma;
    struct {
      ULONG Length;
      ULONG Alignment;
      PHYSICAL_ADDRESS MinimumAddress;
      PHYSICAL_ADDRESS MaximumAddress;
    } Generic;
    struct {
      ULONG Data[3];
    } DevicePrivate;
    struct {
      ULONG Length;
      ULONG MinBusNumber;
      ULONG MaxBusNumber;
      ULONG Reserved;
    } BusNumber;
    struct {
      ULONG Priority;
      ULONG Reserved1;
      ULONG Reserved2;
    } ConfigData;
    struct {
      ULONG Length40;
      ULONG Alignment40;
      PHYSICAL_ADDRESS MinimumAddress;
      PHYSICAL_ADDRESS MaximumAddress;
    } Memory40;
    struct {
      ULONG Length48;
      ULONG Alignment48;
      PHYSICAL_ADDRESS MinimumAddress;
      PHYSICAL_ADDRESS MaximumAddress;
    } Memory48;
    struct {
      ULONG Length64;
      ULONG Alignment64;
      PHYSICAL_ADDRESS MinimumAddress;
      PHYSICAL_ADDRESS MaximumAddress;
    } Memory64;
  } u;
} IO_RESOURCE_DESCRIPTOR, *PIO_RESOURCE_DESCRIPTOR;

DXGMAP_ANYSIZE_BEGIN
typedef struct _IO_RESOURCE_LIST {
  USHORT Version;
  USHORT Revision;
  ULONG Count;
  DXGMAP_ANYSIZE(IO_RESOURCE_DESCRIPTOR, Descriptors); /* Count of them */
} IO_RESOURCE_LIST, *PIO_RESOURCE_LIST;

typedef struct _IO_RESOURCE_REQUIREMENTS_LIST {
  ULONG ListSize; /* bytes */
  INTERFACE_TYPE InterfaceType;
  ULONG BusNumber;
  ULONG SlotNumber;
  ULONG Reserved[3];
  ULONG AlternativeLists;
  IO_RESOURCE_LIST List[1]; /* AlternativeLists of them, each as long as its own count */
} IO_RESOURCE_REQUIREMENTS_LIST, *PIO_RESOURCE_REQUIREMENTS_LIST;
DXGMAP_ANYSIZE_END

DXGMAP_ABI_OFFSET(IO_RESOURCE_DESCRIPTOR, u, 8);
DXGMAP_ABI_MEMBER(IO_RESOURCE_DESCRIPTOR, u.Memory.MinimumAddress, 16, 8);
DXGMAP_ABI_SIZE(IO_RESOURCE_DESCRIPTOR, 32);
DXGMAP_ABI_OFFSET(IO_RESOURCE_LIST, Descriptors, 8);
DXGMAP_ABI_SIZE(IO_RESOURCE_LIST, 40);
DXGMAP_ABI_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List, 32);
DXGMAP_ABI_SIZE(IO_RESOURCE_REQUIREMENTS_LIST, 72);

#endif
