/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_TRANSLATE_H
#define DXGMAP_OP_TRANSLATE_H

#include "state/state.h"

#include "logic/op_translate.h"

/* Whether the domain is asked at all for a logical page; else the answer, which is that of both lookups. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status != DXGMAP_OK ==> TranslateStatus(*s, adapter, page, \result.status);
    ensures asked: \result.status == DXGMAP_OK
                   ==> KnownAdapter(*s, adapter) && Listens(s->adapter[AdapterOf(adapter)].switches)
                       && s->adapter[AdapterOf(adapter)].switches.attached != 0
                       && page < LogicalPages(s->adapter[AdapterOf(adapter)]);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures no_page: \result.status != DXGMAP_BYPASS ==> \result.page == 0;
    ensures nothing: \result.handle == 0; */
dxgmap_answer dxgmap_translate_admit(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* What a device access to logical page `page` of the adapter's domain reaches. Before the domain is attached nothing is
   checked (DXGMAP_BYPASS). Source: IOMMU-based GPU isolation, IOMMU DMA remapping. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures behalf: \result.status == DXGMAP_OK
        ==> AnswersFor(*s, AdapterOf(adapter), page, \result.page, \result.handle);
    ensures nothing: \result.status != DXGMAP_OK ==> \result.handle == 0;
    ensures no_page: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* How many captured pages of live mappings, of all adapters, name this physical page: its frame may be used for
   something else only at 0. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures locks: page < DXGMAP_PAGES ==> \result == LockSum(*s, DXGMAP_PLACES, page);
    ensures outside: page >= DXGMAP_PAGES ==> \result == 0; */
uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page);

/* The first logical page of a mapping that captured pages, in remapping mode; 0 when the handle is not valid. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures base: Valid(*s, handle) ==> \result == BaseOf(*s, handle);
    ensures none: !Valid(*s, handle) ==> \result == 0; */
uint32_t dxgmap_base_page(const dxgmap_state *s, uint64_t handle);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // What the domain answers for a logical page is what the reference says of it.
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: Coherent(a.domain, a.mode);
     requires page: page < LogicalPages(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_coherent(dxgmap_adapter a, uint64_t page);
*/

#endif
