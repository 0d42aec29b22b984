/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     ae2c7fdf03e5ca608ca691cc91b95bd90042a4539a541dc465c8b48a9be85139 model/ddi/include/d3dkmddi.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_D3DKMDDI_H
#define DXGMAP_D3DKMDDI_H

/* The part of the kernel-mode display driver interface that mapping needs. */

#include "d3dkmdt.h"
#include "d3dukmdt.h"
#include "dxgmap_adl.h"
#include "dxgmap_callback.h"
#include "dxgmap_driver_caps.h"
#include "dxgmap_frame_buffer.h"
#include "dxgmap_iommu.h"
#include "dxgmap_physical_object.h"
#include "dxgmap_vidpn.h"
#include "wdm.h"

/* The questions about an adapter: those that concern mapping, with what they take and give, and some that every driver
   answers. */
typedef enum _DXGK_QUERYADAPTERINFOTYPE {
  DXGKQAITYPE_UMDRIVERPRIVATE = 0,
  DXGKQAITYPE_DRIVERCAPS = 1, /* out: DXGK_DRIVERCAPS */
  DXGKQAITYPE_QUERYSEGMENT = 2,
  DXGKQAITYPE_DISPLAY_DRIVERCAPS_EXTENSION = 16,
  DXGKQAITYPE_INTEGRATED_DISPLAY_DESCRIPTOR = 17,
  DXGKQAITYPE_UEFIFRAMEBUFFERRANGES = 18,
  DXGKQAITYPE_QUERYCOLORIMETRYOVERRIDES = 19,
  DXGKQAITYPE_DISPLAYID_DESCRIPTOR = 20,
  DXGKQAITYPE_FRAMEBUFFERSAVESIZE = 21,    /* in: UINT physical adapter index; out: DXGK_FRAMEBUFFERSAVEAREA */
  DXGKQAITYPE_HARDWARERESERVEDRANGES = 22, /* out: DXGK_HARDWARERESERVEDRANGES */
  DXGKQAITYPE_WDDMDEVICECAPS = 29,
  DXGKQAITYPE_GPUPCAPS = 30,
  DXGKQAITYPE_PHYSICAL_MEMORY_CAPS = 34,   /* out: DXGK_PHYSICAL_MEMORY_CAPS */
  DXGKQAITYPE_IOMMU_CAPS = 35,             /* out: DXGK_IOMMU_CAPS */
  DXGKQAITYPE_HARDWARERESERVEDRANGES2 = 36 /* the same as HARDWARERESERVEDRANGES, of one physical adapter */
} DXGK_QUERYADAPTERINFOTYPE;

/* The members that every interface version has; a newer Dxgkrnl passes more after them. Sizes are in bytes. */
typedef struct _DXGKARG_QUERYADAPTERINFO {
  DXGK_QUERYADAPTERINFOTYPE Type;
  PVOID pInputData;
  UINT InputDataSize;
  PVOID pOutputData;
  UINT OutputDataSize;
} DXGKARG_QUERYADAPTERINFO;
typedef const DXGKARG_QUERYADAPTERINFO *IN_CONST_PDXGKARG_QUERYADAPTERINFO;

typedef NTSTATUS APIENTRY DXGKDDI_QUERYADAPTERINFO(IN_CONST_HANDLE hAdapter,
                                                   IN_CONST_PDXGKARG_QUERYADAPTERINFO pQueryAdapterInfo);
typedef DXGKDDI_QUERYADAPTERINFO *PDXGKDDI_QUERYADAPTERINFO;

typedef struct _DXGK_IOMMU_CAPS {
  DXGMAP_ANONYMOUS union {
    DXGMAP_ANONYMOUS struct {
      UINT32 IommuIsolationSupported : 1;
      UINT32 IommuIsolationRequired : 1;
      UINT32 DmaRemappingSupported : 1;
      UINT32 Reserved : 29;
    };
    UINT32 Value;
  };
} DXGK_IOMMU_CAPS;

/* The highest byte address that the device can put on the bus. */
typedef struct _DXGK_PHYSICAL_MEMORY_CAPS {
  PHYSICAL_ADDRESS HighestVisibleAddress;
} DXGK_PHYSICAL_MEMORY_CAPS;

/* Ranges of system memory that the firmware or the hardware keeps for the device. */
typedef struct _DXGK_PHYSICAL_MEMORY_RANGE {
  PHYSICAL_ADDRESS BaseAddress;
  LARGE_INTEGER NumberOfBytes;
} DXGK_PHYSICAL_MEMORY_RANGE;

typedef struct _DXGK_HARDWARERESERVEDRANGES {
  UINT32 NumRanges;
  DXGK_PHYSICAL_MEMORY_RANGE *pPhysicalRanges;
} DXGK_HARDWARERESERVEDRANGES;

DXGMAP_ABI_SIZE(DXGK_PHYSICAL_MEMORY_RANGE, 16);
DXGMAP_ABI_OFFSET(DXGK_HARDWARERESERVEDRANGES, pPhysicalRanges, 8);
DXGMAP_ABI_SIZE(DXGK_HARDWARERESERVEDRANGES, 16);
DXGMAP_ABI_VALUE(DXGKQAITYPE_HARDWARERESERVEDRANGES, 22);
DXGMAP_ABI_VALUE(DXGKQAITYPE_HARDWARERESERVEDRANGES2, 36);
DXGMAP_ABI_VALUE(DXGKQAITYPE_FRAMEBUFFERSAVESIZE, 21);
DXGMAP_ABI_VALUE(DXGKQAITYPE_PHYSICAL_MEMORY_CAPS, 34);
DXGMAP_ABI_VALUE(DXGKQAITYPE_IOMMU_CAPS, 35);
DXGMAP_ABI_MEMBER(DXGK_IOMMU_CAPS, Value, 0, 4);
DXGMAP_ABI_SIZE(DXGK_IOMMU_CAPS, 4);
DXGMAP_ABI_MEMBER(DXGK_PHYSICAL_MEMORY_CAPS, HighestVisibleAddress, 0, 8);
DXGMAP_ABI_SIZE(DXGK_PHYSICAL_MEMORY_CAPS, 8);

#endif
