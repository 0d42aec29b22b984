/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_TRANSLATION_H
#define DXGMAP_CHECK_TRANSLATION_H

#include "structures/translation.h"

/* Whether the translation names pages of memory only, so that it can be read; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationOk(*t); */
bool dxgmap_check_translation(const dxgmap_translation *t);

#endif
