/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_PIN_H
#define DXGMAP_OP_PIN_H

#include "state/state.h"

#include "logic/op_pin.h"

/* The causes that decide a pin before any page is at hand. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PinAdmit(*s, caller, adapter, index, bytes, kind, \result); */
uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind);

/* Pins the first `bytes` bytes of the save area of physical adapter `index` into the pages given, one number a page;
   kind is DXGMAP_PIN or DXGMAP_PIN2. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PinStatus(\old(*s), caller, adapter, index, bytes, kind, pages, count, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures pinned: \result.status == DXGMAP_OK
                    ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == HandleIndex(\result.handle) + 1; */
dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure);

/* Releases what pins the save area of physical adapter `index`, be it by Pin or Pin2; the handle is the pin's.
   Source: DXGKCB_UNPINFRAMEBUFFERFORSAVE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnpinStatus(\old(*s), caller, adapter, index, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pin: \result.status == DXGMAP_OK
                     ==> HandleIndex(\result.handle) + 1 == \old(*s).adapter[AdapterOf(adapter)].saves.pin[index];
    ensures unpinned: \result.status == DXGMAP_OK ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == 0; */
dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index);

#endif
