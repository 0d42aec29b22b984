/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     72e6b8fc1cd71e41851c1d96fc4ec2c764bc222618de15773158983ffa757f40 model/ddi/include/dxgmap_driver_caps.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DRIVER_CAPS_H
#define DXGMAP_DRIVER_CAPS_H

/* What a driver says of itself when DXGKQAITYPE_DRIVERCAPS asks. Of each interface version are the members that it
   has, as far as the page says since when. Source: DXGK_DRIVERCAPS. */

#include "d3dkmdt.h"

/* A word of flags: Value is all of them. */
#define DXGMAP_FLAGS(type, ...) \
  typedef struct _##type {      \
    DXGMAP_ANONYMOUS union {    \
      DXGMAP_ANONYMOUS struct { \
        __VA_ARGS__             \
      };                        \
      UINT Value;               \
    };                          \
  } type

DXGMAP_FLAGS(DXGK_POINTERFLAGS, UINT Monochrome : 1; UINT Color : 1; UINT MaskedColor : 1; UINT Reserved : 29;);
DXGMAP_FLAGS(DXGK_GAMMARAMPCAPS, UINT Gamma_Rgb256x3x16 : 1; UINT Reserved : 31;);
DXGMAP_FLAGS(DXGK_COLORTRANSFORMCAPS, UINT Gamma_Rgb256x3x16 : 1; UINT Gamma_Dxgi1 : 1; UINT Transform_3x4Matrix : 1;
             UINT Transform_3x4Matrix_WideColor : 1; UINT Transform_3x4Matrix_HighColor : 1;
             UINT Transform_Matrix_V2 : 1; UINT Reserved : 26;);
DXGMAP_FLAGS(DXGK_PRESENTATIONCAPS, UINT NoScreenToScreenBlt : 1; UINT NoOverlapScreenBlt : 1;
             UINT SupportKernelModeCommandBuffer : 1; UINT Reserved : 29;);
DXGMAP_FLAGS(DXGK_FLIPCAPS, UINT FlipOnVSyncWithNoWait : 1; UINT FlipOnVSyncMmIo : 1; UINT FlipInterval : 1;
             UINT FlipImmediateMmIo : 1; UINT Reserved : 28;);
DXGMAP_FLAGS(DXGK_VIDSCHCAPS, UINT MultiEngineAware : 1; UINT VSyncPowerSaveAware : 1; UINT PreemptionAware : 1;
             UINT NoDmaPatching : 1; UINT CancelCommandAware : 1; UINT Reserved : 27;);

typedef struct _DXGK_VIDMMCAPS {
  DXGMAP_ANONYMOUS union {
    DXGMAP_ANONYMOUS struct {
      UINT OutOfOrderLock : 1;
      UINT DedicatedPagingEngine : 1;
      UINT PagingEngineCanSwizzle : 1;
      UINT SectionBackedPrimary : 1;
      UINT CrossAdapterResource : 1;
      UINT VirtualAddressingSupported : 1;
      UINT GpuMmuSupported : 1;
      UINT IoMmuSupported : 1;
      UINT ReplicateGdiContent : 1;
      UINT NonCpuVisiblePrimary : 1;
      UINT ParavirtualizationSupported : 1;
      UINT IoMmuSecureModeSupported : 1;
      UINT DisableSelfRefreshVRAMInS3 : 1;
      UINT Reserved : 19;
    };
    UINT Value;
  };
  UINT PagingNode;
} DXGK_VIDMMCAPS;

#define DXGK_MAX_ASYMETRICAL_PROCESSING_NODES 64
typedef struct _DXGK_GPUENGINETOPOLOGY {
  UINT NbAsymetricProcessingNodes;
  UINT Reserved[DXGK_MAX_ASYMETRICAL_PROCESSING_NODES];
} DXGK_GPUENGINETOPOLOGY;

typedef enum _DXGK_WDDMVERSION {
  DXGKDDI_WDDMv1 = 0x1000,
  DXGKDDI_WDDMv1_2 = 0x1200,
  DXGKDDI_WDDMv1_3 = 0x1300,
  DXGKDDI_WDDMv2 = 0x2000,
  DXGKDDI_WDDMv2_1 = 0x2100,
  DXGKDDI_WDDMv2_2 = 0x2200,
  DXGKDDI_WDDMv2_3 = 0x2300,
  DXGKDDI_WDDMv2_4 = 0x2400,
  DXGKDDI_WDDMv2_5 = 0x2500,
  DXGKDDI_WDDMv2_6 = 0x2600,
  DXGKDDI_WDDMv2_7 = 0x2700,
  DXGKDDI_WDDMv2_8 = 0x2800,
  DXGKDDI_WDDMv2_9 = 0x2900,
  DXGKDDI_WDDMv3_0 = 0x3000,
  DXGKDDI_WDDMv3_1 = 0x3100
} DXGK_WDDMVERSION;

