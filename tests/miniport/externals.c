/* SPDX-License-Identifier: MIT */
/* What the two miniports call besides mapping: nothing of it concerns this library, and a harness that loads a driver
   writes it in its own way. Here: one adapter with three ranges, and pool memory from malloc. */

#include <stdlib.h>

#include <dispmprt.h>
#include <video.h>

/* The entry points that the drivers registered, for whoever drives them. */
VIDEO_HW_INITIALIZATION_DATA dxgmap_test_video_driver;
DRIVER_INITIALIZATION_DATA dxgmap_test_display_driver;
VIDEO_ACCESS_RANGE dxgmap_test_ranges[3];

DXGMAP_EXTERN_C_BEGIN

ULONG VideoPortInitialize(PVOID argument1, PVOID argument2, PVIDEO_HW_INITIALIZATION_DATA data, PVOID context)
{
  (void)argument1;
  (void)argument2;
  (void)context;
  dxgmap_test_video_driver = *data;
  return NO_ERROR;
}

VP_STATUS VideoPortGetAccessRanges(PVOID extension, ULONG requests, PIO_RESOURCE_DESCRIPTOR requested, ULONG count,
                                   PVIDEO_ACCESS_RANGE ranges, PVOID vendor, PVOID device, PULONG slot)
{
  (void)extension;
  (void)requests;
  (void)requested;
  (void)vendor;
  (void)device;
  (void)slot;
  if (count > RTL_NUMBER_OF(dxgmap_test_ranges)) {
    return ERROR_MORE_DATA;
  }
  memcpy(ranges, dxgmap_test_ranges, count * sizeof(ranges[0]));
  return NO_ERROR;
}

VP_STATUS VideoPortVerifyAccessRanges(PVOID extension, ULONG count, PVIDEO_ACCESS_RANGE ranges)
{
  (void)extension;
  (void)count;
  (void)ranges;
  return NO_ERROR;
}

NTSTATUS DxgkInitialize(PDRIVER_OBJECT driver, PUNICODE_STRING path, PDRIVER_INITIALIZATION_DATA data)
{
  (void)driver;
  (void)path;
  dxgmap_test_display_driver = *data;
  return STATUS_SUCCESS;
}

PVOID ExAllocatePool2(POOL_FLAGS flags, SIZE_T bytes, ULONG tag)
{
  (void)flags;
  (void)tag;
  return calloc(1, bytes);
}

VOID ExFreePoolWithTag(PVOID memory, ULONG tag)
{
  (void)tag;
  free(memory);
}

DXGMAP_EXTERN_C_END
