/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_PROCESS_H
#define DXGMAP_OP_PROCESS_H

#include "state/state.h"

#include "logic/op_process.h"

/* A process ends in two kinds of step: as long as dxgmap_op_process_view names a view, that one is ended. */

/* The handle of some view in user mode that lives in the process; 0 when there is none. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures some: \result != 0 ==> ViewOf(*s, \result, process);
    ensures none: \result == 0 ==> ProcessEmpty(*s, process); */
uint64_t dxgmap_op_process_view(const dxgmap_state *s, uint64_t process);

/* Ends a view with the process that it is in. Source: the model decides. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: EndViewStatus(\old(*s), handle, process, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(handle), handle);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == handle; */
dxgmap_outcome dxgmap_op_end_view(dxgmap_state *s, uint64_t handle, uint64_t process);

#endif
