/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_BUFFER_H
#define SAMPLE_BUFFER_H

/* The buffer for forward progress, SAMPLE_BUFFER_PAGES long. */

#include "device.h"

/* A failure may leave a part behind, which SampleFreeBuffer frees. */
NTSTATUS SampleAllocateBuffer(PSAMPLE_DEVICE Device);
/* Frees what is there, if anything. */
VOID SampleFreeBuffer(PSAMPLE_DEVICE Device);

#endif
