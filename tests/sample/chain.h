/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_CHAIN_H
#define SAMPLE_CHAIN_H

/* The devices of the driver, and how they are linked. */

#include "device.h"

VOID SampleEnterDevice(PSAMPLE_DEVICE Device);
VOID SampleLeaveDevice(PSAMPLE_DEVICE Device);

/* Whether the device is one of a chain, and not its lead. */
BOOLEAN SampleFollows(const SAMPLE_DEVICE *Device);
/* How many physical adapters a device has, those of its chain counted. */
UINT SampleAdapters(const SAMPLE_DEVICE *Device);
/* The device of this physical adapter: another one of the chain, or the device itself. NULL: the chain has none yet. */
PSAMPLE_DEVICE SampleDeviceOf(PSAMPLE_DEVICE Device, UINT Index);
/* What is saved of its frame buffer, in bytes. */
SIZE_T SampleBytes(PSAMPLE_DEVICE Device, UINT Index);

#endif
