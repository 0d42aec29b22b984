/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CHOICE_H
#define DXGMAP_DDI_CHOICE_H

#include <stdint.h>

/* The next choice of what the pages leave open: a number below `below`, equal for equal seeds and calls. */
uint64_t dxgmap_ddi_choose(uint64_t below);

/* The same of a sequence of its own, which begins with its seed. */
/*@ requires valid: \valid(choices);
    requires some: 0 < below;
    terminates \true;
    exits \false;
    assigns *choices;
    ensures below: \result < below; */
uint64_t dxgmap_ddi_choose_from(uint64_t *choices, uint64_t below);

#endif
