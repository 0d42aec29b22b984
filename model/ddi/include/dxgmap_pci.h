/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PCI_H
#define DXGMAP_PCI_H

/* The configuration space of a PCI device. Source: PCI_COMMON_HEADER, PCI_COMMON_CONFIG, BUS_DATA_TYPE. */

#include "dxgmap_wintypes.h"

typedef enum _BUS_DATA_TYPE {
  ConfigurationSpaceUndefined = -1,
  Cmos = 0,
  EisaConfiguration = 1,
  Pos = 2,
  CbusConfiguration = 3,
  PCIConfiguration = 4,
  VMEConfiguration = 5,
  NuBusConfiguration = 6,
  PCMCIAConfiguration = 7,
  MPIConfiguration = 8,
  MPSAConfiguration = 9,
  PNPISAConfiguration = 10,
  SgiInternalConfiguration = 11,
  MaximumBusDataType = 12
} BUS_DATA_TYPE,
    *PBUS_DATA_TYPE;

#define PCI_TYPE0_ADDRESSES 6
#define PCI_TYPE1_ADDRESSES 2

struct _PCI_HEADER_TYPE_0 {
  ULONG BaseAddresses[PCI_TYPE0_ADDRESSES];
  ULONG CIS;
  USHORT SubVendorID;
  USHORT SubSystemID;
  ULONG ROMBaseAddress;
  UCHAR CapabilitiesPtr;
  UCHAR Reserved1[3];
  ULONG Reserved2;
  UCHAR InterruptLine;
  UCHAR InterruptPin;
  UCHAR MinimumGrant;
  UCHAR MaximumLatency;
};

struct _PCI_HEADER_TYPE_1 {
  ULONG BaseAddresses[PCI_TYPE1_ADDRESSES];
  UCHAR PrimaryBus;
  UCHAR SecondaryBus;
  UCHAR SubordinateBus;
  UCHAR SecondaryLatency;
  UCHAR IOBase;
  UCHAR IOLimit;
  USHORT SecondaryStatus;
  USHORT MemoryBase;
  USHORT MemoryLimit;
  USHORT PrefetchBase;
  USHORT PrefetchLimit;
  ULONG PrefetchBaseUpper32;
  ULONG PrefetchLimitUpper32;
  USHORT IOBaseUpper16;
  USHORT IOLimitUpper16;
  UCHAR CapabilitiesPtr;
  UCHAR Reserved1[3];
  ULONG ROMBaseAddress;
  UCHAR InterruptLine;
  UCHAR InterruptPin;
  USHORT BridgeControl;
};

/* The members that the header is, and that the whole begins with. */
#define DXGMAP_PCI_HEADER            \
  USHORT VendorID;                   \
  USHORT DeviceID;                   \
  USHORT Command;                    \
  USHORT Status;                     \
  UCHAR RevisionID;                  \
  UCHAR ProgIf;                      \
  UCHAR SubClass;                    \
  UCHAR BaseClass;                   \
  UCHAR CacheLineSize;               \
  UCHAR LatencyTimer;                \
  UCHAR HeaderType;                  \
  UCHAR BIST;                        \
  union {                            \
    struct _PCI_HEADER_TYPE_0 type0; \
    struct _PCI_HEADER_TYPE_1 type1; \
  } u

typedef struct _PCI_COMMON_HEADER {
  DXGMAP_PCI_HEADER;
} PCI_COMMON_HEADER, *PPCI_COMMON_HEADER;

#define PCI_COMMON_HDR_LENGTH sizeof(PCI_COMMON_HEADER)

typedef struct _PCI_COMMON_CONFIG {
  DXGMAP_PCI_HEADER;
  UCHAR DeviceSpecific[192];
} PCI_COMMON_CONFIG, *PPCI_COMMON_CONFIG;

/* What names the device to functions that take a SlotNumber. */
typedef struct _PCI_SLOT_NUMBER {
  union {
    struct {
      ULONG DeviceNumber : 5;
      ULONG FunctionNumber : 3;
      ULONG Reserved : 24;
    } bits;
    ULONG AsULONG;
  } u;
} PCI_SLOT_NUMBER, *PPCI_SLOT_NUMBER;

#define PCI_INVALID_VENDORID 0xFFFF
#define PCI_DEVICE_TYPE 0x00
#define PCI_MULTIFUNCTION 0x80

#define PCI_ENABLE_IO_SPACE 0x0001
#define PCI_ENABLE_MEMORY_SPACE 0x0002
#define PCI_ENABLE_BUS_MASTER 0x0004

#define PCI_CLASS_DISPLAY_CTLR 0x03
#define PCI_SUBCLASS_VID_VGA_CTLR 0x00
#define PCI_SUBCLASS_VID_OTHER 0x80

#define PCI_ADDRESS_IO_SPACE 0x00000001
#define PCI_ADDRESS_MEMORY_TYPE_MASK 0x00000006
#define PCI_ADDRESS_MEMORY_PREFETCHABLE 0x00000008
#define PCI_ADDRESS_IO_ADDRESS_MASK 0xFFFFFFFC
#define PCI_ADDRESS_MEMORY_ADDRESS_MASK 0xFFFFFFF0
#define PCI_TYPE_32BIT 0
#define PCI_TYPE_20BIT 2
#define PCI_TYPE_64BIT 4

#define PCI_WHICHSPACE_CONFIG 0x0
#define PCI_WHICHSPACE_ROM 0x52696350

DXGMAP_ABI_SIZE(PCI_COMMON_HEADER, 64);
DXGMAP_ABI_MEMBER(PCI_COMMON_HEADER, u.type0.BaseAddresses, 16, 24);
DXGMAP_ABI_MEMBER(PCI_COMMON_HEADER, u.type0.InterruptLine, 60, 1);
DXGMAP_ABI_MEMBER(PCI_COMMON_HEADER, u.type1.BridgeControl, 62, 2);
DXGMAP_ABI_SIZE(PCI_COMMON_CONFIG, 256);
DXGMAP_ABI_SIZE(PCI_SLOT_NUMBER, 4);

#endif
