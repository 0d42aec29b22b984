/* SPDX-License-Identifier: MIT */
#ifndef TOY_DRIVER_H
#define TOY_DRIVER_H

/* A small display miniport: a register page, a ring for commands that the device reads, and a frame buffer that is kept
   while the device is off. */

#include <ntddk.h>

#include <dispmprt.h>

#define TOY_RING_PAGES 4u

typedef struct _TOY {
  DXGKRNL_INTERFACE Dxgk;
  PVOID Registers;
  HANDLE Ring;
  PMDL RingMdl; /* what the device is told of the ring */
} TOY, *PTOY;

#ifdef __cplusplus
extern "C" {
#endif

/* A start that fails leaves nothing behind. */
NTSTATUS ToyStartDevice(PTOY Toy, const DXGKRNL_INTERFACE *DxgkInterface);
VOID ToyStopDevice(PTOY Toy);
/* Pins the save area of `Bytes` bytes, fills it, and unpins it. */
NTSTATUS ToySave(PTOY Toy, SIZE_T Bytes);

#ifdef __cplusplus
}
#endif

#endif
