/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TRACE_H
#define DXGMAP_TRACE_H

#include "trace/step.h"

/* Any calls, one after the other, from a state in which nothing is mapped, such as memory of zeros. */
/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires inv: Inv(*s);
    requires nothing: \forall integer h; !Valid(*s, h);
    terminates \true;
    exits \false;
    assigns *s, results[0 .. n - 1];
    ensures inv: Inv(*s);
    ensures TUau: TUau(calls, results, pool, n);
    ensures TLeak: TLeak(*s, calls, results, n);
    ensures TOnce: TOnce(calls, results, n);
    ensures TExcl: TExcl(*s);
    ensures TCoh: TCoh(*s);
    ensures TTrace: TTrace(*s, calls, results, pool, n); */
void dxgmap_run(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, const uint64_t *pool,
                uint64_t pool_size);

#endif
