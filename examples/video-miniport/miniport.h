/* SPDX-License-Identifier: MIT */
#ifndef VIDEO_MINIPORT_H
#define VIDEO_MINIPORT_H

/* A video miniport of the model before WDDM: registers, ports, and a frame buffer that it maps when it is asked to. */

#include <dderror.h>
#include <devioctl.h>
#include <miniport.h>

#include <ntddvdeo.h>
#include <video.h>

typedef struct _OLD_EXTENSION {
  VIDEO_ACCESS_RANGE FrameBuffer;
  PVOID Shadow; /* of the registers */
  PVOID Registers;
  PVOID Ports;
} OLD_EXTENSION, *POLD_EXTENSION;

/* As HwVidFindAdapter does with the ranges that it was given: registers, ports, frame buffer. */
VP_STATUS OldMapRanges(PVOID HwDeviceExtension, PVIDEO_ACCESS_RANGE Ranges);
VOID OldUnmapRanges(PVOID HwDeviceExtension);
VIDEO_HW_START_IO OldStartIO;

#endif
