/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_LARGE_H
#define SAMPLE_LARGE_H

/* A frame buffer that no single map can hold, as its Length is a ULONG: the CPU sees a part of it at a time. */

#include "device.h"

/* The sum of what is in use, read through one map after the other. Device memory is read: the device is in D0. */
NTSTATUS SampleSumLarge(PSAMPLE_DEVICE Device, PULONG Sum);
/* Before the save, and after the restore: whether the CPU sees the same again. Nothing for one without a large range.
*/
NTSTATUS SampleRememberLarge(PSAMPLE_DEVICE Device);
NTSTATUS SampleCompareLarge(PSAMPLE_DEVICE Device);

#endif
