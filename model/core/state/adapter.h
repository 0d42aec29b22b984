/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ADAPTER_H
#define DXGMAP_ADAPTER_H

#include <stdbool.h>
#include <stdint.h>

#include "structures/domain.h"
#include "structures/links.h"
#include "base/outcome.h"
#include "base/profile.h"
#include "structures/slots.h"
#include "base/types.h"
#include "structures/views.h"

#define DXGMAP_CHARGE_MAX 0xFFFFFFFFFFFFFu /* pages that 2^64 bytes hold, less one */

/* The sizes of the frame buffer save areas of a chain, pages. */
typedef struct {
  uint64_t pages[DXGMAP_CHAIN];
} dxgmap_maxima;

/* The save areas and who pins them. */
typedef struct {
  uint32_t chain; /* physical adapters; 0 when the adapter is not started */
  dxgmap_maxima maximum;
  uint32_t pin[DXGMAP_CHAIN]; /* slot + 1, or 0 */
} dxgmap_saves;

/* The ranges that the adapter owns. */
typedef struct {
  uint32_t count;
  dxgmap_resource at[DXGMAP_RESOURCES];
} dxgmap_resources;

/* What each live mapping was asked for. */
typedef struct {
  dxgmap_descriptor at[DXGMAP_SLOTS];
} dxgmap_descriptors;

/* One logical adapter; or the machine's own place, which is never started and holds objects and their views. */
typedef struct {
  uint32_t generation; /* of its handle: how often it was stopped */
  uint32_t started;
  uint32_t mode;       /* enum dxgmap_mode */
  uint32_t capability; /* enum dxgmap_capability */
  uint32_t linked;     /* not 0: of a chain, and not its lead */
  dxgmap_switches switches;
  uint64_t charge; /* commit of its save areas, pages */
  dxgmap_saves saves;
  dxgmap_resources resources;
  dxgmap_slots slots;
  dxgmap_descriptors descriptors;
  dxgmap_links links;
  dxgmap_domain domain;
  dxgmap_views views;
} dxgmap_adapter;

#include "logic/adapter.h"

/* Makes a mapping of n captured pages; `target` is the slot + 1 of what it belongs to, or 0. Its handle field is the
   slot. The causes: DXGMAP_NO_SLOT, DXGMAP_NO_RANGE. */
/*@ requires valid: \valid(a) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(a, pages + (..));
    requires ok: AdapterOk(*a);
    requires kind: InDomain(d.kind);
    requires link: LinkFits(a->descriptors, d.kind, target);
    requires pin: IsPin(d.kind) ==> d.index < a->saves.chain && a->saves.pin[d.index] == 0
        && n <= a->saves.maximum.pages[d.index];
    requires capability: CapabilityFits(a->capability, d.kind);
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures status: PagesStatus(\old(*a), n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures captured: \result.status == DXGMAP_OK ==> a->domain.ranges.length[DXGMAP_ID(\result.handle)] == n
                      && Captured(a->domain, DXGMAP_ID(\result.handle), pages, n);
    ensures linked: \result.status == DXGMAP_OK ==> a->links.to.slot[\result.handle] == target;
    ensures pinned: \result.status == DXGMAP_OK && IsPin(d.kind) ==> a->saves.pin[d.index] == \result.handle + 1; */
dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_descriptor d, const uint64_t *pages, uint32_t n,
                                         uint32_t target);

/* Makes a mapping that captures no page: `span` window pages from page `place` (span 0: ports, or an object); `target`
   as above. Its handle field is the slot. The cause: DXGMAP_NO_SLOT. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: 1 <= d.kind <= DXGMAP_OBJECT_VIEW && !InDomain(d.kind);
    requires capability: CapabilityFits(a->capability, d.kind);
    requires link: LinkFits(a->descriptors, d.kind, target);
    requires descriptor: DXGMAP_POINTER <= d.kind <= DXGMAP_VIDEO ==> ViewDescribed(*a, d);
    requires place: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(a->views, place, span);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures domain: a->domain == \old(a->domain);
    ensures status: SlotStatus(\old(*a), \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures placed: \result.status == DXGMAP_OK ==> a->views.span[\result.handle] == span
                    && (span > 0 ==> a->views.place[\result.handle] == place);
    ensures linked: \result.status == DXGMAP_OK ==> a->links.to.slot[\result.handle] == target; */
dxgmap_outcome dxgmap_adapter_take(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                   uint32_t target);

/* Ends the mapping of slot i, whatever it is, and frees all that it held. Nothing may belong to it any more. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires live: SlotLive(a->slots, i);
    requires free: LinkFree(a->links, i);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures released: Released(\old(*a), *a, i);
    ensures unpinned: IsPin(\old(*a).descriptors.at[i].kind) ==> a->saves.pin[\old(*a).descriptors.at[i].index] == 0; */
void dxgmap_adapter_release(dxgmap_adapter *a, uint32_t i);

/* Whether the machine can so name pages for a driver that can do so much. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagingFits(mode, capability); */
bool dxgmap_paging_fits(uint32_t mode, uint32_t capability);

/* How many pages lie below the highest address that the adapter can reach. */
/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures pages: \result == PagesVisible(*d); */
uint64_t dxgmap_adapter_visible(const dxgmap_start *d);

/* Starts a stopped adapter with what it asks for. */
/*@ requires valid: \valid(a) && \valid(d);
    requires separated: \separated(a, d);
    requires ok: AdapterOk(*a);
    requires stopped: a->started == 0 && AdapterStopped(*a) && a->generation < DXGMAP_GENERATION_MAX;
    requires request: d->chain <= DXGMAP_CHAIN && d->resources <= DXGMAP_RESOURCES && PagingFits(d->mode, d->capability)
                      && d->quarantine <= DXGMAP_QUARANTINE;
    requires charge: RequestSum(*d, d->chain) <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures started: StartsWith(*a, *d) && a->charge == RequestSum(*d, d->chain);
    ensures kept: MappingsKept(\old(*a), *a); */
void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d);

/* Sets the switches of a started adapter. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    requires attached: a->mode == DXGMAP_REMAPPING ==> w.attached != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures kept: MappingsKept(\old(*a), *a);
    ensures same: StartKept(\old(*a), *a);
    ensures set: a->switches == w; */
void dxgmap_adapter_switch(dxgmap_adapter *a, dxgmap_switches w);

/* Ends every mapping of the adapter, and stops it: no handle of it, nor its own, is ever valid again. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures stopped: a->started == 0 && AdapterStopped(*a) && a->charge == 0
        && a->generation == \old(a->generation) + 1;
    ensures emptied: Emptied(\old(*a), *a); */
void dxgmap_adapter_close(dxgmap_adapter *a);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // Nothing belongs to what is neither an object nor an adapter object.
  /@ requires links: AdapterLinks(a);
     requires slot: i < DXGMAP_SLOTS;
     requires kind: a.descriptors.at[i].kind != DXGMAP_OBJECT && a.descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: LinkFree(a.links, i); @/
  void dxgmap_adapter_unlinked(dxgmap_adapter a, uint32_t i);
*/

#endif
