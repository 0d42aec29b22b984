/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OUTCOME_H
#define DXGMAP_OUTCOME_H

#include "base/status.h"
#include "base/types.h"

/* The answer of a step that did not succeed. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status == status && \result.handle == 0; */
dxgmap_outcome dxgmap_refuse(uint32_t status);

/* The answer of a step that succeeded. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result.status == DXGMAP_OK && \result.handle == handle; */
dxgmap_outcome dxgmap_accept(uint64_t handle);

#endif
