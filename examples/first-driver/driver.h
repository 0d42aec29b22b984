/* SPDX-License-Identifier: MIT */
#ifndef FIRST_DRIVER_H
#define FIRST_DRIVER_H

#include <ntddk.h>

#include <dispmprt.h>

/* Keeps `Bytes` bytes of the frame buffer while the device is off. */
NTSTATUS FirstSave(const DXGKRNL_INTERFACE *Dxgk, SIZE_T Bytes);

#endif
