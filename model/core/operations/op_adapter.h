/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_ADAPTER_H
#define DXGMAP_OP_ADAPTER_H

#include "state/state.h"

#include "logic/op_adapter.h"

/* Starts an adapter: charges its save areas and gives its handle, or changes nothing. Source: IOMMU-based GPU
   isolation, DXGK_FRAMEBUFFERSAVEAREA, IOMMU DMA remapping (visible bounds). */
/*@ requires valid: \valid(s) && \valid(d);
    requires separated: \separated(s, d);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), *d, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures starts: \result.status == DXGMAP_OK ==> \result.handle != 0 && Starts(\old(*s), *s, \result.handle, *d); */
dxgmap_outcome dxgmap_op_start(dxgmap_state *s, const dxgmap_start *d);

/* Stops the adapter and ends every mapping that is still live: look at them with dxgmap_op_live before. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures stops: \result == DXGMAP_OK ==> Stops(\old(*s), *s, adapter); */
uint32_t dxgmap_op_stop(dxgmap_state *s, uint64_t adapter);

/* The cursor-th live mapping of the adapter; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LiveStatus(*s, adapter, cursor, \result.status);
    ensures live: \result.status == DXGMAP_OK ==> LiveIn(*s, AdapterOf(adapter), cursor, \result); */
dxgmap_live dxgmap_op_live(const dxgmap_state *s, uint64_t adapter, uint32_t cursor);

/* The cursor-th live physical memory object or view of one; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == (cursor < s->adapter[DXGMAP_MACHINE].slots.live ? DXGMAP_OK : DXGMAP_NO_MORE);
    ensures live: \result.status == DXGMAP_OK ==> LiveIn(*s, DXGMAP_MACHINE, cursor, \result); */
dxgmap_live dxgmap_op_live_object(const dxgmap_state *s, uint32_t cursor);

/* A fact for the proofs of the switches; it does not run. */
/*@ ghost
  // One adapter started, or turned a switch: no mapping moved, and what is said of the whole machine holds again.
  /@ requires place: k < DXGMAP_ADAPTERS;
     requires kept: AdaptersKept(was, now, k);
     requires mappings: MappingsKept(was.adapter[k], now.adapter[k]);
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires started: now.adapter[k].started != 0;
     requires commit: now.commit - was.commit == now.adapter[k].charge - was.adapter[k].charge;
     requires inv: Inv(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now);
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now);
     ensures charged: Charged(now); @/
  void dxgmap_start_calm(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

#endif
