/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_REFERENCE_H
#define DXGMAP_OP_REFERENCE_H

#include "operations/op_translate.h"

#include "logic/op_reference.h"

/* What dxgmap_op_translate answers, by the reference definition and nothing else: it walks the live mappings and the pages
   that they captured, and asks neither the translation, the counts nor the owners. For checks at run time: in remapping
   mode its time grows with the live mappings, in identity mode with all the pages that they captured. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures behalf: \result.status == DXGMAP_OK ==> AnswersFor(*s, AdapterOf(adapter), page, \result.page, \result.handle);
    ensures nothing: \result.status != DXGMAP_OK ==> \result.handle == 0;
    ensures no_page: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_reference(const dxgmap_state *s, uint64_t adapter, uint64_t page);

#endif
