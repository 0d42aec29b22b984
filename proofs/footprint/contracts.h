/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FOOTPRINT_CONTRACTS_H
#define DXGMAP_FOOTPRINT_CONTRACTS_H

#include "state/adapter.h"

/* The steps on one adapter, as the steps on the whole state see them: they write the adapter and nothing else, which WP
   proves (`assigns *a` in model/core/state/adapter.h); that they read no more is what the rows adapter_* say, where
   Eva follows their bodies. */

/*@ assigns *a \from *a, d, pages[0 .. n - 1], n, target;
    assigns \result \from *a, d, pages[0 .. n - 1], n, target; */
dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_descriptor d, const uint64_t *pages, uint32_t n,
                                         uint32_t target);

/*@ assigns *a \from *a, d, place, span, target;
    assigns \result \from *a, d, place, span, target; */
dxgmap_outcome dxgmap_adapter_take(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                   uint32_t target);

/*@ assigns *a \from *a, i; */
void dxgmap_adapter_release(dxgmap_adapter *a, uint32_t i);

/*@ assigns *a \from *a, *d; */
void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d);

/*@ assigns *a \from *a, w; */
void dxgmap_adapter_switch(dxgmap_adapter *a, dxgmap_switches w);

/*@ assigns *a \from *a; */
void dxgmap_adapter_close(dxgmap_adapter *a);

#endif
