/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_SHIM_H
#define DXGMAP_TOOLS_TRACE_SHIM_H

/* A logging shim between a display driver and Dxgkrnl, as an example of what writes a trace on a Windows machine
   (../FORMAT.md). It needs the WDK's headers alone: build it into the driver.

   In DxgkDdiStartDevice, before the driver keeps its copy of the interface:
     shim_wrap(DxgkInterface, &what);
   In DxgkDdiStopDevice, after the driver released what it had:
     shim_stopped(DeviceHandle);
   Around DxgkDdiBeginExclusiveAccess and -End, DxgkDdiSetPowerState, DxgkDdiNotifySurpriseRemoval: shim_event.

   A line is written when a call has returned. Callbacks that overlap in several threads are to be put in order by the
   driver, or the lines may not stand in the order in which the calls took effect. */

#include <dispmprt.h>

/* Where lines go: a file (ZwWriteFile at PASSIVE_LEVEL), ETW, a ring of memory. Called at the IRQL of the callback. */
typedef VOID shim_sink(const char *line, SIZE_T length, PVOID context);

/* What only the driver knows; zero for what it does not say. */
typedef struct shim_adapter {
  BOOLEAN adl;             /* it supports logical remapping: WDDM 2.9, ADLs */
  UINT physical_adapters;  /* of the chain */
  const SIZE_T *save_size; /* DXGK_FRAMEBUFFERSAVEAREA.MaximumSize of each, or NULL */
} shim_adapter;

VOID shim_begin(shim_sink *sink, PVOID context);
VOID shim_wrap(DXGKRNL_INTERFACE *dxgkrnl, const shim_adapter *what);
VOID shim_event(const char *event, HANDLE device);
VOID shim_stopped(HANDLE device);

#endif
