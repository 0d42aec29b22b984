/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     22c18e42a6a8ffec10126f06ad95013804702b4a4047c459c22ab15f34477784 model/ddi/include/dxgmap_display_services.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DISPLAY_SERVICES_H
#define DXGMAP_DISPLAY_SERVICES_H

/* What DxgkCbReadDeviceSpace reads, and what DxgkCbAcquirePostDisplayOwnership tells. Sources: the two callbacks,
   DXGK_DISPLAY_INFORMATION, D3DDDIFORMAT. */

#include "dxgmap_wintypes.h"

/* DataType of DxgkCbReadDeviceSpace and DxgkCbWriteDeviceSpace. */
#define DXGK_WHICHSPACE_CONFIG 0x0
#define DXGK_WHICHSPACE_ROM 0x52696350
#define DXGK_WHICHSPACE_MCH 0x80000000
#define DXGK_WHICHSPACE_BRIDGE 0x80000001

typedef UINT D3DDDI_VIDEO_PRESENT_SOURCE_ID;
typedef UINT D3DDDI_VIDEO_PRESENT_TARGET_ID;
#define D3DDDI_ID_UNINITIALIZED (UINT)(~0U)

typedef enum _D3DDDIFORMAT {
  D3DDDIFMT_UNKNOWN = 0,
  D3DDDIFMT_R8G8B8 = 20,
  D3DDDIFMT_A8R8G8B8 = 21,
  D3DDDIFMT_X8R8G8B8 = 22,
  D3DDDIFMT_R5G6B5 = 23,
  D3DDDIFMT_X1R5G5B5 = 24,
  D3DDDIFMT_A1R5G5B5 = 25,
  D3DDDIFMT_A8B8G8R8 = 32,
  D3DDDIFMT_X8B8G8R8 = 33,
  D3DDDIFMT_P8 = 41,
  D3DDDIFMT_FORCE_UINT = 0x7FFFFFFF
} D3DDDIFORMAT;

/* The frame buffer that the firmware has left on. Width 0: there is none on this adapter. */
typedef struct _DXGK_DISPLAY_INFORMATION {
  UINT Width;  /* pixels */
  UINT Height; /* pixels */
  UINT Pitch;  /* bytes of a row */
  D3DDDIFORMAT ColorFormat;
  PHYSICAL_ADDRESS PhysicAddress;
  D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId;
  ULONG AcpiId;
} DXGK_DISPLAY_INFORMATION, *PDXGK_DISPLAY_INFORMATION;

DXGMAP_ABI_MEMBER(DXGK_DISPLAY_INFORMATION, ColorFormat, 12, 4);
DXGMAP_ABI_MEMBER(DXGK_DISPLAY_INFORMATION, PhysicAddress, 16, 8);
DXGMAP_ABI_SIZE(DXGK_DISPLAY_INFORMATION, 32);
DXGMAP_ABI_SIZE(D3DDDIFORMAT, 4);

#endif
