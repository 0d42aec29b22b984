/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     8e62be1564fae2ff072800ac0cb0193cdf02aa4e414ff3b63d5d0c94242e2324 model/ddi/include/d3dkmddi.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_D3DKMDDI_H
#define DXGMAP_D3DKMDDI_H

/* The part of the kernel-mode display driver interface that mapping needs. */

#include "d3dukmdt.h"
#include "dxgmap_adl.h"
#include "dxgmap_callback.h"
#include "dxgmap_frame_buffer.h"
#include "dxgmap_iommu.h"
#include "dxgmap_physical_object.h"
#include "wdm.h"

/* The questions about an adapter that concern mapping. */
typedef enum _DXGK_QUERYADAPTERINFOTYPE {
  DXGKQAITYPE_FRAMEBUFFERSAVESIZE = 21,  /* in: UINT physical adapter index; out: DXGK_FRAMEBUFFERSAVEAREA */
  DXGKQAITYPE_PHYSICAL_MEMORY_CAPS = 34, /* out: DXGK_PHYSICAL_MEMORY_CAPS */
  DXGKQAITYPE_IOMMU_CAPS = 35            /* out: DXGK_IOMMU_CAPS */
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

DXGMAP_ABI_VALUE(DXGKQAITYPE_FRAMEBUFFERSAVESIZE, 21);
DXGMAP_ABI_VALUE(DXGKQAITYPE_PHYSICAL_MEMORY_CAPS, 34);
DXGMAP_ABI_VALUE(DXGKQAITYPE_IOMMU_CAPS, 35);
DXGMAP_ABI_MEMBER(DXGK_IOMMU_CAPS, Value, 0, 4);
DXGMAP_ABI_SIZE(DXGK_IOMMU_CAPS, 4);
DXGMAP_ABI_MEMBER(DXGK_PHYSICAL_MEMORY_CAPS, HighestVisibleAddress, 0, 8);
DXGMAP_ABI_SIZE(DXGK_PHYSICAL_MEMORY_CAPS, 8);

#endif
