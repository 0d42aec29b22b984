/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_TRANSFER_H
#define SAMPLE_TRANSFER_H

/* Moving a physical adapter's whole frame buffer to its save area, or back. */

#include "device.h"

typedef enum _SAMPLE_DIRECTION { SampleSave, SampleRestore } SAMPLE_DIRECTION;

/* Pinned if that succeeds, else in chunks. A failure leaves nothing pinned and nothing mapped. */
NTSTATUS SampleTransfer(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction);

#endif
