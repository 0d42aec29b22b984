/* SPDX-License-Identifier: MIT */
#ifndef ADL_DRIVER_H
#define ADL_DRIVER_H

/* A display driver of WDDM 2.9: its memory is a physical memory object, which the CPU reaches by a map and the device
   by an ADL, whether the machine remaps or not. */

#include <ntddk.h>

#include <dispmprt.h>

#define ADL_BUFFER_PAGES 8u

typedef struct _ADL_DEVICE {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE Object;
  HANDLE AdapterObject;
  DXGK_ADL *Adl; /* for the device */
  PVOID Mapped;  /* for the CPU, as it came out of the map */
  SIZE_T MappedSize;
  PUCHAR Address;
} ADL_DEVICE, *PADL_DEVICE;

/* A start that fails leaves nothing behind. */
NTSTATUS AdlStartDevice(PADL_DEVICE Device, const DXGKRNL_INTERFACE *DxgkInterface);
VOID AdlStopDevice(PADL_DEVICE Device);
/* The number of the page as the device names it; Index is below ADL_BUFFER_PAGES. */
DXGK_PAGE_NUMBER AdlPage(const ADL_DEVICE *Device, UINT Index);

#endif
