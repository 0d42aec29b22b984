/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_GROUND_STEP_H
#define DXGMAP_GROUND_STEP_H

#include "trace/step.h"

/* The operations by way of the step, of which the theorems speak: for any arguments its status is the one that the
   operation's own table gives, so no row of T-COMP says nothing, or what another row should. That each succeeds there,
   and fails, ground_step_*.c shows. */

/*@ requires valid: \valid(s) && \valid(d);
    requires separated: \separated(s, d);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), *d, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_start(dxgmap_state *s, const dxgmap_start *d);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AttachStatus(\old(*s), h, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_attach(dxgmap_state *s, uint64_t h);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveBeginStatus(\old(*s), h, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_exclusive_begin(dxgmap_state *s, uint64_t h);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveEndStatus(\old(*s), h, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_exclusive_end(dxgmap_state *s, uint64_t h);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PowerStatus(\old(*s), h, power, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_power(dxgmap_state *s, uint64_t h, uint32_t power);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: RemoveStatus(\old(*s), h, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_remove(dxgmap_state *s, uint64_t h);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: LinkStatus(\old(*s), h, lead, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_link(dxgmap_state *s, uint64_t h, uint64_t lead);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: EndViewStatus(\old(*s), view, process, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_end_view(dxgmap_state *s, uint64_t view, uint64_t process);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), h, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_stop(dxgmap_state *s, uint64_t h);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: TranslateStatus(\old(*s), h, page, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_translate(dxgmap_state *s, uint64_t h, uint64_t page);

/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PinStatus(\old(*s), c, h, index, bytes, kind, pages, count, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_pin(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index, uint64_t bytes,
                              uint32_t kind, const uint64_t *pages, uint32_t count);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnpinStatus(\old(*s), c, h, index, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_unpin(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index);

/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPagesStatus(\old(*s), c, h, kind, pages, count, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_map_pages(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t kind, const uint64_t *pages,
                                    uint32_t count);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPagesStatus(\old(*s), c, h, kind, handle, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_unmap_pages(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t kind, uint64_t handle);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPointerStatus(\old(*s), c, h, index, size, offset, at, 0, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_map_pointer(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index, uint64_t size,
                                      uint64_t offset, uint64_t at);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPointerStatus(\old(*s), c, h, index, address, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_unmap_pointer(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t index, uint64_t address);

/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapViewStatus(\old(*s), c, h, *r, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_map_view(dxgmap_state *s, dxgmap_caller c, uint64_t h, const dxgmap_view_request *r);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapViewStatus(\old(*s), c, h, kind, space, address, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_unmap_view(dxgmap_state *s, dxgmap_caller c, uint64_t h, uint32_t kind, uint32_t space,
                                     uint64_t address);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateStatus(\old(*s), c, r, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_create(dxgmap_state *s, dxgmap_caller c, dxgmap_object_request r);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: OpenStatus(\old(*s), c, x, h, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_open(dxgmap_state *s, dxgmap_caller c, uint64_t x, uint64_t h);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CloseStatus(\old(*s), c, o, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_close(dxgmap_state *s, dxgmap_caller c, uint64_t o);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyStatus(\old(*s), c, x, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_destroy(dxgmap_state *s, dxgmap_caller c, uint64_t x);

/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AllocateStatus(\old(*s), c, o, offset, bytes, 0, pages, count, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_allocate_adl(dxgmap_state *s, dxgmap_caller c, uint64_t o, uint64_t offset, uint64_t bytes,
                                       const uint64_t *pages, uint32_t count);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: FreeStatus(\old(*s), c, o, adl, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_free_adl(dxgmap_state *s, dxgmap_caller c, uint64_t o, uint64_t adl);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapObjectStatus(\old(*s), c, x, 0, offset, bytes, at, 0, 0, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_map_object(dxgmap_state *s, dxgmap_caller c, uint64_t x, uint64_t offset, uint64_t bytes,
                                     uint64_t at);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapObjectStatus(\old(*s), c, x, address, bytes, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s); */
uint32_t dxgmap_ground_by_unmap_object(dxgmap_state *s, dxgmap_caller c, uint64_t x, uint64_t address, uint64_t bytes);

#endif