typedef struct _DXGK_VIRTUALADDRESSCAPS_DEPRECATED {
  UINT Value;
  UINT VirtualAddressBitCount;
  UINT PageTableCoverageBitCount;
  UINT PageDirectoryEntrySize;
  UINT PageDirectorySegment;
  UINT PageTableSegment;
  UINT IdealGPUPageSize;
} DXGK_VIRTUALADDRESSCAPS_DEPRECATED;

typedef struct _DXGK_DMABUFFERCAPS_DEPRECATED {
  struct {
    UINT Size;
    UINT PrivateDriverDataSize;
    UINT SegmentId;
    UINT Reserved1;
    UINT Reserved[16];
  } PresentDmaBuffer, PagingDmaBuffer;
} DXGK_DMABUFFERCAPS_DEPRECATED;

typedef ULONGLONG D3DGPU_VIRTUAL_ADDRESS;

typedef struct _DXGK_DRIVERCAPS {
  PHYSICAL_ADDRESS HighestAcceptableAddress; /* of system memory for the GPU */
  UINT MaxAllocationListSlotId;
  SIZE_T ApertureSegmentCommitLimit; /* bytes */
  UINT MaxPointerWidth;              /* pixels */
  UINT MaxPointerHeight;             /* pixels */
  DXGK_POINTERFLAGS PointerCaps;
  UINT InterruptMessageNumber;
  UINT NumberOfSwizzlingRanges;
  UINT MaxOverlays;
  DXGMAP_ANONYMOUS union {
    DXGK_GAMMARAMPCAPS GammaRampCaps;
    DXGK_COLORTRANSFORMCAPS ColorTransformCaps;
  };
  DXGK_PRESENTATIONCAPS PresentationCaps;
  UINT MaxQueuedFlipOnVSync;
  DXGK_FLIPCAPS FlipCaps;
  DXGK_VIDSCHCAPS SchedulingCaps;
  DXGK_VIDMMCAPS MemoryManagementCaps;
  DXGK_GPUENGINETOPOLOGY GpuEngineTopology;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN7
  DXGK_WDDMVERSION WDDMVersion;
  DXGK_VIRTUALADDRESSCAPS_DEPRECATED Reserved;
  DXGK_DMABUFFERCAPS_DEPRECATED Reserved1;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
  D3DKMDT_PREEMPTION_CAPS PreemptionCaps;
  BOOLEAN SupportNonVGA;
  BOOLEAN SupportSmoothRotation;
  BOOLEAN SupportPerEngineTDR;
  BOOLEAN SupportDirectFlip;
  BOOLEAN SupportMultiPlaneOverlay;
  BOOLEAN SupportRuntimePowerManagement;
  BOOLEAN SupportSurpriseRemovalInHibernation;
  BOOLEAN HybridDiscrete;
  UINT MaxOverlayPlanes;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
  BOOLEAN HybridIntegrated;
  D3DGPU_VIRTUAL_ADDRESS InternalGpuVirtualAddressRangeStart;
  D3DGPU_VIRTUAL_ADDRESS InternalGpuVirtualAddressRangeEnd;
  BOOLEAN SupportSurpriseRemoval;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_1
  BOOLEAN SupportMultiPlaneOverlayImmediateFlip;
  BOOLEAN CursorScaledWithMultiPlaneOverlayPlane0;
  BOOLEAN HybridAcpiChainingRequired;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_3
  UINT MaxQueuedMultiPlaneOverlayFlipVSync;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_4
  union {
    DXGMAP_ANONYMOUS struct {
      UINT SupportContextlessPresent : 1;
      UINT Detachable : 1;
      UINT VirtualGpuOnly : 1;
      UINT ComputeOnly : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  } MiscCaps;
#endif
} DXGK_DRIVERCAPS;

DXGMAP_ABI_SIZE(DXGK_POINTERFLAGS, 4);
DXGMAP_ABI_OFFSET(DXGK_DRIVERCAPS, PointerCaps, 32);
DXGMAP_ABI_OFFSET(DXGK_DRIVERCAPS, MemoryManagementCaps, 68);
DXGMAP_ABI_OFFSET(DXGK_DRIVERCAPS, GpuEngineTopology, 76);

#endif
