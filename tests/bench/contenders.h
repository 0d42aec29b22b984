/* SPDX-License-Identifier: MIT */
#ifndef BENCH_CONTENDERS_H
#define BENCH_CONTENDERS_H

#include "contender.h"

extern const contender bench_floor;
extern const contender bench_counted;
extern const contender bench_identity;
extern const contender bench_remapping;
extern const contender bench_quarantine;
extern const contender bench_large_identity;
extern const contender bench_large_remapping;
extern const contender bench_unit;
extern const contender bench_unit_plain;

/* Those of the peers that the machine has (build.sh). */
#ifdef BENCH_GLIB
extern const contender bench_glib;
#endif
#ifdef BENCH_JUDY
extern const contender bench_judy;
#endif
#ifdef BENCH_CK
extern const contender bench_ck;
#endif
#ifdef BENCH_DPDK
extern const contender bench_dpdk;
#endif
#ifdef BENCH_URCU
extern const contender bench_urcu;
#endif

/* All of them, as the driver lists them; a NULL ends it. */
extern const contender *const bench_contenders[];

#endif
