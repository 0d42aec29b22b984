/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_REFERENCE_H
#define DXGMAP_LOGIC_OP_REFERENCE_H

#include "op_translate.h"

/*@
  // The mapping of slot i alone makes logical page l page p: the reference translation, mapping by mapping.
  predicate AnswersAlone(dxgmap_adapter a, integer i, integer l, integer p) =
    (a.mode == DXGMAP_IDENTITY ==> l == p && \exists integer o; CapturedAt(a, i, o, p)) &&
    (a.mode != DXGMAP_IDENTITY ==> Answers(a, i, l, p));
*/

#endif
