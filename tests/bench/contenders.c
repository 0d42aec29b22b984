/* SPDX-License-Identifier: MIT */
#include "contenders.h"

const contender *const bench_contenders[] = {
    &bench_floor,
    &bench_counted,
    &bench_unit,
    &bench_unit_plain,
    &bench_identity,
    &bench_remapping,
    &bench_quarantine,
    &bench_large_identity,
    &bench_large_remapping,
#ifdef BENCH_GLIB
    &bench_glib,
#endif
#ifdef BENCH_JUDY
    &bench_judy,
#endif
#ifdef BENCH_CK
    &bench_ck,
#endif
#ifdef BENCH_DPDK
    &bench_dpdk,
#endif
#ifdef BENCH_URCU
    &bench_urcu,
#endif
    NULL,
};
