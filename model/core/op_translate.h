#ifndef DXGMAP_OP_TRANSLATE_H
#define DXGMAP_OP_TRANSLATE_H

#include "state.h"

#include "logic/op_translate.h"

/* What a device access to logical page `page` of the adapter's domain reaches. Before the domain is attached nothing is
   checked (DXGMAP_BYPASS). Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures nothing: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* How many captured pages of live mappings, of all adapters, name this physical page: its frame may be used for
   something else only at 0. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures locks: page < DXGMAP_PAGES ==> \result == LockSum(*s, DXGMAP_ADAPTERS, page);
    ensures outside: page >= DXGMAP_PAGES ==> \result == 0; */
uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page);

#endif
